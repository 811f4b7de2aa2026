"""Exercise: vgg_config."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from cnnhelpers.check.answers import LIST
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then


def vgg_config(blocks: Sequence[int]) -> list[int]:
    """Return the channels of each 3×3 convolution of a VGG, and 0 for each pooling.

    ``blocks`` says how many convolutions each block has. The first block has 64 channels, and each
    block twice those of the block before, but never more than 512. A pooling ends each block.
    """
    config = []
    for block, count in enumerate(blocks):
        config += [min(64 * 2**block, 512)] * count + [0]
    return config


CASES = tuple(
    case(blocks=blocks)
    for blocks in [
        [1], [2, 1], [1, 2, 3], [1, 1, 2, 2, 2], [2, 2, 3, 3, 3], [2, 2, 4, 4, 4],
        [3, 1, 1, 2], [1, 1, 1, 2, 1, 2],
    ]
)  # fmt: skip


def by_torch(torch: Any, blocks: Sequence[int]) -> Any:
    width = (64 * 2 ** torch.arange(len(blocks))).clamp(max=512)
    both = torch.stack([width, torch.zeros_like(width)], dim=1).flatten()
    times = torch.stack([torch.tensor(blocks), torch.ones(len(blocks), dtype=torch.int64)], dim=1)
    return both.repeat_interleave(times.flatten()).numpy()


def widths(width: Callable[[int, Sequence[int]], int]) -> Way:
    """Other channels of each block."""

    def function(blocks: Sequence[int]) -> list[int]:
        config: list[int] = []
        for block, count in enumerate(blocks):
            config += [width(block, blocks)] * count + [0]
        return config

    return instead(function)


def pool_after_each(blocks: Sequence[int]) -> list[int]:
    return [each for width in vgg_config(blocks) if width for each in (width, 0)]


def each_convolution_doubles(blocks: Sequence[int]) -> list[int]:
    config, width = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(width)
            width = min(2 * width, 512)
        config.append(0)
    return config


MISTAKES = (
    Mistake(
        "nested",
        "There is a list for each block; there should be one list of all numbers.",
        "`extend` and `+=` go on with the numbers of a list, `append` puts the list in as it is. A "
        "comprehension may have two `for`, one after the other.",
        instead(
            lambda blocks: [
                [min(64 * 2**block, 512)] * count + [0] for block, count in enumerate(blocks)
            ]
        ),
    ),
    Mistake(
        "five-blocks-only",
        "The list ends after five blocks; there should be a block for each number in `blocks`.",
        "Where do the five come from? If you use `zip`: it ends with the shorter of two lists.",
        given(blocks=lambda blocks: blocks[:5]),
    ),
    Mistake(
        "pool-after-each",
        "A pooling follows each convolution; it should follow each block.",
        "Add the 0 when the block is done, after the inner loop.",
        instead(pool_after_each),
    ),
    Mistake(
        "doubled-beyond-512",
        "The channels are doubled beyond 512; they should stay there.",
        "The last blocks of VGG are equally wide.",
        widths(lambda block, blocks: 64 * 2**block),
    ),
    Mistake(
        "stops-too-early",
        "The channels stop growing before 512; they should grow up to it.",
        "The channels are 64, 128, 256, 512, 512: the fourth block is the first with 512.",
        widths(lambda block, blocks: min(64 * 2**block, 256)),
    ),
    Mistake(
        "added-not-doubled",
        "The channels grow by 64 with each block; they should be doubled.",
        "64, 128, 256: what comes next?",
        widths(lambda block, blocks: min(64 * (block + 1), 512)),
        widths(lambda block, blocks: 64 * (block + 1)),
    ),
    Mistake(
        "begins-at-128",
        "The first block is doubled already; it should have 64 channels.",
        "Double the channels at the end of a block, or begin to count blocks at 0.",
        widths(lambda block, blocks: min(128 * 2**block, 512)),
    ),
    Mistake(
        "begins-at-32",
        "The first block has 32 channels; it should have 64.",
        "Count the blocks from 0: 64 · 2⁰ is 64.",
        widths(lambda block, blocks: min(32 * 2**block, 512)),
    ),
    Mistake(
        "each-convolution-doubles",
        "The channels are doubled after each convolution; within a block they should stay.",
        "Double outside of the inner loop.",
        instead(each_convolution_doubles),
    ),
    Mistake(
        "all-alike",
        "All blocks have 64 channels.",
        "Each pooling quarters the pixels, and the channels double.",
        widths(lambda block, blocks: 64),
    ),
    Mistake(
        "one-convolution-a-block",
        "Each block has one convolution only.",
        "`blocks` says how many convolutions there are in each.",
        given(blocks=lambda blocks: [1] * len(blocks)),
    ),
    Mistake(
        "last-pool-missing",
        "The last pooling is missing. One should end each block, the last one, too.",
        "What stands at the end of your list?",
        then(lambda answer, a: answer[:-1]),
    ),
    Mistake(
        "pool-first",
        "The pooling stands before the block; it should end it.",
        "First the convolutions, then the 0.",
        instead(lambda blocks: [0, *vgg_config(blocks)[:-1]]),
    ),
    Mistake(
        "one-pool-at-the-end",
        "There is one pooling, at the end of all; one should end each block.",
        "Add the 0 inside of the loop over blocks.",
        instead(lambda blocks: [width for width in vgg_config(blocks) if width] + [0]),
    ),
    Mistake(
        "pools-missing",
        "The poolings are missing.",
        "Add a 0 after each block.",
        then(lambda answer, a: [each for each in answer if each]),
    ),
)


def recipe(draw, depth, counts):
    return {"blocks": [draw.whole(*counts) for _ in range(depth)]}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "depth",
            1,
            "there is more than one block",
            (2, "there are two blocks"),
            (4, "there are four blocks"),
            (5, "there are more than four blocks"),
            (7, "there are more than four blocks"),
        ),
        factor(
            "counts",
            (1, 1),
            "a block has more than one convolution",
            ((2, 2), "a block has two convolutions"),
            ((1, 4), "the blocks differ"),
        ),
    ),
    values=None,
    lists=(),
)

EXERCISE = Exercise(
    vgg_config,
    replace(LIST, wanted="a list of whole numbers with 0 for each pooling"),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

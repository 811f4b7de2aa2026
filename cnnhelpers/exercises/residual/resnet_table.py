"""Exercise: resnet_table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, instead, then

Rows = list[tuple[int, int, int]]


def resnet_table(counts: Sequence[int], expansion: int = 1) -> Rows:
    """Return a row (in_channels, out_channels, stride) for each block of a ResNet.

    ``counts`` are the blocks of each stage. The first block reads 64 channels. Stage k (from 0)
    gives 64 · 2**k · expansion channels, and the first block of each stage but stage 0 has the
    stride 2, all others 1. ``expansion`` is 1 for basic blocks and 4 for bottlenecks.
    """
    return rows(counts, expansion)


def rows(
    counts: Sequence[int],
    expansion: int,
    strides: Any = lambda stage, number, count: 2 if stage and not number else 1,
    width: Any = lambda stage, expansion: 64 * 2**stage * expansion,
    first: int = 64,
    reads: Any = None,
    blocks: Any = lambda stage, count: count,
) -> Rows:
    """Return the table, with a place for each mistake."""
    table, channels = [], first
    for stage, count in enumerate(counts):
        out = width(stage, expansion)
        for number in range(blocks(stage, count)):
            read = channels if reads is None else reads(stage, number, out, channels, expansion)
            table.append((read, out, strides(stage, number, count)))
            channels = out
    return table


CASES = (
    case(counts=(1, 2)),
    case(counts=(2, 2, 2, 2)),
    case(counts=(3, 4, 6, 3)),
    case(counts=(3, 4, 6, 3), expansion=4),
    case(counts=(2, 1, 3), expansion=2),
    case(counts=(3, 4, 23, 3), expansion=4),
    case(counts=(1, 1, 1, 1, 1)),
)


def by_torch(torch: Any, counts: Sequence[int], expansion: int = 1) -> Rows:
    """The rows are read off convolutions that a signal has gone through."""
    x = torch.empty(1, 64, 56, 56, device="meta")
    found = []
    for stage, count in enumerate(counts):
        for number in range(count):
            stride = 2 if stage and not number else 1
            layer = torch.nn.Conv2d(
                x.shape[1], 64 * 2**stage * expansion, 3, stride, 1, device="meta"
            )
            after = layer(x)
            found.append((x.shape[1], after.shape[1], x.shape[2] // after.shape[2]))
            x = torch.empty(1, after.shape[1], 56, 56, device="meta")
    return found


def way(**pieces: Any) -> Way:
    return instead(lambda counts, expansion: rows(counts, expansion, **pieces))


def nested(counts: Sequence[int], expansion: int) -> list[Rows]:
    table, stages = rows(counts, expansion), []
    for count in counts:
        stages.append(table[:count])
        table = table[count:]
    return stages


MISTAKES = (
    Mistake(
        "nested",
        "There is a list for each stage; there should be one list of all blocks.",
        "`extend` and `+=` go on with the rows of a list, `append` puts the list in as it is. A "
        "comprehension may have two `for`, one after the other.",
        instead(nested),
    ),
    Mistake(
        "four-stages-only",
        "The table ends after four stages; there should be one for each number in `counts`.",
        "Where do the four come from? If you use `zip`: it ends with the shorter of two lists.",
        instead(lambda counts, expansion: rows(counts[:4], expansion)),
    ),
    Mistake(
        "stride-in-first-stage",
        "The first stage begins with a stride of 2, too; it should keep the size. The pooling "
        "before it has halved it already.",
        "In ImageNet's networks stage 0 keeps 56 × 56.",
        then(lambda table, a: [(*table[0][:2], 2), *table[1:]]),
    ),
    Mistake(
        "stride-missing",
        "All strides are 1.",
        "Each stage but the first should halve the size.",
        then(lambda table, a: [(read, out, 1) for read, out, _ in table]),
    ),
    Mistake(
        "stride-in-all-blocks",
        "Blocks after the first of a stage have the stride 2, too; only the first should.",
        "From stage 1 on, a stage should halve the size once.",
        way(strides=lambda stage, number, count: 2 if stage else 1),
        way(strides=lambda stage, number, count: 2),
    ),
    Mistake(
        "stride-in-last-block",
        "The stride of 2 is at the last block of a stage; it should be at the first.",
        "A stage should begin with the smaller image.",
        way(strides=lambda stage, number, count: 2 if number == count - 1 else 1),
        way(strides=lambda stage, number, count: 2 if stage and number == count - 1 else 1),
    ),
    Mistake(
        "stride-of-the-channels",
        "The stride is 2 wherever channels change, so stage 0 of a bottleneck network has it, too.",
        "Stage 0 should keep the size, even where its first block gives more channels.",
        instead(lambda counts, expansion: [
            (read, out, 2 if read != out else 1) for read, out, _ in rows(counts, expansion)
        ]),
    ),
    Mistake(
        "expansion-forgotten",
        "The expansion is not used.",
        "A bottleneck gives 4 times as many channels as its 3×3 convolution has.",
        instead(lambda counts, expansion: rows(counts, 1)),
    ),
    Mistake(
        "expansion-in-reading",
        "A block does not read as many channels as the block before it gives; it should.",
        "What a block gives is what the next one reads, the expansion included.",
        way(reads=lambda stage, number, out, before, expansion: before if number or not stage
            else 64 * 2 ** (stage - 1)),
        way(reads=lambda stage, number, out, before, expansion: out // expansion if number
            else before),
        way(reads=lambda stage, number, out, before, expansion: out // expansion if number
            else max(64, 32 * 2**stage)),
        way(reads=lambda stage, number, out, before, expansion: out),
        way(reads=lambda stage, number, out, before, expansion: out if stage or number else 64),
        way(reads=lambda stage, number, out, before, expansion: 64),
        way(reads=lambda stage, number, out, before, expansion: out // 2 if stage else 64),
    ),
    Mistake(
        "first-reads-expanded",
        "The first block reads expanded channels; it should read 64.",
        "The convolution at the bottom gives 64 channels, in all of these networks.",
        instead(lambda counts, expansion: rows(counts, expansion, first=64 * expansion)),
    ),
    Mistake(
        "image-for-first",
        "The first block reads the 3 channels of the image; it should read 64. A convolution "
        "comes before it.",
        "The convolution at the bottom gives 64 channels.",
        way(first=3),
    ),
    Mistake(
        "width-starts-late",
        "The channels do not begin with 64.",
        "The stages have 64, 128, 256 and 512 channels, times the expansion.",
        way(width=lambda stage, expansion: 128 * 2**stage * expansion),
        way(width=lambda stage, expansion: 32 * 2**stage * expansion),
        way(width=lambda stage, expansion: 16 * 2**stage * expansion),
    ),
    Mistake(
        "width-not-doubled",
        "The channels are not doubled from stage to stage.",
        "The stages have 64, 128, 256 and 512 channels, times the expansion.",
        way(width=lambda stage, expansion: 64 * expansion),
        way(width=lambda stage, expansion: 64 * (stage + 1) * expansion),
    ),
    Mistake(
        "doubled-in-each-block",
        "The channels are doubled with each block; they should be doubled with each stage.",
        "All blocks of a stage should give the same number of channels.",
        instead(lambda counts, expansion: [
            (64 * expansion * 2 ** max(0, n - 1) if n else 64, 64 * expansion * 2**n, stride)
            for n, (_, _, stride) in enumerate(rows(counts, expansion))
        ]),
    ),
    Mistake(
        "one-block-too-few",
        "A block of each stage is missing.",
        "`counts` counts all blocks of a stage, the one with the stride included.",
        way(blocks=lambda stage, count: count - 1),
    ),
    Mistake(
        "one-block-too-many",
        "Stages have one block too many.",
        "`counts` counts all blocks of a stage, the one with the stride included.",
        way(blocks=lambda stage, count: count + 1),
        way(blocks=lambda stage, count: count + 1 if stage else count),
    ),
    Mistake(
        "layers-for-blocks",
        "There are two rows for each block; there should be one.",
        "One row for each block; `counts[k]` of them in stage k.",
        instead(lambda counts, expansion: [
            row for row in rows(counts, expansion) for _ in range(2)
        ]),
    ),
    Mistake(
        "all-counts-alike",
        "All stages have as many blocks as one another, whatever `counts` says.",
        "Stage k should have `counts[k]` blocks.",
        instead(lambda counts, expansion: rows([counts[0]] * len(counts), expansion)),
        instead(lambda counts, expansion: rows([1] * len(counts), expansion)),
    ),
    Mistake(
        "order-of-row",
        "The numbers of a row stand in another order.",
        "The order should be (in_channels, out_channels, stride).",
        instead(lambda counts, expansion: [
            (out, read, stride) for read, out, stride in rows(counts, expansion)
        ]),
        instead(lambda counts, expansion: [
            (stride, read, out) for read, out, stride in rows(counts, expansion)
        ]),
    ),
)  # fmt: skip


def recipe(draw: Any, counts: tuple[int, ...], expansion: int) -> dict[str, Any]:
    return {"counts": counts, "expansion": expansion}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "counts",
            (2, 2),
            "there are other stages than two of 2 blocks",
            ((1, 1), "each stage has one block"),
            ((3, 1), "the stages have different counts"),
            ((2, 2, 2, 2), "there are 4 stages"),
            ((4,), "there is one stage"),
        ),
        factor(
            "expansion",
            1,
            "the expansion is not 1",
            (4, "the expansion is 4"),
            (2, "the expansion is 2"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(
    resnet_table,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: bottleneck_cost."""

from __future__ import annotations

from typing import Any

from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, Way, instead


def bottleneck_cost(
    in_channels: int,
    inner: int,
    out_channels: int,
    height: int,
    width: int,
    stride: int = 1,
    stride_first: bool = False,
) -> int:
    """Return the MACs of a bottleneck: 1×1 down to ``inner``, 3×3, 1×1 up to ``out_channels``.

    ``height`` and ``width`` are those of the input, each 3×3 is padded by 1. The stride is at the
    3×3 convolution, or with ``stride_first`` at the first 1×1; it leaves every stride-th row and
    column, the first included. The shortcut is not counted.
    """
    return cost(in_channels, inner, out_channels, height, width, stride, stride_first)


def pixels(height: int, width: int, stride: int) -> int:
    """Return how many positions a stride leaves."""
    return -(-height // stride) * -(-width // stride)


def cost(
    i: int,
    m: int,
    o: int,
    h: int,
    w: int,
    s: int,
    first: bool,
    taps: tuple[int, int, int] = (1, 9, 1),
    positions: Any = pixels,
    where: Any = None,
) -> int:
    """Return the MACs, with a place for each mistake; ``where`` says which layers are small."""
    small, large = positions(h, w, s), positions(h, w, 1)
    sizes = where(small, large, first) if where else (small if first else large, small, small)
    weights = (i * m * taps[0], m * m * taps[1], m * o * taps[2])
    return sum(size * weight for size, weight in zip(sizes, weights))


CASES = (
    case(in_channels=2, inner=1, out_channels=4, height=1, width=1),
    case(in_channels=8, inner=2, out_channels=6, height=4, width=6, stride=2),
    case(in_channels=8, inner=2, out_channels=6, height=4, width=6, stride=2, stride_first=True),
    case(in_channels=256, inner=64, out_channels=256, height=56, width=56),
    case(in_channels=5, inner=3, out_channels=7, height=5, width=8, stride=3),
    case(in_channels=5, inner=3, out_channels=7, height=7, width=5, stride=2, stride_first=True),
    case(in_channels=256, inner=128, out_channels=512, height=56, width=56, stride=2),
    case(in_channels=6, inner=4, out_channels=9, height=3, width=5, stride_first=True),
)


def by_torch(
    torch: Any,
    in_channels: int,
    inner: int,
    out_channels: int,
    height: int,
    width: int,
    stride: int = 1,
    stride_first: bool = False,
) -> int:
    """Each output of a convolution costs as many MACs as its filter has weights."""
    first, second = (stride, 1) if stride_first else (1, stride)
    layers = [
        torch.nn.Conv2d(in_channels, inner, 1, first, bias=False, device="meta"),
        torch.nn.Conv2d(inner, inner, 3, second, 1, bias=False, device="meta"),
        torch.nn.Conv2d(inner, out_channels, 1, bias=False, device="meta"),
    ]
    x, total = torch.empty(1, in_channels, height, width, device="meta"), 0
    for layer in layers:
        x = layer(x)
        total += x.numel() * layer.weight[0].numel()
    return total


def way(**pieces: Any) -> Way:
    return instead(lambda **a: cost(*a.values(), **pieces))


def changed(change: Any) -> Way:
    return instead(lambda **a: change(*a.values()))


def without_padding(i: int, m: int, o: int, h: int, w: int, s: int, first: bool) -> int:
    at_first, at_second = (s, 1) if first else (1, s)
    h, w = -(-h // at_first), -(-w // at_first)
    rows, columns = (h - 3) // at_second + 1, (w - 3) // at_second + 1
    return i * m * h * w + (9 * m + o) * m * rows * columns


MISTAKES = (
    Mistake(
        "stride-place-reversed",
        "`stride_first` is taken the wrong way round.",
        "With `stride_first` the first 1×1 should have the stride; without it the first 1×1 "
        "should still see the whole input.",
        way(where=lambda small, large, first: (large if first else small, small, small)),
    ),
    Mistake(
        "stride-always-first",
        "The stride is at the first 1×1, whatever `stride_first` says.",
        "By default the first 1×1 should still see the whole input.",
        way(where=lambda small, large, first: (small, small, small)),
    ),
    Mistake(
        "stride-never-first",
        "`stride_first` is not used: the stride is always at the 3×3.",
        "With `stride_first` all three convolutions should give the small image.",
        way(where=lambda small, large, first: (large, small, small)),
    ),
    Mistake(
        "stride-missing",
        "The stride is not used.",
        "After a stride of 2 there is a quarter of the positions.",
        way(where=lambda small, large, first: (large, large, large)),
    ),
    Mistake(
        "stride-too-late",
        "The 3×3 convolution with the stride is counted with the size of its *input*; it should "
        "be that of its output.",
        "A convolution is computed once for each pixel of its *output*.",
        way(where=lambda small, large, first: (large, small if first else large, small)),
        way(where=lambda small, large, first: (large, large, small)),
        way(where=lambda small, large, first: (small,) * 3 if first else (large, large, small)),
    ),
    Mistake(
        "stride-twice",
        "The size falls twice.",
        "The stride should stand at one of the three convolutions only.",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, 0, h, w, s, first)
                + m * o * pixels(h, w, s * s)),
    ),
    Mistake(
        "all-divided",
        "The cost without a stride is divided as a whole. By default the first 1×1 should still "
        "see the whole input, and rows and columns should be rounded up each by itself.",
        "Count each of the three convolutions with the size of its own output.",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, 1, first) // s**2),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, 1, first) / s**2),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, 1, first) // s),
    ),
    Mistake(
        "stride-along-one-axis",
        "The number of positions is divided by the stride once; it should be divided for rows and "
        "for columns.",
        "The stride makes the image smaller down and across.",
        way(positions=lambda h, w, s: -(-h // s) * w),
        way(positions=lambda h, w, s: h * -(-w // s)),
        way(positions=lambda h, w, s: h * w // s),
    ),
    Mistake(
        "rounded-down",
        "Sizes that the stride does not divide are rounded down; they should be rounded up.",
        "A padded 3×3 with stride 2 gives 3 outputs from 5 pixels.",
        way(positions=lambda h, w, s: (h // s) * (w // s)),
    ),
    Mistake(
        "rounded-together",
        "The number of positions is divided by stride² and rounded up; rows and columns should be "
        "rounded up each by itself.",
        "5 × 5 pixels and a stride of 2: that gives 3 rows of 3, not ⌈25 / 4⌉.",
        way(positions=lambda h, w, s: -(-h * w // s**2)),
    ),
    Mistake(
        "unpadded",
        "The 3×3 is counted without its padding, so that it loses two rows and two columns.",
        "A padding of 1 keeps the size; the stride alone makes it smaller.",
        changed(without_padding),
    ),
    Mistake(
        "kernel-one-axis",
        "The 3×3 kernel is not counted with 9 weights.",
        "It has 3 rows of 3.",
        way(taps=(1, 3, 1)),
        way(taps=(1, 6, 1)),
    ),
    Mistake(
        "inner-once",
        "The 3×3 is counted with `inner` once. It reads `inner` channels and gives as many, so it "
        "should be counted twice.",
        "A filter for each channel that it gives, each with weights for each that it reads.",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first, (1, 0, 1))
                + 9 * m * pixels(h, w, s)),
    ),
    Mistake(
        "kernel-forgotten",
        "The kernel's size is not counted.",
        "The middle convolution has 3 × 3 weights for each pair of channels.",
        way(taps=(1, 1, 1)),
    ),
    Mistake(
        "kernel-in-all",
        "A 1×1 convolution is counted as 3×3.",
        "Only the middle one looks at neighbours.",
        way(taps=(9, 9, 9)),
        way(taps=(9, 9, 1)),
        way(taps=(1, 9, 9)),
    ),
    Mistake(
        "wide-middle",
        "The 3×3 convolution is counted with wide channels; it should read `inner` channels and "
        "give `inner`.",
        "That is the point of a bottleneck: the 3×3 stands between the two 1×1.",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first, (1, 0, 1))
                + 9 * i * o * pixels(h, w, s)),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first, (1, 0, 1))
                + 9 * m * o * pixels(h, w, s)),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first, (1, 0, 1))
                + 9 * i * m * pixels(h, w, s)),
    ),
    Mistake(
        "layer-forgotten",
        "Not all of the three convolutions are counted.",
        "There are three: 1×1 down, 3×3, 1×1 up.",
        way(taps=(0, 9, 1)),
        way(taps=(1, 9, 0)),
        way(taps=(1, 0, 1)),
        way(taps=(0, 9, 0)),
    ),
    Mistake(
        "up-from-input",
        "The last 1×1 is not counted from `inner` to `out_channels`.",
        "What does the 3×3 give, and what does the block?",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, 0, h, w, s, first)
                + i * o * pixels(h, w, s)),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, i, h, w, s, first)),
        changed(lambda i, m, o, h, w, s, first: cost(o, m, o, h, w, s, first)),
    ),
    Mistake(
        "shortcut-counted",
        "The projection of the shortcut is counted, too; it should not be.",
        "Count the three convolutions only.",
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first)
                + (i * o * pixels(h, w, s) if i != o or s > 1 else 0)),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first)
                + (i * o * pixels(h, w, s) if i != o else 0)),
        changed(lambda i, m, o, h, w, s, first: cost(i, m, o, h, w, s, first)
                + i * o * pixels(h, w, s)),
    ),
    Mistake(
        "weights-for-macs",
        "Those are the weights; each should be counted once for every pixel.",
        "Times the number of positions, layer by layer.",
        changed(lambda i, m, o, h, w, s, first: i * m + 9 * m * m + m * o),
    ),
    Mistake(
        "operations-for-macs",
        "Multiplications and additions are counted apart; together they should be one MAC.",
        "Count the multiplications only.",
        changed(lambda *a: 2 * cost(*a)),
    ),
)  # fmt: skip


def recipe(draw: Any, **settings: Any) -> dict[str, Any]:
    return settings


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_channels", 8, 1, 6, 64),
        count_factor("inner", 2, 1, 3, 16),
        count_factor("out_channels", 6, 1, 7, 40),
        count_factor("height", 4, 1, 7, 14),
        count_factor("width", 6, 1, 5, 13),
        factor("stride", 1, "the stride is more than 1", (2, "the stride is 2"),
               (3, "the stride is 3")),
        factor("stride_first", False, "the stride comes first", (True, "the stride comes first")),
    ),
    values=None,
)  # fmt: skip

EXERCISE = Exercise(
    bottleneck_cost,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

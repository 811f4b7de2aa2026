"""Mistakes that several exercises share: their words, and what they do to arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers.check.mistakes import Mistake, Way, given, given_all, instead, then
from cnnhelpers.check.naming import INTEGER_DTYPE

Pair = tuple[int, int]


# Pieces -----------------------------------------------------------------------------------------


def pair(value: Any) -> Pair:
    """Return one number for each axis."""
    return tuple(value) if isinstance(value, tuple | list) else (value, value)


def padded(
    x: np.ndarray, sides: tuple[Pair, Pair], mode: str = "constant", **how: Any
) -> np.ndarray:
    """Return x with so many rows before and after, so many columns before and after."""
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [*sides], mode=mode, **how)


def windows(x: np.ndarray, size: Pair, stride: Any = 1, padding: Any = 0) -> np.ndarray:
    """Return the windows of x: axes (..., row, column, row in window, column in window)."""
    (down, across), (top, left) = pair(stride), pair(padding)
    x = padded(x, ((top, top), (left, left)))
    return sliding_window_view(x, size, axis=(-2, -1))[..., ::down, ::across, :, :]


def flipped(kernel: np.ndarray) -> np.ndarray:
    """Return the kernel turned by 180 degrees."""
    return kernel[..., ::-1, ::-1]


def transposed(kernel: np.ndarray) -> np.ndarray:
    """Return the kernel with rows and columns exchanged."""
    return np.swapaxes(kernel, -1, -2)


def square(kernel: np.ndarray) -> bool:
    """Return whether height and width are the same."""
    return kernel.shape[-1] == kernel.shape[-2]


def where(condition: Callable[[dict], bool], way: Way) -> Way:
    """Return the mistake as it is made by code that raises an error unless the condition holds."""

    def before(arguments: dict) -> dict:
        if not condition(arguments):
            raise ValueError
        return way.before(dict(arguments)) if way.before else arguments

    return Way(before, way.after, way.instead)


NOTHING = Way()


def cut(rows: int = 0, columns: int = 0, first: bool = False) -> Way:
    """Return a mistake that leaves out the last (or the first) rows and columns of the answer."""
    if first:
        return then(lambda answer, a: answer[..., rows:, columns:])
    return then(
        lambda answer, a: answer[..., : answer.shape[-2] - rows, : answer.shape[-1] - columns]
    )


def blank(rows: int = 0, columns: int = 0) -> Way:
    """Return a mistake that leaves the last rows and columns of the answer at 0."""

    def spoil(answer: np.ndarray, arguments: dict) -> np.ndarray:
        answer = np.array(answer)
        answer[..., answer.shape[-2] - rows :, :] = 0
        answer[..., answer.shape[-1] - columns :] = 0
        return answer

    return then(spoil)


# Mistakes; `kernel` is the name of the kernel's argument -----------------------------------------


def flipped_kernel(kernel: str = "kernel") -> Mistake:
    """The kernel is turned by 180 degrees: true convolution."""
    return Mistake(
        "flipped-kernel",
        "Your kernel is turned by 180°: that is the true convolution. In a CNN the kernel is laid "
        "on the image as it is (cross-correlation).",
        "Kernel row u meets image row i + u, not i - u; no `[::-1]`, and `np.convolve` or "
        "`scipy.signal.convolve` flip.",
        given(**{kernel: flipped}),
    )


def half_flipped_kernel(kernel: str = "kernel") -> Mistake:
    """The kernel is mirrored along one axis."""
    return Mistake(
        "kernel-mirrored",
        "Your kernel is mirrored along one axis.",
        "Neither axis is turned: kernel[u, v] meets x[i + u, j + v].",
        given(**{kernel: lambda k: k[..., ::-1, :]}),
        given(**{kernel: lambda k: k[..., ::-1]}),
    )


def transposed_kernel(kernel: str = "kernel") -> Mistake:
    """Rows and columns of the kernel are exchanged."""
    turn = given(**{kernel: transposed})
    return Mistake(
        "kernel-transposed",
        "Rows and columns of your kernel are exchanged.",
        "kernel[u, v] meets x[i + u, j + v]: u counts rows in both, v columns.",
        turn,
        where(lambda a: square(a[kernel]), turn),
    )


def off_by_one(*more: Way) -> Mistake:
    """The last or the first windows are left out."""
    return Mistake(
        "off-by-one",
        "A window at the border is missing: the loop ends one too early, or begins one too late.",
        "A kernel of 3 fits into an input of 3 once. There are size - kernel_size + 1 positions, "
        "and `range` leaves its end out by itself.",
        cut(1, 1),
        cut(1, 0),
        cut(0, 1),
        blank(1, 1),
        blank(1, 0),
        blank(0, 1),
        cut(1, 1, first=True),
        *more,
    )


def integer_dtype(*more: Way) -> Mistake:
    """The answer is stored in whole numbers, or goes through them in one of the ``more`` ways."""
    return Mistake(
        "integer-dtype",
        INTEGER_DTYPE.explanation,
        INTEGER_DTYPE.hint,
        then(lambda answer, a: np.trunc(answer)),
        then(lambda answer, a: np.floor(answer)),
        then(lambda answer, a: np.round(answer)),
        *more,
    )


def overwritten(*ways: Way) -> Mistake:
    """``=`` stands where ``+=`` should."""
    return Mistake(
        "sum-overwritten",
        "Only the last product of each window is left: every new one replaces the sum.",
        "Collect with `+=`; `=` forgets what was there.",
        *ways,
    )


def averaged(*ways: Way) -> Mistake:
    """The products are averaged."""
    return Mistake(
        "averaged",
        "It takes the mean of the products; a correlation takes their sum.",
        "`.sum()` instead of `.mean()`, and no division by the number of weights.",
        *ways,
    )


def rectified() -> Mistake:
    """Negative answers are cut off."""
    return Mistake(
        "negatives-cut",
        "Negative values have become 0 (or positive). That is an activation, which comes later.",
        "Leave out `max(0, ...)`, `abs` and `clip`.",
        then(lambda answer, a: np.maximum(answer, 0)),
        then(lambda answer, a: np.abs(answer)),
        then(lambda answer, a: np.clip(answer, 0, 255)),
        then(lambda answer, a: np.clip(answer, 0, 1)),
    )


def standing_still() -> Mistake:
    """Every output is the first window's."""
    return Mistake(
        "window-stands-still",
        "Every output is that of the first window: the window does not move.",
        "The window must depend on the loop's variables: `x[i + u, j + v]`, not `x[u, v]`.",
        then(lambda answer, a: np.zeros_like(answer) + answer[..., :1, :1]),
        then(lambda answer, a: np.zeros_like(answer) + answer[..., :1, :]),
        then(lambda answer, a: np.zeros_like(answer) + answer[..., :, :1]),
    )


def pairs_unsupported(*names: str) -> Mistake:
    """One number works, a pair raises."""

    def plain(*some: str) -> Way:
        return where(lambda a: not any(isinstance(a[name], tuple) for name in some), NOTHING)

    each = [plain(name) for name in names]
    both = [plain(*names)] if len(names) > 1 else []
    return Mistake(
        "pairs-unsupported",
        f"It works when {' and '.join(names)} are one number, and fails for a pair such as (2, 1).",
        "At the beginning, make a pair of a number: "
        f"`if isinstance({names[0]}, int): {names[0]} = ({names[0]}, {names[0]})`.",
        *both,
        *each,
    )


def before_and_after(*functions: Callable) -> Mistake:
    """A pair is given to ``np.pad``, which reads it otherwise."""
    return Mistake(
        "padding-before-after",
        "A pair is padding for rows and for columns here; `np.pad(x, (2, 1))` takes it for 2 "
        "before and 1 after, along every axis.",
        "Give `np.pad` a pair for each axis: `np.pad(x, ((p, p), (q, q)))`.",
        *(instead(function) for function in functions),
    )


def stride_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with an argument ``stride``."""
    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "Window i begins at i * stride, and there are about stride times fewer of them.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "The stride is right along one axis only.",
            "Rows move by stride[0], columns by stride[1].",
            given(stride=lambda s: (pair(s)[0], 1)),
            given(stride=lambda s: (1, pair(s)[1])),
            given(stride=lambda s: pair(s)[0]),
            given(stride=lambda s: pair(s)[1]),
        ),
        Mistake(
            "strides-swapped",
            "The two strides are exchanged.",
            "A pair is (down, across): rows first, as in every shape.",
            given(stride=lambda s: pair(s)[::-1]),
        ),
    )


def padding_mistakes(x: str = "x") -> tuple[Mistake, ...]:
    """Mistakes with an argument ``padding`` around ``x``."""

    def padded_by(sides: Callable[[int, int], tuple[Pair, Pair]], mode="constant", **how) -> Way:
        return given_all(
            lambda a: {
                x: padded(a[x], sides(*pair(a["padding"])), mode, **how),
                "padding": 0,
            }
        )

    def both(p: int, q: int) -> tuple[Pair, Pair]:
        return (p, p), (q, q)

    return (
        Mistake(
            "padding-ignored",
            "The padding is not used.",
            "Put zeros around the input first, then go on as without padding.",
            given(padding=lambda p: 0),
        ),
        Mistake(
            "padding-one-side",
            "The padding is added on one side of each axis only.",
            "Padding is per side: top and bottom, left and right.",
            padded_by(lambda p, q: ((p, 0), (q, 0))),
            padded_by(lambda p, q: ((0, p), (0, q))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it is meant for each side.",
            "An input of 5 with padding 1 becomes 7: 5 + 2 * padding.",
            padded_by(lambda p, q: ((p // 2, p - p // 2), (q // 2, q - q // 2))),
            padded_by(lambda p, q: ((p - p // 2, p // 2), (q - q // 2, q // 2))),
            given(padding=lambda p: tuple(side // 2 for side in pair(p))),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding is added on each side.",
            "Padding is per side already; `2 * padding` is only how much the size grows.",
            given(padding=lambda p: tuple(2 * side for side in pair(p))),
        ),
        Mistake(
            "padding-nonzero",
            "The padding is not zero.",
            "Begin with `np.zeros` of the padded shape, or use `np.pad`, which pads with zeros by "
            "default.",
            padded_by(both, "edge"),
            padded_by(both, "constant", constant_values=1),
            padded_by(both, "reflect"),
            padded_by(both, "symmetric"),
            padded_by(both, "wrap"),
            padded_by(both, "mean"),
        ),
        Mistake(
            "paddings-swapped",
            "The two paddings are exchanged.",
            "A pair is (vertical, horizontal): rows above and below first.",
            given(padding=lambda p: pair(p)[::-1]),
        ),
        Mistake(
            "padding-one-axis",
            "The padding is right along one axis only.",
            "padding[0] rows above and below, padding[1] columns left and right.",
            given(padding=lambda p: (pair(p)[0], 0)),
            given(padding=lambda p: (0, pair(p)[1])),
            given(padding=lambda p: pair(p)[0]),
            given(padding=lambda p: pair(p)[1]),
        ),
    )


__all__ = [
    "NOTHING", "Mistake", "averaged", "blank", "cut", "flipped", "flipped_kernel", "given",
    "given_all", "half_flipped_kernel", "instead", "integer_dtype", "off_by_one", "overwritten",
    "padded", "padding_mistakes", "pair", "pairs_unsupported", "rectified", "square",
    "standing_still", "stride_mistakes", "then", "transposed", "transposed_kernel", "where",
    "windows",
]  # fmt: skip

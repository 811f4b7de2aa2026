"""Exercise: convolve2d."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE, KERNEL
from cnnhelpers.check.families.arrays import flipped, square, transposed
from cnnhelpers.check.families.border import off_by_one
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, given, instead, where
from cnnhelpers.exercises.correlation.plane import (
    correlate,
    correlate_by_torch,
    full,
    padded_mistake,
    same,
)


def convolve2d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the true convolution of x (H, W) with kernel (K_H, K_W), valid positions only."""
    return correlate(x, flipped(np.asarray(kernel)))


CASES = (
    case(x=counted(3, 3), kernel=counted(2, 2)),
    case(x=floats([1.0, 2.0, 4.0], [3.0, 5.0, 1.0], [2.0, 1.0, 6.0]), kernel=floats([3.0])),
    case(
        x=floats([1.0, 5.0, 2.0], [4.0, 2.0, 3.0]),
        kernel=floats([1.0, 2.0, 5.0], [3.0, 1.0, 4.0]),
    ),
    case(x=whole(1, 3, 5), kernel=whole(2, 2, 3)),
    case(x=counted(4, 4) + 1, kernel=floats([0.5, -1.0], [1.5, 2.5])),
    case(x=halves(3, 5, 4), kernel=halves(4, 3, 2)),
    case(x=whole(5, 5, 5), kernel=whole(6, 3, 3)),
    case(x=whole(7, 6, 4), kernel=whole(8, 1, 3)),
)


def by_torch(torch, x, kernel):
    return correlate_by_torch(x, kernel[::-1, ::-1])


def rotated(turns):
    return instead(lambda x, kernel: correlate(x, np.rot90(kernel, turns)))


def wrapped(x, kernel):
    """As `x[r - i, c - j]` reads for the outputs from (0, 0) on."""
    rows, columns = (length - taps + 1 for length, taps in zip(x.shape, kernel.shape))
    moved = [
        kernel[i, j] * np.roll(x, (i, j), axis=(0, 1))[:rows, :columns]
        for i, j in np.ndindex(*kernel.shape)
    ]
    return np.sum(moved, axis=0, dtype=float)


MISTAKES = (
    Mistake(
        "not-flipped",
        "That is the cross-correlation: the kernel is not turned by 180°.",
        "Turn the kernel by 180° first: both axes.",
        given(kernel=flipped),
    ),
    Mistake(
        "flipped-one-axis",
        "The kernel is mirrored along one axis only; it should be turned along both.",
        "Reverse the order of the rows, and the order of the columns.",
        given(kernel=lambda k: k[::-1]),
        given(kernel=lambda k: k[:, ::-1]),
    ),
    Mistake(
        "transposed-for-flipped",
        "Rows and columns of the kernel are exchanged; it should only be turned by 180°.",
        "`kernel.T` mirrors the kernel at its diagonal. To turn it by 180°, reverse both of its "
        "axes.",
        given(kernel=lambda k: flipped(transposed(k))),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: flipped(transposed(k)))),
        given(kernel=transposed),
        where(lambda a: square(a["kernel"]), given(kernel=transposed)),
    ),
    Mistake(
        "turned-90",
        "The kernel is turned by 90°; it should be turned by 180°.",
        "If you use `np.rot90`: it turns by 90° unless you say how often.",
        rotated(1),
        rotated(3),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k)))),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k), 3))),
    ),
    Mistake(
        "input-flipped",
        "The answer comes out turned by 180°: the image is turned instead of the kernel.",
        "Turn the kernel: the image should stay as it is.",
        instead(lambda x, kernel: correlate(flipped(x), kernel)),
    ),
    Mistake(
        "output-flipped",
        "That is the cross-correlation, and it comes out turned by 180°.",
        "Turn only the kernel. The image and the answer should stay as they are, and the kernel "
        "should slide over the image, not the image over the kernel.",
        instead(lambda x, kernel: flipped(correlate(x, kernel))),
    ),
    padded_mistake(
        lambda x, kernel: full(x, flipped(kernel)),
        lambda x, kernel: same(x, flipped(kernel)),
    ),
    off_by_one(),
    integer_dtype(),
    Mistake(
        "index-wraps",
        "It begins where the kernel hangs over the edge: negative indices go round to the other "
        "end.",
        "`x[-1]` is the last number. The first output is where the whole kernel fits: with K rows, "
        "`x[r + K - 1 - i, ...]` never leaves the image.",
        instead(wrapped),
    ),
)


def recipe(draw, image, kernel):
    return {"x": draw.array(*image), "kernel": draw.array(*kernel)}


DOMAIN = Domain(recipe, (IMAGE, KERNEL), integers=("x", "kernel"), linear=("x", "kernel"))

EXERCISE = Exercise(convolve2d, ARRAY, CASES, by_torch, MISTAKES, symbol="∗", domain=DOMAIN)

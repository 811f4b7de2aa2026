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


MISTAKES = (
    Mistake(
        "not-flipped",
        "That is the cross-correlation: the kernel is not turned.",
        "Turn the kernel by 180° first: `kernel[::-1, ::-1]`.",
        given(kernel=flipped),
    ),
    Mistake(
        "flipped-one-axis",
        "The kernel is turned along one axis only.",
        "Both axes: `kernel[::-1, ::-1]`. `kernel[::-1]` turns the order of the rows only.",
        given(kernel=lambda k: k[::-1]),
        given(kernel=lambda k: k[:, ::-1]),
    ),
    Mistake(
        "transposed-for-flipped",
        "The kernel is transposed; that mirrors it at its diagonal and does not turn it.",
        "`kernel.T` exchanges rows and columns; `kernel[::-1, ::-1]` turns by 180°.",
        given(kernel=lambda k: flipped(transposed(k))),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: flipped(transposed(k)))),
        given(kernel=transposed),
        where(lambda a: square(a["kernel"]), given(kernel=transposed)),
    ),
    Mistake(
        "turned-90",
        "The kernel is turned by 90° instead of 180°.",
        "`np.rot90` turns by 90°: twice is 180°.",
        rotated(1),
        rotated(3),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k)))),
        where(lambda a: square(a["kernel"]), given(kernel=lambda k: np.rot90(flipped(k), 3))),
    ),
    Mistake(
        "input-flipped",
        "The image is turned instead of the kernel, so the answer comes out turned.",
        "Turn the kernel: the image keeps its place.",
        instead(lambda x, kernel: correlate(flipped(x), kernel)),
    ),
    Mistake(
        "output-flipped",
        "The answer is turned, and not the kernel alone; to turn image and kernel comes to the "
        "same.",
        "Turn the kernel, leave the image and the answer as they are.",
        instead(lambda x, kernel: flipped(correlate(x, kernel))),
    ),
    padded_mistake(
        lambda x, kernel: full(x, flipped(kernel)),
        lambda x, kernel: same(x, flipped(kernel)),
    ),
    off_by_one(),
    integer_dtype(),
)


def recipe(draw, image, kernel):
    return {"x": draw.array(*image), "kernel": draw.array(*kernel)}


DOMAIN = Domain(recipe, (IMAGE, KERNEL), integers=("x", "kernel"), linear=("x", "kernel"))

EXERCISE = Exercise(convolve2d, ARRAY, CASES, by_torch, MISTAKES, symbol="∗", domain=DOMAIN)

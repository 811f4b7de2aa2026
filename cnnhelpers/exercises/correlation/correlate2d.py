"""Exercise: correlate2d."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE, KERNEL
from cnnhelpers.check.families.border import off_by_one
from cnnhelpers.check.families.kernel import flipped_kernel, half_flipped_kernel
from cnnhelpers.check.families.plane import (
    fourier_mistakes,
    square_only,
    sum_mistakes,
    turned_kernel,
)
from cnnhelpers.check.mistake import Mistake, then
from cnnhelpers.exercises.correlation.plane import correlate, padded_mistake


def correlate2d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the cross-correlation of x (H, W) with kernel (K_H, K_W), valid positions only.

    Shape: (H - K_H + 1, W - K_W + 1).
    """
    return correlate(x, kernel)


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


def by_torch(torch: Any, x: Any, kernel: Any, stride: Any = 1, padding: Any = 0) -> np.ndarray:
    return reference.conv2d(x[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]


def size_of_input(answer, a):
    output = np.zeros(a["x"].shape)
    output[: answer.shape[0], : answer.shape[1]] = answer
    return output


MISTAKES = (
    flipped_kernel(),
    half_flipped_kernel(),
    turned_kernel(),
    off_by_one(),
    padded_mistake(),
    Mistake(
        "size-of-input",
        "The output is as large as the input, and its last rows and columns are not filled.",
        "The output should have H - K_H + 1 rows and W - K_W + 1 columns.",
        then(size_of_input),
    ),
    *sum_mistakes(),
    Mistake(
        "windows-side-by-side",
        "The windows stand side by side: each begins where the one before it ends.",
        "The next window should begin one pixel further on.",
        then(lambda answer, a: answer[:: a["kernel"].shape[0], :: a["kernel"].shape[1]]),
    ),
    square_only(),
    *fourier_mistakes(),
)


def recipe(draw, image, kernel):
    return {"x": draw.array(*image), "kernel": draw.array(*kernel)}


DOMAIN = Domain(recipe, (IMAGE, KERNEL), integers=("x", "kernel"), linear=("x", "kernel"))

EXERCISE = Exercise(correlate2d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

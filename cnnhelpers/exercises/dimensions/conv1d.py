"""Exercise: conv1d."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, LENGTH, OUTPUTS, TAPS
from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.exercises.dimensions.layers import layer_mistakes


def conv1d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Return the convolution of x (N, C_in, L) with weight (C_out, C_in, K).

    One bias for each output channel; stride 1, no padding. Shape: (N, C_out, L - K + 1).
    """
    windows = sliding_window_view(np.asarray(x), weight.shape[2], axis=2)  # N, C_in, L_out, K
    return np.einsum("nclk,ock->nol", windows, weight) + column(bias, 1)


CASES = (
    case(x=counted(1, 1, 3) + 1, weight=counted(1, 1, 2) + 1, bias=floats(10.0)),
    case(x=whole(1, 1, 2, 3), weight=whole(2, 2, 2, 2), bias=floats(1.0, -2.0)),
    case(x=counted(1, 2, 5) + 1, weight=halves(3, 3, 2, 3), bias=floats(0.5, 2.0, -1.0)),
    case(x=whole(4, 2, 3, 6), weight=whole(5, 2, 3, 4), bias=whole(6, 2)),
    case(x=halves(7, 3, 2, 7), weight=halves(8, 4, 2, 3), bias=halves(9, 4)),
    case(x=whole(10, 2, 3, 8), weight=whole(11, 3, 3, 5), bias=whole(12, 3)),
)  # fmt: skip


def by_torch(torch, x, weight, bias=None, **options):
    return reference.conv1d(x, weight, bias, **options)


MISTAKES = (*layer_mistakes(conv1d, 1), rectified(), integer_dtype())


def recipe(draw, length, taps, batch, inputs, outputs):
    return {
        "x": draw.array(batch, inputs, length),
        "weight": draw.array(outputs, inputs, taps),
        "bias": draw.array(outputs),
    }


DOMAIN = Domain(
    recipe,
    (LENGTH, TAPS, BATCH, INPUTS, OUTPUTS),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv1d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

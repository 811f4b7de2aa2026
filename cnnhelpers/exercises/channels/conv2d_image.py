"""Exercise: conv2d_image."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE, INPUTS, KERNEL, OUTPUTS
from cnnhelpers.check.families.arrays import windows
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.layers.bias import bias_mistakes, column
from cnnhelpers.check.families.layers.border import (
    off_by_one,
    size_of_input,
    square_only,
    standing_still,
)
from cnnhelpers.check.families.layers.border import padded as padded_input
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
    weight_axes,
)
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified


def conv2d_image(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Return the convolution of x (C_in, H, W) with weight (C_out, C_in, K_H, K_W).

    One bias for each output channel; stride 1, no padding. Shape: (C_out, H - K_H + 1,
    W - K_W + 1).
    """
    x, weight = np.asarray(x), np.asarray(weight)
    found = windows(x, weight.shape[2:])  # C_in, H_out, W_out, K_H, K_W
    return np.einsum("cijuv,ocuv->oij", found, weight) + column(bias, 2)


CASES = (
    case(x=counted(1, 3, 3), weight=counted(1, 1, 2, 2) + 1, bias=floats(1.0)),
    case(x=whole(1, 2, 3, 3), weight=whole(2, 1, 2, 2, 2), bias=floats(-3.0)),
    case(x=whole(3, 2, 3, 4), weight=whole(4, 2, 2, 2, 3), bias=floats(1.0, -2.0)),
    case(x=counted(2, 3, 4) + 1, weight=halves(5, 3, 2, 2, 2), bias=floats(0.5, 0.0, 4.0)),
    case(x=halves(6, 3, 5, 4), weight=halves(7, 4, 3, 3, 2), bias=halves(8, 4)),
    case(x=whole(9, 3, 6, 5), weight=whole(10, 3, 3, 3, 3), bias=whole(11, 3)),
    case(x=whole(12, 3, 4, 6), weight=whole(13, 2, 3, 2, 3), bias=whole(14, 2)),
)


def by_torch(torch, x, weight, bias):
    return reference.conv2d(x[None], weight, bias)[0]


MISTAKES = (
    *flipped_mistakes(2),
    transposed_kernel("weight"),
    *bias_mistakes(2),
    *input_channel_mistakes(conv2d_image, 2),
    *output_channel_mistakes(2),
    weight_axes(conv2d_image),
    *sum_mistakes(2),
    off_by_one(2),
    padded_input(conv2d_image, 2),
    size_of_input(2),
    *standing_still(2),
    square_only("weight"),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, kernel, inputs, outputs):
    return {
        "x": draw.array(inputs, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "bias": draw.array(outputs),
    }


DOMAIN = Domain(
    recipe,
    (IMAGE, KERNEL, INPUTS, OUTPUTS),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv2d_image, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

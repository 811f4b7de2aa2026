"""Exercise: conv2d_batch."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, KERNEL, OUTPUTS, PADDED_IMAGE, PADDING, STRIDE
from cnnhelpers.check.families.arrays import pair, windows
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes, column
from cnnhelpers.check.families.layers.border import off_by_one, square_only, standing_still
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
    weight_axes,
)
from cnnhelpers.check.families.layers.steps import padding_mistakes, stride_mistakes
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified


def conv2d_batch(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in, K_H, K_W).

    One bias for each output channel; ``stride`` and ``padding`` (zeros, per side) are one
    number each, for both directions. Shape: (N, C_out, H_out, W_out), where H_out is
    floor((H + 2 padding - K_H) / stride) + 1.
    """
    x, weight = np.asarray(x), np.asarray(weight)
    found = windows(x, weight.shape[2:], pair(stride), pair(padding))
    return np.einsum("ncijuv,ocuv->noij", found, weight) + column(bias, 2)


CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2) + 1, bias=floats(1.0)),
    case(x=whole(1, 1, 2, 3, 4), weight=whole(2, 2, 2, 2, 3), bias=floats(3.0, -2.0)),
    case(x=counted(1, 1, 4, 4) + 1, weight=halves(3, 1, 1, 3, 3), bias=floats(0.25)),
    case(x=whole(4, 1, 1, 3, 5), weight=whole(5, 1, 1, 2, 3), bias=floats(2.0), padding=1),
    case(x=whole(6, 1, 1, 6, 5), weight=whole(7, 1, 1, 3, 2), bias=floats(-1.0), stride=2),
    case(x=whole(8, 2, 3, 4, 5), weight=whole(9, 4, 3, 3, 2), bias=whole(10, 4)),
    case(x=halves(11, 2, 2, 5, 8), weight=halves(12, 3, 2, 3, 3), bias=halves(13, 3),
          stride=2, padding=1),
    case(x=whole(14, 3, 2, 5, 9), weight=whole(15, 2, 2, 2, 3), bias=whole(16, 2), stride=3,
          padding=2),
    case(x=whole(17, 1, 3, 5, 5), weight=whole(18, 2, 3, 3, 3), bias=floats(1.0, 0.0), stride=2,
          padding=1),
)  # fmt: skip


def by_torch(torch, x, weight, bias=None, **options):
    return reference.conv2d(x, weight, bias, **options)


MISTAKES = (
    *flipped_mistakes(2),
    transposed_kernel("weight"),
    *stride_mistakes(conv2d_batch),
    *padding_mistakes(),
    *bias_mistakes(2),
    *input_channel_mistakes(conv2d_batch, 2),
    *output_channel_mistakes(2),
    weight_axes(conv2d_batch),
    *batch_mistakes(),
    *sum_mistakes(2),
    off_by_one(2, strided=True),
    *standing_still(2),
    square_only("weight"),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, kernel, batch, inputs, outputs, stride, padding):
    (height, width), (rows, columns) = image, kernel
    p, q = pair(padding)
    if rows > height + 2 * p or columns > width + 2 * q:
        raise Impossible
    return {
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "bias": draw.array(outputs),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (PADDED_IMAGE, KERNEL, BATCH, INPUTS, OUTPUTS, STRIDE, PADDING),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv2d_batch, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

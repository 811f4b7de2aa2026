"""Exercise: conv2d."""

from __future__ import annotations

import numpy as np

from cnnhelpers import functional, reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import (
    BATCH,
    DILATIONS,
    INPUTS,
    KERNEL,
    OUTPUTS,
    PADDED_IMAGE,
    PADDINGS,
    STRIDES,
)
from cnnhelpers.check.families.arrays import padded, pair, square
from cnnhelpers.check.families.border import off_by_one, standing_still
from cnnhelpers.check.families.kernel import flipped_kernel, half_flipped_kernel, transposed_kernel
from cnnhelpers.check.families.one_number import padding_misfit
from cnnhelpers.check.families.padding import padding_mistakes, padding_of_output
from cnnhelpers.check.families.pairs import pairs_unsupported
from cnnhelpers.check.families.stride import partial_windows, stride_for_size_only, stride_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given_all, instead, then, where
from cnnhelpers.exercises.convolution.biases import bias_mistakes, whole_before_bias
from cnnhelpers.exercises.convolution.channels import channel_mistakes
from cnnhelpers.exercises.convolution.dilation import dilation_mistakes
from cnnhelpers.exercises.convolution.groups import group_mistakes


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in/groups, K_H, K_W).

    PyTorch's names and defaults: ``padding`` is per side, dilation 1 means no gaps. Shape:
    (N, C_out, H_out, W_out).
    """
    return functional.conv2d(
        x, weight, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )


CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2)),
    case(x=whole(1, 1, 1, 3, 3), weight=whole(2, 2, 1, 2, 2), bias=floats(1.0, -2.0)),
    case(x=counted(1, 1, 4, 4) + 1, weight=halves(3, 1, 1, 3, 3)),
    case(x=whole(5, 1, 3, 3, 2), weight=whole(6, 2, 3, 2, 1), bias=floats(0.5, 3.0)),
    case(x=whole(7, 1, 1, 4, 5), weight=whole(8, 1, 1, 3, 2), stride=2, padding=1),
    case(x=halves(9, 2, 2, 3, 4), weight=halves(10, 3, 2, 2, 3), bias=halves(11, 3)),
    case(x=whole(12, 1, 2, 5, 6), weight=whole(13, 2, 2, 2, 2), stride=(2, 3)),
    case(x=whole(14, 1, 2, 4, 5), weight=whole(15, 1, 2, 3, 3), padding=(2, 1)),
    case(x=whole(25, 1, 1, 6, 5), weight=whole(26, 1, 1, 2, 3), dilation=2),
    case(x=whole(16, 2, 1, 6, 7), weight=whole(17, 2, 1, 2, 3), dilation=(3, 2)),
    case(x=whole(18, 1, 4, 4, 4), weight=whole(19, 4, 2, 2, 3), bias=whole(20, 4), groups=2),
    case(x=whole(21, 2, 3, 4, 5), weight=whole(22, 6, 1, 3, 2), padding=1, groups=3),
    case(
        x=whole(23, 2, 4, 7, 6), weight=whole(24, 2, 2, 3, 2), bias=floats(2.0, -1.0),
        stride=(2, 1), padding=(1, 2), dilation=(2, 3), groups=2,
    ),
)  # fmt: skip


def by_torch(torch, x, weight, bias=None, **options):
    return reference.conv2d(x, weight, bias, **options)


def _square_only() -> Mistake:
    def height_for_both(a):
        x = a["x"]
        if x.shape[-1] < x.shape[-2]:
            raise IndexError
        return {"x": x[..., : x.shape[-2]]}

    def flat(a):
        return square(a["x"])

    def flat_kernel(a):
        return square(a["weight"])

    height = given_all(height_for_both)
    return Mistake(
        "square-only",
        "Height and width are taken for one number; they may be two.",
        "Read both sizes of the image, and both sizes of the kernel.",
        height,
        where(flat_kernel, height),
        where(lambda a: flat(a) and flat_kernel(a)),
        where(flat_kernel),
        where(flat),
    )


def _input_thinned(a):
    (p, q), (down, across) = pair(a["padding"]), pair(a["stride"])
    x = padded(a["x"], ((p, p), (q, q)))[..., ::down, ::across]
    return {"x": x, "stride": 1, "padding": 0}


def _transposed_convolution_order(x, weight, bias, stride, padding, dilation, groups):
    swapped = np.swapaxes(weight, 0, 1)
    return conv2d(
        x, swapped, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )


MISTAKES = (
    flipped_kernel("weight"),
    half_flipped_kernel("weight"),
    transposed_kernel("weight"),
    *stride_mistakes(),
    stride_for_size_only(conv2d),
    Mistake(
        "input-thinned",
        "Pixels of the input are left out before the windows are read. The stride should move the "
        "windows; they should still read neighbouring pixels.",
        "Take every stride-th *window* (or output), not every stride-th pixel.",
        given_all(_input_thinned),
    ),
    *padding_mistakes(),
    *padding_of_output(),
    padding_misfit(),
    *dilation_mistakes(conv2d),
    partial_windows(conv2d),
    off_by_one(),
    *bias_mistakes(),
    *channel_mistakes(),
    *group_mistakes(),
    Mistake(
        "weight-axes-swapped",
        "The first two axes of the weight are exchanged.",
        "The weight's axes are (C_out, C_in / groups, K_H, K_W): output channels first.",
        instead(_transposed_convolution_order),
    ),
    Mistake(
        "stride-for-dilation",
        "Stride and dilation are exchanged.",
        "The window moves by the stride; inside of it, neighbouring taps are the dilation apart.",
        given_all(lambda a: {"stride": a["dilation"], "dilation": a["stride"]}),
    ),
    pairs_unsupported("stride", "padding", "dilation"),
    _square_only(),
    *standing_still(),
    rectified(),
    integer_dtype(then(whole_before_bias)),
)


def recipe(draw, image, kernel, batch, inputs, outputs, bias, stride, padding, dilation, groups):
    (height, width), (rows, columns) = image, kernel
    p, q = padding if isinstance(padding, tuple) else (padding, padding)
    d, e = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    if d * (rows - 1) + 1 > height + 2 * p or e * (columns - 1) + 1 > width + 2 * q:
        raise Impossible
    return {
        "x": draw.array(batch, inputs * groups, *image),
        "weight": draw.array(outputs * groups, inputs, *kernel),
        "bias": draw.array(outputs * groups) if bias else None,
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


DOMAIN = Domain(
    recipe,
    (
        PADDED_IMAGE,
        KERNEL,
        BATCH,
        INPUTS,
        OUTPUTS,
        factor("bias", False, "there is a bias", (True, "there is a bias")),
        STRIDES,
        PADDINGS,
        DILATIONS,
        factor("groups", 1, "there is more than one group", (2, "groups is 2"), (3, "groups is 3")),
    ),
    integers=("x", "weight"),
    linear=("x", "weight"),
)
EXERCISE = Exercise(conv2d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

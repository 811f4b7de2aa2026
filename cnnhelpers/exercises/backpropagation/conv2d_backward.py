"""Exercise: conv2d_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, KERNEL, OUTPUTS, PADDING, STRIDE
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.convolution import Gradients, backward
from cnnhelpers.exercises.backpropagation.convolution_mistakes import (
    batch_mistakes,
    channel_mistakes,
    kernel_mistakes,
    local_derivative_missing,
    padding_mistakes,
    stride_mistakes,
    sum_mistakes,
)
from cnnhelpers.exercises.backpropagation.gradients import (
    GRADIENTS,
    VALUES_OF_LIKE_SIZE,
    batch_divided,
    bias_form_mistakes,
    bias_mistakes,
    negated,
    order_mistake,
    powers,
    upstream_ignored,
)


def conv2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    stride: int = 1,
    padding: int = 0,
) -> Gradients:
    """Return (grad_x, grad_weight, grad_bias) of a convolution.

    ``x`` is (N, C_in, H, W), ``weight`` (C_out, C_in, K_H, K_W) and ``grad_output``, the gradient
    that comes from above, (N, C_out, H_out, W_out). ``stride`` and ``padding`` (per side) are one
    number each. Each gradient has the shape of what it belongs to; that of the bias is (C_out,).
    """
    return backward(grad_output, x, weight, stride, padding)


CASES = (
    case(
        grad_output=powers(1, 1, 2, 2),
        x=counted(1, 1, 3, 3).astype(np.float64),
        weight=floats([[1.0, 2.0], [3.0, 4.0]])[None],
    ),
    case(grad_output=whole(1, 2, 3, 5, 7), x=whole(2, 2, 2, 5, 6), weight=whole(3, 3, 2, 3, 2),
         padding=1),
    case(grad_output=whole(4, 2, 2, 2, 3), x=whole(5, 2, 3, 6, 7), weight=whole(6, 2, 3, 3, 3),
         stride=2),
    case(grad_output=whole(7, 1, 3, 3, 3), x=halves(8, 1, 2, 6, 5), weight=halves(9, 3, 2, 3, 2),
         stride=2, padding=1),
    case(grad_output=whole(10, 3, 2, 3, 4), x=whole(11, 3, 2, 4, 5), weight=whole(12, 2, 2, 2, 2)),
    case(grad_output=whole(13, 1, 2, 2, 3), x=whole(14, 1, 1, 7, 8), weight=whole(15, 2, 1, 2, 2),
         stride=3),
    case(grad_output=whole(19, 1, 1, 2, 3), x=whole(20, 1, 1, 5, 7), weight=whole(21, 1, 1, 3, 3),
         stride=2),
    case(grad_output=halves(16, 1, 1, 5, 7), x=halves(17, 1, 1, 3, 4),
         weight=halves(18, 1, 1, 3, 2), padding=2),
)  # fmt: skip


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, **options: Any
) -> tuple:
    bias = np.zeros(len(weight))
    return reference.gradients("conv2d", [x, weight, bias], grad_output, **options)


MISTAKES = (
    *kernel_mistakes(),
    *stride_mistakes(),
    *padding_mistakes(),
    *sum_mistakes(),
    *channel_mistakes(),
    *batch_mistakes(),
    *bias_form_mistakes(4),
    bias_mistakes(4),
    *batch_divided(),
    order_mistake(3),
    upstream_ignored(conv2d_backward),
    local_derivative_missing(conv2d_backward),
    negated(),
)


def recipe(
    draw: Any,
    image: tuple[int, int],
    kernel: tuple[int, int],
    batch: int,
    inputs: int,
    outputs: int,
    stride: int,
    padding: int,
) -> dict[str, Any]:
    rest = [n + 2 * padding - k for n, k in zip(image, kernel)]
    if min(rest) < 0:
        raise Impossible
    places = [n // stride + 1 for n in rest]
    return {
        "grad_output": draw.array(batch, outputs, *places),
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (IMAGE, KERNEL, BATCH, INPUTS, OUTPUTS, STRIDE, PADDING),
    values=VALUES_OF_LIKE_SIZE,
    integers=("grad_output", "x", "weight"),
)

EXERCISE = Exercise(
    conv2d_backward,
    arrays(*GRADIENTS),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
)

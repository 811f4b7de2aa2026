"""Transposed convolution: the gradient of a convolution's input, used as a layer. Notebook 05.

Sources: Zeiler et al. (2010), "Deconvolutional networks"; Dumoulin and Visin (2016), "A guide to
convolution arithmetic for deep learning". Each input number stamps the kernel, times itself, on
the output; ``padding`` cuts the output's border off, ``output_padding`` adds to its end.
"""

from __future__ import annotations

import numpy as np

from ..shapes import per_axis, whole_number
from . import dispatch
from .arguments import (
    Size,
    Windows,
    array,
    cast,
    floating,
    images,
    ready,
    same_shape,
    working_dtypes,
)


def conv_transpose2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> np.ndarray:
    """Return the transposed convolution of x (N, C_in, H, W), weight (C_in, C_out/groups, K, K).

    Shape: (N, C_out, H_out, W_out) with ``H_out = (H - 1) * stride - 2 * padding
    + dilation * (K - 1) + output_padding + 1``.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    name = "conv_transpose2d"
    x, weight, bias, place, groups = _given(
        name, x, weight, bias, stride, padding, output_padding, groups, dilation
    )
    dtype, working = working_dtypes(x, weight, bias)
    output = dispatch.input_gradient(ready(x, working), ready(weight, working), place, groups)
    if bias is not None:
        output += bias.astype(working)[:, None, None]
    return cast(output, dtype)


def conv_transpose2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias: x's is an ordinary convolution."""
    name = "conv_transpose2d_backward"
    x, weight, _, place, groups = _given(
        name, x, weight, None, stride, padding, output_padding, groups, dilation
    )
    dtype, working = floating(x, weight)
    grad = same_shape(grad_output, (len(x), weight.shape[1] * groups, *place.input), name)
    x, weight, grad = (ready(item, working) for item in (x, weight, grad))
    grads = (
        dispatch.forward(grad, weight, None, place, groups),
        dispatch.weight_gradient(x, grad, place, groups),
        grad.sum(axis=(0, 2, 3)),
    )
    return tuple(item.astype(dtype, copy=False) for item in grads)


def _given(function, x, weight, bias, stride, padding, output_padding, groups, dilation):
    """Return the arguments, and the windows of the convolution whose gradient this is."""
    x, weight = images(x, function, "x", 2), array(weight, f"{function}: weight")
    groups = whole_number(groups, f"{function}: groups", 1)
    stride = per_axis(stride, 2, f"{function}: stride", 1)
    padding = per_axis(padding, 2, f"{function}: padding", 0)
    extra = per_axis(output_padding, 2, f"{function}: output_padding", 0)
    dilation = per_axis(dilation, 2, f"{function}: dilation", 1)
    if weight.ndim != 4 or not all(weight.shape):
        raise ValueError(
            f"{function}: weight must have 4 axes (C_in, C_out / groups, K_H, K_W), none empty, "
            f"not shape {weight.shape}."
        )
    if x.shape[1] != len(weight) or x.shape[1] % groups:
        raise ValueError(
            f"{function}: x has {x.shape[1]} channels and weight {weight.shape} reads "
            f"{len(weight)} in {groups} groups; the two must be equal and the groups divide them."
        )
    if bias is not None:
        bias, channels = array(bias, f"{function}: bias"), weight.shape[1] * groups
        if bias.shape != (channels,):
            raise ValueError(
                f"{function}: bias has shape {bias.shape}, but there are {channels} output "
                f"channels; pass one number for each, shape ({channels},)."
            )
    if any(e >= max(s, d) for e, s, d in zip(extra, stride, dilation)):
        raise ValueError(
            f"{function}: output_padding {extra} must be smaller than the stride {stride} or the "
            f"dilation {dilation}; use a smaller output_padding."
        )
    kernel = weight.shape[2:]
    size = tuple(
        (n - 1) * s - 2 * p + d * (k - 1) + e + 1
        for n, s, p, d, k, e in zip(x.shape[2:], stride, padding, dilation, kernel, extra)
    )
    if min(size) < 1 or not all(x.shape[2:]):
        raise ValueError(
            f"{function}: the output would have size {size}; use a larger input or less padding."
        )
    pairs = tuple((p, p) for p in padding)
    return x, weight, bias, Windows(size, kernel, stride, pairs, dilation, x.shape[2:]), groups

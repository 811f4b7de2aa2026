"""Transposed convolution: the gradient of a convolution's input, used as a layer. Notebook 05.

Sources: Zeiler et al. (2010), "Deconvolutional networks"; Dumoulin and Visin (2016), "A guide to
convolution arithmetic for deep learning". Each input number stamps the kernel, times itself, on
the output; ``padding`` cuts the output's border off, ``output_padding`` adds to its end.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.arguments import Size, cast, ready, same_shape
from cnnhelpers.functional.checked import transposed
from cnnhelpers.functional.fast import dispatch


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
    given = transposed(
        "conv_transpose2d", x, weight, bias, stride, padding, output_padding, groups, dilation
    )
    output = dispatch.input_gradient(given.x, given.weight, given.windows, given.groups)
    if given.bias is not None:
        output += given.bias[:, None, None]
    return cast(output, given.dtype)


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
    options = stride, padding, output_padding, groups, dilation
    x, weight, _, place, groups, dtype = transposed(name, x, weight, None, *options, gradient=True)
    shape = len(x), weight.shape[1] * groups, *place.input
    grad = ready(same_shape(grad_output, shape, name), x.dtype)
    grads = (
        dispatch.forward(grad, weight, None, place, groups),
        dispatch.weight_gradient(x, grad, place, groups),
        grad.sum(axis=(0, 2, 3)),
    )
    return tuple(item.astype(dtype, copy=False) for item in grads)

"""Convolution (cross-correlation, as in every CNN) in one, two and three dimensions.

PyTorch's names, shapes and defaults; ``padding`` is per side, or ``'valid'`` or ``'same'``. The
readable loops are in :mod:`cnnhelpers.functional.naive`.
"""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import Size, cast, flag, ready, same_shape
from cnnhelpers.functional.checked import Convolution, convolution
from cnnhelpers.functional.fast import dispatch, volume, workers

Gradients = tuple[np.ndarray | None, np.ndarray, np.ndarray]


def conv1d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, L) with weight (C_out, C_in/groups, K).

    A signal is an image of height 1. Shape: (N, C_out, L_out).
    """
    given = convolution("conv1d", 1, x, weight, bias, stride, padding, dilation, groups)
    return _forward(_with_height(given))[:, :, 0]


def conv1d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
    need_x: bool = True,
) -> Gradients:
    """Return the gradients of x, weight and bias, given that of the output (N, C_out, L_out).

    See :func:`conv2d_backward`.
    """
    name = "conv1d_backward"
    given = convolution(name, 1, x, weight, None, stride, padding, dilation, groups, gradient=True)
    grad = same_shape(grad_output, _output_shape(given), name)
    need_x = flag(need_x, f"{name}: need_x")
    grads = _backward(grad[:, :, None], _with_height(given), need_x)
    return grads[0][:, :, 0] if need_x else None, grads[1][:, :, 0], grads[2]


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in/groups, K_H, K_W).

    Shape: (N, C_out, H_out, W_out) with
    ``H_out = floor((H + 2 * padding - dilation * (K_H - 1) - 1) / stride) + 1``. Source:
    notebooks 02 to 05. Whole-number arrays give whole numbers, as in PyTorch.

    Raises:
        TypeError: an array does not hold numbers, or an option is not a whole number.
        ValueError: shapes or options do not fit together.
    """
    return _forward(convolution("conv2d", 2, x, weight, bias, stride, padding, dilation, groups))


def conv2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
    need_x: bool = True,
) -> Gradients:
    """Return the gradients of x, weight and bias, given that of the output.

    grad_output has the output's shape (N, C_out, H_out, W_out). Whole-number arrays are read as
    float64, since their gradients are not whole. ``need_x=False`` leaves the gradient of x out
    (None), which a network's first layer need not know. Source: notebook 09.
    """
    name = "conv2d_backward"
    given = convolution(name, 2, x, weight, None, stride, padding, dilation, groups, gradient=True)
    grad = same_shape(grad_output, _output_shape(given), name)
    return _backward(grad, given, flag(need_x, f"{name}: need_x"))


def conv3d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, D, H, W), weight (C_out, C_in/groups, K_D, K_H, K_W).

    Shape: (N, C_out, D_out, H_out, W_out).
    """
    given = convolution("conv3d", 3, x, weight, bias, stride, padding, dilation, groups)
    return cast(volume.forward(given), given.dtype)


def conv3d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
    need_x: bool = True,
) -> Gradients:
    """Return the gradients of x, weight and bias; see :func:`conv2d_backward`."""
    name = "conv3d_backward"
    given = convolution(name, 3, x, weight, None, stride, padding, dilation, groups, gradient=True)
    grad = ready(same_shape(grad_output, _output_shape(given), name), given.x.dtype)
    grad_x = volume.input_gradient(grad, given) if flag(need_x, f"{name}: need_x") else None
    return _answer(given, grad_x, volume.weight_gradient(grad, given), grad)


def _forward(given: Convolution, algorithm: str = "auto") -> np.ndarray:
    return cast(dispatch.forward(*given[:5], algorithm), given.dtype)


def _backward(
    grad_output: np.ndarray, given: Convolution, need_x: bool, algorithm: str = "auto"
) -> Gradients:
    grad, (place, groups) = ready(grad_output, given.x.dtype), given[3:5]
    if need_x:
        grads = dispatch.gradients(grad, given.x, given.weight, place, groups, algorithm)
    else:
        grads = None, dispatch.weight_gradient(grad, given.x, place, groups, algorithm)
    return _answer(given, *grads, grad)


def _answer(given: Convolution, grad_x, grad_weight, grad_output) -> Gradients:
    """Return the gradients in the dtype of the answer; the bias met every window once."""
    batch, filters, pixels = *grad_output.shape[:2], math.prod(grad_output.shape[2:])
    ones, images = np.ones(pixels, grad_output.dtype), grad_output.reshape(batch, filters, pixels)

    def work(start: int, stop: int) -> np.ndarray:
        return (images[start:stop] @ ones).sum(axis=0)

    grad_bias = sum(workers.share(batch, work, images.size))
    grads = grad_x, grad_weight, grad_bias
    return tuple(g if g is None else g.astype(given.dtype, copy=False) for g in grads)


def _output_shape(given: Convolution) -> tuple[int, ...]:
    return (len(given.x), len(given.weight), *given.windows.output)


def _with_height(given: Convolution) -> Convolution:
    return given._replace(
        x=given.x[:, :, None],
        weight=given.weight[:, :, None],
        windows=given.windows.with_height(),
    )

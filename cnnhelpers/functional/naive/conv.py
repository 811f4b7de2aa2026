"""Convolutions as readable loops: each output is a sum over the taps of its window."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    Size,
    cast,
    flag,
    images,
    same_shape,
)
from cnnhelpers.functional.windows import unfold_windows


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
    """Return the convolution of x (N, C_in, L) with weight (C_out, C_in/groups, K)."""
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv1d", 1, x, weight, bias, stride, padding, dilation, groups
    )
    (stride,), ((before, _),), (dilation,) = place.stride, place.padding, place.dilation
    filters, depth, taps = weight.shape
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth  # first input channel of the filter's group
            for i in range(place.output[0]):
                total = 0.0 if bias is None else bias[o]
                for c in range(depth):
                    for k in range(taps):
                        at = i * stride - before + k * dilation
                        if 0 <= at < x.shape[2]:  # else padding, which is zero
                            total += x[n, first + c, at] * weight[o, c, k]
                output[n, o, i] = total
    return cast(output, dtype)


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
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in/groups, K_H, K_W)."""
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv2d", 2, x, weight, bias, stride, padding, dilation, groups
    )
    (stride_y, stride_x), (dilation_y, dilation_x) = place.stride, place.dilation
    (top, _), (left, _) = place.padding
    (height, width), (taps_y, taps_x) = place.input, place.kernel
    filters, depth = weight.shape[:2]
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth  # first input channel of the filter's group
            for i in range(place.output[0]):
                for j in range(place.output[1]):
                    total = 0.0 if bias is None else bias[o]
                    for c in range(depth):
                        for k in range(taps_y):
                            for m in range(taps_x):
                                y = i * stride_y - top + k * dilation_y
                                z = j * stride_x - left + m * dilation_x
                                if 0 <= y < height and 0 <= z < width:  # else padding: zero
                                    total += x[n, first + c, y, z] * weight[o, c, k, m]
                    output[n, o, i, j] = total
    return cast(output, dtype)


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
) -> tuple[np.ndarray | None, ...]:
    """Return the gradients of x, weight and bias: the forward loops, adding to both factors.

    ``need_x=False`` leaves that of x out (None).
    """
    name = "conv2d_backward"
    x, weight, _, place, groups, dtype = checked.convolution(
        name, 2, x, weight, None, stride, padding, dilation, groups, gradient=True
    )
    (stride_y, stride_x), (dilation_y, dilation_x) = place.stride, place.dilation
    (top, _), (left, _) = place.padding
    (height, width), (taps_y, taps_x) = place.input, place.kernel
    filters, depth = weight.shape[:2]
    grad_output = same_shape(grad_output, (len(x), filters, *place.output), name)
    grad_x, grad_weight = np.zeros_like(x), np.zeros_like(weight)
    grad_bias = np.zeros(filters, x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth
            for i in range(place.output[0]):
                for j in range(place.output[1]):
                    upstream = grad_output[n, o, i, j]
                    grad_bias[o] += upstream
                    for c in range(depth):
                        for k in range(taps_y):
                            for m in range(taps_x):
                                y = i * stride_y - top + k * dilation_y
                                z = j * stride_x - left + m * dilation_x
                                if 0 <= y < height and 0 <= z < width:
                                    grad_x[n, first + c, y, z] += upstream * weight[o, c, k, m]
                                    grad_weight[o, c, k, m] += upstream * x[n, first + c, y, z]
    grads = grad_x if flag(need_x, f"{name}: need_x") else None, grad_weight, grad_bias
    return tuple(grad if grad is None else grad.astype(dtype) for grad in grads)


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

    The loops of :func:`conv2d` with one more axis, written as one loop over all positions.
    """
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv3d", 3, x, weight, bias, stride, padding, dilation, groups
    )
    filters, depth = weight.shape[:2]
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n, o, *window in np.ndindex(output.shape):
        first = o // (filters // groups) * depth
        total = 0.0 if bias is None else bias[o]
        for c, *tap in np.ndindex(weight.shape[1:]):
            at = _position(place, window, tap)
            if at is not None:  # else padding, which is zero
                total += x[(n, first + c, *at)] * weight[(o, c, *tap)]
        output[(n, o, *window)] = total
    return cast(output, dtype)


def _position(place, window, tap) -> tuple[int, ...] | None:
    """Return the pixel that a tap of the kernel meets in a window, or None in the padding."""
    at = tuple(
        i * stride - before + k * dilation
        for i, k, stride, (before, _), dilation in zip(
            window, tap, place.stride, place.padding, place.dilation
        )
    )
    return at if all(0 <= a < n for a, n in zip(at, place.input)) else None


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
    """Return the transposed convolution: each input number stamps the kernel on the output."""
    x, weight, bias, place, groups, dtype = checked.transposed(
        "conv_transpose2d", x, weight, bias, stride, padding, output_padding, groups, dilation
    )
    depth, filters = len(weight) // groups, weight.shape[1]
    output = np.zeros((len(x), filters * groups, *place.input), x.dtype)
    if bias is not None:
        for o in range(len(bias)):
            output[:, o] = bias[o]
    for n, c, *window in np.ndindex(x.shape):
        first = c // depth * filters  # first output channel of the input channel's group
        for o, *tap in np.ndindex(weight.shape[1:]):
            at = _position(place, window, tap)
            if at is not None:  # else cut off by the padding
                output[(n, first + o, *at)] += x[(n, c, *window)] * weight[(c, o, *tap)]
    return cast(output, dtype)


def unfold(
    x: np.ndarray, kernel_size: Size, *, dilation: Size = 1, padding: Size = 0, stride: Size = 1
) -> np.ndarray:
    """Return the windows of x (N, C, H, W) as columns (N, C·K_H·K_W, windows)."""
    x = images(x, "unfold", "x", 2)
    place = unfold_windows("unfold", x.shape[2:], kernel_size, stride, padding, dilation)
    output = np.zeros((*x.shape[:2], *place.kernel, *place.output), x.dtype)
    for n, c, k, m, i, j in np.ndindex(output.shape):
        at = _position(place, (i, j), (k, m))
        if at is not None:
            output[n, c, k, m, i, j] = x[(n, c, *at)]
    rows, columns = math.prod(output.shape[1:4]), math.prod(place.output)
    return output.reshape(len(x), rows, columns)

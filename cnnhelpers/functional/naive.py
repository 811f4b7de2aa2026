"""The specification: the taught operations as readable loops.

The same arguments, answers and errors as the fast ones in :mod:`cnnhelpers.functional`, many times
slower. Every loop is one that the notebook's formula has, and nothing is computed by a library.
"""

from __future__ import annotations

import math

import numpy as np

from .arguments import Size, convolution, images, same_shape
from .linear import _checked as checked_linear
from .loss import _checked as checked_loss
from .pool import pool_windows


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
    x, weight, bias, place, groups, dtype = convolution(
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
    return output.astype(dtype)


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
    x, weight, bias, place, groups, dtype = convolution(
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
    return output.astype(dtype)


def conv2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias: the forward loops, adding to both factors."""
    name = "conv2d_backward"
    x, weight, _, place, groups, dtype = convolution(
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
    return grad_x.astype(dtype), grad_weight.astype(dtype), grad_bias.astype(dtype)


def _window(place, i: int, j: int) -> list[tuple[int, int]]:
    """Return the rows and columns that window (i, j) of a pooling sees inside the image."""
    (top, _), (left, _) = place.padding
    rows = [i * place.stride[0] - top + k * place.dilation[0] for k in range(place.kernel[0])]
    columns = [j * place.stride[1] - left + k * place.dilation[1] for k in range(place.kernel[1])]
    height, width = place.input
    return [(y, z) for y in rows for z in columns if 0 <= y < height and 0 <= z < width]


def max_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the largest value in each window of x (N, C, H, W)."""
    x = images(x, "max_pool2d", "x", 2)
    place = pool_windows(
        "max_pool2d", x.shape[2:], kernel_size, stride, padding, dilation, ceil_mode
    )
    output = np.zeros((*x.shape[:2], *place.output), x.dtype)
    for n, c, i, j in np.ndindex(output.shape):
        best = None
        for y, z in _window(place, i, j):
            value = x[n, c, y, z]
            if best is None or value > best or math.isnan(value):
                best = value
        output[n, c, i, j] = best
    return output


def max_pool2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the gradient of x: each window's gradient goes to its first maximum."""
    name = "max_pool2d_backward"
    x = images(x, name, "x", 2)
    place = pool_windows(name, x.shape[2:], kernel_size, stride, padding, dilation, ceil_mode)
    grad_output = same_shape(grad_output, (*x.shape[:2], *place.output), name)
    grad_x = np.zeros(x.shape, np.float64 if x.dtype.kind != "f" else x.dtype)
    for n, c, i, j in np.ndindex(grad_output.shape):
        window = _window(place, i, j)
        first = window[0]
        for y, z in window:
            if x[n, c, y, z] > x[n, c, first[0], first[1]]:
                first = y, z
        grad_x[n, c, first[0], first[1]] += grad_output[n, c, i, j]
    return grad_x


def _divisor(place, i: int, j: int, count_include_pad: bool) -> int:
    """Return how many pixels the mean of window (i, j) counts."""
    if not count_include_pad:
        return len(_window(place, i, j))
    count = 1
    for at, axis in ((i, 0), (j, 1)):
        before, size = place.padding[axis][0], place.input[axis]
        first = at * place.stride[axis] - before
        count *= min(first + place.kernel[axis], size + before) - first
    return count


def avg_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, H, W)."""
    x = images(x, "avg_pool2d", "x", 2)
    place = pool_windows("avg_pool2d", x.shape[2:], kernel_size, stride, padding, 1, ceil_mode)
    kind = x.dtype if x.dtype.kind == "f" else np.float64
    output = np.zeros((*x.shape[:2], *place.output), kind)
    for n, c, i, j in np.ndindex(output.shape):
        total = 0.0
        for y, z in _window(place, i, j):
            total += x[n, c, y, z]
        output[n, c, i, j] = total / _divisor(place, i, j, count_include_pad)
    return output


def avg_pool2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the gradient of x: each window's gradient, shared equally among its pixels."""
    name = "avg_pool2d_backward"
    x = images(x, name, "x", 2)
    place = pool_windows(name, x.shape[2:], kernel_size, stride, padding, 1, ceil_mode)
    grad_output = same_shape(grad_output, (*x.shape[:2], *place.output), name)
    grad_x = np.zeros(x.shape, x.dtype if x.dtype.kind == "f" else np.float64)
    for n, c, i, j in np.ndindex(grad_output.shape):
        share = grad_output[n, c, i, j] / _divisor(place, i, j, count_include_pad)
        for y, z in _window(place, i, j):
            grad_x[n, c, y, z] += share
    return grad_x


def linear(x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    """Return ``x @ weight.T + bias``: x (..., in_features) to (..., out_features)."""
    x, weight, bias = checked_linear("linear", x, weight, bias)
    kind = np.result_type(x, weight) if bias is None else np.result_type(x, weight, bias)
    output = np.zeros((*x.shape[:-1], len(weight)), kind)
    for row in np.ndindex(x.shape[:-1]):
        for o in range(len(weight)):
            total = 0 if bias is None else bias[o]
            for i in range(weight.shape[1]):
                total += x[row][i] * weight[o, i]
            output[row][o] = total
    return output


def relu(x: np.ndarray) -> np.ndarray:
    """Return ``max(x, 0)`` element by element."""
    output = np.array(x)
    for at in np.ndindex(output.shape):
        if output[at] < 0:
            output[at] = 0
    return output


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return ``exp(x) / sum(exp(x))`` along ``axis``."""
    rows = np.moveaxis(np.array(x, np.result_type(np.asarray(x), np.float32)), axis, -1)
    output = np.zeros_like(rows)
    for at in np.ndindex(rows.shape[:-1]):
        largest = max(rows[at])
        exponentials = [math.exp(value - largest) for value in rows[at]]
        for i, value in enumerate(exponentials):
            output[at][i] = value / sum(exponentials)
    return np.moveaxis(output, -1, axis)


def cross_entropy(logits: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean of ``-log softmax(logits)[label]`` over the batch."""
    logits, labels, dtype = checked_loss("cross_entropy", logits, labels, "mean")
    total = 0.0
    for row, label in zip(logits, labels):
        largest = max(row)
        total += math.log(sum(math.exp(value - largest) for value in row)) - (row[label] - largest)
    return dtype.type(total / len(labels))

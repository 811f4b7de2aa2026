"""Pooling as readable loops: a maximum or a mean of each window."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import Size, flag, same_shape


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
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    given = checked.pooling("max_pool2d", 2, x, *options)
    x, place = given.x, given.windows
    output = np.zeros(given.output, x.dtype)
    for n, c, i, j in np.ndindex(output.shape):
        best = -np.inf if x.dtype.kind == "f" else np.iinfo(x.dtype).min
        for y, z in _window(place, i, j):
            value = x[n, c, y, z]
            if value > best or math.isnan(value):
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
    given = checked.pooling(name, 2, x, kernel_size, stride, padding, dilation, ceil_mode)
    x, place = given.x, given.windows
    grad_output = same_shape(grad_output, given.output, name)
    grad_x = np.zeros(x.shape, given.working)
    for n, c, i, j in np.ndindex(grad_output.shape):
        first = None
        for y, z in _window(place, i, j):
            value = x[n, c, y, z]
            if first is None or value > x[n, c, first[0], first[1]] or math.isnan(value):
                first = y, z
        if first is not None:  # else a window of padding only, between dilated taps
            grad_x[n, c, first[0], first[1]] += grad_output[n, c, i, j]
    return grad_x.astype(given.dtype)


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
    counted = flag(count_include_pad, "avg_pool2d: count_include_pad")
    given = checked.pooling("avg_pool2d", 2, x, kernel_size, stride, padding, 1, ceil_mode)
    x, place = given.x, given.windows
    output = np.zeros(given.output, given.dtype)
    for n, c, i, j in np.ndindex(output.shape):
        total = given.working.type(0)  # a sum of float16 may be beyond its numbers
        for y, z in _window(place, i, j):
            total += x[n, c, y, z]
        output[n, c, i, j] = total / _divisor(place, i, j, counted)
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
    counted = flag(count_include_pad, f"{name}: count_include_pad")
    given = checked.pooling(name, 2, x, kernel_size, stride, padding, 1, ceil_mode)
    x, place = given.x, given.windows
    grad_output = same_shape(grad_output, given.output, name)
    grad_x = np.zeros(x.shape, given.working)
    for n, c, i, j in np.ndindex(grad_output.shape):
        share = given.working.type(grad_output[n, c, i, j]) / _divisor(place, i, j, counted)
        for y, z in _window(place, i, j):
            grad_x[n, c, y, z] += share
    return grad_x.astype(given.dtype)

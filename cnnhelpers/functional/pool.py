"""Pooling over windows: the largest or the mean value of each; no parameters. Notebook 07.

PyTorch's conventions: the stride is the kernel size unless given; max pads with minus infinity and
its gradient goes to the *first* of equal maxima; ``ceil_mode`` adds a last window that hangs over
the end as long as it starts inside; ``count_include_pad`` divides by the padding, too.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from cnnhelpers.functional.arguments import (
    Size,
    affordable,
    flag,
    floating,
    images,
    ready,
    same_shape,
)
from cnnhelpers.functional.checked import Pooling, pooling
from cnnhelpers.functional.fast import max_pool, results, workers
from cnnhelpers.functional.windows import Windows
from cnnhelpers.shapes import per_axis

# Maximum ----------------------------------------------------------------------------------------


def _largest(given: Pooling) -> np.ndarray:
    return max_pool.largest(given.x, given.windows)


def _to_largest(function: str, grad_output: object, given: Pooling) -> np.ndarray:
    """Return the gradient of x: each window's, added where its first maximum stands."""
    grad = ready(same_shape(grad_output, given.output, function), given.working)
    return max_pool.gradient(grad, given.x, given.windows).astype(given.dtype, copy=False)


def max_pool1d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the largest value in each window of x (N, C, L); see :func:`max_pool2d`."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    return _largest(pooling("max_pool1d", 1, x, *options))


def max_pool1d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the gradient of x (N, C, L); see :func:`max_pool2d_backward`."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    name = "max_pool1d_backward"
    return _to_largest(name, grad_output, pooling(name, 1, x, *options))


def max_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the largest value in each window of x (N, C, H, W), in x's dtype.

    Shape: (N, C, H_out, W_out) with
    ``H_out = floor((H + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1``, and W_out
    likewise; ``ceil_mode`` rounds up instead, unless the last window would start beyond the image
    and the padding before it. NaN in a window gives NaN.

    Raises:
        TypeError: x does not hold numbers, or an option is not a whole number.
        ValueError: shapes or options do not fit together.
    """
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    return _largest(pooling("max_pool2d", 2, x, *options))


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
    """Return the gradient of x: each window's gradient, added where its first maximum stands.

    grad_output has the output's shape (N, C, H_out, W_out).
    """
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    name = "max_pool2d_backward"
    return _to_largest(name, grad_output, pooling(name, 2, x, *options))


def max_pool3d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the largest value in each window of x (N, C, D, H, W); see :func:`max_pool2d`."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    return _largest(pooling("max_pool3d", 3, x, *options))


def max_pool3d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the gradient of x (N, C, D, H, W); see :func:`max_pool2d_backward`."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    name = "max_pool3d_backward"
    return _to_largest(name, grad_output, pooling(name, 3, x, *options))


# Mean -------------------------------------------------------------------------------------------


def _counts(function: str, place: Windows, count_include_pad: bool) -> np.ndarray:
    """Return what each window's sum is divided by, shape of the output map.

    What hangs over the padded end (``ceil_mode``) never counts; PyTorch's rule.
    """
    counted = flag(count_include_pad, f"{function}: count_include_pad")
    lengths = []
    for axis, (n, (low, _)) in enumerate(zip(place.input, place.padding)):
        first = np.arange(place.output[axis]) * place.stride[axis] - low
        last = first + place.kernel[axis]
        if counted:
            lengths.append(np.minimum(last, n + low) - first)
        else:
            lengths.append(np.minimum(last, n) - np.maximum(first, 0))
    return reduce(np.multiply.outer, lengths)


def _mean(given: Pooling, counts: np.ndarray) -> np.ndarray:
    x, place = given.x, given.windows.seeing()
    if any(map(any, place.padding)):
        x = np.pad(x, ((0, 0), (0, 0), *place.padding))
    taps = place.taps(x)
    total = next(taps).astype(given.working)
    for seen in taps:
        total += seen
    total /= counts.astype(given.working)
    return total.astype(given.dtype, copy=False)


def _shared(function: str, grad_output: object, given: Pooling, counts: np.ndarray) -> np.ndarray:
    """Return the gradient of x: each window's, shared equally among its pixels."""
    place = given.windows.seeing()
    share = same_shape(grad_output, given.output, function) / counts.astype(given.working)
    grad = np.zeros((*given.x.shape[:2], *place.padded), given.working)
    for into in place.taps(grad):
        into += share
    return np.ascontiguousarray(place.inside(grad), given.dtype)


def avg_pool1d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, L); see :func:`avg_pool2d`."""
    name = "avg_pool1d"
    given = pooling(name, 1, x, kernel_size, stride, padding, 1, ceil_mode)
    return _mean(given, _counts(name, given.windows, count_include_pad))


def avg_pool1d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the gradient of x (N, C, L); see :func:`avg_pool2d_backward`."""
    name = "avg_pool1d_backward"
    given = pooling(name, 1, x, kernel_size, stride, padding, 1, ceil_mode)
    return _shared(name, grad_output, given, _counts(name, given.windows, count_include_pad))


def avg_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, H, W), shape (N, C, H_out, W_out).

    The windows are those of :func:`max_pool2d` without dilation; ``count_include_pad=False`` counts
    no padding in a mean. Whole numbers give float64 (PyTorch would drop the fraction: 2.5 becomes
    2).

    Raises:
        TypeError: x does not hold numbers, or an option is not a whole number.
        ValueError: shapes or options do not fit together.
    """
    name = "avg_pool2d"
    given = pooling(name, 2, x, kernel_size, stride, padding, 1, ceil_mode)
    return _mean(given, _counts(name, given.windows, count_include_pad))


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
    """Return the gradient of x: each window's gradient, shared equally among its pixels.

    grad_output has the output's shape (N, C, H_out, W_out).
    """
    name = "avg_pool2d_backward"
    given = pooling(name, 2, x, kernel_size, stride, padding, 1, ceil_mode)
    return _shared(name, grad_output, given, _counts(name, given.windows, count_include_pad))


def avg_pool3d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, D, H, W); see :func:`avg_pool2d`."""
    name = "avg_pool3d"
    given = pooling(name, 3, x, kernel_size, stride, padding, 1, ceil_mode)
    return _mean(given, _counts(name, given.windows, count_include_pad))


def avg_pool3d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the gradient of x (N, C, D, H, W); see :func:`avg_pool2d_backward`."""
    name = "avg_pool3d_backward"
    given = pooling(name, 3, x, kernel_size, stride, padding, 1, ceil_mode)
    return _shared(name, grad_output, given, _counts(name, given.windows, count_include_pad))


def adaptive_avg_pool2d(x: np.ndarray, output_size: Size) -> np.ndarray:
    """Return means over H_out × W_out windows that together cover x (N, C, H, W).

    Window i of O over n pixels reads from ``floor(i n / O)`` to before ``ceil((i + 1) n / O)``;
    ``output_size=1`` is global average pooling. Averaging down and across are two products with
    matrices of fractions.
    """
    x, down, across, dtype = _adaptive("adaptive_avg_pool2d", x, output_size)
    return _between(down, x, across.T).astype(dtype, copy=False)


def adaptive_avg_pool2d_backward(
    grad_output: np.ndarray, x: np.ndarray, output_size: Size
) -> np.ndarray:
    """Return the gradient of x: the same two products, transposed.

    grad_output has the output's shape (N, C, H_out, W_out).
    """
    name = "adaptive_avg_pool2d_backward"
    x, down, across, dtype = _adaptive(name, x, output_size)
    grad = same_shape(grad_output, (*x.shape[:2], len(down), len(across)), name)
    return _between(down.T, grad, across).astype(dtype, copy=False)


def _between(left: np.ndarray, x: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return ``left @ x @ right`` of all images x (N, C, H, W)."""
    x = x.astype(left.dtype, copy=False)
    output = results.empty((*x.shape[:2], len(left), right.shape[1]), x.dtype)

    def work(start: int, stop: int) -> None:
        np.matmul(left @ x[start:stop], right, out=output[start:stop])

    workers.share(len(x), work, x.size)
    return output


def _adaptive(function, x, output_size):
    x = images(x, function, "x", 2)
    if 0 in x.shape[2:]:
        raise ValueError(f"{function}: the input has no pixels, shape {x.shape}.")
    dtype, working = floating(x)
    counts = per_axis(output_size, 2, f"{function}: output_size", 1)
    affordable(function, "the output", (*x.shape[:2], *counts))
    down, across = (_shares(n, count, working) for n, count in zip(x.shape[2:], counts))
    return x, down, across, dtype


def _shares(size: int, count: int, dtype: np.dtype) -> np.ndarray:
    """Return the (count, size) matrix whose row i takes the mean of window i."""
    matrix = np.zeros((count, size), dtype)
    for i in range(count):
        first, end = i * size // count, -(-(i + 1) * size // count)
        matrix[i, first:end] = 1 / (end - first)
    return matrix

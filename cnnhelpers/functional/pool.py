"""Pooling over windows: the largest or the mean value of each; no parameters. Notebook 07.

PyTorch's conventions: the stride is the kernel size unless given; max pads with minus infinity and
its gradient goes to the *first* of equal maxima; ``ceil_mode`` adds a last window that hangs over
the end as long as it starts inside; ``count_include_pad`` divides by the padding, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np

from ..shapes import per_axis
from . import workers
from .arguments import Size, Windows, flag, floating, images, same_shape, times, windows


def pool_windows(
    function: str,
    size: Sequence[int],
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Windows:
    """Return the windows of a pooling; for ``ceil_mode`` the padding after grows as needed.

    Raises:
        TypeError, ValueError: as for a convolution, or the padding exceeds half the kernel.
    """
    axes = len(size)
    kernel = per_axis(kernel_size, axes, f"{function}: kernel_size", 1)
    stride = kernel if stride is None else per_axis(stride, axes, f"{function}: stride", 1)
    padding = per_axis(padding, axes, f"{function}: padding", 0)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    if any(2 * p > k for p, k in zip(padding, kernel)):
        raise ValueError(
            f"{function}: padding {times(padding)} is more than half of kernel {times(kernel)}, "
            "so a window could see padding only; use less padding."
        )
    place = windows(function, size, kernel, stride, padding, dilation)
    if not flag(ceil_mode, f"{function}: ceil_mode"):
        return place
    output = []
    for n, span, s, p in zip(size, spans, stride, padding):
        count = -((span - n - 2 * p) // s) + 1  # division rounded up
        output.append(count - 1 if (count - 1) * s >= n + p else count)
    after = [
        max(p, (count - 1) * s + span - n - p)
        for count, s, span, n, p in zip(output, stride, spans, size, padding)
    ]
    return place._replace(output=tuple(output), padding=tuple(zip(padding, after)))


def _padded(x: np.ndarray, place: Windows, value: float) -> np.ndarray:
    if not any(map(any, place.padding)):
        return x
    return np.pad(x, ((0, 0), (0, 0), *place.padding), constant_values=value)


def _inside(padded: np.ndarray, place: Windows) -> np.ndarray:
    """Return the view without the padding."""
    where = (slice(low, low + n) for n, (low, _) in zip(place.input, place.padding))
    return padded[(..., *where)]


def _taps(padded: np.ndarray, place: Windows) -> Iterator[np.ndarray]:
    """Yield for each position in the kernel the view of what all windows see there."""
    for tap in np.ndindex(place.kernel):
        where = (
            slice(t * d, t * d + s * (n - 1) + 1, s)
            for t, d, s, n in zip(tap, place.dilation, place.stride, place.output)
        )
        yield padded[(..., *where)]


# Maximum ----------------------------------------------------------------------------------------


def _max_pool_place(function, axes, x, kernel_size, stride, padding, dilation, ceil_mode):
    x = images(x, function, "x", axes)
    size = x.shape[2:]
    return x, pool_windows(function, size, kernel_size, stride, padding, dilation, ceil_mode)


def _lowest(dtype: np.dtype) -> float:
    return -np.inf if dtype.kind == "f" else np.iinfo(dtype).min


def _largest(x: np.ndarray, place: Windows) -> np.ndarray:
    if _two_by_two(x, place):
        return _largest_of_four(x, place)
    taps = _taps(_padded(x, place, _lowest(x.dtype)), place)
    best = next(taps).copy()
    for seen in taps:
        np.maximum(best, seen, out=best)
    return best


def _max_pool_backward(function, axes, grad_output, x, *options):
    x, place = _max_pool_place(function, axes, x, *options)
    dtype, _ = floating(x)
    grad_output = same_shape(grad_output, (*x.shape[:2], *place.output), function)
    if _two_by_two(x, place):
        return _first_of_four(grad_output, x, dtype)
    best = _largest(x, place)
    padded = _padded(x, place, _lowest(x.dtype))
    grad = np.zeros(padded.shape, dtype)
    open_ = np.ones(best.shape, bool)  # windows whose first maximum is still to come
    for seen, into in zip(_taps(padded, place), _taps(grad, place)):
        wins = (seen == best) & open_
        open_ &= ~wins
        into += grad_output * wins
    return np.ascontiguousarray(_inside(grad, place))


# The usual case, 2×2 windows side by side: a tournament of two rounds instead of four taps, on as
# many pixels at a time as stay in the cache.

AT_ONCE = 1 << 18  # pixels


def _two_by_two(x: np.ndarray, place: Windows) -> bool:
    usual = place.kernel == place.stride == (2, 2) and place.dilation == (1, 1)
    return usual and not any(map(any, place.padding)) and x.size > 0


def _in_parts(x: np.ndarray, work) -> None:
    """Call ``work(part)`` for slices of the images' channels (N · C, H, W), in threads."""
    step = max(1, AT_ONCE // x[0].size)

    def share(start: int, stop: int) -> None:
        for first in range(start, stop, step):
            work(slice(first, min(first + step, stop)))

    workers.share(len(x), share)


def _beside(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the left and the right pixels of all pairs in a row."""
    end = x.shape[-1] // 2 * 2
    return x[..., :end:2], x[..., 1:end:2]


def _below(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the upper and the lower of all pairs of rows."""
    end = x.shape[-2] // 2 * 2
    return x[..., :end:2, :], x[..., 1:end:2, :]


def _largest_of_four(x: np.ndarray, place: Windows) -> np.ndarray:
    best = np.empty((*x.shape[:2], *place.output), x.dtype)
    x, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, best))

    def work(part: slice) -> None:
        np.maximum(*_beside(np.maximum(*_below(x[part]))), out=flat[part])

    _in_parts(x, work)
    return best


def _first_of_four(grad_output: np.ndarray, x: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Return the gradient of x: first each row's winner, then the upper row's or the lower's.

    On a tie the left one and the upper one win, so the first of all equal ones.
    """
    grad_x = np.empty(x.shape, dtype)
    grad_x[..., x.shape[2] // 2 * 2 :, :] = 0  # in no window
    grad_x[..., x.shape[3] // 2 * 2 :] = 0
    x, grad, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, grad_output, grad_x))

    def work(part: slice) -> None:
        pixels = _beside(x[part][:, : grad.shape[1] * 2])
        shape = pixels[0].shape  # left and right pixels once side by side: read three times
        left, right = (workers.buffer(f"pixels {n}", shape, x.dtype) for n in (0, 1))
        left[...], right[...] = pixels
        largest = workers.buffer("largest", shape, x.dtype)
        above, below = _below(np.maximum(left, right, out=largest))
        rows, winner = (workers.buffer(name, shape, dtype) for name in ("rows", "winner"))
        upper, lower = _below(rows)
        np.multiply(grad[part], above >= below, out=upper)
        np.subtract(grad[part], upper, out=lower)
        into_left, into_right = _beside(flat[part][:, : grad.shape[1] * 2])
        into_left[...] = np.multiply(rows, left >= right, out=winner)
        into_right[...] = np.subtract(rows, winner, out=winner)

    _in_parts(x, work)
    return grad_x


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
    return _largest(*_max_pool_place("max_pool1d", 1, x, *options))


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
    return _max_pool_backward("max_pool1d_backward", 1, grad_output, x, *options)


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

    Shape: (N, C, H_out, W_out) with ``floor((H + 2 * padding - kernel) / stride) + 1`` windows
    down, and as many across. NaN in a window gives NaN.

    Raises:
        TypeError: x does not hold numbers, or an option is not a whole number.
        ValueError: shapes or options do not fit together.
    """
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    return _largest(*_max_pool_place("max_pool2d", 2, x, *options))


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
    """Return the gradient of x: each window's gradient, added where its first maximum stands."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    return _max_pool_backward("max_pool2d_backward", 2, grad_output, x, *options)


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
    return _largest(*_max_pool_place("max_pool3d", 3, x, *options))


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
    return _max_pool_backward("max_pool3d_backward", 3, grad_output, x, *options)


# Mean -------------------------------------------------------------------------------------------


def _counts(place: Windows, count_include_pad: bool) -> np.ndarray:
    """Return what each window's sum is divided by, shape of the output map.

    What hangs over the padded end (``ceil_mode``) never counts; PyTorch's rule.
    """
    lengths = []
    for axis, (n, (low, _)) in enumerate(zip(place.input, place.padding)):
        first = np.arange(place.output[axis]) * place.stride[axis] - low
        last = first + place.kernel[axis]
        if count_include_pad:
            lengths.append(np.minimum(last, n + low) - first)
        else:
            lengths.append(np.minimum(last, n) - np.maximum(first, 0))
    return reduce(np.multiply.outer, lengths)


def _avg_pool(function, axes, x, kernel_size, stride, padding, ceil_mode, count_include_pad):
    x = images(x, function, "x", axes)
    place = pool_windows(function, x.shape[2:], kernel_size, stride, padding, 1, ceil_mode)
    counted = flag(count_include_pad, f"{function}: count_include_pad")
    return x, place, _counts(place, counted)


def _avg_pool_forward(function, axes, x, *options):
    x, place, counts = _avg_pool(function, axes, x, *options)
    dtype, working = floating(x)
    taps = _taps(_padded(x, place, 0), place)
    total = next(taps).astype(working)
    for seen in taps:
        total += seen
    total /= counts.astype(working)
    return total.astype(dtype, copy=False)


def _avg_pool_backward(function, axes, grad_output, x, *options):
    x, place, counts = _avg_pool(function, axes, x, *options)
    dtype, working = floating(x)
    grad_output = same_shape(grad_output, (*x.shape[:2], *place.output), function)
    share = grad_output / counts.astype(working)
    grad = np.zeros((*x.shape[:2], *place.padded), working)
    for into in _taps(grad, place):
        into += share
    return np.ascontiguousarray(_inside(grad, place), dtype)


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
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_forward("avg_pool1d", 1, x, *options)


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
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_backward("avg_pool1d_backward", 1, grad_output, x, *options)


def avg_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, H, W).

    ``count_include_pad=False`` divides by the number of pixels that are not padding. Whole numbers
    give float64 (PyTorch would drop the fraction: 2.5 becomes 2).

    Raises:
        TypeError: x does not hold numbers, or an option is not a whole number.
        ValueError: shapes or options do not fit together.
    """
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_forward("avg_pool2d", 2, x, *options)


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
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_backward("avg_pool2d_backward", 2, grad_output, x, *options)


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
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_forward("avg_pool3d", 3, x, *options)


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
    options = (kernel_size, stride, padding, ceil_mode, count_include_pad)
    return _avg_pool_backward("avg_pool3d_backward", 3, grad_output, x, *options)


def adaptive_avg_pool2d(x: np.ndarray, output_size: Size) -> np.ndarray:
    """Return means over H_out × W_out windows that together cover x (N, C, H, W).

    Window i of O over n pixels reads from ``floor(i n / O)`` to before ``ceil((i + 1) n / O)``;
    ``output_size=1`` is global average pooling. Averaging down and across are two products with
    matrices of fractions.
    """
    x, down, across, dtype = _adaptive("adaptive_avg_pool2d", x, output_size)
    return (down @ x.astype(down.dtype, copy=False) @ across.T).astype(dtype, copy=False)


def adaptive_avg_pool2d_backward(
    grad_output: np.ndarray, x: np.ndarray, output_size: Size
) -> np.ndarray:
    """Return the gradient of x: the same two products, transposed."""
    name = "adaptive_avg_pool2d_backward"
    x, down, across, dtype = _adaptive(name, x, output_size)
    grad = same_shape(grad_output, (*x.shape[:2], len(down), len(across)), name)
    return (down.T @ grad.astype(down.dtype, copy=False) @ across).astype(dtype, copy=False)


def _adaptive(function, x, output_size):
    x = images(x, function, "x", 2)
    if 0 in x.shape[2:]:
        raise ValueError(f"{function}: the input has no pixels, shape {x.shape}.")
    dtype, working = floating(x)
    counts = per_axis(output_size, 2, f"{function}: output_size", 1)
    down, across = (_shares(n, count, working) for n, count in zip(x.shape[2:], counts))
    return x, down, across, dtype


def _shares(size: int, count: int, dtype: np.dtype) -> np.ndarray:
    """Return the (count, size) matrix whose row i takes the mean of window i."""
    matrix = np.zeros((count, size), dtype)
    for i in range(count):
        first, end = i * size // count, -(-(i + 1) * size // count)
        matrix[i, first:end] = 1 / (end - first)
    return matrix

"""Convolution as a matrix product over columns (im2col), in blocks that stay in the cache.

Source: Chellapilla, Puri and Simard (2006), "High performance convolutional neural networks for
document processing"; the blocks are ours. Derived in notebook 10. Each window of a channel group
becomes one column of C_in/G · K_H · K_W numbers, so that all windows of all filters are one
product. The columns of a whole batch would be K_H · K_W times as large as the images: a block of
images at a time needs far less memory and is read again while it is still near.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .arguments import Windows

BLOCK = 1 << 19  # numbers in the columns of one block: 2 MB of float32


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H_out, W_out)."""
    filters = weight.reshape(groups, weight.shape[0] // groups, -1)
    output = np.empty((len(x), groups, filters.shape[1], *windows.output), x.dtype)
    flat = output.reshape(*output.shape[:3], -1)
    for block, columns in _blocks(x, windows, groups):
        np.matmul(filters, columns, out=flat[block])
    output = output.reshape(len(x), len(weight), *windows.output)
    if bias is not None:
        output += bias[:, None, None]
    return output


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of the weight (C_out, C_in/G, K_H, K_W), summed over the batch.

    The columns are built a second time: storing them would cost more memory than time.
    """
    filters, depth = grad_output.shape[1], x.shape[1] // groups
    grad = grad_output.reshape(len(x), groups, filters // groups, -1)
    total = np.zeros((groups, filters // groups, depth * np.prod(windows.kernel)), x.dtype)
    for block, columns in _blocks(x, windows, groups):
        total += np.matmul(grad[block], columns.swapaxes(2, 3)).sum(axis=0)
    return total.reshape(filters, depth, *windows.kernel)


def input_gradient(
    grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of x: columns of gradients, added back to where they came from."""
    batch, filters = grad_output.shape[:2]
    transposed = weight.reshape(groups, filters // groups, -1).swapaxes(1, 2)
    grad = grad_output.reshape(batch, groups, filters // groups, -1)
    channels = weight.shape[1] * groups
    padded = np.zeros((batch, channels, *windows.padded), weight.dtype)
    step = max(1, BLOCK // max(1, channels * int(np.prod(windows.kernel)) * grad.shape[-1]))
    for start in range(0, batch, step):
        block = slice(start, start + step)
        columns = np.matmul(transposed, grad[block])
        columns = columns.reshape(-1, channels, *windows.kernel, *windows.output)
        for tap in np.ndindex(windows.kernel):
            _at(padded[block], tap, windows)[...] += columns[:, :, tap[0], tap[1]]
    (top, _), (left, _) = windows.padding
    height, width = windows.input
    return np.ascontiguousarray(padded[:, :, top : top + height, left : left + width])


def _blocks(x: np.ndarray, windows: Windows, groups: int) -> Iterator[tuple[slice, np.ndarray]]:
    """Yield the columns (images, groups, C_in/G·K_H·K_W, H_out·W_out) of a few images at a time."""
    batch, channels = x.shape[:2]
    taps, pixels = int(np.prod(windows.kernel)), int(np.prod(windows.output))
    step = max(1, BLOCK // max(1, channels * taps * pixels))
    for start in range(0, batch, step):
        block = slice(start, min(start + step, batch))
        padded = np.pad(x[block], ((0, 0), (0, 0), *windows.padding))
        spans = tuple(d * (k - 1) + 1 for k, d in zip(windows.kernel, windows.dilation))
        seen = sliding_window_view(padded, spans, axis=(2, 3))
        (down, right), (gap_y, gap_x) = windows.stride, windows.dilation
        rows, columns = windows.output
        seen = seen[:, :, : down * rows : down, : right * columns : right, ::gap_y, ::gap_x]
        seen = seen.transpose(0, 1, 4, 5, 2, 3)
        yield block, seen.reshape(len(padded), groups, channels // groups * taps, pixels)


def _at(padded: np.ndarray, tap: tuple[int, int], windows: Windows) -> np.ndarray:
    """Return the view of the padded images that one tap reads, (..., H_out, W_out)."""
    where = [
        slice(t * d, t * d + s * (n - 1) + 1, s)
        for t, d, s, n in zip(tap, windows.dilation, windows.stride, windows.output)
    ]
    return padded[..., where[0], where[1]]

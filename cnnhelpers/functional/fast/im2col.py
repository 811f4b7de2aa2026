"""Convolution as a matrix product over columns (im2col), in blocks that stay in the cache.

Source: Chellapilla, Puri and Simard (2006), "High performance convolutional neural networks for
document processing"; the blocks are ours. Derived in notebook 10. Each window of a channel group
becomes one column of C_in/G · K_H · K_W numbers, so that all windows of all filters are one
product. The columns of a whole batch would be K_H · K_W times as large as the images: a few images
at a time, or a few rows of one, need little memory and are read again while they are still near.
"""

from __future__ import annotations

import math
from itertools import product
from typing import NamedTuple

import numpy as np

from cnnhelpers.functional.fast import phases, results, workers
from cnnhelpers.functional.windows import Windows

BLOCK = 3 << 19  # numbers in the columns of one block: 6 MB of float32
gradients = None  # they share no work


class Block(NamedTuple):
    """Some images, some rows of their output, and these rows' pixels in a flattened output."""

    images: slice
    rows: slice
    pixels: slice


def blocks(batch: int, height: int, windows: Windows) -> list[Block]:
    """Return blocks whose columns, ``height`` numbers each, together have some BLOCK numbers."""
    rows, width = windows.output
    images, lines = max(1, BLOCK // (height * rows * width)), max(1, BLOCK // (height * width))
    lines = -(-rows // -(-rows // min(rows, lines)))  # equal parts, not a small last one
    images = min(images, -(-batch // workers.threads()))  # something to do for each thread
    return [
        Block(
            slice(first, min(first + images, batch)),
            slice(row, min(row + lines, rows)),
            slice(row * width, min(row + lines, rows) * width),
        )
        for first in range(0, batch, images)
        for row in range(0, rows, lines)
    ]


def columns(
    x: np.ndarray, block: Block, windows: Windows, groups: int, ones: bool = False
) -> np.ndarray:
    """Return a block's columns (images, groups, C_in/G·K_H·K_W, pixels).

    ``ones`` adds a last row of ones, which meets the bias: it is added for free.
    """
    (tall, wide), (down, right), (gap_y, gap_x) = windows.kernel, windows.stride, windows.dilation
    (top, _), (left, _) = windows.padding
    depth, width = x.shape[1] // groups, windows.output[1]
    first, lines = block.rows.start * down, block.rows.stop - block.rows.start
    seen = (lines - 1) * down + gap_y * (tall - 1) + 1  # padded rows, from the first one on
    x = x[block.images, :, max(0, first - top) : max(0, first - top + seen)]
    shape = *x.shape[:2], 1, right, seen, phases.phase_sizes(windows.padded, windows.stride)[1]
    padded = workers.buffer("padded", shape, x.dtype)
    phases.split(x, padded, (max(0, top - first), left))
    height = depth * tall * wide
    result = workers.buffer("columns", (len(x), groups, height + ones, lines * width), x.dtype)
    result[:, :, height:] = 1
    taps = result[:, :, :height].reshape(len(x), groups, depth, tall, wide, lines, width)  # a view
    image, channel, _, next_phase, row, step = padded.strides
    every = right // math.gcd(right, gap_x)  # taps from one to the next in the same phase
    further = every * gap_x // right * step
    strides = image, channel * depth, channel, row * gap_y, further, row * down, step
    for tap in range(min(every, wide)):  # one copy for all taps of a phase
        column, phase = divmod(tap * gap_x, right)
        start = phase * next_phase + column * step
        into = taps[:, :, :, :, tap::every]
        into[...] = np.ndarray(into.shape, x.dtype, padded, start, strides)  # overlapping windows
    return result


def can(shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
    """Return True: columns are made of any windows."""
    return True


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H_out, W_out)."""
    matrix = weight.reshape(groups, len(weight) // groups, -1)
    if bias is not None:
        matrix = np.concatenate([matrix, bias.reshape(groups, -1, 1)], axis=2)
    output = results.empty((len(x), len(weight), *windows.output), x.dtype)
    flat = output.reshape(len(x), groups, matrix.shape[1], -1)
    todo = blocks(len(x), matrix.shape[2] * groups, windows)

    def work(start: int, stop: int) -> None:
        for block in todo[start:stop]:
            seen = columns(x, block, windows, groups, bias is not None)
            np.matmul(matrix, seen, out=flat[block.images, :, :, block.pixels])

    workers.share(len(todo), work)
    return output


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of weight (C_out, C_in/G, K_H, K_W), summed over the batch.

    The columns are built a second time: storing them would cost more memory than time.
    """
    filters, depth = grad_output.shape[1], x.shape[1] // groups
    grad = grad_output.reshape(len(x), groups, filters // groups, -1)
    height = depth * int(np.prod(windows.kernel))
    todo = blocks(len(x), height * groups, windows)

    def work(start: int, stop: int) -> np.ndarray:
        total = np.zeros((groups, filters // groups, height), x.dtype)
        for block in todo[start:stop]:
            seen, part = columns(x, block, windows, groups), grad[block.images, :, :, block.pixels]
            products = workers.buffer("products", (len(part), *total.shape), x.dtype)
            np.matmul(part, seen.swapaxes(2, 3), out=products)
            for one in products:
                total += one
        return total

    total = sum(workers.share(len(todo), work))
    return total.reshape(filters, depth, *windows.kernel)


def input_gradient(
    grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of x (N, C_in, H, W): columns of gradients, added back (col2im).

    The output map is made as wide as the padded images, with zeros on its right and zeros before
    it: so what a pixel gets from one tap, and from the next, is always the same distance apart, and
    :func:`_add_back` is a sum over a view. For stride 1 and no more filters than channels, a
    convolution with the kernels turned round has fewer numbers to move.
    """
    batch, filters, lines, width = grad_output.shape
    if groups == 1 and filters <= weight.shape[1] and can_turn(windows):
        return forward(grad_output, *turned(weight, windows), groups)
    depth = weight.shape[1]
    grad = grad_output.reshape(batch, groups, filters // groups, lines, width)
    matrix = weight.reshape(groups, filters // groups, depth, -1).transpose(0, 3, 2, 1)
    matrix = np.ascontiguousarray(matrix).reshape(groups, -1, filters // groups)  # taps · C_in/G
    rows, wider = phases.phase_sizes(windows.padded, windows.stride)
    gap = (rows - lines) * wider + wider - width  # from the first tap's place to the last one's
    grad_x = results.empty((batch, depth * groups, *windows.input), weight.dtype)
    todo = blocks(batch, matrix.shape[1] * groups, windows._replace(output=(lines, wider)))
    step = todo[0].images.stop
    parts = [block.rows for block in todo if block.images.start == 0]

    def work(start: int, stop: int) -> None:
        for first in range(start, stop, step):
            images = slice(first, min(first + step, stop))
            shape = images.stop - first, groups, depth, *windows.stride, rows * wider
            total = workers.buffer("padded", shape, weight.dtype)
            total[...] = 0
            for part in parts:
                shape = *shape[:2], filters // groups, part.stop - part.start, wider
                wide = workers.buffer("wide", shape, weight.dtype)
                wide[..., :width], wide[..., width:] = grad[images, :, :, part], 0
                wide = wide.reshape(*shape[:3], -1)
                shape = *shape[:2], *windows.kernel, depth, gap + wide.shape[3]
                flat = workers.buffer("columns", (math.prod(shape) + gap,), weight.dtype)
                seen = flat[: math.prod(shape)].reshape(*shape[:2], len(matrix[0]), shape[5])
                np.matmul(matrix, wide, out=seen[..., gap:])
                seen[..., :gap], flat[seen.size :] = 0, 0
                places = slice(part.start * wider, (part.stop + rows - lines) * wider)
                _add_back(seen.reshape(shape), total[..., places], gap, windows)
            grid = total.reshape(len(total), -1, *windows.stride, rows, wider)
            phases.merge(grid, grad_x[images], (windows.padding[0][0], windows.padding[1][0]))

    workers.share(batch, work)
    return grad_x


def _add_back(seen: np.ndarray, total: np.ndarray, gap: int, windows: Windows) -> None:
    """Add columns to phases, in one sum over taps for all phases that have as many.

    Shapes: (N, G, K_H, K_W, C_in/G, gap + places) and (N, G, C_in/G, S_y, S_x, places). What the
    next tap gives to a place stands in the next map, and there some places further back.
    """
    wider = phases.phase_sizes(windows.padded, windows.stride)[1]
    axes = (phases.combs(*axis) for axis in zip(windows.kernel, windows.dilation, windows.stride))
    image, group, row, column, channel, number = seen.strides
    for down, across in product(*axes):
        mine = seen[:, :, down.first :, across.first :]
        mine = mine[..., gap - down.place * wider - across.place :]
        shape = len(down.phases), len(across.phases), down.taps, across.taps
        shape = *mine.shape[:2], *shape, mine.shape[4], total.shape[-1]
        next_row = down.every * row - down.further * wider * number
        next_column = across.every * column - across.further * number
        strides = image, group, row, column, next_row, next_column, channel, number
        view = np.lib.stride_tricks.as_strided(mine, shape, strides, writeable=False)
        into = total[:, :, :, _cut(down.phases), _cut(across.phases)]
        into += np.add.reduce(view, axis=(4, 5)).transpose(0, 1, 4, 2, 3, 5)


def _cut(numbers: range) -> slice:
    return slice(numbers.start, numbers.stop, numbers.step)


def can_turn(windows: Windows) -> bool:
    """Return whether the input's gradient is itself a convolution: :func:`turned`."""
    reach = (d * (k - 1) for k, d in zip(windows.kernel, windows.dilation))
    return windows.stride == (1, 1) and all(max(p) <= r for p, r in zip(windows.padding, reach))


def turned(weight: np.ndarray, windows: Windows) -> tuple[np.ndarray, None, Windows]:
    """Return the weight, bias and windows that convolve the output's gradient to the input's.

    Each pixel met the kernel's taps in the opposite order, so the kernels are turned by 180°, and
    channels and filters change places. For stride 1, without groups; the gradient's padding is what
    the input's leaves of the kernel's reach, and after it what gives the input's size: a transposed
    convolution's output_padding adds pixels that no window reads.
    """
    reach = [d * (k - 1) for k, d in zip(windows.kernel, windows.dilation)]
    sizes = zip(reach, windows.padding, windows.input, windows.output)
    padding = tuple((r - low, n + low - m) for r, (low, _), n, m in sizes)
    around = windows._replace(input=windows.output, output=windows.input, padding=padding)
    return np.ascontiguousarray(weight[:, :, ::-1, ::-1].swapaxes(0, 1)), None, around

"""Convolution in which each filter sees one channel (groups = C_in): all taps in one sum.

Source: Sifre (2014), "Rigid-motion scattering for image classification". With one channel a window
is too short for a matrix product to pay. Instead each tap multiplies the whole image, shifted, and
adds it to the output map: as in the sliding view of :mod:`cnnhelpers.functional.naive`, with the
loop over positions inside. The image is laid down once for each column of the kernel, shifted, and
as wide as the output. Then the taps of a column read the same numbers, only some whole rows further
on, and ``einsum`` adds up all taps in one call, channel by channel, so that a map stays in the
cache from tap to tap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from cnnhelpers.functional.fast import phases, results, workers
from cnnhelpers.functional.fast.im2col import can_turn, turned
from cnnhelpers.functional.windows import Windows

AT_ONCE = 1 << 20  # numbers in the shifted images of as many channels as are computed together
gradients = None  # they share no work


def can(shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
    """Return whether each filter sees one channel of several."""
    return shape[1] == 1 < groups


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H_out, W_out)."""
    output = results.empty((len(x), len(weight), *windows.output), x.dtype)
    maps = output.reshape(len(x), groups, len(weight) // groups, -1)
    kernels = weight.reshape(groups, -1, *windows.kernel).swapaxes(2, 3)  # column by column
    biases = None if bias is None else bias.reshape(groups, -1, 1)

    def work(start: int, stop: int) -> None:
        for images, channels, lines in _parts(start, stop, groups, windows, x.dtype):
            _lay_down(x[images, channels], lines, windows)
            for number in range(kernels.shape[1]):
                into, taps = maps[images, channels, number], kernels[channels, number]
                for rows in _combs(windows):
                    total = into
                    if rows.start:
                        total = workers.buffer("part", into.shape, x.dtype)
                    seen = _comb(lines, rows, windows)
                    np.einsum("cxy,ncxyp->ncp", taps[:, :, rows], seen, out=total)
                    if rows.start:
                        into += total
                if biases is not None:
                    into += biases[channels, number]

    workers.share(len(x), work)
    return output


def input_gradient(
    grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of x: each tap adds the output's gradient to where it read.

    With one filter a channel and stride 1 that is the same as a convolution with turned kernels.
    """
    if len(weight) == groups and can_turn(windows):
        kernels, _, around = turned(weight, windows)
        return forward(grad_output, kernels.swapaxes(0, 1), None, around, groups)
    grad_x = results.empty((len(grad_output), groups, *windows.input), weight.dtype)
    grad = grad_output.reshape(len(grad_x), groups, len(weight) // groups, -1)
    kernels = weight.reshape(groups, -1, *windows.kernel).transpose(2, 0, 3, 1)  # row by row

    def work(start: int, stop: int) -> None:
        for images, channels, lines in _parts(start, stop, groups, windows, weight.dtype):
            lines[...] = 0
            seen = grad[images, channels]
            for taps, piece in zip(kernels, _rows(lines, windows)):
                part = workers.buffer("part", piece.shape, weight.dtype)
                piece += np.einsum("cxk,nckp->ncxp", taps[channels], seen, out=part)
            _add_back(lines, grad_x[images, channels], windows)

    workers.share(len(grad_x), work)
    return grad_x


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of weight (C_out, 1, K_H, K_W): products with the shifted images."""
    tall, wide = windows.kernel
    grad = grad_output.reshape(len(x), groups, grad_output.shape[1] // groups, 1, 1, -1)

    def work(start: int, stop: int) -> np.ndarray:
        result = np.zeros((*grad.shape[1:3], wide, tall), x.dtype)
        for images, channels, lines in _parts(start, stop, groups, windows, x.dtype):
            _lay_down(x[images, channels], lines, windows)
            for rows in _combs(windows):
                seen = _comb(lines, rows, windows)[:, :, None]
                products = _dot(seen, grad[images, channels])
                result[channels, ..., rows] += products.sum(axis=0)
        return result

    total = sum(workers.share(len(x), work)).swapaxes(2, 3)
    return np.ascontiguousarray(total).reshape(-1, 1, tall, wide)


def _dot(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the products of the last axes, one number each.

    As products of a row and a column they are left to BLAS's dot; its larger products take a lock.
    """
    return np.matmul(a[..., None, :], b[..., :, None])[..., 0, 0]


def _parts(
    start: int, stop: int, groups: int, windows: Windows, dtype: np.dtype
) -> Iterator[tuple[slice, slice, np.ndarray]]:
    """Yield some images, some of their channels, and zeros for these, shifted.

    Their shape is (N, C, S_y, K_W, rows, W_out): ``[:, :, p, t, i, j]`` is the pixel of the padded
    image that column t of the kernel meets in the row ``i * S_y + p``, when the window is the j-th
    from the left. They are filled with zeros once, as padding stays the same.
    """
    rows = phases.phase_sizes(windows.padded, windows.stride)[0]
    shape = windows.stride[0], windows.kernel[1], rows, windows.output[1]
    channels = min(groups, max(1, AT_ONCE // math.prod(shape)))
    images = min(stop - start, max(1, AT_ONCE // math.prod(shape) // groups))
    lines = workers.buffer("padded", (images, channels, *shape), dtype)
    lines[...] = 0
    for n in range(start, stop, images):
        for first in range(0, groups, channels):
            some = slice(n, min(n + images, stop)), slice(first, min(first + channels, groups))
            yield *some, lines[: some[0].stop - n, : some[1].stop - first]


def _lay_down(images: np.ndarray, lines: np.ndarray, windows: Windows) -> None:
    """Fill lines with images (N, C, H, W); what lies outside them stays as it is, zero."""
    for pixels, places in _places(windows):
        lines[places] = images[pixels]


def _add_back(lines: np.ndarray, images: np.ndarray, windows: Windows) -> None:
    """Fill images (N, C, H, W) with what lines hold of each pixel, added up."""
    images[...] = 0
    for pixels, places in _places(windows):
        images[pixels] += lines[places]


def _rows(lines: np.ndarray, windows: Windows) -> Iterator[np.ndarray]:
    """Yield for each row of the kernel what its taps read, (N, C, K_W, H_out * W_out)."""
    for tap in range(windows.kernel[0]):
        yield _comb(lines, slice(tap, tap + 1), windows)[:, :, :, 0]


def _combs(windows: Windows) -> list[slice]:
    """Return the rows of the kernel, those together that read the same phase."""
    every = windows.stride[0] // math.gcd(windows.stride[0], windows.dilation[0])
    return [slice(t, None, every) for t in range(min(every, windows.kernel[0]))]


def _comb(lines: np.ndarray, rows: slice, windows: Windows) -> np.ndarray:
    """Return a view of what taps in rows of one phase read: (N, C, K_W, rows, H_out * W_out)."""
    gap, step = windows.dilation[0], windows.stride[0]
    first, phase = divmod(rows.start * gap, step)
    count, each = len(range(*rows.indices(windows.kernel[0]))), (rows.step or 1) * gap // step
    image, channel, deep, column, line, number = lines.strides
    shape = *lines.shape[:2], lines.shape[3], count, math.prod(windows.output)
    strides = image, channel, column, each * line, number
    return np.ndarray(shape, lines.dtype, lines, phase * deep + first * line, strides)


@lru_cache(256)
def _places(windows: Windows) -> list[tuple[tuple, tuple]]:
    """Return for each phase of rows and column of the kernel: pixels of images, places in lines."""
    result = []
    (step, stride), (top, left) = windows.stride, (low for low, _ in windows.padding)
    for phase in range(step):
        rows = _inside(phase - top, step, windows.input[0], -(-windows.padded[0] // step))
        for tap in range(windows.kernel[1]):
            first = tap * windows.dilation[1] - left
            columns = _inside(first, stride, windows.input[1], windows.output[1])
            pixels, places = zip(rows, columns)
            result.append(((..., *pixels), (slice(None), slice(None), phase, tap, *places)))
    return result


def _inside(first: int, step: int, size: int, count: int) -> tuple[slice, slice]:
    """Return which of ``size`` pixels, and of ``count`` places, the first of them at ``first``."""
    low = min(count, max(0, -(first // step)))
    high = min(count, max(low, -(-(size - first) // step)))
    start = low * step + first
    return slice(start, start + (high - low) * step, step), slice(low, high)

"""Convolution in which each filter sees one channel (groups = C_in), tap by tap.

Source: Sifre (2014), "Rigid-motion scattering for image classification". With one channel a window
is too short for a matrix product to pay. Instead each tap multiplies the whole image, shifted, and
adds it to the output map: as in the sliding view of :mod:`cnnhelpers.functional.naive`, with the
loop over positions inside. The map is as wide as a phase of the padded image, so that a tap reads
one contiguous piece; and a few channels at a time stay in the cache from tap to tap.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cnnhelpers.functional.fast import phases, results, workers
from cnnhelpers.functional.fast.im2col import can_turn, turned
from cnnhelpers.functional.windows import Windows

AT_ONCE = 1 << 18  # numbers in the maps of as many channels as are computed together
gradients = None  # they share no work


def can(shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
    """Return whether each filter sees one channel of several."""
    return shape[1] == 1 < groups


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H_out, W_out)."""
    output = results.empty((len(x), len(weight), *windows.output), x.dtype)
    kernels = weight.reshape(groups, len(weight) // groups, -1)

    def work(start: int, stop: int) -> None:
        for n, channels in _parts(start, stop, groups, windows):
            seen, total, part = _maps(channels, windows, x.dtype)
            _split(x[n, channels], seen, windows)
            for number in range(kernels.shape[1]):
                one = slice(channels.start * kernels.shape[1] + number, None, kernels.shape[1])
                into = output[n, one][: len(total)]
                for tap, (phase, shift) in enumerate(phases.taps(windows)):
                    piece = seen[(slice(None), *phase, slice(shift, shift + total.shape[1]))]
                    kernel = kernels[channels, number, tap, None]
                    np.multiply(piece, kernel, out=part if tap else total)
                    if tap:
                        np.add(total, part, out=total)
                if bias is None:
                    into[...] = _cut(total, windows)
                else:
                    np.add(_cut(total, windows), bias[one][: len(total), None, None], out=into)

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
    kernels = weight.reshape(groups, len(weight) // groups, -1)
    before = windows.padding[0][0], windows.padding[1][0]

    def work(start: int, stop: int) -> None:
        for n, channels in _parts(start, stop, groups, windows):
            seen, total, part = _maps(channels, windows, weight.dtype)
            seen[...] = 0
            for number in range(kernels.shape[1]):
                one = slice(channels.start * kernels.shape[1] + number, None, kernels.shape[1])
                _widen(grad_output[n, one][: len(total)], total, windows)
                for tap, (phase, shift) in enumerate(phases.taps(windows)):
                    piece = seen[(slice(None), *phase, slice(shift, shift + total.shape[1]))]
                    np.multiply(total, kernels[channels, number, tap, None], out=part)
                    np.add(piece, part, out=piece)
            phases.merge(_grid(seen, windows)[None], grad_x[n : n + 1, channels], before)

    workers.share(len(grad_x), work)
    return grad_x


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
) -> np.ndarray:
    """Return the gradient of weight (C_out, 1, K_H, K_W): products with the shifted image."""
    shape = groups, grad_output.shape[1] // groups, int(np.prod(windows.kernel))

    def work(start: int, stop: int) -> np.ndarray:
        result = np.zeros(shape, x.dtype)
        for n, channels in _parts(start, stop, groups, windows):
            seen, total, _ = _maps(channels, windows, x.dtype)
            _split(x[n, channels], seen, windows)
            for number in range(shape[1]):
                one = slice(channels.start * shape[1] + number, None, shape[1])
                _widen(grad_output[n, one][: len(total)], total, windows)
                for tap, (phase, shift) in enumerate(phases.taps(windows)):
                    piece = seen[(slice(None), *phase, slice(shift, shift + total.shape[1]))]
                    products = np.matmul(piece[:, None], total[:, :, None])
                    result[channels, number, tap] += products[:, 0, 0]
        return result

    return sum(workers.share(len(x), work)).reshape(-1, 1, *windows.kernel)


def _parts(start: int, stop: int, groups: int, windows: Windows) -> Iterator[tuple[int, slice]]:
    """Yield each image with some of its channels."""
    columns = phases.phase_sizes(windows.padded, windows.stride)[1]
    step = max(1, AT_ONCE // (windows.output[0] * columns))
    for n in range(start, stop):
        for first in range(0, groups, step):
            yield n, slice(first, min(first + step, groups))


def _maps(
    channels: slice, windows: Windows, dtype: np.dtype
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return buffers for the channels' phases (C, S_y, S_x, places) and for two maps (C, places).

    A phase has a row too many, as a tap's last row runs beyond the end.
    """
    rows, columns = phases.phase_sizes(windows.padded, windows.stride)
    count = channels.stop - channels.start
    shape, places = (count, *windows.stride, (rows + 1) * columns), windows.output[0] * columns
    return (
        workers.buffer("padded", shape, dtype),
        workers.buffer("total", (count, places), dtype),
        workers.buffer("part", (count, places), dtype),
    )


def _grid(seen: np.ndarray, windows: Windows) -> np.ndarray:
    """Return the phases as rows and columns."""
    rows, columns = phases.phase_sizes(windows.padded, windows.stride)
    return seen[..., : rows * columns].reshape(*seen.shape[:3], rows, columns)


def _split(images: np.ndarray, seen: np.ndarray, windows: Windows) -> None:
    seen[..., -phases.phase_sizes(windows.padded, windows.stride)[1] :] = 0
    before = windows.padding[0][0], windows.padding[1][0]
    phases.split(images[None], _grid(seen, windows)[None], before)


def _cut(total: np.ndarray, windows: Windows) -> np.ndarray:
    """Return the part of wide maps that is output, (C, H_out, W_out)."""
    return total.reshape(len(total), windows.output[0], -1)[..., : windows.output[1]]


def _widen(grad: np.ndarray, total: np.ndarray, windows: Windows) -> None:
    """Fill wide maps with grad (C, H_out, W_out), and zeros on its right."""
    wide = total.reshape(len(total), windows.output[0], -1)
    wide[..., : windows.output[1]], wide[..., windows.output[1] :] = grad, 0

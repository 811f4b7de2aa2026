"""Winograd's minimal filtering, F(4×4, K×K): convolution with a quarter of the multiplications.

Source: Lavin and Gray (2016), "Fast algorithms for convolutional neural networks", after Winograd
(1980); the matrices by Toom and Cook's method. A 1-D convolution multiplies two polynomials. It is
cheaper to evaluate both at enough points, multiply the values, and interpolate: 4 outputs of a
3-tap kernel need 6 products instead of 12, and 36 instead of 144 in two dimensions. The images are
cut into overlapping tiles; all tiles, channels and filters meet in one matrix product a point.

For stride 1 and square kernels of 3 or 5, without groups or dilation. Interpolating costs accuracy:
errors of some 1e-5 of the largest value in float32, against 4e-7 for ``im2col``. And a NaN or an
infinity spreads over its tile.

Tiles are numbered by image, row and column. A row has one more tile than it needs, for the pixels
that the last one shares with its neighbour: then the next tile is always the next number, also at
a row's end, and gathering the tiles is copying long contiguous pieces.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from cnnhelpers.functional.fast import phases, results, workers
from cnnhelpers.functional.fast.im2col import turned
from cnnhelpers.functional.windows import Windows

TILE = 4  # outputs of a tile, each way
POINTS = 0, 1, -1, 2, -2, 0.5, -0.5  # and infinity
BLOCK = 1 << 20  # numbers in the values of one block of tiles
SMALL = 900_000  # multiplications in a product that OpenBLAS computes the fast way
LEAST = 192  # tiles in a block: with fewer, reading the kernels' values takes too long


@cache
def matrices(
    kernel: int, dtype: np.dtype, tile: int = TILE
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what transforms tiles (P, P), kernels (P, K), and values to outputs (tile, P).

    P = tile + K - 1 points: outputs ``y = out @ ((kernels @ w) * (tiles @ x))`` for K taps w and P
    pixels x.
    """
    count = tile + kernel - 1
    points = np.array(POINTS[: count - 1])
    others = [np.delete(points, j) for j in range(count - 1)]
    tiles = [np.poly(roots)[::-1] for roots in others]  # zero at all points but one
    tiles = np.array([*(np.append(row, 0) for row in tiles), np.poly(points)[::-1]])
    scale = np.array([np.prod(point - roots) for point, roots in zip(points, others)])
    powers = points[:, None] ** np.arange(max(tile, kernel))
    infinity = np.eye(count)[-1]
    kernels = np.vstack([powers[:, :kernel] / scale[:, None], infinity[-kernel:]])
    out = np.vstack([powers[:, :tile], infinity[-tile:]]).T
    return tuple(np.ascontiguousarray(matrix, dtype) for matrix in (tiles, kernels, out))


def can(shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
    """Return whether the kernels are 3×3 or 5×5 at stride 1, undilated and without groups."""
    dense = windows.stride == (1, 1) == windows.dilation
    square = windows.kernel in ((3, 3), (5, 5)) and groups == 1
    return dense and square and max(map(max, windows.padding)) < windows.kernel[0]


def pays(shape: tuple[int, ...], dtype: np.dtype) -> bool:
    """Return whether a convolution has so many channels that the transforms pay.

    In float32 alone: float64 is asked for where the last digits matter.
    """
    return dtype == np.float32 and min(shape[:2]) >= {3: 32, 5: 16}[shape[2]]


def forward(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None, windows: Windows, groups: int = 1
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W), shape (N, C_out, H_out, W_out)."""
    filters, kernel = len(weight), windows.kernel[0]
    _, _, out = matrices(kernel, x.dtype)
    points, output = len(out[0]), results.empty((len(x), filters, *windows.output), x.dtype)
    values = _kernel_values(weight)
    todo = _blocks(len(x), sum(weight.shape[:2]) * points**2, windows)

    def work(start: int, stop: int) -> None:
        for images, rows in todo[start:stop]:
            seen = _tile_values(x[images], rows, windows)
            shape = points, points, filters, seen.shape[-1]
            product = np.matmul(values, seen, out=workers.buffer("products", shape, x.dtype))
            if bias is not None:
                product[1, 1] += bias[:, None]  # at the point (1, 1), which all outputs count once
            part = _separate(out, out, product, "outputs")
            part = part.reshape(TILE, TILE, filters, len(x[images]), -1)
            into = output[images, :, rows.start * TILE : rows.stop * TILE]
            _join(part, into, (0, 0), rows.stop - rows.start)

    workers.share(len(todo), work)
    return output


def input_gradient(
    grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int = 1
) -> np.ndarray:
    """Return the gradient of x: a convolution with the kernels turned round."""
    return forward(grad_output, *turned(weight, windows))


def weight_gradient(
    grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int = 1
) -> np.ndarray:
    """Return the gradient of weight: the steps of :func:`forward`, transposed."""
    filters, channels, kernel = grad_output.shape[1], x.shape[1], windows.kernel[0]
    _, kernels, out = matrices(kernel, x.dtype)
    todo = _blocks(len(x), (filters + channels) * len(kernels) ** 2, windows)

    def work(start: int, stop: int) -> np.ndarray:
        total = 0
        for images, rows in todo[start:stop]:
            seen = _tile_values(x[images], rows, windows)
            total += _products(_output_values(grad_output[images], rows, out), seen)
        return _kernel_gradient(total, kernels)

    return sum(workers.share(len(todo), work))


def gradients(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, windows: Windows, groups: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Return the gradients of x and weight, which share the values of the output's gradient.

    Here the gradient of x is :func:`forward` transposed, too. Its tiles overlap and are added up,
    which threads could not do at once: images that are cut into blocks of rows go the other way.
    """
    filters, channels = weight.shape[:2]
    _, kernels, out = matrices(windows.kernel[0], x.dtype)
    points = len(kernels)
    todo = _blocks(len(x), (filters + channels) * points**2, windows)
    if any(rows != todo[0][1] for _, rows in todo):
        return (
            input_gradient(grad_output, weight, windows),
            weight_gradient(grad_output, x, windows),
        )
    values, grad_x = _kernel_values(weight).swapaxes(2, 3), results.empty(x.shape, x.dtype)

    def work(start: int, stop: int) -> np.ndarray:
        total = 0
        for images, rows in todo[start:stop]:
            grad = _output_values(grad_output[images], rows, out)
            total += _products(grad, _tile_values(x[images], rows, windows))
            shape = points, points, channels, grad.shape[-1]
            back = np.matmul(values, grad, out=workers.buffer("products", shape, x.dtype))
            _add_tiles(back, grad_x[images], windows)
        return _kernel_gradient(total, kernels)

    return grad_x, sum(workers.share(len(todo), work))


def _products(grad: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """Return the values' gradients times the tiles' values, summed over the tiles of a block."""
    into = workers.buffer("products", (*grad.shape[:3], seen.shape[2]), grad.dtype)
    return np.matmul(grad, seen.swapaxes(2, 3), out=into)


def _kernel_gradient(total: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Return the gradient of the weight, given that of its values."""
    grad = _separate(kernels.T, kernels.T, total, "outputs")
    return grad.reshape(*grad.shape[:2], *total.shape[2:]).transpose(2, 3, 1, 0).copy()


def _blocks(batch: int, numbers: int, windows: Windows) -> list[tuple[slice, slice]]:
    """Return blocks of images and rows of tiles, when each tile has so many numbers in all."""
    down, across = (-(-n // TILE) for n in windows.output)
    wanted = max(LEAST, BLOCK // numbers)
    rows = min(down, -(-wanted // (across + 1)))
    rows = -(-down // -(-down // rows))  # equal parts, not a small last one
    images = max(1, wanted // (rows * (across + 1))) if rows == down else 1
    images = min(images, -(-batch // workers.threads()))
    return [
        (slice(first, min(first + images, batch)), slice(row, min(row + rows, down)))
        for first in range(0, batch, images)
        for row in range(0, down, rows)
    ]


def _apply(matrix: np.ndarray, values: np.ndarray, out: np.ndarray) -> np.ndarray:
    """Put ``matrix @ values`` into out, as products of some columns at a time.

    OpenBLAS is twice as fast with a product of at most a million multiplications as with one that
    is little larger.
    """
    columns, parts = values.shape[-1], -(-values.shape[-1] * matrix.size // SMALL)
    while columns % parts:  # equal parts, so that NumPy does them all in one call
        parts += 1
    step = parts, columns // parts
    values, out_parts = (a.reshape(*a.shape[:-1], *step).swapaxes(-2, -3) for a in (values, out))
    np.matmul(matrix, values, out=out_parts)
    return out


def _separate(left: np.ndarray, right: np.ndarray, values: np.ndarray, name: str) -> np.ndarray:
    """Apply one matrix along the first axis and another along the second: (A, B, ...)."""
    first, second = values.shape[:2]
    half = workers.buffer("half", (len(left), second, values[0, 0].size), values.dtype)
    _apply(left, values.reshape(first, -1), half.reshape(len(left), -1))
    whole = workers.buffer(name, (len(left), len(right), half.shape[2]), values.dtype)
    return _apply(right, half, whole)


def _kernel_values(weight: np.ndarray) -> np.ndarray:
    """Return the kernels' values (P, P, C_out, C_in) at all points; x first, then y."""
    filters, channels, kernel, _ = weight.shape
    _, kernels, _ = matrices(kernel, weight.dtype)
    values = np.empty((len(kernels), len(kernels), filters, channels), weight.dtype)

    def work(start: int, stop: int) -> None:
        taps = np.ascontiguousarray(weight[start:stop].transpose(3, 2, 0, 1))
        part = _separate(kernels, kernels, taps, "outputs")
        values[:, :, start:stop] = part.reshape(*values.shape[:2], -1, channels)

    workers.share(filters, work, values.size)
    return values


def _split(images: np.ndarray, before: tuple[int, int], down: int, across: int) -> np.ndarray:
    """Return the pixels of (N, C, H, W) by their place in a tile: (TILE, TILE, C, N, tiles).

    x first, then y; with ``before`` rows of zeros above and columns on the left. First whole rows,
    then columns: each copy is over long pieces.
    """
    batch, channels = images.shape[:2]
    lines = workers.buffer("lines", (TILE, channels, batch, down, across * TILE), images.dtype)
    phases.split(images, lines.transpose(2, 1, 0, 3, 4)[:, :, :, None], before)
    shape = TILE, TILE, channels, batch, down * across
    result = workers.buffer("padded", shape, images.dtype)
    result[...] = np.moveaxis(lines.reshape(*shape[1:], TILE), -1, 0)
    return result


def _join(pixels: np.ndarray, images: np.ndarray, before: tuple[int, int], down: int) -> None:
    """Fill images with pixels by their place in a tile: the inverse of :func:`_split`."""
    lines = workers.buffer("lines", (*pixels.shape[1:], TILE), images.dtype)
    for place in range(TILE):
        lines[..., place] = pixels[place]
    lines = lines.reshape(*pixels.shape[1:4], down, -1)
    phases.merge(lines.transpose(2, 1, 0, 3, 4)[:, :, :, None], images, before)


def _tile_values(x: np.ndarray, rows: slice, windows: Windows) -> np.ndarray:
    """Return the values (P, P, C_in, tiles) of some rows of tiles; x first, then y."""
    batch, channels = x.shape[:2]
    transform, _, _ = matrices(windows.kernel[0], x.dtype)
    points, count = len(transform), rows.stop - rows.start
    again = points - TILE  # pixels that a tile shares with the next
    across = -(-windows.output[1] // TILE) + 1
    (top, _), (left, _) = windows.padding
    first, length = rows.start * TILE - top, count * across
    seen = x[:, :, max(0, first) : max(0, first + (count + 1) * TILE)]
    split = _split(seen, (max(0, -first), left), count + 1, across)

    taps = workers.buffer("taps", (TILE, points, channels, batch, length), x.dtype)
    taps[:, :TILE], taps[:, TILE:] = split[..., :length], split[:, :again, ..., across:]
    half = workers.buffer("half", (points, points * channels * batch * length), x.dtype)
    _apply(transform, taps.reshape(TILE, points, -1), half[:TILE].reshape(TILE, points, -1))
    half[TILE:, :-1], half[TILE:, -1] = half[:again, 1:], 0
    values = workers.buffer("values", (points, points, channels, batch * length), x.dtype)
    _apply(transform, half, values.reshape(points, -1))
    return values


def _output_values(grad_output: np.ndarray, rows: slice, out: np.ndarray) -> np.ndarray:
    """Return the gradients of the values (P, P, C_out, tiles), given that of the outputs."""
    count, across = rows.stop - rows.start, -(-grad_output.shape[3] // TILE) + 1
    seen = grad_output[:, :, rows.start * TILE : rows.stop * TILE]
    values = _separate(out.T, out.T, _split(seen, (0, 0), count, across), "gradients")
    return values.reshape(len(out[0]), len(out[0]), grad_output.shape[1], -1)


def _add_tiles(values: np.ndarray, images: np.ndarray, windows: Windows) -> None:
    """Fill images with all their tiles added up, given values: :func:`_tile_values` transposed."""
    transform = matrices(windows.kernel[0], images.dtype)[0].T
    points, (batch, channels) = len(transform), images.shape[:2]
    again, across = points - TILE, -(-windows.output[1] // TILE) + 1
    half = workers.buffer("half", (points, values[0].size), images.dtype)
    _apply(transform, values.reshape(points, -1), half)
    half[:again, 1:] += half[TILE:, :-1]
    taps = workers.buffer("taps", (TILE, points, values[0, 0].size), images.dtype)
    _apply(transform, half[:TILE].reshape(taps.shape), taps)
    taps = taps.reshape(TILE, points, channels, batch, -1)
    length = taps.shape[-1]
    shape = TILE, TILE, channels, batch, length + across
    split = workers.buffer("padded", shape, images.dtype)
    split[..., :length], split[..., length:] = taps[:, :TILE], 0
    split[:, :again, ..., across:] += taps[:, TILE:]
    before = windows.padding[0][0], windows.padding[1][0]
    _join(split, images, before, length // across + 1)

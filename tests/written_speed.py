"""Answers to the exercises of notebook 10 as learners write them, right and wrong.

A wrong answer with None is rejected, and told by its smallest wrong case or its error.
"""

from __future__ import annotations

import numpy as np
from check_tools import Written
from numpy import fft
from numpy.lib.stride_tricks import as_strided, sliding_window_view

book = Written()
FEWEST = {
    "conv2d_taps": 8,
    "windows": 8,
    "im2col": 8,
    "conv2d_gemm": 8,
    "col2im": 8,
    "fft_conv": 8,
    "winograd_f23": 6,
    "winograd2d": 8,
    "intensity": 8,
}


def size_of(x, kernel, stride=1, padding=0):
    """Return how many windows fit down and across."""
    pairs = zip(x.shape[-2:], kernel)
    return tuple((n + 2 * padding - k) // stride + 1 for n, k in pairs)


def surrounded(x, padding):
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)


# conv2d_taps ------------------------------------------------------------------------------------


@book.right("conv2d_taps")
def _(x, weight, bias, stride=1, padding=0):
    rows, columns = size_of(x, weight.shape[2:], stride, padding)
    x = surrounded(x, padding)
    output = np.zeros((len(x), len(weight), rows, columns)) + bias[:, None, None]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            seen = x[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
            output += np.einsum("ncij,oc->noij", seen, weight[:, :, u, v])
    return output


@book.right("conv2d_taps")
def _(x, weight, bias, stride=1, padding=0):
    x = surrounded(x, padding)
    rows, columns = size_of(x, weight.shape[2:], stride)
    output = 0.0
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            seen = x[:, :, u::stride, v::stride][:, :, :rows, :columns]
            output = output + np.tensordot(seen, weight[:, :, u, v], ([1], [1]))
    return np.moveaxis(output + bias, -1, 1)


@book.right("conv2d_taps")
def _(x, weight, bias, stride=1, padding=0):
    x = surrounded(x.astype(float), padding)
    o, c, rows, columns = weight.shape
    height, width = size_of(x, (rows, columns), stride)
    output = np.zeros((o, len(x), height, width))
    for f in range(o):
        for u, v in np.ndindex(rows, columns):
            end = u + stride * (height - 1) + 1, v + stride * (width - 1) + 1
            seen = x[:, :, u : end[0] : stride, v : end[1] : stride]
            output[f] += (seen * weight[f, :, u, v][None, :, None, None]).sum(axis=1)
        output[f] += bias[f]
    return output.transpose(1, 0, 2, 3)


@book.right("conv2d_taps")
def _(x, weight, bias, stride=1, padding=0):
    x = surrounded(x, padding)
    height, width = size_of(x, weight.shape[2:], stride)
    output = np.zeros((len(x), len(weight), height, width))
    for u, v in np.ndindex(*weight.shape[2:]):
        seen = x[:, :, u:, v:][:, :, : stride * height : stride, : stride * width : stride]
        flat = seen.reshape(len(x), seen.shape[1], -1)
        output += (weight[:, :, u, v] @ flat).reshape(output.shape)
    return output + np.reshape(bias, (1, -1, 1, 1))


@book.right("conv2d_taps")
def _(x, weight, bias, stride=1, padding=0):  # not the way that was meant, but right
    x = surrounded(x, padding)
    found = sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return (
        np.tensordot(found, weight, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
        + (bias[:, None, None])
    )


def _taps(x, weight, bias, stride, padding, end=None, collect=True, dtype=float):
    x = surrounded(x, padding)
    rows, columns = size_of(x, weight.shape[2:], stride)
    output = np.zeros((len(x), len(weight), rows, columns), dtype)
    for u, v in np.ndindex(*weight.shape[2:]):
        last = end(u, rows), end(v, columns)
        seen = x[:, :, u : last[0] : stride, v : last[1] : stride]
        product = np.einsum("ncij,oc->noij", seen, weight[:, :, u, v])
        if collect:
            output += product
        else:
            output[...] = product
    return output + bias[:, None, None]


@book.wrong("conv2d_taps", "slice-end-without-stride")
def _(x, weight, bias, stride=1, padding=0):
    return _taps(x, weight, bias, stride, padding, lambda u, rows: u + rows)


@book.wrong("conv2d_taps", None)  # taps of different lengths: an error, told with advice
def _(x, weight, bias, stride=1, padding=0):
    return _taps(x, weight, bias, stride, padding, lambda u, rows: None)


@book.wrong("conv2d_taps", "sum-overwritten")
def _(x, weight, bias, stride=1, padding=0):
    return _taps(x, weight, bias, stride, padding, lambda u, n: u + stride * n, collect=False)


@book.wrong("conv2d_taps", "output-padded")
def _(x, weight, bias, stride=1, padding=0):
    plain = _taps(x, weight, bias, stride, 0, lambda u, n: u + stride * n)
    return surrounded(plain, padding)


@book.wrong("conv2d_taps", "input-thinned")  # taps next to each other of what the stride left
def _(x, weight, bias, stride=1, padding=0):
    x = surrounded(x, padding)[:, :, ::stride, ::stride]
    return _taps(x, weight, bias, 1, 0, lambda u, n: u + n)


@book.wrong("conv2d_taps", "integer-dtype")
def _(x, weight, bias, stride=1, padding=0):
    return _taps(x, weight, bias, stride, padding, lambda u, n: u + stride * n, dtype=x.dtype)


@book.wrong("conv2d_taps", "integer-dtype")
def _(x, weight, bias, stride=1, padding=0):
    output = None
    for u, v in np.ndindex(*weight.shape[2:]):
        padded = surrounded(x, padding)
        rows, columns = size_of(padded, weight.shape[2:], stride)
        seen = padded[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
        product = np.einsum("ncij,oc->noij", seen, weight[:, :, u, v]).astype(int)
        output = product if output is None else output + product
    return output + bias[:, None, None]


@book.wrong("conv2d_taps", "bias-per-tap")
def _(x, weight, bias, stride=1, padding=0):
    plain = _taps(x, weight, 0 * bias, stride, padding, lambda u, n: u + stride * n)
    return plain + weight[0, 0].size * bias[:, None, None]


@book.wrong("conv2d_taps", "flipped-kernel")
def _(x, weight, bias, stride=1, padding=0):
    weight = weight[:, :, ::-1, ::-1]
    return _taps(x, weight, bias, stride, padding, lambda u, n: u + stride * n)


# windows ----------------------------------------------------------------------------------------


def _strided(x, kernel_size, stride, strides):
    shape = *x.shape[:2], *size_of(x, kernel_size, stride), *kernel_size
    return as_strided(x, shape, strides)


@book.right("windows")
def _(x, kernel_size, stride=1):
    return sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]


@book.right("windows")
def _(x, kernel_size, stride=1):
    n, c, h, w = x.strides
    return _strided(x, kernel_size, stride, (n, c, h * stride, w * stride, h, w))


@book.right("windows")
def _(x, kernel_size, stride=1):
    return sliding_window_view(x, (1, 1, *kernel_size))[..., ::stride, ::stride, 0, 0, :, :]


@book.right("windows")
def _(x, kernel_size, stride=1):
    every = x[:, :, ::stride, ::stride]
    return _strided(x, kernel_size, stride, (*every.strides, *x.strides[2:]))


@book.right("windows")
def _(x, kernel_size, stride=1):
    rows, columns = kernel_size
    down = sliding_window_view(x, rows, axis=2)[:, :, ::stride]
    return sliding_window_view(down, columns, axis=3)[:, :, :, ::stride]


@book.wrong("windows", "stride-on-window-axes")
def _(x, kernel_size, stride=1):
    return sliding_window_view(x, kernel_size, axis=(2, 3))[..., ::stride, ::stride]


@book.wrong("windows", "stride-on-window-axes")
def _(x, kernel_size, stride=1):
    n, c, h, w = x.strides
    return _strided(x, kernel_size, stride, (n, c, h, w, h * stride, w * stride))


@book.wrong("windows", "axes-mixed")
def _(x, kernel_size, stride=1):
    n, c, h, w = x.strides
    return _strided(x, kernel_size, stride, (n, c, h * stride, w * stride, h, w)).swapaxes(4, 5)


@book.wrong("windows", "window-axes-first")
def _(x, kernel_size, stride=1):
    found = sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    return found.transpose(0, 1, 4, 5, 2, 3)


@book.wrong("windows", "strides-in-elements")
def _(x, kernel_size, stride=1):
    x = np.ascontiguousarray(x)
    _, c, h, w = x.shape
    return _strided(x, kernel_size, stride, (c * h * w, h * w, w * stride, stride, w, 1))


@book.wrong("windows", None)  # a last window that hangs over the end
def _(x, kernel_size, stride=1):
    n, c, h, w = x.strides
    height, width = (-(-(n - k) // stride) + 1 for n, k in zip(x.shape[2:], kernel_size))
    shape = *x.shape[:2], height, width, *kernel_size
    return as_strided(x, shape, (n, c, h * stride, w * stride, h, w))


@book.wrong("windows", "contiguous-assumed")
def _(x, kernel_size, stride=1):
    _, c, height, width = x.shape
    b = x.itemsize
    strides = (c * height * width * b, height * width * b, width * b * stride, b * stride)
    return _strided(x, kernel_size, stride, (*strides, width * b, b))


@book.wrong("windows", "stride-ignored")
def _(x, kernel_size, stride=1):
    return sliding_window_view(x, kernel_size, axis=(2, 3))


@book.wrong("windows", "square-only")
def _(x, kernel_size, stride=1):
    k = kernel_size[0]
    return sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]


# im2col -----------------------------------------------------------------------------------------


def _found(x, kernel_size, stride, padding):
    found = sliding_window_view(surrounded(x, padding), kernel_size, axis=(2, 3))
    return found[:, :, ::stride, ::stride]


@book.right("im2col")
def _(x, kernel_size, stride=1, padding=0):
    found = _found(x, kernel_size, stride, padding).transpose(0, 2, 3, 1, 4, 5)
    return found.reshape(-1, x.shape[1] * kernel_size[0] * kernel_size[1])


@book.right("im2col")
def _(x, kernel_size, stride=1, padding=0):
    rows, columns = kernel_size
    padded = surrounded(x, padding)
    matrix = []
    for image in padded:
        for top in range(0, padded.shape[2] - rows + 1, stride):
            for left in range(0, padded.shape[3] - columns + 1, stride):
                matrix.append(image[:, top : top + rows, left : left + columns].ravel())
    return np.array(matrix)


@book.right("im2col")
def _(x, kernel_size, stride=1, padding=0):
    (rows, columns), (n, c) = kernel_size, x.shape[:2]
    height, width = size_of(x, kernel_size, stride, padding)
    padded = surrounded(x, padding)
    taps = np.empty((n, c, rows, columns, height, width), x.dtype)
    for u in range(rows):
        for v in range(columns):
            taps[:, :, u, v] = padded[:, :, u::stride, v::stride][:, :, :height, :width]
    return taps.transpose(0, 4, 5, 1, 2, 3).reshape(n * height * width, -1)


@book.right("im2col")
def _(x, kernel_size, stride=1, padding=0):
    import torch

    tensor = torch.tensor(np.asarray(x, float))
    found = torch.nn.functional.unfold(tensor, kernel_size, padding=padding, stride=stride)
    return found.transpose(1, 2).reshape(-1, found.shape[1]).numpy()


@book.right("im2col")
def _(x, kernel_size, stride=1, padding=0):
    (rows, columns), (n, c, _, _) = kernel_size, x.shape
    height, width = size_of(x, kernel_size, stride, padding)
    padded = surrounded(x, padding)
    i = stride * np.arange(height)[:, None, None, None] + np.arange(rows)[:, None]
    j = stride * np.arange(width)[:, None, None] + np.arange(columns)[None, :]
    windows = padded[:, :, i, j]  # (n, c, height, width, rows, columns)
    return np.moveaxis(windows, 1, 3).reshape(n * height * width, c * rows * columns)


def _reshaped(x, kernel_size, stride, padding, *axes):
    found = _found(x, kernel_size, stride, padding)
    count = found.shape[0] * found.shape[2] * found.shape[3]
    return found.transpose(*axes).reshape(count, -1)


@book.wrong("im2col", "reshape-without-transpose")
def _(x, kernel_size, stride=1, padding=0):
    return _reshaped(x, kernel_size, stride, padding, 0, 1, 2, 3, 4, 5)


@book.wrong("im2col", "channels-last")
def _(x, kernel_size, stride=1, padding=0):
    return _reshaped(x, kernel_size, stride, padding, 0, 2, 3, 4, 5, 1)


@book.wrong("im2col", "windows-column-by-column")
def _(x, kernel_size, stride=1, padding=0):
    return _reshaped(x, kernel_size, stride, padding, 0, 3, 2, 1, 4, 5)


@book.wrong("im2col", "images-interleaved")
def _(x, kernel_size, stride=1, padding=0):
    return _reshaped(x, kernel_size, stride, padding, 2, 3, 0, 1, 4, 5)


@book.wrong("im2col", "stride-one-axis")
def _(x, kernel_size, stride=1, padding=0):
    found = sliding_window_view(surrounded(x, padding), kernel_size, axis=(2, 3))
    found = found[:, :, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return found.reshape(-1, x.shape[1] * kernel_size[0] * kernel_size[1])


@book.wrong("im2col", "square-only")
def _(x, kernel_size, stride=1, padding=0):
    k = kernel_size[0]
    found = _found(x, (k, k), stride, padding).transpose(0, 2, 3, 1, 4, 5)
    return found.reshape(-1, x.shape[1] * k * k)


@book.wrong("im2col", "window-column-by-column")
def _(x, kernel_size, stride=1, padding=0):
    (rows, columns), padded = kernel_size, surrounded(x, padding)
    matrix = []
    for image in padded:
        for top in range(0, padded.shape[2] - rows + 1, stride):
            for left in range(0, padded.shape[3] - columns + 1, stride):
                patch = image[:, top : top + rows, left : left + columns]
                matrix.append(patch.ravel(order="F"))
    return np.array(matrix)


@book.wrong("im2col", "transposed")
def _(x, kernel_size, stride=1, padding=0):
    return _reshaped(x, kernel_size, stride, padding, 0, 2, 3, 1, 4, 5).T


@book.wrong("im2col", "images-apart")
def _(x, kernel_size, stride=1, padding=0):
    import torch

    tensor = torch.tensor(np.asarray(x, float))
    return torch.nn.functional.unfold(tensor, kernel_size, padding=padding, stride=stride).numpy()


# conv2d_gemm ------------------------------------------------------------------------------------


def _matrix(x, kernel_size, stride, padding):
    found = _found(x, kernel_size, stride, padding).transpose(0, 2, 3, 1, 4, 5)
    return found.reshape(-1, x.shape[1] * kernel_size[0] * kernel_size[1])


@book.right("conv2d_gemm")
def _(x, weight, bias, stride=1, padding=0):
    product = _matrix(x, weight.shape[2:], stride, padding) @ weight.reshape(len(weight), -1).T
    size = size_of(x, weight.shape[2:], stride, padding)
    return (product + bias).reshape(len(x), *size, -1).transpose(0, 3, 1, 2)


@book.right("conv2d_gemm")
def _(x, weight, bias, stride=1, padding=0):
    size = size_of(x, weight.shape[2:], stride, padding)
    matrix = _matrix(x, weight.shape[2:], stride, padding)
    product = weight.reshape(len(weight), -1) @ matrix.T + bias[:, None]
    return product.reshape(len(weight), len(x), *size).swapaxes(0, 1)


@book.right("conv2d_gemm")
def _(x, weight, bias, stride=1, padding=0):
    size = size_of(x, weight.shape[2:], stride, padding)
    images = []
    for image in x:
        matrix = _matrix(image[None], weight.shape[2:], stride, padding)
        images.append((matrix @ weight.reshape(len(weight), -1).T + bias).T)
    return np.array(images).reshape(len(x), len(weight), *size)


@book.right("conv2d_gemm")
def _(x, weight, bias, stride=1, padding=0):
    size = size_of(x, weight.shape[2:], stride, padding)
    matrix = _matrix(x, weight.shape[2:], stride, padding)
    matrix = np.hstack([matrix, np.ones((len(matrix), 1))])
    filters = np.hstack([weight.reshape(len(weight), -1), np.reshape(bias, (-1, 1))])
    return np.moveaxis((matrix @ filters.T).reshape(len(x), *size, -1), 3, 1)


@book.right("conv2d_gemm")
def _(x, weight, bias, stride=1, padding=0):
    size = size_of(x, weight.shape[2:], stride, padding)
    matrix = _matrix(x, weight.shape[2:], stride, padding)
    product = np.einsum("rk,ok->or", matrix, weight.reshape(len(weight), -1))
    return product.reshape(-1, len(x), *size).transpose(1, 0, 2, 3) + bias.reshape(1, -1, 1, 1)


def _gemm(x, weight, bias, stride, padding, shaped, flat=None):
    matrix = _matrix(x, weight.shape[2:], stride, padding)
    filters = weight.reshape(len(weight), -1).T if flat is None else flat(weight)
    return shaped(matrix @ filters + bias, size_of(x, weight.shape[2:], stride, padding))


@book.wrong("conv2d_gemm", "rows-not-moved")
def _(x, weight, bias, stride=1, padding=0):
    shape = len(x), len(weight)
    return _gemm(x, weight, bias, stride, padding, lambda m, size: m.reshape(*shape, *size))


@book.wrong("conv2d_gemm", "rows-not-moved")
def _(x, weight, bias, stride=1, padding=0):
    shape = len(x), len(weight)
    return _gemm(x, weight, bias, stride, padding, lambda m, size: m.T.reshape(*shape, *size))


@book.wrong("conv2d_gemm", "weight-in-another-order")
def _(x, weight, bias, stride=1, padding=0):
    return _gemm(
        x, weight, bias, stride, padding,
        lambda m, size: m.reshape(len(x), *size, -1).transpose(0, 3, 1, 2),
        lambda w: w.transpose(0, 2, 3, 1).reshape(len(w), -1).T,
    )  # fmt: skip


@book.wrong("conv2d_gemm", "weight-reshaped-not-transposed")
def _(x, weight, bias, stride=1, padding=0):
    return _gemm(
        x, weight, bias, stride, padding,
        lambda m, size: m.reshape(len(x), *size, -1).transpose(0, 3, 1, 2),
        lambda w: w.reshape(-1, len(w)),
    )  # fmt: skip


@book.wrong("conv2d_gemm", "bias-along-width")
def _(x, weight, bias, stride=1, padding=0):
    plain = _gemm(
        x, weight, 0, stride, padding,
        lambda m, size: m.reshape(len(x), *size, -1).transpose(0, 3, 1, 2),
    )  # fmt: skip
    return plain + bias


@book.wrong("conv2d_gemm", "batch-forgotten")
def _(x, weight, bias, stride=1, padding=0):
    return _gemm(
        x[:1], weight, bias, stride, padding, lambda m, size: m.T.reshape(1, len(weight), *size)
    )


@book.wrong("conv2d_gemm", "positions-transposed")
def _(x, weight, bias, stride=1, padding=0):
    return _gemm(
        x, weight, bias, stride, padding,
        lambda m, size: m.reshape(len(x), *size[::-1], -1).transpose(0, 3, 2, 1),
    )  # fmt: skip


@book.wrong("conv2d_gemm", "channels-last")
def _(x, weight, bias, stride=1, padding=0):
    return _gemm(x, weight, bias, stride, padding, lambda m, size: m.reshape(len(x), *size, -1))


# col2im -----------------------------------------------------------------------------------------


def _by_windows(columns, x_shape, kernel_size, stride, padding, put):
    (n, c, height, width), (rows, across) = x_shape, kernel_size
    output = np.zeros((n, c, height + 2 * padding, width + 2 * padding))
    number = 0
    for b in range(n):
        for top in range(0, output.shape[2] - rows + 1, stride):
            for left in range(0, output.shape[3] - across + 1, stride):
                patch = np.reshape(columns[number], (c, rows, across))
                put(output[b, :, top : top + rows, left : left + across], patch)
                number += 1
    return output[:, :, padding : padding + height, padding : padding + width]


def _add(place, patch):
    place += patch


def _replace(place, patch):
    place[...] = patch


def _six(columns, x_shape, kernel_size, stride, padding, axes=(0, 3, 1, 2, 4, 5)):
    (n, c, height, width), (rows, across) = x_shape, kernel_size
    down = (height + 2 * padding - rows) // stride + 1
    right = (width + 2 * padding - across) // stride + 1
    return np.reshape(columns, (n, down, right, c, rows, across)).transpose(axes)


def _by_taps(columns, x_shape, kernel_size, stride, padding):
    values = _six(columns, x_shape, kernel_size, stride, padding)
    n, c, down, right, rows, across = values.shape
    output = np.zeros((n, c, x_shape[2] + 2 * padding, x_shape[3] + 2 * padding))
    for u, v in np.ndindex(rows, across):
        rows_of = slice(u, u + stride * down, stride)
        output[:, :, rows_of, v : v + stride * right : stride] += values[..., u, v]
    return output


@book.right("col2im")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    return _by_windows(columns, x_shape, kernel_size, stride, padding, _add)


@book.right("col2im")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    output = _by_taps(columns, x_shape, kernel_size, stride, padding)
    p, (_, _, height, width) = padding, x_shape
    return output[:, :, p : p + height, p : p + width]


@book.right("col2im")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    output = _by_taps(columns, x_shape, kernel_size, stride, padding)
    return output[:, :, padding:-padding, padding:-padding] if padding else output


def _indices(x_shape, kernel_size, stride, padding):
    numbers = np.arange(1, int(np.prod(x_shape)) + 1).reshape(x_shape)
    return _matrix(numbers, kernel_size, stride, padding)


@book.right("col2im")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    places = _indices(x_shape, kernel_size, stride, padding)  # 0 is the padding
    flat = np.bincount(places.ravel(), np.ravel(columns), int(np.prod(x_shape)) + 1)
    return flat[1:].reshape(x_shape)


@book.right("col2im")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    output = np.zeros(int(np.prod(x_shape)) + 1)
    np.add.at(output, _indices(x_shape, kernel_size, stride, padding), columns)
    return output[1:].reshape(x_shape)


@book.wrong("col2im", "overwritten")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    return _by_windows(columns, x_shape, kernel_size, stride, padding, _replace)


@book.wrong("col2im", "overwritten")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    output = np.zeros(int(np.prod(x_shape)) + 1)
    output[_indices(x_shape, kernel_size, stride, padding)] += columns
    return output[1:].reshape(x_shape)


@book.wrong("col2im", "padding-not-cut")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    return _by_taps(columns, x_shape, kernel_size, stride, padding)


@book.wrong("col2im", "cut-to-minus-padding")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    output = _by_taps(columns, x_shape, kernel_size, stride, padding)
    return output[:, :, padding:-padding, padding:-padding]


@book.wrong("col2im", "leftover-missing")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    values = _six(columns, x_shape, kernel_size, stride, padding)
    n, c, down, right, rows, across = values.shape
    output = np.zeros((n, c, (down - 1) * stride + rows, (right - 1) * stride + across))
    for i, j in np.ndindex(down, right):
        top, left = i * stride, j * stride
        output[:, :, top : top + rows, left : left + across] += values[:, :, i, j]
    height, width = (size - padding for size in output.shape[2:])
    return output[:, :, padding:height, padding:width]


@book.wrong("col2im", "averaged")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    added = _by_windows(columns, x_shape, kernel_size, stride, padding, _add)
    ones = np.ones(np.shape(columns))
    return added / np.maximum(_by_windows(ones, x_shape, kernel_size, stride, padding, _add), 1)


@book.wrong("col2im", "reshape-without-transpose")
def _(columns, x_shape, kernel_size, stride=1, padding=0):
    (n, c, height, width), (rows, across) = x_shape, kernel_size
    p = padding
    down, right = (height + 2 * p - rows) // stride + 1, (width + 2 * p - across) // stride + 1
    values = np.reshape(columns, (n, c, down, right, rows, across))
    output = np.zeros((n, c, height + 2 * p, width + 2 * p))
    for i, j in np.ndindex(down, right):
        top, left = i * stride, j * stride
        output[:, :, top : top + rows, left : left + across] += values[:, :, i, j]
    return output[:, :, p : p + height, p : p + width]


# fft_conv ---------------------------------------------------------------------------------------


@book.right("fft_conv")
def _(x, kernel):
    size = x.shape[1] + kernel.shape[1] - 1, x.shape[2] + kernel.shape[2] - 1
    product = fft.rfft2(x, size) * np.conj(fft.rfft2(kernel, size))
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product, size).sum(axis=0)[:height, :width]


@book.right("fft_conv")
def _(x, kernel):  # what is valid does not wrap, so the size of the image is enough
    product = fft.rfft2(x) * np.conj(fft.rfft2(kernel, x.shape[1:]))
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product.sum(axis=0), x.shape[1:])[:height, :width]


@book.right("fft_conv")
def _(x, kernel):
    (height, width), (rows, columns) = x.shape[1:], kernel.shape[1:]
    size = height + rows - 1, width + columns - 1
    product = fft.fft2(x, size) * fft.fft2(kernel[:, ::-1, ::-1], size)
    return fft.ifft2(product).real.sum(axis=0)[rows - 1 : height, columns - 1 : width]


@book.right("fft_conv")
def _(x, kernel):
    size = 16, 16  # any size that is large enough
    output = 0
    for image, k in zip(x, kernel):
        output = output + fft.ifft2(fft.fft2(image, size) * np.conj(fft.fft2(k, size)))
    height, width = size_of(x, kernel.shape[1:])
    return output.real[:height, :width]


@book.right("fft_conv")
def _(x, kernel):
    product = fft.fft2(x) * np.conj(fft.fft2(kernel, x.shape[1:]))
    height, width = size_of(x, kernel.shape[1:])
    return fft.ifft2(product.sum(axis=0))[:height, :width]  # complex; its imaginary part is 0


@book.wrong("fft_conv", "wrapped")
def _(x, kernel):
    product = fft.rfft2(x) * fft.rfft2(kernel, x.shape[1:])
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product.sum(axis=0), x.shape[1:])[:height, :width]


@book.wrong("fft_conv", "flipped-kernel")
def _(x, kernel):
    (height, width), (rows, columns) = x.shape[1:], kernel.shape[1:]
    size = height + rows - 1, width + columns - 1
    product = fft.rfft2(x, size) * fft.rfft2(kernel, size)
    return fft.irfft2(product, size).sum(axis=0)[rows - 1 : height, columns - 1 : width]


@book.wrong("fft_conv", "cut-out-wrong")
def _(x, kernel):
    (height, width), (rows, columns) = x.shape[1:], kernel.shape[1:]
    size = height + rows - 1, width + columns - 1
    product = fft.rfft2(x, size) * np.conj(fft.rfft2(kernel, size))
    return fft.irfft2(product, size).sum(axis=0)[rows - 1 : height, columns - 1 : width]


@book.wrong("fft_conv", "odd-width")
def _(x, kernel):
    product = fft.rfft2(x) * np.conj(fft.rfft2(kernel, x.shape[1:]))
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product.sum(axis=0))[:height, :width]


@book.wrong("fft_conv", "inverse-of-half")
def _(x, kernel):
    product = fft.rfft2(x) * np.conj(fft.rfft2(kernel, x.shape[1:]))
    height, width = size_of(x, kernel.shape[1:])
    return fft.ifft2(product.sum(axis=0)).real[:height, :width]


@book.wrong("fft_conv", "normalised")
def _(x, kernel):
    size = x.shape[1:]
    product = fft.rfft2(x, norm="ortho") * np.conj(fft.rfft2(kernel, size, norm="ortho"))
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product.sum(axis=0), size, norm="ortho")[:height, :width]


@book.wrong("fft_conv", "kernel-centred")
def _(x, kernel):
    (height, width), (rows, columns) = x.shape[1:], kernel.shape[1:]
    laid = np.zeros(x.shape)
    laid[:, :rows, :columns] = kernel
    laid = np.roll(laid, (-(rows // 2), -(columns // 2)), (1, 2))
    product = fft.rfft2(x) * np.conj(fft.rfft2(laid))
    answer = fft.irfft2(product.sum(axis=0), (height, width))
    return answer[: height - rows + 1, : width - columns + 1]


@book.wrong("fft_conv", "channels-not-summed")
def _(x, kernel):
    product = fft.rfft2(x) * np.conj(fft.rfft2(kernel, x.shape[1:]))
    height, width = size_of(x, kernel.shape[1:])
    return fft.irfft2(product, x.shape[1:])[:, :height, :width]


# winograd_f23 -----------------------------------------------------------------------------------

B_T = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], float)
G = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]])
A_T = np.array([[1, 1, 1, 0], [0, 1, -1, -1]], float)


@book.right("winograd_f23")
def _(d, w):
    return A_T @ ((G @ w) * (B_T @ d))


@book.right("winograd_f23")
def _(d, w):
    m0 = (d[0] - d[2]) * w[0]
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    m3 = (d[1] - d[3]) * w[2]
    return np.array([m0 + m1 + m2, m1 - m2 - m3])


@book.right("winograd_f23")
def _(d, w):  # the last difference the other way round, and added
    d, w = np.asarray(d), np.asarray(w)
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    return [(d[0] - d[2]) * w[0] + m1 + m2, m1 - m2 + (d[3] - d[1]) * w[2]]


@book.right("winograd_f23")
def _(d, w):  # the halves at the pixels
    tile = B_T * np.array([[1], [0.5], [0.5], [1]])
    return A_T @ ((np.array([[1], [2], [2], [1]]) * G @ w) * (tile @ d))


@book.right("winograd_f23")
def _(d, w):  # six products: right, and not what was meant
    return np.correlate(d, w, "valid")


@book.wrong("winograd_f23", "tile-matrix-transposed")
def _(d, w):
    return A_T @ ((G @ w) * (B_T.T @ d))


@book.wrong("winograd_f23", "halves-missing")
def _(d, w):
    g = np.array([[1, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]])
    return A_T @ ((g @ w) * (B_T @ d))


@book.wrong("winograd_f23", "sign-of-last-product")
def _(d, w):
    m1 = (d[1] + d[2]) * (w[0] + w[1] + w[2]) / 2
    m2 = (d[2] - d[1]) * (w[0] - w[1] + w[2]) / 2
    return [(d[0] - d[2]) * w[0] + m1 + m2, m1 - m2 + (d[1] - d[3]) * w[2]]


@book.wrong("winograd_f23", "flipped-kernel")
def _(d, w):
    return np.convolve(d, w, "valid")


@book.wrong("winograd_f23", "products-returned")
def _(d, w):
    return (G @ w) * (B_T @ d)


# winograd2d -------------------------------------------------------------------------------------


def _tiled(x, weight, m=2, tile=None, room=None, count=None):
    height, width = size_of(x, (3, 3))
    rows, columns = (count or (lambda n: -(-n // 2)))(height), (
        count or (lambda n: -(-n // 2))
    )(width)  # fmt: skip
    x = np.pad(x, ((0, 0), (0, 2 * height), (0, 2 * width)))
    u = G @ weight @ G.T
    output = np.zeros((len(weight), 2 * rows, 2 * columns))
    for i in range(rows):
        for j in range(columns):
            d = x[:, m * i : m * i + 4, m * j : m * j + 4]
            v = (tile or (lambda d: B_T @ d @ B_T.T))(d)
            output[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2] = A_T @ (u * v).sum(axis=1) @ A_T.T
    return output[:, :height, :width]


@book.right("winograd2d")
def _(x, weight):
    return _tiled(x, weight)


@book.right("winograd2d")
def _(x, weight):
    height, width = size_of(x, (3, 3))
    rows, columns = (height + 1) // 2, (width + 1) // 2
    x = np.pad(x, ((0, 0), (0, height % 2), (0, width % 2)))
    tiles = sliding_window_view(x, (4, 4), axis=(1, 2))[:, ::2, ::2]
    v = np.einsum("ap,cijpq,bq->abcij", B_T, tiles, B_T)
    u = np.einsum("ap,ocpq,bq->aboc", G, weight, G)
    m = np.einsum("aboc,abcij->aboij", u, v)
    y = np.einsum("xa,aboij,yb->oixjy", A_T, m, A_T)
    return y.reshape(len(weight), 2 * rows, 2 * columns)[:, :height, :width]


@book.right("winograd2d")
def _(x, weight):  # summed over the channels after the last transform: right, and more work
    height, width = size_of(x, (3, 3))
    output = np.zeros((len(weight), height + height % 2, width + width % 2))
    x = np.pad(x.astype(float), ((0, 0), (0, height % 2), (0, width % 2)))
    for o, c in np.ndindex(weight.shape[:2]):
        u = G @ weight[o, c] @ G.T
        for i in range(0, height, 2):
            for j in range(0, width, 2):
                v = B_T @ x[c, i : i + 4, j : j + 4] @ B_T.T
                output[o, i : i + 2, j : j + 2] += A_T @ (u * v) @ A_T.T
    return output[:, :height, :width]


@book.right("winograd2d")
def _(x, weight):  # the last tile moves back until it fits
    height, width = size_of(x, (3, 3))
    if min(height, width) < 2:
        x = np.pad(x, ((0, 0), (0, 1), (0, 1)))
    output = np.zeros((len(weight), max(2, height), max(2, width)))
    u = G @ weight @ G.T
    for i in {*range(0, max(1, height - 1), 2), max(0, height - 2)}:
        for j in {*range(0, max(1, width - 1), 2), max(0, width - 2)}:
            v = B_T @ x[:, i : i + 4, j : j + 4] @ B_T.T
            output[:, i : i + 2, j : j + 2] = A_T @ (u * v).sum(axis=1) @ A_T.T
    return output[:, :height, :width]


@book.right("winograd2d")
def _(x, weight):  # direct: right, and not what was meant
    windows = sliding_window_view(x, (3, 3), axis=(1, 2))
    return np.einsum("cijuv,ocuv->oij", windows, weight)


@book.wrong("winograd2d", "tile-matrix-transposed")
def _(x, weight):
    return _tiled(x, weight, tile=lambda d: B_T.T @ d @ B_T)


@book.wrong("winograd2d", "tiles-stepped-by-three")
def _(x, weight):
    return _tiled(x, weight, m=3)


@book.wrong("winograd2d", "tiles-stepped-by-three")
def _(x, weight):
    return _tiled(x, weight, m=1)


@book.wrong("winograd2d", "tiles-side-by-side")
def _(x, weight):
    return _tiled(x, weight, m=4)


@book.wrong("winograd2d", "odd-size-fails")
def _(x, weight):
    height, width = size_of(x, (3, 3))
    output = np.zeros((len(weight), height, width))
    u = G @ weight @ G.T
    for i in range(0, height, 2):
        for j in range(0, width, 2):
            v = B_T @ x[:, i : i + 4, j : j + 4] @ B_T.T
            output[:, i : i + 2, j : j + 2] = A_T @ (u * v).sum(axis=1) @ A_T.T
    return output


@book.wrong("winograd2d", "edge-missing")
def _(x, weight):
    height, width = size_of(x, (3, 3))
    return _tiled(x, weight, count=lambda n: n // 2)[:, : height // 2 * 2, : width // 2 * 2]


@book.wrong("winograd2d", None)  # the kernel transformed along one axis does not fit the tile
def _(x, weight):
    u = G @ weight
    return np.array([A_T @ (u * (B_T @ x[:, :4, :4] @ B_T.T)).sum(axis=1) @ A_T.T])


@book.wrong("winograd2d", "one-side-only")
def _(x, weight):
    return _tiled(x, weight, tile=lambda d: B_T @ d)


# intensity --------------------------------------------------------------------------------------


def _numbers(x_shape, weight_shape, stride, padding):
    n, c, height, width = x_shape
    o, per_group, rows, columns = weight_shape
    down, right = (
        (size + 2 * padding - k) // stride + 1 for size, k in ((height, rows), (width, columns))
    )
    return n * c * height * width, o * per_group * rows * columns, n * o * down * right


@book.right("intensity")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    macs = output * weight_shape[1] * weight_shape[2] * weight_shape[3]
    return 2 * macs / (4 * (x + weight + output))


@book.right("intensity")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    return output * np.prod(weight_shape[1:]) / (x + weight + output) / 2


@book.right("intensity")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    return 2 * output * weight / weight_shape[0] / (x + weight + output) / 4


@book.right("intensity")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    size = np.dtype(np.float32).itemsize
    taps = np.prod(weight_shape[1:])
    return np.float64(2 * output * taps) / (size * x + size * weight + size * output)


@book.right("intensity")
def _(x_shape, weight_shape, stride=1, padding=0):
    import torch

    x, weight = torch.empty(*x_shape, device="meta"), torch.empty(*weight_shape, device="meta")
    groups = x_shape[1] // weight_shape[1]
    y = torch.nn.functional.conv2d(x, weight, stride=stride, padding=padding, groups=groups)
    return 2 * y.numel() * weight[0].numel() / (4 * (x.numel() + weight.numel() + y.numel()))


@book.wrong("intensity", "half")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    return output * np.prod(weight_shape[1:]) / (4 * (x + weight + output))


@book.wrong("intensity", "output-not-moved")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    return 2 * output * np.prod(weight_shape[1:]) / (4 * (x + weight))


@book.wrong("intensity", "groups-forgotten")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    macs = output * x_shape[1] * weight_shape[2] * weight_shape[3]
    return 2 * macs / (4 * (x + weight + output))


@book.wrong("intensity", "turned-over")
def _(x_shape, weight_shape, stride=1, padding=0):
    x, weight, output = _numbers(x_shape, weight_shape, stride, padding)
    return 4 * (x + weight + output) / (2 * output * np.prod(weight_shape[1:]))

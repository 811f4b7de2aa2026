"""Answers to the exercises of notebook 04 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import Written

from cnnhelpers import functional

book = Written()
FEWEST = {
    "filter_response": 4,
    "conv2d_image": 8,
    "conv2d_batch": 8,
    "hwc_to_chw": 4,
    "conv_cost": 4,
}

# filter_response --------------------------------------------------------------------------------


@book.right("filter_response")
def _(window, weight, bias):
    return (window * weight).sum() + bias


@book.right("filter_response")
def _(window, weight, bias):
    total = bias
    for c in range(window.shape[0]):
        for u in range(window.shape[1]):
            for v in range(window.shape[2]):
                total += window[c, u, v] * weight[c, u, v]
    return total


@book.right("filter_response")
def _(window, weight, bias):
    return np.dot(window.ravel(), weight.ravel()) + bias


@book.right("filter_response")
def _(window, weight, bias):
    return np.einsum("cuv,cuv->", window, weight) + bias


@book.right("filter_response")
def _(window, weight, bias):
    return np.tensordot(window, weight, axes=3) + bias


@book.right("filter_response")
def _(window, weight, bias):
    torch = pytest.importorskip("torch")
    return (torch.tensor(window) * torch.tensor(weight)).sum() + bias


@book.right("filter_response")
def _(window, weight, bias):
    return sum(float(np.vdot(plane, kernel)) for plane, kernel in zip(window, weight)) + bias


@book.wrong("filter_response", "bias-missing")
def _(window, weight, bias):
    return np.tensordot(window, weight, 3)


@book.wrong("filter_response", "bias-per-input-channel")
def _(window, weight, bias):
    total = 0
    for plane, kernel in zip(window, weight):
        total += np.sum(plane * kernel) + bias
    return total


@book.wrong("filter_response", "bias-per-tap")
def _(window, weight, bias):
    return np.sum(window * weight + bias)


@book.wrong("filter_response", "last-channel-only")
def _(window, weight, bias):
    for c in range(len(window)):
        total = np.sum(window[c] * weight[c])
    return total + bias


@book.wrong("filter_response", "channels-not-summed")
def _(window, weight, bias):
    return np.sum(window * weight, axis=(1, 2)) + bias


@book.wrong("filter_response", "averaged")
def _(window, weight, bias):
    return np.mean(window * weight) + bias


# conv2d_image -----------------------------------------------------------------------------------


def _loops(x, weight, bias, place):
    filters, depth, taps_y, taps_x = weight.shape
    output = np.zeros((filters, x.shape[1] - taps_y + 1, x.shape[2] - taps_x + 1))
    for o in range(filters):
        for i in range(output.shape[1]):
            for j in range(output.shape[2]):
                output[o, i, j] = place(x[:, i : i + taps_y, j : j + taps_x], weight[o], bias[o])
    return output


@book.right("conv2d_image")
def _(x, weight, bias):
    return _loops(x, weight, bias, lambda window, kernel, b: (window * kernel).sum() + b)


@book.right("conv2d_image")
def _(x, weight, bias):
    output = [
        [
            [
                sum(
                    x[c][i + u][j + v] * weight[o][c][u][v]
                    for c in range(weight.shape[1])
                    for u in range(weight.shape[2])
                    for v in range(weight.shape[3])
                )
                + bias[o]
                for j in range(x.shape[2] - weight.shape[3] + 1)
            ]
            for i in range(x.shape[1] - weight.shape[2] + 1)
        ]
        for o in range(weight.shape[0])
    ]
    return output  # a list of lists of lists


@book.right("conv2d_image")
def _(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[1:])[0]
    return np.einsum("hwcuv,ocuv->ohw", windows, weight) + bias[:, None, None]


@book.right("conv2d_image")
def _(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[1:])[0]
    height, width = windows.shape[:2]
    columns = windows.reshape(height * width, -1)
    flat = columns @ weight.reshape(len(weight), -1).T + bias
    return flat.T.reshape(-1, height, width)


@book.right("conv2d_image")
def _(x, weight, bias):
    height, width = x.shape[1] - weight.shape[2] + 1, x.shape[2] - weight.shape[3] + 1
    output = np.repeat(bias.astype(float), height * width).reshape(-1, height, width)
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            moved = x[:, u : u + height, v : v + width]
            output += np.tensordot(weight[:, :, u, v], moved, axes=1)
    return output


@book.right("conv2d_image")
def _(x, weight, bias):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float32) for a in (x, weight, bias))
    return torch.nn.functional.conv2d(x, weight, bias)


@book.right("conv2d_image")
def _(x, weight, bias):
    return functional.conv2d(x[None], weight, bias)[0]


@book.wrong("conv2d_image", "first-channel-only")
def _(x, weight, bias):
    return _loops(x, weight, bias, lambda window, kernel, b: (window[0] * kernel[0]).sum() + b)


@book.wrong("conv2d_image", "bias-per-tap")
def _(x, weight, bias):
    return _loops(x, weight, bias, lambda window, kernel, b: (window * kernel + b).sum())


@book.wrong("conv2d_image", "last-channel-only")
def _(x, weight, bias):
    filters, depth, taps_y, taps_x = weight.shape
    output = np.zeros((filters, x.shape[1] - taps_y + 1, x.shape[2] - taps_x + 1))
    for o in range(filters):
        for c in range(depth):
            for i in range(output.shape[1]):
                for j in range(output.shape[2]):
                    window = x[c, i : i + taps_y, j : j + taps_x]
                    output[o, i, j] = (window * weight[o, c]).sum()
        output[o] += bias[o]
    return output


@book.wrong("conv2d_image", "bias-along-width")
def _(x, weight, bias):
    return _loops(x, weight, 0 * bias, lambda window, kernel, b: (window * kernel).sum()) + bias


@book.wrong("conv2d_image", "off-by-one")
def _(x, weight, bias):
    filters, _, taps_y, taps_x = weight.shape
    height, width = x.shape[1] - taps_y, x.shape[2] - taps_x
    output = np.zeros((filters, height, width))
    for o in range(filters):
        for i in range(height):
            for j in range(width):
                window = x[:, i : i + taps_y, j : j + taps_x]
                output[o, i, j] = np.sum(window * weight[o]) + bias[o]
    return output


@book.wrong("conv2d_image", "flipped-kernel")
def _(x, weight, bias):
    turned = np.flip(weight, (2, 3))
    return _loops(x, turned, bias, lambda window, kernel, b: (window * kernel).sum() + b)


@book.wrong("conv2d_image", "bias-per-input-channel")
def _(x, weight, bias):
    filters, depth, taps_y, taps_x = weight.shape
    output = np.zeros((filters, x.shape[1] - taps_y + 1, x.shape[2] - taps_x + 1))
    for o in range(filters):
        for c in range(depth):
            for i in range(output.shape[1]):
                for j in range(output.shape[2]):
                    window = x[c, i : i + taps_y, j : j + taps_x]
                    output[o, i, j] += (window * weight[o, c]).sum() + bias[o]
    return output


@book.wrong("conv2d_image", "square-only")
def _(x, weight, bias):
    k = weight.shape[2]
    size = x.shape[1] - k + 1
    output = np.zeros((len(weight), size, size))
    for o in range(len(weight)):
        for i in range(size):
            for j in range(size):
                output[o, i, j] = np.sum(x[:, i : i + k, j : j + k] * weight[o]) + bias[o]
    return output


@book.wrong("conv2d_image", "one-filter")
def _(x, weight, bias):
    filters, _, taps_y, taps_x = weight.shape
    output = np.zeros((filters, x.shape[1] - taps_y + 1, x.shape[2] - taps_x + 1))
    for i in range(output.shape[1]):
        for j in range(output.shape[2]):
            window = x[:, i : i + taps_y, j : j + taps_x]
            output[:, i, j] = (window * weight[0]).sum() + bias
    return output


# conv2d_batch -----------------------------------------------------------------------------------


def _batch_loops(x, weight, bias, stride=1, padding=0, *, step=None, pad=None, one=None, size=None):
    """Loops with places to go wrong."""
    n, _, _, _ = x.shape
    filters, _, taps_y, taps_x = weight.shape
    if pad is None:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    else:
        x = pad(x, padding)
    if size is None:
        height = (x.shape[2] - taps_y) // stride + 1
        width = (x.shape[3] - taps_x) // stride + 1
    else:
        height, width = size(x, weight, stride, padding)
    step = stride if step is None else step
    output = np.zeros((n, filters, height, width))
    for b in range(n):
        for o in range(filters):
            for i in range(height):
                for j in range(width):
                    top, left = i * step, j * step
                    window = x[b, :, top : top + taps_y, left : left + taps_x]
                    if one is None:
                        output[b, o, i, j] = np.sum(window * weight[o]) + bias[o]
                    else:
                        output[b, o, i, j] = one(window, weight, bias, o)
    return output


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x, weight, bias, stride, padding)


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    p = padding
    padded = np.zeros((x.shape[0], x.shape[1], x.shape[2] + 2 * p, x.shape[3] + 2 * p))
    padded[:, :, p : p + x.shape[2], p : p + x.shape[3]] = x
    windows = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], (2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwuv,ocuv->nohw", windows, weight) + bias.reshape(1, -1, 1, 1)


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (2, 3))
    windows = windows[:, :, ::stride, ::stride]
    rows = windows.transpose(0, 2, 3, 1, 4, 5).reshape(*windows.shape[:1], *windows.shape[2:4], -1)
    return (rows @ weight.reshape(len(weight), -1).T + bias).transpose(0, 3, 1, 2)


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    height = (x.shape[2] - weight.shape[2]) // stride + 1
    width = (x.shape[3] - weight.shape[3]) // stride + 1
    output = 0
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            moved = x[:, :, u::stride, v::stride][:, :, :height, :width]
            output = output + np.einsum("nchw,oc->nohw", moved, weight[:, :, u, v])
    return output + bias[:, None, None]


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float64) for a in (x, weight, bias))
    return torch.nn.functional.conv2d(x, weight, bias, stride=stride, padding=padding).numpy()


@book.right("conv2d_batch")
def _(x, weight, bias, stride=1, padding=0):
    return np.stack(
        [functional.conv2d(one[None], weight, bias, stride=stride, padding=padding)[0] for one in x]
    )


def _placed(x, weight, bias, stride, padding, before, counted):
    """Pad by ``before`` and make room for an answer of x with ``counted`` more rows and columns."""
    filters, _, *taps = weight.shape
    rows, columns = (
        (n + counted - k) // stride + 1 for n, k in zip(x.shape[2:], taps, strict=True)
    )
    x = np.pad(x, before)
    output = np.zeros((len(x), filters, rows, columns))
    for n, image in enumerate(x):
        windows = np.lib.stride_tricks.sliding_window_view(image, taps, axis=(1, 2))
        found = np.einsum("chwuv,ocuv->ohw", windows[:, ::stride, ::stride], weight)
        output[n] = found + bias[:, None, None]
    return output


@book.wrong("conv2d_batch", "padding-misfit")
def _(x, weight, bias, stride=1, padding=0):  # counted twice
    p = padding
    sides = ((0, 0), (0, 0), (p, p), (p, p))
    return _placed(x, weight, bias, stride, padding, sides, 4 * p)


@book.wrong("conv2d_batch", "padding-misfit")
def _(x, weight, bias, stride=1, padding=0):  # forgotten, but counted
    return _placed(x, weight, bias, stride, padding, ((0, 0),) * 4, 2 * padding)


@book.wrong("conv2d_batch", "padding-misfit")
def _(x, weight, bias, stride=1, padding=0):  # the size of x without its padding
    p = padding
    return _placed(x, weight, bias, stride, padding, ((0, 0), (0, 0), (p, p), (p, p)), 0)


@book.wrong("conv2d_batch", "padding-misfit")
def _(x, weight, bias, stride=1, padding=0):  # on one side, counted for two
    p = padding
    return _placed(x, weight, bias, stride, padding, ((0, 0), (0, 0), (p, 0), (p, 0)), 2 * p)


@book.wrong("conv2d_batch", "padding-all-axes")
def _(x, weight, bias, stride=1, padding=0):  # and it stops, for the channels do not fit
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[1:], axis=(1, 2, 3))
    windows = windows[:, 0, ::stride, ::stride].reshape(len(x), -1, weight[0].size)
    rows, columns = ((n - k) // stride + 1 for n, k in zip(x.shape[2:], weight.shape[2:]))
    found = windows.reshape(len(x), rows, columns, -1) @ weight.reshape(len(weight), -1).T
    output = np.zeros((len(x) - 2 * padding, len(weight), rows, columns))
    output[:] = np.moveaxis(found, 3, 1)
    return output + bias[:, None, None]


@book.wrong("conv2d_batch", "padding-all-axes")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x, weight, bias, stride, padding, pad=np.pad)


@book.wrong("conv2d_batch", "stride-size-only")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x, weight, bias, stride, padding, step=1)


@book.wrong("conv2d_batch", "stride-ignored")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x, weight, bias, 1, padding)


@book.wrong("conv2d_batch", "padding-one-side")
def _(x, weight, bias, stride=1, padding=0):
    def pad(x, p):
        return np.pad(x, ((0, 0), (0, 0), (p, 0), (p, 0)))

    return _batch_loops(x, weight, bias, stride, padding, pad=pad)


@book.wrong("conv2d_batch", "padding-not-in-size")
def _(x, weight, bias, stride=1, padding=0):
    height, width = x.shape[2:]

    def size(x, weight, stride, padding):
        return (height - weight.shape[2]) // stride + 1, (width - weight.shape[3]) // stride + 1

    return _batch_loops(x, weight, bias, stride, padding, size=size)


@book.wrong("conv2d_batch", "bias-per-tap")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(
        x, weight, bias, stride, padding, one=lambda window, w, b, o: (window * w[o] + b[o]).sum()
    )


@book.wrong("conv2d_batch", "bias-single")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(
        x, weight, bias, stride, padding, one=lambda window, w, b, o: (window * w[o]).sum() + b[0]
    )


@book.wrong("conv2d_batch", "channels-averaged")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(
        x, weight, bias, stride, padding,
        one=lambda window, w, b, o: (window * w[o]).sum(axis=(1, 2)).mean() + b[o],
    )  # fmt: skip


@book.wrong("conv2d_batch", "batch-forgotten")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x[:1], weight, bias, stride, padding)


@book.wrong("conv2d_batch", "square-only")
def _(x, weight, bias, stride=1, padding=0):
    def size(x, weight, stride, padding):
        return [(x.shape[2] - weight.shape[2]) // stride + 1] * 2

    return _batch_loops(x, weight, bias, stride, padding, size=size)


@book.wrong("conv2d_batch", "integer-dtype")
def _(x, weight, bias, stride=1, padding=0):
    return _batch_loops(x, weight, bias, stride, padding).astype(int)


@book.wrong("conv2d_batch", "off-by-one")
def _(x, weight, bias, stride=1, padding=0):
    output = _batch_loops(x, weight, bias, stride, padding)
    for i in range(output.shape[2] - 1, output.shape[2]):
        output[:, :, i] = 0  # `range(height - 1)` leaves the last row as it was made
    return output


# hwc_to_chw -------------------------------------------------------------------------------------


@book.right("hwc_to_chw")
def _(image):
    return image.transpose(2, 0, 1)


@book.right("hwc_to_chw")
def _(image):
    return np.moveaxis(image, -1, 0)


@book.right("hwc_to_chw")
def _(image):
    return np.stack([image[:, :, c] for c in range(image.shape[2])])


@book.right("hwc_to_chw")
def _(image):
    height, width, channels = image.shape
    output = np.empty((channels, height, width))
    for c in range(channels):
        for row in range(height):
            for col in range(width):
                output[c, row, col] = image[row, col, c]
    return output


@book.right("hwc_to_chw")
def _(image):
    return np.einsum("hwc->chw", image)


@book.right("hwc_to_chw")
def _(image):
    return pytest.importorskip("torch").tensor(image).permute(2, 0, 1)


@book.right("hwc_to_chw")
def _(image):
    return image.swapaxes(1, 2).swapaxes(0, 1)


@book.wrong("hwc_to_chw", "reshaped")
def _(image):
    height, width, channels = image.shape
    return np.reshape(image, (channels, height, width))


@book.wrong("hwc_to_chw", "height-width-swapped")
def _(image):
    return image.T


@book.wrong("hwc_to_chw", "axes-moved-wrong-way")
def _(image):
    return np.moveaxis(image, 0, 2)


@book.wrong("hwc_to_chw", "height-width-swapped")
def _(image):
    return np.swapaxes(image, 0, 2)


@book.wrong("hwc_to_chw", "channels-in-middle")
def _(image):
    return np.swapaxes(image, 1, 2)


# conv_cost --------------------------------------------------------------------------------------


@book.right("conv_cost")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    one = in_channels * kernel_size * kernel_size
    return (one + 1) * out_channels, one * out_channels * out_height * out_width


@book.right("conv_cost")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    weight = np.zeros((out_channels, in_channels, kernel_size, kernel_size))
    return weight.size + out_channels, weight.size * out_height * out_width


@book.right("conv_cost")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    return [
        out_channels * (in_channels * kernel_size**2 + 1),
        int(np.prod([in_channels, out_channels, kernel_size, kernel_size, out_height, out_width])),
    ]


@book.right("conv_cost")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = macs = 0
    for _ in range(out_channels):
        parameters += 1
        for _ in range(in_channels):
            parameters += kernel_size**2
            macs += kernel_size**2 * out_height * out_width
    return parameters, macs


@book.right("conv_cost")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    nn = pytest.importorskip("torch").nn
    layer = nn.Conv2d(in_channels, out_channels, kernel_size)
    return (
        sum(p.numel() for p in layer.parameters()),
        layer.weight.numel() * out_height * out_width,
    )


@book.wrong("conv_cost", "bias-missing")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = in_channels * out_channels * kernel_size**2
    return parameters, parameters * out_height * out_width


@book.wrong("conv_cost", "bias-counted-as-mac")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    parameters = out_channels * (in_channels * kernel_size**2 + 1)
    return parameters, parameters * out_height * out_width


@book.wrong("conv_cost", "kernel-one-axis")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size
    return weights + out_channels, weights * out_height * out_width


@book.wrong("conv_cost", "one-filter-in-macs")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = out_channels * in_channels * kernel_size**2
    return weights + out_channels, in_channels * kernel_size**2 * out_height * out_width


@book.wrong("conv_cost", "positions-forgotten")
def _(in_channels, out_channels, kernel_size, out_height, out_width):
    weights = in_channels * out_channels * kernel_size * kernel_size
    return weights + out_channels, weights

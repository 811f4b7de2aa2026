"""Answers to the exercises of notebook 05 as learners write them, right and wrong."""

from __future__ import annotations

import numpy as np
import pytest
from check_tools import Written
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import functional, shapes

book = Written()
FEWEST = {
    "conv1x1": 5,
    "bottleneck_macs": 4,
    "grouped_conv2d": 8,
    "transposed2d": 4,
    "channel_shuffle": 4,
    "separable_weight": 6,
}

# conv1x1 ----------------------------------------------------------------------------------------


@book.right("conv1x1")
def _(x, weight, bias):
    n, _, height, width = x.shape
    output = np.zeros((n, len(weight), height, width))
    for b in range(n):
        for i in range(height):
            for j in range(width):
                output[b, :, i, j] = weight @ x[b, :, i, j] + bias
    return output


@book.right("conv1x1")
def _(x, weight, bias):
    n, c, h, w = x.shape
    return (weight @ x.reshape(n, c, h * w)).reshape(n, -1, h, w) + bias.reshape(1, -1, 1, 1)


@book.right("conv1x1")
def _(x, weight, bias):
    return (x.transpose(0, 2, 3, 1) @ weight.T + bias).transpose(0, 3, 1, 2)


@book.right("conv1x1")
def _(x, weight, bias):
    return np.moveaxis(np.tensordot(weight, x, axes=(1, 1)), 0, 1) + bias[:, None, None]


@book.right("conv1x1")
def _(x, weight, bias):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float64) for a in (x, weight, bias))
    return torch.nn.functional.linear(x.movedim(1, -1), weight, bias).movedim(-1, 1)


@book.right("conv1x1")
def _(x, weight, bias):
    return functional.conv2d(x, weight[:, :, None, None], bias)


@book.right("conv1x1")
def _(x, weight, bias):
    maps = []
    for kernel, b in zip(weight, bias):
        maps.append(sum(k * x[:, c] for c, k in enumerate(kernel)) + b)
    return np.stack(maps, axis=1)


@book.wrong("conv1x1", "weight-axes-swapped")
def _(x, weight, bias):
    return np.einsum("co,nchw->nohw", weight, x) + bias[:, None, None]


@book.wrong("conv1x1", "bias-missing")
def _(x, weight, bias):
    return np.einsum("oc,nchw->nohw", weight, x)


@book.wrong("conv1x1", "pixels-mixed")
def _(x, weight, bias):
    n, c, h, w = x.shape
    made = x.reshape(n * h * w, c) @ weight.T + bias
    return made.reshape(n, len(weight), h, w)


@book.wrong("conv1x1", "channels-last")
def _(x, weight, bias):
    return np.moveaxis(x, 1, 3) @ weight.T + bias


@book.wrong("conv1x1", "bias-along-width")
def _(x, weight, bias):
    return np.einsum("oc,nchw->nohw", weight, x) + bias


@book.wrong("conv1x1", "batch-and-channels-swapped")
def _(x, weight, bias):
    return np.tensordot(weight, x, axes=(1, 1)) + bias[:, None, None, None]


@book.wrong("conv1x1", "bias-per-input-channel")
def _(x, weight, bias):
    n, c, h, w = x.shape
    output = np.zeros((n, len(weight), h, w))
    for o in range(len(weight)):
        for channel in range(c):
            output[:, o] += weight[o, channel] * x[:, channel] + bias[o]
    return output


@book.wrong("conv1x1", "wrong-axis")
def _(x, weight, bias):
    return x @ weight.T + bias


# bottleneck_macs --------------------------------------------------------------------------------


@book.right("bottleneck_macs")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * middle_channels * in_channels
    second = height * width * out_channels * middle_channels * kernel_size**2
    return first + second


@book.right("bottleneck_macs")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return (
        height * width * middle_channels * (in_channels + out_channels * kernel_size * kernel_size)
    )


@book.right("bottleneck_macs")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    size = height, width
    first = shapes.conv_macs(in_channels, middle_channels, 1, size)
    return first + shapes.conv_macs(middle_channels, out_channels, kernel_size, size)


@book.right("bottleneck_macs")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = 0
    for inputs, outputs, k in [
        (in_channels, middle_channels, 1),
        (middle_channels, out_channels, kernel_size),
    ]:
        total += np.prod([height, width, inputs, outputs, k, k])
    return total


@book.right("bottleneck_macs")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    nn = pytest.importorskip("torch").nn
    layers = [
        nn.Conv2d(in_channels, middle_channels, 1, bias=False),
        nn.Conv2d(middle_channels, out_channels, kernel_size, padding="same", bias=False),
    ]
    return height * width * sum(layer.weight.numel() for layer in layers)


@book.wrong("bottleneck_macs", "direct")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return in_channels * out_channels * kernel_size**2 * height * width


@book.wrong("bottleneck_macs", "kernel-one-axis")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    one = in_channels * middle_channels
    return (one + kernel_size * middle_channels * out_channels) * height * width


@book.wrong("bottleneck_macs", "kernel-in-first-layer")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pairs = in_channels * middle_channels + middle_channels * out_channels
    return pairs * kernel_size**2 * height * width


@book.wrong("bottleneck_macs", "positions-forgotten")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return in_channels * middle_channels + middle_channels * out_channels * kernel_size**2


@book.wrong("bottleneck_macs", "second-layer-reads-input")
def _(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = height * width * in_channels * middle_channels
    return first + height * width * in_channels * out_channels * kernel_size**2


# grouped_conv2d ---------------------------------------------------------------------------------


def _plain(x, weight):
    windows = sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwuv,ocuv->nohw", windows, weight)


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    depth, size = weight.shape[1], len(weight) // groups
    parts = []
    for g in range(groups):
        part = _plain(x[:, g * depth : (g + 1) * depth], weight[g * size : (g + 1) * size])
        parts.append(part)
    return np.concatenate(parts, axis=1) + bias[:, None, None]


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    n, _, height, width = x.shape
    filters, depth, taps_y, taps_x = weight.shape
    output = np.zeros((n, filters, height - taps_y + 1, width - taps_x + 1))
    for o in range(filters):
        first = o // (filters // groups) * depth
        for i in range(output.shape[2]):
            for j in range(output.shape[3]):
                window = x[:, first : first + depth, i : i + taps_y, j : j + taps_x]
                output[:, o, i, j] = (window * weight[o]).sum(axis=(1, 2, 3)) + bias[o]
    return output


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    filters, depth = weight.shape[:2]
    full = np.zeros((filters, x.shape[1], *weight.shape[2:]))
    for o in range(filters):
        g = o * groups // filters
        full[o, g * depth : (g + 1) * depth] = weight[o]
    return _plain(x, full) + bias.reshape(1, -1, 1, 1)


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    windows = sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    n, _, height, width, u, v = windows.shape
    split = windows.reshape(n, groups, -1, height, width, u, v)
    kernels = weight.reshape(groups, -1, *weight.shape[1:])
    made = np.einsum("ngchwuv,gocuv->ngohw", split, kernels)
    return made.reshape(n, -1, height, width) + bias[None, :, None, None]


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    torch = pytest.importorskip("torch")
    x, weight, bias = (torch.tensor(a, dtype=torch.float32) for a in (x, weight, bias))
    return torch.nn.functional.conv2d(x, weight, bias, groups=groups)


@book.right("grouped_conv2d")
def _(x, weight, bias, groups):
    return functional.conv2d(x, weight, bias, groups=groups)


@book.wrong("grouped_conv2d", "groups-mixed")
def _(x, weight, bias, groups):
    parts = []
    for g in range(groups):
        size = len(weight) // groups
        parts.append(_plain(x[:, g::groups], weight[g * size : (g + 1) * size]))
    return np.concatenate(parts, axis=1) + bias[:, None, None]


@book.wrong("grouped_conv2d", "filters-by-turns")
def _(x, weight, bias, groups):
    depth, maps = weight.shape[1], []
    for g in range(groups):
        found = sliding_window_view(x[:, g * depth : (g + 1) * depth], weight.shape[2:], (2, 3))
        maps.append(np.einsum("nchwuv,ocuv->nohw", found, weight[g::groups]))
    return np.concatenate(maps, axis=1) + bias[:, None, None]


@book.wrong("grouped_conv2d", "groups-begin-by-filters")
def _(x, weight, bias, groups):
    depth, share, maps = weight.shape[1], len(weight) // groups, []
    for g in range(groups):
        first = g * share
        found = sliding_window_view(x[:, first : first + depth], weight.shape[2:], (2, 3))
        maps.append(np.einsum("nchwuv,ocuv->nohw", found, weight[first : first + share]))
    return np.concatenate(maps, axis=1) + bias[:, None, None]


@book.wrong("grouped_conv2d", "bias-missing")
def _(x, weight, bias, groups):
    pairs = zip(np.split(x, groups, 1), np.split(weight, groups))
    return np.concatenate([_plain(a, w) for a, w in pairs], axis=1)


@book.wrong("grouped_conv2d", "groups-ignored")
def _(x, weight, bias, groups):
    return _plain(x, weight) + bias[:, None, None]


@book.wrong("grouped_conv2d", "groups-summed")
def _(x, weight, bias, groups):
    pairs = zip(np.split(x, groups, 1), np.split(weight, groups), np.split(bias, groups))
    return sum(_plain(a, w) + b[:, None, None] for a, w, b in pairs)


@book.wrong("grouped_conv2d", "groups-overlap")
def _(x, weight, bias, groups):
    filters, depth = weight.shape[:2]
    output = []
    for o in range(filters):
        g = o // (filters // groups)
        output.append(_plain(x[:, g : g + depth], weight[o : o + 1]) + bias[o])
    return np.concatenate(output, axis=1)


@book.wrong("grouped_conv2d", "filters-by-turns")
def _(x, weight, bias, groups):
    filters, depth = weight.shape[:2]
    output = []
    for o in range(filters):
        g = o % groups
        part = _plain(x[:, g * depth : (g + 1) * depth], weight[o : o + 1])
        output.append(part + bias[o])
    return np.concatenate(output, axis=1)


@book.wrong("grouped_conv2d", "first-channel-only")
def _(x, weight, bias, groups):
    pairs = zip(np.split(x, groups, 1), np.split(weight, groups))
    made = [_plain(a[:, :1], w[:, :1]) for a, w in pairs]
    return np.concatenate(made, axis=1) + bias[:, None, None]


@book.wrong("grouped_conv2d", "flipped-kernel")
def _(x, weight, bias, groups):
    return functional.conv2d(x, weight[:, :, ::-1, ::-1], bias, groups=groups)


@book.wrong("grouped_conv2d", "groups-stacked")
def _(x, weight, bias, groups):
    parts = zip(np.split(x, groups, 1), np.split(weight, groups), np.split(bias, groups))
    return np.stack([_plain(a, w) + b[:, None, None] for a, w, b in parts], axis=1)


# transposed2d -----------------------------------------------------------------------------------


@book.right("transposed2d")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            for u in range(kh):
                for v in range(kw):
                    output[i * stride + u, j * stride + v] += x[i, j] * kernel[u, v]
    return output


@book.right("transposed2d")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for u in range(kh):
        for v in range(kw):
            rows, columns = u + stride * (h - 1) + 1, v + stride * (w - 1) + 1
            output[u:rows:stride, v:columns:stride] += kernel[u, v] * x
    return output


@book.right("transposed2d")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    spread = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    spread[::stride, ::stride] = x
    spread = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = sliding_window_view(spread, kernel.shape)
    return np.einsum("ijuv,uv->ij", windows, kernel[::-1, ::-1])


@book.right("transposed2d")
def _(x, kernel, stride=1):
    torch = pytest.importorskip("torch")
    x, kernel = torch.tensor(x, dtype=torch.float64), torch.tensor(kernel, dtype=torch.float64)
    made = torch.nn.functional.conv_transpose2d(x[None, None], kernel[None, None], stride=stride)
    return made[0, 0].numpy()


@book.right("transposed2d")
def _(x, kernel, stride=1):
    return functional.conv_transpose2d(
        x[None, None].astype(float), kernel[None, None].astype(float), stride=stride
    )[0, 0]


@book.right("transposed2d")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    down = np.zeros(((h - 1) * stride + kh, h, kh))
    across = np.zeros(((w - 1) * stride + kw, w, kw))
    for i in range(h):
        down[i * stride + np.arange(kh), i, np.arange(kh)] = 1
    for j in range(w):
        across[j * stride + np.arange(kw), j, np.arange(kw)] = 1
    return np.einsum("aiu,bjv,ij,uv->ab", down, across, x, kernel)


@book.wrong("transposed2d", "overlap-overwritten")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            a, b = i * stride, j * stride
            output[a : a + kh, b : b + kw] = x[i, j] * kernel
    return output


@book.wrong("transposed2d", "stamps-one-apart")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            output[i : i + kh, j : j + kw] += x[i, j] * kernel
    return output


@book.wrong("transposed2d", "flipped-kernel")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    spread = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    spread[::stride, ::stride] = x
    spread = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return np.einsum("ijuv,uv->ij", sliding_window_view(spread, kernel.shape), kernel)


@book.wrong("transposed2d", "wrong-size")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros((h * stride + kh, w * stride + kw))
    for i in range(h):
        for j in range(w):
            output[i * stride : i * stride + kh, j * stride : j * stride + kw] += x[i, j] * kernel
    return output


@book.wrong("transposed2d", "kernel-transposed")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            a, b = i * stride, j * stride
            output[a : a + kh, b : b + kw] += x[i, j] * kernel.T
    return output


@book.wrong("transposed2d", "integer-dtype")
def _(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), int)
    for i in range(h):
        for j in range(w):
            a, b = i * stride, j * stride
            stamp = x[i, j] * kernel + output[a : a + kh, b : b + kw]
            output[a : a + kh, b : b + kw] = stamp
    return output


# channel_shuffle --------------------------------------------------------------------------------


@book.right("channel_shuffle")
def _(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).transpose(0, 2, 1, 3, 4).reshape(n, c, h, w)


@book.right("channel_shuffle")
def _(x, groups):
    each = x.shape[1] // groups
    return x[:, [group * each + i for i in range(each) for group in range(groups)]]


@book.right("channel_shuffle")
def _(x, groups):
    output = np.empty_like(x)
    for group, part in enumerate(np.split(x, groups, axis=1)):
        output[:, group::groups] = part
    return output


@book.right("channel_shuffle")
def _(x, groups):
    return np.stack(np.split(x, groups, axis=1), axis=2).reshape(x.shape)


@book.right("channel_shuffle")
def _(x, groups):
    torch = pytest.importorskip("torch")
    return torch.nn.ChannelShuffle(groups)(torch.tensor(x, dtype=torch.float64))


@book.wrong("channel_shuffle", "undone")
def _(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, c // groups, groups, h, w).transpose(0, 2, 1, 3, 4).reshape(n, c, h, w)


@book.wrong("channel_shuffle", "unchanged")
def _(x, groups):
    return np.concatenate(np.split(x, groups, axis=1), axis=1)


@book.wrong("channel_shuffle", "pixels-torn")
def _(x, groups):
    return x.reshape(x.shape[0], groups, -1).transpose(0, 2, 1).reshape(x.shape)


@book.wrong("channel_shuffle", "groups-reversed")
def _(x, groups):
    return np.stack(np.split(x, groups, axis=1)[::-1], axis=2).reshape(x.shape)


# separable_weight -------------------------------------------------------------------------------


@book.right("separable_weight")
def _(mix, kernels):
    return np.einsum("oc,cij->ocij", mix, kernels)


@book.right("separable_weight")
def _(mix, kernels):
    weight = np.zeros((*mix.shape, *kernels.shape[1:]))
    for o in range(len(mix)):
        for c in range(len(kernels)):
            weight[o, c] = mix[o, c] * kernels[c]
    return weight


@book.right("separable_weight")
def _(mix, kernels):
    return [[share * kernel for share, kernel in zip(row, kernels)] for row in mix]


@book.right("separable_weight")
def _(mix, kernels):
    channels, height, width = kernels.shape
    flat = mix[..., None] * kernels.reshape(1, channels, -1)
    return flat.reshape(-1, channels, height, width)


@book.right("separable_weight")
def _(mix, kernels):
    torch = pytest.importorskip("torch")
    return torch.tensor(mix).double()[:, :, None, None] * torch.tensor(kernels).double()


@book.wrong("separable_weight", "kernel-by-output")
def _(mix, kernels):
    weight = np.zeros((*mix.shape, *kernels.shape[1:]))
    for o in range(mix.shape[0]):
        for c in range(mix.shape[1]):
            weight[o, c] = mix[o, c] * kernels[o]
    return weight


@book.wrong("separable_weight", "axes-swapped")
def _(mix, kernels):
    return np.einsum("oc,cij->coij", mix, kernels)


@book.wrong("separable_weight", "channels-added")
def _(mix, kernels):
    return np.einsum("oc,cij->oij", mix, kernels)


@book.wrong("separable_weight", "sum-for-product")
def _(mix, kernels):
    return kernels[None] + mix.reshape(*mix.shape, 1, 1)


@book.wrong("separable_weight", "mix-missing")
def _(mix, kernels):
    return np.stack([kernels] * len(mix))


@book.wrong("separable_weight", "kernels-missing")
def _(mix, kernels):
    return mix[:, :, None, None]


@book.wrong("separable_weight", "kernels-turned")
def _(mix, kernels):  # as for a true convolution
    return np.einsum("oc,cij->ocij", mix, kernels[:, ::-1, ::-1])

"""Answers to the exercises of notebook 15 as learners write them, right and wrong."""

from __future__ import annotations

import math

import numpy as np
import pytest
from check_tools import Written

from cnnhelpers import functional, nn, shapes

book = Written()
FEWEST = {
    "layer_row": 12,
    "vgg_config": 6,
    "memory_bytes": 8,
    "dense_as_conv": 6,
    "local_response_norm": 8,
}

# layer_row --------------------------------------------------------------------------------------


@book.right("layer_row")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return (outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs)
    h = math.floor((h + 2 * padding - kernel_size) / stride + 1)
    w = math.floor((w + 2 * padding - kernel_size) / stride + 1)
    if kind == "pool":
        return (c, h, w, 0, 0)
    per_filter = c // groups * kernel_size * kernel_size
    return (outputs, h, w, outputs * (per_filter + 1), outputs * per_filter * h * w)


@book.right("layer_row")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    if kind == "dense":
        return np.array([outputs, 1, 1, (np.prod(shape) + 1) * outputs, np.prod(shape) * outputs])
    size = [shapes.output_size(n, kernel_size, stride, padding) for n in shape[1:]]
    if kind == "pool":
        return np.array([shape[0], *size, 0, 0])
    count = shapes.conv_parameters(shape[0], outputs, kernel_size, groups)
    macs = shapes.conv_macs(shape[0], outputs, kernel_size, size, groups)
    return np.array([outputs, *size, count, macs])


@book.right("layer_row")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    if kind == "conv":
        layer = nn.Conv2d(shape[0], outputs, kernel_size, stride, padding, groups=groups)
    elif kind == "pool":
        layer = nn.MaxPool2d(kernel_size, stride)
    else:
        layer, shape = nn.Linear(math.prod(shape), outputs), (math.prod(shape),)
    batch = (1, *shape)
    answer = layer.output_shape(batch)[1:]
    answer = answer if len(answer) == 3 else (*answer, 1, 1)
    return [*answer, layer.parameter_count(), layer.macs(batch)]


@book.right("layer_row")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    if kind == "dense":  # a convolution whose one window is the whole image
        (c, h, w), rows, columns = shape, 1, 1
        taps = c * h * w
    else:
        c, h, w = shape
        rows = len(range(0, h + 2 * padding - kernel_size + 1, stride))
        columns = len(range(0, w + 2 * padding - kernel_size + 1, stride))
        if kind == "pool":
            return c, rows, columns, 0, 0
        taps = c * kernel_size**2 // groups
    return outputs, rows, columns, taps * outputs + outputs, rows * columns * outputs * taps


@book.right("layer_row")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    torch = pytest.importorskip("torch")
    x = torch.empty(1, *shape, device="meta")
    if kind == "pool":
        return (*torch.nn.MaxPool2d(kernel_size, stride)(x).shape[1:], 0, 0)
    if kind == "dense":
        layer = torch.nn.Linear(x.numel(), outputs, device="meta")
        return outputs, 1, 1, sum(p.numel() for p in layer.parameters()), layer.weight.numel()
    layer = torch.nn.Conv2d(
        shape[0], outputs, kernel_size, stride, padding, groups=groups, device="meta"
    )
    y = layer(x)
    macs = layer.weight.numel() * y.shape[2] * y.shape[3]
    return (*y.shape[1:], sum(p.numel() for p in layer.parameters()), macs)


@book.wrong("layer_row", "bias-missing")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, c * h * w * outputs, c * h * w * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = outputs * c // groups * kernel_size**2
    return outputs, h, w, n, n * h * w


@book.wrong("layer_row", "bias-counted-as-mac")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        n = (c * h * w + 1) * outputs
        return outputs, 1, 1, n, n
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = outputs * (c // groups * kernel_size**2 + 1)
    return outputs, h, w, n, n * h * w


@book.wrong("layer_row", "groups-ignored")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = c * kernel_size**2
    return outputs, h, w, outputs * (n + 1), outputs * n * h * w


@book.wrong("layer_row", "kernel-forgotten")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = c // groups
    return outputs, h, w, outputs * (n * kernel_size**2 + 1), outputs * n * h * w


@book.wrong("layer_row", "ceil")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    h = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
    w = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = c // groups * kernel_size**2
    return outputs, h, w, outputs * (n + 1), outputs * n * h * w


@book.wrong("layer_row", "positions-of-the-input")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, rows, columns, 0, 0
    n = c // groups * kernel_size**2
    return outputs, rows, columns, outputs * (n + 1), outputs * n * h * w


@book.wrong("layer_row", "dense-reads-channels")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c + 1) * outputs, c * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = c // groups * kernel_size**2
    return outputs, h, w, outputs * (n + 1), outputs * n * h * w


@book.wrong("layer_row", "pool-channels")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c // stride, h, w, 0, 0
    n = c // groups * kernel_size**2
    return outputs, h, w, outputs * (n + 1), outputs * n * h * w


@book.wrong("layer_row", "input-channels-for-outputs")
def _(shape, kind, outputs=None, kernel_size=1, stride=1, padding=0, groups=1):
    c, h, w = shape
    if kind == "dense":
        return outputs, 1, 1, (c * h * w + 1) * outputs, c * h * w * outputs
    h = (h + 2 * padding - kernel_size) // stride + 1
    w = (w + 2 * padding - kernel_size) // stride + 1
    if kind == "pool":
        return c, h, w, 0, 0
    n = c // groups * kernel_size**2
    return c, h, w, outputs * (n + 1), outputs * n * h * w


# vgg_config -------------------------------------------------------------------------------------


@book.right("vgg_config")
def _(blocks):
    config, channels = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(channels)
        config.append(0)
        channels = min(2 * channels, 512)
    return config


@book.right("vgg_config")
def _(blocks):
    widths = [64, 128, 256] + [512] * len(blocks)
    return [width for n, c in zip(blocks, widths) for width in [c] * n + [0]]


@book.right("vgg_config")
def _(blocks):
    return sum(([64 << min(i, 3)] * n + [0] for i, n in enumerate(blocks)), [])


@book.right("vgg_config")
def _(blocks):
    config = np.zeros(sum(blocks) + len(blocks), int)
    start = 0
    for block, count in enumerate(blocks):
        config[start : start + count] = np.minimum(64 * 2**block, 512)
        start += count + 1
    return config


@book.right("vgg_config")
def _(blocks):
    def rest(counts, channels):
        if not counts:
            return ()
        return (channels,) * counts[0] + (0,) + rest(counts[1:], min(512, channels * 2))

    return rest(list(blocks), 64)


@book.wrong("vgg_config", "nested")
def _(blocks):
    config, width = [], 64
    for count in blocks:
        config.append([width] * count + [0])
        width = min(2 * width, 512)
    return config


@book.wrong("vgg_config", "pool-after-each")
def _(blocks):
    config, channels = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(channels)
            config.append(0)
        channels = min(2 * channels, 512)
    return config


@book.wrong("vgg_config", "doubled-beyond-512")
def _(blocks):
    config, channels = [], 64
    for count in blocks:
        config += [channels] * count + [0]
        channels *= 2
    return config


@book.wrong("vgg_config", "each-convolution-doubles")
def _(blocks):
    config, channels = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(channels)
            channels = min(channels * 2, 512)
        config.append(0)
    return config


@book.wrong("vgg_config", "pools-missing")
def _(blocks):
    return [min(64 * 2**i, 512) for i, n in enumerate(blocks) for _ in range(n)]


# memory_bytes -----------------------------------------------------------------------------------


@book.right("memory_bytes")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape)
    return (batch * kept + copies * sum(row[3] for row in rows)) * 4


@book.right("memory_bytes")
def _(rows, input_shape, batch=1, copies=1):
    table = np.array(rows)
    kept = table[:, :3].prod(axis=1).sum() + math.prod(input_shape)
    return int(batch * kept + copies * table[:, 3].sum()) * np.dtype("float32").itemsize


@book.right("memory_bytes")
def _(rows, input_shape, batch=1, copies=1):
    total = 0
    for shape in [input_shape] + [row[:3] for row in rows]:
        total += 4 * batch * shape[0] * shape[1] * shape[2]
    for row in rows:
        total += 4 * copies * row[-2]
    return total


@book.right("memory_bytes")
def _(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    return 4 * sum(
        (row[0] * row[1] * row[2] * batch + row[3] * copies for row in rows), c * h * w * batch
    )


@book.right("memory_bytes")
def _(rows, input_shape, batch=1, copies=1):
    shapes_ = [tuple(input_shape), *(tuple(row[:3]) for row in rows)]
    per_image = sum(map(math.prod, shapes_)) * 32 // 8
    return per_image * batch + sum(learned for *_, learned, _ in rows) * copies * 4


@book.wrong("memory_bytes", "bytes-forgotten")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape)
    return batch * kept + copies * sum(row[3] for row in rows)


@book.wrong("memory_bytes", "integers-overflow")
def _(rows, input_shape, batch=1, copies=1):
    table = np.array(rows)[:, :4].astype(np.int32)
    kept = table[:, :3].prod(axis=1, dtype=np.int32).sum() + np.prod(input_shape)
    whole = 4 * (batch * kept + copies * table[:, 3].sum())
    return np.array(whole).astype(np.int32)


@book.wrong("memory_bytes", "batch-forgotten")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape)
    return 4 * (kept + copies * sum(row[3] for row in rows))


@book.wrong("memory_bytes", "parameters-per-image")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape)
    return 4 * batch * (kept + copies * sum(row[3] for row in rows))


@book.wrong("memory_bytes", "input-forgotten")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows)
    return 4 * (batch * kept + copies * sum(row[3] for row in rows))


@book.wrong("memory_bytes", "relu-apart")
def _(rows, input_shape, batch=1, copies=1):
    kept = 2 * (sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape))
    return 4 * (batch * kept + copies * sum(row[3] for row in rows))


@book.wrong("memory_bytes", "megabytes")
def _(rows, input_shape, batch=1, copies=1):
    kept = sum(c * h * w for c, h, w, *_ in rows) + np.prod(input_shape)
    return 4 * (batch * kept + copies * sum(row[3] for row in rows)) / 2**20


# dense_as_conv ----------------------------------------------------------------------------------


@book.right("dense_as_conv")
def _(weight, channels, height, width):
    return weight.reshape(len(weight), channels, height, width)


@book.right("dense_as_conv")
def _(weight, channels, height, width):
    return np.array([np.reshape(row, (channels, height, width)) for row in weight])


@book.right("dense_as_conv")
def _(weight, channels, height, width):
    filters = np.empty((weight.shape[0], channels, height, width), weight.dtype)
    for c in range(channels):
        for i in range(height):
            for j in range(width):
                filters[:, c, i, j] = weight[:, (c * height + i) * width + j]
    return filters


@book.right("dense_as_conv")
def _(weight, channels, height, width):
    planes = np.stack(np.split(weight, channels, axis=1), axis=1)
    return np.stack(np.split(planes, height, axis=2), axis=2)


@book.right("dense_as_conv")
def _(weight, channels, height, width):
    return weight.T.reshape(channels, height, width, -1).transpose(3, 0, 1, 2)


@book.wrong("dense_as_conv", "channels-last")
def _(weight, channels, height, width):
    return np.moveaxis(weight.reshape(-1, height, width, channels), 3, 1)


@book.wrong("dense_as_conv", "channels-last-returned")
def _(weight, channels, height, width):
    return weight.reshape(-1, height, width, channels)


@book.wrong("dense_as_conv", "kernel-flipped")
def _(weight, channels, height, width):
    return np.flip(weight.reshape(-1, channels, height, width), (2, 3))


@book.wrong("dense_as_conv", "weight-transposed")
def _(weight, channels, height, width):
    return weight.T.reshape(-1, channels, height, width)


# local_response_norm ----------------------------------------------------------------------------


@book.right("local_response_norm")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    return functional.local_response_norm(x, size, alpha=alpha, beta=beta, k=k)


@book.right("local_response_norm")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out, half = np.empty(x.shape), size // 2
    for c in range(x.shape[1]):
        near = x[:, max(0, c - half) : min(x.shape[1], c + half + 1)].astype(float)
        out[:, c] = x[:, c] / (k + alpha / size * (near**2).sum(axis=1)) ** beta
    return out


@book.right("local_response_norm")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    channel = np.arange(x.shape[1])
    near = (abs(channel[:, None] - channel) <= size // 2).astype(float)
    total = np.einsum("dc,nchw->ndhw", near, np.square(x.astype(float)))
    return x * (k + alpha * total / size) ** -beta


@book.right("local_response_norm")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    squares, half = x.astype(float) ** 2, size // 2
    sums = np.concatenate([np.zeros_like(squares[:, :1]), np.cumsum(squares, axis=1)], axis=1)
    channels = x.shape[1]
    low = np.clip(np.arange(channels) - half, 0, channels)
    high = np.clip(np.arange(channels) + half + 1, 0, channels)
    return x / (k + alpha / size * (sums[:, high] - sums[:, low])) ** beta


@book.right("local_response_norm")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    torch = pytest.importorskip("torch")
    x = torch.tensor(np.asarray(x, float))
    return torch.nn.functional.local_response_norm(x, size, alpha, beta, k).numpy()


@book.wrong("local_response_norm", "alpha-not-divided")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out, half = np.empty(x.shape), size // 2
    for c in range(x.shape[1]):
        near = x[:, max(0, c - half) : c + half + 1]
        out[:, c] = x[:, c] / (k + alpha * (near**2).sum(axis=1)) ** beta
    return out


@book.wrong("local_response_norm", "square-missing")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out, half = np.empty(x.shape), size // 2
    for c in range(x.shape[1]):
        near = x[:, max(0, c - half) : c + half + 1]
        out[:, c] = x[:, c] / (k + alpha / size * near.sum(axis=1)) ** beta
    return out


@book.wrong("local_response_norm", "size-as-radius")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        near = x[:, max(0, c - size) : c + size + 1]
        out[:, c] = x[:, c] / (k + alpha / size * (near**2).sum(axis=1)) ** beta
    return out


@book.wrong("local_response_norm", "within-the-image")
def _(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    padded = np.pad(x, ((0, 0), (0, 0), (half, half), (half, half))) ** 2
    windows = np.lib.stride_tricks.sliding_window_view(padded, (size, size), axis=(2, 3))
    return x / (k + alpha / size * windows.sum(axis=(4, 5))) ** beta

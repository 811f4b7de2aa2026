"""Answers to the exercises of notebook 07 as learners write them, right and wrong."""

from __future__ import annotations

import math

import numpy as np
import pytest
from check_tools import Written
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import functional

book = Written()
FEWEST = {
    "max_pool2d": 8,
    "avg_pool2d": 8,
    "global_avg_pool": 4,
    "feature_change": 4,
}

# max_pool2d -------------------------------------------------------------------------------------


def _pool_loops(x, k, s, p, fill, reduce, step=None, size=None):
    """Loops over one pixel after the other, with places to go wrong."""
    n, c, height, width = x.shape
    padded = np.full((n, c, height + 2 * p, width + 2 * p), fill, float)
    padded[:, :, p : p + height, p : p + width] = x
    size = size or (lambda length: (length + 2 * p - k) // s + 1)
    step = s if step is None else step
    output = np.zeros((n, c, size(height), size(width)))
    for b in range(n):
        for ch in range(c):
            for i in range(output.shape[2]):
                for j in range(output.shape[3]):
                    window = padded[b, ch, i * step : i * step + k, j * step : j * step + k]
                    output[b, ch, i, j] = reduce(window)
    return output


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, -np.inf, np.max)


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    p = padding
    x = np.pad(x * 1.0, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    windows = sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    x = np.pad(x.astype(float), [(0, 0)] * 2 + [(padding, padding)] * 2, constant_values=-1e30)
    rows = (x.shape[2] - kernel_size) // stride + 1
    columns = (x.shape[3] - kernel_size) // stride + 1
    best = None
    for u in range(kernel_size):
        for v in range(kernel_size):
            seen = x[:, :, u::stride, v::stride][:, :, :rows, :columns]
            best = seen if best is None else np.maximum(best, seen)
    return best


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, height, width = x.shape
    output = []
    for i in range((height + 2 * padding - kernel_size) // stride + 1):
        top = max(0, i * stride - padding)
        bottom = min(height, i * stride - padding + kernel_size)
        row = []
        for j in range((width + 2 * padding - kernel_size) // stride + 1):
            left = max(0, j * stride - padding)
            right = min(width, j * stride - padding + kernel_size)
            row.append(x[:, :, top:bottom, left:right].max(axis=(2, 3)))
        output.append(np.stack(row, -1))
    return np.stack(output, 2)


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    torch = pytest.importorskip("torch")
    return torch.nn.functional.max_pool2d(torch.tensor(x), kernel_size, stride, padding)


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    return functional.max_pool2d(x, kernel_size, stride=stride, padding=padding)


@book.right("max_pool2d")
def _(x, kernel_size, stride=None, padding=0):
    s, p, k = stride or kernel_size, padding, kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="edge")  # as good as minus infinity
    return _pool_loops(x, k, s, 0, 0, lambda window: sorted(window.ravel())[-1])


@book.wrong("max_pool2d", "padding-zero")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, 0, np.max)


@book.wrong("max_pool2d", "padding-zero")
def _(x, kernel_size, stride=None, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(x, (kernel_size, kernel_size), (2, 3))
    stride = stride or kernel_size
    return windows[:, :, ::stride, ::stride].max((-1, -2))


@book.wrong("max_pool2d", "stride-default-one")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride or 1, padding, -np.inf, np.max)


@book.wrong("max_pool2d", "maximum-from-zero")
def _(x, kernel_size, stride=None, padding=0):
    def largest(window):
        best = 0
        for value in window.ravel():
            if value > best:
                best = value
        return best

    return _pool_loops(x, kernel_size, stride or kernel_size, padding, -np.inf, largest)


@book.wrong("max_pool2d", "stride-ignored")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, kernel_size, padding, -np.inf, np.max)


@book.wrong("max_pool2d", "ceil")
def _(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size

    def size(length):
        return math.ceil((length + 2 * padding - kernel_size) / s) + 1

    return _pool_loops(x, kernel_size, s, padding, -np.inf, np.max, size=size)


@book.wrong("max_pool2d", "channels-pooled")
def _(x, kernel_size, stride=None, padding=0):
    full = _pool_loops(x, kernel_size, stride or kernel_size, padding, -np.inf, np.max)
    return full.max(axis=1, keepdims=True)


@book.wrong("max_pool2d", "padding-ignored")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride or kernel_size, 0, -np.inf, np.max)


@book.wrong("max_pool2d", "stride-none-fails")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride, padding, -np.inf, np.max)


@book.wrong("max_pool2d", "square-only")
def _(x, kernel_size, stride=None, padding=0):
    s, p = stride or kernel_size, padding
    height = x.shape[2]

    def size(length):
        return (height + 2 * p - kernel_size) // s + 1

    return _pool_loops(x, kernel_size, s, p, -np.inf, np.max, size=size)


@book.wrong("max_pool2d", "divisible-only")
def _(x, kernel_size, stride=None, padding=0):
    n, c, height, width = x.shape
    k = kernel_size
    return x.reshape(n, c, height // k, k, width // k, k).max(axis=(3, 5))


@book.wrong("max_pool2d", "size-by-stride")
def _(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    return _pool_loops(
        x, kernel_size, s, padding, -np.inf, np.max, size=lambda n: (n + 2 * padding) // s
    )


@book.wrong("max_pool2d", "index-for-value")
def _(x, kernel_size, stride=None, padding=0):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, -np.inf, np.argmax)


def _filled(x, k, s, p, fill):
    """Padding in the dtype of x, with a number in place of minus infinity."""
    s = k if s is None else s
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=fill)
    return sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s].max(axis=(4, 5))


@book.wrong("max_pool2d", "padding-zero")
def _(x, kernel_size, stride=None, padding=0):
    return _filled(x, kernel_size, stride, padding, -1000)


@book.wrong("max_pool2d", "padding-zero")
def _(x, kernel_size, stride=None, padding=0):
    return _filled(x, kernel_size, stride, padding, -(10**9))


@book.wrong("max_pool2d", "padding-zero")
def _(x, kernel_size, stride=None, padding=0):
    return _filled(x, kernel_size, stride, padding, -1e6)


# avg_pool2d -------------------------------------------------------------------------------------


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    if count_include_pad:
        return _pool_loops(x, kernel_size, s, padding, 0, np.mean)
    return _pool_loops(x, kernel_size, s, padding, np.nan, np.nanmean)


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, p, k = stride or kernel_size, padding, kernel_size

    def summed(a):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        return sliding_window_view(a, (k, k), (2, 3))[:, :, ::s, ::s].sum(axis=(4, 5))

    return summed(x) / (k * k if count_include_pad else summed(np.ones_like(x)))


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    torch = pytest.importorskip("torch")
    return torch.nn.functional.avg_pool2d(
        torch.tensor(x * 1.0), kernel_size, stride, padding, count_include_pad=count_include_pad
    ).numpy()


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return functional.avg_pool2d(
        x, kernel_size, stride=stride, padding=padding, count_include_pad=count_include_pad
    )


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, height, width = x.shape
    rows = (height + 2 * padding - kernel_size) // stride + 1
    columns = (width + 2 * padding - kernel_size) // stride + 1
    output = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            total, count = np.zeros((n, c)), 0
            for u in range(i * stride - padding, i * stride - padding + kernel_size):
                for v in range(j * stride - padding, j * stride - padding + kernel_size):
                    if 0 <= u < height and 0 <= v < width:
                        total += x[:, :, u, v]
                        count += 1
            output[:, :, i, j] = total / (kernel_size**2 if count_include_pad else count)
    return output


@book.right("avg_pool2d")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k, s, p = kernel_size, stride or kernel_size, padding
    weight = np.ones((1, 1, k, k)) / k**2

    def mean(a):
        flat = a.reshape(-1, 1, *a.shape[2:])
        made = functional.conv2d(flat, weight, stride=s, padding=p)
        return made.reshape(*a.shape[:2], *made.shape[2:])

    return mean(x) if count_include_pad else mean(x) / mean(np.ones_like(x))


@book.wrong("avg_pool2d", "count-include-pad-ignored")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, 0, np.mean)


@book.wrong("avg_pool2d", "count-include-pad-ignored")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, np.nan, np.nanmean)


@book.wrong("avg_pool2d", "not-divided")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return _pool_loops(x, kernel_size, stride or kernel_size, padding, 0, np.sum)


@book.wrong("avg_pool2d", "wrong-count")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k = kernel_size
    return _pool_loops(x, k, stride or k, padding, 0, lambda window: window.sum() / k)


@book.wrong("avg_pool2d", "count-include-pad-reversed")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    if not count_include_pad:
        return _pool_loops(x, kernel_size, s, padding, 0, np.mean)
    return _pool_loops(x, kernel_size, s, padding, np.nan, np.nanmean)


@book.wrong("avg_pool2d", "stride-default-one")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = 1 if stride is None else stride
    fill, mean = (0, np.mean) if count_include_pad else (np.nan, np.nanmean)
    return _pool_loops(x, kernel_size, s, padding, fill, mean)


@book.wrong("avg_pool2d", "off-by-one")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    fill, mean = (0, np.mean) if count_include_pad else (np.nan, np.nanmean)
    return _pool_loops(
        x, kernel_size, s, padding, fill, mean, size=lambda n: (n + 2 * padding - kernel_size) // s
    )


@book.wrong("avg_pool2d", "stride-size-only")
def _(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    fill, mean = (0, np.mean) if count_include_pad else (np.nan, np.nanmean)
    return _pool_loops(x, kernel_size, s, padding, fill, mean, step=1)


# global_avg_pool --------------------------------------------------------------------------------


@book.right("global_avg_pool")
def _(x):
    return x.mean(axis=(-1, -2))


@book.right("global_avg_pool")
def _(x):
    return x.mean(axis=3).mean(axis=2)


@book.right("global_avg_pool")
def _(x):
    return [[channel.sum() / channel.size for channel in image] for image in x]


@book.right("global_avg_pool")
def _(x):
    n, c, h, w = x.shape
    return x.reshape(n, c, h * w) @ np.full(h * w, 1 / (h * w))


@book.right("global_avg_pool")
def _(x):
    return np.einsum("nchw->nc", x) / (x.shape[2] * x.shape[3])


@book.right("global_avg_pool")
def _(x):
    torch = pytest.importorskip("torch")
    return torch.nn.functional.adaptive_avg_pool2d(torch.tensor(x), 1).flatten(1)


@book.wrong("global_avg_pool", "everything-averaged")
def _(x):
    return np.mean(x)


@book.wrong("global_avg_pool", "batch-and-channels-pooled")
def _(x):
    return x.mean(axis=(0, 1))


@book.wrong("global_avg_pool", "channels-pooled")
def _(x):
    return np.array([image.mean() for image in x])


@book.wrong("global_avg_pool", "axes-kept")
def _(x):
    return np.mean(x, axis=(2, 3), keepdims=True)


@book.wrong("global_avg_pool", "channels-last")
def _(x):
    return np.mean(x, (1, 2))


@book.wrong("global_avg_pool", "one-axis")
def _(x):
    return x.mean(axis=-1)


@book.wrong("global_avg_pool", "max-for-average")
def _(x):
    return np.max(x, axis=(2, 3))


@book.wrong("global_avg_pool", "not-divided")
def _(x):
    n, c = x.shape[:2]
    output = np.zeros((n, c))
    for b in range(n):
        for ch in range(c):
            for row in x[b, ch]:
                for value in row:
                    output[b, ch] += value
    return output


# feature_change ---------------------------------------------------------------------------------


@book.right("feature_change")
def _(features, shifted):
    return np.linalg.norm(features - shifted) / np.linalg.norm(features)


@book.right("feature_change")
def _(features, shifted):
    return float(np.sqrt(((features - shifted) ** 2).sum()) / np.sqrt((features**2).sum()))


@book.right("feature_change")
def _(features, shifted):
    above = below = 0.0
    for a, b in zip(features.ravel(), shifted.ravel()):
        above += (a - b) ** 2
        below += a * a
    return (above / below) ** 0.5


@book.right("feature_change")
def _(features, shifted):
    d, f = (features - shifted).ravel(), features.ravel()
    return math.sqrt(d @ d) / math.sqrt(f @ f)


@book.right("feature_change")
def _(features, shifted):
    return math.hypot(*(features - shifted).ravel()) / math.hypot(*features.ravel())


@book.right("feature_change")
def _(features, shifted):
    torch = pytest.importorskip("torch")
    features, shifted = torch.tensor(features), torch.tensor(shifted)
    return (features - shifted).norm() / features.norm()


@book.wrong("feature_change", "absolute-change")
def _(features, shifted):
    return np.linalg.norm(shifted - features)


@book.wrong("feature_change", "wrong-norm-below")
def _(features, shifted):
    return np.linalg.norm(features - shifted) / np.linalg.norm(shifted)


@book.wrong("feature_change", "absolute-values")
def _(features, shifted):
    return np.sum(np.abs(features - shifted)) / np.sum(np.abs(features))


@book.wrong("feature_change", "root-missing")
def _(features, shifted):
    return np.sum((features - shifted) ** 2) / np.sum(features**2)


@book.wrong("feature_change", "norms-subtracted")
def _(features, shifted):
    a, b = np.linalg.norm(features), np.linalg.norm(shifted)
    return abs(a - b) / a


@book.wrong("feature_change", "elementwise-average")
def _(features, shifted):
    return np.mean(abs((features - shifted) / features))

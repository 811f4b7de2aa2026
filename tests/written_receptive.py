"""Answers to the exercises of notebook 06 as learners write them, right and wrong."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from check_tools import Written

from cnnhelpers import shapes

book = Written()
FEWEST = dict.fromkeys(
    "receptive_field window_of measured_field stack_parameters pixels_read".split(), 4
)

# receptive_field --------------------------------------------------------------------------------


@book.right("receptive_field")
def _(layers):
    return 1 + sum(
        (k - 1) * d * math.prod(s for _, s, _ in layers[:index])
        for index, (k, _, d) in enumerate(layers)
    )


@book.right("receptive_field")
def _(layers):
    field = 1
    for kernel_size, stride, dilation in reversed(layers):
        field = (field - 1) * stride + (kernel_size - 1) * dilation + 1
    return field


@book.right("receptive_field")
def _(layers):
    return shapes.receptive_field([(k, s, 0, d) for k, s, d in layers]).size


@book.right("receptive_field")
def _(layers):
    seen = {0}
    for k, s, d in layers[::-1]:
        seen = {place * s + tap * d for place in seen for tap in range(k)}
    return max(seen) - min(seen) + 1


@book.right("receptive_field")
def _(layers):
    if not layers:
        return 1
    table = np.array(layers)
    jumps = np.concatenate([[1], np.cumprod(table[:, 1])[:-1]])
    return 1 + int(((table[:, 0] - 1) * table[:, 2] * jumps).sum())


@book.right("receptive_field")
def _(layers):
    torch = pytest.importorskip("torch")
    x = torch.zeros(1, 1, 400, requires_grad=True)
    y = x
    for k, s, d in layers:
        y = torch.nn.functional.conv1d(y, torch.ones(1, 1, k), stride=s, dilation=d)
    y[0, 0, 1].backward()
    places = torch.nonzero(x.grad[0, 0])
    return int(places.max() - places.min()) + 1


@book.wrong("receptive_field", "own-stride-counted")
def _(layers):
    field = jump = 1
    for k, s, d in layers:
        jump *= s
        field += (k - 1) * d * jump
    return field


@book.wrong("receptive_field", "stride-ignored")
def _(layers):
    return 1 + sum((k - 1) * d for k, s, d in layers)


@book.wrong("receptive_field", "dilation-ignored")
def _(layers):
    field = jump = 1
    for k, s, _ in layers:
        field = field + (k - 1) * jump
        jump = jump * s
    return field


@book.wrong("receptive_field", "order-reversed")
def _(layers):
    field = jump = 1
    for k, s, d in layers[::-1]:
        field += (k - 1) * d * jump
        jump *= s
    return field


@book.wrong("receptive_field", "plus-one-missing")
def _(layers):
    field, jump = 0, 1
    for k, s, d in layers:
        field += (k - 1) * d * jump
        jump *= s
    return field


@book.wrong("receptive_field", "kernel-for-growth")
def _(layers):
    field, jump = 1, 1
    for k, s, d in layers:
        field += k * d * jump
        jump *= s
    return field


# window_of --------------------------------------------------------------------------------------


@book.right("window_of")
def _(position, layers):
    low, high = position, position
    for k, s, p in layers[::-1]:
        low, high = low * s - p, high * s - p + k - 1
    return low, high


@book.right("window_of")
def _(position, layers):
    if not layers:
        return position, position
    *before, (k, s, p) = layers
    start = position * s - p
    return window_of_ends(start, before)[0], window_of_ends(start + k - 1, before)[1]


def window_of_ends(position, layers):
    seen = [position]
    for k, s, p in reversed(layers):
        seen = [place * s - p + tap for place in seen for tap in (0, k - 1)]
    return min(seen), max(seen)


@book.right("window_of")
def _(position, layers):
    return list(window_of_ends(position, layers))


@book.right("window_of")
def _(position, layers):
    return shapes.receptive_field(layers).of(position)


@book.right("window_of")
def _(position, layers):
    size, jump, start = 1, 1, 0
    for k, s, p in layers:
        size += (k - 1) * jump
        start -= p * jump
        jump *= s
    first = start + position * jump
    return np.array([first, first + size - 1])


@book.right("window_of")
def _(position, layers):
    seen = {position}
    for k, s, p in reversed(layers):
        seen = {place * s - p + tap for place in seen for tap in range(k)}
    return min(seen), max(seen)


@book.wrong("window_of", "padding-ignored")
def _(position, layers):
    low = high = position
    for k, s, _ in reversed(layers):
        low, high = low * s, high * s + k - 1
    return low, high


@book.wrong("window_of", "order-reversed")
def _(position, layers):
    low = high = position
    for k, s, p in layers:
        low, high = low * s - p, high * s - p + k - 1
    return low, high


@book.wrong("window_of", "end-excluded")
def _(position, layers):
    low = high = position
    for k, s, p in reversed(layers):
        low, high = low * s - p, high * s - p + k
    return low, high


@book.wrong("window_of", "clipped")
def _(position, layers):
    low = high = position
    for k, s, p in reversed(layers):
        low, high = low * s - p, high * s - p + k - 1
    return max(low, 0), high


@book.wrong("window_of", "last-kernel-only")
def _(position, layers):
    for k, s, p in reversed(layers):
        position = position * s - p
        last = position + k - 1
    return position, last


# pixels_read ------------------------------------------------------------------------------------


@book.right("pixels_read")
def _(position, layers):
    if not layers:
        return [position]
    *before, (k, s, d) = layers
    found = set()
    for tap in range(k):
        found |= set(pixels_of(position * s + tap * d, before))
    return sorted(found)


def pixels_of(position, layers):
    read = {position}
    for k, s, d in layers[::-1]:
        read = {i * s + t for i in read for t in range(0, k * d, d)}
    return read


@book.right("pixels_read")
def _(position, layers):
    return sorted(pixels_of(position, layers))


@book.right("pixels_read")
def _(position, layers):
    """By the gradient: which inputs move the output?"""
    gradient = np.zeros(position + 1)
    gradient[position] = 1
    for k, s, d in reversed(layers):
        wider = np.zeros((len(gradient) - 1) * s + (k - 1) * d + 1)
        for place in np.flatnonzero(gradient):
            wider[place * s : place * s + (k - 1) * d + 1 : d] += gradient[place]
        gradient = wider
    return np.flatnonzero(gradient)


@book.right("pixels_read")
def _(position, layers):
    places = np.array([position])
    for k, s, d in layers[::-1]:
        places = np.unique(places[:, None] * s + d * np.arange(k))
    return places.tolist()


@book.right("pixels_read")
def _(position, layers):
    """One path for each choice of a tap in every layer."""
    kernels, strides, dilations = zip(*layers)
    read = set()
    for taps in itertools.product(*map(range, kernels)):
        jump, place = 1, 0
        for tap, stride, dilation in zip(taps, strides, dilations):
            place += tap * dilation * jump
            jump *= stride
        read.add(place + position * jump)
    return sorted(read)


@book.wrong("pixels_read", "holes-filled")
def _(position, layers):
    first = last = position
    for k, s, d in reversed(layers):
        first, last = first * s, last * s + (k - 1) * d
    return list(range(first, last + 1))


@book.wrong("pixels_read", "order-reversed")
def _(position, layers):
    read = {position}
    for k, s, d in layers:
        read = {i * s + t * d for i in read for t in range(k)}
    return sorted(read)


@book.wrong("pixels_read", "repeated")
def _(position, layers):
    read = [position]
    for k, s, d in reversed(layers):
        read = [i * s + t * d for i in read for t in range(k)]
    return sorted(read)


@book.wrong("pixels_read", "one-layer-only")
def _(position, layers):
    k, s, d = layers[-1]
    return [position * s + t * d for t in range(k)]


# measured_field ---------------------------------------------------------------------------------


@book.right("measured_field")
def _(gradient):
    places = np.argwhere(gradient != 0)
    if places.size == 0:
        return (0, 0)
    return tuple(int(n) for n in places.max(axis=0) - places.min(axis=0) + 1)


@book.right("measured_field")
def _(gradient):
    rows = np.flatnonzero(gradient.any(axis=1))
    columns = np.flatnonzero(gradient.any(axis=0))
    if not rows.size:
        return 0, 0
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


@book.right("measured_field")
def _(gradient):
    top = left = 10**9
    bottom = right = -1
    for i in range(gradient.shape[0]):
        for j in range(gradient.shape[1]):
            if gradient[i, j]:
                top, bottom = min(top, i), max(bottom, i)
                left, right = min(left, j), max(right, j)
    return (bottom - top + 1, right - left + 1) if bottom >= 0 else (0, 0)


@book.right("measured_field")
def _(gradient):
    g = gradient
    while g.size and not g[0].any():
        g = g[1:]
    while g.size and not g[-1].any():
        g = g[:-1]
    while g.size and not g[:, 0].any():
        g = g[:, 1:]
    while g.size and not g[:, -1].any():
        g = g[:, :-1]
    return g.shape if g.size else (0, 0)


@book.right("measured_field")
def _(gradient):
    torch = pytest.importorskip("torch")
    rows, columns = torch.nonzero(torch.tensor(gradient), as_tuple=True)
    if rows.numel() == 0:
        return torch.zeros(2, dtype=torch.int64)
    return rows.max() - rows.min() + 1, columns.max() - columns.min() + 1


@book.wrong("measured_field", "gaps-not-counted")
def _(gradient):
    return gradient.any(axis=1).sum(), gradient.any(axis=0).sum()


@book.wrong("measured_field", "off-by-one")
def _(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return rows.max() - rows.min(), columns.max() - columns.min()


@book.wrong("measured_field", "empty-fails")
def _(gradient):
    rows, columns = np.nonzero(gradient)
    return rows.max() - rows.min() + 1, columns.max() - columns.min() + 1


@book.wrong("measured_field", "positive-only")
def _(gradient):
    rows, columns = np.where(gradient > 0)
    if len(rows) == 0:
        return 0, 0
    return rows.max() - rows.min() + 1, columns.max() - columns.min() + 1


@book.wrong("measured_field", "pair-swapped")
def _(gradient):
    y, x = np.nonzero(gradient)
    if len(x) == 0:
        return 0, 0
    return x.max() - x.min() + 1, y.max() - y.min() + 1


# stack_parameters -------------------------------------------------------------------------------


@book.right("stack_parameters")
def _(depth, kernel_size, channels):
    return depth * (kernel_size * channels) ** 2


@book.right("stack_parameters")
def _(depth, kernel_size, channels):
    return sum(channels * channels * kernel_size * kernel_size for _ in range(depth))


@book.right("stack_parameters")
def _(depth, kernel_size, channels):
    return np.zeros((depth, channels, channels, kernel_size, kernel_size)).size


@book.right("stack_parameters")
def _(depth, kernel_size, channels):
    return depth * shapes.conv_parameters(channels, channels, kernel_size, bias=False)


@book.right("stack_parameters")
def _(depth, kernel_size, channels):
    nn = pytest.importorskip("torch").nn
    layers = [nn.Conv2d(channels, channels, kernel_size) for _ in range(depth)]
    return sum(layer.weight.numel() for layer in layers)


@book.wrong("stack_parameters", "channels-once")
def _(depth, kernel_size, channels):
    return depth * kernel_size**2 * channels


@book.wrong("stack_parameters", "one-large-kernel")
def _(depth, kernel_size, channels):
    field = 1 + depth * (kernel_size - 1)
    return field**2 * channels**2


@book.wrong("stack_parameters", "bias-included")
def _(depth, kernel_size, channels):
    return depth * channels * (channels * kernel_size**2 + 1)


@book.wrong("stack_parameters", "kernel-one-axis")
def _(depth, kernel_size, channels):
    return depth * kernel_size * channels * channels

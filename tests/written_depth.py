"""Answers to the exercises of notebook 11 as learners write them, right and wrong."""

from __future__ import annotations

import math

import numpy as np
from check_tools import Written
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import functional

book = Written()
FEWEST = {
    "collapse_linear": 8,
    "collapse_conv": 8,
    "leaky_relu": 8,
    "tanh_backward": 8,
    "init_std": 8,
    "dead_share": 8,
}

# collapse_linear --------------------------------------------------------------------------------


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1 + bias2


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    """With a 1 below the input, a layer with its bias is one matrix."""
    first = np.vstack([np.column_stack([weight1, bias1]), np.eye(weight1.shape[1] + 1)[-1]])
    joint = np.column_stack([weight2, bias2]) @ first
    return joint[:, :-1], joint[:, -1]


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    columns = [weight2 @ column for column in np.transpose(weight1)]
    return np.stack(columns, axis=1), np.einsum("em,m->e", weight2, bias1) + bias2


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    outputs, middle = weight2.shape
    inputs = weight1.shape[1]
    weight, bias = np.zeros((outputs, inputs)), np.zeros(outputs)
    for o in range(outputs):
        bias[o] = bias2[o]
        for m in range(middle):
            bias[o] += weight2[o, m] * bias1[m]
            for i in range(inputs):
                weight[o, i] += weight2[o, m] * weight1[m, i]
    return weight, bias


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2

    origin = both(np.zeros(weight1.shape[1]))
    columns = [both(unit) - origin for unit in np.eye(weight1.shape[1])]
    return [np.array(columns).T, origin]


@book.right("collapse_linear")
def _(weight1, bias1, weight2, bias2):
    return (weight1.T @ weight2.T).T.tolist(), (bias1 @ weight2.T + bias2).tolist()


@book.wrong("collapse_linear", "order-of-product")
def _(weight1, bias1, weight2, bias2):
    weight = weight1 @ weight2
    bias = weight2 @ bias1 + bias2
    return weight, bias


@book.wrong("collapse_linear", "order-of-product")
def _(weight1, bias1, weight2, bias2):
    weight = np.dot(weight1, weight2)
    bias = np.dot(weight1, bias2) + bias1
    return weight, bias


@book.wrong("collapse_linear", "first-bias-missing")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias2


@book.wrong("collapse_linear", "biases-added")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2


@book.wrong("collapse_linear", "weight-transposed")
def _(weight1, bias1, weight2, bias2):
    weight = weight1.T @ weight2.T
    bias = bias1 @ weight2.T + bias2
    return weight, bias


@book.wrong("collapse_linear", "second-bias-missing")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1


@book.wrong("collapse_linear", "number-of-arrays")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1


@book.wrong("collapse_linear", "elementwise")
def _(weight1, bias1, weight2, bias2):
    return weight2 * weight1, weight2 @ bias1 + bias2


@book.wrong("collapse_linear", "second-bias-through-a-layer")
def _(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ (bias1 + bias2)


# collapse_conv ----------------------------------------------------------------------------------


def _full(weight1, weight2, put=lambda joint, i, j, value: None):
    """Eight loops, with one place to go wrong."""
    outputs, middle, rows, columns = weight2.shape
    inputs, high, wide = weight1.shape[1:]
    joint = np.zeros((outputs, inputs, rows + high - 1, columns + wide - 1))
    for o, m, c in np.ndindex(outputs, middle, inputs):
        for u, v in np.ndindex(rows, columns):
            for p, q in np.ndindex(high, wide):
                put(joint[o, c], (u, p), (v, q), weight2[o, m, u, v] * weight1[m, c, p, q])
    return joint


def _convolved(a, b):
    """True convolution of two planes, of full size."""
    size = [p + q - 1 for p, q in zip(a.shape, b.shape, strict=True)]
    return np.fft.irfft2(np.fft.rfft2(a, s=size) * np.fft.rfft2(b, s=size), s=size)


def _same(a, b):
    """The middle of it, as large as the first."""
    top, left = ((k - 1) // 2 for k in b.shape)
    return _convolved(a, b)[top : top + a.shape[0], left : left + a.shape[1]]


@book.right("collapse_conv")
def _(weight1, weight2):
    def put(plane, rows, columns, value):
        plane[sum(rows), sum(columns)] += value

    return _full(weight1, weight2, put)


@book.right("collapse_conv")
def _(weight1, weight2):
    turned = weight2[:, :, ::-1, ::-1]
    sides = tuple(k - 1 for k in weight2.shape[2:])
    joint = functional.conv2d(np.swapaxes(weight1, 0, 1) * 1.0, turned * 1.0, padding=sides)
    return np.swapaxes(joint, 0, 1)


@book.right("collapse_conv")
def _(weight1, weight2):
    size = [a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:], strict=True)]
    spectra = np.einsum(
        "omhw,mchw->ochw", np.fft.fft2(weight2, s=size), np.fft.fft2(weight1, s=size)
    )
    return np.fft.ifft2(spectra).real


@book.right("collapse_conv")
def _(weight1, weight2):
    """The joint kernel is what both layers make of one-hot images, turned."""
    inputs = weight1.shape[1]
    high, wide = (a + b - 1 for a, b in zip(weight1.shape[2:], weight2.shape[2:], strict=True))
    images = np.zeros((inputs, inputs, 2 * high - 1, 2 * wide - 1))
    for c in range(inputs):
        images[c, c, high - 1, wide - 1] = 1
    answers = functional.conv2d(functional.conv2d(images, weight1 * 1.0), weight2 * 1.0)
    return answers[..., ::-1, ::-1].swapaxes(0, 1)


@book.right("collapse_conv")
def _(weight1, weight2):
    return np.array(
        [
            [
                sum(_convolved(weight1[m, c], weight2[o, m]) for m in range(len(weight1)))
                for c in range(weight1.shape[1])
            ]
            for o in range(len(weight2))
        ]
    )


@book.right("collapse_conv")
def _(weight1, weight2):
    rows, columns = weight2.shape[2:]
    padded = np.pad(weight1, ((0, 0), (0, 0), (rows - 1, rows - 1), (columns - 1, columns - 1)))
    windows = sliding_window_view(padded, (rows, columns), axis=(2, 3))
    return np.einsum("mchwuv,omuv->ochw", windows, weight2[:, :, ::-1, ::-1])


@book.wrong("collapse_conv", "kernels-correlated")
def _(weight1, weight2):
    sides = tuple(k - 1 for k in weight2.shape[2:])
    joint = functional.conv2d(np.swapaxes(weight1, 0, 1) * 1.0, weight2 * 1.0, padding=sides)
    return np.swapaxes(joint, 0, 1)


@book.wrong("collapse_conv", "kernels-correlated")
def _(weight1, weight2):
    def put(plane, rows, columns, value):
        plane[rows[1] - rows[0] - 1 + ROWS, columns[1] - columns[0] - 1 + COLUMNS] += value

    ROWS, COLUMNS = weight2.shape[2:]
    return _full(weight1, weight2, put)


@book.wrong("collapse_conv", "same-size")
def _(weight1, weight2):
    return np.array(
        [
            [
                sum(_same(weight1[m, c], weight2[o, m]) for m in range(len(weight1)))
                for c in range(weight1.shape[1])
            ]
            for o in range(len(weight2))
        ]
    )


@book.wrong("collapse_conv", "elementwise")
def _(weight1, weight2):
    return np.einsum("om...,mc...->oc...", weight2, weight1)


@book.wrong("collapse_conv", "elementwise")
def _(weight1, weight2):
    return weight2 * weight1


@book.wrong("collapse_conv", "middle-channels-kept")
def _(weight1, weight2):
    rows, columns = weight2.shape[2:]
    high, wide = weight1.shape[2:]
    outputs, middle, inputs = len(weight2), len(weight1), weight1.shape[1]
    joint = np.zeros((outputs, middle, inputs, rows + high - 1, columns + wide - 1))
    for u in range(rows):
        for v in range(columns):
            part = weight2[:, :, None, u, v, None, None] * weight1
            joint[:, :, :, u : u + high, v : v + wide] += part
    return joint


@book.wrong("collapse_conv", "channels-exchanged")
def _(weight1, weight2):
    rows, columns = weight2.shape[2:]
    high, wide = weight1.shape[2:]
    joint = np.zeros((weight1.shape[1], len(weight2), rows + high - 1, columns + wide - 1))
    for u, v in np.ndindex(rows, columns):
        part = np.einsum("om,mchw->cohw", weight2[:, :, u, v], weight1)
        joint[:, :, u : u + high, v : v + wide] += part
    return joint


@book.wrong("collapse_conv", "layers-exchanged")
def _(weight1, weight2):
    rows, columns = weight1.shape[2:]
    high, wide = weight2.shape[2:]
    joint = np.zeros((len(weight1), weight2.shape[1], rows + high - 1, columns + wide - 1))
    for u, v in np.ndindex(rows, columns):
        part = np.einsum("om,mchw->ochw", weight1[:, :, u, v], weight2)
        joint[:, :, u : u + high, v : v + wide] += part
    return joint


@book.wrong("collapse_conv", "sum-overwritten")
def _(weight1, weight2):
    rows, columns = weight2.shape[2:]
    high, wide = weight1.shape[2:]
    joint = np.zeros((len(weight2), weight1.shape[1], rows + high - 1, columns + wide - 1))
    for u, v in np.ndindex(rows, columns):
        part = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
        joint[:, :, u : u + high, v : v + wide] = part
    return joint


@book.wrong("collapse_conv", "one-middle-channel")
def _(weight1, weight2):
    rows, columns = weight2.shape[2:]
    high, wide = weight1.shape[2:]
    joint = np.zeros((len(weight2), weight1.shape[1], rows + high - 1, columns + wide - 1))
    for m in range(len(weight1)):
        joint[:] = 0
        for u, v in np.ndindex(rows, columns):
            part = weight2[:, m, u, v][:, None, None, None] * weight1[m]
            joint[:, :, u : u + high, v : v + wide] += part
    return joint


# leaky_relu -------------------------------------------------------------------------------------


@book.right("leaky_relu")
def _(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)


@book.right("leaky_relu")
def _(x, negative_slope=0.01):
    output = np.array(x, dtype=float)
    output[output < 0] *= negative_slope
    return output


@book.right("leaky_relu")
def _(x, negative_slope=0.01):
    return x * ((x > 0) + negative_slope * (x <= 0))


@book.right("leaky_relu")
def _(x, negative_slope=0.01):
    flat = [each if each > 0 else negative_slope * each for each in x.ravel().tolist()]
    return np.reshape(flat, x.shape)


@book.right("leaky_relu")
def _(x, negative_slope=0.01):
    if negative_slope <= 1:
        return np.maximum(x, negative_slope * x)
    return np.minimum(x, negative_slope * x)


@book.wrong("leaky_relu", "slope-on-positive-side")
def _(x, negative_slope=0.01):
    return np.where(x < 0, x, negative_slope * x)


@book.wrong("leaky_relu", "larger-of-both")
def _(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)


@book.wrong("leaky_relu", "larger-of-both")
def _(x, negative_slope=0.01):
    flat = [max(each, negative_slope * each) for each in x.ravel()]
    return np.array(flat).reshape(x.shape)


@book.wrong("leaky_relu", "slope-ignored")
def _(x, negative_slope=0.01):
    return x * (x > 0)


@book.wrong("leaky_relu", "slope-fixed")
def _(x, negative_slope=0.01):
    return np.where(x >= 0, x, 0.01 * x)


@book.wrong("leaky_relu", "slope-as-value")
def _(x, negative_slope=0.01):
    output = x.astype(float)
    output[output < 0] = negative_slope
    return output


@book.wrong("leaky_relu", "derivative-for-value")
def _(x, negative_slope=0.01):
    return (x > 0) * 1.0 + (x <= 0) * negative_slope


# tanh_backward ----------------------------------------------------------------------------------


@book.right("tanh_backward")
def _(grad_output, x):
    y = np.tanh(x)
    return grad_output - grad_output * y * y


@book.right("tanh_backward")
def _(grad_output, x):
    return grad_output / np.cosh(x) ** 2


@book.right("tanh_backward")
def _(grad_output, x):
    y = np.tanh(x)
    return (1 - y) * (1 + y) * grad_output


@book.right("tanh_backward")
def _(grad_output, x):
    s = 1 / (1 + np.exp(-2.0 * x))
    return 4 * s * (1 - s) * grad_output


@book.right("tanh_backward")
def _(grad_output, x):
    found = np.zeros(x.shape)
    for place in np.ndindex(*x.shape):
        found[place] = grad_output[place] * (1 - math.tanh(x[place]) ** 2)
    return found


@book.wrong("tanh_backward", "overflow")
def _(grad_output, x):
    up, down = np.exp(x), np.exp(-x)
    return grad_output * (1 - ((up - down) / (up + down)) ** 2)


@book.wrong("tanh_backward", "x-for-tanh")
def _(grad_output, x):
    return grad_output * (1 - np.square(x))


@book.wrong("tanh_backward", "upstream-missing")
def _(grad_output, x):
    return 1 / np.cosh(x) ** 2


@book.wrong("tanh_backward", "square-missing")
def _(grad_output, x):
    return grad_output * (1 - np.tanh(x))


@book.wrong("tanh_backward", "square-outside")
def _(grad_output, x):
    return grad_output * (1 - np.tanh(x)) ** 2


@book.wrong("tanh_backward", "tanh-twice")
def _(grad_output, x):
    y = np.tanh(x)
    return grad_output * (1 - np.tanh(y) ** 2)


@book.wrong("tanh_backward", "derivative-of-sigmoid")
def _(grad_output, x):
    y = np.tanh(x)
    return grad_output * y * (1 - y)


@book.wrong("tanh_backward", "upstream-for-output")
def _(grad_output, x):
    return 1 - grad_output * grad_output


# init_std ---------------------------------------------------------------------------------------


@book.right("init_std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": 2**0.5, "tanh": 5 / 3}[nonlinearity]
    outputs, inputs, *kernel = shape
    fan = inputs if mode == "fan_in" else outputs / groups
    for k in kernel:
        fan *= k
    return gain * fan**-0.5


@book.right("init_std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:])
    if mode == "fan_out":
        fan = shape[0] * np.prod(shape[2:]) / groups
    if nonlinearity == "relu":
        variance = 2 / fan
    elif nonlinearity == "tanh":
        variance = 25 / 9 / fan
    else:
        variance = 1 / fan
    return np.sqrt(variance)


@book.right("init_std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    weights = math.prod(shape)
    fan = weights // shape[0] if mode == "fan_in" else weights // shape[1] // groups
    return dict(linear=1.0, relu=math.sqrt(2), tanh=5 / 3)[nonlinearity] / math.sqrt(fan)


@book.right("init_std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    weight = np.ones(shape)
    per_output, per_input = weight[0].size, weight[:, 0].size // groups
    fan = {"fan_in": per_output, "fan_out": per_input}[mode]
    return np.array({"linear": 1.0, "relu": np.sqrt(2.0), "tanh": 5 / 3}[nonlinearity] / fan**0.5)


@book.right("init_std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    bound = {"linear": 3, "relu": 6, "tanh": 25 / 3}[nonlinearity]
    taps = math.prod(shape[2:])
    fan = taps * (shape[1] if mode == "fan_in" else shape[0] / groups)
    return math.sqrt(bound / fan) / math.sqrt(3)


def _std(fan_in, fan_out, mode, nonlinearity):
    gain = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    return gain / math.sqrt(fan_in if mode == "fan_in" else fan_out)


@book.wrong("init_std", "kernel-forgotten")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    return _std(shape[1], shape[0] / groups, mode, nonlinearity)


@book.wrong("init_std", "linear-gain")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = shape[1] if mode == "fan_in" else shape[0] // groups
    gain = {"linear": 2**0.5, "relu": 2**0.5, "tanh": 5 / 3}[nonlinearity]
    return gain / np.sqrt(fan * math.prod(shape[2:]))


@book.wrong("init_std", "all-weights")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    return _std(np.prod(shape[1:]), shape[0] * np.prod(shape[1:]), mode, nonlinearity)


@book.wrong("init_std", "fans-swapped")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    taps = math.prod(shape[2:])
    fan_in, fan_out = shape[0] * taps, shape[1] * taps
    return _std(fan_in, fan_out, mode, nonlinearity)


@book.wrong("init_std", "fans-swapped")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan_in, fan_out = np.prod(shape[1:]), shape[0] // groups * np.prod(shape[2:])
    return _std(fan_out, fan_in, mode, nonlinearity)


@book.wrong("init_std", "variance-for-std")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan_in, fan_out = np.prod(shape[1:]), shape[0] // groups * np.prod(shape[2:])
    return _std(fan_in, fan_out, mode, nonlinearity) ** 2


@book.wrong("init_std", "uniform-bound")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan_in, fan_out = np.prod(shape[1:]), shape[0] // groups * np.prod(shape[2:])
    return np.sqrt(3) * _std(fan_in, fan_out, mode, nonlinearity)


@book.wrong("init_std", "gain-under-root")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": math.sqrt(2), "tanh": 5 / 3}[nonlinearity]
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] // groups * np.prod(shape[2:])
    return np.sqrt(gain / fan)


@book.wrong("init_std", "gain-squared")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    gain = {"linear": 1, "relu": 2, "tanh": 25 / 9}[nonlinearity]
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] // groups * np.prod(shape[2:])
    return gain / np.sqrt(fan)


@book.wrong("init_std", "groups-in-fan-in")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    taps = math.prod(shape[2:])
    return _std(shape[1] / groups * taps, shape[0] / groups * taps, mode, nonlinearity)


@book.wrong("init_std", "groups-forgotten")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    taps = math.prod(shape[2:])
    return _std(shape[1] * taps, shape[0] * taps, mode, nonlinearity)


@book.wrong("init_std", "relu-gain-for-all")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] // groups * np.prod(shape[2:])
    return np.sqrt(2.0 / fan)


@book.wrong("init_std", "relu-gain-for-all")
def _(shape, mode="fan_in", nonlinearity="relu", groups=1):
    fan = np.prod(shape[1:]) if mode == "fan_in" else shape[0] // groups * np.prod(shape[2:])
    gain = 1 if nonlinearity == "linear" else 2**0.5
    return gain / np.sqrt(fan)


# dead_share -------------------------------------------------------------------------------------


@book.right("dead_share")
def _(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return (units.max(axis=1) == 0).mean()


@book.right("dead_share")
def _(activations):
    count = 0
    for unit in range(activations.shape[1]):
        if not np.any(activations[:, unit]):
            count += 1
    return count / activations.shape[1]


@book.right("dead_share")
def _(activations):
    if activations.ndim == 4:
        activations = activations.transpose(0, 2, 3, 1).reshape(-1, activations.shape[1])
    return float(np.mean(np.all(activations <= 0, axis=0)))


@book.right("dead_share")
def _(activations):
    total = activations.sum(axis=tuple({*range(activations.ndim)} - {1}))
    return np.count_nonzero(total == 0) / len(total)


@book.right("dead_share")
def _(activations):
    alive = {int(place[1]) for place in np.argwhere(activations > 0)}
    return 1 - len(alive) / activations.shape[1]


@book.wrong("dead_share", "share-of-zeros")
def _(activations):
    return np.count_nonzero(activations == 0) / activations.size


@book.wrong("dead_share", "inputs-for-units")
def _(activations):
    flat = activations.reshape(len(activations), -1)
    return np.mean(flat.max(axis=1) == 0)


@book.wrong("dead_share", "inputs-for-units")
def _(activations):
    return (activations == 0).all(axis=1).mean()


@book.wrong("dead_share", "pixels-for-channels")
def _(activations):
    return (activations.sum(axis=0) == 0).mean()


@book.wrong("dead_share", "zero-once")
def _(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return (units.min(axis=1) == 0).mean()


@book.wrong("dead_share", "count-for-share")
def _(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return int((units.max(axis=1) == 0).sum())


@book.wrong("dead_share", "small-counts-as-dead")
def _(activations):
    dead = 0
    for channel in range(activations.shape[1]):
        unit = activations[:, channel]
        dead += np.allclose(unit, np.zeros_like(unit))
    return dead / activations.shape[1]


@book.wrong("dead_share", "small-counts-as-dead")
def _(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return (units.max(axis=1) < 0.01).mean()

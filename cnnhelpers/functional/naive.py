"""The specification: the taught operations as readable loops.

The same arguments, answers and errors as the fast ones in :mod:`cnnhelpers.functional`, many times
slower. Every loop is one that the notebook's formula has, and nothing is computed by a library.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    Size,
    array,
    cast,
    existing_axis,
    floating,
    images,
    per_channel,
    real_number,
    same_shape,
)
from cnnhelpers.functional.windows import unfold_windows
from cnnhelpers.shapes import whole_number


def conv1d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, L) with weight (C_out, C_in/groups, K)."""
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv1d", 1, x, weight, bias, stride, padding, dilation, groups
    )
    (stride,), ((before, _),), (dilation,) = place.stride, place.padding, place.dilation
    filters, depth, taps = weight.shape
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth  # first input channel of the filter's group
            for i in range(place.output[0]):
                total = 0.0 if bias is None else bias[o]
                for c in range(depth):
                    for k in range(taps):
                        at = i * stride - before + k * dilation
                        if 0 <= at < x.shape[2]:  # else padding, which is zero
                            total += x[n, first + c, at] * weight[o, c, k]
                output[n, o, i] = total
    return cast(output, dtype)


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in/groups, K_H, K_W)."""
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv2d", 2, x, weight, bias, stride, padding, dilation, groups
    )
    (stride_y, stride_x), (dilation_y, dilation_x) = place.stride, place.dilation
    (top, _), (left, _) = place.padding
    (height, width), (taps_y, taps_x) = place.input, place.kernel
    filters, depth = weight.shape[:2]
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth  # first input channel of the filter's group
            for i in range(place.output[0]):
                for j in range(place.output[1]):
                    total = 0.0 if bias is None else bias[o]
                    for c in range(depth):
                        for k in range(taps_y):
                            for m in range(taps_x):
                                y = i * stride_y - top + k * dilation_y
                                z = j * stride_x - left + m * dilation_x
                                if 0 <= y < height and 0 <= z < width:  # else padding: zero
                                    total += x[n, first + c, y, z] * weight[o, c, k, m]
                    output[n, o, i, j] = total
    return cast(output, dtype)


def conv2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias: the forward loops, adding to both factors."""
    name = "conv2d_backward"
    x, weight, _, place, groups, dtype = checked.convolution(
        name, 2, x, weight, None, stride, padding, dilation, groups, gradient=True
    )
    (stride_y, stride_x), (dilation_y, dilation_x) = place.stride, place.dilation
    (top, _), (left, _) = place.padding
    (height, width), (taps_y, taps_x) = place.input, place.kernel
    filters, depth = weight.shape[:2]
    grad_output = same_shape(grad_output, (len(x), filters, *place.output), name)
    grad_x, grad_weight = np.zeros_like(x), np.zeros_like(weight)
    grad_bias = np.zeros(filters, x.dtype)
    for n in range(len(x)):
        for o in range(filters):
            first = o // (filters // groups) * depth
            for i in range(place.output[0]):
                for j in range(place.output[1]):
                    upstream = grad_output[n, o, i, j]
                    grad_bias[o] += upstream
                    for c in range(depth):
                        for k in range(taps_y):
                            for m in range(taps_x):
                                y = i * stride_y - top + k * dilation_y
                                z = j * stride_x - left + m * dilation_x
                                if 0 <= y < height and 0 <= z < width:
                                    grad_x[n, first + c, y, z] += upstream * weight[o, c, k, m]
                                    grad_weight[o, c, k, m] += upstream * x[n, first + c, y, z]
    return grad_x.astype(dtype), grad_weight.astype(dtype), grad_bias.astype(dtype)


def conv3d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, D, H, W), weight (C_out, C_in/groups, K_D, K_H, K_W).

    The loops of :func:`conv2d` with one more axis, written as one loop over all positions.
    """
    x, weight, bias, place, groups, dtype = checked.convolution(
        "conv3d", 3, x, weight, bias, stride, padding, dilation, groups
    )
    filters, depth = weight.shape[:2]
    output = np.zeros((len(x), filters, *place.output), x.dtype)
    for n, o, *window in np.ndindex(output.shape):
        first = o // (filters // groups) * depth
        total = 0.0 if bias is None else bias[o]
        for c, *tap in np.ndindex(weight.shape[1:]):
            at = _position(place, window, tap)
            if at is not None:  # else padding, which is zero
                total += x[(n, first + c, *at)] * weight[(o, c, *tap)]
        output[(n, o, *window)] = total
    return cast(output, dtype)


def _position(place, window, tap) -> tuple[int, ...] | None:
    """Return the pixel that a tap of the kernel meets in a window, or None in the padding."""
    at = tuple(
        i * stride - before + k * dilation
        for i, k, stride, (before, _), dilation in zip(
            window, tap, place.stride, place.padding, place.dilation
        )
    )
    return at if all(0 <= a < n for a, n in zip(at, place.input)) else None


def conv_transpose2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> np.ndarray:
    """Return the transposed convolution: each input number stamps the kernel on the output."""
    x, weight, bias, place, groups, dtype = checked.transposed(
        "conv_transpose2d", x, weight, bias, stride, padding, output_padding, groups, dilation
    )
    depth, filters = len(weight) // groups, weight.shape[1]
    output = np.zeros((len(x), filters * groups, *place.input), x.dtype)
    if bias is not None:
        for o in range(len(bias)):
            output[:, o] = bias[o]
    for n, c, *window in np.ndindex(x.shape):
        first = c // depth * filters  # first output channel of the input channel's group
        for o, *tap in np.ndindex(weight.shape[1:]):
            at = _position(place, window, tap)
            if at is not None:  # else cut off by the padding
                output[(n, first + o, *at)] += x[(n, c, *window)] * weight[(c, o, *tap)]
    return cast(output, dtype)


def unfold(
    x: np.ndarray, kernel_size: Size, *, dilation: Size = 1, padding: Size = 0, stride: Size = 1
) -> np.ndarray:
    """Return the windows of x (N, C, H, W) as columns (N, C·K_H·K_W, windows)."""
    x = images(x, "unfold", "x", 2)
    place = unfold_windows("unfold", x.shape[2:], kernel_size, stride, padding, dilation)
    output = np.zeros((*x.shape[:2], *place.kernel, *place.output), x.dtype)
    for n, c, k, m, i, j in np.ndindex(output.shape):
        at = _position(place, (i, j), (k, m))
        if at is not None:
            output[n, c, k, m, i, j] = x[(n, c, *at)]
    rows, columns = math.prod(output.shape[1:4]), math.prod(place.output)
    return output.reshape(len(x), rows, columns)


def _window(place, i: int, j: int) -> list[tuple[int, int]]:
    """Return the rows and columns that window (i, j) of a pooling sees inside the image."""
    (top, _), (left, _) = place.padding
    rows = [i * place.stride[0] - top + k * place.dilation[0] for k in range(place.kernel[0])]
    columns = [j * place.stride[1] - left + k * place.dilation[1] for k in range(place.kernel[1])]
    height, width = place.input
    return [(y, z) for y in rows for z in columns if 0 <= y < height and 0 <= z < width]


def max_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the largest value in each window of x (N, C, H, W)."""
    options = (kernel_size, stride, padding, dilation, ceil_mode)
    given = checked.pooling("max_pool2d", 2, x, *options)
    x, place = given.x, given.windows
    output = np.zeros(given.output, x.dtype)
    for n, c, i, j in np.ndindex(output.shape):
        best = -np.inf if x.dtype.kind == "f" else np.iinfo(x.dtype).min
        for y, z in _window(place, i, j):
            value = x[n, c, y, z]
            if value > best or math.isnan(value):
                best = value
        output[n, c, i, j] = best
    return output


def max_pool2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> np.ndarray:
    """Return the gradient of x: each window's gradient goes to its first maximum."""
    name = "max_pool2d_backward"
    given = checked.pooling(name, 2, x, kernel_size, stride, padding, dilation, ceil_mode)
    x, place = given.x, given.windows
    grad_output = same_shape(grad_output, given.output, name)
    grad_x = np.zeros(x.shape, given.dtype)
    for n, c, i, j in np.ndindex(grad_output.shape):
        first = None
        for y, z in _window(place, i, j):
            value = x[n, c, y, z]
            if first is None or value > x[n, c, first[0], first[1]] or math.isnan(value):
                first = y, z
        if first is not None:  # else a window of padding only, between dilated taps
            grad_x[n, c, first[0], first[1]] += grad_output[n, c, i, j]
    return grad_x


def _divisor(place, i: int, j: int, count_include_pad: bool) -> int:
    """Return how many pixels the mean of window (i, j) counts."""
    if not count_include_pad:
        return len(_window(place, i, j))
    count = 1
    for at, axis in ((i, 0), (j, 1)):
        before, size = place.padding[axis][0], place.input[axis]
        first = at * place.stride[axis] - before
        count *= min(first + place.kernel[axis], size + before) - first
    return count


def avg_pool2d(
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the mean of each window of x (N, C, H, W)."""
    given = checked.pooling("avg_pool2d", 2, x, kernel_size, stride, padding, 1, ceil_mode)
    x, place = given.x, given.windows
    output = np.zeros(given.output, given.dtype)
    for n, c, i, j in np.ndindex(output.shape):
        total = 0.0
        for y, z in _window(place, i, j):
            total += x[n, c, y, z]
        output[n, c, i, j] = total / _divisor(place, i, j, count_include_pad)
    return output


def avg_pool2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    stride: Size | None = None,
    padding: Size = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the gradient of x: each window's gradient, shared equally among its pixels."""
    name = "avg_pool2d_backward"
    given = checked.pooling(name, 2, x, kernel_size, stride, padding, 1, ceil_mode)
    x, place = given.x, given.windows
    grad_output = same_shape(grad_output, given.output, name)
    grad_x = np.zeros(x.shape, given.dtype)
    for n, c, i, j in np.ndindex(grad_output.shape):
        share = grad_output[n, c, i, j] / _divisor(place, i, j, count_include_pad)
        for y, z in _window(place, i, j):
            grad_x[n, c, y, z] += share
    return grad_x


def linear(x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    """Return ``x @ weight.T + bias``: x (..., in_features) to (..., out_features)."""
    x, weight, bias, dtype = checked.dense("linear", x, weight, bias)
    output = np.zeros((*x.shape[:-1], len(weight)), x.dtype)
    for row in np.ndindex(x.shape[:-1]):
        for o in range(len(weight)):
            total = 0.0 if bias is None else bias[o]
            for i in range(weight.shape[1]):
                total += x[row][i] * weight[o, i]
            output[(*row, o)] = total
    return cast(output, dtype)


def linear_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias: the forward loops, adding to both factors."""
    x, weight, _, dtype = checked.dense("linear_backward", x, weight, None, gradient=True)
    grad_output = same_shape(grad_output, (*x.shape[:-1], len(weight)), "linear_backward")
    grad_x, grad_weight = np.zeros_like(x), np.zeros_like(weight)
    grad_bias = np.zeros(len(weight), x.dtype)
    for row in np.ndindex(x.shape[:-1]):
        for o in range(len(weight)):
            upstream = grad_output[row][o]
            grad_bias[o] += upstream
            for i in range(weight.shape[1]):
                grad_x[(*row, i)] += upstream * weight[o, i]
                grad_weight[o, i] += upstream * x[row][i]
    return grad_x.astype(dtype), grad_weight.astype(dtype), grad_bias.astype(dtype)


def relu(x: np.ndarray) -> np.ndarray:
    """Return ``max(x, 0)`` element by element."""
    output = np.array(array(x, "relu: x"))
    for at in np.ndindex(output.shape):
        if output[at] < 0:
            output[at] = 0
    return output


def relu_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x: that of the output where x > 0, else 0."""
    x = array(x, "relu_backward: x")
    grad_output = same_shape(grad_output, x.shape, "relu_backward")
    grad_x = np.zeros(x.shape, floating(x)[0])
    for at in np.ndindex(x.shape):
        if not x[at] <= 0:  # NaN is not, either
            grad_x[at] = grad_output[at]
    return grad_x


def _each(function: str, x: np.ndarray, formula) -> np.ndarray:
    """Return ``formula`` of each number."""
    x = array(x, f"{function}: x")
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    for at in np.ndindex(x.shape):
        output[at] = formula(float(x[at]))
    return output.astype(dtype)


def leaky_relu(x: np.ndarray, negative_slope: float = 0.01) -> np.ndarray:
    """Return x where x > 0, else ``negative_slope * x``."""
    slope = real_number(negative_slope, "leaky_relu: negative_slope")
    return _each("leaky_relu", x, lambda value: value if value > 0 else slope * value)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return ``1 / (1 + exp(-x))``."""

    def formula(value: float) -> float:
        if value < 0:  # exp of a large number overflows
            return math.exp(value) / (1 + math.exp(value))
        return 1 / (1 + math.exp(-value))

    return _each("sigmoid", x, formula)


def tanh(x: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent, ``2 * sigmoid(2 * x) - 1``."""
    return _each("tanh", x, math.tanh)


def _softmax(row: np.ndarray) -> list[float]:
    """Return the probabilities of one row; the largest number goes first, against overflow."""
    largest = max(row)
    exponentials = [math.exp(value - largest) for value in row]
    total = sum(exponentials)
    return [value / total for value in exponentials]


def softmax(x: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return ``exp(x) / sum(exp(x))`` along ``axis``."""
    x = array(x, "softmax: x")
    axis, (dtype, working) = existing_axis("softmax", x.ndim, axis), floating(x)
    rows = np.moveaxis(x.astype(working), axis, -1)
    output = np.zeros_like(rows)
    for at in np.ndindex(rows.shape[:-1]):
        if rows.shape[-1]:
            output[at] = _softmax(rows[at])
    return np.moveaxis(output, -1, axis).astype(dtype)


def cross_entropy(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> np.ndarray:
    """Return ``-log softmax(logits)[label]``, its mean over the batch unless told otherwise."""
    name = "cross_entropy"
    logits, labels, _, smoothing, dtype = checked.loss(
        name, logits, labels, reduction, label_smoothing
    )
    losses = np.zeros(len(labels), logits.dtype)
    for n, (row, label) in enumerate(zip(logits, labels)):
        largest = max(row)
        log_total = largest + math.log(sum(math.exp(value - largest) for value in row))
        right = log_total - row[label]
        every = sum(log_total - value for value in row) / len(row)
        losses[n] = (1 - smoothing) * right + smoothing * every
    if reduction == "none":
        return losses.astype(dtype)
    total = sum(losses)
    if reduction == "mean":
        total = total / len(labels) if len(labels) else math.nan
    return dtype.type(total)


def cross_entropy_backward(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
    grad_output: np.ndarray | float = 1.0,
) -> np.ndarray:
    """Return the gradient of the logits: ``(softmax(logits) - target) / N``, times grad_output."""
    name = "cross_entropy_backward"
    given = checked.loss(name, logits, labels, reduction, label_smoothing)
    logits, labels, smoothing = given.logits, given.labels, given.smoothing
    grad, classes = np.zeros_like(logits), logits.shape[1]
    upstream = np.broadcast_to(checked.loss_upstream(name, grad_output, given), len(labels))
    for n, label in enumerate(labels):
        for c, probability in enumerate(_softmax(logits[n])):
            target = smoothing / classes + (1 - smoothing) * (c == label)
            grad[n, c] = (probability - target) * upstream[n]
            if reduction == "mean":
                grad[n, c] /= len(labels)
    return grad.astype(given.dtype)


# Normalisation


def batch_norm(
    x: np.ndarray,
    running_mean: np.ndarray | None,
    running_var: np.ndarray | None,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each channel, times weight (C,), plus bias (C,).

    In training the running statistics move in place, as those of the fast one do.
    """
    x, eps = array(x, "batch_norm: x"), real_number(eps, "batch_norm: eps", 0)
    share = real_number(momentum, "batch_norm: momentum", 0, 1)
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    weight = per_channel("batch_norm", "weight", weight, x.shape[1], 1, working)
    bias = per_channel("batch_norm", "bias", bias, x.shape[1], 0, working)
    for c in range(x.shape[1]):
        numbers = [working.type(value) for value in x[:, c].ravel()]
        if training:
            mean, variance = _mean_and_variance(numbers)
            if len(numbers) > 1 and running_mean is not None:
                running_mean[c] = (1 - share) * running_mean[c] + share * mean
            if len(numbers) > 1 and running_var is not None:
                unbiased = variance * len(numbers) / (len(numbers) - 1)
                running_var[c] = (1 - share) * running_var[c] + share * unbiased
        else:
            mean, variance = running_mean[c], running_var[c]
        normal = [(value - mean) / math.sqrt(variance + eps) for value in numbers]
        output[:, c] = np.reshape([weight[c] * value + bias[c] for value in normal], x[:, c].shape)
    return output.astype(dtype)


def _mean_and_variance(numbers: list) -> tuple[float, float]:
    """Return the mean and the biased variance."""
    if not numbers:
        return 0.0, 0.0
    mean = sum(numbers) / len(numbers)
    return mean, sum((value - mean) ** 2 for value in numbers) / len(numbers)


def group_norm(
    x: np.ndarray,
    num_groups: int,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each image over groups of C / num_groups channels."""
    x, eps = array(x, "group_norm: x"), real_number(eps, "group_norm: eps", 0)
    dtype, working = floating(x)
    channels = x.shape[1]
    depth = channels // whole_number(num_groups, "group_norm: num_groups", 1)
    weight = per_channel("group_norm", "weight", weight, channels, 1, working)
    bias = per_channel("group_norm", "bias", bias, channels, 0, working)
    output = np.zeros(x.shape, working)
    for n in range(len(x)):
        for first in range(0, channels, max(1, depth)):
            group = x[n, first : first + depth]
            mean, variance = _mean_and_variance([working.type(value) for value in group.ravel()])
            for c, *at in np.ndindex(group.shape):
                normal = (group[(c, *at)] - mean) / math.sqrt(variance + eps)
                output[(n, first + c, *at)] = weight[first + c] * normal + bias[first + c]
    return output.astype(dtype)


def instance_norm(
    x: np.ndarray,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each channel of each image: groups of one channel."""
    return group_norm(x, max(1, np.shape(x)[1]), weight, bias, eps=eps)


def layer_norm(
    x: np.ndarray,
    normalized_shape: int | Sequence[int],
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x normalised over its last axes; weight and bias have their shape."""
    x, shape, weight, bias, eps = checked.layer_norm(
        "layer_norm", x, normalized_shape, weight, bias, eps
    )
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    for row in np.ndindex(x.shape[: x.ndim - len(shape)]):
        mean, variance = _mean_and_variance([working.type(value) for value in x[row].ravel()])
        for at in np.ndindex(shape):
            normal = (x[(*row, *at)] - mean) / math.sqrt(variance + eps)
            normal = normal if weight is None else normal * weight[at]
            output[(*row, *at)] = normal if bias is None else normal + bias[at]
    return output.astype(dtype)

"""Wrong answers as learners write them, none of them the engine's own: none passes, most are named.

Each is a whole function, with the name that its mistake deserves; where nothing describes it, the
honest name is None.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from check_tools import Written, told
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import check

book = Written()
NAMES = (
    "invert dense_parameters conv_parameters permute_pixels local_parameters correlate1d "
    "correlate2d kernel_gradient convolve2d edge_strength best_match output_size pad2d "
    "correlate2d_strided same_padding unread_positions dilate_kernel conv2d"
).split()
NAMED = 0.9  # of the wrong answers, at least


def correlate(x, kernel):
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, kernel.shape), kernel)


# Notebook 00 ------------------------------------------------------------------------------------


@book.wrong("invert", "input-changed")
def _(image):
    image *= -1
    image += 1
    return image


@book.wrong("invert", "range-255")
def _(image):
    white = 255
    output = np.zeros(image.shape)
    for place in np.ndindex(*image.shape):
        output[place] = white - image[place]
    return output


@book.wrong("invert", "flipped-image")
def _(image):
    return np.flip(image, axis=0)


@book.wrong("invert", "integer-dtype")
def _(image):
    output = np.zeros(image.shape, dtype=int)
    for place in np.ndindex(*image.shape):
        output[place] = 1 - image[place]
    return output


@book.wrong("invert", "nothing-returned")
def _(image):
    output = 1 - image  # noqa: F841


@book.wrong("invert", "range-255")
def _(image):
    return ~(image * 255).astype(np.uint8)


# Notebook 01 ------------------------------------------------------------------------------------


@book.wrong("dense_parameters", "bias-missing")
def _(in_features, out_features):
    weights = np.random.default_rng(0).normal(size=(out_features, in_features))
    return weights.size


@book.wrong("dense_parameters", "bias-single")
def _(in_features, out_features):
    count = 0
    for _ in range(out_features):
        count += in_features
    count += 1
    return count


@book.wrong("dense_parameters", "bias-per-input")
def _(in_features, out_features):
    total = 0
    for _ in range(in_features):
        total += out_features + 1
    return total


@book.wrong("dense_parameters", "sum-for-product")
def _(in_features, out_features):
    return sum([in_features, out_features]) + out_features


@book.wrong("conv_parameters", "bias-missing")
def _(in_channels, out_channels, kernel_size):
    return np.ones((out_channels, in_channels, kernel_size, kernel_size)).size


@book.wrong("conv_parameters", "kernel-one-axis")
def _(in_channels, out_channels, kernel_size):
    parameters_per_filter = kernel_size * in_channels + 1
    return parameters_per_filter * out_channels


@book.wrong("conv_parameters", "one-input-channel")
def _(in_channels, out_channels, kernel_size):
    weights = 0
    for _ in range(out_channels):
        weights += kernel_size**2
    return weights + out_channels


@book.wrong("conv_parameters", "bias-per-input-channel")
def _(in_channels, out_channels, kernel_size):
    weights = kernel_size * kernel_size * in_channels * out_channels
    bias = in_channels
    return weights + bias


@book.wrong("conv_parameters", "bias-single")
def _(in_channels, out_channels, kernel_size):
    weight = np.zeros((out_channels, in_channels, kernel_size, kernel_size))
    bias = np.zeros(1)
    return weight.size + bias.size


@book.wrong("permute_pixels", "shape-lost")
def _(images, permutation):
    return np.array([image.ravel()[permutation] for image in images])


@book.wrong("permute_pixels", "inverse-permutation")
def _(images, permutation):
    output = np.zeros_like(images)
    width = images.shape[3]
    for k, place in enumerate(permutation):
        output[:, 0, place // width, place % width] = images[:, 0, k // width, k % width]
    return output


@book.wrong("permute_pixels", "batch-forgotten")
def _(images, permutation):
    pixels = images.ravel()
    return pixels[permutation].reshape(images.shape)


@book.wrong("permute_pixels", "by-columns")
def _(images, permutation):
    n, c, h, w = images.shape
    flat = images.transpose(0, 1, 3, 2).reshape(n, h * w)[:, permutation]
    return flat.reshape(n, c, w, h).transpose(0, 1, 3, 2)


@book.wrong("permute_pixels", "first-image-only")
def _(images, permutation):
    output = images.copy()
    output[0] = images[0].ravel()[permutation].reshape(images[0].shape)
    return output


@book.wrong("local_parameters", "weights-shared")
def _(in_size, kernel_size, in_channels, out_channels):
    weight = np.zeros((out_channels, in_channels, kernel_size, kernel_size))
    return weight.size + out_channels


@book.wrong("local_parameters", "bias-shared")
def _(in_size, kernel_size, in_channels, out_channels):
    out_size = in_size - kernel_size + 1
    weight = (out_size, out_size, out_channels, in_channels, kernel_size, kernel_size)
    bias = (out_channels,)
    return math.prod(weight) + math.prod(bias)


@book.wrong("local_parameters", "off-by-one")
def _(in_size, kernel_size, in_channels, out_channels):
    outputs = out_channels * (in_size - kernel_size) ** 2
    return outputs * in_channels * kernel_size**2 + outputs


@book.wrong("local_parameters", "input-positions")
def _(in_size, kernel_size, in_channels, out_channels):
    total = 0
    for _ in range(in_size):
        for _ in range(in_size):
            total += out_channels * (kernel_size**2 * in_channels + 1)
    return total


# Notebook 02 ------------------------------------------------------------------------------------


@book.wrong("correlate1d", "flipped-kernel")
def _(x, kernel):
    size = len(kernel)
    output = []
    for i in range(len(x) - size + 1):
        total = 0
        for u in range(size):
            total += x[i + u] * kernel[size - 1 - u]
        output.append(total)
    return np.array(output)


@book.wrong("correlate1d", "windows-past-the-end")
def _(x, kernel):
    output = np.zeros(len(x))
    for i in range(len(x)):
        for k in range(len(kernel)):
            output[i] += x[i + k] * kernel[k]
    return output


@book.wrong("correlate1d", "windows-past-the-end")
def _(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1)
    for i in range(len(x)):
        output[i] = np.sum(x[i : i + len(kernel)] * kernel)
    return output


@book.wrong("correlate1d", "off-by-one")
def _(x, kernel):
    output = []
    for i in range(len(x) - len(kernel)):
        output.append(np.dot(x[i : i + len(kernel)], kernel))
    return np.array(output)


@book.wrong("correlate1d", "padded")
def _(x, kernel):
    return np.correlate(x, kernel, mode="full")


@book.wrong("correlate1d", "sum-overwritten")
def _(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1)
    for i in range(len(output)):
        for u in range(len(kernel)):
            output[i] = x[i + u] * kernel[u]
    return output


@book.wrong("correlate1d", "integer-dtype")
def _(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1, dtype=np.int64)
    for i in range(len(output)):
        output[i] = (x[i : i + len(kernel)] * kernel).sum()
    return output


@book.wrong("correlate1d", "total-kept")
def _(x, kernel):
    total = 0
    output = np.zeros(len(x) - len(kernel) + 1)
    for i in range(len(output)):
        for u in range(len(kernel)):
            total += x[i + u] * kernel[u]
        output[i] = total
    return output


@book.wrong("correlate2d", "flipped-kernel")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            for u in range(rows):
                for v in range(cols):
                    output[i, j] += x[i + u, j + v] * kernel[rows - u - 1, cols - v - 1]
    return output


@book.wrong("correlate2d", "kernel-transposed")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            for u in range(rows):
                for v in range(cols):
                    output[i, j] += x[i + u, j + v] * kernel[v, u]
    return output


@book.wrong("correlate2d", "off-by-one")
def _(x, kernel):
    height, width = x.shape
    rows, cols = kernel.shape
    output = np.zeros((height - rows, width - cols))
    for i in range(height - rows):
        for j in range(width - cols):
            output[i, j] = np.sum(x[i : i + rows, j : j + cols] * kernel)
    return output


@book.wrong("correlate2d", "square-only")
def _(x, kernel):
    k = kernel.shape[0]
    n = x.shape[0] - k + 1
    output = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            output[i, j] = np.sum(x[i : i + k, j : j + k] * kernel)
    return output


@book.wrong("correlate2d", "sum-overwritten")
def _(x, kernel):
    output = np.zeros((x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1))
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            for i in range(output.shape[0]):
                for j in range(output.shape[1]):
                    output[i, j] = x[i + u, j + v] * kernel[u, v]
    return output


@book.wrong("correlate2d", "size-of-input")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros(x.shape)
    for i in range(x.shape[0] - rows + 1):
        for j in range(x.shape[1] - cols + 1):
            output[i, j] = (x[i : i + rows, j : j + cols] * kernel).sum()
    return output


@book.wrong("correlate2d", "matrix-product")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(x[i : i + rows, j : j + cols] @ kernel)
    return output


@book.wrong("correlate2d", "integer-dtype")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros_like(x, dtype=int)[rows - 1 :, cols - 1 :]
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(x[i : i + rows, j : j + cols] * kernel)
    return output


@book.wrong("correlate2d", "averaged")
def _(x, kernel):
    rows, cols = kernel.shape
    output = [
        [np.mean(x[i : i + rows, j : j + cols] * kernel) for j in range(x.shape[1] - cols + 1)]
        for i in range(x.shape[0] - rows + 1)
    ]
    return np.array(output)


@book.wrong("kernel_gradient", "factor-two-missing")
def _(x, kernel, target):
    error = correlate(x, kernel) - target
    gradient = np.zeros(kernel.shape)
    for i in range(error.shape[0]):
        for j in range(error.shape[1]):
            gradient += error[i, j] * x[i : i + kernel.shape[0], j : j + kernel.shape[1]]
    return gradient


@book.wrong("kernel_gradient", "wrong-sign")
def _(x, kernel, target):
    error = target - correlate(x, kernel)
    gradient = np.zeros(kernel.shape)
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            part = x[u : u + error.shape[0], v : v + error.shape[1]]
            gradient[u, v] = 2 * np.sum(error * part)
    return gradient


@book.wrong("kernel_gradient", "averaged")
def _(x, kernel, target):
    error = correlate(x, kernel) - target
    return correlate(x, 2 * error) / error.size


@book.wrong("kernel_gradient", "sum-overwritten")
def _(x, kernel, target):
    error = correlate(x, kernel) - target
    gradient = np.zeros(kernel.shape)
    for i in range(error.shape[0]):
        for j in range(error.shape[1]):
            gradient = 2 * error[i, j] * x[i : i + kernel.shape[0], j : j + kernel.shape[1]]
    return gradient


@book.wrong("kernel_gradient", "target-ignored")
def _(x, kernel, target):
    windows = sliding_window_view(x, kernel.shape)
    output = np.einsum("ijuv,uv->ij", windows, kernel)
    return 2 * np.einsum("ij,ijuv->uv", output, windows)


@book.wrong("convolve2d", "not-flipped")
def _(x, kernel):
    output = np.zeros((x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            for u in range(kernel.shape[0]):
                for v in range(kernel.shape[1]):
                    output[i, j] += x[i + u, j + v] * kernel[u, v]
    return output


@book.wrong("convolve2d", "flipped-one-axis")
def _(x, kernel):
    return correlate(x, kernel[::-1])


@book.wrong("convolve2d", "transposed-for-flipped")
def _(x, kernel):
    turned = kernel.T
    rows, cols = turned.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(x[i : i + rows, j : j + cols] * turned)
    return output


@book.wrong("convolve2d", "flipped-one-axis")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1))
    for i, j in np.ndindex(*output.shape):
        for u, v in np.ndindex(rows, cols):
            output[i, j] += x[i + u, j + v] * kernel[u, cols - 1 - v]
    return output


SOBEL_X = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
SOBEL_Y = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])


@book.wrong("edge_strength", "root-missing")
def _(image):
    gx = correlate(image, SOBEL_X)
    gy = correlate(image, SOBEL_Y)
    return gx * gx + gy * gy


@book.wrong("edge_strength", "absolute-sum")
def _(image):
    strength = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for i in range(strength.shape[0]):
        for j in range(strength.shape[1]):
            window = image[i : i + 3, j : j + 3]
            strength[i, j] = abs(np.sum(window * SOBEL_X)) + abs(np.sum(window * SOBEL_Y))
    return strength


@book.wrong("edge_strength", "one-direction")
def _(image):
    gx = correlate(image, SOBEL_X)
    return np.sqrt(gx**2)


@book.wrong("edge_strength", "other-kernel")
def _(image):
    prewitt = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    return np.hypot(correlate(image, prewitt), correlate(image, prewitt.T))


@book.wrong("edge_strength", "padded")
def _(image):
    padded = np.pad(image, 1)
    return np.sqrt(correlate(padded, SOBEL_X) ** 2 + correlate(padded, SOBEL_Y) ** 2)


@book.wrong("best_match", "mean-not-subtracted")
def _(image, pattern):
    best, place = -np.inf, (0, 0)
    for i in range(image.shape[0] - pattern.shape[0] + 1):
        for j in range(image.shape[1] - pattern.shape[1] + 1):
            score = np.sum(image[i : i + pattern.shape[0], j : j + pattern.shape[1]] * pattern)
            if score > best:
                best, place = score, (i, j)
    return place


@book.wrong("best_match", "flat-index")
def _(image, pattern):
    return np.argmax(correlate(image, pattern - pattern.mean()))


@book.wrong("best_match", "wrong-width")
def _(image, pattern):
    scores = correlate(image, pattern - pattern.mean())
    return np.unravel_index(np.argmax(scores), image.shape)


@book.wrong("best_match", "pair-swapped")
def _(image, pattern):
    scores = correlate(image, pattern - pattern.mean())
    y, x = np.unravel_index(np.argmax(scores), scores.shape)
    return x, y


@book.wrong("best_match", "lowest-score")
def _(image, pattern):
    best, place = np.inf, None
    zero = pattern - pattern.mean()
    for (i, j), score in np.ndenumerate(correlate(image, zero)):
        if score < best:
            best, place = score, (i, j)
    return place


# Notebook 03 ------------------------------------------------------------------------------------


@book.wrong("output_size", "plus-one-missing")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = dilation * (kernel_size - 1) + 1
    return (size - effective + 2 * padding) // stride


@book.wrong("output_size", "padding-total")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = dilation * (kernel_size - 1) + 1
    return (size + padding - effective) // stride + 1


@book.wrong("output_size", "dilation-ignored")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    count = 0
    for start in range(-padding, size + padding, stride):
        if start + kernel_size <= size + padding:
            count += 1
    return count


@book.wrong("output_size", "floor-missing")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    return 1 + (size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride


@book.wrong("output_size", "dilation-times-kernel")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    effective = kernel_size * dilation
    return math.floor((size - effective + 2 * padding) / stride + 1)


@book.wrong("output_size", "ceil")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    room = size + 2 * padding - (dilation * (kernel_size - 1) + 1)
    return -(-room // stride) + 1


@book.wrong("pad2d", "padding-one-side")
def _(x, padding):
    down, across = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + down, x.shape[1] + across))
    output[down:, across:] = x
    return output


@book.wrong("pad2d", "paddings-swapped")
def _(x, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    return np.pad(x, ((padding[1], padding[1]), (padding[0], padding[0])))


@book.wrong("pad2d", "zero-padding-slice")
def _(x, padding):
    down, across = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * down, x.shape[1] + 2 * across))
    output[down:-down, across:-across] = x
    return output


@book.wrong("pad2d", "pairs-unsupported")
def _(x, padding):
    output = np.zeros((x.shape[0] + 2 * padding, x.shape[1] + 2 * padding))
    output[padding : padding + x.shape[0], padding : padding + x.shape[1]] = x
    return output


@book.wrong("pad2d", "padding-nonzero")
def _(x, padding):
    down, across = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((down, down), (across, across)), mode="edge")


def strided_loops(x, kernel, stride, padding, pad=np.pad, height=None, at=None):
    """Return the correlation as loops, with places for a mistake: padding, size, start."""
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    x = pad(x, ((top, top), (left, left)))
    rows, cols = kernel.shape
    output = np.zeros(((x.shape[0] - rows) // down + 1, (x.shape[1] - cols) // across + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            y, z = at(i, j, down, across) if at else (i * down, j * across)
            output[i, j] = np.sum(x[y : y + rows, z : z + cols] * kernel)
    return output


@book.wrong("correlate2d_strided", "stride-ignored")
def _(x, kernel, stride=1, padding=0):
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    padded = np.zeros((x.shape[0] + 2 * top, x.shape[1] + 2 * left))
    padded[top : top + x.shape[0], left : left + x.shape[1]] = x
    rows, cols = kernel.shape
    output = np.zeros((padded.shape[0] - rows + 1, padded.shape[1] - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(padded[i : i + rows, j : j + cols] * kernel)
    return output


@book.wrong("correlate2d_strided", "stride-size-only")
def _(x, kernel, stride=1, padding=0):
    return strided_loops(x, kernel, stride, padding, at=lambda i, j, down, across: (i, j))


@book.wrong("correlate2d_strided", "start-for-place")
def _(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((top, top), (left, left)))
    (height, width), (rows, columns) = x.shape, kernel.shape
    output = np.zeros(((height - rows) // down + 1, (width - columns) // across + 1))
    for row in range(0, height - rows + 1, down):
        for column in range(0, width - columns + 1, across):
            window = x[row : row + rows, column : column + columns]
            output[row, column] = np.sum(window * kernel)
    return output


@book.wrong("correlate2d_strided", "padding-misfit")
def _(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    top, left = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((top, top), (left, left)))
    height = (x.shape[0] + 2 * top - kernel.shape[0]) // down + 1
    width = (x.shape[1] + 2 * left - kernel.shape[1]) // across + 1
    output = np.zeros((height, width))
    output[:] = correlate(x, kernel)[::down, ::across]
    return output


@book.wrong("correlate2d_strided", "strides-swapped")
def _(x, kernel, stride=1, padding=0):
    across, down = stride if isinstance(stride, tuple) else (stride, stride)
    return strided_loops(x, kernel, (down, across), padding)


@book.wrong("correlate2d_strided", "padding-one-side")
def _(x, kernel, stride=1, padding=0):
    def pad(x, sides):
        return np.pad(x, [(0, after) for _, after in sides])

    return strided_loops(x, kernel, stride, padding, pad=pad)


@book.wrong("correlate2d_strided", "padding-nonzero")
def _(x, kernel, stride=1, padding=0):
    def pad(x, sides):
        return np.pad(x, sides, mode="reflect")

    return strided_loops(x, kernel, stride, padding, pad=pad)


@book.wrong("correlate2d_strided", "padding-before-after")
def _(x, kernel, stride=1, padding=0):
    x = np.pad(x, padding)
    rows, cols = kernel.shape
    output = np.zeros(((x.shape[0] - rows) // stride + 1, (x.shape[1] - cols) // stride + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            y, z = i * stride, j * stride
            output[i, j] = np.sum(x[y : y + rows, z : z + cols] * kernel)
    return output


@book.wrong("correlate2d_strided", "padding-ignored")
def _(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    return correlate(x, kernel)[::down, ::across]


@book.wrong("correlate2d_strided", "stride-one-axis")
def _(x, kernel, stride=1, padding=0):
    down, across = stride if isinstance(stride, tuple) else (stride, stride)
    return strided_loops(x, kernel, (down, down), padding)


@book.wrong("same_padding", "even-accepted")
def _(kernel_size):
    return math.floor(kernel_size / 2)


@book.wrong("same_padding", "padding-total")
def _(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even")
    return kernel_size - 1


@book.wrong("same_padding", "off-by-one")
def _(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even")
    return (kernel_size + 1) // 2


@book.wrong("same_padding", "even-accepted")
def _(kernel_size):
    if kernel_size % 2 == 0:
        print("the kernel must be odd")
        return None
    return kernel_size // 2


@book.wrong("same_padding", "float-not-int")
def _(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("even")
    return (kernel_size - 1) / 2


@book.wrong("unread_positions", "read-positions")
def _(size, kernel_size, stride=1, padding=0):
    read = []
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        for position in range(start, start + kernel_size):
            if 0 <= position < size and position not in read:
                read.append(position)
    return read


@book.wrong("unread_positions", "padding-at-the-start-only")
def _(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size - kernel_size + 1, stride):
        read |= set(range(start, start + kernel_size))
    return [place for place in range(size) if place not in read]


@book.wrong("unread_positions", "padding-at-the-start-only")
def _(size, kernel_size, stride=1, padding=0):
    count = (size - kernel_size) // stride + 1
    read = {i * stride - padding + k for i in range(count) for k in range(kernel_size)}
    return [place for place in range(size) if place not in read]


@book.wrong("unread_positions", "gaps-forgotten")
def _(size, kernel_size, stride=1, padding=0):
    windows = (size + 2 * padding - kernel_size) // stride + 1
    end = (windows - 1) * stride + kernel_size - padding
    return list(range(max(end, 0), size))


@book.wrong("unread_positions", "padding-ignored")
def _(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size, dtype=bool)
    for start in range(0, size - kernel_size + 1, stride):
        read[start : start + kernel_size] = True
    return np.flatnonzero(~read)


@book.wrong("unread_positions", "padded-coordinates")
def _(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size + 2 * padding, dtype=bool)
    for start in range(0, size + 2 * padding - kernel_size + 1, stride):
        read[start : start + kernel_size] = True
    return np.flatnonzero(~read)


@book.wrong("dilate_kernel", "trailing-zeros")
def _(kernel, dilation):
    output = np.zeros((kernel.shape[0] * dilation, kernel.shape[1] * dilation))
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            output[u * dilation, v * dilation] = kernel[u, v]
    return output


@book.wrong("dilate_kernel", "taps-repeated")
def _(kernel, dilation):
    return np.kron(kernel, np.ones((dilation, dilation)))


@book.wrong("dilate_kernel", "dilation-off-by-one")
def _(kernel, dilation):
    step = dilation + 1
    output = np.zeros((step * (kernel.shape[0] - 1) + 1, step * (kernel.shape[1] - 1) + 1))
    output[::step, ::step] = kernel
    return output


@book.wrong("dilate_kernel", "dilation-one-axis")
def _(kernel, dilation):
    output = np.zeros((dilation * (kernel.shape[0] - 1) + 1, kernel.shape[1]))
    for u in range(kernel.shape[0]):
        output[u * dilation] = kernel[u]
    return output


# conv2d -----------------------------------------------------------------------------------------


def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def loops(x, weight, bias, stride, padding, dilation, groups, **spoilt):
    """Return conv2d as loops, with a place for each mistake."""
    (down, across), (top, left), (dy, dx) = pair(stride), pair(padding), pair(dilation)
    filters, depth, rows, cols = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (top, top), (left, left)), **spoilt.get("pad", {}))
    height = (x.shape[2] - dy * (rows - 1) - 1) // down + 1
    width = (x.shape[3] - dx * (cols - 1) - 1) // across + 1
    output = np.zeros((len(x), filters, height, width), spoilt.get("dtype", float))
    group_of = spoilt.get("group", lambda o: o // (filters // groups))
    for n in range(len(x)):
        for o in range(filters):
            for i in range(height):
                for j in range(width):
                    total = 0
                    for c in range(depth):
                        for u in range(rows):
                            for v in range(cols):
                                pixel = x[
                                    n,
                                    group_of(o) * depth + c,
                                    i * down + u * dy,
                                    j * across + v * dx,
                                ]
                                total += pixel * weight[o, c, u, v]
                    output[n, o, i, j] = total
    if bias is not None:
        output = spoilt.get("add", lambda y, b: y + b[:, None, None])(output, bias)
    return output


@book.wrong("conv2d", "bias-missing")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return loops(x, weight, None, stride, padding, dilation, groups)


@book.wrong("conv2d", "filters-by-turns")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def group(o):
        return o % groups

    return loops(x, weight, bias, stride, padding, dilation, groups, group=group)


@book.wrong("conv2d", "bias-single")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def add(output, bias):
        return output + bias[0]

    return loops(x, weight, bias, stride, padding, dilation, groups, add=add)


@book.wrong("conv2d", "bias-along-width")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    def add(output, bias):
        return output + bias

    return loops(x, weight, bias, stride, padding, dilation, groups, add=add)


@book.wrong("conv2d", "groups-ignored")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return loops(x, weight, bias, stride, padding, dilation, 1)


@book.wrong("conv2d", "padding-nonzero")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    pad = {"mode": "edge"}
    return loops(x, weight, bias, stride, padding, dilation, groups, pad=pad)


@book.wrong("conv2d", "integer-dtype")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return loops(x, weight, bias, stride, padding, dilation, groups, dtype=int)


@book.wrong("conv2d", "bias-required")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    output = loops(x, weight, None, stride, padding, dilation, groups)
    for o in range(weight.shape[0]):
        output[:, o] += bias[o]
    return output


@book.wrong("conv2d", "dilations-swapped")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    dx, dy = pair(dilation)
    return loops(x, weight, bias, stride, padding, (dy, dx), groups)


@book.wrong("conv2d", "batch-forgotten")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    image = x[0]
    output = loops(image[None], weight, bias, stride, padding, dilation, groups)
    return output


@book.wrong("conv2d", "pairs-unsupported")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    n, channels, height, width = x.shape
    filters, depth, rows, cols = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out_height = (height + 2 * padding - dilation * (rows - 1) - 1) // stride + 1
    out_width = (width + 2 * padding - dilation * (cols - 1) - 1) // stride + 1
    output = np.zeros((n, filters, out_height, out_width))
    share = filters // groups
    for o in range(filters):
        first = o // share * depth
        for u in range(rows):
            for v in range(cols):
                part = x[:, first : first + depth, u * dilation :, v * dilation :]
                part = part[:, :, ::stride, ::stride][:, :, :out_height, :out_width]
                output[:, o] += np.tensordot(part, weight[o, :, u, v], axes=([1], [0]))
        if bias is not None:
            output[:, o] += bias[o]
    return output


@book.wrong("conv2d", "flipped-kernel")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return loops(x, np.rot90(weight, 2, (2, 3)), bias, stride, padding, dilation, groups)


@book.wrong("conv2d", "channels-averaged")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    output = loops(x, weight, None, stride, padding, dilation, groups) / weight.shape[1]
    return output if bias is None else output + bias[:, None, None]


@book.wrong("conv2d", "stride-ignored")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (top, left), (dy, dx) = pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (top, top), (left, left)))
    span = dy * (weight.shape[2] - 1) + 1, dx * (weight.shape[3] - 1) + 1
    windows = sliding_window_view(x, span, axis=(2, 3))[..., ::dy, ::dx]
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    output = np.concatenate([np.einsum("ncijuv,ocuv->noij", *part) for part in parts], axis=1)
    return output if bias is None else output + bias.reshape(1, -1, 1, 1)


# Tests ------------------------------------------------------------------------------------------

ALL = [(name, slug, function) for name, all in book.wrong_ones.items() for slug, function in all]


@pytest.fixture(scope="module")
def results():
    return {function: told(name, function) for name, _, function in ALL}


def test_none_passes(results):
    passed = [f"{name}: {slug}" for name, slug, function in ALL if results[function].passed]
    assert passed == []


def test_nine_of_ten_are_named(results, record_property):
    misses = [
        f"{name}: {slug}, told {results[function].mistake} ({results[function].verdict})"
        for name, slug, function in ALL
        if results[function].mistake != slug
    ]
    ratio = 1 - len(misses) / len(ALL)
    record_property("named", f"{len(ALL) - len(misses)} of {len(ALL)}")
    print(f"Named: {len(ALL) - len(misses)} of {len(ALL)}.", *misses, sep="\n")
    assert ratio >= NAMED, "\n".join(misses)


def test_what_is_not_named_shows_its_case(results):
    for name, _, function in ALL:
        result = results[function]
        if result.mistake is None:
            assert result.case is not None, name


def test_enough_is_written():
    assert len(ALL) >= 60
    assert set(book.wrong_ones) == set(NAMES)
    for name, wrong in book.wrong_ones.items():
        assert len(wrong) >= 3, name
        known = {mistake.slug for mistake in check.EXERCISES[name].mistakes}
        everywhere = {"input-changed", "nothing-returned", "float-not-int", "sum-overwritten"}
        assert {slug for slug, _ in wrong} <= known | everywhere, name


def test_each_argument_that_is_changed_has_its_own_hint():
    def occlusion_map(model, image, label, size=4, stride=2, fill=0.0):
        course = check.EXERCISES["occlusion_map"].course
        answer = course(model, image, label, size=size, stride=stride, fill=fill)
        image[...] = 0
        return answer

    result = told("occlusion_map", occlusion_map)
    assert result.mistake == "input-changed"
    assert "`x.copy()`" in str(result) and "eval" not in str(result), result


def test_gradients_that_are_left_behind_have_a_hint_of_their_own():
    def saliency(model, image, label):
        model.eval()
        slopes = np.zeros_like(model(image[None]))
        slopes[0, label] = 1
        return np.abs(model.backward(slopes)[0]).max(axis=0)

    result = told("saliency", saliency)
    assert result.mistake == "input-changed"
    assert "in the cases tried. Your function changed its input model." in str(result)
    assert "`model.zero_grad()` comes at the end" in str(result)
    assert "running statistics" not in str(result)  # those are as they were

"""Right answers pass in any style: loops, windows, einsum, matmul, PyTorch; lists and arrays."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from check_tools import Written
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import check, functional, shapes
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.functional import naive

book = Written()
NAMES = (
    "invert dense_parameters conv_parameters permute_pixels local_parameters correlate1d "
    "correlate2d kernel_gradient convolve2d edge_strength best_match output_size pad2d "
    "correlate2d_strided same_padding unread_positions dilate_kernel conv2d"
).split()


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)


def torch_conv2d(x, weight, bias=None, **options):
    torch = pytest.importorskip("torch")
    x, weight = (torch.tensor(np.asarray(a), dtype=torch.float64) for a in (x, weight))
    bias = None if bias is None else torch.tensor(bias, dtype=torch.float64)
    return torch.nn.functional.conv2d(x, weight, bias, **options)


# Notebook 00 ------------------------------------------------------------------------------------


@book.right("invert")
def _(image):
    return 1 - image


@book.right("invert")
def _(image):
    return -image + 1.0


@book.right("invert")
def _(image):
    output = image.copy()
    output *= -1
    output += 1
    return output


@book.right("invert")
def _(image):
    return np.subtract(np.ones(image.shape, np.float32), image)


@book.right("invert")
def _(image):
    def turned(part):
        return [turned(entry) for entry in part] if np.ndim(part) else 1 - float(part)

    return turned(image)


@book.right("invert")
def _(image):
    output = np.empty_like(image)
    for place in np.ndindex(*image.shape):
        output[place] = 1 - image[place]
    return output


@book.right("invert")
def _(image):
    return 1 - pytest.importorskip("torch").tensor(image)


# Notebook 01 ------------------------------------------------------------------------------------


@book.right("dense_parameters")
def _(in_features, out_features):
    return in_features * out_features + out_features


@book.right("dense_parameters")
def _(in_features, out_features):
    return np.zeros((out_features, in_features + 1)).size


@book.right("dense_parameters")
def _(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))


@book.right("dense_parameters")
def _(in_features, out_features):
    return np.prod([in_features, out_features]) + out_features


@book.right("dense_parameters")
def _(n, m):
    return (n + 1) * m


@book.right("dense_parameters")
def _(in_features, out_features):
    layer = pytest.importorskip("torch").nn.Linear(in_features, out_features)
    return sum(p.numel() for p in layer.parameters())


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    return out_channels * in_channels * kernel_size * kernel_size + out_channels


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    return np.zeros((out_channels, in_channels, kernel_size, kernel_size)).size + out_channels


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    one_filter = in_channels * pow(kernel_size, 2) + 1
    return one_filter * out_channels


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    count = 0
    for _ in range(out_channels):
        count += 1
        for _ in range(in_channels):
            count += kernel_size**2
    return count


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    return np.int64(math.prod((in_channels, out_channels, kernel_size, kernel_size)) + out_channels)


@book.right("conv_parameters")
def _(in_channels, out_channels, kernel_size):
    layer = pytest.importorskip("torch").nn.Conv2d(in_channels, out_channels, kernel_size)
    return layer.weight.numel() + layer.bias.numel()


@book.right("permute_pixels")
def _(images, permutation):
    return images.reshape(len(images), -1)[:, permutation].reshape(images.shape)


@book.right("permute_pixels")
def _(images, permutation):
    output = np.empty_like(images)
    width = images.shape[3]
    for n in range(len(images)):
        for target, source in enumerate(permutation):
            pixel = images[n, 0, source // width, source % width]
            output[n, 0, target // width, target % width] = pixel
    return output


@book.right("permute_pixels")
def _(images, permutation):
    flat = [image.ravel()[permutation] for image in images]
    return [f.reshape(images.shape[1:]).tolist() for f in flat]


@book.right("permute_pixels")
def _(images, permutation):
    n, c, h, w = images.shape
    return np.take(images.reshape(n, c, h * w), permutation, axis=2).reshape(n, c, h, w)


@book.right("permute_pixels")
def _(images, permutation):
    matrix = np.eye(len(permutation))[permutation]
    flat = images.reshape(len(images), -1) @ matrix.T
    return flat.reshape(images.shape).astype(np.float32)


@book.right("permute_pixels")
def _(images, permutation):
    torch = pytest.importorskip("torch")
    flat = torch.tensor(images).flatten(1)
    return flat[:, torch.tensor(permutation)].view(images.shape)


@book.right("local_parameters")
def _(in_size, kernel_size, in_channels, out_channels):
    positions = (in_size - kernel_size + 1) ** 2
    return positions * out_channels * (in_channels * kernel_size**2 + 1)


@book.right("local_parameters")
def _(in_size, kernel_size, in_channels, out_channels):
    out = shapes.output_size(in_size, kernel_size)
    weights = out * out * out_channels * in_channels * kernel_size * kernel_size
    return weights + out * out * out_channels


@book.right("local_parameters")
def _(in_size, kernel_size, in_channels, out_channels):
    total = 0
    for _ in range(in_size - kernel_size + 1):
        for _ in range(in_size - kernel_size + 1):
            total += out_channels * (in_channels * kernel_size * kernel_size + 1)
    return total


@book.right("local_parameters")
def _(in_size, kernel_size, in_channels, out_channels):
    starts = [i for i in range(in_size) if i + kernel_size <= in_size]
    places = len(list(itertools.product(starts, starts)))
    return np.prod([places, out_channels, in_channels * kernel_size**2 + 1])


@book.right("local_parameters")
def _(in_size, kernel_size, in_channels, out_channels):
    windows = sliding_window_view(np.zeros((in_size, in_size)), (kernel_size, kernel_size))
    values = windows.shape[0] * windows.shape[1] * out_channels
    return values * in_channels * windows.shape[2] * windows.shape[3] + values


# Notebook 02 ------------------------------------------------------------------------------------


@book.right("correlate1d")
def _(x, kernel):
    return np.correlate(x, kernel, "valid") if len(x) >= len(kernel) else None


@book.right("correlate1d")
def _(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1)
    for i in range(len(output)):
        for u in range(len(kernel)):
            output[i] += x[i + u] * kernel[u]
    return output


@book.right("correlate1d")
def _(x, kernel):
    k = len(kernel)
    return [sum(a * b for a, b in zip(x[i : i + k], kernel)) for i in range(len(x) - k + 1)]


@book.right("correlate1d")
def _(x, kernel):
    return sliding_window_view(x, len(kernel)) @ kernel


@book.right("correlate1d")
def _(x, kernel):
    return np.convolve(x, kernel[::-1], mode="valid")


@book.right("correlate1d")
def _(x, kernel):
    length = x.size - kernel.size + 1
    return np.einsum("ki,k->i", np.stack([x[u : u + length] for u in range(kernel.size)]), kernel)


@book.right("correlate1d")
def _(x, kernel):
    torch = pytest.importorskip("torch")
    x, kernel = (torch.tensor(a, dtype=torch.float32) for a in (x, kernel))
    return torch.nn.functional.conv1d(x[None, None], kernel[None, None])[0, 0]


def correlate(x, kernel):
    (height, width), (rows, cols) = x.shape, kernel.shape
    output = np.zeros((height - rows + 1, width - cols + 1))
    for i in range(output.shape[0]):
        for j in range(output.shape[1]):
            output[i, j] = np.sum(x[i : i + rows, j : j + cols] * kernel)
    return output


book.right("correlate2d")(correlate)


@book.right("correlate2d")
def _(x, kernel):
    rows, cols = kernel.shape
    return [
        [
            sum(x[i + u, j + v] * kernel[u, v] for u in range(rows) for v in range(cols))
            for j in range(x.shape[1] - cols + 1)
        ]
        for i in range(x.shape[0] - rows + 1)
    ]


@book.right("correlate2d")
def _(x, kernel):
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, kernel.shape), kernel)


@book.right("correlate2d")
def _(x, kernel):
    return np.tensordot(sliding_window_view(x, kernel.shape), kernel, axes=([2, 3], [0, 1]))


@book.right("correlate2d")
def _(x, kernel):
    windows = sliding_window_view(x, kernel.shape)
    return (windows.reshape(-1, kernel.size) @ kernel.ravel()).reshape(windows.shape[:2])


@book.right("correlate2d")
def _(x, kernel):
    height, width = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    return sum(
        weight * x[u : u + height, v : v + width].astype(np.float32)
        for (u, v), weight in np.ndenumerate(kernel)
    )


@book.right("correlate2d")
def _(x, kernel):
    size = tuple(np.array(x.shape) + kernel.shape - 1)
    product = np.fft.fft2(x, size) * np.fft.fft2(kernel[::-1, ::-1], size)
    full = np.fft.ifft2(product).real
    return full[kernel.shape[0] - 1 : x.shape[0], kernel.shape[1] - 1 : x.shape[1]]


@book.right("correlate2d")
def _(x, kernel):
    return torch_conv2d(x[None, None], kernel[None, None])[0, 0]


@book.right("kernel_gradient")
def _(x, kernel, target):
    return 2 * correlate(x, correlate(x, kernel) - target)


@book.right("kernel_gradient")
def _(x, kernel, target):
    gradient = np.zeros(kernel.shape)
    error = correlate(x, kernel) - target
    for i in range(error.shape[0]):
        for j in range(error.shape[1]):
            gradient += 2 * error[i, j] * x[i : i + kernel.shape[0], j : j + kernel.shape[1]]
    return gradient


@book.right("kernel_gradient")
def _(x, kernel, target):
    error = correlate(x, kernel) - target
    height, width = error.shape
    return [
        [2 * np.sum(error * x[u : u + height, v : v + width]) for v in range(kernel.shape[1])]
        for u in range(kernel.shape[0])
    ]


@book.right("kernel_gradient")
def _(x, kernel, target):
    windows = sliding_window_view(x, kernel.shape)
    error = np.einsum("ijuv,uv->ij", windows, kernel) - target
    return np.einsum("ij,ijuv->uv", error, windows) * 2.0


@book.right("kernel_gradient")
def _(x, kernel, target):
    columns = sliding_window_view(x, kernel.shape).reshape(-1, kernel.size)
    error = columns @ kernel.ravel() - target.ravel()
    return (2 * columns.T @ error).reshape(kernel.shape).astype(np.float32)


@book.right("kernel_gradient")
def _(x, kernel, target):
    gradient, step = np.zeros(kernel.shape), 0.5  # exact for a parabola
    for place in np.ndindex(*kernel.shape):
        moved = kernel.astype(float)
        moved[place] += step
        above = np.sum((correlate(x, moved) - target) ** 2)
        moved[place] -= 2 * step
        gradient[place] = (above - np.sum((correlate(x, moved) - target) ** 2)) / (2 * step)
    return gradient


@book.right("kernel_gradient")
def _(x, kernel, target):
    torch = pytest.importorskip("torch")
    x, kernel, target = (torch.tensor(a, dtype=torch.float64) for a in (x, kernel, target))
    kernel.requires_grad_(True)
    output = torch.nn.functional.conv2d(x[None, None], kernel[None, None])[0, 0]
    ((output - target) ** 2).sum().backward()
    return kernel.grad


@book.right("convolve2d")
def _(x, kernel):
    return correlate(x, kernel[::-1, ::-1])


@book.right("convolve2d")
def _(x, kernel):
    rows, cols = kernel.shape
    output = np.zeros((x.shape[0] - rows + 1, x.shape[1] - cols + 1), np.float32)
    for i, j in np.ndindex(*output.shape):
        for u, v in np.ndindex(rows, cols):
            output[i, j] += x[i + rows - 1 - u, j + cols - 1 - v] * kernel[u, v]
    return output


@book.right("convolve2d")
def _(x, kernel):
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, kernel.shape), np.rot90(kernel, 2))


@book.right("convolve2d")
def _(x, kernel):
    return correlate(x[::-1, ::-1], kernel)[::-1, ::-1].tolist()


@book.right("convolve2d")
def _(x, kernel):
    return np.tensordot(
        kernel, sliding_window_view(x, kernel.shape)[..., ::-1, ::-1], ((0, 1), (2, 3))
    )


@book.right("convolve2d")
def _(x, kernel):
    return torch_conv2d(x[None, None], np.flip(kernel)[None, None].copy())[0, 0]


SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


@book.right("edge_strength")
def _(image):
    return np.sqrt(correlate(image, SOBEL) ** 2 + correlate(image, SOBEL.T) ** 2)


@book.right("edge_strength")
def _(image):
    return np.hypot(correlate(image, -SOBEL), correlate(image, SOBEL.T))


@book.right("edge_strength")
def _(image):
    strength = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for i in range(strength.shape[0]):
        for j in range(strength.shape[1]):
            window = image[i : i + 3, j : j + 3]
            gx, gy = (window * SOBEL).sum(), (window * SOBEL.T).sum()
            strength[i, j] = math.sqrt(gx * gx + gy * gy)
    return strength


@book.right("edge_strength")
def _(image):
    both = np.stack([SOBEL, SOBEL.T])
    found = np.einsum("ijuv,ouv->oij", sliding_window_view(image, (3, 3)), both)
    return np.linalg.norm(found, axis=0).astype(np.float32)


@book.right("edge_strength")
def _(image):
    image = image.astype(float)
    rows = image[:-2] + 2 * image[1:-1] + image[2:]
    cols = image[:, :-2] + 2 * image[:, 1:-1] + image[:, 2:]
    gx, gy = rows[:, 2:] - rows[:, :-2], cols[2:] - cols[:-2]
    return np.abs(gx + 1j * gy).tolist()


@book.right("edge_strength")
def _(image):
    kernels = np.stack([SOBEL, SOBEL.T])[:, None]
    return torch_conv2d(image[None, None], kernels)[0].norm(dim=0)


@book.right("best_match")
def _(image, pattern):
    scores = correlate(image, pattern - pattern.mean())
    return np.unravel_index(scores.argmax(), scores.shape)


@book.right("best_match")
def _(image, pattern):
    best, place = -math.inf, None
    pattern = pattern - np.mean(pattern)
    for i in range(image.shape[0] - pattern.shape[0] + 1):
        for j in range(image.shape[1] - pattern.shape[1] + 1):
            score = np.sum(image[i : i + pattern.shape[0], j : j + pattern.shape[1]] * pattern)
            if score > best:
                best, place = score, (i, j)
    return place


@book.right("best_match")
def _(image, pattern):
    scores = correlate(image, pattern - pattern.mean())
    return list(divmod(int(np.argmax(scores)), scores.shape[1]))


@book.right("best_match")
def _(image, pattern):
    windows = sliding_window_view(image, pattern.shape)
    scores = np.tensordot(windows, pattern - pattern.mean(), 2)
    return np.argwhere(scores == scores.max())[0]


@book.right("best_match")
def _(image, pattern):
    scores = correlate(image, pattern - pattern.mean())
    places = [(i, j) for i in range(scores.shape[0]) for j in range(scores.shape[1])]
    return max(places, key=lambda place: scores[place])


@book.right("best_match")
def _(image, pattern):
    scores = torch_conv2d(image[None, None], (pattern - pattern.mean())[None, None])[0, 0]
    return scores.argmax() // scores.shape[1], scores.argmax() % scores.shape[1]


# Notebook 03 ------------------------------------------------------------------------------------


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    span = kernel_size + (kernel_size - 1) * (dilation - 1)
    return len(range(0, size + 2 * padding - span + 1, stride))


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    count = start = 0
    while start + dilation * (kernel_size - 1) < size + 2 * padding:
        count += 1
        start += stride
    return count


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    return math.floor((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride) + 1


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    return int((size + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1)


@book.right("output_size")
def _(n, kernel_size, stride=1, padding=0, dilation=1):
    return np.floor_divide(n + 2 * padding - dilation * (kernel_size - 1) - 1 + stride, stride)


@book.right("output_size")
def _(size, kernel_size, stride=1, padding=0, dilation=1):
    x, weight = np.zeros((1, 1, 1, size + 2 * padding)), np.zeros((1, 1, 1, kernel_size))
    return torch_conv2d(x, weight, stride=(1, stride), dilation=dilation).shape[-1]


@book.right("pad2d")
def _(x, padding):
    vertical, horizontal = pair(padding)
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)))


@book.right("pad2d")
def _(x, padding):
    down, across = pair(padding)
    output = np.zeros((x.shape[0] + 2 * down, x.shape[1] + 2 * across))
    output[down : down + x.shape[0], across : across + x.shape[1]] = x
    return output


@book.right("pad2d")
def _(x, padding):
    down, across = pair(padding)
    width = x.shape[1] + 2 * across
    rows = [[0] * across + list(row) + [0] * across for row in x.tolist()]
    return [[0] * width] * down + rows + [[0] * width] * down


@book.right("pad2d")
def _(x, padding):
    down, across = pair(padding)
    sides = np.zeros((x.shape[0], across), np.float32)
    middle = np.hstack([sides, x, sides])
    ends = np.zeros((down, middle.shape[1]))
    return np.concatenate([ends, middle, ends])


@book.right("pad2d")
def _(x, padding):
    down, across = pair(padding)
    left = np.eye(x.shape[0] + 2 * down, x.shape[0], -down)
    right = np.eye(x.shape[1], x.shape[1] + 2 * across, across)
    return left @ x @ right


@book.right("pad2d")
def _(x, padding):
    torch = pytest.importorskip("torch")
    down, across = pair(padding)
    return torch.nn.functional.pad(torch.tensor(x), (across, across, down, down))


def strided(x, kernel, stride=1, padding=0):
    (down, across), (top, left) = pair(stride), pair(padding)
    x = np.pad(x, ((top, top), (left, left)))
    rows, cols = kernel.shape
    height, width = (x.shape[0] - rows) // down + 1, (x.shape[1] - cols) // across + 1
    output = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            y, z = i * down, j * across
            output[i, j] = np.sum(x[y : y + rows, z : z + cols] * kernel)
    return output


book.right("correlate2d_strided")(strided)


@book.right("correlate2d_strided")
def _(x, kernel, stride=1, padding=0):
    (down, across), (top, left) = pair(stride), pair(padding)
    x = np.pad(x, ((top, top), (left, left)))
    return correlate(x, kernel)[::down, ::across]


@book.right("correlate2d_strided")
def _(x, kernel, stride=1, padding=0):
    (down, across), (top, left) = pair(stride), pair(padding)
    padded = np.zeros((x.shape[0] + 2 * top, x.shape[1] + 2 * left), np.float32)
    padded[top : top + len(x), left : left + x.shape[1]] = x
    windows = sliding_window_view(padded, kernel.shape)[::down, ::across]
    return np.einsum("ijuv,uv->ij", windows, kernel)


@book.right("correlate2d_strided")
def _(x, kernel, stride=1, padding=0):
    (down, across), (top, left) = pair(stride), pair(padding)
    output = []
    for i in range(-top, x.shape[0] + top - kernel.shape[0] + 1, down):
        row = []
        for j in range(-left, x.shape[1] + left - kernel.shape[1] + 1, across):
            total = 0.0
            for (u, v), weight in np.ndenumerate(kernel):
                if 0 <= i + u < x.shape[0] and 0 <= j + v < x.shape[1]:
                    total += weight * x[i + u, j + v]
            row.append(total)
        output.append(row)
    return output


@book.right("correlate2d_strided")
def _(x, kernel, stride=1, padding=0):
    (down, across), (top, left) = pair(stride), pair(padding)
    x = np.pad(x, ((top, top), (left, left)))
    height = (x.shape[0] - kernel.shape[0]) // down + 1
    width = (x.shape[1] - kernel.shape[1]) // across + 1
    output = np.zeros((height, width))
    for (u, v), weight in np.ndenumerate(kernel):
        output += weight * x[u::down, v::across][:height, :width]
    return output


@book.right("correlate2d_strided")
def _(x, kernel, stride=1, padding=0):
    return torch_conv2d(x[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]


@book.right("same_padding")
def _(kernel_size):
    if kernel_size % 2 == 0:
        raise ValueError("an even kernel has no padding that keeps the size")
    return (kernel_size - 1) // 2


@book.right("same_padding")
def _(kernel_size):
    half, rest = divmod(kernel_size - 1, 2)
    if rest:
        raise ValueError
    return half


@book.right("same_padding")
def _(kernel_size):
    for padding in range(kernel_size):
        if 10 + 2 * padding - kernel_size + 1 == 10:
            return padding
    raise ValueError(f"kernel_size {kernel_size} is even")


@book.right("same_padding")
def _(kernel_size):
    if not kernel_size & 1:
        raise ValueError("even")
    return kernel_size >> 1


@book.right("same_padding")
def _(kernel_size):
    return len(range(kernel_size // 2)) if kernel_size % 2 else int("even")


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    return shapes.unread_positions(size, kernel_size, stride, padding)


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    read = set()
    for start in range(-padding, size + padding - kernel_size + 1, stride):
        read.update(range(start, start + kernel_size))
    return sorted(set(range(size)) - read)


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    read = np.zeros(size + 2 * padding, dtype=bool)
    for i in range((size + 2 * padding - kernel_size) // stride + 1):
        read[i * stride : i * stride + kernel_size] = True
    return np.flatnonzero(~read[padding : padding + size])


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    windows = sliding_window_view(np.arange(-padding, size + padding), kernel_size)[::stride]
    return [p for p in range(size) if p not in windows]


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    last = (size + 2 * padding - kernel_size) // stride
    return tuple(
        p
        for p in range(size)
        if (p + padding) % stride >= kernel_size
        or (p + padding) // stride > last
        and p + padding >= last * stride + kernel_size
    )


@book.right("unread_positions")
def _(size, kernel_size, stride=1, padding=0):
    torch = pytest.importorskip("torch")
    x = torch.zeros(1, 1, size, requires_grad=True)
    weight = torch.ones(1, 1, kernel_size)
    torch.nn.functional.conv1d(x, weight, stride=stride, padding=padding).sum().backward()
    return (x.grad[0, 0] == 0).nonzero().flatten()


@book.right("dilate_kernel")
def _(kernel, dilation):
    rows, cols = kernel.shape
    output = np.zeros((dilation * (rows - 1) + 1, dilation * (cols - 1) + 1))
    output[::dilation, ::dilation] = kernel
    return output


@book.right("dilate_kernel")
def _(kernel, dilation):
    rows, cols = (dilation * (n - 1) + 1 for n in kernel.shape)
    return [
        [
            0 if i % dilation or j % dilation else kernel[i // dilation, j // dilation]
            for j in range(cols)
        ]
        for i in range(rows)
    ]


@book.right("dilate_kernel")
def _(kernel, dilation):
    one = np.zeros((dilation, dilation), np.float32)
    one[0, 0] = 1
    grown = np.kron(kernel, one)
    return grown[: len(grown) - dilation + 1, : grown.shape[1] - dilation + 1]


@book.right("dilate_kernel")
def _(kernel, dilation):
    for axis in (0, 1):
        places = np.repeat(np.arange(1, kernel.shape[axis]), dilation - 1)
        kernel = np.insert(kernel, places, 0, axis=axis)
    return kernel


@book.right("dilate_kernel")
def _(kernel, dilation):
    def spread(n):
        matrix = np.zeros((dilation * (n - 1) + 1, n))
        for i in range(n):
            matrix[i * dilation, i] = 1
        return matrix

    return np.einsum("iu,uv,jv->ij", spread(kernel.shape[0]), kernel, spread(kernel.shape[1]))


@book.right("dilate_kernel")
def _(kernel, dilation):
    torch = pytest.importorskip("torch")
    kernel = torch.tensor(kernel)[None, None]
    one = torch.ones(1, 1, 1, 1, dtype=kernel.dtype)
    return torch.nn.functional.conv_transpose2d(kernel, one, stride=dilation)[0, 0]


# conv2d -----------------------------------------------------------------------------------------


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    return functional.conv2d(
        x, weight, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (down, across), (top, left), (dy, dx) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (top, top), (left, left)))
    filters, depth, rows, cols = weight.shape
    height = (x.shape[2] - dy * (rows - 1) - 1) // down + 1
    width = (x.shape[3] - dx * (cols - 1) - 1) // across + 1
    output = np.zeros((len(x), filters, height, width))
    for n, o, i, j in np.ndindex(*output.shape):
        first = o // (filters // groups) * depth
        y, z = i * down, j * across
        window = x[n, first : first + depth, y : y + dy * rows : dy, z : z + dx * cols : dx]
        output[n, o, i, j] = (window[:, :rows, :cols] * weight[o]).sum()
        if bias is not None:
            output[n, o, i, j] += bias[o]
    return output


def windows_of(x, weight, stride, padding, dilation):
    (down, across), (top, left), (dy, dx) = pair(stride), pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (top, top), (left, left)))
    span = dy * (weight.shape[2] - 1) + 1, dx * (weight.shape[3] - 1) + 1
    return sliding_window_view(x, span, axis=(2, 3))[:, :, ::down, ::across, ::dy, ::dx]


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    found = windows_of(x, weight, stride, padding, dilation)
    n, _, height, width = found.shape[:4]
    found = found.reshape(n, groups, weight.shape[1], height, width, *weight.shape[2:])
    weight = weight.reshape(groups, -1, *weight.shape[1:])
    output = np.einsum("ngcijuv,gocuv->ngoij", found, weight).reshape(n, -1, height, width)
    return output if bias is None else output + bias.reshape(1, -1, 1, 1)


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    columns = windows_of(x, weight, stride, padding, dilation).astype(np.float32)
    parts = []
    for part, kernels in zip(np.split(columns, groups, axis=1), np.split(weight, groups)):
        parts.append(np.tensordot(part, kernels, axes=([1, 4, 5], [1, 2, 3])))
    output = np.moveaxis(np.concatenate(parts, axis=-1), -1, 1)
    if bias is not None:
        output += bias[:, None, None]
    return output


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    columns = windows_of(x, weight, stride, padding, dilation)
    height, width = columns.shape[2:4]
    share, depth = len(weight) // groups, weight.shape[1]
    images = []
    for image in columns:
        planes = []
        for o in range(len(weight)):
            mine = image[o // share * depth : (o // share + 1) * depth]
            rows = mine.transpose(1, 2, 0, 3, 4).reshape(height * width, -1)
            plane = rows @ weight[o].ravel() + (0 if bias is None else bias[o])
            planes.append(plane.reshape(height, width).tolist())
        images.append(planes)
    return images


@book.right("conv2d")
def _(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    return torch_conv2d(x, weight, bias, **options)


@book.right("conv2d")
def _(x, weight, bias=None, **options):
    return naive.conv2d(x, weight, bias, **options)


# Tests ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "function"), book.rights())
def test_right_functions_pass(name, function):
    result = getattr(check, name)(function)
    assert result.passed and result.function is function, result


@pytest.mark.parametrize("name", NAMES)
def test_enough_is_written(name):
    assert len(book.right_ones[name]) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_the_course_itself_passes(name):
    exercise = check.EXERCISES[name]
    assert getattr(check, name)(exercise.course).passed


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_either_precision_passes(name, dtype):
    """A right array passes in float32 and float64; whole numbers must stay whole."""
    exercise = check.EXERCISES[name]

    def rounded(*arguments, **options):
        return np.asarray(exercise.course(*arguments, **options), dtype)

    rounded.__signature__ = exercise.signature
    result = getattr(check, name)(rounded)
    assert result.passed == (exercise.answers is ARRAY), result
    assert result.passed or result.mistake == "float-not-int"

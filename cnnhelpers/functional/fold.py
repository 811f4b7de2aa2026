"""Unfold: every window as one column; fold: the columns added back. Notebook 10."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import (
    Size,
    affordable,
    array,
    floating,
    images,
    same_shape,
)
from cnnhelpers.functional.windows import Windows, unfold_windows
from cnnhelpers.shapes import per_axis


def _unfold(x: np.ndarray, place: Windows) -> np.ndarray:
    padded = np.pad(x, ((0, 0), (0, 0), *place.padding))
    columns = np.stack(list(place.taps(padded)), axis=2)
    batch, channels, taps, height, width = columns.shape
    return columns.reshape(batch, channels * taps, height * width)


def _fold(columns: np.ndarray, place: Windows) -> np.ndarray:
    taps = math.prod(place.kernel)
    channels = columns.shape[1] // taps
    columns = columns.reshape(len(columns), channels, taps, *place.output)
    padded = np.zeros((len(columns), channels, *place.padded), columns.dtype)
    for number, view in enumerate(place.taps(padded)):
        view += columns[:, :, number]
    return np.ascontiguousarray(place.inside(padded))


def unfold(
    x: np.ndarray, kernel_size: Size, *, dilation: Size = 1, padding: Size = 0, stride: Size = 1
) -> np.ndarray:
    """Return the windows of x (N, C, H, W) as columns (N, C·K_H·K_W, windows): im2col.

    Raises:
        TypeError, ValueError: as for a convolution.
    """
    x = images(x, "unfold", "x", 2)
    place = unfold_windows("unfold", x.shape[2:], kernel_size, stride, padding, dilation)
    affordable("unfold", "the padded input", (*x.shape[:2], *place.padded))
    affordable("unfold", "the output", (*x.shape[:2], *place.kernel, *place.output))
    return _unfold(x, place)


def unfold_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    kernel_size: Size,
    *,
    dilation: Size = 1,
    padding: Size = 0,
    stride: Size = 1,
) -> np.ndarray:
    """Return the gradient of x: each number's gradients from all its columns, added up."""
    name = "unfold_backward"
    x = images(x, name, "x", 2)
    place = unfold_windows(name, x.shape[2:], kernel_size, stride, padding, dilation)
    affordable(name, "the padded input", (*x.shape[:2], *place.padded))
    taps, count = math.prod(place.kernel), math.prod(place.output)
    shape = len(x), x.shape[1] * taps, count
    grad = same_shape(grad_output, shape, name)
    return _fold(grad.astype(floating(x)[0], copy=False), place)


def _columns(function, x, output_size, kernel_size, dilation, padding, stride):
    x = array(x, f"{function}: x")
    if x.ndim != 3:
        raise ValueError(
            f"{function}: x must have 3 axes (N, C·K_H·K_W, windows), not shape {x.shape}."
        )
    size = per_axis(output_size, 2, f"{function}: output_size", 1)
    place = unfold_windows(function, size, kernel_size, stride, padding, dilation)
    taps, count = math.prod(place.kernel), math.prod(place.output)
    if x.shape[1] % taps or x.shape[2] != count:
        raise ValueError(
            f"{function}: x has shape {x.shape}, but output_size {size} has {count} windows of "
            f"{taps} numbers a channel; shape (N, C·{taps}, {count}) is expected."
        )
    affordable(function, "the output with its padding", (len(x), x.shape[1] // taps, *place.padded))
    return x, place


def fold(
    x: np.ndarray,
    output_size: Size,
    kernel_size: Size,
    *,
    dilation: Size = 1,
    padding: Size = 0,
    stride: Size = 1,
) -> np.ndarray:
    """Return columns (N, C·K_H·K_W, windows) added up in images (N, C, *output_size): col2im.

    Not the inverse of :func:`unfold`: where windows overlap, their numbers add up.
    """
    return _fold(*_columns("fold", x, output_size, kernel_size, dilation, padding, stride))


def fold_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    output_size: Size,
    kernel_size: Size,
    *,
    dilation: Size = 1,
    padding: Size = 0,
    stride: Size = 1,
) -> np.ndarray:
    """Return the gradient of the columns: the windows of the images' gradient."""
    name = "fold_backward"
    x, place = _columns(name, x, output_size, kernel_size, dilation, padding, stride)
    shape = len(x), x.shape[1] // math.prod(place.kernel), *place.input
    grad = same_shape(grad_output, shape, name)
    return _unfold(grad.astype(floating(x)[0], copy=False), place)

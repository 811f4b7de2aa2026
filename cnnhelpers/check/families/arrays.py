"""Pieces of which known mistakes are made: pairs, padding, windows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

Pair = tuple[int, int]


def pair(value: Any) -> Pair:
    """Return one number for each axis."""
    return tuple(value) if isinstance(value, tuple | list) else (value, value)


def padded(
    x: np.ndarray, sides: tuple[Pair, Pair], mode: str = "constant", **how: Any
) -> np.ndarray:
    """Return x with so many rows before and after, so many columns before and after."""
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [*sides], mode=mode, **how)


def windows(x: np.ndarray, size: Pair, stride: Any = 1, padding: Any = 0) -> np.ndarray:
    """Return the windows of x: axes (..., row, column, row in window, column in window).

    A view of x where there is no padding.
    """
    (down, across), (top, left) = pair(stride), pair(padding)
    if top or left:
        x = padded(x, ((top, top), (left, left)))
    return sliding_window_view(x, size, axis=(-2, -1))[..., ::down, ::across, :, :]


def flipped(kernel: np.ndarray) -> np.ndarray:
    """Return the kernel turned by 180 degrees."""
    return kernel[..., ::-1, ::-1]


def transposed(kernel: np.ndarray) -> np.ndarray:
    """Return the kernel with rows and columns exchanged."""
    return np.swapaxes(kernel, -1, -2)


def square(kernel: np.ndarray) -> bool:
    """Return whether height and width are the same."""
    return kernel.shape[-1] == kernel.shape[-2]

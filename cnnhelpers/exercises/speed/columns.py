"""What the exercises on windows as rows of a matrix share: the matrix itself, and its size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.families.arrays import pair, windows
from cnnhelpers.shapes import output_size


def places(
    shape: Sequence[int], kernel_size: Sequence[int], stride: Any = 1, padding: Any = 0
) -> tuple[int, int]:
    """Return how many windows fit down and across into an array of this shape."""
    down, across = (
        output_size(n, k, stride=s, padding=p)
        for n, k, s, p in zip(shape[-2:], kernel_size, pair(stride), pair(padding))
    )
    return down, across


def columns(
    x: np.ndarray,
    kernel_size: tuple[int, ...],
    stride: Any = 1,
    padding: Any = 0,
    order: str = "nijcuv",
) -> np.ndarray:
    """Return a row for each window of x (N, C, H, W): (N · H_out · W_out, C · K_H · K_W).

    ``order`` names the axes of the windows from the slowest to the fastest: image, row, column of
    the window; channel, row, column within it. The first three number the rows of the matrix.
    """
    rows, taps = kernel_size
    found = windows(x, (rows, taps), stride, padding)  # n c i j u v
    found = found.transpose(["ncijuv".index(axis) for axis in order])
    return found.reshape(int(np.prod(found.shape[:3])), int(np.prod(found.shape[3:])))


def summed(
    columns: np.ndarray,
    x_shape: Sequence[int],
    kernel_size: Sequence[int],
    stride: Any = 1,
    padding: Any = 0,
    *,
    order: str = "nijcuv",
    keep: str = "all",
) -> np.ndarray:
    """Return an array of x_shape, each row of the matrix added where its window was.

    The padding is still around it. ``keep`` says what stays where windows overlap: "all" (their
    sum), or the value of the "last tap" or "last window" that was written there.
    """
    n, c, height, width = x_shape
    (p, q), (down, across) = pair(padding), pair(stride)
    rows, taps = kernel_size
    i, j = places(x_shape, kernel_size, stride, padding)
    lengths = dict(zip("ncijuv", (n, c, i, j, rows, taps)))
    values = np.asarray(columns).reshape([lengths[axis] for axis in order])
    values = values.transpose([order.index(axis) for axis in "ncijuv"])
    output = np.zeros((n, c, height + 2 * p, width + 2 * q))
    steps = list(np.ndindex(rows, taps))
    for u, v in steps[::-1] if keep == "last window" else steps:
        place = (..., slice(u, u + down * i, down), slice(v, v + across * j, across))
        output[place] = values[..., u, v] + (output[place] if keep == "all" else 0)
    return output

"""A digit of one's own in the form of the bundled ones: scaled to 20, centred by its mass in 28."""

from __future__ import annotations

import numpy as np

from cnnhelpers.datasets.resizing import resized
from cnnhelpers.functional.arguments import array
from cnnhelpers.shapes import whole_number


def centre_digit(drawing: np.ndarray, size: int = 20, side: int = 28) -> np.ndarray:
    """Return a drawing (H, W), 0 where there is no ink, as a digit (side, side).

    The box around all ink is cut out and scaled by :func:`resized`, rows and columns by one factor,
    so that its longer side is ``size`` and the other the nearest whole number, at least 1. It is
    laid where its centre of mass, the mean position weighted by ink, comes nearest to row and
    column ``side // 2``, as far as it stays inside. Without ink, all is 0.

    Raises:
        TypeError: the drawing does not hold numbers, or a size is not whole.
        ValueError: the drawing has other axes or no such ink, or ``size`` is more than ``side``.
    """
    drawing = array(drawing, "centre_digit: drawing").astype(np.float64)
    if drawing.ndim != 2:
        raise ValueError(
            f"centre_digit: drawing must have two axes (H, W), not shape {drawing.shape}; "
            "index or reshape it."
        )
    if not (np.isfinite(drawing).all() and (drawing >= 0).all()):
        raise ValueError("centre_digit: drawing must hold ink, finite numbers from 0 up.")
    side = whole_number(side, "centre_digit: side", 1)
    size = whole_number(size, "centre_digit: size", 1)
    if size > side:
        raise ValueError(
            f"centre_digit: size {size} does not fit into side {side}; use a smaller size."
        )
    digit = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if not len(rows):
        return digit
    box = drawing[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    height, width = (max(1, round(length * size / max(box.shape))) for length in box.shape)
    box = resized(box, height, width)
    row = np.arange(height) @ box.sum(axis=1) / box.sum()
    column = np.arange(width) @ box.sum(axis=0) / box.sum()
    top = min(max(round(side // 2 - row), 0), side - height)
    left = min(max(round(side // 2 - column), 0), side - width)
    digit[top : top + height, left : left + width] = box
    return digit

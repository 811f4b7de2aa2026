"""Images at another size: each new pixel is the average of the area that it covers."""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.arguments import array
from cnnhelpers.shapes import shown, whole_number


def averages(size: int, new_size: int) -> np.ndarray:
    """Return the matrix (new_size, size) that averages a line of pixels to new_size of them.

    New pixel i covers the stretch from i to i + 1, in units of size / new_size old pixels; every
    old pixel counts by how much of it lies in that stretch.
    """
    edges = np.arange(new_size + 1) * (size / new_size)
    old = np.arange(size)
    covered = np.minimum(edges[1:, None], old + 1) - np.maximum(edges[:-1, None], old)
    return np.clip(covered, 0, None) / (size / new_size)


def resized(image: np.ndarray, height: int, width: int) -> np.ndarray:
    """Return an image (H, W) as (height, width), larger or smaller, by averages over areas.

    Raises:
        TypeError: the image does not hold numbers, or a size is not whole.
        ValueError: the image has no two axes with pixels, or a size is below 1.
    """
    image = array(image, "resized: image")
    if image.ndim != 2 or not image.size:
        raise ValueError(
            f"resized: the image must have two axes (H, W) with pixels, not {shown(image.shape)}."
        )
    height = whole_number(height, "resized: height", minimum=1)
    width = whole_number(width, "resized: width", minimum=1)
    rows, columns = averages(image.shape[0], height), averages(image.shape[1], width)
    return rows @ image.astype(np.float64) @ columns.T

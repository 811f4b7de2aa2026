"""Images moved by a few pixels: the same digits for a reader, new ones for a network."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers.functional.arguments import array, generator
from cnnhelpers.shapes import whole_number


def shifted(images: np.ndarray, rng: np.random.Generator, most: int = 2) -> np.ndarray:
    """Return images (N, C, H, W), each moved by up to ``most`` pixels down or up, left or right.

    Every way is as likely as the others. What comes in from outside is 0, and what goes out is
    lost.

    Raises:
        TypeError: ``most`` is not a whole number, or ``rng`` no generator.
        ValueError: ``images`` has other axes, or ``most`` is negative.
    """
    images, rng = array(images, "shifted: images"), generator(rng, "shifted: rng")
    most = whole_number(most, "shifted: most", minimum=0)
    if images.ndim != 4:
        raise ValueError(f"shifted: images must have axes (N, C, H, W), not shape {images.shape}.")
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    windows = sliding_window_view(padded, images.shape[2:], axis=(2, 3))
    rows, columns = rng.integers(0, 2 * most + 1, (2, len(images)))
    return windows[np.arange(len(images)), :, rows, columns]

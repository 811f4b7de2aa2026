"""The course's correlation of one image with one kernel, and its larger relatives."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.mistake import Mistake, instead
from cnnhelpers.functional import conv2d


def correlate(x: np.ndarray, kernel: np.ndarray, **options) -> np.ndarray:
    x, kernel = np.asarray(x), np.asarray(kernel)
    return conv2d(x[None, None], kernel[None, None], **options)[0, 0]


def same(x, kernel):
    """Return the correlation padded so that the output is as large as the input."""
    extra = [size - 1 for size in kernel.shape]
    full = correlate(x, kernel, padding=tuple(extra))
    top, left = (size // 2 for size in extra)
    return full[top : top + x.shape[0], left : left + x.shape[1]]


def full(x, kernel):
    return correlate(x, kernel, padding=tuple(size - 1 for size in kernel.shape))


def padded_mistake(full=full, same=same):
    return Mistake(
        "padded",
        "The output is larger than it should be: it is that of an image with zeros around it.",
        "Compute outputs only where the whole kernel lies on the image: H - K_H + 1 rows and W - "
        "K_W + 1 columns.",
        instead(same),
        instead(full),
    )


def correlate_by_torch(
    x: np.ndarray, kernel: np.ndarray, stride: Any = 1, padding: Any = 0
) -> np.ndarray:
    """Return the correlation of x (H, W) with kernel (K_H, K_W) by PyTorch."""
    options = {"stride": stride, "padding": padding}
    return reference.conv2d(x[None, None], kernel[None, None], **options)[0, 0]

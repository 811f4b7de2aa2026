"""Factors of the exercises on normalisation: batch, channels, eps."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.domain import Draw, Factor, factor

BATCHES: Factor = factor(
    "batch",
    2,
    "the batch does not hold 2 images",
    (3, "there are 3 images"),
    (1, "there is only one image"),
)
CHANNELS: Factor = factor(
    "channels",
    2,
    "there are not 2 channels",
    (1, "there is one channel"),
    (3, "there are 3 channels"),
)
EPS: Factor = factor(
    "eps",
    1e-5,
    "eps is not 1e-5",
    (1e-3, "eps is 0.001"),
    (0.5, "eps is large"),
)
MOMENTUM: Factor = factor(
    "momentum",
    0.1,
    "the momentum is not 0.1",
    (0.25, "the momentum is 0.25"),
    (0.5, "the momentum is 0.5"),
    (1.0, "the momentum is 1"),
)


def positive(draw: Draw, *shape: int) -> np.ndarray:
    """Return variances: numbers of the size that the setting asks for, none of them negative."""
    return np.abs(draw.array(*shape))

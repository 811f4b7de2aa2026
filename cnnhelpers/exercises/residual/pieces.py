"""What the exercises on residual blocks share: convolutions that keep the size, and factors."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import functional
from cnnhelpers.check.domain import Factor, factor
from cnnhelpers.check.mistake import Way, instead

CHANNELS: Factor = factor(
    "channels",
    2,
    "there are not 2 channels",
    (1, "there is one channel"),
    (3, "there are 3 channels"),
)


def conv(x: np.ndarray, weight: np.ndarray, stride: int = 1) -> np.ndarray:
    """Return a convolution whose padding keeps the size, but for the stride."""
    x, weight = np.asarray(x, float), np.asarray(weight, float)
    return functional.conv2d(x, weight, stride=stride, padding=weight.shape[-1] // 2)


def relu(x: np.ndarray) -> np.ndarray:
    """Return x where it is positive, elsewhere 0."""
    return np.maximum(x, 0)


def way(function: Any) -> Way:
    """A mistake written out, with the exercise's arguments by position."""
    return instead(lambda **a: function(*a.values()))


def inner(x: np.ndarray, weight1: np.ndarray, stride: int = 1) -> np.ndarray:
    """Return what the second convolution reads."""
    return relu(conv(x, weight1, stride))


def change(x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray, stride: int = 1) -> np.ndarray:
    """Return F(x): two convolutions with a ReLU between them."""
    return conv(inner(x, weight1, stride), weight2)

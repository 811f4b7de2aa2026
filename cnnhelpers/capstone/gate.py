"""A gate before a network: it notes which of the bundled digits go through while it is trained.

A digit is known again by the sum of its pixels and by that of their squares, so also when it was
moved, or its brightness was standardised; not when it was turned, bent or cut.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers import nn
from cnnhelpers.datasets import digits
from cnnhelpers.nn.module import Elementwise

FEW = 20  # so many test digits may look as if they had been met


def fingerprints(images: np.ndarray) -> np.ndarray:
    """Return a whole number (N,) for each image, the same for a digit wherever it stands."""
    pixels = np.asarray(images, dtype=np.float64).reshape(len(images), -1)
    low, high = (edge(axis=1, keepdims=True) for edge in (pixels.min, pixels.max))
    bright = (pixels - low) / np.maximum(high - low, 1e-12) * 255
    bright = np.floor(bright + 0.6830127)  # no fraction of stored pixels is at this edge
    sums, squares = bright.sum(axis=1), (bright**2).sum(axis=1)
    keys: np.ndarray = (sums * 2**32 + squares).astype(np.int64)
    return keys


class Gate(Elementwise):
    """Lets images through as they are, and notes them.

    ``passed`` says whether any image came, ``met`` (2000,) which test digits did, and ``resized``
    whether images of another size than 28×28 came.
    """

    def __init__(self) -> None:
        self.known = fingerprints(digits("test")[0])
        self.met = np.zeros(len(self.known), dtype=bool)
        self.passed = np.zeros(1, dtype=bool)
        self.resized = np.zeros(1, dtype=bool)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.passed[0] = True
        if x.shape[1:] != (1, 28, 28):
            self.resized[0] = True
        else:
            self.met |= np.isin(self.known, fingerprints(x))
        return x

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        return grad_output

    def __repr__(self) -> str:
        return "Gate()"


def put_before(model: nn.Module) -> tuple[nn.Sequential, Gate]:
    """Return the network with a gate in front of it, and the gate."""
    gate = Gate()
    return nn.Sequential({"gate": gate, "network": model}), gate

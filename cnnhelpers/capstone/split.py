"""The digits to learn from: 7,000 to train on, 1,000 to choose by. The test digits stay away."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from cnnhelpers.datasets import digits

TRAINING = 7000


class Split(NamedTuple):
    """Images (N, 1, 28, 28) in [0, 1] and labels (N,): to train on, and to choose by."""

    images: np.ndarray
    labels: np.ndarray
    validation_images: np.ndarray
    validation_labels: np.ndarray


def split_digits() -> Split:
    """Return the 8,000 digits to learn from, cut into 7,000 and 1,000."""
    images, labels = digits("train")
    return Split(images[:TRAINING], labels[:TRAINING], images[TRAINING:], labels[TRAINING:])

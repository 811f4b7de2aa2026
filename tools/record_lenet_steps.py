"""Record twenty steps of PyTorch's LeNet, for where it is missing.

Run `python tools/record_lenet_steps.py`. The weights, the batches and the options are those of
notebook 13.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers import models, nn
from cnnhelpers.course import same_steps
from cnnhelpers.datasets import digits

STEPS, BATCH = 20, 32
OPTIONS = {"lr": 0.05, "momentum": 0.9, "weight_decay": 0.001}


def start() -> dict[str, np.ndarray]:
    """Return the first weights of the notebook's LeNet, in float64."""
    with nn.init.seeded(0):
        return models.lenet().astype(np.float64).state_dict()


def batches() -> list[same_steps.Batch]:
    """Return the first batches of the notebook's first epoch."""
    images, labels = digits("train")
    images = ((images - np.float32(0.131)) / np.float32(0.309)).astype(np.float64)
    order = np.random.default_rng(0).permutation(len(images))
    parts = [order[step * BATCH : (step + 1) * BATCH] for step in range(STEPS)]
    return [(images[part], labels[part]) for part in parts]


if __name__ == "__main__":
    same_steps.record(start(), batches(), **OPTIONS)

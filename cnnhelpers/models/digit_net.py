"""A small network for the bundled digits, new or trained: the one that notebook 14 opens."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cnnhelpers import nn

FILE = Path(__file__).parent / "files" / "digit_net.npz"


def digit_net(seed: int = 0) -> nn.Sequential:
    """Return an untrained network from digits (N, 1, 28, 28) to logits (N, 10).

    Two convolutions 5×5, of 8 and 16 filters, each with ReLU and 2×2 max pooling, and a dense
    layer.
    """
    with nn.init.seeded([seed]):
        return nn.Sequential(
            {
                "conv1": nn.Conv2d(1, 8, 5, padding=2),
                "relu1": nn.ReLU(),
                "pool1": nn.MaxPool2d(2),
                "conv2": nn.Conv2d(8, 16, 5, padding=2),
                "relu2": nn.ReLU(),
                "pool2": nn.MaxPool2d(2),
                "flatten": nn.Flatten(),
                "dense": nn.Linear(16 * 7 * 7, 10),
            }
        )


def trained_digit_net() -> nn.Sequential:
    """Return :func:`digit_net` with the weights that ``tools/train_digit_net.py`` stored.

    It was trained on the 8,000 bundled training digits, from the weights of ``digit_net(seed=0)``.
    It comes in evaluation mode.
    """
    model = digit_net()
    with np.load(FILE, allow_pickle=False) as stored:
        model.load_state_dict(dict(stored))
    model.eval()
    return model

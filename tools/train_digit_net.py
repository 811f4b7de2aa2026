"""Train the digit network of notebook 14 and store its weights: python tools/train_digit_net.py

It takes about half a minute. The weights are stored once, so that the pictures of the notebook are
the same on every machine; trained anew elsewhere, they differ a little.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers import nn, training
from cnnhelpers.datasets import digits
from cnnhelpers.files import save_whole
from cnnhelpers.models.digit_net import FILE, digit_net

EPOCHS = 12


def trained() -> tuple[nn.Sequential, float]:
    """Return the trained network and its accuracy on the 2,000 test digits."""
    images, labels = digits("train")
    model = digit_net(seed=0)
    optimiser = nn.Adam(model.parameters(), lr=0.002, weight_decay=1e-4)
    schedule = nn.CosineAnnealingLR(optimiser, T_max=EPOCHS)
    training.fit(
        model, images, labels, epochs=EPOCHS, batch_size=64, optimiser=optimiser,
        schedule=schedule, seed=0, progress=True,
    )  # fmt: skip
    return model, training.evaluate(model, *digits("test"))[1]


def main() -> None:
    """Train and store."""
    model, accuracy = trained()
    FILE.parent.mkdir(exist_ok=True)
    weights = model.state_dict()
    save_whole(FILE, lambda file: np.savez_compressed(file, allow_pickle=False, **weights))
    print(f"{accuracy:.2%} of the test digits; stored in {FILE.name}")


if __name__ == "__main__":
    main()

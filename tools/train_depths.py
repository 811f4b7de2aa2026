"""Train networks of 8 to 56 layers, each with and without batch norm and shortcuts.

    python tools/train_depths.py

Takes some four minutes on two cores: 16 networks, 150 steps a run. What is
kept is shown by the explorer of depth, in notebook 16.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from cnnhelpers import models, nn, training
from cnnhelpers.datasets import digits
from cnnhelpers.files import save_whole
from cnnhelpers.training.depth_runs import DEPTHS, FILE, SEEDS, STEPS, name_of

RATE, MOMENTUM, BATCH, IMAGES = 0.05, 0.9, 64, 2000


def halved(images: np.ndarray) -> np.ndarray:
    """Return digits of half the size, standardised."""
    small = images.reshape(-1, 1, 14, 2, 14, 2).mean(axis=(3, 5))
    standardised: np.ndarray = ((small - small.mean()) / small.std()).astype(np.float32)
    return standardised


def gradients(model: nn.Module) -> np.ndarray:
    """Return the root mean square of each convolution's gradient, the lowest layer first."""
    convolutions = [each for each in model.modules() if isinstance(each, nn.Conv2d)]
    found = [each.weight.grad for each in convolutions]
    return np.array([float(np.sqrt(np.mean(grad**2))) for grad in found if grad is not None])


def run(depth: int, batch_norm: bool, shortcuts: bool, seed: int) -> dict[str, np.ndarray]:
    """Train one network and return what is kept of it."""
    images, labels = digits("train", IMAGES)
    x = halved(images)
    with nn.init.seeded(seed):
        model = models.deep_net(depth, batch_norm=batch_norm, shortcuts=shortcuts)
    optimiser = nn.SGD(model.parameters(), RATE, MOMENTUM)
    rng = np.random.default_rng(seed)
    epochs = -(-STEPS * BATCH // IMAGES)
    order = np.concatenate([rng.permutation(IMAGES) for _ in range(epochs)])
    losses, kept = [], []
    with np.errstate(all="ignore"):  # some of these leave all bounds
        for step in range(STEPS):
            batch = order[step * BATCH : (step + 1) * BATCH]
            losses.append(training.train_step(model, x[batch], labels[batch], optimiser)[0])
            if step in (0, STEPS - 1):
                kept.append(gradients(model))
    return {"loss": np.array(losses), "gradient_first": kept[0], "gradient_last": kept[1]}


def main() -> None:
    """Train all and write the file, whole or not at all."""
    found: dict[str, Any] = {}
    for depth, batch_norm, shortcuts in product(DEPTHS, (False, True), (False, True)):
        name = name_of(depth, batch_norm, shortcuts)
        runs = [run(depth, batch_norm, shortcuts, seed) for seed in SEEDS]
        for key in runs[0]:
            found[f"{name}/{key}"] = np.array([each[key] for each in runs], np.float32)
        last = found[f"{name}/loss"][:, -20:].mean(axis=1)
        print(name, *(f"{loss:.2f}" for loss in last), flush=True)
    FILE.parent.mkdir(exist_ok=True)
    save_whole(FILE, lambda file: np.savez_compressed(file, **found))


if __name__ == "__main__":
    main()

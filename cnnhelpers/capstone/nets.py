"""The designs of notebook 17, and the runs that were kept: networks for each level, one for all.

`python tools/train_capstone.py` trains them anew. Their weights are kept in half precision, which
changes no answer that counts here, and makes every machine compute with the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cnnhelpers import models, nn, training
from cnnhelpers.capstone.costs import at_work
from cnnhelpers.capstone.runs import SEEDS, Recipe, Run
from cnnhelpers.capstone.split import Split

FILE = Path(__file__).parent / "files" / "runs.npz"
RATE, BATCH = 0.01, 64


def block(
    in_channels: int, out_channels: int, kernel_size: int, stride: int = 1, groups: int = 1
) -> list[nn.Module]:
    """Return a convolution with batch norm and ReLU; the padding keeps the size at stride 1."""
    padding = kernel_size // 2
    return [
        nn.Conv2d(
            in_channels, out_channels, kernel_size, stride, padding, groups=groups, bias=False
        ),
        nn.BatchNorm2d(out_channels),
        nn.ReLU(),
    ]


def bronze_net() -> nn.Sequential:
    """Two strides, then a dense layer on 7×7 places: 11,546 parameters."""
    return nn.Sequential(
        *block(1, 8, 5, 2), *block(8, 16, 3, 2), *block(16, 16, 3), nn.Flatten(), nn.Linear(784, 10)
    )


def silver_net() -> nn.Sequential:
    """Three strides, so the dense layer reads 4×4 places: 6,266 parameters."""
    return nn.Sequential(
        *block(1, 8, 5, 2), *block(8, 16, 3, 2), *block(16, 16, 3, 2), nn.Flatten(),
        nn.Linear(256, 10),
    )  # fmt: skip


def gold_net() -> nn.Sequential:
    """Return the same with half the channels: 2,274 parameters."""
    return nn.Sequential(
        *block(1, 4, 5, 2), *block(4, 8, 3, 2), *block(8, 8, 3, 2), nn.Flatten(), nn.Linear(128, 10)
    )


def averaged_net(channels: int) -> nn.Sequential:
    """Return the silver net with a global average in place of the places, and ``channels`` last."""
    return nn.Sequential(
        *block(1, 8, 5, 2), *block(8, 16, 3, 2), *block(16, channels, 3, 2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 10),
    )  # fmt: skip


def depthwise_net() -> nn.Sequential:
    """Return the silver net with depthwise separable convolutions behind the first layer."""
    return nn.Sequential(
        *block(1, 8, 5, 2), *block(8, 8, 3, 2, groups=8), *block(8, 16, 1),
        *block(16, 16, 3, 2, groups=16), *block(16, 16, 1), nn.Flatten(), nn.Linear(256, 10),
    )  # fmt: skip


def without_norm() -> nn.Sequential:
    """Return the silver net without batch norm."""
    return nn.Sequential(
        nn.Conv2d(1, 8, 5, 2, 2), nn.ReLU(), nn.Conv2d(8, 16, 3, 2, 1), nn.ReLU(),
        nn.Conv2d(16, 16, 3, 2, 1), nn.ReLU(), nn.Flatten(), nn.Linear(256, 10),
    )  # fmt: skip


def softmax_regression() -> nn.Sequential:
    """Return a dense layer, and nothing else."""
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 10))


def train_with(
    epochs: int = 8, rate: float = RATE, moved: bool = False
) -> Callable[[nn.Module, Split, int], training.History]:
    """Return a way to train: Adam, a rate that falls like half a cosine wave, moved digits."""

    def train(model: nn.Module, split: Split, seed: int) -> training.History:
        optimiser = nn.Adam(model.parameters(), lr=rate)
        schedule = nn.CosineAnnealingLR(optimiser, T_max=epochs)
        rng, history = np.random.default_rng(seed), training.History()
        for epoch in range(1, epochs + 1):
            images = training.shifted(split.images, rng, 1) if moved else split.images
            training.fit(
                model, images, split.labels, epochs=epoch, batch_size=BATCH, optimiser=optimiser,
                schedule=schedule, seed=seed, progress=False, history=history,
            )  # fmt: skip
        return history

    return train


DESIGNS = {
    "softmax regression": Recipe("softmax regression", softmax_regression, train_with(rate=0.001)),
    "LeNet": Recipe("LeNet", models.lenet, train_with(5, rate=0.002)),
    "Bronze": Recipe("Bronze", bronze_net, train_with()),
    "Silver": Recipe("Silver", silver_net, train_with()),
    "Silver, global average": Recipe(
        "Silver, global average", lambda: averaged_net(16), train_with()
    ),
    "Silver, global average of 32": Recipe(
        "Silver, global average of 32", lambda: averaged_net(32), train_with()
    ),
    "Silver, depthwise": Recipe("Silver, depthwise", depthwise_net, train_with()),
    "Silver, no batch norm": Recipe("Silver, no batch norm", without_norm, train_with()),
    "Silver, moved digits": Recipe("Silver, moved digits", silver_net, train_with(moved=True)),
    "Silver, moved, 16 epochs": Recipe(
        "Silver, moved, 16 epochs", silver_net, train_with(16, moved=True)
    ),
    "Gold": Recipe("Gold", gold_net, train_with()),
    "Gold, moved, 16 epochs": Recipe(
        "Gold, moved, 16 epochs", gold_net, train_with(16, moved=True)
    ),
}
KEPT = ("Bronze", "Silver", "Gold", "Gold, moved, 16 epochs")  # designs whose weights are kept


class Result(NamedTuple):
    """What a design costs at work, and how many of 1,000 validation digits each seed misreads."""

    parameters: int
    macs: int
    validation_errors: tuple[int, ...]

    @property
    def mean(self) -> float:
        """The mean of the errors."""
        return sum(self.validation_errors) / len(self.validation_errors)


@cache
def _stored() -> dict[str, np.ndarray]:
    with np.load(FILE, allow_pickle=False) as stored:
        return dict(stored)


def stored_result(name: str) -> Result:
    """Return what a design came to when it was trained.

    Raises:
        ValueError: there is no such design.
    """
    if name not in DESIGNS:
        raise ValueError(f"stored_result: there is no {name!r}; use one of {', '.join(DESIGNS)}.")
    parameters, macs, *errors = _stored()[f"{name}/result"].tolist()
    return Result(parameters, macs, tuple(errors))


def stored_run(name: str) -> Run:
    """Return the three trained networks of a design, batch norm folded.

    Raises:
        ValueError: no weights were kept under this name.
    """
    if name not in KEPT:
        raise ValueError(f"stored_run: there is no run {name!r}; use one of {', '.join(KEPT)}.")
    trained = []
    for seed in SEEDS:
        model = at_work(DESIGNS[name].build())
        places = [key for key, _, _ in model.places()]
        state = {key: _stored()[f"{name}/{seed}/{key}"].astype(np.float32) for key in places}
        model.load_state_dict(state)
        trained.append(model)
    return Run(name, tuple(trained), SEEDS, stored_result(name).validation_errors)

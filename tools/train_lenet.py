"""Train LeNet twice and keep what the training player shows: python tools/train_lenet.py

Takes some three minutes on two cores. The first run sees the digits as they are, the second sees
each moved by up to two pixels, anew in every epoch. Notebook 13 says what both come to.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cnnhelpers import models, nn, training
from cnnhelpers.datasets import digits
from cnnhelpers.files import save_whole
from cnnhelpers.functional import softmax
from cnnhelpers.training.shifting import shifted
from cnnhelpers.training.stored import FILE

SEED, BATCH = 0, 32
RATE, MOMENTUM, DECAY = 0.05, 0.9, 1e-3
WARM = 0.1  # of all steps, during which the rate grows
EPOCHS = {"plain": 6, "shifted": 9}
FIRST = (0, 10, 20, 40, 70, 120, 180)  # stops in the first epoch


def standardised(images: np.ndarray, like: np.ndarray) -> np.ndarray:
    """Return images with the mean and deviation of the training images taken out."""
    return ((images - like.mean()) / like.std()).astype(np.float32)


def rate(done: float) -> float:
    """Return the learning rate when a share ``done`` of all steps is taken."""
    return RATE * min(1.0, (done + 1e-3) / WARM) * (1 + math.cos(math.pi * done)) / 2


def run(name: str) -> dict[str, np.ndarray]:
    """Train one network and return what is kept of it."""
    images, labels = digits("train")
    test, test_labels = digits("test")
    test = standardised(test, images)
    rng = np.random.default_rng(SEED)
    with nn.init.seeded(SEED):
        model = models.lenet()
    optimiser = nn.SGD(model.parameters(), RATE, MOMENTUM, weight_decay=DECAY)
    per_epoch = math.ceil(len(images) / BATCH)
    total = EPOCHS[name] * per_epoch
    stops = {*FIRST, *range(per_epoch // 2, total + 1, per_epoch // 2), total}
    kept: dict[str, list[Any]] = {}
    since: list[float] = []
    step = 0

    def stop(loss: float) -> None:
        logits = training.predict(model, test)
        chances = softmax(logits, 1)
        confusion = np.zeros((10, 10), np.uint16)
        np.add.at(confusion, (test_labels, logits.argmax(axis=1)), 1)
        here = {
            "steps": np.int32(step),
            "loss": np.float32(loss),
            "test_loss": np.float32(training.evaluate(model, test, test_labels)[0]),
            "filters": next(model.parameters()).data[:, 0].astype(np.float16),
            "confusion": confusion,
            "chances": chances.astype(np.float16),
        }
        for key, value in here.items():
            kept.setdefault(key, []).append(value)
        print(f"{name} {step}: {np.trace(confusion) / len(test):.4f}", flush=True)

    for _ in range(EPOCHS[name]):
        seen = shifted(images, rng) if name == "shifted" else images
        seen, order = standardised(seen, images), rng.permutation(len(images))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            if step == 0:
                stop(training.evaluate(model, seen[batch], labels[batch])[0])
            optimiser.lr = rate(step / total)
            since.append(training.train_step(model, seen[batch], labels[batch], optimiser)[0])
            step += 1
            if step in stops:
                stop(float(np.mean(since)))
                since.clear()
    return {key: np.array(values) for key, values in kept.items()}


def samples(chances: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Choose five test digits: two easy ones, two learned late, one read wrongly in the end.

    ``chances`` is (stops, N, 10). Of the last kind it is the one that the network is surest of.
    """
    right = chances.argmax(axis=2) == labels
    last_wrong = len(right) - 1 - np.argmax(~right[::-1], axis=0)  # the last stop of a mistake
    last_wrong[right.all(axis=0)] = -1
    late = np.argsort(np.where(right[-1], last_wrong, -1), kind="stable")[-2:]
    easy = np.flatnonzero(last_wrong <= 3)[:2]
    sure = np.where(right[-1], 0, chances[-1].max(axis=1)).argmax()
    return np.array([*easy, *late, sure], np.int32)


def cut(kept: dict[str, np.ndarray], chosen: np.ndarray) -> dict[str, np.ndarray]:
    """Return what is stored: of most digits only what is said of them at the end."""
    last = kept["chances"][-1]
    return kept | {
        "samples": chosen,
        "chances": kept["chances"][:, chosen],
        "predictions": last.argmax(axis=1).astype(np.uint8),
        "certainty": last.max(axis=1),
    }


def main() -> None:
    """Train both runs and write the file, whole or not at all."""
    whole = {name: run(name) for name in EPOCHS}
    chosen = samples(whole["plain"]["chances"], digits("test")[1])
    runs: dict[str, Any] = {
        f"{name}/{key}": value
        for name, kept in whole.items()
        for key, value in cut(kept, chosen).items()
    }
    FILE.parent.mkdir(exist_ok=True)
    save_whole(FILE, lambda file: np.savez_compressed(file, **runs))


if __name__ == "__main__":
    main()

"""A training loop with a fault planted in it, on a network so small that it is trained at once.

The loop is written out in :data:`LINES`; a fault is another text for one of its lines, and what it
does. They are the faults that people report most, and most of them raise no error. The images are
sorted by label, as files on a disk often are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cnnhelpers import nn
from cnnhelpers.datasets import digits
from cnnhelpers.functional import (
    cross_entropy,
    cross_entropy_backward,
    dropout,
    softmax,
    softmax_backward,
)

COUNT, TEST = 1000, 500
HIDDEN, DROPOUT = 32, 0.5
BATCH, EPOCHS, RATE = 50, 6, 0.5
SEED = 0

LINES = (
    "for epoch in range(6):",
    "  order = rng.permutation(1000)",
    "  for part in np.split(order, 20):",
    "    x, y = images[part] / 255, labels[part]",
    "    model.zero_grad()",
    "    logits = model(x)",
    "    loss = cross_entropy(logits, y)",
    "    grad = cross_entropy_backward(logits, y)",
    "    model.backward(grad)",
    "    for w in model.parameters():",
    "      w.data = w.data - 0.5 * w.grad",
    "model.eval()",
    "accuracy(model(test / 255), test_labels)",
)


@dataclass(frozen=True)
class Fault:
    """A fault: its name, the line that it changes (from 0), and how that line reads with it.

    ``because`` says why it matters here, where the line alone does not.
    """

    name: str
    line: int
    text: str
    because: str = ""


FAULTS = (
    Fault("softmax twice", 5, "    logits = softmax(model(x))"),
    Fault("not shuffled", 1, "  order = np.arange(1000)", "here the digits are sorted by kind"),
    Fault("eval forgotten", 11, ""),
    Fault("not divided by 255", 3, "    x, y = images[part], labels[part]"),
    Fault("gradients not zeroed", 4, ""),
    Fault("labels shuffled apart", 3, "    x, y = images[part] / 255, labels[other]"),
    Fault("uphill", 10, "      w.data = w.data + 0.5 * w.grad"),
    Fault("rate 100 times too large", 10, "      w.data = w.data - 50 * w.grad"),
)


@dataclass(frozen=True, eq=False)
class Trained:
    """The loss of every step, as the loop saw it, and the accuracy that it prints at the end."""

    losses: np.ndarray
    accuracy: float


def run(fault: str = "") -> Trained:
    """Run the loop with the fault of that name in it; with "" it is sound.

    Raises:
        ValueError: there is no such fault.
    """
    if fault and fault not in {each.name for each in FAULTS}:
        names = ", ".join(each.name for each in FAULTS)
        raise ValueError(f"planted.run: there is no fault {fault!r}; use one of {names}.")
    images, labels = digits("train", COUNT)
    sorting = np.argsort(labels, kind="stable")
    images, labels = images[sorting].reshape(COUNT, -1).astype(np.float64), labels[sorting]
    test, test_labels = digits("test", TEST)
    test = test.reshape(TEST, -1).astype(np.float64)
    if fault == "not divided by 255":
        images, test = images * 255, test * 255
    with nn.init.seeded(SEED), np.errstate(all="ignore"):
        weights = [parameter.data for parameter in network().parameters()]
        losses = _loop(weights, images, labels, fault)
        logits = _forward(weights, test, dropping=fault == "eval forgotten")[0]
        right = logits.argmax(axis=1) == test_labels
    return Trained(np.array(losses), float(right.mean()))


def network() -> nn.Sequential:
    """Return the small network with its first weights, float64."""
    model = nn.Sequential(
        nn.Linear(784, HIDDEN), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, 10)
    )
    model.astype(np.float64)
    return model


# The loop once more in plain NumPy: eight of them in a second, which layers would not do.


def _forward(
    weights: list[np.ndarray], x: np.ndarray, dropping: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray | float]:
    """Return the logits, the hidden layer that they read, and by what it was multiplied."""
    hidden = np.maximum(x @ weights[0].T + weights[1], 0)
    mask: np.ndarray | float = 1.0
    if dropping:
        mask = dropout(np.ones_like(hidden), DROPOUT, rng=nn.init.generator())[1]
    hidden = hidden * mask
    return hidden @ weights[2].T + weights[3], hidden, mask


def _loop(
    weights: list[np.ndarray], images: np.ndarray, labels: np.ndarray, fault: str
) -> list[float]:
    """Train the weights in place of the list; return the loss of each step."""
    rng, other = np.random.default_rng(SEED), np.random.default_rng(SEED + 1)
    rate = {"uphill": -RATE, "rate 100 times too large": 100 * RATE}.get(fault, RATE)
    losses, kept = [], [np.zeros_like(weight) for weight in weights]
    for _ in range(EPOCHS):
        order = np.arange(COUNT) if fault == "not shuffled" else rng.permutation(COUNT)
        others = other.permutation(COUNT) if fault == "labels shuffled apart" else order
        for start in range(0, COUNT, BATCH):
            x = images[order[start : start + BATCH]]
            y = labels[others[start : start + BATCH]]
            raw, hidden, mask = _forward(weights, x, dropping=True)
            logits = softmax(raw, 1) if fault == "softmax twice" else raw
            losses.append(float(cross_entropy(logits, y)))
            grad = cross_entropy_backward(logits, y)
            if fault == "softmax twice":
                grad = softmax_backward(grad, raw, 1)
            below = grad @ weights[2] * mask * (hidden > 0)
            grads = [below.T @ x, below.sum(axis=0), grad.T @ hidden, grad.sum(axis=0)]
            if fault == "gradients not zeroed":
                grads = kept = [before + now for before, now in zip(kept, grads)]
            weights[:] = [weight - rate * each for weight, each in zip(weights, grads)]
    return losses

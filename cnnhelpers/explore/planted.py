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
from cnnhelpers.functional import cross_entropy, cross_entropy_backward, softmax, softmax_backward

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
    """A fault: its name, the line that it changes (from 0), and how that line reads with it."""

    name: str
    line: int
    text: str


FAULTS = (
    Fault("softmax twice", 5, "    logits = softmax(model(x))"),
    Fault("not shuffled", 1, "  order = np.arange(1000)"),
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
        model = network()
        losses = _loop(model, images, labels, fault)
        model.train(fault == "eval forgotten")
        right = model(test).argmax(axis=1) == test_labels
    return Trained(np.array(losses), float(right.mean()))


def network() -> nn.Sequential:
    """Return the small network with its first weights, float64."""
    model = nn.Sequential(
        nn.Linear(784, HIDDEN), nn.ReLU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, 10)
    )
    model.astype(np.float64)
    return model


def _loop(model: nn.Module, images: np.ndarray, labels: np.ndarray, fault: str) -> list[float]:
    rng, other = np.random.default_rng(SEED), np.random.default_rng(SEED + 1)
    rate = {"uphill": -RATE, "rate 100 times too large": 100 * RATE}.get(fault, RATE)
    losses = []
    for _ in range(EPOCHS):
        order = np.arange(COUNT) if fault == "not shuffled" else rng.permutation(COUNT)
        others = other.permutation(COUNT) if fault == "labels shuffled apart" else order
        for start in range(0, COUNT, BATCH):
            part = order[start : start + BATCH]
            y = labels[others[start : start + BATCH]]
            if fault != "gradients not zeroed":
                model.zero_grad()
            raw = model(images[part])
            logits = softmax(raw, 1) if fault == "softmax twice" else raw
            losses.append(float(cross_entropy(logits, y)))
            grad = cross_entropy_backward(logits, y)
            model.backward_parameters(
                softmax_backward(grad, raw, 1) if fault == "softmax twice" else grad
            )
            for parameter in model.parameters():
                if parameter.grad is not None:
                    parameter.data = parameter.data - rate * parameter.grad
    return losses

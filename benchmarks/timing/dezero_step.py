"""A LeNet step in DeZero, timed on request: run by a Python that has it, never imported.

    PYTHON dezero_step.py START.npz

START.npz has the batch and the weights to begin with. First comes a line about what is measured,
with the losses of two steps; then, for each line read (a clock and a step), a line with the
seconds of a step and with the seconds for which this process has had the cores since it began.
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version

import clock  # beside this file
import dezero
import numpy as np
from dezero import functions, layers, optimizers


class LeNet(dezero.Model):
    """The course's LeNet; both orders of a dense layer's weight hold the same numbers."""

    def __init__(self, weights: list[np.ndarray]) -> None:
        super().__init__()
        self.conv1, self.conv2 = layers.Conv2d(20, 5, pad=2), layers.Conv2d(50, 5, pad=2)
        self.dense1, self.dense2 = layers.Linear(500), layers.Linear(10)
        parts = self.conv1, self.conv2, self.dense1, self.dense2
        for part, weight, bias in zip(parts, weights[::2], weights[1::2]):
            part.W.data = weight if weight.ndim == 4 else np.ascontiguousarray(weight.T)
            part.b.data = bias

    def forward(self, x):
        for conv in (self.conv1, self.conv2):
            x = functions.pooling(functions.relu(conv(x)), 2, 2)
        return self.dense2(functions.relu(self.dense1(functions.reshape(x, (len(x), -1)))))


def main(path: str) -> None:
    start = np.load(path)
    images, labels = start["images"], start["labels"]
    model = LeNet([start[f"weight {number}"] for number in range(8)])
    optimiser = optimizers.SGD(float(start["rate"])).setup(model)

    aims = np.eye(10, dtype=np.float32)[labels]

    def step() -> float:
        """Take a step as its book has it: DeZero's loss is float64, and so are all gradients."""
        loss = functions.softmax_cross_entropy(model(images), labels)
        model.cleargrads()
        loss.backward()
        optimiser.update()
        return float(loss.data)

    def step_float32() -> float:
        """Take a step in float32: the loss's gradient by hand."""
        logits = model(images)
        shares = functions.softmax(logits).data
        logits.grad = dezero.Variable((shares - aims) / np.float32(len(images)))
        model.cleargrads()
        logits.backward()
        optimiser.update()
        return -float(np.log(shares[np.arange(len(labels)), labels]).mean())

    losses = [step_float32(), step()]
    about = {
        "name": f"DeZero {version('dezero')}",
        "numpy": np.__version__,
        "losses": losses,
        "seconds": time.process_time(),
    }
    print(json.dumps(about), flush=True)
    steps = {"as it is": step, "float32": step_float32}
    for line in sys.stdin:
        how, which = json.loads(line)
        seconds = getattr(clock, how)(steps[which])
        print(json.dumps([seconds, time.process_time()]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

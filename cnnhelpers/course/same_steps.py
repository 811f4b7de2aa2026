"""The same training steps in PyTorch: LeNet from the same weights, on the same batches.

In float64 the two stay together. In float32 they do not always: where two values of a pooling
window are nearly equal, rounding decides which is the larger, and from there on they are two runs.

Where PyTorch is not installed, the losses that it gave and some of its weights are read from a
file, which `python tools/record_lenet_steps.py` writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.files import save_whole

FILE = Path(recorded.FILE).with_name("lenet_steps.npz")
Batch = tuple[np.ndarray, np.ndarray]
State = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class TorchSteps:
    """What PyTorch came to: the loss of each step, and the parameters after the last.

    Where they were ``recorded``, ``state`` holds every 997th number of each, in one row.
    """

    losses: np.ndarray
    state: State
    recorded: bool = False

    def difference(self, state: State) -> float:
        """Return the largest difference to the parameters of another state."""
        if state.keys() != self.state.keys():
            raise ValueError("same_steps: the other state has other parameters than LeNet.")
        ours = recorded.sample(state) if self.recorded else state
        return max(float(np.abs(ours[name] - here).max()) for name, here in self.state.items())


def torch_steps(
    start: State, batches: Sequence[Batch], lr: float, momentum: float, weight_decay: float = 0.0
) -> TorchSteps:
    """Train the course's LeNet in PyTorch, a step a batch, by its SGD.

    Args:
        start: the first weights, as ``models.lenet().state_dict()`` has them.
        batches: pairs (images, labels): (N, 1, 28, 28), of the weights' dtype, and (N,).
        lr, momentum, weight_decay: of ``torch.optim.SGD``.

    Raises:
        LookupError: PyTorch is not installed, and these steps were never recorded.
    """
    if not reference.available():
        return _recorded(key(start, batches, lr, momentum, weight_decay))
    torch = reference.needed()
    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 20, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(20, 50, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(2450, 500),
        torch.nn.ReLU(),
        torch.nn.Linear(500, 10),
    )
    state = {name: torch.tensor(value) for name, value in start.items()}
    model.to(next(iter(state.values())).dtype).load_state_dict(state)
    optimiser = torch.optim.SGD(
        model.parameters(), lr=lr, momentum=momentum, weight_decay=weight_decay
    )
    losses = []
    for images, labels in batches:
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(torch.tensor(images)), torch.tensor(labels))
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    after = {name: value.numpy() for name, value in model.state_dict().items()}
    return TorchSteps(np.array(losses), after)


def key(
    start: State, batches: Sequence[Batch], lr: float, momentum: float, weight_decay: float
) -> str:
    """Return the name under which such steps are recorded; it follows from the numbers alone."""
    arguments: dict[str, object] = dict(start)
    for number, (images, labels) in enumerate(batches):
        arguments |= {f"images {number}": images, f"labels {number}": labels}
    options = {"lr": lr, "momentum": momentum, "weight_decay": weight_decay}
    return recorded.key("lenet_steps", arguments | options)


def record(
    start: State, batches: Sequence[Batch], lr: float, momentum: float, weight_decay: float
) -> None:
    """Write what PyTorch comes to into the file.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
    """
    reference.needed()
    steps = torch_steps(start, batches, lr, momentum, weight_decay)
    name = key(start, batches, lr, momentum, weight_decay)
    sample = recorded.sample(steps.state)
    parts: dict[str, Any] = {f"state/{each}": some for each, some in sample.items()}
    parts |= {"key": np.array(name), "losses": steps.losses}
    save_whole(FILE, lambda file: np.savez_compressed(file, **parts))


def _recorded(name: str) -> TorchSteps:
    if FILE.exists():
        with np.load(FILE, allow_pickle=False) as file:
            if str(file["key"]) == name:
                prefix = "state/"
                state = {
                    each.removeprefix(prefix): file[each]
                    for each in file.files
                    if each.startswith(prefix)
                }
                return TorchSteps(file["losses"], state, recorded=True)
    raise LookupError(
        "PyTorch is not installed, and these steps were not recorded from it: there is nothing to "
        "compare with. Install it with 'pip install torch', or use the batches of notebook 13."
    )

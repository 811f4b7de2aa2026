"""What PyTorch gives for the weights of a network of ours, or what was recorded of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.files import save_whole

FILE = Path(recorded.FILE).with_name("carried.npz")
State = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class Outputs:
    """Outputs of a PyTorch network, and one sentence: who computed them."""

    values: np.ndarray
    note: str

    def __repr__(self) -> str:
        return self.note


def in_torch(function: Callable[..., Any], state: State, x: np.ndarray) -> Outputs:
    """Return ``function(torch, state, x)``: outputs, by PyTorch, of a network with these weights.

    Where PyTorch is missing, what was recorded of a function of that name takes its place.

    Raises:
        LookupError: PyTorch is not installed, and this was never recorded.
    """
    if reference.available():
        return Outputs(_computed(function, state, x), "By PyTorch.")
    name = key(function.__name__, state, x)
    if FILE.exists():
        with np.load(FILE, allow_pickle=False) as file:
            if name in file.files and np.allclose(_some(state), file[f"{name} of"], atol=1e-5):
                note = "PyTorch is not installed: these outputs of its are recorded."
                return Outputs(file[name], note)
    raise LookupError(
        "PyTorch is not installed, and these outputs of its were not recorded: there is nothing to "
        "compare with. Install it with 'pip install torch', or use the weights of notebook 18."
    )


def key(name: str, state: State, x: np.ndarray) -> str:
    """Return the name under which outputs are recorded.

    Of the weights it holds their names and shapes. Their numbers, some of which came out of sums
    that each machine rounds in its own way, are compared to some digits.
    """
    shapes = {each: np.array(np.shape(values)) for each, values in state.items()}
    return recorded.key(name, {**shapes, "x": x})


def _some(state: State) -> np.ndarray:
    """Return enough of the weights to know them by, in one row."""
    return np.concatenate(list(recorded.sample(state).values()))


def record(calls: list[tuple[Callable[..., Any], State, np.ndarray]]) -> None:
    """Write what PyTorch gives for these calls into the file.

    Raises:
        ModuleNotFoundError: PyTorch is not installed.
    """
    found: dict[str, Any] = {}
    for function, state, x in calls:
        name = key(function.__name__, state, x)
        found |= {name: _computed(function, state, x), f"{name} of": _some(state)}
    save_whole(FILE, lambda file: np.savez_compressed(file, **found))


def _computed(function: Callable[..., Any], state: State, x: np.ndarray) -> np.ndarray:
    outputs = function(reference.needed(), state, x)
    return np.asarray(outputs.detach().cpu().numpy() if hasattr(outputs, "detach") else outputs)

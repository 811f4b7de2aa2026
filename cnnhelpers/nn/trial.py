"""What a module does that does not say it: its forward is tried on numbers, and its calls noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.functional.arguments import affordable
from cnnhelpers.nn.memory import now, without_memory

Module = Any  # nn.Module, which asks here: a name for the reader, and no circle

INPUT, UNKNOWN = -1, -2  # where an array comes from: the module's input, or we cannot tell


@dataclass(frozen=True)
class Call:
    """One call of a module directly inside: of which, on what shape, and whose output it read."""

    layer: Module
    shape: tuple[int, ...]
    output: tuple[int, ...]
    source: int  # the number of a call, INPUT or UNKNOWN


@dataclass(frozen=True)
class Trial:
    """The calls in order, the shape of the output, and whose output that was."""

    calls: tuple[Call, ...]
    output: tuple[int, ...]
    source: int


def trial(module: Module, shape: tuple[int, ...]) -> Trial:
    """Call ``module`` on numbers of ``shape`` in evaluation mode, and leave it as it was."""
    affordable(type(module).__name__, "the input", shape)
    before = [(part, dict(vars(part))) for part in module.modules()]
    notes = _Notes(np.random.default_rng(0).random(shape, np.float32))
    kept = now.notes
    try:
        module.eval()
        now.notes = notes
        with np.errstate(all="ignore"):
            output = without_memory(lambda: module.forward(notes.made[0][0]))
    finally:
        now.notes = kept
        for part, attributes in before:
            vars(part).clear()
            vars(part).update(attributes)
    return Trial(tuple(notes.calls), np.shape(output), notes.source(output))


class _Notes:
    """Takes down the calls of the modules directly inside the one that is tried."""

    def __init__(self, x: np.ndarray) -> None:
        self.calls: list[Call] = []
        self.made: list[tuple[np.ndarray, int]] = [(x, INPUT)]

    def call(self, layer: Module, x: np.ndarray) -> np.ndarray:
        """Call a layer and note it; what it calls in turn is its own affair."""
        source = self.source(x)
        now.notes = None
        try:
            output = layer.forward(x)
        finally:
            now.notes = self
        self.made.append((output, len(self.calls)))
        self.calls.append(Call(layer, np.shape(x), np.shape(output), source))
        return output

    def source(self, x: object) -> int:
        """Return which call made an array, also if it was only flattened since."""
        for array, number in reversed(self.made):
            if x is array or _flattened(x, array):
                return number
        return UNKNOWN


def _flattened(x: object, array: np.ndarray) -> bool:
    """Return whether x is ``array`` as rows of one axis, the same numbers in the same memory."""
    return (
        isinstance(x, np.ndarray)
        and isinstance(array, np.ndarray)
        and x.shape == (len(array), array.size // max(1, len(array)))
        and x.__array_interface__["data"] == array.__array_interface__["data"]
        and x.flags.c_contiguous
    )

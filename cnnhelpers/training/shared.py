"""Arrays in one piece of memory that several processes see."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

LINE = 64  # bytes of a cache line: two arrays never share one

Kind = tuple[tuple[int, ...], np.dtype]  # shape and dtype of an array


class Layout(NamedTuple):
    """What lies in the memory, in this order: for each process one set of gradients."""

    weights: Sequence[Kind]
    images: Kind
    labels: Kind
    gradients: Sequence[Kind]
    processes: int

    def bytes(self) -> int:
        """Return how much memory it takes."""
        return sum(_room(kind) for kind in self._kinds())

    def arrays(self, memory: Any) -> Arrays:
        """Return the arrays in ``memory``, where every process sees the same numbers."""
        arrays, at = [], 0
        for shape, dtype in self._kinds():
            arrays.append(np.ndarray(shape, dtype, memory, at))
            at += _room((shape, dtype))
        count = len(self.weights)
        weights, (images, labels), rest = arrays[:count], arrays[count : count + 2], arrays[count:]
        sets = [rest[2 + n * count : 2 + (n + 1) * count] for n in range(self.processes)]
        return Arrays(weights, images, labels, sets)

    def _kinds(self) -> list[Kind]:
        return [*self.weights, self.images, self.labels, *self.processes * list(self.gradients)]


class Arrays(NamedTuple):
    """What all processes see; ``gradients[n]`` are those of process ``n``."""

    weights: list[np.ndarray]
    images: np.ndarray
    labels: np.ndarray
    gradients: list[list[np.ndarray]]


def _room(kind: Kind) -> int:
    shape, dtype = kind
    return (math.prod(shape) * dtype.itemsize // LINE + 1) * LINE

"""What a case is: the arguments of one call, as checks, recorded values and tests use it.

The numbers are small and whole, or halves: sums are exact in float32, and a wrong answer can be
followed by hand. In the cases of an exercise, kernels differ from their mirror images, images are
not square somewhere, strides do not divide somewhere: so that no mistake hides. Each list begins
with a small case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Case:
    """One configuration: the arguments by name, in the order of the function's signature.

    ``raises`` is the error that a right answer raises, if it is one.
    """

    arguments: Mapping[str, Any]
    raises: type[Exception] | None = None

    @property
    def name(self) -> str:
        """What the case is, such as ``x 5×5, kernel 2×3, stride 2``."""
        return ", ".join(_described(name, value) for name, value in self.arguments.items())

    @property
    def size(self) -> int:
        """How many numbers the arguments hold."""
        return sum(int(np.size(value)) for value in self.arguments.values())


def _described(name: str, value: Any) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        shape = "×".join(str(length) for length in value.shape)
        words = f"{name} {shape}" if value.ndim > 1 else f"{name} of {shape}"
        return f"{words} ({value.dtype.name})" if value.dtype.kind in "iu" else words
    return f"{name} {value}"


def case(raises: type[Exception] | None = None, **arguments: Any) -> Case:
    """Return a case whose arrays cannot be changed: ``case(x=whole(1, 3, 4), stride=2)``."""
    for value in arguments.values():
        if isinstance(value, np.ndarray):
            value.flags.writeable = False
    return Case(arguments, raises)


def whole(seed: int, *shape: int) -> np.ndarray:
    """Return whole numbers from -4 to 5 without 0, as float64."""
    numbers = np.random.default_rng(seed).integers(-4, 5, shape)
    return np.where(numbers >= 0, numbers + 1, numbers).astype(np.float64)


def halves(seed: int, *shape: int) -> np.ndarray:
    """Return halves from -2 to 2.5 without 0, as float64."""
    return whole(seed, *shape) / 2


def counted(*shape: int) -> np.ndarray:
    """Return 0, 1, 2, … in order, as int64."""
    return np.arange(np.prod(shape), dtype=np.int64).reshape(shape)


def floats(*rows: Any) -> np.ndarray:
    """Return the numbers or rows as one float64 array."""
    return np.array(rows, dtype=np.float64)

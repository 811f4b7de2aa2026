"""Answers recorded from PyTorch, for where it is not installed.

``python -m cnnhelpers record`` writes them from the exercises, ``tools/record_notebook_calls.py``
those that notebooks ask for; the files are looked up by numbers alone, so that they serve every
machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).parent / "reference_data" / "recorded.npz"
CALLS = FILE.with_name("notebook_calls.npz")


def key(exercise: str, arguments: Mapping[str, Any]) -> str:
    """Return the name under which an answer is recorded; it follows from the numbers alone."""
    digest = hashlib.sha256(exercise.encode())
    for name, value in arguments.items():
        digest.update(name.encode())
        if isinstance(value, str):
            digest.update(repr(value).encode())
        elif value is not None:
            numbers = np.asarray(value, dtype="<f8")
            digest.update(repr(numbers.shape).encode() + numbers.tobytes())
    return f"{exercise}-{digest.hexdigest()[:16]}"


@cache
def values() -> Mapping[str, np.ndarray]:
    """Return all recorded answers by :func:`key`; none where the file is missing."""
    return _read(FILE)


@cache
def calls() -> Mapping[str, np.ndarray]:
    """Return the answers to calls of notebooks by :func:`call`; none where the file is missing."""
    return _read(CALLS)


def _read(path: Path) -> Mapping[str, np.ndarray]:
    if not path.exists():
        return {}
    with np.load(path) as file:
        return {name: file[name] for name in file.files}


def call(function: str, arrays: Sequence[Any], options: Mapping[str, Any]) -> str:
    """Return the name under which the answer to a call of a notebook is recorded."""
    return key(function, {str(n): array for n, array in enumerate(arrays)} | dict(options))


def answer(exercise: str, arguments: Mapping[str, Any]) -> np.ndarray:
    """Return the answer that was recorded.

    Raises:
        LookupError: these arguments were never recorded.
    """
    name = key(exercise, arguments)
    if name not in values():
        raise LookupError(
            f"No value of {exercise} is recorded for these arguments; "
            "where PyTorch is installed, run: python -m cnnhelpers record"
        )
    return values()[name]


EVERY = 997  # of an array's numbers, so many lie from one that is kept to the next


def sample(state: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return every 997th number of each array, in one row: enough of a network to compare."""
    return {name: np.asarray(values).ravel()[::EVERY] for name, values in state.items()}

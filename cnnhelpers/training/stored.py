"""Two training runs of LeNet that were kept: what a player shows, at some of their steps.

`python tools/train_lenet.py` trains them anew and writes the file. Their numbers are those of the
machine that did so: elsewhere sums are rounded otherwise, and after some hundred steps a run is
another one, as good as this.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np

FILE = Path(__file__).parent / "files" / "lenet_runs.npz"
RUNS = ("plain", "shifted")


@dataclass(frozen=True, eq=False)
class StoredRun:
    """A run at S of its steps; ``steps`` (S,) says at which, the first is 0: nothing is learned.

    ``loss`` (S,) is the mean over the training images since the stop before (at step 0 that of the
    first batch), ``test_loss`` (S,) the one on the 2,000 test digits, ``filters`` (S, 20, 5, 5) are
    the first layer's, ``confusion`` (S, 10, 10) counts the test digits (row: the label), and
    ``chances`` (S, samples, 10) are the probabilities of the test digits with the numbers
    ``samples``. ``predictions`` and ``certainty`` (2000,) are those of the last step.
    """

    steps: np.ndarray
    loss: np.ndarray
    test_loss: np.ndarray
    filters: np.ndarray
    confusion: np.ndarray
    samples: np.ndarray
    chances: np.ndarray
    predictions: np.ndarray
    certainty: np.ndarray

    @property
    def accuracy(self) -> np.ndarray:
        """The share of the test digits that are read right, (S,)."""
        right = self.confusion.trace(axis1=1, axis2=2)
        share: np.ndarray = right / self.confusion.sum(axis=(1, 2))
        return share


def stored_run(name: str = "plain") -> StoredRun:
    """Return the run on the digits as they are, "plain", or the one on "shifted" digits.

    The arrays are read-only: every caller gets the same.

    Raises:
        ValueError: there is no such run.
    """
    if name not in RUNS:
        raise ValueError(f"stored_run: there is no run {name!r}; use 'plain' or 'shifted'.")
    return _read(name)


@cache
def _read(name: str) -> StoredRun:
    with np.load(FILE, allow_pickle=False) as stored:
        return StoredRun(*(_wide(stored[f"{name}/{each.name}"]) for each in fields(StoredRun)))


def _wide(values: np.ndarray) -> np.ndarray:
    """Return numbers as float64 or int64, read-only; they are kept in fewer bytes."""
    wide = values.astype(np.float64 if values.dtype.kind == "f" else np.int64)
    wide.setflags(write=False)
    return wide

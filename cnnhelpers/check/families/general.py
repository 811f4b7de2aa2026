"""Mistakes that can be made in any exercise of a kind: a wrong sign, axes exchanged, flattened."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, then

NEGATED = Mistake(
    "wrong-sign",
    "Every value has the wrong sign.",
    "Look for a difference taken the other way round, or a minus too much.",
    then(lambda answer, a: -np.asarray(answer)),
)
TURNED = Mistake(
    "output-transposed",
    "The answer is right, but rows and columns are exchanged.",
    "Check which loop runs over rows: `output[row, column]`, height first.",
    then(lambda answer, a: np.swapaxes(np.asarray(answer), -1, -2)),
)
FLAT = Mistake(
    "flattened",
    "The values are right, but in one long row instead of the shape that is asked for.",
    "Give the answer its shape at the end: `output.reshape(...)`.",
    then(lambda answer, a: np.ravel(answer)),
)
PAIR_TURNED = Mistake(
    "pair-swapped",
    "The two numbers are exchanged: it should be (row, column), the row first.",
    "Arrays are indexed by row first: `row, column = np.unravel_index(index, scores.shape)`.",
    then(lambda answer, a: tuple(answer)[::-1]),
)

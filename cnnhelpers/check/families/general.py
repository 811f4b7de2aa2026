"""Mistakes that can be made in any exercise of a kind: a wrong sign, axes exchanged, flattened."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, then

NEGATED = Mistake(
    "wrong-sign",
    "Every value has the wrong sign.",
    "Look for a difference taken the other way round, or for a minus that should not be there.",
    then(lambda answer, a: -np.asarray(answer)),
)
TURNED = Mistake(
    "output-transposed",
    "Rows and columns of the answer are exchanged.",
    "The first axis of the answer should count the rows, the second one the columns.",
    then(lambda answer, a: np.swapaxes(np.asarray(answer), -1, -2)),
)
FLAT = Mistake(
    "flattened",
    "The values stand in one long row; they should have the shape that is asked for.",
    "Give the answer its shape at the end.",
    then(lambda answer, a: np.ravel(answer)),
)
PAIR_TURNED = Mistake(
    "pair-swapped",
    "The two numbers are exchanged. The row should come first, the column second.",
    "Arrays are indexed by row first. If you use `np.unravel_index`: it gives the row first, too.",
    then(lambda answer, a: tuple(answer)[::-1]),
)

"""The numbers become others: negatives are cut off, fractions are."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, Way, then

INTEGER_DTYPE = Mistake(
    "integer-dtype",
    "Fractions are lost or refused: the answer, in some cases at least, can hold whole numbers "
    "only.",
    "Where does a number become whole? `dtype=int` and `np.array([1, 0])` make integers, which "
    "cannot hold a fraction. So do `dtype=x.dtype`, `.astype(x.dtype)` and `np.zeros_like(x)`, "
    "where x holds whole numbers. `np.zeros(shape)` makes floats.",
)

FRACTIONS_REFUSED = INTEGER_DTYPE.saying(
    "Fractions are refused: an array that is changed in place can hold whole numbers only.",
    "How is it made? `np.zeros_like(x)`, `x.copy()` and `dtype=x.dtype` hold whole numbers where x "
    "does. `np.zeros(shape)` and `x.astype(float)` make floats.",
)


def integer_dtype(*more: Way) -> Mistake:
    """The answer is stored in whole numbers, or goes through them in one of the ``more`` ways."""
    return Mistake(
        "integer-dtype",
        INTEGER_DTYPE.explanation,
        INTEGER_DTYPE.hint,
        then(lambda answer, a: np.trunc(answer)),
        then(lambda answer, a: np.floor(answer)),
        then(lambda answer, a: np.round(answer)),
        *more,
    )


def rectified() -> Mistake:
    """Negative answers are cut off."""
    return Mistake(
        "negatives-cut",
        "No value of the answer is negative, though some should be.",
        "Leave the numbers as they are. Look for `max(0, ...)`, `abs` or `clip`.",
        then(lambda answer, a: np.maximum(answer, 0)),
        then(lambda answer, a: np.abs(answer)),
        then(lambda answer, a: np.clip(answer, 0, 255)),
        then(lambda answer, a: np.clip(answer, 0, 1)),
    )

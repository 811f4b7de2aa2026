"""The numbers become others: negatives are cut off, fractions are."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, Way, then

INTEGER_DTYPE = Mistake(
    "integer-dtype",
    "The output holds whole numbers only: everything after the decimal point is lost.",
    "Where does a number become whole? `np.zeros(shape)` makes floats; `dtype=int` and "
    "`np.zeros_like(x)` of whole numbers make integers, which cannot hold a fraction.",
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
        "No value of the answer is negative, though some should be. An activation does that; it "
        "comes later.",
        "Leave the numbers as they are. Look for `max(0, ...)`, `abs` or `clip`.",
        then(lambda answer, a: np.maximum(answer, 0)),
        then(lambda answer, a: np.abs(answer)),
        then(lambda answer, a: np.clip(answer, 0, 255)),
        then(lambda answer, a: np.clip(answer, 0, 1)),
    )

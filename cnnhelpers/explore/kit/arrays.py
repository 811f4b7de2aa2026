"""Arrays that a reader brings along: small, of numbers, and small enough to be read."""

from __future__ import annotations

from typing import Any

import numpy as np


def numbers(array: Any, name: str) -> np.ndarray:
    """Return an array of finite numbers as float64; ``name`` begins the sentence of an error.

    Raises:
        TypeError: it does not hold numbers.
        ValueError: its rows differ in length, or it holds NaN or infinity.
    """
    try:
        values = np.array(array)
    except ValueError:
        raise ValueError(
            f"{name} is not a regular array; give every row the same length."
        ) from None
    if values.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold numbers, not {values.dtype.name}; use a NumPy array.")
    if not np.isfinite(values.astype(np.float64)).all():
        raise ValueError(f"{name} holds NaN or infinity; replace them by numbers.")
    return values.astype(np.float64)

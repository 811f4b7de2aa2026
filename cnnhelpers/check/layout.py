"""Arrays as views: the same numbers, not stored row after row."""

from __future__ import annotations

import numpy as np


def view_of(array: np.ndarray) -> np.ndarray:
    """Return an equal array that is a view: every second number of a transposed, wider one."""
    if array.ndim == 0:
        return array.copy()
    return np.repeat(array.T, 2, axis=-1)[..., ::2].T


def copied(array: np.ndarray) -> np.ndarray:
    """Return a copy; that of a view is a view of the same kind, which `copy` would straighten."""
    return array.copy() if array.flags.c_contiguous else view_of(array)

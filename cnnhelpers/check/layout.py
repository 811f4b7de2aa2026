"""Arrays as views: the same numbers, not stored row after row."""

from __future__ import annotations

import numpy as np


def view_of(array: np.ndarray) -> np.ndarray:
    """Return an equal array that is a view: every second number of a transposed, wider one."""
    if array.ndim == 0:
        return array.copy()
    return np.repeat(array.T, 2, axis=-1)[..., ::2].T


def copied(array: np.ndarray) -> np.ndarray:
    """Return a copy that lies in memory as the array does; `copy` would straighten a view."""
    whole = array.base
    if array.flags.c_contiguous or not isinstance(whole, np.ndarray):
        return array.copy(order="K")
    buffer = whole.ravel(order="K").copy()
    offset = array.__array_interface__["data"][0] - whole.__array_interface__["data"][0]
    return np.ndarray(array.shape, array.dtype, buffer, offset, array.strides)

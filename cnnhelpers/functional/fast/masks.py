"""Numbers kept or set to zero, without a branch for each."""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.fast import results


def keep(values: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Return floating ``values`` where ``where`` is True, and 0 elsewhere; shapes broadcast.

    A product with 0 would make NaN of an infinite number. So the bits are kept or cleared, which
    is as fast as a product; ``np.where`` guesses for each number what comes, and often wrongly.
    """
    bits = np.dtype(f"i{values.dtype.itemsize}")
    mask = results.empty(where.shape, bits)
    np.negative(where.view(np.int8), out=mask, dtype=bits)  # all bits set, or none
    into = mask if mask.shape == values.shape else None
    kept: np.ndarray = np.bitwise_and(values.view(bits), mask, out=into)
    return kept.view(values.dtype)

"""Numbers as the pictures write them: a true minus sign, few decimals, and shapes such as 3×4."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

HUGE, TINY = 1e8, 1e-3  # beyond them a cell has no room for all digits


@lru_cache(maxsize=4096)
def format_number(value: float, decimals: int = 0) -> str:
    """Return a number as the pictures write it: a true minus sign, no ``-0``."""
    value = float(value)
    if np.isnan(value):
        return "nan"
    if np.isinf(value):
        return "∞" if value > 0 else "−∞"
    written = f"{value:.{decimals}f}"
    if float(written) == 0:
        written = written.lstrip("-")
    return written.replace("-", "−")


def decimals_needed(array: np.ndarray, most: int = 2) -> int:
    """Return the fewest decimals, at most ``most``, that show all the numbers as they are."""
    finite = np.asarray(array, dtype=np.float64)
    finite = finite[np.isfinite(finite)]
    for decimals in range(most):
        if np.allclose(np.round(finite, decimals), finite, rtol=0, atol=1e-6):
            return decimals
    return most


def _with_exponent(value: float) -> str:
    if not np.isfinite(value) or value == 0:
        return format_number(value)
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits.removesuffix('.0')}e{int(exponent)}".replace("-", "−")


def written(array: np.ndarray, decimals: int | None = None) -> list[list[str]]:
    """Return the cells of a 2-D array as text; of very large or very small numbers as 2e12."""
    if decimals is None:
        sizes = np.abs(np.asarray(array, dtype=np.float64))
        largest = float(sizes[np.isfinite(sizes)].max(initial=0))
        if largest >= HUGE or 0 < largest < TINY:
            return [[_with_exponent(value) for value in line] for line in array.tolist()]
        decimals = decimals_needed(array)
    return [[format_number(value, decimals) for value in line] for line in array.tolist()]

"""Reading what a function returned, and comparing it with what it should have.

A right answer may come as an array, a list, a PyTorch tensor or a scalar. What cannot be read is
told in a sentence.
"""

from __future__ import annotations

import numbers
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

TOLERANCE = 1e-5  # of the largest number of the right answer
WANTED = {
    "array": "an array",
    "number": "a whole number",
    "pair": "a pair (row, column)",
    "positions": "a list of positions",
    "numbers": "a tuple of whole numbers",
    "decimal": "one number",
}


@dataclass(frozen=True, eq=False)
class Answer:
    """An answer as numbers, or the reason why there are none.

    ``dtype`` is what was returned, before it became float64. ``error`` stands for an error that was
    raised; ``trouble`` is a slug and a sentence for something that cannot be read.
    """

    value: np.ndarray | None = None
    dtype: np.dtype | None = None
    error: BaseException | None = None
    trouble: tuple[str, str, str] | None = None  # slug, explanation, hint


def read(value: Any, kind: str) -> Answer:
    """Return the value as numbers of the kind the exercise asks for."""
    if value is None:
        return _trouble(
            "nothing-returned",
            "Your function returned None, that is nothing.",
            "The last line is probably `output` instead of `return output`, or the `return` stands "
            "inside a branch that was not taken.",
        )
    try:
        array = _as_array(value)
    except Exception:  # whatever the object does when it is asked for numbers
        array = None
    if array is None:
        return _trouble(
            "not-numbers",
            f"Your function returned {_what(value)}, where {WANTED[kind]} is expected.",
            f"Return {WANTED[kind]} of numbers; rows of equal length.",
        )
    if kind == "positions":
        array = array.astype(np.float64) if not array.size else array
        if isinstance(value, set | frozenset):
            array = np.sort(array)
    return Answer(array.astype(np.float64), array.dtype)


def _as_array(value: Any) -> np.ndarray | None:
    if hasattr(value, "detach"):  # a PyTorch tensor, read without importing PyTorch
        value = value.detach().cpu().numpy()
    elif isinstance(value, set | frozenset | range):
        value = list(value)
    elif isinstance(value, list | tuple) and any(hasattr(entry, "detach") for entry in value):
        value = [np.asarray(_as_array(entry)) for entry in value]
    elif not isinstance(value, np.ndarray | list | tuple | numbers.Number | np.generic):
        if not hasattr(value, "__array__"):
            return None
    array = np.asarray(value)
    if array.dtype.kind == "c":  # an answer by Fourier transform
        if not np.allclose(
            array.imag, 0, atol=1e-8 * max(1.0, float(np.abs(array).max(initial=0)))
        ):
            return None
        array = array.real
    if (
        array.dtype.kind == "O"
        and array.size
        and all(isinstance(entry, numbers.Real) for entry in array.ravel())
    ):
        array = array.astype(np.float64)
    return array if array.dtype.kind in "biuf" else None


def _what(value: Any) -> str:
    if callable(value):
        return f"a function ({getattr(value, '__name__', type(value).__name__)})"
    name = type(value).__name__
    if isinstance(value, list | tuple | np.ndarray):
        return f"a {name} that does not hold numbers in equal rows"
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"


def _trouble(slug: str, explanation: str, hint: str) -> Answer:
    return Answer(trouble=(slug, explanation, hint))


def answer_of(function: Callable[[], Any], kind: str) -> Answer:
    """Return what a function of the course (a known mistake) answers, errors included."""
    try:
        with np.errstate(all="ignore"):
            return read(function(), kind)
    except Exception as error:
        return Answer(error=error)


def close(first: np.ndarray, second: np.ndarray, scale: float, kind: str) -> np.ndarray:
    """Return where two arrays of one shape agree. Whole numbers must be equal."""
    tolerance = TOLERANCE * max(scale, 1e-3) if kind in ("array", "decimal") else 1e-9
    with np.errstate(all="ignore"):
        near = np.abs(first - second) <= tolerance
    return near | (first == second) | (np.isnan(first) & np.isnan(second))  # infinities, nan


def scale_of(value: np.ndarray) -> float:
    """Return the size of the largest finite number, at least 1e-3."""
    finite = np.abs(value[np.isfinite(value)])
    return float(finite.max(initial=1e-3))


def agree(first: Answer, second: Answer, scale: float, kind: str) -> bool:
    """Return whether two answers are the same: same shape and values, or both an error."""
    if first.error is not None or second.error is not None:
        return first.error is not None and second.error is not None
    if first.trouble is not None and second.trouble is not None:
        return first.trouble[0] == second.trouble[0]
    if first.value is None or second.value is None or first.value.shape != second.value.shape:
        return False
    return bool(close(first.value, second.value, scale, kind).all())

"""Calls a learner's function for an explorer, and says in one sentence what came back."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import shape_word
from cnnhelpers.explore.kit.words import one_line

OPTIONS = ("stride", "padding", "dilation")


@dataclass(frozen=True)
class Answer:
    """What a function returned: an array that can be drawn, and what is wrong with it."""

    array: np.ndarray | None
    problem: str = ""


def submitted(function: Any) -> Any:
    """Return the learner's own function from what a check returned; None where it is a stub.

    A check's result calls the course's function where the learner's is wrong; an explorer is there
    to show what is wrong. Anything but such a result comes back as it is.
    """
    own = getattr(function, "submitted", None)
    if not callable(own) or not hasattr(function, "verdict"):
        return function
    return None if function.verdict == "not started" else own


def accepted(function: Callable[..., Any], names: tuple[str, ...] = OPTIONS) -> tuple[str, ...]:
    """Return which keywords a function takes; all of them where that cannot be seen."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return names
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return names
    known = {
        parameter.name
        for parameter in parameters
        if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY)
    }
    return tuple(name for name in names if name in known)


def ask(
    function: Callable[..., Any], *arrays: np.ndarray, shape: tuple[int, ...], **options: int
) -> Answer:
    """Call a function on copies of the arrays; no exception leaves (except an interrupt)."""
    try:
        value = function(*(array.copy() for array in arrays), **options)
    except Exception as error:
        return Answer(None, f"Your function raised {one_line(error)}")
    expected = shape_word(shape)
    if value is None or value is Ellipsis:
        return Answer(
            None, f"Your function returned {value}; it should return an array of shape {expected}."
        )
    try:
        array = np.asarray(value)
        if array.dtype.kind not in "biuf":
            raise TypeError
        array = array.astype(np.float64)
    except Exception:
        return Answer(
            None,
            f"Your function returned {type(value).__name__}, not numbers; "
            f"it should return an array of shape {expected}.",
        )
    if array.shape == shape:
        return Answer(array)
    found = shape_word(array.shape) if array.ndim else "a single number"
    problem = f"Your function returned {found}; it should return {expected}."
    return Answer(array if array.ndim == 2 and array.size else None, problem)

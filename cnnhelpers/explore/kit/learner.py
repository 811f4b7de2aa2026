"""Calls a learner's function for an explorer, and says in one sentence what came back.

Whatever it does, it does under the check's guard: on copies, within a time limit, without prints.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.check.running import Run, message, run
from cnnhelpers.shapes import times

OPTIONS = ("stride", "padding", "dilation")


@dataclass(frozen=True)
class Answer:
    """What a function returned: an array that can be drawn, and what is wrong with it."""

    array: np.ndarray | None
    problem: str = ""

    @property
    def drawn(self) -> np.ndarray:
        """The array, of an answer that has no problem."""
        assert self.array is not None, self.problem
        return self.array


def submitted(function: Any, owner: str = "", name: str = "") -> Any:
    """Return the learner's own function from what a check returned; None where it is a stub.

    A check's result calls the course's function where the learner's is wrong; an explorer is there
    to show what is wrong. Anything but such a result comes back as it is.

    Raises:
        TypeError: it is neither None nor a function; ``owner`` and ``name`` begin the sentence.
    """
    if function is not None and not callable(function):
        raise TypeError(
            f"{owner}: {name} must be a function, not {type(function).__name__}; "
            "give it the function itself, without brackets."
        )
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


def guarded(
    function: Callable[..., Any],
    *arguments: Any,
    read: Callable[[Any], Any],
    options: Mapping[str, Any] | None = None,
) -> Run:
    """Call a function, and read its value, under the guard; ``read`` may run learner's code too."""
    options = dict(options or {})
    given = {f"argument {index}": value for index, value in enumerate(arguments)}

    def called(*positional: Any, **named: Any) -> Any:
        return read(function(*positional, **named))

    return run(called, {**given, **options}, tuple(given), tuple(options))


def trouble(done: Run) -> str:
    """Return what went wrong in a call, in a sentence; "" where nothing did."""
    where = f" (line {done.line.number}: {done.line.text})" if done.line else ""
    if done.out_of_time:
        return f"Your function did not end in time{where}."
    if done.error is not None:
        return f"Your function raised {message(done.error)}"
    return ""


def ask(
    function: Callable[..., Any], *arguments: Any, shape: tuple[int, ...], **options: Any
) -> Answer:
    """Call a function on copies; no exception leaves (except an interrupt)."""

    def read(value: Any) -> Answer:
        expected = times(shape)
        if value is None or value is Ellipsis:
            return Answer(
                None,
                f"Your function returned {value}; it should return an array of shape {expected}.",
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
        found = times(array.shape) if array.ndim else "a single number"
        problem = f"Your function returned {found}; it should return {expected}."
        return Answer(array if array.ndim == 2 and array.size else None, problem)

    done = guarded(function, *arguments, read=read, options=options)
    problem = trouble(done)
    return Answer(None, problem) if problem else done.value

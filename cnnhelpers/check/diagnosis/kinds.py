"""What a function's variables hold: so that one is never put in the place of another kind's."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np

from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import run

WHOLE, DECIMAL = "a whole number", "a number"
Kinds = dict[str, set[str]]


def kinds(exercise: Exercise, function: Callable[..., Any], trial: Trial) -> Kinds:
    """Return what each of the function's variables holds when it returns; {} where that is unknown.

    A debugger, or what measures which lines run, may have the only place to look from.
    """
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    found: Kinds = {}

    def look(frame: FrameType, event: str, argument: Any) -> Any:
        if frame.f_code.co_filename != file:
            return None
        frame.f_trace_lines = False
        if event == "return":
            for name, value in frame.f_locals.items():
                found.setdefault(name, set()).add(_kind(value))
        return look

    def watched(*given: Any, **named: Any) -> Any:
        if sys.gettrace() is not None:
            return None
        sys.settrace(look)
        try:
            return function(*given, **named)
        finally:
            sys.settrace(None)

    run(watched, trial.case.arguments, *exercise.call(trial.case), seconds=0.2, keep=False)
    return found


def alike(found: Kinds, first: str, second: str) -> bool:
    """Return whether two variables hold things of one kind, as far as is known."""
    if first not in found or second not in found:
        return True
    return bool(found[first] & found[second])


def is_number(found: Kinds, name: str) -> bool:
    """Return whether a variable holds numbers and nothing else, as far as is known."""
    return found.get(name, {WHOLE}) <= {WHOLE, DECIMAL}


def _kind(value: Any) -> str:
    if isinstance(value, bool | np.bool_):
        return "a truth"
    if isinstance(value, int | np.integer):
        return WHOLE
    if isinstance(value, float | np.floating):
        return DECIMAL
    if isinstance(value, np.ndarray):
        return f"an array of {value.ndim} axes"
    return type(value).__name__

"""Checks that name the mistake.

``check.NAME(function)`` runs a learner's function and says what is wrong with it, by name where it
is a known mistake. What it returns is a function too: the learner's if it passed, and the course's
otherwise::

    correlate2d = check.correlate2d(correlate2d)

The judge knows no exercise. They are found by name, when they are asked for, among the modules of
:mod:`cnnhelpers.exercises`, which import from here.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from cnnhelpers.check.checker import Check
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.known import KnownMistakes
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.check.result import VERDICTS, Result

__all__ = ["EXERCISES", "VERDICTS", "Check", "Exercise", "Mistake", "Result", "mistakes"]


def _exercises() -> Mapping[str, Exercise]:
    return import_module("cnnhelpers.exercises").all_exercises()


def mistakes(name: str) -> KnownMistakes:
    """Return the known mistakes of an exercise: a list in words, and functions that make them.

    Raises:
        ValueError: there is no such exercise.
    """
    exercises = _exercises()
    if name not in exercises:
        close = difflib.get_close_matches(name, exercises, n=3)
        advice = f" Did you mean {' or '.join(close)}?" if close else ""
        raise ValueError(f"No exercise is called {name!r}; expected one of dir(check).{advice}")
    return KnownMistakes(exercises[name])


def __getattr__(name: str) -> Any:
    if name == "EXERCISES":
        return _exercises()
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    exercises = _exercises()
    if name not in exercises:
        close = difflib.get_close_matches(name, exercises, n=3)
        advice = f"did you mean {' or '.join(close)}?" if close else "dir(check) lists all."
        raise AttributeError(f"check: no exercise is called {name!r}; {advice}")
    return Check(exercises[name])


def __dir__() -> list[str]:
    return sorted({*__all__, *_exercises()})

"""Two calls that differ in one number: the answer to one of them is right, to the other wrong.

The numbers of a call that is right are replaced one by one by those of one that is wrong, until
the answer goes wrong. The idea is that of delta debugging (Zeller: Yesterday, my program worked,
1999).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.trying import Clock, drawing, try_one

WRONG = 8  # of the smallest trials that are wrong
PAIRS = 12  # of trials that are tried, those first that differ in the fewest numbers
ALIKE = 20  # numbers of two calls are no more than so many times as large
STEPS = 80  # numbers that may differ
Place = tuple[str, tuple[int, ...] | None]


def contrast(
    exercise: Exercise, function: Callable[..., Any], tried: Sequence[Trial], clock: Clock
) -> tuple[Trial, Sign] | None:
    """Return a trial that is wrong, and the one number in it that makes the answer so."""
    wrong = sorted((t for t in tried if not t.right), key=lambda trial: trial.case.size)[:WRONG]
    right = [trial for trial in tried if trial.right and trial.answer.value is not None]
    pairs = [
        (good, bad, places)
        for bad in wrong
        for good in right
        for places in [_differing(good.case.arguments, bad.case.arguments)]
        if places
    ]
    pairs.sort(key=lambda pair: len(pair[2]))
    for good, bad, places in pairs[:PAIRS]:
        found = _walk(exercise, function, good, bad, places, clock)
        if found is not None:
            return found
    return None


def _differing(good: Any, bad: Any) -> list[Place]:
    """Return where the arguments of two calls differ; none if they cannot be mixed."""
    if list(good) != list(bad):
        return []
    places: list[Place] = []
    for name, value in good.items():
        other = bad[name]
        if isinstance(value, np.ndarray) and isinstance(other, np.ndarray):
            if value.shape != other.shape or value.dtype != other.dtype:
                return []
            if not 1 / ALIKE <= (_size(value) + 1e-300) / (_size(other) + 1e-300) <= ALIKE:
                return []  # a large number hides what is wrong with the small ones
            places += [(name, tuple(map(int, index))) for index in np.argwhere(value != other)]
        elif type(value) is not type(other) or not isinstance(value, int | float | None):
            if value is not other:
                return []
        elif value != other:
            places.append((name, None))
    return places if len(places) <= STEPS else []


def _walk(
    exercise: Exercise,
    function: Callable[..., Any],
    good: Trial,
    bad: Trial,
    places: list[Place],
    clock: Clock,
) -> tuple[Trial, Sign] | None:
    arguments = dict(good.case.arguments)
    for name, index in places:
        if not clock.left:
            return None
        held = dict(arguments)
        before = held[name] if index is None else held[name][index]
        now = bad.case.arguments[name] if index is None else bad.case.arguments[name][index]
        if index is None:
            arguments[name] = now
        else:
            changed = np.array(arguments[name])
            changed[index] = now
            arguments[name] = changed
        accepts = exercise.domain.accepts
        if accepts is not None and not accepts(arguments):
            return None
        trial = try_one(exercise, function, drawing(exercise, dict(arguments), {}), clock)
        if trial.expected.value is None:
            return None
        if not trial.right:
            if not _stays(exercise, function, held, True, clock):
                return None
            if not _stays(exercise, function, arguments, False, clock):
                return None
            where = name if index is None else f"{name}[{', '.join(map(str, index))}]"
            return trial, Sign(
                "contrast",
                "In the case that is shown one number makes the difference: with "
                f"`{where}` {_number(before)} in place of {_number(now)} your answer is right.",
            )
    return None


def _stays(
    exercise: Exercise,
    function: Callable[..., Any],
    arguments: dict[str, Any],
    right: bool,
    clock: Clock,
) -> bool:
    """Return whether a second call is right, or wrong, again: an answer may hang on more."""
    again = try_one(exercise, function, drawing(exercise, dict(arguments), {}), clock)
    return again.right == right


def _size(array: np.ndarray) -> float:
    return float(np.abs(array).max(initial=0))


def _number(value: Any) -> str:
    return f"{float(value):.4g}"

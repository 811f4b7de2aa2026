"""Trying a function: on the cases of its exercise, then on arguments drawn from its domain."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers import system
from cnnhelpers.check import key, running
from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.domain import Impossible, Settings
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.refusals import is_refusal
from cnnhelpers.check.running import Run, run


class Clock:
    """How much time is left, of this thread's own; of the wall's three times as much.

    What a verdict says should not depend on how busy the machine is.
    """

    def __init__(self, seconds: float) -> None:
        self._end = system.seconds_worked() + seconds
        self._wall = time.monotonic() + 3 * seconds

    @property
    def left(self) -> float:
        """Seconds until the end, never less than 0."""
        return max(0.0, min(self._end - system.seconds_worked(), self._wall - time.monotonic()))


@dataclass(frozen=True, eq=False)
class Drawn:
    """Arguments drawn from a domain, and the right answer."""

    settings: Settings
    case: Case
    expected: Answer
    by_position: bool


@dataclass(frozen=True)
class Tried:
    """All that was tried. ``source`` says where the right answers to the cases came from."""

    named: tuple[Trial, ...]
    drawn: tuple[Trial, ...]
    source: str

    @property
    def all(self) -> tuple[Trial, ...]:
        """Trials of the named cases, then of the drawn ones."""
        return self.named + self.drawn

    @property
    def wrong(self) -> tuple[Trial, ...]:
        """The trials that went wrong."""
        return tuple(trial for trial in self.all if not trial.right)


def try_cases(exercise: Exercise, function: Callable, clock: Clock) -> tuple[list[Trial], str]:
    """Run the function on the named cases; an endless one ends the list."""
    trials, source = [], "PyTorch"
    for index, case in enumerate(exercise.cases):
        right = key.expected(exercise, index)
        source = right.source if right.source in ("recorded", "course") else source
        result = _run(exercise, function, case, right.answer, exercise.call(case), clock)
        trials.append(_trial(exercise, case, right.answer, result, index=index))
        if result.out_of_time:
            break
    return trials, source


def try_drawn(exercise: Exercise, function: Callable, clock: Clock, seed: int = 0) -> list[Trial]:
    """Run the function on arguments drawn from the domain, as many as the clock allows."""
    trials = []
    for drawn in drawings(exercise, seed):
        if not clock.left:
            break  # what was tried has to do
        trials.append(try_one(exercise, function, drawn, clock))
        if trials[-1].run.out_of_time:
            break
    return trials


def try_one(exercise: Exercise, function: Callable, drawn: Drawn, clock: Clock) -> Trial:
    """Run the function on one set of drawn arguments."""
    call = exercise.call(drawn.case, drawn.by_position)
    result = _run(exercise, function, drawn.case, drawn.expected, call, clock)
    return _trial(exercise, drawn.case, drawn.expected, result, settings=drawn.settings)


@lru_cache(maxsize=256)
def drawings(exercise: Exercise, seed: int = 0) -> tuple[Drawn, ...]:
    """Return the arguments to try: the sweep twice, with the same shapes and other numbers."""
    sweep = list(exercise.domain.sweep())
    mixtures = list(exercise.domain.mixtures())
    found = []
    for turn, settings in enumerate((*sweep, *sweep, *mixtures)):
        drawn = draw(exercise, settings, 1000 * seed + turn, by_position=turn % 2 == 1)
        if drawn is not None:
            found.append(drawn)
    return tuple(found)


def draw(
    exercise: Exercise, settings: Settings, seed: int, by_position: bool = False
) -> Drawn | None:
    """Return arguments for some settings with their right answer, or None if none fit."""
    for attempt in range(20):
        try:
            arguments = exercise.domain.arguments(100 * seed + attempt, settings)
        except Impossible:
            continue
        return drawing(exercise, arguments, settings, by_position)
    return None


def drawing(
    exercise: Exercise,
    arguments: Mapping[str, Any],
    settings: Settings,
    by_position: bool = False,
) -> Drawn:
    """Return these arguments with their right answer, the course's."""
    case = Case(arguments)
    right = exercise.answer(lambda a: exercise.course(**a), arguments)
    return Drawn(settings, case, right, by_position)


def _run(
    exercise: Exercise,
    function: Callable,
    case: Case,
    expected: Answer,
    call: tuple[list[str], list[str]],
    clock: Clock,
) -> Run:
    if expected.value is not None:
        for shape in expected.shapes or (expected.value.shape,):
            _leave_nan_behind(int(np.prod(shape)))
    seconds = min(running.SECONDS, max(1.0, clock.left))
    return run(
        function,
        case.arguments,
        *call,
        seconds=seconds,
        read=exercise.read,
        changes=exercise.changes,
        keep=False,
    )


def _leave_nan_behind(size: int) -> None:
    """Fill memory that is about to be freed with NaN: an answer from `np.empty` is made of it."""
    filled = [np.full(size, np.nan) for _ in range(4)]
    del filled


def _trial(
    exercise: Exercise,
    case: Case,
    expected: Answer,
    result: Run,
    index: int | None = None,
    settings: Settings | None = None,
) -> Trial:
    if result.error is not None or result.out_of_time:
        answer = Answer(error=result.error or TimeoutError())
    else:
        answer = result.value
    right = _right(exercise, case, expected, answer, result)
    return Trial(case, expected, answer, right, result, index, settings)


def _right(exercise: Exercise, case: Case, expected: Answer, answer: Answer, result: Run) -> bool:
    if case.raises is not None:
        return isinstance(answer.error, case.raises)
    if answer.error is not None:
        return is_refusal(exercise, case, result)
    return exercise.answers.agree(expected, answer, scale_of(case, expected))


def scale_of(case: Case, expected: Answer) -> float:
    """Return the size of the numbers in a case: single precision cannot do better than it."""
    arrays = [v for v in case.arguments.values() if isinstance(v, np.ndarray) and v.size]
    largest = max((float(np.abs(array).max()) for array in arrays), default=0.0)
    return max(expected.scale, 1e-3 * largest)

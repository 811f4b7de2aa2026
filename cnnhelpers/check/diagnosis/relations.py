"""How the wrong numbers follow from the right ones: twice, too large by the stride, mirrored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial

MOSTLY = 0.9  # of the wrong trials; of errors a relation says nothing
FRACTIONS = 4  # different ones that have to be gone, to speak of rounding
Change = Callable[[np.ndarray, Trial], np.ndarray | None]


def relation(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return the change that makes every wrong answer of the right one, if one does."""
    trials = [t for t in wrong if t.answer.value is not None and t.expected.value is not None]
    if len(trials) < 3 or len(trials) < MOSTLY * len(wrong):
        return None
    for words, change in (*_constants(trials), *_quantities(trials), *_forms(exercise)):
        if _explains(exercise, trials, change):
            return Sign("relation", words)
    for words, change in _roundings() if _many_fractions(trials) else ():
        if _explains(exercise, trials, change):
            return Sign("relation", words)
    return None


def _many_fractions(trials: Sequence[Trial]) -> bool:
    """Return whether many fractions are gone: one or two may have been small by chance."""
    lost: set[float] = set()
    for trial in trials:
        mine, right = trial.answer.value, trial.expected.value
        assert mine is not None and right is not None
        if mine.shape == right.shape:
            lost |= {round(float(each), 6) for each in np.ravel(mine - right)}
    return len(lost - {0.0}) >= FRACTIONS


def _explains(exercise: Exercise, trials: Sequence[Trial], change: Change) -> bool:
    for trial in trials:
        assert trial.expected.value is not None and trial.answer.value is not None
        with np.errstate(all="ignore"):
            made = change(trial.expected.value, trial)
        if made is None or made.shape != trial.answer.value.shape:
            return False
        if made.any() and not trial.answer.value.any():
            return False  # zeros follow from nothing that is only small
        if not exercise.answers.close(made, trial.answer.value, trial.scale).all():
            return False
    return True


def _what(trials: Sequence[Trial]) -> str:
    single = all(t.expected.value is not None and t.expected.value.ndim == 0 for t in trials)
    return "The answer" if single else "Every value"


def _constants(trials: Sequence[Trial]) -> Iterator[tuple[str, Change]]:
    """Read from the first differing number by how much, or how many times."""
    yours, right = trials[0].answer.value, trials[0].expected.value
    assert yours is not None and right is not None
    if yours.shape != right.shape or not right.size:
        return
    far = np.flatnonzero(yours.ravel() != right.ravel())
    if not len(far):
        return
    a, b = float(yours.ravel()[far[0]]), float(right.ravel()[far[0]])
    if not np.isfinite(a - b):
        return
    by = round(a - b, 6)
    way = "large" if by > 0 else "small"
    yield f"{_what(trials)} is too {way} by {abs(by):g}.", lambda right, trial: right + by
    if b and a:
        times = round(a / b, 6)
        if abs(times - round(times)) < 1e-6 and round(times) not in (0, 1):
            words = f"{_what(trials)} is {times:g} times what it should be."
            if times == -1:
                words = f"{_what(trials)} has the wrong sign."
            yield words, lambda right, trial: right * times
        over = round(b / a, 6)
        if abs(over - round(over)) < 1e-6 and round(over) > 1:
            words = f"{_what(trials)} should be {over:g} times as large."
            yield words, lambda right, trial: right / over


def _measures(trial: Trial) -> Iterator[tuple[str, float]]:
    """Numbers that the arguments offer: options, lengths of axes, sizes, sums."""
    for name, value in trial.case.arguments.items():
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int):
            yield f"`{name}`", float(value)
            yield f"`{name}` squared", float(value) ** 2
        elif isinstance(value, np.ndarray) and value.ndim:
            for axis, length in enumerate(value.shape):
                yield f"`{name}.shape[{axis}]`", float(length)
            yield f"the number of values of `{name}`", float(value.size)
            yield f"the sum of `{name}`", float(value.sum())
            yield f"the mean of `{name}`", float(value.mean())


def _quantities(trials: Sequence[Trial]) -> Iterator[tuple[str, Change]]:
    names = [name for name, _ in _measures(trials[0])]

    def number(name: str, trial: Trial) -> float:
        return dict(_measures(trial)).get(name, np.nan)

    for name in names:
        values = {number(name, trial) for trial in trials}
        if len(values) < 2:  # a constant says it simpler
            continue
        what = _what(trials)
        yield f"{what} is too large by {name}.", lambda right, t, n=name: right + number(n, t)
        yield f"{what} is too small by {name}.", lambda right, t, n=name: right - number(n, t)
        yield f"{what} is multiplied by {name}.", lambda right, t, n=name: right * number(n, t)
        yield f"{what} is divided by {name}.", lambda right, t, n=name: right / number(n, t)
        yield (
            f"{what} is {name}.",
            lambda right, t, n=name: np.full_like(right, number(n, t)),
        )


def _forms(exercise: Exercise) -> Iterator[tuple[str, Change]]:
    """Other orders and other forms of the right numbers."""
    if exercise.answers is ARRAY:
        for axis in range(-3, 0):
            end = {-1: "left and right", -2: "top and bottom", -3: "the order of the channels"}
            words = f"The values are right, but {end[axis]} are exchanged."
            if axis == -3:
                words = "The values are right, but the channels come in the opposite order."
            yield words, lambda right, t, a=axis: np.flip(right, a) if right.ndim >= -a else None
        yield (
            "The values are right, but the answer is turned by 180°.",
            lambda right, t: np.flip(right, (-2, -1)) if right.ndim >= 2 else None,
        )
        for by, where in ((1, "further on"), (-1, "earlier")):
            for axis, name in ((-1, "column"), (-2, "row")):
                yield (
                    f"Each value stands one {name} {where} than it should (those at the end come "
                    "round to the other).",
                    lambda right, t, b=by, a=axis: (
                        np.roll(right, b, a) if right.ndim >= -a else None
                    ),
                )
    yield from _signs()


def _signs() -> Iterator[tuple[str, Change]]:
    yield "Negative values have become positive.", lambda right, t: np.abs(right)
    yield "Negative values have become 0.", lambda right, t: np.maximum(right, 0)
    yield "Each value is squared.", lambda right, t: right**2
    yield "Each value is the root of what it should be.", lambda right, t: np.sqrt(right)


def _roundings() -> Iterator[tuple[str, Change]]:
    yield "What is behind the decimal point is lost.", lambda right, t: np.trunc(right)
    yield "Each value is rounded.", lambda right, t: np.round(right)
    yield "Each value is rounded up.", lambda right, t: np.ceil(right)

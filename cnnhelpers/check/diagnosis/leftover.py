"""What is still to do with an answer: an axis to sum over, numbers too many, another order.

The wrong answer is turned into the right one, where :mod:`relations` asks how it came from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from cnnhelpers.check.answers import POSITIONS
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial

Pair = tuple[np.ndarray, np.ndarray, float]  # the learner's answer, the right one, its scale
Step = Callable[[np.ndarray, tuple[int, ...]], np.ndarray | None]
_SUMMARIES: tuple[tuple[str, Callable[..., np.ndarray]], ...] = (
    ("sum", np.sum), ("product", np.prod), ("mean", np.mean),
    ("largest", np.max), ("smallest", np.min),
)  # fmt: skip
_MOST = 300  # entries of an answer that are compared with each other


def leftover(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return the step that makes every wrong answer right, if its shape is another one."""
    trials = _answered(wrong)
    if len(trials) < 2 or len(trials) < len(wrong):
        return None
    pairs = [
        (t.answer.value, t.expected.value, t.scale)
        for t in trials
        if t.answer.value is not None and t.expected.value is not None
    ]
    if all(mine.shape == right.shape for mine, right, _ in pairs):
        return None
    if not any(right.ndim for _, right, _ in pairs):
        if all(mine.ndim == 1 and len(mine) == right for mine, right, _ in pairs):
            return Sign("relation", "You return a list; how many entries it has is asked for.")
    for words, step in (*_reductions(trials[0]), *_cuts(trials[0])):
        if _mends(exercise, pairs, step):
            return Sign("relation", words)
    return None


def members(exercise: Exercise, wrong: Sequence[Trial]) -> Sign | None:
    """Return that entries are missing, too many, or in another order, if it is so everywhere."""
    trials = _answered(wrong)
    if len(trials) < 2 or len(trials) < len(wrong):
        return None
    counts = []
    for trial in trials:
        mine, right = trial.answer.value, trial.expected.value
        assert mine is not None and right is not None
        if mine.ndim != right.ndim or not mine.ndim or mine.shape[1:] != right.shape[1:]:
            return None
        if max(len(mine), len(right)) > _MOST:
            return None
        counts.append((_strangers(exercise, mine, right, trial.scale),
                       _strangers(exercise, right, mine, trial.scale),
                       len(mine), len(right)))  # fmt: skip
    if not any(yours > extra for extra, _, yours, _ in counts):
        return None
    what = "position" if exercise.answers is POSITIONS else "entry"
    several = "positions" if what == "position" else "entries"
    if all(not extra and not missing and m == r for extra, missing, m, r in counts):
        return Sign("place", f"All {several} are right, but they stand in another order.")
    if all(not extra and m < r for extra, _, m, r in counts):
        return Sign("place", f"What you return is right, but {several} are missing.")
    if all(not missing and m > r for _, missing, m, r in counts):
        return Sign("place", f"All that is asked for is there, and other {several} besides.")
    return None


def _answered(wrong: Sequence[Trial]) -> list[Trial]:
    return [t for t in wrong if t.answer.value is not None and t.expected.value is not None]


def _strangers(exercise: Exercise, some: np.ndarray, others: np.ndarray, scale: float) -> int:
    """Return how many entries of an array are not among those of another, each met once."""
    open_, count = np.ones(len(others), bool), 0
    for entry in some:
        equal = exercise.answers.close(np.broadcast_to(entry, others.shape), others, scale)
        found = np.flatnonzero(equal.reshape(len(others), -1).all(axis=1) & open_)
        count += not len(found)
        open_[found[:1]] = False
    return count


def _mends(exercise: Exercise, pairs: Sequence[Pair], step: Step) -> bool:
    for mine, right, scale in pairs:
        with np.errstate(all="ignore"):
            made = step(mine, right.shape)
        if made is None or made.shape != right.shape:
            return False
        if not exercise.answers.close(made, right, scale).all():
            return False
    return True


def _reductions(trial: Trial) -> Iterator[tuple[str, Step]]:
    """Yield steps for an axis that is left over: summed, averaged, or all but one entry dropped."""
    assert trial.answer.value is not None and trial.expected.value is not None
    mine, right = trial.answer.value.ndim, trial.expected.value.ndim
    if mine != right + 1:
        return
    for axis in range(-1, -mine - 1, -1):
        where = "last axis" if axis == -1 else f"axis {mine + axis}"
        for name, summary in _SUMMARIES:
            if right:
                words = f"An axis is left over: the {name} over the {where} of it is right."
            else:
                words = f"You return several numbers; their {name} is asked for."
                if name in ("largest", "smallest"):
                    words = f"You return several numbers; the {name} of them is asked for."
            yield words, _summed(summary, axis)
        for index, ordinal in ((0, "first"), (-1, "last")):
            words = f"An axis is left over: the {ordinal} entry along the {where} is right."
            if not right:
                words = f"You return several numbers; the {ordinal} of them is asked for alone."
            yield words, _taken(index, axis)


def _summed(summary: Callable[..., np.ndarray], axis: int) -> Step:
    return lambda array, shape: np.asarray(summary(array, axis=axis)) if array.size else None


def _taken(index: int, axis: int) -> Step:
    return lambda array, shape: np.take(array, index, axis) if array.shape[axis] else None


def _cut(part: slice, axis: int) -> Step:
    return lambda array, shape: (
        array[(slice(None),) * axis + (part,)] if array.ndim > axis else None
    )


def _reshaped(array: np.ndarray, shape: tuple[int, ...]) -> np.ndarray | None:
    return array.reshape(shape) if array.size == np.prod(shape) else None


def _cuts(trial: Trial) -> Iterator[tuple[str, Step]]:
    """Yield steps for all the numbers in another shape, or one entry too many at an end."""
    yield (
        "The numbers are right, one after another, but not the shape: give them theirs by "
        "`reshape`.",
        _reshaped,
    )
    assert trial.answer.value is not None
    for axis in range(trial.answer.value.ndim):
        along = "" if trial.answer.value.ndim == 1 else f" along axis {axis}"
        for ordinal, cut in (("first", slice(1, None)), ("last", slice(None, -1))):
            yield (
                f"The {ordinal} entry{along} is too many; all others are right.",
                _cut(cut, axis),
            )

"""Which known mistake an answer looks like: the same answers on all cases, or only on some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cnnhelpers.check.answers import ARRAY, PAIR, Answer
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.key import mistaken, tells
from cnnhelpers.check.mistake import Mistake, Way, then
from cnnhelpers.check.mistakes.values import INTEGER_DTYPE


class Named(NamedTuple):
    """The mistakes found: one, or two at once; ``certain`` if they explain every case."""

    mistakes: tuple[Mistake, ...] = ()
    certain: bool = False


def name_mistake(exercise: Exercise, trials: Sequence[Trial]) -> Named:
    """Return the known mistakes whose answers are the learner's."""
    for mistake in (*exercise.mistakes, *_general(exercise)):
        if any(_matches(exercise, way, trials) for way in mistake.ways):
            return Named((mistake,), True)
    for rule in (_extra_axes, _whole_numbers):
        mistake = rule(exercise, trials)
        if mistake:
            return Named((mistake,), True)
    pairs = _pairs(exercise, trials)
    if len(pairs) == 1:
        return Named(pairs[0], True)
    return _likely(exercise, trials)


def _same(exercise: Exercise, way: Way, trial: Trial) -> bool:
    if trial.right and trial.answer.value is None:  # a right error, or a case left out
        return (
            trial.expected.error is None or mistaken(exercise, way, trial.index).error is not None
        )
    made, answer = mistaken(exercise, way, trial.index), trial.answer
    if made.error is not None and answer.value is not None and not answer.value.size:
        return True  # where nothing fits, one function raises and another returns an empty array
    return exercise.answers.agree(made, answer, trial.scale)


def _telling(exercise: Exercise, way: Way, trial: Trial) -> bool:
    """Return whether the mistake makes a difference in this case."""
    return tells(exercise, way, trial.index)


def _matches(exercise: Exercise, way: Way, trials: Sequence[Trial]) -> bool:
    return all(_same(exercise, way, trial) for trial in trials)


# Two at once ------------------------------------------------------------------------------------


def _pairs(exercise: Exercise, trials: Sequence[Trial]) -> list[tuple[Mistake, ...]]:
    """Return the pairs of mistakes that together explain every case.

    A pair is tried only if each of the two explains the cases in which the other does nothing.
    """
    if all(trial.answer.value is None for trial in trials):
        return []
    ways = [
        (mistake, way)
        for mistake in exercise.mistakes
        for way in mistake.ways
        if way.instead is None
    ]
    if not ways:
        return []
    other = np.array([[not _same(exercise, way, trial) for trial in trials] for _, way in ways])
    silent = np.array([[not _telling(exercise, way, trial) for trial in trials] for _, way in ways])
    refuted = (silent[:, None] & other[None]).any(axis=2)  # [i, j]: where i is silent, j is wrong
    found: dict[frozenset[str], tuple[Mistake, ...]] = {}
    for i, j in np.argwhere(np.triu(~refuted & ~refuted.T, 1)):
        (first, one), (second, two) = ways[i], ways[j]
        if first is second:
            continue
        for both in (one.then(two), two.then(one)):
            if both and _pair_matches(exercise, both, trials):
                found[frozenset((first.slug, second.slug))] = (first, second)
                break
    return list(found.values())


def _pair_matches(exercise: Exercise, way: Way, trials: Sequence[Trial]) -> bool:
    for trial in sorted(trials, key=lambda trial: trial.right):
        arguments = exercise.complete(trial.case)
        made = exercise.answers.made_by(lambda a=arguments: way.run(exercise.course, a))
        if trial.right and trial.answer.value is None:
            continue
        if not exercise.answers.agree(made, trial.answer, trial.scale):
            return False
    return True


def _likely(exercise: Exercise, trials: Sequence[Trial]) -> Named:
    """Return the one mistake that explains most of the wrong answers, if there is one such."""
    counted = []
    for mistake in exercise.mistakes:
        best = 0.0
        for way in mistake.ways:
            told = [t for t in trials if _telling(exercise, way, t)]
            answered = [t for t in told if t.answer.value is not None]
            same = sum(_same(exercise, way, trial) for trial in answered)
            wrong = sum(not t.right and t.answer.value is not None for t in trials)
            if same >= 2 and same >= 0.6 * len(answered) and same >= 0.6 * wrong:
                best = max(best, same / max(len(answered), wrong))
        if best:
            counted.append((best, mistake))
    counted.sort(key=lambda entry: -entry[0])
    if counted and (len(counted) == 1 or counted[0][0] > counted[1][0]):
        return Named((counted[0][1],), False)
    return Named()


# Mistakes that every exercise knows -------------------------------------------------------------

_NEGATED = Mistake(
    "wrong-sign",
    "Every value has the wrong sign.",
    "Look for a difference taken the other way round, or a minus too much.",
    then(lambda answer, a: -np.asarray(answer)),
)
_TURNED = Mistake(
    "output-transposed",
    "The answer is right, but rows and columns are exchanged.",
    "Check which loop runs over rows: `output[row, column]`, height first.",
    then(lambda answer, a: np.swapaxes(np.asarray(answer), -1, -2)),
)
_FLAT = Mistake(
    "flattened",
    "The values are right, but in one long row instead of the shape that is asked for.",
    "Give the answer its shape at the end: `output.reshape(...)`.",
    then(lambda answer, a: np.ravel(answer)),
)
_PAIR_TURNED = Mistake(
    "pair-swapped",
    "The two numbers are exchanged: it should be (row, column), the row first.",
    "Arrays are indexed by row first: `row, column = np.unravel_index(index, scores.shape)`.",
    then(lambda answer, a: tuple(answer)[::-1]),
)


def _general(exercise: Exercise) -> tuple[Mistake, ...]:
    own = {mistake.slug for mistake in exercise.mistakes}
    general = {ARRAY: (_NEGATED, _TURNED, _FLAT), PAIR: (_PAIR_TURNED,)}
    return tuple(m for m in general.get(exercise.answers, ()) if m.slug not in own)


def _extra_axes(exercise: Exercise, trials: Sequence[Trial]) -> Mistake | None:
    if exercise.answers is not ARRAY:
        return None
    shape = None
    for trial in trials:
        value, right = trial.answer.value, trial.expected.value
        if value is None or right is None:
            if trial.right:
                continue
            return None
        if value.shape != right.shape:
            shape = shape or (value.shape, right.shape)
        if not ARRAY.agree(Answer(value.squeeze()), Answer(right.squeeze()), trial.scale):
            return None
    if shape is None:
        return None
    return Mistake(
        "extra-axes" if len(shape[0]) > len(shape[1]) else "axes-lost",
        f"The values are right, but the shape is {shape[0]} instead of {shape[1]}.",
        "Take the extra axes off with `[0, 0]`, or keep an axis of length 1 with a slice "
        "(`squeeze` drops all of them).",
    )


def _whole_numbers(exercise: Exercise, trials: Sequence[Trial]) -> Mistake | None:
    """Right wherever the answer is whole, wrong wherever it is not, and always an integer array."""
    if exercise.answers is not ARRAY:
        return None
    wrong = [trial for trial in trials if not trial.right]
    for trial in wrong:
        right, answer = trial.expected.value, trial.answer
        if right is None or answer.value is None or answer.value.shape != right.shape:
            return None
        if (
            answer.dtype is None
            or answer.dtype.kind not in "iu"
            or (right == np.round(right)).all()
        ):
            return None
    if not wrong or len(wrong) == len(trials):
        return None
    return INTEGER_DTYPE

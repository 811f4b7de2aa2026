"""The right answers to the cases of an exercise, and its known mistakes' ones; each made once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Way


class Expected(NamedTuple):
    """A right answer, and where it comes from: "PyTorch", "recorded", "course", or nowhere ("")."""

    answer: Answer
    source: str


def kept(exercise: Exercise, case: Case) -> np.ndarray:
    """Return PyTorch's answer to a case, as it is recorded."""
    return exercise.answers.stored(exercise.twin(reference.needed(), **case.arguments))


@lru_cache(maxsize=4096)
def expected(exercise: Exercise, index: int) -> Expected:
    """Return the right answer to a case."""
    case, answers = exercise.cases[index], exercise.answers
    if case.raises is not None:
        return Expected(Answer(error=case.raises()), "")
    if reference.available():
        return Expected(answers.restored(kept(exercise, case)), "PyTorch")
    try:
        return Expected(
            answers.restored(recorded.answer(exercise.name, case.arguments)), "recorded"
        )
    except LookupError:  # a case that is newer than the recorded values
        arguments = exercise.complete(case)
        return Expected(exercise.answer(lambda a: exercise.course(**a), arguments), "course")


@lru_cache(maxsize=4096)
def mistaken(exercise: Exercise, way: Way, index: int) -> Answer:
    """Return what a mistake answers to case ``index`` of its exercise."""
    arguments = exercise.complete(exercise.cases[index])
    return exercise.answer(lambda a: way.run(exercise.course, a), arguments)


@lru_cache(maxsize=4096)
def tells(exercise: Exercise, way: Way, index: int) -> bool:
    """Return whether a mistake makes a difference in case ``index``."""
    right = expected(exercise, index).answer
    return not exercise.answers.agree(mistaken(exercise, way, index), right, right.scale)

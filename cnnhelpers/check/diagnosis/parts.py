"""Which of several arrays are wrong, and what can be said of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.several import Arrays, of_part, wrong_parts


def parts(
    exercise: Exercise,
    wrong: Sequence[Trial],
    ask: Callable[[Exercise, Sequence[Trial]], Sign | None],
) -> Sign | None:
    """Return which arrays are right and which are wrong, and the first sign in a wrong one."""
    answers = exercise.answers
    if not isinstance(answers, Arrays) or any(trial.answer.value is None for trial in wrong):
        return None
    found = wrong_parts(answers, wrong)
    alone = replace(exercise, answers=ARRAY)
    more = ""
    for index in found:
        sign = ask(alone, of_part(answers, wrong, index))
        if sign is not None:
            more = f" In `{answers.parts[index]}`: {sign.words}"
            break
    names = [f"`{answers.parts[index]}`" for index in found]
    right = [f"`{name}`" for index, name in enumerate(answers.parts) if index not in found]
    if right:
        verb = "was" if len(right) == 1 else "were"
        some = f"{' and '.join(right)} {verb} right in the cases tried"
        words = f"{some}, {' and '.join(names)} not always."
    elif more:
        words = "Every array was wrong in some case."
    else:
        return None
    return Sign("part", words + more)

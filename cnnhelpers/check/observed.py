"""What happened in the case that is shown, before any question why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cnnhelpers.check import limits
from cnnhelpers.check.advice import advice_for
from cnnhelpers.check.answers import ARRAY, DECIMAL, NUMBER, Answer
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import message
from cnnhelpers.check.trying import Tried

NAN = (
    "The answer holds nan (not a number), which comes from 0 / 0, from the root of a negative "
    "number, or from `np.empty`, whose numbers are left over."
)

Shown = np.ndarray | str | None


@dataclass(frozen=True)
class Observed:
    """What happened in the smallest case that goes wrong."""

    verdict: str
    explanation: str
    hint: str | None
    got: Shown


def observe(exercise: Exercise, trial: Trial) -> Observed:
    """Return what happened in a case that went wrong, before any question why."""
    answer, expected = trial.answer, trial.expected
    if answer.error is not None:
        said, line = message(answer.error), trial.run.line
        where = f" It happened in {line.place}: `{line.text}`." if line and line.text else ""
        wanted = f" A {trial.case.raises.__name__} is asked for here." if trial.case.raises else ""
        stop = "" if said.endswith((".", "!", "?", "…")) else "."
        hint = advice_for(answer.error, exercise, line.text if line else "")
        return Observed("raised", f"It stopped with {said}{stop}{where}{wanted}", hint, said)
    if answer.trouble is not None:
        trouble = answer.trouble
        return Observed("wrong values", trouble.explanation, trouble.hint, "nothing to compare")
    if expected.error is not None:
        kind = type(expected.error).__name__
        return Observed(
            "wrong values",
            f"A {kind} is asked for here, but your function returned an answer.",
            f"Look at the argument first, and `raise {kind}(...)` with a sentence that helps.",
            plain(answer) if exercise.answers is not NUMBER else answer.value,
        )
    assert answer.value is not None and expected.value is not None
    if answer.value.shape != expected.value.shape:
        return Observed("wrong shape", shapes(exercise, trial), None, answer.value)
    words = "Compare the numbers below; no known mistake gives just these."
    if is_nan(trial):
        words = NAN
    return Observed("wrong values", words, None, answer.value)


def notes_on(tried: Tried) -> tuple[str, ...]:
    """Return what stands below a verdict: the learner's prints, and what is missing here."""
    found = []
    runs = [trial.run for trial in tried.all]
    lines = next((run.printed.splitlines() for run in runs if run.printed.strip()), [])
    printed = " ".join(" ".join(dict.fromkeys(lines)).split())  # each line once
    if printed:
        short = printed if len(printed) <= 200 else printed[:200] + " …"
        found.append(f"Your function printed (shown once): {short}")
    if tried.source == "recorded":
        found.append("PyTorch is not installed: compared with values recorded from it.")
    if tried.source == "course":
        found.append("No recorded value: compared with the course's own function.")
    if not limits.is_possible():
        found.append(limits.IMPOSSIBLE.capitalize())
    return tuple(found)


def changed_parts(trials: Sequence[Trial]) -> tuple[str, ...]:
    """Return what of the arguments was changed, where they can tell: "model.statistics"."""
    return tuple(dict.fromkeys(part for trial in trials for part in trial.run.parts))


def changed_names(trials: Sequence[Trial]) -> tuple[str, ...]:
    """Return the names of the arguments that were changed."""
    return tuple(dict.fromkeys(name for trial in trials for name in trial.run.changed))


def input_changed(trials: Sequence[Trial]) -> str:
    """Return which arguments were changed, as a sentence."""
    names = changed_names(trials)
    return f"Your function changed its input{'s' if len(names) > 1 else ''} {' and '.join(names)}."


def is_nan(trial: Trial) -> bool:
    """Return whether an answer holds nan, and the right one does not."""
    mine, right = trial.answer.value, trial.expected.value
    return (
        mine is not None
        and right is not None
        and bool(np.isnan(mine).any() and not np.isnan(right).any())
    )


def plain(answer: Answer) -> Shown:
    """Return the answer to show; floats among whole numbers keep their point."""
    if answer.value is not None and answer.value.ndim == 0:
        return str(float(answer.value))
    return answer.value


def value_of(answer: Answer) -> Shown:
    """Return the answer to show, or the name of its error."""
    return type(answer.error).__name__ if answer.error is not None else answer.value


def shapes(exercise: Exercise, trial: Trial) -> str:
    """Return which shape an answer has, and which is expected, as a sentence."""
    assert trial.answer.value is not None and trial.expected.value is not None
    got, expected = trial.answer.value.shape, trial.expected.value.shape
    what = f"`{trial.part}`" if trial.part else "The answer"
    if not got:
        return f"{what} is one number; an array of shape {expected} is expected."
    if not expected and len(got) == 1 and got[0] != 1:
        return f"{what} holds {got[0]} numbers; one number is expected."
    if not expected:
        return f"{what} is an array of shape {got}; one number is expected."
    if exercise.answers not in (ARRAY, DECIMAL) and not trial.part and len(got) == 1:
        count = "1 number" if got[0] == 1 else f"{got[0]} numbers"
        return f"{what} holds {count}; it should hold {expected[0]}."
    return f"{what} has shape {got}; expected is {expected}."

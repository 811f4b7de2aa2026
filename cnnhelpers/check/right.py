"""What a verdict says of a function whose answers are right; something else may be wrong."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding, Trial
from cnnhelpers.check.observed import changed_parts, input_changed, plain, value_of
from cnnhelpers.check.running import message
from cnnhelpers.check.trying import Tried

ALWAYS = 0.5  # of the right answers, by which an argument is changed: where it makes a difference


def all_right(exercise: Exercise, tried: Tried, notes: tuple[str, ...]) -> Finding:
    """Return the finding on a function whose answers are right; it may still break its input."""
    changed = [trial for trial in tried.all if trial.run.changed]
    if changed:
        first = min(changed, key=lambda trial: trial.case.size)
        return Finding(
            "changed its input",
            f"The answers are right in the cases tried. {input_changed(changed)}",
            exercise.hints_on_input(changed_parts(changed)),
            ("input-changed",),
            case=first.case,
            notes=notes,
        )
    if exercise.answers.whole:
        floats = [t for t in tried.all if _is_float(t.answer)]
        if floats:
            value = floats[0].answer.value
            assert value is not None
            return Finding(
                "wrong values",
                "The numbers are right, but they are floats, such as "
                f"{float(value.ravel()[0])}; a size, a count or a position must be a whole number "
                "(an int), or it cannot be used for a shape or an index.",
                (
                    "`//` divides whole numbers into whole numbers, `/` always gives a float; so "
                    "does `np.prod([])`, which is 1.0. `int(...)` turns one into the other.",
                ),
                ("float-not-int",),
                case=floats[0].case,
                expected=value_of(floats[0].expected),
                got=plain(floats[0].answer),
                notes=notes,
            )
    of = {
        "PyTorch": exercise.compared,
        "recorded": "the values recorded from PyTorch",
        "course": "the course's",
    }
    return Finding(
        "passed",
        f"Right in all {len(tried.named)} cases: the same answers as {of[tried.source]}. "
        "Right for arguments drawn at random, too.",
        notes=notes,
    )


def changed_in_place(exercise: Exercise, tried: Tried, notes: tuple[str, ...]) -> Finding | None:
    """Return the finding on a function that is right but for whole numbers, or for views.

    Whole numbers cannot hold the fractions that are written into their array, and a view is not
    flattened in place: the fault is not theirs, but that an argument is changed.
    """
    right = [trial for trial in tried.all if trial.right and trial.answer.value is not None]
    changed = [trial for trial in right if trial.run.changed]
    if len(changed) < ALWAYS * max(1, len(right)):
        return None
    views = all("view" in (trial.settings or {}) for trial in tried.wrong)
    if not views and not all(map(_whole_and_changed, tried.wrong)):
        return None
    more = (
        "And where the array is a view, it goes wrong altogether."
        if views
        else "And an array of whole numbers cannot hold fractions: where some are written into "
        "one, the answer goes wrong, or NumPy stops."
    )
    first = min(changed, key=lambda trial: trial.case.size)
    return Finding(
        "changed its input",
        f"{input_changed(changed)} {more}",
        exercise.hints_on_input(changed_parts(changed)),
        ("input-changed",),
        case=first.case,
        notes=notes,
    )


def _whole_and_changed(trial: Trial) -> bool:
    """Return whether integers were changed in place, or NumPy refused to do so."""
    if trial.answer.error is not None:
        said = message(trial.answer.error)
        return "Cannot cast ufunc" in said and "to dtype('" in said
    return any(
        np.asarray(trial.case.arguments[name]).dtype.kind in "iu" for name in trial.run.changed
    )


def beyond(case: Case, sign: Sign, notes: tuple[str, ...]) -> Finding:
    """Return the finding on a function that is right in single calls with small numbers only."""
    return Finding(
        "wrong values",
        sign.words,
        (sign.hint,),
        located=(sign.kind,),
        case=case,
        notes=notes,
    )


def _is_float(answer: Answer) -> bool:
    """Return whether an answer holds numbers, and they are floats."""
    dtype, value = answer.dtype, answer.value
    return dtype is not None and dtype.kind == "f" and value is not None and value.size > 0

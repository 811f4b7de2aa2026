"""What a verdict says: findings put into sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from cnnhelpers.check import limits
from cnnhelpers.check.advice import advice_for
from cnnhelpers.check.answers import ARRAY, DECIMAL, NUMBER, Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.diagnosis.repair import Repair
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.source import source_of
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding, Trial
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.check.running import SECONDS, Run, message
from cnnhelpers.check.trying import Tried

NAN = (
    "The answer holds nan (not a number), which comes from 0 / 0, from the root of a negative "
    "number, or from `np.empty`, whose numbers are left over."
)

ALWAYS = 0.5  # of the right answers, by which an argument is changed: where it makes a difference

Shown = np.ndarray | str | None


@dataclass(frozen=True)
class Observed:
    """What happened in the smallest case that goes wrong."""

    verdict: str
    explanation: str
    hint: str | None
    got: Shown


# A function that is right ------------------------------------------------------------------------


def is_stub(run: Run) -> bool:
    """Return whether a body is not written yet: ``...`` or ``NotImplemented`` is its answer.

    A library raises NotImplementedError, too: PyTorch does for integers in some operations.
    """
    if isinstance(run.error, NotImplementedError):
        return run.line is None or "NotImplementedError" in run.line.text
    return (
        isinstance(run.value, Answer)
        and run.value.trouble is not None
        and (run.value.trouble.slug == "stub")
    )


def all_right(exercise: Exercise, tried: Tried, notes: tuple[str, ...]) -> Finding:
    """Return the finding on a function whose answers are right; it may still break its input."""
    changed = [trial for trial in tried.all if trial.run.changed]
    if changed:
        first = min(changed, key=lambda trial: trial.case.size)
        return Finding(
            "changed its input",
            f"The answers are right in the cases tried. {_changed(changed)}",
            (exercise.input_hint,),
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
                    "`//` divides whole numbers into whole numbers, `/` always gives a float; "
                    "`int(...)` turns one into the other.",
                ),
                ("float-not-int",),
                case=floats[0].case,
                expected=_value(floats[0].expected),
                got=_plain(floats[0].answer),
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
        f"{_changed(changed)} {more}",
        (exercise.input_hint,),
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
    return answer.dtype is not None and answer.dtype.kind == "f" and bool(np.size(answer.value))


# A function that is wrong ------------------------------------------------------------------------


def endless(exercise: Exercise, trial: Trial, notes: tuple[str, ...]) -> Finding:
    """Return the finding on a function that did not come to an end."""
    line = trial.run.line
    where = (
        f" The loop in line {line.number} was running: `{line.text}`." if line and line.text else ""
    )
    return Finding(
        "raised",
        f"{exercise.name} did not come to an end within {SECONDS:g} seconds and was stopped."
        f"{where}",
        (
            "A `while` loop ends only if its condition changes: is the counter increased in every "
            "round?",
        ),
        ("endless-loop",),
        case=trial.case,
        expected=_value(trial.expected),
        got="no answer",
        notes=notes,
    )


def named(
    exercise: Exercise,
    tried: Tried,
    first: Trial,
    observed: Observed,
    mistakes: Sequence[Mistake],
    notes: tuple[str, ...],
) -> Finding:
    """Return the finding on a function that makes known mistakes."""
    words = mistakes[0].explanation
    if len(mistakes) == 2:
        both = (_beside_another(mistake.explanation) for mistake in mistakes)
        words = " ".join(("Two mistakes at once.", *both))
    if observed.verdict == "raised":
        words = f"{words} {observed.explanation}"
    elif observed.verdict == "wrong shape":
        words = f"{words} {_shapes(exercise, first)}"
    return _finding(
        tried,
        first,
        observed,
        words,
        (" ".join(mistake.hint for mistake in mistakes),),
        notes,
        mistakes=tuple(mistake.slug for mistake in mistakes),
    )


def _beside_another(explanation: str) -> str:
    """Leave out that the rest is right, which it is not where there is another mistake.

    "The values are right, but the channels come last." becomes "The channels come last."
    """
    claim = re.match(r"(The [\w ]+?) (?:is|are) right, but (?:(it|they) )?(.)", explanation)
    if claim is None:
        return explanation
    subject, pronoun, letter = claim.groups()
    rest = explanation[claim.end() :]
    return f"{subject} {letter}{rest}" if pronoun else letter.upper() + rest


def troubled(
    exercise: Exercise,
    function: Callable,
    tried: Tried,
    first: Trial,
    observed: Observed,
    notes: tuple[str, ...],
) -> Finding:
    """Return the finding on answers that cannot be read: None, text, rows of unequal length."""
    trouble = first.answer.trouble
    assert trouble is not None
    explanation, hint = trouble.explanation, trouble.hint
    if trouble.slug == "nothing-returned":
        explanation, hint = _no_return(function) or (explanation, hint)
    return _finding(tried, first, observed, explanation, (hint,), notes, mistakes=(trouble.slug,))


def _no_return(function: Callable) -> tuple[str, str] | None:
    """Return words for a body without `return`, by what its last line does."""
    source = source_of(function)
    if source is None:
        return None
    definition = source.definition
    last = definition.body[-1]
    text = source.line(last.lineno)
    returns = [node for node in ast.walk(definition) if isinstance(node, ast.Return)]
    if returns == [last] and last.value is not None:
        return (
            f"Your function returned None: that is what `{text}` gives.",
            "Follow the name from where it gets its first value: it may keep a None that it began "
            "with. And what changes a list or an array in place, as `sort` does, gives None.",
        )
    if any(node.value is not None for node in returns):
        return (
            "Your function returned None: it comes to no `return`, or to one that gives None.",
            "Follow the lines with a small example: which `return` should it come to? Is it "
            "inside of an `if` or a loop that does not run?",
        )
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        if getattr(last.value.func, "id", "") == "print":
            return (
                f"Your function prints its answer and does not return it: `{text}`.",
                "`print` shows a value to you; `return` hands it to whoever called the function.",
            )
    if isinstance(last, ast.Expr):
        return (
            f"You compute the answer but do not return it: `{text}`.",
            "Write `return` before it; without it a function gives None.",
        )
    return (
        "Your function has no `return`, so it gives None.",
        "End it with `return` and the name of what you have computed.",
    )


def located(
    exercise: Exercise,
    tried: Tried,
    first: Trial,
    observed: Observed,
    signs: Sequence[Sign],
    edit: Repair | None,
    likely: Mistake | None,
    notes: tuple[str, ...],
) -> Finding:
    """Return the finding on a mistake without a name, by all that was found out about it."""
    said = [sign.words for sign in signs]
    kinds = [sign.kind for sign in signs]
    hints: tuple[str, ...] = (observed.hint,) if observed.hint else ()
    hints = (*hints, *(sign.hint for sign in signs if sign.hint))
    if edit is not None:
        kinds.append("edit")
        hints = (*hints, *edit.hints)
    if observed.verdict in ("raised", "wrong shape"):
        said.insert(0, observed.explanation)
    slugs: tuple[str, ...] = ()
    if likely is not None:
        said = [f"It looks like this, but not in every case: {likely.explanation}"]
        hints = (likely.hint,)
    elif first.answer.trouble is not None:
        slugs = (first.answer.trouble.slug,)
        said.insert(0, observed.explanation)
    elif said and _is_nan(first):
        said.append(NAN)
    elif not said:
        said = [observed.explanation]
        if edit is not None:
            said = ["Not right yet. One line is enough to mend it: the hints lead to it."]
    return _finding(
        tried,
        first,
        observed,
        " ".join(said),
        hints,
        notes,
        mistakes=slugs,
        likely=likely.slug if likely else None,
        located=tuple(kinds) or (("line",) if first.run.line else ()),
    )


def _finding(
    tried: Tried,
    first: Trial,
    observed: Observed,
    explanation: str,
    hints: tuple[str, ...],
    notes: tuple[str, ...],
    mistakes: tuple[str, ...] = (),
    likely: str | None = None,
    located: tuple[str, ...] = (),
) -> Finding:
    changed = [trial for trial in tried.all if trial.run.changed]
    if changed:
        notes = (*notes, _changed(changed) + " Work on a copy, or make a new one.")
    return Finding(
        observed.verdict,
        explanation,
        hints,
        mistakes,
        likely,
        located,
        first.case,
        _value(first.expected),
        observed.got,
        notes,
        first.part,
    )


def _is_nan(trial: Trial) -> bool:
    """Return whether an answer holds nan, and the right one does not."""
    mine, right = trial.answer.value, trial.expected.value
    return (
        mine is not None
        and right is not None
        and bool(np.isnan(mine).any() and not np.isnan(right).any())
    )


def observed(exercise: Exercise, trial: Trial) -> Observed:
    """Return what happened in a case that went wrong, before any question why."""
    answer, expected = trial.answer, trial.expected
    if answer.error is not None:
        said, line = message(answer.error), trial.run.line
        where = f" It happened in line {line.number}: `{line.text}`." if line and line.text else ""
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
            _plain(answer) if exercise.answers is not NUMBER else answer.value,
        )
    assert answer.value is not None and expected.value is not None
    if answer.value.shape != expected.value.shape:
        return Observed("wrong shape", _shapes(exercise, trial), None, answer.value)
    words = "Compare the numbers below; no known mistake gives just these."
    if _is_nan(trial):
        words = NAN
    return Observed("wrong values", words, None, answer.value)


# Pieces -----------------------------------------------------------------------------------------


def notes(tried: Tried) -> tuple[str, ...]:
    """Return what stands below a verdict: the learner's prints, and what is missing here."""
    found = []
    runs = [trial.run for trial in tried.all]
    printed = next((" ".join(run.printed.split()) for run in runs if run.printed.strip()), "")
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


def _changed(trials: Sequence[Trial]) -> str:
    names = dict.fromkeys(name for trial in trials for name in trial.run.changed)
    return f"Your function changed its input {' and '.join(names)}."


def _plain(answer: Answer) -> Shown:
    """Return the answer to show; floats among whole numbers keep their point."""
    if answer.value is not None and answer.value.ndim == 0:
        return str(float(answer.value))
    return answer.value


def _value(answer: Answer) -> Shown:
    return type(answer.error).__name__ if answer.error is not None else answer.value


def _shapes(exercise: Exercise, trial: Trial) -> str:
    assert trial.answer.value is not None and trial.expected.value is not None
    got, expected = trial.answer.value.shape, trial.expected.value.shape
    what = f"`{trial.part}`" if trial.part else "The answer"
    if not got:
        return f"{what} is one number; an array of shape {expected} is expected."
    if not expected:
        return f"{what} is an array of shape {got}; one number is expected."
    if exercise.answers not in (ARRAY, DECIMAL) and not trial.part and len(got) == 1:
        count = "1 number" if got[0] == 1 else f"{got[0]} numbers"
        return f"{what} holds {count}; it should hold {expected[0]}."
    return f"{what} has shape {got}; expected is {expected}."

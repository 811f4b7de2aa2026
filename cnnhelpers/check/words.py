"""What a verdict says of a function that is wrong: findings put into sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

from cnnhelpers.check.diagnosis.repair import Repair
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.source import source_of
from cnnhelpers.check.exercise import LEAVE_AS_IT_IS, Exercise
from cnnhelpers.check.finding import Finding, Trial
from cnnhelpers.check.mistake import Mistake
from cnnhelpers.check.observed import (
    NAN,
    Observed,
    changed_parts,
    input_changed,
    is_nan,
    shapes,
    value_of,
)
from cnnhelpers.check.running import SECONDS
from cnnhelpers.check.trying import Tried


def endless(exercise: Exercise, trial: Trial, notes: tuple[str, ...]) -> Finding:
    """Return the finding on a function that did not come to an end."""
    line = trial.run.line
    where = f" The loop in {line.place} was running: `{line.text}`." if line and line.text else ""
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
        expected=value_of(trial.expected),
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
        words = f"{words} {shapes(exercise, first)}"
    return _finding(
        exercise,
        tried,
        first,
        observed,
        words,
        (" ".join(dict.fromkeys(mistake.hint for mistake in mistakes)),),
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
    function: Callable[..., Any],
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
    return _finding(
        exercise, tried, first, observed, explanation, (hint,), notes, mistakes=(trouble.slug,)
    )


def _no_return(function: Callable[..., Any]) -> tuple[str, str] | None:
    """Return words for a body without `return`, by what its last line does."""
    source = source_of(function)
    if source is None:
        return None
    definition = source.definition
    last = definition.body[-1]
    text = source.line(last.lineno)
    returns = [node for node in ast.walk(definition) if isinstance(node, ast.Return)]
    if returns == [last] and isinstance(last, ast.Return) and last.value is not None:
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
        looks = f"Most of the wrong answers look like this: {likely.explanation}"
        said = [observed.explanation, looks] if observed.verdict == "raised" else [looks]
        hints = (*hints, likely.hint)
    elif first.answer.trouble is not None:
        slugs = (first.answer.trouble.slug,)
        said.insert(0, observed.explanation)
    elif said and is_nan(first):
        said.append(NAN)
    elif not said:
        said = [observed.explanation]
        if edit is not None:
            where = ", made wherever it is wanted," if edit.throughout else ""
            said = [f"One change{where} is enough to mend it: the hints lead to it."]
    return _finding(
        exercise,
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
    exercise: Exercise,
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
        advice = exercise.hints_on_input(changed_parts(changed))
        short = ("Work on a copy, or make a new one." if a == LEAVE_AS_IT_IS else a for a in advice)
        notes = (*notes, " ".join((input_changed(changed), *short)))
    return Finding(
        observed.verdict,
        explanation,
        hints,
        mistakes,
        likely,
        located,
        first.case,
        value_of(first.expected),
        observed.got,
        notes,
        first.part,
    )

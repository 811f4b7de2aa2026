"""The judge: runs a function on the cases of an exercise and says what it found."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable
from types import EllipsisType
from typing import Any

import numpy as np

from cnnhelpers.check.advice import advice_for
from cnnhelpers.check.answers import NUMBER, Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding, Trial
from cnnhelpers.check.key import expected
from cnnhelpers.check.naming import name_mistake
from cnnhelpers.check.running import Run, displays_held_back, message, run


def judge(exercise: Exercise, function: Any) -> Finding:
    """Return what is to say of a learner's function."""
    finding = _before(exercise, function)
    if finding is None:
        with displays_held_back():
            finding = _after(exercise, *_runs(exercise, function))
    return finding


# Before running ---------------------------------------------------------------------------------


def _before(exercise: Exercise, function: Any) -> Finding | None:
    name = exercise.name
    if function is None or isinstance(function, EllipsisType):
        return Finding("not started", f"Pass your function: `check.{name}({name})`.")
    if not callable(function):
        return Finding(
            "not started",
            f"check.{name} takes the function itself, not {_article(type(function).__name__)}: "
            f"write `check.{name}({name})`, without calling {name}.",
        )
    if _is_empty(function):
        return _not_started(exercise)
    return _signature(exercise, function)


def _article(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _not_started(exercise: Exercise) -> Finding:
    return Finding(
        "not started",
        f"The body of {exercise.name} is still empty. Write it, run its cell, then this one.",
    )


def _is_empty(function: Any) -> bool:
    """Return whether the body does nothing: a docstring, ``...``, ``pass`` or ``return None``."""
    code = getattr(function, "__code__", None)
    if code is None or getattr(function, "__closure__", None):
        return False
    nothing = {"RESUME", "NOP", "POP_TOP", "CACHE"}
    rest = [step for step in dis.get_instructions(code) if step.opname not in nothing]
    ends = {"RETURN_CONST", "RETURN_VALUE", "LOAD_CONST"}
    return all(
        step.opname in ends and (step.arg is None or step.argval in (None, ...)) for step in rest
    )


def _signature(exercise: Exercise, function: Callable) -> Finding | None:
    """Say so if the function cannot be called as the exercise asks."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some functions of C do not tell
        return None
    for case in exercise.cases:
        by_position, by_name = exercise.call(case)
        try:
            signature.bind(*by_position, **dict.fromkeys(by_name))
        except TypeError as error:
            bare = [p.replace(annotation=p.empty) for p in signature.parameters.values()]
            yours = inspect.Signature(bare)
            missing = [name for name in by_name if name not in signature.parameters]
            why = f"it has no parameter called {missing[0]}" if missing else str(error)
            wanted = f"def {exercise.name}{exercise.parameters}:"
            return Finding(
                "raised",
                f"{exercise.name} should take {exercise.parameters}; yours takes {yours}: {why}.",
                f"Give the first line these parameters: `{wanted}`",
                ("parameters",),
            )
    return None


# Running ----------------------------------------------------------------------------------------


def _runs(exercise: Exercise, function: Callable) -> tuple[list[Trial], list[Run], str]:
    trials, runs, source = [], [], "PyTorch"
    for index, case in enumerate(exercise.cases):
        right = expected(exercise, index)
        source = right.source if right.source in ("recorded", "course") else source
        result = run(function, case.arguments, *exercise.call(case))
        if result.error is not None or result.out_of_time:
            answer = Answer(error=result.error or TimeoutError())
        else:
            answer = exercise.answers.read(result.value)
        correct = _right(exercise, case, right.answer, answer)
        trials.append(Trial(index, case, right.answer, answer, correct))
        runs.append(result)
        if result.out_of_time:
            break
    return trials, runs, source


def _right(exercise: Exercise, case: Case, expected: Answer, answer: Answer) -> bool:
    if case.raises is not None:
        return isinstance(answer.error, case.raises)
    if answer.error is not None:  # PyTorch's functions refuse mixed dtypes: no fault
        return case.mixed and isinstance(answer.error, RuntimeError) and "type" in str(answer.error)
    return exercise.answers.agree(expected, answer, expected.scale)


# After running ----------------------------------------------------------------------------------


def _after(exercise: Exercise, trials: list[Trial], runs: list[Run], source: str) -> Finding:
    if _untouched(runs[0]):
        return _not_started(exercise)
    notes = _notes(runs, source)
    wrong = [index for index, trial in enumerate(trials) if not trial.right]
    if not wrong:
        return _all_right(exercise, trials, runs, notes, source)
    first = min(wrong, key=lambda index: (trials[index].case.size, index))
    if runs[-1].out_of_time:
        return _endless(exercise, trials[-1], runs[-1], notes)
    trial, result = trials[first], runs[first]
    verdict, explanation, hint, got = _described(exercise, trial, result)
    named = name_mistake(exercise, trials)
    trouble = trial.answer.trouble
    slugs = tuple(mistake.slug for mistake in named.mistakes)
    likely = None
    if trouble is not None and not named.certain:
        slugs = (trouble.slug,)
    elif named.mistakes:
        words = " ".join(mistake.explanation for mistake in named.mistakes)
        if len(slugs) == 2:
            words = f"Two mistakes at once. {words}"
        elif not named.certain:
            words = f"It looks like this, but not in every case: {words}"
            slugs, likely = (), slugs[0]
        raised = verdict == "raised"
        explanation = f"{words} {explanation}" if raised else words
        hint = " ".join(mistake.hint for mistake in named.mistakes)
        if not raised and verdict == "wrong shape":
            explanation += f" {_shapes(trial)}"
    if any(run.changed for run in runs):
        notes = (*notes, _changed(runs) + " Work on a copy, or make a new array.")
    return Finding(
        verdict, explanation, hint, slugs, likely, trial.case, _value(trial.expected), got, notes
    )


def _untouched(first: Run) -> bool:
    return isinstance(first.error, NotImplementedError) or first.value in _STUBS


class _Stubs:
    """What a body that is not written yet may return."""

    def __contains__(self, value: Any) -> bool:
        return value is ... or value is NotImplemented


_STUBS = _Stubs()


def _all_right(
    exercise: Exercise, trials: list[Trial], runs: list[Run], notes: tuple[str, ...], source: str
) -> Finding:
    changed = [index for index, result in enumerate(runs) if result.changed]
    if changed:
        first = min(changed, key=lambda index: (trials[index].case.size, index))
        return Finding(
            "changed its input",
            f"The answers are right. {_changed(runs)}",
            "Whoever calls the function still needs the array. `x -= 1` and `x[...] = 0` change "
            "it; `x - 1` makes a new one, and so does `x.copy()`.",
            ("input-changed",),
            case=trials[first].case,
            notes=notes,
        )
    floats = [t for t in trials if t.answer.dtype is not None and t.answer.dtype.kind == "f"]
    if exercise.answers.whole:
        floats = [trial for trial in floats if trial.answer.value.size]
        if floats:
            value = floats[0].answer.value
            return Finding(
                "wrong values",
                "The numbers are right, but they are floats, such as "
                f"{float(value.ravel()[0])}; a size or a position must be a whole number, "
                "or it cannot be used for a shape or an index.",
                "`//` divides whole numbers into whole numbers, `/` always gives a float; "
                "`int(...)` turns one into the other.",
                ("float-not-int",),
                case=floats[0].case,
                expected=_value(floats[0].expected),
                got=_plain(floats[0].answer),
                notes=notes,
            )
    of = {
        "PyTorch": "PyTorch's",
        "recorded": "the values recorded from PyTorch",
        "course": "the course's",
    }
    return Finding(
        "passed",
        f"Right in all {len(trials)} cases: the same answers as {of[source]}.",
        notes=notes,
    )


def _plain(answer: Answer) -> np.ndarray | str | None:
    """Return the answer to show; floats among whole numbers keep their point."""
    if answer.value is not None and answer.value.ndim == 0:
        return str(float(answer.value))
    return answer.value


def _changed(runs: list[Run]) -> str:
    names = dict.fromkeys(name for result in runs for name in result.changed)
    return f"Your function changed its input {' and '.join(names)}."


def _notes(runs: list[Run], source: str) -> tuple[str, ...]:
    notes = []
    printed = next((" ".join(run.printed.split()) for run in runs if run.printed.strip()), "")
    if printed:
        short = printed if len(printed) <= 200 else printed[:200] + " …"
        notes.append(f"Your function printed (shown once): {short}")
    if source == "recorded":
        notes.append("PyTorch is not installed: compared with values recorded from it.")
    if source == "course":
        notes.append("PyTorch is not installed: compared with the course's own function.")
    return tuple(notes)


def _endless(exercise: Exercise, trial: Trial, result: Run, notes: tuple[str, ...]) -> Finding:
    where = (
        f" The loop in line {result.line.number} was running: `{result.line.text}`."
        if (result.line and result.line.text)
        else ""
    )
    return Finding(
        "raised",
        f"{exercise.name} did not come to an end within 3 seconds and was stopped.{where}",
        "A `while` loop ends only if its condition changes: is the counter increased in every "
        "round?",
        ("endless-loop",),
        case=trial.case,
        expected=_value(trial.expected),
        got="no answer",
        notes=notes,
    )


def _value(answer: Answer) -> np.ndarray | str | None:
    if answer.error is not None:
        return type(answer.error).__name__
    return answer.value


def _shapes(trial: Trial) -> str:
    got, expected = trial.answer.value.shape, trial.expected.value.shape
    return f"The answer has shape {got}; expected is {expected}."


def _described(
    exercise: Exercise, trial: Trial, result: Run
) -> tuple[str, str, str | None, np.ndarray | str | None]:
    """Return verdict, explanation, hint and what came, for a wrong case without a named mistake."""
    answer, expected = trial.answer, trial.expected
    if answer.error is not None:
        said = message(answer.error)
        line = result.line
        where = f" in line {line.number}: `{line.text}`" if line and line.text else ""
        wanted = f" A {trial.case.raises.__name__} is asked for here." if trial.case.raises else ""
        hint = advice_for(answer.error, exercise)
        return "raised", f"It raised {said}{_stop(said)}{_where(where)}{wanted}", hint, said
    if answer.trouble is not None:
        trouble = answer.trouble
        return "wrong values", trouble.explanation, trouble.hint, "nothing to compare"
    if expected.error is not None:
        kind = type(expected.error).__name__
        return (
            "wrong values",
            f"A {kind} is asked for here, but your function returned an answer.",
            f"Look at the argument first, and `raise {kind}(...)` with a sentence that helps.",
            _plain(answer) if exercise.answers is not NUMBER else answer.value,
        )
    if answer.value.shape != expected.value.shape:
        return "wrong shape", _shapes(trial), None, answer.value
    words = "Compare the numbers below; no known mistake gives just these."
    if np.isnan(answer.value).any() and not np.isnan(expected.value).any():
        words = (
            "The answer holds nan (not a number), which comes from 0 / 0, from the root of a "
            "negative number, or from `np.empty`, whose numbers are left over."
        )
    return "wrong values", words, None, answer.value


def _stop(said: str) -> str:
    return "" if said.endswith((".", "!", "?", "…")) else "."


def _where(where: str) -> str:
    return f" It happened{where}." if where else ""

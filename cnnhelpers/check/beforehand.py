"""What can be said of a function before it runs: is it written, are its parameters right?"""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable
from types import EllipsisType
from typing import Any

from cnnhelpers.check import limits
from cnnhelpers.check.answers import Answer
from cnnhelpers.check.endless import endless_loop
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Finding
from cnnhelpers.check.running import Run


def beforehand(exercise: Exercise, function: Any) -> Finding | None:
    """Return what makes it needless to run the function, or None."""
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
        return not_started(exercise)
    return _signature(exercise, function) or _endless(exercise, function)


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


def _endless(exercise: Exercise, function: Callable) -> Finding | None:
    """Say so if a loop never ends and nothing could stop it."""
    loop = None if limits.is_possible() else endless_loop(function)
    if loop is None:
        return None
    return Finding(
        "raised",
        f"The loop `{loop}` never ends, so {exercise.name} was not run: {limits.IMPOSSIBLE}",
        ("Let the loop end: with a condition that changes, `break` or `return`.",),
        ("endless-loop",),
    )


def not_started(exercise: Exercise) -> Finding:
    """Return the finding on a body that is still empty."""
    return Finding(
        "not started",
        f"The body of {exercise.name} is still empty. Write it, run its cell, then this one.",
    )


def not_ended(exercise: Exercise) -> Finding:
    """Return the finding on a body that raises NotImplementedError; it may be written in part."""
    return Finding(
        "not started",
        f"{exercise.name} still raises NotImplementedError. Write it to its end, take that line "
        "away, run its cell, then this one.",
    )


def _article(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


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
    bare = [p.replace(annotation=p.empty) for p in signature.parameters.values()]
    yours = inspect.Signature(bare)
    wanted = f"Give the first line these parameters: `def {exercise.name}{exercise.parameters}:`"
    asked = f"{exercise.name} should take {exercise.parameters}; yours takes {yours}"
    for case in exercise.cases:
        for positional in (False, True):
            by_position, by_name = exercise.call(case, positional)
            try:
                signature.bind(*by_position, **dict.fromkeys(by_name))
            except TypeError as error:
                missing = [name for name in by_name if name not in signature.parameters]
                why = f"it has no parameter called {missing[0]}" if missing else str(error)
                return Finding("raised", f"{asked}: {why}.", (wanted,), ("parameters",))
    order = _other_order(exercise, signature)
    if order:
        return Finding(
            "raised",
            f"{asked}: {order} stand in another order, and a call without their names mixes "
            "them up.",
            (wanted,),
            ("parameter-order",),
        )
    return None


def _other_order(exercise: Exercise, signature: inspect.Signature) -> str | None:
    """Return the parameters that stand in another order than the exercise's, in words."""
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)

    def positional(of: inspect.Signature) -> list[str]:
        return [name for name, p in of.parameters.items() if p.kind in kinds]

    asked, yours = positional(exercise.signature), positional(signature)
    shared = [name for name in asked if name in yours]
    moved = [
        name for name, other in zip(shared, [n for n in yours if n in shared]) if name != other
    ]
    return " and ".join(moved) if moved else None

"""What goes wrong beyond single calls with small numbers, where all else is right.

An answer may be an array that the next call writes into, or a copy where a view is asked for; a
count may be right only as long as the numbers fit into a float or a NumPy integer.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.case import Case
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.source import source_of
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.running import Run, run
from cnnhelpers.check.trying import Drawn, drawings

SECONDS = 0.3
# Calls that take no longer, and no more memory, where the numbers are large.
OF_NUMBERS = frozenset(
    "abs array asarray astype ceil divmod float float32 float64 floor floor_divide int int32 int64 "
    "isqrt item max min multiply pow power prod round sqrt sum tolist tuple uint32 uint64".split()
)


def beyond(exercise: Exercise, function: Callable) -> tuple[Case, Sign] | None:
    """Return the arguments that bring to light what single small calls do not, and what it is."""
    return (
        _written_into(exercise, function)
        or _copied(exercise, function)
        or _too_large(exercise, function)
    )


def _written_into(exercise: Exercise, function: Callable) -> tuple[Case, Sign] | None:
    """Return that an answer is no longer right after a second call, if it is so."""
    found = drawings(exercise)
    twins = [other for other in found[1:] if not other.settings]
    if not twins or found[0].settings:
        return None
    first, second = found[0], twins[0]
    answer = _called(exercise, function, first).value
    if not isinstance(answer, np.ndarray):
        return None
    before = answer.copy()
    _called(exercise, function, second)
    if np.array_equal(before, answer, equal_nan=answer.dtype.kind in "fc"):
        return None
    return first.case, Sign(
        "array",
        "The answers are right. But after a second call, with other numbers, the array that the "
        "first call returned has changed: both calls hand out the same array.",
        "Make a new array in each call, inside of the function.",
    )


def _copied(exercise: Exercise, function: Callable) -> tuple[Case, Sign] | None:
    """Return that an answer is a copy where a view is asked for, if it is so."""
    if not exercise.view_of:
        return None
    shared: list[bool] = []

    def with_its_argument(*given: Any, **named: Any) -> Any:
        answer = function(*given, **named)
        array = {**dict(zip(exercise.signature.parameters, given)), **named}[exercise.view_of]
        shared.append(np.shares_memory(np.asarray(answer), array))
        return answer

    case = exercise.cases[0]
    run(with_its_argument, case.arguments, *exercise.call(case), keep=False)
    if shared == [True]:
        return None
    return case, Sign(
        "array",
        f"The numbers are right, but they are copies: the answer should be a view of "
        f"{exercise.view_of}, which holds the same memory.",
        "Slices, `sliding_window_view` and `as_strided` make views; `np.array`, `np.stack`, "
        "`.copy()`, an index array and an output that is filled in a loop make copies.",
    )


def _called(exercise: Exercise, function: Callable, drawn: Drawn) -> Run:
    return run(function, drawn.case.arguments, *exercise.call(drawn.case), keep=False)


def _too_large(exercise: Exercise, function: Callable) -> tuple[Case, Sign] | None:
    """Return that very large numbers give a wrong answer, if they give one."""
    if not exercise.domain.large or not _is_a_formula(function):
        return None
    for arguments in exercise.domain.large:
        found = _with_large(exercise, function, Case(arguments))
        if found is not None:
            return found
    return None


def _is_a_formula(function: Callable) -> bool:
    """Return whether a function neither counts up nor builds anything: then large numbers are safe.

    With a loop, or a list of that length, they would take for ever or all of the memory.
    """
    source = source_of(function)
    if source is None:
        return False
    for node in ast.walk(source.tree):
        if isinstance(node, ast.For | ast.While | ast.comprehension | ast.Lambda):
            return False
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            if any(isinstance(side, ast.List | ast.Tuple) for side in (node.left, node.right)):
                return False  # [0] * n
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name not in OF_NUMBERS and name != source.definition.name:
                return False
    return True


def _with_large(exercise: Exercise, function: Callable, case: Case) -> tuple[Case, Sign] | None:
    right = _whole(exercise.course(**case.arguments))
    result = run(
        function, case.arguments, *exercise.call(case), seconds=SECONDS, read=_whole, keep=False
    )
    if result.error is not None or result.out_of_time or result.value == right:
        return None
    return case, Sign(
        "condition",
        "The answers are right for small numbers, and wrong for very large ones. Python's whole "
        "numbers are exact at any size; NumPy's 32 bits end at about 2 billion, and a float has 16 "
        "digits.",
        "Stay with Python's int: `*`, `//` and `**` of whole numbers, `math.prod`.",
    )


def _whole(answer: Any) -> tuple[int, ...]:
    """Return one whole number or several as a tuple of Python's."""
    several = answer if isinstance(answer, tuple | list | np.ndarray) else (answer,)
    return tuple(int(number) for number in several)

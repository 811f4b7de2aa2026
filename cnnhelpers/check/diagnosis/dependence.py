"""Which argument an answer does not depend on, though it should; and what it remembers."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.diagnosis.source import source_of
from cnnhelpers.check.domain import Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.trying import Clock, Drawn, draw, drawing, try_one

TRIES = 12
SURE = 6  # changes without effect, where the source reads the argument
NEW = (601, 602, 603)  # seeds of numbers that no call has seen


def unused(exercise: Exercise, function: Callable, clock: Clock) -> Sign | None:
    """Return the one argument that makes no difference to the answer, though it should."""
    source = source_of(function)
    read = set() if source is None else _read(source.definition)
    found = [
        name
        for name in exercise.signature.parameters
        if clock.left
        and _makes_no_difference(exercise, function, name, clock, SURE if name in read else 2)
    ]
    if len(found) != 1:  # none, or an answer that is always the same
        return None
    words = f"Other values of `{found[0]}` were tried, and your answer stayed the same."
    return Sign("dependence", words)


def _read(definition: ast.FunctionDef) -> set[str]:
    return {
        node.id
        for node in ast.walk(definition)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _makes_no_difference(
    exercise: Exercise, function: Callable, name: str, clock: Clock, least: int
) -> bool:
    changes = 0
    for base, other in _pairs(exercise, name):
        answers, rights = [], []
        for arguments in (base, other):
            trial = try_one(exercise, function, drawing(exercise, arguments, {}), clock)
            answers.append(trial.answer)
            rights.append(trial.expected)
        if any(answer.value is None for answer in answers):
            return False
        if exercise.answers.agree(*rights, rights[0].scale):
            continue
        if not exercise.answers.agree(*answers, rights[0].scale):
            return False
        changes += 1
    return changes >= least


def _pairs(exercise: Exercise, name: str) -> Iterator[tuple[dict, dict]]:
    """Return arguments that differ in one only."""
    domain, made = exercise.domain, 0
    for seed, settings in enumerate((*domain.mixtures(), *domain.sweep())):
        if made == TRIES:
            return
        try:
            base = domain.arguments(500 + seed, settings)
            value = base.get(name)
            if isinstance(value, np.ndarray):
                other = domain.arguments(900 + seed, settings).get(name)
            else:
                other = _other_value(exercise, name, value)
            changed = base | {name: other}
            if other is None or np.shape(other) != np.shape(value):
                continue
        except Impossible:
            continue
        if exercise.answer(lambda a: exercise.course(**a), changed).error is not None:
            continue
        made += 1
        yield base, changed


def _other_value(exercise: Exercise, name: str, value: Any) -> Any:
    for one in exercise.domain.factors:
        if one.name == name:
            for option in (0, *range(1, len(one.others) + 1)):
                if one.value(option) != value and one.value(option) is not None:
                    return one.value(option)
    return None


def remembers(
    exercise: Exercise, function: Callable, trials: Sequence[Trial], clock: Clock
) -> Sign | None:
    """Return that an answer is an earlier one's, if it is: something is kept between two calls."""
    earlier: list[Trial] = []
    for trial in trials:
        if not trial.right and trial.answer.value is not None and trial.expected.value is not None:
            for before in earlier:
                kept = before.expected.value
                if kept is None or kept.shape != trial.answer.value.shape or kept.size < 3:
                    continue
                if (kept == kept.flat[0]).all():
                    continue  # many answers are all zeros
                if exercise.answers.agree(before.expected, trial.answer, before.scale):
                    if not _keeps(exercise, function, trial, clock):
                        return None  # two answers that happen to be equal
                    return Sign(
                        "memory",
                        "Called again with other numbers, it gives the answer of an earlier call: "
                        "something is kept from one call to the next.",
                    )
        if trial.right:
            earlier.append(trial)
    return None


def unsteady(
    exercise: Exercise, function: Callable, trials: Sequence[Trial], clock: Clock
) -> Sign | None:
    """Return that the same arguments are answered in two ways, if they are."""
    answered = [t for t in trials if t.answer.value is not None and t.expected.value is not None]
    for trial in answered[:TRIES]:
        drawn = Drawn(trial.settings or {}, trial.case, trial.expected, False)
        again = try_one(exercise, function, drawn, clock).answer
        if again.value is None or np.isnan(again.value).any():
            continue  # an answer of memory that nobody has filled says so itself
        if not exercise.answers.agree(trial.answer, again, trial.scale):
            return _told_as_unsteady(function)
    return None


_RANDOM = (
    "it draws numbers at random",
    "What is asked for follows from the arguments alone. If one of them says the order or the "
    "numbers, take those.",
)
_KEPT = (
    "something is kept from one call to the next",
    "Make what you collect in anew, inside of the function. A default value such as `[]` is made "
    "once, and every call goes on with it.",
)
_EMPTY = (
    "`np.empty` holds whatever was in memory before, and not all of it is written over",
    "`np.zeros` begins with zeros. Which places does nobody fill?",
)


def _told_as_unsteady(function: Callable) -> Sign:
    """Return why two answers may differ, by what the source uses."""
    source = source_of(function)
    nodes = [] if source is None else list(ast.walk(source.definition))
    used = {getattr(node, "attr", getattr(node, "id", "")) for node in nodes}
    arguments = [] if source is None else source.definition.args.defaults
    keeps = any(isinstance(node, ast.Global | ast.Nonlocal) for node in nodes) or any(
        isinstance(default, ast.List | ast.Dict | ast.Set | ast.Call) for default in arguments
    )
    why, hint = _KEPT
    if used & {"random", "default_rng", "shuffle"}:
        why, hint = _RANDOM
    elif not keeps and used & {"empty", "empty_like"}:
        why, hint = _EMPTY
    return Sign(
        "memory", f"Called twice with the same arguments, it gives two answers: {why}.", hint
    )


def _keeps(exercise: Exercise, function: Callable, trial: Trial, clock: Clock) -> bool:
    """Return whether new numbers of the same shapes all get one answer, though they should not."""
    answers, rights = [], []
    for seed in NEW:
        drawn = draw(exercise, trial.settings or {}, seed)
        if drawn is None:
            return False
        again = try_one(exercise, function, drawn, clock)
        if again.right or again.answer.value is None:
            return False
        answers.append(again.answer)
        rights.append(again.expected)
    first, *others = answers
    same = all(exercise.answers.agree(first, one, rights[0].scale) for one in others)
    return same and not any(
        exercise.answers.agree(rights[0], one, rights[0].scale) for one in rights[1:]
    )

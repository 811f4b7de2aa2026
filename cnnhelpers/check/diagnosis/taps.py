"""Where each output reads: one-hot inputs show it, where an operation is linear in its input."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import run
from cnnhelpers.check.trying import Clock

LARGEST = 80  # numbers of an input that are tried one by one
SAID = 2  # taps in a sentence


def taps(
    exercise: Exercise, function: Callable, trial: Trial, clock: Clock
) -> Sign | None:
    """Return which input an output reads in a trial, with which weight, and which it should."""
    if exercise.answers is not ARRAY or not exercise.domain.linear:
        return None
    name = exercise.domain.linear[0]
    x = trial.case.arguments.get(name)
    if not isinstance(x, np.ndarray) or not 1 < x.size <= LARGEST:
        return None
    if trial.answer.value is None or trial.expected.value is None:
        return None
    if trial.answer.value.shape != trial.expected.value.shape:
        return None
    arguments = _weighted(exercise, trial)
    yours = _weights(function, exercise, arguments, name, clock)
    right = _weights(exercise.course, exercise, arguments, name, clock)
    if yours is None or right is None or yours.shape != right.shape:
        return None
    return _difference(exercise, arguments, name, yours, right)


def _weighted(exercise: Exercise, trial: Trial) -> dict[str, Any]:
    """Return the arguments with other weights, of which no sum or product is another one.

    So a weight names its place: of 1, 2 and 3 the third would be told where the first two are
    added.
    """
    arguments = dict(trial.case.arguments)
    random = np.random.default_rng(17)
    for other in exercise.domain.linear[1:]:
        value = arguments.get(other)
        if isinstance(value, np.ndarray):
            arguments[other] = random.uniform(1.0, 2.0, value.shape)
    return arguments


def _weights(
    function: Callable, exercise: Exercise, arguments: dict, name: str, clock: Clock
) -> np.ndarray | None:
    """Return (*output, *input): how much each output grows with each input."""
    x = np.asarray(arguments[name], dtype=np.float64)

    def probe() -> np.ndarray | None:
        def answer(value: np.ndarray) -> np.ndarray:
            given = {
                key: np.array(v) if isinstance(v, np.ndarray) else v for key, v in arguments.items()
            }
            positional, named = exercise.call(_case(given | {name: value}))
            given[name] = value
            made = function(*(given[k] for k in positional), **{k: given[k] for k in named})
            return np.array(made, dtype=np.float64)

        nothing = answer(np.zeros_like(x))
        rows = []
        for place in np.ndindex(x.shape):
            one = np.zeros_like(x)
            one[place] = 1.0
            rows.append(answer(one) - nothing)
        found = np.stack(rows, axis=-1)
        for some in (x, 0.37 * x):  # whole numbers alone do not tell what `% 1` does
            whole = answer(some.copy())
            near = 1e-6 * (1 + np.abs(whole).max())
            if not np.allclose(found @ some.ravel() + nothing, whole, atol=near):
                return None  # not linear
        return found.reshape(*nothing.shape, *x.shape)

    result = run(probe, {}, (), (), seconds=min(1.0, max(0.1, clock.left)))
    return result.value if result.error is None and not result.out_of_time else None


def _case(arguments: dict) -> Any:
    from cnnhelpers.check.case import Case

    return Case(arguments)


def _difference(
    exercise: Exercise, arguments: dict, name: str, yours: np.ndarray, right: np.ndarray
) -> Sign | None:
    space = right.ndim - np.ndim(arguments[name])
    for place in np.ndindex(right.shape[:space]):
        mine, wanted = yours[place], right[place]
        if np.allclose(mine, wanted, atol=1e-6):
            continue
        output = f"output {list(place)}"
        said = _read(exercise, arguments, name, mine, wanted)
        return Sign("taps", f"In the case that is shown, {output} {said}.") if said else None
    return None


def _read(
    exercise: Exercise, arguments: dict, name: str, mine: np.ndarray, wanted: np.ndarray
) -> str | None:
    """Return in words what an output reads and what it should; None where a weight has no name."""

    def where(index: Sequence[int]) -> str:
        return f"{name}[{', '.join(str(int(i)) for i in index)}]"

    def weight(value: float) -> str | None:
        others = exercise.domain.linear[1:]
        if others and isinstance(arguments.get(others[0]), np.ndarray):
            kernel = arguments[others[0]]
            found = np.argwhere(np.abs(kernel - abs(value)) < 1e-6)
            if len(found) == 1:
                sign = "-" if value < 0 else ""
                return f"{sign}{others[0]}[{', '.join(str(int(i)) for i in found[0])}]"
            return None  # a sum or a multiple of weights, which the learner has never seen
        return f"{value:.4g}"

    extra = np.argwhere((np.abs(mine) > 1e-9) & (np.abs(wanted) < 1e-9))
    missing = np.argwhere((np.abs(mine) < 1e-9) & (np.abs(wanted) > 1e-9))
    if len(extra) and len(missing):
        return (
            f"reads {', '.join(where(i) for i in extra[:SAID])}"
            f"{' …' if len(extra) > SAID else ''}, which it should not, and not "
            f"{', '.join(where(i) for i in missing[:SAID])}{' …' if len(missing) > SAID else ''}"
        )
    if len(extra):
        some = " and ".join(where(i) for i in extra[:SAID])
        return f"reads {some}{' and others' if len(extra) > SAID else ''}, which it should not"
    if len(missing):
        some = " and ".join(where(i) for i in missing[:SAID])
        more = " and others" if len(missing) > SAID else ""
        return f"does not read {some}{more}, which it should"
    first = np.argwhere(np.abs(mine - wanted) > 1e-6)[0]
    by, should = weight(mine[tuple(first)]), weight(wanted[tuple(first)])
    if by is None or should is None:
        return None
    return f"multiplies {where(first)} by {by}, and should by {should}"

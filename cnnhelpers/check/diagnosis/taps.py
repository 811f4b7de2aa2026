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
    exercise: Exercise, function: Callable, wrong: Sequence[Trial], clock: Clock
) -> Sign | None:
    """Return which input an output reads with which weight, and which it should read."""
    if exercise.answers is not ARRAY or not exercise.domain.linear:
        return None
    name = exercise.domain.linear[0]
    for trial in sorted(wrong, key=lambda trial: trial.case.size):
        x = trial.case.arguments.get(name)
        if not isinstance(x, np.ndarray) or not 1 < x.size <= LARGEST:
            continue
        if trial.answer.value is None or trial.expected.value is None:
            continue
        if trial.answer.value.shape != trial.expected.value.shape:
            continue
        arguments = _numbered(exercise, trial)
        yours = _weights(function, exercise, arguments, name, clock)
        right = _weights(exercise.course, exercise, arguments, name, clock)
        if yours is None or right is None or yours.shape != right.shape:
            return None
        return _difference(exercise, arguments, name, yours, right)
    return None


def _numbered(exercise: Exercise, trial: Trial) -> dict[str, Any]:
    """Return the arguments with the weights 1, 2, 3 …, so that a weight names its place."""
    arguments = dict(trial.case.arguments)
    for other in exercise.domain.linear[1:]:
        value = arguments.get(other)
        if isinstance(value, np.ndarray):
            arguments[other] = np.arange(1.0, value.size + 1).reshape(value.shape)
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
        whole = answer(x.copy())
        if not np.allclose(
            found @ x.ravel() + nothing, whole, atol=1e-6 * (1 + np.abs(whole).max())
        ):
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
        output = f"Output {list(place)}" if len(place) > 1 else f"Output [{place[0]}]"
        return Sign("taps", f"{output} {_read(exercise, arguments, name, mine, wanted)}.")
    return None


def _read(
    exercise: Exercise, arguments: dict, name: str, mine: np.ndarray, wanted: np.ndarray
) -> str:
    def where(index: Sequence[int]) -> str:
        return f"{name}[{', '.join(str(int(i)) for i in index)}]"

    def weight(value: float) -> str:
        others = exercise.domain.linear[1:]
        if others and isinstance(arguments.get(others[0]), np.ndarray):
            kernel = arguments[others[0]]
            found = np.argwhere(np.abs(kernel - abs(value)) < 1e-6)
            if len(found) == 1:
                sign = "-" if value < 0 else ""
                return f"{sign}{others[0]}[{', '.join(str(int(i)) for i in found[0])}]"
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
    return (
        f"multiplies {where(first)} by {weight(mine[tuple(first)])}, and should by "
        f"{weight(wanted[tuple(first)])}"
    )

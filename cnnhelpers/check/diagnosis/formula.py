"""The formula of a count: the learner's, read off its values, beside the right one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.running import run
from cnnhelpers.check.trying import Clock

HIGHEST = 3  # power of one argument
SAMPLES = 160
TERMS = 4  # more are not written


def formula(exercise: Exercise, function: Callable, clock: Clock) -> Sign | None:
    """Return both formulas, if both are short polynomials of the arguments."""
    if not exercise.domain.count:
        return None
    names = list(exercise.signature.parameters)
    random = np.random.default_rng(5)
    samples = random.integers(1, 7, (SAMPLES, len(names)))
    yours = _values(function, samples, clock)
    right = _values(exercise.course, samples, clock)
    if yours is None or right is None or yours.shape != right.shape:
        return None
    said: list[str] = []
    asked: list[str] = []
    for index in range(yours.shape[1]):
        if np.array_equal(yours[:, index], right[:, index]):
            continue
        mine, wanted = (_fit(samples, column[:, index], names) for column in (yours, right))
        if mine is None or wanted is None:
            return None
        part = "" if yours.shape[1] == 1 else f" for its {('first', 'second')[index]} number"
        said.append(f"Your function computes `{mine}`{part}.")
        asked.append(f"It should be `{wanted}`{part}.")
    return Sign("formula", " ".join(said), " ".join(asked)) if said else None


def _values(function: Callable, samples: np.ndarray, clock: Clock) -> np.ndarray | None:
    def probe() -> np.ndarray:
        return np.array([np.atleast_1d(function(*map(int, row))) for row in samples], float)

    result = run(probe, {}, (), (), seconds=min(0.5, max(0.1, clock.left)))
    value = result.value
    if result.error is not None or result.out_of_time or value.ndim != 2:
        return None
    return value if np.isfinite(value).all() else None


def _fit(samples: np.ndarray, values: np.ndarray, names: Sequence[str]) -> str | None:
    """Return the polynomial, found term by term; the sparsest way that explains all samples."""
    powers = np.array(
        [p for p in product(range(HIGHEST + 1), repeat=len(names)) if sum(p) <= len(names) + 2]
    )
    if len(powers) > 3000:
        powers = powers[(powers.max(axis=1) <= 2)]
    logs = np.log(samples.astype(float))
    terms = np.exp(logs @ powers.T)  # samples × monomials
    norms = np.linalg.norm(terms, axis=0)
    if len(powers) < SAMPLES // 2:  # few enough to be found all at once
        found, *_ = np.linalg.lstsq(terms / norms, values, rcond=None)
        found = found / norms
        kept = np.flatnonzero(np.abs(found) > 1e-4)
        return _checked(terms[:, kept], powers[kept], values, names) if len(kept) else None
    chosen: list[int] = []
    rest = values.astype(float).copy()
    for _ in range(TERMS):
        chosen.append(int(np.argmax(np.abs(terms.T @ rest) / norms)))
        found, *_ = np.linalg.lstsq(terms[:, chosen], values, rcond=None)
        rest = values - terms[:, chosen] @ found
        written = _checked(terms[:, chosen], powers[chosen], values, names)
        if written is not None:
            return written
    return None


def _checked(
    terms: np.ndarray, powers: np.ndarray, values: np.ndarray, names: Sequence[str]
) -> str | None:
    if terms.shape[1] > TERMS + 2:
        return None
    found, *_ = np.linalg.lstsq(terms, values, rcond=None)
    if np.abs(values - terms @ found).max() > 1e-6 * max(1.0, np.abs(values).max()):
        return None
    return _written(found, powers, names)


def _written(factors: np.ndarray, powers: np.ndarray, names: Sequence[str]) -> str | None:
    parts = []
    for factor, power in sorted(zip(factors, powers), key=lambda each: -int(each[1].sum())):
        if abs(factor) < 1e-9:
            continue
        if abs(factor * 4 - round(factor * 4)) > 1e-6:
            return None
        words = [f"{name} ** {p}" if p > 1 else name for name, p in zip(names, power) if p]
        size = abs(factor)
        if abs(size - 1) > 1e-9 or not words:
            words.insert(0, f"{size:g}")
        parts.append(("- " if factor < 0 else "+ ") + " * ".join(words))
    text = " ".join(parts)
    return text.removeprefix("+ ") or "0"

"""Which kind of numbers turns an answer wrong: each kind by itself, where a domain mixes them.

"Not whole" and "large" come with a sign in the domain, "many are equal" with zeros. What is told is
tried with numbers that have this one property.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from cnnhelpers.check.domain import VALUES, Factor, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.trying import Clock, drawing, try_one

SEEDS = (811, 812, 813, 814)
Numbers = Callable[[np.random.Generator, Sequence[int]], np.ndarray]


def _positive(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return random.integers(1, 10, shape).astype(np.float64)


def _signed(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return np.asarray(_positive(random, shape) * random.choice([-1.0, 1.0], shape))


def _fractions(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return np.asarray((3 * random.integers(1, 20, shape) + random.integers(1, 3, shape)) / 3)


def _with_zeros(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    """Return numbers of which some are 0, and no others equal."""
    count = int(np.prod(shape))
    numbers = random.permutation(np.arange(1.0, count + 1))
    numbers[random.permutation(count)[: max(1, count // 3)]] = 0
    return numbers.reshape(shape)


def _equal(random: np.random.Generator, shape: Sequence[int]) -> np.ndarray:
    return random.integers(1, 3, shape).astype(np.float64)


# Words, the numbers, and with which options of the domain (by their words) they may go wrong.
_NEGATIVE, _ALL_NEGATIVE = "some numbers are negative", "all numbers are negative"
_FRACTIONS, _LARGE = "the numbers are not whole", "the numbers are large"
_SMALL, _EQUAL = "the numbers are very small", "many numbers are equal"
_KINDS: tuple[tuple[str, Numbers, str], ...] = (
    (_NEGATIVE, _signed, _NEGATIVE),
    (_ALL_NEGATIVE, lambda r, shape: -_positive(r, shape), _ALL_NEGATIVE),
    (_FRACTIONS, _fractions, _FRACTIONS),
    (_SMALL, lambda r, shape: _positive(r, shape) * 1e-9, _SMALL),
    (_LARGE, lambda r, shape: _positive(r, shape) * 1e4, _LARGE),
    ("some numbers are 0", _with_zeros, _EQUAL),
    (_EQUAL, _equal, _EQUAL),
)
# Very small numbers are not whole, and of all some are negative: that says it already.
_FOLLOW = {_SMALL: _FRACTIONS, _ALL_NEGATIVE: _NEGATIVE}


def kinds_of_numbers(
    exercise: Exercise, function: Callable[..., Any], options: Sequence[int], clock: Clock
) -> list[str] | None:
    """Return in words which of the options of VALUES do harm; None where they cannot be told apart.

    An empty list is returned where another factor explains them.
    """
    values = exercise.domain.values
    if values is None or values.plain is not VALUES.plain:
        return [] if values is None else [values.wording(options)]
    wrong = {values.others[option - 1].words for option in options}
    found: list[str] = []
    for words, numbers, of in _KINDS:
        if of not in wrong or _FOLLOW.get(words) in found:
            continue
        harm = _does_harm(exercise, function, numbers, clock)
        if harm is None:
            return None
        if harm:
            found.append(words)
    return found


def _does_harm(
    exercise: Exercise, function: Callable[..., Any], numbers: Numbers, clock: Clock
) -> bool | None:
    """Return whether all answers to such numbers are wrong, or all right; None if neither."""
    domain = replace(exercise.domain, values=Factor("values", numbers, (), ""))
    right: list[bool] = []
    for seed in SEEDS:
        try:
            arguments = domain.arguments(seed, {})
        except Impossible:
            continue
        right.append(try_one(exercise, function, drawing(exercise, arguments, {}), clock).right)
    if len(right) < 2 or len(set(right)) > 1:
        return None
    return not right[0]

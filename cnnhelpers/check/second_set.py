"""Other arguments than a check tries: what a function is marked by.

A learner can run a check as often as they like, so a function that only remembers the answers to
the arguments that the check draws would pass it. For a mark, arguments are drawn anew: other
numbers, other mixtures of what the exercise's domain allows, and whole numbers that lie between
those that it names.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np

from cnnhelpers.check.domain import Factor, Impossible, Settings
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.trying import Drawn, drawing, drawings

CALLS = 40


def second_set(exercise: Exercise, seed: int, calls: int = CALLS) -> tuple[Drawn, ...]:
    """Return arguments with their right answers, first those that no check of the exercise draws.

    Some exercises are asked for a few whole numbers only; there, some arguments come again.
    """
    known = {_written(case.arguments) for case in exercise.cases}
    known |= {_written(drawn.case.arguments) for drawn in drawings(exercise)}
    new: list[Drawn] = []
    old: list[Drawn] = []
    for drawn in _mixtures(exercise, seed, tries=6 * calls):
        text = _written(drawn.case.arguments)
        if text not in known:
            known.add(text)
            new.append(drawn)
            if len(new) == calls:
                break
        elif len(old) < calls:
            old.append(drawn)
    return tuple([*new, *old][:calls])


def named(exercise: Exercise) -> tuple[Drawn, ...]:
    """Return the exercise's own cases, with the course's answers: PyTorch need not be there."""
    return tuple(
        Drawn({}, case, exercise.answer(lambda a: exercise.course(**a), case.arguments), False)
        for case in exercise.cases
    )


def _mixtures(exercise: Exercise, seed: int, tries: int) -> Iterator[Drawn]:
    random = np.random.default_rng([seed, sum(exercise.name.encode())])
    domain = exercise.domain
    for turn in range(tries):
        factors = tuple(_between(factor, random) for factor in domain.factors)
        mixed = dataclasses.replace(domain, factors=factors)
        settings: Settings = {
            factor.name: int(random.integers(len(factor.others) + 1))
            for factor in mixed.all_factors
            if random.random() < 0.4
        }
        try:
            arguments = mixed.arguments(int(random.integers(2**31)), settings)
        except Impossible:
            continue
        drawn = drawing(exercise, arguments, settings, by_position=turn % 2 == 1)
        if drawn.expected.error is None:
            yield drawn


def _between(factor: Factor, random: np.random.Generator) -> Factor:
    """Return a factor of whole numbers with another plain value, between the least and the largest.
    """
    values = [factor.plain, *(option.value for option in factor.others)]
    if not all(type(value) is int for value in values):
        return factor
    return dataclasses.replace(factor, plain=int(random.integers(min(values), max(values) + 1)))


def _written(arguments: Any) -> str:
    return repr({name: _plain(value) for name, value in arguments.items()})


def _plain(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value

"""The second set of arguments: what marks are given by, and no check of a notebook draws."""

from __future__ import annotations

import numpy as np
import pytest

from cnnhelpers.check import EXERCISES
from cnnhelpers.check.second_set import named, second_set
from cnnhelpers.check.trying import drawings


def texts(drawn) -> set[str]:
    """The arguments of each call, written out."""
    return {
        repr({name: np.asarray(value).tolist() for name, value in each.case.arguments.items()})
        for each in drawn
        if not any(callable(value) for value in each.case.arguments.values())
    }


@pytest.mark.parametrize("name", EXERCISES)
def test_most_of_it_is_drawn_by_no_check(name: str) -> None:
    exercise = EXERCISES[name]
    second = texts(second_set(exercise, 7))
    new = second - texts(named(exercise)) - texts(drawings(exercise))
    # resnet_table has few nets to ask for; the others have hardly an argument twice.
    assert len(new) >= (4 if name == "resnet_table" else 0.75 * len(second))


def test_another_number_draws_another_set_and_the_same_number_the_same() -> None:
    exercise = EXERCISES["output_size"]
    assert texts(second_set(exercise, 1)) == texts(second_set(exercise, 1))
    assert len(texts(second_set(exercise, 1)) & texts(second_set(exercise, 2))) <= 10


def test_a_whole_number_may_lie_between_those_that_checks_use() -> None:
    exercise = EXERCISES["same_padding"]
    (factor,) = (each for each in exercise.domain.factors if each.name == "kernel_size")
    asked = {factor.plain, *(option.value for option in factor.others)}
    drawn = {each.case.arguments["kernel_size"] for each in second_set(exercise, 3)}
    assert drawn - asked and min(asked) <= min(drawn) and max(drawn) <= max(asked)


def test_no_argument_is_one_that_the_course_refuses() -> None:
    for name in ("same_padding", "output_size", "vgg_config"):
        assert all(drawn.expected.error is None for drawn in second_set(EXERCISES[name], 5))

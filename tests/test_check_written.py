"""Checks of notebooks from 04 on: right functions pass in any style, wrong ones are named."""

from __future__ import annotations

import check_tools
import pytest
import written_architectures
import written_capstone
import written_channels
import written_depth
import written_dimensions
import written_filters
import written_normalisation
import written_parallel
import written_pointwise
import written_pooling
import written_receptive
import written_residual
import written_speed
import written_training
from check_tools import told

PARTS = (
    written_channels,
    written_pointwise,
    written_receptive,
    written_residual,
    written_pooling,
    written_dimensions,
    written_normalisation,
    written_speed,
    written_training,
    written_depth,
    written_filters,
    written_architectures,
    written_parallel,
    written_capstone,
)
FEWEST = {name: count for part in PARTS for name, count in part.FEWEST.items()}
RIGHT = [case for part in PARTS for case in part.book.rights()]
WRONG = [case for part in PARTS for case in part.book.wrongs()]


@pytest.mark.parametrize(("name", "function"), RIGHT)
def test_right_functions_pass(name, function):
    result = told(name, function)
    assert result.passed, result


@pytest.mark.parametrize(("name", "slug", "function"), WRONG)
def test_wrong_functions_are_named(name, slug, function):
    result = told(name, function)
    assert not result.passed
    assert result.mistake == slug, result


@pytest.mark.parametrize("name", FEWEST)
def test_enough_is_written(name):
    (book,) = (part.book for part in PARTS if name in part.FEWEST)
    assert len(book.right_ones[name]) >= 5
    assert len(book.wrong_ones[name]) >= 3
    check_tools.explains_itself(name, FEWEST[name])


@pytest.mark.parametrize(("name", "function"), check_tools.garbage(FEWEST))
def test_garbage_is_told(name, function):
    assert not told(name, function).passed


@pytest.mark.parametrize("name", FEWEST)
def test_recorded_values_are_those_of_pytorch(name):
    pytest.importorskip("torch")
    check_tools.recorded_is_live(name)

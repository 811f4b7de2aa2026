"""The named configurations: the same everywhere, read-only, and such that mistakes show."""

from __future__ import annotations

import inspect
import subprocess
import sys

import numpy as np
import pytest

from cnnhelpers import check, recorded
from cnnhelpers.check.case import Case

CASES = {name: exercise.cases for name, exercise in check.EXERCISES.items()}
ALL = [(name, case) for name, cases in CASES.items() for case in cases]
KEYS = (
    "from cnnhelpers.check import EXERCISES; from cnnhelpers.recorded import key; "
    "print([key(name, case.arguments) for name, e in EXERCISES.items() for case in e.cases])"
)


def arrays(case: Case) -> list[np.ndarray]:
    return [value for value in case.arguments.values() if isinstance(value, np.ndarray)]


@pytest.mark.parametrize("name", CASES)
def test_every_exercise_has_five_cases(name):
    count = len(CASES[name])
    assert count >= 5, f"{name} has {count} cases; at least 5 are needed. Add some to its CASES."


def test_the_cases_are_the_same_in_another_process():
    run = subprocess.run([sys.executable, "-c", KEYS], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str([recorded.key(name, case.arguments) for name, case in ALL])


def test_the_cases_are_those_recorded():
    """Recorded on another machine, under names that follow from the numbers alone."""
    names = {recorded.key(name, case.arguments) for name, case in ALL if case.raises is None}
    assert names == set(recorded.values())


def test_no_case_stands_twice():
    keys = [recorded.key(name, case.arguments) for name, case in ALL]
    # A row may be there in two dtypes: the numbers are the same, the arrays are not.
    dtypes = ["".join(array.dtype.str for array in arrays(case)) for _, case in ALL]
    assert len(set(zip(keys, dtypes))) == len(ALL)


def test_arrays_cannot_be_changed():
    for name, case in ALL:
        for array in arrays(case):
            with pytest.raises(ValueError):
                array[...] = 0
            assert not array.flags.writeable, name


def test_arguments_are_those_of_the_exercise():
    for name, case in ALL:
        parameters = list(inspect.signature(check.EXERCISES[name].course).parameters)
        given = [parameter for parameter in parameters if parameter in case.arguments]
        assert list(case.arguments) == given, name


def test_numbers_are_small_and_fit_single_precision():
    for name, case in ALL:
        for array in arrays(case):  # to 1000: each digit of a sum names the output it is from
            assert np.abs(array).max() <= 1000, name
            np.testing.assert_allclose(array.astype(np.float32), array, rtol=1e-7)


def test_the_course_answers_every_case():
    for name, case in ALL:
        exercise = check.EXERCISES[name]
        given = {  # copies of what may be changed in place
            key: value.copy() if key in exercise.changes else value
            for key, value in case.arguments.items()
        }
        if case.raises is None:
            assert exercise.course(**given) is not None
        else:
            with pytest.raises(case.raises):
                exercise.course(**given)


def test_a_list_begins_with_a_small_case():
    for name, cases in CASES.items():
        larger = [case for case in cases if case.size >= cases[0].size]
        assert 2 * len(larger) > len(cases), name


def test_mistakes_cannot_hide():
    """Some images are not square, some strides do not divide, some kernels are not symmetric."""
    for cases in (CASES["correlate2d_strided"], CASES["conv2d"]):
        images = [case.arguments["x"].shape[-2:] for case in cases]
        kernels = [case.arguments.get("kernel", case.arguments.get("weight")) for case in cases]
        assert any(height > width for height, width in images)
        assert any(height < width for height, width in images)
        assert any(isinstance(case.arguments.get("stride"), tuple) for case in cases)
        assert any(isinstance(case.arguments.get("padding"), tuple) for case in cases)
        for kernel in kernels:
            assert not np.array_equal(kernel, kernel[..., ::-1, ::-1])


def test_a_case_says_what_it_is():
    assert CASES["correlate2d_strided"][3].name == "x 4×4, kernel 2×2, stride 2"
    assert CASES["conv2d"][0].name == "x 1×1×3×3 (int64), weight 1×1×2×2 (int64)"
    assert CASES["conv2d"][0].size == 13

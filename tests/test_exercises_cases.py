"""The named configurations: the same everywhere, read-only, and such that mistakes show."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest
from complaining import fail_with

from cnnhelpers import check, recorded
from cnnhelpers.check.case import Case
from cnnhelpers.check.trying import draw

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
    if count < 5:
        fail_with([f"{name} has {count} cases; at least 5 are needed. Add some to its CASES."])


def test_the_cases_are_the_same_in_another_process():
    run = subprocess.run([sys.executable, "-c", KEYS], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str([recorded.key(name, case.arguments) for name, case in ALL])


def test_the_cases_are_those_recorded():
    """Recorded on another machine, under names that follow from the numbers alone."""
    wanted = {recorded.key(name, case.arguments): name for name, case in ALL if not case.raises}
    missing = sorted({name for key, name in wanted.items() if key not in recorded.values()})
    extra = len(set(recorded.values()) - set(wanted))
    found = [f"{name}: PyTorch's answers to some of its cases are not recorded" for name in missing]
    if extra:
        found.append(f"{extra} answers are recorded to cases that no exercise has")
    fail_with(f"{each}; run `python -m cnnhelpers record`, which asks PyTorch." for each in found)


def test_no_case_stands_twice():
    # A row may be there in two dtypes: the numbers are the same, the arrays are not.
    found = Counter(
        (name, recorded.key(name, case.arguments), *(array.dtype.str for array in arrays(case)))
        for name, case in ALL
    )
    fail_with(
        f"{name}: the same case stands {count} times in its CASES; once is enough."
        for (name, *_), count in found.items()
        if count > 1
    )


def test_arrays_cannot_be_changed():
    for name, case in ALL:
        for array in arrays(case):
            if array.flags.writeable:
                fail_with([f"{name}: an array of its CASES can be changed; make cases by case(…)."])


def test_arguments_are_those_of_the_exercise():
    for name, case in ALL:
        parameters = list(inspect.signature(check.EXERCISES[name].course).parameters)
        given = [parameter for parameter in parameters if parameter in case.arguments]
        if list(case.arguments) != given:
            fail_with(
                [
                    f"{name}: the case {case.name} gives {', '.join(case.arguments)}; give what "
                    f"the function takes, in its order: {', '.join(parameters)}."
                ]
            )


# A padding of -1e9 is no minus infinity.
LARGEST = {"max_pool2d": 4e12}


def test_numbers_are_small_and_fit_single_precision():
    for name, case in ALL:
        for array in arrays(case):  # to 1000: each digit of a sum names the output it is from
            small = np.abs(array).max() <= LARGEST.get(name, 1000)
            if not (small and np.allclose(array.astype(np.float32), array, rtol=1e-7, atol=0)):
                fail_with(
                    [
                        f"{name}: the case {case.name} has numbers beyond 1000, or such as single "
                        "precision rounds; take small ones, whole or halves: whole(…), halves(…)."
                    ]
                )


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
        if 2 * len(larger) <= len(cases):
            fail_with(
                [
                    f"{name}: its first case has {cases[0].size} numbers, and most others have "
                    "fewer; begin with a small one, since it is drawn when it fails."
                ]
            )


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


def test_whole_numbers_beside_fractions_leave_fractions():
    """An answer in the dtype of the one array must lose something that the other brings."""
    fractions: dict[str, bool] = {}
    for name, case in ALL:
        exercise = check.EXERCISES[name]
        names = exercise.domain.integers[:2]  # what is multiplied with each other
        if {np.asarray(case.arguments[n]).dtype.kind for n in names} == {"i", "f"}:
            answer = exercise.course(**case.arguments)
            whole = np.array_equal(answer, np.round(answer))
            fractions[name] = fractions.get(name, False) or not whole
    assert len(fractions) >= 15
    for name, some in fractions.items():
        if not some:
            fail_with([f"{name}: the answers to its whole numbers and fractions are whole."])


def test_drawn_integers_stand_beside_fractions():
    for name, exercise in check.EXERCISES.items():
        domain = exercise.domain
        dtype = next((f for f in domain.all_factors if f.name == "dtype"), None)
        if dtype is None or len(domain.integers) < 2:
            continue
        for option in range(1, len(domain.integers) + 1):  # one array each
            drawn = draw(exercise, {"dtype": option}, seed=3)
            others = [drawn.case.arguments[n] for n in domain.integers if n != dtype.value(option)]
            floats = [np.asarray(one) for one in others if np.asarray(one).dtype.kind == "f"]
            if any(np.array_equal(one, np.round(one)) for one in floats if one.any()):
                fail_with([f"{name}: where {dtype.value(option)} is of integers, all are whole."])


def test_a_case_says_what_it_is():
    assert CASES["correlate2d_strided"][3].name == "x 4×4, kernel 2×2, stride 2"
    assert CASES["conv2d"][0].name == "x 1×1×3×3 (int64), weight 1×1×2×2 (int64)"
    assert CASES["conv2d"][0].size == 13

"""PyTorch as the reference, and the values recorded from it where it is missing."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys

import numpy as np
import pytest
import record_notebook_calls
from complaining import fail_with

from cnnhelpers import check, functional, recorded, reference
from cnnhelpers.check import key as keys
from cnnhelpers.exercises import recording

EXERCISES = check.EXERCISES

# A finder before all others that refuses torch, as on a machine that does not have it.
HIDDEN = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "torch":
            raise ModuleNotFoundError("No module named 'torch'", name="torch")
sys.meta_path.insert(0, Missing())
"""
WITHOUT = (
    HIDDEN
    + """
import dataclasses
import json
import numpy as np
from cnnhelpers import check, functional, recorded, reference
from cnnhelpers.exercises import recording

def flipped(x, weight, bias=None, **options):
    return functional.conv2d(x, weight[..., ::-1, ::-1], bias, **options)

def said(action):
    try:
        action()
    except Exception as error:
        return [type(error).__name__, str(error)]

told = {name: check.Check(exercise)(exercise.course) for name, exercise in check.EXERCISES.items()}
flipped = check.conv2d(flipped)
print(json.dumps({
    "available": reference.available(),
    "told": {name: [r.passed, r.explanation, r.notes] for name, r in told.items()},
    "flipped": [flipped.passed, flipped.mistake, flipped.notes, repr(flipped)],
    "run": said(lambda: reference.run("tanh", np.ones(2))),
    "gradients": said(lambda: reference.gradients("tanh", [np.ones(2)], np.ones(2))),
    "relu": reference.gradients("relu", [np.zeros(1)], np.ones(1))[0].tolist(),
    "maximum": [
        one.tolist() for one in reference.gradients("maximum", [np.zeros(1)] * 2, np.ones(1))
    ],
    "unknown": said(lambda: recorded.answer("invert", {"image": np.full(3, 0.3)})),
    "stale": said(recording.stale),
    "main": recording.main(["--check"]),
}))
"""
)
NOTE = "PyTorch is not installed: compared with values recorded from it."


@pytest.fixture(scope="module")
def torch():
    return pytest.importorskip("torch")


@pytest.fixture(scope="module")
def without():
    run = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout.splitlines()[-1])


# Without PyTorch --------------------------------------------------------------------------------


def test_checks_work_without_torch(without):
    assert without["available"] is False
    assert {name: passed for name, (passed, *_) in without["told"].items()} == dict.fromkeys(
        check.EXERCISES, True
    )


def test_checks_say_that_torch_is_missing(without):
    for name, (_, explanation, notes) in without["told"].items():
        assert NOTE in notes, name
        assert "the values recorded from PyTorch" in explanation


def test_mistakes_are_named_without_torch(without):
    passed, mistake, notes, text = without["flipped"]
    assert (passed, mistake) == (False, "flipped-kernel")
    assert NOTE in notes and NOTE in text


def test_what_needs_torch_says_so(without):
    for what in ("run", "gradients", "stale"):
        kind, words = without[what]
        assert kind == "ModuleNotFoundError"
        assert "PyTorch is not installed" in words and "pip install torch" in words
    assert without["unknown"][0] == "LookupError"
    assert without["main"] == 1


def test_what_notebooks_ask_for_is_recorded(without):
    """Notebook 09: at a tie PyTorch's ReLU lets nothing through, its maximum a half each way."""
    assert without["relu"] == [0.0]
    assert without["maximum"] == [[0.5], [0.5]]


@pytest.mark.slow
def test_the_calls_of_the_notebooks_are_up_to_date(torch):
    live, kept = record_notebook_calls.calls(), recorded.calls()
    mend = "run `python tools/record_notebook_calls.py`"
    assert sorted(live) == sorted(kept), mend
    for name, value in kept.items():
        np.testing.assert_allclose(value, live[name], rtol=1e-6, atol=1e-9, err_msg=mend)
        assert value.dtype == live[name].dtype


# PyTorch imports its compiler for some operations on tensors without data, and for its optimisers.
COMPILER = "torch._dynamo"
COUNTS = f"""
import sys
import inspect
from cnnhelpers import check
for name, exercise in check.EXERCISES.items():
    if '"meta"' in inspect.getsource(inspect.getmodule(exercise.twin)):
        assert getattr(check, name)(exercise.course).passed, name
        if {COMPILER!r} in sys.modules:
            sys.exit("the first of these checks that is slow: " + name)
        print(name)
"""


def test_no_check_of_a_count_waits_for_pytorchs_compiler(torch):
    run = subprocess.run([sys.executable, "-c", COUNTS], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert {"conv_cost", "local_parameters", "layer_row"} <= set(run.stdout.split())


def test_with_torch_nothing_is_said_of_it(torch):
    result = check.correlate2d(check.EXERCISES["correlate2d"].course)
    assert result.notes == ()
    assert "the same answers as PyTorch's." in result.explanation


def test_a_case_that_was_never_recorded_is_compared_with_the_course(monkeypatch):
    keys.expected.cache_clear()
    monkeypatch.setattr(reference, "torch_module", lambda: None)
    monkeypatch.setattr(recorded, "values", dict)
    result = check.correlate2d(check.EXERCISES["correlate2d"].course)
    assert result.passed
    assert result.notes == ("No recorded value: compared with the course's own function.",)
    keys.expected.cache_clear()


# The recorded values ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def live(torch):
    return recording.answers()


@pytest.fixture
def now(live, monkeypatch):
    """PyTorch's answers, calculated once for all these tests."""
    monkeypatch.setattr(recording, "answers", lambda: dict(live))


@pytest.mark.parametrize("name", EXERCISES)
def test_recorded_values_are_those_of_torch(live, name):
    for case in EXERCISES[name].cases:
        if case.raises is None:
            place = recorded.key(name, case.arguments)
            if place not in recorded.values():
                pytest.fail(
                    f"{name}: PyTorch's answer to the case {case.name} is not recorded; "
                    "run `python -m cnnhelpers record`",
                    pytrace=False,
                )
            kept = recorded.values()[place]
            assert kept.shape == live[place].shape
            np.testing.assert_allclose(kept, live[place], rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", EXERCISES)
def test_the_function_answers_as_pytorch_does(torch, name):
    fail_with(recording.contradictions(EXERCISES[name]))


def invert_with(twin):
    return dataclasses.replace(EXERCISES["invert"], twin=twin)


def test_a_function_that_contradicts_pytorch_is_told(torch, monkeypatch, capsys):
    wrong = invert_with(lambda torch, image: 2 - image)
    monkeypatch.setattr(recording, "all_exercises", lambda: {"invert": wrong})
    monkeypatch.setattr(recording, "record", lambda: pytest.fail("nothing may be recorded"))
    assert recording.main([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "invert: its function and its by_torch answer the case image 1×2 differently; one of the "
        "two is wrong, in cnnhelpers.exercises.first_steps.invert."
    )
    assert said[-1] == "Nothing was recorded."


def test_a_twin_that_fails_is_told_in_a_sentence(torch, monkeypatch, capsys):
    broken = invert_with(lambda torch, image: torch.no_such_function(image))
    monkeypatch.setattr(recording, "all_exercises", lambda: {"invert": broken})
    assert recording.main([]) == 1
    assert capsys.readouterr().out.startswith(
        "invert: its by_torch fails for the case image 1×2, with AttributeError: "
    )


def test_recorded_values_are_up_to_date(now, capsys):
    assert recording.stale() == []
    assert recording.main(["--check"]) == 0
    assert capsys.readouterr().out == "PyTorch's recorded answers are up to date.\n"


def test_a_changed_recorded_value_is_found(now, monkeypatch, capsys):
    spoilt = dict(recorded.values())
    name = next(iter(spoilt))
    spoilt[name] = spoilt[name] + 1
    missing = list(spoilt)[1]
    del spoilt[missing]
    monkeypatch.setattr(recorded, "values", lambda: spoilt)
    changed, unrecorded = name.partition("-")[0], missing.partition("-")[0]
    assert set(recording.stale()) == {
        f"PyTorch answers a case of {changed} otherwise than recorded.",
        f"A case of {unrecorded} is not recorded.",
    }
    assert recording.main(["--check"]) == 1
    assert "python -m cnnhelpers record" in capsys.readouterr().out


def test_recording_writes_the_same_again(now, tmp_path):
    path = tmp_path / "new" / "recorded.npz"
    assert recording.record(path) == len(recorded.values())
    with np.load(path) as file:
        for name, value in recorded.values().items():
            np.testing.assert_allclose(file[name], value, rtol=1e-6)


def test_the_recorded_file_is_small():
    assert recorded.FILE.stat().st_size < 500_000


def test_other_words_are_refused(capsys):
    with pytest.raises(SystemExit) as stop:
        recording.main(["write"])
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m cnnhelpers record")


def test_the_name_follows_from_the_numbers_alone():
    x = np.arange(6.0).reshape(2, 3)
    same = recorded.key("invert", {"image": x})
    assert recorded.key("invert", {"image": x.astype(np.float32)}) == same
    assert recorded.key("invert", {"image": np.asfortranarray(x)}) == same
    assert recorded.key("invert", {"image": x.reshape(3, 2)}) != same
    assert recorded.key("invert", {"image": x + 1}) != same
    assert recorded.key("pad2d", {"image": x}) != same


# The operations ---------------------------------------------------------------------------------


def test_run_is_torch(torch):
    x = np.random.default_rng(0).normal(size=(2, 3))
    np.testing.assert_array_equal(reference.run("tanh", x), torch.tanh(torch.tensor(x)).numpy())
    with pytest.raises(ValueError, match="PyTorch has no function 'tangent'"):
        reference.run("tangent", x)


def test_mixed_dtypes_become_the_widest(torch):
    x, weight = np.ones((1, 1, 3, 3), np.int64), np.ones((1, 1, 2, 2), np.float32)
    assert reference.conv2d(x, weight).dtype == np.float32
    assert reference.conv2d(x, weight.astype(np.float64)).dtype == np.float64


def test_gradients_are_those_of_autograd(torch):
    random = np.random.default_rng(0)
    x, weight = random.normal(size=(1, 2, 4, 5)), random.normal(size=(3, 2, 2, 2))
    upstream = random.normal(size=(1, 3, 3, 4))
    grad_x, grad_weight, none = reference.gradients("conv2d", (x, weight, None), upstream)
    assert none is None
    step = np.zeros_like(weight)
    step[1, 0, 1, 1] = 1e-6
    change = ((reference.conv2d(x, weight + step) - reference.conv2d(x, weight)) * upstream).sum()
    assert grad_weight[1, 0, 1, 1] == pytest.approx(change / 1e-6, rel=1e-5)
    assert grad_x.shape == x.shape


def test_compare_agrees_and_disagrees(torch):
    x, weight = np.ones((1, 1, 3, 3)), np.arange(4.0).reshape(1, 1, 2, 2)
    right = functional.conv2d(x, weight)
    same = reference.compare(right, "conv2d", x, weight)
    assert same and same.same is True
    wrong = right.copy()
    wrong[0, 0, 1, 0] += 1
    told = reference.compare(wrong, "conv2d", x, weight)
    assert not told and "[0, 0, 1, 0]" in told.text and "1 of 4 values" in told.text
    assert (
        "has shape (1, 1, 1, 1)" in reference.compare(right[..., :1, :1], "conv2d", x, weight).text
    )
    assert "not an array" in reference.compare("six", "conv2d", x, weight).text

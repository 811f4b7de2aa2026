"""Whatever a learner's function is or does, a check gives one clear verdict and never crashes."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import numpy as np
import pytest
from check_tools import GARBAGE, told

from cnnhelpers import check
from cnnhelpers.check import hooks, running

# The exercises of later notebooks have their own tests.
EXERCISES = (
    "invert dense_parameters conv_parameters permute_pixels local_parameters correlate1d "
    "correlate2d kernel_gradient convolve2d edge_strength best_match output_size pad2d "
    "correlate2d_strided same_padding unread_positions dilate_kernel conv2d"
).split()

CORRELATE2D = check.EXERCISES["correlate2d"].course


class Odd:
    """An object that fails whatever it is asked."""

    def __getattr__(self, name):
        raise RuntimeError("odd")

    def __array__(self, *arguments, **options):
        raise RuntimeError("odd")

    def __len__(self):
        raise RuntimeError("odd")

    def __eq__(self, other):
        raise RuntimeError("odd")

    __hash__ = None


class Unwritable(Exception):
    """An error that cannot be written."""

    def __str__(self):
        raise RuntimeError("odd")


def sentence(result):
    """Return whether the verdict is one of the six and explained in a whole sentence."""
    words = result.explanation.rstrip()
    return result.verdict in check.VERDICTS and words.endswith((".", "!", "?", "…", "`"))


@pytest.mark.parametrize("name", EXERCISES)
def test_garbage_is_told(name):
    for function in GARBAGE:
        result = told(name, function)
        assert not result.passed
        assert sentence(result), result


RETURNED = {
    "None": None,
    "text": "[[1, 2]]",
    "bytes": b"12",
    "nan": np.full((2, 2), np.nan),
    "infinity": -np.inf,
    "ragged": [[1.0, 2.0], [3.0]],
    "object": object(),
    "odd": Odd(),
    "odd list": [Odd(), Odd()],
    "objects": np.array([object(), None], dtype=object),
    "type": int,
    "function": np.sum,
    "dictionary": {"output": 1},
    "set": {1, 2, 3},
    "complex": np.array([[1j]]),
    "dates": np.array(["2020-01-01"], dtype="datetime64[D]"),
    "texts": np.array([["a", "b"]]),
    "empty": np.zeros((0, 0)),
    "one number": 3.5,
    "huge number": 10**400,
    "truth": True,
    "many axes": np.zeros((1,) * 20),
    "record": np.zeros(2, dtype=[("a", int)]),
    "masked": np.ma.masked_all((2, 2)),
}


@pytest.mark.parametrize("name", ["invert", "output_size", "best_match", "unread_positions"])
@pytest.mark.parametrize("value", RETURNED.values(), ids=RETURNED)
def test_whatever_is_returned_is_told(name, value):
    result = told(name, lambda *arguments, **options: value)
    assert not result.passed
    assert result.verdict in ("wrong values", "wrong shape")
    assert sentence(result), result


def test_random_arrays_never_pass():
    random = np.random.default_rng(0)
    for _ in range(20):
        shape = tuple(random.integers(0, 4, random.integers(0, 5)))
        kind = random.choice(["f4", "f8", "i8", "u1", "?"])
        value = random.normal(size=shape).astype(kind) * 9
        for name in ("correlate2d", "output_size", "best_match"):
            result = getattr(check, name)(lambda *a, value=value, **k: value)
            assert result.verdict in ("wrong values", "wrong shape") and sentence(result)


RAISED = [
    ValueError("bad"),
    ValueError(),
    KeyError("k"),
    IndexError("index 7 is out of bounds"),
    ZeroDivisionError(),
    StopIteration(),
    AssertionError(),
    RecursionError("maximum recursion depth exceeded"),
    MemoryError(),
    SystemExit(1),
    GeneratorExit(),
    BaseException("base"),
    Unwritable(),
    ExceptionGroup("two", [ValueError(1), TypeError(2)]),
    Exception("<b>`" + "x" * 10_000),
]


def test_only_pytorchs_own_refusal_of_integers_is_right():
    pytest.importorskip("torch")
    def own(x):
        if x.dtype.kind in "iu":
            raise RuntimeError("expected scalar type Float but found Long")
        return x.mean(axis=(-2, -1))

    def in_place(x):
        torch = pytest.importorskip("torch")
        total = torch.zeros_like(torch.tensor(x[:, :, 0, 0]))
        return total.add_(torch.tensor(x).double().mean((-2, -1)))  # floats into integers

    def refused(x):
        torch = pytest.importorskip("torch")
        return torch.tensor(x).mean((-2, -1))

    for wrong in (own, in_place):
        result = told("global_avg_pool", wrong)
        assert result.verdict == "raised"
    assert check.global_avg_pool(refused).passed


def test_labels_are_integers_and_no_reason_to_refuse():
    def cross_entropy(logits, labels):
        torch = pytest.importorskip("torch")
        if len(labels) > 2:
            torch.tensor(labels).mean()  # refused: integers
        return torch.nn.functional.cross_entropy(torch.tensor(logits), torch.tensor(labels))

    assert told("cross_entropy", cross_entropy).verdict == "raised"


@pytest.mark.parametrize("error", RAISED, ids=[type(error).__name__ for error in RAISED])
def test_whatever_is_raised_is_told(error):
    def correlate2d(x, kernel):
        raise error

    result = told("correlate2d", correlate2d)
    assert result.verdict == "raised" and sentence(result)
    assert type(error).__name__ in result.explanation
    assert "raise error" in result.explanation  # the learner's own line
    assert len(repr(result)) < 2000


def test_a_right_error_everywhere_is_no_pass():
    def same_padding(kernel_size):
        raise ValueError("even")

    assert told("same_padding", same_padding).verdict == "raised"


def test_the_readers_interruption_gets_through():
    def correlate2d(x, kernel):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check.correlate2d(correlate2d)
    assert check.correlate2d(CORRELATE2D).passed  # and leaves nothing broken


def test_deep_recursion_is_told():
    def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
        return output_size(size, kernel_size, stride, padding, dilation)

    result = told("output_size", output_size)
    assert result.verdict == "raised" and "RecursionError" in result.explanation


# Not started ------------------------------------------------------------------------------------


def stub(x, kernel):
    """Return the correlation."""
    ...  # your code here


def passing(x, kernel):
    pass


def stub_that_returns(x, kernel):
    return ...


def stub_that_raises(x, kernel):
    raise NotImplementedError


@pytest.mark.parametrize(
    "submitted",
    [None, ..., stub, passing, stub_that_returns, stub_that_raises],
    ids=["None", "Ellipsis", "stub", "pass", "return ...", "NotImplementedError"],
)
def test_a_stub_is_not_started(submitted):
    result = told("correlate2d", submitted)
    assert result.verdict == "not started" and sentence(result)


def test_a_body_that_is_written_in_part_is_not_called_empty():
    def correlate2d(x, kernel):
        rows, columns = kernel.shape
        raise NotImplementedError

    result = told("correlate2d", correlate2d)
    assert result.verdict == "not started"
    assert "correlate2d still raises NotImplementedError" in result.explanation


def test_a_library_that_lacks_an_operation_is_no_stub():
    torch = pytest.importorskip("torch")

    def correlate2d(x, kernel):
        (x, kernel), (rows, columns) = map(torch.tensor, (x, kernel)), kernel.shape
        windows = torch.nn.functional.unfold(x[None, None], (rows, columns))  # not for integers
        return (kernel.ravel() @ windows[0]).reshape(x.shape[0] - rows + 1, -1)

    assert told("correlate2d", correlate2d).verdict != "not started"


@pytest.mark.parametrize("submitted", [3, "correlate2d", np.zeros((2, 2)), [stub]])
def test_what_is_no_function_is_told(submitted):
    result = told("correlate2d", submitted)
    assert result.verdict == "not started"
    assert "takes the function itself" in result.explanation


def test_nothing_returned_is_told():
    def correlate2d(x, kernel):
        output = np.zeros((2, 2))
        output[0, 0] = 1

    result = told("correlate2d", correlate2d)
    assert result.mistake == "nothing-returned"
    assert "has no `return`" in result.explanation and "`return`" in result.hint


def test_a_name_that_still_holds_none_is_told():
    def best_match(image, pattern):
        place = None
        if image.max() > 1e9:
            place = (0, 0)
        return place

    result = told("best_match", best_match)
    assert result.mistake == "nothing-returned"
    assert "that is what `return place` gives" in result.explanation
    assert "in place" in result.hint


def test_one_return_of_several_that_gives_none_is_not_taken_for_the_last():
    def correlate2d(x, kernel):
        if x.size:
            return
        return x

    result = told("correlate2d", correlate2d)
    assert result.mistake == "nothing-returned"
    assert "no `return`, or to one that gives None" in result.explanation


def test_a_check_draws_nothing_from_the_generator_of_the_learners_networks():
    """Nor does importing the course; else what a cell prints would hang on what was run before."""
    code = """
import numpy as np
from cnnhelpers import check, explore, nn
from cnnhelpers.nn import init

def begun():
    return init.generator().bit_generator.state == np.random.default_rng(0).bit_generator.state

print(begun())
for name in ("saliency", "occlusion_map", "update_bn"):
    assert getattr(check, name)(check.EXERCISES[name].course).passed
    print(begun())

def relu_backward(grad_output, x):
    nn.manual_seed(5)
    nn.Linear(3, 4)
    return grad_output * (x > 0)

assert check.relu_backward(relu_backward).passed
print(begun())
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout.split() == ["True"] * 5, run.stdout + run.stderr


# Signatures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "function",
    [
        lambda: 0,
        lambda x: x,
        lambda x, kernel, more: x,
        lambda x, weight, *, options: x,
        lambda x, kernel, stride: x,
    ],
)
def test_wrong_parameters_are_told(function):
    result = told("correlate2d_strided", function)
    assert (result.verdict, result.mistake) == ("raised", "parameters")
    assert "def correlate2d_strided(x, kernel, stride=1, padding=0):" in result.hint


def test_other_names_of_what_is_passed_by_position_are_fine():
    assert check.correlate2d(lambda image, k: CORRELATE2D(image, k)).passed


def test_callables_that_are_no_plain_functions_are_told():
    class Correlation:
        def __call__(self, x, kernel):
            return CORRELATE2D(x, kernel)

    assert told("correlate2d", Correlation()).passed
    for submitted in (np.add, print, dict, Correlation, len):
        assert not told("correlate2d", submitted).passed


# Input changed ----------------------------------------------------------------------------------


def test_a_changed_input_is_told():
    def correlate2d(x, kernel):
        answer = CORRELATE2D(x, kernel)
        kernel[...] = 0
        return answer

    result = told("correlate2d", correlate2d)
    assert (result.verdict, result.mistake) == ("changed its input", "input-changed")
    assert "kernel" in result.explanation and result.case is not None
    assert check.correlate2d(CORRELATE2D).passed  # the cases are as they were


def test_a_reshaped_input_is_told():
    def correlate2d(x, kernel):
        answer = CORRELATE2D(x, kernel)
        x.resize((1, x.size), refcheck=False)
        return answer

    # NumPy refuses that for a view, which is among the drawn arrays.
    assert told("correlate2d", correlate2d).verdict == "changed its input"
    assert "where the array is a view, it goes wrong" in str(check.correlate2d(correlate2d))


def test_a_wrong_answer_with_a_changed_input_says_both():
    def correlate2d(x, kernel):
        x += 1
        return CORRELATE2D(x, kernel[::-1, ::-1])

    result = told("correlate2d", correlate2d)
    assert result.verdict == "wrong values"
    assert any("changed its input x" in note for note in result.notes)


# Endless loops, prints --------------------------------------------------------------------------


def endless(x, kernel):
    row = 0
    while row < 3:
        x.sum()


def stubborn(x, kernel):
    while True:
        try:
            time.sleep(0.01)
        except Exception:
            pass


def noisy(x, kernel):
    while True:
        print("again")


@pytest.mark.parametrize("function", [endless, stubborn, noisy])
def test_an_endless_loop_is_stopped(function, monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 0.1)
    told("correlate2d", CORRELATE2D)  # the first check imports PyTorch
    result = told("correlate2d", function)
    assert (result.verdict, result.mistake) == ("raised", "endless-loop")
    assert "`while" in result.explanation  # the learner's own loop
    assert result.case is not None


def test_an_endless_loop_is_stopped_in_another_thread(monkeypatch):
    monkeypatch.setattr(running, "SECONDS", 0.1)
    found = []
    thread = threading.Thread(target=lambda: found.append(check.correlate2d(endless)))
    thread.start()
    thread.join(10)
    assert found and found[0].mistake == "endless-loop"


def test_prints_are_held_back(capsys, monkeypatch):
    monkeypatch.setattr(hooks, "_LISTENERS", {})  # whoever listens may print

    def correlate2d(x, kernel):
        print("row", x.shape)
        print("<b>", file=sys.stderr)
        return CORRELATE2D(x, kernel)

    result = told("correlate2d", correlate2d)
    assert result.passed
    assert capsys.readouterr() == ("", "")
    assert "shown once" in result.notes[0] and "<b>" not in result._repr_html_().split("Your")[-1]


def test_what_is_printed_in_each_turn_of_a_loop_is_shown_once():
    def invert(image):
        for _ in range(2):
            print("conv2d: the course's")
        return image

    [note] = check.invert(invert).notes
    assert note == "Your function printed (shown once): conv2d: the course's"

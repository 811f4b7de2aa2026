"""The signal explorer: every window of every kernel against PyTorch, and functions with bugs."""

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts,
    texts_of,
    value,
    with_pytorch,
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import SignalExplorer
from cnnhelpers.explore.signal import CELL, FIRST, KERNELS, SIGNAL, ZEROS


@pytest.fixture(scope="module")
def explorer():
    return SignalExplorer()


def exact(written):
    """Return a weight as it is written: a decimal number or a fraction."""
    above, _, below = written.strip("()").partition("/")
    return value(above) / value(below or "1")


def convolve(x, weight, bias=None, **options):
    torch = pytorch()
    bias = None if bias is None else torch.tensor(bias)
    return torch.nn.functional.conv1d(
        torch.tensor(x), torch.tensor(weight.copy()), bias, **options
    ).numpy()


def expected(kernel, zeros):
    """Return the output by PyTorch, and the place in the signal of each window's first value."""
    weight = np.array(KERNELS[kernel], dtype=np.float64)[None, None]
    x, size = np.array(SIGNAL, dtype=np.float64)[None, None], weight.shape[2]
    if zeros == "centred":
        return convolve(x, weight, padding=size // 2)[0, 0], -(size // 2)
    before = (size - 1) * (zeros == "causal")
    return convolve(np.pad(x, ((0, 0), (0, 0), (before, 0))), weight)[0, 0], -before


def check_every_state(explorer):
    drawn = impossible = 0
    for state in explorer.states():
        kernel, zeros, window = state["kernel"], state["zeros"], state["window"]
        scene = explorer.scene(**state)
        weights = KERNELS[kernel]
        size = len(weights)
        if zeros == "centred" and size % 2 == 0:
            assert f"{kernel} has {size} weights and so no middle" in scene.sentence
            assert window == 1
            impossible += 1
            continue
        output, first = expected(kernel, zeros)
        found = re.search(
            r"^Kernel (.*?) \(([^()]*)\), (.*?): 18 values become (\d+)\. "
            r"Window (\d+) of (\d+) reads x\[(\S+)\] to x\[(\S+)\]: (.*) = (\S+)\.",
            scene.sentence,
        )
        assert found[1] == kernel
        shown = [exact(weight) for weight in found[2].split(", ")]
        assert np.allclose(shown, weights, rtol=0, atol=1e-9)
        assert [int(found[i]) for i in (4, 5, 6)] == [len(output), window, len(output)]
        ends = first + window - 1, first + window - 1 + size - 1
        assert [value(found[i]) for i in (7, 8)] == list(ends)
        assert ("later than its own place" in scene.sentence) == (zeros == "causal")
        assert abs(value(found[10]) - output[window - 1]) < 0.006, state

        terms = [[exact(part) for part in term.split("×")] for term in found[9].split(" + ")]
        read = [SIGNAL[i] if 0 <= i < len(SIGNAL) else 0 for i in range(ends[0], ends[1] + 1)]
        assert [term[0] for term in terms] == read
        assert np.allclose([term[1] for term in terms], weights, rtol=0, atol=1e-9)
        assert f"products, sum = {found[10]}" in texts(scene)
        (row,) = [p for p in scene.placed if f'stroke="{ROLES["plain"].edge}"' in p.svg()]
        products = [value(word) for word in texts_of(row)]
        assert np.allclose(products, np.array(read) * weights, rtol=0, atol=0.051)
        assert row.dx == FIRST + ends[0] * CELL  # below the values that it multiplies

        numbers, curve = [p for p in scene.placed if p.first is not None]
        assert numbers.first == curve.first == window
        shown = [value(word) for word in texts_of(numbers)]
        assert np.allclose(shown, output[:window], rtol=0, atol=0.051), state
        # Each output stands below the middle of its window, or below its end.
        place = numbers.dx + (window - 0.5) * CELL
        assert place == FIRST + CELL * (ends[1] + 0.5 if zeros == "causal" else sum(ends) / 2 + 0.5)
        drawn += 1
    return drawn, impossible


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    outputs = [len(expected(kernel, zeros)[0]) for kernel in KERNELS for zeros in ZEROS
               if zeros != "centred" or kernel != "difference"]  # fmt: skip
    assert check_every_state(explorer) == (sum(outputs), 1)


def test_the_curve_is_as_high_as_the_numbers(explorer):
    for kernel in KERNELS:
        scene = explorer.scene(kernel=kernel, zeros="causal", window=18)
        (_, curve) = [placed for placed in scene.placed if placed.first is not None]
        dots = [float(y) for y in re.findall(r'y="(-?[\d.]+)" width="7"', curve.svg())]
        assert abs(np.corrcoef(dots, expected(kernel, "causal")[0])[0, 1] + 1) < 1e-3


def test_the_matched_filter_answers_most_at_the_pulse():
    output, _ = expected("matched to the pulse 1 3 6 3 1", "centred")
    assert int(output.argmax()) == SIGNAL.index(6) and output.max() == 20


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "Kernel average of 3 (1/3, 1/3, 1/3), no zeros: 18 values become 16. Window 5 of 16 "
        "reads x[4] to x[6]: 4×1/3 + 5×1/3 + 4×1/3 = 4.33."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer, every=7)


def test_numbers_that_were_typed_are_convolved(explorer):
    """x[4] = 9 and the middle weight 2 of the average of 3: 4/3 + 2×9 + 4/3."""
    typed = {"x[5]": "9", "average of 3[1]": "2"}
    scene = explorer.scene(window=5, typed=typed)
    assert "Kernel average of 3 (1/3, 2, 1/3), no zeros" in scene.sentence
    assert scene.sentence.endswith("x[4] to x[6]: 4×1/3 + 9×2 + 4×1/3 = 20.67.")
    assert explorer.scene(window=5).sentence.endswith("= 4.33.")


def test_the_roles_are_kept(explorer):
    svg = explorer.scene(zeros="causal").svg()
    assert all(ROLES[name].fill in svg for name in ("input", "kernel", "output", "padding"))


# A learner's function --------------------------------------------------------------------------


def test_a_right_function_is_drawn_without_remark():
    own = SignalExplorer(convolve)
    assert check_every_state(own)[0] > 200
    assert all("our function" not in own.scene(**state).sentence for state in own.states())


def test_a_flipped_kernel_shows_in_the_values_that_differ():
    def flipped(x, weight, bias):
        return convolve(x, weight[..., ::-1], bias)

    own, seen = SignalExplorer(flipped), 0
    for state in own.states():
        kernel, zeros, window = state["kernel"], state["zeros"], state["window"]
        sentence = own.scene(**state).sentence
        if "no middle" in sentence:
            continue
        right, _ = expected(kernel, zeros)
        x = own.padded(kernel, zeros)[None, None]
        wrong = flipped(x, own.weights(kernel)[None, None], np.zeros(1))[0, 0]
        differ = ~np.isclose(wrong, right)
        assert (f"{differ.sum()} of {len(right)} outputs of your function" in sentence) == bool(
            differ.any()
        )
        words = (
            f"Your function gives {wrong[window - 1]:.0f} here instead of {right[window - 1]:.0f}."
        )
        assert (words.replace("-", "−") in sentence) == differ[window - 1], state
        (numbers, curve) = [p for p in own.scene(**state).placed if p.first is not None]
        assert [WRONG in cell.svg() for cell in numbers.part.children] == list(differ)
        assert [WRONG in step.svg() for step in curve.part.children] == list(differ)
        seen += differ[window - 1]
    assert seen > 50


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, w, b: None, "Your function returned None; it should return an array of shape"),
        (lambda x, w, b: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x, w: x, "Your function raised TypeError: "),
        (lambda x, w, b: x, "Your function returned 1×1×18; it should return 1×1×16."),
        with_pytorch(
            lambda x, w, b: convolve(x, w, b)[0, 0], "returned 16; it should return 1×1×16."
        ),
        with_pytorch(
            lambda x, w, b: convolve(x, w, b) * np.nan, "16 of 16 outputs of your function differ"
        ),
        with_pytorch(lambda x, w, b: convolve(x, w, b) * 1e6, "here instead of 4.33."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = SignalExplorer(function)
    assert words in own.sentence
    assert len(list(own.states())) > 100
    shown = " ".join(texts(own.scene()))
    assert "Your function" in shown or "16 wrong" in shown
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="conv1d must be a function, not list"):
        SignalExplorer([1, 2, 3])

"""The explorer of the backward pass: every step against autograd, mistakes, learners' functions."""

import re
from functools import cache

import numpy as np
import pytest
from explorer_tools import (
    assert_every_cell_leads_somewhere,
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    region,
    texts,
    texts_of,
    value,
)

from cnnhelpers import check
from cnnhelpers.draw.style import INK, WRONG
from cnnhelpers.explore import BackwardExplorer
from cnnhelpers.explore.kit.digits import POWERS
from cnnhelpers.explore.sending import IMAGES, KERNELS

OPTIONS = ("stride", "padding", "dilation")


@pytest.fixture(scope="module")
def explorer():
    return BackwardExplorer()


@cache
def autograd(image, kernel_size, stride, padding, dilation, count):
    """Return grad_x and grad_weight after so many outputs have sent theirs, by PyTorch."""
    torch = pytorch()
    x = torch.tensor(IMAGES[image], dtype=torch.float64)[None, None].requires_grad_(True)
    weight = torch.tensor(KERNELS[kernel_size], dtype=torch.float64)[None, None]
    weight.requires_grad_(True)
    options = {"stride": stride, "padding": padding, "dilation": dilation}
    try:
        output = torch.nn.functional.conv2d(x, weight, **options)
    except RuntimeError:  # the kernel does not fit
        return None
    upstream = torch.zeros_like(output)
    rows, columns = min(2, output.shape[2]), min(2, output.shape[3])
    for power, (i, j) in list(zip(POWERS, np.ndindex(rows, columns)))[:count]:
        upstream[0, 0, i, j] = power
    found = torch.autograd.grad(output, (x, weight), upstream)
    return rows * columns, *(gradient[0, 0].numpy() for gradient in found)


def rows_of(sentence, name):
    """Return the numbers that a sentence says a gradient reads."""
    written = re.search(rf"{name} reads ([\d /.−]+)\.", sentence)[1]
    return np.array([[value(word) for word in row.split()] for row in written.split("/")])


def test_every_step_shows_autograds_numbers(explorer):
    scattered = gathered = fitting = 0
    for state in explorer.states():
        if state["mistake"] != "none":
            continue
        setting = [state[name] for name in ("image", "kernel_size", *OPTIONS)]
        sentence = explorer.scene(**state).sentence
        if autograd(*setting, 4) is None:
            assert "does not fit" in sentence
            fitting += 1
            continue
        senders = autograd(*setting, 4)[0]
        if state["view"] == "scatter":
            count, grad_x, grad_weight = autograd(*setting, state["step"])
            assert f"{state['step']} of {senders} outputs" in sentence
            assert np.array_equal(rows_of(sentence, "grad_x"), grad_x), state
            assert np.array_equal(rows_of(sentence, "grad_weight"), grad_weight), state
            scattered += 1
        elif state["step"]:
            grad_x = autograd(*setting, senders)[1]
            place = divmod(state["step"] - 1, grad_x.shape[1])
            told = re.search(r"Pixel \((\d), (\d)\) (?:was read by no output and gets (0)|collects "
                             r"(?:only zeros: (0)|([\d×+ ]+) = (\d+)))\.", sentence)  # fmt: skip
            assert (int(told[1]), int(told[2])) == place
            assert float(told[3] or told[4] or told[6]) == grad_x[place], state
            if told[5]:
                products = [term.split("×") for term in told[5].split(" + ")]
                assert sum(int(a) * int(b) for a, b in products) == grad_x[place]
            gathered += 1
    assert (scattered, gathered, fitting) == (110, 350, 8)


def test_the_centre_reads_1234(explorer):
    assert explorer.sentence == (
        "Scatter, image 3×3, kernel 2×2, stride 1, padding 0, dilation 1. "
        "4 of 4 outputs have sent their gradient. "
        "Output (1, 1) sends 1000 × kernel to its window, and 1000 × its window to grad_weight. "
        "grad_x reads 1 12 20 / 103 1234 2040 / 300 3400 4000. "
        "grad_weight reads 4310 5421 / 7643 8754."
    )
    gather = explorer.scene(view="gather", step=5).sentence
    assert gather.endswith("Pixel (1, 1) collects 1×4 + 10×3 + 100×2 + 1000×1 = 1234.")


def test_the_cells_show_what_the_sentence_says(explorer):
    scene = explorer.scene(step=3)
    assert {"1", "12", "20", "103", "234", "40", "300", "400", "0"} <= set(texts(scene))
    assert "(1, 0) sends 100 × kernel" in texts(scene)


def test_the_digit_of_the_last_output_is_marked(explorer):
    """With three outputs the hundreds are marked: in the centre the first digit of 234."""
    (centre,) = [
        cell.svg()
        for placed in explorer.scene(step=3).placed
        for cell in getattr(placed.part, "children", ())
        if texts_of(cell) == ["234"]
    ]
    assert centre.count("<rect") == 2
    (ones,) = [
        cell.svg()
        for placed in explorer.scene(step=3).placed
        for cell in getattr(placed.part, "children", ())
        if texts_of(cell) == ["12"]
    ]
    assert ones.count("<rect") == 1  # output 3 has sent nothing to it


@pytest.mark.parametrize(
    ("mistake", "changes", "grad_x"),
    [
        ("kernel not turned", {}, [[4, 43, 30], [402, 4321, 3010], [200, 2100, 1000]]),
        ("= instead of +=", {}, [[1, 10, 20], [100, 1000, 2000], [300, 3000, 4000]]),
        ("grad_x ignores the stride", {"image": "4×4", "stride": 2}, None),
    ],
)
def test_a_mistake_shows(explorer, mistake, changes, grad_x):
    sentence = explorer.scene(mistake=mistake, **changes).sentence
    assert f"Mistake: {mistake}." in sentence and "of grad_x and 0 of 4 of grad_weight" in sentence
    if grad_x is not None:
        assert np.array_equal(rows_of(sentence, "grad_x"), grad_x)


def test_a_wrong_number_is_as_dark_as_a_right_one(explorer):
    """On a pale cell: a colour of words turns light on a dark card, and could not be read there."""
    scene = explorer.scene(mistake="kernel not turned")
    cells = [c.svg() for p in scene.placed for c in getattr(p.part, "children", ())]
    (centre,) = [cell for cell in cells if "4321" in cell]
    assert f'fill="{INK}">4321<' in centre and WRONG in centre


def test_a_mistake_that_does_no_harm_says_so(explorer):
    sentence = explorer.scene(mistake="grad_x ignores the stride").sentence
    assert sentence.endswith("It does no harm here.")


def test_the_margin_is_shown_and_cut_off(explorer):
    assert "grad_x, with its margin" in texts(explorer.scene(padding=1))
    assert explorer.facts(**{**explorer.state, "padding": 1})["margin"] > 0
    assert explorer.facts(**explorer.state)["margin"] == 0


def test_rows_that_no_window_has_read_get_zero(explorer):
    sentence = explorer.scene(image="4×4", stride=2, kernel_size=3).sentence
    assert (rows_of(sentence, "grad_x")[-1] == 0).all()
    state = {**explorer.state, "image": "4×4", "step": 1}
    assert explorer.facts(**{**state, "stride": 2, "kernel_size": 3})["unread"] == 7
    assert explorer.facts(**state)["unread"] == 0


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=7)
    assert_every_cell_leads_somewhere(explorer, every=31)
    assert region(explorer.scene(), "grad_output").values == (1, 2, 3, 4)


# A learner's function ---------------------------------------------------------------------------


def scatter(grad_output, x, weight, stride=1, padding=0):
    height, width = x.shape[2:]
    grad_padded = np.zeros((1, 1, height + 2 * padding, width + 2 * padding))
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_weight, size = np.zeros(weight.shape), weight.shape[2]
    for i, j in np.ndindex(grad_output.shape[2:]):
        down, across = (slice(n * stride, n * stride + size) for n in (i, j))
        grad_padded[0, 0, down, across] += grad_output[0, 0, i, j] * weight[0, 0]
        grad_weight[0, 0] += grad_output[0, 0, i, j] * padded[0, 0, down, across]
    inside = grad_padded[:, :, padding : padding + height, padding : padding + width]
    return inside, grad_weight, grad_output.sum(axis=(0, 2, 3))


def test_a_right_function_is_drawn_without_remark():
    own, plain = BackwardExplorer(scatter), BackwardExplorer()
    assert [control.name for control in own.controls] == [
        "view", "image", "kernel_size", "stride", "padding", "mistake", "step",
    ]  # fmt: skip
    for state in own.states():
        sentence = own.scene(**state).sentence
        if state["mistake"] == "none":
            assert "wrong" not in sentence
        if state["view"] == "scatter":
            assert sentence == plain.scene(**state).sentence


def test_a_function_from_a_check_is_the_learners_own():
    def unturned(grad_output, x, weight, stride=1, padding=0):
        return scatter(grad_output, x, weight[..., ::-1, ::-1], stride, padding)

    own = BackwardExplorer(check.conv2d_backward(unturned))
    assert "103 1234" not in own.sentence and "402 4321 3010" in own.sentence
    assert "9 of 9 numbers of grad_x and 0 of 4 of grad_weight are wrong." in own.sentence


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda g, x, w: None, "it returned NoneType."),
        (lambda g, x, w: 1 / 0, "Your function raised ZeroDivisionError"),
        (lambda g, x, w: (x[0], w), "grad_x has shape 1×3×3, not 1×1×3×3."),
        (lambda g, x, w: (x, w[:, :, 0]), "grad_weight has shape 1×1×2, not 1×1×2×2."),
        (lambda g, x, w: ("x", w), "grad_x does not hold numbers."),
        (lambda g, x, w: (x * np.nan, w / 3), "of grad_weight are wrong."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = BackwardExplorer(function)
    for state in own.states():
        scene = own.scene(**state)
        assert "cannot be drawn" not in scene.sentence, scene.sentence
    assert words in own.sentence
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="conv2d_backward must be a function, not int"):
        BackwardExplorer(2)

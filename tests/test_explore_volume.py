"""The volume explorer: every window of every filter against PyTorch, and functions with bugs."""

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
from cnnhelpers.explore import VolumeExplorer


def convolve(x, weight, bias, stride=1, padding=0):
    torch = pytorch()
    x, weight, bias = (torch.tensor(np.array(array)) for array in (x, weight, bias))
    return torch.nn.functional.conv2d(x, weight, bias, stride=stride, padding=padding).numpy()


def check_every_state(explorer):
    """Compare the numbers in every picture and sentence with PyTorch; return how many states."""
    x, weight, bias = explorer.x, explorer.weight, explorer.bias
    options = {"stride": explorer.stride, "padding": explorer.padding}
    output = convolve(x[None], weight, bias, **options)[0]
    channels = np.stack(  # what each channel adds: (C_in, C_out, H_out, W_out)
        [
            convolve(x[None, [c]], weight[:, [c]], np.zeros(len(bias)), **options)[0]
            for c in range(len(x))
        ]
    )
    count = 0
    for state in explorer.states():
        f, window = state.get("filter", 1) - 1, state["window"]
        row, column = divmod(window - 1, output.shape[2])
        scene = explorer.scene(**state)
        words = texts(scene)
        found = re.search(
            r"the output is (\S+)\. Filter (\d+) of (\d+), window (\d+) of (\d+) at row (\d+), "
            r"column (\d+): the products of .*? sum to (.*?); (.*?) = (\S+)\.",
            scene.sentence,
        )
        assert found[1] == "×".join(map(str, output.shape))
        numbers = [f + 1, len(weight), window, output[0].size, row, column]
        assert [int(found[i]) for i in range(2, 8)] == numbers
        expected = channels[:, f, row, column]
        sums = [value(term) for term in re.split(", | and ", found[8])]
        assert np.allclose(sums, expected, rtol=0, atol=0.006), state
        terms = [value(term.removeprefix("bias ")) for term in found[9].split(" + ")]
        assert np.allclose(terms, [*expected, bias[f]], rtol=0, atol=0.006), state
        assert abs(value(found[10]) - output[f, row, column]) < 0.006, state
        assert f"{found[9]} = {found[10]}" in words
        drawn = [value(word.removeprefix("sum ")) for word in words if word.startswith("sum ")]
        assert drawn == sums

        # The products: plain grids, one a channel, each of which adds up to its channel's sum.
        size = weight[0, 0].size
        plain = [
            [value(text) for text in texts_of(placed)]
            for placed in scene.placed
            if f'stroke="{ROLES["plain"].edge}"' in placed.svg() and len(texts_of(placed)) == size
        ]
        assert np.allclose([sum(products) for products in plain], expected, atol=0.05)

        maps = [placed for placed in scene.placed if placed.first is not None]
        assert len(maps) == f + 1
        shown = [value(text) for placed in maps for text in texts_of(placed)]
        filled = output.reshape(-1)[: f * output[0].size + window]
        assert np.allclose(shown, filled, rtol=0, atol=0.006), state
        count += 1
    return count


@pytest.fixture(scope="module")
def explorer():
    return VolumeExplorer()


def test_every_slider_position_shows_pytorchs_numbers(explorer):
    assert check_every_state(explorer) == 2 * 9


@pytest.mark.parametrize(
    ("shape", "filters", "options"),
    [
        ((1, 4, 5), (3, 1, 2, 3), dict(stride=1, padding=0)),
        ((4, 5, 3), (4, 4, 3, 1), dict(stride=1, padding=1)),
        ((2, 7, 7), (1, 2, 5, 5), dict(stride=2, padding=1)),
    ],
)
def test_arrays_of_ones_own(shape, filters, options):
    draw = np.random.default_rng(1)
    x, weight = draw.integers(-3, 4, shape), draw.integers(-2, 3, filters) / 2
    own = VolumeExplorer(x, weight, draw.integers(-2, 3, filters[0]), **options)
    assert check_every_state(own) >= 4
    assert_nothing_leaves_the_card(own)


def test_the_first_value_is_the_worked_one(explorer):
    assert explorer.sentence == (
        "Volume 3×5×5, padding 1, stride 2, 2 filters 3×3×3: the output is 2×3×3. "
        "Filter 1 of 2, window 1 of 9 at row 0, column 0: the products of x[0], x[1] and x[2] "
        "sum to 0, 2 and 0; 0 + 2 + 0 + bias 1 = 3."
    )


def test_no_filter_looks_the_same_flipped_or_transposed(explorer):
    for one in explorer.weight:
        assert (one != one[:, ::-1, ::-1]).any() and (one != one.transpose(0, 2, 1)).any()
        assert (one != one[::-1]).any()


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_and_can_be_pointed_at(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer)


def test_numbers_that_were_typed_are_used():
    """9 in the volume's first pixel meets weight (1, 1) of each filter's kernel of channel 0."""
    own, typed = VolumeExplorer(), {"x[0][0,0]": "9", "w[0,0][1,1]": "5"}
    x, weight = own.x.copy(), own.weight.copy()
    x[0, 0, 0], weight[0, 0, 1, 1] = 9, 5
    expected = convolve(x[None], weight, own.bias, stride=2, padding=1)[0]
    assert np.array_equal(own.numbers(typed).totals, expected)
    assert "sum to 45, 2 and 0; 45 + 2 + 0 + bias 1 = 48." in own.scene(typed=typed).sentence
    assert own.scene(filter=2, typed=typed).regions[3].texts[4] == "−1"  # the other filter's own


def test_roles_are_kept(explorer):
    svg = explorer.scene(window=5).svg()
    assert all(ROLES[name].fill in svg for name in ("input", "kernel", "output", "padding"))


# A learner's function --------------------------------------------------------------------------


def test_a_right_function_is_drawn_without_remark():
    own = VolumeExplorer(conv2d=convolve)
    assert check_every_state(own) == 18
    assert all("our function" not in own.scene(**state).sentence for state in own.states())


@pytest.mark.parametrize(
    "bug",
    [
        lambda x, w, b, **options: convolve(x, w, b * 0, **options),
        lambda x, w, b, **options: convolve(x, w[..., ::-1, ::-1], b, **options),
        lambda x, w, b, **options: convolve(x[:, :1], w[:, :1], b, **options),
        lambda x, w, b, **options: convolve(x, w / 3, b, **options),
        lambda x, w, b, **options: convolve(x, w[::-1], b, **options),
    ],
)
def test_a_bug_shows_in_the_cells_that_differ(bug):
    own = VolumeExplorer(conv2d=bug)
    options = {"stride": 2, "padding": 1}
    right = convolve(own.x[None], own.weight, own.bias, **options)[0]
    wrong = bug(own.x[None], own.weight, own.bias, **options)[0]
    differ = ~np.isclose(right, wrong)
    assert differ.any()
    for state in own.states():
        f, index = state["filter"] - 1, state["window"] - 1
        scene = own.scene(**state)
        assert f"{differ.sum()} of 18 outputs of your function differ" in scene.sentence
        assert f"output 2×3×3, {differ.sum()} wrong" in texts(scene)
        (*_, last) = [placed for placed in scene.placed if placed.first is not None]
        assert [WRONG in cell.svg() for cell in last.part.children] == list(differ[f].ravel())
        here = re.search(r"Your function gives (\S+) here instead of (\S+)\.", scene.sentence)
        assert bool(here) == differ[f].flat[index]
        if here:
            assert abs(value(here[1]) - wrong[f].flat[index]) < 0.006
            assert value(here[2]) == right[f].flat[index]


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, w, b: None, "returned None; it should return an array of shape 1×2×3×3."),
        (lambda x, w, b: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x, w, b: "abc", "Your function returned str, not numbers"),
        (lambda x, w, b: np.ones((3, 3)), "Your function returned 3×3; it should return 1×2×3×3."),
        with_pytorch(
            lambda x, w, b, stride=1: convolve(x, w, b, stride), "1×2×2×2; it should return 1×2×3×3"
        ),
        (lambda x, w, b: np.full((1, 2, 3, 3), np.nan), "18 of 18 outputs of your function differ"),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = VolumeExplorer(conv2d=function)
    for state in own.states():
        assert words in own.scene(**state).sentence
    shown = " ".join(texts(own.scene()))
    assert words.split()[-1].strip(".") in shown or "wrong" in shown
    assert_nothing_leaves_the_card(own)


def test_a_function_cannot_change_the_explorers_arrays():
    def rude(x, weight, bias):
        x[:] = weight[:] = bias[:] = 0
        return np.zeros((1, 2, 3, 3))

    assert "bias 1 = 3. " in VolumeExplorer(conv2d=rude).sentence


def test_filters_that_do_not_fit_show_a_sentence():
    own = VolumeExplorer(np.ones((1, 2, 2)), np.ones((2, 1, 3, 3)), padding=0)
    for state in own.states():
        assert "do not fit into the volume 1×2×2, padding 0" in own.scene(**state).sentence
    assert own._repr_mimebundle_()["text/plain"] == own.sentence


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (dict(x=np.ones((3, 5, 5))), TypeError, "x is given without weight"),
        (dict(weight=np.ones((2, 1, 3, 3))), ValueError, "x has 3 channels and the filters have 1"),
        (dict(bias=[1, 2, 3]), ValueError, "bias has 3 numbers for 2 filters"),
        (dict(x=np.ones((5, 5)), weight=[[[[1]]]]), ValueError, r"shape \(C_in, H, W\), not \(5"),
        (dict(x=[["a"]], weight=1), TypeError, "x must hold numbers"),
        (dict(x=[[1], [2, 3]], weight=1), ValueError, "not a regular array"),
        (dict(bias=[np.nan, 1]), ValueError, "NaN or infinity"),
        (dict(padding=3), ValueError, "too many numbers to read"),
        (dict(stride=0), ValueError, "stride"),
        (dict(conv2d=np.ones(3)), TypeError, "conv2d must be a function"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        VolumeExplorer(**arguments)

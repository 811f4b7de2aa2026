"""The block of one number: every position against PyTorch's autograd."""

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts_of,
)

from cnnhelpers.explore import BlockExplorer
from cnnhelpers.explore.block import ACROSS, BLOCKS
from cnnhelpers.explore.kit.digits import as_text


@pytest.fixture(scope="module")
def explorer():
    return BlockExplorer()


def test_every_position_shows_what_autograd_gives(explorer):
    torch = pytorch()

    def larger(first, second):
        return first if first >= second else second

    for state in explorer.states():
        x = torch.tensor(float(state["x"]), requires_grad=True)
        names = {"relu": torch.relu, "max": larger, "x": x, "w1": state["w1"], "w2": state["w2"]}
        y = eval(BLOCKS[state["block"]].removeprefix("y = ").replace("·", "*"), names)
        (slope,) = torch.autograd.grad(y, x)
        facts = explorer.facts(**state)
        assert (facts["y"], facts["slope"]) == (y.item(), slope.item()), state
        sentence = explorer.scene(**state).sentence
        assert "−0" not in sentence
        assert f"The output is {as_text(y.item() + 0.0)}." in sentence
        assert f"slope with respect to x is {as_text(slope.item() + 0.0)}:" in sentence


def test_weights_of_zero_are_the_identity_in_one_of_them_only(explorer):
    assert explorer.facts(block="residual", x=2, w1=0, w2=0) == {"y": 2, "slope": 1}
    assert explorer.facts(block="plain", x=2, w1=0, w2=0) == {"y": 0, "slope": 0}
    assert explorer.facts(block="residual", x=2, w1=-1, w2=2) == {"y": 2, "slope": 1}


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=11)


@pytest.mark.parametrize(
    ("block", "between"),
    [
        ("residual", ["· 1", "relu", "· 1", "relu"]),
        ("ReLU before the sum", ["· 1", "relu", "· 1", "relu"]),
        ("no last ReLU", ["· 1", "relu", "· 1"]),
    ],
)
def test_each_step_stands_over_the_line_where_it_is_taken(explorer, block, between):
    scene = explorer.scene(block=block)
    steps = [
        (one.dx, words)
        for one in scene.placed
        for words in texts_of(one)
        if words == "relu" or words.startswith("· ")
    ]
    assert [words for _, words in sorted(steps)] == between
    last = max(steps)[0]
    assert (last > ACROSS["sum"]) == (block == "residual")

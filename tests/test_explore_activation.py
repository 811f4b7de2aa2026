"""The explorer of nonlinear functions: every state against PyTorch and its autograd."""

from __future__ import annotations

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    value,
)

from cnnhelpers.draw.style import ROLES, WRONG
from cnnhelpers.explore import ActivationExplorer, Goal
from cnnhelpers.explore.activation import FUNCTIONS, LEAK, LONGEST

SENTENCE = re.compile(
    r"(.+) of sums with mean (.+) and deviation (.+)\. Outputs: mean (.+), mean square (.+), "
    r"exactly 0 for (.+) %\. Slope: below 0\.05 for (.+) %, mean square (.+)\."
)


@pytest.fixture(scope="module")
def explorer():
    return ActivationExplorer()


def by_pytorch(function, sums):
    """Return outputs and slopes."""
    torch = pytorch()
    made = {
        "ReLU": torch.relu,
        "leaky ReLU": lambda x: torch.nn.functional.leaky_relu(x, LEAK),
        "tanh": torch.tanh,
        "sigmoid": torch.sigmoid,
        "GELU": torch.nn.functional.gelu,
    }[function]
    x = torch.tensor(sums, requires_grad=True)
    outputs = made(x)
    (slopes,) = torch.autograd.grad(outputs.sum(), x)
    return outputs.detach().numpy(), slopes.numpy()


def test_every_state_shows_pytorchs_numbers(explorer):
    seen = 0
    for state in explorer.states():
        found = SENTENCE.fullmatch(explorer.scene(**state).sentence)
        assert found, state
        sums = explorer.sums(state["deviation"], state["mean"])
        outputs, slopes = by_pytorch(state["function"], sums)
        right = [
            outputs.mean(),
            (outputs**2).mean(),
            100 * (outputs == 0).mean(),
            100 * (np.abs(slopes) < 0.05).mean(),
            (slopes**2).mean(),
        ]
        shown = [value(found[index]) for index in range(4, 9)]
        assert (found[1], value(found[2]), found[3]) == (
            state["function"], state["mean"], state["deviation"],
        )  # fmt: skip
        for one, other, half in zip(shown, right, [0.0051, 0.0051, 0.51, 0.51, 0.0051]):
            assert abs(one - other) <= half, state
        seen += 1
    assert seen == 5 * 5 * 9


def test_the_sums_are_normal_without_luck(explorer):
    sums = explorer.sums("2", 1)
    assert abs(sums.mean() - 1) < 1e-9 and abs(sums.std() - 2) < 0.01
    assert abs((sums < 1 - 2 * 1.6449).mean() - 0.05) < 0.001


def test_bars_are_as_long_as_their_shares(explorer):
    """tanh at deviation 4: the outputs near 1 and -1 have the longest bars; all add up to 1."""
    svg = explorer.scene(function="tanh", deviation="4").svg()
    bars = re.findall(r'<rect y="([\d.]+)" width="([\d.]+)"', svg)
    lengths = [float(width) / LONGEST for _, width in bars]
    assert abs(sum(lengths) - 1) < 0.01
    outputs = np.tanh(explorer.sums("4", 0))
    assert abs(max(lengths) - (outputs >= 0.75).mean()) < 0.002


def test_the_curves_are_the_functions(explorer):
    for function in FUNCTIONS:
        svg = explorer.scene(function=function).svg()
        for role, right in zip(("output", "gradient"), by_pytorch(function, np.array([-1.0, 1.0]))):
            (path,) = re.findall(rf'd="M([^"]*L[^"]*)" fill="none" stroke="{ROLES[role].fill}"',
                                 svg)  # fmt: skip
            points = dict(point.split(" ") for point in path.split("L"))
            heights = [3.5 - float(points[x]) / 160 * 5 for x in ("120", "180")]
            assert np.allclose(heights, right, atol=0.01), function


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "ReLU of sums with mean 0 and deviation 1. Outputs: mean 0.40, mean square 0.50, exactly 0 "
        "for 50 %. Slope: below 0.05 for 50 %, mean square 0.50."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_into_a_low_window(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=3)


# A learner's function ---------------------------------------------------------------------------


def test_a_right_slope_is_drawn_without_remark(explorer):
    own = ActivationExplorer(lambda grad_output, x: grad_output / np.cosh(x) ** 2)
    for state in own.states():
        assert own.scene(**state).svg() == explorer.scene(**state).svg()


def test_a_wrong_slope_shows():
    own = ActivationExplorer(lambda grad_output, x: grad_output * (1 - x**2))
    scene = own.scene(function="tanh")
    assert "Your slope is −24.00 at −5.0, not 0.00." in scene.sentence
    assert f'stroke="{WRONG}"' in scene.svg()
    assert "our slope" not in own.scene(function="sigmoid").sentence


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda grad_output, x: None, "Your function returned None"),
        (lambda grad_output, x: 1 / 0, "Your function raised ZeroDivisionError"),
        (lambda grad_output, x: x[:3], "Your function returned 3; it should return 401."),
        (lambda grad_output, x: x * np.nan, "Your slope is nan"),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = ActivationExplorer(function)
    assert words in own.scene(function="tanh").sentence
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="tanh_backward must be a function, not str"):
        ActivationExplorer("tanh")


def test_a_goal_can_ask_for_what_is_seen():
    goal = Goal("Dead.", lambda seen: seen.function == "ReLU" and seen.zeros > 0.99)
    own = ActivationExplorer(goals=[goal])
    assert own.reached(mean=-3) == [0] and own.reached() == []

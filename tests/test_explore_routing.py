"""The pool router: every step against autograd, the rules for ties, typed values, own functions."""

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
    value,
)

from cnnhelpers import check
from cnnhelpers.explore import PoolRouterExplorer
from cnnhelpers.explore.kit.digits import POWERS
from cnnhelpers.explore.routing import INPUT


@pytest.fixture(scope="module")
def explorer():
    return PoolRouterExplorer()


def autograd(kernel_size, stride, step, operation):
    """Return grad_x by PyTorch; ``operation(windows)`` makes one number of each row."""
    torch = pytorch()
    x = torch.tensor(INPUT, dtype=torch.float64, requires_grad=True)
    windows = x.unfold(0, kernel_size, stride).unfold(1, kernel_size, stride)
    output = operation(windows.reshape(*windows.shape[:2], -1))
    upstream = torch.zeros_like(output)
    places = np.ndindex(min(2, len(output)), min(2, len(output)))
    for power, place in list(zip(POWERS, places))[:step]:
        upstream[place] = power
    return torch.autograd.grad(output, x, upstream)[0].numpy()


def read(sentence):
    written = re.search(r"grad_x reads ([\d /.]+)\. Sent (\d+), received ([\d.]+)\.", sentence)
    rows = [[value(word) for word in row.split()] for row in written[1].split("/")]
    return np.array(rows), float(written[2]), float(written[3])


def test_every_step_shows_autograds_numbers(explorer):
    """Ties: ``max_pool2d`` sends to the first, ``amax`` shares."""
    torch, compared = pytorch(), 0
    for state in explorer.states():
        setting = state["kernel_size"], state["stride"], state["step"]
        shown, sent, received = read(explorer.scene(**state).sentence)
        assert received == pytest.approx(shown.sum(), abs=0.02)
        assert sent == sum(POWERS[: state["step"]])
        if state["sum"] == "=":
            continue
        if state["rule"] == "share":
            right = autograd(*setting, lambda windows: windows.amax(dim=-1))
        elif state["rule"] == "all":
            continue
        else:
            right = autograd(*setting, lambda windows: windows.max(dim=-1).values)
            x = torch.tensor(INPUT, dtype=torch.float64)[None, None].requires_grad_(True)
            pooled = torch.nn.functional.max_pool2d(x, *setting[:2])
            upstream = torch.zeros_like(pooled)
            places = np.ndindex(min(2, pooled.shape[2]), min(2, pooled.shape[2]))
            for power, (i, j) in list(zip(POWERS, places))[: state["step"]]:
                upstream[0, 0, i, j] = power
            assert np.array_equal(torch.autograd.grad(pooled, x, upstream)[0][0, 0], right)
        assert np.allclose(shown, right, atol=0.0051), state
        compared += 1
    assert compared == 2 * (5 * 5 + 2)  # of kernel 3 with stride 3 there is one window


def test_all_sends_more_than_has_come(explorer):
    sentence = explorer.scene(step=1, rule="all").sentence
    assert "the largest value 2 stands at (1, 0) and (1, 1); each gets 1." in sentence
    assert sentence.endswith("Sent 1, received 2.")


def test_an_assignment_loses_what_overlapping_windows_have_sent(explorer):
    right = explorer.scene(kernel_size=3, stride=2, step=3)
    assert "101" in texts(right) and right.sentence.endswith("Sent 111, received 111.")
    lost = explorer.scene(kernel_size=3, stride=2, step=3, sum="=")
    assert "101" not in texts(lost) and lost.sentence.endswith("Sent 111, received 110.")


def test_a_value_that_was_typed_makes_a_tie(explorer):
    typed = {"x[0,3]": "3"}
    sentence = explorer.scene(step=2, typed=typed).sentence
    assert "the largest value 3 stands at (0, 2) and (0, 3); the first of them, (0, 2)" in sentence


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer)


# A learner's function ---------------------------------------------------------------------------


def masked(grad_output, x, kernel_size, stride=None):
    """Every largest value gets everything: the mistake `ties-to-all`."""
    grad_x, stride = np.zeros(x.shape), kernel_size if stride is None else stride
    for n, c, i, j in np.ndindex(grad_output.shape):
        down, across = (slice(k * stride, k * stride + kernel_size) for k in (i, j))
        window = x[n, c, down, across]
        grad_x[n, c, down, across] += (window == window.max()) * grad_output[n, c, i, j]
    return grad_x


def test_a_right_function_is_drawn_without_remark(explorer):
    own = PoolRouterExplorer(check.EXERCISES["max_pool2d_backward"].course)
    for state in own.states():
        assert own.scene(**state).svg() == explorer.scene(**state).svg()


def test_a_mistake_shows_where_there_is_a_tie():
    own = PoolRouterExplorer(check.max_pool2d_backward(masked))
    assert "2 of 25 numbers of your function are wrong." in own.scene().sentence
    assert "your function" not in own.scene(rule="all").sentence
    assert "your function" not in own.scene(step=0).sentence


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda g, x, k: None, "Your function returned None"),
        (lambda g, x, k: 1 / 0, "Your function raised ZeroDivisionError"),
        (lambda g, x, k: g, "it should return 1×1×5×5."),
    ],
)
def test_a_function_that_fails_is_shown_and_never_raises(function, words):
    own = PoolRouterExplorer(function)
    assert words in own.sentence
    assert_nothing_leaves_the_card(own)


def test_what_is_no_function_is_refused():
    with pytest.raises(TypeError, match="max_pool2d_backward must be a function, not str"):
        PoolRouterExplorer("max")

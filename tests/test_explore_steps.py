"""The step sizes: every measured slope anew, its error, and what is said of it."""

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
)

from cnnhelpers.explore import StepSizeExplorer


@pytest.fixture(scope="module")
def explorer():
    return StepSizeExplorer()


def slope(precision, way, power):
    """Return the difference quotient of x³ at 1.7, by arrays of one number."""
    x, h = (np.array([number], precision) for number in (1.7, float(f"1e-{power}")))
    below = x - h if way == "central" else x
    two = np.array([2 if way == "central" else 1], precision)
    above = x + h
    return float(((above * above * above - below * below * below) / (two * h))[0])


def test_every_step_shows_its_slope_and_its_error(explorer):
    count = 0
    for state in explorer.states():
        sentence = explorer.scene(**state).sentence
        measured = slope(state["precision"], state["way"], state["power"])
        assert f"is measured as {measured:.7g}, " in sentence, state
        exact = 3 * float(np.array(1.7, state["precision"])) ** 2
        error = abs(measured - exact) / exact
        written = float(re.search(r"about ([\d.e−]+)\.", sentence)[1].replace("−", "-"))
        assert error / 3.3 < written < error * 3.3, (state, error)
        count += 1
    assert count == 2 * 2 * 15


def test_autograd_gives_the_exact_slope():
    torch = pytest.importorskip("torch")
    x = torch.tensor(1.7, dtype=torch.float64, requires_grad=True)
    (x * x * x).backward()
    assert float(x.grad) == pytest.approx(8.67, rel=1e-14)


def test_where_the_v_has_its_foot(explorer):
    best = {
        (precision, way): min(range(1, 16), key=lambda p: explorer.error(precision, way, p))
        for precision in ("float64", "float32")
        for way in ("central", "one-sided")
    }
    assert best == {
        ("float64", "central"): 5,
        ("float64", "one-sided"): 8,
        ("float32", "central"): 2,
        ("float32", "one-sided"): 3,
    }
    assert "No other step of this curve does better." in explorer.scene(power=5).sentence
    assert "too wide" in explorer.scene(power=2).sentence
    assert "drowns in rounding" in explorer.scene(power=9).sentence
    assert "The step is lost" in explorer.scene(power=9, precision="float32").sentence


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)

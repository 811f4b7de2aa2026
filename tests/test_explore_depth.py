"""The explorer of signal and gradient through depth: every state against PyTorch's autograd."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers.explore import DepthExplorer, Goal
from cnnhelpers.explore.depth import (
    DEPTH,
    GAINS,
    NONLINEARITIES,
    WIDTHS,
    inputs,
    power,
    upstream,
    weights,
)


@pytest.fixture(scope="module")
def explorer():
    return DepthExplorer()


def test_every_state_shows_the_sizes_that_pytorch_gives(explorer):
    """Forward by PyTorch's layers, backward by autograd, one network for each depth."""
    torch = pytorch()
    functions = {"linear": lambda x: x, "ReLU": torch.relu, "tanh": torch.tanh}

    def size(tensor):
        return math.sqrt((tensor**2).mean().item())

    for nonlinearity in NONLINEARITIES:
        for gain in GAINS:
            for width in WIDTHS:
                layers = torch.tensor(weights(gain, width))
                for depth in range(1, DEPTH + 1):
                    signals = [torch.tensor(inputs(width), requires_grad=True)]
                    for weight in layers[:depth]:
                        before = torch.nn.functional.linear(signals[-1], weight)
                        signals.append(functions[nonlinearity](before))
                    grads = torch.autograd.grad(signals[-1], signals, torch.tensor(upstream(width)))
                    found = explorer.measured(nonlinearity, gain, width, depth)
                    np.testing.assert_allclose(found.signal, list(map(size, signals)), rtol=1e-9)
                    np.testing.assert_allclose(found.gradient, list(map(size, grads)), rtol=1e-9)
                    state = dict(nonlinearity=nonlinearity, gain=gain, width=width, depth=depth)
                    sentence = explorer.scene(**state).sentence
                    assert f"size {power(size(signals[-1]))} at the top (" in sentence, state
                    assert f"size {power(size(grads[0]))} at the input (" in sentence, state


def test_the_prediction_is_a_power_where_nothing_saturates(explorer):
    for gain, (number, _) in GAINS.items():
        linear = explorer.predicted("linear", gain, 7)
        assert linear.signal[7] == pytest.approx(number**7)
        assert linear.gradient[0] == pytest.approx(number**7)
        relu = explorer.predicted("ReLU", gain, 7)
        assert relu.signal[7] == pytest.approx((number / math.sqrt(2)) ** 7)
        assert relu.gradient == pytest.approx(relu.signal[::-1])
    assert explorer.predicted("ReLU", "0.58", 10).signal[10] ** 2 == pytest.approx(6.0**-10)


def test_the_prediction_for_tanh_is_the_mean_over_a_normal_distribution(explorer):
    """Twelve layers of tanh at gain 5/3, by a plain sum over 200,001 z."""
    z = np.linspace(-9, 9, 200_001)
    share = np.exp(-(z**2) / 2) / np.exp(-(z**2) / 2).sum()
    size = 1.0
    for _ in range(12):
        size = math.sqrt(share @ np.tanh(5 / 3 * size * z) ** 2)
    assert explorer.predicted("tanh", "1.67", 12).signal[12] == pytest.approx(size, rel=1e-6)
    assert round(size, 2) == 0.65


def test_wide_layers_are_near_the_line_and_narrow_ones_below_it(explorer):
    """Ten ReLU layers, by gain 1.41."""
    line = explorer.predicted("ReLU", "1.41", 10).signal[10]
    wide = explorer.measured("ReLU", "1.41", "128", 10).signal[10]
    narrow = explorer.measured("ReLU", "1.41", "8", 10).signal[10]
    assert line == pytest.approx(1)
    assert 0.7 < wide < 1.4 and narrow < 0.3


@pytest.mark.parametrize(
    ("number", "words"),
    [(1.0, "1.0"), (0.714, "0.71"), (0.0312, "0.031"), (137.0, "140"), (3.23e-5, "3.2 × 10⁻⁵"),
     (9.96, "10"), (0.00999, "0.010"), (1.1e9, "1.1 × 10⁹"), (999.0, "1.0 × 10³"), (0, "0")],
)  # fmt: skip
def test_sizes_are_written_with_two_digits(number, words):
    assert power(number) == words


def test_the_dots_stand_where_their_sizes_say(explorer):
    """By gain 2 without ReLU the signal doubles: 2³⁰ is 9.03 powers of ten."""
    svg = explorer.scene(nonlinearity="linear", gain="2", width="128", depth=30).svg()
    (line, _) = re.findall(r'<path d="(M0 [^"H]+L[^"]+)" fill="none"', svg)
    heights = [float(point.split(" ")[1]) for point in re.split("[ML]", line)[1:]]
    steps = -np.diff(heights)
    assert len(heights) == 31 and abs(steps - 184 / 23 * math.log10(2)).max() < 0.11


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "20 layers of 128 units, ReLU, gain 1 (Glorot). The signal has size 6.6 × 10⁻⁴ at the top "
        "(predicted 9.8 × 10⁻⁴). The gradient, 1 at the top, has size 1.0 × 10⁻³ at the input "
        "(predicted 9.8 × 10⁻⁴)."
    )


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_into_a_low_window(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=11)


def test_a_goal_can_ask_for_what_is_seen():
    goal = Goal("Keep.", lambda seen: seen.depth == 30 and 0.3 < seen.signal[-1] < 3)
    own = DepthExplorer(goals=[goal])
    assert own.reached(gain="1.41", depth=30) == [0] and own.reached(depth=30) == []

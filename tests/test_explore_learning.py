"""The learning explorer: every step against PyTorch's gradient descent, and functions with bugs."""

import re
import time
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

from cnnhelpers.datasets import photograph
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import Goal, LearnKernelExplorer
from cnnhelpers.explore.learning import ACROSS, AXIS, DECADES, DOWN, RATES, STEPS, TOP

SOBEL = [[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]


@pytest.fixture(scope="module")
def explorer():
    return LearnKernelExplorer()


def image():
    small = photograph("cat", size=48, gray=True)[0].astype(np.float64)
    return small - small.mean()


@cache
def descent(rate):
    """Return the kernels and errors of 300 steps, by PyTorch's autograd and optimiser."""
    torch = pytorch()
    x = torch.tensor(image())[None, None]
    target = torch.nn.functional.conv2d(x, torch.tensor(SOBEL, dtype=torch.float64)[None, None])
    kernel = torch.zeros((1, 1, 3, 3), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([kernel], lr=rate)
    kernels, errors = [], []
    for _ in range(301):
        error = ((torch.nn.functional.conv2d(x, kernel) - target) ** 2).sum()
        kernels.append(kernel.detach().numpy()[0, 0].copy())
        errors.append(float(error.detach()))
        optimiser.zero_grad()
        error.backward()
        optimiser.step()
    return kernels, errors


def number(written):
    """Return what a sentence writes: 0.86, 4.6e10, 3.2e−6."""
    return float(written.replace("−", "-"))


def test_every_step_shows_pytorchs_kernel_and_error(explorer):
    steps = 0
    for state in explorer.states():
        kernels, errors = descent(float(state["rate"]))
        step = state["step"]
        scene = explorer.scene(**state)
        facts = explorer.facts(**state)
        size = max(1.0, np.abs(kernels[step]).max())
        assert np.allclose(facts["kernel"], kernels[step], rtol=0, atol=1e-6 * size), state
        found = re.match(
            r"Learning rate (\S+), after (\d+) of 300 steps: the error is (\S+); it was 224 at the "
            r"start\. The learned weights are up to (\S+) away",
            scene.sentence,
        )
        assert found[1] == state["rate"] and int(found[2]) == step
        # Two digits, and around zero what the rounding of 10^-16 leaves.
        assert number(found[3]) == pytest.approx(errors[step], rel=0.06, abs=1e-10), state
        far = np.abs(kernels[step] - SOBEL).max()
        assert number(found[4]) == pytest.approx(far, rel=0.06, abs=1e-5), state
        grows = step > 0 and errors[step] > errors[step - 10]
        assert ("The error grows" in scene.sentence) == grows, state
        plain = [p for p in scene.placed if f'stroke="{ROLES["plain"].edge}"' in p.svg()]
        shown = [number(text) for text in texts_of(plain[0])]
        if size < 100:
            assert np.allclose(shown, kernels[step].ravel(), rtol=0, atol=0.051), state
        steps += 1
    assert steps == 4 * 31 + 28


def test_a_rate_that_is_too_large_diverges_and_says_so(explorer):
    """It falls first: only the direction with the steepest valley overshoots, and grows."""
    _, errors = descent(0.011)
    assert errors[20] < errors[0] / 100 and errors[200] > 1e5 * errors[0]
    last = explorer.scene(rate="0.011", step=300)
    stopped = next(step for step, error in enumerate(errors) if error > 1e12) - 1
    assert explorer.state["step"] == 0 and explorer.positions("0.011") == stopped // 10 + 1
    assert f"After {stopped} steps the error is larger than a million millions:" in last.sentence
    assert "above" in texts(last)
    assert "above" not in texts(explorer.scene(rate="0.01", step=300))


def test_the_curve_stands_where_its_errors_do(explorer):
    scene = explorer.scene(rate="0.001", step=300)
    _, errors = descent(0.001)
    (curve,) = [p for p in scene.placed if p.first is not None]
    ends = [(curve.dx + one.dx, curve.dy + one.dy) for one in curve.part.children]
    for step, (x, y) in zip(range(10, 301, 10), ends, strict=True):
        assert x == pytest.approx(AXIS + step / 300 * ACROSS, abs=0.06)
        # Eight powers of ten, the first error in the third of them from above: 1e5 is the top.
        assert y == pytest.approx(TOP + (5 - np.log10(errors[step])) / DECADES * DOWN, abs=0.06)
    assert explorer.scene(rate="0.001", step=50).placed.count(curve._replace(first=5)) == 1


def test_another_hidden_kernel_can_be_typed_and_is_learned(explorer):
    typed = {"weight[1,1]": "3", "weight[0,0]": "−2"}
    scene = explorer.scene(rate="0.01", step=300, typed=typed)
    facts = explorer.facts(rate="0.01", step=300, typed=typed)
    assert np.allclose(facts["kernel"], [[-2, 0, 1], [-2, 3, 2], [-1, 0, 1]], atol=0.01)
    assert region(scene, "hidden kernel").texts[0] == "−2"


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits(explorer):
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer, every=11)


def test_goals(explorer):
    goals = [
        Goal("An error below 0.01.", lambda seen: seen.error < 0.01),
        Goal("An error that falls and then grows.",
             lambda seen: seen.error > seen.errors[0] and min(seen.errors) < seen.errors[0] / 2),
    ]  # fmt: skip
    own = LearnKernelExplorer(goals=goals)
    reached = {rate: set() for rate in RATES}
    for state in own.states():
        reached[state["rate"]] |= set(own.reached(**state))
    assert reached == {"0.0001": set(), "0.001": set(), "0.003": {0}, "0.01": {0}, "0.011": {1}}


# A learner's function --------------------------------------------------------------------------


def gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.einsum("ijkl,kl->ij", windows, kernel) - target
    return 2 * np.einsum("ijkl,ij->kl", windows, error)


def test_a_right_function_learns_the_same(explorer):
    own = LearnKernelExplorer(kernel_gradient=gradient)
    for rate in ("0.001", "0.011"):
        for step in (0, 150, 270):
            right = explorer.scene(rate=rate, step=step).sentence
            assert own.scene(rate=rate, step=step).sentence == right


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, k, t: -gradient(x, k, t), "9 of the 9 slopes of your function differ from"),
        (lambda x, k, t: gradient(x, k, t) / 2, "9 of the 9 slopes of your function differ from"),
        (lambda x, k, t: None, "Your function returned None; it should return an array of shape"),
        (lambda x, k, t: 1 / 0, "Your function raised ZeroDivisionError: division by zero"),
        (lambda x, k, t: np.ones((2, 3)), "Your function returned 2×3; it should return 3×3."),
        (lambda x, k, t: 3.0, "Your function returned a single number; it should return 3×3."),
        (lambda x, k: x, "Your function raised TypeError: "),
    ],
)
def test_a_function_with_a_bug_is_shown_and_never_raises(function, words):
    own = LearnKernelExplorer(kernel_gradient=function)
    assert words in own.sentence
    assert len(list(own.states())) >= len(RATES)
    assert_nothing_leaves_the_card(own)


def test_climbing_instead_of_descending_shows_in_the_error():
    own = LearnKernelExplorer(kernel_gradient=lambda x, k, t: -gradient(x, k, t))
    sentence = own.scene(rate="0.0001", step=100).sentence
    assert "The error grows" in sentence and value(re.search(r"error is (\d+)", sentence)[1]) > 224


def test_all_steps_may_take_longer_than_one_call(monkeypatch):
    """Each call is quick enough; hundreds of them are not what the limit of one is for."""

    def slow(x, kernel, target):
        time.sleep(0.003)
        return gradient(x, kernel, target)

    monkeypatch.setattr("cnnhelpers.check.running.SECONDS", 0.2)
    own = LearnKernelExplorer(kernel_gradient=slow)
    assert len(own.run("0.001").errors) == STEPS + 1
    assert "did not end" not in own.scene(rate="0.001", step=STEPS).sentence


def test_a_function_that_never_ends_is_stopped_and_said(monkeypatch):
    monkeypatch.setattr("cnnhelpers.check.running.SECONDS", 0.05)

    def endless(x, kernel, target):
        while True:
            pass

    own = LearnKernelExplorer(kernel_gradient=endless)
    assert "Your function did not end in time" in own.sentence


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (dict(x=np.zeros(5)), ValueError, r"x has the shape \(5,\); it must be one image"),
        (dict(x=np.zeros((100, 20))), ValueError, "of 8×8 to 64×64 pixels"),
        (dict(x=[["a"]]), TypeError, "x must hold numbers"),
        (dict(weight=np.zeros((2, 2))), ValueError, r"weight has the shape \(2, 2\)"),
        (dict(kernel_gradient=3), TypeError, "kernel_gradient must be a function, not int"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        LearnKernelExplorer(**arguments)

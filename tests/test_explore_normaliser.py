"""The normalisers: every state against PyTorch's own norms, and every goal's facts."""

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

from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore import Goal, NormaliserExplorer, NormAxesExplorer
from cnnhelpers.explore.normaliser import AXIS, LEFT, LINES, NUMBERS, UNIT


@pytest.fixture(scope="module")
def five():
    return NormaliserExplorer()


@pytest.fixture(scope="module")
def axes():
    return NormAxesExplorer()


def numbers(words):
    return [value(word) for word in words.split()]


# Five numbers -----------------------------------------------------------------------------------


def by_pytorch(state):
    """The five numbers through PyTorch's batch norm: normalised, and with weight and bias."""
    torch = pytorch()
    x = torch.tensor([1.0, 2.0, 3.0, 4.0, state["value"]], dtype=torch.float64).reshape(5, 1)
    mean, var = torch.tensor([2.0]).double(), torch.tensor([4.0]).double()
    training, eps = state["mode"] == "train", float(state["epsilon"])
    used = (x.mean(0), x.var(0, unbiased=False)) if training else (mean.clone(), var.clone())
    weight = (used[1] + eps).sqrt() if state["gamma"] == "σ" else torch.tensor(
        [float(state["gamma"])], dtype=torch.float64
    )  # fmt: skip
    bias = used[0] if state["beta"] == "μ" else torch.tensor(
        [float(state["beta"])], dtype=torch.float64
    )  # fmt: skip

    def normalised(*affine):
        made = torch.nn.functional.batch_norm(
            x, mean.clone(), var.clone(), *affine, training=training, eps=eps
        )
        return made.ravel().tolist()

    return float(used[0]), float(used[1]), normalised(), normalised(weight, bias)


def test_every_position_shows_pytorchs_numbers(five):
    count = 0
    for state in five.states():
        mean, variance, normal, output = by_pytorch(state)
        found = re.search(
            r"^(Training|Evaluation): x is (.*); mean (\S+), variance (\S+), of .*; ε (\S+)\. "
            r"Normalised: (.*?)\. With γ = .*, β = .*: (.*)\.$",
            five.scene(**state).sentence,
        )
        assert (found[1] == "Training") == (state["mode"] == "train")
        assert numbers(found[2]) == [1, 2, 3, 4, state["value"]]
        np.testing.assert_allclose(numbers(found[6]), normal, atol=0.00501, err_msg=str(state))
        np.testing.assert_allclose(numbers(found[7]), output, atol=0.00501, err_msg=str(state))
        assert abs(value(found[3]) - mean) < 0.00501 and abs(value(found[4]) - variance) < 0.00501
        count += 1
    assert count == 21 * 2 * 3 * 3 * 3


def test_the_dots_stand_where_their_numbers_are(five):
    state = {"value": 9, "mode": "train", "gamma": "2", "beta": "5", "epsilon": "1"}
    _, _, normal, output = by_pytorch(state)
    scene = five.scene(**state)
    for row, line in zip(([1, 2, 3, 4, 9], normal, output), LINES):
        dots = [one.dx for one in scene.placed if one.dy == line and "<circle" in one.svg()]
        expected = [LEFT + (number - AXIS[0]) * UNIT for number in row]
        np.testing.assert_allclose(dots, expected, atol=0.06)


def test_no_number_lies_beyond_the_lines(five):
    for state in five.states():
        facts = five.facts(**state)
        for name in ("x", "normal", "output"):
            assert AXIS[0] <= facts[name].min() and facts[name].max() <= AXIS[1], state


def test_in_evaluation_the_others_stay_where_they_are(five):
    def others(mode, moved):
        state = {"mode": mode, "gamma": "1", "beta": "0", "epsilon": "1", "value": moved}
        return five.facts(**state)["normal"][:4].tolist()

    assert others("eval", 5) == others("eval", 14)
    assert others("train", 5) != others("train", 14)


def test_sigma_and_mu_give_the_input_back(five):
    for state in five.states():
        if state["gamma"] == "σ" and state["beta"] == "μ":
            facts = five.facts(**state)
            np.testing.assert_allclose(facts["output"], facts["x"], atol=1e-12)


# Which numbers share a mean ---------------------------------------------------------------------


def norms():
    """All numbers, normalised by PyTorch's four norms."""
    torch = pytorch()
    x = torch.tensor(NUMBERS)
    functional = torch.nn.functional
    return {
        "batch": functional.batch_norm(x, None, None, training=True),
        "layer": functional.layer_norm(x, x.shape[1:]),
        "instance": functional.instance_norm(x),
        "group": functional.group_norm(x, 2),
    }


def test_every_number_is_normalised_as_by_pytorch(axes):
    expected, count = norms(), 0
    means = {"batch": 4, "layer": 3, "instance": 12, "group": 6}
    shared = {"batch": 12, "layer": 16, "instance": 4, "group": 8}
    for state in axes.states():
        scene, norm = axes.scene(**state), state["norm"]
        found = re.search(
            r"^(\w+) norm of x 3×4×2×2: image (\d), channel (\d), row (\d), column (\d) shares its "
            r"mean with .*, (\d+) numbers\. Mean (\S+), variance (\S+): (\d) becomes (\S+)\. "
            r"There are (\d+) means in all\.$",
            scene.sentence,
        )
        place = tuple(int(found[index]) for index in range(2, 6))
        assert np.ravel_multi_index(place, NUMBERS.shape) == state["cell"] - 1
        assert found[1].lower() == norm and float(found[9]) == NUMBERS[place]
        assert abs(value(found[10]) - float(expected[norm][place])) < 0.00501, state
        assert (int(found[6]), int(found[11])) == (shared[norm], means[norm])
        green = sum(one.svg().count(ROLES["output"].fill) for one in scene.placed[:19])
        assert green == shared[norm] // 4, state  # planes, each of four numbers
        assert any(found[10] in text for text in texts(scene))
        count += 1
    assert count == 4 * 48


# Both -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["five", "axes"])
def test_the_page_draws_what_python_draws(name, request):
    explorer = request.getfixturevalue(name)
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_every_cell_leads_somewhere(explorer, every=7)


@pytest.mark.parametrize("name", ["five", "axes"])
def test_it_can_be_read_in_a_low_window(name, request):
    assert_it_can_be_read_in_a_low_window(request.getfixturevalue(name), every=11)


def test_goals_see_the_numbers():
    goals = [Goal("far", lambda seen: seen.normal[4] > 1.9), Goal("back", lambda seen: (
        seen.mode == "train" and max(abs(seen.output - seen.x)) < 1e-9))]  # fmt: skip
    own = NormaliserExplorer(goals=goals)
    assert own.reached() == []
    assert own.reached(value=14) == [0]
    assert own.reached(gamma="σ", beta="μ") == [1]
    few = NormAxesExplorer(goals=[Goal("few", lambda seen: seen.means == 3)])
    assert few.reached() == [] and few.reached(norm="layer") == [0]

"""The graph of the chain rule: every value and every gradient against autograd."""

import re

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

from cnnhelpers.explore import ChainExplorer
from cnnhelpers.explore.chain import GRAPHS, LEAVES

TYPED = (
    {},
    {"leaves[0]": "3", "leaves[1]": "−1", "leaves[2]": "4"},
    {"leaves[0]": "2", "leaves[1]": "2", "leaves[2]": "0"},  # a tie: the first one wins
    {"leaves[2]": "9"},
)


@pytest.fixture(scope="module")
def explorer():
    return ChainExplorer()


def autograd(expression, given):
    """Return f and the gradients of those numbers that f depends on, by PyTorch."""
    torch = pytorch()
    leaves = {name: torch.tensor(given[name], requires_grad=True) for name in LEAVES}
    functions = {
        "relu": torch.relu,
        "max": lambda a, b: torch.stack([a, b]).max(dim=0).values,
    }
    written = expression.removeprefix("f = ").replace("·", "*")
    f = eval(written, {**functions, **leaves})
    found = torch.autograd.grad(f, list(leaves.values()), allow_unused=True)
    return float(f.detach()), {n: float(g) for n, g in zip(LEAVES, found) if g is not None}


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("expression", GRAPHS)
def test_the_last_step_shows_autograds_gradients(explorer, expression, typed):
    state = {"expression": expression, "typed": typed}
    last = explorer.positions(expression=expression) - 1
    given = explorer.leaves(typed)
    f, gradients = autograd(expression, given)
    facts = explorer.facts(**state, step=last)
    assert facts["done"] and facts["value"] == f
    assert {name: facts["gradients"][name] for name in gradients} == gradients
    sentence = explorer.scene(**state, step=last).sentence
    arrived = re.search(r"have arrived: (.*)\.$", sentence)[1]
    said = dict(word.split(" ") for word in re.split(", | and ", arrived))
    assert {name: value(number) for name, number in said.items()} == gradients


def test_each_step_does_one_thing(explorer):
    said = [explorer.scene(step=step).sentence for step in range(6)]
    assert "Nothing is computed yet." in said[0]
    assert "Forward: p = −2 + 5 = 3." in said[1]
    assert "Forward: f = 3 · −4 = −12." in said[2]
    assert "its gradient is 1." in said[3]
    assert "p gets 1 × −4 = −4 and c gets 1 × 3 = 3." in said[4]
    assert said[5].endswith("Gradients that have arrived: a −4, b −4 and c 3.")
    assert "× −4" in texts(explorer.scene(step=4)) and "× −4" not in texts(explorer.scene(step=3))


def test_what_is_used_twice_adds_up(explorer):
    facts = explorer.facts(expression="f = a · a + b", step=5, typed={})
    assert (facts["gradients"]["a"], facts["paths"]["a"]) == (-4, 2)


def test_a_typed_number_goes_through(explorer):
    typed = {"leaves[0]": "3"}
    assert "with a = 3, b = 5 and c = −4." in explorer.scene(typed=typed).sentence


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)
    assert_every_cell_leads_somewhere(explorer)

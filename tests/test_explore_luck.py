"""The luck explorer: every state against PyTorch's binomial, and against drawn counts."""

from __future__ import annotations

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers.explore import LuckExplorer
from cnnhelpers.explore.luck import chances, mean_of_least


@pytest.fixture(scope="module")
def explorer():
    return LuckExplorer()


def test_every_state_shows_the_mean_of_the_least_of_pytorchs_binomials(explorer):
    torch = pytorch()
    for state in explorer.states():
        total, share, tries = int(state["digits"]), state["percent"] / 100, state["tries"]
        counts = torch.arange(total + 1, dtype=torch.float64)
        one = torch.distributions.Binomial(total, torch.tensor(share, dtype=torch.float64))
        at_least = one.log_prob(counts).exp().flip(0).cumsum(0).flip(0).clamp(max=1)
        best = (at_least[1:] ** tries).sum().item()  # the mean of whole numbers from 0 up
        sentence = explorer.scene(**state).sentence
        assert explorer.facts(**state)["best"] == pytest.approx(best, rel=1e-6)
        assert f"the best misreads {best:.1f} on average" in sentence, state
        assert f"{total * share:g} of {total:,} on average." in sentence, state


@pytest.mark.parametrize(("total", "percent", "tries"), [(200, 2, 5), (2000, 3, 10), (2000, 2, 1)])
def test_drawn_counts_agree(total, percent, tries):
    drawn = np.random.default_rng(0).binomial(total, percent / 100, (50_000, tries))
    assert mean_of_least(total, percent, tries) == pytest.approx(drawn.min(axis=1).mean(), abs=0.1)


def test_chances_add_up_to_one():
    for total, percent in ((200, 1), (2000, 6), (10_000, 3)):
        assert sum(chances(total, percent)) == pytest.approx(1, abs=1e-9)


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer, every=7)

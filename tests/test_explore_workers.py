"""The explorer of workers: every bar by the exercise's own formula, PyTorch's twin included."""

from __future__ import annotations

import re
from itertools import product

import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers import check, models
from cnnhelpers.explore import Goal, WorkersExplorer
from cnnhelpers.explore.workers import BATCHES, LINKS, NETWORKS, ORDERS, POWERS, seconds


@pytest.fixture(scope="module")
def explorer():
    return WorkersExplorer()


def test_every_state_is_what_the_exercise_predicts(explorer):
    """By the twin in PyTorch, too. A shared batch: the same, with a smaller time of computing."""
    torch, exercise = pytorch(), check.EXERCISES["speed_up"]
    states = 0
    for network, link, batch, order, power in product(NETWORKS, LINKS, BATCHES, ORDERS, POWERS):
        cost, (images, each), workers = NETWORKS[network], BATCHES[batch], 2**power
        state = dict(network=network, link=link, batch=batch, order=order, power=power)
        facts, sentence = explorer.facts(**state), explorer.scene(**state).sentence
        states += 1
        if not each and workers > images:
            assert facts["speed_up"] is None and "cannot be shared" in sentence
            continue
        own = 6 * cost.macs * (images if each else images / workers) / 1e13
        asked = dict(workers=workers, seconds=own, numbers=cost.parameters)
        asked |= dict(gigabits=LINKS[link] / 1e9, overlap=order == "overlapping")
        for predicted in (exercise.course(**asked), exercise.twin(torch, **asked)):
            assert facts["speed_up"] == pytest.approx(predicted, rel=1e-9), state
        assert facts["computing"] == pytest.approx(own, rel=1e-12)
        assert f"computing takes {seconds(own)}, sending " in sentence
    assert states == 4 * 4 * 3 * 2 * 11


@pytest.mark.parametrize(
    ("name", "model", "image"),
    [
        ("LeNet", models.lenet, (1, 28, 28)),
        ("ResNet-18", models.resnet18, (3, 224, 224)),
        ("ResNet-50", models.resnet50, (3, 224, 224)),
        ("VGG-16", models.vgg16, (3, 224, 224)),
    ],
)
def test_what_a_network_costs(name, model, image):
    network = model()
    assert NETWORKS[name].parameters == sum(each.size for each in network.parameters())
    assert NETWORKS[name].macs == network.macs((1, *image))


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0 s"), (0.0784, "0.078 s"), (3.24, "3.2 s"), (0.000812, "0.00081 s"),
     (0.00999, "0.010 s"), (12.4, "12 s"), (0.9999, "1.0 s"), (0.143, "0.14 s")],
)  # fmt: skip
def test_times_are_written_with_two_digits(value, words):
    assert seconds(value) == words


def test_the_sentence(explorer):
    assert explorer.sentence == (
        "ResNet-50, 10 Gbit/s, 32 each, one after the other; 8 workers: computing takes 0.079 s, "
        "sending 0.14 s. 2.8 times as many images a second as one worker; computing 35 % of the "
        "time."
    )


def test_the_bars_are_as_high_as_the_times(explorer):
    """ResNet-50 on two workers: 78.5 ms and 81.8 ms of an axis of 300 ms and 176 pixels."""
    svg = explorer.scene().svg()
    bars = re.findall(r'<rect x="0" y="[-\d.]+" width="24" height="([\d.]+)"', svg)
    assert bars[2:4] == ["46.1", "48"]


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)


def test_it_fits_into_a_low_window(explorer):
    assert_it_can_be_read_in_a_low_window(explorer, every=13)


def test_a_goal_can_ask_for_what_is_seen():
    goal = Goal("Keep them busy.", lambda seen: seen.workers == 1024 and (seen.busy or 0) > 0.9)
    own = WorkersExplorer(goals=[goal])
    assert own.reached(power=10) == []
    assert own.reached(link="400 Gbit/s", batch="256 each", power=10) == [0]
    assert own.reached(link="400 Gbit/s", batch="256 shared", power=10) == []

"""The planted faults: every loop against the same loop in PyTorch, and what is said of it."""

import re
from functools import cache

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
)

from cnnhelpers import explore, functional, nn
from cnnhelpers.datasets import digits
from cnnhelpers.explore import planted
from cnnhelpers.explore.faults import LETTERS, SOUND, last_epoch, trained


@pytest.fixture(scope="module")
def explorer():
    return explore.FaultExplorer()


@cache
def by_torch(fault):
    """Return losses and accuracy of the loop in PyTorch, dropping what ours drops."""
    torch = pytorch()
    F = torch.nn.functional
    scale = 255.0 if fault == "not divided by 255" else 1.0
    images, labels = digits("train", 1000)
    sort = np.argsort(labels, kind="stable")
    x = torch.tensor(images[sort].reshape(1000, -1).astype(np.float64) * scale)
    y = torch.tensor(labels[sort])
    with nn.init.seeded(0):
        start = [parameter.data.copy() for parameter in planted.network().parameters()]
        dropping = nn.init.generator()
        weights = [torch.tensor(each, requires_grad=True) for each in start]

        def logits(x, drop):
            hidden = F.relu(F.linear(x, weights[0], weights[1]))
            if drop:
                ones = np.ones(tuple(hidden.shape))
                hidden = hidden * torch.tensor(functional.dropout(ones, 0.5, rng=dropping)[1])
            return F.linear(hidden, weights[2], weights[3])

        rate = {"uphill": -0.5, "rate 100 times too large": 50.0}.get(fault, 0.5)
        optimiser = torch.optim.SGD(weights, lr=abs(rate), maximize=rate < 0)
        rng, other, losses = np.random.default_rng(0), np.random.default_rng(1), []
        for _ in range(6):
            order = np.arange(1000) if fault == "not shuffled" else rng.permutation(1000)
            others = other.permutation(1000) if fault == "labels shuffled apart" else order
            for part, right in zip(np.split(order, 20), np.split(others, 20)):
                if fault != "gradients not zeroed":
                    optimiser.zero_grad()
                answer = logits(x[part], True)
                if fault == "softmax twice":
                    answer = answer.softmax(1)
                loss = F.cross_entropy(answer, y[right])
                loss.backward()
                optimiser.step()
                losses.append(loss.item())
        test, test_labels = digits("test", 500)
        test = torch.tensor(test.reshape(500, -1).astype(np.float64) * scale)
        taken = logits(test, fault == "eval forgotten").argmax(1).numpy()
    return np.array(losses), float((taken == test_labels).mean())


@pytest.mark.parametrize("loop", [SOUND, *LETTERS])
def test_every_loop_is_pytorchs(loop):
    fault = LETTERS[loop].name if loop in LETTERS else ""
    losses, accuracy = by_torch(fault)
    run = trained(loop)
    assert run.losses.shape == losses.shape == (120,)
    # Where the steps are wild, rounding grows from step to step: their beginning is compared.
    wild = fault in ("uphill", "rate 100 times too large", "not divided by 255")
    count = 12 if wild else 120
    np.testing.assert_allclose(run.losses[:count], losses[:count], rtol=1e-6)
    if not wild:
        assert run.accuracy == pytest.approx(accuracy, abs=0.002)


def test_the_curves_differ_as_the_text_says():
    """The loss of a sound loop falls; no fault trains as well as it."""
    sound = trained(SOUND)
    assert sound.losses[0] > 2.2 and last_epoch(sound) < 0.8 and sound.accuracy > 0.75
    for loop in LETTERS:
        assert trained(loop).accuracy < sound.accuracy - 0.05, loop
    by_name = {fault.name: trained(loop) for loop, fault in LETTERS.items()}
    assert (by_name["eval forgotten"].losses == sound.losses).all()
    assert abs(by_name["labels shuffled apart"].losses - np.log(10)).max() < 0.2
    assert last_epoch(by_name["uphill"]) > 1000
    assert last_epoch(by_name["gradients not zeroed"]) > 2


def test_the_sentences_say_what_was_measured(explorer):
    for state in explorer.states():
        run = trained(state["loop"])
        said = explorer.scene(**state).sentence
        first, last = re.search(
            r"its loss is (.+?) at the first step and (.+?) in the", said
        ).groups()
        for written, value in ((first, run.losses[0]), (last, last_epoch(run))):
            if written == "more than 10":
                assert value > 10
            else:
                assert float(written) == pytest.approx(value, abs=0.051)
        percent = int(re.search(r"reads about (\d+) %", said)[1])
        assert percent == pytest.approx(100 * run.accuracy, abs=2.6)
        fault = LETTERS.get(state["loop"])
        assert ("Its fault" in said) == (fault is not None and state["line"] == "shown")
        if fault is not None and state["line"] == "shown":
            assert fault.name in said and planted.LINES[fault.line].strip() in said
            reason = "not shuffled (here the digits are sorted by kind): order"
            assert (reason in said) == (fault.name == "not shuffled")


def test_the_faulty_line_is_marked(explorer):
    shown = explorer.scene(loop="C", line="shown").svg()
    assert shown.count("✗") == 1 and "line-through" in shown
    assert "✗" not in explorer.scene(loop="C", line="hidden").svg()


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)


def test_goals():
    goals = [
        explore.Goal("A loss as it should be, and fewer right answers.",
                     lambda seen: seen.loss == seen.sound_loss
                     and seen.accuracy < seen.sound_accuracy),
        explore.Goal("A loss that stays near log 10 all the time.",
                     lambda seen: all(abs(loss - np.log(10)) < 0.2 for loss in seen.losses)),
        explore.Goal("A loss above 10 at the end.", lambda seen: seen.loss > 10),
    ]  # fmt: skip
    own = explore.FaultExplorer(goals=goals)
    reached = {name: set() for name in ("", *(fault.name for fault in planted.FAULTS))}
    for state in own.states():
        reached[own.facts(**state)["fault"]] |= set(own.reached(**state))
    assert reached == {name: set() for name in reached} | {
        "eval forgotten": {0}, "labels shuffled apart": {1}, "uphill": {2},
        "rate 100 times too large": {2},
    }  # fmt: skip


def test_an_unknown_fault_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="there is no fault 'typo'; use one of softmax twice,"):
        planted.run("typo")

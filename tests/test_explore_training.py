"""The training player: each stop's numbers are the stored run's, and that run is what it says."""

import re

import numpy as np
import pytest
from explorer_tools import (
    assert_it_can_be_read_in_a_low_window,
    assert_nothing_leaves_the_card,
    assert_the_page_draws_what_python_draws,
    pytorch,
    texts_of,
)

from cnnhelpers import explore, models, nn
from cnnhelpers.datasets import digits
from cnnhelpers.explore.training import CELL, MATRIX, NAMES
from cnnhelpers.training.stored import FILE, stored_run


@pytest.fixture(scope="module")
def explorer():
    return explore.TrainingPlayer()


def by_torch(images):
    """Return the answers of LeNet with its first weights, computed by PyTorch."""
    torch = pytorch()
    F = torch.nn.functional
    with nn.init.seeded(0):
        state = models.lenet().state_dict()
    w = {name: torch.tensor(value) for name, value in state.items()}
    x = torch.tensor(images)
    for name in ("0", "3"):
        x = F.max_pool2d(F.relu(F.conv2d(x, w[f"{name}.weight"], w[f"{name}.bias"], padding=2)), 2)
    x = F.relu(F.linear(x.flatten(1), w["7.weight"], w["7.bias"]))
    return F.linear(x, w["9.weight"], w["9.bias"])


def test_the_stored_runs_begin_where_the_script_does():
    """The first stop of both is LeNet with the weights of seed 0, whatever machine trained it."""
    torch = pytorch()
    images, (test, labels) = digits("train")[0], digits("test")
    logits = by_torch(((test - images.mean()) / images.std()).astype(np.float32))
    loss = float(torch.nn.functional.cross_entropy(logits, torch.tensor(labels)))
    places = torch.tensor(labels) * 10 + logits.argmax(1)
    confusion = torch.bincount(places, minlength=100).view(10, 10).numpy()
    with nn.init.seeded(0):
        filters = next(models.lenet().parameters()).data[:, 0]
    for name in ("plain", "shifted"):
        run = stored_run(name)
        assert run.steps[0] == 0 and run.test_loss[0] == pytest.approx(loss, abs=1e-4)
        assert abs(run.loss[0] - np.log(10)) < 0.1
        assert np.abs(run.confusion[0] - confusion).sum() <= 4  # two digits may be on the edge
        np.testing.assert_allclose(run.filters[0], filters, atol=1e-3)
        chances = logits.softmax(1).numpy()[run.samples]
        np.testing.assert_allclose(run.chances[0], chances, atol=2e-3)


def test_the_stored_runs_are_whole_and_good():
    """Every stop counts all 2,000 digits; 98.0 % as they are, 98.5 % with shifts."""
    labels = digits("test")[1]
    assert FILE.stat().st_size < 100_000
    for name, steps, least in (("plain", 1500, 0.980), ("shifted", 2250, 0.985)):
        run = stored_run(name)
        assert run.steps[-1] == steps and (np.diff(run.steps) > 0).all()
        assert (run.confusion.sum(axis=2) == np.bincount(labels)).all()
        assert run.accuracy[-1] >= least
        assert np.mean(run.predictions == labels) == run.accuracy[-1]
        np.testing.assert_allclose(run.chances.sum(axis=2), 1, atol=5e-3)
        assert run.filters.shape == (len(run.steps), 20, 5, 5)
    with pytest.raises(ValueError, match="there is no run 'best'; use 'plain' or 'shifted'"):
        stored_run("best")


def test_every_stop_says_its_numbers(explorer):
    labels = digits("test")[1]
    stops = 0
    for state in explorer.states():
        run, stop = stored_run(NAMES[state["run"]]), state["stop"]
        said = explorer.scene(**state).sentence.replace(",", "")
        step, last = re.search(r"after (\d+) of (\d+) steps", said).groups()
        assert (int(step), int(last)) == (run.steps[stop], run.steps[-1])
        loss, test = re.search(r"loss ([\d.]+) in training ([\d.]+) on test", said).groups()
        assert float(loss) == pytest.approx(run.loss[stop], abs=0.0051)
        assert float(test) == pytest.approx(run.test_loss[stop], abs=0.0051)
        right = sum(run.confusion[stop][digit, digit] for digit in range(10))
        assert float(re.search(r"([\d.]+) % of 2000", said)[1]) == pytest.approx(
            right / 20, abs=0.006
        )
        label, taken, count = re.search(
            r"Most often an? (\d) is taken for an? (\d): (once|twice|\d+ times)", said
        ).groups()
        times = {"once": 1, "twice": 2}.get(count) or int(count.split()[0])
        wrong = run.confusion[stop] * (1 - np.eye(10, dtype=int))
        assert wrong[int(label), int(taken)] == times == wrong.max()
        answers = re.search(r"taken for ([\d and]+); they are ([\d and]+)\.", said).groups()
        read, are = (np.array([int(each) for each in re.findall(r"\d", one)]) for one in answers)
        assert (read == run.chances[stop].argmax(axis=1)).all() and (
            are == labels[run.samples]
        ).all()
        stops += 1
    assert stops == len(stored_run("plain").steps) + len(stored_run("shifted").steps)


def test_the_matrix_counts_each_digit_once(explorer):
    scene = explorer.scene(run="as they are", stop=4)
    cells = [p for p in scene.placed if p.dx >= MATRIX and p.dy > 30 and "10.5" in p.svg()
             or p.dx >= MATRIX and "9.5" in p.svg()]  # fmt: skip
    assert sum(int(texts_of(cell)[0]) for cell in cells) == 2000
    assert {(cell.dx - MATRIX) % CELL for cell in cells} == {0}


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_it_can_be_read_in_a_low_window(explorer)
    assert len(explorer.widget.tables) < 300_000


def test_goals():
    goals = [
        explore.Goal("Nine of ten test digits, in the first 200 steps.",
                     lambda seen: seen.accuracy >= 0.9 and seen.step <= 200),
        explore.Goal("The lower training loss, and the lower accuracy of the two runs' ends.",
                     lambda seen: seen.run == "as they are" and seen.step == seen.steps[-1]),
    ]  # fmt: skip
    own = explore.TrainingPlayer(goals=goals)
    states = [(state["run"], number) for state in own.states() for number in own.reached(**state)]
    assert ("as they are", 0) in states and ("shifted", 0) in states
    assert [state for state in states if state[1] == 1] == [("as they are", 1)]
    plain, shifted = stored_run("plain"), stored_run("shifted")
    assert plain.loss[-1] < shifted.loss[-1] and plain.accuracy[-1] < shifted.accuracy[-1]

"""Batch mates: every batch against PyTorch, and nothing of the model is changed."""

import copy
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
)
from twin import twin

from cnnhelpers import nn
from cnnhelpers.explore import BatchMatesExplorer, Goal
from cnnhelpers.explore.batch_mates import small_network


@pytest.fixture(scope="module")
def explorer():
    return BatchMatesExplorer()


def test_every_position_shows_what_pytorchs_network_says(explorer):
    torch = pytorch()
    own = twin(explorer.model).double()
    kept = copy.deepcopy(own.state_dict())
    count = refused = 0
    for state in explorer.states():
        x = torch.tensor(explorer.batch(**state))
        own.load_state_dict(kept)
        evaluated = torch.softmax(own.eval()(x[:1]), 1)[0].detach().numpy()
        mine, trained = explorer.answers(**state)
        np.testing.assert_allclose(mine, evaluated, atol=1e-9)
        scene = explorer.scene(**state)
        said = re.search(r"Evaluation mode says (\d) \((\d+) %\)\.", scene.sentence)
        assert int(said[1]) == evaluated.argmax()
        assert abs(int(said[2]) - 100 * evaluated.max()) <= 0.5001
        if state["count"] == "0":
            with pytest.raises(ValueError, match="more than 1 value per channel"):
                own.train()(x)
            assert scene.sentence.endswith("one number has no variance, so this batch is refused.")
            refused += 1
        else:
            theirs = torch.softmax(own.train()(x), 1)[0].detach().numpy()
            np.testing.assert_allclose(trained, theirs, atol=1e-7, err_msg=str(state))
            said = re.search(r"eval\(\) forgotten it says (\d) \((\d+) %\)\.$", scene.sentence)
            assert int(said[1]) == theirs.argmax()
            assert abs(int(said[2]) - 100 * theirs.max()) <= 0.5001
            assert f"eval() forgotten: {said[1]} ({said[2]} %)" in texts(scene)
        count += 1
    assert (count, refused) == (10 * 5 * 5, 10 * 5)


def test_the_batch_holds_what_it_says(explorer):
    sevens = explorer.batch(4, "sevens", "7")
    assert sevens.shape == (8, 1, 28, 28)
    own = explorer.batch(7, "its own kind", "15")
    assert len(np.unique(own.reshape(16, -1), axis=0)) == 16  # nobody twice
    mixed, negatives = explorer.batch(4, "mixed digits", "3"), explorer.batch(4, "negatives", "3")
    np.testing.assert_allclose(negatives[1:], 1 - mixed[1:])
    np.testing.assert_array_equal(negatives[0], mixed[0])


def test_asking_changes_nothing_of_the_model():
    model = small_network()
    before = {name: np.copy(value) for name, value in model.state_dict().items()}
    modes = [module.training for module in model.modules()]
    explorer = BatchMatesExplorer(model)
    for _ in explorer.states():
        pass
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name], err_msg=name)
    assert [module.training for module in model.modules()] == modes


def test_the_mates_change_the_answer(explorer):
    """What the notebook says of it: one 4, three batches, three answers."""
    assert explorer.facts(4, "mixed digits", "7")["evaluated"] == 4
    assert explorer.facts(4, "sevens", "7")["trained"] == 6
    assert explorer.facts(4, "its own kind", "7")["trained"] == 2


def test_goals_see_the_answers():
    goals = [Goal("a 2", lambda seen: seen.digit == 4 and seen.trained == 2),
             Goal("refused", lambda seen: seen.trained is None)]  # fmt: skip
    explorer = BatchMatesExplorer(goals=goals)
    assert explorer.reached() == []
    assert explorer.reached(mates="its own kind") == [0]
    assert explorer.reached(count="0") == [1]


def test_the_page_draws_what_python_draws(explorer):
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert_every_cell_leads_somewhere(explorer, every=9)
    assert_it_can_be_read_in_a_low_window(explorer, every=9)


def test_a_network_without_batch_norm_needs_no_mates():
    with nn.init.seeded(1):
        plain = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).astype(np.float64)
    explorer = BatchMatesExplorer(plain)
    for state in explorer.states():
        evaluated, trained = explorer.answers(**state)
        np.testing.assert_allclose(evaluated, trained)


def test_what_is_no_network_is_refused():
    with pytest.raises(TypeError, match="model must be a network, not int"):
        BatchMatesExplorer(7)

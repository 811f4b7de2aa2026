"""Twenty steps of LeNet, ours beside PyTorch's and beside what was recorded from it."""

import numpy as np
import pytest
import record_lenet_steps as recipe
from explorer_tools import pytorch

from cnnhelpers import models, nn, reference, training
from cnnhelpers.course import same_steps
from cnnhelpers.course.same_steps import torch_steps


@pytest.fixture(scope="module")
def ours():
    """Return the losses and the parameters of our twenty steps."""
    model = models.lenet().astype(np.float64)
    model.load_state_dict(recipe.start())
    optimiser = nn.SGD(model.parameters(), 0.05, 0.9, weight_decay=0.001)
    losses = [training.train_step(model, x, y, optimiser)[0] for x, y in recipe.batches()]
    return losses, model.state_dict()


def test_twenty_steps_are_pytorchs(ours):
    pytorch()
    steps = torch_steps(recipe.start(), recipe.batches(), 0.05, 0.9, 0.001)
    assert not steps.recorded and len(steps.losses) == 20
    assert steps.difference(ours[1]) < 1e-9
    np.testing.assert_allclose(ours[0], steps.losses, atol=1e-9)
    assert abs(steps.losses[0] - np.log(10)) < 0.1


def test_another_momentum_is_seen(ours):
    """The comparison can fail: a thousandth less momentum is beyond its bound."""
    pytorch()
    steps = torch_steps(recipe.start(), recipe.batches(), 0.05, 0.899, 0.001)
    assert steps.difference(ours[1]) > 1e-4


def test_without_pytorch_the_recorded_steps_take_its_place(ours, monkeypatch):
    monkeypatch.setattr(reference, "available", lambda: False)
    steps = torch_steps(recipe.start(), recipe.batches(), **recipe.OPTIONS)
    assert steps.recorded and sum(map(len, steps.state.values())) > 1200
    assert steps.difference(ours[1]) < 1e-9
    np.testing.assert_allclose(ours[0], steps.losses, atol=1e-9)
    with pytest.raises(LookupError, match="these steps were not recorded from it"):
        torch_steps(recipe.start(), recipe.batches()[:3], **recipe.OPTIONS)


def test_the_record_is_up_to_date(monkeypatch):
    pytorch()
    live = torch_steps(recipe.start(), recipe.batches(), **recipe.OPTIONS)
    name = same_steps.key(recipe.start(), recipe.batches(), **recipe.OPTIONS)
    kept = same_steps._recorded(name)
    np.testing.assert_allclose(kept.losses, live.losses, atol=1e-9)
    assert kept.difference(live.state) < 1e-9

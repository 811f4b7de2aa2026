"""LeNet in NumPy alone: what it does before training, by heart, and after six epochs."""

import numpy as np
import pytest
import train_lenet

from cnnhelpers import models, nn, training
from cnnhelpers.datasets import digits
from cnnhelpers.training.stored import stored_run


def batch(count):
    images, labels = digits("train")
    return train_lenet.standardised(images[:count], images), labels[:count]


@pytest.mark.parametrize("seed", range(3))
def test_the_loss_before_training_is_that_of_guessing(seed):
    with nn.init.seeded(seed):
        model = models.lenet()
    loss, _ = training.evaluate(model, *batch(500))
    assert abs(loss - np.log(10)) < 0.1


def test_it_learns_twenty_images_by_heart():
    with nn.init.seeded(0):
        model = models.lenet()
    optimiser = nn.SGD(model.parameters(), 0.01, 0.9, weight_decay=0.001)
    images, labels = batch(20)
    for _ in range(50):
        training.train_step(model, images, labels, optimiser)
    loss, accuracy = training.evaluate(model, images, labels)
    assert loss < 0.01 and accuracy == 1


def test_the_rate_rises_and_falls():
    assert train_lenet.rate(0) < 0.001 and train_lenet.rate(1) == 0
    assert 0.04 < train_lenet.rate(0.1) < 0.05
    assert train_lenet.rate(0.5) == pytest.approx(0.025)


@pytest.mark.long
@pytest.mark.parametrize(("name", "least"), [("plain", 0.980), ("shifted", 0.985)])
def test_it_reads_the_test_digits(name, least):
    """The stored runs can be trained anew; on another machine they come out nearly the same."""
    kept = train_lenet.run(name)
    right = np.trace(kept["confusion"][-1]) / 2000
    assert right >= least
    assert abs(right - stored_run(name).accuracy[-1]) < 0.01


def test_nobody_changes_the_stored_numbers_of_others():
    with pytest.raises(ValueError, match="read-only"):
        stored_run().loss[0] = 0

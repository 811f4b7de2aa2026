"""The live run: started, stopped, at its end, and with what goes wrong."""

import threading

import numpy as np
import pytest

from cnnhelpers import explore, nn, training
from cnnhelpers.datasets import digits


def small():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 10))


def live(make=small, count=320, **more):
    images, labels = digits("train", count)
    return explore.LiveTraining(make, images, labels, *digits("test", 100), **more)


def test_a_run_to_its_end_is_the_loop_written_out():
    run = live()
    run.start("0.05")
    run.wait(60)
    images, labels = digits("train", 320)
    with nn.init.seeded(0):
        model = small()
        list(model.parameters())
    optimiser = nn.SGD(model.parameters(), 0.05, 0.9)
    order, losses = np.random.default_rng(0).permutation(320), []
    for part in np.split(order, 10):
        losses.append(training.train_step(model, images[part], labels[part], optimiser)[0])
    assert not run.running and run.losses == losses
    assert run.accuracy == training.evaluate(model, *digits("test", 100))[1]
    assert run.sentence == (
        f"A live run at learning rate 0.05: 10 of 10 steps, recent loss {np.mean(losses):.2f}. "
        f"It reads {run.accuracy:.0%} of the test digits.".replace("%", " %")
    )


def test_it_can_be_stopped_and_started_again():
    reached, go = threading.Event(), threading.Event()

    def step(*arguments):
        reached.set()
        go.wait(20)
        return training.train_step(*arguments)

    run = live(step=step)
    run.start()
    assert reached.wait(20) and run.running
    run.start()  # runs already: nothing happens
    run.stop()
    go.set()
    run.wait(20)
    assert len(run.losses) == 1 and "1 of 10 steps" in run.sentence and run.accuracy is not None
    run.start()
    run.wait(20)
    assert len(run.losses) == 10


def test_the_buttons_start_and_stop_it():
    run = live()
    page = run.widget
    assert not page.start_button.disabled and page.stop_button.disabled
    page.rates.value = "0.01"
    page.start_button.click()
    run.wait(60)
    assert run.rate == "0.01" and page.bar.value == page.bar.max == 10
    assert "recent loss" in page.words.value and "<img" in page.picture.value
    assert not page.start_button.disabled and page.stop_button.disabled
    bundle = run._repr_mimebundle_()
    assert bundle["text/plain"] == run.sentence and run.sentence in bundle["text/markdown"]


def test_before_the_first_start_it_says_what_to_do():
    assert live().sentence == (
        "A live run at learning rate 0.05: 10 steps of 32 digits; press Start."
    )


def test_a_loss_that_is_no_number_ends_the_run():
    losses = iter([2.3, 2.9, float("nan"), 1.0])
    run = live(step=lambda *arguments: (next(losses), None))
    run.start("0.5")
    run.wait(20)
    assert run.losses == [2.3, 2.9] and run.accuracy is None
    assert "After 2 steps the loss is no number any more: the learning rate" in run.sentence


def test_an_error_of_a_step_is_shown():
    def step(*arguments):
        raise ZeroDivisionError("division by zero")

    run = live(step=step)
    run.start()
    run.wait(20)
    assert "ZeroDivisionError: division by zero" in run.sentence and not run.running


def test_a_network_that_cannot_be_made_is_told():
    run = live(lambda: nn.Linear(0, 3))
    run.start()
    assert not run.running and "Linear: in_features" in run.sentence


def test_the_notebooks_own_draws_stay_as_they_are():
    nn.manual_seed(7)
    expected = small().state_dict()
    nn.manual_seed(7)
    run = live()
    run.start()
    run.wait(60)
    for name, value in small().state_dict().items():
        assert (value == expected[name]).all()


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((3, [1], [1], [1], [1]), TypeError, "make must be a function that makes a network"),
        ((small, [1, 2], [1], [1], [1]), ValueError, "2 images have 1 labels"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments, error, words):
    with pytest.raises(error, match=words):
        explore.LiveTraining(*arguments)
    with pytest.raises(ValueError, match="rate is one of 0.001, 0.01, 0.05, 0.5"):
        live().start("7")

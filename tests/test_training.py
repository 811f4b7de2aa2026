"""Training: it learns, repeats itself exactly, resumes as if never stopped, and says what fails."""

import numpy as np
import pytest
from compare import normal, torch
from twin import twin

from cnnhelpers import functional, nn, training


def task(seed=0, count=120):
    """Images with a bright half: 0 left, 1 right, 2 top."""
    rng = np.random.default_rng(seed)
    images = rng.random((count, 1, 8, 8)).astype(np.float32)
    labels = rng.integers(0, 3, count)
    for image, label in zip(images, labels):
        where = [(slice(None), slice(4)), (slice(None), slice(4, 8)), (slice(4), slice(None))]
        image[0][where[label]] += 1
    return images, labels


def network():
    nn.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(0.1),
        nn.Linear(64, 3),
    )


def fit(model, **options):
    options = {"epochs": 4, "batch_size": 16, "learning_rate": 0.05, "progress": False, **options}
    return training.fit(model, *task(), **options)


def test_it_learns_and_measures():
    model = network()
    history = fit(model, validation=task(1))
    assert len(history) == 4 and history.loss[-1] < history.loss[0] / 2
    assert history.validation_accuracy[-1] > 0.9
    loss, accuracy = training.evaluate(model, *task(1), batch_size=7)
    assert accuracy == history.validation_accuracy[-1]
    assert loss == pytest.approx(history.validation_loss[-1], rel=1e-5)
    assert training.predict(model, task(1)[0]).shape == (120, 3)
    assert model.training  # put back after evaluation


def test_the_same_seed_trains_the_same_network():
    first, second, other = network(), network(), network()
    assert fit(first, seed=1) == fit(second, seed=1)
    assert fit(other, seed=2) != fit(network(), seed=1)
    for ours, theirs in zip(first.parameters(), second.parameters()):
        np.testing.assert_array_equal(ours.data, theirs.data)


def test_resuming_from_a_checkpoint_changes_nothing(tmp_path):
    path = tmp_path / "run.npz"
    whole, half = network(), network()
    expected = fit(whole, learning_rate=None, optimiser=nn.Adam(whole.parameters(), 0.01))
    fit(
        half,
        epochs=2,
        learning_rate=None,
        optimiser=nn.Adam(half.parameters(), 0.01),
        checkpoint=path,
    )
    resumed = network()
    optimiser = nn.Adam(resumed.parameters(), 0.5)  # the rate comes from the checkpoint
    history = training.load_checkpoint(path, resumed, optimiser)
    assert len(history) == 2
    history = fit(resumed, learning_rate=None, optimiser=optimiser, history=history)
    assert history == expected
    for ours, theirs in zip(resumed.parameters(), whole.parameters()):
        np.testing.assert_array_equal(ours.data, theirs.data)
    assert [file.name for file in tmp_path.iterdir()] == ["run.npz"]


def deep_network():
    nn.manual_seed(0)
    layers = nn.Conv2d(1, 4, 3, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.Dropout(0.2)
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(144, 3))


@pytest.mark.parametrize("early", [True, False], ids=["schedule first", "schedule later"])
def test_resuming_keeps_schedule_momentum_and_running_statistics(tmp_path, early):
    def parts(model, rate=0.1):
        optimiser = nn.SGD(model.parameters(), rate, momentum=0.9, nesterov=True)
        return optimiser, {"learning_rate": None, "optimiser": optimiser, "validation": task(1)}

    path = tmp_path / "run.npz"
    whole, half, resumed = deep_network(), deep_network(), deep_network()
    optimiser, options = parts(whole)
    expected = fit(whole, schedule=nn.StepLR(optimiser, 1, 0.5), **options)
    optimiser, options = parts(half)
    fit(half, schedule=nn.StepLR(optimiser, 1, 0.5), epochs=3, checkpoint=path, **options)
    optimiser, options = parts(resumed, 7.0)  # its own rate must not matter
    schedule = nn.StepLR(optimiser, 1, 0.5) if early else None
    history = training.load_checkpoint(path, resumed, optimiser)
    schedule = schedule or nn.StepLR(optimiser, 1, 0.5)
    assert fit(resumed, schedule=schedule, history=history, **options) == expected
    assert history.learning_rate == [0.1, 0.05, 0.025, 0.0125]
    for name, value in whole.state_dict().items():
        np.testing.assert_array_equal(resumed.state_dict()[name], value)


def test_stopping_within_an_epoch_loses_that_epoch_only(tmp_path):
    path, whole, stopped = tmp_path / "run.npz", network(), network()
    expected = fit(whole)
    history, forward, calls = training.History(), stopped.forward, []

    def forward_until_stopped(x):
        calls.append(len(x))
        if len(calls) == 20:  # 8 batches an epoch: in the third
            raise KeyboardInterrupt
        return forward(x)

    stopped.forward = forward_until_stopped
    with pytest.raises(KeyboardInterrupt):
        fit(stopped, history=history, checkpoint=path)
    assert {len(values) for values in vars(history).values()} == {0, 2}
    assert calls[:8] == [16] * 7 + [8]  # the last batch is what is left
    resumed = network()
    optimiser = nn.SGD(resumed.parameters(), 0.05, momentum=0.9)
    history = training.load_checkpoint(path, resumed, optimiser)
    assert fit(resumed, learning_rate=None, optimiser=optimiser, history=history) == expected
    for ours, theirs in zip(resumed.parameters(), whole.parameters()):
        np.testing.assert_array_equal(ours.data, theirs.data)


def test_training_leaves_the_generator_of_initial_weights_alone():
    nn.manual_seed(5)
    expected = nn.Linear(3, 3).weight.data
    model = network()
    nn.manual_seed(5)
    fit(model, epochs=1)
    np.testing.assert_array_equal(nn.Linear(3, 3).weight.data, expected)


def test_the_history_counts_every_image_once():
    model = nn.Sequential(nn.Flatten(), nn.Linear(64, 3))
    frozen = nn.SGD(model.parameters(), 0)
    history = fit(model, batch_size=50, learning_rate=None, optimiser=frozen, epochs=2)
    loss, accuracy = training.evaluate(model, *task())
    np.testing.assert_allclose(history.loss, [loss, loss], rtol=1e-6)
    np.testing.assert_allclose(history.accuracy, [accuracy, accuracy])
    assert history.seconds[0] > 0 and not history.validation_loss


def test_steps_equal_pytorchs_from_the_same_start():
    model = nn.Sequential(*list(network())[:4], nn.Linear(64, 3)).astype(np.float64)
    other = twin(model)
    ours = nn.SGD(model.parameters(), 0.1, momentum=0.9)
    theirs = torch.optim.SGD(other.parameters(), 0.1, momentum=0.9)
    images, labels = task()
    images = images.astype(np.float64)
    for start in range(0, 96, 16):
        batch = slice(start, start + 16)
        loss, _ = training.train_step(model, images[batch], labels[batch], ours)
        theirs.zero_grad()
        expected = torch.nn.functional.cross_entropy(
            other(torch.tensor(images[batch])), torch.tensor(labels[batch])
        )
        expected.backward()
        theirs.step()
        assert loss == pytest.approx(expected.item(), rel=1e-10)


def test_a_schedule_lowers_the_rate_each_epoch():
    model = network()
    optimiser = nn.SGD(model.parameters(), 0.1)
    history = fit(model, learning_rate=None, schedule=nn.ExponentialLR(optimiser, 0.5))
    assert history.learning_rate == [0.1, 0.05, 0.025, 0.0125]


def test_progress_goes_to_the_error_stream_and_can_be_silent(capsys):
    history = fit(network(), epochs=2, progress=True, validation=task(1))
    shown = capsys.readouterr()
    assert not shown.out
    for epoch in (1, 2):
        assert f"epoch {epoch}/2: 100%" in shown.err
        last = [line for line in shown.err.split("\r") if f"epoch {epoch}/2" in line][-1]
        assert "8/8" in last and f"loss={history.loss[epoch - 1]:.3f}" in last
        assert f"validation accuracy={history.validation_accuracy[epoch - 1]:.3f}" in last
    fit(network(), epochs=1)
    assert capsys.readouterr() == ("", "")


def test_the_last_batch_may_be_left_out():
    sizes, model = [], network()
    forward = model.forward

    def counted(x):
        sizes.append(len(x))
        return forward(x)

    model.forward = counted
    fit(model, epochs=1, batch_size=32, drop_last=True)
    assert sizes == [32, 32, 32]  # 120 images
    sizes.clear()
    fit(model, epochs=1, batch_size=40, drop_last=True)
    assert sizes == [40, 40, 40]
    with pytest.raises(ValueError, match="120 images do not fill one batch of 128"):
        fit(model, batch_size=128, drop_last=True)


def test_a_last_batch_of_one_and_batch_norm():
    model = nn.Sequential(nn.Flatten(), nn.BatchNorm1d(64), nn.Linear(64, 3))
    with pytest.raises(ValueError, match=r"leave a last batch of one out \(fit: drop_last=True\)"):
        fit(model, batch_size=17)  # 120 = 7 * 17 + 1
    assert len(fit(model, batch_size=17, drop_last=True)) == 4


IMAGES, LABELS = task()


@pytest.mark.parametrize(
    ("change", "error", "sentence"),
    [
        ({"model": nn.Linear}, TypeError, r"fit: model is the class Linear; make one: Linear\("),
        ({"model": "lenet"}, TypeError, "fit: model must be a layer or a network, not 'lenet'"),
        ({"labels": 3}, ValueError, r"fit: labels must have axes \(N,\), not shape \(\)"),
        ({"labels": np.eye(3)[LABELS]}, ValueError, r"labels must have axes .* labels.argmax\("),
        ({"labels": LABELS * 0.5}, TypeError, "fit: labels must be whole numbers, not float64"),
        ({"labels": LABELS > 1}, TypeError, r"numbers, not bool; use labels.astype\(int\)"),
        ({"labels": LABELS + 9}, ValueError, "labels go from 9 to 11, but the classes from 0 to 2"),
        ({"labels": LABELS[:0], "images": IMAGES[:0]}, ValueError, "fit: there are 0 images"),
        ({"images": 1.0}, ValueError, r"fit: images must have axes \(N, ...\), not shape"),
        (
            {"images": np.where(np.arange(120) == 7, np.nan, 1.0)[:, None, None, None] + IMAGES},
            ValueError,
            "fit: images has numbers that are not finite, the first in image 7",
        ),
        (
            {"validation": (IMAGES[:0], LABELS[:0])},
            ValueError,
            "fit: validation: there are 0 images and 0 labels",
        ),
        (
            {"validation": (IMAGES, LABELS[:3])},
            ValueError,
            "fit: validation: there are 120 images and 3 labels",
        ),
        (
            {"validation": (IMAGES * np.inf, LABELS)},
            ValueError,
            "fit: validation images has numbers that are not finite",
        ),
        ({"optimiser": nn.SGD}, TypeError, "fit: optimiser is the class SGD; make one, for exam"),
        ({"optimiser": "sgd"}, TypeError, "fit: optimiser must be one of cnnhelpers.nn, not 'sgd'"),
        ({"schedule": nn.StepLR}, TypeError, "fit: schedule is the class StepLR; make one with"),
        (
            {"optimiser": nn.SGD(network().parameters(), 0.1)},
            ValueError,
            "fit: 4 of the optimiser's 4 parameters are not this model's",
        ),
        ({"history": [1.0]}, TypeError, r"fit: history must be a History, not \[1.0\]"),
        (
            {"history": training.History(loss=[1.0], learning_rate=[0.1], seconds=[1.0])},
            ValueError,
            "fit: history has an accuracy that is not one number an epoch; pass the one that fit",
        ),
        (
            {"history": training.History(loss="ab")},
            ValueError,
            "fit: history has a loss that is not one number an epoch",
        ),
        ({"progress": "no"}, TypeError, "fit: progress must be True or False, not 'no'"),
        ({"learning_rate": np.inf}, ValueError, "learning_rate must be a finite number, not inf"),
        ({"checkpoint": 3}, TypeError, "fit: checkpoint: path must be the name of a file, not 3"),
        ({"drop_last": 1}, TypeError, "fit: drop_last must be True or False, not 1"),
        ({"seed": -1}, ValueError, "fit: seed must be at least 0"),
        ({"learning_rate": "fast"}, TypeError, "fit: learning_rate must be a number, not 'fast'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.filterwarnings("ignore:invalid value encountered in multiply")
def test_what_does_not_fit_is_said_before_anything_changes(change, error, sentence):
    options = {"model": network(), "images": IMAGES, "labels": LABELS, "progress": False} | change
    model = options["model"]
    before = model.state_dict() if isinstance(model, nn.Module) else {}
    with pytest.raises(error, match=sentence):
        training.fit(**options)
    for name, value in before.items():
        np.testing.assert_array_equal(model.state_dict()[name], value)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda p, sgd: nn.SGD(network().parameters, 0.1), r"pass model.parameters\(\)"),
        (lambda p, sgd: nn.SGD(3, 0.1), "SGD: parameters must be those of a model, not 3"),
        (lambda p, sgd: nn.SGD(p, np.inf), "SGD: lr must be a finite number, not inf"),
        (lambda p, sgd: nn.SGD(p, 0.1, 0.9, nesterov=1), "SGD: nesterov must be True or False"),
        (lambda p, sgd: nn.Adam(p, betas=0.9), "Adam: betas must be two numbers, not 0.9"),
        (lambda p, sgd: nn.Adam(p, betas=(0.9, 1)), "Adam: betas must be below 1"),
        (lambda p, sgd: nn.Adam(p, betas=(1.0, 0.9)), "Adam: betas must be below 1"),
        (lambda p, sgd: nn.StepLR(network(), 2), "StepLR: optimiser must be one, such as"),
        (lambda p, sgd: nn.StepLR(sgd, 2, "half"), "StepLR: gamma must be a number, not 'half'"),
        (lambda p, sgd: nn.ExponentialLR(sgd, np.nan), "gamma must be at least 0, not nan"),
        (lambda p, sgd: nn.MultiStepLR(sgd, 3), "milestones must be epochs such as .3, 6., not 3"),
        (lambda p, sgd: nn.MultiStepLR(sgd, [1.5]), "a milestone must be a whole number, not 1.5"),
        (lambda p, sgd: nn.CosineAnnealingLR(sgd, 4, "0"), "eta_min must be a number, not '0'"),
    ],
)
def test_what_optimisers_and_schedules_refuse(make, sentence):
    parameters = list(network().parameters())
    with pytest.raises((TypeError, ValueError), match=sentence):
        make(parameters, nn.SGD(parameters, 0.1))


def test_a_history_that_is_complete_trains_nothing_and_says_so():
    model = network()
    history = fit(model, epochs=2)
    before = model.state_dict()
    with pytest.warns(UserWarning, match="has 2 epochs, and epochs=2 counts them, so nothing was"):
        assert len(fit(model, epochs=2, history=history)) == 2
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])


def test_a_last_step_beyond_all_numbers_is_taken_back():
    model = network()
    before = model.state_dict()
    with pytest.raises(FloatingPointError, match="the last step went beyond all numbers; try a sm"):
        with np.errstate(all="ignore"):
            fit(model, epochs=1, batch_size=120, learning_rate=1e40)  # the loss before it is finite
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])


def test_predict_and_evaluate_say_what_does_not_fit():
    model = network()
    with pytest.raises(ValueError, match="predict: batch_size must be at least 1, not 0"):
        training.predict(model, IMAGES, 0)
    with pytest.raises(ValueError, match="evaluate: there are 0 images and 0 labels"):
        training.evaluate(model, IMAGES[:0], LABELS[:0])
    with pytest.raises(TypeError, match="predict: model is the class Linear"):
        training.predict(nn.Linear, IMAGES)
    assert training.predict(model, IMAGES[:0]).shape == (0, 3)


def test_a_step_with_another_models_optimiser_is_refused():
    other = nn.SGD(network().parameters(), 0.1)
    with pytest.raises(ValueError, match="none of the optimiser's parameters got a gradient"):
        training.train_step(network(), IMAGES, LABELS, other)


def test_a_loss_that_no_step_has_spoilt_is_not_the_learning_rates_fault():
    model = network()
    model[5].weight.data[0, 0] = np.nan
    with pytest.raises(ValueError, match="fit: 5.weight has numbers that are not finite"):
        fit(model)

    class Broken(nn.Module):
        def forward(self, x):
            return x * np.float32(np.nan)

        def backward(self, grad):
            return grad

    with pytest.raises(FloatingPointError, match="no step was taken before it, so look for the"):
        fit(nn.Sequential(*network(), Broken()))


def test_the_images_are_not_changed():
    images, labels = task()
    before = images.copy()
    training.fit(network(), images, labels, progress=False)
    np.testing.assert_array_equal(images, before)


def test_one_clear_sentence():
    model, (images, labels) = network(), task()
    with pytest.raises(ValueError, match="there are 120 images and 3 labels"):
        training.fit(model, images, labels[:3], progress=False)
    with pytest.raises(TypeError, match="fit: images must be an array of real numbers, not str"):
        training.fit(model, "images", labels, progress=False)
    for option, error in [("epochs", ValueError), ("batch_size", ValueError)]:
        with pytest.raises(error, match=f"fit: {option} must be at least 1, not 0"):
            fit(model, **{option: 0})
    with pytest.raises(TypeError, match="fit: epochs must be a whole number, not 1.5"):
        fit(model, epochs=1.5)
    with pytest.raises(TypeError, match="fit: seed must be a whole number, not 'a'"):
        fit(model, seed="a")
    with pytest.raises(TypeError, match=r"validation must be a pair \(images, labels\), not 3"):
        fit(model, validation=3)
    schedule = nn.StepLR(nn.SGD(model.parameters(), 0.1), 2)
    with pytest.raises(ValueError, match="the schedule belongs to another optimiser"):
        other = nn.SGD(model.parameters(), 0.1)
        fit(model, learning_rate=None, optimiser=other, schedule=schedule)
    with pytest.raises(ValueError, match="learning_rate or optimiser, not both"):
        fit(model, optimiser=nn.SGD(model.parameters(), 0.1))
    with pytest.raises(FloatingPointError, match="try a smaller learning rate than 1e"):
        with np.errstate(all="ignore"):
            fit(model, learning_rate=1e10, epochs=20)


def test_the_first_loss_is_near_the_logarithm_of_the_number_of_classes():
    (logits,) = normal(0, np.float32, (50, 10))
    loss = functional.cross_entropy(0.01 * logits, np.arange(50) % 10)
    assert loss == pytest.approx(np.log(10), abs=0.01)


def test_a_loop_of_ones_own_has_a_bar(capsys):
    assert list(training.with_bar([3, 5, 4], "8 layers")) == [3, 5, 4]
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith("8 layers: 100%|") and "| 3/3 [" in said.err
    with pytest.raises(TypeError, match=r"which a generator has not; pass list\(items\)"):
        next(training.with_bar((n for n in range(3)), "8 layers"))


def test_a_step_needs_a_model_and_an_optimiser():
    sgd = nn.SGD(network().parameters(), 0.1)
    with pytest.raises(TypeError, match="train_step: model must be a layer or a network, not 'm'"):
        training.train_step("m", IMAGES, LABELS, sgd)
    with pytest.raises(TypeError, match="train_step: optimiser must be one of cnnhelpers.nn, not"):
        training.train_step(network(), IMAGES, LABELS, 0.1)

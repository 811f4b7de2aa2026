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


def test_a_file_that_is_no_checkpoint_or_anothers(tmp_path):
    model, path = network(), tmp_path / "run.npz"
    optimiser = nn.SGD(model.parameters(), 0.1, momentum=0.9)
    fit(model, epochs=1, learning_rate=None, optimiser=optimiser, checkpoint=path)
    before = model.state_dict()
    other, single = tmp_path / "other.npz", tmp_path / "single.npy"
    np.save(single, np.ones(3))
    for write in (
        lambda: other.write_bytes(b"not an archive"),
        lambda: other.write_bytes(b""),
        lambda: other.write_bytes(path.read_bytes()[:900]),
        lambda: np.savez(other, numbers=np.ones(3)),
        lambda: other.write_bytes(single.read_bytes()),
    ):
        write()
        with pytest.raises(ValueError, match="other.npz is not a checkpoint; pass a file that"):
            training.load_checkpoint(other, model, optimiser)
    for name, value in model.state_dict().items():
        np.testing.assert_array_equal(value, before[name])
    smaller = nn.Sequential(nn.Flatten(), nn.Linear(64, 3))
    with pytest.raises(KeyError, match="load_state_dict: missing .*1.weight.* unknown .*0.weight"):
        training.load_checkpoint(path, smaller, nn.SGD(smaller.parameters(), 0.1))
    with pytest.raises(ValueError, match="fits none of these 2 parameters"):
        training.load_checkpoint(path, model, nn.SGD(smaller.parameters(), 0.1))
    with pytest.raises(FileNotFoundError):
        training.load_checkpoint(tmp_path / "none.npz", model, optimiser)


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
    with pytest.raises(TypeError, match=r"validation must be a pair \(images, labels\), not int"):
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

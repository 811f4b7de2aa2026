"""A network on the learner's functions: whose each layer uses, and what a slow one may take."""

import functools

import numpy as np
import pytest

from cnnhelpers import functional, models, nn, training
from cnnhelpers.check import EXERCISES
from cnnhelpers.course import own_network as module
from cnnhelpers.course.own_network import fitted, own_network
from cnnhelpers.course.place import Place

CONV = """
import numpy as np

def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,ocij->nohw", windows[:, :, ::stride, ::stride], weight)
    return out if bias is None else out + bias[:, None, None]
"""
POOL = """
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // 2, 2, w // 2, 2).max(axis=(3, 5)).astype("float64")
"""
BACKWARD = """
def linear_backward(grad_output, x, weight):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(axis=0)
"""


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Return a function that writes a learner's library, in a practice folder of its own."""
    monkeypatch.setattr(module, "place_of", lambda: Place(tmp_path, tmp_path))

    def write(text):
        (tmp_path / "my_cnn.py").write_text(text, encoding="utf-8")

    return write


def test_trying_functions_leaves_batch_norm_as_it_was(library):
    library(CONV)
    model = nn.Sequential(nn.Conv2d(1, 2, 3, bias=False), nn.BatchNorm2d(2), nn.ReLU())
    before = model.state_dict()
    assert own_network(model, (1, 7, 6)).own == ("conv2d",)
    assert before.keys() == model.state_dict().keys()
    assert all(np.array_equal(each, before[name]) for name, each in model.state_dict().items())


def test_without_a_library_every_layer_is_the_courses(capsys):
    net = own_network(models.lenet(), (1, 28, 28))
    assert len(net.rows) == 9 and net.own == ()
    assert all(row[1:] == ("the course's", "the course's") for row in net.rows)
    assert all(layer.F is nn.Module.F for layer in net.model.modules())
    assert net.share(np.zeros((8000, 1, 28, 28)), 6, 0.001) == 8000
    assert "all 8,000 images" in capsys.readouterr().out


def test_the_network_is_trained_in_threads_as_any_other():
    """Nothing of the trial stays in the layers: a model in threads is copied."""
    nn.manual_seed(3)
    net = own_network(models.lenet(), (1, 28, 28))
    assert not any("F" in vars(layer) for layer in net.model.modules())
    images = np.random.default_rng(0).standard_normal((64, 1, 28, 28)).astype(np.float32)
    labels = np.arange(64) % 10
    optimiser = nn.SGD(net.model.parameters(), 0.01)
    before = functional.threads()
    functional.set_threads(2)
    try:
        loss, _ = training.train_step(net.model, images, labels, optimiser)
    finally:
        functional.set_threads(before)
    assert abs(loss - np.log(10)) < 0.2


def test_functions_of_the_library_are_used_and_said(library):
    library(CONV + POOL)
    nn.manual_seed(1)
    net = own_network(models.lenet(), (1, 28, 28))
    assert net.own == ("conv2d", "max_pool2d")
    assert [row[1] for row in net.rows] == [
        "yours", "the course's", "yours", "yours", "the course's", "yours", *["the course's"] * 3,
    ]  # fmt: skip
    assert "Conv2d(1, 20, 5, padding=2)   yours" in repr(net)
    nn.manual_seed(1)
    course = models.lenet()
    x = np.random.default_rng(0).standard_normal((3, 1, 28, 28)).astype(np.float32)
    answer = net.model(x)
    assert answer.dtype == np.float32  # though the learner's pooling answers in float64
    np.testing.assert_allclose(answer, course(x), rtol=1e-4, atol=1e-5)


def test_a_function_that_does_not_fit_is_left_out_and_said(library):
    library(CONV + "\ndef max_pool2d(x, kernel_size):\n    return x[:, :, ::2, ::2]\n")
    net = own_network(models.lenet(), (1, 28, 28))
    assert net.own == ("conv2d",)
    assert "max_pool2d: the course's; yours gives other numbers" in repr(net)
    library("def conv2d(x, weight, bias=None, **options):\n    return 1 / 0\n")
    net = own_network(models.lenet(), (1, 28, 28))
    assert net.own == ()
    assert "conv2d: the course's; yours stopped with ZeroDivisionError" in repr(net)


def test_a_slow_function_gets_its_share(library, monkeypatch, capsys):
    library(CONV)
    net = own_network(models.lenet(), (1, 28, 28))
    images = np.zeros((8000, 1, 28, 28), np.float32)
    monkeypatch.setattr(module, "_seconds", lambda model, few: 0.025 * len(few))
    # 0.025 * 8000 * 6 = 1200 seconds are needed, 60 are there: 5 % of the images.
    assert net.share(images, epochs=6, seconds=60) == 400
    assert "about 20 minutes for 6 epochs of 8,000 images" in capsys.readouterr().out
    monkeypatch.setattr(module, "_seconds", lambda model, few: 0.00025 * len(few))
    assert net.share(images, epochs=6, seconds=60) == 8000
    assert "quick enough for all 8,000" in capsys.readouterr().out
    # A very slow one is timed on two images only.
    timed = []
    monkeypatch.setattr(module, "_seconds", lambda model, few: timed.append(len(few)) or 30.0)
    assert net.share(images, epochs=6, seconds=60) == 10 and timed == [2]


def test_options_with_their_usual_value_are_left_out():
    seen = {}

    def max_pool2d(x, kernel_size, stride=None, padding=0):
        seen.update(stride=stride, padding=padding)
        return x

    call = fitted("max_pool2d", max_pool2d)
    call(np.ones((1, 1, 2, 2)), 2, stride=3, padding=1, dilation=1, ceil_mode=False)
    assert seen == {"stride": 3, "padding": 1}
    with pytest.raises(TypeError, match="dilation"):
        call(np.ones((1, 1, 2, 2)), 2, dilation=2)


def test_answers_to_every_exercise_fit_into_the_network(monkeypatch):
    """A function as an exercise asks for it serves a layer, forward and backward."""

    def find(name, place):
        course = EXERCISES[name].course
        return functools.wraps(course)(lambda *arrays, **options: course(*arrays, **options)), []

    monkeypatch.setattr(module, "find", find)
    net = own_network(models.lenet(), (1, 28, 28))
    assert net.left_out == ()
    assert set(net.own) == {
        "conv2d", "conv2d_backward", "relu_backward", "max_pool2d", "max_pool2d_backward",
        "linear_backward",
    }  # fmt: skip
    assert [row[2] for row in net.rows] == ["yours"] * 9


def test_the_gradients_are_the_courses(library):
    library(CONV + BACKWARD)
    nn.manual_seed(2)
    net, course = own_network(models.lenet(), (1, 28, 28)), models.lenet()
    assert net.own == ("conv2d", "linear_backward")
    course.load_state_dict(net.model.state_dict())
    x = np.random.default_rng(1).standard_normal((2, 1, 28, 28)).astype(np.float32)
    upstream = np.random.default_rng(2).standard_normal((2, 10)).astype(np.float32)
    for model in (net.model, course):
        model(x)
        model.backward_parameters(upstream)
    for ours, theirs in zip(net.model.parameters(), course.parameters()):
        scale = np.abs(theirs.grad).max()
        np.testing.assert_allclose(ours.grad, theirs.grad, atol=1e-4 * scale)

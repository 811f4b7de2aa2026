"""A layer with several places in a network; modes and passes that change before backward."""

import copy
import pickle

import numpy as np
import pytest
from compare import assert_close, normal, torch

from cnnhelpers import models, nn, training
from cnnhelpers.functional import naive
from cnnhelpers.functional.fast import workers
from cnnhelpers.training import train_step


def twin_of_shared(model):
    """The same network in PyTorch: dense, ReLU, the same dense, the same ReLU, another dense."""
    one, other = torch.nn.Linear(3, 3), torch.nn.Linear(3, 2)
    relu = torch.nn.ReLU()
    made = torch.nn.Sequential(one, relu, one, relu, other).double()
    made.load_state_dict({name: torch.tensor(v) for name, v in model.state_dict().items()})
    return made


def shared():
    one, relu = nn.Linear(3, 3), nn.ReLU()
    return nn.Sequential(one, relu, one, relu, nn.Linear(3, 2)).astype(np.float64)


class Own(nn.Module):
    """A learner's network that calls the same layers twice."""

    def __init__(self):
        self.one, self.relu, self.other = nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 2)

    def forward(self, x):
        x = self.relu(self.one(x))
        x = self.relu(self.one(x))
        return self.other(x)

    def backward(self, grad):
        grad = self.other.backward(grad)
        for _ in range(2):
            grad = self.one.backward(self.relu.backward(grad))
        return grad


def both_gradients(model, other, x, grad):
    """Return our gradients of x and all parameters, and PyTorch's."""
    tensor = torch.tensor(x, requires_grad=True)
    other(tensor).backward(torch.tensor(grad))
    model.zero_grad()
    model(x)
    ours = [model.backward(grad), *(p.grad for p in model.parameters())]
    return ours, [tensor.grad, *(p.grad for p in other.parameters())]


@pytest.mark.parametrize("make", [shared, lambda: Own().astype(np.float64)], ids=["ours", "own"])
def test_gradients_of_shared_layers_are_torchs(make):
    model = make()
    reference = shared()
    for ours, theirs in zip(reference.parameters(), model.parameters()):
        ours.data = theirs.data
    other = twin_of_shared(reference)
    x, grad = normal(0, np.float64, (5, 3), (5, 2))
    ours, theirs = both_gradients(model, other, x, grad)
    assert len(ours) == len(theirs) == 5
    for number, (our, their) in enumerate(zip(ours, theirs)):
        assert_close(our, their, f"gradient {number}")


def test_shared_parameters_count_once_and_take_one_step():
    model = shared()
    other = twin_of_shared(model)
    assert model.parameter_count() == 3 * 3 + 3 + 3 * 2 + 2
    assert [name for name, _ in model.named_parameters()] == [
        name for name, _ in other.named_parameters()
    ]
    assert list(model.state_dict()) == list(other.state_dict())  # all names, as in PyTorch
    assert len(list(model.modules())) == len(list(other.modules())) == 4
    twice = [*model.parameters(), *model.parameters()]
    optimiser = nn.SGD(twice, 0.1, momentum=0.9)
    theirs = torch.optim.SGD(other.parameters(), 0.1, momentum=0.9)
    for seed in range(3):
        x, grad = normal(seed, np.float64, (5, 3), (5, 2))
        theirs.zero_grad()
        both_gradients(model, other, x, grad)
        optimiser.step()
        theirs.step()
    for ours, expected in zip(model.parameters(), other.parameters()):
        assert_close(ours.data, expected, "parameter")


def test_two_layers_may_share_one_parameter():
    first, second = nn.Linear(3, 3), nn.Linear(3, 3)
    second.weight = first.weight
    model = nn.Sequential(first, nn.Tanh(), second).astype(np.float64)
    assert model.parameter_count() == 9 + 3 + 3
    x, grad = normal(1, np.float64, (4, 3), (4, 3))
    model(x)
    model.backward(grad)
    one, two = torch.nn.Linear(3, 3).double(), torch.nn.Linear(3, 3).double()
    two.weight = one.weight
    other = torch.nn.Sequential(one, torch.nn.Tanh(), two)
    other.load_state_dict({name: torch.tensor(v) for name, v in model.state_dict().items()})
    other(torch.tensor(x)).backward(torch.tensor(grad))
    assert_close(first.weight.grad, one.weight.grad, "shared weight")
    assert_close(first.bias.grad, one.bias.grad, "first bias")


def test_a_body_and_its_shortcut_may_share_a_layer():
    conv = nn.Conv2d(2, 2, 1)
    model = nn.Residual(nn.Sequential(conv, nn.Tanh()), conv).astype(np.float64)
    x, grad = normal(2, np.float64, (2, 2, 3, 4), (2, 2, 3, 4))
    model(x)
    ours = model.backward(grad)
    tensor = torch.tensor(x, requires_grad=True)
    weight, bias = (torch.tensor(p.data, requires_grad=True) for p in (conv.weight, conv.bias))
    once = torch.nn.functional.conv2d(tensor, weight, bias)
    (torch.tanh(once) + once).backward(torch.tensor(grad))
    assert_close(ours, tensor.grad, "gradient of x")
    assert_close(conv.weight.grad, weight.grad, "gradient of weight")


def test_training_in_threads_with_shared_layers():
    images, labels = normal(0, np.float64, (60, 3))[0], np.arange(60) % 2
    losses = []
    before = workers.threads()
    try:
        for threads in (1, 2):
            workers.set_threads(threads)
            nn.manual_seed(0)
            model = shared()
            optimiser = nn.SGD(model.parameters(), 0.1)
            losses.append([train_step(model, images, labels, optimiser)[0] for _ in range(4)])
    finally:
        workers.set_threads(before)
    np.testing.assert_allclose(losses[0], losses[1], rtol=1e-12)
    assert losses[0][-1] < losses[0][0]


def test_backward_may_be_repeated_and_begins_at_the_last_call():
    relu = nn.ReLU()
    model = nn.Sequential(relu, nn.Linear(3, 3), relu, nn.Linear(3, 2)).astype(np.float64)
    x, grad = normal(3, np.float64, (5, 3), (5, 2))
    model(x)
    model.backward_parameters(grad)
    once = [parameter.grad for parameter in model.parameters()]
    first, second = model.backward(grad), model.backward(grad)
    np.testing.assert_array_equal(first, second)
    for parameter, expected in zip(model.parameters(), once):
        np.testing.assert_allclose(parameter.grad, 3 * expected, rtol=1e-12)


def test_two_calls_by_hand_are_not_taken_for_one():
    relu, one = nn.ReLU(), nn.Linear(3, 3).astype(np.float64)
    (x,) = normal(4, np.float64, (2, 3))
    relu(one(relu(x)))  # three calls from outside: the first input of relu is forgotten
    grad = one.backward(relu.backward(np.ones((2, 3))))
    with pytest.raises(RuntimeError, match="ReLU.backward was called once more than ReLU remember"):
        relu.backward(grad)
    relu(x)
    relu.backward(grad)
    relu.backward(grad)  # after a single call it may be repeated


def test_predicting_between_forward_and_backward_changes_nothing():
    model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)).astype(np.float64)
    x, grad, others = normal(5, np.float64, (5, 3), (5, 2), (7, 3))
    model(x)
    expected = model.backward(grad)
    model(x)
    training.predict(model, others)
    np.testing.assert_array_equal(model.backward(grad), expected)


def test_a_copy_remembers_nothing_and_is_small():
    layer = nn.Linear(2, 2)
    layer(np.ones((100_000, 2), np.float32))
    assert len(pickle.dumps(layer)) < 5000
    for twin in (copy.deepcopy(layer), pickle.loads(pickle.dumps(layer))):
        with pytest.raises(RuntimeError, match="call the layer first"):
            twin.backward(np.ones((100_000, 2), np.float32))


@pytest.mark.parametrize("functions", [None, naive], ids=["ours", "a module"])
def test_models_can_be_pickled_and_copied(functions):
    (x,) = normal(0, np.float32, (1, 1, 28, 28))
    for make in (models.lenet, lambda: models.resnet_cifar(1, in_channels=1)):
        model = make().eval()
        if functions is not None:  # a learner's functions, which the copy uses, too
            model = nn.Sequential(nn.ReLU(), nn.Flatten()).use(functions)
        for twin in (pickle.loads(pickle.dumps(model)), copy.deepcopy(model)):
            assert list(twin.state_dict()) == list(model.state_dict())
            np.testing.assert_array_equal(twin(x), model(x))
            if functions is not None:
                assert twin[0].F.relu is naive.relu


# Modes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trains", [True, False])
def test_batch_norm_goes_back_in_the_mode_it_came(trains):
    ours, theirs = nn.BatchNorm2d(2).astype(np.float64), torch.nn.BatchNorm2d(2).double()
    before, x, grad = normal(6, np.float64, (3, 2, 2, 3), (3, 2, 2, 3), (3, 2, 2, 3))
    ours(before)  # running statistics of their own
    theirs(torch.tensor(before))
    ours.train(trains)
    theirs.train(trains)
    tensor = torch.tensor(x, requires_grad=True)
    ours(x)
    theirs(tensor).backward(torch.tensor(grad))
    ours.train(not trains)  # too late to matter
    ours.running_mean += 100
    assert_close(ours.backward(grad), tensor.grad, "gradient of x")
    assert_close(ours.weight.grad, theirs.weight.grad, "gradient of weight")


def test_dropout_goes_back_in_the_mode_it_came():
    layer, x = nn.Dropout(0.5), np.ones((4, 5), np.float32)
    output = layer(x)
    np.testing.assert_array_equal(layer.eval().backward(x), output)
    layer(x)
    np.testing.assert_array_equal(layer.train().backward(x), x)


def test_batch_norm_with_cumulative_statistics_is_torchs():
    ours = nn.BatchNorm2d(2, momentum=None).astype(np.float64)
    theirs = torch.nn.BatchNorm2d(2, momentum=None).double()
    for seed, count in enumerate((2, 5, 3)):
        (x,) = normal(seed, np.float64, (count, 2, 2, 3))
        assert_close(ours(x), theirs(torch.tensor(x)), "output")
    assert_close(ours.running_mean, theirs.running_mean, "running_mean")
    assert_close(ours.running_var, theirs.running_var, "running_var")
    (x,) = normal(9, np.float64, (1, 2, 2, 3))
    assert_close(ours.eval()(x), theirs.eval()(torch.tensor(x)), "in evaluation")
    assert repr(ours) == "BatchNorm2d(2, momentum=None)"


def test_layers_in_a_list_belong_to_the_network():
    class Blocks(nn.Module):
        def __init__(self):
            self.blocks = [nn.Linear(2, 3), nn.Linear(3, 1)]

    other = torch.nn.Module()
    other.blocks = torch.nn.ModuleList([torch.nn.Linear(2, 3), torch.nn.Linear(3, 1)])
    names = [name for name, _ in other.named_parameters()]
    assert [name for name, _ in Blocks().named_parameters()] == names

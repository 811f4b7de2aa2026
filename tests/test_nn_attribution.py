"""Occlusion and saliency of a network, by hand and against PyTorch; modes and gradients stay."""

from __future__ import annotations

import numpy as np
import pytest

from cnnhelpers import nn
from cnnhelpers.nn.attribution import occlusion_map, saliency


def linear(weight):
    """Return a network whose one logit is the sum of weight times image."""
    weight = np.array(weight, float)
    layer = nn.Linear(weight.size, 1, bias=False)
    layer.weight.data = weight.reshape(1, -1)
    return nn.Sequential(nn.Flatten(), layer)


def test_a_linear_net_answers_with_its_weights_and_occlusion_with_weight_times_pixel():
    weight, image = [[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]], [[[2.0, 1.0, 0.0], [4.0, -1.0, 3.0]]]
    model, image = linear(weight), np.array(image)
    assert saliency(model, image, 0).tolist() == [[1, 2, 3], [0.5, 4, 1]]
    assert occlusion_map(model, image, 0, size=1, stride=1).tolist() == [[2, -2, 0], [2, -4, -3]]
    # Two columns at a time, from column 0 and from column 1.
    assert occlusion_map(model, image, 0, size=2, stride=1).tolist() == [[-2, -9]]


def test_a_patch_of_another_value_is_compared_with_that_value():
    model = linear([[1.0, -2.0, 3.0]])
    image = np.array([[[2.0, 1.0, 0.0]]])
    assert occlusion_map(model, image, 0, size=1, stride=1, fill=1.0).tolist() == [[1, 0, -3]]


def trained_with_norm():
    nn.manual_seed(0)
    model = nn.Sequential(nn.Conv2d(2, 3, (2, 3)), nn.BatchNorm2d(3), nn.ReLU(), nn.Flatten(),
                          nn.Linear(3 * 4 * 4, 4)).astype(np.float64)  # fmt: skip
    model(np.random.default_rng(1).normal(size=(8, 2, 5, 6)))  # moves the running statistics
    return model


def test_saliency_is_pytorchs():
    torch = pytest.importorskip("torch")
    model = trained_with_norm()
    image = np.random.default_rng(2).normal(size=(2, 5, 6))
    twin = torch.nn.Sequential(torch.nn.Conv2d(2, 3, (2, 3)), torch.nn.BatchNorm2d(3),
                               torch.nn.ReLU(), torch.nn.Flatten(),
                               torch.nn.Linear(48, 4)).double().eval()  # fmt: skip
    state = {name: torch.tensor(value) for name, value in model.state_dict().items()}
    twin.load_state_dict(state)
    for label in range(4):
        x = torch.tensor(image[None], requires_grad=True)
        twin(x)[0, label].backward()
        assert np.allclose(saliency(model, image, label), x.grad[0].abs().amax(0), atol=1e-12)


@pytest.mark.parametrize("method", [saliency, occlusion_map])
def test_mode_state_and_gradients_stay(method):
    model = trained_with_norm()
    model.layers["1"].eval()  # the norm alone
    before = model.state_dict()
    method(model, np.random.default_rng(2).normal(size=(2, 5, 6)), 1)
    assert model.training and not model.layers["1"].training
    assert all(np.array_equal(value, before[name]) for name, value in model.state_dict().items())
    assert all(parameter.grad is None for parameter in model.parameters())


@pytest.mark.parametrize("method", [saliency, occlusion_map])
def test_what_is_no_network_is_told(method):
    with pytest.raises(TypeError, match=f"{method.__name__}: model must be a layer or a network"):
        method("m", np.ones((1, 4, 4)), 0)

"""Dense layers, activations and the loss: dtypes, NaN, and errors in one clear sentence."""

import numpy as np
import pytest
from compare import assert_close, normal, torch

from cnnhelpers import functional as F
from cnnhelpers.functional import naive

T = torch.nn.functional


def test_flatten_and_back():
    (x,) = normal(0, np.float32, (2, 3, 4, 5))
    assert F.flatten(x).shape == (2, 60)
    assert F.flatten(x, 2).shape == (2, 3, 20)
    assert F.flatten(x[:0]).shape == (0, 60)
    np.testing.assert_array_equal(F.flatten_backward(F.flatten(x), x), x)
    with pytest.raises(ValueError, match="start_dim 4 does not exist"):
        F.flatten(x, 4)


def test_whole_numbers_and_half_precision():
    x = np.array([[-2, 3]])
    assert F.relu(x).dtype == x.dtype and F.linear(x, np.array([[2, 5]])).tolist() == [[11]]
    assert F.linear(x, np.array([[2, 5]])).dtype == x.dtype
    assert F.softmax(x).dtype == F.sigmoid(x).dtype == F.cross_entropy(x, [1]).dtype == np.float64
    half = x.astype(np.float16)
    assert_close(F.softmax(half), T.softmax(torch.tensor(half), -1), "softmax", 1e-3)
    assert_close(F.relu(half), T.relu(torch.tensor(half)), "relu", 0)


def test_nan_and_infinity_pass_as_in_torch():
    x = np.array([[np.nan, 1.0, -2.0], [0.0, -np.inf, 1.0]])
    for name in ("relu", "sigmoid", "tanh", "leaky_relu", "gelu"):
        theirs = getattr(T, name)(torch.tensor(x))
        if name != "gelu":
            np.testing.assert_allclose(getattr(F, name)(x), theirs, err_msg=name)
    np.testing.assert_allclose(F.softmax(x, 1), T.softmax(torch.tensor(x), 1))


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "sigmoid", "tanh"])
def test_gradients_of_nan_and_infinity_are_torchs(name):
    x = np.array([np.nan, 2.0, -2.0, 0.0, 1.0])
    grad = np.array([1.0, np.inf, -np.inf, np.inf, np.nan])
    tensor = torch.tensor(x, requires_grad=True)
    (theirs,) = torch.autograd.grad(getattr(T, name)(tensor), tensor, torch.tensor(grad))
    np.testing.assert_allclose(getattr(F, f"{name}_backward")(grad, x), theirs, err_msg=name)


def test_relu_lets_the_gradient_of_a_nan_through():
    x, grad = np.array([np.nan, 1.0, 0.0, -1.0]), np.array([7.0, np.inf, np.inf, np.inf])
    np.testing.assert_array_equal(F.relu_backward(grad, x), [7, np.inf, 0, 0])
    np.testing.assert_array_equal(naive.relu_backward(grad, x), [7, np.inf, 0, 0])


X, W = np.zeros((2, 3)), np.zeros((4, 3))
BAD = [
    (lambda: F.linear(X, W[:, :2]), ValueError, r"linear: x has shape \(2, 3\), but weight"),
    (lambda: F.linear(X, W[0]), ValueError, "linear: weight must have 2 axes"),
    (lambda: F.linear(X, W, np.zeros(3)), ValueError, "linear: bias has shape"),
    (lambda: F.linear("x", W), TypeError, "linear: x must be an array of real numbers, not str"),
    (lambda: F.linear_backward(X, X, W), ValueError, "linear_backward: grad_output has shape"),
    (lambda: F.relu("x"), TypeError, "relu: x must be an array of real numbers"),
    (lambda: F.relu_backward(X[:1], X), ValueError, "relu_backward: grad_output has shape"),
    (lambda: F.leaky_relu(X, "a"), TypeError, "negative_slope must be a number, not 'a'"),
    (lambda: F.leaky_relu(X, float("nan")), ValueError, "must be a number, not nan"),
    (lambda: F.gelu(X, "fast"), ValueError, "approximate must be 'none' or 'tanh'"),
    (lambda: F.softmax(X, 2), ValueError, "softmax: dim 2 does not exist in an array of 2 axes"),
    (lambda: F.softmax(X, 0.5), TypeError, "dim must be a whole number"),
    (lambda: F.cross_entropy(X[0], [0]), ValueError, "logits must have 2 axes"),
    (lambda: F.cross_entropy(X, [0]), ValueError, r"labels have shape \(1,\)"),
    (lambda: F.cross_entropy(X, [0.0, 1.0]), TypeError, "labels must be whole numbers"),
    (lambda: F.cross_entropy(X, [0, 3]), ValueError, "labels go from 0 to 3, but the classes"),
    (lambda: F.cross_entropy(X, [0, -1]), ValueError, "labels go from -1 to 0"),
    (lambda: F.cross_entropy(X, [0, 1], reduction="avg"), ValueError, "reduction must be"),
    (lambda: F.cross_entropy(X, [0, 1], label_smoothing=2), ValueError, "label_smoothing must"),
    (lambda: F.cross_entropy_backward(X, [0, 1], grad_output=[1, 2, 3]), ValueError, "has shape"),
]


@pytest.mark.parametrize(("call", "error", "sentence"), BAD)
def test_one_clear_sentence(call, error, sentence):
    with pytest.raises(error, match=sentence):
        call()

"""Linear, flatten, activations and the loss against PyTorch on drawn configurations; errors."""

import numpy as np
import pytest
from compare import DTYPES, SEEDS, assert_close, assert_same, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st

from cnnhelpers import functional as F

T = torch.nn.functional
SHAPES = st.lists(st.integers(0, 5), min_size=1, max_size=4).map(tuple)
FILLED = st.lists(st.integers(1, 5), min_size=1, max_size=4).map(tuple)


@configurations()
@given(st.lists(st.integers(0, 4), max_size=3), *[st.integers(1, 6)] * 2, DTYPES, SEEDS)
def test_linear_equals_torch(rows, features, outputs, dtype, seed):
    arrays = normal(seed, dtype, (*rows, features), (outputs, features), (outputs,))
    assert_same(F.linear, lambda g, x, w, b: F.linear_backward(g, x, w), T.linear, arrays, seed)


ACTIVATIONS = {
    "relu": ({}, T.relu),
    "leaky_relu": ({"negative_slope": 0.2}, lambda x: T.leaky_relu(x, 0.2)),
    "gelu": ({}, T.gelu),
    "gelu, tanh": ({"approximate": "tanh"}, lambda x: T.gelu(x, approximate="tanh")),
    "sigmoid": ({}, torch.sigmoid),
    "tanh": ({}, torch.tanh),
}


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activation_equals_torch(name):
    options, torch_forward = ACTIVATIONS[name]
    name = name.split(",")[0]
    forward, backward = getattr(F, name), getattr(F, f"{name}_backward")

    @configurations()
    @given(SHAPES, st.sampled_from([1, 30]), DTYPES, SEEDS)
    def compare(shape, scale, dtype, seed):
        x = normal(seed, dtype, shape)[0] * np.array(scale, dtype)
        x = np.where(np.abs(x) < 0.1, 0, x).astype(dtype)  # the kink at 0 counts, too
        assert_same(
            lambda x: forward(x, **options),
            lambda g, x: backward(g, x, **options),
            torch_forward,
            [x],
            seed,
        )

    compare()


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_softmax_equals_torch(name):
    @configurations()
    @given(st.data(), FILLED, st.sampled_from([1, 300]), DTYPES, SEEDS)
    def compare(data, shape, scale, dtype, seed):
        axis = data.draw(st.integers(-len(shape), len(shape) - 1))
        assert_same(
            lambda x: getattr(F, name)(x, axis),
            lambda g, x: getattr(F, f"{name}_backward")(g, x, axis),
            lambda x: getattr(T, name)(x, dim=axis),
            [normal(seed, dtype, shape)[0] * np.array(scale, dtype)],
            seed,
        )

    compare()


@configurations()
@given(
    st.integers(1, 6),
    st.integers(1, 5),
    st.sampled_from(["mean", "sum", "none"]),
    st.sampled_from([0.0, 0.1, 1.0]),
    DTYPES,
    SEEDS,
)
def test_cross_entropy_equals_torch(batch, classes, reduction, smoothing, dtype, seed):
    (logits,) = normal(seed, dtype, (batch, classes))
    labels = np.random.default_rng(seed).integers(0, classes, batch)
    options = {"reduction": reduction, "label_smoothing": smoothing}
    assert_same(
        lambda x: F.cross_entropy(x, labels, **options),
        lambda g, x: F.cross_entropy_backward(x, labels, **options, grad_output=g),
        lambda x: T.cross_entropy(x, torch.tensor(labels), **options),
        [logits * np.array(50, dtype)],
        seed,
    )


def test_flatten_and_back():
    (x,) = normal(0, np.float32, (2, 3, 4, 5))
    assert F.flatten(x).shape == (2, 60)
    assert F.flatten(x, 2).shape == (2, 3, 20)
    assert F.flatten(x[:0]).shape == (0, 60)
    np.testing.assert_array_equal(F.flatten_backward(F.flatten(x), x), x)
    with pytest.raises(ValueError, match="start_axis 4 does not exist"):
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
    (lambda: F.softmax(X, 2), ValueError, "axis 2 does not exist in an array of shape"),
    (lambda: F.softmax(X, 0.5), TypeError, "axis must be a whole number"),
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

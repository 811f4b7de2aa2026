"""Every backward against central differences, in float64 and without PyTorch."""

import numpy as np
import pytest

from cnnhelpers import functional as F
from cnnhelpers import gradcheck, nn


def numbers(*shape, seed=0):
    """Distinct numbers, so that no maximum is tied and no kink is met."""
    count = int(np.prod(shape))
    return np.random.default_rng(seed).permutation(count).reshape(shape) * 0.3 - count * 0.15 + 0.05


OPTIONS = {"stride": (2, 1), "padding": (1, 2), "dilation": (1, 2), "groups": 2}
LABELS = np.array([1, 0, 2])
OPERATIONS = {
    "conv1d": ({"stride": 2, "padding": 1}, [(2, 2, 7), (3, 2, 3), (3,)]),
    "conv2d": (OPTIONS, [(2, 4, 6, 5), (2, 2, 3, 2), (2,)]),
    "conv3d": ({"stride": (2, 1, 1), "padding": 1}, [(1, 2, 3, 3, 3), (2, 2, 2, 3, 2), (2,)]),
    "conv_transpose2d": ({"stride": 2, "padding": 1}, [(1, 2, 3, 4), (2, 2, 3, 3), (2,)]),
    "max_pool1d": ({"kernel_size": 3, "stride": 2, "dilation": 2}, [(2, 2, 8)]),
    "max_pool3d": ({"kernel_size": 2, "stride": 1, "padding": 1}, [(1, 2, 3, 2, 3)]),
    "avg_pool1d": ({"kernel_size": 3, "padding": 1, "count_include_pad": False}, [(2, 2, 8)]),
    "avg_pool3d": ({"kernel_size": 2, "stride": (1, 2, 1)}, [(1, 2, 3, 2, 3)]),
    "max_pool2d": ({"kernel_size": 3, "stride": 2, "padding": 1}, [(1, 2, 6, 5)]),
    "avg_pool2d": ({"kernel_size": 3, "stride": 2, "ceil_mode": True}, [(1, 2, 6, 5)]),
    "adaptive_avg_pool2d": ({"output_size": (2, 3)}, [(1, 2, 5, 4)]),
    "linear": ({}, [(2, 3, 4), (5, 4), (5,)]),
    "flatten": ({}, [(2, 3, 4)]),
    "unfold": ({"kernel_size": 2, "stride": 2, "padding": 1}, [(1, 2, 5, 4)]),
    "fold": ({"output_size": (4, 3), "kernel_size": 2}, [(1, 8, 6)]),
    "relu": ({}, [(3, 4)]),
    "leaky_relu": ({"negative_slope": 0.3}, [(3, 4)]),
    "gelu": ({}, [(3, 4)]),
    "sigmoid": ({}, [(3, 4)]),
    "tanh": ({}, [(3, 4)]),
    "softmax": ({"axis": 0}, [(3, 4)]),
    "log_softmax": ({}, [(3, 4)]),
    "layer_norm": ({"normalized_shape": (3, 2)}, [(4, 3, 2), (3, 2), (3, 2)]),
    "group_norm": ({"num_groups": 2}, [(2, 4, 3), (4,), (4,)]),
    "instance_norm": ({}, [(2, 2, 5), (2,), (2,)]),
    "local_response_norm": ({"size": 3, "alpha": 0.5}, [(2, 4, 3)]),
}
FIRST = ("output_size", "normalized_shape", "num_groups", "kernel_size")  # not keyword-only


def test_every_operation_is_checked():
    named = {name for name in F.__all__ if f"{name}_backward" in F.__all__}
    assert named == {*OPERATIONS, "batch_norm", "cross_entropy", "dropout"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_backward_equals_central_differences(name):
    options, shapes = OPERATIONS[name]
    options = dict(options)
    first = [options.pop(key) for key in FIRST if key in options]
    arrays = [numbers(*shape, seed=seed) for seed, shape in enumerate(shapes)]

    def forward(x, *others):
        return getattr(F, name)(x, *first, *others, **options)

    def backward(grad_output, x, *others):
        others = others[:1]  # a bias is not needed
        return getattr(F, f"{name}_backward")(grad_output, x, *first, *others, **options)

    errors = gradcheck.gradcheck(forward, backward, *arrays)
    assert len(errors) == len(arrays) and max(errors) < 1e-7, errors


@pytest.mark.parametrize("training", [True, False])
def test_batch_norm(training):
    running = numbers(3, seed=3), np.array([0.5, 1, 2])

    def forward(x, weight, bias):
        kept = [array.copy() for array in running]
        return F.batch_norm(x, *kept, weight, bias, training=training)

    def backward(grad, x, weight, bias):
        return F.batch_norm_backward(grad, x, *running, weight, training=training)

    arrays = numbers(4, 3, 2), numbers(3, seed=1), numbers(3, seed=2)
    assert max(gradcheck.gradcheck(forward, backward, *arrays)) < 1e-7


def test_cross_entropy():
    def backward(grad, logits):
        return F.cross_entropy_backward(logits, LABELS, grad_output=grad)

    def forward(logits):
        return F.cross_entropy(logits, LABELS)

    assert max(gradcheck.gradcheck(forward, backward, numbers(3, 4))) < 1e-7


def test_dropout():
    def mask(x):
        return F.dropout(x, 0.4, rng=np.random.default_rng(0))

    def backward(grad, x):
        return F.dropout_backward(grad, mask(x)[1])

    assert max(gradcheck.gradcheck(lambda x: mask(x)[0], backward, numbers(4, 5))) < 1e-7


def test_a_whole_network():
    model = nn.Sequential(
        nn.Conv2d(1, 2, 3, padding=1),
        nn.BatchNorm2d(2),
        nn.Residual(nn.Sequential(nn.Conv2d(2, 2, 3, 1, 1), nn.Tanh())),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(8, 3),
    ).astype(np.float64)
    errors = gradcheck.gradcheck_module(model, numbers(2, 1, 4, 4))
    assert len(errors) == 9 and max(errors.values()) < 1e-7, errors


def test_a_wrong_gradient_is_found():
    wrong = {
        "half": lambda g, x, w: (0.5 * g @ w, g.T @ x),
        "upstream ignored": lambda g, x, w: (np.ones_like(g) @ w, g.T @ x),
        "mean for sum": lambda g, x, w: (g @ w, g.T @ x / len(x)),
    }
    for backward in wrong.values():
        errors = gradcheck.gradcheck(F.linear, backward, numbers(3, 2), numbers(4, 2))
        assert max(errors) > 1e-3
    with pytest.raises(ValueError, match="has shape"):
        gradcheck.gradcheck(F.relu, lambda g, x: g[:1], numbers(3, 2))


def test_the_numerical_gradient_of_a_known_function():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    grad = gradcheck.numerical_gradient(lambda x: float((x**2).sum()), x)
    np.testing.assert_allclose(grad, 2 * x, atol=1e-8)
    np.testing.assert_array_equal(x, [[1, 2], [3, 4]])

"""The readable loops give the same answers and errors as the fast operations, and as PyTorch."""

import numpy as np
import pytest
from compare import SEEDS, assert_close, configurations, normal, torch
from hypothesis import given
from test_functional_conv import BAD as BAD_CONV
from test_functional_conv import W, X
from test_functional_conv import cases as conv_cases
from test_functional_pool import cases as pool_cases

from cnnhelpers import functional as F
from cnnhelpers.functional import naive


@configurations(60)
@given(conv_cases(2), SEEDS)
def test_conv2d_and_backward(case, seed):
    x_shape, weight_shape, options = case
    x, weight, bias = normal(seed, np.float64, x_shape, weight_shape, weight_shape[:1])
    output = naive.conv2d(x, weight, bias, **options)
    assert_close(output, F.conv2d(x, weight, bias, **options), "output")
    grad = np.random.default_rng(seed).standard_normal(output.shape)
    expected = F.conv2d_backward(grad, x, weight, **options)
    for ours, fast in zip(naive.conv2d_backward(grad, x, weight, **options), expected):
        assert_close(ours, fast, "gradient")


@configurations(60)
@given(conv_cases(1), SEEDS)
def test_conv1d(case, seed):
    x_shape, weight_shape, options = case
    arrays = normal(seed, np.float32, x_shape, weight_shape, weight_shape[:1])
    assert_close(naive.conv1d(*arrays, **options), F.conv1d(*arrays, **options), "output")


@pytest.mark.parametrize("name", ["max_pool2d", "avg_pool2d"])
def test_pooling_and_backward(name):
    @configurations(60)
    @given(pool_cases(2, dilated=name == "max_pool2d"), SEEDS)
    def compare(case, seed):
        shape, kernel, options = case
        x = np.round(normal(seed, np.float64, shape)[0], 1)
        output = getattr(naive, name)(x, kernel, **options)
        assert_close(output, getattr(F, name)(x, kernel, **options), "output")
        grad = np.random.default_rng(seed).standard_normal(output.shape)
        backward = f"{name}_backward"
        ours = getattr(naive, backward)(grad, x, kernel, **options)
        assert_close(ours, getattr(F, backward)(grad, x, kernel, **options), "gradient")

    compare()


def test_dense_ones():
    x, weight, bias = normal(0, np.float64, (2, 3, 4), (5, 4), (5,))
    labels = np.array([1, 2])
    assert_close(naive.linear(x, weight, bias), F.linear(x, weight, bias), "linear")
    assert_close(naive.linear(x, weight), F.linear(x, weight), "linear")
    assert_close(naive.relu(x), F.relu(x), "relu")
    assert_close(naive.softmax(x, 1), F.softmax(x, 1), "softmax")
    assert_close(naive.softmax(1000 * x), F.softmax(1000 * x), "softmax")
    loss = torch.nn.functional.cross_entropy(torch.tensor(x[0, :2]), torch.tensor(labels))
    assert_close(naive.cross_entropy(x[0, :2], labels), loss, "cross_entropy")


def test_whole_numbers_stay_whole():
    x = np.arange(9).reshape(1, 1, 3, 3)
    answer = naive.conv2d(x, x[:, :, :2, :2])
    np.testing.assert_array_equal(answer, F.conv2d(x, x[:, :, :2, :2]))
    assert answer.dtype == x.dtype


@pytest.mark.parametrize(("change", "error", "sentence"), BAD_CONV)
def test_the_same_sentences(change, error, sentence):
    with pytest.raises(error, match=f"^conv2d: .*{sentence}"):
        naive.conv2d(**{"x": X, "weight": W, **change})

"""Pooling: whole numbers, NaN, ties, and errors in one clear sentence."""

import numpy as np
import pytest
from compare import torch

from cnnhelpers import functional as F
from cnnhelpers.functional import naive


def test_whole_numbers_and_nan():
    x = np.arange(16).reshape(1, 1, 4, 4)
    np.testing.assert_array_equal(F.max_pool2d(x, 2)[0, 0], [[5, 7], [13, 15]])
    assert F.max_pool2d(x, 2).dtype == x.dtype
    np.testing.assert_array_equal(F.max_pool2d(-x, 2, padding=1)[0, 0, 0], [0, -1, -3])
    np.testing.assert_array_equal(F.avg_pool2d(x, 2)[0, 0], [[2.5, 4.5], [10.5, 12.5]])
    np.testing.assert_array_equal(F.adaptive_avg_pool2d(x, 1)[0, 0], [[7.5]])
    x = np.where(x == 6, np.nan, x)
    for name in ("max_pool2d", "avg_pool2d"):
        theirs = getattr(torch.nn.functional, name)(torch.tensor(x), 2).numpy()
        np.testing.assert_array_equal(getattr(F, name)(x, 2), theirs)


def test_first_of_equal_maxima_gets_the_gradient():
    grad = F.max_pool2d_backward(np.ones((1, 1, 1, 1)), np.zeros((1, 1, 2, 2)), 2)
    np.testing.assert_array_equal(grad[0, 0], [[1, 0], [0, 0]])


both = pytest.mark.parametrize("F", [F, naive], ids=["fast", "naive"])


def torch_gradient(grad, x, kernel, **options):
    x = torch.tensor(x, requires_grad=True)
    output = torch.nn.functional.max_pool2d(x, kernel, **options)
    return torch.autograd.grad(output, x, torch.tensor(grad))[0].numpy()


@both
def test_padding_never_gets_the_gradient(F):
    x = np.full((1, 1, 5, 5), -np.inf)  # as low as the padding
    grad = np.arange(1.0, 10).reshape(1, 1, 3, 3)
    answer = F.max_pool2d_backward(grad, x, 3, stride=2, padding=1)
    expected = [[1, 2, 0, 3, 0], [4, 5, 0, 6, 0], [0] * 5, [7, 8, 0, 9, 0], [0] * 5]
    np.testing.assert_array_equal(answer[0, 0], expected)
    np.testing.assert_array_equal(answer, torch_gradient(grad, x, 3, stride=2, padding=1))
    dark = np.zeros((1, 1, 5, 5), np.uint8)  # 0 is the lowest number of the kind
    answer = F.max_pool2d_backward(grad, dark, 3, stride=2, padding=1)
    np.testing.assert_array_equal(answer[0, 0], expected)
    x[0, 0, 0, 0] = np.nan  # the other windows still have nothing but minus infinity
    answer = F.max_pool2d_backward(grad, x, 3, stride=2, padding=1)
    np.testing.assert_array_equal(answer, torch_gradient(grad, x, 3, stride=2, padding=1))


NAN = np.nan
WINDOWS = [
    ([[NAN, 1], [5, 2]], [[1, 0], [0, 0]]),
    ([[1, NAN], [5, 2]], [[0, 1], [0, 0]]),
    ([[1, 5], [NAN, 2]], [[0, 0], [1, 0]]),
    ([[1, 5], [2, NAN]], [[0, 0], [0, 1]]),
    ([[NAN, 5], [NAN, 2]], [[0, 0], [1, 0]]),  # the last one, as in PyTorch
]


@both
@pytest.mark.parametrize(("window", "expected"), WINDOWS)
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.float16])
def test_a_nan_gets_the_gradient_on_every_path(F, window, expected, dtype):
    x = np.array(window, dtype)[None, None]
    one = np.ones((1, 1, 1, 1), dtype)
    assert np.isnan(F.max_pool2d(x, 2)).all()
    np.testing.assert_array_equal(F.max_pool2d_backward(one, x, 2)[0, 0], expected)
    general = F.max_pool2d_backward(one, x, 2, stride=1)  # not 2×2 side by side
    np.testing.assert_array_equal(general[0, 0], expected)
    if dtype != np.float16:
        np.testing.assert_array_equal(torch_gradient(one, x, 2)[0, 0], expected)


@pytest.mark.parametrize("stride", [1, 2])
def test_a_gradient_that_is_not_finite_stays_in_its_place(stride):
    x = np.array([[4.0, 1, 2, 1], [1, 1, 1, 3]])[None, None]
    grad = np.full((1, 1, 1, 4 // stride - stride % 2), 2.0)
    grad[..., 0] = np.inf
    answer = F.max_pool2d_backward(grad, x, 2, stride=stride)
    np.testing.assert_array_equal(answer, torch_gradient(grad, x, 2, stride=stride))
    assert np.isinf(answer[0, 0, 0, 0]) and np.isfinite(answer).sum() == 7


@both
@pytest.mark.parametrize("name", ["max_pool2d", "avg_pool2d"])
def test_with_ceil_mode_a_kernel_may_hang_over_the_input(F, name):
    x = np.arange(12.0).reshape(1, 1, 3, 4)
    answer = getattr(F, name)(x, 5, ceil_mode=True)
    np.testing.assert_array_equal(answer[0, 0], [[11.0 if name == "max_pool2d" else 5.5]])
    theirs = getattr(torch.nn.functional, name)(torch.tensor(x), (7, 5), (5, 4), 2, ceil_mode=True)
    answer = getattr(F, name)(x, (7, 5), stride=(5, 4), padding=2, ceil_mode=True)
    np.testing.assert_allclose(answer, theirs, rtol=1e-12)
    with pytest.raises(ValueError, match="kernel 6×6 is larger than the padded input 3×4"):
        getattr(F, name)(x, 6, stride=1, ceil_mode=True)


def test_a_kernel_far_larger_than_the_input_costs_no_time():
    x = np.arange(12.0).reshape(1, 1, 3, 4)
    assert F.max_pool2d(x, 20_000, ceil_mode=True) == 11
    grad = F.max_pool2d_backward(np.ones((1, 1, 1, 1)), x, 20_000, ceil_mode=True)
    assert grad.sum() == grad[0, 0, 2, 3] == 1


X = np.zeros((1, 2, 5, 5))
BAD = [
    (dict(kernel_size=6), ValueError, "kernel 6×6 is larger than the padded input 5×5"),
    (dict(kernel_size=0), ValueError, "kernel_size must be at least 1"),
    (dict(kernel_size=2.0), TypeError, "kernel_size must be a whole number, not 2.0"),
    (dict(stride=0), ValueError, "stride must be at least 1"),
    (dict(padding=2), ValueError, "padding 2×2 is more than half of kernel 3×3"),
    (dict(padding="same"), TypeError, "padding must be a whole number, not 'same'"),
    (dict(x=X[0]), ValueError, "x must have 4 axes"),
    (dict(x="abc"), TypeError, "x must be an array of real numbers, not str"),
]


@pytest.mark.parametrize("name", ["max_pool2d", "avg_pool2d"])
@pytest.mark.parametrize(("change", "error", "sentence"), BAD)
def test_one_clear_sentence(name, change, error, sentence):
    arguments = {"x": X, "kernel_size": 3, **change}
    with pytest.raises(error, match=f"^{name}: .*{sentence}"):
        getattr(F, name)(**arguments)
    with pytest.raises(error, match=f"^{name}_backward: .*{sentence}"):
        getattr(F, f"{name}_backward")(np.zeros((1, 2, 1, 1)), **arguments)


def test_other_bad_input():
    with pytest.raises(ValueError, match="^max_pool2d_backward: grad_output has shape"):
        F.max_pool2d_backward(np.zeros((1, 2, 2, 2)), X, 3)
    with pytest.raises(ValueError, match="^avg_pool2d_backward: grad_output has shape"):
        F.avg_pool2d_backward(np.zeros((1, 2, 2, 2)), X, 3)
    with pytest.raises(ValueError, match="^max_pool1d: x must have 3 axes"):
        F.max_pool1d(X, 2)
    with pytest.raises(ValueError, match="^avg_pool3d: x must have 5 axes"):
        F.avg_pool3d(X, 2)
    with pytest.raises(ValueError, match="^adaptive_avg_pool2d: output_size must be at least 1"):
        F.adaptive_avg_pool2d(X, 0)

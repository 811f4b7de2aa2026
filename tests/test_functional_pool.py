"""Pooling: whole numbers, NaN, ties, and errors in one clear sentence."""

import numpy as np
import pytest
from compare import torch

from cnnhelpers import functional as F


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

"""Normalisation: running statistics against PyTorch, dtypes, errors in one clear sentence."""

import numpy as np
import pytest
from compare import DTYPES, SEEDS, assert_close, configurations, normal, torch
from hypothesis import given
from hypothesis import strategies as st

from cnnhelpers import functional as F
from cnnhelpers.functional import naive

T = torch.nn.functional
TAILS = st.lists(st.integers(1, 4), max_size=3).map(tuple)
MOMENTA = st.sampled_from([0.0, 0.1, 0.7, 1.0])


@configurations()
@given(st.integers(2, 4), st.integers(1, 4), TAILS, st.booleans(), MOMENTA, DTYPES, SEEDS)
def test_running_statistics_equal_torchs(batch, channels, tail, training, momentum, dtype, seed):
    x, mean, var = normal(seed, dtype, (batch, channels, *tail), (channels,), (channels,))
    x = 3 * x + np.arange(channels, dtype=dtype).reshape(channels, *[1] * len(tail))
    var = abs(var) + np.array(0.1, dtype)
    options = {"training": training, "momentum": momentum}
    ours, theirs = (mean.copy(), var.copy()), (torch.tensor(mean), torch.tensor(var))
    for _ in range(3):
        output = F.batch_norm(x, *ours, **options)
        assert_close(output, T.batch_norm(torch.tensor(x), *theirs, **options), "output", 1e-3)
    assert_close(ours[0], theirs[0], "running_mean")
    assert_close(ours[1], theirs[1], "running_var")
    assert training or np.array_equal(ours, (mean, var))


def test_running_statistics_after_many_steps():
    ours, theirs = (np.zeros(3), np.ones(3)), (torch.zeros(3).double(), torch.ones(3).double())
    for seed in range(100):
        (x,) = normal(seed, np.float64, (5, 3, 4))
        x = x * (1 + seed % 3) + seed
        F.batch_norm(x, *ours, training=True)
        T.batch_norm(torch.tensor(x), *theirs, training=True)
    assert_close(ours[0], theirs[0], "running_mean")
    assert_close(ours[1], theirs[1], "running_var")


def test_a_far_mean_does_not_cancel_in_float32():
    (x,) = normal(0, np.float32, (8, 2, 50))
    output = F.batch_norm(x + np.float32(1000), None, None, training=True)
    assert_close(output, T.batch_norm(torch.tensor(x), None, None, training=True), "x", 1e-3)


def test_whole_numbers_give_float64_and_float16_stays():
    x = np.arange(12).reshape(2, 2, 3)
    for output in (
        F.batch_norm(x, None, None, training=True),
        F.layer_norm(x, 3),
        F.group_norm(x, 1),
        F.instance_norm(x),
        F.local_response_norm(x, 3),
    ):
        assert output.dtype == np.float64
    half = x.astype(np.float16)
    theirs = T.layer_norm(torch.tensor(half), (3,))
    assert_close(F.layer_norm(half, 3), theirs, "float16", 2e-3)
    assert F.batch_norm(half, None, None, training=True).dtype == np.float16


def test_an_empty_batch_stays_empty():
    x, running = np.zeros((0, 3, 2)), np.ones(3)
    assert F.batch_norm(x, running, running, training=True).shape == x.shape
    np.testing.assert_array_equal(running, 1)
    assert F.layer_norm(x, 2).shape == F.group_norm(x, 3).shape == x.shape


def read_only(array):
    array.setflags(write=False)
    return array


@pytest.mark.parametrize("of", [F, naive], ids=["fast", "naive"])
def test_statistics_that_cannot_change_are_refused_before_anything_changes(of):
    mean, var = np.zeros(3), read_only(np.ones(3))
    with pytest.raises(ValueError, match="running_var is changed in training, but it is read-onl"):
        of.batch_norm(np.ones((2, 3)), mean, var, training=True)
    np.testing.assert_array_equal(mean, 0)
    assert of.batch_norm(np.ones((2, 3)), mean, var).shape == (2, 3)  # evaluation only reads


X = np.zeros((2, 4, 3))
BAD = [
    (lambda: F.batch_norm(X, None, None), ValueError, "evaluation needs running_mean and"),
    (lambda: F.batch_norm(X[0, 0], None, None, training=True), ValueError, r"axes \(N, C, ...\)"),
    (lambda: F.batch_norm(X[:1, :, 0], None, None, training=True), ValueError, "more than one"),
    (lambda: F.batch_norm(X, np.ones(3), np.ones(4)), ValueError, "running_mean has shape"),
    (lambda: F.batch_norm(X, None, None, np.ones(3), training=True), ValueError, "weight has"),
    (lambda: F.batch_norm(X, None, None, training=True, eps="a"), TypeError, "eps must be a num"),
    (lambda: F.batch_norm(X, None, None, training=True, eps=-1), ValueError, "eps must be at l"),
    (
        lambda: F.batch_norm(X, None, None, training=True, momentum=float("nan")),
        ValueError,
        "momentum must be at least 0 and at most 1, not nan",
    ),
    (lambda: F.batch_norm("x", None, None, training=True), TypeError, "x must be an array of"),
    (lambda: F.batch_norm(X, [0] * 4, [1] * 4, training=True), TypeError, "is changed in train"),
    (
        lambda: F.batch_norm_backward(X[:1], X, training=True),
        ValueError,
        "batch_norm_backward: grad_output has shape",
    ),
    (lambda: F.layer_norm(X, 4), ValueError, r"whose last axes are not \(4,\)"),
    (lambda: F.layer_norm(X, 3.0), TypeError, "normalized_shape must be a whole number"),
    (lambda: F.layer_norm(X, 3, np.ones(4)), ValueError, "weight has shape"),
    (lambda: F.group_norm(X, 3), ValueError, "3 groups do not divide 4 channels"),
    (lambda: F.group_norm(X, 0), ValueError, "num_groups must be at least 1"),
    (lambda: F.group_norm(X[:1, :, 0], 4), ValueError, "of a single number"),
    (lambda: F.instance_norm(X[:, :, :1]), ValueError, "of a single number"),
    (lambda: F.instance_norm(X[:, :, 0]), ValueError, r"axes \(N, C, ...\)"),
    (lambda: F.local_response_norm(X, 0), ValueError, "size must be at least 1"),
    (lambda: F.local_response_norm(X[0], 2), ValueError, r"axes \(N, C, ...\)"),
]


@pytest.mark.parametrize(("call", "error", "sentence"), BAD)
def test_one_clear_sentence(call, error, sentence):
    with pytest.raises(error, match=sentence):
        call()

"""The readable loops have the fast operations' arguments, answers and errors."""

import inspect

import numpy as np
import pytest
from compare import SEEDS, TOLERANCE, assert_close, configurations
from hypothesis import assume, given
from hypothesis import strategies as st
from operations import OPERATIONS
from test_functional_conv import BAD as BAD_CONV
from test_functional_conv import W, X

from cnnhelpers import functional as F
from cnnhelpers.functional import naive

NAMES = [name for name, value in vars(naive).items() if getattr(F, name, None) and callable(value)]
FORWARD = [name for name in NAMES if not name.endswith("_backward")]
TAUGHT = """
    conv1d conv2d conv2d_backward conv3d conv_transpose2d unfold max_pool2d max_pool2d_backward
    avg_pool2d avg_pool2d_backward linear linear_backward relu relu_backward leaky_relu sigmoid tanh
    softmax cross_entropy cross_entropy_backward batch_norm layer_norm group_norm instance_norm
"""


def test_the_taught_operations_are_here():
    assert set(NAMES) == set(TAUGHT.split())


@pytest.mark.parametrize("name", NAMES)
def test_the_same_arguments(name):
    ours, fast = (
        [
            (p.name, p.kind, p.default)
            for p in inspect.signature(getattr(of, name)).parameters.values()
        ]
        for of in (naive, F)
    )
    assert ours == fast


@pytest.mark.parametrize("name", FORWARD)
def test_the_same_answers(name):
    @configurations(60)
    @given(OPERATIONS[name], st.sampled_from(["float64", "float32", "float16", "int64"]), SEEDS)
    def compare(case, dtype, seed):
        assume(case.shapes[0][1:2] < (16,))  # loops over many channels take long
        arrays = case.arrays(seed, "float64")
        arrays = [np.round(3 * a).astype(dtype) if dtype == "int64" else a for a in arrays]
        arrays = [array.astype(dtype) for array in arrays]
        before = [array.copy() for array in arrays]
        expected = case.forward(F, *arrays)
        tolerance = TOLERANCE.get(str(expected.dtype), 2e-3)
        assert_close(case.forward(naive, *arrays), expected, "output", tolerance)
        if f"{name}_backward" in NAMES:
            upstream = np.random.default_rng(seed).standard_normal(expected.shape)
            ours, fast = (case.backward(of, upstream, *arrays) for of in (naive, F))
            pairs = zip(ours, fast) if isinstance(fast, tuple) else [(ours, fast)]
            for grad, same in pairs:
                assert_close(grad, same, "gradient", TOLERANCE.get(str(same.dtype), 2e-3))
        for array, copy in zip(arrays, before):
            np.testing.assert_array_equal(array, copy, err_msg="an input was changed")

    compare()


def test_running_statistics_move_alike():
    x = np.random.default_rng(0).standard_normal((4, 3, 5))
    ours, fast = ((np.zeros(3), np.ones(3)) for _ in range(2))
    for _ in range(3):
        naive.batch_norm(x, *ours, training=True, momentum=0.3)
        F.batch_norm(x, *fast, training=True, momentum=0.3)
    assert_close(ours[0], fast[0], "running_mean")
    assert_close(ours[1], fast[1], "running_var")


def test_the_gradient_of_x_may_be_left_out():
    x, weight = np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2))
    grads = [
        of.conv2d_backward(np.ones((1, 1, 2, 2)), x, weight, need_x=False) for of in (naive, F)
    ]
    assert grads[0][0] is grads[1][0] is None
    np.testing.assert_array_equal(grads[0][1], grads[1][1])


def test_a_sum_may_be_beyond_float16():
    x = np.full((1, 1, 4, 4), 30_000, np.float16)
    assert naive.avg_pool2d(x, 4) == F.avg_pool2d(x, 4) == 30_000
    peak, grad = np.zeros((1, 1, 5, 5), np.float16), np.full((1, 1, 3, 3), -15_000, np.float16)
    peak[0, 0, 2, 2], grad[0, 0, 0, :2] = 1, 60_000  # each window gives its gradient to the peak
    for of in (naive, F):
        assert of.max_pool2d_backward(grad, peak, 3, stride=1)[0, 0, 2, 2] == 15_000


def test_whole_numbers_stay_whole():
    x = np.arange(9).reshape(1, 1, 3, 3)
    answer = naive.conv2d(x, x[:, :, :2, :2])
    np.testing.assert_array_equal(answer, F.conv2d(x, x[:, :, :2, :2]))
    assert answer.dtype == x.dtype


@pytest.mark.parametrize(("change", "error", "sentence"), BAD_CONV)
def test_the_same_sentences(change, error, sentence):
    with pytest.raises(error, match=f"^conv2d: .*{sentence}"):
        naive.conv2d(**{"x": X, "weight": W, **change})


IMAGES = np.ones((2, 5, 3, 3))


@pytest.mark.parametrize(
    "call",
    [
        lambda of: of.group_norm(IMAGES, 2),
        lambda of: of.group_norm(np.ones(3), 1),
        lambda of: of.group_norm(IMAGES[:1, :, :1, :1], 5),
        lambda of: of.instance_norm(np.ones((2, 3))),
        lambda of: of.instance_norm(IMAGES[:, :, :1, :1]),
        lambda of: of.batch_norm(IMAGES, None, None),
        lambda of: of.batch_norm(np.ones(3), None, None, training=True),
        lambda of: of.batch_norm(IMAGES[:1, :, :1, :1], None, None, training=True),
        lambda of: of.batch_norm(IMAGES, [0] * 5, [1] * 5, training=True),
        lambda of: of.batch_norm(IMAGES, np.zeros(4), np.ones(5)),
        lambda of: of.batch_norm(IMAGES, None, None, training="yes"),
        lambda of: of.avg_pool2d(IMAGES, 2, count_include_pad="no"),
        lambda of: of.avg_pool2d_backward(np.ones((2, 5, 1, 1)), IMAGES, 2, count_include_pad=1),
        lambda of: of.conv2d_backward(IMAGES, IMAGES, np.ones((5, 5, 1, 1)), need_x=1),
    ],
)
def test_what_does_not_fit_is_told_by_both(call):
    with pytest.raises((TypeError, ValueError)) as fast:
        call(F)
    with pytest.raises(fast.type) as ours:
        call(naive)
    assert str(ours.value) == str(fast.value)

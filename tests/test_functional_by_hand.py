"""The core in a second, on numbers worked out by hand: forward and backward, no PyTorch."""

import numpy as np
import pytest

from cnnhelpers import functional as fast
from cnnhelpers.functional import naive

IMAGE = np.arange(9.0).reshape(1, 1, 3, 3)
KERNEL = np.arange(4.0).reshape(1, 1, 2, 2)
both = pytest.mark.parametrize("F", [fast, naive], ids=["fast", "naive"])


@both
def test_cross_correlation(F):
    np.testing.assert_array_equal(F.conv2d(IMAGE, KERNEL)[0, 0], [[19, 25], [37, 43]])


@both
def test_stride_3_2_with_padding_1(F):
    answer = F.conv2d(IMAGE, KERNEL, padding=1, stride=(3, 2))
    np.testing.assert_array_equal(answer[0, 0], [[0, 8], [6, 8]])


@both
def test_dilation_reads_the_corners(F):
    answer = F.conv2d(IMAGE, KERNEL, np.array([100.0]), dilation=2)
    assert answer.item() == 100 + 0 * 0 + 2 * 1 + 6 * 2 + 8 * 3


@both
def test_two_groups_do_not_mix(F):
    x = np.array([1.0, 10.0]).reshape(1, 2, 1, 1)
    weight = np.array([2.0, 3.0]).reshape(2, 1, 1, 1)
    np.testing.assert_array_equal(F.conv2d(x, weight, groups=2).ravel(), [2, 30])


@both
def test_convolution_backward(F):
    grad = np.array([1.0, 0.0, 0.0, 10.0]).reshape(1, 1, 2, 2)
    grad_x, grad_weight, grad_bias = F.conv2d_backward(grad, IMAGE, KERNEL)
    np.testing.assert_array_equal(grad_x[0, 0], [[0, 1, 0], [2, 3, 10], [0, 20, 30]])
    np.testing.assert_array_equal(grad_weight[0, 0], [[40, 51], [73, 84]])
    np.testing.assert_array_equal(grad_bias, [11])


@both
def test_signal(F):
    x, kernel = np.array([[[1.0, 2.0, 4.0, 8.0]]]), np.array([[[1.0, -1.0]]])
    np.testing.assert_array_equal(F.conv1d(x, kernel)[0, 0], [-1, -2, -4])
    np.testing.assert_array_equal(F.conv1d(x, kernel, stride=2, padding=1)[0, 0], [-1, -2, 8])


@both
def test_pooling(F):
    np.testing.assert_array_equal(F.max_pool2d(IMAGE, 2, stride=1)[0, 0], [[4, 5], [7, 8]])
    np.testing.assert_array_equal(F.avg_pool2d(IMAGE, 2, stride=1)[0, 0], [[2, 3], [5, 6]])
    assert F.avg_pool2d(IMAGE, 2, padding=1, count_include_pad=False)[0, 0, 0, 0] == 0
    assert F.avg_pool2d(IMAGE, 2, padding=1)[0, 0, 1, 1] == (4 + 5 + 7 + 8) / 4


@both
def test_pooling_backward(F):
    grad = np.array([1.0, 2.0, 3.0, 4.0]).reshape(1, 1, 2, 2)
    answer = F.max_pool2d_backward(grad, IMAGE, 2, stride=1)
    np.testing.assert_array_equal(answer[0, 0], [[0, 0, 0], [0, 1, 2], [0, 3, 4]])
    answer = F.avg_pool2d_backward(4 * grad, IMAGE, 2, stride=1)
    np.testing.assert_array_equal(answer[0, 0], [[1, 3, 2], [4, 10, 6], [3, 7, 4]])


@both
def test_dense_layer_and_loss(F):
    x, weight = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    np.testing.assert_array_equal(F.linear(x, weight, np.array([0, 0, 1.0])), [[1, 2, 4]])
    np.testing.assert_array_equal(F.relu(np.array([-1.0, 2.0])), [0, 2])
    np.testing.assert_allclose(F.softmax(np.log([[1.0, 2.0, 5.0]])), [[0.125, 0.25, 0.625]])
    loss = F.cross_entropy(np.log([[1.0, 2.0, 5.0]]), np.array([1]))
    assert loss == pytest.approx(np.log(4))


def test_dense_backward():
    x, weight, grad = np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]]), np.array([[10.0]])
    grad_x, grad_weight, grad_bias = fast.linear_backward(grad, x, weight)
    np.testing.assert_array_equal(grad_x, [[30, 40]])
    np.testing.assert_array_equal(grad_weight, [[10, 20]])
    np.testing.assert_array_equal(grad_bias, [10])
    grad = fast.cross_entropy_backward(np.log([[1.0, 2.0, 5.0]]), np.array([1]))
    np.testing.assert_allclose(grad, [[0.125, 0.25 - 1, 0.625]])
    np.testing.assert_array_equal(fast.relu_backward(np.ones(3), np.array([-1.0, 0, 1])), [0, 0, 1])

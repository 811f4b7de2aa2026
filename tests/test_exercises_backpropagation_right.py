"""Right backward passes in other styles than the course's: loops, lists, PyTorch, float32."""

from __future__ import annotations

import numpy as np
import pytest
from explorer_tools import with_pytorch

from cnnhelpers import check, functional


def autograd(function, inputs, grad_output):
    """Return tensors, as a learner's function may."""
    torch = pytest.importorskip("torch")
    leaves = [torch.tensor(np.asarray(each, float), requires_grad=True) for each in inputs]
    upstream = torch.tensor(np.asarray(grad_output, float))
    return torch.autograd.grad(function(torch.nn.functional, *leaves), leaves, upstream)


def conv2d_by_autograd(grad_output, x, weight, stride=1, padding=0):
    return autograd(
        lambda nn, x, w, b: nn.conv2d(x, w, b, stride=stride, padding=padding),
        [x, weight, np.zeros(len(weight))],
        grad_output,
    )


def conv2d_by_the_library(grad_output, x, weight, stride=1, padding=0):
    return functional.conv2d_backward(grad_output, x, weight, stride=stride, padding=padding)


def grouped_by_the_library(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    options = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    return functional.conv2d_backward(grad_output, x, weight, **options)


def signal_by_convolution(grad_output, x, weight, stride=1):
    apart = np.zeros(len(x) - len(weight) + 1)
    apart[::stride][: len(grad_output)] = grad_output
    return np.convolve(apart, weight), np.correlate(x, apart, "valid")


def signal_in_lists(grad_output, x, weight, stride=1):
    grad_x, grad_weight = [0.0] * len(x), [0.0] * len(weight)
    for i, gradient in enumerate(grad_output):
        for u, tap in enumerate(weight):
            grad_x[i * stride + u] += gradient * tap
            grad_weight[u] += gradient * x[i * stride + u]
    return grad_x, grad_weight


def max_pool_in_single_precision(grad_output, x, kernel_size, stride=None):
    arrays = np.float32(grad_output), np.float32(x)
    return functional.max_pool2d_backward(*arrays, kernel_size, stride=stride)


def avg_pool_in_lists(grad_output, x, kernel_size, stride=None):
    return functional.avg_pool2d_backward(grad_output, x, kernel_size, stride=stride).tolist()


def relu_on_a_copy(grad_output, x):
    gradient = grad_output.copy()
    gradient[x <= 0] = 0
    return gradient


def relu_gated_by_the_output(grad_output, x):
    return np.where(np.maximum(x, 0) > 0, grad_output, 0)


def linear_in_loops(grad_output, x, weight):
    grad_x, grad_weight, grad_bias = (
        np.zeros(shape) for shape in (x.shape, weight.shape, len(weight))
    )
    for n, o in np.ndindex(grad_output.shape):
        grad_bias[o] += grad_output[n, o]
        for i in range(x.shape[1]):
            grad_x[n, i] += grad_output[n, o] * weight[o, i]
            grad_weight[o, i] += grad_output[n, o] * x[n, i]
    return [grad_x, grad_weight, grad_bias]


def linear_in_single_precision(grad_output, x, weight):
    grad_output, x, weight = (np.asarray(each, np.float32) for each in (grad_output, x, weight))
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(axis=0)


def cross_entropy_by_torch(logits, labels):
    torch = pytest.importorskip("torch")
    tensors = torch.tensor(np.asarray(logits, float)), torch.tensor(labels)
    return torch.nn.functional.cross_entropy(*tensors)


def cross_entropy_by_log_sum(logits, labels):
    most = np.max(logits, axis=1)
    logarithms = np.log(np.exp(logits - most[:, None]).sum(axis=1))
    return float(np.mean(most + logarithms - logits[np.arange(len(labels)), labels]))


def cross_entropy_backward_by_rows(logits, labels):
    found = []
    for row, label in zip(logits, labels):
        powers = np.exp(row - row.max())
        found.append(powers / powers.sum() / len(labels))
        found[-1][label] -= 1 / len(labels)
    return found


def numerical_gradient_in_place(function, x, step=1e-5):
    x = np.array(x, float)
    flat, found = x.ravel(), np.zeros(x.size)
    for index in range(x.size):
        before = flat[index]
        flat[index] = before + step
        above = function(x)
        flat[index] = before - step
        found[index] = (above - function(x)) / (2 * step)
        flat[index] = before
    return found.reshape(x.shape)


RIGHT = [
    ("conv1d_backward", signal_by_convolution),
    ("conv1d_backward", signal_in_lists),
    ("conv2d_backward", conv2d_by_autograd),
    ("conv2d_backward", conv2d_by_the_library),
    ("grouped_conv2d_backward", grouped_by_the_library),
    ("max_pool2d_backward", max_pool_in_single_precision),
    ("avg_pool2d_backward", avg_pool_in_lists),
    ("relu_backward", relu_on_a_copy),
    ("relu_backward", relu_gated_by_the_output),
    ("linear_backward", linear_in_loops),
    ("linear_backward", linear_in_single_precision),
    ("cross_entropy", cross_entropy_by_torch),
    ("cross_entropy", cross_entropy_by_log_sum),
    ("cross_entropy_backward", cross_entropy_backward_by_rows),
    ("numerical_gradient", numerical_gradient_in_place),
]


BY_TORCH = {conv2d_by_autograd, cross_entropy_by_torch}


@pytest.mark.parametrize(
    ("name", "function"),
    [with_pytorch(*pair) if pair[1] in BY_TORCH else pair for pair in RIGHT],
)
def test_right_functions_pass(name, function):
    result = getattr(check, name)(function)
    assert result.passed and result.function is function, result


@pytest.mark.parametrize("name", sorted({name for name, _ in RIGHT}))
def test_the_course_itself_passes(name):
    assert getattr(check, name)(check.EXERCISES[name].course).passed

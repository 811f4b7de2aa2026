"""Normalisation: subtract the mean, divide by the standard deviation, scale, shift. Notebook 12.

One computation over different axes: batch norm over N, H, W of each channel; layer norm over the
last axes of each image; group norm over groups of channels of each image; instance norm over H, W
of each channel of each image. The variance is the biased one, with eps inside the root.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    LARGEST,
    array,
    floating,
    ready,
    real_number,
    same_shape,
)
from cnnhelpers.shapes import whole_number

Gradients = tuple[np.ndarray, np.ndarray | None, np.ndarray | None]


def _normalise(rows: np.ndarray, eps: float) -> tuple[np.ndarray, np.ndarray]:
    """Return each row with mean 0 and variance 1, and 1 / deviation as a column."""
    if not rows.size:  # no numbers, no mean
        return rows, np.ones((len(rows), 1), rows.dtype)
    centred = rows - rows.mean(axis=1, keepdims=True)
    inverse = 1 / np.sqrt(np.mean(centred * centred, axis=1, keepdims=True) + eps)
    return centred * inverse, inverse


def _normalise_backward(grad: np.ndarray, normal: np.ndarray, inverse: np.ndarray) -> np.ndarray:
    """Return the gradient of the rows: what moves the mean or the variance cancels out."""
    if not grad.size:
        return grad
    along = np.mean(grad * normal, axis=1, keepdims=True)
    return inverse * (grad - grad.mean(axis=1, keepdims=True) - normal * along)


# Layer norm: rows are the last axes -------------------------------------------------------------


def _layer(function, x, normalized_shape, weight, bias, eps):
    x, shape, *given, eps = checked.layer_norm(function, x, normalized_shape, weight, bias, eps)
    dtype, working = floating(x)
    given = [None if value is None else ready(value, working).reshape(-1) for value in given]
    rows = ready(x, working).reshape(math.prod(x.shape[: -len(shape)]), math.prod(shape))
    normal, inverse = _normalise(rows, eps)
    return x.shape, shape, normal, inverse, *given, dtype


def layer_norm(
    x: np.ndarray,
    normalized_shape: int | Sequence[int],
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x normalised over its last axes; weight and bias have their shape.

    Source: Ba, Kiros and Hinton (2016), "Layer normalization".
    """
    shape, _, output, _, weight, bias, dtype = _layer(
        "layer_norm", x, normalized_shape, weight, bias, eps
    )
    output = output if weight is None else output * weight
    output = output if bias is None else output + bias
    return output.reshape(shape).astype(dtype, copy=False)


def layer_norm_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    normalized_shape: int | Sequence[int],
    weight: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> Gradients:
    """Return the gradients of x, weight and bias; None for a weight that was not given."""
    name = "layer_norm_backward"
    shape, last, normal, inverse, weight, _, dtype = _layer(
        name, x, normalized_shape, weight, None, eps
    )
    grad = ready(same_shape(grad_output, shape, name), normal.dtype).reshape(normal.shape)
    grad_weight = None if weight is None else (grad * normal).sum(axis=0).reshape(last)
    grad_bias = grad.sum(axis=0).reshape(last)
    grad_x = _normalise_backward(grad if weight is None else grad * weight, normal, inverse)
    grads = grad_x.reshape(shape), grad_weight, grad_bias
    return tuple(g if g is None else g.astype(dtype, copy=False) for g in grads)


# Group and instance norm: rows are groups of channels -------------------------------------------


def _groups(function, x, num_groups, weight, bias, eps):
    x, groups, weight, bias, eps, dtype = checked.group_norm(
        function, x, num_groups, weight, bias, eps
    )
    length = math.prod(x.shape[1:]) // max(1, groups)
    normal, inverse = _normalise(x.reshape(len(x) * groups, length), eps)
    return x.shape, normal, inverse, weight, bias, dtype


def _group_forward(function, x, num_groups, weight, bias, eps):
    shape, normal, _, weight, bias, dtype = _groups(function, x, num_groups, weight, bias, eps)
    channel = (-1,) + (1,) * (len(shape) - 2)
    output = normal.reshape(shape) * weight.reshape(channel) + bias.reshape(channel)
    return output.astype(dtype, copy=False)


def _group_backward(function, grad_output, x, num_groups, weight, eps):
    shape, normal, inverse, weight, _, dtype = _groups(function, x, num_groups, weight, None, eps)
    grad = ready(same_shape(grad_output, shape, function), normal.dtype)
    others = (0, *range(2, len(shape)))
    grad_weight = (grad * normal.reshape(shape)).sum(axis=others)
    scaled = grad * weight.reshape((-1,) + (1,) * (len(shape) - 2))
    grad_x = _normalise_backward(scaled.reshape(normal.shape), normal, inverse).reshape(shape)
    grads = grad_x, grad_weight, grad.sum(axis=others)
    return tuple(g.astype(dtype, copy=False) for g in grads)


def group_norm(
    x: np.ndarray,
    num_groups: int,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each image over groups of C / num_groups channels.

    weight and bias are (C,). Source: Wu and He (2018), "Group normalization".
    """
    return _group_forward("group_norm", x, num_groups, weight, bias, eps)


def group_norm_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    num_groups: int,
    weight: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> Gradients:
    """Return the gradients of x, weight and bias (those for a weight of ones, where none is)."""
    return _group_backward("group_norm_backward", grad_output, x, num_groups, weight, eps)


def instance_norm(
    x: np.ndarray,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each channel of each image: as many groups as channels.

    Source: Ulyanov, Vedaldi and Lempitsky (2016), "Instance normalization".
    """
    return _group_forward("instance_norm", x, None, weight, bias, eps)


def instance_norm_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> Gradients:
    """Return the gradients of x, weight and bias (those for a weight of ones, where none is)."""
    return _group_backward("instance_norm_backward", grad_output, x, None, weight, eps)


# Local response norm ----------------------------------------------------------------------------


def _neighbours(values: np.ndarray, size: int, mirrored: bool = False) -> np.ndarray:
    """Return for each channel the sum over ``size`` channels around it (axis 1).

    An even size has one more channel before than after; ``mirrored`` turns that round.
    """
    before = (size - 1) // 2 if mirrored else size // 2
    total = np.zeros_like(values)
    far = values.shape[1]  # no channel has a neighbour that far away
    for offset in range(max(-before, 1 - far), min(size - before, far)):
        here = slice(max(0, -offset), values.shape[1] - max(0, offset))
        there = slice(max(0, offset), values.shape[1] - max(0, -offset))
        total[:, here] += values[:, there]
    return total


def _response(function, x, size, alpha, beta, k):
    x = array(x, f"{function}: x")
    if x.ndim < 3:
        raise ValueError(f"{function}: x must have axes (N, C, ...), not shape {x.shape}.")
    size = whole_number(size, f"{function}: size", 1, LARGEST)
    alpha, beta, k = (
        real_number(value, f"{function}: {name}")
        for name, value in (("alpha", alpha), ("beta", beta), ("k", k))
    )
    dtype, working = floating(x)
    x = ready(x, working)
    return x, size, alpha / size, beta, k + alpha / size * _neighbours(x * x, size), dtype


def local_response_norm(
    x: np.ndarray, size: int, *, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0
) -> np.ndarray:
    """Return ``x / (k + alpha / size * sum of squares of size neighbouring channels) ** beta``.

    Source: Krizhevsky, Sutskever and Hinton (2012); dividing alpha by the size is PyTorch's way.
    """
    x, _, _, beta, total, dtype = _response("local_response_norm", x, size, alpha, beta, k)
    return (x * total**-beta).astype(dtype, copy=False)


def local_response_norm_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    size: int,
    *,
    alpha: float = 1e-4,
    beta: float = 0.75,
    k: float = 1.0,
) -> np.ndarray:
    """Return the gradient of x: directly, and through the sums of its neighbours."""
    name = "local_response_norm_backward"
    x, size, share, beta, total, dtype = _response(name, x, size, alpha, beta, k)
    grad = same_shape(grad_output, x.shape, name).astype(x.dtype, copy=False)
    through = _neighbours(grad * x * total ** (-beta - 1), size, mirrored=True)
    grad_x = grad * total**-beta - 2 * share * beta * x * through
    return grad_x.astype(dtype, copy=False)

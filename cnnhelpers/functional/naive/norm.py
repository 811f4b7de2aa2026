"""Normalisations as readable loops: a mean and a variance, then each number."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import floating, real_number

# Normalisation


def batch_norm(
    x: np.ndarray,
    running_mean: np.ndarray | None,
    running_var: np.ndarray | None,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each channel, times weight (C,), plus bias (C,).

    In training the running statistics move in place, as those of the fast one do.
    """
    share = real_number(momentum, "batch_norm: momentum", 0, 1)
    running = running_mean, running_var
    given = checked.batch_norm("batch_norm", x, *running, weight, bias, training, eps)
    if training:
        checked.changeable("batch_norm", running_mean=running_mean, running_var=running_var)
    x, weight, bias = given.x, given.weight, given.bias
    output = np.zeros_like(x)
    for c in range(x.shape[1]):
        numbers = list(x[:, c].ravel())
        if given.mean is None:
            mean, variance = _mean_and_variance(numbers)
            if numbers and running_mean is not None:
                running_mean[c] = (1 - share) * running_mean[c] + share * mean
            if numbers and running_var is not None:
                unbiased = variance * len(numbers) / (len(numbers) - 1)
                running_var[c] = (1 - share) * running_var[c] + share * unbiased
        else:
            mean, variance = given.mean[c], given.var[c]
        normal = [(value - mean) / math.sqrt(variance + given.eps) for value in numbers]
        output[:, c] = np.reshape([weight[c] * value + bias[c] for value in normal], x[:, c].shape)
    return output.reshape(given.shape).astype(given.dtype)


def _mean_and_variance(numbers: list) -> tuple[float, float]:
    """Return the mean and the biased variance."""
    if not numbers:
        return 0.0, 0.0
    mean = sum(numbers) / len(numbers)
    return mean, sum((value - mean) ** 2 for value in numbers) / len(numbers)


def group_norm(
    x: np.ndarray,
    num_groups: int,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each image over groups of C / num_groups channels."""
    return _group_norm("group_norm", x, num_groups, weight, bias, eps)


def _group_norm(function, x, num_groups, weight, bias, eps) -> np.ndarray:
    x, groups, weight, bias, eps, dtype = checked.group_norm(
        function, x, num_groups, weight, bias, eps
    )
    depth = x.shape[1] // max(1, groups)
    output = np.zeros_like(x)
    for n in range(len(x)):
        for first in range(0, x.shape[1], max(1, depth)):
            group = x[n, first : first + depth]
            mean, variance = _mean_and_variance(list(group.ravel()))
            for c, *at in np.ndindex(group.shape):
                normal = (group[(c, *at)] - mean) / math.sqrt(variance + eps)
                output[(n, first + c, *at)] = weight[first + c] * normal + bias[first + c]
    return output.astype(dtype)


def instance_norm(
    x: np.ndarray,
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, ...) normalised in each channel of each image: groups of one channel."""
    return _group_norm("instance_norm", x, None, weight, bias, eps)


def layer_norm(
    x: np.ndarray,
    normalized_shape: int | Sequence[int],
    weight: np.ndarray | None = None,
    bias: np.ndarray | None = None,
    *,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x normalised over its last axes; weight and bias have their shape."""
    x, shape, weight, bias, eps = checked.layer_norm(
        "layer_norm", x, normalized_shape, weight, bias, eps
    )
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    for row in np.ndindex(x.shape[: x.ndim - len(shape)]):
        mean, variance = _mean_and_variance([working.type(value) for value in x[row].ravel()])
        for at in np.ndindex(shape):
            normal = (x[(*row, *at)] - mean) / math.sqrt(variance + eps)
            normal = normal if weight is None else normal * weight[at]
            output[(*row, *at)] = normal if bias is None else normal + bias[at]
    return output.astype(dtype)

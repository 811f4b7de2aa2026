"""Normalisations as readable loops: a mean and a variance, then each number."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    array,
    floating,
    per_channel,
    real_number,
)
from cnnhelpers.shapes import whole_number

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
    x, eps = array(x, "batch_norm: x"), real_number(eps, "batch_norm: eps", 0)
    share = real_number(momentum, "batch_norm: momentum", 0, 1)
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    weight = per_channel("batch_norm", "weight", weight, x.shape[1], 1, working)
    bias = per_channel("batch_norm", "bias", bias, x.shape[1], 0, working)
    for c in range(x.shape[1]):
        numbers = [working.type(value) for value in x[:, c].ravel()]
        if training:
            mean, variance = _mean_and_variance(numbers)
            if len(numbers) > 1 and running_mean is not None:
                running_mean[c] = (1 - share) * running_mean[c] + share * mean
            if len(numbers) > 1 and running_var is not None:
                unbiased = variance * len(numbers) / (len(numbers) - 1)
                running_var[c] = (1 - share) * running_var[c] + share * unbiased
        else:
            mean, variance = running_mean[c], running_var[c]
        normal = [(value - mean) / math.sqrt(variance + eps) for value in numbers]
        output[:, c] = np.reshape([weight[c] * value + bias[c] for value in normal], x[:, c].shape)
    return output.astype(dtype)


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
    x, eps = array(x, "group_norm: x"), real_number(eps, "group_norm: eps", 0)
    dtype, working = floating(x)
    channels = x.shape[1]
    depth = channels // whole_number(num_groups, "group_norm: num_groups", 1)
    weight = per_channel("group_norm", "weight", weight, channels, 1, working)
    bias = per_channel("group_norm", "bias", bias, channels, 0, working)
    output = np.zeros(x.shape, working)
    for n in range(len(x)):
        for first in range(0, channels, max(1, depth)):
            group = x[n, first : first + depth]
            mean, variance = _mean_and_variance([working.type(value) for value in group.ravel()])
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
    return group_norm(x, max(1, np.shape(x)[1]), weight, bias, eps=eps)


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

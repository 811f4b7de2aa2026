"""The fully connected layer as readable loops."""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    cast,
    same_shape,
)


def linear(x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    """Return ``x @ weight.T + bias``: x (..., in_features) to (..., out_features)."""
    x, weight, bias, dtype = checked.dense("linear", x, weight, bias)
    output = np.zeros((*x.shape[:-1], len(weight)), x.dtype)
    for row in np.ndindex(x.shape[:-1]):
        for o in range(len(weight)):
            total = 0.0 if bias is None else bias[o]
            for i in range(weight.shape[1]):
                total += x[row][i] * weight[o, i]
            output[(*row, o)] = total
    return cast(output, dtype)


def linear_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias: the forward loops, adding to both factors."""
    x, weight, _, dtype = checked.dense("linear_backward", x, weight, None, gradient=True)
    grad_output = same_shape(grad_output, (*x.shape[:-1], len(weight)), "linear_backward")
    grad_x, grad_weight = np.zeros_like(x), np.zeros_like(weight)
    grad_bias = np.zeros(len(weight), x.dtype)
    for row in np.ndindex(x.shape[:-1]):
        for o in range(len(weight)):
            upstream = grad_output[row][o]
            grad_bias[o] += upstream
            for i in range(weight.shape[1]):
                grad_x[(*row, i)] += upstream * weight[o, i]
                grad_weight[o, i] += upstream * x[row][i]
    return grad_x.astype(dtype), grad_weight.astype(dtype), grad_bias.astype(dtype)

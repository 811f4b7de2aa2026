"""The dense layer, and flattening before it."""

from __future__ import annotations

import math

import numpy as np

from ..shapes import whole_number
from .arguments import array, cast, floating, ready, same_shape, working_dtypes


def _checked(function, x, weight, bias=None):
    x, weight = array(x, f"{function}: x"), array(weight, f"{function}: weight")
    if weight.ndim != 2:
        raise ValueError(
            f"{function}: weight must have 2 axes (out_features, in_features), "
            f"not shape {weight.shape}."
        )
    if x.ndim < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(
            f"{function}: x has shape {x.shape}, but weight {weight.shape} reads "
            f"{weight.shape[1]} features along the last axis; flatten or reshape x."
        )
    if bias is not None:
        bias = array(bias, f"{function}: bias")
        if bias.shape != weight.shape[:1]:
            raise ValueError(
                f"{function}: bias has shape {bias.shape}, but there are {len(weight)} output "
                f"features; pass one number for each, shape ({len(weight)},)."
            )
    return x, weight, bias


def linear(x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    """Return ``x @ weight.T + bias``: x (..., in_features) to (..., out_features).

    weight has shape (out_features, in_features), as in PyTorch.

    Raises:
        TypeError: an array does not hold numbers.
        ValueError: the shapes do not fit together.
    """
    x, weight, bias = _checked("linear", x, weight, bias)
    dtype, working = working_dtypes(x, weight, bias)
    x, weight = ready(x, working), ready(weight, working)
    output = np.empty((*x.shape[:-1], len(weight)), working)
    rows = x.reshape(math.prod(x.shape[:-1]), x.shape[-1])
    output.reshape(len(rows), len(weight))[...] = (weight @ rows.T).T  # sooner than rows @ weight.T
    if bias is not None:
        output += bias
    return cast(output, dtype)


def linear_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias, given that of the output (..., out_features)."""
    x, weight, _ = _checked("linear_backward", x, weight)
    dtype, working = floating(x, weight)
    grad = same_shape(grad_output, (*x.shape[:-1], len(weight)), "linear_backward")
    grad, x, weight = ready(grad, working), ready(x, working), ready(weight, working)
    count = math.prod(x.shape[:-1])
    rows, inputs = grad.reshape(count, grad.shape[-1]), x.reshape(count, x.shape[-1])
    grads = np.matmul(grad, weight), rows.T @ inputs, rows.sum(axis=0)
    return tuple(item.astype(dtype, copy=False) for item in grads)


def _start(function: str, x: object, start_axis: int) -> tuple[np.ndarray, int]:
    x = array(x, f"{function}: x")
    start = whole_number(start_axis, f"{function}: start_axis", 0)
    if start >= max(1, x.ndim):
        raise ValueError(
            f"{function}: start_axis {start} does not exist in shape {x.shape}; "
            f"use 0 to {max(0, x.ndim - 1)}."
        )
    return x, start


def _flat(shape: tuple[int, ...], start: int) -> tuple[int, ...]:
    return (*shape[:start], math.prod(shape[start:]))


def flatten(x: np.ndarray, start_axis: int = 1) -> np.ndarray:
    """Return x with all axes from ``start_axis`` on made one: (N, C, H, W) to (N, C·H·W).

    A view where x is contiguous, as in PyTorch.
    """
    x, start = _start("flatten", x, start_axis)
    return x.reshape(_flat(x.shape, start))


def flatten_backward(grad_output: np.ndarray, x: np.ndarray, start_axis: int = 1) -> np.ndarray:
    """Return the gradient of x: the same numbers in x's shape."""
    x, start = _start("flatten_backward", x, start_axis)
    grad = same_shape(grad_output, _flat(x.shape, start), "flatten_backward")
    return grad.reshape(x.shape).astype(floating(x)[0], copy=False)

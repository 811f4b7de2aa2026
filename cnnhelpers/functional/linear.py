"""The dense layer, and flattening before it."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import array, cast, floating, ready, same_shape
from cnnhelpers.functional.checked import dense
from cnnhelpers.functional.fast import results, workers
from cnnhelpers.shapes import whole_number


def linear(x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    """Return ``x @ weight.T + bias``: x (..., in_features) to (..., out_features).

    weight has shape (out_features, in_features), as in PyTorch.

    Raises:
        TypeError: an array does not hold numbers.
        ValueError: the shapes do not fit together.
    """
    x, weight, bias, dtype = dense("linear", x, weight, bias)
    output = results.empty((*x.shape[:-1], len(weight)), x.dtype)
    rows = x.reshape(math.prod(x.shape[:-1]), x.shape[-1])
    flat = output.reshape(len(rows), len(weight))

    def work(start: int, stop: int) -> None:
        flat[:, start:stop] = (weight[start:stop] @ rows.T).T  # sooner than rows @ weight.T

    workers.share(len(weight), work, weight.size + rows.size)
    if bias is not None:
        output += bias
    return cast(output, dtype)


def linear_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients of x, weight and bias, given that of the output (..., out_features)."""
    x, weight, _, dtype = dense("linear_backward", x, weight, None, gradient=True)
    grad = same_shape(grad_output, (*x.shape[:-1], len(weight)), "linear_backward")
    grad = ready(grad, x.dtype)
    count = math.prod(x.shape[:-1])
    rows, inputs = grad.reshape(count, grad.shape[-1]), x.reshape(count, x.shape[-1])
    grad_x, grad_weight = (results.empty(a.shape, x.dtype) for a in (x, weight))
    flat = grad_x.reshape(count, x.shape[-1])

    def of_x(start: int, stop: int) -> None:
        np.matmul(rows[start:stop], weight, out=flat[start:stop])

    def of_weight(start: int, stop: int) -> None:
        np.matmul(rows.T[start:stop], inputs, out=grad_weight[start:stop])

    workers.share(count, of_x, weight.size + rows.size)
    workers.share(len(weight), of_weight, weight.size + rows.size)
    return cast(grad_x, dtype), cast(grad_weight, dtype), cast(rows.sum(axis=0), dtype)


def _start(function: str, x: object, start_dim: int) -> tuple[np.ndarray, int]:
    x = array(x, f"{function}: x")
    start = whole_number(start_dim, f"{function}: start_dim", 0)
    if start >= max(1, x.ndim):
        raise ValueError(
            f"{function}: start_dim {start} does not exist in shape {x.shape}; "
            f"use 0 to {max(0, x.ndim - 1)}."
        )
    return x, start


def _flat(shape: tuple[int, ...], start: int) -> tuple[int, ...]:
    return (*shape[:start], math.prod(shape[start:]))


def flatten(x: np.ndarray, start_dim: int = 1) -> np.ndarray:
    """Return x with all axes from ``start_dim`` on made one: (N, C, H, W) to (N, C·H·W).

    A view where x is contiguous, as in PyTorch.
    """
    x, start = _start("flatten", x, start_dim)
    return x.reshape(_flat(x.shape, start))


def flatten_backward(grad_output: np.ndarray, x: np.ndarray, start_dim: int = 1) -> np.ndarray:
    """Return the gradient of x: the same numbers in x's shape."""
    x, start = _start("flatten_backward", x, start_dim)
    grad = same_shape(grad_output, _flat(x.shape, start), "flatten_backward")
    return grad.reshape(x.shape).astype(floating(x)[0], copy=False)

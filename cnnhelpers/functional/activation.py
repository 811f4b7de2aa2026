"""Activations: one number in, one number out (softmax: one row in, one row out). Notebook 11.

Each ``*_backward(grad_output, x, ...)`` takes the forward function's input. float16 is computed in
float32; whole numbers are computed in float64, except by ``relu``, which keeps them whole.
"""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import (
    array,
    choice,
    existing_dim,
    floating,
    real_number,
    same_shape,
)
from cnnhelpers.functional.fast import results
from cnnhelpers.functional.fast.masks import keep


def _open(function: str, x: object) -> tuple[np.ndarray, np.dtype]:
    """Return x in the dtype to compute in, and the dtype of the answer."""
    x = array(x, f"{function}: x")
    dtype, working = floating(x)
    return x.astype(working, copy=False), dtype


def _open_backward(
    function: str, grad_output: object, x: object
) -> tuple[np.ndarray, np.ndarray, np.dtype]:
    x, dtype = _open(function, x)
    grad = same_shape(grad_output, x.shape, function).astype(x.dtype, copy=False)
    return grad, x, dtype


def relu(x: np.ndarray) -> np.ndarray:
    """Return ``max(x, 0)`` element by element, in x's dtype."""
    x = array(x, "relu: x")
    zero = np.zeros([1] * x.ndim, x.dtype)  # faster than the number 0
    return np.maximum(x, zero, out=results.empty(x.shape, x.dtype))


def relu_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x: that of the output where x > 0, else 0 (at 0, too).

    A NaN lets it through, as in PyTorch.
    """
    grad, x, dtype = _open_backward("relu_backward", grad_output, x)
    return keep(grad, ~(x <= 0)).astype(dtype, copy=False)


def leaky_relu(x: np.ndarray, negative_slope: float = 0.01) -> np.ndarray:
    """Return x where x > 0, else ``negative_slope * x``."""
    x, dtype = _open("leaky_relu", x)
    slope = real_number(negative_slope, "leaky_relu: negative_slope")
    return np.where(x > 0, x, slope * x).astype(dtype, copy=False)


def leaky_relu_backward(
    grad_output: np.ndarray, x: np.ndarray, negative_slope: float = 0.01
) -> np.ndarray:
    """Return the gradient of x: that of the output, times the slope where x <= 0."""
    grad, x, dtype = _open_backward("leaky_relu_backward", grad_output, x)
    slope = real_number(negative_slope, "leaky_relu_backward: negative_slope")
    return np.where(x > 0, grad, slope * grad).astype(dtype, copy=False)


def _sigmoid(x: np.ndarray) -> np.ndarray:
    small = np.exp(-np.abs(x))  # never above 1, so it cannot overflow
    return np.where(x >= 0, 1, small) / (1 + small)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return ``1 / (1 + exp(-x))``, without overflow for large negative x."""
    x, dtype = _open("sigmoid", x)
    return _sigmoid(x).astype(dtype, copy=False)


def sigmoid_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x: ``grad_output * s * (1 - s)`` with ``s = sigmoid(x)``."""
    grad, x, dtype = _open_backward("sigmoid_backward", grad_output, x)
    s = _sigmoid(x)
    return (grad * s * (1 - s)).astype(dtype, copy=False)


def tanh(x: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent."""
    x, dtype = _open("tanh", x)
    return np.tanh(x).astype(dtype, copy=False)


def tanh_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x: ``grad_output * (1 - tanh(x) ** 2)``."""
    grad, x, dtype = _open_backward("tanh_backward", grad_output, x)
    return (grad * (1 - np.tanh(x) ** 2)).astype(dtype, copy=False)


def _normal_cdf(x: np.ndarray) -> np.ndarray:
    """Return the normal distribution function. NumPy has no erf, so math.erf, one by one."""
    erf = np.fromiter(map(math.erf, (x / math.sqrt(2)).ravel().tolist()), x.dtype, x.size)
    return (0.5 * (1 + erf)).reshape(x.shape)


def gelu(x: np.ndarray, approximate: str = "none") -> np.ndarray:
    """Return ``x * Phi(x)``, Phi the normal distribution function; ``approximate="tanh"`` is fast.

    Source: Hendrycks and Gimpel (2016), "Gaussian error linear units".
    """
    x, dtype = _open("gelu", x)
    cdf = _tanh_cdf(x)[0] if _approximate("gelu", approximate) else _normal_cdf(x)
    return (x * cdf).astype(dtype, copy=False)


def gelu_backward(grad_output: np.ndarray, x: np.ndarray, approximate: str = "none") -> np.ndarray:
    """Return the gradient of x: ``grad_output * (Phi(x) + x * Phi'(x))``."""
    grad, x, dtype = _open_backward("gelu_backward", grad_output, x)
    if _approximate("gelu_backward", approximate):
        cdf, density = _tanh_cdf(x)
    else:
        cdf, density = _normal_cdf(x), np.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)
    return (grad * (cdf + x * density)).astype(dtype, copy=False)


def _approximate(function: str, approximate: str) -> bool:
    return choice(approximate, f"{function}: approximate", "none", "tanh") == "tanh"


def _tanh_cdf(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the tanh approximation of Phi, and its derivative."""
    scale = math.sqrt(2 / math.pi)
    t = np.tanh(scale * (x + 0.044715 * x**3))
    return 0.5 * (1 + t), 0.5 * (1 - t * t) * scale * (1 + 3 * 0.044715 * x * x)


# Softmax ----------------------------------------------------------------------------------------


def _log_softmax(x: np.ndarray, axis: int) -> np.ndarray:
    """Return ``x - log(sum(exp(x)))``; the maximum goes first, so that exp cannot overflow."""
    if not x.size:
        return x.copy()
    shifted = x - x.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def softmax(x: np.ndarray, dim: int = -1) -> np.ndarray:
    """Return ``exp(x) / sum(exp(x))`` along ``dim``: positive numbers that add up to 1."""
    x, dtype = _open("softmax", x)
    return np.exp(_log_softmax(x, existing_dim("softmax", x.ndim, dim))).astype(dtype, copy=False)


def softmax_backward(grad_output: np.ndarray, x: np.ndarray, dim: int = -1) -> np.ndarray:
    """Return the gradient of x: ``p * (grad_output - sum(p * grad_output))``, p the softmax."""
    grad, x, dtype = _open_backward("softmax_backward", grad_output, x)
    p = np.exp(_log_softmax(x, existing_dim("softmax_backward", x.ndim, dim)))
    grad = p * (grad - (p * grad).sum(axis=dim, keepdims=True))
    return grad.astype(dtype, copy=False)


def log_softmax(x: np.ndarray, dim: int = -1) -> np.ndarray:
    """Return the logarithm of the softmax, exact where the softmax itself rounds to 0."""
    x, dtype = _open("log_softmax", x)
    return _log_softmax(x, existing_dim("log_softmax", x.ndim, dim)).astype(dtype, copy=False)


def log_softmax_backward(grad_output: np.ndarray, x: np.ndarray, dim: int = -1) -> np.ndarray:
    """Return the gradient of x: ``grad_output - p * sum(grad_output)``, p the softmax."""
    grad, x, dtype = _open_backward("log_softmax_backward", grad_output, x)
    p = np.exp(_log_softmax(x, existing_dim("log_softmax_backward", x.ndim, dim)))
    return (grad - p * grad.sum(axis=dim, keepdims=True)).astype(dtype, copy=False)

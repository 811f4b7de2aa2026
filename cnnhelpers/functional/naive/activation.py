"""Activations as readable loops, number by number."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import (
    array,
    floating,
    real_number,
    same_shape,
)


def relu(x: np.ndarray) -> np.ndarray:
    """Return ``max(x, 0)`` element by element."""
    output = np.array(array(x, "relu: x"))
    for at in np.ndindex(output.shape):
        if output[at] < 0:
            output[at] = 0
    return output


def relu_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x: that of the output where x > 0, else 0."""
    x = array(x, "relu_backward: x")
    grad_output = same_shape(grad_output, x.shape, "relu_backward")
    grad_x = np.zeros(x.shape, floating(x)[0])
    for at in np.ndindex(x.shape):
        if not x[at] <= 0:  # NaN is not, either
            grad_x[at] = grad_output[at]
    return grad_x


def _each(function: str, x: np.ndarray, formula) -> np.ndarray:
    """Return ``formula`` of each number."""
    x = array(x, f"{function}: x")
    dtype, working = floating(x)
    output = np.zeros(x.shape, working)
    for at in np.ndindex(x.shape):
        output[at] = formula(float(x[at]))
    return output.astype(dtype)


def leaky_relu(x: np.ndarray, negative_slope: float = 0.01) -> np.ndarray:
    """Return x where x > 0, else ``negative_slope * x``."""
    slope = real_number(negative_slope, "leaky_relu: negative_slope")
    return _each("leaky_relu", x, lambda value: value if value > 0 else slope * value)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return ``1 / (1 + exp(-x))``."""

    def formula(value: float) -> float:
        if value < 0:  # exp of a large number overflows
            return math.exp(value) / (1 + math.exp(value))
        return 1 / (1 + math.exp(-value))

    return _each("sigmoid", x, formula)


def tanh(x: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent, ``2 * sigmoid(2 * x) - 1``."""
    return _each("tanh", x, math.tanh)

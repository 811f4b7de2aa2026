"""Are the gradients right? Central differences answer without any other library. Notebook 09."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from cnnhelpers import nn


def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-6
) -> np.ndarray:
    """Return ``(f(x + h) - f(x - h)) / 2h`` for each number of x, in float64.

    ``function`` takes an array like x and returns one number. The error is of the order of h²
    plus rounding / h: about 1e-9 for h = 1e-6 and functions of the size of 1.
    """
    x = np.array(x, np.float64)
    grad = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        kept = x[at]
        x[at] = kept + step
        above = function(x)
        x[at] = kept - step
        below = function(x)
        x[at] = kept
        grad[at] = (above - below) / (2 * step)
    return grad


def largest_error(ours: np.ndarray, numerical: np.ndarray) -> float:
    """Return the largest difference, relative to the largest number (but at least 1)."""
    if np.shape(ours) != np.shape(numerical):
        raise ValueError(
            f"gradcheck: the gradient has shape {np.shape(ours)}, expected {np.shape(numerical)}."
        )
    if not np.size(ours):
        return 0.0
    scale = max(1.0, float(np.abs(numerical).max()))
    return float(np.abs(ours - numerical).max()) / scale


def gradcheck(
    forward: Callable[..., np.ndarray],
    backward: Callable[..., np.ndarray | Sequence[np.ndarray]],
    *arrays: np.ndarray,
    seed: int = 0,
    step: float = 1e-6,
) -> list[float]:
    """Return the error of each of ``backward``'s gradients against central differences.

    ``forward(*arrays)`` gives the output, ``backward(grad_output, *arrays)`` the gradients of the
    arrays, in order. The upstream gradient is *random*: one of ones would hide a wrong sum.
    """
    arrays = [np.array(array, np.float64) for array in arrays]
    output = np.asarray(forward(*arrays))
    upstream = np.random.default_rng(seed).standard_normal(output.shape)
    grads = backward(upstream, *arrays)
    grads = [grads] if isinstance(grads, np.ndarray) else list(grads)
    errors = []
    for number, grad in enumerate(grads[: len(arrays)]):

        def total(x, number=number):
            changed = [*arrays[:number], x, *arrays[number + 1 :]]
            return float(np.sum(upstream * forward(*changed)))

        errors.append(largest_error(grad, numerical_gradient(total, arrays[number], step)))
    return errors


def gradcheck_module(
    module: nn.Module, x: np.ndarray, *, seed: int = 0, step: float = 1e-6
) -> dict[str, float]:
    """Return the errors of a layer's or network's gradients, of ``x`` and by parameter name.

    The module must be in float64: ``module.astype(np.float64)``.
    """
    x = np.array(x, np.float64)
    upstream = np.random.default_rng(seed).standard_normal(module(x).shape)
    module.zero_grad()
    errors = {}

    def total(x: np.ndarray) -> float:
        return float(np.sum(upstream * module(x)))

    module(x)
    grad_x = module.backward(upstream)
    grads = {name: parameter.grad for name, parameter in module.named_parameters()}
    errors["x"] = largest_error(grad_x, numerical_gradient(total, x, step))
    for name, parameter in module.named_parameters():
        if parameter.data.dtype != np.float64:
            raise TypeError(f"gradcheck: {name} must be float64; use module.astype(np.float64).")
        kept = parameter.data

        def changed(value: np.ndarray, parameter=parameter) -> float:
            parameter.data = value
            return total(x)

        errors[name] = largest_error(grads[name], numerical_gradient(changed, kept, step))
        parameter.data = kept
    return errors

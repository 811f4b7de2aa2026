"""Are the gradients right? Central differences answer without any other library. Notebook 09.

An error is the largest difference, divided by the largest number of the numerical gradient: 1 means
that it is as wrong as the gradient is large. Right gradients come to some 1e-8, wrong ones to 1e-3
and much more. Rounding limits what differences can tell: a gradient that is tiny beside the output
itself is measured against that limit (see :func:`largest_error`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional.arguments import array, real_number
from cnnhelpers.nn.module import checked_module

ROUNDING = float(np.finfo(np.float64).eps)
ERROR = 1e-8  # what is left of a right gradient's error, at most, when rounding is all there is


def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-6
) -> np.ndarray:
    """Return ``(f(x + h) - f(x - h)) / 2h`` for each number of x, in float64.

    ``function`` takes an array like x and returns one number. The error is of the order of h²
    plus rounding / h: about 1e-9 for h = 1e-6 and functions of the size of 1.

    Raises:
        TypeError: x does not hold real numbers, or ``step`` is none.
        ValueError: the function's value is not one finite number, or ``step`` is not above 0.
    """
    name = "numerical_gradient"

    def value(x: np.ndarray) -> np.ndarray:
        given = np.asarray(function(x), np.float64)
        if given.size != 1:
            raise ValueError(
                f"{name}: the function returns {given.size} numbers; it must be one."
            )
        return given.reshape(())

    x, step = array(x, f"{name}: x"), _above_0(step, name)
    return _differences(value, np.ones(()), x, step, name)[0]


def _above_0(step: object, name: str) -> float:
    number = real_number(step, f"{name}: step", 0)
    if not number:
        raise ValueError(f"{name}: step must be above 0, for example 1e-6.")
    return number


def _differences(
    function: Callable[[np.ndarray], np.ndarray],
    upstream: np.ndarray,
    x: np.ndarray,
    step: float,
    name: str = "gradcheck",
) -> tuple[np.ndarray, float]:
    """Return the gradient of ``sum(upstream * function(x))``, and how far rounding may put it off.

    Outputs are subtracted before they are added up: those that x does not move cancel exactly.
    """
    x = np.array(x, np.float64)
    grad, largest = np.zeros_like(x), 0.0
    for at in np.ndindex(x.shape):
        kept = x[at]
        x[at] = kept + step
        above = np.array(function(x), np.float64)
        x[at] = kept - step
        below = np.array(function(x), np.float64)
        x[at] = kept
        moved = above != below
        if not np.isfinite(above).all() or not np.isfinite(below).all():
            raise ValueError(
                f"{name}: near number {at} of x the function is not finite, so it has no "
                "gradient there; choose other numbers."
            )
        largest = max(largest, float(np.abs(upstream * above)[moved].max(initial=0)))
        grad[at] = np.sum(upstream * (above - below)) / (2 * step)
    if not largest and x.size:  # nothing moves the outputs: measured against all of them
        largest = float(np.abs(upstream * function(x)).max(initial=0))
    return grad, ROUNDING * largest / step


def largest_error(ours: np.ndarray, numerical: np.ndarray, rounding: float = 0.0) -> float:
    """Return the largest difference, relative to the largest number of the numerical gradient.

    ``rounding`` is how far the numerical gradient may be off by rounding; the scale is not less
    than 1e8 times that, so that a right gradient has an error of some 1e-8 at most. Infinite, where
    ours has a number that is not finite.

    Raises:
        ValueError: the shapes differ.
    """
    ours, numerical = np.asarray(ours), np.asarray(numerical)
    if ours.shape != numerical.shape:
        raise ValueError(
            f"gradcheck: the gradient has shape {ours.shape}, expected {numerical.shape}."
        )
    difference = float(np.abs(ours - numerical).max(initial=0))
    if not math.isfinite(difference):
        return math.inf
    scale = max(float(np.abs(numerical).max(initial=0)), rounding / ERROR)
    if scale == 0:
        return math.inf if difference else 0.0
    return difference / scale


def gradcheck(
    forward: Callable[..., np.ndarray],
    backward: Callable[..., np.ndarray | Sequence[np.ndarray]],
    *arrays: np.ndarray,
    seed: int = 0,
    step: float = 1e-6,
) -> list[float]:
    """Return the error of each of ``backward``'s gradients against central differences.

    ``forward(*arrays)`` gives the output, ``backward(grad_output, *arrays)`` the gradients of the
    arrays, in order. Further gradients, such as that of a bias which is not passed, are not looked
    at. The upstream gradient is *random*: one of ones would hide a wrong sum.

    Raises:
        TypeError: an array does not hold real numbers.
        ValueError: a gradient is missing or has another shape, forward depends on chance, or its
            output is not finite.
    """
    step = _above_0(step, "gradcheck")
    given = [np.array(array(one, "gradcheck: an array"), np.float64) for one in arrays]
    if not given:
        raise ValueError("gradcheck: pass the arrays whose gradients are to be checked.")
    output = _same_twice(lambda: np.array(forward(*given), np.float64))
    upstream = np.random.default_rng(seed).standard_normal(output.shape)
    answer = backward(upstream.copy(), *(one.copy() for one in given))
    grads = list(answer) if isinstance(answer, (tuple, list)) else [answer]
    if len(grads) < len(given):
        raise ValueError(
            f"gradcheck: backward returned {len(grads)} gradients for {len(given)} arrays; "
            "return one for each, in order."
        )
    errors = []
    for number, (grad, x) in enumerate(zip(grads, given)):
        if grad is None:
            raise ValueError(f"gradcheck: backward returned None for array {number}.")

        def changed(x: np.ndarray, number: int = number) -> np.ndarray:
            return forward(*given[:number], x, *given[number + 1 :])

        errors.append(largest_error(grad, *_differences(changed, upstream, x, step)))
    return errors


def gradcheck_module(
    module: nn.Module, x: np.ndarray, *, seed: int = 0, step: float = 1e-6
) -> dict[str, float]:
    """Return the errors of a layer's or network's gradients, of ``x`` and by parameter name.

    The module must be in float64: ``module.astype(np.float64)``. It is left as it was, gradients
    apart, which are those of this check.

    Raises:
        TypeError: it is not such a module.
        ValueError: a gradient is missing or has another shape, or the output depends on chance.
    """
    module = checked_module(module, "gradcheck: module")
    for name, parameter in module.named_parameters():
        if parameter.data.dtype != np.float64:
            raise TypeError(f"gradcheck: {name} must be float64; use module.astype(np.float64).")
    x, step = np.array(array(x, "gradcheck: x"), np.float64), _above_0(step, "gradcheck")
    buffers = [(owner, key, np.array(getattr(owner, key))) for owner, key in _buffers(module)]

    def output() -> np.ndarray:
        return np.array(module(x), np.float64)

    def at(value: np.ndarray) -> np.ndarray:
        return module(value)

    try:
        upstream = np.random.default_rng(seed).standard_normal(_same_twice(output).shape)
        module.zero_grad()
        module(x.copy())
        grad_x = module.backward(upstream.copy())
        grads = {name: parameter.grad for name, parameter in module.named_parameters()}
        errors = {"x": largest_error(grad_x, *_differences(at, upstream, x, step))}
        for name, parameter in module.named_parameters():
            if grads[name] is None:
                raise ValueError(f"gradcheck: backward gave {name} no gradient.")
            kept = parameter.data

            def changed(value: np.ndarray, parameter: nn.Parameter = parameter) -> np.ndarray:
                parameter.data = value
                return module(x)

            try:
                numerical = _differences(changed, upstream, kept, step)
            finally:
                parameter.data = kept
            errors[name] = largest_error(grads[name], *numerical)
    finally:
        for owner, key, value in buffers:
            setattr(owner, key, value)
    return errors


def _buffers(module: nn.Module) -> list[tuple[nn.Module, str]]:
    """Return whose attributes a forward pass may move: running statistics."""
    return [
        (owner, key) for _, owner, key in module.places() if not isinstance(owner, nn.Parameter)
    ]


def _same_twice(output: Callable[[], np.ndarray]) -> np.ndarray:
    """Return the output, if it is finite and comes again.

    Raises:
        ValueError: it is not finite, or chance has a part in it.
    """
    first, second = output(), output()
    if not np.isfinite(first).all():
        raise ValueError(
            "gradcheck: the output is not finite, so it has no gradient; choose other numbers."
        )
    if first.shape != second.shape or not np.array_equal(first, second):
        raise ValueError(
            "gradcheck: twice the same input gives two outputs, so chance has a part in it; switch "
            "dropout off with eval(), or use the same mask for every call."
        )
    return first

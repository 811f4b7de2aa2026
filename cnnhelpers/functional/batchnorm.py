"""Batch normalisation: each channel by its mean and variance over the batch. Notebook 12.

Source: Ioffe and Szegedy (2015), "Batch normalization". PyTorch's conventions: normalised by the
biased variance, eps inside the root; ``running_var`` keeps the unbiased one; momentum is the share
of the *new* value. Each pass goes through the batch image by image, so that what one line has
touched is still in the cache for the next.
"""

from __future__ import annotations

import threading
from typing import NamedTuple

import numpy as np

from . import workers
from .arguments import array, flag, floating, ready, real_number, same_shape
from .norm import Gradients, _per_channel


class _Batch(NamedTuple):
    """The checked arguments: x as (N, C, pixels), and mean and 1 / deviation of each channel."""

    x: np.ndarray
    mean: np.ndarray
    inverse: np.ndarray
    weight: np.ndarray
    bias: np.ndarray
    shape: tuple[int, ...]
    dtype: np.dtype


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

    ``training=False`` normalises by the running statistics. ``training=True`` normalises by the
    batch's own and moves the running ones, where given, towards them *in place*, as PyTorch does:
    the only arguments that any operation here changes.

    Raises:
        TypeError: an argument does not hold numbers.
        ValueError: shapes do not fit, or a channel has a single number to take statistics of.
    """
    share = real_number(momentum, "batch_norm: momentum", 0, 1)
    running = running_mean, running_var
    given = _given("batch_norm", x, *running, weight, bias, training, eps, share)
    scale = (given.weight * given.inverse)[:, None]
    shift = (given.bias - given.mean * given.weight * given.inverse)[:, None]
    output = np.empty(given.x.shape, given.x.dtype)

    def images(start: int, stop: int) -> None:
        for n in range(start, stop):
            np.multiply(given.x[n], scale, out=output[n])
            output[n] += shift

    workers.share(len(output), images)
    return output.reshape(given.shape).astype(given.dtype, copy=False)


def batch_norm_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    running_mean: np.ndarray | None = None,
    running_var: np.ndarray | None = None,
    weight: np.ndarray | None = None,
    *,
    training: bool = False,
    eps: float = 1e-5,
) -> Gradients:
    """Return the gradients of x, weight and bias (those for a weight of ones, where none is).

    In training mean and variance depend on x, too: the gradient loses its mean and its part along
    the normalised x. In evaluation they are constants.
    """
    name = "batch_norm_backward"
    given = _given(name, x, running_mean, running_var, weight, None, training, eps)
    grad = ready(same_shape(grad_output, given.shape, name), given.x.dtype).reshape(given.x.shape)
    channels, count = len(given.mean), max(1, grad.size // max(1, len(given.mean)))
    ones = np.ones(grad.shape[2], grad.dtype)
    grad_bias, along = np.zeros(channels, grad.dtype), np.zeros(channels, grad.dtype)
    lock = threading.Lock()

    def sums(start: int, stop: int) -> None:
        bias, weight = np.zeros_like(grad_bias), np.zeros_like(along)
        centred = workers.buffer("centred", grad.shape[1:], grad.dtype)
        for n in range(start, stop):
            bias += grad[n] @ ones
            np.subtract(given.x[n], given.mean[:, None], out=centred)
            weight += np.einsum("cp,cp->c", centred, grad[n])
        with lock:
            np.add(grad_bias, bias, out=grad_bias)
            np.add(along, weight, out=along)

    workers.share(len(grad), sums)
    grad_weight = along * given.inverse
    grad_x = np.empty(grad.shape, grad.dtype)
    direct = (given.weight * given.inverse)[:, None]
    if training:
        through = -direct * (given.inverse * grad_weight)[:, None] / count
        constant = -direct * grad_bias[:, None] / count - through * given.mean[:, None]

    def images(start: int, stop: int) -> None:
        part = workers.buffer("centred", grad.shape[1:], grad.dtype)
        for n in range(start, stop):
            np.multiply(grad[n], direct, out=grad_x[n])
            if training:
                np.multiply(given.x[n], through, out=part)
                part += constant
                grad_x[n] += part

    workers.share(len(grad), images)
    grads = grad_x.reshape(given.shape), grad_weight, grad_bias
    return tuple(g.astype(given.dtype, copy=False) for g in grads)


def _given(
    function, x, running_mean, running_var, weight, bias, training, eps, momentum=None
) -> _Batch:
    x, eps = array(x, f"{function}: x"), real_number(eps, f"{function}: eps", 0)
    if x.ndim < 2:
        raise ValueError(f"{function}: x must have axes (N, C, ...), not shape {x.shape}.")
    channels, (dtype, working) = x.shape[1], floating(x)
    mean = _per_channel(function, "running_mean", running_mean, channels, 0, working)
    var = _per_channel(function, "running_var", running_var, channels, 1, working)
    weight = _per_channel(function, "weight", weight, channels, 1, working)
    bias = _per_channel(function, "bias", bias, channels, 0, working)
    rows = ready(x, working).reshape(len(x), channels, int(np.prod(x.shape[2:])))
    if flag(training, f"{function}: training"):
        count = len(rows) * rows.shape[2]
        if count == 1:
            raise ValueError(
                f"{function}: in training each channel needs more than one number, but x has shape "
                f"{x.shape}; use a larger batch or larger images."
            )
        mean, var = _statistics(rows)
        if momentum is not None and x.size:
            _move(function, "running_mean", running_mean, mean, momentum)
            _move(function, "running_var", running_var, var * (count / (count - 1)), momentum)
    elif running_mean is None or running_var is None:
        raise ValueError(
            f"{function}: evaluation needs running_mean and running_var; "
            "pass them, or training=True."
        )
    return _Batch(rows, mean, 1 / np.sqrt(var + eps), weight, bias, x.shape, dtype)


def _statistics(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and biased variance of each channel; two passes, so that nothing cancels."""
    batch, channels, pixels = rows.shape
    count, ones = max(1, batch * pixels), np.ones(pixels, rows.dtype)
    means, squares = np.zeros((2, batch, channels), rows.dtype)

    def sums(start: int, stop: int) -> None:
        for n in range(start, stop):
            means[n] = rows[n] @ ones

    workers.share(batch, sums)
    mean = means.sum(axis=0) / count

    def deviations(start: int, stop: int) -> None:
        centred = workers.buffer("centred", (channels, pixels), rows.dtype)
        for n in range(start, stop):
            np.subtract(rows[n], mean[:, None], out=centred)
            squares[n] = np.einsum("cp,cp->c", centred, centred)

    workers.share(batch, deviations)
    return mean, squares.sum(axis=0) / count


def _move(function: str, name: str, running: np.ndarray | None, new: np.ndarray, share: float):
    if running is None:
        return
    if not isinstance(running, np.ndarray) or running.dtype.kind != "f":
        raise TypeError(
            f"{function}: {name} is changed in training and must be an array of real numbers."
        )
    running *= 1 - share
    running += share * new

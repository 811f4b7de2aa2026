"""Batch normalisation: each channel by its mean and variance over the batch. Notebook 12.

Source: Ioffe and Szegedy (2015), "Batch normalization". PyTorch's conventions: normalised by the
biased variance, eps inside the root; ``running_var`` keeps the unbiased one; momentum is the share
of the *new* value. A channel knows nothing of the others: some channels at a time go through all
steps, so that what one line has touched is still in the cache for the next.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import ready, real_number, same_shape
from cnnhelpers.functional.fast import results, workers
from cnnhelpers.functional.norm import Gradients

AT_ONCE = 1 << 19  # numbers, of all channels that are done together


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
        ValueError: shapes do not fit, a channel has a single number to take statistics of, or
            statistics that should move are read-only.
    """
    momentum = real_number(momentum, "batch_norm: momentum", 0, 1)
    running = running_mean, running_var
    given = checked.batch_norm("batch_norm", x, *running, weight, bias, training, eps)
    if training:
        checked.changeable("batch_norm", running_mean=running_mean, running_var=running_var)
    output = results.empty(given.x.shape, given.x.dtype)
    mean, var = np.zeros_like(given.weight), np.ones_like(given.weight)

    def work(start: int, stop: int) -> None:
        for part in _parts(start, stop, given.x):
            centred, mean[part], var[part] = _centred(given, part)
            scale = given.weight[part] / np.sqrt(var[part] + given.eps)
            np.multiply(centred, scale[:, None], out=centred)
            np.add(centred, given.bias[part, None], out=output[:, part])

    workers.share(len(mean), work)
    if training and output.size:
        count = output.size // len(mean)
        _move(running_mean, mean, momentum)
        _move(running_var, var * (count / (count - 1)), momentum)
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
    given = checked.batch_norm(name, x, running_mean, running_var, weight, None, training, eps)
    grad = ready(same_shape(grad_output, given.shape, name), given.x.dtype).reshape(given.x.shape)
    count = max(1, grad.size // max(1, len(given.weight)))
    grad_x = results.empty(grad.shape, grad.dtype)
    grad_weight, grad_bias = np.zeros((2, len(given.weight)), grad.dtype)

    def work(start: int, stop: int) -> None:
        for part in _parts(start, stop, grad):
            centred, _, var = _centred(given, part)
            inverse = 1 / np.sqrt(var + given.eps)
            grad_bias[part] = _sums(grad[:, part])
            grad_weight[part] = _dots(centred, grad[:, part]) * inverse
            direct = given.weight[part] * inverse
            if not training:
                np.multiply(grad[:, part], direct[:, None], out=grad_x[:, part])
                continue
            np.multiply(centred, (inverse * grad_weight[part])[:, None] / -count, out=centred)
            np.subtract(centred, grad_bias[part, None] / count, out=centred)
            np.add(centred, grad[:, part], out=centred)
            np.multiply(centred, direct[:, None], out=grad_x[:, part])

    workers.share(len(given.weight), work)
    grads = grad_x.reshape(given.shape), grad_weight, grad_bias
    return tuple(g.astype(given.dtype, copy=False) for g in grads)


def _parts(start: int, stop: int, x: np.ndarray) -> Iterator[slice]:
    """Yield slices of the channels of x (N, C, pixels)."""
    step = max(1, AT_ONCE // max(1, len(x) * x.shape[2]))
    for first in range(start, stop, step):
        yield slice(first, min(first + step, stop))


def _sums(values: np.ndarray) -> np.ndarray:
    """Return the sum over each channel of (N, C, pixels)."""
    return (values @ np.ones(values.shape[2], values.dtype)).sum(axis=0)


def _dots(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the sum over each channel of the products."""
    return np.einsum("ncp,ncp->nc", a, b).sum(axis=0)


def _centred(given: checked.Batch, part: slice) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return some channels less their means, in a work buffer, and means and biased variances.

    The batch's own are found in two passes, so that nothing cancels.
    """
    x = given.x[:, part]
    count = max(1, len(x) * x.shape[2])
    mean = _sums(x) / count if given.mean is None else given.mean[part]
    centred = workers.buffer("centred", x.shape, x.dtype)
    np.subtract(x, mean[:, None], out=centred)
    var = _dots(centred, centred) / count if given.var is None else given.var[part]
    return centred, mean, var


def _move(running: np.ndarray | None, new: np.ndarray, share: float) -> None:
    if running is not None:
        running *= 1 - share
        running += share * new

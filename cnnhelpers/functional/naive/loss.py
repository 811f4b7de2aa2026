"""Softmax and cross-entropy as readable loops, row by row."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.arguments import (
    array,
    existing_dim,
    floating,
)


def _softmax(row: np.ndarray) -> list[float]:
    """Return the probabilities of one row; the largest number goes first, against overflow."""
    largest = max(row)
    exponentials = [math.exp(value - largest) for value in row]
    total = sum(exponentials)
    return [value / total for value in exponentials]


def softmax(x: np.ndarray, dim: int = -1) -> np.ndarray:
    """Return ``exp(x) / sum(exp(x))`` along ``dim``."""
    x = array(x, "softmax: x")
    dim, (dtype, working) = existing_dim("softmax", x.ndim, dim), floating(x)
    rows = np.moveaxis(x.astype(working), dim, -1)
    output = np.zeros_like(rows)
    for at in np.ndindex(rows.shape[:-1]):
        if rows.shape[-1]:
            output[at] = _softmax(rows[at])
    return np.moveaxis(output, -1, dim).astype(dtype)


def cross_entropy(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> np.ndarray:
    """Return ``-log softmax(logits)[label]``, its mean over the batch unless told otherwise."""
    name = "cross_entropy"
    logits, labels, _, smoothing, dtype = checked.loss(
        name, logits, labels, reduction, label_smoothing
    )
    losses = np.zeros(len(labels), logits.dtype)
    for n, (row, label) in enumerate(zip(logits, labels)):
        largest = max(row)
        log_total = largest + math.log(sum(math.exp(value - largest) for value in row))
        right = log_total - row[label]
        every = sum(log_total - value for value in row) / len(row)
        losses[n] = (1 - smoothing) * right + smoothing * every
    if reduction == "none":
        return losses.astype(dtype)
    total: float = sum(losses)
    if reduction == "mean":
        total = total / len(labels) if len(labels) else math.nan
    return dtype.type(total)


def cross_entropy_backward(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
    grad_output: np.ndarray | float = 1.0,
) -> np.ndarray:
    """Return the gradient of the logits: ``(softmax(logits) - target) / N``, times grad_output."""
    name = "cross_entropy_backward"
    given = checked.loss(name, logits, labels, reduction, label_smoothing)
    logits, labels, smoothing = given.logits, given.labels, given.smoothing
    grad, classes = np.zeros_like(logits), logits.shape[1]
    upstream = np.broadcast_to(checked.loss_upstream(name, grad_output, given), len(labels))
    for n, label in enumerate(labels):
        for c, probability in enumerate(_softmax(logits[n])):
            target = smoothing / classes + (1 - smoothing) * (c == label)
            grad[n, c] = (probability - target) * upstream[n]
            if reduction == "mean":
                grad[n, c] /= len(labels)
    return grad.astype(given.dtype)

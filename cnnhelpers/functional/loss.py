"""Cross-entropy: how surprised the network is by the right answer. Notebooks 09 and 13."""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional import checked
from cnnhelpers.functional.activation import log_softmax


def cross_entropy(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> np.ndarray:
    """Return ``-log softmax(logits)[label]``, its mean over the batch unless told otherwise.

    logits (N, classes) are the network's outputs before any softmax; labels (N,) are whole numbers
    below the number of classes. ``reduction``: 'mean' or 'sum' (a number), or 'none' (N,).
    ``label_smoothing`` gives that share of the target to all classes equally. NaN for the mean of
    an empty batch, as in PyTorch.

    Raises:
        TypeError: logits are not numbers, or labels are not whole numbers.
        ValueError: the shapes do not fit, or a label is not a class.
    """
    given = checked.loss("cross_entropy", logits, labels, reduction, label_smoothing)
    labels, smoothing = given.labels, given.smoothing
    log_p = log_softmax(given.logits, 1)
    losses = -log_p[np.arange(len(labels)), labels]
    if smoothing:
        losses = (1 - smoothing) * losses - smoothing * log_p.mean(axis=1)
    if reduction == "none":
        return losses.astype(given.dtype, copy=False)
    total = losses.sum()
    if reduction == "mean":
        total = total / len(labels) if len(labels) else np.nan
    return given.dtype.type(total)


def cross_entropy_backward(
    logits: np.ndarray,
    labels: np.ndarray,
    *,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
    grad_output: np.ndarray | float = 1.0,
) -> np.ndarray:
    """Return the gradient of the logits: ``(softmax(logits) - target) / N``, times grad_output.

    It usually starts the backward pass, so ``grad_output`` comes last and is 1 unless given; with
    ``reduction='none'`` it has one number for each image.
    """
    name = "cross_entropy_backward"
    given = checked.loss(name, logits, labels, reduction, label_smoothing)
    labels, smoothing = given.labels, given.smoothing
    grad = np.exp(log_softmax(given.logits, 1))
    grad -= smoothing / given.logits.shape[1]
    grad[np.arange(len(labels)), labels] -= 1 - smoothing
    upstream = checked.loss_upstream(name, grad_output, given).astype(grad.dtype, copy=False)
    grad *= upstream[:, None] if upstream.ndim else upstream
    if reduction == "mean" and len(labels):
        grad /= len(labels)
    return grad.astype(given.dtype, copy=False)

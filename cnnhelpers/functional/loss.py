"""Cross-entropy: how surprised the network is by the right answer. Notebooks 09 and 13."""

from __future__ import annotations

import numpy as np

from .activation import _log_softmax
from .arguments import array, choice, floating, real_number


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
    logits, labels, dtype = _checked("cross_entropy", logits, labels, reduction)
    smoothing = real_number(label_smoothing, "cross_entropy: label_smoothing", 0, 1)
    log_p = _log_softmax(logits, 1)
    losses = -log_p[np.arange(len(labels)), labels]
    if smoothing:
        losses = (1 - smoothing) * losses - smoothing * log_p.mean(axis=1)
    if reduction == "none":
        return losses.astype(dtype, copy=False)
    total = losses.sum()
    if reduction == "mean":
        total = total / len(labels) if len(labels) else np.nan
    return dtype.type(total)


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
    logits, labels, dtype = _checked(name, logits, labels, reduction)
    smoothing = real_number(label_smoothing, f"{name}: label_smoothing", 0, 1)
    grad = np.exp(_log_softmax(logits, 1))
    grad -= smoothing / logits.shape[1]
    grad[np.arange(len(labels)), labels] -= 1 - smoothing
    upstream = _upstream(name, grad_output, labels, reduction).astype(grad.dtype, copy=False)
    grad *= upstream[:, None] if upstream.ndim else upstream
    if reduction == "mean" and len(labels):
        grad /= len(labels)
    return grad.astype(dtype, copy=False)


def _upstream(function, grad_output, labels, reduction):
    """Return the upstream gradient: one number, or one for each image where nothing was added."""
    upstream = array(grad_output, f"{function}: grad_output")
    if upstream.shape not in ((), (len(labels),)[: reduction == "none"]):
        raise ValueError(
            f"{function}: grad_output has shape {upstream.shape}; pass one number, or with "
            f"reduction='none' one for each of the {len(labels)} images."
        )
    return upstream


def _checked(function, logits, labels, reduction):
    logits, labels = array(logits, f"{function}: logits"), np.asarray(labels)
    if logits.ndim != 2 or not logits.shape[1]:
        raise ValueError(
            f"{function}: logits must have 2 axes (N, classes), not shape {logits.shape}."
        )
    if labels.dtype.kind not in "iu" and labels.size:
        raise TypeError(
            f"{function}: labels must be whole numbers, not {labels.dtype}; "
            "pass the number of the right class for each image."
        )
    if labels.shape != logits.shape[:1]:
        raise ValueError(
            f"{function}: labels have shape {labels.shape}, but logits {logits.shape} need one "
            f"label for each of {len(logits)} images."
        )
    if labels.size and not 0 <= labels.min() <= labels.max() < logits.shape[1]:
        raise ValueError(
            f"{function}: labels go from {labels.min()} to {labels.max()}, but the classes from 0 "
            f"to {logits.shape[1] - 1}; check the number of outputs."
        )
    choice(reduction, f"{function}: reduction", "mean", "sum", "none")
    dtype, working = floating(logits)
    return logits.astype(working, copy=False), labels.astype(np.intp), dtype

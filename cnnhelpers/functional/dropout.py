"""Dropout: in training, random numbers of the activations are set to zero. Notebook 15.

Source: Srivastava et al. (2014), "Dropout: a simple way to prevent neural networks from
overfitting"; scaled in training instead of in evaluation, as PyTorch does.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.arguments import (
    array,
    flag,
    floating,
    generator,
    real_number,
    same_shape,
)


def dropout(
    x: np.ndarray, p: float = 0.5, *, training: bool = True, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return ``x * mask`` and the mask: 0 with probability p, else ``1 / (1 - p)``.

    So the expected value stays. In evaluation the mask is all ones. ``rng`` is the source of
    chance, for example ``np.random.default_rng(0)``.

    Raises:
        TypeError: x does not hold numbers, p is not one, or rng is not a generator.
        ValueError: p is not between 0 and 1.
    """
    x = array(x, "dropout: x")
    p = real_number(p, "dropout: p", 0, 1)
    rng = generator(rng, "dropout: rng")
    dtype, _ = floating(x)
    if not flag(training, "dropout: training") or p == 0:
        mask = np.ones(x.shape, dtype)
    elif p == 1:
        mask = np.zeros(x.shape, dtype)
    else:
        mask = (rng.random(x.shape, np.float32) >= p) * dtype.type(1 / (1 - p))
    return (x * mask).astype(dtype, copy=False), mask


def dropout_backward(grad_output: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Return the gradient of x: what was dropped gets none."""
    mask = array(mask, "dropout_backward: mask")
    return same_shape(grad_output, mask.shape, "dropout_backward") * mask

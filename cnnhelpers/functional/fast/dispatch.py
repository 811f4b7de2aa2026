"""Which algorithm computes a 2-D convolution: the one rule, for all operations.

Every algorithm is a module that keeps the protocol :class:`Algorithm`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from cnnhelpers.functional.fast import depthwise, im2col, pointwise, results, winograd, workers
from cnnhelpers.functional.windows import Windows

Both = Callable[[np.ndarray, np.ndarray, np.ndarray, Windows, int], tuple[np.ndarray, np.ndarray]]


class Algorithm(Protocol):
    """One way to compute a convolution, on contiguous floating arrays of at least one number."""

    gradients: Both | None  # (grad_output, x, weight, windows, groups) where the two share work

    def can(self, shape: tuple[int, ...], windows: Windows, groups: int) -> bool:
        """Return whether it can compute a convolution with a weight of ``shape``."""

    def forward(
        self,
        x: np.ndarray,
        weight: np.ndarray,
        bias: np.ndarray | None,
        windows: Windows,
        groups: int,
    ) -> np.ndarray:
        """Return the convolution (N, C_out, H_out, W_out)."""

    def input_gradient(
        self, grad_output: np.ndarray, weight: np.ndarray, windows: Windows, groups: int
    ) -> np.ndarray:
        """Return the gradient of x (N, C_in, H, W)."""

    def weight_gradient(
        self, grad_output: np.ndarray, x: np.ndarray, windows: Windows, groups: int
    ) -> np.ndarray:
        """Return the gradient of weight (C_out, C_in/groups, K_H, K_W)."""


ALGORITHMS: dict[str, Algorithm] = {
    "pointwise": pointwise,
    "depthwise": depthwise,
    "winograd": winograd,
    "im2col": im2col,
}

TOGETHER = 1 << 19  # numbers in x: up to here waking threads twice takes longer than a copy of x


def choose(
    shape: tuple[int, ...], windows: Windows, groups: int, dtype: np.dtype, algorithm: str = "auto"
) -> Algorithm:
    """Return the algorithm for a weight of ``shape``; "auto" chooses by the rule.

    Raises:
        ValueError: there is no such algorithm, or it cannot compute this convolution.
    """
    if algorithm == "auto":
        if pointwise.can(shape, windows, groups):
            return pointwise
        if depthwise.can(shape, windows, groups):
            return depthwise
        if winograd.can(shape, windows, groups) and winograd.pays(shape, dtype):
            return winograd
        return im2col
    able = [name for name, one in ALGORITHMS.items() if one.can(shape, windows, groups)]
    if algorithm not in able:
        raise ValueError(
            f"conv2d: algorithm {algorithm!r} cannot compute this convolution; "
            f"use 'auto' or {', '.join(map(repr, able))}."
        )
    return ALGORITHMS[algorithm]


def forward(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> np.ndarray:
    """Return the convolution (N, C_out, H_out, W_out)."""
    chosen = choose(weight.shape, windows, groups, x.dtype, algorithm)
    if not x.size:  # no images, or no channels: sums over nothing
        output = np.zeros((len(x), len(weight), *windows.output), x.dtype)
        return output if bias is None else output + bias[:, None, None]
    return chosen.forward(x, weight, bias, windows, groups)


def input_gradient(
    grad_output: np.ndarray,
    weight: np.ndarray,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> np.ndarray:
    """Return the gradient of x (N, C_in, H, W)."""
    chosen = choose(weight.shape, windows, groups, weight.dtype, algorithm)
    shape = len(grad_output), weight.shape[1] * groups, *windows.input
    if not grad_output.size or not weight.size:
        return np.zeros(shape, grad_output.dtype)
    return chosen.input_gradient(grad_output, weight, windows, groups)


def weight_gradient(
    grad_output: np.ndarray,
    x: np.ndarray,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> np.ndarray:
    """Return the gradient of weight (C_out, C_in/groups, K_H, K_W), summed over the batch."""
    shape = grad_output.shape[1], x.shape[1] // groups, *windows.kernel
    chosen = choose(shape, windows, groups, x.dtype, algorithm)
    if not x.size:
        return np.zeros(shape, x.dtype)
    return chosen.weight_gradient(grad_output, x, windows, groups)


def gradients(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> tuple[np.ndarray, np.ndarray]:
    """Return the gradients of x and weight, together where the algorithm can share work."""
    chosen = choose(weight.shape, windows, groups, x.dtype, algorithm)
    if chosen.gradients is not None and x.size and grad_output.size:
        return chosen.gradients(grad_output, x, weight, windows, groups)
    if grad_output.size and workers.threads() <= len(x) and 0 < x.size <= TOGETHER:
        grad_x = results.empty(x.shape, x.dtype)

        def work(start: int, stop: int) -> np.ndarray:
            grad = grad_output[start:stop]
            grad_x[start:stop] = chosen.input_gradient(grad, weight, windows, groups)
            return chosen.weight_gradient(grad, x[start:stop], windows, groups)

        return grad_x, sum(workers.share(len(x), work))
    return (
        input_gradient(grad_output, weight, windows, groups, algorithm),
        weight_gradient(grad_output, x, windows, groups, algorithm),
    )

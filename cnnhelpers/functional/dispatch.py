"""Which algorithm computes a 2-D convolution: the one rule, for all operations.

Every algorithm is a module with the same three functions, ``forward(x, weight, bias, windows,
groups)``, ``input_gradient(grad_output, weight, windows, groups)`` and ``weight_gradient(
grad_output, x, windows, groups)``, on contiguous floating arrays of at least one number.
"""

from __future__ import annotations

from types import ModuleType

import numpy as np

from . import im2col
from .arguments import Windows

ALGORITHMS = {"im2col": im2col}


def choose(shape: tuple[int, ...], windows: Windows, groups: int, algorithm: str) -> ModuleType:
    """Return the algorithm for a weight of ``shape``; "auto" chooses by the rule."""
    return ALGORITHMS["im2col"]


def forward(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> np.ndarray:
    """Return the convolution (N, C_out, H_out, W_out)."""
    if not x.size:  # no images, or no channels: sums over nothing
        output = np.zeros((len(x), len(weight), *windows.output), x.dtype)
        return output if bias is None else output + bias[:, None, None]
    chosen = choose(weight.shape, windows, groups, algorithm)
    return chosen.forward(x, weight, bias, windows, groups)


def input_gradient(
    grad_output: np.ndarray,
    weight: np.ndarray,
    windows: Windows,
    groups: int,
    algorithm: str = "auto",
) -> np.ndarray:
    """Return the gradient of x (N, C_in, H, W)."""
    shape = len(grad_output), weight.shape[1] * groups, *windows.input
    if not grad_output.size or not weight.size:
        return np.zeros(shape, grad_output.dtype)
    chosen = choose(weight.shape, windows, groups, algorithm)
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
    if not x.size:
        return np.zeros(shape, x.dtype)
    chosen = choose(shape, windows, groups, algorithm)
    return chosen.weight_gradient(grad_output, x, windows, groups)

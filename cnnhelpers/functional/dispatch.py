"""Which algorithm computes a 2-D convolution: the one rule, for all operations.

Every algorithm is a module with the same three functions, ``forward(x, weight, bias, windows,
groups)``, ``input_gradient(grad_output, weight, windows, groups)`` and ``weight_gradient(
grad_output, x, windows, groups)``, on contiguous floating arrays of at least one number.
"""

from __future__ import annotations

from types import ModuleType

import numpy as np

from . import depthwise, im2col, pointwise, winograd, workers
from .arguments import Windows

ALGORITHMS = {
    "im2col": im2col,
    "pointwise": pointwise,
    "depthwise": depthwise,
    "winograd": winograd,
}

TOGETHER = 1 << 19  # numbers in x: up to here waking threads twice takes longer than a copy of x


def choose(
    shape: tuple[int, ...], windows: Windows, groups: int, dtype: np.dtype, algorithm: str = "auto"
) -> ModuleType:
    """Return the algorithm for a weight of ``shape``; "auto" chooses by the rule.

    Winograd is for float32 alone: float64 is asked for where the last digits matter.

    Raises:
        ValueError: there is no such algorithm, or it cannot compute this convolution.
    """
    (filters, depth), kernel = shape[:2], windows.kernel
    dense = windows.stride == (1, 1) == windows.dilation
    can = {
        "im2col": True,
        "pointwise": dense and kernel == (1, 1) and windows.padding == ((0, 0), (0, 0)),
        "depthwise": depth == 1 < groups,
        "winograd": dense
        and kernel in ((3, 3), (5, 5))
        and groups == 1
        and max(map(max, windows.padding)) < kernel[0],
    }
    if algorithm == "auto":
        many = {3: 32, 5: 16}.get(kernel[0], 1)  # channels from which on the transforms pay
        if can["pointwise"]:
            algorithm = "pointwise"
        elif can["depthwise"]:
            algorithm = "depthwise"
        elif can["winograd"] and dtype == np.float32 and min(filters, depth) >= many:
            algorithm = "winograd"
        else:
            algorithm = "im2col"
    if not can.get(algorithm):
        raise ValueError(
            f"conv2d: algorithm {algorithm!r} cannot compute this convolution; "
            f"use 'auto' or {', '.join(repr(name) for name, able in can.items() if able)}."
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
    if chosen is winograd and x.size and grad_output.size:
        return winograd.gradients(grad_output, x, weight, windows)
    if grad_output.size and workers.threads() <= len(x) and 0 < x.size <= TOGETHER:
        grad_x = np.empty_like(x)

        def work(start: int, stop: int) -> np.ndarray:
            grad = grad_output[start:stop]
            grad_x[start:stop] = chosen.input_gradient(grad, weight, windows, groups)
            return chosen.weight_gradient(grad, x[start:stop], windows, groups)

        return grad_x, sum(workers.share(len(x), work))
    return (
        input_gradient(grad_output, weight, windows, groups, algorithm),
        weight_gradient(grad_output, x, windows, groups, algorithm),
    )

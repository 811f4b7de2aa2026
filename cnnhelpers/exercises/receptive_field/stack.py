"""Stacks of layers: how they differ, and what an output of one reads, by PyTorch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cnnhelpers.check.domain import factor

Layers = Sequence[tuple[int, int, int]]

#: Of exercises whose layers have strides: 1, and others.
STRIDES = factor(
    "strides",
    (1, 1),
    "a stride is more than 1",
    ((2, 2), "a stride is 2"),
    ((2, 3), "a stride is 3"),
)

#: The same of dilations.
DILATIONS = factor(
    "dilations",
    (1, 1),
    "a dilation is more than 1",
    ((2, 2), "a dilation is 2"),
    ((2, 3), "a dilation is 3"),
)


def read_by(torch: Any, position: int, layers: Sequence[Mapping[str, int]]) -> Any:
    """Return all inputs, of many, that an output of a stack of layers reads, as a tensor."""
    x = torch.zeros(1, 1, 2000, dtype=torch.float64, requires_grad=True)
    y = x
    for layer in layers:
        options = dict(layer)
        kernel = torch.ones(1, 1, options.pop("kernel_size"), dtype=torch.float64)
        y = torch.nn.functional.conv1d(y, kernel, **options)
    return torch.autograd.grad(y[0, 0, position], x)[0].flatten().nonzero().flatten()


def positions_seen(
    torch: Any, position: int, layers: Sequence[Mapping[str, int]]
) -> tuple[int, int]:
    """Return the first and last input, of many, that an output of a stack of layers reads."""
    read = read_by(torch, position, layers)
    return int(read.min()), int(read.max())

"""What a network costs when it is at work: batch norm folded, and every number counted.

Not only what training changes is counted: a frozen weight and a table in a buffer have to be
carried along like any other number.
"""

from __future__ import annotations

import copy
from typing import NamedTuple

import numpy as np

from cnnhelpers import nn
from cnnhelpers.models import summary

DIGIT = (1, 1, 28, 28)


class Cost(NamedTuple):
    """Numbers that are kept, and multiply-adds for one digit of 28×28 pixels."""

    parameters: int
    macs: int


def at_work(model: nn.Module) -> nn.Module:
    """Return a copy in evaluation mode, with batch norm folded, on the course's functions."""
    functions = [(module, vars(module).pop("F", None)) for module in model.modules()]
    try:
        found = copy.deepcopy(model)
    finally:
        for module, own in functions:
            if own is not None:
                module.F = own
    return nn.fuse(found.eval())


def numbers_kept(model: nn.Module) -> int:
    """Return how many numbers a network holds: parameters and arrays in buffers, each once."""
    arrays: dict[int, int] = {}
    for _, owner, attribute in model.places():
        if attribute == "data":
            arrays[id(owner)] = owner.size
        else:
            buffer = getattr(owner, attribute)
            arrays[id(buffer)] = np.size(buffer) if np.ndim(buffer) else 0  # a counter is none
    return sum(arrays.values())


def cost(model: nn.Module) -> Cost:
    """Return what a network costs at work.

    Raises:
        ValueError: it does not read digits of 28×28 pixels.
    """
    folded = at_work(model)
    table = summary(folded, DIGIT)
    if table.stopped:
        raise ValueError(f"cost: {table.stopped}")
    return Cost(numbers_kept(folded), table.macs)

"""What can be seen in a network itself: numbers that nobody counts, and layers that nobody knows.

A network of the capstone is built of the course's layers, so that the grader can count what it
costs. A layer of one's own could hold any table and do any work without saying so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.capstone.costs import DIGIT
from cnnhelpers.capstone.finding import Finding

LAYERS = {
    layer
    for layer in (getattr(nn, name) for name in nn.__all__)
    if isinstance(layer, type) and issubclass(layer, nn.Module) and layer is not nn.Module
}


def construction_findings(model: nn.Module) -> list[Finding]:
    """Return what is wrong with the way a network is built."""
    found = [finding for module in model.modules() for finding in _of_layer(module)]
    if found:
        return found
    try:
        output = model.output_shape(DIGIT)
    except ValueError as error:
        return [
            Finding(
                "resized-outside",
                f"The network does not read digits of 28×28 pixels: {error} What changes their "
                "size belongs into the network, where it is counted.",
            )
        ]
    if tuple(output) != (1, 10):
        return [
            Finding(
                "not-ten-logits",
                f"For one digit the network gives an output of shape {tuple(output)}; ten logits, "
                "(1, 10), are expected.",
            )
        ]
    return []


def _of_layer(module: nn.Module) -> Iterator[Finding]:
    kind = type(module).__name__
    hidden = sum(_numbers(value) for value in _own_values(module))
    declared = set(module.buffers) - set(type(module).buffers)
    hidden += sum(np.size(getattr(module, name)) for name in declared)
    if type(module) not in LAYERS:
        kept = hidden + sum(np.size(getattr(module, name)) for name in type(module).buffers)
        more = f" It keeps {kept:,} numbers beside its parameters." if kept else ""
        yield Finding(
            "own-layer",
            f"{kind} is a layer of your own, and the grader cannot count what it does.{more} Build "
            "the network of nn's layers, nn.Sequential and nn.Residual.",
        )
    elif hidden:
        yield Finding(
            "hidden-numbers",
            f"{module!r} keeps {hidden:,} numbers that are no parameters of this layer; a number "
            "that is kept is counted, and these have no place.",
        )
    for name, value in vars(module).items():
        if name != "F" and callable(getattr(type(module), name, None)) and callable(value):
            yield Finding(
                "own-layer",
                f"The method {name} of {module!r} was replaced; the grader cannot count what it "
                "does.",
            )


def _own_values(module: nn.Module) -> Iterator[Any]:
    """Yield what a layer holds beside parameters, layers inside, and the buffers of its kind."""
    for name, value in vars(module).items():
        if name not in module.buffers and not name.startswith("_memory"):
            yield value


def _numbers(value: Any) -> int:
    """Return how many numbers of an array are kept somewhere in a value; settings do not count."""
    if isinstance(value, nn.Parameter | nn.Module):
        return 0
    if isinstance(value, np.ndarray):
        return value.size
    if isinstance(value, dict):
        return sum(_numbers(entry) for entry in value.values())
    if isinstance(value, list | tuple):
        return sum(_numbers(entry) for entry in value)
    return 0

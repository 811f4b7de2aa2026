"""Layers made of layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from cnnhelpers.nn.module import Module, Shape, checked_module, written


class Sequential(Module):
    """Layers one after the other: ``Sequential(a, b)``, or named ``Sequential({"conv": a})``."""

    def __init__(self, *layers: Module | Mapping[str, Module]) -> None:
        if len(layers) == 1 and isinstance(layers[0], Mapping):
            named = dict(layers[0])
        else:
            named = {str(number): layer for number, layer in enumerate(layers)}
        for name, layer in named.items():
            checked_module(layer, f"Sequential: {name}")
        self.layers = named

    def members(self) -> Iterator[tuple[str, Any]]:
        """Yield what is in it; the layers are named as if they were attributes."""
        for name, value in super().members():
            yield name.removeprefix("layers."), value

    def __iter__(self) -> Iterator[Module]:
        return iter(self.layers.values())

    def __len__(self) -> int:
        return len(self.layers)

    def __getitem__(self, index: int | str | slice) -> Module:
        if isinstance(index, str):
            return self.layers[index]
        if isinstance(index, slice):
            return Sequential(dict(list(self.layers.items())[index]))
        return list(self.layers.values())[index]

    def forward(self, x: np.ndarray) -> np.ndarray:
        for layer in self:
            x = layer(x)
        return x

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        for layer in reversed(list(self)):
            grad_output = layer.backward(grad_output)
        return grad_output

    def backward_parameters(self, grad_output: np.ndarray) -> None:
        layers = list(self)
        first = 0  # the first layer with anything to learn: nothing before it needs a gradient
        while first < len(layers) and _may_be_left_out(layers[first], layers[first + 1 :]):
            first += 1
        for layer in reversed(layers[first + 1 :]):
            grad_output = layer.backward(grad_output)
        if first < len(layers):
            layers[first].backward_parameters(grad_output)

    def output_shape(self, shape: Shape) -> Shape:
        for layer in self:
            shape = layer.output_shape(shape)
        return shape

    def macs(self, shape: Shape) -> int:
        total = 0
        for layer in self:
            total += layer.macs(shape)
            shape = layer.output_shape(shape)
        return total

    def __repr__(self) -> str:
        if list(self.layers) == [str(number) for number in range(len(self))]:
            return f"Sequential({', '.join(map(repr, self))})"
        return f"Sequential({self.layers!r})"


def _may_be_left_out(layer: Module, later: list[Module]) -> bool:
    """Return whether a layer's backward may be left out: it learns nothing, and has no other place.

    One that comes again must give each of its calls to backward in turn.
    """
    if any(True for _ in layer.parameters()):
        return False
    inside = {id(module) for module in layer.modules()}
    return not any(id(module) in inside for other in later for module in other.modules())


class Residual(Module):
    """``after(body(x) + shortcut(x))``: always added. No shortcut given: x itself. Notebook 16.

    A body that is not a Sequential is made one, of one layer.

    Source: He, Zhang, Ren and Sun (2016), "Deep residual learning for image recognition". The
    body's layers are named as if they were the block's own and the shortcut is ``downsample``, as
    in torchvision's blocks.
    """

    def __init__(
        self, body: Module, shortcut: Module | None = None, after: Module | None = None
    ) -> None:
        checked_module(body, "Residual: body")
        for name, part in (("shortcut", shortcut), ("after", after)):
            if part is not None:
                checked_module(part, f"Residual: {name}")
        ways = type(body).forward, type(body).backward  # which a subclass may have changed
        plain = ways == (Sequential.forward, Sequential.backward)
        self.body = body if plain and isinstance(body, Sequential) else Sequential(body)
        self.shortcut, self.after = shortcut, after

    def members(self) -> Iterator[tuple[str, Any]]:
        """Yield what is in it, by torchvision's names."""
        for name, value in super().members():
            if name == "body":
                yield from value.members()
            else:
                yield "downsample" if name == "shortcut" else name, value

    def forward(self, x: np.ndarray) -> np.ndarray:
        change, kept = self.body(x), x if self.shortcut is None else self.shortcut(x)
        _addable(change.shape, np.shape(kept))
        total = change + kept
        return total if self.after is None else self.after(total)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        if self.after is not None:
            grad_output = self.after.backward(grad_output)
        # In the opposite order of forward, in case the two share a layer.
        kept = grad_output if self.shortcut is None else self.shortcut.backward(grad_output)
        return self.body.backward(grad_output) + kept

    def sum_shape(self, shape: Shape) -> Shape:
        """Return the shape of the sum, before ``after``.

        Raises:
            ValueError: body and shortcut give different shapes.
        """
        change = self.body.output_shape(shape)
        kept = shape if self.shortcut is None else self.shortcut.output_shape(shape)
        _addable(change, kept)
        return change

    def output_shape(self, shape: Shape) -> Shape:
        total = self.sum_shape(shape)
        return total if self.after is None else self.after.output_shape(total)

    def macs(self, shape: Shape) -> int:
        macs = self.body.macs(shape)
        macs += 0 if self.shortcut is None else self.shortcut.macs(shape)
        return macs + (0 if self.after is None else self.after.macs(self.sum_shape(shape)))

    def __repr__(self) -> str:
        return written(self, self.body, shortcut=self.shortcut, after=self.after)


def _addable(change: Shape, kept: Shape) -> None:
    if change != kept:
        raise ValueError(
            f"Residual: the body gives shape {change}, the shortcut {kept}; "
            "they are added, so give a shortcut that makes the shapes equal."
        )

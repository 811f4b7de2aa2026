"""Tables of networks: what each layer gives, holds, costs and sees. Nothing is computed on images.

Parameters of a network that was never asked for its numbers are not even drawn, so the table of
VGG-16 needs no memory.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cnnhelpers.functional.arguments import times
from cnnhelpers.nn import receptive
from cnnhelpers.nn.containers import Residual, Sequential
from cnnhelpers.nn.module import Module, NoReceptiveFieldError, Shape
from cnnhelpers.shapes import ReceptiveField, whole_number

HEADINGS = "layer", "output shape", "parameters", "MACs", "receptive field"


class Row(NamedTuple):
    """One layer of a table; ``receptive_field`` has one field an axis, or is None where unknown."""

    name: str
    layer: Module
    output_shape: Shape
    parameters: int
    macs: int
    receptive_field: tuple[ReceptiveField, ...] | None

    def cells(self) -> tuple[str, ...]:
        """Return the row as text: name, output shape, parameters, MACs, receptive field."""
        kind = type(self.layer).__name__
        field = self.receptive_field
        return (
            f"{self.name} {kind}".strip(),
            "(" + ", ".join(map(str, self.output_shape)) + ")",
            f"{self.parameters:,}",
            f"{self.macs:,}",
            "–" if not field else times([axis.size for axis in field]),
        )


class Summary:
    """A table of layers. Prints as text, shows as a table in a notebook.

    ``rows`` is a list of :class:`Row`; ``parameters`` and ``macs`` are the totals.
    """

    def __init__(self, rows: list[Row], input_size: Shape) -> None:
        self.rows, self.input_size = rows, input_size
        self.parameters = sum(row.parameters for row in rows)
        self.macs = sum(row.macs for row in rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, name: str | int) -> Row:
        """Return the row of that name, or of that number."""
        if isinstance(name, str):
            return {row.name: row for row in self.rows}[name]
        return self.rows[name]

    def _cells(self) -> list[tuple[str, ...]]:
        first = ("input", "(" + ", ".join(map(str, self.input_size)) + ")", "", "", "")
        total = ("total", "", f"{self.parameters:,}", f"{self.macs:,}", "")
        return [HEADINGS, first, *(row.cells() for row in self.rows), total]

    def __repr__(self) -> str:
        cells = self._cells()
        widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
        lines = [
            "  ".join(
                text.ljust(width) if column < 2 else text.rjust(width)
                for column, (text, width) in enumerate(zip(row, widths))
            ).rstrip()
            for row in cells
        ]
        rule = "-" * max(map(len, lines))
        return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])

    def _repr_html_(self) -> str:
        def line(cells: Sequence[str], tag: str) -> str:
            sides = ("left", "left", "right", "right", "right")
            return "".join(
                f'<{tag} style="text-align: {side}">{html.escape(text)}</{tag}>'
                for text, side in zip(cells, sides)
            )

        head, *body = self._cells()
        rows = "\n".join(f"<tr>{line(cells, 'td')}</tr>" for cells in body)
        return (
            f"<table>\n<thead><tr>{line(head, 'th')}</tr></thead>\n"
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )


def summary(
    model: Module, input_size: Sequence[int] = (1, 1, 28, 28), *, depth: int | None = None
) -> Summary:
    """Return the table of ``model`` for inputs of ``input_size`` (N, C, ...).

    A row is a layer; ``depth=1`` makes one row of each child of the model, ``depth=2`` of each
    grandchild. MACs are multiply-adds of the N images together, those of convolutions and dense
    layers alone. The receptive field is that of one output, in input pixels.

    Raises:
        ValueError: the layers do not fit the input, or each other.
    """
    shape = receptive.batch_shape(input_size)
    depth = None if depth is None else whole_number(depth, "summary: depth", 0)
    rows: list[Row] = []
    _add(rows, "", model, shape, receptive.start(shape), depth)
    return Summary(rows, shape)


def _add(rows, name, module, shape, axes, depth):
    """Add the rows of ``module``; returns the shape and the fields after it."""
    deeper = None if depth is None else depth - 1
    prefix = f"{name}." if name else ""
    if isinstance(module, Sequential) and depth != 0:
        for child, layer in module.named_children():
            shape, axes = _add(rows, prefix + child, layer, shape, axes, deeper)
        return shape, axes
    output, seen = module.output_shape(shape), _through(module, shape, axes)
    if isinstance(module, Residual) and depth != 0:
        here = shape, axes
        for child, layer in module.body.named_children():
            here = _add(rows, prefix + child, layer, *here, deeper)
        if module.shortcut is not None:
            _add(rows, f"{prefix}downsample", module.shortcut, shape, axes, deeper)
        if module.after is not None:
            rows.append(_row(f"{prefix}after", module.after, output, output, seen))
        return output, seen
    rows.append(_row(name, module, shape, output, seen))
    return output, seen


def _row(name, module, shape, output, axes) -> Row:
    fields = None if axes is None else tuple(axis.field for axis in axes)
    return Row(name, module, output, module.parameter_count(), module.macs(shape), fields)


def _through(module, shape, axes):
    """Return the fields after ``module``, or None where it, or one before it, has none."""
    try:
        return None if axes is None else receptive.through(module, shape, axes)
    except NoReceptiveFieldError:
        return None

"""Tables of networks: what each layer gives, holds, costs and sees. Nothing is computed on images.

Parameters of a network that was never asked for its numbers are not even drawn, so the table of
VGG-16 needs no memory.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from cnnhelpers.nn import receptive
from cnnhelpers.nn.containers import Residual, Sequential
from cnnhelpers.nn.module import (
    Module,
    NoReceptiveFieldError,
    NotSaidError,
    Parameter,
    Shape,
    checked_module,
)
from cnnhelpers.nn.tables import html_table, text_lines
from cnnhelpers.nn.trial import INPUT, UNKNOWN, trial
from cnnhelpers.shapes import ReceptiveField, times, whole_number

HEADINGS = "layer", "output shape", "parameters", "MACs", "receptive field"
WORDS = 2  # the first columns; numbers stand in the others


class Row(NamedTuple):
    """One layer of a table.

    ``receptive_field`` has one field an axis; it and ``macs`` are None where they are not known.
    A layer that had a place before is there ``again``; its parameters were counted.
    """

    name: str
    layer: Module
    output_shape: Shape
    parameters: int
    macs: int | None
    receptive_field: tuple[ReceptiveField, ...] | None
    again: bool = False

    def cells(self) -> tuple[str, ...]:
        """Return the row as text: name, output shape, parameters, MACs, receptive field."""
        kind = type(self.layer).__name__ + (" (again)" if self.again else "")
        field = self.receptive_field
        return (
            f"{self.name} {kind}".strip(),
            "(" + ", ".join(map(str, self.output_shape)) + ")",
            f"{self.parameters:,}",
            "–" if self.macs is None else f"{self.macs:,}",
            "–" if not field else times([axis.size for axis in field]),
        )


class Summary:
    """A table of layers. Prints as text, shows as a table in a notebook.

    ``rows`` is a list of :class:`Row`; ``parameters`` and ``macs`` are the totals of what is known.
    ``stopped`` is the sentence that says why the table ends before the network does, or None.
    """

    def __init__(self, rows: list[Row], input_size: Shape, stopped: str | None = None) -> None:
        self.rows, self.input_size, self.stopped = rows, input_size, stopped
        self.parameters = sum(row.parameters for row in rows)
        self.macs = sum(row.macs or 0 for row in rows)

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
        name = "so far" if self.stopped else "total"
        total = (name, "", f"{self.parameters:,}", f"{self.macs:,}", "")
        return [HEADINGS, first, *(row.cells() for row in self.rows), total]

    def notes(self) -> list[str]:
        """Return the sentences that belong under the table."""
        unknown = sorted({type(row.layer).__name__ for row in self.rows if row.macs is None})
        costs = f"The total leaves out what {' and '.join(unknown)} cost: no method macs says it."
        return ([costs] if unknown else []) + ([self.stopped] if self.stopped else [])

    def __repr__(self) -> str:
        lines = text_lines(self._cells(), WORDS)
        rule = "-" * max(map(len, lines))
        return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1], *self.notes()])

    def _repr_html_(self) -> str:
        notes = "".join(f"\n<p>{html.escape(note)}</p>" for note in self.notes())
        return html_table(self._cells(), WORDS) + notes


def summary(
    model: Module, input_size: Sequence[int] = (1, 1, 28, 28), *, depth: int | None = None
) -> Summary:
    """Return the table of ``model`` for inputs of ``input_size`` (N, C, ...).

    A row is a layer; ``depth=1`` makes one row of each child of the model, ``depth=2`` of each
    grandchild. MACs are multiply-adds of the N images together, those of convolutions and dense
    layers alone. The receptive field is that of one output, in input pixels. Where a layer does
    not fit, the table stops and says so. A module of a learner's own that does not say its sizes
    is tried on numbers.

    Raises:
        TypeError: the model is not a module.
        ValueError: ``input_size`` or ``depth`` is none.
    """
    model = checked_module(model, "summary: model")
    shape = receptive.batch_shape(input_size)
    depth = None if depth is None else whole_number(depth, "summary: depth", 0)
    table = _Table()
    try:
        table.add("", model, shape, receptive.start(shape), depth)
    except _DoesNotFit as stop:
        return Summary(table.rows, shape, str(stop))
    return Summary(table.rows, shape)


Fields = tuple[receptive.Axis, ...] | None


class _DoesNotFit(Exception):
    """Where the table stops, and why."""


class _Table:
    """Rows that are collected, and what has been counted so far."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.counted: set[int] = set()  # parameters
        self.met: set[int] = set()  # layers

    def add(
        self, name: str, module: Module, shape: Shape, axes: Fields, depth: int | None
    ) -> tuple[Shape, Fields]:
        """Add the rows of ``module``; returns the shape and the fields after it."""
        deeper = None if depth is None else depth - 1
        prefix = f"{name}." if name else ""
        if depth != 0 and isinstance(module, Sequential):
            for child, layer in module.named_children():
                shape, axes = self.add(prefix + child, layer, shape, axes, deeper)
            return shape, axes
        if depth != 0 and isinstance(module, Residual):
            return self._residual(name, module, shape, axes, deeper)
        if depth != 0 and _silent(module) and any(True for _ in module.named_children()):
            return self._own(name, module, shape, axes, deeper)
        return self._row(name, module, shape, axes)

    def _residual(
        self, name: str, module: Residual, shape: Shape, axes: Fields, deeper: int | None
    ) -> tuple[Shape, Fields]:
        prefix, here = f"{name}." if name else "", (shape, axes)
        for child, layer in module.body.named_children():
            here = self.add(prefix + child, layer, *here, deeper)
        if module.shortcut is not None:
            self.add(f"{prefix}downsample", module.shortcut, shape, axes, deeper)
        total = _fitting(name, module, lambda: module.sum_shape(shape))
        seen = _known(receptive.through_sum, module, shape, axes)
        if module.after is None:
            return total, seen
        return self.add(f"{prefix}after", module.after, total, seen, deeper)

    def _own(
        self, name: str, module: Module, shape: Shape, axes: Fields, deeper: int | None
    ) -> tuple[Shape, Fields]:
        """Add the rows of a learner's module: its layers as they are called."""
        tried = _fitting(name, module, lambda: trial(module, shape))
        names = {id(layer): child for child, layer in reversed(list(module.named_children()))}
        fields: dict[int, Fields] = {INPUT: axes, UNKNOWN: None}
        prefix = f"{name}." if name else ""
        for number, call in enumerate(tried.calls):
            child = prefix + names.get(id(call.layer), str(number))
            _, fields[number] = self.add(child, call.layer, call.shape, fields[call.source], deeper)
        own = [value for _, value in module.members() if isinstance(value, Parameter)]
        if own:
            self._row(name, module, shape, None)
        return tried.output, fields[tried.source]

    def _row(self, name: str, module: Module, shape: Shape, axes: Fields) -> tuple[Shape, Fields]:
        output = _fitting(name, module, lambda: module.output_shape(shape))
        fields = _known(receptive.through, module, shape, axes)
        new = [p for p in module.parameters() if id(p) not in self.counted]
        again = id(module) in self.met and bool(list(module.parameters()))
        self.counted |= {id(parameter) for parameter in new}
        self.met.add(id(module))
        try:
            macs = module.macs(shape)
        except NotSaidError:
            macs = None
        seen = None if fields is None else tuple(axis.field for axis in fields)
        size = sum(parameter.size for parameter in new)
        self.rows.append(Row(name, module, output, size, macs, seen, again))
        return output, fields


def _silent(module: Module) -> bool:
    """Return whether a module does not say its sizes itself."""
    return "output_shape" not in vars(module) and type(module).output_shape is Module.output_shape


def _fitting(name: str, module: Module, compute: Callable[[], Any]) -> Any:
    try:
        return compute()
    except ValueError as error:
        kind = type(module).__name__
        raise _DoesNotFit(f"The table stops before {f'{name} {kind}'.strip()}: {error}") from None


def _known(
    compute: Callable[[Any, Shape, tuple[receptive.Axis, ...]], Fields],
    module: Module,
    shape: Shape,
    axes: Fields,
) -> Fields:
    """Return the fields after ``module``, or None where it, or one before it, has none."""
    try:
        return None if axes is None else compute(module, shape, axes)
    except NoReceptiveFieldError:
        return None

"""Which channels read which: units in rows, with a line from each to all that it reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.scene import Part, Placed, Scene, caption, number
from cnnhelpers.draw.style import INK, ROLES
from cnnhelpers.functional.arguments import plain
from cnnhelpers.shapes import shown, whole_number

UNIT, PITCH = 30, 40  # a unit's side, and from one to the next
LEVEL = 92  # from one row of units to the next
MARGIN, TITLE = 10, 22
PALE = "#c9c9c9"


def wires(
    *reads: Any,
    follow: Sequence[int] | None = None,
    title: str | None = None,
    alt: str | None = None,
) -> Scene:
    """Draw what reads what, layer by layer, from the inputs at the top down to the outputs.

    Args:
        reads: for each layer (outputs, inputs), not 0 where an output reads an input.
        follow: inputs whose way is followed: whatever they reach keeps its colour and thick lines,
            and all the rest is pale.
        title: a short name above.
        alt: a sentence of your own; by default one that lists what each output depends on.

    Raises:
        TypeError: ``follow`` is no list of whole numbers.
        ValueError: there is no layer, one is not a table, one does not fit onto the one before, or
            there is no such input to follow.
    """
    layers = _layers(reads)
    sizes = [layers[0].shape[1], *(len(layer) for layer in layers)]
    reached = [np.ones(sizes[0], bool)]
    title = None if title is None else str(title)
    if follow is not None:
        reached, follow = [np.zeros(sizes[0], bool)], _followed(follow)
        for unit in follow:
            if unit >= sizes[0]:
                raise ValueError(
                    f"draw.wires: there is no input {unit} to follow; "
                    f"the inputs are 0 to {sizes[0] - 1}."
                )
            reached[0][unit] = True
    for layer in layers:
        reached.append(np.asarray((layer & reached[-1]).any(axis=1)))

    across = PITCH * max(sizes)
    width = 2 * MARGIN + max(across, round(8.2 * len(title or "")))
    top = MARGIN + (TITLE if title else 0)
    starts = [(width - PITCH * size) / 2 + PITCH / 2 for size in sizes]
    placed = []
    if title:
        placed.append(Placed(caption(title), width / 2, MARGIN + TITLE / 2 - 2))
    for index, layer in enumerate(layers):
        lines = [(unit, read) for unit, read in np.argwhere(layer).tolist()]
        for lit in (False, True):  # what is followed lies above what is not
            ways = [
                (starts[index] + PITCH * read, starts[index + 1] + PITCH * unit)
                for unit, read in lines
                if bool(reached[index][read]) is lit
            ]
            if ways:
                placed.append(Placed(_lines(ways, lit), 0, top + LEVEL * index + UNIT / 2))
    for index, size in enumerate(sizes):
        role = "output" if index else "input"
        for unit in range(size):
            look = ROLES[role if reached[index][unit] else "plain"]
            placed.append(
                Placed(
                    cell(str(unit), look, UNIT, UNIT, 14),
                    starts[index] + PITCH * unit - UNIT / 2,
                    top + LEVEL * index,
                )
            )
    height = top + LEVEL * len(layers) + UNIT + MARGIN
    return Scene(width, height, tuple(placed), (alt or _sentence(layers, follow, title),))


def _followed(follow: object) -> list[int]:
    units = list(follow) if isinstance(follow, Iterable) else []
    if not units:
        raise TypeError(f"draw.wires: follow must name inputs, such as [0], not {shown(follow)}.")
    return [whole_number(unit, "draw.wires: follow", 0) for unit in units]


def _layers(reads: Sequence[Any]) -> list[np.ndarray]:
    layers = [plain(read, "draw.wires: a layer") != 0 for read in reads]
    if not layers or any(layer.ndim != 2 or layer.size == 0 for layer in layers):
        raise ValueError(
            "draw.wires: a layer is a table (outputs, inputs), not 0 where an output reads an "
            "input; give one or more."
        )
    for before, after in zip(layers, layers[1:]):
        if after.shape[1] != len(before):
            raise ValueError(
                f"draw.wires: a layer reads {after.shape[1]} units and the one before has "
                f"{len(before)}; the numbers have to be the same."
            )
    return layers


def _lines(ways: Sequence[tuple[float, float]], lit: bool) -> Part:
    path = "".join(f"M{number(start)} 0L{number(end)} {LEVEL}" for start, end in ways)
    look = f'stroke="{INK}" stroke-width="2"' if lit else f'stroke="{PALE}"'
    return Part(f'<path d="{path}" {look}/>')


def _sentence(layers: Sequence[np.ndarray], follow: Sequence[int] | None, title: str | None) -> str:
    depends = layers[0]
    for layer in layers[1:]:
        depends = (layer.astype(int) @ depends.astype(int)) > 0
    name = f"{title}: " if title else ""
    if follow is not None:
        chosen = sorted(set(follow))
        ends = np.flatnonzero(depends[:, chosen].any(axis=1)).tolist()
        inputs = "input" if len(chosen) == 1 else "inputs"
        reaches = "reaches" if len(chosen) == 1 else "reach"
        return f"{name}{inputs} {_listed(chosen)} {reaches} {_of_outputs(ends, len(depends))}."
    said = [
        f"output {unit} depends on {_of_inputs(np.flatnonzero(row).tolist(), len(row))}"
        for unit, row in enumerate(depends)
    ]
    return f"{name}{'; '.join(said)}."


def _listed(units: Sequence[int]) -> str:
    words = [str(unit) for unit in units]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _of_inputs(units: Sequence[int], count: int) -> str:
    if len(units) in (0, count):
        return "no input" if not units else "all inputs"
    return f"{'input' if len(units) == 1 else 'inputs'} {_listed(units)}"


def _of_outputs(units: Sequence[int], count: int) -> str:
    if len(units) in (0, count):
        return "no output" if not units else "all outputs"
    return f"{'output' if len(units) == 1 else 'outputs'} {_listed(units)} of {count}"

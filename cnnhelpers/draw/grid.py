"""Grids of numbers in their role's colours, and rows of them with operators between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import block, cell_size, hollow, window_outline
from cnnhelpers.draw.numbers import format_number, written
from cnnhelpers.draw.scene import Placed, Scene, caption, text
from cnnhelpers.draw.style import DIGIT_WIDTH, ROLES, Role, role
from cnnhelpers.functional.arguments import plain
from cnnhelpers.shapes import per_axis, shown, times, whole_number

MARGIN = 10
TITLE = 22
LISTED = 81  # a sentence lists the numbers of a grid of up to so many cells
OPERATORS = {
    "⋆": "cross-correlated with", "*": "convolved with", "∗": "convolved with", "=": "gives",
    "→": "becomes", "⇒": "becomes", "+": "plus", "-": "minus", "−": "minus", "×": "times",
    "·": "times", "⊙": "times, element by element,", "@": "times", "≠": "is not", "≈": "is about",
    "?": "is what?",
}  # fmt: skip
# A star could be many things (a difficulty, a product), so its name stands below it.
NAMED = {"⋆": "correlated", "∗": "convolved", "*": "convolved"}


def grid(
    array: Any,
    role: str = "input",
    *,
    title: str | None = None,
    padding: int | Sequence[int] = 0,
    highlight: Sequence[int] | None = None,
    empty: Any = None,
    decimals: int | None = None,
    alt: str | None = None,
) -> Scene:
    """Draw a 1-D or 2-D array as a grid of numbers.

    Args:
        array: (W,) or (H, W) numbers.
        role: its colours: ``"input"``, ``"kernel"``, ``"output"``, ``"gradient"``, ``"plain"``.
        title: a short name above the grid.
        padding: rings of padding cells to draw around; one number, or (vertical, horizontal).
        highlight: a window to outline: (row, column, height, width), counted in the padded grid
            from 0; for a 1-D array (start, length) will do.
        empty: true where a cell holds nothing (a gap between the taps of a dilated kernel, a pixel
            that nobody reads), in the shape of the array; such a cell is white and has no number.
        decimals: digits after the point; by default as few as show the numbers, at most 2.
        alt: a sentence of your own; by default one that names the shape and the numbers.

    Raises:
        TypeError: the array does not hold numbers, or an option is of another kind.
        ValueError: wrong number of dimensions, an array without cells, an unknown role, ``empty``
            of another shape, or a highlight that leaves the padded grid.
    """
    look = _role(role)
    values, one_line = _as_grid(array)
    ring = _ring(padding, one_line)
    title = None if title is None else str(title)
    decimals = None if decimals is None else whole_number(decimals, "draw.grid: decimals", 0)
    cells = written(values, decimals)
    holes = _holes(empty, values, one_line)
    for r, c in holes:
        cells[r][c] = ""
    rows, columns = values.shape
    width, height, font = cell_size(cells, 2 * ring[1])
    left, top = MARGIN, MARGIN + (TITLE if title else 0)
    full_width = (columns + 2 * ring[1]) * width
    full_height = (rows + 2 * ring[0]) * height
    placed = []
    if title:
        placed.append(Placed(caption(title), left + full_width / 2, top - TITLE / 2 - 2))
    if any(ring):
        zeros = [
            [
                "" if _inside(r, c, ring, rows, columns) else "0"
                for c in range(columns + 2 * ring[1])
            ]
            for r in range(rows + 2 * ring[0])
        ]
        placed.append(Placed(block(zeros, ROLES["padding"], width, height, font), left, top))
    placed.append(
        Placed(
            block(cells, look, width, height, font),
            left + ring[1] * width,
            top + ring[0] * height,
        )
    )
    if holes:
        placed.append(
            Placed(
                hollow(holes, look, width, height), left + ring[1] * width, top + ring[0] * height
            )
        )
    window = _window(highlight, one_line, rows + 2 * ring[0], columns + 2 * ring[1])
    if window:
        r, c, h, w = window
        placed.append(
            Placed(window_outline(w * width, h * height), left + c * width, top + r * height)
        )
    total = max(full_width, len(title or "") * 13 * DIGIT_WIDTH)
    if total > full_width:  # a title wider than the grid: centre the grid under it
        shift = (total - full_width) / 2
        placed = [entry._replace(dx=entry.dx + shift) for entry in placed]
    sentence = alt or _sentence(look, title, values, cells, one_line, ring, window)
    return Scene(
        total + 2 * MARGIN,
        top + full_height + MARGIN,
        tuple(placed),
        (sentence,),
        axis=top + full_height / 2,
    )


def row(*items: Scene | str, alt: str | None = None) -> Scene:
    """Place scenes side by side, with operators such as ``"⋆"`` and ``"="`` between them.

    Args:
        items: scenes, or strings to write between them.
        alt: a sentence of your own; by default the scenes' sentences, joined by the operators.

    Raises:
        TypeError: an item is neither a scene nor a string.
        ValueError: there is nothing to draw.
    """
    if not items:
        raise ValueError("draw.row: there is nothing to draw; give it at least one grid.")
    for item in items:
        if not isinstance(item, Scene | str):
            raise TypeError(
                f"draw.row: it takes grids and strings, not {type(item).__name__}; "
                "draw an array with draw.grid first."
            )
    scenes = [item for item in items if isinstance(item, Scene)]
    axis = max((_axis(scene) for scene in scenes), default=24.0)
    below = max((scene.height - _axis(scene) for scene in scenes), default=24.0)
    placed: list[Placed] = []
    x = 0.0
    for item in items:
        if isinstance(item, str):
            size = 34 if item in ("⋆", "·") else 24 if len(item) <= 2 else 15  # tiny glyphs
            name = NAMED.get(item.strip())
            wide = max(size, len(item) * size * DIGIT_WIDTH, 64 if name else 0)
            placed.append(Placed(text(item, size, bold=len(item) <= 2), x + wide / 2, axis))
            if name:
                for word, down in ((name, 18), ("with", 31)):
                    placed.append(Placed(caption(word, size=11), x + wide / 2, axis + down))
                below = max(below, 40.0)
            x += wide
        else:
            shift = axis - _axis(item)
            placed += [
                entry._replace(dx=entry.dx + x, dy=entry.dy + shift) for entry in item.placed
            ]
            x += item.width
    return Scene(x, axis + below, tuple(placed), (alt or _joined(items),), axis)


def _axis(scene: Scene) -> float:
    return scene.height / 2 if scene.axis is None else scene.axis


def _role(name: str) -> Role:
    return role(name)


def _as_grid(array: Any) -> tuple[np.ndarray, bool]:
    values = plain(array, "draw.grid: array")
    if values.dtype.kind not in "biuf":
        raise TypeError(
            f"draw.grid: it draws numbers, not {values.dtype.name}; give it an array of numbers."
        )
    if values.ndim not in (1, 2):
        raise ValueError(
            f"draw.grid: it draws 1-D and 2-D arrays, not shape {values.shape}; "
            "pick one image and one channel, such as x[0, 0]."
        )
    if values.size == 0:
        raise ValueError(
            f"draw.grid: there is nothing to draw in an array of shape {values.shape}."
        )
    if values.dtype.kind == "b":
        values = values.astype(int)
    return (values[None], True) if values.ndim == 1 else (values, False)


def _ring(padding: int | Sequence[int], one_line: bool) -> tuple[int, int]:
    if one_line and not isinstance(padding, Sequence):
        return 0, whole_number(padding, "padding", 0)
    vertical, horizontal = per_axis(padding, 2, "padding", 0)
    return vertical, horizontal


def _inside(r: int, c: int, ring: tuple[int, int], rows: int, columns: int) -> bool:
    return ring[0] <= r < ring[0] + rows and ring[1] <= c < ring[1] + columns


def _holes(empty: Any, values: np.ndarray, one_line: bool) -> list[tuple[int, int]]:
    """Return rows and columns of the cells that hold nothing."""
    if empty is None:
        return []
    mask = np.asarray(empty, dtype=bool)
    wanted = values.shape[1:] if one_line else values.shape
    if mask.shape != wanted:
        raise ValueError(
            f"draw.grid: empty has the shape {mask.shape} and the array {wanted}; "
            "give one truth value for each cell."
        )
    return [(int(r), int(c)) for r, c in np.argwhere(mask.reshape(values.shape))]


def _window(
    highlight: Sequence[int] | None, one_line: bool, rows: int, columns: int
) -> tuple[int, ...] | None:
    if highlight is None:
        return None
    if not isinstance(highlight, (Sequence, np.ndarray)):
        raise TypeError(
            "draw.grid: highlight must be (row, column, height, width), not "
            f"{shown(highlight)}; in one line (start, length) will do."
        )
    if one_line and len(highlight) == 2:
        highlight = (0, highlight[0], 1, highlight[1])
    if len(highlight) != 4:
        raise ValueError(
            f"draw.grid: highlight has {len(highlight)} entries; it takes four: "
            "row, column, height and width."
        )
    names = ("row", "column", "height", "width")
    r, c, h, w = (
        whole_number(value, f"draw.grid: highlight {name}", 0 if index < 2 else 1)
        for index, (name, value) in enumerate(zip(names, highlight, strict=True))
    )
    if r + h > rows or c + w > columns:
        raise ValueError(
            f"draw.grid: a {h}×{w} window at row {r}, column {c} leaves the {rows}×{columns} grid; "
            "rows and columns are counted from 0, padding included."
        )
    return r, c, h, w


def _sentence(
    look: Role,
    title: str | None,
    values: np.ndarray,
    cells: list[list[str]],
    one_line: bool,
    ring: tuple[int, int],
    window: tuple[int, ...] | None,
) -> str:
    shape = f"of {values.size}" if one_line else times(values.shape)
    name = look.word.capitalize()
    if title and title.lower() != look.word:
        name += f" {title},"
    sentence = f"{name} {shape}"
    if values.size <= LISTED:
        lines = (" ".join(content or "empty" for content in line) for line in cells)
        sentence += f" ({' / '.join(lines)})"
    else:
        low, high = format_number(values.min(), 2), format_number(values.max(), 2)
        sentence += f" with values from {low} to {high}"
    if any(ring):
        amount = str(ring[1]) if one_line or ring[0] == ring[1] else f"{ring[0]} and {ring[1]}"
        sentence += f", with padding {amount}"
    if window:
        r, c, h, w = window
        at = f"at {c}" if one_line else f"at row {r}, column {c}"
        size = f"of {w}" if one_line else f"{h}×{w}"
        sentence += f", window {size} {at}"
    return sentence + "."


def _joined(items: Sequence[Scene | str]) -> str:
    words = []
    for index, item in enumerate(items):
        if isinstance(item, str):
            words.append(OPERATORS.get(item.strip(), item.strip()))
        else:
            sentence = item.sentence.removesuffix(".")
            if index and sentence.split(" ")[0].lower() in {look.word for look in ROLES.values()}:
                sentence = sentence[0].lower() + sentence[1:]
            if index and not isinstance(items[index - 1], str):
                words[-1] += ";"
            words.append(sentence)
    return " ".join(word for word in words if word) + "."

"""Places of a picture that react to being pointed at: data, as the picture itself is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Region:
    """A rectangle of equal cells.

    A cell leads to a state (``sets`` and ``values``), or takes a number (``types`` and ``texts``),
    or both: then a drag leads and a click types.

    Args:
        name: what a screen reader calls it, different from all others in the scene.
        x, y: its top left corner, in pixels of the scene.
        width, height: of one cell.
        rows, columns: how many cells.
        sets: the control that a cell sets.
        values: what it sets it to, row by row; None where a cell leads nowhere. Without ``sets``,
            pairs (control, value), for cells that set several.
        types: the array whose cells take a number; the cell at row 1, column 2 of ``x`` is
            ``x[1,2]`` in the state's ``typed``.
        texts: the numbers as they stand now, row by row.
        draws: the pad (a control) that lies here.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    rows: int = 1
    columns: int = 1
    sets: str = ""
    values: tuple[Any, ...] = ()
    types: str = ""
    texts: tuple[str, ...] = ()
    draws: str = ""

    def page(self) -> dict[str, Any]:
        """Return what the page has to know."""
        said = {name: value for name, value in vars(self).items() if value not in ("", ())}
        if self.values and not self.sets:
            said["values"] = [value and dict(value) for value in self.values]
        return said

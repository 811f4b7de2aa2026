"""What the cells of a notebook are: code or text, for whom, and where a reader finds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

Cell = dict[str, Any]

TAGS = frozenset(
    "setup predict reveal implement check explore exercise hint solution instructor slow "
    "raises-exception hide-input".split()
)
LIVE_TAGS = frozenset("live-type live-blank live-run live-skip".split())
NBVAL_TAGS = frozenset(
    "nbval-ignore-output nbval-check-output nbval-raises-exception nbval-skip".split()
)


def tags(cell: Cell) -> frozenset[str]:
    """Return the tags of a cell."""
    return frozenset(cell.get("metadata", {}).get("tags", ()))


def is_code(cell: Cell) -> bool:
    """Return whether a cell is run."""
    return bool(cell["cell_type"] == "code")


def is_text(cell: Cell) -> bool:
    """Return whether a cell is read: Markdown."""
    return bool(cell["cell_type"] == "markdown")


def is_question(cell: Cell) -> bool:
    """Return whether a cell asks for a prediction: its code is one call of `predict`."""
    return is_code(cell) and "predict" in tags(cell)


def is_for_instructors(cell: Cell) -> bool:
    """Return whether a cell is for those who teach, and for nobody else."""
    return "instructor" in tags(cell)


def is_to_write(cell: Cell) -> bool:
    """Return whether a cell holds what a learner writes: an implementation or a solution."""
    return bool(tags(cell) & {"implement", "solution"})


def place(cells: Sequence[Cell], index: int) -> str:
    """Return where a cell stands, in words by which a reader of JupyterLab finds it.

    A cell of code has the number that stands in its brackets once the notebook has been run; of a
    text its first words are given: ``cell [7] in "2 · Padding"``, ``the text "Words that say" after
    cell [6] in "2 · Padding"``.
    """
    number = sum(cell["cell_type"] == "code" for cell in cells[: index + 1])
    headings = [
        found
        for cell in cells[: index + 1]
        if cell["cell_type"] == "markdown"
        for found in re.findall(r"^#+ (.+)$", cell["source"], re.MULTILINE)
    ]
    section = f' in "{headings[-1]}"' if headings else ""
    if cells[index]["cell_type"] == "code":
        return f"cell [{number}]{section}"
    words = " ".join(cells[index]["source"].split())
    beginning = words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + " …"
    where = f" after cell [{number}]" if number else ""
    return f'the text "{beginning}"{where}{section}'

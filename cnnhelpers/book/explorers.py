"""The explorers of a notebook, and what a page has to know of each so that it needs no Python."""

from __future__ import annotations

import base64
import json
import math
import warnings
from dataclasses import dataclass
from typing import Any

from cnnhelpers.book.slices import value
from cnnhelpers.check.running import time_allowed
from cnnhelpers.course.cells import is_code, place, tags
from cnnhelpers.explore.kit.controls import Pad
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.tables import pack, unpack

PATIENCE = 600.0  # seconds for a function of the notebook's, which ends, however busy the machine
TYPED = ("types", "texts")  # what a region has for cells that take numbers
TYPING = "Other numbers can be typed in the notebook; here they stay as they are."


@dataclass(frozen=True)
class Shown:
    """An explorer in a notebook: its key, the place of its cell, and itself.

    `live` says whether all its states can be computed beforehand: no photographs, no drawing.
    """

    key: str
    cell: int
    explorer: Explorer

    @property
    def live(self) -> bool:
        """Whether it can do without Python."""
        drawn = any(isinstance(control, Pad) for control in self.explorer.controls)
        return self.explorer.ahead and not drawn


def explorers(notebook: dict[str, Any], name: str) -> list[Shown]:
    """Make the explorers of the notebook whose file is called `name`, by running what they need.

    Raises:
        ValueError: an explorer says something else than the sentence that the notebook has stored.
    """
    found = []
    for index, cell in enumerate(notebook["cells"]):
        if not is_code(cell) or "explore" not in tags(cell):
            continue
        with warnings.catch_warnings(), time_allowed(PATIENCE):
            warnings.simplefilter("ignore")
            made = value(notebook["cells"], index)
        if not isinstance(made, Explorer):
            continue
        stored = _stored(cell)
        with time_allowed(PATIENCE):
            said = made.sentence
        if said != stored:
            where = place(notebook["cells"], index)
            raise ValueError(
                f"{name}, {where}: the explorer says {said!r}, and the notebook has "
                f"stored {stored!r}; `make notebooks` stores it anew."
            )
        found.append(Shown(f"{name[:2]}-{cell['id']}", index, made))
    return found


def _stored(cell: dict[str, Any]) -> str:
    texts = [output["data"]["text/plain"] for output in cell["outputs"] if "data" in output]
    return texts[-1] if texts else ""


def script(shown: Shown) -> str:
    """Return the script that hands an explorer to the page: all its states but those with typing.

    A page on disk may load scripts, but no other files.
    """
    spec = {**shown.explorer.spec(), "typing": None}
    with time_allowed(PATIENCE):
        tables, _ = shown.explorer.tables_ahead(math.inf)
    packed = pack(_without_typing(unpack(tables.packed())))
    given = {
        "spec": spec,
        "state": shown.explorer.state,
        "note": TYPING if shown.explorer.typing else "",
        "tables": base64.b64encode(packed).decode("ascii"),
    }
    words = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    return f"cnnBook.explorer({json.dumps(shown.key)}, {words});\n"


def _without_typing(tables: dict[str, Any]) -> dict[str, Any]:
    """Return tables whose cells lead to states, and take no numbers."""
    kept: dict[int, int] = {}
    regions: list[dict[str, Any]] = []
    for index, region in enumerate(tables["regions"]):
        if "values" in region:
            kept[index] = len(regions)
            regions.append({name: one for name, one in region.items() if name not in TYPED})
    settings = {
        key: [
            [placed, phrases, [kept[one] for one in shown if one in kept], goals]
            for placed, phrases, shown, goals in states
        ]
        for key, states in tables["settings"].items()
    }
    return {**tables, "regions": regions, "settings": settings}

"""When the blocks of a section are to be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cnnhelpers.course.instructor import EXERCISES, sections_of
from cnnhelpers.course.live import Block
from cnnhelpers.course.schedule import Stretch


def minutes_of(blocks: Sequence[Block], stretch: Stretch | None) -> list[int | None]:
    """Return for each block of a section the minute in which it is to be begun.

    They divide the section's time evenly, and the first share of it is for what is said before.
    None stands for a block that is not in the plan: its section is not, or the plan names other
    functions of the section in place of this one.
    """
    if stretch is None:
        return [None for _ in blocks]
    named = set(re.findall(r"`(\w+)`", " ".join(part.part for part in stretch.parts)))
    names = {block.name for block in blocks if block.name}
    left_out = names - named if names & named else set()
    inside = [block for block in blocks if not left_out & set(re.findall(r"\w+", block.code))]
    return [
        stretch.start + stretch.minutes * (inside.index(block) + 1) // (len(inside) + 1)
        if block in inside
        else None
        for block in blocks
    ]


def section_at(notebook: dict[str, Any], cell: int) -> str:
    """Return the section in which a cell stands, as a plan names it, or "" before the first."""
    return next(reversed(sections_of(notebook["cells"][: cell + 1])), "")


def section_of(block: Block) -> str:
    """Return the section of a block, as a plan names it."""
    section = block.number.rpartition(".")[0]
    return EXERCISES if section == "Exercises" else section

"""Where a class is, against the plan: minutes planned and minutes gone.

The plan comes from the instructor cells of the complete notebook; where there is none, from the
minutes that its sections state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.cells import is_for_instructors, is_text
from cnnhelpers.course.instructor import TAUGHT, instructor_guide
from cnnhelpers.course.schedule import stretches

_SECTION = re.compile(r"^## (\d+) · (.+)$", re.MULTILINE)
_MINUTES = re.compile(r"^\*About (\d+) minutes", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A part of a plan: the number of its section or "", what it is called, and its minutes."""

    section: str
    name: str
    minutes: int


def plan_of(notebook: dict[str, Any], length: int = TAUGHT) -> list[Part]:
    """Return the parts of a plan of so many minutes, in the order of the hour.

    Raises ValueError for a length that has no plan, and where a notebook plans nothing.
    """
    try:
        guide = instructor_guide(notebook)
    except ValueError:
        guide = None
    if guide is None:
        parts = _stated(notebook)
        if not parts:
            raise ValueError("This notebook states no minutes, so there is no plan to keep to.")
        return parts
    return [
        Part(
            stretch.place if stretch.place.isdigit() else "",
            f"section {stretch.place}" if stretch.place.isdigit() else stretch.place,
            stretch.minutes,
        )
        for stretch in stretches(notebook, guide, length)
    ]


def _stated(notebook: dict[str, Any]) -> list[Part]:
    """Return the sections with the minutes that they state."""
    parts, section = [], ""
    for cell in notebook["cells"]:
        if cell["cell_type"] != "markdown" or is_for_instructors(cell):
            continue
        for match in re.finditer(rf"{_SECTION.pattern}|{_MINUTES.pattern}", cell["source"], re.M):
            section = match[1] or section
            if match[3] and section:
                parts.append(Part(section, f"section {section}", int(match[3])))
                section = ""
    return parts


def section_of(notebook: dict[str, Any], cell_id: str | None) -> str:
    """Return the number of the section in which a cell stands, or ""."""
    section = ""
    for cell in notebook["cells"]:
        if is_text(cell) and not is_for_instructors(cell):
            for match in re.finditer(r"^## (?:(\d+) · )?", cell["source"], re.MULTILINE):
                section = match[1] or ""
        if cell_id is not None and cell.get("id") == cell_id:
            return section
    return ""


def compared(parts: list[Part], minutes: float, section: str = "") -> str:
    """Return in a sentence how the minutes that are gone compare with the plan."""
    total = sum(part.minutes for part in parts)
    gone = f"{minutes:.0f} of {total} minutes are gone."
    ends, end = {}, 0
    for part in parts:
        end += part.minutes
        ends[part.section or part.name] = end
    if section not in ends:
        return gone
    late = minutes - ends[section]
    if late >= 1:
        return f"{gone} Section {section} was planned to end at {ends[section]}: {late:.0f} behind."
    return f"{gone} Section {section} is planned to end at {ends[section]}."

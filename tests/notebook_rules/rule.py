"""What a rule is, what it says, and how it looks at a notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_text, place
from cnnhelpers.course.instructor import without_instructor

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"

Notebook = dict[str, Any]
Cell = dict[str, Any]
Complaint = tuple[int | None, str]
Rule = Callable[[Notebook, str, list[str]], Iterator[Complaint]]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """A rule for what learners have: it does not see the instructor cells, which stand last."""

    def for_learners(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
        return function(without_instructor(notebook), name, names)

    RULES[function.__name__] = for_learners
    return function


def rule_for_all(function: Rule) -> Rule:
    """A rule for every cell of a notebook, those for instructors, too."""
    RULES[function.__name__] = function
    return function


def told(notebook: Notebook, name: str, rule: str, complaint: Complaint) -> str:
    """One complaint as a sentence: the notebook, the place in it, what is wrong, and the rule."""
    index, sentence = complaint
    where = "" if index is None else f"{place(notebook['cells'], index)}: "
    return f"{name}: {where}{sentence}. (Rule: {rule.replace('_', ' ')}.)"


def complaints(notebook: Notebook, name: str, names: list[str]) -> list[str]:
    """What all rules have to say of a notebook; `names` are the notebooks of the course."""
    return [
        told(notebook, name, key, complaint)
        for key, each in RULES.items()
        for complaint in each(notebook, name, names)
    ]


# Looking at a notebook ----------------------------------------------------------------------------


def code_cells(notebook: Notebook) -> list[tuple[int, Cell]]:
    """Each cell of code, with its index."""
    return [each for each in enumerate(notebook["cells"]) if each[1]["cell_type"] == "code"]


def code_lines(cell: Cell) -> int:
    return sum(bool(line.strip()) for line in cell["source"].split("\n"))


def prose(notebook: Notebook) -> str:
    return "\n\n".join(cell["source"] for cell in notebook["cells"] if is_text(cell))


def section(notebook: Notebook, heading: str) -> str:
    """The text under a heading of the second level."""
    match = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", prose(notebook), re.M | re.S)
    return match[1] if match else ""


def where(notebook: Notebook, heading: str) -> int | None:
    """The cell in which a heading of the second level stands."""
    for index, cell in enumerate(notebook["cells"]):
        if is_text(cell):
            if re.search(rf"^## {re.escape(heading)}$", cell["source"], re.M):
                return index
    return None


def introduction(name: str) -> bool:
    """Notebook 00 explains the course; it has no rounds and no exercises of its own."""
    return name.startswith("00_")


def trial(name: str) -> bool:
    """Numbers from 90 on are for trying something out; they have no place in the order."""
    return name >= "90"

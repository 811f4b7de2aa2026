"""The first page of the book: what it is, and its notebooks with their questions."""

from __future__ import annotations

import re
from typing import Any

from cnnhelpers.course.notebooks import title

PARTS = {
    "Part I · Convolution": range(0, 9),
    "Part II · Learning": range(9, 15),
    "Part III · Architectures": range(15, 90),
    "To try something out": range(90, 100),
}

WELCOME = """\
# CNNs from Scratch

Build convolutional neural networks yourself: every operation in NumPy, number by number.

This is the complete edition of the course, for reading. Its explorers work here, without any
installation: move a slider with the arrow keys, or point at the picture, and the sentence below
says what you see. Questions can be answered; your answers stay in this browser. Solutions are
folded up.

To write the functions yourself, and to have them checked, install the course: the notebook of each
page stands at its top.
"""


def front_page(notebooks: dict[str, dict[str, Any]]) -> str:
    """Return the first page, in MyST; `notebooks` maps the name of each page to its notebook."""
    lines = [WELCOME]
    for part, numbers in PARTS.items():
        pages = {name: one for name, one in notebooks.items() if int(name[:2]) in numbers}
        if not pages:
            continue
        lines += [f"## {part}", "", "| Notebook | Question | Minutes |", "|---|---|---|"]
        for name, notebook in pages.items():
            question, minutes = _question_and_minutes(notebook["cells"][0]["source"])
            lines.append(f"| [{title(notebook)}]({name}.ipynb) | {question} | {minutes} |")
        lines += ["", "```{toctree}", ":hidden:", f":caption: {part}", "", *pages, "```", ""]
    lines += [
        "## To look things up",
        "",
        "Every term of the course stands in the [glossary](glossary.md), in English and Chinese.",
        "",
        "```{toctree}",
        ":hidden:",
        ":caption: To look things up",
        "",
        "glossary",
        "```",
        "",
    ]
    return "\n".join(lines)


def _question_and_minutes(block: str) -> tuple[str, str]:
    """Return the question and the minutes from the first cell of a notebook."""
    question = re.search(r"^\*\*(.+)\*\*$", block, re.MULTILINE)
    minutes = re.search(r"About (\d+) minutes", block)
    return question[1] if question else "", minutes[1] if minutes else ""

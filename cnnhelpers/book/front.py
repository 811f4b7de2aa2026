"""The first page of the book: what it is, and its notebooks with their questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

PARTS = {
    "Part I · Convolution": range(0, 9),
    "Part II · Learning": range(9, 15),
    "Part III · Architectures": range(15, 90),
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


def front_page(notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the first page, in MyST; `notebooks` maps the name of each page to its notebook."""
    lines = [WELCOME]
    for part, numbers in PARTS.items():
        pages = {name: one for name, one in notebooks.items() if int(name[:2]) in numbers}
        if not pages:
            continue
        lines += [f"## {part}", "", "| Notebook | Question | Minutes |", "|---|---|---|"]
        for name, notebook in pages.items():
            title, question, minutes = _heading(notebook["cells"][0]["source"])
            lines.append(f"| [{title}]({name}.ipynb) | {question} | {minutes} |")
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


def _heading(block: str) -> tuple[str, str, str]:
    """Return title, question and minutes from the first cell of a notebook."""
    title = re.search(r"^# (.+)$", block, re.MULTILINE)
    question = re.search(r"^\*\*(.+)\*\*$", block, re.MULTILINE)
    minutes = re.search(r"About (\d+) minutes", block)
    found = [match[1] if match else "" for match in (title, question, minutes)]
    return found[0], found[1], found[2]

"""The files that a learner finds in the browser: practice copies that fetch the package first."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_code
from cnnhelpers.course.editions import practice_edition
from cnnhelpers.course.notebooks import course_notebooks, notebooks_folder, read

# Elsewhere it does nothing: a copy that is taken into an installation runs there as well.
FETCH = """import sys

if sys.platform == "emscripten":  # in a browser
    %pip install -q cnnhelpers"""
_KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}


def write_contents(folder: Path, names: Iterable[str] = ()) -> None:
    """Write the practice copies, and the glossary that they lead to, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in course_notebooks(names):
        copy = for_the_browser(practice_edition(read(path), path.name))
        # With texts in one piece: the page takes files as they are, and knows no lists of lines.
        text = json.dumps(copy, ensure_ascii=False, indent=1)
        (folder / path.name).write_text(text + "\n", encoding="utf-8")
    shutil.copy(notebooks_folder() / "glossary.md", folder / "glossary.md")


def for_the_browser(practice: dict[str, Any]) -> dict[str, Any]:
    """Return a practice copy whose first code fetches the package, for the kernel in the page."""
    cells = list(practice["cells"])
    first = next(n for n, cell in enumerate(cells) if is_code(cell))
    fetch: dict[str, Any] = {
        "cell_type": "code",
        "id": "fetch",
        "metadata": {"tags": ["setup"]},
        "source": FETCH,
        "execution_count": None,
        "outputs": [],
    }
    metadata = {**practice["metadata"], "kernelspec": _KERNEL}
    return {**practice, "cells": [*cells[:first], fetch, *cells[first:]], "metadata": metadata}

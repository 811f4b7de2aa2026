"""Where the course's notebooks are, how they are read and written, and the tasks in them.

A notebook is handled as the plain dictionary of its JSON, with every cell's `source` joined to one
string. The complete edition is the only one written by hand; the tags of its cells (`cells.TAGS`)
say what the practice edition leaves out, and where the hints and the solution of a task stand.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_code, tags

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
COMPLETE = {"edition": "complete"}  # the complete edition's metadata, under "cnnhelpers"

_NAME = "[0-9][0-9]_*.ipynb"
_DETAILS = re.compile(r"<details>\s*<summary>(.*?)</summary>(.*?)</details>", re.DOTALL)
_EXERCISE = re.compile(r"\bExercise\s+(\d+)")


def notebooks_folder() -> Path:
    """Return the folder of the complete notebooks: the checkout's, or else the one inside the
    package.

    Raises FileNotFoundError where neither holds any notebook.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package.parent / "notebooks", package / "_notebooks"):
        if any(folder.glob(_NAME)):
            return folder
    raise FileNotFoundError(
        "The course's notebooks are not there: neither beside the package nor inside it; "
        "install the package again, or run this in a copy of the course."
    )


def beside_the_notebooks(name: str) -> Path:
    """Return the folder of this name beside the checkout's notebooks, else in this folder."""
    folder = notebooks_folder()
    parent = folder.parent if folder.name == "notebooks" else Path.cwd()
    return parent / name


def course_notebooks(names: Iterable[str] = ()) -> list[Path]:
    """Return the complete notebooks in order; `names` such as "02" or "02_cross" select some.

    Raises ValueError for a name that selects nothing.
    """
    paths = sorted(notebooks_folder().glob(_NAME))
    names = list(names)
    if not names:
        return paths
    chosen = []
    for name in names:
        stem = Path(name).name.removesuffix(".ipynb")
        found = [path for path in paths if path.stem.startswith(stem)]
        if not found:
            known = ", ".join(path.stem for path in paths)
            raise ValueError(f"There is no notebook {name!r}; there are {known}.")
        chosen += found
    return sorted(set(chosen))


def read(path: Path) -> dict[str, Any]:
    """Read a notebook; sources and other texts that JSON holds as lists of lines become strings."""
    notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    for cell in notebook.get("cells", []):
        cell["source"] = _joined(cell.get("source", ""))
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = _joined(output["text"])
            for kind, value in output.get("data", {}).items():
                if not kind.endswith("json"):
                    output["data"][kind] = _joined(value)
    return notebook


def written(notebook: dict[str, Any]) -> str:
    """Return the text of a notebook file, as Jupyter writes it: sorted keys, one line of source a
    line.
    """

    def split(text: Any) -> Any:
        return text.splitlines(keepends=True) if isinstance(text, str) else text

    cells = []
    for cell in notebook["cells"]:
        cell = {**cell, "source": split(cell["source"])}
        if "outputs" in cell:
            cell["outputs"] = [_split_output(output, split) for output in cell["outputs"]]
        cells.append(cell)
    text = json.dumps({**notebook, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True)
    return text + "\n"


def widget_view(model_id: str) -> dict[str, Any]:
    """Return the part of an output by which a page shows the widget of this id."""
    return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": model_id}}


def title(notebook: dict[str, Any]) -> str:
    """Return the title of a notebook, such as "03 · Padding": the first line of its first cell."""
    return str(notebook["cells"][0]["source"].split("\n")[0].removeprefix("# "))


@dataclass(frozen=True)
class Task:
    """Something the learner writes: an `implement` cell, or an exercise with its solution.

    `name` is the first function or class that the cell defines, otherwise `exercise_N`; `number`
    is the N of an exercise. `index` is the place of the implement or solution cell among the cells,
    and `cell_type` its type: a solution may be prose.
    """

    name: str
    number: int | None
    kind: str
    hints: tuple[str, ...]
    index: int | None
    cell_type: str
    solution: str

    @property
    def names(self) -> tuple[str, ...]:
        """All names that `%hint` and `%solution` accept for this task."""
        return (self.name,) if self.number is None else (self.name, f"exercise_{self.number}")


def tasks(notebook: dict[str, Any]) -> list[Task]:
    """Return the tasks of a notebook, in order; works on the complete and on the practice edition.

    An exercise without a solution cell is listed with `index` None.
    """
    found: list[dict[str, Any]] = []
    current: dict[str, Any] | None = None
    for index, cell in enumerate(notebook["cells"]):
        kinds = tags(cell)
        if "exercise" in kinds:
            match = _EXERCISE.search(cell["source"])
            number = int(match[1]) if match else None
            current = {"kind": "exercise", "number": number, "hints": [], "cell": None}
            found.append(current)
        elif "implement" in kinds:
            current = {"kind": "implement", "number": None, "hints": [], "cell": index}
            found.append(current)
        elif "solution" in kinds:
            # A second solution belongs to no exercise; the lint of the notebooks finds it.
            if current is not None and current["cell"] is None:
                current["cell"] = index
        elif "hint" in kinds and current is not None:
            current["hints"] += hints_in(cell["source"])
        elif current is not None and cell["source"].lstrip().startswith("## "):
            current = None
    return [_task(notebook, entry) for entry in found]


def solutions(notebook: dict[str, Any]) -> dict[str, str]:
    """Return the name of each task -> the text of its implement or solution cell."""
    return {task.name: task.solution for task in tasks(notebook) if task.index is not None}


def hints_in(source: str) -> list[str]:
    """Return the hints of a hint cell: its `<details>` blocks, or the whole text where there are
    none.
    """
    blocks = [body.strip() for _, body in _DETAILS.findall(source)]
    return blocks or [source.strip()]


def defined_name(source: str) -> str | None:
    """Return the first function or class that the code of a cell defines at its top level."""
    for node in parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            return node.name
    return None


def parse(source: str) -> ast.Module:
    """Return the syntax tree of a cell; lines that are IPython commands count as `pass`."""
    return ast.parse(
        "\n".join(re.sub(r"^\s*[%!?].*$", "pass", line) for line in source.split("\n"))
    )


def _task(notebook: dict[str, Any], entry: dict[str, Any]) -> Task:
    index, number = entry["cell"], entry["number"]
    cell = None if index is None else notebook["cells"][index]
    name = None
    if cell is not None and is_code(cell):
        name = defined_name(cell["source"])
    return Task(
        name=name or ("unnamed" if number is None else f"exercise_{number}"),
        number=number,
        kind=entry["kind"],
        hints=tuple(entry["hints"]),
        index=index,
        cell_type="code" if cell is None else cell["cell_type"],
        solution="" if cell is None else cell["source"],
    )


def _joined(text: Any) -> Any:
    if isinstance(text, list) and all(isinstance(line, str) for line in text):
        return "".join(text)
    return text


def _split_output(output: dict[str, Any], split: Any) -> dict[str, Any]:
    output = dict(output)
    if "text" in output:
        output["text"] = split(output["text"])
    if "data" in output:
        # Jupyter keeps pictures in one line and splits texts, SVG among them.
        output["data"] = {
            kind: split(value) if kind.startswith("text/") or kind == "image/svg+xml" else value
            for kind, value in output["data"].items()
        }
    return output

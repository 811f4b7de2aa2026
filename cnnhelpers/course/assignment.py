"""`python -m cnnhelpers assignment NN`: a notebook of the course as an nbgrader assignment.

The source notebook is the practice edition with the solutions put back between nbgrader's marks.
After each check stands a locked cell that gives the points. Hints, the answers to quick questions
and whatever a practice copy leaves out are not in it.
"""

from __future__ import annotations

import argparse
import ast
import re
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.cells import is_code, is_text, tags
from cnnhelpers.course.editions import ANSWER, PLACEHOLDER, practice_edition
from cnnhelpers.course.files import in_words
from cnnhelpers.course.notebooks import Task, course_notebooks, parse, read, tasks, written
from cnnhelpers.files import write_new, write_whole

POINTS = 2  # for a task
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
TARGET = Path("assignments")
CONFIG = "nbgrader_config.py"

_DETAILS = re.compile(r"<details>.*?</details>\s*", re.DOTALL)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!\w+:|#)[^)]+\)")
_GRADED = "check-"  # grade_ids of locked cells

RULES = """\
**This notebook gives marks.** Write your answers in the cells that ask for them, and leave the \
cells that begin with "Marks" as they are. The checks help as always. For marks, your functions \
are also tried with other numbers than the checks use.

What counts is your own text, with NumPy and Python. An answer that fetches the course's own \
function or asks PyTorch scores nothing; a function of the course counts where the task itself \
uses it."""


def assignment(notebook: dict[str, Any], name: str, points: int = POINTS) -> dict[str, Any]:
    """Return a complete notebook whose file is called `name` as a source notebook for nbgrader.

    Each task has so many points: those with a check are marked by it, the others by hand.
    """
    solved = {cell["id"]: cell for cell in notebook["cells"]}
    by_cell = {
        notebook["cells"][task.index]["id"]: task
        for task in tasks(notebook)
        if task.index is not None
    }
    practice = practice_edition(notebook, name)
    cells: list[dict[str, Any]] = []
    waiting: Task | None = None  # for its check, behind which the marks stand
    for cell in practice["cells"]:
        kinds = tags(cell)
        task = by_cell.get(cell.get("id"))
        if waiting and task:
            cells.append(_marks(waiting, points))
            waiting = None
        if "hint" in kinds:
            continue
        if is_text(cell):
            cell["source"] = _LINK.sub(r"\1", _DETAILS.sub("", cell["source"])).rstrip()
        if task is None:
            cells.append(cell)
        elif task.name in EXERCISES:
            cell["source"] = with_marks(solved[cell["id"]]["source"], task.name)
            cells.append(_graded(cell, task.name, solution=True))
            waiting = task
        else:
            source = solved[cell["id"]]["source"]
            code = is_code(cell)
            cell["source"] = f"{BEGIN}\n{source}\n{END}" if code else source
            cells.append(_graded(cell, task.name, solution=True, points=points))
        if waiting and is_code(cell) and f"check.{waiting.name}(" in cell["source"]:
            cells.append(_marks(waiting, points))
            waiting = None
    if waiting:
        cells.append(_marks(waiting, points))
    rules = {"cell_type": "markdown", "id": "marks-rules", "metadata": {}, "source": RULES}
    cells.insert(1, _graded(rules, "rules", locked=True))
    metadata = {**practice["metadata"], "cnnhelpers": {"edition": "assignment", "notebook": name}}
    return {**practice, "cells": cells, "metadata": metadata}


def with_marks(source: str, name: str) -> str:
    """Return a cell with the body of a function between nbgrader's marks; its docstring stays.

    Raises ValueError where the cell defines no such function, or in one line.
    """
    lines = source.split("\n")
    for node in parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            first = node.body[0].lineno - 1 if body is node.body else node.body[0].end_lineno
            end = node.end_lineno or node.lineno
            while end < len(lines) and re.match(r"\s+#", lines[end]):
                end += 1
            if not body or not lines[body[0].lineno - 1][: body[0].col_offset].isspace():
                break
            indent = " " * body[0].col_offset
            inside = [indent + BEGIN, *lines[first:end], indent + END]
            return "\n".join([*lines[:first], *inside, *lines[end:]])
    raise ValueError(f"assignment: {name} is not defined with a body on lines of its own.")


def graded_exercise(cell: Any) -> str | None:
    """Return the exercise that a locked cell gives marks for, or None."""
    grade_id = str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", ""))
    name = grade_id.removeprefix(_GRADED)
    return name if grade_id.startswith(_GRADED) and name in EXERCISES else None


def _marks(task: Task, points: int) -> dict[str, Any]:
    """Return the locked cell that gives the points of a task."""
    name = task.name
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": f"marks-{name}"[:64],
        "metadata": {},
        "source": f"# Marks: {points} points. This cell stays as it is.\n"
        "from cnnhelpers.course import marking\n"
        f"assert marking.check.{name}({name}).passed",
        "execution_count": None,
        "outputs": [],
    }
    return _graded(cell, _GRADED + name, locked=True, points=points)


def _graded(
    cell: dict[str, Any],
    grade_id: str,
    *,
    solution: bool = False,
    locked: bool = False,
    points: int | None = None,
) -> dict[str, Any]:
    """Return a cell with what nbgrader has to know about it."""
    entry: dict[str, Any] = {
        "grade": points is not None,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        entry["points"] = points
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": entry}}


def config(seed: int) -> str:
    """Return the text of a configuration file for nbgrader."""
    return f'''\
"""How nbgrader grades the course's assignments. Written once; it is yours to change."""

import os
import sys

c = get_config()  # noqa: F821

# nbgrader calls programs of its environment by name, such as alembic. So they are found, too, where
# that environment is not activated.
os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])

c.ClearSolutions.code_stub = {{"python": "...  {PLACEHOLDER}"}}
c.ClearSolutions.text_stub = "{ANSWER}"

# By this number the arguments are drawn that only marks use: the same for the whole class, and
# others than the checks of the notebooks draw. Change it for another class.
os.environ.setdefault("CNNHELPERS_SEED", "{seed}")

# Each answer is judged once more by the grader itself, outside of the student's notebook.
c.Autograde.autograde_preprocessors = [
    "nbgrader.preprocessors.Execute",
    "cnnhelpers.course.marking.grader.MarkApart",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Execute.timeout = 300  # seconds for a cell
'''


def main(argv: Sequence[str] | None = None) -> int:
    """Run `assignment [--target FOLDER] [--points N] [--replace] NOTEBOOK ...`.

    Returns the exit status.
    """
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers assignment",
        description="Make nbgrader assignments of the notebooks: source/NAME/NAME.ipynb in the "
        f"folder of your class, and {CONFIG} where there is none. Then, in that folder: "
        "`nbgrader generate_assignment NAME`.",
    )
    parser.add_argument("notebooks", nargs="+", help="such as 03")
    parser.add_argument(
        "--target", type=Path, default=TARGET, help=f"the class's folder, instead of {TARGET}"
    )
    parser.add_argument("--points", type=int, default=POINTS, help="for each task, instead of 2")
    parser.add_argument(
        "--replace", action="store_true", help="write source notebooks anew that are there already"
    )
    options = parser.parse_args(argv)
    if options.points < 1:
        parser.error(f"--points {options.points}: a task has one point or more.")
    try:
        for path in course_notebooks(options.notebooks):
            print(_write(path, options))
        if not (options.target / CONFIG).exists():
            write_new(options.target / CONFIG, config(secrets.randbelow(10**6)))
            print(f"Made {options.target / CONFIG}.")
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.target} cannot be written to: {in_words(error)}.", file=sys.stderr)
        return 1
    return 0


def _write(path: Path, options: argparse.Namespace) -> str:
    """Write the source notebook of an assignment; return what was done as a sentence."""
    place = options.target / "source" / path.stem / path.name
    text = written(assignment(read(path), path.name, options.points))
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        write_new(place, text)
        return f"Made {place}."
    if place.read_text(encoding="utf-8") == text:
        return f"{place} is there already, and up to date."
    if not options.replace:
        return f"{place} is there already and differs: it was left as it is; --replace writes anew."
    write_whole(place, text)
    return f"Wrote {place} anew."

"""What a learner has done: the table of `python -m cnnhelpers progress`, and of notebook 00.

A task with a check is done when its answer has passed; one without is counted as written when the
practice copy holds something in place of the empty cell.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.editions import ANSWER, default_target, stub
from cnnhelpers.course.notebooks import Task, course_notebooks, read, tasks
from cnnhelpers.course.place import is_practice, practice_folder
from cnnhelpers.course.records import recorded

_STARS = re.compile(r"\bExercise\s+(\d+)\s+(★+)")
DONE = {"passed": "yes", "written": "written", "open": "no"}


@dataclass(frozen=True)
class Row:
    """One task: `state` is "passed", "written" (nothing checks it) or "open"."""

    notebook: str
    exercise: str
    stars: str
    state: str

    @property
    def done(self) -> str:
        """The state as the table says it."""
        return DONE[self.state]


def rows(folder: Path | None, names: Iterable[str] = ()) -> list[Row]:
    """Every task of the course, or of the notebooks named, with what a practice folder says of it.

    Raises ValueError for a name that is no notebook.
    """
    passed = recorded(folder)["passed"]
    found = []
    for path in course_notebooks(names):
        notebook = read(path)
        stars = {
            int(match[1]): match[2]
            for cell in notebook["cells"]
            if (match := _STARS.search(cell["source"]))
        }
        copies = _copies(folder, path)
        for task in tasks(notebook):
            if task.name in EXERCISES:
                state = "passed" if task.name in passed else "open"
            else:
                state = "written" if any(_written(task, copy) for copy in copies) else "open"
            shown = task.name.replace("exercise_", "exercise ")
            found.append(Row(path.stem, shown, stars.get(task.number, ""), state))
    return found


class Table:
    """A table of progress that a notebook shows; each line is a notebook, or a task of one."""

    def __init__(self, head: list[str], lines: list[list[str]], sentence: str) -> None:
        self.head, self.lines, self.sentence = head, lines, sentence

    def __repr__(self) -> str:
        table = [self.head, *self.lines]
        widths = [max(len(line[column]) for line in table) for column in range(len(self.head))]
        text = [
            "  ".join(f"{entry:<{width}}" for entry, width in zip(line, widths)).rstrip()
            for line in table
        ]
        text.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([*text, "", self.sentence])

    def _repr_html_(self) -> str:
        left = 'style="text-align: left"'

        def line(entries: list[str], kinds: list[str]) -> str:
            cells = zip(kinds, map(html.escape, entries), strict=True)
            row = "".join(f"<{kind} {left}>{entry}</{kind[:2]}>" for kind, entry in cells)
            return f"<tr>{row}</tr>"

        others = len(self.head) - 1
        head = line(self.head, ['th scope="col"'] * len(self.head))
        body = "".join(line(each, ['th scope="row"', *["td"] * others]) for each in self.lines)
        return (
            f"<table><caption {left}>{html.escape(self.sentence)}</caption>"
            f"<thead>{head}</thead><tbody>{body}</tbody></table>"
        )


def show(notebook: str | None = None) -> Table:
    """The table for a notebook: one line a notebook, or with `show("03")` one line a task of it."""
    folder = practice_folder()
    if notebook is not None:
        return details(folder, [notebook])
    found = rows(folder)
    lines = []
    for name in dict.fromkeys(row.notebook for row in found):
        states = [row.state for row in found if row.notebook == name]
        marks = "".join("○" if state == "open" else "●" for state in states)
        count = f"{sum(state != 'open' for state in states)} of {len(states)}"
        lines.append([name, marks, count])
    return Table(["notebook", "tasks", "done"], lines, _sentence(found, folder))


def details(folder: Path | None, names: Iterable[str] = ()) -> Table:
    """The table with one line a task."""
    found = rows(folder, names)
    lines = [[row.notebook, row.exercise, row.stars, row.done] for row in found]
    return Table(["notebook", "exercise", "stars", "done"], lines, _sentence(found, folder))


def main(argv: list[str] | None = None) -> int:
    """`python -m cnnhelpers progress [--folder FOLDER] [NOTEBOOK ...]`; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers progress",
        description="Say which exercises you have done.",
    )
    parser.add_argument("notebooks", nargs="*", help="such as 02; all of them when left out")
    parser.add_argument(
        "--folder", type=Path, help="your practice folder, where it is not practice"
    )
    options = parser.parse_args(argv)
    try:
        folder = options.folder or (Path.cwd() if is_practice(Path.cwd()) else default_target())
        if not is_practice(folder):
            print(
                f"There are no practice copies in {folder} yet; `python -m cnnhelpers practice` "
                "makes them.",
                file=sys.stderr,
            )
            return 1
        table = details(folder, options.notebooks)
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(table)
    return 0


def _sentence(found: list[Row], folder: Path | None) -> str:
    done = sum(row.state != "open" for row in found)
    sentence = f"{done} of {len(found)} tasks done."
    records = recorded(folder)
    kept = len(records["answers"])
    if kept:
        sentence += f" my_cnn.py holds {kept} of your functions."
    entries = [entry for each in records["predictions"].values() for entry in each.values()]
    if entries:
        right = sum(entry.get("first") == entry.get("right") for entry in entries)
        sentence += f" Of {len(entries)} predictions, {right} were right at the first try."
    if folder is None:
        sentence += " Your practice copy counts yours."
    return sentence


def _copies(folder: Path | None, path: Path) -> list[dict[str, Any]]:
    """The learner's copies of a notebook that can be read."""
    if folder is None:
        return []
    found = []
    for file in [folder / path.name, *sorted(folder.glob(f"{path.stem}_updated_*.ipynb"))]:
        try:
            found.append(read(file))
        except (OSError, ValueError, AttributeError):
            continue
    return found


def _written(task: Task, copy: dict[str, Any]) -> bool:
    """Whether a copy holds something where a task without a check is to be answered."""
    empty = ANSWER if task.cell_type == "markdown" else stub(task.solution)
    try:
        mine = next(each for each in tasks(copy) if _same(each, task))
    except (StopIteration, SyntaxError, KeyError):
        return False
    return mine.index is not None and mine.solution.strip() not in ("", empty.strip())


def _same(one: Task, other: Task) -> bool:
    if one.kind != other.kind or one.number != other.number:
        return False
    return one.number is not None or one.name == other.name

"""What a learner has done: the table of notebook 00, and of `python -m cnnhelpers progress`.

A task with a check is done when an answer has passed, and the table says what helped: nothing,
hints, or the solution. Nothing checks the other tasks, so all that is said of them is whether the
practice copy holds something in place of the empty cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cnnhelpers.check import EXERCISES
from cnnhelpers.course.cells import is_text
from cnnhelpers.course.editions import ANSWER, default_target, stub
from cnnhelpers.course.links import link_to
from cnnhelpers.course.notebooks import Task, course_notebooks, read, tasks
from cnnhelpers.course.place import copied, edition_of, is_practice, kept_in, place_of
from cnnhelpers.course.records import FILE as RECORDS
from cnnhelpers.course.records import recorded
from cnnhelpers.course.table import Link, Table

_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_EXERCISE = re.compile(r"\bExercise\s+(\d+)\s+(★+)\s*([^*\n]*)")
Copies = dict[str, list[Path]]  # notebook of the course -> the learner's copies
HELP = ("by yourself", "with hints", "by solution")
_UPDATED = re.compile(r"_updated_(\d+)")
_LEGEND = "● passed its check, ◐ written, with no check to pass, ○ open."


@dataclass(frozen=True)
class Row:
    """One task.

    Attributes:
        notebook: the name of its notebook without the ending.
        title: the title of that notebook.
        exercise: what the task is called in `%hint`.
        about: the title of the exercise, or of the section that the task stands in.
        stars: how hard it is, "" for what everybody writes.
        state: "passed", "written" (nothing checks it) or "open".
        checked: whether there is a check to pass.
        hints, solution: what was asked for, before the answer passed.
        section: the heading above it.
    """

    notebook: str
    title: str
    exercise: str
    about: str = ""
    stars: str = ""
    state: str = "open"
    checked: bool = True
    hints: int = 0
    solution: bool = False
    section: str = ""

    @property
    def help(self) -> str:
        """What helped, in words that rows can be counted by."""
        return HELP[2] if self.solution else HELP[1] if self.hints else HELP[0]

    @property
    def done(self) -> str:
        """The state as the table says it."""
        if self.state == "open":
            return "no"
        if self.state == "written":
            return "written, no check" + (", solution seen" if self.solution else "")
        if self.help == "with hints":
            return f"with {self.hints} hint{'s' if self.hints > 1 else ''}"
        return self.help

    @property
    def mark(self) -> str:
        """The state as one sign."""
        return {"passed": "●", "written": "◐", "open": "○"}[self.state]


def rows(
    folder: Path | None, names: Iterable[str] = (), mine: Copies | None = None
) -> list[Row]:
    """Every task of the course, or of the notebooks named, with what a practice folder says of it.

    ``mine`` are the learner's copies, where they are known already.

    Raises ValueError for a name that is no notebook.
    """
    records = recorded(folder)
    mine = _copies(folder) if mine is None else mine
    found = []
    for path in course_notebooks(names):
        notebook = read(path)
        texts = [cell["source"] for cell in notebook["cells"] if is_text(cell)]
        title = next((match[1] for text in texts if (match := _TITLE.search(text))), path.stem)
        exercises = {int(each[1]): each for each in map(_EXERCISE.search, texts) if each}
        copies = [_readable(file) for file in mine[path.name]]
        for task in tasks(notebook):
            exercise = exercises.get(task.number) if task.number else None
            section = _section_of(notebook, task)
            checked = task.name in EXERCISES
            if checked:
                helped = records["passed"].get(task.name, {})
                state = "passed" if task.name in records["passed"] else "open"
            else:
                helped = records["helped"].get(path.name, {}).get(task.name, {})
                state = "written" if any(_is_written(task, each) for each in copies) else "open"
            found.append(
                Row(
                    notebook=path.stem,
                    title=title,
                    exercise=task.name.replace("exercise_", "exercise "),
                    about=exercise[3].strip(" .") if exercise else section.partition(" · ")[2],
                    stars=exercise[2] if exercise else "",
                    state=state,
                    checked=checked,
                    hints=int(helped.get("hints", 0)),
                    solution=bool(helped.get("solution", False)),
                    section=section,
                )
            )
    return found


def show(notebook: str | None = None) -> Table:
    """Return the table for a notebook: one line a notebook, or with `show("03")` one line a task of
    it.
    """
    place = place_of()
    if notebook is not None:
        return details(place.folder, [notebook], place.started)
    mine = _copies(place.folder)
    found = rows(place.folder, mine=mine)
    lines: list[list[str | Link]] = []
    for name in dict.fromkeys(row.notebook for row in found):
        ours = [row for row in found if row.notebook == name]
        checked = [row for row in ours if row.checked]
        passed = [row for row in checked if row.state == "passed"]
        link = Link(ours[0].title, _address(place.folder, name, mine, place.started))
        marks = "".join(row.mark for row in ours)
        lines.append([link, marks, f"{len(passed)} of {len(checked)}", _how(passed)])
    sentence = f"{_sentence(found, place.folder)}\n{_LEGEND}"
    return Table(["notebook", "tasks", "passed", "how"], lines, sentence)


def details(folder: Path | None, names: Iterable[str] = (), started: Path | None = None) -> Table:
    """Return the table with one line a task; its links lead from the folder `started`."""
    mine = _copies(folder)
    found = rows(folder, names, mine)
    lines: list[list[str | Link]] = []
    for row in found:
        address = _address(folder, row.notebook, mine, started)
        section = "#" + quote(row.section.replace(" ", "-")) if row.section else ""
        task = Link(row.exercise, address + section)
        lines.append([Link(row.notebook, address), task, row.about, row.stars, row.done])
    head = ["notebook", "task", "about", "stars", "done"]
    return Table(head, lines, _sentence(found, folder))


def chosen_folder(folder: Path | None = None) -> Path:
    """Return the practice folder that a command means: the one named, that of the shell, or the
    usual.

    Raises FileNotFoundError where there are no practice copies.
    """
    here, usual = Path.cwd(), default_target()
    if usual.parent == here and is_practice(usual) and not (here / RECORDS).exists():
        here = usual  # a notebook may lie around beside it
    wanted = folder or kept_in(here) or usual
    found = kept_in(wanted.absolute())
    if found is None:
        raise FileNotFoundError(
            f"There are no practice copies in {wanted} yet; `python -m cnnhelpers practice` makes "
            "them."
        )
    return found


# Words ------------------------------------------------------------------------------------------


def _sentence(found: Sequence[Row], folder: Path | None) -> str:
    checked = [row for row in found if row.checked]
    passed = [row for row in checked if row.state == "passed"]
    others = len(found) - len(checked)
    if folder is None:
        without = f", {others} have none" if others else ""
        return f"{len(checked)} tasks have a check{without}. Your practice copy counts yours."
    said = []
    if checked:
        how = f": {_how(passed)}" if passed else ""
        is_or_are = "is" if len(passed) == 1 else "are"
        said.append(f"{len(passed)} of {len(checked)} tasks with a check {is_or_are} done{how}.")
    if others:
        written = sum(row.state == "written" for row in found)
        is_or_are = "is" if written == 1 else "are"
        said.append(f"{written} of {others} tasks without a check {is_or_are} written.")
    records = recorded(folder)
    kept = len(records["answers"].keys() - records["left_out"].keys())
    if kept:
        said.append(f"my_cnn.py holds {kept} of your functions.")
    if records["left_out"]:
        said.append(f"It leaves out {', '.join(sorted(records['left_out']))}.")
    said += _predicted(records["predictions"])
    return " ".join(said)


def _how(passed: Sequence[Row]) -> str:
    """`2 by yourself, 1 with hints`."""
    counts = Counter(row.help for row in passed)
    return ", ".join(f"{counts[help]} {help}" for help in HELP if counts[help])


def _predicted(predictions: dict[str, Any]) -> list[str]:
    entries = [entry for each in predictions.values() for entry in each.values()]
    right = sum(entry.get("first") == entry.get("right") for entry in entries)
    if not entries:
        return []
    if len(entries) == 1:
        return [f"Your one prediction was {'right' if right else 'wrong'} at the first try."]
    was_or_were = "were" if right > 1 else "was"
    return [
        f"Of {len(entries)} predictions, {right or 'none'} {was_or_were} right at the first try."
    ]


# What the notebooks hold ------------------------------------------------------------------------


def _address(folder: Path | None, stem: str, mine: Copies, started: Path | None) -> str:
    """Return the newest copy of a notebook as a link from the folder `started`."""
    file = f"{stem}.ipynb"
    if folder is None:
        return quote(file)
    copy = [folder / file, *mine[file]][-1]
    return link_to(copy, started or folder)


def _copies(folder: Path | None) -> Copies:
    """Return the learner's copies of each notebook, newest last, also those put into subfolders or
    under another name.
    """
    found: Copies = {path.name: [] for path in course_notebooks()}
    for file in folder.rglob("*.ipynb") if folder is not None else ():
        if file.is_file() and ".ipynb_checkpoints" not in file.parts:
            name = copied(file, found)
            if name is not None and not edition_of(file):
                found[name].append(file)
    for name, files in found.items():
        files.sort(key=lambda file: (_update(file), file.name == name, file))
    return found


def _update(file: Path) -> int:
    """Return the number of the course's update that a copy was made from, 1 for the first."""
    return max(map(int, _UPDATED.findall(file.name)), default=1)


def _readable(file: Path) -> dict[str, Any]:
    """Return a notebook, or an empty one in place of what is none."""
    try:
        notebook = read(file)
        tasks(notebook)
    except (OSError, ValueError, AttributeError, KeyError, TypeError, SyntaxError):
        return {"cells": []}
    return notebook


def _section_of(notebook: dict[str, Any], task: Task) -> str:
    """Return the heading above a task."""
    section = ""
    for index, cell in enumerate(notebook["cells"]):
        if index == task.index:
            break
        if is_text(cell) and (match := _SECTION.search(cell["source"])):
            section = match[1]
    return section


def _is_written(task: Task, copy: dict[str, Any]) -> bool:
    """Return whether a copy holds something where a task without a check is to be answered."""
    empty = ANSWER if task.cell_type == "markdown" else stub(task.solution)
    mine = next((each for each in tasks(copy) if _is_same(each, task)), None)
    return (
        mine is not None
        and mine.index is not None
        and mine.solution.strip() not in ("", empty.strip())
    )


def _is_same(one: Task, other: Task) -> bool:
    if one.kind != other.kind or one.number != other.number:
        return False
    return one.number is not None or one.name == other.name

"""`%hint NAME` and `%solution NAME`, loaded by `%load_ext cnnhelpers` in the setup cell."""

from __future__ import annotations

import contextlib
import difflib
import logging
import re
from pathlib import Path
from typing import Any

from IPython.core.magic import Magics, line_magic, magics_class
from IPython.display import display

from cnnhelpers import system
from cnnhelpers.course import library
from cnnhelpers.course.editions import PLACEHOLDER, stub
from cnnhelpers.course.files import alone
from cnnhelpers.course.live import magics as live
from cnnhelpers.course.notebooks import Task, course_notebooks, read, tasks
from cnnhelpers.course.place import cells_run, place_of, practice_folder, this_notebook
from cnnhelpers.course.records import changing


@magics_class
class CourseMagics(Magics):
    """The two commands. Which hint comes next is remembered as long as the kernel runs."""

    def __init__(self, shell: Any) -> None:
        super().__init__(shell)
        self._shown: dict[tuple[str, str], int] = {}

    @line_magic
    def hint(self, line: str) -> None:
        """`%hint NAME` shows the next hint to the task NAME; `%hint 02 NAME` to that of 02."""
        found = self._find("hint", line)
        if found is None:
            return
        path, task = found
        number = self._shown.get((path.name, task.name), 0)
        if number >= len(task.hints):
            count = {0: "no hints", 1: "one hint, shown above"}.get(
                number, f"no more hints than {number}"
            )
            print(
                f"{task.name} has {count}. %solution {task.name} puts the solution into the cell."
            )
            return
        self._shown[path.name, task.name] = number + 1
        heading = f"**Hint {number + 1} of {len(task.hints)}** for `{task.name}`"
        text = f"{heading}\n\n{task.hints[number]}"
        display({"text/markdown": text, "text/plain": text}, raw=True)
        self._remember(path, task, hints=number + 1)

    @line_magic
    def solution(self, line: str) -> None:
        """`%solution NAME` puts the solution into this cell; what stood there becomes comments."""
        if place_of(self.shell).edition == "assignment":
            print("In a notebook that gives marks there are no solutions; %hint has hints.")
            return
        found = self._find("solution", line)
        if found is None:
            return
        path, task = found
        if task.cell_type == "markdown":
            display({"text/markdown": task.solution, "text/plain": task.solution}, raw=True)
        else:
            self.shell.set_next_input(with_solution(self._this_cell(), task), replace=True)
            print(
                f"The solution of {task.name} is in the cell now; run the cell once more to use it."
            )
        self._remember(path, task, solution=True)

    def _remember(self, path: Path, task: Task, **help: Any) -> None:
        """Note what helped, for the table of progress, in a practice folder only."""
        folder = practice_folder(self.shell)
        if folder is None or self._is_the_notebooks_own(path):
            return
        # A hint is worth more than the note of it, so a full disk is no reason to say anything.
        with contextlib.suppress(OSError), alone(folder), changing(folder) as (records, put):
            entry = records["helped"].setdefault(path.name, {}).setdefault(task.name, {})
            for key, value in help.items():  # a hint that is shown again adds nothing
                entry[key] = max(value, entry.get(key, value))
            for sentence in put:
                print(sentence)

    def _is_the_notebooks_own(self, path: Path) -> bool:
        """Return whether the notebook itself asks, to show how that is done, and not the learner.
        """
        here = self._this_cell().strip()
        return any(cell["source"].strip() == here for cell in read(path)["cells"])

    def _find(self, command: str, line: str) -> tuple[Path, Task] | None:
        """Return the notebook and the task that `line` names, or None after a sentence that helps.
        """
        line = re.sub(r"\bexercise[ -](\d+)", r"exercise_\1", line, flags=re.IGNORECASE)
        *prefix, name = line.replace("/", " ").split() or [""]
        name = name.strip("`'\"").removesuffix("()")
        prefix = [word.strip("`'\"") for word in prefix]
        try:
            paths = course_notebooks(prefix)
        except (FileNotFoundError, ValueError) as error:
            print(error)
            return None
        here = this_notebook(self.shell)
        if prefix:
            here = paths[0].name
        known: dict[str, tuple[Path, Task]] = {}
        nearby: list[str] = []
        elsewhere: dict[str, None] = {}
        for path in sorted(paths, key=lambda path: path.name != here):
            for task in tasks(read(path)):
                for alias in task.names:
                    # Every notebook has an "exercise_1": that of the notebook at hand is meant.
                    if path.name == here or not alias.startswith("exercise_"):
                        known.setdefault(alias, (path, task))
                    elif alias == name:
                        elsewhere[path.stem.partition("_")[0]] = None
                if path.name == here:
                    nearby.append(task.name)
        if name in known:
            return known[name]
        if not name:
            listed = ", ".join(nearby or known)
            example = (nearby or list(known))[0]
            print(
                f"Write a name after %{command}, as in %{command} {example}. There are: {listed}."
            )
            return None
        if elsewhere and not nearby:
            print(
                f"Notebooks {', '.join(elsewhere)} have an {name}. Say which one you mean: "
                f"%{command} {min(elsewhere)} {name}."
            )
            return None
        by_lower = {key.lower(): key for key in known}
        close = difflib.get_close_matches(name.lower(), by_lower, n=3, cutoff=0.5)
        near = [by_lower[key] for key in close] or nearby or list(known)
        print(f"Nothing to do is called {name!r} here; did you mean {' or '.join(near)}?")
        return None

    def _this_cell(self) -> str:
        try:
            return self.shell.get_parent()["content"]["code"]
        except (AttributeError, KeyError, TypeError):  # a terminal, not a notebook
            return (cells_run(self.shell) or [""])[-1]


def with_solution(cell: str, task: Task) -> str:
    """Return the solution of `task`, with the learner's text of the cell above it as comments.

    The command itself, an untouched stub and a text that already is the solution are not kept.
    """
    lines = [line for line in cell.split("\n") if not re.match(r"\s*%solution\b", line)]
    text = "\n".join(lines).strip("\n")
    if text.strip() in ("", PLACEHOLDER, stub(task.solution).strip()):
        return task.solution
    if text.rstrip().endswith(task.solution.rstrip()):
        return text
    kept = "\n".join(f"# {line}".rstrip() for line in text.split("\n"))
    return f"# What stood here before:\n{kept}\n\n{task.solution}"


def load(shell: Any) -> None:
    """Register the commands with a running IPython, and the keeper of answers that pass."""
    if not system.starts_threads():
        # In a browser nothing outlives a visit: Matplotlib looks for its fonts anew, and says so.
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    shell.register_magics(CourseMagics)
    live.load(shell)
    library.install(shell)

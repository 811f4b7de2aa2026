"""Exercises, their hints, solutions and checks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from cnnhelpers.course.cells import tags
from cnnhelpers.course.notebooks import defined_name, parse, tasks
from notebook_rules.rule import Complaint, Notebook, introduction, rule, where


@rule
def hints_and_solutions(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    found = tasks(notebook)
    for task in found:
        if len(task.hints) != 2:
            yield (
                task.index,
                f"{task.name} has {len(task.hints)} hints, 2 are right; write each as "
                "<details><summary>Hint 1</summary> … </details> in a cell with the tag 'hint'",
            )
        if task.index is None:
            yield None, f"{task.name} has no solution; add a cell with the tag 'solution'"
    solved = {task.index for task in found}
    for index, cell in enumerate(notebook["cells"]):
        if "solution" in tags(cell) and index not in solved:
            yield index, "it is a solution without an exercise, or a second one; one is right"
    repeated = [task.name for task in found]
    for each in sorted({each for each in repeated if repeated.count(each) > 1}):
        yield None, f"two tasks are called {each}; rename the function of one"


@rule
def exercises_with_stars(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    exercises = [index for index, cell in enumerate(notebook["cells"]) if "exercise" in tags(cell)]
    if not introduction(name) and not 3 <= len(exercises) <= 6:
        yield (
            where(notebook, "Exercises"),
            f"the number of exercises (cells with the tag 'exercise') is {len(exercises)}; "
            "3 to 6 are right",
        )
    for number, index in enumerate(exercises, 1):
        source = notebook["cells"][index]["source"]
        if not re.match(rf"\*\*Exercise {number} ★{{1,3}} \S[^*]*\*\*", source):
            yield index, f"its beginning is no title; write '**Exercise {number} ★ Title.**'"


@rule
def checks_follow(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    cells = notebook["cells"]
    for task in tasks(notebook):
        if task.index is None or task.cell_type != "code":
            continue
        function = defined_name(task.solution)
        if task.kind == "implement" and function is None:
            yield task.index, "it has the tag 'implement' and defines no function; write a def"
        if function is None:
            continue
        nearby = cells[task.index + 1 : task.index + 4]
        if not any(
            "check" in tags(cell) and f"check.{function}(" in cell["source"] for cell in nearby
        ):
            yield (
                task.index,
                f"no check of {function} follows; add a cell with the tag 'check' and "
                f"'{function} = check.{function}({function})'",
            )


@rule
def docstrings_say_what(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    """A learner's copy keeps the signature and the docstring: shapes and units stand there."""
    for task in tasks(notebook):
        if task.index is None or task.cell_type != "code":
            continue
        for node in parse(task.solution).body:
            if isinstance(node, ast.FunctionDef) and node.name == task.name:
                if ast.get_docstring(node) is None:
                    yield (
                        task.index,
                        f"{node.name} has no docstring; say in one what it takes and returns",
                    )

"""The text that is marked: a learner's function and what it calls, as a file of its own.

What it may take from the course is what the course's own solution takes, and nothing more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cnnhelpers.check import EXERCISES, Result
from cnnhelpers.course.blocks import Answer
from cnnhelpers.course.composing import compose
from cnnhelpers.course.notebooks import course_notebooks, parse, read, tasks
from cnnhelpers.course.sources import collect
from cnnhelpers.course.texts import free_names

SHORT = 60  # nodes of a syntax tree up to which two people may well write the same

_IMPORT = re.compile(
    r"(?:from (?P<module>cnnhelpers[\w.]*) import (?P<name>\w+)|import (?P<whole>cnnhelpers[\w.]*))"
    r"(?: as (?P<final>\w+))?\s*"
)
_STAND_IN = re.compile(r'(?P<final>\w+) = check\.EXERCISES\["(?P<exercise>\w+)"\]\.course\b.*')
_CHECK = "from cnnhelpers import check"


@dataclass(frozen=True)
class Text:
    """An answer to an exercise, as the text of a file that defines it."""

    exercise: str
    source: str

    def stored(self) -> dict[str, str]:
        """Return the text as JSON holds it."""
        return {"exercise": self.exercise, "source": self.source}

    @classmethod
    def restored(cls, entry: Any) -> Text:
        """Return the text that JSON holds. Raises ValueError where it is none of an exercise."""
        if not isinstance(entry, dict) or entry.get("exercise") not in EXERCISES:
            raise ValueError("not the text of an exercise.")
        return cls(str(entry["exercise"]), str(entry.get("source", "")))

    def parts(self) -> tuple[str, dict[str, str]]:
        """Return the learner's own lines, and what the others name: `module:attribute`, or
        `exercise NAME`, the course's function in place of one that is not written.
        """
        lines, given = [], {}
        for line in self.source.split("\n"):
            stand_in, imported = _STAND_IN.fullmatch(line), _IMPORT.fullmatch(line)
            if stand_in:
                given[stand_in["final"]] = f"exercise {stand_in['exercise']}"
            elif imported and imported["whole"]:
                given[imported["final"] or imported["whole"]] = f"{imported['whole']}:"
            elif imported:
                if line.strip() != _CHECK:  # stand-ins name it; whoever uses it imports it whole
                    source = f"{imported['module']}:{imported['name']}"
                    given[imported["final"] or imported["name"]] = source
            lines.append("" if stand_in or imported else line)
        return "\n".join(lines), given


def text_of(exercise: str, function: Any, history: Sequence[str] = ()) -> Text:
    """Return the text of a learner's function; `history` holds the cells that were run.

    Raises NotKept where it has none.
    """
    answers: dict[str, Answer] = {}
    open_ends = {exercise: function}
    while open_ends:
        name, value = open_ends.popitem()
        if type(value) is Result:
            value = value.submitted
        answers[name] = collect(name, value, history)
        if name == exercise and answers[name].blocks[-1].kind == "course":
            return Text(exercise, f'{_CHECK}\n{name} = check.EXERCISES["{name}"].course')
        space = getattr(value, "__globals__", {})
        for need in answers[name].needs:
            if need not in answers and need in space:
                open_ends[need] = space[need]
    return Text(exercise, compose(answers))


def why_not(text: Text) -> str:
    """Return why a text scores nothing before it has run, or ""."""
    name = text.exercise
    alone, given = text.parts()
    free, solution = _solution(name)
    for final, source in given.items():
        kind, _, exercise = source.partition(" ")
        if exercise == name:
            return f"This is the course's {name}, and not yours: it scores nothing."
        if final not in free and exercise not in free:
            what = f"the course's {exercise}" if exercise else source.replace(":", ".").strip(".")
            return (
                f"Your {name} uses {what}, which the task does not ask for: it scores nothing. "
                "What counts is your own text, NumPy and Python."
            )
    try:
        tree = parse(alone)
    except SyntaxError as error:
        return f"The text of your {name} cannot be read: {error.msg}."
    mine = [node for node in tree.body if getattr(node, "name", "") == name]
    if mine and solution and _bare(mine[-1]) == solution:
        if sum(1 for _ in ast.walk(ast.parse(solution))) > SHORT:
            return (
                f"This is the course's solution of {name} word for word: by itself it scores "
                "nothing. Whoever marks it can give points by hand."
            )
    return ""


@cache
def _solution(exercise: str) -> tuple[frozenset[str], str]:
    """Return the names that the course's own solution takes from around it, and its bare text."""
    for path in course_notebooks():
        for task in tasks(read(path)):
            if task.name == exercise and task.cell_type == "code":
                tree = parse(task.solution)
                (node,) = [each for each in tree.body if getattr(each, "name", "") == exercise]
                return frozenset(free_names(ast.unparse(tree))), _bare(node)
    return frozenset(), ""


def _bare(node: ast.AST) -> str:
    """Return a function without its docstring, annotations, decorators and layout."""
    node = ast.parse(ast.unparse(node)).body[0]
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return ""
    node.decorator_list, node.returns = [], None
    for argument in ast.walk(node.args):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    if ast.get_docstring(node) is not None:
        node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(node)

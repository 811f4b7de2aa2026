"""The questions that notebooks ask: where they stand, their answers, and the texts that follow.

A complete notebook holds its questions in full, `predict("…?", {"A": …}, answer="B")`. A practice
copy only names them, `predict("02-79cce877")`, by the notebook's number and the cell's identifier.
So a copy cannot give an answer away, and a question that is put better is asked better at once.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cnnhelpers.course.cells import is_question, is_text, tags
from cnnhelpers.course.notebooks import course_notebooks, parse, read

Choice = str | tuple[str, str]

_KEY = re.compile(r"(\d\d)-([\w-]+)")


@dataclass(frozen=True)
class Reveal:
    """The text that tells an answer: its Markdown cell, what tells, and what anyone may read."""

    cell: int
    text: str
    rest: str


@dataclass(frozen=True)
class Question:
    """A question in a complete notebook. `cell` is its place; `reveal` None where no text follows.

    `choices` maps each letter to its text, or to its text and why it is right or wrong.
    """

    key: str
    cell: int
    question: str
    choices: Mapping[str, Choice]
    answer: str
    reveal: Reveal | None = None


def questions(notebook: dict[str, Any], name: str) -> list[Question]:
    """Return the questions of a complete notebook whose file is called `name`, in order.

    Raises ValueError for one whose arguments are computed.
    """
    cells = notebook["cells"]
    places = [index for index, cell in enumerate(cells) if is_question(cell)]
    found = []
    for index, end in zip(places, [*places[1:], len(cells)]):
        arguments = _arguments(cells[index]["source"])
        key = f"{name[:2]}-{cells[index]['id']}"
        reveal = _reveal(cells, index + 1, end, arguments["choices"])
        found.append(Question(key, index, **arguments, reveal=reveal))
    return found


def is_key(text: str) -> bool:
    """Return whether a text names a question, as practice copies do."""
    return _KEY.fullmatch(text) is not None


def find(key: str) -> Question:
    """Return the question with a key.

    Raises KeyError where the course has no such question (any more), FileNotFoundError where its
    notebooks are not there.
    """
    match = _KEY.fullmatch(key)
    number = match[1] if match else key
    for path in course_notebooks():
        if path.name.startswith(number):
            for question in questions(read(path), path.name):
                if question.key == key:
                    return question
    raise KeyError(key)


def _arguments(source: str) -> dict[str, Any]:
    """Return what the call of `predict` in a cell is given."""
    for node in ast.walk(parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "predict":
            try:
                values = [ast.literal_eval(each) for each in node.args]
                named = {str(each.arg): ast.literal_eval(each.value) for each in node.keywords}
                return inspect.signature(_form).bind(*values, **named).arguments
            except (TypeError, ValueError):
                break
    raise ValueError(
        f"questions: {source[:60]!r} should be predict(question, choices, answer=letter), written "
        "out: a practice copy looks the question up without running the notebook."
    )


def _form(question: str, choices: Mapping[str, Choice], answer: str) -> None:
    """How a question is written down."""


def _reveal(
    cells: list[dict[str, Any]], start: int, end: int, choices: Mapping[str, Choice]
) -> Reveal | None:
    """Return the text between two places that tells the answer.

    It is a Markdown cell with the tag `reveal`; or else, in the Markdown cell that follows the code
    with that tag, the first paragraph if it begins with the letter of a choice in bold.
    """
    for index in range(start, end):
        if is_text(cells[index]) and "reveal" in tags(cells[index]):
            return Reveal(index, cells[index]["source"], "")
    for index in range(start + 1, end):
        told, _, rest = cells[index]["source"].partition("\n\n")
        if (
            is_text(cells[index])
            and "reveal" in tags(cells[index - 1])
            and re.match(rf"\*\*(?:{'|'.join(map(re.escape, choices))})\b", told)
        ):
            return Reveal(index, told, rest)
    return None

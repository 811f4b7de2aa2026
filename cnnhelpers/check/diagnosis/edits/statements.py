"""Statements that are missing, or stand one loop too deep or not deep enough."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial

from cnnhelpers.check.diagnosis.edits.edit import (
    Edit,
    Places,
    replaced,
)


def returns(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    last = definition.body[-1]
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
        value = last.value
        if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "print" and value.args:
            yield replaced(
                places, last, ast.Return(value.args[0]), "It prints the answer and returns nothing"
            )
        yield replaced(places, last, ast.Return(value), "The answer is computed and not returned")
    returns = [n for n in ast.walk(definition) if isinstance(n, ast.Return)]
    if not returns:
        for name in reversed(names):
            new = ast.Return(ast.Name(name, ast.Load()))
            ast.fix_missing_locations(ast.copy_location(new, last))
            yield Edit(
                getattr(last, "end_lineno", None) or last.lineno,
                "The answer is computed and not returned",
                partial(definition.body.append, new),
                lambda: _popped(definition.body),
                new=new,
            )


def _popped(body: list[ast.stmt]) -> None:
    body.pop()


def moved(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Move a statement that stands one loop too deep, or not deep enough."""
    for outer in list(ast.walk(definition)):
        body = getattr(outer, "body", None)
        if not isinstance(body, list):
            continue
        for index, statement in enumerate(list(body)):
            if not isinstance(statement, ast.For | ast.While | ast.If | ast.With):
                continue
            inside = statement.body
            if len(inside) > 1:
                yield _carried(
                    (inside, len(inside) - 1),
                    (body, index + 1),
                    "The line is indented too far",
                    "the same line, one level further left",
                )
                if isinstance(inside[0], ast.Assign):
                    yield _carried(
                        (inside, 0),
                        (body, index),
                        "The value is set anew in every round of the loop",
                        "the same line, before the loop",
                    )
            if index and isinstance(body[index - 1], ast.Assign | ast.AnnAssign):
                yield _carried(
                    (body, index - 1),
                    (inside, 0),
                    "The value must be set anew in every round of the loop",
                    "the same line, inside of the loop below it",
                )


def _carried(
    here: tuple[list[ast.stmt], int], there: tuple[list[ast.stmt], int], kind: str, words: str
) -> Edit:
    """Return the edit that takes a statement out of one block and puts it into another."""
    (source, index), (target, place) = here, there
    statement = source[index]

    def apply() -> None:
        source.pop(index)
        target.insert(place, statement)

    def undo() -> None:
        target.remove(statement)
        source.insert(index, statement)

    return Edit(statement.lineno, kind, apply, undo, node=statement, moved=words)

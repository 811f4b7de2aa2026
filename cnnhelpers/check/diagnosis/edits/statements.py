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


def left_out(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Leave a statement out: one that changes what is there already, or an `if` without `else`."""
    known = {a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)}
    for block in _blocks(definition):
        for index, statement in enumerate(block):
            if len(block) > 1 and _may_go(statement, known):
                yield _removed(block, index)
            known |= {
                node.id
                for node in ast.walk(statement)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }


def _blocks(definition: ast.FunctionDef) -> Iterator[list[ast.stmt]]:
    """Yield the blocks of a function in the order of the source."""
    for node in ast.walk(definition):
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def _may_go(statement: ast.stmt, known: set[str]) -> bool:
    if isinstance(statement, ast.If):
        return not statement.orelse
    if isinstance(statement, ast.Assign):  # a value that is set again
        return all(isinstance(t, ast.Name) and t.id in known for t in statement.targets)
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Call)
    return isinstance(statement, ast.AugAssign)


def _removed(block: list[ast.stmt], index: int) -> Edit:
    statement = block[index]
    under = ", with what stands under it" if isinstance(statement, ast.If) else ""
    return Edit(
        statement.lineno,
        "Without this `if` it is right" if under else "Without this line it is right",
        partial(_taken_out, block, index),
        partial(block.insert, index, statement),
        node=statement,
        moved=f"Leave it out{under}.",
    )


def _taken_out(block: list[ast.stmt], index: int) -> None:
    block.pop(index)


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
                    "one level further left",
                )
                if isinstance(inside[0], ast.Assign):
                    yield _carried(
                        (inside, 0),
                        (body, index),
                        "The value is set anew in every round of the loop",
                        "to just before the loop",
                    )
            if index and isinstance(body[index - 1], ast.Assign | ast.AnnAssign):
                yield _carried(
                    (body, index - 1),
                    (inside, 0),
                    "The value must be set anew in every round of the loop",
                    "into the loop below it, as its first line",
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

    told = f"Move it {words}."
    return Edit(statement.lineno, kind, apply, undo, node=statement, moved=told)

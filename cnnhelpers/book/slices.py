"""Which cells of a notebook have to run before one of them: those that define what it uses."""

from __future__ import annotations

import ast
import contextlib
import io
import symtable
from collections.abc import Iterator
from typing import Any

from cnnhelpers.course.cells import is_code, tags
from cnnhelpers.course.notebooks import parse

# A check gives back the function that it was given; its cases would only take time.
NOT_NEEDED = frozenset({"check", "predict", "explore", "instructor"})


def value(cells: list[dict[str, Any]], index: int) -> Any:
    """Run a cell, and before it those that it needs; return the value of its last line.

    What they print is not shown. An exception in one of them leaves.
    """
    space: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for place in needed(cells, index):
            exec(compile(parse(cells[place]["source"]), f"<cell {place}>", "exec"), space)
        tree = parse(cells[index]["source"])
        last = tree.body.pop()
        if not isinstance(last, ast.Expr):
            return None
        exec(compile(tree, f"<cell {index}>", "exec"), space)
        return eval(compile(ast.Expression(last.value), f"<cell {index}>", "eval"), space)


def needed(cells: list[dict[str, Any]], index: int) -> list[int]:
    """Return the places of the cells that define what a cell uses, and what these use, in order.

    A cell that changes a value which another has defined is not seen.
    """
    _, open_names = _names(cells[index]["source"])
    found = []
    for place in reversed(range(index)):
        cell = cells[place]
        if not is_code(cell) or tags(cell) & NOT_NEEDED:
            continue
        defined, used = _names(cell["source"])
        if defined & open_names:
            open_names = open_names - defined | used
            found.append(place)
    return found[::-1]


def _names(source: str) -> tuple[set[str], set[str]]:
    """Return the names that a cell defines, and those that it uses."""
    table = symtable.symtable(ast.unparse(parse(source)), "<cell>", "exec")
    top = table.get_symbols()
    defined = {one.get_name() for one in top if one.is_assigned() or one.is_imported()}
    used = {one.get_name() for one in top if one.is_referenced()}
    for inner in _inside(table):
        used |= {one.get_name() for one in inner.get_symbols() if one.is_global()}
    return defined, used


def _inside(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _inside(child)

"""Python source as text: which names it needs, where a definition stands, renaming a name."""

from __future__ import annotations

import ast
import dis
import re
import symtable
import textwrap
from collections.abc import Mapping
from types import CodeType, FunctionType
from typing import Any

from cnnhelpers.course.blocks import NotKept
from cnnhelpers.course.notebooks import parse


def free_names(text: str) -> list[str]:
    """Return the names that a text takes from around it, builtins too, in alphabetical order."""
    found: set[str] = set()

    def walk(table: symtable.SymbolTable, top: bool) -> None:
        for symbol in table.get_symbols():
            inside = symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
            # Of a `count += 1` after `global count` the table does not say that it reads.
            if symbol.is_referenced() and not inside if top else symbol.is_global():
                found.add(symbol.get_name())
        for child in table.get_children():
            walk(child, False)

    walk(symtable.symtable(text, "<answer>", "exec"), True)
    return sorted(found)


def assigns(node: ast.stmt, name: str) -> bool:
    """Return whether a statement assigns to this name and no other."""
    return isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == [name]


def definition_at(source: str, line: int, name: str) -> str | None:
    """Return the function `name` whose text (or first decorator) begins in a line; comments above
    too.
    """
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
            if _first_line(node) == line:
                return segment(source, node)
    return None


def segment(source: str, node: Any) -> str:
    """Return the text of a definition with its decorators and the comments that stand right above.
    """
    lines = source.split("\n")
    first, last = _first_line(node) - 1, node.end_lineno
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return textwrap.dedent("\n".join(lines[first:last])).rstrip()


def _first_line(node: Any) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])


def parsed(source: str) -> ast.Module:
    """Return the tree of a cell or file, empty where the source is no Python."""
    try:
        return parse(source)
    except (SyntaxError, ValueError):
        return ast.Module([], [])


def is_text_of(text: str, function: FunctionType) -> bool:
    """Return whether a text is that of a function, and not of an older or newer one of its name."""
    space = compile(text, "<cell>", "exec")
    codes = [each for each in space.co_consts if isinstance(each, CodeType)]
    return any(_outline(code) == _outline(function.__code__) for code in codes)


def _outline(code: CodeType) -> tuple:
    """Return what a text fixes of its code; how a call is made also depends on the imports around
    it.
    """
    operators = [
        (step.opname, step.argrepr)
        for step in dis.get_instructions(code)
        if step.opname.startswith(("BINARY", "COMPARE", "UNARY", "IS_OP", "CONTAINS"))
    ]
    plain = [repr(each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_name, code.co_names, code.co_varnames, plain, operators


def renamed(text: str, changes: Mapping[str, str]) -> str:
    """Rename what a text defines or takes from outside.

    Raises NotKept where a name is also that of a parameter or of a variable inside.
    """
    tree = ast.parse(text)
    places: list[tuple[int, int, str]] = []
    lines = text.split("\n")

    def refuse(name: str) -> NotKept:
        return NotKept(
            f"its helper `{name}` differs from the `{name}` of an answer kept before; give it "
            "another name"
        )

    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in changes:
            if isinstance(node.ctx, ast.Store) and not _is_top_target(tree, node):
                raise refuse(node.id)
            places.append((node.lineno, node.col_offset, node.id))
        elif isinstance(node, ast.arg) and node.arg in changes:
            raise refuse(node.arg)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            for name in set(node.names) & changes.keys():
                raise refuse(name)
        elif isinstance(node, ast.alias):
            if (node.asname or node.name) in changes:
                raise refuse(node.asname or node.name)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name in changes:
                if id(node) not in top:
                    raise refuse(node.name)
                line = lines[node.lineno - 1]
                match = re.search(rf"\b(?:def|class)\s+({re.escape(node.name)})\b", line)
                if match is None:
                    raise refuse(node.name)
                places.append((node.lineno, len(line[: match.start(1)].encode()), node.name))
    for number, column, name in sorted(places, reverse=True):
        coded = lines[number - 1].encode()
        # Inside of an f-string, before Python 3.12, columns are others.
        if not coded[column:].startswith(name.encode()):
            raise refuse(name)
        end = column + len(name.encode())
        lines[number - 1] = (coded[:column] + changes[name].encode() + coded[end:]).decode()
    return "\n".join(lines)


def _is_top_target(tree: ast.Module, name: ast.Name) -> bool:
    return any(isinstance(node, ast.Assign) and name in node.targets for node in tree.body)

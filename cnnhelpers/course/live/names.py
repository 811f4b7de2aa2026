"""Which names a piece of a notebook gives, and which ones it needs from before."""

from __future__ import annotations

import ast
from collections.abc import Iterable

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def given(tree: ast.AST) -> set[str]:
    """Return the names that a piece of code gives, outside of functions."""
    found: set[str] = set()

    def walk(node: ast.AST) -> None:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
            return
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.update((each.asname or each.name).partition(".")[0] for each in node.names)
        if not isinstance(node, (ast.Lambda, *_COMPREHENSIONS)):
            for child in ast.iter_child_nodes(node):
                walk(child)

    walk(tree)
    return found


def needed(pieces: Iterable[ast.Module]) -> set[str]:
    """Return the names that pieces of code, one after the other, read before they give them.

    What a function reads counts as read where it is defined.
    """
    found: set[str] = set()
    there: set[str] = set()
    for piece in pieces:
        _follow(piece.body, there, found)
    return found


def _follow(statements: Iterable[ast.stmt], there: set[str], found: set[str]) -> None:
    """Add to `there` what statements give, and to `found` what they read that is not there."""
    for statement in statements:
        match statement:
            case ast.For(target=target, iter=over, body=body, orelse=orelse):
                found |= _read(over) - there
                there |= given(target)
                _follow([*body, *orelse], there, found)
            case ast.With(items=items, body=body):
                for item in items:
                    found |= _read(item) - there
                    there |= given(item)
                _follow(body, there, found)
            case (
                ast.If(test=test, body=body, orelse=orelse)
                | ast.While(test=test, body=body, orelse=orelse)
            ):
                found |= _read(test) - there
                for branch in (body, orelse):  # nobody knows which one is run
                    _follow(branch, set(there), found)
            case _:
                found |= _read(statement) - there
                there |= given(statement)


def _read(node: ast.AST) -> set[str]:
    """Return the names that a piece of code reads and that are not its own, such as arguments."""
    if isinstance(node, ast.Name):
        return {node.id} if isinstance(node.ctx, ast.Load) else set()
    inside = set().union(*map(_read, ast.iter_child_nodes(node)))
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        return inside | {node.target.id}
    if isinstance(node, _FUNCTIONS):
        own = {each.arg for each in ast.walk(node.args) if isinstance(each, ast.arg)}
        bodies = node.body if isinstance(node.body, list) else [node.body]
        return inside - own - set().union(*map(given, bodies))
    if isinstance(node, _COMPREHENSIONS):
        return inside - set().union(*(given(each.target) for each in node.generators))
    return inside

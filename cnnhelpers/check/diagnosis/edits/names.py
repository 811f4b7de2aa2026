"""Variables that are confused, in one place or wherever a statement says the same."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial

from cnnhelpers.check.diagnosis.edits.edit import (
    Edit,
    Places,
    is_read,
    names_read,
    nodes_of,
    replaced,
)


def copied(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Copy what is given before it is written into: ``result = x`` is one array with two names."""
    given = {a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)}
    for node in nodes_of(definition):
        if not isinstance(node, ast.Assign):
            continue
        value = node.value
        if isinstance(value, ast.Call) and len(value.args) == 1 and not value.keywords:
            called, inside = value.func, value.args[0]
            if isinstance(called, ast.Attribute) and called.attr in ("asarray", "asanyarray"):
                array = ast.Attribute(called.value, "array", ast.Load())
                new = ast.Call(array, value.args, [])
            else:
                continue
        elif isinstance(value, ast.Name | ast.Subscript):
            inside = value.value if isinstance(value, ast.Subscript) else value
            if isinstance(value, ast.Subscript) and not _is_whole(value.slice):
                continue
            new = ast.Call(ast.Attribute(inside, "copy", ast.Load()), [], [])
        else:
            continue
        if isinstance(inside, ast.Name) and inside.id in given:
            kind = f"`{ast.unparse(value)}` is no copy: what is written into it is written into"
            yield replaced(places, value, new, f"{kind} the argument")


def _is_whole(index: ast.expr) -> bool:
    """Return whether an index takes everything: ``[:]`` or ``[...]``."""
    if isinstance(index, ast.Slice):
        return index.lower is None and index.upper is None and index.step is None
    return isinstance(index, ast.Constant) and index.value is Ellipsis


def everywhere(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Make the same change wherever a statement says the same: ``s[0]`` or ``i`` used twice."""
    groups = _groups(definition)
    for statement in ast.walk(definition):
        if not isinstance(statement, ast.Assign | ast.AugAssign | ast.Return | ast.Expr):
            continue
        same: dict[str, list[ast.expr]] = {}
        for node in ast.walk(statement):
            if isinstance(node, ast.Name | ast.Subscript) and is_read(node):
                same.setdefault(ast.unparse(node), []).append(node)
        for nodes in same.values():
            if len(nodes) < 2:
                continue
            for kind, make in _other_forms(nodes[0], names, groups):
                yield _all_at_once([replaced(places, node, make(), kind) for node in nodes])


def _other_forms(
    node: ast.expr, names: list[str], groups: list[set[str]]
) -> Iterator[tuple[str, Callable[[], ast.expr]]]:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        index = node.slice.value
        if isinstance(index, int):
            for number in (1 - index, index + 1):
                constant = ast.Constant(number)
                yield "A number is not right", partial(_subscript, node.value, constant)
    elif isinstance(node, ast.Name) and node.id in names:
        for other in names:
            if other != node.id and any({node.id, other} <= group for group in groups):
                yield f"`{node.id}` should be another variable", partial(_name, other)
        for name in names:
            if name != node.id and ("stride" in name or name in ("s", "dilation", "d")):
                yield f"`* {name}` is missing", partial(_product, node.id, name)


def _name(name: str) -> ast.expr:
    return ast.Name(name, ast.Load())


def _subscript(value: ast.expr, index: ast.expr) -> ast.expr:
    return ast.Subscript(value, index, ast.Load())


def _product(first: str, second: str) -> ast.expr:
    return ast.BinOp(_name(first), ast.Mult(), _name(second))


def _all_at_once(singles: list[Edit]) -> Edit:
    """Return one edit that makes several."""

    def apply() -> None:
        for each in singles:
            each.apply()

    def undo() -> None:
        for each in reversed(singles):
            each.undo()

    first = singles[0]
    return Edit(first.line, first.kind, apply, undo, first.node, first.new, everywhere=True)


def names_confused(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Another variable; those first that come into being together, as height and width do."""
    groups = _groups(definition)
    called = {id(n.func) for n in ast.walk(definition) if isinstance(n, ast.Call)}
    loads = [n for n in names_read(definition) if id(n) not in called and n.id in names]
    for together in (True, False):
        if not together and len(loads) * len(names) > 700:
            return
        for node in loads:
            for other in names:
                near = any({node.id, other} <= group for group in groups)
                if other != node.id and near == together:
                    new = ast.Name(other, ast.Load())
                    yield replaced(places, node, new, f"`{node.id}` should be another variable")


def _groups(definition: ast.FunctionDef) -> list[set[str]]:
    """Return names that are set in one statement, the loop variables, the parameters."""
    groups = [{a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)}]
    loops: set[str] = set()
    for node in ast.walk(definition):
        if isinstance(node, ast.Assign | ast.For | ast.comprehension):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            stored = {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
            groups.append(stored)
            if not isinstance(node, ast.Assign):
                loops |= stored
    return [*groups, loops]

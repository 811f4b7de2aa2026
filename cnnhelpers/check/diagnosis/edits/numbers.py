"""Numbers, ends and steps that are not right; factors that are missing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cnnhelpers.check.diagnosis.edits.edit import (
    Edit,
    Places,
    is_read,
    names_read,
    nodes_of,
    replaced,
)


def constants(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        value = getattr(node, "value", None)
        if not isinstance(node, ast.Constant) or isinstance(value, bool | str | None):
            continue
        if isinstance(value, int):
            others: list[float] = [value + 1, value - 1]
            if value in (0, 1, 2, 3):
                others += [n for n in (0, 1, 2, 3, -1, -2) if n not in (*others, value)]
        elif isinstance(value, float):
            others = [0.0, 1.0, 2.0, 0.5, -value, 2 * value]
        else:
            continue
        for other in dict.fromkeys(others):
            if other != value and not _idle(places[id(node)], other):
                yield replaced(places, node, _number(other), "A number is not right")


def _idle(place: tuple[ast.AST, str, int | None], value: float) -> bool:
    """Return whether a number does nothing there, as in `+ 0` and `* 1`, or undoes a factor."""
    parent, field, _ = place
    operator = getattr(parent, "op", None)
    if isinstance(operator, ast.Add | ast.Sub):
        return value == 0
    if isinstance(operator, ast.Mult):
        return value in (0, 1)
    return isinstance(operator, ast.Div | ast.FloorDiv | ast.Pow) and field != "left" and value == 1


def _number(value: float) -> ast.expr:
    if value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


def one_more(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Move an end of a range or a slice, an index or a value by one."""
    ends: list[ast.expr] = []
    for node in nodes_of(definition):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range":
            ends += node.args[:2]
            if len(node.args) == 1:
                for start in (1,):
                    new = ast.Call(node.func, [ast.Constant(start), *node.args], [])
                    yield replaced(places, node, new, "The loop begins at the wrong number")
            elif len(node.args) == 2:
                new = ast.Call(node.func, node.args[1:], [])
                yield replaced(places, node, new, "The loop begins at the wrong number")
        elif isinstance(node, ast.Slice):
            ends += [end for end in (node.lower, node.upper) if end is not None]
        elif isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice):
            inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            ends += [each for each in inside if not isinstance(each, ast.Slice)]
        elif isinstance(node, ast.BinOp):
            if not isinstance(node.op, ast.Mod):
                ends += [n for n in (node.left, node.right) if isinstance(n, ast.Name)]
        elif isinstance(node, ast.Return) and node.value is not None:
            value = node.value
            ends += value.elts if isinstance(value, ast.Tuple) else [value]
        elif isinstance(node, ast.Assign) and not _moved_later(node, definition):
            value = node.value
            values = value.elts if isinstance(value, ast.Tuple) else [value]
            ends += [each for each in values if not isinstance(each, ast.Name)]
    for place in ends:
        if isinstance(place, ast.Constant | ast.List | ast.ListComp):
            continue
        for operator, words in ((ast.Add(), "small"), (ast.Sub(), "large")):
            kind = f"`{ast.unparse(place)}` is too {words} by one"
            yield replaced(places, place, ast.BinOp(place, operator, ast.Constant(1)), kind)


def _moved_later(node: ast.Assign, definition: ast.FunctionDef) -> bool:
    """Return whether a number is added wherever the value is used: the slip may be there."""
    target = node.targets[0]
    if not isinstance(target, ast.Name):
        return False
    name = target.id
    used = sum(each.id == name for each in names_read(definition))
    moved = sum(
        isinstance(each, ast.BinOp)
        and isinstance(each.op, ast.Add | ast.Sub)
        and isinstance(each.right, ast.Constant)
        and isinstance(each.left, ast.Name)
        and each.left.id == name
        for each in nodes_of(definition)
    )
    return used == moved > 0


def slices(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    for node in nodes_of(definition):
        if isinstance(node, ast.Subscript) and is_read(node):
            inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if any(isinstance(each, ast.Slice) and each.step is not None for each in inside):
                yield replaced(places, node, node.value, "The step of the slice is too much")
        elif isinstance(node, ast.Slice):
            if node.step is not None:
                new = ast.Slice(node.lower, node.upper, None)
                yield replaced(places, node, new, "The step of the slice is too much")
            else:
                for name in parameters:
                    if name in ("stride", "dilation"):
                        new = ast.Slice(node.lower, node.upper, ast.Name(name, ast.Load()))
                        yield replaced(places, node, new, f"`{name}` is missing in a slice")


def times_parameter(
    places: Places, definition: ast.FunctionDef, names: list[str]
) -> Iterator[Edit]:
    """Put in a forgotten ``* stride``, ``* dilation``, ``+ padding``."""
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    factors = [name for name in names if name in parameters or name.startswith("stride")]
    numbers = [node for node in names_read(definition) if not _indexed(places[id(node)])]
    for node in numbers:
        if node.id not in names:
            continue
        for name in factors:
            other = ast.Name(name, ast.Load())
            yield replaced(
                places, node, ast.BinOp(node, ast.Mult(), other), f"`* {name}` is missing"
            )
    for node in numbers:
        parent, field, _ = places[id(node)]
        if isinstance(getattr(parent, "op", None), ast.Sub) and field == "right":
            continue  # `- (k - padding)`: what is missing there is the other sign
        for name in parameters:
            if name == "padding" and node.id != name:
                twice = ast.BinOp(ast.Constant(2), ast.Mult(), ast.Name(name, ast.Load()))
                yield replaced(
                    places, node, ast.BinOp(node, ast.Add(), twice), f"`+ 2 * {name}` is missing"
                )
                for operator, sign in ((ast.Add(), "+"), (ast.Sub(), "-")):
                    yield replaced(
                        places,
                        node,
                        ast.BinOp(node, operator, ast.Name(name, ast.Load())),
                        f"`{sign} {name}` is missing",
                    )


def _indexed(place: tuple[ast.AST, str, int | None]) -> bool:
    """Return whether it is an array that something is taken from, or written into."""
    return isinstance(place[0], ast.Subscript) and place[1] == "value"


def defaults(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Take another number as a default value."""
    for default in (*definition.args.defaults, *definition.args.kw_defaults):
        if isinstance(default, ast.Constant) and isinstance(default.value, int):
            for other in (0, 1, None, True, False):
                if other is not default.value:
                    yield replaced(places, default, ast.Constant(other), "A default is not right")

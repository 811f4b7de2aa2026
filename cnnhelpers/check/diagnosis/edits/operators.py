"""Operators and comparisons that are confused, turned round, or too much."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import partial

from cnnhelpers.check.diagnosis.edits.edit import (
    Edit,
    Places,
    nodes_of,
    replaced,
    sign_of,
)

# Names such as h, H_out, k_h, rows, height and down; w, W_out, k_w, columns, width and across.
_HEIGHT = re.compile(r"(?i)(^|_)([a-z]?h|h[a-z]?|height|rows?|down|tall|top|bottom)(_|\d|$)")
_WIDTH = re.compile(r"(?i)(^|_)([a-z]?w|w[a-z]?|width|col(umn)?s?|across|wide|left|right)(_|\d|$)")
_OPERATORS: dict[type, list[tuple[ast.operator, str]]] = {
    ast.Add: [(ast.Sub(), "A plus should be a minus"), (ast.Mult(), "A plus should be a times")],
    ast.Sub: [(ast.Add(), "A minus should be a plus")],
    ast.Mult: [
        (ast.Add(), "A times should be a plus"),
        (ast.Pow(), "A times should be a power"),
        (ast.MatMult(), "`*` multiplies element by element, `@` as matrices"),
        (ast.Div(), "A times should be a division"),
        (ast.FloorDiv(), "A times should be a division"),
    ],
    ast.MatMult: [(ast.Mult(), "`@` multiplies as matrices, `*` element by element")],
    ast.Div: [
        (ast.FloorDiv(), "`/` makes a fraction, `//` a whole number"),
        (ast.Mult(), "A division should be a multiplication"),
    ],
    ast.FloorDiv: [
        (ast.Div(), "`//` drops the fraction, `/` keeps it"),
        (ast.Mod(), "`//` is the quotient, `%` the rest"),
        (ast.Mult(), "A division should be a multiplication"),
    ],
    ast.Mod: [(ast.FloorDiv(), "`%` is the rest, `//` the quotient")],
    ast.Pow: [(ast.Mult(), "A power should be a product")],
    ast.BitXor: [(ast.Pow(), "`^` is not a power in Python; `**` is")],
}
_COMPARISONS: dict[type, list[ast.cmpop]] = {
    ast.Lt: [ast.LtE(), ast.Gt()],
    ast.LtE: [ast.Lt(), ast.GtE()],
    ast.Gt: [ast.GtE(), ast.Lt()],
    ast.GtE: [ast.Gt(), ast.LtE()],
    ast.Eq: [ast.NotEq()],
    ast.NotEq: [ast.Eq()],
    ast.Is: [ast.IsNot()],
    ast.IsNot: [ast.Is()],
}


def operators(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.BinOp):
            for operator, kind in _OPERATORS.get(type(node.op), []):
                yield replaced(places, node, ast.BinOp(node.left, operator, node.right), kind)
            yield from _regrouped(places, node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            if not isinstance(node.operand, ast.Constant):
                yield replaced(places, node, node.operand, "A minus is too much")


def divisions(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Write `/` for each `//` of a function that has several."""
    nodes = [
        node
        for node in nodes_of(definition)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv)
    ]
    if len(nodes) < 2:
        return

    def write(operator: ast.operator) -> None:
        for node in nodes:
            node.op = operator

    yield Edit(
        nodes[0].lineno,
        "`//` drops the fraction, `/` keeps it",
        partial(write, ast.Div()),
        partial(write, ast.FloorDiv()),
        node=nodes[0],
        moved="Write `/` for each `//` in your function.",
        throughout="//",
    )


def _regrouped(places: Places, node: ast.BinOp) -> Iterator[Edit]:
    """Write ``(a + b) * c`` for ``a + b * c``, and the other way round.

    Not with a product of matrices: where that comes out right with other brackets, it is by luck.
    """
    if any(isinstance(each, ast.BinOp) and isinstance(each.op, ast.MatMult)
           for each in (node, node.left, node.right)):  # fmt: skip
        return
    kind = "Without other brackets, this is computed in the wrong order"
    if isinstance(node.right, ast.BinOp):  # a + b * c -> (a + b) * c
        inner = node.right
        first = ast.BinOp(node.left, node.op, inner.left)
        yield replaced(places, node, ast.BinOp(first, inner.op, inner.right), kind)
    if isinstance(node.left, ast.BinOp):  # (a + b) * c -> a + b * c
        inner = node.left
        second = ast.BinOp(inner.right, node.op, node.right)
        yield replaced(places, node, ast.BinOp(inner.left, inner.op, second), kind)


def swaps(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.Tuple) and 2 <= len(node.elts) <= 4 and _may_be_swapped(node):
            for i in range(len(node.elts) - 1):
                if _names_fit(places, node, i):
                    continue  # if anything, it is where they are used
                some = list(node.elts)
                some[i], some[i + 1] = some[i + 1], some[i]
                turned = ast.Tuple(some, node.ctx)
                yield replaced(places, node, turned, "Two things stand in the wrong order")
        elif isinstance(node, ast.Call) and 2 <= len(node.args) <= 4:
            for i in range(len(node.args) - 1):
                some = list(node.args)
                some[i], some[i + 1] = some[i + 1], some[i]
                call = ast.Call(node.func, some, node.keywords)
                yield replaced(places, node, call, "Two arguments stand in the wrong order")
        elif isinstance(node, ast.BinOp) and isinstance(
            node.op, ast.Sub | ast.Div | ast.FloorDiv | ast.MatMult
        ):
            new_op = ast.BinOp(node.right, node.op, node.left)
            yield replaced(places, node, new_op, "The two sides are exchanged")


def _may_be_swapped(node: ast.Tuple) -> bool:
    """Return whether exchanged parts make sense; the names of a whole shape are right as a rule."""
    return not isinstance(node.ctx, ast.Store) or len(node.elts) == 2


def _names_fit(places: Places, node: ast.Tuple, i: int) -> bool:
    """Return whether two parts of a tuple are a height and a width by name, each where it belongs.

    In ``h, w = x.shape[2:]`` and ``w, h = x.shape[3], x.shape[2]`` they are; exchanged, they would
    carry each other's names, though all might come out right.
    """
    parent, _, _ = places[id(node)]
    values: ast.AST | None = None
    if isinstance(parent, ast.Assign) and node is parent.value:
        node, values = parent.targets[0], node  # type: ignore[assignment]
    if not isinstance(node, ast.Tuple) or not isinstance(node.ctx, ast.Store):
        return False
    first, second = (getattr(each, "id", "") for each in node.elts[i : i + 2])
    if values is None:
        return bool(_HEIGHT.search(first) and _WIDTH.search(second))
    one, other = (_axis(each) for each in values.elts[i : i + 2])  # type: ignore[attr-defined]
    if one is None or other is None:
        return False
    if one > other:
        first, second = second, first
    return bool(_HEIGHT.search(first) and _WIDTH.search(second))


def _axis(node: ast.AST) -> int | None:
    """Return the 2 of ``x.shape[2]``."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    whole = isinstance(index, ast.Constant) and isinstance(index.value, int)
    return index.value if whole else None  # type: ignore[union-attr]


def augmented(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if isinstance(target, ast.Name | ast.Subscript):
                new = ast.AugAssign(target, ast.Add(), node.value)
                yield replaced(places, node, new, "`=` forgets what was there, `+=` adds to it")
        elif isinstance(node, ast.AugAssign):
            yield replaced(
                places,
                node,
                ast.Assign([node.target], node.value),
                f"`{sign_of(node.op)}=` keeps what was there and adds to it, `=` replaces it",
            )
            for operator in (ast.Add(), ast.Sub(), ast.Mult(), ast.FloorDiv()):
                if type(operator) is not type(node.op):
                    other = ast.AugAssign(node.target, operator, node.value)
                    yield replaced(places, node, other, "The operator of the assignment is wrong")


def negated(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Turn a condition round that is no comparison, as `if size % 2` is none."""
    for node in nodes_of(definition):
        if isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.Compare):
            test = node.test
            turned = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
            new = test.operand if turned else ast.UnaryOp(ast.Not(), test)  # type: ignore[attr-defined]
            yield replaced(places, test, new, "The condition is the wrong way round")


def comparisons(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            for operator in _COMPARISONS.get(type(node.ops[0]), []):
                new = ast.Compare(node.left, [operator], node.comparators)
                yield replaced(places, node, new, "The comparison is not right")
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            new_bool = ast.BoolOp(other, node.values)
            yield replaced(places, node, new_bool, "`and` and `or` are confused")


def dropped(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.BinOp):
            kind = f"`{ast.unparse(node.right)}` does not belong there"
            yield replaced(places, node, node.left, kind)
            kind = f"`{ast.unparse(node.left)}` does not belong there"
            yield replaced(places, node, node.right, kind)
        elif isinstance(node, ast.IfExp):
            yield replaced(places, node, node.body, "The condition is too much")
            yield replaced(places, node, node.orelse, "The condition is too much")

"""An edit of a tree, and what all rules need: where nodes hang, which names there are."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Edit:
    """One edit, which can be applied to the tree it was made from, and taken back.

    Args:
        line: which line of the function it changes, counted from 1 at its `def`.
        kind: what kind of slip it mends, as a sentence without its stop.
        apply, undo: change the tree in place, and back.
        node, new: what is replaced by what; None where a statement is moved or left out.
        moved: what is to do with a statement that is moved or left out, as a sentence.
        everywhere: whether all such places of the line change.
        throughout: the sign that changes wherever it stands in the function.
    """

    line: int
    kind: str
    apply: Callable[[], None]
    undo: Callable[[], None]
    node: ast.AST | None = None
    new: ast.AST | None = None
    moved: str = ""
    everywhere: bool = False
    throughout: str = ""

    @property
    def before(self) -> str:
        """The piece of code that changes."""
        return "" if self.node is None else written(self.node).splitlines()[0]

    @property
    def after(self) -> str:
        """What it becomes."""
        return self.moved if self.new is None else written(self.new)


def sign_of(operator: ast.operator) -> str:
    """Return how an operator is written."""
    name = ast.Name("a", ast.Load())
    return ast.unparse(ast.BinOp(name, operator, name))[2:-2]


def written(node: ast.AST) -> str:
    """Return a piece of code as it stands in a line: what a tuple holds, without brackets."""
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        return ", ".join(map(ast.unparse, node.elts))
    return ast.unparse(node)


Places = dict[int, tuple[ast.AST, str, int | None]]


def names_of(definition: ast.FunctionDef) -> list[str]:
    parameters = [a.arg for a in (*definition.args.args, *definition.args.kwonlyargs)]
    stored = [
        node.id
        for node in ast.walk(definition)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return list(dict.fromkeys((*parameters, *stored)))


def nodes_of(definition: ast.FunctionDef) -> list[ast.AST]:
    """Return all nodes of the body, in the order of the source; annotations are no code."""
    found: list[ast.AST] = []
    for statement in definition.body:
        found += [node for node in ast.walk(statement) if hasattr(node, "lineno")]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))  # type: ignore[attr-defined]


def replaced(places: Places, node: ast.AST, new: ast.AST, kind: str) -> Edit:
    """Return the edit that puts a new node in the place of one."""
    parent, field, index = places[id(node)]
    ast.copy_location(new, node)
    ast.fix_missing_locations(new)

    def put(it: ast.AST) -> None:
        if index is None:
            setattr(parent, field, it)
        else:
            getattr(parent, field)[index] = it

    line: int = node.lineno  # type: ignore[attr-defined]
    return Edit(line, kind, lambda: put(new), lambda: put(node), node, new)


def places_of(tree: ast.Module) -> Places:
    """Return where each node hangs: its parent, the field, the place in a list."""
    found: Places = {}
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                found[id(value)] = parent, field, None
            elif isinstance(value, list):
                for index, each in enumerate(value):
                    found[id(each)] = parent, field, index
    return found


def names_read(definition: ast.FunctionDef) -> list[ast.Name]:
    return [n for n in nodes_of(definition) if isinstance(n, ast.Name) and is_read(n)]


def is_read(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Load)

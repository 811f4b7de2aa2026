"""Loops that can be seen never to end, for where nothing could stop them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

_LEAVES = (ast.Return, ast.Raise, ast.Yield, ast.YieldFrom, ast.Await)
_INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def endless_loop(function: Callable[..., Any]) -> str | None:
    """Return the head of a loop that nothing in a function leaves, such as `while True:`.

    What a call inside the loop raises would leave it, too. That cannot be seen, and to refuse such
    a loop is better than to hang in it.
    """
    try:
        lines = textwrap.dedent(inspect.getsource(function)).splitlines()
        tree = ast.parse("\n".join(lines))
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.While) and _always(node.test) and not any(_exits(node.body)):
            return lines[node.lineno - 1].strip()
    return None


def _always(test: ast.expr) -> bool:
    return isinstance(test, ast.Constant) and bool(test.value)


def _exits(body: list[ast.stmt], own: bool = True) -> Iterator[ast.AST]:
    """Yield what leaves a loop with this body; a `break` of a loop inside it does not."""
    ahead: list[tuple[ast.AST, bool]] = [(statement, own) for statement in body]
    while ahead:
        node, here = ahead.pop()
        if isinstance(node, _LEAVES) or (here and isinstance(node, ast.Break)):
            yield node
        if isinstance(node, _INNER):
            continue
        inside = here and not isinstance(node, ast.For | ast.AsyncFor | ast.While)
        ahead += [(child, inside) for child in ast.iter_child_nodes(node)]

"""Which statements of a notebook surely change nothing but the names that they give.

Such a statement is not run where nobody needs its names. In doubt a statement is run: a method of
an unknown name may train a network, a generator of random numbers goes on with each call.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Sequence
from typing import Any

from cnnhelpers.course.cells import is_code
from cnnhelpers.course.notebooks import parse

SHOWS = frozenset({"print", "predict", "display"})
MODULES_THAT_SHOW = frozenset({"draw", "explore", "check", "reference"})

_CHANGING = {"delattr", "eval", "exec", "filter", "input", "map", "next", "open", "setattr"}
_PURE = frozenset(
    {"np", "functional", "shapes", "parallel", *MODULES_THAT_SHOW, *dir(builtins)} - _CHANGING
)
# Of arrays, dictionaries, texts and networks: what only looks.
_METHODS = frozenset(
    "all any argmax argmin argsort astype copy dot max mean min ravel reshape round std sum tolist "
    "transpose var get items keys values format join split state_dict parameter_count".split()
)
_IN_PLACE = frozenset({"at", "copyto", "fill_diagonal", "place", "put", "putmask"})
_NEW = (ast.Dict, ast.DictComp, ast.List, ast.ListComp, ast.Set, ast.SetComp)


def only_gives(statement: ast.stmt, functions: frozenset[str], new: frozenset[str]) -> bool:
    """Return whether a statement surely changes nothing but the names that it gives.

    Args:
        statement: a statement of a notebook, or of a function.
        functions: the notebook's functions that change nothing.
        new: the names of dictionaries and lists that nothing else can stand for; their entries may
            be set.
    """
    match statement:
        case ast.Assign(targets=targets, value=value):
            return all(_is_own(each, new) for each in targets) and _only_looks(value, functions)
        case ast.For(target=target, iter=over, body=body, orelse=[]):
            looks = _is_own(target, frozenset()) and _only_looks(over, functions)
        case ast.If(test=test, body=body, orelse=orelse):
            looks, body = _only_looks(test, functions), [*body, *orelse]
        case ast.Assert(test=test) | ast.Expr(value=test):
            return _only_looks(test, functions)
        case _:
            return isinstance(statement, ast.Pass)
    return looks and all(only_gives(each, functions, new) for each in body)


def entries_set(tree: ast.AST) -> set[str]:
    """Return the names of the dictionaries and lists of which a piece of code sets an entry."""
    return {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if isinstance(node.value, ast.Name)
    }


def new_names(statements: Sequence[ast.stmt]) -> frozenset[str]:
    """Return the names that statements give to a new dictionary or list, and that stay its only
    ones: no other name is given to it, or to a part of it.
    """
    pairs = [
        (target, each.value)
        for each in statements
        if isinstance(each, ast.Assign)
        for target in each.targets
    ]
    made = {target.id for target, value in pairs if isinstance(target, ast.Name)
            and isinstance(value, _NEW)}  # fmt: skip
    return frozenset(made - {name for _, value in pairs for name in _names(value)})


def functions_that_only_look(notebook: dict[str, Any]) -> frozenset[str]:
    """Return the names of a notebook's functions that change nothing when they are called."""
    defined: dict[str, list[ast.FunctionDef]] = {}
    for cell in notebook["cells"]:
        for node in parse(cell["source"]).body if is_code(cell) else ():
            if isinstance(node, ast.FunctionDef):
                defined.setdefault(node.name, []).append(node)
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(
            name
            for name, nodes in defined.items()
            if all(_body_only_looks(node.body, found) for node in nodes)
        )
        if more == found:
            return found
        found = more


def root(node: ast.expr) -> str:
    """Return the name that `np.random.normal` and the like begin with; "" where there is none."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _body_only_looks(body: Iterable[ast.stmt], functions: frozenset[str]) -> bool:
    return all(
        each.value is None or _only_looks(each.value, functions)
        if isinstance(each, ast.Return)
        else only_gives(each, functions, frozenset())
        for each in body
    )


def _is_own(target: ast.expr, new: frozenset[str]) -> bool:
    """Return whether a target is a name, several, or an entry of something new."""
    if isinstance(target, ast.Tuple | ast.List):
        return all(_is_own(each, new) for each in target.elts)
    if isinstance(target, ast.Subscript):
        return isinstance(target.value, ast.Name) and target.value.id in new
    return isinstance(target, ast.Name)


def _only_looks(value: ast.expr, functions: frozenset[str]) -> bool:
    """Return whether working out an expression surely changes nothing."""
    nodes = list(ast.walk(value))
    if any(isinstance(node, ast.NamedExpr | ast.Yield | ast.YieldFrom) for node in nodes):
        return False
    return all(_is_harmless(node, functions) for node in nodes if isinstance(node, ast.Call))


def _is_harmless(call: ast.Call, functions: frozenset[str]) -> bool:
    if any(keyword.arg == "out" for keyword in call.keywords):
        return False
    function = call.func
    if root(function) in _PURE | functions:
        return not isinstance(function, ast.Attribute) or function.attr not in _IN_PLACE
    return isinstance(function, ast.Attribute) and function.attr in _METHODS


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}

"""Running the course's own cells in a notebook's namespace, quietly: only what gives names.

What a cell draws, prints or asks is left out, and so is training: a cell that trains says so by the
tag `slow` or, where it is quick enough for a notebook and not for a class, by ``"live": {"trains":
…}`` in its metadata.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import io
from typing import Any

from cnnhelpers.course.cells import is_code, tags
from cnnhelpers.course.live.blocks import METADATA, live_kinds
from cnnhelpers.course.notebooks import parse

_SHOWS = frozenset({"print", "predict", "display"})
_MODULES_THAT_SHOW = frozenset({"draw", "explore", "check", "reference"})
_PURE = frozenset({"np", "functional", *_MODULES_THAT_SHOW, *dir(builtins)})
_LEFT_OUT = frozenset({"predict", "explore", "check", "instructor", "hint", "exercise"})


def run_up_to(shell: Any, notebook: dict[str, Any], last: int) -> list[str]:
    """Run the cells of a complete notebook up to the one with index `last`, without their outputs.

    What no later cell needs is left out, and so is what needs a name of a cell that trains. Returns
    the names that are missing because of that.
    """
    missing: set[str] = set()
    told: set[str] = set()  # the loops' own names are not worth a word
    for statement, source in _needed(notebook, last):
        gives = _given(statement)
        if source is None or missing & _needed_now(statement):
            missing |= gives
            if isinstance(statement, ast.Assign):
                told |= gives
            continue
        missing -= gives
        _run(shell, statement, source)
    return sorted(missing & told - {"_"})


def _needed(notebook: dict[str, Any], last: int) -> list[tuple[ast.stmt, str | None]]:
    """Return the statements up to a cell that give what it or a later cell needs, in order, each
    with the text of its cell; None instead of the text of a cell that trains.
    """
    kinds = live_kinds(notebook)
    needed: set[str] = set()
    found: list[tuple[ast.stmt, str | None]] = []
    for index in reversed(range(len(notebook["cells"]))):
        cell = notebook["cells"][index]
        if not is_code(cell) or kinds[index] == "skip":
            continue
        if index > last or tags(cell) & _LEFT_OUT:
            needed |= _mentioned(parse(cell["source"]))
            continue
        for statement in reversed(_statements(cell["source"])):
            gives = _given(statement)
            if gives and not gives & needed and _is_pure(statement):
                continue
            needed |= _mentioned(statement)
            found.append((statement, None if _is_training(cell) else cell["source"]))
    return found[::-1]


def _is_pure(statement: ast.stmt) -> bool:
    """Return whether a statement surely changes nothing but the names that it gives."""
    if not isinstance(statement, ast.Assign):
        return False
    if not all(isinstance(each, ast.Name | ast.Tuple) for each in statement.targets):
        return False
    calls = [node.func for node in ast.walk(statement.value) if isinstance(node, ast.Call)]
    return all(_root(call) in _PURE for call in calls)


def _root(node: ast.expr) -> str:
    """Return the name that `np.random.normal` and the like begin with; "" where there is none."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _mentioned(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _is_training(cell: dict[str, Any]) -> bool:
    """Return whether a cell trains for longer than a class should wait for it."""
    return "slow" in tags(cell) or bool(cell["metadata"].get(METADATA, {}).get("trains"))


def _statements(source: str) -> list[ast.stmt]:
    """Return what has to be run of a cell so that its names are there."""
    return [each for each in parse(source).body if not _only_shows(each)]


def _given(tree: ast.AST) -> set[str]:
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
        if not isinstance(node, ast.Lambda | ast.ListComp | ast.DictComp | ast.GeneratorExp):
            for child in ast.iter_child_nodes(node):
                walk(child)

    walk(tree)
    return found


def _needed_now(statement: ast.stmt) -> set[str]:
    """Return the names that a statement needs when it runs; a function needs its defaults only."""
    if isinstance(statement, ast.FunctionDef):
        parts: list[ast.AST] = [*statement.args.defaults, *statement.decorator_list]
        parts += [each for each in statement.args.kw_defaults if each is not None]
    else:
        parts = [statement]
    return {
        node.id
        for part in parts
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _only_shows(statement: ast.stmt) -> bool:
    """Return whether a statement only draws, prints or asks."""
    if isinstance(statement, ast.Pass):
        return True
    if isinstance(statement, ast.For | ast.With):
        return all(_only_shows(each) for each in statement.body)
    if isinstance(statement, ast.If):
        return all(_only_shows(each) for each in [*statement.body, *statement.orelse])
    if not isinstance(statement, ast.Expr):
        return False
    value = statement.value
    if not isinstance(value, ast.Call):
        return True
    root = _root(value.func)
    return root in _SHOWS or (root in _MODULES_THAT_SHOW and not isinstance(value.func, ast.Name))


def _run(shell: Any, statement: ast.stmt, source: str) -> None:
    """Run a statement so that its text can be found again, as that of a cell."""
    file = shell.compile.cache(source)
    code = compile(ast.Module([statement], []), file, "exec")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(code, shell.user_global_ns)

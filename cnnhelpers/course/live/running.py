"""Running the course's own cells in a notebook's namespace, quietly: only what gives names.

What a cell draws, prints or asks is left out, and so is training: a cell that trains says so by the
tag `slow` or, where it is quick enough for a notebook and not for a class, by ``"live": {"trains":
…}`` in its metadata: true, or the names that are trained.
"""

from __future__ import annotations

import ast
import contextlib
import io
from typing import Any

from cnnhelpers.course.cells import is_code, tags
from cnnhelpers.course.live.blocks import METADATA, live_kinds
from cnnhelpers.course.live.effects import (
    MODULES_THAT_SHOW,
    SHOWS,
    entries_set,
    functions_that_only_look,
    new_names,
    only_gives,
    root,
)
from cnnhelpers.course.live.names import given, needed
from cnnhelpers.course.notebooks import parse
from cnnhelpers.course.sources import put_there
from cnnhelpers.functional.fast.workers import alone

_LEFT_OUT = frozenset({"predict", "explore", "check", "instructor", "hint", "exercise"})


def run_up_to(shell: Any, notebook: dict[str, Any], last: int) -> list[str]:
    """Run the cells of a complete notebook up to the one with index `last`, without their outputs.

    What no later cell needs is left out, and so is what needs a name of a cell that trains. Returns
    the names that are missing because of that, and that a later cell needs.

    BLAS uses one thread: beside a browser, a second one that waits for its turn makes an eigenvalue
    problem of a tenth of a second last for seconds.
    """
    return list(alone(lambda: _run_up_to(shell, notebook, last)))


def _run_up_to(shell: Any, notebook: dict[str, Any], last: int) -> list[str]:
    missing: set[str] = set()
    told: set[str] = set()  # the loops' own names are not worth a word
    later = [parse(cell["source"]) for cell in notebook["cells"][last + 1 :] if is_code(cell)]
    for statement, source in _needed(notebook, last):
        gives = given(statement)
        if source is None or missing & _needed_now(statement):
            missing |= gives
            if isinstance(statement, ast.Assign):
                told |= gives
            continue
        missing -= gives
        _run(shell, statement, source)
    return sorted(missing & told & needed(later))


def give(shell: Any, code: str, names: frozenset[str] | set[str]) -> bool:
    """Give `names` the values that the course's code gives them, quietly; no other name changes.

    Returns whether they are there: the code may need something that was not run.
    """
    space = shell.user_ns
    others = {name: space[name] for name in given(parse(code)) - names if name in space}
    try:
        for statement in _statements(code):
            _run(shell, statement, code)
    except Exception:  # whatever may be missing
        return False
    finally:
        space.update(others)
    return True


def _needed(notebook: dict[str, Any], last: int) -> list[tuple[ast.stmt, str | None]]:
    """Return the statements up to a cell that give what it or a later cell needs, in order, each
    with the text of its cell; None instead of the text of a cell that trains.
    """
    kinds = live_kinds(notebook)
    wanted: set[str] = set()
    in_functions = _read_in_functions(notebook)
    functions = functions_that_only_look(notebook)
    found: list[tuple[ast.stmt, str | None]] = []
    for index in reversed(range(len(notebook["cells"]))):
        cell = notebook["cells"][index]
        if not is_code(cell):
            continue
        if index > last or kinds[index] == "skip" or tags(cell) & _LEFT_OUT:
            wanted |= needed([parse(cell["source"])])  # not what it gives itself
            continue
        statements = _statements(cell["source"])
        for place, statement in reversed(list(enumerate(statements))):
            gives = given(statement)
            new = new_names(statements[:place])
            trains = is_training(cell, gives)
            if trains and not gives & wanted:  # it is not run, so what it needs is not needed
                continue
            if not (gives | entries_set(statement)) & wanted and only_gives(
                statement, functions, new
            ):
                continue
            if isinstance(statement, ast.Assign):  # what stood there before is needed no more
                wanted -= gives - in_functions
            wanted |= needed([ast.Module([statement], [])])
            found.append((statement, None if trains else cell["source"]))
    return found[::-1]


def _read_in_functions(notebook: dict[str, Any]) -> set[str]:
    """Return the names that functions of a notebook read: nobody knows when they are called."""
    trees = [parse(cell["source"]) for cell in notebook["cells"] if is_code(cell)]
    return {
        name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.Lambda)
        for name in _mentioned(node)
    }


def _mentioned(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def is_training(cell: dict[str, Any], gives: set[str]) -> bool:
    """Return whether a statement of a cell, which gives these names, trains for longer than a class
    should wait for it.
    """
    trains = cell["metadata"].get(METADATA, {}).get("trains", False)
    return "slow" in tags(cell) or trains is True or bool(trains and gives & set(trains))


def _statements(source: str) -> list[ast.stmt]:
    """Return what has to be run of a cell so that its names are there."""
    return [each for each in parse(source).body if not _only_shows(each)]


def _needed_now(statement: ast.stmt) -> set[str]:
    """Return the names that a statement needs when it runs; a function needs its defaults only."""
    if not isinstance(statement, ast.FunctionDef):
        return needed([ast.Module([statement], [])])
    parts = [*statement.args.defaults, *statement.args.kw_defaults, *statement.decorator_list]
    return needed(ast.Module([ast.Expr(part)], []) for part in parts if part is not None)


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
    name = root(value.func)
    return name in SHOWS or (name in MODULES_THAT_SHOW and not isinstance(value.func, ast.Name))


def _run(shell: Any, statement: ast.stmt, source: str) -> None:
    """Run a statement so that its text can be found again, as that of a cell."""
    file = shell.compile.cache(source)
    code = compile(ast.Module([statement], []), file, "exec")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        exec(code, shell.user_global_ns)
    if isinstance(statement, ast.FunctionDef):
        put_there(shell.user_ns.get(statement.name))

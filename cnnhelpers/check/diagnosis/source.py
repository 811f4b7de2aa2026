"""The learner's source: read, changed in one place, and made into a function again."""

from __future__ import annotations

import ast
import inspect
import textwrap
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType

FILE = "<one edit away>"


@dataclass(frozen=True, eq=False)
class Source:
    """A function's own source, as a tree and as lines."""

    function: FunctionType
    tree: ast.Module
    lines: tuple[str, ...]

    @property
    def definition(self) -> ast.FunctionDef:
        """The `def` of the function."""
        return self.tree.body[0]  # type: ignore[return-value]

    def line(self, number: int) -> str:
        """Return a line of the function, counted from 1 at the line of its `def`."""
        return self.lines[number - 1].strip() if 0 < number <= len(self.lines) else ""


def source_of(function: Callable) -> Source | None:
    """Return the source of a function written with `def`, or None where there is none to change."""
    if not isinstance(function, FunctionType):
        return None
    try:
        lines, _ = inspect.getsourcelines(function)
        tree = ast.parse(textwrap.dedent("".join(lines)))
    except (OSError, TypeError, SyntaxError, ValueError, IndentationError):
        return None
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.FunctionDef):
        return None
    definition = tree.body[0]
    definition.decorator_list = []
    return Source(function, tree, tuple(textwrap.dedent("".join(lines)).splitlines()))


def made(source: Source, tree: ast.Module) -> Callable | None:
    """Return the function that a changed tree defines, in the world of the original."""
    function = source.function
    names = dict(function.__globals__)
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            names[name] = cell.cell_contents
        except ValueError:  # not filled yet
            return None
    names.pop(function.__name__, None)  # one that calls itself must call the changed one
    try:
        with warnings.catch_warnings(action="ignore"):  # such as of `1[0]`: nobody wrote that
            exec(compile(tree, FILE, "exec"), names)  # noqa: S102
    except Exception:
        return None
    changed = names.get(source.definition.name)
    if isinstance(changed, FunctionType):
        changed.__defaults__ = changed.__defaults__ or function.__defaults__
    return changed if callable(changed) else None

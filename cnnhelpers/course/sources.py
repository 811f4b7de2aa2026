"""The text of a learner's function, with everything of the notebook that the function calls.

A function is found through the cell that defined it. What its text names is looked up in the
notebook and kept as a *block* of its own: an import, another function or class, a plain value. So
the answer runs in a file, without the notebook.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import inspect
import linecache
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import FunctionType, ModuleType
from typing import Any
from weakref import WeakSet

import numpy as np

from cnnhelpers.check import EXERCISES, Result
from cnnhelpers.course.blocks import Answer, Block, NotKept
from cnnhelpers.course.literals import written_out
from cnnhelpers.course.notebooks import parse
from cnnhelpers.course.texts import (
    assigns,
    definition_at,
    free_names,
    is_text_of,
    parsed,
    segment,
)

LIBRARY = "my_cnn"
_DEFINITION = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_PUT_THERE: WeakSet[FunctionType] = WeakSet()


def put_there(function: Any) -> None:
    """Note that the course has put a function into a notebook: it is no answer of the learner's."""
    if isinstance(function, FunctionType):
        _PUT_THERE.add(function)


def is_the_courses(function: Any) -> bool:
    """Return whether a function is the course's own, or one that the course has put there."""
    if isinstance(function, FunctionType) and function in _PUT_THERE:
        return True
    return any(function is exercise.course for exercise in EXERCISES.values())


def collect(name: str, function: Any, history: Sequence[str] = ()) -> Answer:
    """Return the learner's function as the answer to the exercise `name`.

    `history` holds the cells that were run, in order.

    Raises NotKept where there is no text that would give the same function in a file.
    """
    collector = _Collector(history)
    collector.main = name
    collector.add(name, function, _namespace(function), top=True)
    return collector.answer


class _Collector:
    def __init__(self, history: Sequence[str]) -> None:
        self.history = history
        self.answer = Answer()
        self.main = ""
        self._seen: set[str] = set()

    def add(self, name: str, value: Any, space: Mapping[str, Any], top: bool = False) -> None:
        """Add the block that gives `name` its value, and before it those that it uses."""
        if name in self._seen:
            return
        self._seen.add(name)
        block = self._block(name, value, space, top)
        if block is None:
            return
        for used in block.uses:
            self._use(used, space)
        self.answer.blocks.append(block)

    def _use(self, name: str, space: Mapping[str, Any]) -> None:
        """Add what a text uses, unless it means the same everywhere, or nothing at all."""
        if name not in space:
            return
        value = space[name]
        # IPython puts functions of its own in place of `open` and the like.
        if hasattr(builtins, name) and getattr(value, "__module__", "").startswith("IPython"):
            return
        self.add(name, value, space)

    def _block(self, name: str, value: Any, space: Mapping[str, Any], top: bool) -> Block | None:
        if not top:
            exercise = self._answered(value)
            if exercise is not None:
                if exercise != self.main and exercise not in self.answer.needs:
                    self.answer.needs.append(exercise)
                return None if exercise == name else Block(name, "alias", exercise, (exercise,))
        if isinstance(value, Result):
            value = value.function
        for exercise in EXERCISES.values():
            if value is exercise.course:
                return Block(name, "course", exercise.name)
        if is_the_courses(value) and value.__name__ in EXERCISES:
            return Block(name, "course", value.__name__)
        if isinstance(value, ModuleType):
            if value.__name__ == "__main__":
                raise NotKept(f"it uses the notebook itself, under the name `{name}`")
            return Block(name, "import", value.__name__)
        imported = None if self._of_the_notebook(value) else self._imported(name, value)
        if imported is not None:
            return Block(name, "import", imported)
        text = None if callable(value) else written_out(value)
        if text is not None:
            return Block(name, "value", text, ("np",) if "np." in text else ())
        if inspect.ismethod(value):
            raise NotKept(
                f"{_the(name, top)} is a method of an object; write it as a function, with `def`"
            )
        if callable(value):
            return self._source(name, value, top)
        raise NotKept(
            f"it uses `{name}`, {_kind(value)} of the notebook; pass it as an argument, or make it "
            "inside the function"
        )

    def _answered(self, value: Any) -> str | None:
        """Return the exercise that a value is the learner's kept answer to."""
        if isinstance(value, Result):
            return value.exercise.name if value.passed else None
        if getattr(value, "__module__", None) == LIBRARY:
            name = getattr(value, "__name__", "")
            return name if name in EXERCISES else None
        return None

    def _of_the_notebook(self, value: Any) -> bool:
        module = getattr(value, "__module__", None)
        return module in ("__main__", LIBRARY) and isinstance(
            inspect.unwrap(value), FunctionType | type
        )

    def _imported(self, name: str, value: Any) -> str | None:
        """Return the `module:attribute` from which a value was imported."""
        for tree, _ in self._cells:
            for node in ast.walk(tree):
                if not isinstance(node, ast.ImportFrom) or node.level or not node.module:
                    continue
                for alias in node.names:
                    if (alias.asname or alias.name) == name or alias.name == "*":
                        attribute = name if alias.name == "*" else alias.name
                        module = sys.modules.get(node.module)
                        if _same(getattr(module, attribute, None), value):
                            return f"{node.module}:{attribute}"
        attribute = getattr(value, "__qualname__", None) or getattr(value, "__name__", None)
        module = getattr(value, "__module__", None)
        if isinstance(value, np.ufunc):
            module = "numpy"
        if (
            not isinstance(attribute, str)
            or not attribute.isidentifier()
            or not isinstance(module, str)
            or module in ("__main__", "builtins")
        ):
            return None
        try:
            found = getattr(importlib.import_module(module), attribute, None)
        except Exception:
            return None
        return f"{module}:{attribute}" if found is value else None

    def _source(self, name: str, value: Any, top: bool) -> Block:
        """Return the block of a function or class that the notebook defined."""
        plain = inspect.unwrap(value)
        text, defined = None, name
        if isinstance(plain, FunctionType) and plain.__name__ == "<lambda>":
            text = self._lambda(name, plain)
        elif isinstance(plain, FunctionType) and "<locals>" not in plain.__qualname__:
            text, defined = self._function(plain), plain.__name__
        elif isinstance(plain, type) and "<locals>" not in plain.__qualname__:
            text, defined = self._class(plain), plain.__name__
        else:  # made by a call, such as partial(...): the statement that made this very object
            bound = _namespace(value).get(name)
            if value is (bound.submitted if isinstance(bound, Result) else bound):
                text = self._statement(name)
        if text is None:
            raise NotKept(_without_text(name, plain, top))
        uses = tuple(each for each in free_names(text) if each != defined)
        if defined == name:
            return Block(name, "source", text, uses)
        # Passed under another name than its own: `check.conv2d(my_conv)`.
        space = _namespace(value)
        self._seen.add(defined)
        for used in uses:
            self._use(used, space)
        self.answer.blocks.append(Block(defined, "source", text, uses))
        return Block(name, "alias", defined, (defined,))

    def _function(self, function: FunctionType) -> str | None:
        code = function.__code__
        lines = linecache.getlines(code.co_filename)
        text = definition_at("".join(lines), code.co_firstlineno, function.__name__)
        if text is not None and is_text_of(text, function):
            return text
        # A cell that begins with %%time and the like leaves no lines of its own.
        for tree, source in self._cells:
            for node in tree.body:
                if isinstance(node, ast.FunctionDef) and node.name == function.__name__:
                    text = segment(source, node)
                    if is_text_of(text, function):
                        return text
        return None

    def _class(self, value: type) -> str | None:
        for tree, source in self._cells:
            for node in reversed(tree.body):
                if isinstance(node, ast.ClassDef) and node.name == value.__name__:
                    return segment(source, node)
        file = getattr(sys.modules.get(value.__module__), "__file__", None)
        if file is None:
            return None
        source = "".join(linecache.getlines(file))
        for node in parsed(source).body:
            if isinstance(node, ast.ClassDef) and node.name == value.__name__:
                return segment(source, node)
        return None

    def _lambda(self, name: str, function: FunctionType) -> str | None:
        source = "".join(linecache.getlines(function.__code__.co_filename))
        for node in parsed(source).body:
            if assigns(node, name) and isinstance(node.value, ast.Lambda):
                if node.value.lineno == function.__code__.co_firstlineno:
                    return ast.get_source_segment(source, node)
        return None

    def _statement(self, name: str) -> str | None:
        """Return the last statement of the notebook that made what `name` means, such as `make()`.
        """
        for tree, source in self._cells:
            for node in reversed(tree.body):
                if isinstance(node, _DEFINITION) and node.name == name and node.decorator_list:
                    return segment(source, node)
                if not assigns(node, name) or "check." in ast.unparse(node.value):
                    continue
                if name in free_names(ast.unparse(node.value)):
                    return None  # `f = timed(f)`: the f inside is another one
                return ast.get_source_segment(source, node)
        return None

    @cached_property
    def _cells(self) -> list[tuple[ast.Module, str]]:
        """The cells that were run, the last first, each as a tree and as text."""
        found = []
        for source in reversed(self.history):
            with contextlib.suppress(SyntaxError, ValueError):
                found.append((parse(source), source))
        return found


def _namespace(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Result):
        value = value.submitted
    plain = inspect.unwrap(value) if callable(value) else value
    space = getattr(plain, "__globals__", None)
    if space is None:
        module = plain.__module__ if isinstance(plain, type) else "__main__"
        space = vars(sys.modules.get(module) or sys.modules["__main__"])
    return space


def _same(one: Any, other: Any) -> bool:
    return one is other and one is not None


def _the(name: str, top: bool) -> str:
    return "it" if top else f"`{name}`, which it calls,"


def _kind(value: Any) -> str:
    word = type(value).__name__
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _without_text(name: str, value: Any, top: bool) -> str:
    the = _the(name, top)
    if getattr(value, "__name__", "") == "<lambda>":
        return f"{the} is a lambda without a line of its own; write `def {name}(...):` instead"
    if "<locals>" in getattr(value, "__qualname__", ""):
        return (
            f"{the} is made or wrapped by another function; define it with `def` at the left edge "
            "of a cell, and put a decorator above it with `@`"
        )
    if not isinstance(value, FunctionType | type):
        return f"{the} is {_kind(value)}, not a function; write `def {name}(...):`"
    return f"the text of {the} was not found; run its cell again, then this one"

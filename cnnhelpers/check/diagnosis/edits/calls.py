"""Functions that are confused, or called for nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cnnhelpers.check.diagnosis.edits.edit import (
    Edit,
    Places,
    is_read,
    nodes_of,
    replaced,
)

_CALLS: dict[str, tuple[str, ...]] = {
    "min": ("max",),
    "max": ("min", "mean", "sum"),
    "mean": ("sum", "max"),
    "sum": ("mean",),
    "argmin": ("argmax",),
    "argmax": ("argmin", "max"),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "round": ("floor", "ceil"),
    "zeros_like": ("zeros",),
    "empty": ("zeros",),
    "empty_like": ("zeros_like",),
    "ones": ("zeros",),
    "zeros": ("ones",),
    "concatenate": ("stack",),
    "stack": ("concatenate",),
    "repeat": ("tile",),
    "tile": ("repeat",),
    "convolve": ("correlate",),
    "dot": ("multiply",),
    "range": ("reversed_range",),
}
_WRAPPERS = {"abs", "int", "float", "round", "maximum", "rint", "floor", "ceil", "sqrt", "sorted"}


def calls(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        for other in _CALLS.get(called, ()):
            if other == "reversed_range":
                continue
            kind = f"`{called}` should be another function"
            if isinstance(node.func, ast.Attribute):
                function: ast.expr = ast.Attribute(node.func.value, other, ast.Load())
            else:
                function = ast.Name(other, ast.Load())
            yield replaced(places, node, ast.Call(function, node.args, node.keywords), kind)


def options(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    """Leave an option out, such as a dtype; not an axis, without which something else is asked."""
    for node in nodes_of(definition):
        if not isinstance(node, ast.Call):
            continue
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in ("axis", "keepdims"):
                continue
            rest = node.keywords[:index] + node.keywords[index + 1 :]
            kind = f"The option `{keyword.arg}` is too much"
            yield replaced(places, node, ast.Call(node.func, node.args, rest), kind)


def unwrapped(places: Places, definition: ast.FunctionDef, names: list[str]) -> Iterator[Edit]:
    for node in nodes_of(definition):
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in _WRAPPERS | {"max", "min", "flip", "fliplr", "flipud", "rot90", "clip"}:
                for argument in node.args[:2]:
                    yield replaced(places, node, argument, f"`{called}` is too much")
        elif isinstance(node, ast.Attribute) and node.attr == "T" and is_read(node):
            yield replaced(places, node, node.value, "`.T` is too much")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("astype", "round", "clip", "transpose", "squeeze"):
                kind = f"`.{node.func.attr}` is too much"
                yield replaced(places, node, node.func.value, kind)

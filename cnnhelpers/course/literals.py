"""Plain values as expressions, so that they can stand in a file."""

from __future__ import annotations

from typing import Any

import numpy as np

MOST_NUMBERS = 4096  # of an array that is written out
MOST_TEXT = 100_000  # characters of any value


def written_out(value: Any) -> str | None:
    """Return a plain value as an expression (numpy as `np`), or None where it has none of its own.
    """
    try:
        text = _expression(value)
        if len(text) > MOST_TEXT:
            return None
        again = eval(text, {"np": np, "__builtins__": {}})
        if type(again) is not type(value):
            return None
        np.testing.assert_equal(again, value)
    except Exception:
        return None
    return text


def _expression(value: Any) -> str:
    if isinstance(value, np.ndarray):
        plain = type(value) is np.ndarray and value.dtype.kind in "biufc"
        if not plain or value.size > MOST_NUMBERS:
            raise ValueError
        if not value.size:
            return f"np.zeros({value.shape}, dtype={value.dtype.name!r})"
        return f"np.array({value.tolist()!r}, dtype={value.dtype.name!r})"
    if isinstance(value, np.generic):
        return f"np.{value.dtype.name}({value.item()!r})"
    if value is None or isinstance(value, bool | int | float | complex | str | bytes):
        return repr(value)
    if type(value) is dict:
        pairs = (f"{_expression(key)}: {_expression(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    items = [_expression(item) for item in value] if type(value) in (tuple, list, set) else None
    if items is None or (type(value) is set and not items):
        raise ValueError
    inside = ", ".join(items) + ("," if type(value) is tuple and len(items) == 1 else "")
    left, right = {tuple: "()", list: "[]", set: "{}"}[type(value)]
    return left + inside + right

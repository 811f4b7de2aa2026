"""What two processes that do not trust each other tell one another: numbers, as lines of JSON.

No pickle: reading one can run code, and what comes from a worker is a stranger's.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable
from typing import Any, BinaryIO

import numpy as np

Outer = Callable[[Any], Any]  # what to make of a value that is no number, list or array
MOST = 200_000_000  # characters of a line


def _refuse(value: Any) -> Any:
    raise TypeError(f"a {type(value).__name__} cannot be sent.")


def packed(value: Any, outer: Outer = _refuse) -> Any:
    """Return a value as JSON holds it. Raises TypeError for what is neither number, text nor list.

    ``outer`` may turn something else into JSON.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        kind = "list" if isinstance(value, list) else "tuple"
        return {kind: [packed(each, outer) for each in value]}
    if isinstance(value, dict):
        return {"dict": [[packed(k, outer), packed(v, outer)] for k, v in value.items()]}
    if isinstance(value, np.ndarray | np.generic) and value.dtype.kind in "biufc":
        file = io.BytesIO()
        np.save(file, np.asarray(value), allow_pickle=False)
        return {"array": base64.b64encode(file.getvalue()).decode(), "scalar": value.ndim == 0}
    return {"other": outer(value)}


def unpacked(data: Any, outer: Outer = _refuse) -> Any:
    """Return the value that :func:`packed` made data of. Raises ValueError for anything else."""
    if not isinstance(data, dict):
        return data
    if "list" in data:
        return [unpacked(each, outer) for each in data["list"]]
    if "tuple" in data:
        return tuple(unpacked(each, outer) for each in data["tuple"])
    if "dict" in data:
        return {unpacked(k, outer): unpacked(v, outer) for k, v in data["dict"]}
    if "array" in data:
        file = io.BytesIO(base64.b64decode(data["array"]))
        array = np.load(file, allow_pickle=False)
        return array[()] if data.get("scalar") else array
    if "other" in data:
        return outer(data["other"])
    raise ValueError(f"nothing is packed as {sorted(data)}.")


def send(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Write a message as one line."""
    stream.write(json.dumps(message).encode() + b"\n")
    stream.flush()


def receive(stream: BinaryIO) -> dict[str, Any]:
    """Return the next message. Raises EOFError at the end, ValueError for what is none."""
    line = stream.readline(MOST)
    if not line:
        raise EOFError
    message = json.loads(line)
    if not isinstance(message, dict):
        raise ValueError("a message is an object.")
    return message

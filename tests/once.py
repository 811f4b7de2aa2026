"""Trainings that several tests of one run need: done once, and read from a file by the others.

A test that runs a copy of a notebook puts `@once` before the function that trains
(:mod:`shorter` does that). The result is kept under everything that it depends on: the function,
its arguments, what of the notebook it uses, the whole package with its data, and the versions of
NumPy and PyTorch. So what a notebook asserts and prints of a training is asserted and printed of
the true one; and nbval trains it anew.
"""

from __future__ import annotations

import dis
import functools
import hashlib
import inspect
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

import cnnhelpers

_GLOBAL = {"LOAD_GLOBAL", "LOAD_NAME"}
FOLDER = Path(__file__).resolve().parents[1] / "test-artifacts" / "trained"


def once(train: Callable) -> Callable:
    """Return a function that trains only if nobody has trained just this before."""

    @functools.wraps(train)
    def trained(*arguments: Any, **options: Any) -> Any:
        path = FOLDER / f"{key(train, arguments, options)}.pickle"
        if not path.exists():
            result = train(*arguments, **options)
            FOLDER.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(f".{os.getpid()}")  # two workers may be at it
            part.write_bytes(pickle.dumps(result))
            part.replace(path)
        return pickle.loads(path.read_bytes())

    return trained


def key(train: Callable, arguments: tuple, options: dict[str, Any]) -> str:
    """Return a name for what a training depends on."""
    bound = inspect.signature(train).bind(*arguments, **options)
    bound.apply_defaults()
    seen = hashlib.sha256(package().encode())
    _add(seen, train, set())
    for name, value in bound.arguments.items():
        seen.update(name.encode())
        _add(seen, value, set())
    return seen.hexdigest()[:24]


@functools.cache
def package() -> str:
    """Return a fingerprint of the package's files, and of what computes beneath it."""
    folder = Path(cnnhelpers.__file__).parent
    seen = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            seen.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    for name in ("numpy", "torch"):
        with suppress(PackageNotFoundError):
            seen.update(f"{name} {version(name)}".encode())
    return seen.hexdigest()


def _add(seen: Any, value: Any, known: set[str]) -> None:
    """Add a value; of a function of the notebook, its text and the names that it uses."""
    if isinstance(value, np.ndarray):
        seen.update(f"{value.dtype}{value.shape}".encode() + np.ascontiguousarray(value).tobytes())
    elif inspect.isfunction(value) and value.__module__ == "__main__":
        seen.update(inspect.getsource(value).encode())
        for name in sorted(_names(value.__code__)):
            if name in value.__globals__ and name not in known:
                known.add(name)
                seen.update(name.encode())
                _add(seen, value.__globals__[name], known)
    elif isinstance(value, ModuleType) or inspect.isfunction(value) or inspect.isclass(value):
        seen.update(f"{value.__name__}".encode())  # of the package, or of a library
    else:
        seen.update(pickle.dumps(value))


def _names(code: Any) -> set[str]:
    """Return the global names of a function, and of the functions in it; no attributes' names."""
    own = {each.argval for each in dis.get_instructions(code) if each.opname in _GLOBAL}
    inner = [_names(each) for each in code.co_consts if inspect.iscode(each)]
    return own.union(*inner)

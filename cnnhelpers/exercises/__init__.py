"""The exercises of the course: a folder a topic, a module an exercise.

A module holds everything about its exercise: the function, its cases, the same by PyTorch, the
known mistakes, and ``EXERCISE``, by which it is found. To add one, copy a module.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from cnnhelpers.check.exercise import Exercise


def _modules(package: str) -> Iterator[str]:
    for entry in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        if entry.ispkg:
            yield from _modules(entry.name)
        else:
            yield entry.name


@cache
def all_exercises() -> Mapping[str, Exercise]:
    """Return every exercise by name.

    Raises:
        ValueError: two modules hold an exercise of the same name, or one that is not its own.
    """
    found: dict[str, Exercise] = {}
    for path in _modules(__name__):
        exercise = getattr(import_module(path), "EXERCISE", None)
        if exercise is None:  # what the exercises of a topic share
            continue
        module = path.rpartition(".")[2]
        if exercise.name != module:
            raise ValueError(
                f"{path} holds the exercise {exercise.name}; expected one of the module's name. "
                f"Rename the module or the function."
            )
        if module in found:
            raise ValueError(f"{path}: there is another exercise {module}; give one a new name.")
        found[module] = exercise
    return MappingProxyType(found)

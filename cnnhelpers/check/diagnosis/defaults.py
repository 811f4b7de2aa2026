"""Whether the options that are left out mean what they should."""

from __future__ import annotations

import inspect
from collections.abc import Callable

from cnnhelpers.check.diagnosis.sign import Sign
from cnnhelpers.check.exercise import Exercise


def defaults(exercise: Exercise, function: Callable) -> Sign | None:
    """Return which option has another default than is asked for."""
    try:
        yours = inspect.signature(function).parameters
    except (TypeError, ValueError):  # some functions of C do not tell
        return None
    for name, asked in exercise.signature.parameters.items():
        if name not in yours or asked.default is asked.empty or yours[name].default is asked.empty:
            continue
        given = yours[name].default
        if type(given) is type(asked.default) and given == asked.default:
            continue
        if given is None or isinstance(given, int | float | str | tuple):
            return Sign(
                "default",
                f"Without `{name}` it should be {asked.default}; your default is {given!r}.",
            )
    return None

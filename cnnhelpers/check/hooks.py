"""Whoever wants to hear of verdicts registers here; the checks know nothing about them.

`%load_ext cnnhelpers` registers the keeper of the learner's answers.
"""

from __future__ import annotations

from collections.abc import Callable

from cnnhelpers.check.result import Result

_LISTENERS: dict[str, Callable[[Result], None]] = {}


def listen(key: str, listener: Callable[[Result], None] | None) -> None:
    """Call `listener` with every verdict from now on, in place of an earlier one of this `key`.

    None takes the earlier one away.
    """
    _LISTENERS.pop(key, None)
    if listener is not None:
        _LISTENERS[key] = listener


def announce(result: Result) -> Result:
    """Tell every listener; one that fails says so in a line, and the verdict stands."""
    for listener in list(_LISTENERS.values()):
        try:
            listener(result)
        except Exception as error:
            print(f"The verdict stands, but what follows it failed: {_one_line(error)}")
    return result


def _one_line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}"

"""Your own functions from earlier notebooks, or the course's where yours are not there yet.

`mine.conv2d` is your `conv2d` if it passed its check in a practice copy, otherwise the course's; a
line says which::

    from cnnhelpers import mine

    conv2d = mine.conv2d
"""

from __future__ import annotations

import difflib
from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from cnnhelpers.check import EXERCISES
    from cnnhelpers.course.library import current

    if name in EXERCISES:
        return current(name)
    close = difflib.get_close_matches(name, EXERCISES, n=3)
    advice = f"did you mean {' or '.join(close)}?" if close else "dir(mine) lists all."
    raise AttributeError(f"mine: no exercise is called {name!r}; {advice}")


def __dir__() -> list[str]:
    from cnnhelpers.check import EXERCISES

    return list(EXERCISES)

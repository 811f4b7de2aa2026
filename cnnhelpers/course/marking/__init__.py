"""Assignments: what gives marks, and why nothing that a notebook does to its kernel changes them.

The locked cell of an assignment says `marking.check.NAME(NAME).passed`. `check` is loaded when it
is first used, so that a worker, in which a stranger's function runs, starts without it.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "check":
        from cnnhelpers.course.marking.cells import check

        return check
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

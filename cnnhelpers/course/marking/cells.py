"""What the locked cells of an assignment call: a check that gives marks.

`check.NAME(NAME)` says what the check of the notebook says, and then judges the text of the
function in a process of its own (`judging`), by arguments that no check in a notebook draws. What a
notebook has done to its own process, to `check` or to NumPy, does not reach there.
"""

from __future__ import annotations

import os
import secrets
from typing import Any

from cnnhelpers.check import EXERCISES, Check, Result
from cnnhelpers.course.blocks import NotKept
from cnnhelpers.course.marking.judging import Mark, mark_apart
from cnnhelpers.course.marking.text import Text, text_of
from cnnhelpers.course.place import cells_run, running_shell

__all__ = ["SEED", "TEXT", "Mark", "check", "mark_apart", "seed", "text_in"]

SEED = "CNNHELPERS_SEED"  # the environment variable with a number, the same for a whole class
TEXT = "application/vnd.cnnhelpers.answer+json"  # in which the text of an answer is shown


class Marking:
    """The check of one exercise, for marks."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, function: Any = None) -> Mark:
        """Show the verdict on a function, and what its mark is and why."""
        if type(function) is Result:
            function = function.submitted
        result = Check(EXERCISES[self.name])(function)
        if not result.passed:
            return Mark(False, result.explanation)
        try:
            text = text_of(self.name, function, cells_run(running_shell()))
        except NotKept as reason:
            return _shown(Mark(False, f"Your {self.name} cannot be marked: {reason}."), None)
        return _shown(mark_apart(text, seed()), text)


class Markings:
    """`check` as a locked cell imports it."""

    def __getattr__(self, name: str) -> Marking:
        if name not in EXERCISES:
            raise AttributeError(f"check: no exercise is called {name!r}.")
        return Marking(name)


check = Markings()


def seed() -> int:
    """Return the number that chooses the second set: the class's, or else one drawn now."""
    try:
        return int(os.environ[SEED])
    except (KeyError, ValueError):
        return secrets.randbelow(10**6)


def _shown(mark: Mark, text: Text | None) -> Mark:
    shell = running_shell()
    if shell is None:
        print(mark.sentence)
        return mark
    from IPython.display import display

    data: dict[str, Any] = {"text/plain": mark.sentence}
    if text is not None:
        data[TEXT] = text.stored()
    display(data, raw=True)  # type: ignore[no-untyped-call]
    return mark


def text_in(outputs: list[dict[str, Any]]) -> Text | None:
    """Return the text that the outputs of a cell show, the last where there are several."""
    found = None
    for output in outputs:
        entry = output.get("data", {}).get(TEXT)
        try:
            found = Text.restored(entry) if entry is not None else found
        except ValueError:
            continue
    return found

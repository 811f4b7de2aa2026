"""The verdict on a function: what it says, and the function that the notebook goes on with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import update_wrapper
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.finding import VERDICTS, Finding
from cnnhelpers.check.several import Arrays
from cnnhelpers.check.show import as_html, as_text

__all__ = ["VERDICTS", "Result"]


class Result:
    """The verdict on a learner's function, and itself a function to go on with.

    Calling it calls the learner's function if that passed, and the course's otherwise. In a
    notebook it shows itself once.

    Attributes:
        verdict: one of "passed", "not started", "raised", "wrong shape", "wrong values",
            "changed its input".
        mistake: the slug of the known mistake that explains every case, or None.
        mistakes: the same as a tuple; two slugs if it is two at once (``mistake`` is then None).
        likely: the slug of a mistake that it only looks like, or None.
        located: how a mistake without a name was found: "condition", "place", "edit" …
        explanation: sentences.
        hints: one after another, each telling more than the one before; ``hint`` is the first.
        case: the smallest case that goes wrong, or None.
        expected, got: what was expected there, and what came.
        submitted: the function that was checked.
        again: whether the same function was checked before, and did not pass.
        function: the function to go on with.
    """

    def __init__(
        self, exercise: Exercise, submitted: Any, finding: Finding, again: bool = False
    ) -> None:
        self.exercise = exercise
        self.submitted = submitted
        self.again = again
        self.finding = finding
        self.verdict = finding.verdict
        self.passed = finding.verdict == "passed"
        self.mistakes = finding.mistakes
        self.mistake = finding.mistakes[0] if len(finding.mistakes) == 1 else None
        self.likely = finding.likely
        self.explanation = finding.explanation
        self.hints = finding.hints
        self.hint = finding.hints[0] if finding.hints else None
        self.located = finding.located
        self.case = finding.case
        self.expected = finding.expected
        self.got = finding.got
        self.notes = finding.notes
        self.function: Callable = submitted if self.passed else exercise.course
        self._shown_in: Any = None
        update_wrapper(self, self.function, assigned=("__name__", "__doc__"), updated=())

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        value = self.function(*arguments, **options)
        if isinstance(self.exercise.answers, Arrays) and not self.exercise.changes:
            return tuple(_as_array(part) for part in value)
        one = self.exercise.answers is ARRAY or self.exercise.changes
        return _as_array(value) if one else value

    def __bool__(self) -> bool:
        return self.passed

    @property
    def fallback(self) -> str | None:
        """The sentence that says which function the notebook goes on with, if not the learner's."""
        if self.passed:
            return None
        same = "This is still the function that was checked before. " if self.again else ""
        return (
            f"{same}The notebook goes on with the course's {self.exercise.name}; "
            "when yours is ready, run its cell, then this one."
        )

    def __repr__(self) -> str:
        return as_text(self.exercise, self.finding, self.fallback)

    def _repr_html_(self) -> str:
        return as_html(self.exercise, self.finding, self.fallback)

    # Showing itself once a cell: when it is made, not again as the cell's value.

    def _ipython_display_(self) -> None:
        self.show()

    def show(self) -> Result:
        """Show the verdict in the notebook, unless this cell has already shown it."""
        shell = _shell()
        if shell is not None and self._shown_in != shell.execution_count:
            from IPython.display import display

            self._shown_in = shell.execution_count
            display({"text/plain": repr(self), "text/html": self._repr_html_()}, raw=True)
        return self


def _as_array(value: Any) -> Any:
    """Return what follows in the notebook expects: an array of real numbers.

    It may be a tensor or a list, or come from a Fourier transform with imaginary parts that are
    nothing but rounding.
    """
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    array = np.asarray(value)
    return array.real if array.dtype.kind == "c" else array


def _shell() -> Any:
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()

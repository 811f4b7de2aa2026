"""What a check found out, as data: one case tried, and the verdict on all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import Case
from cnnhelpers.check.running import Run

VERDICTS = (
    "passed", "not started", "raised", "wrong shape", "wrong values", "changed its input",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Trial:
    """One case: the right answer, and the learner's.

    ``index`` is the place of a named case in its list; ``settings`` are those of a drawn one.
    ``part`` is the name of the array, where one of several that are returned is looked at.
    """

    case: Case
    expected: Answer
    answer: Answer
    right: bool
    run: Run
    index: int | None = None
    settings: Mapping[str, int] | None = None
    part: str = ""

    @property
    def scale(self) -> float:
        """Size of the right answer's numbers."""
        return self.expected.scale


@dataclass(frozen=True)
class Finding:
    """What a check found out.

    ``mistakes`` are certain; ``likely`` only looks like it. ``located`` says how the mistake was
    found where it has no name: "condition", "place", "relation", "taps", "formula", "edit" …
    ``hints`` come one after another, each telling more than the one before. ``part`` is the name of
    the array that ``expected`` and ``got`` show, where several are returned.
    """

    verdict: str
    explanation: str
    hints: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    likely: str | None = None
    located: tuple[str, ...] = ()
    case: Case | None = None
    expected: np.ndarray | str | None = None
    got: np.ndarray | str | None = None
    notes: tuple[str, ...] = ()
    part: str = ""

"""What a check found out, as data: one case tried, and the verdict on all of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cnnhelpers.check.answers import Answer
from cnnhelpers.check.case import Case

VERDICTS = (
    "passed", "not started", "raised", "wrong shape", "wrong values", "changed its input",
)  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """One case: the right answer, and the learner's. ``index`` is the case's place in its list."""

    index: int
    case: Case
    expected: Answer
    answer: Answer
    right: bool

    @property
    def scale(self) -> float:
        """Size of the right answer's numbers."""
        return self.expected.scale


@dataclass(frozen=True)
class Finding:
    """What a check found out. ``mistakes`` are certain; ``likely`` only looks like it."""

    verdict: str
    explanation: str
    hint: str | None = None
    mistakes: tuple[str, ...] = ()
    likely: str | None = None
    case: Case | None = None
    expected: np.ndarray | str | None = None
    got: np.ndarray | str | None = None
    notes: tuple[str, ...] = ()

"""Windows at the border are missing, or the window does not move."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, Way, then


def cut(rows: int = 0, columns: int = 0, first: bool = False) -> Way:
    """Return a mistake that leaves out the last (or the first) rows and columns of the answer."""
    if first:
        return then(lambda answer, a: answer[..., rows:, columns:])
    return then(
        lambda answer, a: answer[..., : answer.shape[-2] - rows, : answer.shape[-1] - columns]
    )


def blank(rows: int = 0, columns: int = 0) -> Way:
    """Return a mistake that leaves the last rows and columns of the answer at 0."""

    def spoil(answer: np.ndarray, arguments: dict) -> np.ndarray:
        answer = np.array(answer)
        answer[..., answer.shape[-2] - rows :, :] = 0
        answer[..., answer.shape[-1] - columns :] = 0
        return answer

    return then(spoil)


def off_by_one(*more: Way) -> Mistake:
    """The last or the first windows are left out."""
    return Mistake(
        "off-by-one",
        "A window at the border is missing.",
        "Check where each loop or slice begins and ends. A kernel of 3 fits into an input of 3 "
        "once: there are size - kernel_size + 1 positions.",
        cut(1, 1),
        cut(1, 0),
        cut(0, 1),
        blank(1, 1),
        blank(1, 0),
        blank(0, 1),
        cut(1, 1, first=True),
        *more,
    )


def standing_still() -> tuple[Mistake, ...]:
    """Every output is the first window's, or every row or column is the first one."""
    return (
        Mistake(
            "window-stands-still",
            "Every output is that of the first window: the window does not move.",
            "Where the window begins should depend on the loop's variables: `x[i + u, j + v]`, "
            "not `x[u, v]`.",
            then(lambda answer, a: np.zeros_like(answer) + answer[..., :1, :1]),
        ),
        Mistake(
            "window-stays-in-its-row",
            "All rows of the answer are the same: the window does not move down.",
            "Kernel row u should meet image row i + u: does i, the row of the output, stand there?",
            then(lambda answer, a: np.zeros_like(answer) + answer[..., :1, :]),
        ),
        Mistake(
            "window-stays-in-its-column",
            "All columns of the answer are the same: the window does not move to the right.",
            "Kernel column v should meet image column j + v: does j, the column of the output, "
            "stand there?",
            then(lambda answer, a: np.zeros_like(answer) + answer[..., :, :1]),
        ),
    )

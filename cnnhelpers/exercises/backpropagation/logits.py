"""What the exercises on the cross-entropy share: cases, a domain, softmax done wrongly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.case import Case, case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.mistake import Mistake, Way


def softmax(logits: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the probabilities of each row, without overflow."""
    logits = np.asarray(logits, float)
    powers = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return powers / powers.sum(axis=axis, keepdims=True)


def unshifted(logits: np.ndarray) -> np.ndarray:
    """Softmax without the shift: large numbers overflow."""
    powers = np.exp(np.asarray(logits, float))
    return powers / powers.sum(axis=-1, keepdims=True)


def shifted_by_all(logits: np.ndarray) -> np.ndarray:
    """Softmax shifted by the largest number of all rows: far smaller rows vanish."""
    powers = np.exp(np.asarray(logits, float) - np.max(logits))
    return powers / powers.sum(axis=-1, keepdims=True)


def divided_by_all(logits: np.ndarray) -> np.ndarray:
    """The powers of each row, divided by the sum over all rows."""
    logits = np.asarray(logits, float)
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum()


def without_axis(most: bool = True, total: bool = True) -> Callable[[np.ndarray], np.ndarray]:
    """Softmax in which the largest numbers of the rows, or their sums, have lost an axis."""

    def made(logits: np.ndarray) -> np.ndarray:
        logits = np.asarray(logits, float)
        powers = np.exp(logits - logits.max(axis=1, keepdims=not most))
        return powers / powers.sum(axis=1, keepdims=not total)

    return made


def sum_over_everything(*ways: Way) -> Mistake:
    """One sum for all rows."""
    return Mistake(
        "sum-over-everything",
        "The exponentials of all rows are added up to one number. Each row should have a sum of "
        "its own.",
        "`sum` needs the axis of the classes: `axis=1`.",
        *ways,
    )


def keepdims_forgotten(*ways: Way) -> Mistake:
    """One number for each row, laid along the columns."""
    return Mistake(
        "keepdims-forgotten",
        "The largest logits of the rows, or their sums, are laid along the columns: number n "
        "should meet row n.",
        "`max(axis=1)` and `sum(axis=1)` are (N,), which NumPy lays along the last axis. With "
        "`keepdims=True` they are (N, 1), and fit beside (N, C).",
        *ways,
    )


def one_hot(labels: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Return rows of 0 with a 1 at each label."""
    marked = np.zeros(shape)
    marked[np.arange(len(labels)), labels] = 1.0
    return marked


def cases() -> tuple[Case, ...]:
    """Several rows, a single one, as many rows as classes, numbers that overflow, shares of 0."""
    return (
        case(logits=floats([2.0, 1.0, 0.0], [0.0, 1.0, 2.0]), labels=np.array([0, 1])),
        case(logits=floats([1.0, 3.0]), labels=np.array([1])),
        case(logits=whole(1, 3, 3), labels=np.array([2, 0, 1])),
        case(logits=halves(2, 4, 3), labels=np.array([2, 0, 1, 1])),
        case(logits=floats([1000.0, 999.0, -2.0], [3.0, -1000.0, 2.0]), labels=np.array([1, 1])),
        case(logits=floats([700.0, 699.0], [-300.0, -301.0]), labels=np.array([1, 0])),
        case(logits=halves(3, 2, 5), labels=np.array([4, 3])),
        case(logits=floats([801.0, 800.0, 799.0]), labels=np.array([1])),
    )


def recipe(draw: Any, rows: int, classes: int) -> dict[str, Any]:
    labels = draw.random.integers(0, classes, rows)
    return {"logits": draw.array(rows, classes), "labels": labels}


DOMAIN = Domain(
    recipe,
    (
        factor("rows", 2, "there are not 2 rows", (1, "there is one row"), (5, "there are 5 rows")),
        factor(
            "classes",
            4,
            "there are not 4 classes",
            (2, "there are 2 classes"),
            (5, "there are 5 classes"),
            (10, "there are 10 classes"),
        ),
    ),
    integers=("logits",),
)

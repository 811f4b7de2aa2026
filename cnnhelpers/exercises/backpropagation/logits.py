"""What the exercises on the cross-entropy share: cases, a domain, softmax done wrongly."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.case import Case, case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor


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


def one_hot(labels: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Return rows of 0 with a 1 at each label."""
    marked = np.zeros(shape)
    marked[np.arange(len(labels)), labels] = 1.0
    return marked


def cases() -> tuple[Case, ...]:
    """Several rows, a single one, as many rows as classes, numbers that overflow."""
    return (
        case(logits=floats([2.0, 1.0, 0.0], [0.0, 1.0, 2.0]), labels=np.array([0, 1])),
        case(logits=floats([1.0, 3.0]), labels=np.array([1])),
        case(logits=whole(1, 3, 3), labels=np.array([2, 0, 1])),
        case(logits=halves(2, 4, 3), labels=np.array([2, 0, 1, 1])),
        case(logits=floats([1000.0, 999.0, -2.0], [3.0, -1000.0, 2.0]), labels=np.array([1, 1])),
        case(logits=floats([700.0, 699.0], [-300.0, -301.0]), labels=np.array([1, 0])),
        case(logits=halves(3, 2, 5), labels=np.array([4, 3])),
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

"""Exercise: confusion_matrix."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Arguments, Mistake, Way, given_all, instead, then, where


def confusion_matrix(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    """Return how many images of each class were taken for each class, (classes, classes).

    Row: the right class, from ``labels`` (N,). Column: the network's, from ``predictions`` (N,).
    """
    matrix = np.zeros((classes, classes), dtype=int)
    np.add.at(matrix, (np.asarray(labels), np.asarray(predictions)), 1)
    return matrix


def _labels(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


# Pairs occur more than once, a class is missing at the end, and no matrix is its own transpose.
CASES = (
    case(labels=_labels(0, 0, 1), predictions=_labels(0, 1, 1), classes=2),
    case(labels=_labels(0, 2, 2, 1, 2), predictions=_labels(0, 1, 1, 1, 2), classes=3),
    case(labels=_labels(3, 1, 1, 1, 0, 3), predictions=_labels(3, 0, 0, 1, 2, 1), classes=5),
    case(labels=_labels(1), predictions=_labels(0), classes=4),
    case(
        labels=_labels(4, 4, 4, 9, 9, 7, 2, 7, 4, 0),
        predictions=_labels(9, 9, 4, 4, 9, 2, 7, 2, 9, 0),
        classes=10,
    ),
    # One pair occurs more often than an integer of 8 bits can count.
    case(
        labels=np.repeat(_labels(0, 1, 1), (2, 300, 1)),
        predictions=np.repeat(_labels(1, 0, 1), (2, 300, 1)),
        classes=2,
    ),
)


def by_torch(torch: Any, labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    places = torch.tensor(np.array(labels)) * classes + torch.tensor(np.array(predictions))
    return torch.bincount(places, minlength=classes**2).view(classes, classes).numpy()


def way(function: Any) -> Way:
    return instead(
        lambda labels, predictions, classes: function(
            np.asarray(labels), np.asarray(predictions), classes
        )
    )


def duplicates_lost(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    matrix = np.zeros((classes, classes))
    matrix[labels, predictions] += 1
    return matrix


def right_only(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    right = labels == predictions
    return confusion_matrix(labels[right], predictions[right], classes)


def wrong_only(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    wrong = labels != predictions
    return confusion_matrix(labels[wrong], predictions[wrong], classes)


def seen_classes(labels: np.ndarray, predictions: np.ndarray, classes: int) -> np.ndarray:
    seen = int(max(labels.max(), predictions.max())) + 1
    return confusion_matrix(labels, predictions, seen)


def numbered(a: Arguments) -> np.ndarray:
    """Return the number of each image's place in the matrix, counted along the rows."""
    return np.asarray(a["labels"]) * a["classes"] + np.asarray(a["predictions"])


def numbered_down(a: Arguments) -> np.ndarray:
    """Return the number of each image's place in the matrix, counted along the columns."""
    return np.asarray(a["predictions"]) * a["classes"] + np.asarray(a["labels"])


def ends_early(error: BaseException, a: Arguments) -> bool:
    """Return whether as many counts as `np.bincount` makes do not go into the matrix."""
    said = re.search(r"reshape array of size (\d+)", str(error))
    ends = [int(numbers(a).max()) + 1 for numbers in (numbered, numbered_down)]
    return said is not None and int(said[1]) in ends


def full(numbers: Callable[[Arguments], np.ndarray]) -> Callable[[Arguments], bool]:
    """Return whether the last place of the matrix is there to be counted."""
    return lambda a: int(numbers(a).max()) + 1 == a["classes"] ** 2


def shares(axis: int | None) -> Way:
    def change(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
        total = answer.sum(axis=axis, keepdims=True)
        return answer / np.maximum(total, 1)

    return then(change)


MISTAKES = (
    Mistake(
        "axes-swapped",
        "Rows and columns are exchanged. The row should be the right class, the column the "
        "network's answer.",
        "The label is the first index, the prediction the second.",
        given_all(lambda a: {"labels": a["predictions"], "predictions": a["labels"]}),
    ),
    Mistake(
        "counts-overflow",
        "Counts begin again, at 0 or below it, where a pair occurs often: the matrix holds numbers "
        "of 8 bits, and these end at 255 or at 127.",
        "Make the matrix with `dtype=int`, which holds far larger numbers than `np.uint8` and "
        "`np.int8`.",
        then(lambda answer, a: answer % 256),
        then(lambda answer, a: (answer + 128) % 256 - 128),
    ),
    Mistake(
        "duplicates-lost",
        "A pair that occurs several times is counted only once.",
        "Each image should add 1. If you add at arrays of indices with `+=`, each *place* gets 1 "
        "only once; a loop over the images counts all.",
        way(duplicates_lost),
        then(lambda answer, a: np.minimum(answer, 1)),
    ),
    Mistake(
        "rows-shared",
        "All rows are the same: they are one and the same list.",
        "`[[0] * n] * n` holds one list n times. Make a new list for each row, or use "
        "`np.zeros((n, n), int)`.",
        then(lambda answer, a: np.tile(answer.sum(axis=0), (len(answer), 1))),
    ),
    Mistake(
        "normalised-rows",
        "Each row is divided by its sum. The matrix should hold counts.",
        "Leave the numbers as they were counted.",
        shares(1),
    ),
    Mistake(
        "normalised-columns",
        "Each column is divided by its sum. The matrix should hold counts.",
        "Leave the numbers as they were counted.",
        shares(0),
    ),
    Mistake(
        "normalised-all",
        "The counts are divided by the number of images. The matrix should hold counts.",
        "Leave the numbers as they were counted.",
        shares(None),
    ),
    Mistake(
        "right-answers-only",
        "Only right answers are counted, on the diagonal.",
        "Each image should count, also one with a wrong answer.",
        way(right_only),
    ),
    Mistake(
        "wrong-answers-only",
        "The diagonal is empty: right answers are not counted.",
        "Each image should count, right or wrong.",
        way(wrong_only),
    ),
    Mistake(
        "size-from-labels",
        "The matrix is as large as the classes of these images ask for. It should have `classes` "
        "rows and columns.",
        "A class may be missing among these images: begin with zeros of the shape (`classes`, "
        "`classes`).",
        way(seen_classes),
        way(lambda y, p, c: seen_classes(y, p, c).T),
    ),
    Mistake(
        "counts-end-early",
        "The counts end at the last pair that occurs, so they do not always fill the matrix. There "
        "should be `classes` · `classes` of them.",
        "If you use `np.bincount`: it ends at the largest number that occurs, unless you give it "
        "`minlength`.",
        where(full(numbered), told=ends_early),
        where(full(numbered_down), told=ends_early),
    ),
    Mistake(
        "counted-from-one",
        "Everything stands one row and one column too far.",
        "The classes are counted from 0: class 0 belongs into row 0.",
        then(lambda answer, a: np.roll(answer, (1, 1), (0, 1))),
        then(lambda answer, a: np.roll(answer, (-1, -1), (0, 1))),
    ),
    Mistake(
        "label-for-both",
        "Row and column are the same number.",
        "The row comes from `labels`, the column from `predictions`.",
        given_all(lambda a: {"predictions": a["labels"]}),
        given_all(lambda a: {"labels": a["predictions"]}),
    ),
    Mistake(
        "image-left-out",
        "One image is not counted.",
        "Where do the loop's numbers begin, and where do they end?",
        way(lambda y, p, c: confusion_matrix(y[1:], p[1:], c)),
        way(lambda y, p, c: confusion_matrix(y[:-1], p[:-1], c)),
    ),
    Mistake(
        "last-image-only",
        "Only one image is counted.",
        "Make the matrix before the loop, and return it after the loop.",
        way(lambda y, p, c: confusion_matrix(y[-1:], p[-1:], c)),
        way(lambda y, p, c: confusion_matrix(y[:1], p[:1], c)),
    ),
    Mistake(
        "starts-at-one",
        "Each count is 1 too large.",
        "Begin with zeros.",
        then(lambda answer, a: answer + 1),
    ),
)


def recipe(draw: Any, images: int, classes: int, right: str) -> dict[str, Any]:
    labels = draw.random.integers(0, classes, images)
    predictions = labels if right == "all" else draw.random.integers(0, classes, images)
    return {"labels": labels, "predictions": predictions, "classes": classes}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "images",
            9,
            "there are not 9 images",
            (2, "there are 2 images"),
            (40, "there are 40 images, and some pairs occur often"),
        ),
        factor(
            "classes",
            3,
            "there are not 3 classes",
            (2, "there are 2 classes"),
            (10, "there are 10 classes"),
        ),
        factor("right", "some", "all answers are right", ("all", "all answers are right")),
    ),
    values=None,
)

EXERCISE = Exercise(
    confusion_matrix,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

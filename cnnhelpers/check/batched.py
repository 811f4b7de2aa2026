"""An answer of batches: a list of pairs, the images of a batch and their labels.

The batches may have different sizes. Their numbers stand in one row, with the shapes beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY, Answer, Answers, Trouble

MOST = 10_000  # batches that are read of a function that never stops giving them


@dataclass(frozen=True)
class Batches(Answers):
    """A list of pairs (images, labels); a generator of them will do."""

    def read(self, value: Any) -> Answer:
        """Return what a function returned as the numbers of all batches."""
        if isinstance(value, Iterator):
            value = [batch for batch, _ in zip(value, range(MOST))]
        if not isinstance(value, list | tuple):
            found = super().read(value)
            return found if found.trouble is not None else Answer(trouble=_no_pairs("one array"))
        parts: list[Answer] = []
        for number, pair in enumerate(value, 1):
            if all(isinstance(each, np.ndarray) for each in value):
                return Answer(trouble=_arrays(value))
            if not isinstance(pair, list | tuple) or len(pair) != 2:
                return Answer(trouble=_no_pairs(f"no pair in place {number}"))
            images, labels = (ARRAY.read(each) for each in pair)
            trouble = images.trouble or labels.trouble or _apart(number, images, labels)
            if trouble is not None:
                return Answer(trouble=trouble)
            parts += [images, labels]
        values = [np.asarray(part.value) for part in parts]
        rows = [each.ravel() for each in values] or [np.zeros(0)]
        return Answer(
            np.concatenate(rows),
            np.dtype(np.float64),
            shapes=tuple(each.shape for each in values),
        )

    def stored(self, value: Any) -> np.ndarray:
        """Return all in one row: for each array its number of axes, its shape, its numbers."""
        arrays = [np.asarray(each, np.float64) for pair in value for each in pair]
        pieces = [([each.ndim, *each.shape], each.ravel()) for each in arrays]
        return np.concatenate([np.asarray(part, float) for pair in pieces for part in pair])

    def restored(self, array: np.ndarray) -> Answer:
        """Return the batches that :meth:`stored` has kept."""
        arrays, at = [], 0
        while at < len(array):
            begin = at + 1 + int(array[at])
            shape = tuple(int(length) for length in array[at + 1 : begin])
            at = begin + int(np.prod(shape))
            arrays.append(array[begin:at].reshape(shape))
        return self.read(_pairs(arrays))


def _pairs(arrays: Sequence[np.ndarray]) -> list[tuple[np.ndarray, np.ndarray]]:
    return list(zip(arrays[::2], arrays[1::2], strict=True))


def _no_pairs(what: str) -> Trouble:
    return Trouble(
        "no-pairs",
        f"Your function returned {what}; a list of pairs (images, labels) is expected, one a "
        "batch.",
        "Append a pair for each batch: `found.append((images[batch], labels[batch]))`. Return the "
        "list after the loop.",
    )


def _arrays(value: Sequence[np.ndarray]) -> Trouble:
    """Return what to say of arrays without pairs: the whole set as one pair, or batches."""
    if len(value) == 2 and value[0].ndim > 1 and value[1].ndim == 1:
        return _no_pairs("one pair of arrays")
    return Trouble(
        "no-pairs",
        "Each batch is one array; a pair (images, labels) is expected.",
        "Put both into each batch: `(images[batch], labels[batch])`.",
    )


def _apart(number: int, images: Answer, labels: Answer) -> Trouble | None:
    count, others = (np.asarray(each.value).shape[:1] for each in (images, labels))
    if count == others and count:
        return None
    return Trouble(
        "images-without-labels",
        f"In place {number} of the list stands no pair (images, labels) with as many images as "
        "labels.",
        "Make one pair for each batch, and take its images and labels with the same numbers.",
    )


BATCHES = Batches("batches", "a list of pairs (images, labels)")

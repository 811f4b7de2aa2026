"""Handwritten digits: 10,000 of MNIST, shuffled once, so that the first few are of many classes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np

from cnnhelpers.shapes import whole_number

FILE = Path(__file__).parent / "files" / "mnist_10k.npz"
SPLITS = {"train": slice(0, 8000), "test": slice(8000, 10000), "all": slice(0, 10000)}
_watching: list[list[str]] = []


def digits(split: str = "train", count: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Return images (N, 1, 28, 28), float32 in [0, 1] with 0 as background, and labels (N,), int64.

    ``split`` is "train" (the first 8,000 digits), "test" (the other 2,000) or "all"; ``count``
    takes only the first so many of them. The arrays are the caller's own: changing them changes
    nothing else. Source: the MNIST database of Y. LeCun, C. Cortes and C. J. C. Burges, licensed
    CC BY-SA 3.0.

    Raises:
        TypeError: ``count`` is not a whole number.
        ValueError: there is no such split, or it has fewer digits than ``count``.
    """
    if not isinstance(split, str) or split not in SPLITS:
        raise ValueError(f"digits: there is no split {split!r}; use 'train', 'test' or 'all'.")
    for reads in _watching:
        reads.append(split)
    images, labels = (array[SPLITS[split]] for array in _stored())
    if count is not None:
        count = whole_number(count, "digits: count", minimum=1)
        if count > len(labels):
            raise ValueError(
                f"digits: count {count:,} is more than the {len(labels):,} digits of the split "
                f"{split!r}; use a smaller count{'' if split == 'all' else ' or another split'}."
            )
        images, labels = images[:count], labels[:count]
    return images[:, None].astype(np.float32) / np.float32(255), labels.astype(np.int64)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note in a list which splits are asked for inside of the block."""
    reads: list[str] = []
    _watching.append(reads)
    try:
        yield reads
    finally:
        _watching[:] = [other for other in _watching if other is not reads]


@cache
def _stored() -> tuple[np.ndarray, np.ndarray]:
    """Return the bytes of the file: images (10000, 28, 28) and labels (10000,), both uint8."""
    with np.load(FILE, allow_pickle=False) as stored:
        return stored["images"], stored["labels"]

"""Exercise: batches."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.batched import BATCHES
from cnnhelpers.check.case import case, floats, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then


def batches(
    images: np.ndarray, labels: np.ndarray, order: np.ndarray, batch_size: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return pairs (images, labels), ``batch_size`` of each, in the order that is given.

    ``images`` is (N, …), ``labels`` (N,), and ``order`` holds the numbers 0 to N - 1, shuffled:
    ``images[order[0]]`` comes first. The last batch holds what is left, so it may be smaller; none
    is empty.
    """
    images, labels, order = np.asarray(images), np.asarray(labels), np.asarray(order)
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(images[part], labels[part]) for part in parts]


def _whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


# No order is its own inverse; the batch size divides the number of images only sometimes.
CASES = (
    case(
        images=floats([10.0], [11.0], [12.0]),
        labels=_whole(0, 1, 2),
        order=_whole(2, 0, 1),
        batch_size=2,
    ),
    case(
        images=whole(1, 6, 2),
        labels=_whole(3, 1, 4, 1, 5, 9),
        order=_whole(4, 2, 0, 5, 1, 3),
        batch_size=3,
    ),
    case(
        images=whole(2, 5, 1, 2, 3),
        labels=_whole(7, 7, 8, 9, 6),
        order=_whole(1, 4, 0, 2, 3),
        batch_size=2,
    ),
    case(images=whole(3, 4, 3), labels=_whole(2, 0, 1, 3), order=_whole(1, 3, 0, 2), batch_size=1),
    case(images=whole(4, 3, 2), labels=_whole(5, 4, 3), order=_whole(1, 2, 0), batch_size=10),
    case(
        images=whole(5, 7, 2),
        labels=_whole(0, 1, 2, 3, 4, 5, 6),
        order=_whole(3, 6, 1, 0, 5, 2, 4),
        batch_size=3,
    ),
)


def by_torch(
    torch: Any, images: np.ndarray, labels: np.ndarray, order: np.ndarray, batch_size: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    pictures, classes = reference.tensors([images])[0], torch.tensor(np.array(labels))
    data = torch.utils.data.TensorDataset(pictures, classes)
    loader = torch.utils.data.DataLoader(
        data, batch_size=batch_size, sampler=[int(number) for number in order]
    )
    return [(first.numpy(), second.numpy()) for first, second in loader]


def way(cut: Any) -> Way:
    """Batches from ``cut(order, size)``: pairs of numbers, those of the images and the labels."""

    def wrong(images: Any, labels: Any, order: Any, batch_size: int) -> Any:
        images, labels = np.asarray(images), np.asarray(labels)
        pairs = cut(np.asarray(order), batch_size)
        return [(images[first], labels[second]) for first, second in pairs]

    return instead(wrong)


def parts(order: np.ndarray, size: int, steps: Any = None) -> list[np.ndarray]:
    starts = range(0, len(order), size) if steps is None else steps
    return [order[start : start + size] for start in starts]


def both(found: list[Any]) -> list[tuple[Any, Any]]:
    return [(part, part) for part in found]


def against(firsts: np.ndarray, seconds: np.ndarray, size: int) -> list[tuple[Any, Any]]:
    return list(zip(parts(firsts, size), parts(seconds, size)))


def counted(order: np.ndarray) -> np.ndarray:
    return np.arange(len(order))


def filled_again(images: Any, labels: Any, order: Any, batch_size: int) -> list[tuple[Any, Any]]:
    """Views of two arrays, into which every batch is written."""
    images, labels = np.asarray(images), np.asarray(labels)
    x, y = (np.empty((batch_size, *array.shape[1:]), array.dtype) for array in (images, labels))
    found = []
    for part in parts(np.asarray(order), batch_size):
        count = len(part)
        x[:count], y[:count] = images[part], labels[part]
        found.append((x[:count], y[:count]))
    return found


MISTAKES = (
    Mistake(
        "labels-not-in-order",
        "The images come in the order that is given, but the labels do not: images get the labels "
        "of others.",
        "Index both with the same numbers: `images[part]`, `labels[part]`.",
        way(lambda order, size: against(order, counted(order), size)),
        way(lambda order, size: against(order, np.argsort(order), size)),
        way(lambda order, size: against(order, order[::-1], size)),
    ),
    Mistake(
        "images-not-in-order",
        "The labels come in the order that is given, but the images do not.",
        "Index both with the same numbers: `images[part]`, `labels[part]`.",
        way(lambda order, size: against(counted(order), order, size)),
    ),
    Mistake(
        "order-ignored",
        "Images and labels come as they stand, not in the order that is given.",
        "Use `order`: it says which image comes when.",
        given(order=lambda order: np.arange(len(order))),
    ),
    Mistake(
        "order-inverted",
        "Image k comes in place `order[k]`. It should be the other way round: image `order[k]` "
        "should come in place k.",
        "The first batch should hold the images whose numbers stand first in `order`: read at "
        "those numbers.",
        given(order=np.argsort),
    ),
    Mistake(
        "order-backwards",
        "`order` is used from its end: the image whose number stands last comes first.",
        "The image number `order[0]` should come first, and so on to the end.",
        given(order=lambda order: np.asarray(order)[::-1]),
    ),
    Mistake(
        "order-applied-twice",
        "The order is applied twice.",
        "Shuffle once: either arrange the images first, or take the numbers of each batch from "
        "`order`.",
        given(order=lambda order: np.asarray(order)[np.asarray(order)]),
    ),
    Mistake(
        "last-batch-dropped",
        "The last batch is left out where it is smaller than the others.",
        "A slice that goes beyond the end gives what is there: begin at each multiple of "
        "`batch_size` below N.",
        way(lambda order, size: both([part for part in parts(order, size) if len(part) == size])),
    ),
    Mistake(
        "last-batch-missing",
        "The last batch is missing, also where it is full.",
        "A batch should begin at each multiple of `batch_size` below N.",
        way(lambda order, size: both(parts(order, size, range(0, len(order) - size, size)))),
    ),
    Mistake(
        "empty-batch",
        "Where N divides evenly into batches, an empty batch follows.",
        "Where nothing is left over, there should be N // `batch_size` batches, not one more.",
        way(
            lambda order, size: both(
                parts(order, size, range(0, (len(order) // size + 1) * size, size))
            )
        ),
    ),
    Mistake(
        "last-batch-filled",
        "A smaller last batch is filled up with images that were there before.",
        "The last batch should hold only what is left. No image should come twice in an epoch.",
        way(
            lambda order, size: both(
                [
                    np.take(order, range(start, start + size), mode="wrap")
                    for start in range(0, len(order), size)
                ]
            )
        ),
        way(
            lambda order, size: both(
                [
                    order[max(0, min(start, len(order) - size)) :][:size]
                    for start in range(0, len(order), size)
                ]
            )
        ),
    ),
    Mistake(
        "overlapping-batches",
        "The batches overlap. Each should begin where the one before ends.",
        "Each batch begins `batch_size` images after the one before.",
        way(lambda order, size: both(parts(order, size, range(len(order))))),
        way(lambda order, size: both(parts(order, size, range(len(order) - size + 1)))),
    ),
    Mistake(
        "one-too-many",
        "The batches do not hold `batch_size` images.",
        "A slice ends *before* its second number: `[start : start + batch_size]`.",
        way(
            lambda order, size: both(
                [order[start : start + size - 1] for start in range(0, len(order), size)]
            )
        ),
        way(
            lambda order, size: both(
                [order[start : start + size + 1] for start in range(0, len(order), size)]
            )
        ),
    ),
    Mistake(
        "number-for-size",
        "`batch_size` is taken for the number of batches. It should be the number of images in "
        "each.",
        "Cut after every `batch_size` images.",
        way(lambda order, size: both([p for p in np.array_split(order, size) if len(p)])),
        way(lambda order, size: both(np.array_split(order, size))),
    ),
    Mistake(
        "evened-out",
        "The images are spread evenly over the batches. All batches but the last should be full.",
        "Cut after every `batch_size` images, and leave the rest to the last batch.",
        way(lambda order, size: both(np.array_split(order, -(-len(order) // size)))),
    ),
    Mistake(
        "numbers-for-images",
        "The batches hold the *numbers* of the images. They should hold images and labels.",
        "Training needs `images[part]` and `labels[part]`.",
        instead(lambda images, labels, order, batch_size: both(parts(order, batch_size))),
    ),
    Mistake(
        "same-arrays",
        "All batches are one and the same pair of arrays, filled again and again: in a list, all "
        "of them show the images of the last batch.",
        "Make new arrays for each batch, or a copy: `images[part]` is one.",
        instead(filled_again),
    ),
    Mistake(
        "first-batch-only",
        "There is one batch only.",
        "Collect all batches, and return them after the loop.",
        then(lambda answer, a: answer[:1]),
        then(lambda answer, a: answer[-1:]),
    ),
)


def recipe(draw: Any, images: int, shape: tuple[int, ...], batch_size: int) -> dict[str, Any]:
    return {
        "images": draw.array(images, *shape),
        "labels": draw.random.integers(0, 10, images),
        "order": draw.random.permutation(images),
        "batch_size": batch_size,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "images",
            6,
            "there are not 6 images",
            (7, "the last batch is smaller than the others"),
            (2, "there are fewer images than a batch holds"),
            (64, "there are many images"),
        ),
        factor("shape", (2,), "an image has several axes", ((1, 2, 3), "an image has three axes")),
        factor(
            "batch_size",
            3,
            "the batch size is not 3",
            (1, "the batch size is 1"),
            (2, "the batch size is 2"),
        ),
    ),
    integers=("images",),
)

EXERCISE = Exercise(batches, BATCHES, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: shift_batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then


def shift_batch(images: np.ndarray, shifts: np.ndarray) -> np.ndarray:
    """Return images (N, C, H, W), each moved by its own pair of ``shifts`` (N, 2).

    A pair says how many pixels down and how many to the right; negative ones go up and left. What
    leaves the image is lost, and zeros come in. A new array; ``images`` stays as it is.
    """
    images = np.asarray(images)
    height, width = images.shape[2:]
    moved = np.zeros_like(images)
    for image, target, (down, right) in zip(images, moved, np.asarray(shifts).tolist()):
        rows, columns = _stays(down, height), _stays(right, width)
        target[
            :, rows.start + down : rows.stop + down, columns.start + right : columns.stop + right
        ] = image[:, rows, columns]
    return moved


def _stays(shift: int, length: int) -> slice:
    """Return which places of an axis are still there when it has moved."""
    return slice(min(length, max(0, -shift)), max(0, min(length, length - shift)))


def _pairs(*pairs: tuple[int, int]) -> np.ndarray:
    return np.array(pairs, dtype=np.int64)


# No image is square, no shift is the same along both axes, and those of a batch differ.
CASES = (
    case(images=counted(1, 1, 3, 4) + 1, shifts=_pairs((1, 0))),
    case(images=counted(1, 1, 3, 4) + 1, shifts=_pairs((0, 2))),
    case(images=whole(61, 2, 1, 4, 3), shifts=_pairs((-1, 2), (2, 0))),
    case(images=whole(62, 3, 2, 5, 6), shifts=_pairs((1, -2), (0, 0), (-2, 1))),
    case(images=halves(63, 2, 3, 4, 5), shifts=_pairs((2, -1), (-2, -2))),
    case(images=whole(64, 4, 1, 6, 4), shifts=_pairs((0, 1), (3, -1), (-3, 2), (1, 1))),
)


def by_torch(torch: Any, images: np.ndarray, shifts: np.ndarray) -> Any:
    """Negative padding cuts off at one side what the other side gets as zeros."""
    pictures = reference.tensors([np.asarray(images, float)])[0]
    moved = [
        torch.nn.functional.pad(picture, (right, -right, down, -down))
        for picture, (down, right) in zip(pictures, np.asarray(shifts).tolist())
    ]
    return torch.stack(moved).numpy()


# Ways to go wrong ---------------------------------------------------------------------------------


def each(change: Callable[[np.ndarray, int, int], np.ndarray]) -> Way:
    """Another way to move a single image (C, H, W)."""

    def function(images: Any, shifts: Any) -> np.ndarray:
        pairs = np.asarray(shifts).tolist()
        return np.stack([change(image, *pair) for image, pair in zip(np.asarray(images), pairs)])

    return instead(function)


def rolled(image: np.ndarray, down: int, right: int) -> np.ndarray:
    return np.roll(image, (down, right), (1, 2))


def edges(image: np.ndarray, down: int, right: int) -> np.ndarray:
    """What comes in repeats the pixel at the edge."""
    rows, columns = (
        np.clip(np.arange(length) - shift, 0, length - 1)
        for length, shift in zip(image.shape[1:], (down, right))
    )
    return image[:, rows][:, :, columns]


def half_rolled(image: np.ndarray, down: int, right: int) -> np.ndarray:
    """Rolls, and empties what came round along the rows only."""
    moved = rolled(image, down, right)
    moved[:, : max(down, 0)] = 0
    moved[:, image.shape[1] + min(down, 0) :] = 0
    return moved


def cut_first(image: np.ndarray, down: int, right: int) -> np.ndarray:
    """Empties what will go out, and does not move."""
    moved = shift_batch(image[None], _pairs((down, right)))
    return shift_batch(moved, _pairs((-down, -right)))[0]


def written_over(image: np.ndarray, down: int, right: int) -> np.ndarray:
    """Moves into a copy of the image."""
    inside = shift_batch(np.ones_like(image)[None], _pairs((down, right)))[0]
    return np.where(inside, shift_batch(image[None], _pairs((down, right)))[0], image)


def columns(change: Callable[[np.ndarray], np.ndarray]) -> Way:
    return given(shifts=lambda shifts: change(np.array(shifts)))


def mirrored(*axes: int) -> Way:
    """Moved in a mirror: the opposite direction along some axes."""
    return Way(
        lambda a: a | {"images": np.flip(a["images"], axes)},
        lambda answer, a: np.flip(answer, axes),
    )


def _only(length: int, place: int) -> np.ndarray:
    """Return zeros with a 1 at one place."""
    ones = np.zeros(length, dtype=np.int64)
    ones[place] = 1
    return ones


MISTAKES = (
    Mistake(
        "rolled",
        "What leaves the image comes in again at the other side. Zeros should come in.",
        "Copy what stays into an array of zeros. `np.roll` goes round.",
        each(rolled),
        each(half_rolled),
        each(lambda image, down, right: half_rolled(
            image.transpose(0, 2, 1), right, down).transpose(0, 2, 1)),
    ),
    Mistake(
        "one-shift-for-all",
        "All images are moved by the same shift. Each should have its own.",
        "Image n moves by `shifts[n]`.",
        columns(lambda shifts: np.tile(shifts[:1], (len(shifts), 1))),
        columns(lambda shifts: np.tile(shifts[-1:], (len(shifts), 1))),
    ),
    Mistake(
        "axes-swapped",
        "Down and right are exchanged.",
        "The first number of a pair counts rows, the second columns.",
        columns(lambda shifts: shifts[:, ::-1]),
    ),
    Mistake(
        "other-direction",
        "Images move in the opposite direction along at least one axis.",
        "Down 1 means that row 0 of the image becomes row 1. Right 1 means the same for the "
        "columns.",
        mirrored(2, 3),
        mirrored(3),
        mirrored(2),
    ),
    Mistake(
        "one-axis-only",
        "The images move along one axis only.",
        "Each pair has two numbers: rows and columns.",
        columns(lambda shifts: shifts * [1, 0]),
        columns(lambda shifts: shifts * [0, 1]),
    ),
    Mistake(
        "negative-ignored",
        "Negative shifts are ignored.",
        "A negative shift moves the image up or to the left. In a slice, a negative number counts "
        "from the end: handle both signs.",
        columns(lambda shifts: np.maximum(shifts, 0)),
    ),
    Mistake(
        "negative-as-positive",
        "Negative shifts are used as positive ones.",
        "A negative shift moves the image up or to the left. In a slice, a negative number counts "
        "from the end: handle both signs.",
        columns(np.abs),
    ),
    Mistake(
        "edge-repeated",
        "The pixels at the edge are repeated. Zeros should come in.",
        "The background of the digits is 0.",
        each(edges),
    ),
    Mistake(
        "not-moved",
        "The images do not move.",
        "What stays should be written to *other* rows and columns.",
        columns(lambda shifts: 0 * shifts),
        each(cut_first),
    ),
    Mistake(
        "old-pixels-left",
        "The moved image is written over the old one: where zeros should come in, old pixels are "
        "left.",
        "Write into an array of zeros, not into a copy of `images`.",
        each(written_over),
    ),
    Mistake(
        "only-last-image",
        "Only one image of the batch is moved.",
        "Go through all images of the batch.",
        columns(lambda shifts: np.diag(_only(len(shifts), -1)) @ shifts),
        columns(lambda shifts: np.diag(_only(len(shifts), 0)) @ shifts),
    ),
    Mistake(
        "shifts-add-up",
        "Each image is moved by the shifts of those before it, too.",
        "Start each image from the original.",
        columns(lambda shifts: np.cumsum(shifts, axis=0)),
    ),
    Mistake(
        "batch-order",
        "The images come in another order, so the labels would not fit them any more.",
        "Image n of the answer should be image n of the batch.",
        then(lambda answer, a: answer[::-1]),
    ),
)  # fmt: skip


def recipe(draw, batch, inputs, image, shift, ways):
    def further(by, n):
        """So far the nth image moves: further than the first the same way, or to both sides."""
        return by + n * np.sign(by) if ways == "one" else by + n

    shifts = _pairs(*((further(shift[0], n), further(shift[1], n)) for n in range(batch)))
    return {"images": draw.array(batch, inputs, *image), "shifts": shifts}


DOMAIN = Domain(
    recipe,
    (
        BATCH,
        INPUTS,
        factor("image", (6, 6), "the image is not square", ((5, 8), "the image is wider than high"),
               ((8, 5), "the image is higher than wide")),
        factor("shift", (1, 1), "the images do not go both down and right",
               ((-1, 2), "the images go up"), ((2, -1), "the images go left"),
               ((0, 1), "the images go right only"), ((1, 0), "the images go down only"),
               ((-2, -2), "the images go up and left")),
        factor("ways", "one", "the images go different ways",
               ("all", "the images go different ways")),
    ),
    integers=("images",),
)  # fmt: skip

EXERCISE = Exercise(shift_batch, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: measured_field."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, instead, then, where


def measured_field(gradient: np.ndarray) -> tuple[int, int]:
    """Return (height, width) of the smallest rectangle that holds all values that are not 0.

    ``gradient`` (H, W) is that of one output with respect to the input. Where all are 0 the
    answer is (0, 0).
    """
    rows, columns = np.nonzero(np.asarray(gradient))
    if not len(rows):
        return 0, 0
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def _touched(height: int, width: int, **values: float) -> np.ndarray:
    """Return zeros with values at places such as ``r2c3=1.0``."""
    gradient = np.zeros((height, width))
    for place, value in values.items():
        row, column = place[1:].split("c")
        gradient[int(row), int(column)] = value
    return gradient


CASES = (
    case(gradient=_touched(2, 2)),
    case(gradient=_touched(3, 3, r1c1=2.0)),
    case(gradient=_touched(3, 2, r0c0=-2.0)),
    case(gradient=_touched(4, 5, r1c2=1.0, r1c3=2.0, r2c2=3.0, r2c3=1.0)),
    case(gradient=_touched(4, 4, r0c1=-1.0, r1c1=2.0, r2c1=-3.0)),
    case(gradient=_touched(6, 7, r1c2=1.0, r1c4=1.0, r1c6=1.0, r5c2=2.0, r5c4=1.0, r5c6=3.0)),
    case(gradient=_touched(5, 6, r1c1=1e-4, r2c3=5.0, r3c4=-1e-4)),
    case(gradient=_touched(6, 6, r1c4=1.0, r4c2=1.0, r2c3=-2.0)),
    case(gradient=_touched(7, 5, r2c0=0.25, r3c1=4.0, r5c2=0.375, r6c1=-0.3)),
)


def by_torch(torch: Any, gradient: np.ndarray) -> tuple[int, int]:
    places = reference.tensors([gradient])[0].nonzero()
    if not len(places):
        return 0, 0
    height, width = (places.amax(0) - places.amin(0) + 1).tolist()
    return height, width


def ends(change, pick=np.nonzero, empty=(0, 0)):
    """``change(rows, columns)`` of the places that ``pick`` finds."""

    def function(gradient):
        rows, columns = pick(gradient)
        return change(rows, columns) if len(rows) else empty

    return instead(function)


def extent(rows, columns):
    return np.ptp(rows) + 1, np.ptp(columns) + 1


def thresholded(limit):
    return ends(extent, lambda g: np.nonzero(np.abs(g) > limit(g)))


MISTAKES = (
    Mistake(
        "off-by-one",
        "It is one too small: of the first and the last position, only one is counted.",
        "From row 2 to row 4 there are three rows.",
        ends(lambda r, c: (np.ptp(r), np.ptp(c))),
    ),
    Mistake(
        "gaps-not-counted",
        "It counts only rows and columns that hold something. Rows of zeros in between are part "
        "of the rectangle, too.",
        "A dilated kernel leaves gaps inside its field. Where does it begin and end?",
        ends(lambda r, c: (len(set(r)), len(set(c)))),
    ),
    Mistake(
        "positive-only",
        "Only positive values are found; negative ones should be, too.",
        "Which numbers are not 0?",
        ends(extent, lambda g: np.nonzero(g > 0)),
        ends(extent, lambda g: np.nonzero(np.maximum(g, 0))),
    ),
    Mistake(
        "small-values-lost",
        "Small values are taken for 0.",
        "A tiny influence is an influence: compare with 0 itself.",
        thresholded(lambda g: 0.01 * np.abs(g).max()),
        thresholded(lambda g: 0.1 * np.abs(g).max()),
        thresholded(lambda g: np.abs(g).mean()),
        thresholded(lambda g: 0.5),
        thresholded(lambda g: 0.1),
        thresholded(lambda g: 0.01),
    ),
    Mistake(
        "empty-fails",
        "It has no answer where all values are 0.",
        "`min` and `max` of nothing raise an error: look first whether there is any value that is "
        "not 0.",
        where(lambda a: bool(np.any(a["gradient"]))),
    ),
    Mistake(
        "empty-not-zero",
        "Where all values are 0, it does not give (0, 0); it should.",
        "A rectangle around nothing has no rows.",
        ends(extent, empty=(1, 1)),
        ends(extent, empty=None),
        ends(extent, empty=0),
        ends(extent, empty=(-1, -1)),
    ),
    Mistake(
        "pair-swapped",
        "Height and width are exchanged.",
        "The height, counted in rows, comes first.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "from-the-border",
        "It counts from the border of the image; it should count from where the field begins.",
        "Take away where the first value stands.",
        ends(lambda r, c: (np.max(r) + 1, np.max(c) + 1)),
        ends(lambda r, c: (np.max(r), np.max(c))),
    ),
    Mistake(
        "size-of-input",
        "That is the size of the whole array.",
        "Only what is not 0 counts.",
        instead(lambda gradient: gradient.shape),
    ),
    Mistake(
        "values-counted",
        "It counts values; height and width of a rectangle are asked for.",
        "How many rows does the rectangle have, and how many columns?",
        instead(lambda gradient: np.count_nonzero(gradient)),
        instead(lambda gradient: int(np.prod(measured_field(gradient)))),
        instead(
            lambda gradient: (
                np.count_nonzero(gradient, axis=0).max(),
                np.count_nonzero(gradient, axis=1).max(),
            )
        ),
    ),
    Mistake(
        "ends-for-size",
        "It returns positions; height and width are asked for.",
        "Two sizes are asked for.",
        ends(lambda r, c: (np.min(r), np.min(c))),
        ends(lambda r, c: (np.min(r), np.max(r), np.min(c), np.max(c))),
    ),
)


def recipe(draw, image, box, inside):
    (height, width), (rows, columns) = image, box
    if rows > height or columns > width:
        raise Impossible
    gradient = np.zeros(image)
    top, left = draw.whole(0, height - rows), draw.whole(0, width - columns)
    values = draw.array(rows, columns) if rows and columns else np.zeros((rows, columns))
    if inside == "corners" and rows and columns:
        kept = np.zeros_like(values)
        kept[0, 0], kept[-1, -1] = values[0, 0], values[-1, -1]
        values = kept
    if inside == "cancelling" and rows > 1 and columns > 1:  # in each row and column
        corner = values[0, 0] or 1.0
        values[:] = 0
        values[0, 0] = values[-1, -1] = corner
        values[0, -1] = values[-1, 0] = -corner
    if rows and columns and (not values[0].any() or not values[-1].any()):
        raise Impossible
    gradient[top : top + rows, left : left + columns] = values
    return {"gradient": gradient}


DOMAIN = Domain(
    recipe,
    (
        IMAGE,
        factor(
            "box",
            (3, 3),
            "the values that are not 0 do not fill 3×3",
            ((2, 4), "the rectangle is wider than high"),
            ((4, 2), "the rectangle is higher than wide"),
            ((1, 1), "a single value is not 0"),
            ((0, 0), "all values are 0"),
        ),
        factor(
            "inside",
            "full",
            "some values inside of the rectangle are 0",
            ("corners", "values inside of the rectangle are 0"),
            ("cancelling", "the values cancel in a sum"),
        ),
    ),
)

EXERCISE = Exercise(
    measured_field,
    NUMBERS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

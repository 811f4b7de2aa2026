"""Exercise: pad2d."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference, shapes
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.arrays import padded, pair
from cnnhelpers.check.families.padding import padding_mistakes
from cnnhelpers.check.families.pairs import before_and_after, pairs_unsupported
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, instead, then, where


def pad2d(x: np.ndarray, padding: int | tuple[int, int]) -> np.ndarray:
    """Return x (H, W) with rows and columns of zeros around it.

    ``padding`` is per side: one number, or (vertical, horizontal).
    """
    x = np.asarray(x)
    vertical, horizontal = shapes.per_axis(padding, 2, "padding", 0)
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)))


CASES = (
    case(x=floats([1.0, 2.0]), padding=1),
    case(x=floats([1.0, 2.0], [3.0, 4.0]), padding=0),
    case(x=floats([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]), padding=2),
    case(x=floats([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]), padding=(1, 2)),
    case(x=floats([1.5, 2.0], [3.0, -4.5], [5.0, 6.0]), padding=(0, 3)),
    case(x=whole(1, 3, 3), padding=(2, 0)),
    case(x=whole(2, 4, 3), padding=(3, 1)),
)


def by_torch(torch: Any, x: np.ndarray, padding: Any) -> np.ndarray:
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    return reference.run("pad", x, pad=(horizontal, horizontal, vertical, vertical))


def around(sides, mode="constant", **how):
    return instead(lambda x, padding: padded(x, sides(*pair(padding)), mode, **how))


def both(p, q):
    return (p, p), (q, q)


wrongly = {
    "padding-one-side": (
        around(lambda p, q: ((p, 0), (q, 0))),
        around(lambda p, q: ((0, p), (0, q))),
    ),
    "padding-total": (
        around(lambda p, q: ((p // 2, p - p // 2), (q // 2, q - q // 2))),
        around(lambda p, q: ((p - p // 2, p // 2), (q - q // 2, q // 2))),
    ),
    "padding-nonzero": tuple(
        around(both, mode) for mode in ("edge", "reflect", "symmetric", "wrap", "mean")
    )
    + (around(both, constant_values=1),),
}


def adapted(mistake):
    return Mistake(
        mistake.slug,
        mistake.explanation,
        mistake.hint,
        *wrongly.get(mistake.slug, ()),
        *(way for way in mistake.ways if mistake.slug not in wrongly),
    )


def cut_off(answer, a):
    return answer[: a["x"].shape[0], : a["x"].shape[1]]


def corner(x, padding):
    output = np.zeros_like(pad2d(x, padding))
    output[: x.shape[0], : x.shape[1]] = x
    return output


def zeros(x, padding):
    return np.zeros_like(pad2d(x, padding))


def rolled_flat(x, padding):
    down, across = pair(padding)
    made = np.zeros((x.shape[0] + 2 * down, x.shape[1] + 2 * across))
    made[: x.shape[0], : x.shape[1]] = x
    return np.roll(made, (down, across))


def further(step):
    """The input is copied ``step`` rows and columns beyond its place."""

    def function(x, padding):
        (height, width), (top, left) = x.shape, (p + step for p in pair(padding))
        output = np.zeros_like(pad2d(x, padding))
        output[top : top + height, left : left + width] = x
        return output

    return instead(function)


MISTAKES = (
    *(adapted(mistake) for mistake in padding_mistakes() if mistake.slug != "input-in-corner"),
    Mistake(
        "zero-padding-slice",
        "It fails where a padding is 0.",
        "If you use a slice that ends at `-padding`: with 0 it is empty. Say where the slice "
        "ends, counted from the front.",
        where(lambda a: all(pair(a["padding"]))),
        where(
            lambda a: isinstance(a["padding"], tuple) or a["padding"] != 0,
            then(lambda answer, a: answer),
        ),
    ),
    Mistake(
        "input-in-corner",
        "The input sits in a corner of the padded array; it should sit in the middle.",
        "The input should begin `vertical` rows down and `horizontal` columns to the right.",
        instead(corner),
    ),
    Mistake(
        "input-one-further",
        "The input sits one row too low and one column too far to the right.",
        "Rows and columns are counted from 0. After one row of zeros, which number has the next?",
        further(1),
    ),
    Mistake(
        "input-one-back",
        "The input sits one row too high and one column too far to the left.",
        "Rows and columns are counted from 0. After one row of zeros, which number has the next?",
        further(-1),
    ),
    Mistake(
        "input-not-copied",
        "The input is not put into the padded array.",
        "Copy `x` into the middle of the zeros.",
        instead(zeros),
    ),
    pairs_unsupported("padding"),
    before_and_after(lambda x, padding: np.pad(x, padding)),
    integer_dtype(),
    Mistake(
        "size-kept",
        "The answer has the size of x, so its last rows and columns are lost.",
        "The answer should have height + 2 * vertical rows and width + 2 * horizontal columns.",
        then(cut_off),
    ),
    Mistake(
        "rolled-flat",
        "The pixels are moved along the flattened array, so they slip sideways and never down.",
        "`np.roll` without `axis` takes the array for one row. Copy x into the middle of zeros.",
        instead(rolled_flat),
    ),
)


def recipe(draw, image, padding):
    return {"x": draw.array(*image), "padding": padding}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (3, 3),
            "the image is not square",
            ((2, 4), "the image is wider than high"),
            ((4, 2), "the image is higher than wide"),
        ),
        factor(
            "padding",
            1,
            "the padding is not 1",
            (0, "the padding is 0"),
            (2, "the padding is 2"),
            ((2, 1), "the padding is a pair of different numbers"),
            ((0, 3), "a padding of a pair is 0"),
            ((1, 0), "a padding of a pair is 0"),
        ),
    ),
    integers=("x",),
    linear=("x",),
)

EXERCISE = Exercise(pad2d, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

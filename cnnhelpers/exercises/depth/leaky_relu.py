"""Exercise: leaky_relu."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, given, instead


def leaky_relu(x: np.ndarray, negative_slope: float = 0.01) -> np.ndarray:
    """Return x where it is positive, and ``negative_slope`` times x elsewhere. Shape: that of x."""
    return np.where(x > 0, x, negative_slope * x)


CASES = (
    case(x=floats(-2.0, 3.0)),
    case(x=floats([-4.0, 0.0, 1.0], [2.0, -1.0, -3.0]), negative_slope=0.25),
    case(x=whole(1, 3, 4), negative_slope=2.0),
    case(x=halves(2, 2, 5)),
    case(x=counted(7) - 3, negative_slope=0.1),
    case(x=whole(3, 2, 3, 2, 2), negative_slope=0.0),
    case(x=halves(4, 2, 3), negative_slope=-0.5),
    case(x=-np.abs(whole(5, 4)), negative_slope=1.5),
)


def by_torch(torch: Any, x: np.ndarray, negative_slope: float = 0.01) -> np.ndarray:
    return reference.run("leaky_relu", x.astype(float), negative_slope=negative_slope)


def way(function):
    return instead(lambda x, negative_slope: function(x, negative_slope))


MISTAKES = (
    Mistake(
        "slope-on-positive-side",
        "The slope is on the positive side: positive values are multiplied, negative ones are "
        "kept.",
        "A leak lets a little of the *negative* values through.",
        way(lambda x, s: np.where(x > 0, s * x, x)),
        way(lambda x, s: np.where(x > 0, s * x, 0)),
    ),
    Mistake(
        "larger-of-both",
        "The answer is the larger of x and slope · x. For a slope above 1 that is the wrong one of "
        "the two, on both sides of 0.",
        "Choose by the sign of x, not by which value is larger.",
        way(lambda x, s: np.maximum(x, s * x)),
    ),
    Mistake(
        "smaller-of-both",
        "The answer is the smaller of x and slope · x.",
        "Choose by the sign of x, not by which value is smaller.",
        way(lambda x, s: np.minimum(x, s * x)),
    ),
    Mistake(
        "slope-ignored",
        "Negative values become 0. This is ReLU, without a leak.",
        "Multiply negative values by the slope.",
        way(lambda x, s: np.maximum(x, 0)),
    ),
    Mistake(
        "slope-fixed",
        "The slope is always the same. The argument `negative_slope` is not used.",
        "Use the argument: 0.01 is only its default.",
        given(negative_slope=lambda s: 0.01),
        given(negative_slope=lambda s: 0.1),
    ),
    Mistake(
        "negatives-positive",
        "Negative values come out positive.",
        "A leak should keep the sign of negative values.",
        given(negative_slope=lambda s: -s),
        way(lambda x, s: np.abs(x)),
    ),
    Mistake(
        "slope-everywhere",
        "All values are multiplied by the slope.",
        "Positive values should pass as they are.",
        way(lambda x, s: s * x),
    ),
    Mistake(
        "slope-as-value",
        "Negative values are replaced by the slope itself.",
        "Multiply x by the slope: `negative_slope * x`.",
        way(lambda x, s: np.where(x > 0, x, s)),
        way(lambda x, s: np.where(x < 0, s, x)),
        way(lambda x, s: np.where(x > 0, x, -s)),
        way(lambda x, s: np.maximum(x, s)),
        way(lambda x, s: np.maximum(x, -s)),
    ),
    Mistake(
        "slope-added",
        "The slope is not multiplied with the negative values: it only moves them.",
        "Multiply x by the slope: `negative_slope * x`.",
        way(lambda x, s: np.where(x > 0, x, x + s)),
        way(lambda x, s: np.where(x > 0, x, x - s)),
    ),
    Mistake(
        "slope-divides",
        "Negative values are divided by the slope.",
        "A slope of 0.1 should make -2 to -0.2.",
        way(lambda x, s: np.where(x > 0, x, x / s)),
    ),
    Mistake(
        "derivative-for-value",
        "It returns the derivative. It should return the value.",
        "The derivative is 1 or the slope. Multiply it by x.",
        way(lambda x, s: np.where(x > 0, 1.0, s)),
    ),
    Mistake(
        "both-added",
        "Two parts are added where each value should go one way only.",
        "max(x, 0) + slope · min(x, 0): each value takes part in one term only.",
        way(lambda x, s: x + s * x),
        way(lambda x, s: np.maximum(x, 0) + s * x),
        way(lambda x, s: x + s * np.minimum(x, 0)),
    ),
    Mistake(
        "values-dropped",
        "Only some of the values come back.",
        "`x[x > 0]` picks values out of the array. `np.where` keeps the shape.",
        way(lambda x, s: x[x > 0]),
        way(lambda x, s: s * x[x <= 0]),
    ),
    integer_dtype(),
)


def recipe(draw, shape, negative_slope):
    arguments = {"x": draw.array(*shape)}
    if negative_slope is not None:
        arguments["negative_slope"] = negative_slope
    return arguments


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (3, 4),
            "x does not have two axes",
            ((5,), "x is a single row"),
            ((2, 3, 2, 2), "x has four axes"),
        ),
        factor(
            "negative_slope",
            None,
            "a slope is given",
            (0.5, "a slope is given"),
            (3.0, "the slope is more than 1"),
            (0.0, "the slope is 0"),
        ),
    ),
    integers=("x",),
)

EXERCISE = Exercise(leaky_relu, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

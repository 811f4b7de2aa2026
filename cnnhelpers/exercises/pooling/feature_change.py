"""Exercise: feature_change."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_WITHOUT_ZEROS, Domain, Factor, Option, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead


def feature_change(features: np.ndarray, shifted: np.ndarray) -> float:
    """Return ``||features - shifted|| / ||features||``, both of any one shape.

    The norm is the root of the sum of all squares.
    """
    features, shifted = np.asarray(features, float), np.asarray(shifted, float)
    return math.sqrt(np.sum((features - shifted) ** 2) / np.sum(features**2))


CASES = (
    case(features=floats(3.0, 4.0), shifted=floats(3.0, 4.0)),
    case(features=floats(3.0, -4.0), shifted=floats(4.0, 3.0)),
    case(features=floats([1.0, 2.0], [3.0, 1.0]), shifted=floats([2.0, 1.0], [1.0, 3.0])),
    case(features=halves(1, 3, 4), shifted=halves(2, 3, 4)),
    case(features=whole(3, 2, 4, 3), shifted=whole(4, 2, 4, 3)),
    case(features=halves(5, 2, 2, 3, 3), shifted=whole(6, 2, 2, 3, 3)),
)


def by_torch(torch: Any, features: np.ndarray, shifted: np.ndarray) -> float:
    before, after = (tensor.flatten() for tensor in reference.tensors([features, shifted]))
    return (torch.linalg.vector_norm(before - after) / before.norm()).item()


def way(function):
    return instead(lambda features, shifted: function(features, shifted))


def norm(x):
    return np.sqrt((np.asarray(x, float) ** 2).sum())


def rows(f, s):
    return np.linalg.norm(f - s, axis=-1) / np.linalg.norm(f, axis=-1)


def spectral(x):
    return np.linalg.norm(np.atleast_2d(x), 2, axis=(-2, -1))


MISTAKES = (
    Mistake(
        "absolute-change",
        "The change is not divided by the size of the features.",
        "A change of 1 is much for features of size 1, and little for features of 100.",
        way(lambda f, s: norm(f - s)),
    ),
    Mistake(
        "wrong-norm-below",
        "The change is divided by something else; it should be divided by the norm of `features`.",
        "The second norm should be that of `features` alone.",
        way(lambda f, s: norm(f - s) / norm(s)),
        way(lambda f, s: norm(f - s) / (norm(f) + norm(s))),
        way(lambda f, s: norm(f - s) / f.size),
        way(lambda f, s: norm(f - s) / np.sqrt(f.size)),
        way(lambda f, s: norm(f - s) / np.abs(f).sum()),
        way(lambda f, s: norm(f - s) / f.sum()),
        way(lambda f, s: norm(f - s) / np.abs(f).max()),
        way(lambda f, s: norm(f - s) / max(norm(f), norm(s))),
        way(lambda f, s: norm(f - s) / len(f)),
        way(lambda f, s: norm(f - s) / (f**2).sum()),
        way(lambda f, s: norm(f - s) / np.mean(np.abs(f))),
    ),
    Mistake(
        "root-missing",
        "A root is missing: a sum of squares stands where a norm should.",
        "A norm is the root of the sum of squares.",
        way(lambda f, s: ((f - s) ** 2).sum() / (f**2).sum()),
        way(lambda f, s: ((f - s) ** 2).sum() / norm(f)),
        way(lambda f, s: ((f - s) ** 2).sum()),
    ),
    Mistake(
        "absolute-values",
        "It adds absolute values; it should add squares and take the root.",
        "Square, add, take the root.",
        way(lambda f, s: np.abs(f - s).sum() / np.abs(f).sum()),
        way(lambda f, s: np.abs(f - s).mean()),
        way(lambda f, s: np.abs(f - s).sum()),
    ),
    Mistake(
        "largest-change",
        "Only the largest change counts; all should.",
        "Square all of them, add, take the root.",
        way(lambda f, s: np.abs(f - s).max() / np.abs(f).max()),
        way(lambda f, s: np.abs(f - s).max()),
    ),
    Mistake(
        "signs-cancel",
        "The differences are added with their signs, so that they can cancel.",
        "Square each difference before you add.",
        way(lambda f, s: (f - s).sum() / f.sum()),
        way(lambda f, s: abs((f - s).sum() / f.sum())),
        way(lambda f, s: np.abs((f - s).sum()) / norm(f)),
        way(lambda f, s: (f - s).mean()),
    ),
    Mistake(
        "each-image-alone",
        "It takes the mean of the changes of the images; it should take one norm over all.",
        "Both norms run over all numbers of the arrays.",
        way(lambda f, s: np.mean([norm(a - b) / norm(a) for a, b in zip(f, s)])),
    ),
    Mistake(
        "norms-subtracted",
        "It takes the difference of the two norms; it should take the norm of the difference.",
        "Subtract the arrays first: a shift changes places and hardly the norm.",
        way(lambda f, s: abs(norm(f) - norm(s)) / norm(f)),
        way(lambda f, s: (norm(f) - norm(s)) / norm(f)),
        way(lambda f, s: (norm(s) - norm(f)) / norm(f)),
    ),
    Mistake(
        "elementwise-average",
        "It divides before it adds up; it should divide one norm by the other.",
        "Sum before you divide.",
        way(lambda f, s: np.mean(np.abs(f - s) / np.abs(f))),
        way(lambda f, s: np.sum(np.abs(f - s) / np.abs(f))),
        way(lambda f, s: np.mean(rows(f, s))),
        way(lambda f, s: norm((f - s) / f)),
    ),
    Mistake(
        "not-one-number",
        "The answer is not one number; it should be.",
        "Take the norm of the whole array: no axis is left.",
        way(rows),
        way(lambda f, s: np.abs(f - s) / np.abs(f)),
        way(lambda f, s: (f - s) / norm(f)),
    ),
    Mistake(
        "matrix-norm",
        "The norm is not the root of the sum of squares.",
        "If you use `np.linalg.norm`: give it no order, or flatten the arrays first.",
        way(lambda f, s: spectral(f - s) / spectral(f)),
    ),
    Mistake(
        "turned-over",
        "Where nothing changes, the answer is not 0; it should be.",
        "Divide the norm of the difference by the norm of `features`.",
        way(lambda f, s: norm(f) / norm(f - s)),
        way(lambda f, s: 1 - norm(f - s) / norm(f)),
        way(lambda f, s: norm(s) / norm(f)),
    ),
    Mistake(
        "percent",
        "The answer is in percent.",
        "A change as large as the features is 1.",
        way(lambda f, s: 100 * norm(f - s) / norm(f)),
    ),
    Mistake(
        "sum-for-difference",
        "The arrays are added; they should be subtracted.",
        "How far apart are they?",
        way(lambda f, s: norm(f + s) / norm(f)),
    ),
    Mistake(
        "mean-squared",
        "It takes the mean of the squared differences; it should add them up and take the root.",
        "A norm adds and does not average.",
        way(lambda f, s: ((f - s) ** 2).mean()),
        way(lambda f, s: np.sqrt(((f - s) ** 2).mean()) / norm(f)),
    ),
)


def recipe(draw, shape):
    return {"features": draw.array(*shape), "shifted": draw.array(*shape)}


# Smaller than what `np.allclose` takes for nothing.
TINY_TOO = Factor(
    "values",
    VALUES_WITHOUT_ZEROS.plain,
    (
        *VALUES_WITHOUT_ZEROS.others,
        Option(lambda r, shape: r.integers(1, 10, shape) * 1e-12, "the numbers are very small"),
    ),
    VALUES_WITHOUT_ZEROS.words,
)

DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (3, 4),
            "the arrays do not have two axes",
            ((5,), "the arrays are single rows"),
            ((2, 3, 2), "the arrays have three axes"),
            ((2, 2, 3, 2), "the arrays have four axes"),
        ),
    ),
    values=TINY_TOO,
    integers=("features", "shifted"),
)

EXERCISE = Exercise(
    feature_change,
    DECIMAL,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

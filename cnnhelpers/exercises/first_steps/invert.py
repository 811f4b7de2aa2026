"""Exercise: invert."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats
from cnnhelpers.check.domain import BRIGHTNESS, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.values import INTEGER_DTYPE
from cnnhelpers.check.mistake import Mistake, then


def invert(image: np.ndarray) -> np.ndarray:
    """Return the negative of an image with values from 0 to 1: ``1 - image``; any shape."""
    return 1 - np.asarray(image)


CASES = (
    case(image=floats([0.0, 1.0])),
    case(image=floats([0.0, 0.25], [0.5, 1.0])),
    case(image=floats([0.125, 0.0, 0.5], [0.25, 0.75, 0.625])),
    case(image=floats([[0.0, 0.5, 1.0], [0.75, 0.125, 0.25]]).astype(np.float32)),
    case(image=(counted(1, 4, 4) % 9) / 8),
)


def by_torch(torch, image):
    return (1 - reference.tensors([image])[0]).numpy()


MISTAKES = (
    Mistake(
        "range-255",
        "It subtracts from 255, but these pixels lie between 0 (black) and 1 (white).",
        "White is 1 here: what is left of 1 when the pixel is taken away?",
        then(lambda answer, a: 255 - a["image"]),
        then(lambda answer, a: 256 - a["image"]),
        then(lambda answer, a: 255 * answer),
        then(lambda answer, a: 255 - np.floor(255 * a["image"])),
    ),
    Mistake(
        "negated",
        "It changes the sign: pixels of 0.25 become -0.25, which is no brightness.",
        "Black (0) should become white (1), and white black.",
        then(lambda answer, a: -a["image"]),
    ),
    Mistake(
        "difference-reversed",
        "The difference is taken the other way round, so no value of the answer is positive.",
        "Take the image away from 1, not 1 from the image.",
        then(lambda answer, a: a["image"] - 1),
    ),
    Mistake(
        "maximum-for-one",
        "It goes by the image's brightest pixel; that is not white in every image.",
        "White is 1 whatever the image holds.",
        then(lambda answer, a: a["image"].max() - a["image"]),
        then(lambda answer, a: a["image"].max() + a["image"].min() - a["image"]),
    ),
    Mistake(
        "unchanged",
        "It returns the image as it came.",
        "Return a new array: a line that only computes something throws the result away.",
        then(lambda answer, a: a["image"]),
    ),
    Mistake(
        "flipped-image",
        "It turns the picture over instead of its brightness.",
        "Each value should change, not its place.",
        then(lambda answer, a: a["image"][::-1]),
        then(lambda answer, a: a["image"][..., ::-1]),
        then(lambda answer, a: a["image"][..., ::-1, ::-1]),
    ),
    Mistake(
        "thresholded",
        "It makes every pixel black or white; the greys in between are lost.",
        "Subtract, don't compare.",
        then(lambda answer, a: a["image"] < 0.5),
        then(lambda answer, a: a["image"] <= 0.5),
    ),
    Mistake(
        "integer-dtype",
        INTEGER_DTYPE.explanation,
        INTEGER_DTYPE.hint,
        then(lambda answer, a: np.trunc(answer)),
        then(lambda answer, a: 1 - np.trunc(a["image"])),
    ),
)


def recipe(draw, shape):
    return {"image": draw.array(*shape)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (2, 3),
            "the image has not two axes, but one or three",
            ((4,), "the image is a single row"),
            ((3, 4, 3), "the image has three axes"),
        ),
    ),
    values=BRIGHTNESS,
    integers=("image",),
    linear=("image",),
)

EXERCISE = Exercise(
    invert,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: global_avg_pool."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, instead, then


def global_avg_pool(x: np.ndarray) -> np.ndarray:
    """Return the average of each channel of each image: x (N, C, H, W) -> (N, C)."""
    return np.mean(x, axis=(2, 3))


CASES = (
    case(x=floats([[1.0, 2.0], [4.0, 3.0]])[None]),
    case(x=whole(1, 1, 2, 2, 3)),
    case(x=whole(2, 2, 3, 3, 2)),
    case(x=halves(3, 3, 2, 4, 4)),
    case(x=halves(4, 2, 2, 2, 2)),
    case(x=whole(5, 4, 5, 3, 5)),
)


def by_torch(torch, x):
    return reference.run("adaptive_avg_pool2d", x, output_size=1)[..., 0, 0]


def way(function):
    return instead(lambda x: function(x))


MISTAKES = (
    Mistake(
        "channels-pooled",
        "The average runs over the channels; it should run over height and width only.",
        "Each channel should keep a number of its own.",
        way(lambda x: x.mean(axis=(1, 2, 3))),
        way(lambda x: x.mean(axis=1)),
        way(lambda x: x.mean(axis=(1, 2, 3), keepdims=True)),
        way(lambda x: x.mean(axis=(1, 3))),
    ),
    Mistake(
        "batch-pooled",
        "The average runs over the images; it should run over height and width only.",
        "Each image should keep its own numbers.",
        way(lambda x: x.mean(axis=(0, 2, 3))),
        way(lambda x: x.mean(axis=0)),
        way(lambda x: x.mean(axis=(0, 2, 3), keepdims=True)),
    ),
    Mistake(
        "batch-and-channels-pooled",
        "The average runs over the images and the channels; it should run over height and width "
        "only.",
        "Height and width are the last two axes: `axis=(2, 3)`.",
        way(lambda x: x.mean(axis=(0, 1))),
        way(lambda x: x.mean(axis=(0, 1), keepdims=True)),
    ),
    Mistake(
        "everything-averaged",
        "All numbers are averaged into one.",
        "Each channel of each image should keep a number of its own.",
        way(lambda x: x.mean()),
    ),
    Mistake(
        "one-axis",
        "Only one of the two axes, height and width, is averaged.",
        "Both axes should go.",
        way(lambda x: x.mean(axis=2)),
        way(lambda x: x.mean(axis=3)),
    ),
    Mistake(
        "axes-kept",
        "Height and width are still there, with length 1.",
        "The answer should have two axes: images and channels.",
        then(lambda answer, a: answer[..., None, None]),
        then(lambda answer, a: answer[..., None]),
    ),
    Mistake(
        "not-divided",
        "It returns the sums; they should be divided by the number of values.",
        "How many values does a channel hold?",
        way(lambda x: x.sum(axis=(2, 3))),
    ),
    Mistake(
        "max-for-average",
        "It takes the largest value of each channel; it should take the average.",
        "Add up all values of the channel, and divide by their number.",
        way(lambda x: x.max(axis=(2, 3))),
    ),
    Mistake(
        "other-value-for-average",
        "It takes another value of each channel; it should take the average.",
        "Add up all values of the channel, and divide by their number.",
        way(lambda x: np.median(x, axis=(2, 3))),
        way(lambda x: x.min(axis=(2, 3))),
    ),
    Mistake(
        "wrong-count",
        "The sums are divided by the wrong number.",
        "Count the values of one channel: its height times its width, and each of the two once.",
        way(lambda x: x.sum(axis=(2, 3)) / x.shape[2]),
        way(lambda x: x.sum(axis=(2, 3)) / x.shape[3]),
        way(lambda x: x.sum(axis=(2, 3)) / x.shape[2] ** 2),
        way(lambda x: x.sum(axis=(2, 3)) / x.shape[3] ** 2),
        way(lambda x: x.sum(axis=(2, 3)) / x[0].size),
        way(lambda x: x.sum(axis=(2, 3)) / x.size),
        way(lambda x: x.sum(axis=(2, 3)) / sum(x.shape[2:])),
        way(lambda x: x.sum(axis=(2, 3)) / x.shape[1]),
    ),
    Mistake(
        "axes-swapped",
        "The channels come before the images; they should come after.",
        "The first axis counts the images, the second the channels.",
        then(lambda answer, a: answer.T),
        then(lambda answer, a: answer.T.reshape(answer.shape)),
    ),
    Mistake(
        "channels-last",
        "The average runs over the second and the third axis, as if the axes were (N, H, W, C).",
        "Height and width are the last two axes here.",
        way(lambda x: x.mean(axis=(1, 2))),
    ),
    *batch_mistakes()[:1],
    integer_dtype(),
)


def recipe(draw, image, batch, inputs):
    return {"x": draw.array(batch, inputs, *image)}


DOMAIN = Domain(recipe, (IMAGE, BATCH, INPUTS), integers=("x",), linear=("x",))

EXERCISE = Exercise(
    global_avg_pool,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    axes=("image", "channel"),
)

"""Exercise: layer_norm."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, given, instead
from cnnhelpers.exercises.normalisation.factors import BATCHES, CHANNELS, EPS
from cnnhelpers.exercises.normalisation.spoiling import affine, normalised, shared_mistakes


def layer_norm(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, eps: float = 1e-5
) -> np.ndarray:
    """Return x (N, C, H, W), each image normalised by its own mean and variance.

    Mean and variance are taken over all C·H·W numbers of an image; weight and bias (C, H, W) have
    a number for each of them. The variance is the biased one, with eps inside the root.
    """
    x = np.asarray(x, float)
    mean = x.mean(axis=(1, 2, 3), keepdims=True)
    var = x.var(axis=(1, 2, 3), keepdims=True)
    return (x - mean) / np.sqrt(var + eps) * weight + bias


CASES = (
    case(
        x=floats([[[1.0, 2.0], [4.0, 5.0]]])[0][None],
        weight=floats([[2.0, -1.0], [3.0, 1.0]]),
        bias=floats([[1.0, 0.0], [-2.0, 5.0]]),
    ),
    case(x=whole(1, 2, 2, 2, 3), weight=whole(2, 2, 2, 3), bias=halves(3, 2, 2, 3)),
    case(x=halves(4, 3, 2, 3, 2), weight=halves(5, 2, 3, 2), bias=whole(6, 2, 3, 2), eps=1.0),
    case(x=whole(7, 2, 3, 4, 2), weight=whole(8, 3, 4, 2), bias=whole(9, 3, 4, 2), eps=0.01),
    case(x=whole(10, 3, 3, 3, 3), weight=halves(11, 3, 3, 3), bias=whole(12, 3, 3, 3)),
    case(x=whole(15, 2, 2, 1, 3) / 1024, weight=whole(16, 2, 1, 3), bias=halves(17, 2, 1, 3)),
    case(x=np.full((2, 2, 1, 3), 3.0), weight=whole(13, 2, 1, 3), bias=halves(14, 2, 1, 3)),
)


def by_torch(torch, x, weight, bias, eps=1e-5):
    return reference.run("layer_norm", x, normalized_shape=x.shape[1:], **_rest(weight, bias, eps))


def _rest(weight, bias, eps):
    weight, bias = reference.tensors([weight, bias])
    return {"weight": weight, "bias": bias, "eps": eps}


def over(*axes):
    """The statistics over other axes; their variance is the biased one, or the unbiased one."""

    def function(ddof):
        return instead(
            lambda x, weight, bias, eps: affine(normalised(x, eps, axes, ddof=ddof), weight, bias)
        )

    return function(0), function(1)


def written(finish=affine, **spoilt):
    return instead(
        lambda x, weight, bias, eps: finish(normalised(x, eps, (1, 2, 3), **spoilt), weight, bias)
    )


def first_pixel(numbers):
    return numbers[:, :1, :1] + np.zeros_like(numbers)


def channel_mean(numbers):
    return numbers.mean(axis=(1, 2), keepdims=True) + np.zeros_like(numbers)


MISTAKES = (
    Mistake(
        "batch-norm",
        "Mean and variance are taken of each channel, over all images, as in batch norm. They "
        "should be taken of each image, over all its channels.",
        "They should run over all axes but the first.",
        *over(0, 2, 3),
    ),
    Mistake(
        "over-the-batch",
        "Mean and variance are taken over the images, at each pixel of each channel. They should "
        "be taken of each image.",
        "They should run over all axes but the first.",
        *over(0),
    ),
    Mistake(
        "over-everything",
        "Mean and variance are taken over all images at once. Each image should have its own.",
        "They should run over all axes but the first.",
        *over(0, 1, 2, 3),
    ),
    Mistake(
        "instance-norm",
        "Each channel of an image has its own mean and variance. There should be one of each for "
        "the whole image.",
        "They should run over all axes but the first.",
        *over(2, 3),
    ),
    Mistake(
        "pixel-norm",
        "Each pixel has its own mean and variance, over the channels. There should be one of each "
        "for the whole image.",
        "They should run over all axes but the first.",
        *over(1),
    ),
    Mistake(
        "rows-only",
        "Each row of a channel has its own mean and variance: they run over the last axis only.",
        "They should run over all axes but the first.",
        *over(3),
    ),
    Mistake(
        "one-axis-left-out",
        "Mean and variance run over the channels and one of the two axes of the image. They should "
        "run over the other one, too.",
        "They should run over all axes but the first.",
        *over(1, 3),
        *over(1, 2),
    ),
    Mistake(
        "one-weight-a-channel",
        "All pixels of a channel are multiplied by the same weight, and get the same bias. Each "
        "should have its own.",
        "`weight` and `bias` have the shape of an image, (C, H, W).",
        given(weight=first_pixel, bias=first_pixel),
        given(weight=channel_mean, bias=channel_mean),
    ),
    *shared_mistakes(written),
)


def recipe(draw, batch, channels, image, eps):
    shape = channels, *image
    return {
        "x": draw.array(batch, *shape),
        "weight": draw.array(*shape),
        "bias": draw.array(*shape),
        "eps": eps,
    }


DOMAIN = Domain(
    recipe, (BATCHES, CHANNELS, IMAGE, EPS), values=VALUES_OF_SOME_SIZE, integers=("x",)
)

EXERCISE = Exercise(layer_norm, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

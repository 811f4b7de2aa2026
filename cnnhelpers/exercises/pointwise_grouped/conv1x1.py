"""Exercise: conv1x1."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, OUTPUTS
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes, column
from cnnhelpers.check.families.layers.border import square_only
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
)
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given, instead, then, where


def conv1x1(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Return the 1×1 convolution of x (N, C_in, H, W) with weight (C_out, C_in).

    At each pixel it is a dense layer over the channels, with one bias for each output channel.
    Shape: (N, C_out, H, W).
    """
    return np.einsum("oc,nchw->nohw", weight, x) + column(bias, 2)


CASES = (
    case(x=counted(1, 2, 1, 2) + 1, weight=floats([2.5, -1.0]), bias=floats(3.0)),
    case(x=whole(1, 1, 2, 2, 2), weight=whole(2, 2, 2), bias=floats(1.0, -2.0)),
    case(x=whole(3, 1, 3, 2, 4), weight=whole(4, 2, 3), bias=floats(0.5, 3.0)),
    case(x=whole(5, 2, 3, 4, 3), weight=halves(6, 4, 3), bias=halves(7, 4)),
    case(x=halves(8, 3, 4, 2, 3), weight=halves(9, 3, 4), bias=halves(10, 3)),
    case(x=whole(11, 2, 3, 3, 3), weight=whole(12, 3, 3), bias=whole(13, 3)),
)


def by_torch(torch, x, weight, bias):
    return reference.conv2d(x, weight[:, :, None, None], bias)


def bias_mistakes_without_taps():
    """The bias of a 1×1 convolution: each product is an input channel's."""
    return tuple(m for m in bias_mistakes(2) if m.slug != "bias-per-tap")


def way(function):
    return instead(lambda x, weight, bias: function(x, weight, bias))


def pixels_mixed(x, weight, bias):
    """Pixels by ``reshape`` alone, without moving the channels to the end first."""
    n, c, h, w = x.shape
    made = x.reshape(-1, c) @ weight.T + bias
    return made, (n, h, w, len(weight)), (n, len(weight), h, w)


def maps_enough(a):
    return len(a["weight"]) <= a["x"].shape[1]


def like_input(answer, a):
    """The answer in an array as large as x."""
    made = np.zeros(a["x"].shape)
    made[:, : answer.shape[1]] = answer
    return made


def mixed_in(x, weight, bias):
    made, shape, _ = pixels_mixed(x, weight, bias)
    return np.moveaxis(made.reshape(shape), -1, 1)


def mixed_in_and_out(x, weight, bias):
    made, _, shape = pixels_mixed(x, weight, bias)
    return made.reshape(shape)


def flat_columns(x, weight, bias):
    """(C, N·H·W) by ``reshape`` alone: images and channels are mixed."""
    made = weight @ x.reshape(x.shape[1], -1) + bias[:, None]
    return made.reshape(len(x), len(weight), *x.shape[2:])


channels = tuple(
    m for m in input_channel_mistakes(conv1x1, 2) if m.slug != "first-kernel-for-all-channels"
)


MISTAKES = (
    *bias_mistakes_without_taps(),
    *channels,
    *output_channel_mistakes(2),
    Mistake(
        "weight-axes-swapped",
        "The two axes of the weight are exchanged.",
        "In the weight, output channels come first and input channels second.",
        given(weight=lambda w: w.T),
        where(
            lambda a: a["weight"].shape[0] == a["weight"].shape[1],
            given(weight=lambda w: w.T),
        ),
    ),
    *batch_mistakes(),
    Mistake(
        "pixels-mixed",
        "Numbers of different pixels are put together.",
        "The channels of a pixel do not lie side by side in `x`. Which axis has to move before "
        "the matrix product? If you use `reshape`: it keeps the order of the numbers.",
        way(mixed_in),
        way(mixed_in_and_out),
    ),
    Mistake(
        "images-mixed",
        "Where there is more than one image, numbers of different images are put together.",
        "In `x` the images come before the channels, so they do not lie side by side with the "
        "pixels. Which axis has to move first?",
        way(flat_columns),
    ),
    Mistake(
        "made-like-the-input",
        "The answer is made like x, with as many maps. There should be one for each filter.",
        "The weight says how many filters there are. If you use `np.zeros_like(x)`: it has the "
        "channels of x, and its type, which may be one for whole numbers.",
        where(maps_enough, then(like_input)),
        where(maps_enough, then(lambda answer, a: like_input(answer, a).astype(a["x"].dtype))),
    ),
    Mistake(
        "wrong-axis",
        "The weight meets the rows or the columns of the image; it should meet the channels.",
        "If you use `@`: it multiplies along the last axes. Where are the channels?",
        way(lambda x, w, b: x @ w.T + b),
        way(lambda x, w, b: x @ w.T),
        way(lambda x, w, b: w @ x + b[:, None]),
        way(lambda x, w, b: w @ x + column(b, 2)),
        way(lambda x, w, b: w @ x),
    ),
    Mistake(
        "pixels-summed",
        "The pixels are put together into one; each should keep its own answer.",
        "The answer should be as high and as wide as the input.",
        then(lambda answer, a: answer.sum(axis=(2, 3))),
        then(lambda answer, a: answer.mean(axis=(2, 3))),
    ),
    Mistake(
        "output-transposed",
        "Rows and columns of the answer are exchanged.",
        "Each pixel should stay at its place.",
        then(lambda answer, a: np.swapaxes(answer, 2, 3)),
    ),
    square_only(),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, batch, inputs, outputs):
    return {
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs),
        "bias": draw.array(outputs),
    }


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
        BATCH,
        INPUTS,
        OUTPUTS,
    ),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv1x1, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

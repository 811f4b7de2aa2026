"""Exercise: dense_as_conv."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, given, given_all, then


def dense_as_conv(weight: np.ndarray, channels: int, height: int, width: int) -> np.ndarray:
    """Return the weight of the convolution that does what a dense layer does.

    ``weight`` is (outputs, channels · height · width); the dense layer reads a flattened
    (channels, height, width). The convolution has kernels as large as that image.
    """
    return np.reshape(weight, (-1, channels, height, width))


CASES = tuple(
    case(weight=weight, channels=channels, height=height, width=width)
    for weight, channels, height, width in [
        (counted(1, 6).astype(float), 1, 2, 3), (counted(2, 12), 2, 2, 3),
        (whole(1, 2, 6), 3, 1, 2), (whole(2, 3, 8), 2, 4, 1), (halves(3, 4, 30), 5, 3, 2),
        (whole(4, 6, 36), 3, 3, 4), (halves(5, 5, 8), 2, 2, 2), (whole(6, 12, 12), 3, 2, 2),
    ]
)  # fmt: skip


def by_torch(torch: Any, weight: Any, channels: int, height: int, width: int) -> Any:
    weight = reference.tensors([weight])[0]
    filters = torch.nn.Unflatten(1, (channels, height, width))(weight)
    image = torch.rand(3, channels, height, width).to(filters)
    conv = torch.nn.functional.conv2d(image, filters).flatten(1)
    assert torch.allclose(conv, torch.nn.functional.linear(image.flatten(1), weight), atol=1e-3)
    return filters


def other(change):
    """Another arrangement of the weight: ``change(weight, c, h, w)``."""
    return then(lambda answer, a: change(np.asarray(a["weight"]), *list(a.values())[1:]))


MISTAKES = (
    Mistake(
        "channels-last",
        "The numbers are taken as (height, width, channels); flattened, the channels should come "
        "first.",
        "Neighbours in the flattened image are pixels of one row, not channels of one pixel.",
        other(lambda weight, c, h, w: weight.reshape(-1, h, w, c).transpose(0, 3, 1, 2)),
    ),
    Mistake(
        "channels-last-returned",
        "The kernels come as (outputs, height, width, channels).",
        "A weight should be (outputs, channels, height, width).",
        other(lambda weight, c, h, w: weight.reshape(-1, h, w, c)),
        other(lambda weight, c, h, w: weight.reshape(-1, c, h, w).transpose(0, 2, 3, 1)),
    ),
    Mistake(
        "kernel-flipped",
        "The kernels come out turned by 180°.",
        "A layer's convolution does not turn its kernel, so there is nothing to turn back.",
        then(lambda answer, a: answer[..., ::-1, ::-1]),
    ),
    Mistake(
        "all-reversed",
        "The numbers of each filter stand in reverse order.",
        "Leave the order as it is.",
        then(lambda answer, a: answer[:, ::-1, ::-1, ::-1]),
    ),
    Mistake(
        "weight-transposed",
        "The weight is read the other way round, down its columns.",
        "A row holds all the weights of one output: its rows are the outputs already.",
        given(weight=lambda weight: np.reshape(np.transpose(weight), np.shape(weight))),
        other(lambda weight, c, h, w: weight.reshape(c, h, w, -1).transpose(3, 0, 1, 2)),
    ),
    Mistake(
        "height-width-swapped",
        "Height and width are exchanged.",
        "The width should be the last axis.",
        given_all(lambda a: {"height": a["width"], "width": a["height"]}),
        then(lambda answer, a: answer.transpose(0, 1, 3, 2)),
        other(lambda weight, c, h, w: weight.reshape(-1, c, w, h).transpose(0, 1, 3, 2)),
    ),
    Mistake(
        "inputs-first",
        "Inputs and outputs are exchanged.",
        "The first axis should be that of the outputs.",
        then(lambda answer, a: answer.transpose(1, 0, 2, 3)),
    ),
    Mistake(
        "not-reshaped",
        "The weight is returned as it came.",
        "The answer should have four axes.",
        other(lambda weight, c, h, w: weight),
    ),
    Mistake(
        "one-by-one",
        "These are 1×1 kernels, which read one pixel only.",
        "One window should cover the whole image.",
        other(lambda weight, c, h, w: weight[:, :, None, None]),
    ),
    Mistake(
        "averaged",
        "The kernels are divided by the number of pixels; they should not be.",
        "A dense layer adds up; it takes no mean.",
        then(lambda answer, a: answer / (a["height"] * a["width"])),
    ),
)


def recipe(draw, outputs, channels, image):
    return {
        "weight": draw.array(outputs, channels * image[0] * image[1]),
        "channels": channels,
        "height": image[0],
        "width": image[1],
    }


DOMAIN = Domain(
    recipe,
    (
        count_factor("outputs", 2, 1, 3, 12),
        count_factor("channels", 1, 2, 3, 5),
        factor(
            "image",
            (3, 3),
            "the image is not square",
            ((2, 4), "the image is wider than high"),
            ((4, 2), "the image is higher than wide"),
            ((1, 1), "the image is a single pixel"),
        ),
    ),
    integers=("weight",),
)

EXERCISE = Exercise(
    dense_as_conv,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    axes=("filter", "channel", "row", "column"),
)

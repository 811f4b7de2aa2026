"""Exercise: hwc_to_chw."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, instead, then


def hwc_to_chw(image: np.ndarray) -> np.ndarray:
    """Return an image (H, W, C), as pictures are stored, in PyTorch's order (C, H, W)."""
    return np.transpose(image, (2, 0, 1))


CASES = (
    case(image=counted(1, 2, 3)),
    case(image=counted(2, 2, 2) + 1),
    case(image=counted(3, 3, 3) + 1),
    case(image=halves(1, 2, 4, 3)),
    case(image=whole(2, 4, 3, 1)),
    case(image=halves(3, 5, 3, 4)),
)


def by_torch(torch, image):
    return reference.tensors([image])[0].permute(2, 0, 1).numpy()


def way(function):
    return instead(lambda image: function(image))


def shaped(order):
    return way(lambda image: image.reshape([image.shape[axis] for axis in order]))


MISTAKES = (
    Mistake(
        "reshaped",
        "The numbers do not stand at their places.",
        "If you use `reshape`: it keeps the order of the numbers and does not exchange axes. "
        "`transpose` or `moveaxis` does.",
        shaped((2, 0, 1)),
        shaped((2, 1, 0)),
        way(lambda image: image.T.reshape(image.shape[2], *image.shape[:2])),
    ),
    Mistake(
        "height-width-swapped",
        "Height and width are exchanged, too: the order of all axes is turned round.",
        "The rows of each channel should still be the image's rows. If you use `.T`: it turns "
        "round all axes.",
        way(lambda image: np.transpose(image, (2, 1, 0))),
    ),
    Mistake(
        "axes-moved-wrong-way",
        "The axes are moved the wrong way: the first went to the end.",
        "The last axis should come to the front. If you use `transpose(a, b, c)`: it lists for "
        "each axis of the answer where it comes from.",
        way(lambda image: np.transpose(image, (1, 2, 0))),
    ),
    Mistake(
        "channels-in-middle",
        "The channels have come to the middle; they should come to the front.",
        "All three axes should change their places: the channels first, then the rows, then the "
        "columns.",
        way(lambda image: np.transpose(image, (0, 2, 1))),
    ),
    Mistake(
        "unchanged",
        "The channels still stand last; they should come first.",
        "If you use `transpose`: it gives a new view and leaves the image as it is. Return what "
        "it gives.",
        way(lambda image: image),
        way(lambda image: np.transpose(image, (1, 0, 2))),
    ),
    Mistake(
        "channels-reversed",
        "The channels come in the opposite order (blue, green, red).",
        "The axes change, the order of the channels stays.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "first-channel-only",
        "Only one channel is left.",
        "The answer should have as many channels as the image.",
        then(lambda answer, a: answer[:1]),
        then(lambda answer, a: answer[0]),
        then(lambda answer, a: answer[-1]),
        then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
    ),
    Mistake(
        "flipped-image",
        "The picture is turned over.",
        "Rows and columns should keep their order.",
        then(lambda answer, a: answer[:, ::-1]),
        then(lambda answer, a: answer[..., ::-1]),
        then(lambda answer, a: answer[:, ::-1, ::-1]),
        then(lambda answer, a: np.rot90(answer, axes=(1, 2))),
        then(lambda answer, a: np.rot90(answer, -1, axes=(1, 2))),
    ),
    Mistake(
        "batch-added",
        "The answer has an axis for a batch; it should have three axes.",
        "Three axes go in, three come out.",
        then(lambda answer, a: answer[None]),
    ),
    Mistake(
        "scaled",
        "The numbers themselves are changed.",
        "Only the order of the axes should change.",
        then(lambda answer, a: answer / 255),
        then(lambda answer, a: answer * 255),
        then(lambda answer, a: answer / np.max(a["image"])),
    ),
    integer_dtype(),
)


def recipe(draw, image, channels):
    return {"image": draw.array(*image, channels)}


DOMAIN = Domain(
    recipe,
    (
        IMAGE,
        factor(
            "channels",
            3,
            "there are not 3 channels",
            (1, "there is 1 channel"),
            (4, "there are 4 channels"),
        ),
    ),
    integers=("image",),
    bytes=("image",),
    linear=("image",),
)

EXERCISE = Exercise(hwc_to_chw, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: channel_shuffle."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, given, instead, then


def channel_shuffle(x: np.ndarray, groups: int) -> np.ndarray:
    """Return x (N, C, H, W) with its channels dealt out, one from each group in turn.

    With 2 groups, channels 0 1 2 3 4 5 become 0 3 1 4 2 5.
    """
    batch, channels, height, width = x.shape
    parts = x.reshape(batch, groups, channels // groups, height, width)
    return parts.swapaxes(1, 2).reshape(x.shape)


CASES = (
    case(x=counted(1, 6, 1, 1), groups=2),
    case(x=counted(1, 6, 1, 2), groups=3),
    case(x=counted(1, 4, 1, 1), groups=1),
    case(x=counted(2, 6, 1, 1), groups=2),
    case(x=whole(1, 1, 3, 2, 2), groups=3),
    case(x=halves(2, 2, 8, 2, 3), groups=4),
    case(x=halves(3, 3, 12, 3, 2), groups=3),
)


def by_torch(torch: Any, x: np.ndarray, groups: int) -> np.ndarray:
    return torch.nn.functional.channel_shuffle(reference.tensors([x])[0], groups).numpy()


def dealt(order):
    """Take channel ``order(channels, groups)[c]`` as channel c."""
    return instead(lambda x, groups: x[:, order(x.shape[1], groups)])


def back_to_the_first(x, groups):
    channels = x.shape[1]
    return x[:, [i * (channels // groups) % channels for i in range(channels)]]


MISTAKES = (
    Mistake(
        "unchanged",
        "The channels are still in the order in which they came.",
        "If you `reshape` twice: in between, two axes should change places. If you use `swapaxes` "
        "or `transpose`: use what it returns.",
        instead(lambda x, groups: x),
        given(groups=lambda groups: 1),
    ),
    Mistake(
        "undone",
        "The channels are dealt out the other way round: that is the way back.",
        "Channel 1 of the answer should be the first channel of the second group.",
        dealt(lambda c, g: np.arange(c).reshape(-1, g).T.reshape(-1)),
    ),
    Mistake(
        "groups-reversed",
        "The groups take turns from the last to the first.",
        "Channel 0 should stay in its place.",
        dealt(lambda c, g: np.arange(c).reshape(g, -1)[::-1].T.reshape(-1)),
    ),
    Mistake(
        "blocks-reversed",
        "The groups change places as whole blocks, the last one first.",
        "Take turns: one channel of each group, and then the next of each.",
        dealt(lambda c, g: np.arange(c).reshape(g, -1)[::-1].reshape(-1)),
    ),
    Mistake(
        "channels-reversed",
        "Channels come in the opposite order.",
        "Channel 0 should stay in its place.",
        dealt(lambda c, g: np.arange(c).reshape(g, -1)[:, ::-1].T.reshape(-1)),
        dealt(lambda c, g: np.arange(c).reshape(g, -1)[:, ::-1].reshape(-1)),
        dealt(lambda c, g: np.arange(c)[::-1]),
    ),
    Mistake(
        "rotated",
        "The channels are moved along in their order; they should be dealt out.",
        "Take one channel from each group in turn.",
        dealt(lambda c, g: np.roll(np.arange(c), g)),
        dealt(lambda c, g: np.roll(np.arange(c), -g)),
        dealt(lambda c, g: np.roll(np.arange(c), c // g)),
        dealt(lambda c, g: np.roll(np.arange(c), -(c // g))),
    ),
    Mistake(
        "pixels-torn",
        "Other axes are dealt out along with the channels: the pictures are torn.",
        "The batch, the rows and the columns should stay axes of their own. If you use `reshape`: "
        "keep them in its shape.",
        instead(lambda x, groups: x.reshape(groups, -1).T.reshape(x.shape)),
        instead(lambda x, groups: x.reshape(len(x), groups, -1).swapaxes(1, 2).reshape(x.shape)),
        instead(
            lambda x, groups: x.reshape(groups, -1, *x.shape[2:]).swapaxes(0, 1).reshape(x.shape)
        ),
    ),
    Mistake(
        "axis-left",
        "The groups are still an axis of their own.",
        "The answer should have the shape of `x`.",
        instead(lambda x, groups: x.reshape(len(x), groups, -1, *x.shape[2:]).swapaxes(1, 2)),
        instead(lambda x, groups: x.reshape(len(x), groups, -1, *x.shape[2:])),
    ),
    Mistake(
        "first-image-only",
        "Only the first image of the batch is right.",
        "All images should be dealt out alike.",
        then(lambda answer, a: np.concatenate([answer[:1], a["x"][1:]])),
        then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
        then(lambda answer, a: answer[0]),
    ),
    integer_dtype(),
    Mistake(
        "back-to-the-first",
        "Some channels come several times, others never: the steps lead back to channel 0.",
        "Each round begins one channel later: with 2 groups of 3 it is 0 3 1 4 2 5, not 0 3 0 3.",
        instead(back_to_the_first),
    ),
    Mistake(
        "two-groups",
        "There are always two groups, whatever `groups` is.",
        "`groups` says how many there are; each has C // groups channels.",
        given(groups=lambda groups: 2),
    ),
)


def recipe(draw, image, batch, inputs, groups):
    return {"x": draw.array(batch, inputs * groups, *image), "groups": groups}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (2, 2),
            "the image is not square",
            ((2, 4), "the image is wider than high"),
            ((4, 2), "the image is higher than wide"),
        ),
        BATCH,
        factor(
            "inputs",
            3,
            "a group does not have 3 channels",
            (1, "a group has 1 channel"),
            (2, "a group has 2 channels"),
        ),
        factor(
            "groups",
            2,
            "there are not 2 groups",
            (1, "there is 1 group"),
            (3, "there are 3 groups"),
            (4, "there are 4 groups"),
        ),
    ),
    integers=("x",),
    linear=("x",),
)

EXERCISE = Exercise(channel_shuffle, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: group_norm."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead
from cnnhelpers.exercises.normalisation.factors import BATCHES, EPS
from cnnhelpers.exercises.normalisation.spoiling import (
    affine,
    column,
    normalised,
    shared_mistakes,
)


def group_norm(
    x: np.ndarray, num_groups: int, weight: np.ndarray, bias: np.ndarray, eps: float = 1e-5
) -> np.ndarray:
    """Return x (N, C, H, W), each group of channels of each image normalised by itself.

    The C channels are cut into ``num_groups`` groups of neighbours, C / num_groups in each; mean
    and variance are taken over the numbers of a group. weight and bias (C,) have a number for each
    *channel*. The variance is the biased one, with eps inside the root.
    """
    x = np.asarray(x, float)
    groups = x.reshape(len(x), num_groups, -1)
    mean = groups.mean(axis=2, keepdims=True)
    var = groups.var(axis=2, keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * column(weight) + column(bias)


CASES = (
    case(
        x=floats([[1.0, 3.0]], [[5.0, 2.0]])[None],
        num_groups=1,
        weight=floats(2.0, -1.0),
        bias=floats(1.0, 5.0),
    ),
    case(x=whole(1, 2, 4, 2, 3), num_groups=2, weight=whole(2, 4), bias=halves(3, 4)),
    case(x=halves(4, 1, 6, 3, 2), num_groups=3, weight=halves(5, 6), bias=whole(6, 6), eps=1.0),
    case(x=whole(7, 2, 6, 1, 3), num_groups=2, weight=whole(8, 6), bias=whole(9, 6), eps=0.01),
    case(x=whole(10, 3, 3, 3, 2), num_groups=3, weight=halves(11, 3), bias=whole(12, 3)),
    case(x=whole(13, 4, 4, 4, 4), num_groups=2, weight=whole(14, 4), bias=halves(15, 4)),
    case(x=whole(18, 2, 4, 1, 3) / 1024, num_groups=2, weight=whole(19, 4), bias=halves(20, 4)),
    case(x=np.full((2, 4, 1, 3), 3.0), num_groups=2, weight=whole(16, 4), bias=halves(17, 4)),
)


def by_torch(torch, x, num_groups, weight, bias, eps=1e-5):
    weight, bias = reference.tensors([weight, bias])
    return reference.run("group_norm", x, num_groups=num_groups, weight=weight, bias=bias, eps=eps)


def in_groups(x, num_groups, eps, **spoilt):
    n, c, height, width = x.shape
    groups = x.reshape(n, num_groups, c // num_groups, height, width)
    return normalised(groups, eps, (2, 3, 4), **spoilt).reshape(x.shape)


def dealt_out(a):
    """The channels, those first that lie ``num_groups`` apart."""
    return np.arange(a["x"].shape[1]).reshape(-1, a["num_groups"]).T.ravel()


def in_turn(a):
    order = dealt_out(a)
    parts = {name: np.asarray(a[name])[order] for name in ("weight", "bias")}
    return a | parts | {"x": np.asarray(a["x"])[:, order]}


def put_back(answer, a):
    return answer[:, np.argsort(dealt_out(a))]


def over_batch(x, num_groups, eps):
    n, c, height, width = x.shape
    groups = x.reshape(n, num_groups, c // num_groups, height, width)
    return normalised(groups, eps, (0, 2, 3, 4)).reshape(x.shape)


def scrambled(x, num_groups, eps):
    """The batch and the groups in one reshape, without the axes in between."""
    groups = x.reshape(num_groups, len(x), -1)
    return normalised(groups, eps, (0, 2)).reshape(x.shape)


def channels_last(x, num_groups, eps):
    groups = x.transpose(0, 2, 3, 1).reshape(len(x), num_groups, -1)
    back = normalised(groups, eps, 2).reshape(len(x), *x.shape[2:], x.shape[1])
    return back.transpose(0, 3, 1, 2)


def per_pixel(x, num_groups, eps):
    n, c, height, width = x.shape
    groups = x.reshape(n, num_groups, c // num_groups, height, width)
    return normalised(groups, eps, (2,)).reshape(x.shape)


def by(norm):
    """A mistake in the axes of the statistics."""
    return instead(
        lambda x, num_groups, weight, bias, eps: affine(
            norm(x, num_groups, eps), column(weight), column(bias)
        )
    )


def written(finish=affine, **spoilt):
    return instead(
        lambda x, num_groups, weight, bias, eps: finish(
            in_groups(x, num_groups, eps, **spoilt), column(weight), column(bias)
        )
    )


def of_groups(change):
    """The numbers of the channels, changed in a way that sees the groups."""

    def changed(a):
        size = a["x"].shape[1] // a["num_groups"]
        return {name: change(a[name], a["num_groups"], size) for name in ("weight", "bias")}

    return given_all(changed)


def along_width(x, num_groups, weight, bias, eps):
    return affine(in_groups(x, num_groups, eps), weight, bias)


MISTAKES = (
    Mistake(
        "channels-interleaved",
        "A group takes channels that lie apart. It should take neighbours.",
        "With 6 channels in 2 groups, the first group should be channels 0, 1 and 2.",
        Way(in_turn, put_back),
    ),
    Mistake(
        "group-size-for-number",
        "`num_groups` is used as the number of channels in a group.",
        "With 6 channels and `num_groups=2` there should be 2 groups of 3.",
        given_all(lambda a: {"num_groups": a["x"].shape[1] // a["num_groups"]}),
    ),
    Mistake(
        "batch-mixed",
        "The statistics run over the batch, too. Each image should be normalised by itself.",
        "The first axis of x, the images, should stay: do not average over it.",
        by(over_batch),
    ),
    Mistake(
        "reshape-scrambled",
        "Numbers of different groups are put together.",
        "`reshape` does not move numbers. Which axes are neighbours in (N, C, H, W)?",
        by(scrambled),
        by(channels_last),
    ),
    Mistake(
        "pixel-norm",
        "Each pixel has its own mean. The mean should run over rows and columns, too.",
        "Over which axes of (N, groups, channels, H, W) should the mean run?",
        by(per_pixel),
    ),
    Mistake(
        "layer-norm",
        "All channels are in one group, as in layer norm. There should be `num_groups` groups.",
        "How many means does one image have? As many as groups.",
        given(num_groups=lambda groups: 1),
    ),
    Mistake(
        "instance-norm",
        "Each channel is a group of its own, as in instance norm. There should be `num_groups` "
        "groups.",
        "How many means does one image have? As many as groups.",
        given_all(lambda a: {"num_groups": a["x"].shape[1]}),
    ),
    Mistake(
        "batch-norm",
        "Each channel is normalised over the batch: this is batch norm.",
        "Group norm should not look at the other images.",
        by(lambda x, num_groups, eps: normalised(x, eps, (0, 2, 3))),
    ),
    Mistake(
        "weight-per-group",
        "All channels of a group get the same `weight` and `bias`.",
        "The groups share only their mean and variance. `weight` has a number for each channel.",
        of_groups(lambda v, groups, size: np.repeat(v[:groups], size)),
        of_groups(lambda v, groups, size: np.repeat(v[::size], size)),
        of_groups(lambda v, groups, size: np.tile(v[:size], groups)),
    ),
    Mistake(
        "weight-along-width",
        "`weight` and `bias` run along the width. They should run along the channels.",
        "NumPy lines up the *last* axes. `weight.reshape(1, -1, 1, 1)` brings it to the second.",
        instead(along_width),
    ),
    *shared_mistakes(written),
)

GROUPS = factor(
    "groups",
    (4, 2),
    "there are not 4 channels in 2 groups",
    ((6, 2), "there are 6 channels in 2 groups"),
    ((6, 3), "there are 6 channels in 3 groups"),
    ((4, 1), "there is one group"),
    ((3, 3), "there are as many groups as channels"),
)


def recipe(draw, batch, groups, image, eps):
    channels, num_groups = groups
    return {
        "x": draw.array(batch, channels, *image),
        "num_groups": num_groups,
        "weight": draw.array(channels),
        "bias": draw.array(channels),
        "eps": eps,
    }


DOMAIN = Domain(recipe, (BATCHES, GROUPS, IMAGE, EPS), values=VALUES_OF_SOME_SIZE, integers=("x",))

EXERCISE = Exercise(group_norm, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

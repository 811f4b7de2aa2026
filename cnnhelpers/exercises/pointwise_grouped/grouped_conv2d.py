"""Exercise: grouped_conv2d."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, KERNEL
from cnnhelpers.check.families.arrays import windows
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes, column
from cnnhelpers.check.families.layers.border import off_by_one, padded, square_only, standing_still
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
)
from cnnhelpers.check.families.layers.groups import (
    all_read,
    bias_by_turns,
    filters_by_turns,
    first_group,
    group_by_channels,
    groups_mixed,
    groups_reversed,
    last_group,
    outputs_by_turns,
    weight_by_turns,
)
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, both, given, given_all, instead, then, where


def grouped_conv2d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray, groups: int) -> np.ndarray:
    """Return the grouped convolution of x (N, C_in, H, W), stride 1, no padding.

    The weight is (C_out, C_in // groups, K_H, K_W): group g reads the g-th block of input
    channels and makes the g-th block of output channels. One bias for each output channel.
    """
    found = windows(np.asarray(x), weight.shape[2:])
    blocks = zip(np.split(found, groups, axis=1), np.split(weight, groups))
    made = [np.einsum("ncijuv,ocuv->noij", seen, filters) for seen, filters in blocks]
    return np.concatenate(made, axis=1) + column(bias, 2)


CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2) + 1, bias=floats(1.0), groups=1),
    case(x=whole(1, 1, 2, 3, 3), weight=whole(2, 2, 1, 2, 2), bias=floats(1.0, -2.0), groups=2),
    case(x=whole(3, 1, 4, 3, 4), weight=whole(4, 2, 2, 2, 3), bias=floats(3.0, 0.5), groups=2),
    case(x=counted(1, 4, 3, 4) + 1, weight=halves(5, 4, 2, 2, 2), bias=halves(6, 4), groups=2),
    case(x=whole(7, 2, 3, 4, 3), weight=whole(8, 6, 1, 3, 2), bias=whole(9, 6), groups=3),
    case(x=halves(10, 2, 6, 4, 5), weight=halves(11, 6, 2, 3, 3), bias=halves(12, 6), groups=3),
    case(x=whole(13, 3, 6, 3, 5), weight=whole(14, 4, 3, 2, 2), bias=whole(15, 4), groups=2),
    case(x=whole(16, 2, 2, 4, 5), weight=whole(17, 3, 2, 2, 3), bias=whole(18, 3), groups=1),
)  # fmt: skip


def by_torch(torch, x, weight, bias, groups):
    return reference.conv2d(x, weight, bias, groups=groups)


def _group_mistakes():
    def overlapping(a):
        """Group g begins at channel g instead of g times the group's channels."""
        depth = a["weight"].shape[1]
        return {"x": np.concatenate([a["x"][:, g : g + depth] for g in range(a["groups"])], axis=1)}

    def begun_by_filters(x, weight, bias, groups):
        """Group g begins at channel g times the filters of a group; slices are cut short."""
        depth, filters = weight.shape[1], len(weight) // groups
        found = windows(np.asarray(x), weight.shape[2:])
        made = [
            np.einsum("ncijuv,ocuv->noij", found[:, at : at + depth], weight[at : at + filters])
            for at in range(0, len(weight), filters)
        ]
        return np.concatenate(made, axis=1) + column(bias, 2)

    def same_filters(a):
        size = len(a["weight"]) // a["groups"]
        return {"weight": np.tile(a["weight"][:size], (a["groups"], 1, 1, 1))}

    def same_bias(a):
        size = len(a["weight"]) // a["groups"]
        return {"bias": np.tile(a["bias"][:size], a["groups"])}

    def kept(answer, a, place):
        size = answer.shape[1] // a["groups"]
        output = np.zeros_like(answer)
        output[:, place(size)] = answer[:, place(size)]
        return output

    def split(answer, a):
        return answer.reshape(len(answer), a["groups"], -1, *answer.shape[2:])

    return (
        groups_mixed(
            "Group g should read the g-th block of neighbouring input channels, and use the g-th "
            "block of neighbouring filters."
        ),
        filters_by_turns().with_ways(
            given_all(weight_by_turns),
            both(given_all(weight_by_turns), given_all(bias_by_turns)),
        ),
        outputs_by_turns(),
        group_by_channels(),
        groups_reversed(),
        Mistake(
            "groups-overlap",
            "The groups overlap: each begins one channel after the one before it.",
            "Where does the second group begin, if a group has three channels?",
            given_all(overlapping),
        ),
        Mistake(
            "groups-begin-by-filters",
            "A group's channels begin where its filters begin. A group may have more filters than "
            "channels, or fewer.",
            "How many channels does a group read, and how many filters has it? The second group "
            "should begin after the channels of the first.",
            instead(begun_by_filters),
        ),
        Mistake(
            "one-slice-for-all-groups",
            "All groups read the input channels of the same group.",
            "Group g should read the channels from g * (C_in / groups) on.",
            given_all(first_group),
            given_all(last_group),
        ),
        Mistake(
            "groups-ignored",
            "It does not tell the groups apart.",
            "A filter should read the input channels of its own group only.",
            given_all(all_read),
            given(groups=lambda groups: 1),  # NumPy lays a kernel of one channel over all
            where(lambda a: a["groups"] == 1),
        ),
        Mistake(
            "first-filters-for-all-groups",
            "All groups use the filters of the first one.",
            "Each group should have filters of its own: the weight's first axis counts the "
            "filters of all groups.",
            given_all(same_filters),
            both(given_all(same_filters), given_all(same_bias)),
        ),
        Mistake(
            "first-biases-for-all-groups",
            "All groups add the biases of the first one.",
            "Output channel o should get `bias[o]`.",
            given_all(same_bias),
        ),
        Mistake(
            "one-group-only",
            "Only one group is computed.",
            "Compute every group, then put the output channels side by side.",
            then(lambda answer, a: split(answer, a)[:, 0]),
            then(lambda answer, a: split(answer, a)[:, -1]),
            then(lambda answer, a: kept(answer, a, lambda size: slice(size))),
            then(lambda answer, a: kept(answer, a, lambda size: slice(-size, None))),
        ),
        Mistake(
            "groups-summed",
            "The answers of the groups are put together into one; they should stand side by side.",
            "The answer should have the channels of all groups.",
            then(lambda answer, a: split(answer, a).sum(axis=1)),
            then(lambda answer, a: split(answer, a).mean(axis=1)),
        ),
        Mistake(
            "groups-stacked",
            "The groups have an axis to themselves in the answer.",
            "If you use `stack`: it makes a new axis; `concatenate` puts arrays side by side.",
            then(split),
            then(lambda answer, a: np.moveaxis(split(answer, a), 1, 0)),
        ),
        Mistake(
            "groups-in-the-batch",
            "The groups are joined along the axis of the images.",
            "The groups should be joined along the channels. If you use `np.concatenate`: it "
            "joins along the first axis unless you name one.",
            then(lambda answer, a: np.concatenate(list(np.moveaxis(split(answer, a), 1, 0)))),
        ),
    )


channels = tuple(
    m
    for m in input_channel_mistakes(grouped_conv2d, 2)
    if m.slug not in ("channels-not-summed", "channels-paired")
)


MISTAKES = (
    *_group_mistakes(),
    *flipped_mistakes(2),
    transposed_kernel("weight"),
    *bias_mistakes(2),
    *channels,
    *output_channel_mistakes(2),
    *batch_mistakes(),
    *sum_mistakes(2),
    off_by_one(2),
    padded(grouped_conv2d, 2),
    *standing_still(2),
    square_only("weight"),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, kernel, batch, inputs, outputs, groups):
    return {
        "x": draw.array(batch, inputs * groups, *image),
        "weight": draw.array(outputs * groups, inputs, *kernel),
        "bias": draw.array(outputs * groups),
        "groups": groups,
    }


DOMAIN = Domain(
    recipe,
    (
        IMAGE,
        KERNEL,
        BATCH,
        factor(
            "inputs",
            1,
            "a group has more than one input channel",
            (2, "a group has 2 input channels"),
            (3, "a group has 3 input channels"),
        ),
        factor(
            "outputs",
            1,
            "a group has more than one filter",
            (2, "a group has 2 filters"),
            (3, "a group has 3 filters"),
        ),
        factor("groups", 1, "there is more than one group", (2, "groups is 2"), (3, "groups is 3")),
    ),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(grouped_conv2d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

"""Exercise: collapse_conv."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS, OUTPUTS
from cnnhelpers.check.families.arrays import flipped, transposed
from cnnhelpers.check.families.sums import overwritten
from cnnhelpers.check.mistake import Mistake, given, instead, then, where


def collapse_conv(weight1: np.ndarray, weight2: np.ndarray) -> np.ndarray:
    """Return the weight of the one convolution that does what two do, one after the other.

    The first layer has weight1 (C_mid, C_in, K1_H, K1_W), the second weight2 (C_out, C_mid, K2_H,
    K2_W); both have stride 1, no padding, no bias and no activation between them. Shape:
    (C_out, C_in, K1_H + K2_H - 1, K1_W + K2_W - 1).
    """
    (outputs, _, height, width), (_, inputs, high, wide) = weight2.shape, weight1.shape
    joint = np.zeros((outputs, inputs, height + high - 1, width + wide - 1))
    for u, v in np.ndindex(height, width):
        part = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
        joint[:, :, u : u + high, v : v + wide] += part
    return joint


CASES = (
    case(weight1=floats([[[1.0, 2.0]]]), weight2=floats([[[3.0, 1.0, 5.0]]])),
    case(weight1=counted(1, 1, 2, 2) + 1, weight2=counted(1, 1, 3, 2) + 2),
    case(weight1=whole(1, 2, 1, 2, 2), weight2=whole(2, 1, 2, 2, 2)),
    case(weight1=whole(3, 1, 2, 2, 3), weight2=whole(4, 3, 1, 2, 3)),
    case(weight1=whole(5, 2, 3, 3, 2), weight2=whole(6, 4, 2, 2, 3)),
    case(weight1=halves(7, 3, 2, 2, 4), weight2=halves(8, 2, 3, 3, 2)),
    case(weight1=whole(9, 2, 2, 3, 3), weight2=halves(10, 2, 2, 3, 3)),
    case(weight1=whole(11, 3, 4, 1, 1), weight2=whole(12, 2, 3, 3, 1)),
)


def by_torch(torch: Any, weight1: np.ndarray, weight2: np.ndarray) -> np.ndarray:
    """The first kernels, padded all round, correlated with the turned second ones."""
    height, width = weight2.shape[2:]
    made = reference.conv2d(
        weight1.swapaxes(0, 1), weight2[:, :, ::-1, ::-1], padding=(height - 1, width - 1)
    )
    return made.swapaxes(0, 1)


def way(function):
    return instead(lambda weight1, weight2: function(weight1, weight2))


def middle(answer, height, width):
    """Return the middle of the answer."""
    down, across = answer.shape[2] - height, answer.shape[3] - width
    top, left = down // 2, across // 2
    return answer[:, :, top : top + height, left : left + width]


def valid(answer, a):
    sizes = zip(a["weight1"].shape[2:], a["weight2"].shape[2:])
    return middle(answer, *(abs(one - two) + 1 for one, two in sizes))


def placed(weight1, weight2, place):
    """Return the sum over the second kernel's weights, each part put where ``place`` says."""
    (outputs, _, height, width), (_, inputs, high, wide) = weight2.shape, weight1.shape
    joint = np.zeros((outputs, inputs, height + high - 1, width + wide - 1))
    for u, v in np.ndindex(height, width):
        part = np.einsum("om,mchw->ochw", weight2[:, :, u, v], weight1)
        place(joint, part, u, v)
    return joint


def overwriting(joint, part, u, v):
    joint[:, :, u : u + part.shape[2], v : v + part.shape[3]] = part


def standing(joint, part, u, v):
    joint[:, :, : part.shape[2], : part.shape[3]] += part


def last_middle_channel(weight1, weight2):
    return collapse_conv(weight1[-1:], weight2[:, -1:])


def first_middle_channel(weight1, weight2):
    return collapse_conv(weight1[:1], weight2[:, :1])


def own_middle_channel(weight1, weight2):
    """Output o reads the middle channel o only."""
    return np.concatenate(
        [
            collapse_conv(weight1[o : o + 1], weight2[o : o + 1, o : o + 1])
            for o in range(len(weight2))
        ]
    )


def by_middle_channel(weight1, weight2):
    """One kernel for each way through a middle channel: (C_out, C_mid, C_in, …)."""
    return np.stack(
        [collapse_conv(weight1[m : m + 1], weight2[:, m : m + 1]) for m in range(len(weight1))],
        axis=1,
    )


def summed_apart(weight1, weight2):
    """Both kernels are summed over the middle channels before they meet."""
    return collapse_conv(weight1.sum(axis=0, keepdims=True), weight2.sum(axis=1, keepdims=True))


def first_channels(weight1, weight2):
    """The channels are left out: one kernel joined with one."""
    return collapse_conv(weight1[:1, :1], weight2[:1, :1])


MISTAKES = (
    Mistake(
        "kernels-correlated",
        "The kernels are correlated; the joint kernel should be their true convolution.",
        "Weight u of the second kernel reads the first layer's output i + u, and weight v of the "
        "first reads the input at i + u + v. So the product of the two belongs to place u + v, a "
        "sum. If one kernel slides over the other: one of them has to be turned for that.",
        given(weight2=flipped),
        given(weight1=flipped),
    ),
    Mistake(
        "joint-turned",
        "The joint kernel comes out turned by 180°.",
        "Nothing should be turned at the end: the weights u and v meet at place u + v.",
        then(lambda answer, a: flipped(answer)),
    ),
    Mistake(
        "same-size",
        "The joint kernel is too small: a part of it is cut off.",
        "Two layers of 3 read 5 pixels. How large is the window that an output of two layers sees?",
        then(lambda answer, a: middle(answer, *a["weight1"].shape[2:])),
        then(lambda answer, a: middle(answer, *a["weight2"].shape[2:])),
        then(valid),
        then(lambda answer, a: answer[:, :, : a["weight1"].shape[2], : a["weight1"].shape[3]]),
    ),
    Mistake(
        "elementwise",
        "The kernels are combined weight by weight, each with the one at its own place.",
        "Each weight of one kernel meets each weight of the other, and their product should go to "
        "place u + v.",
        way(lambda one, two: np.einsum("omhw,mchw->ochw", two, one)),
        way(lambda one, two: one * two),
        way(lambda one, two: one + two),
    ),
    Mistake(
        "matrix-product",
        "The kernels are multiplied as matrices, rows with columns.",
        "Only the *channels* should be a matrix product. The weights of the kernels shift and add.",
        way(lambda one, two: np.einsum("omik,mckj->ocij", two, one)),
        way(lambda one, two: two @ one),
        way(lambda one, two: one @ two),
    ),
    Mistake(
        "middle-channels-kept",
        "The middle channels are still there: one kernel for each path through one of them.",
        "The channels between the layers should be added up: sum weight2[o, m] with weight1[m, c] "
        "over m.",
        way(by_middle_channel),
        way(lambda one, two: by_middle_channel(one, two).swapaxes(0, 1)),
    ),
    Mistake(
        "one-middle-channel",
        "Only one middle channel takes part for each output.",
        "Every output reads all middle channels: sum weight2[o, m] with weight1[m, c] over m.",
        way(last_middle_channel),
        way(first_middle_channel),
        way(own_middle_channel),
    ),
    Mistake(
        "channels-summed-first",
        "Each kernel is summed over the middle channels before the two meet.",
        "Middle channel m of one layer belongs to middle channel m of the other: multiply first, "
        "then add.",
        way(summed_apart),
    ),
    Mistake(
        "channels-left-out",
        "The channels are left out: only one kernel of each layer is used.",
        "There should be a joint kernel for each pair of output and input channel.",
        way(first_channels),
        way(lambda one, two: first_channels(one, two)[0, 0]),
    ),
    Mistake(
        "channels-exchanged",
        "Output and input channels are exchanged in the answer.",
        "As in every weight, the output channels should come first: (C_out, C_in, …).",
        then(lambda answer, a: answer.swapaxes(0, 1)),
    ),
    Mistake(
        "weight-axes-swapped",
        "The channels of a weight are read in the wrong order: input before output.",
        "weight2[o, m] is the kernel from middle channel m to output o.",
        given(weight2=lambda w: w.swapaxes(0, 1)),
        given(weight1=lambda w: w.swapaxes(0, 1)),
    ),
    Mistake(
        "layers-exchanged",
        "The layers are exchanged: the second one is applied first.",
        "The input channels of the result are those of weight1, the outputs those of weight2.",
        way(lambda one, two: collapse_conv(two, one)),
    ),
    overwritten(way(lambda one, two: placed(one, two, overwriting))).saying(
        "Several products belong to the same place, and each one replaces the one before. They "
        "should be added."
    ),
    Mistake(
        "parts-not-shifted",
        "All products are added at the same place. They should be shifted.",
        "Weight (u, v) of the second kernel should move the first kernel u rows down and v columns "
        "right.",
        way(lambda one, two: placed(one, two, standing)),
    ),
    Mistake(
        "size-multiplied",
        "The sizes are multiplied: every pair of weights has a place of its own.",
        "Many pairs (u, v) have the same u + v, and their products should be added up there. The "
        "size is K1 + K2 - 1.",
        way(lambda one, two: np.einsum("omuv,mcpq->ocupvq", two, one).reshape(
            len(two), one.shape[1], two.shape[2] * one.shape[2], -1)),
        way(lambda one, two: np.einsum("omuv,mcpq->ocpuqv", two, one).reshape(
            len(two), one.shape[1], two.shape[2] * one.shape[2], -1)),
    ),
    Mistake(
        "size-off-by-one",
        "The joint kernel is one row and one column too large.",
        "With two weights each, the places go from 0 + 0 to 1 + 1. That makes three: K1 + K2 - 1.",
        then(lambda answer, a: np.pad(answer, ((0, 0), (0, 0), (0, 1), (0, 1)))),
    ),
    Mistake(
        "size-one-less",
        "The joint kernel is one row and one column too small.",
        "With two weights each, the places go from 0 + 0 to 1 + 1. That makes three: K1 + K2 - 1.",
        then(lambda answer, a: answer[:, :, :-1, :-1]),
    ),
    Mistake(
        "kernel-transposed",
        "Rows and columns of a kernel are exchanged.",
        "Rows should be added to rows, columns to columns.",
        given(weight2=transposed),
        given(weight1=transposed),
        where(
            lambda a: a["weight2"].shape[2] == a["weight2"].shape[3],
            given(weight2=transposed),
        ),
    ),
    Mistake(
        "averaged",
        "The middle channels are averaged. They should be added up.",
        "Sum over m, without a division.",
        then(lambda answer, a: answer / len(a["weight1"])),
    ),
)  # fmt: skip


def recipe(draw, inputs, middle, outputs, first, second):
    return {
        "weight1": draw.array(middle, inputs, *first),
        "weight2": draw.array(outputs, middle, *second),
    }


def kernel(name, words):
    return factor(
        name,
        (2, 2),
        f"the {words} kernel is not 2×2",
        ((3, 3), f"the {words} kernel is 3×3"),
        ((2, 3), f"the {words} kernel is wider than high"),
        ((3, 1), f"the {words} kernel is higher than wide"),
        ((1, 1), f"the {words} kernel is a single number"),
    )


DOMAIN = Domain(
    recipe,
    (
        INPUTS,
        factor(
            "middle",
            1,
            "there is more than one middle channel",
            (2, "there are 2 middle channels"),
            (3, "there are 3 middle channels"),
        ),
        OUTPUTS,
        kernel("first", "first"),
        kernel("second", "second"),
    ),
    integers=("weight1", "weight2"),
    linear=("weight1", "weight2"),
)

EXERCISE = Exercise(
    collapse_conv,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    symbol="∗",
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    axes=("filter", "channel", "row", "column"),
)

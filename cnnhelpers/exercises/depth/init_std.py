"""Exercise: init_std."""

from __future__ import annotations

import math
from typing import Any

from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead

GAINS = {"linear": 1.0, "relu": math.sqrt(2), "tanh": 5 / 3}


def init_std(
    shape: tuple[int, ...], mode: str = "fan_in", nonlinearity: str = "relu", groups: int = 1
) -> float:
    """Return the standard deviation ``gain / √fan`` to draw a weight of this shape with.

    A dense weight is (out, in), a convolution's (C_out, C_in / groups, K, …). fan_in counts the
    inputs of one output, fan_out the outputs that one input reaches, away from the border at
    stride 1. The gain is 1 for "linear", √2 for "relu" and 5/3 for "tanh".
    """
    taps = math.prod(shape[2:])
    fan = shape[1] * taps if mode == "fan_in" else shape[0] // groups * taps
    return GAINS[nonlinearity] / math.sqrt(fan)


CASES = (
    case(shape=(2, 8)),
    case(shape=(8, 2), mode="fan_out"),
    case(shape=(3, 5), nonlinearity="linear"),
    case(shape=(7, 3), mode="fan_out", nonlinearity="tanh"),
    case(shape=(64, 3, 3, 3)),
    case(shape=(64, 3, 3, 3), mode="fan_out"),
    case(shape=(6, 4, 5, 2), nonlinearity="tanh"),
    case(shape=(10, 4, 3, 2), mode="fan_out", nonlinearity="linear"),
    case(shape=(6, 5, 7), mode="fan_out"),
    case(shape=(4, 2, 3, 5), mode="fan_in", nonlinearity="relu", groups=2),
    case(shape=(12, 2, 3, 3), mode="fan_out", nonlinearity="relu", groups=3),
    case(shape=(4, 1, 3, 3), mode="fan_out", nonlinearity="linear", groups=4),
)


def by_torch(
    torch: Any,
    shape: tuple[int, ...],
    mode: str = "fan_in",
    nonlinearity: str = "relu",
    groups: int = 1,
) -> float:
    """The fans are counted on a convolution of ones: PyTorch's own leaves the groups out."""
    outputs, inputs, taps = shape[0], shape[1], math.prod(shape[2:])
    row = torch.ones(1, inputs * groups, 2 * taps - 1, requires_grad=True)
    made = torch.nn.functional.conv1d(row, torch.ones(outputs, inputs, taps), groups=groups)
    made.sum().backward()
    fan = made[0, 0, 0] if mode == "fan_in" else row.grad[0, 0, taps - 1]
    return torch.nn.init.calculate_gain(nonlinearity) / math.sqrt(fan.item())


def fans(shape, groups):
    taps = math.prod(shape[2:])
    return {"fan_in": shape[1] * taps, "fan_out": shape[0] // groups * taps}


def way(formula, count=fans, gains=GAINS):
    """A way that puts gain and fan together otherwise, or has other fans or gains."""

    def function(shape, mode, nonlinearity, groups):
        fan = count(shape, groups)
        return formula(gains[nonlinearity], fan[mode] if isinstance(fan, dict) else fan)

    return instead(function)


def right(gain, fan):
    return gain / math.sqrt(fan)


def counted(count):
    return way(right, count)


def swapped(shape, groups):
    return {
        "fan_in": shape[0] // groups * math.prod(shape[2:]),
        "fan_out": fans(shape, 1)["fan_in"],
    }


def swapped_without_groups(shape, groups):
    taps = math.prod(shape[2:])
    return {"fan_in": shape[0] * taps, "fan_out": shape[1] * taps}


def swapped_with_groups(shape, groups):
    taps = math.prod(shape[2:])
    return {"fan_in": shape[0] * taps, "fan_out": shape[1] // groups * taps}


def channels_only(shape, groups):
    return {"fan_in": shape[1], "fan_out": shape[0] // groups}


def channels_last(shape, groups):
    taps = math.prod(shape[:-2])
    return {"fan_in": shape[-2] * taps, "fan_out": shape[-1] * taps / groups}


def one_axis(shape, groups):
    taps = shape[2] if len(shape) > 2 else 1
    return {"fan_in": shape[1] * taps, "fan_out": shape[0] // groups * taps}


def divided(shape, groups):
    return {**fans(shape, groups), "fan_in": shape[1] / groups * math.prod(shape[2:])}


def divided_whole(shape, groups):
    return {**fans(shape, groups), "fan_in": shape[1] // groups * math.prod(shape[2:])}


def multiplied(shape, groups):
    return {**fans(shape, groups), "fan_in": shape[1] * groups * math.prod(shape[2:])}


def both(shape, groups):
    return sum(fans(shape, groups).values())


MISTAKES = (
    Mistake(
        "fans-swapped",
        "fan_in and fan_out are exchanged.",
        "A weight is (out, in, …): the number of inputs of one output is shape[1] times the size "
        "of the kernel.",
        counted(swapped),
        counted(swapped_without_groups),
        counted(swapped_with_groups),
    ),
    Mistake(
        "channels-last",
        "The channels are looked for at the end of the shape. They stand at its beginning.",
        "A weight is (out, in, …): the size of the kernel comes after the channels.",
        counted(channels_last),
        counted(lambda shape, groups: channels_last(shape, 1)),
    ),
    Mistake(
        "kernel-forgotten",
        "The size of the kernel is missing in the fan: only channels are counted.",
        "An output of a 3×3 convolution over 16 channels is a sum of 16 · 3 · 3 products.",
        counted(channels_only),
    ),
    Mistake(
        "kernel-forgotten-in-fan-in",
        "The size of the kernel is missing in fan_in: only channels are counted.",
        "An output of a 3×3 convolution over 16 channels is a sum of 16 · 3 · 3 products.",
        counted(lambda shape, groups: {**fans(shape, groups), "fan_in": shape[1]}),
    ),
    Mistake(
        "kernel-forgotten-in-fan-out",
        "The size of the kernel is missing in fan_out: only channels are counted.",
        "An input is read at every place of the kernel, by each filter of its group.",
        counted(lambda shape, groups: {**fans(shape, groups), "fan_out": shape[0] // groups}),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel is counted along one axis only.",
        "Count all axes after the second: shape[2] · shape[3].",
        counted(one_axis),
    ),
    Mistake(
        "variance-for-std",
        "It returns the variance. It should return its root.",
        "The variance is gain² / fan, so the standard deviation is gain / √fan.",
        way(lambda gain, fan: gain**2 / fan),
    ),
    Mistake(
        "uniform-bound",
        "There is a √3 in the answer that does not belong there.",
        "A uniform distribution between -b and b has the standard deviation b / √3. Here you need "
        "the standard deviation itself.",
        way(lambda gain, fan: gain * math.sqrt(3 / fan)),
        way(lambda gain, fan: gain / math.sqrt(3 * fan)),
    ),
    Mistake(
        "gain-under-root",
        "The gain stands under the root as it is. It should stand outside, because it belongs to "
        "the deviation.",
        "√(gain² / fan) = gain / √fan.",
        way(lambda gain, fan: math.sqrt(gain / fan)),
    ),
    Mistake(
        "gain-squared",
        "The gain is squared. The square belongs to the variance.",
        "For ReLU the variance is 2 / fan and the gain √2.",
        way(lambda gain, fan: gain**2 / math.sqrt(fan)),
    ),
    Mistake(
        "gain-missing",
        "The gain is missing.",
        "ReLU halves the mean square; a gain of √2 makes up for it.",
        way(lambda gain, fan: 1 / math.sqrt(fan)),
    ),
    Mistake(
        "relu-gain-for-all",
        "The gain √2 is used where another one belongs.",
        "√2 makes up for what ReLU cuts off. For linear the gain is 1, for tanh 5/3.",
        way(lambda gain, fan: math.sqrt(2 / fan)),
        way(right, gains={**GAINS, "tanh": math.sqrt(2)}),
    ),
    Mistake(
        "linear-gain",
        "The gain of linear should be 1.",
        "A linear layer cuts nothing off, so there is nothing to make up for.",
        way(right, gains={**GAINS, "linear": math.sqrt(2)}),
        way(right, gains={**GAINS, "linear": 5 / 3}),
        way(right, gains={**GAINS, "linear": 2.0}),
    ),
    Mistake(
        "tanh-gain-1",
        "The gain of tanh is taken to be 1, as in Glorot's paper. It should be 5/3, as in PyTorch.",
        "The gains are 1 for linear, √2 for ReLU and 5/3 for tanh.",
        way(right, gains={**GAINS, "tanh": 1.0}),
    ),
    Mistake(
        "relu-gain-2",
        "The gain of ReLU is taken to be 2, which is its square.",
        "The variance is doubled, so the standard deviation grows by √2.",
        way(right, gains={**GAINS, "relu": 2.0}),
    ),
    Mistake(
        "root-missing",
        "The gain is divided by the fan itself. It should be divided by its root.",
        "Variances add up, standard deviations do not: gain / √fan.",
        way(lambda gain, fan: gain / fan),
    ),
    Mistake(
        "multiplied-by-fan",
        "The standard deviation grows with the fan. It should shrink.",
        "The more terms a sum has, the smaller each must be: divide.",
        way(lambda gain, fan: gain * math.sqrt(fan)),
    ),
    Mistake(
        "groups-in-fan-in",
        "The groups are used for fan_in. They should not be: shape[1] is C_in / groups already.",
        "An output reads only the channels of its own group, and the weight has just these.",
        counted(divided),
        counted(divided_whole),
        counted(multiplied),
    ),
    Mistake(
        "groups-forgotten",
        "The groups are forgotten in fan_out. An input reaches only the outputs of its group.",
        "With groups, divide the number of output channels by them.",
        given(groups=lambda groups: 1),
    ),
    Mistake(
        "fans-added",
        "Both fans are used, as Glorot does. Only the one that `mode` names should be used.",
        "Choose fan_in or fan_out by `mode`.",
        way(lambda gain, fan: gain * math.sqrt(2 / fan), both),
        way(right, both),
    ),
    Mistake(
        "mode-ignored",
        "`mode` is not used.",
        "There are two modes: fan_in looks forward, fan_out backward.",
        counted(lambda shape, groups: fans(shape, groups)["fan_in"]),
        counted(lambda shape, groups: fans(shape, groups)["fan_out"]),
    ),
    Mistake(
        "all-weights",
        "All weights of the layer are counted in a fan.",
        "fan_in counts for *one* output, fan_out for *one* input.",
        counted(lambda shape, groups: math.prod(shape)),
        counted(lambda shape, groups: {**fans(shape, groups), "fan_out": math.prod(shape)}),
    ),
)


def recipe(draw, shape, mode, nonlinearity, groups):
    if shape[0] % groups:
        raise Impossible
    return {"shape": shape, "mode": mode, "nonlinearity": nonlinearity, "groups": groups}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (6, 5),
            "the weight is not dense",
            ((12, 5, 3, 3), "the weight is a convolution's"),
            ((6, 4, 2, 5), "the kernel is not square"),
            ((6, 3, 7), "the kernel has one axis"),
            ((6, 2, 2, 3, 2), "the kernel has three axes"),
        ),
        factor("mode", "fan_in", "the mode is fan_out", ("fan_out", "the mode is fan_out")),
        factor(
            "nonlinearity",
            "relu",
            "it is not ReLU",
            ("linear", "the nonlinearity is linear"),
            ("tanh", "the nonlinearity is tanh"),
        ),
        factor(
            "groups", 1, "there are groups", (2, "there are 2 groups"), (3, "there are 3 groups")
        ),
    ),
    values=None,
)

EXERCISE = Exercise(
    init_std,
    DECIMAL,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: conv_parameters."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead
from cnnhelpers.exercises.parameters.biases import BIAS_MISSING, ONE_BIAS


def conv_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    """Return how many numbers a 2-D convolution with a square kernel learns, with biases."""
    return out_channels * (in_channels * kernel_size**2 + 1)


CASES = tuple(
    case(in_channels=inputs, out_channels=outputs, kernel_size=kernel)
    for inputs, outputs, kernel in [
        (1, 1, 1), (1, 1, 3), (2, 1, 2), (1, 2, 3), (3, 2, 1), (2, 3, 4), (3, 10, 5), (64, 16, 7),
    ]
)  # fmt: skip


def by_torch(torch: Any, in_channels: int, out_channels: int, kernel_size: int) -> int:
    conv = torch.nn.Conv2d(in_channels, out_channels, kernel_size, device="meta")
    return reference.count_parameters(conv)


def way(formula):
    return instead(
        lambda in_channels, out_channels, kernel_size: formula(
            in_channels, out_channels, kernel_size
        )
    )


MISTAKES = (
    Mistake(*BIAS_MISSING, way(lambda i, o, k: o * i * k * k)),
    Mistake(*ONE_BIAS, way(lambda i, o, k: o * i * k * k + 1)),
    Mistake(
        "kernel-one-axis",
        "The kernel size is not squared, but a kernel has a height and a width.",
        "A kernel of size 3 has 3 × 3 weights.",
        way(lambda i, o, k: o * (i * k + 1)),
        way(lambda i, o, k: o * (i * 2 * k + 1)),
    ),
    Mistake(
        "bias-per-input-channel",
        "A bias is counted for each input channel; there should be one for each output channel.",
        "The input channels are summed first, then one bias is added.",
        way(lambda i, o, k: o * i * k * k + i),
    ),
    Mistake(
        "bias-per-kernel",
        "A bias is counted for every pair of input and output channel; there should be one for "
        "each output channel.",
        "The input channels are summed first, then one bias is added.",
        way(lambda i, o, k: o * i * (k * k + 1)),
    ),
    Mistake(
        "one-input-channel",
        "The input channels are not counted. A filter has a kernel for each of them.",
        "A 5×5 filter over a colour image has 3 × 5 × 5 weights.",
        way(lambda i, o, k: o * (k * k + 1)),
        way(lambda i, o, k: o * k * k),
    ),
    Mistake(
        "one-filter",
        "Only one filter is counted. There is one for each output channel.",
        "Count one filter with its bias, then multiply by their number.",
        way(lambda i, o, k: i * k * k + 1),
        way(lambda i, o, k: i * k * k + o),
    ),
    Mistake(
        "bias-per-weight",
        "A bias is counted for each weight; there should be one for each output channel.",
        "The bias is added once, to the finished sum.",
        way(lambda i, o, k: 2 * o * i * k * k),
    ),
)


def recipe(draw, in_channels, out_channels, kernel_size):
    return {"in_channels": in_channels, "out_channels": out_channels, "kernel_size": kernel_size}


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_channels", 3, 1, 4, 64),
        count_factor("out_channels", 2, 1, 7, 96),
        count_factor("kernel_size", 3, 1, 2, 5, 11),
    ),
    values=None,
    count=True,
    large=({"in_channels": 10_007, "out_channels": 10_009, "kernel_size": 100_003},),
)

EXERCISE = Exercise(
    conv_parameters,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

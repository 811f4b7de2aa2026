"""Exercise: separable_parameters."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead


def separable_parameters(in_channels: int, out_channels: int, kernel_size: int) -> int:
    """Return the weights of a depthwise K×K convolution and the 1×1 convolution after it.

    The depthwise one has a single kernel for each input channel. No biases.
    """
    return in_channels * kernel_size**2 + in_channels * out_channels


CASES = tuple(
    case(in_channels=inputs, out_channels=outputs, kernel_size=kernel)
    for inputs, outputs, kernel in [
        (1, 1, 3), (2, 1, 1), (3, 4, 2), (4, 3, 3), (8, 16, 3), (32, 64, 5), (128, 100, 7),
    ]
)  # fmt: skip


def by_torch(torch: Any, in_channels: int, out_channels: int, kernel_size: int) -> int:
    nn, free = torch.nn, {"bias": False, "device": "meta"}
    depthwise = nn.Conv2d(in_channels, in_channels, kernel_size, groups=in_channels, **free)
    return reference.count_parameters(depthwise) + reference.count_parameters(
        nn.Conv2d(in_channels, out_channels, 1, **free)
    )


def way(formula):
    return instead(
        lambda in_channels, out_channels, kernel_size: formula(
            in_channels, out_channels, kernel_size
        )
    )


MISTAKES = (
    Mistake(
        "full-convolution",
        "That is the ordinary convolution.",
        "Depthwise: one kernel for each input channel. Pointwise: 1×1 kernels.",
        way(lambda i, o, k: i * o * k * k),
    ),
    Mistake(
        "pointwise-forgotten",
        "Only the depthwise part is counted.",
        "What mixes the channels afterwards?",
        way(lambda i, o, k: i * k * k),
    ),
    Mistake(
        "depthwise-forgotten",
        "Only the 1×1 part is counted.",
        "What looks at the neighbours?",
        way(lambda i, o, k: i * o),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel size is counted once, but a kernel has a height and a width.",
        "How many weights has a kernel of size 3?",
        way(lambda i, o, k: i * k + i * o),
        way(lambda i, o, k: 2 * i * k + i * o),
    ),
    Mistake(
        "one-kernel",
        "The depthwise part has a kernel for each input channel; one is counted.",
        "Depth-wise: every channel of its own.",
        way(lambda i, o, k: k * k + i * o),
    ),
    Mistake(
        "depthwise-by-output",
        "The depthwise part is counted by output channels; it makes as many as it reads.",
        "The 1×1 part comes afterwards and makes the output channels.",
        way(lambda i, o, k: o * k * k + i * o),
        way(lambda i, o, k: o * k * k + o * o),
    ),
    Mistake(
        "depthwise-full",
        "Each depthwise filter is counted with all input channels; it reads one.",
        "As many groups as channels: how many channels are in a group?",
        way(lambda i, o, k: i * i * k * k + i * o),
        way(lambda i, o, k: i * o * k * k + i * o),
    ),
    Mistake(
        "pointwise-one-input-channel",
        "A 1×1 filter reads all input channels; one is counted.",
        "Every output channel mixes all input channels.",
        way(lambda i, o, k: i * k * k + o),
        way(lambda i, o, k: i * k * k + i),
    ),
    Mistake(
        "bias-included",
        "Biases are counted; this is about weights.",
        "Leave the biases out.",
        way(lambda i, o, k: i * (k * k + 1) + (i + 1) * o),
        way(lambda i, o, k: i * k * k + (i + 1) * o),
        way(lambda i, o, k: i * (k * k + 1) + i * o),
    ),
    Mistake(
        "product-for-sum",
        "The two parts are multiplied; they add up.",
        "First one layer runs, then the other.",
        way(lambda i, o, k: i * k * k * i * o),
    ),
    Mistake(
        "kernel-in-pointwise",
        "The K×K kernel is counted in the 1×1 part, too.",
        "How many pixels does a 1×1 kernel see?",
        way(lambda i, o, k: k * k * (i + o)),
        way(lambda i, o, k: k * k * (i + i * o)),
        way(lambda i, o, k: i + i * o * k * k),
    ),
)


def recipe(draw, in_channels, out_channels, kernel_size):
    return {"in_channels": in_channels, "out_channels": out_channels, "kernel_size": kernel_size}


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_channels", 3, 1, 4, 512),
        count_factor("out_channels", 2, 1, 7, 300),
        count_factor("kernel_size", 3, 1, 2, 5, 31),
    ),
    values=None,
    count=True,
    large=({"in_channels": 10**6 + 3, "out_channels": 10**11 + 3, "kernel_size": 10_007},),
)

EXERCISE = Exercise(
    separable_parameters,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

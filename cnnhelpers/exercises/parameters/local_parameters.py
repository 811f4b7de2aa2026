"""Exercise: local_parameters."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead
from cnnhelpers.exercises.parameters.biases import BIAS_MISSING


def local_parameters(in_size: int, kernel_size: int, in_channels: int, out_channels: int) -> int:
    """Return how many numbers a locally connected 2-D layer learns: nothing is shared.

    The input is square, the stride 1, without padding. Every output value has weights and a
    bias of its own.
    """
    outputs = out_channels * (in_size - kernel_size + 1) ** 2
    return outputs * (in_channels * kernel_size**2 + 1)


CASES = tuple(
    case(in_size=size, kernel_size=kernel, in_channels=inputs, out_channels=outputs)
    for size, kernel, inputs, outputs in [
        (1, 1, 1, 1), (3, 2, 1, 1), (4, 1, 1, 2), (5, 3, 2, 1), (6, 3, 2, 5), (7, 7, 3, 2),
        (32, 5, 3, 6),
    ]
)  # fmt: skip


def by_torch(
    torch: Any, in_size: int, kernel_size: int, in_channels: int, out_channels: int
) -> int:
    image = torch.empty(1, in_channels, in_size, in_size, device="meta")
    taps, windows = reference.count_windows(image, kernel_size)
    return (
        out_channels * windows * reference.count_parameters(torch.nn.Linear(taps, 1, device="meta"))
    )


def way(formula):
    return instead(
        lambda in_size, kernel_size, in_channels, out_channels: formula(
            in_size, kernel_size, in_channels, out_channels
        )
    )


MISTAKES = (
    Mistake(
        "weights-shared",
        "That is the count of a convolution, whose weights are shared by all positions.",
        "Here each position should have its own weights: multiply by the number of positions.",
        way(lambda n, k, i, o: o * (i * k * k + 1)),
    ),
    Mistake(
        "bias-shared",
        "The weights are not shared, but the biases still are: one is counted for each output "
        "channel.",
        "Here each output value has a bias of its own.",
        way(lambda n, k, i, o: o * (n - k + 1) ** 2 * i * k * k + o),
    ),
    Mistake(*BIAS_MISSING, way(lambda n, k, i, o: o * (n - k + 1) ** 2 * i * k * k)),
    Mistake(
        "off-by-one",
        "One window too few is counted along each axis.",
        "A kernel of 3 fits into an input of 3 once. If you use `range(1, n)`: it makes n - 1 "
        "turns.",
        way(lambda n, k, i, o: o * (n - k) ** 2 * (i * k * k + 1)),
    ),
    Mistake(
        "one-axis",
        "The positions are counted along one axis only.",
        "The window moves down and across: square the number of positions.",
        way(lambda n, k, i, o: o * (n - k + 1) * (i * k * k + 1)),
    ),
    Mistake(
        "input-positions",
        "It counts a window for each input pixel. Near the border no window fits, so there should "
        "be fewer.",
        "Without padding there are in_size - kernel_size + 1 positions along each axis.",
        way(lambda n, k, i, o: o * n * n * (i * k * k + 1)),
    ),
    Mistake(
        "windows-side-by-side",
        "The windows are laid side by side. With stride 1 they should overlap: each begins one "
        "pixel after the one before.",
        "At how many places along one axis can a window of 3 begin in an input of 5?",
        way(lambda n, k, i, o: o * (n // k) ** 2 * (i * k * k + 1)),
        way(lambda n, k, i, o: o * (-(-n // k)) ** 2 * (i * k * k + 1)),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel size is not squared, but a kernel has a height and a width.",
        "A kernel of size 3 has 3 × 3 weights.",
        way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (i * k + 1)),
    ),
    Mistake(
        "one-input-channel",
        "The input channels are not counted.",
        "Each output value reads a window of every input channel.",
        way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (k * k + 1)),
    ),
    Mistake(
        "one-output-channel",
        "The output channels are not counted.",
        "Count one output channel, then multiply by their number.",
        way(lambda n, k, i, o: (n - k + 1) ** 2 * (i * k * k + 1)),
    ),
    Mistake(
        "bias-per-position",
        "There is one bias for each position, shared by the output channels; each output value "
        "should have its own.",
        "How many output values are there at one position?",
        way(lambda n, k, i, o: (n - k + 1) ** 2 * (o * i * k * k + 1)),
    ),
    Mistake(
        "dense",
        "That is the count of a dense layer, where every output reads the whole input.",
        "Each output value should read one window of kernel_size × kernel_size pixels, in each "
        "channel.",
        way(lambda n, k, i, o: o * (n - k + 1) ** 2 * (i * n * n + 1)),
    ),
)


def recipe(draw, in_size, kernel_size, in_channels, out_channels):
    if kernel_size > in_size:
        raise Impossible
    return {
        "in_size": in_size,
        "kernel_size": kernel_size,
        "in_channels": in_channels,
        "out_channels": out_channels,
    }


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_size", 6, 5, 9, 32),
        count_factor("kernel_size", 3, 1, 2, 5, 11),
        count_factor("in_channels", 1, 2, 3),
        count_factor("out_channels", 1, 2, 5),
    ),
    values=None,
    count=True,
    large=({"in_size": 10**6 + 3, "kernel_size": 11, "in_channels": 13, "out_channels": 17},),
)

EXERCISE = Exercise(
    local_parameters,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

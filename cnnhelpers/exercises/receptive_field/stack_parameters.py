"""Exercise: stack_parameters."""

from __future__ import annotations

from typing import Any

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import count_factor
from cnnhelpers.check.mistake import Mistake, instead


def stack_parameters(depth: int, kernel_size: int, channels: int) -> int:
    """Return the weights of ``depth`` K×K layers, C channels in and out each, no biases."""
    return depth * kernel_size**2 * channels**2


CASES = tuple(
    case(depth=depth, kernel_size=kernel, channels=channels)
    for depth, kernel, channels in [
        (1, 1, 1), (1, 3, 2), (2, 3, 1), (2, 2, 3), (3, 3, 4), (1, 7, 4), (4, 5, 64),
    ]
)  # fmt: skip


def by_torch(torch: Any, depth: int, kernel_size: int, channels: int) -> int:
    conv = torch.nn.Conv2d(channels, channels, kernel_size, bias=False, device="meta")
    return sum(reference.count_parameters(conv) for _ in range(depth))


def way(formula):
    return instead(lambda depth, kernel_size, channels: formula(depth, kernel_size, channels))


MISTAKES = (
    Mistake(
        "channels-once",
        "The number of channels is not squared. Every layer has C channels in and C channels out.",
        "Each of the C filters has a kernel for each of the C channels.",
        way(lambda n, k, c: n * k * k * c),
        way(lambda n, k, c: n * k * k * 2 * c),
    ),
    Mistake(
        "channels-forgotten",
        "The channels are not counted.",
        "How many kernels are there in a layer?",
        way(lambda n, k, c: n * k * k),
    ),
    Mistake(
        "kernel-one-axis",
        "The kernel size is not squared, but a kernel has a height and a width.",
        "How many weights has a kernel of size 3?",
        way(lambda n, k, c: n * k * c * c),
        way(lambda n, k, c: n * 2 * k * c * c),
    ),
    Mistake(
        "one-layer-only",
        "Only one layer is counted.",
        "A stack has `depth` layers.",
        way(lambda n, k, c: k * k * c * c),
    ),
    Mistake(
        "one-large-kernel",
        "That is a single layer with a kernel as wide as the field of the stack.",
        "Count one layer of the stack, then all of them.",
        way(lambda n, k, c: (1 + n * (k - 1)) ** 2 * c * c),
    ),
    Mistake(
        "bias-included",
        "Biases are counted; only weights should be.",
        "Leave the biases out.",
        way(lambda n, k, c: n * (k * k * c * c + c)),
        way(lambda n, k, c: n * k * k * c * c + c),
        way(lambda n, k, c: n * (k * k * c * c + 1)),
    ),
    Mistake(
        "depth-as-power",
        "The depth is not a simple factor; the layers' weights should be added up.",
        "Two layers have twice the weights of one.",
        way(lambda n, k, c: (k * k * c * c) ** n),
        way(lambda n, k, c: k ** (2 * n) * c * c),
        way(lambda n, k, c: (n * k) ** 2 * c * c),
        way(lambda n, k, c: k * k * c**n),
        way(lambda n, k, c: k * k * c ** (n + 1)),
    ),
    Mistake(
        "off-by-one",
        "The number of layers is wrong by one.",
        "A stack of depth 1 is one layer.",
        way(lambda n, k, c: (n - 1) * k * k * c * c),
        way(lambda n, k, c: (n + 1) * k * k * c * c),
    ),
)


def recipe(draw, depth, kernel_size, channels):
    return {"depth": depth, "kernel_size": kernel_size, "channels": channels}


DOMAIN = Domain(
    recipe,
    (
        count_factor("depth", 2, 1, 3),
        count_factor("kernel_size", 3, 1, 2, 5, 7),
        count_factor("channels", 4, 1, 5, 64),
    ),
    values=None,
    count=True,
    large=({"depth": 5, "kernel_size": 10_007, "channels": 10_009},),
)

EXERCISE = Exercise(
    stack_parameters,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

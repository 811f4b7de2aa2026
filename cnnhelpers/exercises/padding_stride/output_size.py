"""Exercise: output_size."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cnnhelpers import reference, shapes
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import DILATION, PADDING, STRIDE
from cnnhelpers.check.mistake import Mistake, given, given_all, instead


def output_size(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Return how many windows fit along one axis; ``padding`` is per side."""
    return shapes.output_size(size, kernel_size, stride, padding, dilation)


CASES = (
    case(size=7, kernel_size=3),
    case(size=5, kernel_size=5),
    case(size=5, kernel_size=2, padding=1),
    case(size=32, kernel_size=5, padding=2),
    case(size=7, kernel_size=3, stride=2),
    case(size=8, kernel_size=3, stride=2),
    case(size=10, kernel_size=3, stride=4),
    case(size=9, kernel_size=3, dilation=2),
    case(size=12, kernel_size=4, stride=3, padding=2),
    case(size=11, kernel_size=3, stride=2, padding=1, dilation=3),
    case(size=224, kernel_size=11, stride=4, padding=2),
)


def by_torch(torch: Any, size: int, kernel_size: int, **options: int) -> int:
    x, kernel = np.zeros((1, 1, size)), np.ones((1, 1, kernel_size))
    return reference.conv1d(x, kernel, **options).shape[2]


def formula(result):
    """A formula of the room (padded size minus span) and of the stride."""

    def function(size, kernel_size, stride, padding, dilation):
        span = dilation * (kernel_size - 1) + 1
        return result(size + 2 * padding - span, stride)

    return instead(function)


def spanning(span):
    return instead(
        lambda size, kernel_size, stride, padding, dilation: (
            (size + 2 * padding - span(kernel_size, dilation)) // stride + 1
        )
    )


MISTAKES = (
    Mistake(
        "plus-one-missing",
        "One window is missing: the first one, before any step.",
        "Count the steps, then add 1: with no room to step there is still one window.",
        formula(lambda room, s: room // s),
        formula(lambda room, s: room / s),
    ),
    Mistake(
        "plus-one-inside",
        "The 1 is added before the division by the stride.",
        "First count the steps, with the division; then add 1 for the first window.",
        formula(lambda room, s: (room + 1) // s),
        formula(lambda room, s: -(-(room + 1) // s) if s == 1 else (room + 1) / s),
    ),
    Mistake(
        "floor-missing",
        "The division is not rounded down, so there are fractions of windows.",
        "`//` divides and rounds down.",
        formula(lambda room, s: room / s + 1),
    ),
    Mistake(
        "ceil",
        "It rounds up, so a last window that does not fit whole is counted.",
        "Round down, as PyTorch does.",
        formula(lambda room, s: math.ceil(room / s) + 1),
    ),
    Mistake(
        "rounded",
        "It rounds to the nearest whole number; it should round down.",
        "Half a step is no step.",
        formula(lambda room, s: round(room / s) + 1),
        formula(lambda room, s: int(room / s + 0.5) + 1),
        formula(lambda room, s: round(room / s + 1)),
    ),
    Mistake(
        "padding-ignored",
        "The padding is not used.",
        "The padding makes the input larger on both sides: size + 2 * padding.",
        given(padding=lambda p: 0),
    ),
    Mistake(
        "padding-total",
        "The padding is counted once; it should be counted for each of both sides.",
        "The padded size is size + 2 * padding.",
        instead(
            lambda size, kernel_size, stride, padding, dilation: (
                (size + padding - dilation * (kernel_size - 1) - 1) // stride + 1
            )
        ),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used.",
        "Divide the room to move by the stride.",
        given(stride=lambda s: 1),
    ),
    Mistake(
        "dilation-ignored",
        "The dilation is not used.",
        "With gaps the kernel spans dilation * (kernel_size - 1) + 1 pixels.",
        given(dilation=lambda d: 1),
    ),
    Mistake(
        "dilation-off-by-one",
        "The kernel is counted with gaps that are too wide: dilation 1 is taken for one gap.",
        "Dilation is the distance between neighbouring taps: 1 means no gap.",
        given(dilation=lambda d: d + 1),
        spanning(lambda k, d: k + k * (d - 1) + d - 1),
    ),
    Mistake(
        "dilation-times-kernel",
        "A dilated kernel is counted as if there were a gap after its last tap, too.",
        "3 taps have 2 gaps between them: the kernel spans dilation * (kernel_size - 1) + 1.",
        spanning(lambda k, d: k * d),
        given_all(lambda a: {"kernel_size": a["kernel_size"] * a["dilation"], "dilation": 1}),
    ),
)


def recipe(draw, size, kernel_size, stride, padding, dilation):
    if dilation * (kernel_size - 1) + 1 > size + 2 * padding:
        raise Impossible
    return {
        "size": size,
        "kernel_size": kernel_size,
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "size",
            9,
            "the size is not 9",
            (8, "the size is even"),
            (14, "the size is even"),
            (225, "the size is more than 100"),
        ),
        factor(
            "kernel_size",
            3,
            "the kernel size is not 3",
            (2, "the kernel size is even"),
            (4, "the kernel size is even"),
            (1, "the kernel size is 1"),
            (9, "the kernel is as large as the input"),
            (10, "the kernel is larger than the input without padding"),
            (31, "the kernel size is more than 10"),
        ),
        STRIDE,
        PADDING,
        DILATION,
    ),
    values=None,
    large=({"size": 10**12 + 7, "kernel_size": 8, "stride": 3, "padding": 2, "dilation": 5},),
)

EXERCISE = Exercise(
    output_size,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

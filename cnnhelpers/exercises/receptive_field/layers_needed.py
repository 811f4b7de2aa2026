"""Exercise: layers_needed."""

from __future__ import annotations

import math
from typing import Any

from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead


def layers_needed(field: int, kernel_size: int) -> int:
    """Return how many layers of stride 1 one output needs to see ``field`` inputs at least."""
    return math.ceil((field - 1) / (kernel_size - 1))


CASES = tuple(
    case(field=field, kernel_size=kernel)
    for field, kernel in [
        (1, 3), (3, 3), (4, 3), (5, 3), (5, 2), (8, 4), (10, 4), (13, 5), (30, 7), (50, 9),
        (1000, 3),
    ]
)  # fmt: skip


def by_torch(torch: Any, field: int, kernel_size: int) -> int:
    torch, layers = torch, 0
    x, kernel = torch.empty(1, 1, field), torch.empty(1, 1, kernel_size)
    while x.shape[2] > 1:  # valid: what is left are the outputs that see different inputs
        missing = max(0, kernel_size - x.shape[2])
        x = torch.nn.functional.conv1d(torch.nn.functional.pad(x, (0, missing)), kernel)
        layers += 1
    return layers


def way(formula):
    return instead(lambda field, kernel_size: formula(field, kernel_size))


MISTAKES = (
    Mistake(
        "floor",
        "It rounds down: the last layer is missing where the division leaves a rest.",
        "With one layer too few the output does not see everything.",
        way(lambda f, k: (f - 1) // (k - 1)),
        way(lambda f, k: round((f - 1) / (k - 1))),
    ),
    Mistake(
        "ceil-missing",
        "The answer is a fraction of layers.",
        "Is half a layer enough? Round so that the field is reached.",
        way(lambda f, k: (f - 1) / (k - 1)),
    ),
    Mistake(
        "one-too-many",
        "It is one layer too many (at least where the division leaves no rest).",
        "Three inputs and a kernel of 3: how many layers?",
        way(lambda f, k: (f - 1) // (k - 1) + 1),
        way(lambda f, k: math.ceil((f - 1) / (k - 1)) + 1),
        way(lambda f, k: f // (k - 1) + 1),
    ),
    Mistake(
        "one-too-few",
        "It is one layer too few: the first layer is not counted.",
        "The first layer sees kernel_size inputs, and is a layer.",
        way(lambda f, k: math.ceil((f - 1) / (k - 1)) - 1),
        way(lambda f, k: math.ceil((f - k) / (k - 1))),
        way(lambda f, k: max(0, math.ceil((f - k) / (k - 1)))),
        way(lambda f, k: (f - k) // (k - 1)),
    ),
    Mistake(
        "plus-one-missing",
        "The position itself is not counted: no layer already sees 1.",
        "L layers see 1 + L (K - 1).",
        way(lambda f, k: f // (k - 1)),
        way(lambda f, k: f / (k - 1)),
    ),
    Mistake(
        "kernel-for-growth",
        "A layer is counted with its whole kernel; the window overlaps with what was seen.",
        "How much does the field grow from one layer of 3 to two?",
        way(lambda f, k: math.ceil(f / k)),
        way(lambda f, k: f // k),
        way(lambda f, k: f / k),
        way(lambda f, k: math.ceil((f - 1) / k)),
        way(lambda f, k: (f - 1) // k),
    ),
    Mistake(
        "per-side",
        "The layers are counted for one side, or for a growth by one.",
        "A layer adds to the field on both sides.",
        way(lambda f, k: math.ceil((f - 1) / (k // 2))),
        way(lambda f, k: f - 1),
        way(lambda f, k: f),
        way(lambda f, k: math.ceil((f - 1) / 2)),
    ),
    Mistake(
        "kernels-multiplied",
        "The field is taken to grow by a factor; each layer adds the same.",
        "Two layers of 3 see 5, three see 7.",
        way(lambda f, k: math.ceil(math.log(f, k) - 1e-9)),
        way(lambda f, k: math.ceil(math.log(f) / math.log(k))),
    ),
)


def recipe(draw, field, kernel_size):
    return {"field": field, "kernel_size": kernel_size}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "field",
            5,
            "the field is not 5",
            (1, "the field is 1"),
            (4, "the field is even"),
            (10, "the field is even"),
            (31, "the field is more than 10"),
            (496, "the field is more than 10"),
        ),
        factor(
            "kernel_size",
            3,
            "the kernel size is not 3",
            (2, "the kernel size is even"),
            (4, "the kernel size is even"),
            (7, "the kernel size is more than 3"),
            (20, "the kernel size is more than 3"),
        ),
    ),
    values=None,
    large=({"field": 10**12 + 4, "kernel_size": 8},),
)

EXERCISE = Exercise(
    layers_needed,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: dense_parameters."""

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


def dense_parameters(in_features: int, out_features: int) -> int:
    """Return how many numbers a dense layer learns: its weights and one bias an output."""
    return (in_features + 1) * out_features


CASES = tuple(
    case(in_features=inputs, out_features=outputs)
    for inputs, outputs in [(1, 1), (2, 1), (1, 3), (3, 2), (4, 10), (784, 10), (3072, 4704)]
)


def by_torch(torch: Any, in_features: int, out_features: int) -> int:
    return reference.count_parameters(torch.nn.Linear(in_features, out_features, device="meta"))


MISTAKES = (
    Mistake(
        *BIAS_MISSING,
        instead(lambda in_features, out_features: in_features * out_features),
    ),
    Mistake(
        "bias-per-input",
        "A bias is counted for each input; there should be one for each output.",
        "The bias is added to the sum, and there is one sum for each output.",
        instead(lambda in_features, out_features: in_features * (out_features + 1)),
    ),
    Mistake(
        *ONE_BIAS,
        instead(lambda in_features, out_features: in_features * out_features + 1),
    ),
    Mistake(
        "sum-for-product",
        "The numbers of inputs and outputs are added; they should be multiplied. Every output is "
        "connected to every input.",
        "Draw 2 inputs, 3 outputs and all lines between them: how many lines?",
        instead(lambda in_features, out_features: in_features + out_features),
        instead(lambda in_features, out_features: in_features + 2 * out_features),
    ),
    Mistake(
        "bias-per-weight",
        "A bias is counted for each weight; there should be one for each output.",
        "The bias is added once, to the finished sum.",
        instead(lambda in_features, out_features: 2 * in_features * out_features),
    ),
    Mistake(
        "bias-as-output",
        "The 1 for the bias is added on both sides, to the inputs and to the outputs.",
        "The bias works like one more input that is always 1. There is no more output.",
        instead(lambda in_features, out_features: (in_features + 1) * (out_features + 1)),
    ),
    Mistake(
        "bias-twice",
        "Biases are counted for the inputs, too; only outputs should have one.",
        "A bias is added to a sum. How many sums are there?",
        instead(
            lambda in_features, out_features: (
                in_features * out_features + in_features + out_features
            )
        ),
    ),
)


def recipe(draw, in_features, out_features):
    return {"in_features": in_features, "out_features": out_features}


DOMAIN = Domain(
    recipe,
    (
        count_factor("in_features", 4, 1, 9, 4096),
        count_factor("out_features", 3, 1, 8, 1000),
    ),
    values=None,
    count=True,
    large=(
        {"in_features": 10**6 + 3, "out_features": 10**6 + 33},
        {"in_features": 10**6 + 3, "out_features": 10**11 + 3},
    ),
)

EXERCISE = Exercise(
    dense_parameters,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

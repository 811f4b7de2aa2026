"""Exercise: collapse_linear."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, then, where
from cnnhelpers.check.several import arrays


def collapse_linear(
    weight1: np.ndarray, bias1: np.ndarray, weight2: np.ndarray, bias2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return (weight, bias) of the one dense layer that does what two do one after the other.

    Layer 1 answers ``weight1 @ x + bias1``, with weight1 (D, C) and bias1 (D,); layer 2 has weight2
    (E, D) and bias2 (E,). There is no activation between them. Shapes: (E, C) and (E,).
    """
    return weight2 @ weight1, weight2 @ bias1 + bias2


CASES = (
    case(weight1=floats([2.0]), bias1=floats(3.0), weight2=floats([5.0]), bias2=floats(1.0)),
    case(
        weight1=floats([1.0, 2.0], [3.0, 4.0]),
        bias1=floats(1.0, -2.0),
        weight2=floats([0.0, 1.0], [1.0, 1.0]),
        bias2=floats(10.0, 20.0),
    ),
    case(weight1=whole(1, 3, 2), bias1=whole(2, 3), weight2=whole(3, 2, 3), bias2=whole(4, 2)),
    case(weight1=whole(5, 2, 4), bias1=halves(6, 2), weight2=halves(7, 3, 2), bias2=whole(8, 3)),
    case(weight1=halves(9, 3, 3), bias1=whole(10, 3), weight2=whole(11, 3, 3), bias2=halves(12, 3)),
    case(weight1=whole(13, 4, 1), bias1=whole(14, 4), weight2=whole(15, 1, 4), bias2=whole(16, 1)),
)


def by_torch(
    torch: Any, weight1: np.ndarray, bias1: np.ndarray, weight2: np.ndarray, bias2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Both layers of the origin are the bias; of one-hot inputs, less that, the columns."""
    first, start, second, end = reference.tensors([weight1, bias1, weight2, bias2])
    linear = torch.nn.functional.linear
    inputs = torch.cat([torch.eye(first.shape[1]), torch.zeros(1, first.shape[1])]).to(first)
    made = linear(linear(inputs, first, start), second, end).T
    return (made[:, :-1] - made[:, -1:]).numpy(), made[:, -1].numpy()


def biased(formula):
    """A way with the right weight and another bias."""
    return instead(
        lambda weight1, bias1, weight2, bias2: (
            weight2 @ weight1,
            formula(weight1, bias1, weight2, bias2),
        )
    )


def weighted(formula):
    """A way with the right bias and another weight."""
    return instead(
        lambda weight1, bias1, weight2, bias2: (
            formula(weight1, weight2),
            weight2 @ bias1 + bias2,
        )
    )


def both(weight, bias):
    """A way with another weight and another bias."""
    return instead(
        lambda weight1, bias1, weight2, bias2: (
            weight(weight1, weight2),
            bias(weight1, bias1, weight2, bias2),
        )
    )


def square(weight):
    return weight.shape[0] == weight.shape[1]


def backwards(one, two):
    return one @ two


MISTAKES = (
    Mistake(
        "order-of-product",
        "The weights are multiplied in the wrong order: weight1 @ weight2.",
        "Think of weight2 @ (weight1 @ x): what is applied first stands on the right.",
        weighted(backwards),
        both(backwards, lambda one, b1, two, b2: one @ b2 + b1),
        both(backwards, lambda one, b1, two, b2: one @ b1 + b2),
        both(backwards, lambda one, b1, two, b2: b1 @ two + b2),
        both(backwards, lambda one, b1, two, b2: b1 + b2),
        both(backwards, lambda one, b1, two, b2: b2),
    ),
    Mistake(
        "biases-added",
        "The first bias is added as it is. It should go through the second layer, too.",
        "Think of weight2 @ (weight1 @ x + bias1): what happens to bias1 when you open the "
        "bracket?",
        biased(lambda one, b1, two, b2: b1 + b2),
        biased(lambda one, b1, two, b2: b2 + b1.sum()),
    ),
    Mistake(
        "first-bias-missing",
        "The first bias is missing.",
        "Think of weight2 @ (weight1 @ x + bias1): what happens to bias1 when you open the "
        "bracket?",
        given(bias1=lambda b: 0 * b),
    ),
    Mistake(
        "second-bias-missing",
        "The second bias is missing.",
        "bias2 should be added at the end, as it is.",
        given(bias2=lambda b: 0 * b),
    ),
    Mistake(
        "no-bias",
        "The bias is 0. It should be made of the biases of the two layers.",
        "Think of weight2 @ (weight1 @ x + bias1) + bias2: which part does not depend on x?",
        biased(lambda one, b1, two, b2: 0 * b2),
    ),
    Mistake(
        "second-bias-through-a-layer",
        "bias2 is multiplied by a weight. It should be added after both layers.",
        "Only bias1 still has a layer before it.",
        biased(lambda one, b1, two, b2: two @ b1 + two @ b2),
        biased(lambda one, b1, two, b2: b1 + two @ b2),
        biased(lambda one, b1, two, b2: two @ (b1 + b2)),
    ),
    Mistake(
        "bias-through-both",
        "bias1 goes through both layers. It should be added after the first one.",
        "Only weight2 still comes after bias1.",
        biased(lambda one, b1, two, b2: two @ one @ b1 + b2),
    ),
    Mistake(
        "weight-transposed",
        "A weight is transposed: rows and columns are exchanged.",
        "A weight is (out, in), as in PyTorch: weight @ x.",
        weighted(lambda one, two: (two @ one).T),
        both(lambda one, two: (two @ one).T, lambda one, b1, two, b2: b1 + b2),
        weighted(lambda one, two: two.T @ one),
        weighted(lambda one, two: two @ one.T),
        given(weight2=lambda w: w.T),
        where(lambda a: square(a["weight2"]), given(weight2=lambda w: w.T)),
    ),
    Mistake(
        "elementwise",
        "The weights are combined element by element.",
        "You need the matrix product `@`: rows of weight2 with columns of weight1.",
        weighted(lambda one, two: one * two),
        weighted(lambda one, two: one + two),
        both(lambda one, two: one * two, lambda one, b1, two, b2: b1 * b2),
        both(lambda one, two: one * two, lambda one, b1, two, b2: b1 + b2),
        both(lambda one, two: one + two, lambda one, b1, two, b2: b1 + b2),
    ),
    Mistake(
        "bias-elementwise",
        "The first bias does not come through the second weight as it should.",
        "It should be weight2 @ bias1: each output adds up all numbers of bias1, each with its "
        "weight.",
        biased(lambda one, b1, two, b2: (two * b1).sum(axis=0) + b2),
        biased(lambda one, b1, two, b2: b1 @ two + b2),
        biased(lambda one, b1, two, b2: two.sum(axis=1) + b1 + b2),
    ),
    Mistake(
        "order-of-answer",
        "Weight and bias are returned in the wrong order.",
        "Return the weight first, then the bias.",
        then(lambda answer, a: (answer[1], answer[0])),
    ),
    Mistake(
        "bias-as-column",
        "The bias is a matrix. It should be one row of numbers.",
        "With a bias (D,), `weight2 @ bias1` has the shape (E,): no extra axis is needed.",
        then(lambda answer, a: (answer[0], answer[1][:, None])),
        then(lambda answer, a: (answer[0], answer[1][None])),
    ),
    Mistake(
        "rectified",
        "Negative values are cut off, as by a ReLU. There should be no ReLU between the layers.",
        "Leave the ReLU out: only without it do the layers collapse.",
        then(lambda answer, a: tuple(np.maximum(part, 0) for part in answer)),
        biased(lambda one, b1, two, b2: two @ np.maximum(b1, 0) + b2),
    ),
)  # fmt: skip


def recipe(draw, inputs, middle, outputs):
    return {
        "weight1": draw.array(middle, inputs),
        "bias1": draw.array(middle),
        "weight2": draw.array(outputs, middle),
        "bias2": draw.array(outputs),
    }


def width(name, plain, words):
    return factor(
        name,
        plain,
        f"the number of {words} is another",
        (1, f"the number of {words} is 1"),
        (5, f"the number of {words} is 5"),
    )


DOMAIN = Domain(
    recipe,
    (
        width("inputs", 3, "inputs"),
        width("middle", 2, "units between the layers"),
        width("outputs", 4, "outputs"),
    ),
    integers=("weight1", "bias1", "weight2", "bias2"),
)

EXERCISE = Exercise(
    collapse_linear,
    arrays("weight", "bias"),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

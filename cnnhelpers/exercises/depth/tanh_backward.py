"""Exercise: tanh_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Factor, Option, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead


def tanh_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x, given that of tanh(x): of the same shape, element by element."""
    return grad_output * (1 - np.tanh(x) ** 2)


CASES = (
    case(grad_output=floats(1.0, 10.0), x=floats(0.5, -1.0)),
    case(grad_output=floats([1.0, 10.0], [100.0, 200.0]), x=floats([0.0, -0.5], [1.0, 0.25])),
    case(grad_output=whole(1, 2, 3), x=halves(2, 2, 3) / 2),
    case(grad_output=whole(3, 5), x=whole(4, 5) / 4),
    case(grad_output=halves(5, 2, 2, 3, 2), x=halves(6, 2, 2, 3, 2)),
    case(grad_output=whole(7, 3, 3), x=halves(8, 3, 3) / 2),
    case(grad_output=whole(9, 2, 2), x=floats([-1000.0, 0.5], [1000.0, 2.0])),
)


def by_torch(torch: Any, grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    values, upstream = reference.tensors([x, grad_output])
    total = (torch.tanh(values.requires_grad_()) * upstream).sum()
    return torch.autograd.grad(total, values)[0].numpy()


def way(function):
    return instead(lambda grad_output, x: function(grad_output, x))


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def by_exponentials(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


MISTAKES = (
    Mistake(
        "x-for-tanh",
        "x itself is squared. It should be 1 - y² with y = tanh(x), the output.",
        "The rule 1 - y² is written with the *output* of tanh. Here you are given its input.",
        way(lambda g, x: g * (1 - x**2)),
    ),
    Mistake(
        "tanh-twice",
        "tanh is applied twice. It should be applied once.",
        "x is the input of tanh: compute y = tanh(x), then 1 - y².",
        way(lambda g, x: g * (1 - np.tanh(np.tanh(x)) ** 2)),
    ),
    Mistake(
        "square-missing",
        "tanh is not squared.",
        "It should be 1 - y², which is the same for y and -y.",
        way(lambda g, x: g * (1 - np.tanh(x))),
        way(lambda g, x: g * (1 - np.abs(np.tanh(x)))),
    ),
    Mistake(
        "square-inside",
        "x is squared before tanh. The square belongs to the result.",
        "Take tanh first, then the square: `np.tanh(x) ** 2`.",
        way(lambda g, x: g * (1 - np.tanh(x**2))),
    ),
    Mistake(
        "square-outside",
        "The whole bracket is squared, (1 - y)². Only y should be squared.",
        "It should be 1 - y², which is (1 - y)(1 + y).",
        way(lambda g, x: g * (1 - np.tanh(x)) ** 2),
    ),
    Mistake(
        "upstream-missing",
        "The gradient of the output is not used.",
        "Use the chain rule: multiply the derivative by `grad_output`.",
        way(lambda g, x: 1 - np.tanh(x) ** 2),
    ),
    Mistake(
        "upstream-inside",
        "The whole derivative should be multiplied by `grad_output`. Here it is not.",
        "Mind the brackets: grad_output · (1 - y²).",
        way(lambda g, x: g - np.tanh(x) ** 2),
        way(lambda g, x: 1 - g * np.tanh(x) ** 2),
        way(lambda g, x: g + 1 - np.tanh(x) ** 2),
    ),
    Mistake(
        "forward-for-backward",
        "`grad_output` is multiplied by tanh itself, not by its derivative.",
        "Where tanh is flat, nothing should pass: what is 1 - y² there?",
        way(lambda g, x: g * np.tanh(x)),
        way(lambda g, x: g * np.tanh(x) ** 2),
        way(lambda g, x: np.tanh(x)),
    ),
    Mistake(
        "arguments-exchanged",
        "The two arguments are exchanged.",
        "`grad_output` comes first. tanh should be applied to `x`.",
        way(lambda g, x: x * (1 - np.tanh(g) ** 2)),
    ),
    Mistake(
        "upstream-for-output",
        "`grad_output` is taken for the output of tanh.",
        "The output is tanh(x). `grad_output` says how the loss changes with it.",
        way(lambda g, x: 1 - g**2),
        way(lambda g, x: x * (1 - g**2)),
        way(lambda g, x: g * (1 - g**2)),
    ),
    Mistake(
        "derivative-of-sigmoid",
        "y(1 - y) belongs to the sigmoid.",
        "For tanh it is 1 - y², or (1 - y)(1 + y).",
        way(lambda g, x: g * np.tanh(x) * (1 - np.tanh(x))),
        way(lambda g, x: g * sigmoid(x) * (1 - sigmoid(x))),
    ),
    Mistake(
        "relu-for-tanh",
        "The gradient passes or not by the sign of x. This belongs to ReLU.",
        "tanh has a smooth derivative, 1 - y².",
        way(lambda g, x: g * (x > 0)),
    ),
    Mistake(
        "wrong-power",
        "The answer has the wrong power of 1 / cosh.",
        "1 - tanh² is (1 / cosh)², with the power 2.",
        way(lambda g, x: g / np.cosh(x)),
        way(lambda g, x: g * np.cosh(x) ** 2),
        way(lambda g, x: g * (1 + np.tanh(x) ** 2)),
    ),
    Mistake(
        "overflow",
        "Large x overflow: e to the 1000 is infinite in floating point.",
        "`np.tanh(x)` can handle large numbers.",
        way(lambda g, x: g * (1 - by_exponentials(x) ** 2)),
        way(lambda g, x: g * (1 - ((np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)) ** 2)),
    ),
    Mistake(
        "summed",
        "The gradients are added up. Each x should have its own.",
        "Work element by element: the answer has the shape of x.",
        way(lambda g, x: np.sum(g * (1 - np.tanh(x) ** 2))),
        way(lambda g, x: np.sum(g * (1 - np.tanh(x) ** 2), axis=0)),
    ),
)


def quarters(random, shape):
    return random.integers(1, 9, shape) / 4


VALUES = Factor(
    "values",
    quarters,
    (
        Option(
            lambda r, shape: quarters(r, shape) * r.choice([-1.0, 1.0], shape),
            "some numbers are negative",
        ),
        Option(lambda r, shape: -quarters(r, shape), "all numbers are negative"),
        Option(lambda r, shape: r.integers(1, 60, shape) / 27, "the numbers are no quarters"),
        Option(lambda r, shape: quarters(r, shape) * 1e-9, "the numbers are very small"),
    ),
    "the numbers are other than quarters up to 2",
)


def recipe(draw, shape, reach):
    return {"grad_output": draw.array(*shape), "x": reach * draw.array(*shape)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (3, 4),
            "the arrays do not have two axes",
            ((5,), "the arrays are single rows"),
            ((2, 3, 2, 2), "the arrays have four axes"),
        ),
        factor("reach", 1, "x reaches into the thousands", (4000, "x reaches into the thousands")),
    ),
    values=VALUES,
    integers=("grad_output", "x"),
    linear=("grad_output",),
)

EXERCISE = Exercise(tanh_backward, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: relu_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead


def relu_backward(grad_output: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return the gradient of x, given that of ``relu(x)``; both have the shape of x.

    Where x is 0 the gradient is 0, as in PyTorch. Neither argument is changed.
    """
    return np.where(np.asarray(x) > 0, np.asarray(grad_output, float), 0.0)


CASES = (
    case(grad_output=floats(10.0, 20.0, 30.0), x=floats(-1.0, 0.0, 2.0)),
    case(grad_output=floats(3.0, -4.0, 5.0, -6.0), x=floats(2.0, 1.0, -1.0, -2.0)),
    case(
        grad_output=floats([1.0, -2.0, 3.0], [-4.0, 5.0, 0.0]),
        x=floats([0.5, -0.5, 0.0], [3.0, 0.0, 4.0]),
    ),
    case(grad_output=halves(1, 2, 3, 4), x=halves(2, 2, 3, 4)),
    case(grad_output=-np.abs(halves(3, 1, 2, 3, 5)), x=halves(4, 1, 2, 3, 5)),
)


def by_torch(torch: Any, grad_output: np.ndarray, x: np.ndarray) -> np.ndarray | None:
    return reference.gradients("relu", [x], grad_output)[0]


MISTAKES = (
    Mistake(
        "upstream-ignored",
        "It returns the mask of 0 and 1. The gradient that comes from above is missing.",
        "The chain rule multiplies what comes from above by the local derivative.",
        given(grad_output=np.ones_like),
    ),
    Mistake(
        "zero-lets-through",
        "Where x is exactly 0, the gradient passes. As in PyTorch, it should be 0 there.",
        "What comes out where x is exactly 0? The gradient should pass only where x is larger than "
        "0.",
        given(x=lambda x: np.where(x == 0, 1.0, x)),
    ),
    Mistake(
        "gated-by-gradient",
        "The gate looks at the gradient, not at x. This is the rule of the *deconvnet*, which "
        "makes pictures of a network, not gradients.",
        "Where x is positive, a negative gradient should pass, too. The sign of x alone decides.",
        instead(lambda grad_output, x: np.maximum(grad_output, 0.0)),
    ),
    Mistake(
        "gated-by-both",
        "The gate looks at x and at the gradient. This is *guided backpropagation*, which makes "
        "pictures of a network, not gradients.",
        "Where x is positive, a negative gradient should pass, too.",
        instead(lambda grad_output, x: np.where((x > 0) & (grad_output > 0), grad_output, 0.0)),
    ),
    Mistake(
        "gate-reversed",
        "The gradient passes where x is negative.",
        "Where x is negative the output is 0, whatever x is: it has no influence.",
        instead(lambda grad_output, x: np.where(x < 0, grad_output, 0.0)),
        instead(lambda grad_output, x: np.where(x <= 0, grad_output, 0.0)),
    ),
    Mistake(
        "multiplied-by-x",
        "The gradient is multiplied by numbers that come from x. It should be multiplied only by 1 "
        "or 0, the slope of ReLU.",
        "How much does the output grow when a positive x grows by 0.1?",
        instead(lambda grad_output, x: grad_output * np.maximum(x, 0)),
        instead(lambda grad_output, x: grad_output * x),
        instead(lambda grad_output, x: np.abs(x) * grad_output),
    ),
    Mistake(
        "divided-by-x",
        "The answer is nan where x is 0: there 0 is divided by 0.",
        "The gate needs no division: it is 1 where x is positive, 0 elsewhere.",
        instead(lambda grad_output, x: grad_output * (np.maximum(x, 0) / x)),
        instead(lambda grad_output, x: grad_output * (1 + np.abs(x) / x) / 2),
    ),
    Mistake(
        "x-for-zero",
        "Where x is negative it returns x itself. The gradient there should be 0.",
        "The negative side should hold 0, not a value of x.",
        instead(lambda grad_output, x: np.where(x > 0, grad_output, x)),
    ),
    Mistake(
        "forward-again",
        "It returns ReLU of x, which is the forward pass.",
        "You should return the gradient of x: `grad_output` where x is positive.",
        instead(lambda grad_output, x: np.maximum(x, 0.0)),
    ),
    Mistake(
        "gate-forgotten",
        "The whole gradient passes where x is negative, too.",
        "Where x is negative the output is 0, whatever x is: the gradient should end there.",
        instead(lambda grad_output, x: grad_output),
        instead(lambda grad_output, x: grad_output * np.sign(x)),
    ),
    Mistake(
        "leaky",
        "A part of the gradient passes where x is negative. This belongs to a leaky ReLU.",
        "The slope of ReLU is 0 for negative x.",
        *(
            instead(lambda grad_output, x, s=slope: np.where(x > 0, grad_output, s * grad_output))
            for slope in (0.01, 0.1, 0.2)
        ),
    ),
    Mistake(
        "zero-lets-half-through",
        "Where x is exactly 0, half of the gradient passes. As in PyTorch, it should be 0 there.",
        "What comes out where x is exactly 0? The gradient should pass only where x is larger than "
        "0.",
        instead(lambda grad_output, x: grad_output * (1 + np.sign(x)) / 2),
    ),
)


def recipe(draw: Any, shape: tuple[int, ...], zeros: bool) -> dict[str, Any]:
    grad_output, x = draw.array(*shape), draw.array(*shape)
    if zeros:
        x = np.where(draw.random.integers(0, 2, shape) == 1, x, 0.0)
    return {"grad_output": grad_output, "x": x}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (5,),
            "x is more than a row of 5 numbers",
            ((2, 3), "x has 2 axes"),
            ((2, 3, 4, 5), "x has 4 axes"),
            ((1,), "x is a single number"),
        ),
        factor("zeros", False, "x holds 0", (True, "x holds 0")),
    ),
    integers=("grad_output", "x"),
)

EXERCISE = Exercise(relu_backward, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

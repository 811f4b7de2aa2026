"""Exercise: linear_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.gradients import (
    GRADIENTS,
    VALUES_OF_LIKE_SIZE,
    batch_divided,
    bias_form_mistakes,
    bias_mistakes,
    negated,
    of,
    order_mistake,
    upstream_ignored,
)


def linear_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (grad_x, grad_weight, grad_bias) of the dense layer ``x @ weight.T + bias``.

    ``x`` is (N, in_features), ``weight`` (out_features, in_features) and ``grad_output``, the
    gradient that comes from above, (N, out_features). Each gradient has the shape of what it
    belongs to.
    """
    grad_output = np.asarray(grad_output, float)
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(axis=0)


CASES = (
    case(grad_output=floats([1.0, 10.0]), x=floats([2.0, 3.0, 4.0]), weight=whole(1, 2, 3)),
    case(
        grad_output=floats([1.0, 10.0], [100.0, 0.0], [0.0, 3.0]),
        x=floats([1.0, 2.0], [3.0, 4.0], [5.0, 6.0]),
        weight=floats([1.0, 2.0], [3.0, 4.0]),
    ),
    case(grad_output=whole(2, 4, 3), x=whole(3, 4, 5), weight=whole(4, 3, 5)),
    case(grad_output=halves(5, 3, 4), x=halves(6, 3, 2), weight=halves(7, 4, 2)),
    case(grad_output=whole(8, 2, 1), x=whole(9, 2, 3), weight=whole(10, 1, 3)),
    case(grad_output=halves(11, 5, 2), x=whole(12, 5, 1), weight=whole(13, 2, 1)),
)


def by_torch(torch: Any, grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray) -> tuple:
    bias = np.zeros(len(weight))
    return reference.gradients("linear", [x, weight, bias], grad_output)


def without_transpose(grad_output, x, weight):
    return grad_output @ weight.T, grad_output.T @ x, grad_output.sum(axis=0)


def of_one_row(row):
    """``grad_weight`` of one row of the batch alone, as a loop with ``=`` leaves it."""
    return of(1, lambda array, a: np.outer(a["grad_output"][row], a["x"][row]))


MISTAKES = (
    Mistake(
        "grad-weight-transposed",
        "`grad_weight` is transposed. It should have the shape of `weight`, (out_features, "
        "in_features).",
        "Which of the two factors must be transposed, so that out_features comes first?",
        of(1, lambda array, a: array.T),
    ),
    Mistake(
        "weight-transposed",
        "For `grad_x`, `grad_output` is multiplied by the transposed weight, which belongs to the "
        "forward pass.",
        "The forward pass multiplies by `weight.T`. The way back should not transpose: (N, out) "
        "times (out, in).",
        instead(without_transpose),
        of(0, lambda array, a: array.T),
    ),
    *bias_form_mistakes(2),
    bias_mistakes(2),
    *batch_divided("rows"),
    order_mistake(3),
    upstream_ignored(linear_backward),
    negated(),
    Mistake(
        "one-row-only",
        "Only one row of the batch counts in `grad_weight`.",
        "Every row of the batch has used the same weights, so the gradients of all rows should be "
        "added up.",
        of_one_row(0),
        of_one_row(-1),
    ),
    Mistake(
        "rows-averaged",
        "In `grad_x` the rows of the batch are put together. They should stay apart.",
        "Each row of x should have its own gradient: `grad_x` has the shape of x.",
        of(0, lambda array, a: array.sum(axis=0)),
        of(0, lambda array, a: array.mean(axis=0)),
        of(0, lambda array, a: np.zeros_like(array) + array.sum(axis=0)),
    ),
    Mistake(
        "output-in-gradient",
        "The output of the forward pass is used in a gradient, in place of what comes from above.",
        "The output of the layer should not occur in its gradients.",
        of(0, lambda array, a: (a["x"] @ a["weight"].T) @ a["weight"]),
        of(1, lambda array, a: (a["x"] @ a["weight"].T).T @ a["x"]),
    ),
)


def recipe(draw: Any, rows: int, inputs: int, outputs: int) -> dict[str, Any]:
    return {
        "grad_output": draw.array(rows, outputs),
        "x": draw.array(rows, inputs),
        "weight": draw.array(outputs, inputs),
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "rows",
            1,
            "there is more than one row",
            (2, "there are 2 rows"),
            (5, "there are 5 rows"),
        ),
        factor(
            "inputs",
            3,
            "there are not 3 inputs",
            (1, "there is 1 input"),
            (6, "there are 6 inputs"),
        ),
        factor(
            "outputs",
            3,
            "there are not as many outputs as inputs",
            (1, "there is 1 output"),
            (2, "there are 2 outputs"),
            (4, "there are 4 outputs"),
        ),
    ),
    values=VALUES_OF_LIKE_SIZE,
    integers=("grad_output", "x", "weight"),
)

EXERCISE = Exercise(
    linear_backward,
    arrays(*GRADIENTS),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
)

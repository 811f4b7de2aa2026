"""Exercise: residual_block_backward."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE
from cnnhelpers.check.mistake import Mistake, Way, instead, then
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.convolution import backward
from cnnhelpers.exercises.backpropagation.gradients import VALUES_OF_LIKE_SIZE, powers
from cnnhelpers.exercises.residual.pieces import CHANNELS, change, conv

Gradients = tuple[np.ndarray, np.ndarray, np.ndarray]
PARTS = ("grad_x", "grad_weight1", "grad_weight2")


def residual_block_backward(
    grad_output: np.ndarray, x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray
) -> Gradients:
    """Return (grad_x, grad_weight1, grad_weight2) of relu(F(x) + x).

    F is two 3×3 convolutions, padding 1, with a ReLU between them; ``x`` and ``grad_output`` are
    (N, C, H, W), the weights (C, C, 3, 3). A ReLU hands nothing on where its input is 0.
    """
    return passed_back(grad_output, x, weight1, weight2)


def passed_back(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight1: np.ndarray,
    weight2: np.ndarray,
    outer: Callable[..., Any] = lambda x, between, total: total > 0,
    middle: Callable[..., Any] = lambda x, between: between > 0,
    kept: Callable[..., Any] = lambda above, grad, grad_inner, x, between: above,
    sent: Callable[..., Any] = lambda grad_inner, above: grad_inner,
    joined: Callable[..., Any] = np.add,
) -> Gradients:
    """Return the gradients, with a place for each mistake.

    ``outer`` and ``middle`` are the gates of the two ReLU, ``kept`` is what the shortcut hands on,
    ``sent`` what goes into the inner ReLU from above, ``joined`` puts both ways together.
    """
    grad, x = np.asarray(grad_output, float), np.asarray(x, float)
    between = conv(x, weight1)
    total = change(x, weight1, weight2) + x
    above = grad * outer(x, between, total)
    grad_inner, grad_weight2, _ = backward(above, np.maximum(between, 0), weight2, padding=1)
    below = sent(grad_inner, above) * middle(x, between)
    through, grad_weight1, _ = backward(below, x, weight1, padding=1)
    return joined(through, kept(above, grad, grad_inner, x, between)), grad_weight1, grad_weight2


CASES = (
    case(
        grad_output=powers(1, 1, 1, 3),
        x=floats([[[1.0, -2.0, 3.0]]]),
        weight1=floats([[[0.0, 1.0, 0.0], [2.0, 1.0, -1.0], [0.0, 3.0, 1.0]]]),
        weight2=floats([[[1.0, 0.0, 1.0], [1.0, -1.0, 2.0], [0.0, 2.0, 0.0]]]),
    ),
    case(grad_output=whole(1, 1, 2, 3, 4), x=whole(2, 1, 2, 3, 4),
         weight1=whole(3, 2, 2, 3, 3), weight2=halves(4, 2, 2, 3, 3)),
    case(grad_output=whole(5, 2, 3, 4, 3), x=whole(6, 2, 3, 4, 3),
         weight1=halves(7, 3, 3, 3, 3) / 4, weight2=halves(8, 3, 3, 3, 3) / 4),
    case(grad_output=halves(9, 2, 1, 2, 5), x=whole(10, 2, 1, 2, 5),
         weight1=whole(11, 1, 1, 3, 3), weight2=whole(12, 1, 1, 3, 3)),
    case(grad_output=whole(13, 3, 2, 2, 3), x=halves(14, 3, 2, 2, 3),
         weight1=halves(15, 2, 2, 3, 3) / 4, weight2=halves(16, 2, 2, 3, 3) / 4),
    case(grad_output=whole(17, 1, 2, 3, 2), x=whole(18, 1, 2, 3, 2),
         weight1=np.zeros((2, 2, 3, 3)), weight2=halves(19, 2, 2, 3, 3)),
)  # fmt: skip


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, weight1: np.ndarray, weight2: np.ndarray
) -> Gradients:
    above, *given = reference.tensors([grad_output, x, weight1, weight2])
    x, first, second = (tensor.requires_grad_() for tensor in given)
    between = torch.nn.functional.conv2d(x, first, padding=1).relu()
    output = (torch.nn.functional.conv2d(between, second, padding=1) + x).relu()
    found = torch.autograd.grad((output * above).sum(), [x, first, second])
    return tuple(part.numpy() for part in found)


def way(**pieces: Any) -> Way:
    return instead(lambda **a: passed_back(**a, **pieces))


def exchanged_input(grad_output: Any, x: Any, weight1: Any, weight2: Any) -> Gradients:
    """The weights' gradients from the wrong inputs."""
    grads = passed_back(grad_output, x, weight1, weight2)
    above = grad_output * (change(x, weight1, weight2) + x > 0)
    return grads[0], grads[1], backward(above, x, weight2, padding=1)[1]


def input_before_relu(grad_output: Any, x: Any, weight1: Any, weight2: Any) -> Gradients:
    grads = passed_back(grad_output, x, weight1, weight2)
    above = grad_output * (change(x, weight1, weight2) + x > 0)
    return grads[0], grads[1], backward(above, conv(x, weight1), weight2, padding=1)[1]


def reordered(*order: int) -> Way:
    return then(lambda answer, a: tuple(answer[index] for index in order))


MISTAKES = (
    Mistake(
        "identity-forgotten",
        "In `grad_x` the part that comes back through the shortcut is missing.",
        "x is used twice on the way forward, so two gradients add up.",
        way(kept=lambda above, grad, grad_inner, x, between: 0 * above),
    ),
    Mistake(
        "only-identity",
        "`grad_x` is that of the shortcut alone: the part that comes back through F is missing.",
        "x is used twice on the way forward, so two gradients add up.",
        way(joined=lambda through, kept: kept),
    ),
    Mistake(
        "shortcut-not-gated",
        "The gradient of the shortcut does not pass the gate of the last ReLU; it should.",
        "The last ReLU comes after the sum: its gate holds for both ways.",
        way(kept=lambda above, grad, grad_inner, x, between: grad),
    ),
    Mistake(
        "shortcut-gated-inside",
        "On the shortcut the gradient passes a gate that is not on it.",
        "Between the sum and x there is nothing on the shortcut, not a ReLU and not a weight.",
        way(kept=lambda above, grad, grad_inner, x, between: above * (between > 0)),
        way(kept=lambda above, grad, grad_inner, x, between: above * (x > 0)),
        way(kept=lambda above, grad, grad_inner, x, between: grad * (x > 0)),
        way(kept=lambda above, grad, grad_inner, x, between: grad * (between > 0)),
    ),
    Mistake(
        "last-relu-ignored",
        "The gradient ignores the gate of the last ReLU.",
        "Where the output is 0, nothing should come back.",
        way(outer=lambda x, between, total: 1.0),
    ),
    Mistake(
        "inner-relu-ignored",
        "The gradient ignores the gate of the ReLU between the convolutions.",
        "Where this ReLU gives 0, no gradient should go back to the first convolution.",
        way(middle=lambda x, between: 1.0),
    ),
    Mistake(
        "both-relu-ignored",
        "The gradient ignores the gates of both ReLUs.",
        "Each ReLU is a gate that its own input opens.",
        way(outer=lambda x, between, total: 1.0, middle=lambda x, between: 1.0),
    ),
    Mistake(
        "gate-of-another",
        "A ReLU's gate is taken from another array; it should be taken from the one that went "
        "into it.",
        "The last ReLU reads F(x) + x; the inner one reads what the first convolution gives.",
        way(outer=lambda x, between, total: total - x > 0),
        way(outer=lambda x, between, total: x > 0),
        way(middle=lambda x, between: x > 0),
        way(outer=lambda x, between, total: between > 0),
    ),
    Mistake(
        "open-at-zero",
        "A ReLU hands the gradient on where its input is 0; it should not.",
        "Open where the input is *greater* than 0, as in PyTorch.",
        way(outer=lambda x, between, total: total >= 0),
        way(middle=lambda x, between: between >= 0),
        way(
            outer=lambda x, between, total: total >= 0,
            middle=lambda x, between: between >= 0,
        ),
    ),
    Mistake(
        "identity-twice",
        "The shortcut's gradient is added twice.",
        "There is one shortcut, so it should be one summand.",
        way(kept=lambda above, grad, grad_inner, x, between: 2 * above),
    ),
    Mistake(
        "identity-from-inside",
        "The shortcut leads a gradient to the wrong place; it should lead from the sum to x.",
        "Where does the shortcut begin, on the way forward?",
        way(
            kept=lambda above, grad, grad_inner, x, between: 0 * above,
            sent=lambda grad_inner, above: grad_inner + above,
        ),
        way(sent=lambda grad_inner, above: grad_inner + above),
        way(kept=lambda above, grad, grad_inner, x, between: grad_inner),
    ),
    Mistake(
        "product-for-sum",
        "The gradients of the two ways are multiplied; they should be added.",
        "Along a way factors are multiplied; different ways are added.",
        way(joined=np.multiply),
    ),
    Mistake(
        "difference-for-sum",
        "One of the gradients of the two ways is subtracted; they should be added.",
        "Different ways add up.",
        way(joined=np.subtract),
        way(joined=lambda through, kept: kept - through),
    ),
    Mistake(
        "weight-gradient-of-another",
        "`grad_weight2` is not made with what the second convolution has read.",
        "The gradient of a weight is what comes from above times what the convolution has *read*: "
        "after the inner ReLU.",
        instead(exchanged_input),
        instead(input_before_relu),
    ),
    Mistake(
        "order-of-gradients",
        "The gradients are returned in another order.",
        "The order should be that of the arguments: grad_x, grad_weight1, grad_weight2.",
        reordered(0, 2, 1),
        reordered(1, 2, 0),
        reordered(2, 1, 0),
        reordered(1, 0, 2),
        reordered(2, 0, 1),
    ),
    Mistake(
        "upstream-ignored",
        "`grad_output`, the gradient from above, is not used.",
        "The chain rule multiplies: what comes from above times the local derivative.",
        instead(lambda **a: passed_back(**(a | {"grad_output": np.ones_like(a["grad_output"])}))),
    ),
    Mistake(
        "divided-by-batch",
        "Gradients are divided by the number of images; they should not be.",
        "Where the loss is a mean, its own gradient holds the 1 / N already.",
        then(lambda answer, a: tuple(part / len(a["x"]) for part in answer)),
        then(lambda answer, a: (answer[0], *(part / len(a["x"]) for part in answer[1:]))),
    ),
    Mistake(
        "wrong-sign",
        "The gradients have the wrong sign.",
        "A gradient says in which direction the loss grows; the minus belongs to the step.",
        then(lambda answer, a: tuple(-part for part in answer)),
    ),
)


def recipe(draw: Any, batch: int, channels: int, image: tuple[int, int]) -> dict[str, Any]:
    return {
        "grad_output": draw.array(batch, channels, *image),
        "x": draw.array(batch, channels, *image),
        "weight1": draw.array(channels, channels, 3, 3) / 16,
        "weight2": draw.array(channels, channels, 3, 3) / 16,
    }


def without_ties(a: Any) -> bool:
    """Whether no sum is so near to 0 that rounding decides whether its gate is open."""
    sums = (conv(a["x"], a["weight1"]), change(a["x"], a["weight1"], a["weight2"]) + a["x"])
    return all(np.abs(each).min() > 1e-6 * np.abs(each).max() for each in sums)


DOMAIN = Domain(
    recipe,
    (BATCH, CHANNELS, IMAGE),
    values=VALUES_OF_LIKE_SIZE,
    integers=("grad_output", "x"),
    linear=("grad_output",),
    accepts=without_ties,
)

EXERCISE = Exercise(
    residual_block_backward,
    arrays(*PARTS),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

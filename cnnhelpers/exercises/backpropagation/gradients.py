"""What the exercises on backward passes share: their answers, and mistakes with them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import numpy as np

from cnnhelpers.check.domain import VALUES, Factor
from cnnhelpers.check.mistake import Mistake, Way, given, then

GRADIENTS = ("grad_x", "grad_weight", "grad_bias")
POWERS = (1.0, 10.0, 100.0, 1000.0)
# Some gradients are products of two arrays, others sums of one: beside very small or very large
# numbers the one kind would vanish beside the other.
VALUES_OF_LIKE_SIZE = Factor(
    "values", VALUES.plain, (*VALUES.others[:3], VALUES.others[-1]), VALUES.words
)


def powers(*shape: int) -> np.ndarray:
    """Return 1, 10, 100, 1000 in order, so that each digit of a sum names what it comes from."""
    count = int(np.prod(shape))
    return np.array([POWERS[place] for place in range(count)]).reshape(shape)


def of(index: int, change: Callable[[np.ndarray, dict], Any]) -> Way:
    """A mistake in one of the arrays that are returned: ``change(array, arguments)``."""

    def spoil(answer: tuple, a: dict) -> tuple:
        return (*answer[:index], change(answer[index], a), *answer[index + 1 :])

    return then(spoil)


def taken(index: int, other: Callable[..., Any], course: Callable) -> Way:
    """A mistake that computes one of the arrays from changed arguments: ``other(**arguments)``."""
    return of(index, lambda array, a: course(**(a | other(a)))[index])


def order_mistake(count: int) -> Mistake:
    """The arrays come in another order."""
    names = ", ".join(GRADIENTS[:count])

    def reordered(order: tuple[int, ...]) -> Way:
        return then(lambda answer, a: tuple(answer[index] for index in order))

    return Mistake(
        "order-of-gradients",
        "The gradients are right, but they are returned in another order.",
        f"The order is that of the arguments: {names}.",
        *(reordered(order) for order in permutations(range(count)) if order != tuple(range(count))),
    )


def negated() -> Mistake:
    """All gradients, or some of them, have the wrong sign."""
    return Mistake(
        "wrong-sign",
        "The gradients have the wrong sign.",
        "A gradient says in which direction the loss grows. The minus belongs to the step that "
        "the optimiser takes.",
        then(lambda answer, a: tuple(-array for array in answer)),
        of(0, lambda array, a: -array),
        of(1, lambda array, a: -array),
    )


def upstream_ignored(course: Callable, *more: Way) -> Mistake:
    """The gradient from above is taken for ones, in one of the arrays or in all."""

    def ones(a: dict) -> dict:
        return {"grad_output": np.ones_like(a["grad_output"])}

    return Mistake(
        "upstream-ignored",
        "The gradient that comes from above, `grad_output`, is not used everywhere: a local "
        "derivative stands alone.",
        "The chain rule multiplies what comes from above by the local derivative.",
        given(grad_output=np.ones_like),
        taken(0, ones, course),
        taken(1, ones, course),
        *more,
    )


def batch_divided(what: str = "images") -> tuple[Mistake, ...]:
    """Gradients are divided by the size of the batch: all, those of the parameters, or one."""

    def by_images(array: np.ndarray, a: dict) -> np.ndarray:
        return array / len(a["x"])

    hint = (
        "Where the loss is a mean, its own gradient already holds the 1 / N. A layer should only "
        "sum."
    )
    every = then(lambda answer, a: tuple(by_images(array, a) for array in answer))
    parameters = then(lambda answer, a: (answer[0], *(by_images(array, a) for array in answer[1:])))
    slug, tail = "divided-by-batch", f"divided by the number of {what}. Only sums are asked for."
    return (
        Mistake(slug, f"Each of the gradients is {tail}", hint, every),
        Mistake(f"parameters-{slug}", f"The parameters' gradients are {tail}", hint, parameters),
        Mistake(f"grad-x-{slug}", f"`grad_x` is {tail}", hint, of(0, by_images)),
        Mistake(f"grad-weight-{slug}", f"`grad_weight` is {tail}", hint, of(1, by_images)),
    )


def bias_form_mistakes(axes: int) -> tuple[Mistake, ...]:
    """The gradient of the bias is made of the right numbers: of their mean, or with more axes."""
    rest = (0, *range(2, axes))
    return (
        Mistake(
            "bias-keeps-axes",
            "`grad_bias` has an axis too many. It should have the shape of the bias.",
            "If you sum with `keepdims=True`, an axis of length 1 stays for each axis that is "
            "summed. Leave it out.",
            of(2, lambda array, a: a["grad_output"].sum(axis=rest, keepdims=True)),
            of(2, lambda array, a: array[:, None]),
        ),
        Mistake(
            "bias-averaged",
            "`grad_bias` is a mean. It should be a sum.",
            "Each output gets the bias in full, so each should give its gradient in full.",
            of(2, lambda array, a: a["grad_output"].mean(axis=rest)),
        ),
    )


def bias_mistakes(axes: int) -> Mistake:
    """The gradient of the bias (one number a channel) is summed over the wrong axes.

    ``axes`` is how many axes ``grad_output`` has; axis 1 is that of the channels.
    """
    rest = tuple(range(2, axes))
    places = tuple(range(1, axes - 1))  # the same axes, in one image
    words = "images and places" if rest else "rows of the batch"
    ways = [
        of(2, lambda array, a: a["grad_output"]),
        of(2, lambda array, a: a["grad_output"].sum()),
        of(2, lambda array, a: np.ones_like(array)),
        of(2, lambda array, a: np.zeros_like(array)),
    ]
    if rest:
        ways += [
            of(2, lambda array, a: a["grad_output"].sum(axis=0)),
            of(2, lambda array, a: a["grad_output"].sum(axis=rest)),
            of(2, lambda array, a: a["grad_output"][0].sum(axis=places)),
            of(2, lambda array, a: a["grad_output"].sum(axis=0).mean(axis=places)),
            of(2, lambda array, a: a["grad_output"].mean(axis=0).sum(axis=places)),
        ]
    else:
        ways += [
            of(2, lambda array, a: a["grad_output"].sum(axis=1)),
            of(2, lambda array, a: a["grad_output"][0]),
        ]
    return Mistake(
        "bias-summed-wrongly",
        f"`grad_bias` should be the sum of `grad_output` over all {words}, one number for each "
        "bias.",
        "A bias is added to many outputs. Where a value is copied, its gradients add up: which "
        "axes does the bias not have?",
        *ways,
    )

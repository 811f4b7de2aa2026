"""Exercise: kernel_gradient."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE, KERNEL
from cnnhelpers.check.families.arrays import flipped
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then
from cnnhelpers.exercises.correlation.plane import correlate, full


def kernel_gradient(x: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Return the gradient of ``sum((correlate2d(x, kernel) - target) ** 2)`` for the kernel.

    Shape: that of the kernel.
    """
    return correlate(x, 2 * (correlate(x, kernel) - np.asarray(target)))


CASES = (
    case(
        x=floats([1.0, 2.0], [4.0, 3.0]),
        kernel=floats([2.0]),
        target=floats([1.0, 0.0], [3.0, 2.0]),
    ),
    case(
        x=floats([1.0, 2.0, 0.0], [3.0, 1.0, 2.0], [2.0, 5.0, 1.0]),
        kernel=floats([1.0, 0.0], [2.0, -1.0]),
        target=floats([1.0, 3.0], [4.0, -2.0]),
    ),
    case(x=whole(1, 3, 4), kernel=whole(2, 2, 2), target=whole(3, 2, 3)),
    case(x=halves(4, 4, 5), kernel=halves(5, 2, 3), target=halves(6, 3, 3)),
    case(x=whole(7, 6, 5), kernel=whole(8, 3, 2), target=whole(9, 4, 4)),
)


def by_torch(torch: Any, x: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
    image, weight, wanted = reference.tensors([x, kernel, target])
    weight.requires_grad_(True)
    output = torch.nn.functional.conv2d(image[None, None], weight[None, None])[0, 0]
    return torch.autograd.grad(((output - wanted) ** 2).sum(), weight)[0].numpy()


def error(x, kernel, target):
    return correlate(x, kernel) - target


def of_input(x, kernel, target):
    return full(2 * error(x, kernel, target), flipped(kernel))


def of_one_sum(x, kernel, target):
    return np.full(kernel.shape, 2 * error(x, kernel, target).sum())


def loss(x, kernel, target):
    return (error(x, kernel, target) ** 2).sum()


def last_only(x, kernel, target):
    rows, cols = kernel.shape
    return 2 * error(x, kernel, target)[-1, -1] * x[-rows:, -cols:]


def nudged(step):
    """The loss after a step of one weight, minus the loss before it, divided by the step."""

    def slopes(answer, a):
        windows = sliding_window_view(a["x"], a["kernel"].shape)
        return answer + step * (windows**2.0).sum(axis=(0, 1))

    return then(slopes)


MISTAKES = (
    Mistake(
        "factor-two-missing",
        "The factor 2 is missing: the derivative of e² is 2e.",
        "Multiply the error map (or the answer) by 2.",
        then(lambda answer, a: answer / 2),
    ),
    Mistake(
        "wrong-sign",
        "The gradient points the other way: every value has the wrong sign.",
        "The error should be output minus target, in this order.",
        then(lambda answer, a: -answer),
    ),
    Mistake(
        "wrong-sign-and-two-missing",
        "The gradient points the other way, and the factor 2 is missing.",
        "The error should be output minus target, in this order, and the derivative of e² is 2e.",
        then(lambda answer, a: -answer / 2),
    ),
    Mistake(
        "target-ignored",
        "The target plays no part in the answer.",
        "Correlate `x` with the error: the output minus the target.",
        given_all(lambda a: {"target": np.zeros_like(a["target"])}),
        instead(lambda x, kernel, target: correlate(x, correlate(x, kernel))),
    ),
    Mistake(
        "output-ignored",
        "The output plays no part in the answer: the error is taken as if the kernel were all "
        "zeros.",
        "The error is the output of the kernel minus the target.",
        given(kernel=np.zeros_like),
    ),
    Mistake(
        "target-for-error",
        "It correlates with the target alone; it should correlate with the error.",
        "The error is the output minus the target.",
        instead(lambda x, kernel, target: correlate(x, target)),
        instead(lambda x, kernel, target: 2 * correlate(x, target)),
    ),
    Mistake(
        "sum-overwritten",
        "Only the last window counts in the answer.",
        "Collect the gradient with `+=`; `=` forgets what was there.",
        instead(last_only),
        instead(lambda x, kernel, target: last_only(x, kernel, target) / 2),
    ),
    Mistake(
        "error-squared",
        "The squared errors are correlated with `x`; the errors themselves should be.",
        "The derivative of e² is 2e: there is no square in it.",
        instead(lambda x, kernel, target: correlate(x, error(x, kernel, target) ** 2)),
        instead(lambda x, kernel, target: 2 * correlate(x, error(x, kernel, target) ** 2)),
    ),
    Mistake(
        "flipped-kernel",
        "It comes out as if something were turned by 180° on the way; nothing should be.",
        "Weight (u, v) should meet x[i + u, j + v]: turn neither kernel, error map nor gradient.",
        instead(lambda x, kernel, target: correlate(x, 2 * flipped(error(x, kernel, target)))),
        then(lambda answer, a: flipped(answer)),
        instead(
            lambda x, kernel, target: correlate(x, 2 * (correlate(x, flipped(kernel)) - target))
        ),
    ),
    Mistake(
        "nudged-to-one-side",
        "Each weight is nudged to one side only, but the loss is a curve, no straight line: the "
        "slope of the nudge is not the slope at the weight.",
        "The formula needs no nudge: correlate `x` with 2 × the error. With nudges, take as large "
        "a one to either side.",
        *(nudged(sign * step) for step in (1, 0.5, 0.1, 0.01, 1e-3, 1e-4) for sign in (1, -1)),
    ),
    Mistake(
        "averaged",
        "The gradient is divided by the number of outputs: the loss would be the mean of the "
        "squared errors. It should be their sum.",
        "Do not divide by the number of outputs.",
        then(lambda answer, a: answer / a["target"].size),
    ),
    Mistake(
        "averaged-and-two-missing",
        "The gradient is divided by the number of outputs, and the factor 2 is missing.",
        "The loss is a sum: do not divide. The derivative of e² is 2e.",
        then(lambda answer, a: answer / a["target"].size / 2),
    ),
    Mistake(
        "gradient-of-input",
        "It has the shape of `x`: that is the gradient of the image.",
        "The answer should have one number for each weight of the kernel.",
        instead(of_input),
    ),
    Mistake(
        "error-map-returned",
        "That is not yet the gradient: the errors are not correlated with `x`.",
        "Each weight should collect error × pixel at all positions: correlate `x` with the error.",
        instead(error),
        instead(lambda x, kernel, target: 2 * error(x, kernel, target)),
        instead(loss),
    ),
    Mistake(
        "pixels-ignored",
        "Every weight gets the same number: the sum of the errors.",
        "Each error should count times the pixel that the weight met there.",
        instead(of_one_sum),
    ),
)


def recipe(draw, image, kernel):
    (height, width), (rows, columns) = image, kernel
    return {
        "x": draw.array(*image),
        "kernel": draw.array(*kernel),
        "target": draw.array(height - rows + 1, width - columns + 1),
    }


DOMAIN = Domain(
    recipe,
    (IMAGE, KERNEL),
    integers=("x", "kernel", "target"),
    linear=("kernel", "target"),
    single=False,
)

EXERCISE = Exercise(kernel_gradient, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

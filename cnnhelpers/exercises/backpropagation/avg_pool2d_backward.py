"""Exercise: avg_pool2d_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, then
from cnnhelpers.exercises.backpropagation.pooling import (
    DOMAIN,
    averaged,
    by,
    cases,
    corner,
    routed,
    step_of,
    sum_mistakes,
    to_first,
    whole_to_all,
    window_mistakes,
)


def avg_pool2d_backward(
    grad_output: np.ndarray, x: np.ndarray, kernel_size: int, stride: int | None = None
) -> np.ndarray:
    """Return the gradient of x (N, C, H, W), given that of ``avg_pool2d(x, kernel_size, stride)``.

    ``grad_output`` is (N, C, H_out, W_out). ``kernel_size`` and ``stride`` are one number each;
    without a stride it is the kernel size.
    """
    a = {"grad_output": grad_output, "x": x, "kernel_size": kernel_size, "stride": stride}
    return routed(a, averaged)


CASES = cases()


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, kernel_size: int, **options: Any
) -> np.ndarray | None:
    return reference.gradients("avg_pool2d", [x], grad_output, kernel_size=kernel_size, **options)[
        0
    ]


def divided(count):
    """The whole gradient to each value, divided by something else."""
    return then(lambda answer, a: answer * a["kernel_size"] ** 2 / count(a))


def places(a):
    return np.prod(a["grad_output"].shape[2:])


MISTAKES = (
    Mistake(
        "not-divided",
        "Each value gets the whole gradient. It should get only its part of the average.",
        "An average of four values grows by a quarter of what one of them grows by.",
        by(whole_to_all),
        by(whole_to_all, add=False),
    ),
    Mistake(
        "wrong-count",
        "The gradients are divided by the wrong number.",
        "How many values are there in a window of 3 × 3?",
        divided(lambda a: a["kernel_size"]),
        divided(step_of),
        divided(lambda a: step_of(a) ** 2),
        divided(places),
        divided(lambda a: np.prod(a["x"].shape[2:])),
        divided(lambda a: a["kernel_size"] ** 4),
        divided(lambda a: a["x"][0].size),
    ),
    sum_mistakes(averaged),
    Mistake(
        "max-for-average",
        "One value of each window gets the whole gradient. All values of the window should get a "
        "part, because all have taken part in the average.",
        "Each value of a window has the same influence on its average.",
        by(to_first),
        by(corner),
    ),
    Mistake(
        "multiplied-by-x",
        "The gradient is multiplied by the values of x. The slope of an average does not depend on "
        "them.",
        "How much does the average of four values grow when one grows by 0.1?",
        then(lambda answer, a: answer * a["x"]),
    ),
    *window_mistakes(averaged),
)

EXERCISE = Exercise(avg_pool2d_backward, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

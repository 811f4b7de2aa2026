"""Exercise: numerical_gradient."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES, Domain, Factor, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then


def numerical_gradient(
    function: Callable[[np.ndarray], float], x: np.ndarray, step: float = 1e-5
) -> np.ndarray:
    """Return the gradient of ``function(x)``, one number, measured by central differences.

    Each number of x is moved by ``step`` to either side, alone, in float64 whatever the dtype of
    x. Shape: that of x, which is not changed.
    """
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[place] += step
        below[place] -= step
        gradient[place] = (function(above) - function(below)) / (2 * step)
    return gradient


@dataclass(frozen=True)
class Formula:
    """A function of x that can be printed, compared and recorded: by its text.

    It holds for arrays and tensors alike.
    """

    text: str
    function: Callable[[Any], Any] = field(compare=False)

    def __call__(self, x: Any) -> Any:
        return self.function(x)

    def __repr__(self) -> str:
        return f"({self.text})"

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return np.array([ord(letter) for letter in self.text], dtype=dtype)


SQUARES = Formula("sum of x ** 2", lambda x: (x**2).sum())
CUBES = Formula("sum of x ** 3", lambda x: (x**3).sum())
BOTH = Formula("sum(x) ** 2 / 4 - 3 * sum(x)", lambda x: x.sum() ** 2 / 4 - 3 * x.sum())
NEIGHBOURS = Formula(
    "sum of x and of products of neighbours",
    lambda x: (x[..., 1:] * x[..., :-1]).sum() + x.sum(),
)

# Central differences are exact for squares, so a wide step shows which differences they are.
CASES = (
    case(function=SQUARES, x=floats(1.0, 2.0), step=0.5),
    case(function=BOTH, x=np.array([3, 1, 1]), step=0.25),
    case(function=NEIGHBOURS, x=whole(1, 2, 3), step=0.5),
    case(function=BOTH, x=halves(2, 3, 2), step=0.125),
    case(function=CUBES, x=halves(3, 4)),
    case(function=CUBES, x=floats(1.5, -0.5).astype(np.float32), step=1e-4),
    # Its slopes are large: beside them it does not show that a number of x stays a step away.
    case(function=BOTH, x=2 * whole(4, 2, 1, 2, 3)),
)


def by_torch(torch: Any, function: Formula, x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    leaf = torch.tensor(np.asarray(x, float), requires_grad=True)
    return torch.autograd.grad(function(leaf), leaf)[0].numpy()


def moved(x, place, by):
    x = np.array(x, dtype=float)
    x[place] += by
    return x


def differences(measure):
    """``measure(function, x, place, step)`` for each number of x."""

    def made(function, x, step):
        x = np.asarray(x, float)
        return np.array(
            [measure(function, x, place, step) for place in np.ndindex(x.shape)]
        ).reshape(x.shape)

    return instead(made)


def forward(function, x, place, step):
    return (function(moved(x, place, step)) - function(x)) / step


def back(function, x, place, step):
    return (function(x) - function(moved(x, place, -step))) / step


def drifting(function, x, step, dtype=float, gradient_dtype=float):
    """x[place] is moved and not put back."""
    x, gradient = np.array(x, dtype=dtype), np.zeros(np.shape(x), gradient_dtype)
    for place in np.ndindex(x.shape):
        x[place] += step
        above = function(x)
        x[place] -= 2 * step
        gradient[place] = (above - function(x)) / (2 * step)
    return gradient


def drifting_up(function, x, step):
    """First below, then above, where x[place] stays."""
    x, gradient = np.array(x, dtype=float), np.zeros(np.shape(x))
    for place in np.ndindex(x.shape):
        x[place] -= step
        below = function(x)
        x[place] += 2 * step
        gradient[place] = (function(x) - below) / (2 * step)
    return gradient


def staying_above(function, x, step):
    """One-sided, and x[place] stays where it was moved to."""
    x, gradient = np.array(x, dtype=float), np.zeros(np.shape(x))
    for place in np.ndindex(x.shape):
        before = function(x)
        x[place] += step
        gradient[place] = (function(x) - before) / step
    return gradient


def all_at_once(function, x, step):
    x = np.asarray(x, float)
    return (function(x + step) - function(x - step)) / (2 * step)


def rows_at_once(function, x, step):
    """x[i] is a number only where x has one axis."""
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in range(len(x)):
        gradient[i] = (function(moved(x, i, step)) - function(moved(x, i, -step))) / (2 * step)
    return gradient


def in_own_dtype(function, x, step):
    """The step is lost where x holds whole numbers, and mostly in single precision."""
    gradient = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[place] = above[place] + step
        below[place] = below[place] - step
        gradient[place] = (function(above) - function(below)) / (2 * step)
    return gradient


def drifting_in_own_dtype(function, x, step):
    return drifting(function, x, step, x.dtype)


def drifting_in_one_dtype(function, x, step):
    """The gradient is made by ``np.zeros_like(x)``, too."""
    return drifting(function, x, step, x.dtype, x.dtype)


def all_in_own_dtype(function, x, step):
    """Steps and gradient: ``x.copy()`` and ``np.zeros_like(x)``."""
    return in_own_dtype(function, x, step).astype(x.dtype)


def of_one_number(function, x, place, step):
    """The function is given the number that is moved, and nothing else of x."""
    return (function(x[place] + step) - function(x[place] - step)) / (2 * step)


def in_dtype_of_x(function, x, step):
    return np.asarray(numerical_gradient(function, x, step), dtype=x.dtype)


MISTAKES = (
    Mistake(
        "one-sided",
        "The differences are one-sided. They should be central, because central ones are far more "
        "exact.",
        "Use (f(x + step) - f(x - step)) / (2 * step).",
        differences(forward),
        differences(back),
    ),
    Mistake(
        "divided-by-one-step",
        "The gradient is twice as large as it should be. From x - step to x + step it is two "
        "steps.",
        "Divide by `2 * step`.",
        then(lambda answer, a: 2 * answer),
    ),
    Mistake(
        "divided-by-two-only",
        "The difference is not divided by the step.",
        "A slope is a difference divided by the distance that x has moved: `2 * step`.",
        then(lambda answer, a: answer * a["step"]),
        then(lambda answer, a: answer * 2 * a["step"]),
        then(lambda answer, a: answer * a["step"] ** 2),
    ),
    Mistake(
        "x-not-put-back",
        "A number that was moved is not put back before the next one is moved.",
        "Keep the old value and write it back, or move a number in a fresh copy.",
        instead(drifting),
        instead(drifting_up),
        instead(staying_above),
        instead(drifting_in_own_dtype),
        instead(drifting_in_one_dtype),
    ),
    Mistake(
        "one-sided-over-two",
        "The difference is one-sided, but it is divided by two steps.",
        "Move x to both sides: f(x + step) - f(x - step). Where is x when the second value is "
        "measured?",
        then(lambda answer, a: answer / 2),
        differences(lambda *given: forward(*given) / 2),
        differences(lambda *given: back(*given) / 2),
    ),
    Mistake(
        "given-flat",
        "The function is given a flat array. It should get x in its own shape.",
        "Go through the places with `np.ndindex(x.shape)`, or give the copy its shape back.",
        instead(
            lambda function, x, step: numerical_gradient(function, np.ravel(x), step).reshape(
                np.shape(x)
            )
        ),
    ),
    Mistake(
        "given-one-number",
        "The function is given a single number of x. It should get the whole array, with one "
        "number of it moved.",
        "Move `x[place]` in a copy of x, and call the function with the copy.",
        differences(of_one_number),
    ),
    Mistake(
        "all-at-once",
        "All numbers of x are moved at once, which measures the sum of their gradients.",
        "Move one number, measure, put it back. Then go on to the next.",
        instead(lambda function, x, step: np.full(x.shape, all_at_once(function, x, step))),
        instead(all_at_once),
    ),
    Mistake(
        "rows-at-once",
        "Only the first axis of x is gone along: with more axes, all numbers of a row are moved at "
        "once. Each number should be moved alone.",
        "`x[i]` is one number only if x has one axis. With any number of axes, also with none, "
        "`np.ndindex(x.shape)` goes through the places of the numbers.",
        instead(rows_at_once),
    ),
    Mistake(
        "step-lost-in-dtype",
        "The step is taken in the dtype of x. Whole numbers cannot hold it, and float32 rounds it.",
        "Take the steps in a copy of x in float64: `np.array(x, dtype=float)`. The array for the "
        "gradient should hold float64, too, whatever x holds.",
        instead(in_own_dtype),
        instead(all_in_own_dtype),
    ),
    Mistake(
        "gradient-in-dtype-of-x",
        "The gradient is given in the dtype of x. Whole numbers cannot hold its fractions, and "
        "float32 rounds them.",
        "The array for the gradient should hold float64, whatever x holds.",
        instead(in_dtype_of_x),
    ),
    Mistake(
        "nothing-moved",
        "The gradient is 0 everywhere: the function is given the same numbers twice.",
        "`up = down = x.copy()` is one array with two names, where the two moves cancel. And what "
        "you write into `x.flatten()` does not change x: that is a new array.",
        then(lambda answer, a: np.zeros_like(answer)),
    ),
    Mistake(
        "wrong-sign",
        "The gradient has the wrong sign.",
        "Take the value above minus the value below.",
        then(lambda answer, a: -answer),
    ),
)


def recipe(draw: Any, shape: tuple[int, ...], function: Formula, step: float) -> dict[str, Any]:
    return {"function": function, "x": draw.array(*shape), "step": step}


# Beside numbers that are very small, or large, a step of a half is no small step.
VALUES_OF_MIDDLE_SIZE = Factor("values", VALUES.plain, VALUES.others[:3], VALUES.words)
DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (3,),
            "x is more than a row of 3 numbers",
            ((2, 3), "x has 2 axes"),
            ((1, 2, 1, 3), "x has 4 axes"),
            ((1,), "x is a single number"),
        ),
        factor(
            "function",
            SQUARES,
            "the function is another",
            (BOTH, "the function mixes them"),
            (CUBES, "the function has third powers, so that the result depends on the step"),
        ),
        factor("step", 0.5, "the step is less than a half", (0.25, "the step is a quarter")),
    ),
    integers=("x",),
    values=VALUES_OF_MIDDLE_SIZE,
    views=False,
)

EXERCISE = Exercise(
    numerical_gradient,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="those of PyTorch's autograd, as near as central differences come",
)

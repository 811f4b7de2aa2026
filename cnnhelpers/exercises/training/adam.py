"""Exercise: adam."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead, then
from cnnhelpers.check.several import arrays


def adam(
    parameter: np.ndarray,
    grad: np.ndarray,
    mean: np.ndarray,
    square: np.ndarray,
    step: int,
    lr: float = 0.001,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return a parameter, its mean and its square after one step, three new arrays.

    ``mean`` and ``square`` are running means of the gradient and of its square, with the weights
    ``betas`` for what was before. ``step`` counts from 1; since both means begin at 0, they are
    divided by ``1 - beta ** step``. Source: Kingma and Ba (2015), "Adam: a method for stochastic
    optimization"; eps is added after the root.
    """
    first, second = betas
    mean = first * np.asarray(mean) + (1 - first) * np.asarray(grad)
    square = second * np.asarray(square) + (1 - second) * np.asarray(grad) ** 2
    root = np.sqrt(square / (1 - second**step)) + eps
    return parameter - lr * (mean / (1 - first**step)) / root, mean, square


def _case(seed: int, shape: tuple[int, ...], step: int, make: Any = whole, **options: Any) -> Any:
    return case(
        parameter=make(seed, *shape),
        grad=make(seed + 1, *shape),
        mean=make(seed + 2, *shape),
        square=np.abs(make(seed + 3, *shape)),
        step=step,
        **options,
    )


# eps is large somewhere, or nobody would see where it stands; the two betas differ.
CASES = (
    case(
        parameter=floats(1.0, 2.0),
        grad=floats(3.0, -1.0),
        mean=floats(1.0, 2.0),
        square=floats(4.0, 1.0),
        step=2,
        lr=0.5,
        betas=(0.5, 0.75),
        eps=0.25,
    ),
    case(
        parameter=floats(1.0, -2.0, 0.5),
        grad=floats(4.0, -2.0, 1.0),
        mean=floats(0.0, 0.0, 0.0),
        square=floats(0.0, 0.0, 0.0),
        step=1,
        lr=0.125,
    ),
    _case(1, (2, 3), 3, lr=0.25, betas=(0.75, 0.5), eps=0.5),
    _case(5, (4,), 7, make=halves, lr=2.0),
    _case(9, (3, 1, 2, 4), 4, lr=0.5, betas=(0.25, 0.875), eps=1.0),
    _case(13, (5,), 2),
)


def by_torch(
    torch: Any,
    parameter: np.ndarray,
    grad: np.ndarray,
    mean: np.ndarray,
    square: np.ndarray,
    step: int,
    lr: float = 0.001,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
) -> tuple[np.ndarray, ...]:
    weight, slope, first, second = reference.tensors([parameter, grad, mean, square])
    optimiser = torch.optim.Adam([weight], lr=lr, betas=tuple(betas), eps=eps)
    optimiser.state[weight] = {
        "step": torch.tensor(float(step - 1)), "exp_avg": first, "exp_avg_sq": second,
    }  # fmt: skip
    weight.grad = slope
    optimiser.step()
    return weight.numpy(), first.numpy(), second.numpy()


def way(function: Any) -> Way:
    def wrong(**a: Any) -> Any:
        arrays = (np.asarray(a[name], float) for name in ("parameter", "grad", "mean", "square"))
        return function(*arrays, a["step"], a["lr"], *a["betas"], a["eps"])

    return instead(wrong)


def step_of(change: Any) -> Way:
    """Mean and square are right, the step is another function of them."""

    def wrong(
        w: Any, g: Any, m: Any, s: Any, t: int, lr: float, b1: float, b2: float, eps: float
    ) -> Any:
        mean, square = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g**2
        return w - lr * change(mean, square, t, b1, b2, eps, g, (m, s)), mean, square

    return way(wrong)


def means_of(change: Any) -> Way:
    """Mean and square are others, and the step follows them."""

    def wrong(
        w: Any, g: Any, m: Any, s: Any, t: int, lr: float, b1: float, b2: float, eps: float
    ) -> Any:
        mean, square = change(g, m, s, b1, b2)
        root = np.sqrt(square / (1 - b2**t)) + eps
        return w - lr * mean / (1 - b1**t) / root, mean, square

    return way(wrong)


def corrected_kept(
    w: Any, g: Any, m: Any, s: Any, t: int, lr: float, b1: float, b2: float, eps: float
) -> Any:
    mean = (b1 * m + (1 - b1) * g) / (1 - b1**t)
    square = (b2 * s + (1 - b2) * g**2) / (1 - b2**t)
    return w - lr * mean / (np.sqrt(square) + eps), mean, square


def corrected(values: Any, beta: float, step: int) -> Any:
    return values / (1 - beta**step)


MISTAKES = (
    Mistake(
        "correction-missing",
        "The two running means are not corrected for their start at 0, so the first steps have a "
        "wrong length.",
        "Divide the mean by 1 - beta1 to the power of `step`, and the square by the same with "
        "beta2.",
        given(step=lambda t: math.inf),  # what is left of the start then is nothing
    ),
    Mistake(
        "square-not-corrected",
        "The first mean is corrected for its start at 0, but the mean of the squares is not.",
        "Correct the mean of the squares, too, with its own beta.",
        step_of(lambda m, s, t, b1, b2, eps, g, old: corrected(m, b1, t) / (np.sqrt(s) + eps)),
    ),
    Mistake(
        "mean-not-corrected",
        "The mean of the squares is corrected for its start at 0, but the first mean is not.",
        "Correct the first mean, too, with its own beta.",
        step_of(lambda m, s, t, b1, b2, eps, g, old: m / (np.sqrt(corrected(s, b2, t)) + eps)),
    ),
    Mistake(
        "step-from-zero",
        "The correction uses another number of the step than `step`.",
        "The first step is 1. `step` is the right exponent as it comes.",
        given(step=lambda t: t + 1),
        given(step=lambda t: t - 1),
    ),
    Mistake(
        "step-ignored",
        "The correction is the same in every step. It should depend on `step`.",
        "`1 - beta ** step` comes nearer to 1 with every step.",
        given(step=lambda t: 1),
    ),
    Mistake(
        "eps-inside-root",
        "eps stands inside the root.",
        "First take the root of the corrected square, then add eps.",
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: (
                corrected(m, b1, t) / np.sqrt(corrected(s, b2, t) + eps)
            )
        ),
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: (
                corrected(m, b1, t) / np.sqrt(corrected(s + eps, b2, t))
            )
        ),
    ),
    Mistake(
        "eps-missing",
        "eps is not used.",
        "Without eps, a parameter that never had a gradient is divided by 0.",
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: corrected(m, b1, t) / np.sqrt(corrected(s, b2, t))
        ),
    ),
    Mistake(
        "root-before-correction",
        "The correction comes after eps was added, so eps is divided, too.",
        "Correct the square, take the root, add eps, in this order.",
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: (
                corrected(m, b1, t) / ((np.sqrt(s) + eps) / np.sqrt(1 - b2**t))
            )
        ),
    ),
    Mistake(
        "root-missing",
        "The mean is divided by the square itself. It should be divided by its root.",
        "The root brings the square back to the size of a gradient.",
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: corrected(m, b1, t) / (corrected(s, b2, t) + eps)
        ),
    ),
    Mistake(
        "betas-swapped",
        "The two betas are exchanged.",
        "The first beta belongs to the mean, the second to the square.",
        given(betas=lambda betas: tuple(betas)[::-1]),
    ),
    Mistake(
        "weights-reversed",
        "Old and new are exchanged in a running mean: beta should belong to what was before.",
        "Compute beta · old + (1 - beta) · new.",
        means_of(lambda g, m, s, b1, b2: ((1 - b1) * m + b1 * g, (1 - b2) * s + b2 * g**2)),
        means_of(lambda g, m, s, b1, b2: ((1 - b1) * m + b1 * g, b2 * s + (1 - b2) * g**2)),
        means_of(lambda g, m, s, b1, b2: (b1 * m + (1 - b1) * g, (1 - b2) * s + b2 * g**2)),
    ),
    Mistake(
        "new-comes-whole",
        "What is new is added whole, as in the velocity of SGD. A running mean should take only a "
        "share of it.",
        "Compute beta · old + (1 - beta) · new.",
        means_of(lambda g, m, s, b1, b2: (b1 * m + g, b2 * s + g**2)),
        means_of(lambda g, m, s, b1, b2: (b1 * m + g, b2 * s + (1 - b2) * g**2)),
        means_of(lambda g, m, s, b1, b2: (b1 * m + (1 - b1) * g, b2 * s + g**2)),
    ),
    Mistake(
        "gradient-not-squared",
        "The second mean takes the gradient as it is. It should take its square.",
        "Square the gradient, number by number.",
        means_of(lambda g, m, s, b1, b2: (b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * np.abs(g))),
    ),
    Mistake(
        "mean-squared",
        "The second mean takes the square of the first mean. It should take the square of the "
        "gradient.",
        "Square `grad`, not the mean.",
        means_of(
            lambda g, m, s, b1, b2: (
                b1 * m + (1 - b1) * g,
                b2 * s + (1 - b2) * (b1 * m + (1 - b1) * g) ** 2,
            )
        ),
    ),
    Mistake(
        "old-means",
        "The step uses a running mean from before this step.",
        "First compute both means, then make the step with the new ones.",
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: (
                corrected(old[0], b1, t) / (np.sqrt(corrected(s, b2, t)) + eps)
            )
        ),
        step_of(
            lambda m, s, t, b1, b2, eps, g, old: (
                corrected(m, b1, t) / (np.sqrt(corrected(old[1], b2, t)) + eps)
            )
        ),
    ),
    Mistake(
        "gradient-for-mean",
        "The step goes along the gradient. It should go along its running mean.",
        "The corrected mean is what you divide by the root.",
        step_of(lambda m, s, t, b1, b2, eps, g, old: g / (np.sqrt(corrected(s, b2, t)) + eps)),
    ),
    Mistake(
        "corrected-kept",
        "The corrected means are returned, so in the next step they are corrected again.",
        "Correct into new variables, and return the means as they were before the correction.",
        way(corrected_kept),
    ),
    Mistake(
        "uphill",
        "The step goes up instead of down.",
        "The gradient points to where the loss grows: subtract the step.",
        given_all(lambda a: {"lr": -a["lr"]}),
    ),
    Mistake(
        "defaults-wrong",
        "The rate of the call is not used.",
        "Use the argument `lr`.",
        given(lr=lambda lr: 0.001),
        given(lr=lambda lr: 1.0),
    ),
    Mistake(
        "order-of-answers",
        "The answers are returned in the wrong order.",
        "Return the parameter first, then the mean, then the square.",
        then(lambda answer, a: (answer[0], answer[2], answer[1])),
        then(lambda answer, a: (answer[1], answer[2], answer[0])),
    ),
)


def recipe(draw: Any, shape: tuple[int, ...], step: int, lr: Any, betas: Any, eps: Any) -> Any:
    arguments: dict[str, Any] = {name: draw.array(*shape) for name in ("parameter", "grad", "mean")}
    # At least as large as a gradient's square may leave it, so that nothing is divided by nearly 0.
    arguments["square"] = draw.array(*shape) ** 2 + arguments["grad"] ** 2
    arguments["step"] = step
    options = {"lr": lr, "betas": betas, "eps": eps}
    return arguments | {name: value for name, value in options.items() if value is not None}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "shape",
            (2, 3),
            "the arrays have another shape than 2×3",
            ((5,), "the arrays are single rows"),
            ((3, 2, 2, 4), "the arrays have four axes"),
        ),
        factor(
            "step", 3, "the step is another than 3", (1, "it is the first step"),
            (100, "it is step 100"),
        ),
        factor("lr", 0.5, "the rate is left out", (None, "the rate is left out")),
        factor(
            "betas", (0.5, 0.75), "the betas are others", (None, "the betas are left out"),
            ((0.9, 0.99), "the betas are 0.9 and 0.99"),
        ),
        factor("eps", 0.5, "eps is another", (None, "eps is left out"), (0.01, "eps is 0.01")),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    adam, arrays("parameter", "mean", "square"), CASES, by_torch, MISTAKES, domain=DOMAIN
)

"""Exercise: sgd_momentum."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, instead, then
from cnnhelpers.check.several import arrays


def sgd_momentum(
    parameter: np.ndarray, grad: np.ndarray, velocity: np.ndarray, lr: float, momentum: float = 0.9
) -> tuple[np.ndarray, np.ndarray]:
    """Return a parameter and its velocity after one step, two new arrays of the same shape.

    The velocity is ``momentum`` times what it was, plus the gradient; the parameter goes down by
    ``lr`` times the new velocity. As PyTorch's SGD, and unlike Sutskever et al. (2013), where the
    rate stands inside of the velocity.
    """
    velocity = momentum * np.asarray(velocity) + grad
    return parameter - lr * velocity, velocity


# The rate and the momentum are never 1, 0 or each other's complement to 1.
CASES = (
    case(
        parameter=floats(1.0, 2.0),
        grad=floats(4.0, -2.0),
        velocity=floats(8.0, 6.0),
        lr=0.25,
        momentum=0.5,
    ),
    case(
        parameter=floats(3.0, -1.0, 0.5),
        grad=floats(1.0, 2.0, -4.0),
        velocity=floats(0.0, 0.0, 0.0),
        lr=0.5,
    ),
    case(
        parameter=whole(1, 2, 3), grad=whole(2, 2, 3), velocity=whole(3, 2, 3), lr=0.125,
        momentum=0.75,
    ),
    case(parameter=halves(4, 5), grad=halves(5, 5), velocity=halves(6, 5), lr=0.0625),
    case(
        parameter=halves(7, 3, 1, 2, 4), grad=whole(8, 3, 1, 2, 4), velocity=whole(9, 3, 1, 2, 4),
        lr=2.0, momentum=0.25,
    ),
    case(
        parameter=whole(10, 4), grad=whole(11, 4), velocity=whole(12, 4), lr=0.25, momentum=0.0,
    ),
)  # fmt: skip


def by_torch(
    torch: Any,
    parameter: np.ndarray,
    grad: np.ndarray,
    velocity: np.ndarray,
    lr: float,
    momentum: float = 0.9,
) -> tuple[np.ndarray, ...]:
    weight, slope, speed = reference.tensors([parameter, grad, velocity])
    optimiser = torch.optim.SGD([weight], lr=lr, momentum=momentum)
    optimiser.state[weight]["momentum_buffer"] = speed
    weight.grad = slope
    optimiser.step()
    return weight.numpy(), (speed if momentum else slope).numpy()


def way(function: Any) -> Way:
    def wrong(**a: Any) -> Any:
        arrays = (np.asarray(a[name], float) for name in ("parameter", "grad", "velocity"))
        return function(*arrays, a["lr"], a["momentum"])

    return instead(wrong)


def velocity_of(change: Any) -> Way:
    """The velocity is another one, and the step follows it."""

    def wrong(w: Any, g: Any, v: Any, lr: float, m: float) -> Any:
        v = change(g, v, lr, m)
        return w - lr * v, v

    return way(wrong)


def step_of(change: Any) -> Way:
    """The velocity is right, the step is not."""

    def wrong(w: Any, g: Any, v: Any, lr: float, m: float) -> Any:
        new = m * v + g
        return change(w, g, v, new, lr, m), new

    return way(wrong)


def rate_inside(w: Any, g: Any, v: Any, lr: float, m: float) -> Any:
    v = m * v + lr * g
    return w - v, v


def falling_velocity(w: Any, g: Any, v: Any, lr: float, m: float) -> Any:
    v = m * v - lr * g
    return w + v, v


MISTAKES = (
    Mistake(
        "rate-inside-velocity",
        "The rate stands inside the velocity. As in PyTorch, the velocity should not contain it.",
        "Add the gradient to the velocity as it is. Use the rate only in the step.",
        way(rate_inside),
    ),
    Mistake(
        "rate-and-sign-inside-velocity",
        "The rate and its minus stand inside the velocity. As in PyTorch, the velocity should "
        "contain neither.",
        "Add the gradient to the velocity as it is. The rate and the minus belong in the step.",
        way(falling_velocity),
    ),
    Mistake(
        "rate-twice",
        "The rate is used twice, in the velocity and in the step.",
        "Use it once, in the step.",
        velocity_of(lambda g, v, lr, m: m * v + lr * g),
    ),
    Mistake(
        "dampened",
        "The gradient is multiplied by 1 - momentum, as in a running mean. As in PyTorch's SGD, "
        "all of it should be added.",
        "Compute momentum · velocity + gradient, without another factor.",
        velocity_of(lambda g, v, lr, m: m * v + (1 - m) * g),
    ),
    Mistake(
        "momentum-reversed",
        "The momentum is used in the wrong place. It should multiply the old velocity, and nothing "
        "else.",
        "What was before is multiplied by the momentum. What is new comes in whole.",
        velocity_of(lambda g, v, lr, m: v + m * g),
        velocity_of(lambda g, v, lr, m: (1 - m) * v + m * g),
        velocity_of(lambda g, v, lr, m: (1 - m) * v + g),
    ),
    Mistake(
        "momentum-on-both",
        "The momentum multiplies the sum of the old velocity and the gradient.",
        "Mind the brackets: only the old velocity should be multiplied.",
        velocity_of(lambda g, v, lr, m: m * (v + g)),
    ),
    Mistake(
        "momentum-ignored",
        "The old velocity is added as it is, without the momentum.",
        "Multiply the old velocity by `momentum`.",
        velocity_of(lambda g, v, lr, m: v + g),
    ),
    Mistake(
        "velocity-forgotten",
        "The old velocity is not used: each step knows only the present gradient.",
        "The new velocity is the old one, slowed down, plus the gradient.",
        velocity_of(lambda g, v, lr, m: g),
        velocity_of(lambda g, v, lr, m: m * g),
    ),
    Mistake(
        "gradient-for-velocity",
        "The step does not use the velocity: it goes along the gradient alone.",
        "Subtract the rate times the *velocity*.",
        step_of(lambda w, g, v, new, lr, m: w - lr * g),
    ),
    Mistake(
        "old-velocity",
        "The step uses the velocity from before.",
        "First compute the new velocity, then make the step with it.",
        step_of(lambda w, g, v, new, lr, m: w - lr * v),
    ),
    Mistake(
        "velocity-not-returned",
        "The old velocity is returned; it should be the new one.",
        "Return the new velocity: the next step begins with it.",
        way(lambda w, g, v, lr, m: (w - lr * (m * v + g), v)),
    ),
    Mistake(
        "uphill",
        "The step goes up instead of down.",
        "The gradient points to where the loss grows: subtract the step.",
        step_of(lambda w, g, v, new, lr, m: w + lr * new),
    ),
    Mistake(
        "velocity-sign",
        "The gradient comes into the velocity with the wrong sign.",
        "Add the gradient to the velocity, and subtract once, in the step.",
        velocity_of(lambda g, v, lr, m: m * v - g),
        way(lambda w, g, v, lr, m: (w + lr * (m * v - g), m * v - g)),
    ),
    Mistake(
        "nesterov",
        "This is Nesterov's variant: the step looks ahead by one more momentum.",
        "The plain step is the rate times the new velocity.",
        step_of(lambda w, g, v, new, lr, m: w - lr * (g + m * new)),
    ),
    Mistake(
        "rate-forgotten",
        "The step is the whole velocity, without the rate.",
        "Multiply the velocity by `lr` in the step.",
        step_of(lambda w, g, v, new, lr, m: w - new),
    ),
    Mistake(
        "parameter-multiplied",
        "The parameter itself is multiplied by a factor, as in weight decay. It should not be.",
        "The parameter should stay whole: only subtract the step.",
        step_of(lambda w, g, v, new, lr, m: m * w - lr * new),
        step_of(lambda w, g, v, new, lr, m: w * (1 - lr) - lr * new),
    ),
    Mistake(
        "step-for-parameter",
        "It returns the step. It should return the parameter after the step.",
        "Where does the parameter stand after the step?",
        step_of(lambda w, g, v, new, lr, m: lr * new),
        step_of(lambda w, g, v, new, lr, m: -lr * new),
    ),
    Mistake(
        "order-of-answers",
        "The two answers are returned in the wrong order. The parameter should come first, then "
        "the velocity.",
        "Return the parameter, then the velocity.",
        then(lambda answer, a: (answer[1], answer[0])),
    ),
)


def recipe(draw: Any, shape: tuple[int, ...], lr: float, momentum: Any) -> dict[str, Any]:
    names = ("parameter", "grad", "velocity")
    arguments: dict[str, Any] = {name: draw.array(*shape) for name in names}
    arguments["lr"] = lr
    if momentum is not None:
        arguments["momentum"] = momentum
    return arguments


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
        factor("lr", 0.125, "the rate is another one", (0.01, "the rate is 0.01")),
        factor(
            "momentum",
            0.75,
            "the momentum is another one",
            (None, "the momentum is left out"),
            (0.0, "the momentum is 0"),
            (0.99, "the momentum is 0.99"),
        ),
    ),
)

EXERCISE = Exercise(
    sgd_momentum, arrays("parameter", "velocity"), CASES, by_torch, MISTAKES, domain=DOMAIN
)

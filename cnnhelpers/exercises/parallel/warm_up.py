"""Exercise: warm_up."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Draw, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead


def warm_up(step: int, learning_rate: float, workers: int, warm_steps: int) -> float:
    """Return the learning rate of a step (0, 1, …) when n workers train on n batches at once.

    It begins with the ``learning_rate`` of one worker, climbs in a straight line to n times that in
    step ``warm_steps`` (1 or more), and stays there.
    """
    share = min(step / warm_steps, 1)
    return learning_rate * (1 + (workers - 1) * share)


CASES = (
    case(step=1, learning_rate=0.5, workers=3, warm_steps=2),
    case(step=0, learning_rate=0.1, workers=8, warm_steps=5),
    case(step=3, learning_rate=0.1, workers=8, warm_steps=5),
    case(step=5, learning_rate=0.1, workers=8, warm_steps=5),
    case(step=9, learning_rate=0.1, workers=8, warm_steps=5),
    case(step=2, learning_rate=0.02, workers=32, warm_steps=10),
    case(step=40, learning_rate=0.02, workers=32, warm_steps=10),
    case(step=4, learning_rate=0.3, workers=1, warm_steps=6),
    case(step=7, learning_rate=0.25, workers=16, warm_steps=8),
)


def by_torch(torch: Any, step: int, learning_rate: float, workers: int, warm_steps: int) -> float:
    weight = torch.nn.Parameter(torch.zeros(1))
    optimiser = torch.optim.SGD([weight], lr=learning_rate * workers)
    schedule = torch.optim.lr_scheduler.LinearLR(
        optimiser, start_factor=1 / workers, end_factor=1.0, total_iters=warm_steps
    )
    for _ in range(step):
        optimiser.step()
        schedule.step()
    return float(schedule.get_last_lr()[0])


def right(share: float, n: int) -> float:
    return 1 + (n - 1) * share


def capped(step: int, steps: int) -> float:
    return min(step / steps, 1)


def by(
    factor: Callable[[float, int], float] = right, share: Callable[[int, int], float] = capped
) -> Way:
    """A way with another factor of the learning rate, or another share of the way up."""

    def function(step: int, learning_rate: float, workers: int, warm_steps: int) -> float:
        return learning_rate * factor(share(step, warm_steps), workers)

    return instead(function)


MISTAKES = (
    Mistake(
        "not-scaled",
        "The learning rate stays that of one worker.",
        "With n batches at once, the learning rate should in the end be n times as large.",
        by(lambda share, n: 1),
    ),
    Mistake(
        "no-warm-up",
        "The learning rate is n times as large from the first step on.",
        "In step 0 it should be the learning rate of one worker.",
        by(lambda share, n: n),
    ),
    Mistake(
        "from-zero",
        "The learning rate begins at 0. It should begin with the learning rate of one worker.",
        "Draw a straight line from `learning_rate` to `workers * learning_rate`.",
        by(lambda share, n: n * share),
    ),
    Mistake(
        "from-the-first-step",
        "The line climbs from 0 to n times the learning rate, and one step of it is already done "
        "in step 0.",
        "Draw a straight line from `learning_rate` in step 0 to `workers * learning_rate`.",
        by(lambda share, n: n * share, lambda step, steps: min((step + 1) / steps, 1)),
    ),
    Mistake(
        "root-for-linear",
        "The factor at the end is √n. It should be n.",
        "The root belongs to another rule. Here the learning rate grows n times.",
        by(lambda share, n: 1 + (math.sqrt(n) - 1) * share),
        by(lambda share, n: math.sqrt(n)),
    ),
    Mistake(
        "climbs-on",
        "After the last step of the warm-up the learning rate goes on climbing.",
        "After the warm-up the share of the way stays 1: `min(step / warm_steps, 1)`.",
        by(share=lambda step, steps: step / steps),
    ),
    Mistake(
        "falls-back",
        "After the warm-up the learning rate falls back. It should stay.",
        "The learning rate stays where it arrived, at n times that of one worker.",
        by(share=lambda step, steps: step / steps if step <= steps else 0),
        by(share=lambda step, steps: step / steps if step < steps else 0),
        by(lambda share, n: right(share, n) if share <= 1 else 0, lambda step, steps: step / steps),
    ),
    Mistake(
        "one-step-off",
        "The learning rate arrives one step too early.",
        "Step 0 should have the learning rate of one worker, step `warm_steps` n times that.",
        given(step=lambda step: step + 1),
        by(share=lambda step, steps: min(step / max(1, steps - 1), 1)),
    ),
    Mistake(
        "one-step-late",
        "The learning rate arrives one step too late.",
        "Step 0 should have the learning rate of one worker, step `warm_steps` n times that.",
        given(step=lambda step: max(0, step - 1)),
        by(share=lambda step, steps: min(step / (steps + 1), 1)),
    ),
    Mistake(
        "doubling",
        "The learning rate is multiplied by the same factor in each step. It should rise along a "
        "straight line.",
        "Add the same amount in each step.",
        by(lambda share, n: n**share),
    ),
    Mistake(
        "n-added",
        "n times the learning rate is *added*, so it arrives at n + 1 times.",
        "The line should rise by n − 1 learning rates.",
        by(lambda share, n: 1 + n * share),
    ),
    Mistake(
        "without-learning-rate",
        "It returns the factor, without the learning rate.",
        "Multiply by `learning_rate`.",
        given(learning_rate=lambda rate: 1.0),
    ),
    Mistake(
        "divided",
        "The learning rate gets smaller with more workers.",
        "The gradient is a mean: with n batches it is as large as before, but there are n times "
        "fewer steps. So the learning rate should grow.",
        by(lambda share, n: 1 / right(share, n)),
        by(lambda share, n: right(share, n) / n),
        by(lambda share, n: 1 / n),
    ),
    Mistake(
        "step-and-length-exchanged",
        "`step` and `warm_steps` are exchanged.",
        "The share of the way is step / warm_steps.",
        by(share=lambda step, steps: min(steps / step, 1) if step else 1),
        by(share=lambda step, steps: min(1 - step / steps, 1) if step < steps else 0),
    ),
    Mistake(
        "rounded-down",
        "The share of the way is rounded down, so the rate jumps.",
        "Use `/`, not `//`.",
        by(share=lambda step, steps: min(step // steps, 1)),
    ),
)


def recipe(
    draw: Draw, step: str, learning_rate: float, workers: int, warm_steps: int
) -> dict[str, Any]:
    places = {"within": warm_steps // 2, "first": 0, "end": warm_steps, "later": 3 * warm_steps}
    if step == "within" and warm_steps == 1:
        raise Impossible
    return {
        "step": places[step],
        "learning_rate": learning_rate,
        "workers": workers,
        "warm_steps": warm_steps,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "step",
            "within",
            "the step is not within the warm-up",
            ("first", "it is step 0"),
            ("end", "the warm-up has just ended"),
            ("later", "the warm-up is long over"),
        ),
        factor("learning_rate", 0.1, "the learning rate is not 0.1", (0.004, "it is 0.004")),
        factor(
            "workers",
            4,
            "there are not 4 workers",
            (1, "there is a single worker"),
            (2, "there are 2 workers"),
            (256, "there are 256 workers"),
        ),
        factor(
            "warm_steps",
            5,
            "the warm-up does not have 5 steps",
            (1, "the warm-up has 1 step"),
            (500, "the warm-up has 500 steps"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(warm_up, DECIMAL, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: echo_weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then


def echo_weight(delay: int, loudness: float) -> np.ndarray:
    """Return the weight of a causal filter that adds to a signal its echo.

    The echo comes ``delay`` moments later, 1 or more, and is ``loudness`` times as loud. The weight
    has delay + 1 numbers; the first one is for now.
    """
    weight = np.zeros(delay + 1)
    weight[0], weight[delay] = 1, loudness
    return weight


CASES = (
    case(delay=1, loudness=0.5),
    case(delay=2, loudness=0.25),
    case(delay=5, loudness=0.5),
    case(delay=3, loudness=-0.5),
    case(delay=4, loudness=2.0),
    case(delay=7, loudness=0.75),
)


def by_torch(torch: Any, delay: int, loudness: float) -> np.ndarray:
    """What has to come of a click: itself, and later once more."""
    click = torch.zeros(delay + 1, dtype=torch.float64)
    click[0] = 1
    return (click + loudness * torch.roll(click, delay)).numpy()


def written(build: Callable[[int, float], Any]) -> Way:
    return instead(lambda delay, loudness: build(delay, loudness))


def with_first(first: float, delay: int, loudness: float) -> np.ndarray:
    return np.array([first, *[0.0] * (delay - 1), loudness])


MISTAKES = (
    Mistake(
        "reversed",
        "The echo stands first, so it would come before the sound.",
        "`weight[0]` should be for now, `weight[delay]` for `delay` moments ago.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "delay-off-by-one",
        "The echo comes a moment too late.",
        "`weight[0]` is for now, so `weight[delay]` is the last of delay + 1 numbers.",
        given(delay=lambda delay: delay + 1),
    ),
    Mistake(
        "echo-too-early",
        "The echo comes a moment too early.",
        "`weight[0]` is for now, so `weight[delay]` is the last of delay + 1 numbers.",
        written(lambda delay, loudness: with_first(1, delay - 1, loudness) if delay > 1
                else np.array([1 + loudness])),
        written(lambda delay, loudness: with_first(1, delay - 1, loudness) if delay > 1
                else np.array([loudness])),
    ),
    Mistake(
        "sound-missing",
        "Only the echo is there; the sound itself should be there, too.",
        "The filter *adds* the echo: the sound goes through with the weight 1.",
        written(lambda delay, loudness: with_first(0, delay, loudness)),
    ),
    Mistake(
        "loudness-changed",
        "The sound itself changes its loudness; only the echo should have another.",
        "`weight[0]` should be 1.",
        written(lambda delay, loudness: with_first(loudness, delay, loudness)),
        written(lambda delay, loudness: with_first(1 - loudness, delay, loudness)),
        then(lambda answer, a: answer / answer.sum()),
    ),
    Mistake(
        "as-loud",
        "The echo is as loud as the sound.",
        "The last weight should be `loudness`.",
        given(loudness=lambda loudness: 1.0),
    ),
    Mistake(
        "loudness-inverted",
        "The echo is divided by its loudness; it should be multiplied.",
        "Half as loud is times 0.5.",
        given(loudness=lambda loudness: 1 / loudness),
    ),
    Mistake(
        "sound-all-the-time",
        "Something sounds between the sound and its echo as well; there should be a single echo.",
        "Between the first weight and the last one there should be zeros.",
        written(lambda delay, loudness: loudness ** np.arange(delay + 1)),
        written(lambda delay, loudness: np.array([1.0, *[loudness] * delay])),
        written(lambda delay, loudness: np.array([*[1.0] * delay, loudness])),
        written(lambda delay, loudness: np.linspace(1, loudness, delay + 1)),
    ),
)  # fmt: skip


def recipe(draw, delay, times):
    return {"delay": delay, "loudness": times * draw.whole(1, 9) / 10}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "delay",
            5,
            "the delay is not 5",
            (1, "the delay is 1"),
            (2, "the delay is 2"),
            (8, "the delay is 8"),
        ),
        factor(
            "times",
            1,
            "the echo is not quieter than the sound",
            (20, "the echo is louder than the sound"),
            (-1, "the echo is turned over"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(
    echo_weight,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

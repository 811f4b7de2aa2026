"""Goals: what a reader tries to reach; each lights up when the picture shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any


@dataclass(frozen=True)
class Goal:
    """Something to try, and when it is reached.

    Args:
        words: what to try, as an order: "Make the output negative."
        reached: takes what the picture shows and returns whether that is it. The state is in it
            under the names of the controls, and the numbers under the names that the explorer's
            docstring lists: ``lambda seen: seen.output < 0``. It says what is to be seen, not where
            the sliders have to stand, so it gives nothing away.
        times: in how many different settings it has to be reached, for "in three ways". The
            position, such as the window, makes no setting different.

    Raises:
        TypeError: ``reached`` is no function, or ``times`` no whole number.
    """

    words: str
    reached: Callable[[Any], Any]
    times: int = 1

    def __post_init__(self) -> None:
        if not callable(self.reached) or not isinstance(self.times, int) or self.times < 1:
            raise TypeError(
                'Goal: write for example Goal("Make the output negative.", '
                "lambda seen: seen.output < 0), with times=3 for three different settings."
            )

    def page(self) -> dict[str, Any]:
        """Return what the page has to know."""
        return {"words": self.words, "times": self.times}


def reached(
    goals: Iterable[Goal], state: Mapping[str, Any], facts: Mapping[str, Any] | None
) -> list[int]:
    """Return which goals are reached where the explorer shows these facts (None: nothing)."""
    if facts is None:
        return []
    seen = SimpleNamespace(**{**state, **facts})
    return [index for index, goal in enumerate(goals) if goal.reached(seen)]


def checked(
    goals: Iterable[Goal], state: Mapping[str, Any], facts: Mapping[str, Any] | None, owner: str
) -> tuple[Goal, ...]:
    """Return the goals, each tried once, or raise in one sentence.

    Raises:
        TypeError: something is not a goal.
        ValueError: a goal cannot be told from what the explorer shows.
    """
    goals = tuple(goals)
    for goal in goals:
        if not isinstance(goal, Goal):
            raise TypeError(
                f"{owner}: goals holds {type(goal).__name__}; write each as explore.Goal(…)."
            )
        try:
            reached([goal], state, facts)
        except Exception as error:
            names = ", ".join(sorted({**state, **(facts or {})}))
            raise ValueError(
                f"{owner}: the goal {goal.words!r} fails with {type(error).__name__}: {error}. "
                f"A goal can ask for {names}."
            ) from None
    return goals

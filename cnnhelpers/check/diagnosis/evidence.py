"""Whether a condition holds for arguments that did not choose it.

They are drawn anew, as mixtures in which everything else differs, too: half of them with one of the
causes, half with none. So what goes along with a cause by chance comes apart from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from cnnhelpers.check.domain import Settings
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.trying import Clock, draw, try_one

EACH = 14  # arguments with a cause, and without
LEAST = 5  # of either side, or nothing is known
WRONG = 0.7  # of those with a cause; some are too small to show it
EACH_WRONG = 0.9  # where there are several causes: two of them may make up for each other
RIGHT = 0.9  # of those without
OFTEN = 0.35  # how often a factor is other than plain


def holds(
    exercise: Exercise, function: Callable[..., Any], causes: Sequence[Settings], clock: Clock
) -> bool:
    """Return whether answers are wrong with one of these settings, and right without any."""
    with_cause: list[bool] = []
    without: list[bool] = []
    held: list[tuple[Settings, bool]] = []
    random = np.random.default_rng(23)
    for turn in range(2 * EACH):
        if not clock.left:
            break
        settings = _mixture(exercise, random)
        if turn % 2:
            settings |= causes[turn // 2 % len(causes)]
        else:
            settings = _without(settings, causes)
        drawn = draw(exercise, settings, 700 + turn, by_position=turn % 4 < 2)
        if drawn is not None and drawn.expected.error is None:
            side = with_cause if turn % 2 else without
            side.append(try_one(exercise, function, drawn, clock).right)
            held += [(settings, side[-1])] if turn % 2 else []
    if min(len(with_cause), len(without)) < LEAST:
        return False
    if _made_up_for(held):
        return False
    wrong, right = with_cause.count(False), without.count(True)
    several = len({name for cause in causes for name in cause}) > 1
    least = EACH_WRONG if several else WRONG
    return wrong >= least * len(with_cause) and right >= RIGHT * len(without)


def _made_up_for(held: Sequence[tuple[Settings, bool]]) -> bool:
    """Return whether one more factor makes all right, and without it all is wrong.

    Then it is not the cause that counts, but how both go together: as many filters as channels.
    """
    for name in {name for settings, right in held if right for name in settings}:
        beside = [right for settings, right in held if name in settings]
        others = [right for settings, right in held if name not in settings]
        if len(beside) >= 2 and all(beside) and len(others) >= 2 and not any(others):
            return True
    return False


def _mixture(exercise: Exercise, random: np.random.Generator) -> Settings:
    return {
        factor.name: int(random.integers(1, len(factor.others) + 1))
        for factor in exercise.domain.all_factors
        if random.random() < OFTEN
    }


def _without(settings: Settings, causes: Sequence[Settings]) -> Settings:
    """Leave out what makes one of the causes whole."""
    for cause in causes:
        if cause.items() <= settings.items():
            name = next(iter(cause))
            settings = {other: n for other, n in settings.items() if other != name}
    return settings

"""The best of several tries: how far luck alone takes a network on a test set."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import line
from cnnhelpers.explore.kit.words import counted

DIGITS = ("200", "500", "2000", "10000")
LEFT, ACROSS, TOP, DOWN = 20, 560, 44, 150
NEVER = 1e-9  # a chance that no sum of them shows
SPAN = 4.5  # deviations to either side of the mean that are drawn


class LuckExplorer(Explorer):
    """See how many errors one network makes, and how few the best of several equal ones.

    All networks misread the same share of all digits; what differs is chance. The curves are exact:
    binomial for one network, and for the least of several independent ones.

    Args:
        goals: what to try. A goal can ask for share (true share of errors), expected (errors of
            one network on average), best (of the best one, on average), and gain (by how much the
            best looks better, as a share of ``expected``).
    """

    width = 600
    height = 240

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("digits", "test digits", DIGITS, "2000", menu=False),
            Slider("percent", "misread, in %", 1, 6, 2),
            Slider("tries", "tries", 1, 30, 1),
        ]
        super().__init__(controls, goals=goals)

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`LuckExplorer`."""
        total, percent, tries = int(state["digits"]), state["percent"], state["tries"]
        expected = total * percent / 100
        best = mean_of_least(total, percent, tries)
        return {
            "share": percent / 100,
            "expected": expected,
            "best": best,
            "gain": 1 - best / expected,
        }

    def draw(self, digits: str, percent: int, tries: int) -> Scene:
        """Return the scene of a state; see :class:`LuckExplorer`."""
        seen = self.facts(digits=digits, percent=percent, tries=tries)
        total, expected, best = int(digits), seen["expected"], seen["best"]
        placed = [
            Placed(_outline(total, percent, 1, "padding"), LEFT, TOP),
            Placed(_outline(total, percent, tries, "output"), LEFT, TOP),
            Placed(_axis(total, percent), LEFT, TOP + DOWN),
            Placed(line("grey, dashed: one network · green: the best of all tries", 12), LEFT, 18),
        ]
        networks = counted(tries, "network")
        phrases = (
            f"Each network misreads {percent} % of all digits, {expected:g} of {total:,} on "
            "average.",
            f"Of {networks}, the best misreads {best:.1f} on average: "
            f"{100 * seen['gain']:.0f} % fewer, by luck alone.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


@lru_cache(maxsize=64)
def chances(total: int, percent: int) -> tuple[float, ...]:
    """Return the binomial chances of 0 to ``total`` errors."""
    share = percent / 100
    logs = [
        math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1)
        + k * math.log(share) + (total - k) * math.log1p(-share)
        for k in range(total + 1)
    ]  # fmt: skip
    return tuple(math.exp(each) for each in logs)


@lru_cache(maxsize=4096)
def least(total: int, percent: int, tries: int) -> tuple[float, ...]:
    """Return the chances of the least of several such counts: P(min ≥ k) = P(one ≥ k) ** tries.

    It ends where more errors have no chance that counts.
    """
    one, found, above = chances(total, percent), [], 1.0
    for chance in one:
        beyond = max(0.0, above - chance)
        found.append(above**tries - beyond**tries)
        above = beyond
        if above < NEVER:
            break
    return tuple(found)


def mean_of_least(total: int, percent: int, tries: int) -> float:
    """Return how many errors the best of several networks makes on average."""
    return sum(k * chance for k, chance in enumerate(least(total, percent, tries)))


def _ends(total: int, percent: int) -> tuple[int, int]:
    middle, share = total * percent / 100, percent / 100
    wide = SPAN * math.sqrt(middle * (1 - share)) + 1
    return max(0, math.floor(middle - wide)), min(total, math.ceil(middle + wide))


@lru_cache(maxsize=4096)
def _outline(total: int, percent: int, tries: int, kind: str) -> Part:
    low, high = _ends(total, percent)
    found = least(total, percent, tries)[low : high + 1]
    step = ACROSS / len(found)
    top = max(found)
    path = f"M0 {DOWN}" + "".join(
        f"V{number(round(DOWN * (1 - each / top), 1))}H{number(round((place + 1) * step, 1))}"
        for place, each in enumerate(found)
    )
    look = ROLES[kind]
    dash = ' stroke-dasharray="5 3"' if kind == "padding" else ""
    return Part(
        f'<path d="{path}V{DOWN}z" fill="{look.fill}" fill-opacity="0.45" stroke="{look.edge}" '
        f'stroke-width="1.5"{dash}/>'
    )


@lru_cache(maxsize=64)
def _axis(total: int, percent: int) -> Part:
    low, high = _ends(total, percent)
    step = ACROSS / (high - low + 1)
    jump = max(1, round((high - low) / 8))
    parts = [f'<path d="M0 0H{ACROSS}" stroke="{QUIET}"/>']
    for count in range(low, high + 1, jump):
        x = number(round((count - low + 0.5) * step, 1))
        parts.append(f'<path d="M{x} 0v4" stroke="{QUIET}"/>')
        parts.append(f'<text x="{x}" y="17" font-size="12" fill="{PEN}">{count}</text>')
    parts.append(
        f'<text x="{ACROSS / 2}" y="36" font-size="12" fill="{QUIET}">errors on the test digits '
        "(heights: each curve by itself)</text>"
    )
    return Part("".join(parts))

"""A picture of cost against errors: which networks are worth what they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator, NullLocator

from cnnhelpers.draw.figure import (
    EDGE,
    FONT,
    RULE,
    SHARPNESS,
    WIDTH,
    Picture,
    as_picture,
    house_style,
    new_figure,
    points,
    say,
    sentence_of,
    sheet,
)  # fmt: skip
from cnnhelpers.draw.style import INK, QUIET, ROLES, WRONG, WRONG_INK

HEIGHT = 380
LEFT, RIGHT, ABOVE, BELOW = 62, 24, 40, 52
POWERS = (10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)


@house_style
def pareto(
    networks: Mapping[str, tuple[float, Sequence[float]]],
    front: Sequence[bool],
    *,
    xlabel: str = "MACs for a digit",
    ylabel: str = "errors of 1,000",
    budget: float | None = None,
    alt: str | None = None,
) -> Picture:
    """Draw networks by cost and errors, with a line through those that ``front`` marks.

    Args:
        networks: for each name its cost, and the errors of its seeds; the dot is their mean, the
            bar reaches from the fewest to the most.
        front: for each of them, whether it is on the Pareto front.
        budget: a cost at which a red line is drawn.
        alt: the sentence that says what the picture shows.

    Raises:
        ValueError: there is no network, ``front`` has another length, or a cost is not positive.
    """
    marks = [bool(each) for each in np.asarray(front).ravel()]
    if not networks or len(marks) != len(networks):
        raise ValueError(
            f"pareto: {len(networks)} networks and {len(marks)} marks of the front; give one mark "
            "for each network, and at least one network."
        )
    if any(cost <= 0 for cost, _ in networks.values()):
        raise ValueError("pareto: a cost is not positive, which has no place on its axis.")
    best = [name for name, mark in zip(networks, marks) if mark]
    sentence = sentence_of(alt, "pareto", lambda: f"On the Pareto front: {', '.join(best)}.")
    figure = new_figure(WIDTH, HEIGHT)
    words = sheet(figure)
    axes = figure.add_axes(
        (LEFT / WIDTH, BELOW / HEIGHT, (WIDTH - LEFT - RIGHT) / WIDTH,
         (HEIGHT - ABOVE - BELOW) / HEIGHT)
    )  # fmt: skip
    _prepare(axes, words, networks, xlabel, ylabel)
    if budget is not None:
        axes.axvline(budget, color=WRONG, linewidth=points(2), linestyle=(0, (6, 3)), zorder=2)
    line = sorted((cost, float(np.mean(errors))) for (cost, errors), mark
                  in zip(networks.values(), marks) if mark)  # fmt: skip
    axes.plot(*zip(*line), color=ROLES["output"].edge, linewidth=points(1.6), zorder=3)
    for (cost, errors), mark in zip(networks.values(), marks):
        look = ROLES["output" if mark else "padding"]
        mean = float(np.mean(errors))
        axes.plot([cost, cost], [min(errors), max(errors)], color=look.edge, linewidth=points(1.6),
                  zorder=3)  # fmt: skip
        axes.plot(cost, mean, "o" if mark else "s", color=look.fill, markersize=points(10),
                  markeredgecolor=look.edge, markeredgewidth=points(1.4), zorder=4)  # fmt: skip
    _name(words, axes, networks, marks)
    if budget is not None:
        x = axes.transData.transform((budget, 0))[0] / SHARPNESS
        say(words, x, ABOVE - 8, "budget", 12, color=WRONG_INK, weight="bold")
    return as_picture(figure, sentence)


def _prepare(axes: Any, words: Any, networks: Mapping[str, Any], xlabel: str, ylabel: str) -> None:
    costs = [cost for cost, _ in networks.values()]
    most = max(max(errors) for _, errors in networks.values())
    axes.set_xscale("log")
    axes.set(xlim=(min(costs) / 1.6, max(costs) * 2.2), ylim=(0, most * 1.08))
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color=EDGE, linewidth=points(1))
    axes.grid(color=RULE, linewidth=points(1), zorder=0)
    axes.set_axisbelow(True)
    axes.xaxis.set_major_locator(FixedLocator(POWERS))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{int(value):,}"))
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10], integer=True))
    axes.tick_params(color=EDGE, labelcolor=INK, labelsize=points(12), width=points(1),
                     labelfontfamily=FONT)  # fmt: skip
    say(words, 10, ABOVE - 22, ylabel, 13, ha="left", color=QUIET)
    say(words, LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 14, xlabel, 13, color=QUIET)


def _name(words: Any, axes: Any, networks: Mapping[str, Any], marks: Sequence[bool]) -> None:
    """Write the names beside the dots; one that would lie upon something moves up or down."""
    words.set_zorder(5)  # above the axes, whose background would cover the names
    dots = [axes.transData.transform((cost, float(np.mean(errors)))) / SHARPNESS
            for cost, errors in networks.values()]  # fmt: skip
    taken = [(x - 8, x + 8, HEIGHT - y) for x, y in dots]
    ordered = sorted(  # the front first, so that its names stand at its dots
        zip(networks.items(), marks), key=lambda one: (not one[1], -float(np.mean(one[0][1][1])))
    )
    for (name, (cost, errors)), mark in ordered:
        x, y = axes.transData.transform((cost, float(np.mean(errors)))) / SHARPNESS
        at, wide = HEIGHT - y, 7.2 * len(name)
        left = x + 10 if x + 10 + wide < WIDTH - 4 else x - 10 - wide
        middle = _free(taken, left, left + wide, at)
        taken.append((left, left + wide, middle))
        if abs(middle - at) > 10:  # a name that had to move is led back to its dot
            words.plot([x, left - 2], [at, middle], color=QUIET, linewidth=points(0.8))
        say(words, left, middle, name, 12, ha="left", color=INK if mark else QUIET,
            weight="bold" if mark else "normal",
            path_effects=[withStroke(linewidth=points(4), foreground="white")])  # fmt: skip


def _free(
    taken: Sequence[tuple[float, float, float]], left: float, right: float, wanted: float
) -> float:
    """Return the nearest height inside of the axes at which no other name stands."""
    steps = sorted(range(-HEIGHT, HEIGHT, 2), key=abs)
    for height in (wanted + step for step in steps):
        inside = ABOVE <= height <= HEIGHT - BELOW - 8
        met = any(left < b and a < right and abs(height - c) < 15 for a, b, c in taken)
        if inside and not met:
            return height
    return wanted

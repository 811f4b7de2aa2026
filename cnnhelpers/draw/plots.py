"""Curves and bars as PNG.

Colours come from the roles in :mod:`cnnhelpers.draw.style`; every series also has its own dash,
marker and label at its end.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullLocator

from cnnhelpers.draw.figure import (
    EDGE,
    FONT,
    MARGIN,
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
    short,
)
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.style import INK, QUIET, ROLES

MARKED = 20  # numbers of a line, at most, on which markers stand
LABEL = 0.075  # of a logarithmic axis: what the label of a place needs

LINES = (
    ("input", "-", "o"),
    ("kernel", (0, (6, 2)), "s"),
    ("output", (0, (2, 1.5)), "^"),
    ("gradient", (0, (7, 2, 1.5, 2)), "D"),
    ("padding", (0, (4, 1.5, 1.5, 1.5, 1.5, 1.5)), "v"),
)


@house_style
def curves(
    series: Mapping[str, Any],
    *,
    xlabel: str,
    ylabel: str,
    alt: str | None = None,
    x: Any = None,
    log: bool = False,
    log_x: bool = False,
    from_zero: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw lines over a common axis, each with its own colour, dash, marker and label.

    A marker stands on every number of a line, so it says where something was computed or measured.
    A line of more than 20 numbers has none.

    Args:
        series: a line of numbers for each name; ``(x, y)`` for one with places of its own. Numbers
            that are not finite leave a gap.
        xlabel: what the horizontal axis counts.
        ylabel: what the vertical axis counts.
        alt: the sentence that says what the picture shows; by default the ends of each line.
        x: the places of all series; by default 1, 2, 3, ...
        log: whether the vertical axis is logarithmic.
        log_x: whether the horizontal axis is; with ``log``, a power law is a straight line.
        from_zero: whether the vertical axis begins at 0, so that heights can be compared.
        title: above the picture.

    Raises:
        TypeError: a series is not a line of numbers.
        ValueError: there is none, or are too many to tell apart; lengths differ; ``log`` with
            numbers that are not positive, or together with ``from_zero``; ``log_x`` with places
            that are not positive.
    """
    lines = _series(series, x, log)
    if log and from_zero:
        raise ValueError("curves: a logarithmic axis has no 0; use either log or from_zero.")
    if log_x and any((places <= 0).any() for places, _ in lines.values()):
        raise ValueError(
            "curves: some places are not positive, which have no place on a logarithmic axis; "
            "use log_x=False."
        )
    alt = sentence_of(alt, "curves", lambda: _curves_in_words(lines, xlabel, ylabel))
    figure = new_figure(WIDTH, 340 if title is None else 364)
    words = sheet(figure)
    ends = _names(words, lines)
    room = 14 + max(text.get_window_extent().width for text in ends) / SHARPNESS
    axes = _axes(words, title, ylabel, right=room)
    for (name, (places, heights)), (look, dash, marker) in zip(lines.items(), LINES):
        role = ROLES[look]
        colour = role.edge if look == "padding" else role.fill  # pale grey is too faint for a line
        axes.plot(
            places, heights, label=name, color=colour, linestyle=dash, linewidth=points(2.5),
            marker=marker, markersize=points(8), markeredgecolor=role.edge,
            markerfacecolor=role.fill, markeredgewidth=points(1.2),
            markevery=range(len(places) if len(places) <= MARKED else 0), clip_on=False, zorder=3,
        )  # fmt: skip
    if log:
        axes.set_yscale("log")
    axes.margins(x=0.02, y=0.06)
    if from_zero:
        low, high = axes.get_ylim()
        drawn = np.concatenate([heights for _, heights in lines.values()])
        axes.set_ylim(
            0
            if np.nanmin(drawn) >= 0
            else low,  # the margins reach below 0 where numbers are small
            0 if np.nanmax(drawn) <= 0 else high,
        )
    if log_x:
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(FixedLocator(_few(lines)))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.xaxis.set_major_formatter(FuncFormatter(lambda place, _: _tick(place)))
    elif all(np.array_equal(places, np.round(places)) for places, _ in lines.values()):
        axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    _ticks(words, axes, log, xlabel)
    _label_ends(axes, ends, lines)
    return as_picture(figure, alt)


@house_style
def bars(
    values: Mapping[str, float],
    *,
    ylabel: str,
    alt: str | None = None,
    log: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw a bar for each name, with its number on it.

    Args:
        values: a number for each name.
        ylabel: what the bars count.
        alt: the sentence that says what the picture shows; by default the numbers.
        log: whether the vertical axis is logarithmic.
        title: above the picture.

    Raises:
        TypeError: a value is not a number.
        ValueError: there is none, or one is not finite, or not positive with ``log``.
    """
    heights = _heights(values, log)
    alt = sentence_of(alt, "bars", lambda: _bars_in_words(heights, ylabel))
    count = len(heights)
    width = min(WIDTH, max(360, 120 + 130 * count))
    letters = max(5, int((width - 80) / count / 8))
    names = ["\n".join(textwrap.wrap(str(name), letters)[:4]) for name in heights]
    below = 16 + 17 * max(name.count("\n") + 1 for name in names)
    figure = new_figure(width, (266 if title is None else 290) + below)
    words = sheet(figure)
    axes = _axes(words, title, ylabel, below=below)
    role = ROLES["input"]
    drawn = list(heights.values())
    axes.bar(
        range(count), drawn, width=0.6, color=role.fill, edgecolor=role.edge,
        linewidth=points(1.5), zorder=3,
    )  # fmt: skip
    if log:
        axes.set_yscale("log")
        smallest = min(drawn)
        axes.set_ylim(1 if smallest > 1 else 10 ** (math.floor(math.log10(smallest)) - 1))
        axes.set_ylim(top=max(drawn) ** 1.08 if max(drawn) > 10 else max(drawn) * 2)
    else:
        low, high = min(0, *drawn), max(0, *drawn)
        reach = (high - low) or 1
        axes.set_ylim(low - (0.12 * reach if low < 0 else 0), high + 0.12 * reach)
        if low < 0:
            axes.axhline(0, color=role.edge, linewidth=points(1.5), zorder=4)
    for index, value in enumerate(drawn):
        up = value >= 0
        axes.annotate(
            _count(value), (index, value), xytext=(0, points(4 if up else -4)),
            textcoords="offset points", ha="center", va="bottom" if up else "top",
            fontsize=points(13), color=INK, family=FONT, weight="bold", parse_math=False,
        )  # fmt: skip
    axes.set_xticks(range(count), names, fontsize=points(13), parse_math=False)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(-0.6, count - 0.4)
    _ticks(words, axes, log)
    return as_picture(figure, alt)


def _series(series: Any, x: Any, log: bool) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    if not isinstance(series, Mapping):
        raise TypeError(
            f"curves: series must be a dict of names and numbers, not {type(series).__name__}; "
            'write for example {"loss": losses}.'
        )
    if not 1 <= len(series) <= len(LINES):
        raise ValueError(
            f"curves: {len(series)} series; give 1 to {len(LINES)}, more cannot be told apart."
        )
    lines = {}
    for name, given in series.items():
        own = isinstance(given, tuple) and len(given) == 2 and np.ndim(given[0]) == 1
        heights = _line(given[1] if own else given, f"curves: series {name!r}")
        places = given[0] if own else x
        if places is None:
            places = np.arange(1, len(heights) + 1)
        places = _line(places, f"curves: x of {name!r}")
        if len(places) != len(heights):
            raise ValueError(
                f"curves: series {name!r} has {len(heights)} numbers but x has {len(places)}; "
                "give one place for each number."
            )
        if log and (heights <= 0).any():
            raise ValueError(
                f"curves: series {name!r} has numbers that are not positive, which have no place "
                "on a logarithmic axis; use log=False."
            )
        lines[str(name)] = places, np.where(np.isfinite(heights), heights, np.nan)
    return lines


def _line(given: Any, name: str) -> np.ndarray:
    try:
        array = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        array = np.zeros(0)
    if array.ndim != 1 or not np.isfinite(array).any():
        raise TypeError(f"{name} must be a line of numbers, at least one of them finite.")
    return array


def _heights(values: Any, log: bool) -> dict[str, float]:
    if not isinstance(values, Mapping) or not values:
        raise TypeError(
            "bars: values must be a dict with at least one name and number; "
            'write for example {"dense": 450, "conv": 60}.'
        )
    for name, value in values.items():
        if np.ndim(value) or np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"bars: the value of {name!r} must be a number, not {value!r}.")
        if not np.isfinite(value) or (log and value <= 0):
            raise ValueError(
                f"bars: the value of {name!r} is {value}, which has no place on a "
                f"{'logarithmic axis; use log=False' if log else 'finite axis; leave it out'}."
            )
    return {
        name: value.item() if hasattr(value, "item") else value for name, value in values.items()
    }


def _bars_in_words(heights: Mapping[str, float], ylabel: str) -> str:
    """Return what there is to say of bars that nobody has described."""
    return f"{ylabel}: {', '.join(f'{name} {_count(value)}' for name, value in heights.items())}."


def _count(value: float) -> str:
    """Return a bar's number: whole ones with separators, others with three significant digits."""
    if isinstance(value, int) or float(value).is_integer():
        return f"{int(value):,}".replace("-", "−")
    return short(value)


def _axes(words: Any, title: str | None, ylabel: str, right: float = 0, below: float = 50) -> Any:
    """Return axes with the house's margins and rules, labelled on the sheet ``words``."""
    width, height = words.get_xlim()[1], words.get_ylim()[0]
    above = 40 if title is None else 64
    if title:
        say(words, MARGIN, 20, title, 14, ha="left", weight="bold")
    say(words, MARGIN, above - 22, ylabel, 13, ha="left", color=QUIET)
    across, up = width - 14 - right, height - above - below
    axes = words.figure.add_axes((0, below / height, across / width, up / height))
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color=EDGE, linewidth=points(1))
    axes.grid(axis="y", color=RULE, linewidth=points(1), zorder=0)
    axes.set_axisbelow(True)
    return axes


def _ticks(words: Any, axes: Any, log: bool, xlabel: str | None = None) -> None:
    """Mark the axes, and leave as much room at the left as the numbers there need."""
    if log:
        low, high = axes.get_ylim()
        axes.yaxis.set_major_locator(
            LogLocator(subs=(1, 2, 5) if high < 100 * low else (1,), numticks=7)
        )
        axes.yaxis.set_minor_locator(NullLocator())
    else:
        axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(value)))
    axes.tick_params(
        color=EDGE, labelcolor=INK, labelsize=points(12), width=points(1), length=points(4),
        labelfontfamily=FONT,
    )  # fmt: skip
    axes.autoscale_view()
    box = axes.get_position()
    needed = -axes.yaxis.get_tightbbox(axes.figure.canvas.get_renderer()).x0 / SHARPNESS
    width = words.get_xlim()[1]
    left = (needed + MARGIN) / width
    axes.set_position((left, box.y0, box.x1 - left, box.height))
    if xlabel:
        middle = (left + box.x1) / 2 * width
        say(words, middle, words.get_ylim()[0] - 14, xlabel, 13, color=QUIET)


def _tick(value: float) -> str:
    if abs(value) >= 1e6:
        millions = format_number(value / 1e6, 0 if value % 1e6 == 0 else 1)
        return f"{millions} million"
    if abs(value) >= 1:
        return _count(round(value, 6))
    return short(value)


def _few(lines: Mapping[str, tuple]) -> list[float]:
    """Return some places of a logarithmic axis, so far apart that their labels do not meet.

    They are at most 8 of those of all lines, the last among them; of many broken ones powers of 10.
    """
    every = np.concatenate([places for places, _ in lines.values()])
    places = np.unique(every[np.isfinite(every)]).tolist()
    first, last = np.log10(places[0]), np.log10(places[-1])
    powers = 10.0 ** np.arange(math.ceil(first - 1e-9), math.floor(last + 1e-9) + 1)
    if len(places) > 8 and len(powers) > 2 and any(place % 1 for place in places):
        places = powers.tolist()
    chosen = np.linspace(0, len(places) - 1, min(len(places), 8))
    few: list[float] = []
    for index in reversed(chosen.tolist()):
        place = places[round(index)]
        if not few or np.log10(few[0] / place) >= LABEL * (last - first):
            few.insert(0, place)
    return few


def _curves_in_words(lines: Mapping[str, tuple], xlabel: str, ylabel: str) -> str:
    """Return what there is to say of curves that nobody has described."""
    said = []
    for name, (places, heights) in lines.items():
        seen = np.isfinite(heights)
        ends = [short(value) for value in heights[seen][[0, -1]]]
        here = [short(value) for value in places[seen][[0, -1]]]
        said.append(f"{name}, from {ends[0]} at {here[0]} to {ends[1]} at {here[1]}")
    return f"{ylabel} over {xlabel}: {'; '.join(said)}."


def _names(words: Any, lines: Mapping[str, tuple]) -> list[Any]:
    return [
        say(words, 0, 0, "\n".join(textwrap.wrap(name, 28)), 13, ha="left", weight="bold",
            color=ROLES[look].edge)
        for name, (look, _, _) in zip(lines, LINES)
    ]  # fmt: skip


def _label_ends(axes: Any, names: Sequence[Any], lines: Mapping[str, tuple]) -> None:
    """Move each name to the end of its line, apart from others where lines end close together."""
    height = names[0].axes.get_ylim()[0]
    ends = []
    for name, (places, heights) in zip(names, lines.values()):
        last = np.flatnonzero(np.isfinite(heights))[-1]
        across, up = axes.transData.transform((places[last], heights[last])) / SHARPNESS
        ends.append((height - up, across, name))
    ends.sort(key=lambda end: end[0])
    rows = max(name.get_text().count("\n") + 1 for name in names)
    right = max(across for _, across, _ in ends)
    for y, (_, _, name) in zip(_apart([end[0] for end in ends], 16 * rows, height - 50), ends):
        name.set_position((right + 12, y))


def _apart(places: Sequence[float], gap: float, most: float) -> list[float]:
    """Return ordered places at least ``gap`` apart and at most ``most``, near where they were."""
    placed = list(places)
    for _ in range(50):
        moved = False
        for a, b in pairwise(range(len(placed))):
            short = gap - (placed[b] - placed[a])
            if short > 1e-6:
                placed[a] -= short / 2
                placed[b] += short / 2
                moved = True
        if not moved:
            break
    down = max(0.0, placed[-1] - most)
    return [place - down for place in placed]

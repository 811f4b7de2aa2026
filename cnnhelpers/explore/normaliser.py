"""Normalisation in motion: five numbers on a line, and which numbers share a mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.shapes import times

# Five numbers -----------------------------------------------------------------------------------

OTHERS = (1.0, 2.0, 3.0, 4.0)
LOW, HIGH = -6, 14  # of what can be chosen
AXIS = (-8, 18)
RUNNING = (2.0, 4.0)  # mean and variance that earlier batches have left
MODES = ("train", "eval")
GAMMAS = ("1", "2", "σ")
BETAS = ("0", "5", "μ")
EPSILONS = ("0.00001", "1", "10")

LEFT, UNIT = 96, 19  # pixels before the lines, and of one unit
LINES = (28, 84, 140)  # heights of the three lines


class NormaliserExplorer(Explorer):
    """Move one of five numbers of a channel and see all of them normalised anew.

    The other four are 1, 2, 3 and 4. In training the five are normalised by their own mean and
    biased variance; in evaluation by running statistics, mean 2 and variance 4. γ = σ and β = μ
    stand for the deviation √(variance + ε) and the mean that were used.

    Args:
        goals: what to try. A goal can ask for value, mode, gamma, beta and epsilon (as they are
            written), and for x, normal and output (five numbers each), mean and variance.
    """

    width = LEFT + (AXIS[1] - AXIS[0]) * UNIT + 20
    height = LINES[2] + 100

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Slider("value", "fifth number", LOW, HIGH, 5),
            Choice("mode", "mode", MODES),
            Choice("gamma", "γ", GAMMAS),
            Choice("beta", "β", BETAS),
            Choice("epsilon", "ε", EPSILONS),
        ]
        super().__init__(controls, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def facts(self, value: int, mode: str, gamma: str, beta: str, epsilon: str) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`NormaliserExplorer`."""
        x = np.array([*OTHERS, float(value)])
        mean, variance = (x.mean(), x.var()) if mode == "train" else RUNNING
        deviation = math.sqrt(variance + float(epsilon))
        normal = (x - mean) / deviation
        scale = deviation if gamma == "σ" else float(gamma)
        shift = mean if beta == "μ" else float(beta)
        return {
            "x": x,
            "mean": float(mean),
            "variance": float(variance),
            "normal": normal,
            "output": scale * normal + shift,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`NormaliserExplorer`."""
        facts = self.facts(**state)
        rows = facts["x"], facts["normal"], facts["output"]
        training, epsilon = state["mode"] == "train", state["epsilon"]
        names = "x", "normalised", "output"
        placed = [Placed(_axis(name), 0, y) for name, y in zip(names, LINES)]
        placed += [
            Placed(_wires(_places(above), _places(below)), 0, y)
            for above, below, y in zip(rows, rows[1:], LINES)
        ]
        kinds = "input", "plain", "output"
        for row, kind, y in zip(rows, kinds, LINES):
            placed += [
                Placed(_dot(kind, index == 4), place, y) for index, place in enumerate(_places(row))
            ]
        mean, variance = (format_number(facts[name], 2) for name in ("mean", "variance"))
        whose = "of the five" if training else "of earlier batches (running)"
        first = f"mean {mean}, variance {variance}, {whose}; ε {epsilon}"
        second = f"γ = {_said(state['gamma'], facts, epsilon)}, β = {_said(state['beta'], facts)}"
        placed += [
            Placed(pieces.line(first, 12, bold=True), LEFT, LINES[2] + 58),
            Placed(pieces.line(second, 12, bold=True), LEFT, LINES[2] + 80),
            Placed(_ticks(), 0, LINES[2] + 30),
        ]
        x, normal, output = (
            " ".join(format_number(each, digits) for each in row)
            for row, digits in zip(rows, (0, 2, 2))
        )
        phrases = (
            f"{'Training' if training else 'Evaluation'}: x is {x}; mean {mean}, variance "
            f"{variance}, {whose}; ε {epsilon}.",
            f"Normalised: {normal}.",
            f"With {second}: {output}.",
        )
        size = self.width, self.height
        return Scene(*size, tuple(placed), phrases, regions=(_line_region(),))


def _said(choice: str, facts: dict[str, Any], epsilon: str = "") -> str:
    """Return γ or β as it is written, with its number where it is a letter."""
    if choice == "σ":
        return f"σ = {format_number(math.sqrt(facts['variance'] + float(epsilon)), 2)}"
    return f"μ = {format_number(facts['mean'], 2)}" if choice == "μ" else choice


def _places(values: np.ndarray) -> tuple[float, ...]:
    """Return where numbers stand on a line; those beyond its ends stand at the ends."""
    low, high = AXIS
    inside = np.clip(values, low, high)
    return tuple(round(LEFT + (value - low) * UNIT, 1) for value in inside.tolist())


@lru_cache(maxsize=1)
def _line_region() -> Region:
    """Return the places of the first line to which the fifth number can be dragged."""
    values = tuple(range(LOW, HIGH + 1))
    x = LEFT + (LOW - AXIS[0] - 0.5) * UNIT
    return Region("fifth number", x, LINES[0] - 14, UNIT, 28, 1, len(values), "value", values)


@lru_cache(maxsize=8)
def _axis(name: str) -> Part:
    low, high = AXIS
    wide = (high - low) * UNIT
    ticks = "".join(f"M{LEFT + (value - low) * UNIT} -4v8" for value in range(low, high + 1, 2))
    zero = LEFT - low * UNIT
    return Part(
        f'<path d="M{LEFT} 0h{wide}" stroke="{QUIET}"/><path d="{ticks}" stroke="{QUIET}"/>'
        f'<path d="M{zero} -12v24" stroke="{PEN}" stroke-width="1.5"/>'
        f'<text x="{LEFT - 10}" y="4.3" font-size="12" fill="{PEN}" text-anchor="end" '
        f'font-weight="600">{name}</text>'
    )


@lru_cache(maxsize=1)
def _ticks() -> Part:
    low, high = AXIS
    return Part(
        "".join(
            f'<text x="{LEFT + (value - low) * UNIT}" y="4" font-size="11" fill="{QUIET}">'
            f"{format_number(value)}</text>"
            for value in range(low, high + 1, 4)
        )
    )


@lru_cache(maxsize=4096)
def _wires(above: tuple[float, ...], below: tuple[float, ...]) -> Part:
    """Return the lines from each number to what becomes of it."""
    tall = LINES[1] - LINES[0]
    path = "".join(
        f"M{number(start)} 9L{number(end)} {tall - 9}" for start, end in zip(above, below)
    )
    return Part(f'<path d="{path}" stroke="{QUIET}" fill="none" opacity="0.7"/>')


@lru_cache(maxsize=8)
def _dot(kind: str, moved: bool) -> Part:
    """Return a number as a dot; the one that is moved has a thick ring."""
    look = ROLES[kind]
    ring = (
        f'<circle r="9" fill="none" stroke="{WINDOW_CASING}" stroke-width="4"/>'
        f'<circle r="9" fill="none" stroke="{WINDOW}" stroke-width="2.5"/>'
        if moved
        else ""
    )
    return Part(f'<circle r="6" fill="{look.fill}" stroke="{look.edge}" stroke-width="1.5"/>{ring}')


# Which numbers share a mean -----------------------------------------------------------------------

IMAGES, CHANNELS, SIDE, GROUPS = 3, 4, 2, 2
NORMS = ("batch", "layer", "instance", "group")
NUMBERS = np.array(
    [
        [[[1, 3], [5, 7]], [[2, 4], [9, 5]], [[0, 2], [1, 1]], [[8, 6], [7, 3]]],
        [[[4, 2], [6, 8]], [[1, 1], [3, 7]], [[5, 9], [2, 4]], [[0, 4], [6, 2]]],
        [[[7, 5], [9, 3]], [[6, 8], [2, 0]], [[3, 1], [4, 8]], [[5, 5], [1, 9]]],
    ],
    dtype=np.float64,
)
EPSILON = 1e-5

WIDE, TALL = 26, 24  # of a number's cell
BETWEEN_X, BETWEEN_Y = 20, 12
BLOCK_X, BLOCK_Y = 66, 44
STEP_X, STEP_Y = SIDE * WIDE + BETWEEN_X, SIDE * TALL + BETWEEN_Y
SMALL = 13
MAPS = BLOCK_X + CHANNELS * STEP_X + 20


class NormAxesExplorer(Explorer):
    """Choose a norm and a number of x (3, 4, 2, 2), and see the numbers that share its mean.

    The small maps show all four norms at once: a row an image, a column a channel. Group norm has
    two groups. Point at a number to choose it.

    Args:
        goals: what to try. A goal can ask for norm, cell (from 1), shared (how many numbers share
            the mean), means (how many means there are), value, mean, variance and normal.
    """

    width = MAPS + 2 * (CHANNELS * SMALL + 70) + 10
    height = BLOCK_Y + IMAGES * STEP_Y + 44

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("norm", "norm", NORMS),
            Slider("cell", "number", 1, NUMBERS.size, 7),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def positions(self, **settings: Any) -> int:
        """Return how many numbers there are to point at."""
        return NUMBERS.size

    def facts(self, norm: str, cell: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`NormAxesExplorer`."""
        place = np.unravel_index(cell - 1, NUMBERS.shape)
        inside = together(norm, int(place[0]), int(place[1]))
        values = NUMBERS[inside]
        value, mean, variance = float(NUMBERS[place]), float(values.mean()), float(values.var())
        return {
            "shared": values.size,
            "means": NUMBERS.size // values.size,
            "value": value,
            "mean": mean,
            "variance": variance,
            "normal": (value - mean) / math.sqrt(variance + EPSILON),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, norm: str, cell: int) -> Scene:
        """Return the scene of a state; see :class:`NormAxesExplorer`."""
        image, channel, row, column = (
            int(index) for index in np.unravel_index(cell - 1, NUMBERS.shape)
        )
        facts = self.facts(norm, cell)
        inside = together(norm, image, channel)
        placed = list(_headings())
        for n, c in np.ndindex(IMAGES, CHANNELS):
            x, y = BLOCK_X + c * STEP_X, BLOCK_Y + n * STEP_Y
            placed.append(Placed(_plane(n, c, bool(inside[n, c])), x, y))
        x, y = BLOCK_X + channel * STEP_X + column * WIDE, BLOCK_Y + image * STEP_Y + row * TALL
        placed.append(Placed(pieces.outline(WIDE, TALL), x, y))
        for index, other in enumerate(NORMS):
            left = MAPS + (index % 2) * (CHANNELS * SMALL + 70)
            top = BLOCK_Y + (index // 2) * (IMAGES * SMALL + 58)
            shown = tuple(map(tuple, together(other, image, channel).tolist()))
            placed.append(Placed(_map(other, shown, other == norm), left, top))
        mean, variance, normal = (
            format_number(facts[name], 2) for name in ("mean", "variance", "normal")
        )
        value = format_number(facts["value"])
        sum_ = f"({value} − {mean}) / √({variance} + ε) = {normal}"
        below = f"mean of {facts['shared']} numbers {mean}, variance {variance}:  {sum_}"
        placed.append(Placed(pieces.line(below, 12, bold=True), 12, self.height - 16))
        phrases = (
            f"{norm.capitalize()} norm of x {times(NUMBERS.shape)}: image {image}, channel "
            f"{channel}, row {row}, column {column} shares its mean with {WORDS[norm]}, "
            f"{facts['shared']} numbers.",
            f"Mean {mean}, variance {variance}: {value} becomes {normal}.",
            f"There are {facts['means']} means in all.",
        )
        regions = tuple(_plane_region(n, c) for n, c in np.ndindex(IMAGES, CHANNELS))
        return Scene(self.width, self.height, tuple(placed), phrases, regions=regions)


WORDS = {
    "batch": "all pixels of this channel in all images",
    "layer": "all pixels of all channels of this image",
    "instance": "all pixels of this channel of this image",
    "group": "all pixels of this group of 2 channels of this image",
}


def together(norm: str, image: int, channel: int) -> np.ndarray:
    """Return which planes (N, C) share the mean of a plane, as a mask."""
    mask = np.zeros((IMAGES, CHANNELS), bool)
    size = CHANNELS // GROUPS
    first = channel // size * size
    where: dict[str, tuple[Any, Any]] = {
        "batch": (slice(None), channel),
        "layer": (image, slice(None)),
        "instance": (image, channel),
        "group": (image, slice(first, first + size)),
    }
    mask[where[norm]] = True
    return mask


@lru_cache(maxsize=1)
def _headings() -> tuple[Placed, ...]:
    names = [
        Placed(
            pieces.heading(f"channel {c}"),
            BLOCK_X + c * STEP_X + SIDE * WIDE / 2,
            BLOCK_Y - 14,
        )
        for c in range(CHANNELS)
    ]
    rows = [
        Placed(pieces.title(f"image {n}"), 8, BLOCK_Y + n * STEP_Y + SIDE * TALL / 2)
        for n in range(IMAGES)
    ]
    return (*names, *rows)


@lru_cache(maxsize=64)
def _plane(n: int, c: int, inside: bool) -> Part:
    """Return the numbers of one channel of one image, in colour where they share the mean."""
    texts = tuple(tuple(format_number(value) for value in row) for row in NUMBERS[n, c].tolist())
    return pieces.cached_block(texts, "output" if inside else "plain", WIDE, TALL)


@lru_cache(maxsize=64)
def _plane_region(n: int, c: int) -> Region:
    first = 1 + int(np.ravel_multi_index((n, c, 0, 0), NUMBERS.shape))
    return Region(
        f"image {n}, channel {c}",
        BLOCK_X + c * STEP_X,
        BLOCK_Y + n * STEP_Y,
        WIDE,
        TALL,
        SIDE,
        SIDE,
        "cell",
        tuple(range(first, first + SIDE * SIDE)),
    )


@lru_cache(maxsize=256)
def _map(norm: str, shown: tuple[tuple[bool, ...], ...], chosen: bool) -> Part:
    """Return a small map: a row an image, a column a channel."""
    size = CHANNELS * SMALL, IMAGES * SMALL
    cells = "".join(
        f'<g transform="translate({c * SMALL},{n * SMALL})">'
        f"{cell('', ROLES['output' if inside else 'plain'], SMALL, SMALL, 11).markup}</g>"
        for n, line in enumerate(shown)
        for c, inside in enumerate(line)
    )
    around = pieces.outline(*size).markup if chosen else ""
    weight = ' font-weight="600"' if chosen else ""
    return Part(
        f'{cells}{around}<text x="{size[0] / 2}" y="{size[1] + 17}" font-size="12" '
        f'fill="{PEN}"{weight}>{norm}</text>'
    )

"""A digit is an array of numbers: a picture, and the numbers of a piece of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.datasets import digits
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, number
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal

SIDE = 28
PIECE = 8
DOT = 8  # pixels a pixel in the whole picture
WIDE, TALL = 32, 28  # of a number's cell
LEFT, TOP = 10, 22
RIGHT = LEFT + SIDE * DOT + 24


class DigitExplorer(Explorer):
    """Pick a digit and a piece of it, and read the piece's numbers: 0 is black, 1 is white.

    The images are the first of each digit in the bundled training set, (1, 28, 28) in [0, 1]. Drag
    the piece over the picture, or move it with the sliders.

    Args:
        goals: what to try. A goal can ask for digit, row, column, and piece, the (8, 8) numbers.
    """

    width = RIGHT + PIECE * WIDE + LEFT
    height = TOP + SIDE * DOT + 8

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        images, labels = digits("train", 200)
        self.indices = [int(np.argmax(labels == digit)) for digit in range(10)]
        self.images = images[self.indices, 0]
        self._strips: dict[tuple[int, int, int], Group] = {}
        self._pictures: dict[int, Part] = {}
        sliders = [
            Slider("digit", "digit", 0, 9, 3),
            Slider("row", "row", 0, SIDE - PIECE, 6),
            Slider("column", "column", 0, SIDE - PIECE, 10),
        ]
        super().__init__(sliders, goals=goals)

    def piece(self, digit: int, row: int, column: int) -> np.ndarray:
        """Return the (8, 8) numbers that are shown, before rounding."""
        return self.images[digit, row : row + PIECE, column : column + PIECE]

    def facts(self, **state: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`DigitExplorer`."""
        return {"piece": self.piece(**state)}

    def draw(self, digit: int, row: int, column: int) -> Scene:
        """Return the scene of a state; see :class:`DigitExplorer`."""
        rows, columns = f"{row}:{row + PIECE}", f"{column}:{column + PIECE}"
        placed = [
            Placed(pieces.heading(f"image[0], {SIDE}×{SIDE}"), LEFT + SIDE * DOT / 2, TOP - 12),
            Placed(self._picture(digit), LEFT, TOP),
            Placed(pieces.outline(DOT * PIECE, DOT * PIECE), LEFT + column * DOT, TOP + row * DOT),
            Placed(
                pieces.heading(f"image[0, {rows}, {columns}]"), RIGHT + PIECE * WIDE / 2, TOP - 12
            ),
        ]
        for index in range(PIECE):
            strip = self._strip(digit, row + index, column)
            placed.append(Placed(strip, RIGHT, TOP + index * TALL))
        placed.append(Placed(pieces.outline(PIECE * WIDE, PIECE * TALL), RIGHT, TOP))
        piece = self.piece(digit, row, column)
        low, high = (format_number(value, 2) for value in (piece.min(), piece.max()))
        first = " ".join(format_number(value, 2) for value in piece[0])
        phrases = (
            f"Digit {digit} (training image {self.indices[digit]}), {SIDE}×{SIDE} numbers;",
            f"rows {row} to {row + PIECE - 1}, columns {column} to {column + PIECE - 1}",
            f"lie between {low} and {high}.",
            f"Row {row} reads {first}.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases, regions=(_picture_region(),))

    def _strip(self, digit: int, row: int, column: int) -> Group:
        """Return one line of the piece; neighbouring pieces share lines."""
        key = digit, row, column
        if key not in self._strips:
            values = self.images[digit, row, column : column + PIECE].tolist()
            self._strips[key] = Group(
                tuple(
                    Placed(_pixel(round(value, 2)), index * WIDE, 0)
                    for index, value in enumerate(values)
                )
            )
        return self._strips[key]

    def _picture(self, digit: int) -> Part:
        if digit not in self._pictures:
            side = SIDE * DOT
            # Neighbouring pixels touch; without this, hairlines of the background shine through.
            dots = [f'<g shape-rendering="crispEdges"><rect width="{side}" height="{side}"/>']
            for (r, c), value in np.ndenumerate(self.images[digit]):
                if value > 0:
                    dots.append(
                        f'<rect x="{c * DOT}" y="{r * DOT}" width="{DOT}" height="{DOT}" '
                        f'fill="{_grey(float(value))}"/>'
                    )
            self._pictures[digit] = Part("".join(dots) + "</g>")
        return self._pictures[digit]


@lru_cache(maxsize=1)
def _picture_region() -> Region:
    """Return the picture's pixels; the piece comes to stand around the one that is pointed at."""
    ends = [max(0, min(SIDE - PIECE, place - PIECE // 2)) for place in range(SIDE)]
    leads = tuple((("row", row), ("column", column)) for row in ends for column in ends)
    return Region("picture", LEFT, TOP, DOT, DOT, SIDE, SIDE, values=leads)


def _grey(value: float) -> str:
    return f"#{round(255 * value):02x}" + f"{round(255 * value):02x}" * 2


@lru_cache(maxsize=256)
def _pixel(value: float) -> Part:
    ink = "#ffffff" if value < 0.45 else "#000000"
    return Part(
        f'<rect width="{WIDE}" height="{TALL}" fill="{_grey(value)}" '
        f'stroke="{ROLES["input"].fill}"/>'
        f'<text x="{number(WIDE / 2)}" y="{number(TALL / 2 + 4)}" font-size="11.5" '
        f'fill="{ink}">{format_number(value, 2)}</text>'
    )

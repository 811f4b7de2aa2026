"""A digit is an array of numbers: a picture, and the numbers of a piece of it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from cnnhelpers.datasets import digits
from cnnhelpers.draw.grid import format_number, window_outline
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, caption, number
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer

SIDE = 28
PIECE = 8
DOT = 11  # pixels a pixel in the whole picture
CELL = 38
TOP = 44


class DigitExplorer(Explorer):
    """Pick a digit and a piece of it, and read the piece's numbers: 0 is black, 1 is white.

    The images are the first of each digit in the bundled training set, (1, 28, 28) in [0, 1].
    """

    width = 780
    height = 366

    def __init__(self) -> None:
        images, labels = digits("train", 200)
        self.indices = [int(np.argmax(labels == digit)) for digit in range(10)]
        self.images = images[self.indices, 0]
        self._strips: dict[tuple[int, int, int], Group] = {}
        self._pictures: dict[int, Part] = {}
        super().__init__(
            [
                Slider("digit", "digit", 0, 9, 3),
                Slider("row", "row", 0, SIDE - PIECE, 6),
                Slider("column", "column", 0, SIDE - PIECE, 10),
            ]
        )

    def piece(self, digit: int, row: int, column: int) -> np.ndarray:
        """Return the (8, 8) numbers that are shown, before rounding."""
        return self.images[digit, row : row + PIECE, column : column + PIECE]

    def draw(self, digit: int, row: int, column: int) -> Scene:
        """Return the scene of a state; see :class:`DigitExplorer`."""
        left, right = 24.0, self.width - 24 - PIECE * CELL
        frame = DOT * PIECE
        placed = [
            Placed(_heading(f"image[0], {SIDE}×{SIDE}"), left + SIDE * DOT / 2, TOP - 18),
            Placed(self._picture(digit), left, TOP),
            Placed(_outline(frame), left + column * DOT, TOP + row * DOT),
            Placed(
                _heading(f"image[0, {row}:{row + PIECE}, {column}:{column + PIECE}]"),
                right + PIECE * CELL / 2,
                TOP - 18,
            ),
        ]
        for line in range(PIECE):
            strip = self._strip(digit, row + line, column)
            placed.append(Placed(strip, right, TOP + line * CELL))
        placed.append(Placed(_outline(PIECE * CELL), right, TOP))
        piece = self.piece(digit, row, column)
        low, high = (format_number(value, 2) for value in (piece.min(), piece.max()))
        first = " ".join(format_number(value, 2) for value in piece[0])
        phrases = (
            f"Digit {digit} (training image {self.indices[digit]}), {SIDE}×{SIDE} numbers;",
            f"rows {row} to {row + PIECE - 1}, columns {column} to {column + PIECE - 1}",
            f"lie between {low} and {high}.",
            f"Row {row} reads {first}.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _strip(self, digit: int, row: int, column: int) -> Group:
        """Return one line of the piece; neighbouring pieces share lines."""
        key = digit, row, column
        if key not in self._strips:
            values = self.images[digit, row, column : column + PIECE].tolist()
            self._strips[key] = Group(
                tuple(
                    Placed(_pixel(round(value, 2)), index * CELL, 0)
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


def _grey(value: float) -> str:
    return f"#{round(255 * value):02x}" + f"{round(255 * value):02x}" * 2


@lru_cache(maxsize=256)
def _pixel(value: float) -> Part:
    ink = "#ffffff" if value < 0.45 else "#000000"
    return Part(
        f'<rect width="{CELL}" height="{CELL}" fill="{_grey(value)}" '
        f'stroke="{ROLES["input"].fill}"/>'
        f'<text x="{number(CELL / 2)}" y="{number(CELL / 2 + 4.6)}" font-size="13" '
        f'fill="{ink}">{format_number(value, 2)}</text>'
    )


@lru_cache(maxsize=8)
def _outline(side: int) -> Part:
    return window_outline(side, side)


@lru_cache(maxsize=1024)
def _heading(content: str) -> Part:
    return caption(content)

"""Where everything stands in the picture of the volume explorer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cnnhelpers.draw.numbers import decimals_needed, format_number
from cnnhelpers.explore.kit import pieces

LEFT, TOP, GAP = 8, 22, 18
TALL = 17  # height of a cell of the volume
TAP = (21, 18)  # width and height of a weight's cell


@dataclass(frozen=True)
class Layout:
    """Where everything stands, in pixels; the same in all states."""

    cell: int  # width of a cell of the volume
    tap: int  # width of a weight's cell
    out: tuple[int, int]  # width and height of a cell of the output
    column: float  # width of a channel's room
    kernel_top: float
    sum_top: float
    right: float  # where the output's room begins
    middle: float  # of that room
    corners: tuple[tuple[float, float], ...]  # of the output maps
    width: float
    height: float
    decimals: int

    @classmethod
    def of(
        cls,
        x: np.ndarray,
        weight: np.ndarray,
        bias: np.ndarray,
        padding: int,
        shape: tuple[int, ...],
    ) -> Layout:
        """Return the layout of a volume, its filters, and an output of this shape."""
        decimals = max(min(2, decimals_needed(x) + decimals_needed(weight)), decimals_needed(bias))
        channels, rows, columns = x.shape
        rows, columns = rows + 2 * padding, columns + 2 * padding
        cell = pieces.fitting(texts(x), max(18, min(22, 440 // (channels * columns))))
        tap = pieces.fitting([*texts(weight), format_number(-4, decimals)], TAP[0])
        tall, wide = weight.shape[2:]
        column = max(columns * cell, 2 * wide * tap + 14, 110)
        right = LEFT + channels * (column + GAP)
        kernel_top = TOP + rows * TALL + 22
        sum_top = kernel_top + tall * TAP[1] + 13
        height = sum_top + 32
        # The output maps, one below the other, and from three on in two columns.
        count, (high, across) = len(weight), shape
        stack = count if count <= 2 else 2
        out = (
            pieces.fitting([format_number(-10, decimals)], 24),
            max(18, min(26, int(height - 60) // stack // max(1, high) - 9)),
        )
        step = across * out[0] + 14, high * out[1] + 26
        beside = (count + stack - 1) // stack
        panel = max(beside * step[0], 104)
        width = max(560, right + panel + LEFT)
        panel = width - LEFT - right
        height = max(height, TOP + 20 + stack * step[1])
        corners = []
        for index in range(count):
            across_, down = divmod(index, stack)
            corners.append(
                (
                    right + (panel - beside * step[0]) / 2 + across_ * step[0] + 7,
                    (height - stack * step[1]) / 2 + 28 + down * step[1],
                )
            )
        return cls(cell, tap, out, column, kernel_top, sum_top, right, right + panel / 2,
                   tuple(corners), width, height, decimals)  # fmt: skip

    def word(self, value: float) -> str:
        return format_number(value, self.decimals)

    def left(self, channel: int) -> float:
        """Return where a channel's room begins."""
        return LEFT + channel * (self.column + GAP)


def texts(array: np.ndarray) -> list[str]:
    """Return the numbers of an array as they are written, one after the other."""
    decimals = decimals_needed(array)
    return [format_number(value, decimals) for value in array.ravel().tolist()]

"""What Winograd's trick costs in digits, by the tile's size and the numbers' precision.

The exact result is computed in float64: products of float32 numbers are exact there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, Scene
from cnnhelpers.draw.style import PEN, QUIET, WRONG_INK
from cnnhelpers.explore.kit.controls import Choice
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import line
from cnnhelpers.functional.fast.winograd import matrices

KERNEL = 3
PRECISIONS = {"float16": 3, "float32": 7}  # decimals that are shown
TILES = {"2×2": 2, "4×4": 4, "6×6": 6}  # outputs of a tile
CHANNELS = (1, 16, 64)
COUNT = 20  # tiles from which the largest error is taken
SHOWN = 4  # outputs of the first tile

LEFT, COLUMNS, TOP, STEP = 10, (10, 208, 406), 74, 24


class Trial(NamedTuple):
    """Outputs (tiles, outputs) of the same arrays: exact, summed directly, by Winograd's trick."""

    exact: np.ndarray
    direct: np.ndarray
    winograd: np.ndarray


@cache
def trial(precision: str, tile: str, channels: int) -> Trial:
    """Return what the ways make of normally distributed pixels and weights.

    Step by step, with one rounding for each product and each sum, so that every machine comes to
    the same digits.
    """
    outputs, dtype = TILES[tile], np.dtype(precision)
    size = outputs + KERNEL - 1
    random = np.random.default_rng(outputs)
    x = random.normal(size=(COUNT, channels, size, size)).astype(dtype)
    w = random.normal(size=(channels, KERNEL, KERNEL)).astype(dtype)
    into, kernels, out = matrices(KERNEL, np.dtype(np.float64), outputs)
    into, kernels, out = (matrix.astype(dtype) for matrix in (into, kernels, out))
    values = _both_sides(into, x) * _both_sides(kernels, w)
    total = values[:, 0]
    for channel in range(1, channels):
        total = total + values[:, channel]
    found = (
        _direct(x.astype(np.float64), w.astype(np.float64)),
        _direct(x, w),
        _both_sides(out, total),
    )
    return Trial(*(array.astype(np.float64).reshape(COUNT, -1) for array in found))


def _direct(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Return the sums of products, tap by tap and channel by channel."""
    outputs = x.shape[-1] - KERNEL + 1
    total = np.zeros((len(x), outputs, outputs), x.dtype)
    for c, u, v in np.ndindex(*w.shape):
        total = total + x[:, c, u : u + outputs, v : v + outputs] * w[c, u, v]
    return total


def _both_sides(matrix: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Return ``matrix @ x @ matrix.T``, one product after the other."""
    for _ in range(2):
        rows = []
        for weights in matrix:
            total = np.zeros_like(x[..., 0, :])
            for place, weight in enumerate(weights):
                if weight:
                    total = total + weight * x[..., place, :]
            rows.append(total)
        x = np.stack(rows, axis=-1)  # the axis that was made is the last: the next turn's other
    return x


class WinogradExplorer(Explorer):
    """See which digits are right after a convolution of 3×3 by tiles, in two precisions.

    Pixels and weights are drawn from a normal distribution. Digits that differ from the exact
    result, computed from the same arrays in float64, are red and underlined.

    Args:
        goals: what to try. A goal can ask for precision, tile, channels (as texts), direct_error
            and winograd_error (the largest of 20 tiles), and saved (how many times fewer products).
    """

    width = 600
    height = TOP + SHOWN * STEP + 74

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls = [
            Choice("precision", "numbers", tuple(PRECISIONS), "float32"),
            Choice("tile", "outputs of a tile", tuple(TILES)),
            Choice("channels", "channels", tuple(map(str, CHANNELS)), "64"),
        ]
        super().__init__(controls, goals=goals)

    def errors(self, precision: str, tile: str, channels: str) -> tuple[float, float]:
        """Return the largest error of the direct sum, and of Winograd's trick."""
        found = trial(precision, tile, int(channels))
        return (
            float(np.abs(found.direct - found.exact).max()),
            float(np.abs(found.winograd - found.exact).max()),
        )

    def facts(self, **state: str) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`WinogradExplorer`."""
        direct, winograd = self.errors(**state)
        products, fewer = _products(state["tile"])
        return {
            "direct_error": direct,
            "winograd_error": winograd,
            "saved": products / fewer,
        }

    def draw(self, precision: str, tile: str, channels: str) -> Scene:
        """Return the scene of a state; see :class:`WinogradExplorer`."""
        found = trial(precision, tile, int(channels))
        direct, winograd = self.errors(precision, tile, channels)
        products, fewer = _products(tile)
        decimals = PRECISIONS[precision]
        counted = (
            f"{products} products directly, {fewer} by Winograd: {products / fewer:.3g} times fewer"
        )
        placed = [
            Placed(line(f"{tile} outputs of 3×3: {counted}", 13, bold=True), LEFT, 16),
            Placed(
                line(f"{channels} channels in {precision}; the first tile:", 12, QUIET), LEFT, 36
            ),
        ]
        for x, name in zip(COLUMNS, ("exact", "direct", "Winograd")):
            placed.append(Placed(line(name, 12, bold=True), x, TOP - 14))
        for row in range(SHOWN):
            exact = f"{found.exact[0, row]:.{decimals}f}".replace("-", "−")
            y = TOP + 10 + row * STEP
            placed.append(Placed(line(exact, 13), COLUMNS[0], y))
            for x, value in zip(COLUMNS[1:], (found.direct[0, row], found.winograd[0, row])):
                written = f"{value:.{decimals}f}".replace("-", "−")
                placed.append(Placed(_marked(written, _right(written, exact)), x, y))
        below = TOP + SHOWN * STEP + 16
        said = (
            f"Largest error of {COUNT} tiles: direct {_short(direct)}, Winograd "
            f"{_short(winograd)}, {_ratio(winograd, direct)}."
        )
        placed.append(Placed(line(said, 12), LEFT, below))
        note = "Red and underlined: digits that are not those of the exact result."
        placed.append(Placed(line(note, 11, QUIET), LEFT, below + 24))
        phrases = (
            f"{tile} outputs of a 3×3 kernel, {channels} "
            f"{'channel' if channels == '1' else 'channels'} in {precision}: {counted}.",
            said,
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


def _products(tile: str) -> tuple[int, int]:
    """Return the products of a tile for each pair of channels, directly and by Winograd."""
    outputs = TILES[tile]
    return outputs**2 * KERNEL**2, (outputs + KERNEL - 1) ** 2


def _short(value: float) -> str:
    """Return an error with one digit that counts."""
    return np.format_float_positional(value, 1, unique=False, fractional=False, trim="-")


def _ratio(winograd: float, direct: float) -> str:
    if winograd < direct:
        return "which is less"
    if winograd < 2 * direct:
        return "less than twice as much"
    return f"{winograd / direct:.0f} times as much"


def _right(written: str, exact: str) -> int:
    """Return how many letters two numbers have in common at their beginning."""
    if written.startswith("−") != exact.startswith("−") or len(written) != len(exact):
        return 0
    same = [a == b for a, b in zip(written, exact)]
    return same.index(False) if False in same else len(same)


@lru_cache(maxsize=2048)
def _marked(content: str, right: int) -> Part:
    """Return a number whose wrong digits are red and underlined."""
    rest = content[right:]
    wrong = f'<tspan fill="{WRONG_INK}" text-decoration="underline">{rest}</tspan>' if rest else ""
    return Part(
        f'<text y="4.6" font-size="13" fill="{PEN}" text-anchor="start">{content[:right]}{wrong}'
        "</text>"
    )

"""Which way to compute a convolution wins: products, operations, memory, and measured time."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import QUIET, ROLES
from cnnhelpers.explore.kit.controls import Choice
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import line

#: what ``benchmarks/ladder.py`` measured: the machine, and milliseconds by configuration and way
MEASURED = Path(__file__).parents[1] / "reference_data" / "ladder.json"

SIZES, CHANNELS, KERNELS, BATCHES = (14, 28, 56), (1, 16, 64), (3, 5, 7, 11), (1, 8)
WAYS = ("taps", "im2col", "FFT", "Winograd")
COMPARED = ("multiplications", "all operations", "extra memory", "measured time")
UNITS = dict(zip(COMPARED, ("", "", " bytes", " ms")))
NAMES = {
    "taps": "loop over taps",
    "im2col": "im2col + product",
    "FFT": "FFT",
    "Winograd": "Winograd F(2×2, 3×3)",
}

LEFT, BARS, FULL = 10, 172, 270  # left edges, and the length of the longest bar
TOP, STEP, THICK = 58, 40, 20


class Cost(NamedTuple):
    """What one way takes: real multiplications and additions, and bytes for what lies between.

    The padded image is not counted: all ways need it.
    """

    multiplications: float
    additions: float
    memory: float


def cost(way: str, size: int, channels: int, kernel: int, batch: int) -> Cost | None:
    """Return the cost of a convolution that keeps the size of its images, in float32.

    ``size`` is height and width of the images, ``channels`` both those that come in and go out.
    None where the way cannot do it. A real transform of n points is counted with n log2 n
    multiplications and 1.5 n log2 n additions, those of a plain radix-2 FFT; the kernels are
    transformed anew each time.
    """
    c, pixels = channels, size * size
    direct = batch * c * c * kernel * kernel * pixels
    if way == "taps":  # the product of one tap
        return Cost(direct, direct, 4 * batch * c * pixels)
    if way == "im2col":
        return Cost(direct, direct, 4 * batch * c * kernel * kernel * pixels)
    if way == "FFT":
        side = size + kernel - 1
        points, spectrum = side * side, side * (side // 2 + 1)
        transforms = 2 * batch * c + c * c
        log = math.log2(points)
        products = batch * c * c * spectrum  # complex: 4 multiplications, 2 + 2 additions
        return Cost(
            transforms * points * log + 4 * products,
            1.5 * transforms * points * log + 4 * products,
            8 * transforms * spectrum,
        )
    if kernel != 3:
        return None
    tiles = batch * math.ceil(size / 2) ** 2
    products = 16 * tiles * c * c
    # tiles in 32, tiles out 24 additions; a kernel 14 halvings and 21 additions
    return Cost(
        products + 14 * c * c,
        products + (32 + 24) * tiles * c + 21 * c * c,
        4 * 16 * (2 * tiles * c + c * c),
    )


@cache
def measured() -> Mapping[str, Any]:
    """Return the stored times: ``machine``, ``date``, and ``milliseconds`` by configuration."""
    found: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return found


class AlgorithmExplorer(Explorer):
    """Compare four ways to compute one convolution: by counting, and by times that were measured.

    Images keep their size, as many channels go out as come in. The counts are exact but for the
    Fourier transform's; the times are those of this repository's ``benchmarks/ladder.py``, with the
    processor that they were measured on.

    Args:
        goals: what to try. A goal can ask for size, channels, kernel, batch (as texts), by (what is
            compared), values (the bars' numbers by way: "taps", "im2col", "FFT", "Winograd"),
            winner (the way with the smallest; "" where two are equal), fewest (the winner by
            multiplications) and fastest (the winner by measured time).
    """

    width = 600
    height = TOP + 4 * STEP + 34

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls = [
            Choice("by", "compare", COMPARED, menu=True),
            Choice("kernel", "kernel", tuple(map(str, KERNELS))),
            Choice("size", "image", tuple(map(str, SIZES)), "28"),
            Choice("channels", "channels", tuple(map(str, CHANNELS)), "16"),
            Choice("batch", "images", tuple(map(str, BATCHES))),
        ]
        super().__init__(controls, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def values(
        self, by: str, kernel: str, size: str, channels: str, batch: str
    ) -> dict[str, float]:
        """Return what is compared, by way; a way that cannot do it is missing."""
        if by == "measured time":
            times: dict[str, float] = measured()["milliseconds"][
                f"{size} {channels} {kernel} {batch}"
            ]
            return times
        setting = int(size), int(channels), int(kernel), int(batch)
        costs = {way: cost(way, *setting) for way in WAYS}
        pick = {
            "multiplications": lambda one: one.multiplications,
            "all operations": lambda one: one.multiplications + one.additions,
            "extra memory": lambda one: one.memory,
        }[by]
        return {way: pick(one) for way, one in costs.items() if one is not None}

    def facts(self, **state: str) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`AlgorithmExplorer`."""
        values = self.values(**state)
        others = {name: self.values(**{**state, "by": name}) for name in COMPARED}
        return {
            "values": values,
            "winner": _winner(values),
            "fewest": _winner(others["multiplications"]),
            "fastest": _winner(others["measured time"]),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, by: str, kernel: str, size: str, channels: str, batch: str) -> Scene:
        """Return the scene of a state; see :class:`AlgorithmExplorer`."""
        values = self.values(by, kernel, size, channels, batch)
        winner, most = _winner(values), max(values.values())
        images = "1 image" if batch == "1" else f"{batch} images"
        both = "1 channel" if channels == "1" else f"{channels} channels"
        setting = f"{images} of {size}×{size}, {both} in and out, kernel {kernel}×{kernel}"
        placed = [
            Placed(line(setting, 13, bold=True), LEFT, 16),
            Placed(line(f"compared: {by}", 12, QUIET), LEFT, 36),
        ]
        for index, way in enumerate(WAYS):
            y = TOP + index * STEP + STEP / 2
            placed.append(Placed(line(NAMES[way], 12, bold=way == winner), LEFT, y))
            if way not in values:
                placed.append(Placed(line("for 3×3 kernels only", 12, QUIET), BARS + 6, y))
                continue
            wide = round(FULL * values[way] / most, 1)
            placed.append(Placed(_bar(wide, way == winner), BARS, y - THICK / 2))
            words = _shown(values[way], by) + (" ← least" if way == winner else "")
            placed.append(Placed(line(words, 12, bold=way == winner), BARS + wide + 6, y))
        note = "Counted; the transforms of an FFT roughly."
        if by == "measured time":
            note = f"Measured {measured()['date']} in one thread: {_machine()}."
        placed.append(Placed(line(note, 11, QUIET), LEFT, TOP + 4 * STEP + 16))
        listed = "; ".join(f"{NAMES[way]} {_shown(value, by)}" for way, value in values.items())
        phrases = (
            f"{setting[0].upper()}{setting[1:]}, {by}:",
            f"{listed}.",
            f"Least: {NAMES[winner]}." if winner else "The least is shared.",
            note,
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


def _machine() -> str:
    words: str = measured()["machine"]
    return words.partition(";")[0]


def _winner(values: Mapping[str, float]) -> str:
    least = min(values.values())
    ways = [way for way, value in values.items() if value == least]
    return ways[0] if len(ways) == 1 else ""


def _shown(value: float, by: str) -> str:
    """Return a number as the picture and the sentence write it: three digits are enough."""
    if by == "measured time":
        return f"{value:.3g} ms"
    for limit, word in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if value >= limit:
            return f"{value / limit:.3g} {word}{UNITS[by]}"
    return f"{value:.3g}{UNITS[by]}"


@lru_cache(maxsize=1024)
def _bar(wide: float, wins: bool) -> Part:
    look = ROLES["output" if wins else "input"]
    return Part(
        f'<rect width="{number(wide)}" height="{THICK}" fill="{look.fill}" stroke="{look.edge}"/>'
    )

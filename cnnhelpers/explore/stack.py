"""One large kernel or a stack of small ones: what they see, and what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import INK, PEN, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import label, line
from cnnhelpers.shapes import Window, conv_macs, conv_parameters, output_size, receptive_field

SIDE = 56  # of the map that both read
# the kernel size of a stack's first layer, and of those behind it
KERNELS = {"3×3": (3, 3), "5×5": (5, 5), "5×5, then 3×3": (5, 3), "3×3, then 1×1": (3, 1)}
STRIDES = ("1", "2 in the first", "2 in the last")
CHANNELS = ("16", "64", "256")
COUNTS = ("no", "one", "two", "three", "four", "five")

CENTRES, HALF = (168, 462), 120  # of the two pyramids, and how far they may reach to each side
BOTTOM, STEP, TALL = 162, 20, 12  # where the rows of the input stand, and the way up
LEFT, LONG = 118, 330  # where bars begin, and how long the longest is


class Layers(NamedTuple):
    """Layers in a row: their windows, weights, MACs, what an output sees, the size they make."""

    windows: tuple[Window, ...]
    weights: int
    macs: int
    field: int
    size: int


@lru_cache(maxsize=1024)
def layers(kernels: tuple[int, ...], strides: tuple[int, ...], channels: int) -> Layers:
    """Return layers that keep the channels, padded so that only a stride makes the map smaller."""
    size, weights, macs, windows = SIDE, 0, 0, []
    for kernel, stride in zip(kernels, strides, strict=True):
        windows.append(Window(kernel, stride, kernel // 2))
        size = output_size(size, *windows[-1])
        weights += conv_parameters(channels, channels, kernel, bias=False)
        macs += conv_macs(channels, channels, kernel, (size, size))
    return Layers(tuple(windows), weights, macs, receptive_field(windows).size, size)


class StackExplorer(Explorer):
    """Put a stack of small layers in the place of one large one, and compare what they cost.

    All layers keep the number of channels, have no bias, and a ReLU behind them. Both sides read
    maps of 56×56 and have the same stride in all.

    Args:
        goals: what to try. A goal can ask for kernel_size (of the one layer, which is what it
            sees), depth (of the stack, also the number of its ReLUs), field (what the stack sees),
            weights and macs (of the stack), one_weights and one_macs (of the one layer), and size
            (of the maps that both make).
    """

    width = 620
    height = 264

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Slider("kernel_size", "one kernel", 3, 11, 7, 2),
            Slider("depth", "stack: layers", 1, 5, 2),
            Choice("kernels", "stack: kernels", tuple(KERNELS), menu=True),
            Choice("stride", "stride", STRIDES),
            Choice("channels", "channels C", CHANNELS, "64"),
        ]
        super().__init__(controls, goals=goals)

    def sides(self, **state: Any) -> tuple[Layers, Layers]:
        """Return the one layer and the stack of a state."""
        depth, channels = state["depth"], int(state["channels"])
        first, others = KERNELS[state["kernels"]]
        strides = [1] * depth
        if state["stride"] != "1":
            strides[0 if state["stride"] == "2 in the first" else -1] = 2
        one = layers((state["kernel_size"],), (max(strides),), channels)
        return one, layers((first,) + (others,) * (depth - 1), tuple(strides), channels)

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`StackExplorer`."""
        one, stack = self.sides(**state)
        costs = {"weights": stack.weights, "macs": stack.macs}
        others = {"one_weights": one.weights, "one_macs": one.macs}
        return {"field": stack.field, "size": stack.size, **costs, **others}

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`StackExplorer`."""
        sides = one, stack = self.sides(**state)
        channels = int(state["channels"])
        unit = min(13, 2 * HALF / max(one.field, stack.field))
        placed = []
        for centre, side in zip(CENTRES, sides):
            count = len(side.windows)
            more = f"{count} ReLU{'s' if count > 1 else ''}, output {side.size}×{side.size}"
            words = f"{_sees(side)} {side.field}×{side.field}, {more}"
            placed += [
                Placed(label(_names(side.windows), 13, bold=True), centre, 15),
                Placed(label(words, 12), centre, 33),
                *_pyramid(side.windows, centre, unit),
            ]
        y = BOTTOM + 21
        for name, amounts in (
            ("weights", (one.weights, stack.weights)),
            ("MACs", (one.macs, stack.macs)),
        ):
            for who, amount in zip(("one", "stack"), amounts):
                long = round(LONG * amount / max(amounts), 1)
                squares = f"{amount // channels**2} C² = " if name == "weights" else ""
                placed += [
                    Placed(line(f"{name}, {who}", 12), 14, y + 7),
                    Placed(_bar(who, long), LEFT, y),
                    Placed(line(f"{squares}{amount:,}", 12, bold=True), LEFT + long + 6, y + 7),
                ]
                y += 17
            y += 5
        phrases = (
            _seen(one, stack),
            f"{stack.weights // channels**2} C² weights in place of "
            f"{one.weights // channels**2} C²: {stack.weights:,} in place of {one.weights:,} "
            f"for {channels} channels.",
            f"{stack.macs:,} MACs in place of {one.macs:,}; maps of {SIDE}×{SIDE} become "
            f"{stack.size}×{stack.size}, with stride {state['stride']}.",
            f"ReLUs: {state['depth']} in place of 1.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


def _sees(side: Layers) -> str:
    return "sees" if len(side.windows) == 1 else "see"


def _seen(one: Layers, stack: Layers) -> str:
    """Return what both see, as a sentence."""
    words = _names(stack.windows)
    start = f"{words[0].upper()}{words[1:]} {_sees(stack)} {stack.field}×{stack.field}"
    if stack.field == one.field:
        return f"{start}, as {_names(one.windows)} does."
    return f"{start}; {_names(one.windows)} sees {one.field}×{one.field}."


def _names(windows: Sequence[Window]) -> str:
    """Return "three 3×3 layers", or "one 5×5 and two 3×3 layers", as a sentence has it."""
    sizes = [window.kernel_size for window in windows]
    kinds = [f"{COUNTS[sizes.count(size)]} {size}×{size}" for size in dict.fromkeys(sizes)]
    return f"{' and '.join(kinds)} layer{'s' if sizes.count(sizes[-1]) > 1 else ''}"


def _pyramid(windows: Sequence[Window], centre: float, unit: float) -> list[Placed]:
    """Return a row of places for the input and behind each layer: those that one output sees."""
    counts, jumps = [1], [1]
    for window in reversed(windows):
        counts.insert(0, (counts[0] - 1) * window.stride + window.kernel_size)
    for window in windows:
        jumps.append(jumps[-1] * window.stride)
    half = [((count - 1) * jump + 1) * unit / 2 for count, jump in zip(counts, jumps)]
    placed = []
    for level, (count, jump) in enumerate(zip(counts, jumps)):
        y = BOTTOM - level * STEP
        kind = "input" if level == 0 else "output" if level == len(windows) else "plain"
        row = _row(kind, count, round(unit, 2), jump)
        placed.append(Placed(row, round(centre - half[level], 2), y))
        if level:
            below, above = round(half[level - 1], 2), round(half[level], 2)
            placed.append(Placed(_sides(above, below), centre, y + TALL))
            kernel, stride = windows[level - 1][:2]
            words = f"{kernel}×{kernel}{' / 2' if stride > 1 else ''}"
            placed.append(Placed(line(words, 11, QUIET), centre - HALF - 32, y + TALL / 2))
    return placed


@lru_cache(maxsize=1024)
def _row(kind: str, count: int, unit: float, jump: int) -> Part:
    """Return a row of places, each as wide as a pixel of the input."""
    look = ROLES[kind]
    cells = "".join(
        f'<rect x="{number(index * jump * unit)}" width="{number(unit)}" height="{TALL}"/>'
        for index in range(count)
    )
    return Part(f'<g fill="{look.fill}" stroke="{look.edge}" stroke-width="0.8">{cells}</g>')


@lru_cache(maxsize=1024)
def _sides(above: float, below: float) -> Part:
    """Return two lines from the ends of a row down to the ends of the row below it."""
    lines = "".join(
        f"M{number(sign * above)} 0L{number(sign * below)} {STEP - TALL}" for sign in (-1, 1)
    )
    return Part(f'<path d="{lines}" stroke="{PEN}" fill="none"/>')


@lru_cache(maxsize=1024)
def _bar(who: str, long: float) -> Part:
    """Return a bar, orange for the one layer and green for the stack; its name stands beside it."""
    fill = ROLES["kernel"].fill if who == "one" else ROLES["output"].fill
    return Part(f'<rect width="{number(long)}" height="14" fill="{fill}" stroke="{INK}"/>')

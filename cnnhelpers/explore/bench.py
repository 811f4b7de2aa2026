"""The budget bench: a network of three convolutions and a head, and what it costs at work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.capstone.costs import Cost
from cnnhelpers.capstone.levels import LEVELS
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, ROLES, WRONG_INK
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.pieces import label, line
from cnnhelpers.shapes import Window, conv_macs, conv_parameters, output_size, receptive_field

SIDE = 28
BYTES = 4  # of a number in single precision
STRIDES = ("1 1 1", "2 1 1", "2 2 1", "2 2 2")
KERNELS = (5, 3, 3)
HEADS = ("dense", "global average")
KINDS = ("plain", "depthwise")
FOLDED = ("folded", "not folded")

LEFT, FULL, LIMIT = 150, 400, 260  # where bars begin, how far they may reach, where the budget is
COLUMNS = (10, 204, 334, 450, 580)
ROW, TOP, BAR = 20, 38, 22


class Line(NamedTuple):
    """A layer: its name, the shape that it makes, parameters, MACs, and what its outputs see."""

    name: str
    shape: tuple[int, int]  # channels, side
    parameters: int
    macs: int
    field: int


class BudgetBench(Explorer):
    """Edit a network for digits, and see what it costs beside the budget of a level.

    A 5×5 and two 3×3 convolutions, each with batch norm and ReLU, then a dense layer with ten
    outputs, on all places or on their average. Depthwise: the two 3×3 become a depthwise 3×3 and a
    1×1. Batch norm that is not folded keeps four numbers a channel.

    Args:
        goals: what to try. A goal can ask for parameters, macs, field (pixels that an output of
            the last convolution sees), places (side of its map), memory (bytes), and fits (whether
            it is within the level's budget).
    """

    width = 620
    height = 242

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("level", "level", tuple(LEVELS), "Silver"),
            Slider("first", "channels 1", 4, 16, 8, 4),
            Slider("second", "channels 2", 8, 32, 16, 8),
            Slider("third", "channels 3", 8, 32, 16, 8),
            Choice("strides", "strides", STRIDES, "2 1 1", menu=True),
            Choice("kind", "layers 2 and 3", KINDS),
            Choice("head", "head", HEADS),
            Choice("norm", "batch norm", FOLDED),
        ]
        super().__init__(controls, goals=goals)

    def lines(self, **state: Any) -> list[Line]:
        """Return the layers of a state."""
        return _lines(*(state[name] for name in NAMES))

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`BudgetBench`."""
        lines = self.lines(**state)
        found = Cost(sum(each.parameters for each in lines), sum(each.macs for each in lines))
        return {
            "parameters": found.parameters,
            "macs": found.macs,
            "field": lines[-2].field,
            "places": lines[-2].shape[1],
            "memory": _memory(lines, state["norm"]),
            "fits": LEVELS[state["level"]].fits(found),
        }

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`BudgetBench`."""
        lines, seen = self.lines(**state), self.facts(**state)
        level = LEVELS[state["level"]]
        placed = [Placed(_head(), 0, 16)]
        for row, each in enumerate(lines):
            placed.append(Placed(_row(each), 0, TOP + row * ROW))
        below = TOP + 6 * ROW + 14
        bars = (("parameters", level.parameters), ("macs", level.macs))
        for row, (name, limit) in enumerate(bars):
            words = "MACs" if name == "macs" else name
            placed.append(Placed(_bar(words, seen[name], limit), LEFT, below + row * (BAR + 20)))
        verdict = "fits" if seen["fits"] else "does not fit"
        macs = "any number of MACs" if level.macs is None else f"{level.macs:,} MACs"
        kilo = seen["memory"] / 1000
        phrases = (
            f"Channels {state['first']}, {state['second']}, {state['third']}, strides "
            f"{state['strides']}, {state['kind']}, {state['head']}, batch norm {state['norm']}.",
            f"{seen['parameters']:,} parameters and {seen['macs']:,} MACs.",
            f"An output of the last convolution sees {seen['field']}×{seen['field']} pixels, one "
            f"of {seen['places']}×{seen['places']}; at most {kilo:.1f} kB of maps are kept at a "
            "time.",
            f"{level.name} allows {level.parameters:,} parameters and {macs}: it {verdict}.",
        )
        return Scene(self.width, self.height, tuple(placed), phrases)


NAMES = ("first", "second", "third", "strides", "kind", "head", "norm")


@lru_cache(maxsize=4096)
def _lines(
    first: int, second: int, third: int, strides: str, kind: str, head: str, norm: str
) -> list[Line]:
    """Return the layers: each convolution with its folded bias, or with batch norm's numbers."""
    extra = 1 if norm == "folded" else 4
    steps = [int(each) for each in strides.split()]
    side, before, windows, found = SIDE, 1, [], []
    for place, (channels, kernel, stride) in enumerate(zip((first, second, third), KERNELS, steps)):
        side = output_size(side, kernel, stride, kernel // 2)
        windows.append(Window(kernel, stride, kernel // 2))
        seen = receptive_field(windows).size
        parts = [(before, channels, kernel, 1)]
        if place and kind == "depthwise":
            parts = [(before, before, kernel, before), (before, channels, 1, 1)]
        for inputs, outputs, size, groups in parts:
            weights = conv_parameters(inputs, outputs, size, groups, bias=False)
            macs = conv_macs(inputs, outputs, size, (side, side), groups)
            step = f" / {stride}" if size > 1 else ""
            name = f"{size}×{size}{step}{', depthwise' if groups > 1 else ''}"
            found.append(Line(name, (outputs, side), weights + extra * outputs, macs, seen))
        before = channels
    features = before if head == "global average" else before * side * side
    words = "average, dense" if head == "global average" else "dense"
    found.append(Line(words, (10, 1), features * 10 + 10, features * 10, SIDE))
    return found


def _memory(lines: Sequence[Line], norm: str) -> int:
    """Return the bytes of the largest pair of maps: what a layer reads and what it makes."""
    maps = [SIDE * SIDE, *(channels * side * side for channels, side in (x.shape for x in lines))]
    pairs = [before + after for before, after in zip(maps, maps[1:])]
    if norm == "not folded":  # batch norm is a layer by itself then
        pairs += [2 * each for each in maps[1:-1]]
    return BYTES * max(pairs)


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _head() -> Part:
    words = ("layer", "output", "parameters", "MACs", "sees")
    return _texts(words, True)


@lru_cache(maxsize=4096)
def _row(each: Line) -> Part:
    channels, side = each.shape
    shape = f"{channels}×{side}×{side}" if side > 1 or channels != 10 else "10"
    seen = f"{each.field}×{each.field}"
    return _texts((each.name, shape, f"{each.parameters:,}", f"{each.macs:,}", seen), False)


def _texts(words: Sequence[str], bold: bool) -> Part:
    heavy = ' font-weight="600"' if bold else ""
    return Part(
        "".join(
            f'<text x="{x}" y="4.5" font-size="12" fill="{PEN}"{heavy} '
            f'text-anchor="{"end" if place else "start"}">{content}</text>'
            for place, (x, content) in enumerate(zip(COLUMNS, words))
        )
    )


@lru_cache(maxsize=8192)
def _bar(name: str, value: int, limit: int | None) -> Part:
    """Return a bar that ends at the red line where the budget does; beyond FULL it is cut."""
    scale = LIMIT / limit if limit else FULL / 10_000_000
    wide = round(min(value * scale, FULL), 1)
    over = limit is not None and value > limit
    look = ROLES["kernel" if over else "output"]
    cut = ""
    if value * scale > FULL:
        slants = f"M{FULL - 14} 0l6 {BAR}M{FULL - 8} 0l6 {BAR}"
        cut = f'<path d="{slants}" stroke="#fff" stroke-width="2"/>'
    mark = ""
    if limit is not None:
        mark = (
            f'<path d="M{LIMIT} -3v{BAR + 6}" stroke="{WRONG_INK}" stroke-width="3" '
            'stroke-dasharray="5 2"/>'
            f'<g transform="translate({LIMIT},{-10})">'
            f"{label(f'{limit:,}', 11, WRONG_INK, True).markup}</g>"
        )
    words = line(f"{name} {'✗' if over else '✓'}", 13, bold=True).markup
    count, at = line(f"{value:,}", 12).markup, wide + 6
    if limit is not None and at < LIMIT < at + 8 * len(f"{value:,}"):
        at = LIMIT + 8  # else the red line would go through it
    return Part(
        f'<g transform="translate(-140,{BAR / 2})">{words}</g>'
        f'<rect width="{number(wide)}" height="{BAR}" fill="{look.fill}" stroke="{look.edge}"/>'
        f"{cut}{mark}"
        f'<g transform="translate({number(at)},{BAR / 2})">{count}</g>'
    )

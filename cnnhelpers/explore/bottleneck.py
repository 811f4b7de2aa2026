"""What a bottleneck saves: a K×K convolution, direct and after a 1×1 convolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.judged import ask_number
from cnnhelpers.explore.kit.learner import submitted
from cnnhelpers.explore.kit.pieces import line
from cnnhelpers.shapes import conv_macs, conv_parameters

SIDE = 28  # of the images, before and after: the padding is "same"
CHANNELS = 192
STEP = 16  # channels a step of a slider

LEFT, FULL = 10, 580
SLAB = 26  # height of a slab of channels
WIDE = 0.46  # pixels a channel
ARROW = 60
ROW = 100
BAR = 15


class Cost(NamedTuple):
    """Multiply-adds and weights of a convolution without bias."""

    macs: int
    weights: int


class BottleneckExplorer(Explorer):
    """Compare a K×K convolution of a 28×28×192 image with a 1×1 to fewer channels before it.

    No biases; the image keeps its size. Bars and slabs are drawn to scale.

    Args:
        bottleneck_macs: a function of your own, called as ``bottleneck_macs(height, width,
            in_channels, middle_channels, out_channels, kernel_size)``. Its answer is judged below
            the bars.
        goals: what to try. A goal can ask for middle, kernel_size, out (channels), direct and
            bottleneck (multiply-adds), direct_weights, bottleneck_weights, and ratio (direct
            divided by bottleneck).

    Raises:
        TypeError: ``bottleneck_macs`` is no function.
    """

    width = 600

    def __init__(
        self, bottleneck_macs: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.bottleneck_macs = submitted(bottleneck_macs, "BottleneckExplorer", "bottleneck_macs")
        self.height = 2 * ROW + 26 + (0 if self.bottleneck_macs is None else 22)
        sliders = [
            Slider("middle", "middle channels", STEP, 12 * STEP, STEP, STEP),
            Slider("kernel_size", "kernel size K", 1, 7, 5),
            Slider("out", "out channels", STEP, 16 * STEP, 2 * STEP, STEP),
        ]
        super().__init__(sliders, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def costs(self, middle: int, kernel_size: int, out: int) -> tuple[Cost, Cost, Cost]:
        """Return the cost of the direct K×K, of the 1×1, and of the K×K after it."""
        return (
            _cost(CHANNELS, out, kernel_size),
            _cost(CHANNELS, middle, 1),
            _cost(middle, out, kernel_size),
        )

    def facts(self, **state: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`BottleneckExplorer`."""
        direct, down, after = self.costs(**state)
        both = down.macs + after.macs
        return {
            "direct": direct.macs,
            "bottleneck": both,
            "direct_weights": direct.weights,
            "bottleneck_weights": down.weights + after.weights,
            "ratio": direct.macs / both,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, middle: int, kernel_size: int, out: int) -> Scene:
        """Return the scene of a state; see :class:`BottleneckExplorer`."""
        direct, down, after = self.costs(middle, kernel_size, out)
        both = Cost(down.macs + after.macs, down.weights + after.weights)
        scale = FULL / max(direct.macs, both.macs)
        kernel = f"{kernel_size}×{kernel_size}"
        size, taps = f"{SIDE}·{SIDE}", f"{kernel_size}·{kernel_size}"

        placed = _stage(
            14,
            f"direct: {kernel}",
            direct,
            [("input", CHANNELS), ("output", out)],
            [kernel],
            f"{size}·{CHANNELS}·{out}·{taps} = {direct.macs:,}",
        )
        placed += _stage(
            14 + ROW,
            f"bottleneck: 1×1, then {kernel}",
            both,
            [("input", CHANNELS), ("plain", middle), ("output", out)],
            ["1×1", kernel],
            f"{size}·{CHANNELS}·{middle} + {size}·{middle}·{out}·{taps} = "
            f"{down.macs:,} + {after.macs:,}",
        )
        bars = [("kernel", direct.macs)], [("plain", down.macs), ("kernel", after.macs)]
        for row, pieces in enumerate(bars):
            x = float(LEFT)
            for kind, macs in pieces:
                wide = macs * scale
                name = kernel if kind == "kernel" else "1×1"
                bar = _bar(kind, round(wide, 1), name)
                placed.append(Placed(bar, round(x, 1), 79 + row * ROW))
                x += wide

        factor, words = _ratio(direct.macs, both.macs)
        quotient = f"{direct.macs:,} / {both.macs:,} = {factor}"
        placed.append(Placed(line(quotient, 14, bold=True), LEFT, 2 * ROW + 14))
        phrases: tuple[str, ...] = (
            f"Images of {SIDE}×{SIDE}, {CHANNELS} channels to {out}.",
            f"Direct {kernel}: {direct.macs:,} MACs, {direct.weights:,} weights.",
            f"Bottleneck of {middle} channels: {down.macs:,} for the 1×1 and {after.macs:,} for "
            f"the {kernel}, together {both.macs:,} MACs, {both.weights:,} weights.",
            f"The bottleneck takes {words}.",
        )
        if self.bottleneck_macs is not None:
            numbers = SIDE, SIDE, CHANNELS, middle, out, kernel_size
            judged = ask_number(self.bottleneck_macs, *numbers, true=both.macs)
            placed.append(Placed(judged.line(FULL), LEFT + 6, 2 * ROW + 36))
            phrases += (judged.words,)
        return Scene(self.width, self.height, tuple(placed), phrases)


@lru_cache(maxsize=2048)
def _cost(in_channels: int, out_channels: int, kernel_size: int) -> Cost:
    return Cost(
        conv_macs(in_channels, out_channels, kernel_size, (SIDE, SIDE)),
        conv_parameters(in_channels, out_channels, kernel_size, bias=False),
    )


def _ratio(direct: int, both: int) -> tuple[str, str]:
    """Return the ratio as a number, and in words."""
    ratio = direct / both
    if direct == both:
        return "1.00", "as many MACs"
    if ratio > 1:
        return f"{ratio:.2f}", f"{ratio:.2f} times fewer MACs"
    return f"{ratio:.2f}", f"{both / direct:.2f} times as many MACs: it saves nothing here"


# Pieces -----------------------------------------------------------------------------------------


def _stage(
    top: float,
    name: str,
    cost: Cost,
    slabs: list[tuple[str, int]],
    arrows: list[str],
    sum_: str,
) -> list[Placed]:
    """Return one of the two ways: its name, its cost, its channels, and how the cost comes up."""
    macs = f"{cost.macs:,} MACs, {cost.weights:,} weights"
    placed = [
        Placed(line(name, 13, bold=True), LEFT, top),
        Placed(_end(macs), LEFT + FULL, top),
    ]
    x = float(LEFT)
    for index, (kind, channels) in enumerate(slabs):
        placed.append(Placed(_slab(kind, channels), x, top + 12))
        x += channels * WIDE
        if index < len(arrows):
            placed.append(Placed(_arrow(arrows[index]), x, top + 12 + SLAB / 2))
            x += ARROW
    placed.append(Placed(line(sum_, 12, QUIET), LEFT, top + 58))
    return placed


@lru_cache(maxsize=64)
def _slab(kind: str, channels: int) -> Part:
    """Return the channels of an image as a slab, its number inside or, if it is thin, below."""
    look = ROLES[kind]
    wide = channels * WIDE
    inside = wide >= 28
    y = SLAB / 2 + 4.5 if inside else SLAB + 11
    lines = "".join(f"M{number(x * STEP * WIDE)} 0v{SLAB}" for x in range(1, channels // STEP))
    return Part(
        f'<rect width="{number(round(wide, 1))}" height="{SLAB}" fill="{look.fill}" '
        f'stroke="{look.edge}" stroke-width="1.5"/>'
        f'<path d="{lines}" stroke="{look.line}" stroke-width="0.6" opacity="0.5"/>'
        f'<text x="{number(round(wide / 2, 1))}" y="{number(y)}" font-size="12" '
        f'fill="{look.text if inside else PEN}" font-weight="600">{channels}</text>'
    )


@lru_cache(maxsize=16)
def _arrow(content: str) -> Part:
    end = ARROW - 6
    return Part(
        f'<path d="M6 0H{end}M{end - 6} -4l6 4l-6 4" fill="none" stroke="{PEN}" '
        'stroke-width="1.5"/>'
        f'<text x="{ARROW / 2}" y="-5" font-size="12" fill="{PEN}">{content}</text>'
    )


@lru_cache(maxsize=8192)
def _bar(kind: str, wide: float, name: str) -> Part:
    """Return a piece of a bar, hatched for the 1×1, with its name where there is room."""
    look = ROLES[kind]
    hatch = ""
    if kind == "plain":
        lines = "".join(f"M{x} {BAR}l-8 -{BAR}" for x in range(10, int(wide) + 1, 8))
        hatch = f'<path d="{lines}" stroke="{look.line}" stroke-width="0.8"/>'
    words = ""
    if wide >= 36:
        words = (
            f'<rect x="{number(round(wide / 2 - 15, 1))}" y="1.5" width="30" height="12" '
            f'fill="{look.fill}"/><text x="{number(round(wide / 2, 1))}" y="11.5" '
            f'font-size="11" fill="{look.text}">{name}</text>'
        )
    return Part(
        f'<rect width="{number(wide)}" height="{BAR}" fill="{look.fill}"/>{hatch}'
        f'<rect width="{number(wide)}" height="{BAR}" fill="none" stroke="{look.edge}" '
        f'stroke-width="1.5"/>{words}'
    )


@lru_cache(maxsize=4096)
def _end(content: str) -> Part:
    return text(content, 13, anchor="end", bold=True)

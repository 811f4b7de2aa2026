"""What a bottleneck saves: a K×K convolution, direct and after a 1×1 convolution."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import INK, QUIET, ROLES
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.judged import judged, verdict
from cnnhelpers.explore.kit.learner import submitted
from cnnhelpers.explore.kit.words import one_line
from cnnhelpers.shapes import conv_macs, conv_parameters

SIDE = 28  # of the images, before and after: the padding is "same"
CHANNELS = 192
STEP = 16  # channels a step of a slider

LEFT, FULL = 16, 748
SLAB = 40  # height of a slab of channels
WIDE = 0.6  # pixels a channel
ARROW = 74
ROW = 152


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

    Raises:
        TypeError: ``bottleneck_macs`` is no function.
    """

    width = 780

    def __init__(self, bottleneck_macs: Callable[..., Any] | None = None) -> None:
        if bottleneck_macs is not None and not callable(bottleneck_macs):
            raise TypeError(
                "BottleneckExplorer: bottleneck_macs must be a function, not "
                f"{type(bottleneck_macs).__name__}; give it the function itself, without brackets."
            )
        self.bottleneck_macs = submitted(bottleneck_macs)
        self.height = 2 * ROW + 62 + (0 if self.bottleneck_macs is None else 32)
        super().__init__(
            [
                Slider("middle", f"middle channels / {STEP}", 1, 12, 1),
                Slider("kernel_size", "kernel size K", 1, 7, 5),
                Slider("out", f"out channels / {STEP}", 1, 16, 2),
            ]
        )

    # Numbers ------------------------------------------------------------------------------------

    def costs(self, middle: int, kernel_size: int, out: int) -> tuple[Cost, Cost, Cost]:
        """Return the cost of the direct K×K, of the 1×1, and of the K×K after it."""
        middle, out = middle * STEP, out * STEP
        return (
            _cost(CHANNELS, out, kernel_size),
            _cost(CHANNELS, middle, 1),
            _cost(middle, out, kernel_size),
        )

    # Picture ------------------------------------------------------------------------------------

    def draw(self, middle: int, kernel_size: int, out: int) -> Scene:
        """Return the scene of a state; see :class:`BottleneckExplorer`."""
        direct, down, after = self.costs(middle, kernel_size, out)
        middle, out = middle * STEP, out * STEP
        both = Cost(down.macs + after.macs, down.weights + after.weights)
        scale = FULL / max(direct.macs, both.macs)
        kernel = f"{kernel_size}×{kernel_size}"
        size, taps = f"{SIDE}·{SIDE}", f"{kernel_size}·{kernel_size}"

        placed = _stage(
            24,
            f"direct: {kernel}",
            direct,
            [("input", CHANNELS), ("output", out)],
            [kernel],
            f"{size}·{CHANNELS}·{out}·{taps} = {direct.macs:,}",
        )
        placed += _stage(
            24 + ROW,
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
                placed.append(
                    Placed(_bar(kind, round(wide, 1), name), round(x, 1), 110 + row * ROW)
                )
                x += wide

        factor, words = _ratio(direct.macs, both.macs)
        verdict = f"The bottleneck takes {words}."
        quotient = f"{direct.macs:,} / {both.macs:,} = {factor}"
        placed.append(Placed(_line(quotient, 17, INK, True), LEFT, 2 * ROW + 34))
        phrases = (
            f"Images of {SIDE}×{SIDE}, {CHANNELS} channels to {out}.",
            f"Direct {kernel}: {direct.macs:,} MACs, {direct.weights:,} weights.",
            f"Bottleneck of {middle} channels: {down.macs:,} for the 1×1 and {after.macs:,} for "
            f"the {kernel}, together {both.macs:,} MACs, {both.weights:,} weights.",
            verdict,
            *self._said(both.macs, middle, out, kernel_size, placed),
        )
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _said(
        self, true: int, middle: int, out: int, kernel_size: int, placed: list[Placed]
    ) -> tuple[str, ...]:
        """Ask the learner's function, place its answer, and return it as a sentence."""
        if self.bottleneck_macs is None:
            return ()
        try:
            value = self.bottleneck_macs(SIDE, SIDE, CHANNELS, middle, out, kernel_size)
        except Exception as error:  # shown, never swallowed
            right, words = False, f"Your function raised {one_line(error)}"
        else:
            right, words = judged(value, true)
        placed.append(Placed(verdict(right, words), LEFT + 8, 2 * ROW + 68))
        return (words if words[-1] in ".…" else f"{words}.",)


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
        Placed(_line(name, 15, INK, True), LEFT, top),
        Placed(_end(macs), LEFT + FULL, top),
    ]
    x = float(LEFT)
    for index, (kind, channels) in enumerate(slabs):
        placed.append(Placed(_slab(kind, channels), x, top + 24))
        x += channels * WIDE
        if index < len(arrows):
            placed.append(Placed(_arrow(arrows[index]), x, top + 24 + SLAB / 2))
            x += ARROW
    placed.append(Placed(_line(sum_, 13, QUIET), LEFT, top + 120))
    return placed


@lru_cache(maxsize=64)
def _slab(kind: str, channels: int) -> Part:
    """Return the channels of an image as a slab, its number inside or, if it is thin, below."""
    look = ROLES[kind]
    wide = channels * WIDE
    inside = wide >= 34
    colour = look.text if inside else INK
    y = SLAB / 2 + 5 if inside else SLAB + 16
    lines = "".join(f"M{number(x * STEP * WIDE)} 0v{SLAB}" for x in range(1, channels // STEP))
    return Part(
        f'<rect width="{number(round(wide, 1))}" height="{SLAB}" fill="{look.fill}" '
        f'stroke="{look.edge}" stroke-width="1.5"/>'
        f'<path d="{lines}" stroke="{look.line}" stroke-width="0.6" opacity="0.5"/>'
        f'<text x="{number(round(wide / 2, 1))}" y="{number(y)}" font-size="14" '
        f'fill="{colour}" font-weight="600">{channels}</text>'
    )


@lru_cache(maxsize=16)
def _arrow(content: str) -> Part:
    end = ARROW - 8
    return Part(
        f'<path d="M8 0H{end}M{end - 7} -5l7 5l-7 5" fill="none" stroke="{INK}" '
        'stroke-width="1.5"/>'
        f'<text x="{ARROW / 2}" y="-8" font-size="14" fill="{INK}">{content}</text>'
    )


@lru_cache(maxsize=8192)
def _bar(kind: str, wide: float, name: str) -> Part:
    """Return a piece of a bar, hatched for the 1×1, with its name where there is room."""
    look = ROLES[kind]
    hatch = ""
    if kind == "plain":
        lines = "".join(f"M{x} 22l-10 -22" for x in range(12, int(wide) + 1, 8))
        hatch = f'<path d="{lines}" stroke="{look.line}" stroke-width="0.8"/>'
    words = ""
    if wide >= 44:
        middle = number(round(wide / 2, 1))
        back = f'<rect x="{number(round(wide / 2 - 17, 1))}" y="3" width="34" height="16" '
        words = (
            f'{back}fill="{look.fill}"/>'
            f'<text x="{middle}" y="15.6" font-size="13" fill="{look.text}">{name}</text>'
        )
    return Part(
        f'<rect width="{number(wide)}" height="22" fill="{look.fill}"/>{hatch}'
        f'<rect width="{number(wide)}" height="22" fill="none" stroke="{look.edge}" '
        f'stroke-width="1.5"/>{words}'
    )


@lru_cache(maxsize=4096)
def _line(content: str, size: float, colour: str, bold: bool = False) -> Part:
    return text(content, size, colour=colour, anchor="start", bold=bold)


@lru_cache(maxsize=4096)
def _end(content: str) -> Part:
    return text(content, 15, anchor="end", bold=True)

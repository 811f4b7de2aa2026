"""Output size along one axis: which windows fit, and which pixels none of them reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.judged import ask_number
from cnnhelpers.explore.kit.learner import OPTIONS, accepted, submitted
from cnnhelpers.explore.kit.pieces import label, line, title
from cnnhelpers.explore.kit.words import counted, listed
from cnnhelpers.shapes import effective_kernel_size, read_positions, unread_positions

SIZES = (3, 12)
KERNEL, STRIDE, PADDING, DILATION = 5, 4, 3, 3
PIXEL = 26
LINES = 118  # height for all the windows' lines
LEFT = 14
STRIP = 94  # top of the input strip
BOX = 20  # width of an output's box beside its window
FORMULA = "output = floor((W + 2×P − span) / S) + 1"


class OutputSizeExplorer(Explorer):
    """See the formula ``floor((W + 2P − span) / S) + 1``, span = D(K − 1) + 1, along one axis.

    The input is a strip of pixels, its padding hatched. Below it stand the windows, their taps
    filled, each with the number of its output. Pixels that no window reads are crossed out.

    Args:
        output_size: a function of your own, called as ``output_size(size, kernel_size, stride=…,
            padding=…, dilation=…)``. Its answer stands beside the true one, and is marked where
            the two differ.
        goals: what to try. A goal can ask for size, kernel_size, stride, padding, dilation, output
            (the true one, 0 where no window fits), reads (how often each input pixel is read, as a
            list) and unread (how many pixels are read never).

    Raises:
        TypeError: ``output_size`` is no function.
    """

    width = 600

    def __init__(
        self, output_size: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.output_size = submitted(output_size, "OutputSizeExplorer", "output_size")
        self._strip = STRIP + (0 if self.output_size is None else 20)
        self.height = self._strip + PIXEL + 8 + LINES
        sliders = [
            Slider("size", "input size W", *SIZES, 8),
            Slider("kernel_size", "kernel size K", 1, KERNEL, 3),
            Slider("stride", "stride S", 1, STRIDE, 2),
            Slider("padding", "padding P", 0, PADDING, 0),
            Slider("dilation", "dilation D", 1, DILATION, 1),
        ]
        super().__init__(sliders, goals=goals)

    def facts(self, size: int, **window: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`OutputSizeExplorer`."""
        span = effective_kernel_size(window["kernel_size"], window["dilation"])
        if span > size + 2 * window["padding"]:
            return {"output": 0, "reads": [0] * size, "unread": size}
        windows = read_positions(size, **window)
        reads = [sum(pixel in one for one in windows) for pixel in range(size)]
        return {"output": len(windows), "reads": reads, "unread": reads.count(0)}

    def draw(self, size: int, kernel_size: int, stride: int, padding: int, dilation: int) -> Scene:
        """Return the scene of a state; see :class:`OutputSizeExplorer`."""
        window = (kernel_size, stride, padding, dilation)
        span = effective_kernel_size(kernel_size, dilation)
        rest = size + 2 * padding - span
        unread = unread_positions(size, *window) if rest >= 0 else []
        placed = [
            Placed(line(f"span = D×(K − 1) + 1 = {span},   {FORMULA}", 12, QUIET), LEFT, 14),
            *self._strip_of(size, padding, unread),
        ]
        if rest < 0:
            needed = -(-(span - size) // 2)
            room = size + 2 * padding
            if dilation > 1:
                what = f"Kernel {kernel_size} with dilation {dilation} spans {span}, the padded "
                what += f"input {room}: no window fits."
            else:
                what = f"Kernel {kernel_size} is more than the padded input of {room}: "
                what += "no window fits."
            note = f"Use a smaller kernel or dilation, or a padding of at least {needed}."
            count, said = 0, (what, note)
            placed.append(Placed(line(what, 13, bold=True), LEFT, 34))
        else:
            count = len(read_positions(size, *window))
            reach = f"span = {dilation}×({kernel_size} − 1) + 1 = {span}"
            formula = (
                f"floor(({size} + 2×{padding} − {span}) / {stride}) + 1"
                f" = floor({rest} / {stride}) + 1 = {count}"
            )
            note = _unread_words(unread, rest % stride)
            said = (f"{reach}; output = {formula}.", note)
            placed.append(Placed(line(f"output = {formula}", 13, bold=True), LEFT, 34))
        placed.append(Placed(line(note, 12), LEFT, 53))
        placed += self._windows(count, kernel_size, stride, padding, dilation, bool(rest % stride))
        phrases: tuple[str, ...] = (
            f"Input {size}, kernel {kernel_size}, stride {stride}, padding {padding}, "
            f"dilation {dilation}:",
            *said,
        )
        if self.output_size is not None:
            options = {"stride": stride, "padding": padding, "dilation": dilation}
            options = {name: options[name] for name in accepted(self.output_size, OPTIONS)}
            judged = ask_number(self.output_size, size, kernel_size, true=count, **options)
            placed.append(Placed(judged.line(self.width - 2 * LEFT), LEFT + 6, 75))
            phrases += (judged.words,)
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _strip_of(self, size: int, padding: int, unread: Sequence[int]) -> list[Placed]:
        """Return the input's pixels; pixel 0 stands still, and padding grows around the input."""
        left, top = LEFT + (PADDING - padding) * PIXEL, self._strip
        name = f"input of {size}" + (f", padding {padding} on both sides" if padding else "")
        end = LEFT + (PADDING + size + padding) * PIXEL
        beside = end + 8 + 7 * len(name) < self.width
        placed = [Placed(title(name), end + 8 if beside else LEFT, top + (13 if beside else -25))]
        for place in range(size + 2 * padding):
            pixel = place - padding
            inside = 0 <= pixel < size
            kind = "padding" if not inside else "unread" if pixel in unread else "input"
            placed.append(Placed(_pixel(kind), left + place * PIXEL, top))
            if inside:
                number_ = label(str(pixel), 11, QUIET)
                placed.append(Placed(number_, left + (place + 0.5) * PIXEL, top - 8))
        return placed

    def _windows(
        self, count: int, kernel_size: int, stride: int, padding: int, dilation: int, rest: bool
    ) -> list[Placed]:
        """Return the windows, as many in a line as do not touch, and the one that does not fit."""
        span = effective_kernel_size(kernel_size, dilation)
        total = count + (rest or not count)
        apart = -(-(span * PIXEL + BOX + 14) // (stride * PIXEL))  # from one to the next in a line
        lines = min(apart, total)
        height = min(26.0, LINES / lines)
        tall = round(min(18.0, height - 1.5), 1)
        left, top = LEFT + (PADDING - padding) * PIXEL, self._strip + PIXEL + 8
        return [
            Placed(
                _window(kernel_size, dilation, index if index < count else -1, tall),
                left + index * stride * PIXEL,
                round(top + index % apart * height, 1),
            )
            for index in range(total)
        ]


def _unread_words(unread: Sequence[int], rest: int) -> str:
    if not unread:
        tail = (
            f" The last step is incomplete: {rest} of the padded input left over." if rest else ""
        )
        return "Every input pixel is read." + tail
    names = [str(pixel) for pixel in unread]
    word = counted(len(names), "pixel").split()[1]
    return f"No window reads input {word} {listed(names)}."


@lru_cache(maxsize=8)
def _pixel(kind: str) -> Part:
    size = f'width="{PIXEL}" height="{PIXEL}"'
    if kind == "padding":
        look = ROLES["padding"]
        hatch = "".join(f"M{x} 0L0 {x}" for x in range(8, PIXEL + 1, 8))
        hatch += "".join(f"M{PIXEL} {x}L{x} {PIXEL}" for x in range(8, PIXEL, 8))
        return Part(
            f'<rect {size} fill="{look.fill}"/><path d="{hatch}" stroke="{look.hatch}"/>'
            f'<rect {size} fill="none" stroke="{look.edge}" stroke-dasharray="{look.edge_dash}"/>'
            f'<text x="{PIXEL / 2}" y="{PIXEL / 2 + 4.5}" font-size="12" fill="{look.text}">0'
            "</text>"
        )
    if kind == "input":
        return Part(f'<rect {size} fill="{ROLES["input"].fill}" stroke="{ROLES["input"].line}"/>')
    return Part(
        f'<rect {size} fill="none" stroke="{PEN}" stroke-width="1.5"/>'
        f'<path d="M3 3L{PIXEL - 3} {PIXEL - 3}M{PIXEL - 3} 3L3 {PIXEL - 3}" stroke="{PEN}" '
        'stroke-width="2"/>'
    )


@lru_cache(maxsize=1024)
def _window(kernel_size: int, dilation: int, index: int, tall: float) -> Part:
    """Return a window: a box for each tap, a line across the span, and the output it makes.

    Index -1 is the window that does not fit: dashed and empty.
    """
    half, size = number(tall / 2), min(13.0, max(11.0, tall))
    baseline = number(round(tall / 2 + 0.36 * size, 1))
    span = effective_kernel_size(kernel_size, dilation) * PIXEL
    fill, dash, pen = (WINDOW, "", WINDOW_CASING) if index >= 0 else (
        "none", ' stroke-dasharray="4 3"', PEN
    )  # fmt: skip
    boxes = "".join(
        f'<rect x="{tap * dilation * PIXEL + 2}" width="{PIXEL - 4}" height="{number(tall)}" '
        f'rx="2" fill="{fill}" stroke="{pen}"{dash}/>'
        for tap in range(kernel_size)
    )
    if index >= 0:
        look = ROLES["output"]
        end = (
            f'<rect x="{span + 8}" width="{BOX}" height="{number(tall)}" rx="2" '
            f'fill="{look.fill}"/><text x="{span + 8 + BOX / 2}" y="{baseline}" '
            f'font-size="{number(size)}" fill="{look.text}">{index}</text>'
        )
    else:
        end = (
            f'<text x="{span + 8}" y="{baseline}" font-size="11" fill="{PEN}" '
            'text-anchor="start">does not fit</text>'
        )
    wire = f'<path d="M4 {half}H{span + (8 if index >= 0 else -4)}" stroke="{PEN}"{dash}/>'
    return Part(wire + boxes + end)

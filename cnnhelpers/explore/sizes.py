"""Output size along one axis: which windows fit, and which pixels none of them reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import INK, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.judged import judged, verdict
from cnnhelpers.explore.kit.learner import OPTIONS, accepted, submitted
from cnnhelpers.explore.kit.words import one_line
from cnnhelpers.shapes import effective_kernel_size, read_positions, unread_positions

SIZES = (3, 12)
KERNEL, STRIDE, PADDING, DILATION = 5, 4, 3, 3
PIXEL = 32
LINES = 234  # height for all the windows' lines
LINE, TALL = 44, 26  # height of one of them, and of its window, where they are few
LEFT = 22
STRIP = 152  # top of the input strip
FORMULA = "output = floor((W + 2×P − D×(K − 1) − 1) / S) + 1"


class OutputSizeExplorer(Explorer):
    """See the formula ``floor((W + 2P − D(K − 1) − 1) / S) + 1`` at work along one axis.

    The input is a strip of pixels, its padding hatched. Each line below is one window, its taps
    filled. Pixels that no window reads are crossed out and counted.

    Args:
        output_size: a function of your own, called as ``output_size(size, kernel_size, stride=…,
            padding=…, dilation=…)``. Its answer stands beside the true one, and is marked where
            the two differ.

    Raises:
        TypeError: ``output_size`` is no function.
    """

    width = 780

    def __init__(self, output_size: Callable[..., Any] | None = None) -> None:
        if output_size is not None and not callable(output_size):
            raise TypeError(
                "OutputSizeExplorer: output_size must be a function, not "
                f"{type(output_size).__name__}; give it the function itself, without brackets."
            )
        self.output_size = submitted(output_size)
        self._strip = STRIP + (0 if self.output_size is None else 30)
        self.height = self._strip + PIXEL + 16 + LINES + 10
        super().__init__(
            [
                Slider("size", "input size W", *SIZES, 8),
                Slider("kernel_size", "kernel size K", 1, KERNEL, 3),
                Slider("stride", "stride S", 1, STRIDE, 2),
                Slider("padding", "padding P", 0, PADDING, 0),
                Slider("dilation", "dilation D", 1, DILATION, 1),
            ]
        )

    def draw(self, size: int, kernel_size: int, stride: int, padding: int, dilation: int) -> Scene:
        """Return the scene of a state; see :class:`OutputSizeExplorer`."""
        span = effective_kernel_size(kernel_size, dilation)
        padded = size + 2 * padding
        fits = span <= padded
        unread = unread_positions(size, kernel_size, stride, padding, dilation) if fits else []
        # Pixel 0 stands still; padding grows around the input.
        left = LEFT + (PADDING - padding) * PIXEL
        top = self._strip
        name = f"input of {size}" + (f", padding {padding} on both sides" if padding else "")
        placed = [
            Placed(_line(FORMULA, 14, QUIET), LEFT, 24),
            Placed(_line(name, 13, QUIET, True), LEFT + PADDING * PIXEL, top - 34),
        ]
        for place in range(padded):
            pixel = place - padding
            inside = 0 <= pixel < size
            kind = "padding" if not inside else "unread" if pixel in unread else "input"
            placed.append(Placed(_pixel(kind), left + place * PIXEL, top))
            if inside:
                placed.append(Placed(_index(str(pixel)), left + (place + 0.5) * PIXEL, top - 12))
        setting = (
            f"Input {size}, kernel {kernel_size}, stride {stride}, padding {padding}, "
            f"dilation {dilation}:"
        )
        y = top + PIXEL + 16
        if not fits:
            needed = -(-(span - size) // 2)
            spans = f" with dilation {dilation} spans {span}" if dilation > 1 else ""
            what = f"Kernel {kernel_size}{spans} is more than the padded input of {padded}:"
            if spans:
                what = what.replace(" is more", ", more")
            what += " no window fits."
            hint = f"Use a smaller kernel or dilation, or a padding of at least {needed}."
            placed.append(Placed(_window(kernel_size, dilation, -1, TALL), left, y))
            placed.append(Placed(_line(what, 15, INK, True), LEFT, 50))
            placed.append(Placed(_line(hint, 14, INK), LEFT, 74))
            said = self._said(0, size, kernel_size, stride, padding, dilation, placed)
            return Scene(self.width, self.height, tuple(placed), (setting, what, hint, *said))

        windows = read_positions(size, kernel_size, stride, padding, dilation)
        count = len(windows)
        rest = (padded - span) % stride
        line = min(LINE, LINES // (count + bool(rest)))
        tall = min(line - 4, TALL)
        for index in range(count):
            part = _window(kernel_size, dilation, index, tall)
            placed.append(Placed(part, left + index * stride * PIXEL, y + index * line))
        if rest:  # the window that the floor leaves out
            part = _window(kernel_size, dilation, -1, tall)
            placed.append(Placed(part, left + count * stride * PIXEL, y + count * line))
        formula = (
            f"floor(({size} + 2×{padding} − {dilation}×({kernel_size} − 1) − 1) / {stride}) + 1 = "
            f"floor({padded - span} / {stride}) + 1 = {count}"
        )
        note = _unread_words(unread, rest)
        placed.append(Placed(_line(f"output = {formula}", 16, INK, True), LEFT, 50))
        placed.append(Placed(_line(note, 14, INK), LEFT, 74))
        said = self._said(count, size, kernel_size, stride, padding, dilation, placed)
        phrases = (setting, f"the output is {count}: {formula}.", note, *said)
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _said(
        self,
        true: int,
        size: int,
        kernel_size: int,
        stride: int,
        padding: int,
        dilation: int,
        placed: list[Placed],
    ) -> tuple[str, ...]:
        """Ask the learner's function, place its answer, and return it as a sentence."""
        if self.output_size is None:
            return ()
        options = {"stride": stride, "padding": padding, "dilation": dilation}
        names = accepted(self.output_size, OPTIONS)
        try:
            value = self.output_size(size, kernel_size, **{name: options[name] for name in names})
        except Exception as error:  # shown, never swallowed
            # To refuse a kernel that does not fit is as right as to say 0.
            right = not true and isinstance(error, ValueError)
            words = f"Your function raised {one_line(error)}"
        else:
            right, words = judged(value, true)
        placed.append(Placed(verdict(right, words), LEFT, 104))
        return (words if words[-1] in ".…" else f"{words}.",)


def _unread_words(unread: list[int], rest: int) -> str:
    if not unread:
        tail = (
            f" The last step is incomplete: {rest} of the padded input left over." if rest else ""
        )
        return "Every input pixel is read." + tail
    names = [str(pixel) for pixel in unread]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    plural = "s" if len(names) > 1 else ""
    return f"No window reads input pixel{plural} {listed}."


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
            f'<text x="{PIXEL / 2}" y="{PIXEL / 2 + 5}" font-size="14" fill="{look.text}">0</text>'
        )
    look = ROLES["input"]
    if kind == "input":
        return Part(f'<rect {size} fill="{look.fill}" stroke="{look.line}"/>')
    hatch = "".join(f"M{x} 0L0 {x}M{PIXEL} {x}L{x} {PIXEL}" for x in range(6, PIXEL, 6))
    return Part(
        f'<rect {size} fill="#ffffff" stroke="{INK}" stroke-width="1.5"/>'
        f'<path d="{hatch}M{PIXEL} 0L0 {PIXEL}" stroke="{INK}"/>'
        f'<rect x="1" y="9.5" width="{PIXEL - 2}" height="13" fill="#ffffff"/>'
        # As wide in every font, and with room to the next one.
        f'<text x="{PIXEL / 2}" y="19" font-size="8.5" textLength="26" '
        f'lengthAdjust="spacingAndGlyphs" fill="{INK}">unread</text>'
    )


@lru_cache(maxsize=1024)
def _window(kernel_size: int, dilation: int, index: int, tall: int) -> Part:
    """Return a window: a box for each tap, a line across the span, and the output it makes.

    Index -1 is the window that does not fit: dashed and empty.
    """
    half = number(tall / 2)
    size = min(14.0, tall + 1.5)
    span = effective_kernel_size(kernel_size, dilation) * PIXEL
    fill = WINDOW if index >= 0 else "#ffffff"
    dash = "" if index >= 0 else ' stroke-dasharray="4 3"'
    boxes = "".join(
        f'<rect x="{tap * dilation * PIXEL + 2}" width="{PIXEL - 4}" height="{tall}" rx="2" '
        f'fill="{fill}" stroke="{WINDOW_CASING}"{dash}/>'
        for tap in range(kernel_size)
    )
    if index >= 0:
        look = ROLES["output"]
        end = (
            f'<rect x="{span + 10}" width="24" height="{tall}" rx="2" fill="{look.fill}"/>'
            f'<text x="{span + 22}" y="{number(tall / 2 + 0.36 * size)}" '
            f'font-size="{number(size)}" fill="{look.text}">{index}</text>'
        )
        reach = span + 10
    else:
        end = (
            f'<text x="{span + 10}" y="{number(tall / 2 + 4)}" font-size="12" fill="{INK}" '
            'text-anchor="start">does not fit</text>'
        )
        reach = span - 4
    line = f'<path d="M4 {half}H{reach}" stroke="{WINDOW_CASING}"{dash}/>'
    return Part(line + boxes + end)


@lru_cache(maxsize=64)
def _index(content: str) -> Part:
    return text(content, 12, colour=QUIET)


@lru_cache(maxsize=8192)
def _line(content: str, size: float, colour: str, bold: bool = False) -> Part:
    return text(content, size, colour=colour, anchor="start", bold=bold)

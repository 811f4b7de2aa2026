"""A photograph, a kernel and the response beside each other, as one PNG."""

from __future__ import annotations

import io
import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import matplotlib
import numpy as np
from PIL import Image

from cnnhelpers.draw import figure as sheet
from cnnhelpers.draw.scene import WIDE, wrapped
from cnnhelpers.draw.style import INK, QUIET, WRONG, WRONG_INK

SIDE = 240  # CSS pixels of the longer side of a photograph
CELLS = 190  # CSS pixels of a kernel


@dataclass(frozen=True)
class Filtered:
    """A photograph (H, W) in [0, 1], a square kernel, and what it makes of the photograph.

    ``texts`` are the weights as they are written, ``weights`` their numbers, None where one of them
    is none; ``output`` is None where there is none, and ``problem`` says why.
    """

    photo: np.ndarray
    texts: tuple[tuple[str, ...], ...]
    weights: np.ndarray | None
    output: np.ndarray | None
    problem: str
    sentence: str
    heading: str = "response"

    @property
    def alt(self) -> str:
        """What the picture shows, in words."""
        return self.sentence

    @property
    def signed(self) -> bool:
        """Whether 0 is in the middle of the colours, for kernels that give it on even areas."""
        return self.weights is not None and signed(self.weights)

    @cached_property
    def png(self) -> bytes:
        """The response as PNG, one pixel each: an empty one where there is none."""
        if self.output is None:
            return palette_png(np.zeros((1, 1), np.uint8), gray=True)
        low = -1.0 if self.signed else 0.0
        finite = np.isfinite(self.output)
        levels = np.clip((np.where(finite, self.output, 0) - low) / (1 - low), 0, 1)
        indices = np.where(finite, np.rint(levels * 254), 255).astype(np.uint8)
        return palette_png(indices, gray=not self.signed)

    def colours(self) -> list[tuple[str, str]]:
        """Return background and text colour of each weight: blue below 0, white, red above."""
        if self.weights is None:
            return [("#ffffff", INK)] * sum(map(len, self.texts))
        top = np.abs(self.weights).max() or 1
        # The ends of the map are almost black; numbers stay readable on the lighter part.
        levels = np.rint((0.8 * self.weights.ravel() / top + 1) / 2 * 254).astype(int)
        colours = palette(False)[levels]
        # Relative luminance; at 0.18 black and white stand out alike, 4.6 to 1.
        shares = colours / 255
        linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
        dark = linear @ (0.2126, 0.7152, 0.0722) < 0.179
        return [
            (f"#{r:02x}{g:02x}{b:02x}", "#ffffff" if is_dark else "#000000")
            for (r, g, b), is_dark in zip(colours.tolist(), dark)
        ]


def signed(weights: np.ndarray) -> bool:
    """Whether a kernel gives about 0, or less, on even areas: then 0 is in the middle."""
    return bool(weights.sum() <= 0.1 * np.abs(weights).sum() and weights.any())


@cache
def palette(gray: bool) -> np.ndarray:
    """Return 256 colours (256, 3) uint8: 0 to 254 from low to high, 255 for what is not finite."""
    name = sheet.PLAIN if gray else sheet.SIGNED
    colours = matplotlib.colormaps[name](np.linspace(0, 1, 255), bytes=True)
    wrong = [[int(WRONG[i : i + 2], 16) for i in (1, 3, 5)]]
    return np.concatenate([colours[:, :3], np.array(wrong, np.uint8)])


def palette_png(indices: np.ndarray, gray: bool) -> bytes:
    """Return a PNG of palette colours; quick rather than small."""
    image = Image.fromarray(indices)
    image.putpalette(palette(gray).tobytes())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


def photo_png(photo: np.ndarray) -> bytes:
    """Return a grey photograph (H, W) in [0, 1] as PNG."""
    file = io.BytesIO()
    Image.fromarray(np.rint(photo * 255).astype(np.uint8)).save(file, "PNG", compress_level=6)
    return file.getvalue()


def magnification(shape: Sequence[int], side: float = SIDE) -> float:
    """Return how many CSS pixels a pixel gets, whole if it can be, so that ``side`` is kept."""
    times = side / max(shape)
    return math.floor(times) if times >= 1 else times


@sheet.house_style
def filtered(made: Filtered) -> sheet.Picture:
    """Draw photograph, kernel and response beside each other, with the sentence below."""
    tall = max(CELLS, made.photo.shape[0] * magnification(made.photo.shape))
    width = 2 * sheet.MARGIN + 2 * SIDE + CELLS + 2 * sheet.GAP
    top = sheet.MARGIN + sheet.LINE + 2
    below = round(top + tall + sheet.BAR_AND_NUMBERS + sheet.MARGIN)
    words = wrapped(made.sentence, int((width - 4 * sheet.MARGIN) / (13 * WIDE)))
    figure = sheet.new_figure(width, below + 19 * len(words) + sheet.MARGIN)
    axes = sheet.sheet(figure)
    middles = [sheet.MARGIN + SIDE / 2, width / 2, width - sheet.MARGIN - SIDE / 2]
    for middle, head in zip(middles, ["photograph", "kernel", made.heading]):
        colour = WRONG_INK if "," in head else QUIET
        sheet.say(axes, middle, top - 11, head, 12, color=colour, weight="bold")
    centre = top + tall / 2
    _place(axes, made.photo, middles[0], centre, "gray", 0)
    _place_kernel(axes, made, middles[1], centre)
    if made.output is None:
        lines = textwrap.wrap(made.problem, 34)
        for index, line in enumerate(lines):
            y = centre + 17 * (index - (len(lines) - 1) / 2)
            sheet.say(axes, middles[2], y, line, 12)
    else:
        colours, low = (sheet.SIGNED, -1.0) if made.signed else (sheet.PLAIN, 0.0)
        bottom = _place(axes, made.output, middles[2], centre, colours, low)
        sheet.colour_bar(axes, middles[2], max(bottom, top + tall - 12), 200, colours, low, 1)
    # Where the picture is all there is, on GitHub say, it holds the sentence too.
    for index, line in enumerate(words):
        sheet.say(axes, 2 * sheet.MARGIN, below + 19 * (index + 0.5), line, 13, ha="left")
    return sheet.as_picture(figure, made.sentence)


def _place(
    axes: Any, values: np.ndarray, middle: float, centre: float, colours: str, low: float
) -> float:
    """Draw an image as large as fits, each pixel a square; return its lower edge."""
    times = magnification(values.shape)
    height, width = (size * times for size in values.shape)
    left, top = sheet.snap(middle - width / 2), sheet.snap(centre - height / 2)
    extent = (left, left + width, top + height, top)
    values = np.where(np.isfinite(values), values, np.nan)
    sheet.put(axes, values, extent, colours, low, 1)
    sheet.frame(axes, extent)
    return top + height


def _place_kernel(axes: Any, made: Filtered, middle: float, centre: float) -> None:
    side = len(made.texts)
    cell = CELLS / side
    for index, (background, ink) in enumerate(made.colours()):
        row, column = divmod(index, side)
        left, top = middle - CELLS / 2 + column * cell, centre - CELLS / 2 + row * cell
        axes.fill(
            [left, left + cell, left + cell, left], [top, top, top + cell, top + cell],
            facecolor=background, edgecolor=sheet.EDGE, linewidth=sheet.points(1),
        )  # fmt: skip
        text = made.texts[row][column].replace("-", "−")
        size = min(16 if side == 3 else 13, 1.5 * cell / len(text))
        sheet.say(axes, left + cell / 2, top + cell / 2, text, size, color=ink)

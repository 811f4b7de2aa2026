"""The sheet that pictures are drawn on with Matplotlib, without its global state.

Coordinates and font sizes are CSS pixels. Pictures are drawn at twice that, for sharp screens, on
their own white card, so that a dark theme changes nothing.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from cnnhelpers.draw.embedding import png_html
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.style import CARD, INK, WRONG

SHARPNESS = 2  # drawn pixels per CSS pixel
INCH = 100  # CSS pixels; any number does, as long as figure sizes and font sizes agree on it
WIDTH = 720  # of a notebook's output, with room to spare
MARGIN = 10
GAP = 16
LINE = 17  # of a title
BAR = 8  # height of a colour bar
BAR_AND_NUMBERS = 28
EDGE = "#9a9a9a"
RULE = "#e4e4e4"
FONT = "DejaVu Sans"  # comes with Matplotlib, so every machine draws the same letters
SIGNED, PLAIN = "RdBu_r", "gray"  # negative is blue, 0 white, positive red: safe for all eyes


@dataclass(frozen=True)
class Picture:
    """A PNG with the sentence that says what it shows, and its size on the page in CSS pixels."""

    png: bytes
    alt: str
    width: int
    height: int

    @property
    def sentence(self) -> str:
        """What the picture shows, in words."""
        return self.alt

    def html(self) -> str:
        """Return the picture as HTML with its sentence as alternative text."""
        return png_html(self.png, self.alt, self.width, self.height)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.alt}

    def __repr__(self) -> str:
        return self.alt


# Figures ----------------------------------------------------------------------------------------


def house_style(draw: Callable) -> Callable:
    """Draw with Matplotlib's own defaults, whatever style the notebook has set for its figures."""

    @wraps(draw)
    def drawn(*args: Any, **options: Any) -> Any:
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            return draw(*args, **options)

    return drawn


def points(pixels: float) -> float:
    """Return CSS pixels in Matplotlib's points."""
    return pixels * 72 / INCH


def new_figure(width: float, height: float) -> Figure:
    """Return an empty white figure of so many CSS pixels, unknown to pyplot."""
    figure = Figure(
        figsize=(width / INCH, height / INCH), dpi=INCH * SHARPNESS, facecolor=CARD, layout=None
    )
    FigureCanvasAgg(figure)
    return figure


def sheet(figure: Figure) -> Any:
    """Return axes that cover the figure, in CSS pixels from its top left corner, without marks."""
    width, height = (round(inches * INCH) for inches in figure.get_size_inches())
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0), autoscale_on=False)
    axes.axis("off")
    return axes


def png_bytes(figure: Figure, compress_level: int = 9) -> bytes:
    """Return the figure as PNG, with nothing in it that differs from run to run."""
    figure.canvas.draw()
    pixels = np.asarray(figure.canvas.buffer_rgba())[..., :3]
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(
        file, "PNG", compress_level=compress_level, optimize=compress_level == 9
    )
    return file.getvalue()


def as_picture(figure: Figure, alt: str) -> Picture:
    """Return a drawn figure as a picture with its sentence."""
    width, height = (round(inches * INCH) for inches in figure.get_size_inches())
    return Picture(png_bytes(figure), alt, width, height)


def sentence_of(alt: object, function: str, otherwise: Callable[[], str]) -> str:
    """Return the sentence given, or for None the one that the numbers make by themselves."""
    if alt is None:
        return otherwise()
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError(
            f"{function}: alt must be a sentence that says what the picture shows, not {alt!r}; "
            "a reader who cannot see it reads this instead."
        )
    return alt.strip()


# What is drawn on it ----------------------------------------------------------------------------


def colour_bar(
    axes: Any, middle: float, top: float, width: float, colours: str, low: float, high: float
) -> None:
    """Draw the colours from low to high under ``top``, with their numbers."""
    left = snap(middle - width / 2)
    extent = (left, left + width, top + 6 + BAR, top + 6)
    put(axes, np.linspace(low, high, 256)[None], extent, colours, low, high)
    frame(axes, extent)
    ends = [(left, low, "left"), (left + width, high, "right")]
    if colours == SIGNED and width >= 100:
        ends.append((left + width / 2, 0, "center"))
    for x, value, side in ends:
        say(axes, x, top + BAR + 14, short(value), 10, ha=side)


def put(axes: Any, values: np.ndarray, extent: Any, colours: Any, low: float, high: float) -> Any:
    """Place pixels in a rectangle (left, right, bottom, top), NaN in the colour of errors."""
    drawn = extent[1] - extent[0]
    shrinks = drawn * SHARPNESS < values.shape[1]
    if isinstance(colours, str):
        colours = matplotlib.colormaps[colours].with_extremes(bad=WRONG)
    return axes.imshow(
        values, extent=extent, cmap=colours, vmin=low, vmax=high, aspect="auto", clip_on=False,
        interpolation="antialiased" if shrinks else "nearest",
    )  # fmt: skip


def frame(axes: Any, extent: Any, colour: str = EDGE, width: float = 1) -> None:
    """Draw the outline of a rectangle (left, right, bottom, top)."""
    left, right, bottom, top = extent
    axes.plot(
        [left, right, right, left, left], [top, top, bottom, bottom, top],
        color=colour, linewidth=points(width), solid_joinstyle="miter", clip_on=False,
    )  # fmt: skip


def say(axes: Any, x: float, y: float, content: str, size: float = 13, **more: Any) -> Any:
    """Write a line of text whose vertical middle is at y. Dollar signs stay dollar signs."""
    look = {"color": INK, "ha": "center", "va": "center_baseline", "parse_math": False}
    return axes.text(x, y, content, fontsize=points(size), family=FONT, **{**look, **more})


def snap(pixels: float) -> float:
    """Return the nearest place on the grid of drawn pixels."""
    return round(pixels * SHARPNESS) / SHARPNESS


def short(value: float) -> str:
    """Return a number with three significant digits."""
    value = float(value)
    if not np.isfinite(value) or value == 0:
        return format_number(value)
    if abs(value) < 1e-4:
        digits, power = f"{value:.2e}".split("e")
        return f"{digits.rstrip('0').rstrip('.')}e{int(power)}".replace("-", "−")
    decimals = max(0, 2 - math.floor(math.log10(abs(value))))
    written = format_number(value, decimals)
    return written.rstrip("0").rstrip(".") if "." in written else written

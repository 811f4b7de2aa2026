"""Images, curves and bars as PNG, drawn by Matplotlib without its global state.

Coordinates and font sizes are CSS pixels. Pictures are drawn at twice that, for sharp screens, on
their own white card, so that a dark theme changes nothing. Colours come from the roles in
:mod:`cnnhelpers.draw.style`; every series also has its own dash, marker and label at its end.
"""

from __future__ import annotations

import io
import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from itertools import pairwise
from typing import Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator
from PIL import Image

from cnnhelpers.draw.embedding import png_html
from cnnhelpers.draw.grid import format_number, shape_word
from cnnhelpers.draw.style import CARD, INK, QUIET, ROLES, WRONG
from cnnhelpers.shapes import whole_number

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

LINES = (
    ("input", "-", "o"),
    ("kernel", (0, (6, 2)), "s"),
    ("output", (0, (2, 1.5)), "^"),
    ("gradient", (0, (7, 2, 1.5, 2)), "D"),
    ("padding", (0, (4, 1.5, 1.5, 1.5, 1.5, 1.5)), "v"),
)


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


def _sentence(alt: object, function: str) -> str:
    if not isinstance(alt, str) or not alt.strip():
        raise ValueError(
            f"{function}: alt must be a sentence that says what the picture shows, not {alt!r}; "
            "a reader who cannot see it reads this instead."
        )
    return alt.strip()


# Images -----------------------------------------------------------------------------------------


@house_style
def images(
    images: Any,
    titles: Sequence[str] | str | None = None,
    *,
    alt: str,
    columns: int | None = None,
    signed: bool | Sequence[bool] = False,
    same_scale: bool = False,
    height: int | None = None,
) -> Picture:
    """Draw one image, or several beside each other.

    An image is (H, W), (1, H, W), (3, H, W) or (H, W, 3): numbers in [0, 1], or bytes. Grey values
    beyond [0, 1] are stretched between their smallest and largest, and a bar beneath says so.
    ``signed`` draws positive red, negative blue and 0 white. Every pixel of an image becomes a
    square of whole drawn pixels, as large as ``height`` (CSS pixels) and the page allow.

    Args:
        images: one image, a list of them, or an array (N, 1, H, W) or (N, 3, H, W).
        titles: one for each image.
        alt: the sentence that says what the picture shows.
        columns: images in a row; by default as many as are legible.
        signed: for all images, or one for each.
        same_scale: whether all signed images share one colour scale.
        height: of an image, at most, in CSS pixels.

    Raises:
        TypeError: something is not an image of numbers.
        ValueError: a shape is not one of those above, or titles or ``signed`` do not fit.
    """
    alt = _sentence(alt, "images")
    pictures = [_pixels(image, index) for index, image in enumerate(_several(images))]
    count = len(pictures)
    titles = _one_each(titles, count, "titles", str, "")
    signed = _one_each(signed, count, "signed", (bool, np.bool_), False)
    shown = [_Shown.of(*pair, index) for index, pair in enumerate(zip(pictures, signed))]
    shared = [one for one in shown if one.colours == SIGNED] if same_scale else []
    if shared:
        top = max(one.high for one in shared)
        shown = [
            replace(one, low=-top, high=top, bar=False) if one.colours == SIGNED else one
            for one in shown
        ]

    small = max(max(picture.shape[:2]) for picture in pictures) <= 40
    if columns is None:
        rows = math.ceil(count / (10 if small else 4))
        columns = math.ceil(count / rows)
    columns = min(count, whole_number(columns, "images: columns", minimum=1))
    if height is None:
        height = 120 if small and count > 3 else 240
    height = whole_number(height, "images: height", minimum=1)
    across = (WIDTH - 2 * MARGIN - GAP * (columns - 1)) / columns
    sizes = [_size(picture.shape[0], picture.shape[1], across, height) for picture in pictures]

    width_of = [
        max(max(sizes[i][1], shown[i].least) for i in range(c, count, columns))
        for c in range(columns)
    ]
    words = [
        textwrap.wrap(title, max(6, int(width_of[i % columns] / 7.4)))
        for i, title in enumerate(titles)
    ]
    rows = [range(start, min(start + columns, count)) for start in range(0, count, columns)]
    heads = [max(len(words[i]) for i in row) * LINE for row in rows]
    bodies = [max(sizes[i][0] for i in row) for row in rows]
    feet = [max(shown[i].foot for i in row) for row in rows]
    total = 2 * MARGIN + GAP * (len(rows) - 1) + sum(heads) + sum(bodies) + sum(feet)
    total += BAR_AND_NUMBERS if shared else 0
    width = max(2 * MARGIN + GAP * (columns - 1) + sum(width_of), 120)
    start = (width - GAP * (columns - 1) - sum(width_of)) / 2

    figure = new_figure(math.ceil(width), math.ceil(total))
    axes = sheet(figure)
    y = MARGIN
    for row, head, body, foot in zip(rows, heads, bodies, feet):
        x = start
        for i, room in zip(row, width_of):
            middle = x + room / 2
            _lines(axes, words[i], middle, y + head)
            shown[i].place(axes, middle, y + head, *sizes[i])
            x += room + GAP
        y += head + body + foot + GAP
    if shared:
        colour_bar(axes, width / 2, y - GAP, min(200, width - 2 * MARGIN), SIGNED, -top, top)
    return as_picture(figure, alt)


def _several(images: Any) -> list[Any]:
    """Return a list of images; one array of two or three axes is one image, if it can be."""
    if isinstance(images, (list, tuple)):
        given = list(images)
        if given and isinstance(given[0], (list, tuple)) and np.ndim(given[0]) == 1:  # nested lists
            given = [images]
    else:
        array = np.asarray(images)
        one = array.ndim <= 2 or (array.ndim == 3 and {1, 3} & {array.shape[0], array.shape[2]})
        given = [images] if one else list(array)
    if not given:
        raise ValueError("images: there is no image to draw; give at least one.")
    return given


def _pixels(image: Any, index: int) -> np.ndarray:
    """Return an image as (H, W) or (H, W, 3)."""
    name = f"images: image {index}"
    try:
        array = np.asarray(image)
    except ValueError:
        array = np.asarray(None)
    if array.dtype.kind not in "biuf":
        raise TypeError(
            f"{name} must be an array of numbers, not {type(image).__name__}; "
            "use for example np.array(..., dtype=np.float32)."
        )
    if array.ndim == 3 and array.shape[0] in (1, 3):
        array = array.transpose(1, 2, 0)
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if array.size == 0 or not (array.ndim == 2 or (array.ndim == 3 and array.shape[2] == 3)):
        raise ValueError(
            f"{name} has shape {shape_word(np.shape(image)) or '()'}; "
            "use (H, W), (1, H, W), (3, H, W) or (H, W, 3), with at least one pixel."
        )
    return array


def _one_each(given: Any, count: int, name: str, kind: Any, missing: Any) -> list[Any]:
    if given is None:
        return [missing] * count
    if isinstance(given, kind):
        given = [given] * (count if kind is not str else 1)
    given = list(given)
    if len(given) != count:
        raise ValueError(
            f"images: there are {count} images but {len(given)} {name}; give one for each image."
        )
    return given


def _size(height: int, width: int, across: float, most: float) -> tuple[float, float]:
    """Return height and width on the page: whole drawn pixels for every pixel, if they fit."""
    times = min(SHARPNESS * most / height, SHARPNESS * across / width)
    if times >= 1:
        times = math.floor(times)
    return height * times / SHARPNESS, width * times / SHARPNESS


@dataclass(frozen=True)
class _Shown:
    """How an image is coloured: its values, its map with its ends, and what stands beneath it."""

    values: np.ndarray
    colours: str | None = None
    low: float = 0
    high: float = 1
    bar: bool = False
    note: str = ""

    @classmethod
    def of(cls, picture: np.ndarray, signed: bool, index: int) -> _Shown:
        if picture.ndim == 3 and signed:
            raise ValueError(
                f"images: image {index} has 3 colour channels, so it cannot be signed; "
                "draw its channels one by one."
            )
        scale = 255 if picture.dtype == np.uint8 else 1
        values = picture.astype(np.float64) / (1 if signed else scale)
        values = np.where(np.isfinite(values), values, np.nan)
        finite = values[np.isfinite(values)]
        low, high = (finite.min(), finite.max()) if finite.size else (0.0, 1.0)
        note = "" if finite.size == values.size else "orange: not finite"
        outside = bool(low < 0 or high > 1)
        if signed:
            top = max(-low, high) or 1.0
            return cls(values, SIGNED, -top, top, bar=True, note=note)
        if picture.ndim == 3:
            note = f"{_short(low)} to {_short(high)}, cut to 0 to 1" if outside else note
            return cls(np.clip(np.nan_to_num(values), 0, 1), note=note)
        if outside and low == high:  # a flat image has no contrast to stretch
            low, high = min(low, 0.0), max(high, 0.0)
        low, high = (low, high) if outside else (0.0, 1.0)
        return cls(values, PLAIN, low, high, bar=outside, note=note)

    @property
    def foot(self) -> int:
        """Height of what stands beneath the image."""
        return BAR_AND_NUMBERS * self.bar + LINE * bool(self.note)

    @property
    def least(self) -> int:
        """Width that what stands beneath the image needs."""
        return max(64 * self.bar, round(6.2 * len(self.note)))

    def place(self, axes: Any, middle: float, top: float, height: float, width: float) -> None:
        """Draw the image under ``top``, centred on ``middle``, and what belongs beneath it."""
        left = snap(middle - width / 2)
        extent = (left, left + width, top + height, top)
        put(axes, self.values, extent, self.colours, self.low, self.high)
        frame(axes, extent)
        y = top + height
        if self.bar:
            reach = min(max(width, 64), 200)
            colour_bar(axes, middle, y, reach, self.colours, self.low, self.high)
            y += BAR_AND_NUMBERS
        if self.note:
            say(axes, middle, y + LINE / 2 + 2, self.note, 10)


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
        say(axes, x, top + BAR + 14, _short(value), 10, ha=side)


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


def _lines(axes: Any, lines: Sequence[str], middle: float, bottom: float) -> None:
    for index, line in enumerate(lines):
        y = bottom - LINE * (len(lines) - index - 0.5) - 2
        say(axes, middle, y, line, 12, color=QUIET, weight="bold")


def _short(value: float) -> str:
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


# Curves and bars --------------------------------------------------------------------------------


@house_style
def curves(
    series: Mapping[str, Any],
    *,
    xlabel: str,
    ylabel: str,
    alt: str,
    x: Any = None,
    log: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw lines over a common axis, each with its own colour, dash, marker and label.

    Args:
        series: a line of numbers for each name; ``(x, y)`` for one with places of its own. Numbers
            that are not finite leave a gap.
        xlabel: what the horizontal axis counts.
        ylabel: what the vertical axis counts.
        alt: the sentence that says what the picture shows.
        x: the places of all series; by default 1, 2, 3, ...
        log: whether the vertical axis is logarithmic.
        title: above the picture.

    Raises:
        TypeError: a series is not a line of numbers.
        ValueError: there is none, or are too many to tell apart; lengths differ; ``log`` with
            numbers that are not positive.
    """
    alt = _sentence(alt, "curves")
    lines = _series(series, x, log)
    figure = new_figure(WIDTH, 340 if title is None else 364)
    words = sheet(figure)
    ends = _names(words, lines)
    room = 14 + max(text.get_window_extent().width for text in ends) / SHARPNESS
    axes = _axes(words, title, ylabel, right=room)
    for (name, (places, heights)), (look, dash, marker) in zip(lines.items(), LINES):
        role = ROLES[look]
        colour = role.edge if look == "padding" else role.fill  # pale grey is too faint for a line
        axes.plot(
            places, heights, label=name, color=colour, linestyle=dash, linewidth=points(2.5),
            marker=marker, markersize=points(8), markeredgecolor=role.edge,
            markerfacecolor=role.fill, markeredgewidth=points(1.2),
            markevery=_spaced(len(places), 12), clip_on=False, zorder=3,
        )  # fmt: skip
    if log:
        axes.set_yscale("log")
    axes.margins(x=0.02, y=0.06)
    if all(np.array_equal(places, np.round(places)) for places, _ in lines.values()):
        axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
    _ticks(words, axes, log, xlabel)
    _label_ends(axes, ends, lines)
    return as_picture(figure, alt)


@house_style
def bars(
    values: Mapping[str, float],
    *,
    ylabel: str,
    alt: str,
    log: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw a bar for each name, with its number on it.

    Args:
        values: a number for each name.
        ylabel: what the bars count.
        alt: the sentence that says what the picture shows.
        log: whether the vertical axis is logarithmic.
        title: above the picture.

    Raises:
        TypeError: a value is not a number.
        ValueError: there is none, or one is not finite, or not positive with ``log``.
    """
    alt = _sentence(alt, "bars")
    heights = _heights(values, log)
    count = len(heights)
    width = min(WIDTH, max(360, 120 + 130 * count))
    letters = max(5, int((width - 80) / count / 8))
    names = ["\n".join(textwrap.wrap(str(name), letters)[:4]) for name in heights]
    below = 16 + 17 * max(name.count("\n") + 1 for name in names)
    figure = new_figure(width, (266 if title is None else 290) + below)
    words = sheet(figure)
    axes = _axes(words, title, ylabel, below=below)
    role = ROLES["input"]
    drawn = list(heights.values())
    axes.bar(
        range(count), drawn, width=0.6, color=role.fill, edgecolor=role.edge,
        linewidth=points(1.5), zorder=3,
    )  # fmt: skip
    if log:
        axes.set_yscale("log")
        smallest = min(drawn)
        axes.set_ylim(1 if smallest > 1 else 10 ** (math.floor(math.log10(smallest)) - 1))
        axes.set_ylim(top=max(drawn) ** 1.08 if max(drawn) > 10 else max(drawn) * 2)
    else:
        low, high = min(0, *drawn), max(0, *drawn)
        reach = (high - low) or 1
        axes.set_ylim(low - (0.12 * reach if low < 0 else 0), high + 0.12 * reach)
        if low < 0:
            axes.axhline(0, color=role.edge, linewidth=points(1.5), zorder=4)
    for index, value in enumerate(drawn):
        up = value >= 0
        axes.annotate(
            _count(value), (index, value), xytext=(0, points(4 if up else -4)),
            textcoords="offset points", ha="center", va="bottom" if up else "top",
            fontsize=points(13), color=INK, family=FONT, weight="bold", parse_math=False,
        )  # fmt: skip
    axes.set_xticks(range(count), names, fontsize=points(13), parse_math=False)
    axes.tick_params(axis="x", length=0)
    axes.set_xlim(-0.6, count - 0.4)
    _ticks(words, axes, log)
    return as_picture(figure, alt)


def _series(series: Any, x: Any, log: bool) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    if not isinstance(series, Mapping):
        raise TypeError(
            f"curves: series must be a dict of names and numbers, not {type(series).__name__}; "
            'write for example {"loss": losses}.'
        )
    if not 1 <= len(series) <= len(LINES):
        raise ValueError(
            f"curves: {len(series)} series; give 1 to {len(LINES)}, more cannot be told apart."
        )
    lines = {}
    for name, given in series.items():
        own = isinstance(given, tuple) and len(given) == 2 and np.ndim(given[0]) == 1
        heights = _line(given[1] if own else given, f"curves: series {name!r}")
        places = given[0] if own else x
        if places is None:
            places = np.arange(1, len(heights) + 1)
        places = _line(places, f"curves: x of {name!r}")
        if len(places) != len(heights):
            raise ValueError(
                f"curves: series {name!r} has {len(heights)} numbers but x has {len(places)}; "
                "give one place for each number."
            )
        if log and (heights <= 0).any():
            raise ValueError(
                f"curves: series {name!r} has numbers that are not positive, which have no place "
                "on a logarithmic axis; use log=False."
            )
        lines[str(name)] = places, np.where(np.isfinite(heights), heights, np.nan)
    return lines


def _line(given: Any, name: str) -> np.ndarray:
    try:
        array = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        array = np.zeros(0)
    if array.ndim != 1 or not np.isfinite(array).any():
        raise TypeError(f"{name} must be a line of numbers, at least one of them finite.")
    return array


def _heights(values: Any, log: bool) -> dict[str, float]:
    if not isinstance(values, Mapping) or not values:
        raise TypeError(
            "bars: values must be a dict with at least one name and number; "
            'write for example {"dense": 450, "conv": 60}.'
        )
    for name, value in values.items():
        if np.ndim(value) or np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"bars: the value of {name!r} must be a number, not {value!r}.")
        if not np.isfinite(value) or (log and value <= 0):
            raise ValueError(
                f"bars: the value of {name!r} is {value}, which has no place on a "
                f"{'logarithmic axis; use log=False' if log else 'finite axis; leave it out'}."
            )
    return {
        name: value.item() if hasattr(value, "item") else value for name, value in values.items()
    }


def _count(value: float) -> str:
    """Return a bar's number: whole ones with separators, others with three significant digits."""
    if isinstance(value, int) or float(value).is_integer():
        return f"{int(value):,}".replace("-", "−")
    return _short(value)


def _axes(words: Any, title: str | None, ylabel: str, right: float = 0, below: float = 50) -> Any:
    """Return axes with the house's margins and rules, labelled on the sheet ``words``."""
    width, height = words.get_xlim()[1], words.get_ylim()[0]
    above = 40 if title is None else 64
    if title:
        say(words, MARGIN, 20, title, 14, ha="left", weight="bold")
    say(words, MARGIN, above - 22, ylabel, 13, ha="left", color=QUIET)
    across, up = width - 14 - right, height - above - below
    axes = words.figure.add_axes((0, below / height, across / width, up / height))
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color=EDGE, linewidth=points(1))
    axes.grid(axis="y", color=RULE, linewidth=points(1), zorder=0)
    axes.set_axisbelow(True)
    return axes


def _ticks(words: Any, axes: Any, log: bool, xlabel: str | None = None) -> None:
    """Mark the axes, and leave as much room at the left as the numbers there need."""
    if log:
        low, high = axes.get_ylim()
        axes.yaxis.set_major_locator(
            LogLocator(subs=(1, 2, 5) if high < 100 * low else (1,), numticks=7)
        )
        axes.yaxis.set_minor_locator(NullLocator())
    else:
        axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(value)))
    axes.tick_params(
        color=EDGE, labelcolor=INK, labelsize=points(12), width=points(1), length=points(4),
        labelfontfamily=FONT,
    )  # fmt: skip
    axes.autoscale_view()
    box = axes.get_position()
    needed = -axes.yaxis.get_tightbbox(axes.figure.canvas.get_renderer()).x0 / SHARPNESS
    width = words.get_xlim()[1]
    left = (needed + MARGIN) / width
    axes.set_position((left, box.y0, box.x1 - left, box.height))
    if xlabel:
        middle = (left + box.x1) / 2 * width
        say(words, middle, words.get_ylim()[0] - 14, xlabel, 13, color=QUIET)


def _tick(value: float) -> str:
    if abs(value) >= 1e6:
        millions = format_number(value / 1e6, 0 if value % 1e6 == 0 else 1)
        return f"{millions} million"
    if abs(value) >= 1:
        return _count(round(value, 6))
    return _short(value)


def _spaced(count: int, most: int) -> list[int]:
    """Return at most ``most`` evenly spaced places among ``count``, the last included."""
    return sorted({round(place) for place in np.linspace(0, count - 1, min(count, most))})


def _names(words: Any, lines: Mapping[str, tuple]) -> list[Any]:
    return [
        say(words, 0, 0, "\n".join(textwrap.wrap(name, 28)), 13, ha="left", weight="bold",
            color=ROLES[look].edge)
        for name, (look, _, _) in zip(lines, LINES)
    ]  # fmt: skip


def _label_ends(axes: Any, names: Sequence[Any], lines: Mapping[str, tuple]) -> None:
    """Move each name to the end of its line, apart from others where lines end close together."""
    height = names[0].axes.get_ylim()[0]
    ends = []
    for name, (places, heights) in zip(names, lines.values()):
        last = np.flatnonzero(np.isfinite(heights))[-1]
        across, up = axes.transData.transform((places[last], heights[last])) / SHARPNESS
        ends.append((height - up, across, name))
    ends.sort(key=lambda end: end[0])
    rows = max(name.get_text().count("\n") + 1 for name in names)
    right = max(across for _, across, _ in ends)
    for y, (_, _, name) in zip(_apart([end[0] for end in ends], 16 * rows, height - 50), ends):
        name.set_position((right + 12, y))


def _apart(places: Sequence[float], gap: float, most: float) -> list[float]:
    """Return ordered places at least ``gap`` apart and at most ``most``, near where they were."""
    placed = list(places)
    for _ in range(50):
        moved = False
        for a, b in pairwise(range(len(placed))):
            short = gap - (placed[b] - placed[a])
            if short > 1e-6:
                placed[a] -= short / 2
                placed[b] += short / 2
                moved = True
        if not moved:
            break
    down = max(0.0, placed[-1] - most)
    return [place - down for place in placed]

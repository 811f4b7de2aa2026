"""Images beside each other as PNG, each pixel a square."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from cnnhelpers.draw.figure import (
    BAR_AND_NUMBERS,
    GAP,
    LINE,
    MARGIN,
    PLAIN,
    SHARPNESS,
    SIGNED,
    WIDTH,
    Picture,
    as_picture,
    colour_bar,
    frame,
    house_style,
    new_figure,
    put,
    say,
    sentence_of,
    sheet,
    short,
    snap,
)
from cnnhelpers.draw.style import QUIET
from cnnhelpers.functional.arguments import flag
from cnnhelpers.shapes import times, whole_number


@house_style
def images(
    images: Any,
    titles: Sequence[object] | str | None = None,
    *,
    alt: str | None = None,
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
        titles: one for each image: words, or what is written as such, as labels are.
        alt: the sentence that says what the picture shows; by default titles, shapes and ends.
        columns: images in a row; by default as many as are legible.
        signed: for all images, or one for each.
        same_scale: whether all signed images share one colour scale.
        height: of an image, at most, in CSS pixels.

    Raises:
        TypeError: something is not an image of numbers, or ``signed`` neither True nor False.
        ValueError: a shape is not one of those above, or titles or ``signed`` do not fit.
    """
    pictures = [_pixels(image, index) for index, image in enumerate(_several(images))]
    count = len(pictures)
    titles = [
        "" if title is None else str(title) for title in _one_each(titles, count, "titles", None)
    ]
    alt = sentence_of(alt, "images", lambda: _images_in_words(pictures, titles))
    if isinstance(signed, (bool, np.bool_)):
        signed = [signed] * count
    signed = [flag(one, "images: signed") for one in _one_each(signed, count, "signed", False)]
    shown = [_Shown.of(*pair, index) for index, pair in enumerate(zip(pictures, signed))]
    shared = [one for one in shown if one.colours == SIGNED] if same_scale else []
    if shared:
        # An image of nothing but zeros has no scale of its own and leaves the others theirs.
        top = max((one.high for one in shared if np.nansum(np.abs(one.values))), default=1.0)
        shown = [
            replace(one, low=-top, high=top, bar=False) if one.colours == SIGNED else one
            for one in shown
        ]

    small = max(max(picture.shape[:2]) for picture in pictures) <= 40
    if columns is None:
        columns = math.ceil(count / math.ceil(count / (10 if small else 4)))
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
            f"{name} has shape {times(np.shape(image)) or '()'}; "
            "use (H, W), (1, H, W), (3, H, W) or (H, W, 3), with at least one pixel."
        )
    return array


def _one_each(given: Any, count: int, name: str, missing: Any) -> list[Any]:
    if given is None:
        return [missing] * count
    alone = isinstance(given, str) or not isinstance(given, Iterable)
    given = [given] if alone else list(given)
    if len(given) != count:
        raise ValueError(
            f"images: there are {count} images but {len(given)} {name}; give one for each image."
        )
    return given


def _images_in_words(pictures: Sequence[np.ndarray], titles: Sequence[str]) -> str:
    """Return what there is to say of images that nobody has described."""
    said = []
    for picture, title in zip(pictures, titles):
        finite = picture[np.isfinite(picture)]
        ends = f" from {short(finite.min())} to {short(finite.max())}" if finite.size else ""
        name = f"{title}, " if title else ""
        said.append(f"{name}{times(picture.shape[:2])} pixels{ends}")
    if len(said) == 1:
        return f"An image: {said[0]}."
    return f"{len(said)} images: {'; '.join(said)}."


def _size(height: int, width: int, across: float, most: float) -> tuple[float, float]:
    """Return height and width on the page: whole drawn pixels for every pixel, if they fit."""
    zoom = min(SHARPNESS * most / height, SHARPNESS * across / width)
    if zoom >= 1:
        zoom = math.floor(zoom)
    return height * zoom / SHARPNESS, width * zoom / SHARPNESS


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
            note = f"{short(low)} to {short(high)}, cut to 0 to 1" if outside else note
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


def _lines(axes: Any, lines: Sequence[str], middle: float, bottom: float) -> None:
    for index, line in enumerate(lines):
        y = bottom - LINE * (len(lines) - index - 0.5) - 2
        say(axes, middle, y, line, 12, color=QUIET, weight="bold")

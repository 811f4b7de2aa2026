"""A kernel that you edit, on a photograph: what each weight does to the response.

State -> picture is Python: :meth:`PhotographExplorer.scene`. The page (photograph.js) links real
sliders to it, asks for the newest state as soon as the last one has arrived, and so never builds a
backlog; a state that it has seen before it shows at once.
"""

from __future__ import annotations

import io
import math
import textwrap
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np

from cnnhelpers.datasets import photograph, photographs
from cnnhelpers.draw.grid import format_number, shape_word
from cnnhelpers.draw.scene import WIDE, wrapped
from cnnhelpers.draw.style import QUIET, WRONG, WRONG_INK
from cnnhelpers.explore.kernels import (
    CUSTOM,
    PRESETS,
    Texts,
    clean,
    kernel_text,
    kernel_texts,
    preset_index,
    preset_of,
    signed,
    weights_of,
)
from cnnhelpers.explore.kit.learner import accepted, ask, submitted
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import output_size, whole_number

SIDE = 240  # CSS pixels of the longer side of a photograph on the page
CELLS = 190  # CSS pixels of a kernel on the page
SMALL = 120  # pixels for a function of the learner's, which may be made of loops
STRENGTH = (5, 200, 5)  # percent: smallest, largest, step
STRIDE = (1, 4)


@dataclass(frozen=True)
class State:
    """What the reader has chosen: the kernel is kept as it was typed."""

    photo: str
    kernel: Texts
    strength: int
    stride: int

    def key(self) -> str:
        """Return the state as the page writes it."""
        return (
            f"photo={self.photo},kernel={kernel_text(self.kernel)},"
            f"strength={self.strength},stride={self.stride}"
        )


@dataclass(frozen=True)
class Response:
    """What a state shows: the photograph, the weights in use, the response, and the sentence."""

    photo: np.ndarray
    texts: Texts
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
        """Whether colours are centred on 0: for kernels that give about 0 on even areas."""
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

    def colours(self) -> list[list[str]]:
        """Return background and text colour of each weight: blue below 0, white, red above."""
        if self.weights is None:
            return [["#ffffff", "#1a1a1a"]] * sum(map(len, self.texts))
        top = np.abs(self.weights).max() or 1
        # The ends of the map are almost black; numbers stay readable on the lighter part.
        levels = np.rint((0.8 * self.weights.ravel() / top + 1) / 2 * 254).astype(int)
        colours = palette(False)[levels]
        # Relative luminance; at 0.18 black and white stand out alike, 4.6 to 1.
        shares = colours / 255
        linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
        dark = linear @ (0.2126, 0.7152, 0.0722) < 0.179
        return [
            [f"#{r:02x}{g:02x}{b:02x}", "#ffffff" if is_dark else "#000000"]
            for (r, g, b), is_dark in zip(colours.tolist(), dark)
        ]


class PhotographExplorer:
    """Edit a kernel, or pick one, and see what it makes of a photograph.

    Args:
        conv2d: a function of your own, called as ``conv2d(x, kernel)`` with an (H, W) photograph of
            numbers in [0, 1] and a (K, K) kernel; where it takes ``stride=``, there is a slider for
            that. It works on a smaller photograph, since it may be made of loops. What it returns
            is what is drawn.
        photo: the photograph to start with; see :func:`cnnhelpers.datasets.photographs`.
        kernel: the kernel to start with: the name of one of the presets, or 3×3 or 5×5 numbers.
        size: the longer side of the photograph in pixels; by default 240, and 120 for ``conv2d``.

    Raises:
        TypeError: ``conv2d`` is no function, or ``size`` no whole number.
        ValueError: there is no such photograph, size or kernel.
    """

    #: ends of the sliders, for the page
    strengths = STRENGTH
    strides = STRIDE
    #: CSS pixels that the two pictures and the kernel take up side by side
    width = 2 * SIDE + CELLS + 60

    def __init__(
        self,
        conv2d: Callable[..., Any] | None = None,
        photo: str = "cat",
        *,
        kernel: Any = "vertical edges",
        size: int | None = None,
    ) -> None:
        if conv2d is not None and not callable(conv2d):
            raise TypeError(
                f"PhotographExplorer: conv2d must be a function, not {type(conv2d).__name__}; "
                "give it the function itself, without brackets."
            )
        if size is None:
            size = SIDE if conv2d is None else SMALL
        self.size = whole_number(size, "PhotographExplorer: size", minimum=16)
        own = submitted(conv2d)
        self.conv2d = conv2d = conv2d if own is None else own
        self.has_stride = conv2d is None or "stride" in accepted(conv2d, ("stride",))
        self._photos: dict[str, np.ndarray] = {}
        self._last: tuple[State, Response] | None = None
        self._widget: Any = None
        self._painter: Any = None
        self._controls: dict[str, Any] = {}
        self._state = State("cat", PRESETS["identity"].texts, 100, 1)
        self._state = self._checked({"photo": photo, "kernel": kernel})

    # State --------------------------------------------------------------------------------------

    @property
    def state(self) -> dict[str, Any]:
        """What is chosen now: photo, kernel (as typed), strength in percent, and stride."""
        state = self._now()
        return {
            "photo": state.photo,
            "kernel": kernel_text(state.kernel),
            "strength": state.strength,
            "stride": state.stride,
        }

    @property
    def sentence(self) -> str:
        """What the picture shows now, in words."""
        return self.scene().sentence

    alt = sentence

    def scene(self, **changes: Any) -> Response:
        """Return what the present state shows, or one that differs in ``changes``.

        Raises:
            TypeError: there is no such choice, or a number is not a whole one.
            ValueError: a value is not one of those that can be chosen.
        """
        state = self._checked(changes)
        if self._last is None or self._last[0] != state:
            self._last = state, self._respond(state)
        return self._last[1]

    def move(self, **changes: Any) -> None:
        """Choose something else, by name; the picture follows. Raises as :meth:`scene` does."""
        self._state = state = self._checked(changes)
        if self._painter is not None:
            with self._painter.hold_sync():
                self._painter.weights = [list(row) for row in state.kernel]
                self._painter.preset = preset_index(state.kernel)
            self._controls["photo"].index = photographs().index(state.photo)
            self._controls["preset"].index = preset_index(state.kernel)
            self._controls["strength"].value = state.strength
            if self.has_stride:
                self._controls["stride"].value = state.stride

    def states(self) -> Iterator[dict[str, Any]]:
        """Go through every preset on every photograph, then every position of every slider."""
        start = self.state
        for photo in photographs():
            for preset in PRESETS:
                yield {**start, "photo": photo, "kernel": preset}
        low, high, step = STRENGTH
        for strength in range(low, high + 1, step):
            for stride in range(STRIDE[0], STRIDE[1] + 1 if self.has_stride else STRIDE[0] + 1):
                yield {**start, "strength": strength, "stride": stride}

    def _now(self) -> State:
        if self._painter is not None:
            controls = self._controls
            self._state = State(
                photographs()[controls["photo"].index],
                tuple(tuple(clean(text) for text in row) for row in self._painter.weights),
                controls["strength"].value,
                controls["stride"].value if self.has_stride else 1,
            )
        return self._state

    def _checked(self, changes: Mapping[str, Any]) -> State:
        state = self._now()
        for name, value in changes.items():
            if name == "photo":
                if not isinstance(value, str) or value not in photographs():
                    raise ValueError(
                        f"PhotographExplorer: there is no photograph {value!r}; "
                        f"use one of {', '.join(photographs())}."
                    )
            elif name == "kernel":
                value = kernel_texts(value)
            elif name in ("strength", "stride"):
                low, high = STRENGTH[:2] if name == "strength" else STRIDE
                value = whole_number(value, f"PhotographExplorer: {name}")
                if not low <= value <= high:
                    raise ValueError(
                        f"PhotographExplorer: {name} goes from {low} to {high}, not to {value}."
                    )
            else:
                raise TypeError(
                    f"PhotographExplorer: there is no {name!r} to choose; "
                    "there are photo, kernel, strength and stride."
                )
            state = replace(state, **{name: value})
        return state

    # Numbers ------------------------------------------------------------------------------------

    def photo(self, name: str) -> np.ndarray:
        """Return a photograph as the kernel sees it: (H, W) brightness in [0, 1]."""
        if name not in self._photos:
            self._photos[name] = photograph(name, size=self.size, gray=True)[0].astype(np.float64)
        return self._photos[name]

    def _respond(self, state: State) -> Response:
        photo = self.photo(state.photo)
        preset = preset_of(state.kernel)
        weights, problem = weights_of(state.kernel)
        size = shape_word(photo.shape)
        name = CUSTOM if preset is None else preset.name
        side = len(state.kernel)
        shown = " / ".join(" ".join(row) for row in state.kernel).replace("-", "−")
        if side > 3 and preset is not None:
            shown = ""
        start = f"Kernel {name}{f' ({shown})' if shown else ''}"
        if weights is None:
            return Response(photo, state.kernel, None, None, problem, f"{start}: {problem}")
        weights = weights * (state.strength / 100)
        options = {"stride": state.stride} if self.has_stride else {}
        start += f" on the {state.photo} photograph, {size}"
        start += f", strength {state.strength} %" if state.strength != 100 else ""
        start += f", stride {state.stride}" if state.stride != 1 else ""
        heading = "response"
        right = course_conv2d(photo[None, None], weights[None, None], **options)[0, 0]
        if self.conv2d is None:
            output = right
        else:
            if self.size < SIDE:
                start += " (small, since your function may be made of loops)"
            shape = tuple(output_size(n, side, state.stride) for n in photo.shape)
            answer = ask(self.conv2d, photo, weights, shape=shape, **options)
            output, problem = answer.array, answer.problem
            if output is not None and problem:
                heading += ", of a wrong shape"
            elif output is not None:
                many, problem = differences(output, right)
                heading += f", {many:,} pixels differ" if many else ""
        sentences = [f"{start}.", sum_sentence(float(weights.sum()))]
        if preset is not None:
            sentences.append(preset.effect)
        if output is not None:
            sentences.append(range_sentence(output, signed(weights)))
        if problem:
            sentences.append(problem)
        return Response(photo, state.kernel, weights, output, problem, " ".join(sentences), heading)

    # Display ------------------------------------------------------------------------------------

    @property
    def picture(self) -> Any:
        """The present state as one :class:`cnnhelpers.draw.figure.Picture`, as it is saved."""
        return saved_picture(self.scene())

    @property
    def widget(self) -> Any:
        """The ipywidgets box with the controls and the pictures; made when first asked for."""
        if self._widget is None:
            from cnnhelpers.explore.photograph_shell import build

            self._widget, self._painter, self._controls = build(self)
        return self._widget

    def spec(self) -> dict[str, Any]:
        """Return what the page has to know beforehand."""
        return {
            "photos": photographs(),
            "presets": [[list(row) for row in preset.texts] for preset in PRESETS.values()],
            "labels": ["strength, %", "stride"][: 2 if self.has_stride else 1],
            "side": SIDE,
            "cells": CELLS,
            "width": self.width,
            "diverging": [f"rgb({r} {g} {b})" for r, g, b in palette(False)[:255:16].tolist()],
        }

    def reply(
        self, changes: Mapping[str, Any], with_photo: bool = True
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Return what the page shows for a state that it asks for: words, sizes and PNGs."""
        response = self.scene(**changes)
        photo = response.photo
        output = response.output
        words = {
            "sentence": response.sentence,
            "problem": response.problem,
            "heading": response.heading,
            "input": [photo.shape[1], photo.shape[0]],
            "output": [0, 0] if output is None else [output.shape[1], output.shape[0]],
            "signed": response.signed,
            "colours": response.colours(),
        }
        return words, [response.png, photo_png(photo)][: 1 + with_photo]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        bundle: dict[str, Any] = self.picture._repr_mimebundle_()
        try:
            box = self.widget
        except ImportError as error:
            warnings.warn(
                f"The controls need ipywidgets and anywidget ({error}); here is the picture alone. "
                "Run `python -m cnnhelpers doctor` to see what is missing.",
                stacklevel=2,
            )
            return bundle
        view = "application/vnd.jupyter.widget-view+json"
        bundle[view] = {"version_major": 2, "version_minor": 0, "model_id": box.model_id}
        return bundle

    def __repr__(self) -> str:
        return self.sentence


# Sentences --------------------------------------------------------------------------------------


def short(value: float) -> str:
    """Return a number with at most two decimals."""
    written = format_number(value, 2)
    return written.rstrip("0").rstrip(".") if "." in written else written


def sum_sentence(total: float) -> str:
    """Say what the sum of the weights does to an area of one brightness."""
    if short(total) == "0":
        return "The weights sum to 0, so even areas give 0."
    if short(total) == "1":
        return "The weights sum to 1, so even areas keep their brightness."
    return f"The weights sum to {short(total)}, so even areas give {short(total)} times theirs."


def range_sentence(output: np.ndarray, centred: bool) -> str:
    """Say what size the response has, where its values lie, and how they are drawn."""
    shape = shape_word(output.shape)
    finite = output[np.isfinite(output)]
    if not finite.size:
        return f"The response, {shape}, has no finite value."
    low, high = float(finite.min()), float(finite.max())
    bottom = -1 if centred else 0
    drawn = "red is above 0, blue below" if centred else "black is 0, white 1"
    cut = "" if bottom <= low and high <= 1 else f", and colours stop at {bottom} and 1"
    cut = cut.replace("-", "−")
    strange = output.size - finite.size
    more = f", and {strange} values are not finite (orange)" if strange else ""
    return (
        f"The response, {shape}, lies between {short(low)} and {short(high)}: {drawn}{cut}{more}."
    )


def differences(output: np.ndarray, right: np.ndarray) -> tuple[int, str]:
    """Return in how many pixels a learner's response is wrong, and a sentence that says so."""
    apart = ~np.isclose(output, right, rtol=1e-4, atol=1e-4)
    many = int(apart.sum())
    if not many:
        return 0, ""
    return many, (
        f"Your function's response differs from the sums of products in {many:,} of "
        f"{apart.size:,} pixels."
    )


# Pictures ---------------------------------------------------------------------------------------


@cache
def palette(gray: bool) -> np.ndarray:
    """Return 256 colours (256, 3) uint8: 0 to 254 from low to high, 255 for what is not finite."""
    from cnnhelpers.draw.figure import PLAIN, SIGNED, matplotlib

    colours = matplotlib.colormaps[PLAIN if gray else SIGNED](np.linspace(0, 1, 255), bytes=True)
    wrong = [[int(WRONG[i : i + 2], 16) for i in (1, 3, 5)]]
    return np.concatenate([colours[:, :3], np.array(wrong, np.uint8)])


def palette_png(indices: np.ndarray, gray: bool) -> bytes:
    """Return a PNG of palette colours; quick rather than small."""
    from PIL import Image

    image = Image.fromarray(indices)
    image.putpalette(palette(gray).tobytes())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


def photo_png(photo: np.ndarray) -> bytes:
    """Return a grey photograph (H, W) in [0, 1] as PNG."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(np.rint(photo * 255).astype(np.uint8)).save(file, "PNG", compress_level=6)
    return file.getvalue()


def saved_picture(response: Response) -> Any:
    """Return photograph, kernel and response beside each other, as a Picture."""
    from cnnhelpers.draw import figure as draw

    @draw.house_style
    def drawn() -> Any:
        tall = max(CELLS, response.photo.shape[0] * magnification(response.photo.shape))
        width = 2 * draw.MARGIN + 2 * SIDE + CELLS + 2 * draw.GAP
        top = draw.MARGIN + draw.LINE + 2
        below = round(top + tall + draw.BAR_AND_NUMBERS + draw.MARGIN)
        words = wrapped(response.sentence, int((width - 4 * draw.MARGIN) / (13 * WIDE)))
        figure = draw.new_figure(width, below + 19 * len(words) + draw.MARGIN)
        axes = draw.sheet(figure)
        middles = [draw.MARGIN + SIDE / 2, width / 2, width - draw.MARGIN - SIDE / 2]
        heads = ["photograph", "kernel", response.heading]
        for middle, head in zip(middles, heads):
            colour = WRONG_INK if "," in head else QUIET
            draw.say(axes, middle, top - 11, head, 12, color=colour, weight="bold")
        centre = top + tall / 2
        _place(draw, axes, response.photo, middles[0], centre, "gray", 0)
        _place_kernel(draw, axes, response, middles[1], centre)
        if response.output is None:
            lines = textwrap.wrap(response.problem, 34)
            for index, line in enumerate(lines):
                y = centre + 17 * (index - (len(lines) - 1) / 2)
                draw.say(axes, middles[2], y, line, 12)
        else:
            colours, low = (draw.SIGNED, -1.0) if response.signed else (draw.PLAIN, 0.0)
            bottom = _place(draw, axes, response.output, middles[2], centre, colours, low)
            draw.colour_bar(axes, middles[2], max(bottom, top + tall - 12), 200, colours, low, 1)
        # Where the picture is all there is, on GitHub say, it holds the sentence too.
        for index, line in enumerate(words):
            draw.say(axes, 2 * draw.MARGIN, below + 19 * (index + 0.5), line, 13, ha="left")
        return draw.as_picture(figure, response.sentence)

    return drawn()


def _place(
    draw: Any, axes: Any, values: np.ndarray, middle: float, centre: float, colours: str, low: float
) -> float:
    """Draw an image as large as fits, each pixel a square; return its lower edge."""
    times = magnification(values.shape)
    height, width = (size * times for size in values.shape)
    left, top = draw.snap(middle - width / 2), draw.snap(centre - height / 2)
    extent = (left, left + width, top + height, top)
    values = np.where(np.isfinite(values), values, np.nan)
    draw.put(axes, values, extent, colours, low, 1)
    draw.frame(axes, extent)
    return top + height


def _place_kernel(draw: Any, axes: Any, response: Response, middle: float, centre: float) -> None:
    side = len(response.texts)
    cell = CELLS / side
    for index, (background, ink) in enumerate(response.colours()):
        row, column = divmod(index, side)
        left, top = middle - CELLS / 2 + column * cell, centre - CELLS / 2 + row * cell
        axes.fill(
            [left, left + cell, left + cell, left], [top, top, top + cell, top + cell],
            facecolor=background, edgecolor=draw.EDGE, linewidth=draw.points(1),
        )  # fmt: skip
        text = response.texts[row][column].replace("-", "−")
        size = min(16 if side == 3 else 13, 1.5 * cell / len(text))
        draw.say(axes, left + cell / 2, top + cell / 2, text, size, color=ink)


def magnification(shape: tuple[int, ...]) -> float:
    """Return how many CSS pixels a pixel gets, whole if it can be, so that SIDE is not exceeded."""
    times = SIDE / max(shape)
    return math.floor(times) if times >= 1 else times

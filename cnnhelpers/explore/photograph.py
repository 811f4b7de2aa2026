"""A kernel that you edit, on a photograph: what each weight does to the response."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnhelpers.datasets import photograph, photographs
from cnnhelpers.datasets.photos import LUMA
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, message, wrapped
from cnnhelpers.draw.style import DIGIT_WIDTH, QUIET, WRONG_INK
from cnnhelpers.explore.kernels import OWN, OWN5, PRESETS, ZEROS, Texts, kernel_texts, weights_of
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import accepted, ask, submitted
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import output_size, times, whole_number

if TYPE_CHECKING:
    from cnnhelpers.draw.filtered import Filtered

SIDE = 240  # pixels of the longer side of a photograph
SMALL = 120  # for a function of the learner's, which may be made of loops
STRENGTH = (5, 200, 5)  # percent: smallest, largest, step
STRIDE = (1, 4)
OWN_PHOTO = "your own"

ROOM = 192  # pixels of the picture for a photograph, and for a response
LEFT, TOP, GAP = 8, 20, 16
CELLS = 156  # pixels of the picture for a kernel
MIDDLE = LEFT + ROOM + GAP + CELLS / 2
RIGHT = LEFT + ROOM + 2 * GAP + CELLS


class PhotographExplorer(Explorer):
    """Edit a kernel, or choose one, and see what it makes of a photograph.

    Click a weight and type another number, such as 2, -0.5 or 1/9. A photograph of your own stays
    on your machine: the page makes it small and hands it to the kernel.

    Args:
        conv2d: a function of your own, called as ``conv2d(x, kernel)`` with an (H, W) photograph of
            numbers in [0, 1] and a (K, K) kernel; where it takes ``stride=``, there is a slider for
            that. It works on a smaller photograph, since it may be made of loops. What it returns
            is what is drawn.
        photo: the photograph to start with; see :func:`cnnhelpers.datasets.photographs`.
        kernel: the kernel to start with: the name of one of the presets, or 3×3 or 5×5 numbers.
        size: the longer side of the photograph in pixels; by default 240, and 120 for ``conv2d``.
        goals: what to try. A goal can ask for photo, kernel (its name), weights (K, K), x (the
            photograph) and response (both (H, W) arrays; the response is the true one), strength
            and stride.

    Raises:
        TypeError: ``conv2d`` is no function, or ``size`` no whole number.
        ValueError: there is no such photograph, size or kernel.
    """

    width = RIGHT + ROOM + LEFT
    height = TOP + ROOM + 30
    ahead = False
    typing = Typing(
        r"[\-−]?\d{1,3}([.,]\d{1,3})?(/[1-9]\d{0,2})?", "a number such as 2, −0.5 or 1/9"
    )

    def __init__(
        self,
        conv2d: Callable[..., Any] | None = None,
        photo: str = "cat",
        *,
        kernel: Any = "vertical edges",
        size: int | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        own = submitted(conv2d, "PhotographExplorer", "conv2d")
        if size is None:
            size = SIDE if conv2d is None else SMALL
        self.size = whole_number(size, "PhotographExplorer: size", minimum=16)
        self.conv2d = conv2d if own is None else own
        self.has_stride = self.conv2d is None or "stride" in accepted(self.conv2d, ("stride",))
        self._photos: dict[str, np.ndarray] = {}
        self._last_made: tuple[str, Filtered] | None = None
        if photo not in photographs():
            raise ValueError(
                f"PhotographExplorer: there is no photograph {photo!r}; "
                f"use one of {', '.join(photographs())}."
            )
        texts = kernel_texts(kernel)
        self.own = {**ZEROS}
        if not isinstance(kernel, str):
            kernel = OWN if len(texts) == 3 else OWN5
            self.own[kernel] = texts
        controls: list[Control] = [
            Choice("photo", "photograph", (*photographs(), OWN_PHOTO), photo, menu=True),
            Choice("kernel", "kernel", (*PRESETS, *self.own), kernel, menu=True),
            Slider("strength", "strength, %", *STRENGTH[:2], 100, STRENGTH[2]),
        ]
        if self.has_stride:
            controls.append(Slider("stride", "stride", *STRIDE, 1))
        super().__init__(controls, goals=goals)

    def states(self) -> Iterator[dict[str, Any]]:
        """Go through every kernel on every photograph, then every position of every slider."""
        start = {control.name: control.start for control in self.controls}
        photo, kernel, *sliders = self.controls
        for name in photo.values:
            for preset in kernel.values:
                yield {**start, "photo": name, "kernel": preset}
        for slider in sliders:
            for value in slider.values:
                yield {**start, slider.name: value}

    def spec(self) -> dict[str, Any]:
        """Return what the page has to know beforehand."""
        upload = {"sets": {"photo": OWN_PHOTO}, "label": "Own photograph", "side": SIDE}
        return {**super().spec(), "upload": upload, "room": 320}

    def reply(self, content: dict[str, Any], buffers: Sequence[Any] = ()) -> dict[str, Any]:
        """Answer a message of the page: a photograph of the reader's own, or a state."""
        if "upload" not in content:
            return super().reply(content, buffers)
        height, width = content["upload"]
        self.take(np.frombuffer(buffers[0], np.uint8).reshape(height, width, 4))
        return {"taken": True}

    # Numbers ------------------------------------------------------------------------------------

    def photo(self, name: str) -> np.ndarray | None:
        """Return a photograph as the kernel sees it: (H, W) brightness in [0, 1]."""
        if name not in self._photos and name != OWN_PHOTO:
            self._photos[name] = photograph(name, size=self.size, gray=True)[0].astype(np.float64)
        return self._photos.get(name)

    def take(self, pixels: np.ndarray) -> None:
        """Take a photograph of the reader's own: (H, W, 3 or 4) bytes, the longer side at most 240.

        Raises:
            ValueError: it is no such array, or too narrow for a kernel.
        """
        if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or min(pixels.shape[:2]) < 16:
            raise ValueError(
                f"This photograph has the shape {pixels.shape}; it needs at least 16 pixels "
                "along its shorter side. Choose another one."
            )
        brightness = pixels[:, :, :3] @ np.array(LUMA) / 255
        each = -(-max(brightness.shape) // self.size)  # so many pixels make one, each way
        rows, columns = (size // each * each for size in brightness.shape)
        tiles = brightness[:rows, :columns].reshape(rows // each, each, columns // each, each)
        self._photos[OWN_PHOTO] = tiles.mean(axis=(1, 3))
        self._last_made = None
        self.forget()

    def texts(self, kernel: str, typed: Mapping[str, str] | None = None) -> Texts:
        """Return a kernel as it is written, with what was typed into it."""
        texts = PRESETS[kernel].texts if kernel in PRESETS else self.own[kernel]
        rows = [list(row) for row in texts]
        for cell, text in (typed or {}).items():
            found = re.fullmatch(r"(.*)\[(\d),(\d)\]", cell)
            if found and found[1] == kernel:
                rows[int(found[2])][int(found[3])] = text
        return tuple(map(tuple, rows))

    def made(
        self, photo: str, kernel: str, strength: int, stride: int = 1, typed: Any = None
    ) -> Filtered:
        """Return what a state shows; the last one is remembered."""
        key = repr((photo, kernel, strength, stride, sorted((typed or {}).items())))
        if self._last_made is None or self._last_made[0] != key:
            self._last_made = key, self._make(photo, kernel, strength, stride, typed)
        return self._last_made[1]

    def _make(self, photo: str, kernel: str, strength: int, stride: int, typed: Any) -> Filtered:
        from cnnhelpers.draw.filtered import Filtered, signed  # these load Matplotlib

        x, texts = self.photo(photo), self.texts(kernel, typed)
        if x is None:
            words = (
                "There is no photograph of your own yet. Press “Own photograph” and choose a "
                "file; it stays on this machine."
            )
            return Filtered(np.ones((16, 16)), texts, weights_of(texts), None, words, words)
        weights = weights_of(texts) * (strength / 100)
        options = {"stride": stride} if self.has_stride else {}
        right = course_conv2d(x[None, None], weights[None, None], **options)[0, 0]
        output, problem, heading = right, "", "response"
        if self.conv2d is not None:
            shape = tuple(output_size(size, len(texts), stride) for size in x.shape)
            answer = ask(self.conv2d, x, weights, shape=shape, **options)
            output, problem = answer.array, answer.problem
            if output is not None and problem:
                heading += ", of a wrong shape"
            elif output is not None:
                many, problem = differences(output, right)
                heading += f", {many:,} pixels differ" if many else ""
        changed = texts != self.texts(kernel)
        sentences = [
            self._setting(photo, kernel, texts, changed, strength, stride, x.shape),
            sum_sentence(float(weights.sum())),
        ]
        if kernel in PRESETS and not changed:
            sentences.append(PRESETS[kernel].effect)
        if output is not None:
            sentences.append(range_sentence(output, signed(weights)))
        if problem:
            sentences.append(problem)
        return Filtered(x, texts, weights, output, problem, " ".join(sentences), heading)

    def _setting(
        self, photo: str, kernel: str, texts: Texts, changed: bool, strength: int, stride: int,
        shape: tuple[int, ...],
    ) -> str:  # fmt: skip
        """Say which kernel works on what."""
        shown = " / ".join(" ".join(row) for row in texts).replace("-", "−")
        name = f"{kernel}, changed" if changed and kernel in PRESETS else kernel
        words = f"Kernel {name} ({shown})"
        if len(texts) > 3 and not changed:
            words = f"Kernel {name}"
        which = "your photograph" if photo == OWN_PHOTO else f"the {photo} photograph"
        words += f" on {which}, {times(shape)}"
        words += f", strength {strength} %" if strength != 100 else ""
        words += f", stride {stride}" if stride != 1 else ""
        if self.conv2d is not None and self.size < SIDE:
            words += " (small, since your function may be made of loops)"
        return f"{words}."

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`PhotographExplorer`."""
        made = self.made(**state)
        if self.photo(state["photo"]) is None:
            return None
        options = {"stride": state["stride"]} if self.has_stride else {}
        right = course_conv2d(made.photo[None, None], made.weights[None, None], **options)[0, 0]
        return {"weights": made.weights, "x": made.photo, "response": right}

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`PhotographExplorer`."""
        made = self.made(**state)
        kernel, region = _kernel_parts(state["kernel"], made)
        placed = [Placed(pieces.heading("photograph"), LEFT + ROOM / 2, TOP - 11)]
        if self.photo(state["photo"]) is not None:
            placed += _image(_photo_part(made.photo.tobytes(), made.photo.shape), LEFT)
        placed += kernel
        middle = RIGHT + ROOM / 2
        colour = WRONG_INK if "," in made.heading else ""
        placed.append(Placed(pieces.heading(made.heading, colour), middle, TOP - 11))
        if made.output is None:
            words = message(wrapped(made.problem, 28), 12)
            placed.append(Placed(words, middle, TOP + ROOM / 2))
        else:
            placed += _image(_png_part(made.png, made.output.shape), RIGHT)
            placed.append(Placed(_scale(made.signed), middle - 80, TOP + ROOM + 6))
        return Scene(self.width, self.height, tuple(placed), (made.sentence,), regions=(region,))

    @property
    def picture(self) -> Any:
        """The present state as one :class:`cnnhelpers.draw.figure.Picture`, as it is saved."""
        from cnnhelpers.draw.filtered import filtered

        return filtered(self.made(**self.state))

    def saved(self) -> dict[str, str]:
        """Return what the notebook keeps: the picture as PNG, and the sentence."""
        return self.picture._repr_mimebundle_()


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
    shape = times(output.shape)
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


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _photo_part(data: bytes, shape: tuple[int, int]) -> tuple[Part, tuple[float, float]]:
    from cnnhelpers.draw.filtered import photo_png

    return _png_part(photo_png(np.frombuffer(data).reshape(shape)), shape)


def _png_part(png: bytes, shape: tuple[int, ...]) -> tuple[Part, tuple[float, float]]:
    """Return an image, and its height and width in the picture."""
    zoom = ROOM / max(shape)
    height, width = (round(size * zoom, 1) for size in shape)
    address = base64.b64encode(png).decode("ascii")
    size = f'width="{width}" height="{height}"'
    return Part(
        f'<image href="data:image/png;base64,{address}" {size} preserveAspectRatio="none" '
        f'style="image-rendering:pixelated"/><rect {size} fill="none" stroke="#9a9a9a"/>'
    ), (height, width)


def _image(made: tuple[Part, tuple[float, float]], left: float) -> list[Placed]:
    """Place an image in the middle of its room."""
    part, (height, width) = made
    return [Placed(part, round(left + (ROOM - width) / 2, 1), round(TOP + (ROOM - height) / 2, 1))]


def _kernel_parts(kernel: str, made: Filtered) -> tuple[list[Placed], Region]:
    """Return the kernel's weights in their colours, and the cells that can be typed into."""
    texts, side = made.texts, len(made.texts)
    heading = "kernel"
    bottoms = {text.partition("/")[2] for row in texts for text in row}
    if side == 5 and len(bottoms) == 1 and "" not in bottoms:  # fractions would not be legible
        heading += f", in parts of {bottoms.pop()}"
        texts = tuple(tuple(text.partition("/")[0] for text in row) for row in texts)
    cell = CELLS / side
    x, y = MIDDLE - CELLS / 2, TOP + (ROOM - CELLS) / 2
    placed = [Placed(pieces.heading(heading), MIDDLE, y - 11)]
    for index, (background, ink) in enumerate(made.colours()):
        row, column = divmod(index, side)
        part = _weight(texts[row][column].replace("-", "−"), background, ink, cell)
        placed.append(Placed(part, round(x + column * cell, 1), round(y + row * cell, 1)))
    written = tuple(text for row in made.texts for text in row)
    return placed, Region("kernel", x, y, cell, cell, side, side, types=kernel, texts=written)


@lru_cache(maxsize=1024)
def _weight(content: str, background: str, ink: str, cell: float) -> Part:
    size = round(min(15.0 if cell > 40 else 12.0, (cell - 3) / (DIGIT_WIDTH * len(content))), 1)
    return Part(
        f'<rect width="{cell:.1f}" height="{cell:.1f}" fill="{background}" stroke="#9a9a9a"/>'
        f'<text x="{cell / 2:.1f}" y="{cell / 2 + 0.36 * size:.1f}" font-size="{size:g}" '
        f'fill="{ink}">{content}</text>'
    )


@lru_cache(maxsize=2)
def _scale(centred: bool) -> Part:
    """Return the colours from low to high, 160 pixels wide, with their numbers."""
    from cnnhelpers.draw.filtered import palette

    colours = palette(not centred)[:255:17].tolist()
    wide = 160 / len(colours)
    boxes = "".join(
        f'<rect x="{index * wide:.1f}" width="{wide + 0.4:.1f}" height="7" '
        f'fill="#{r:02x}{g:02x}{b:02x}"/>'
        for index, (r, g, b) in enumerate(colours)
    )
    marks = ("−1", "0", "1") if centred else ("0", "", "1")
    words = "".join(
        f'<text x="{place}" y="18" font-size="11" fill="{QUIET}">{mark}</text>'
        for place, mark in zip((2, 80, 158), marks)
        if mark
    )
    return Part(f'{boxes}<rect width="160" height="7" fill="none" stroke="#9a9a9a"/>{words}')

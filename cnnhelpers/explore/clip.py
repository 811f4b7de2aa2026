"""Convolution in three dimensions: filters that answer motion, in a clip of a moving digit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from cnnhelpers.datasets import digits
from cnnhelpers.draw.grid import format_number, shape_word, window_outline
from cnnhelpers.draw.scene import (
    Part,
    Placed,
    Scene,
    caption,
    message,
    number,
    text,
    wrapped,
)
from cnnhelpers.draw.style import INK, QUIET, ROLES, WINDOW, WINDOW_CASING, WRONG_INK
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.functional import conv3d as course_conv3d

DIGIT = 7
FRAMES, SIDE = 5, 16
DEPTH, KERNEL = 3, 7  # of a filter: frames, and pixels each way
SPEED = 2  # pixels a frame, at most
DIRECTIONS = {"right": (0, 1), "left": (0, -1), "down": (1, 0), "up": (-1, 0)}  # rows, columns
SPOT, RING = 8.0, -1.0  # weights of the spot's middle and of the eight around it
# All filters, each once: direction 1 stands for all where the spot stands still.
FILTERS = [(1, 0), *((way, speed) for way in (1, 2, 3, 4) for speed in (1, 2))]

LEVELS = 16  # shades of a picture
LEFT, GAP = 16, 10
PIXEL, WEIGHT = 7, 16
FRAME = SIDE * PIXEL  # as wide as a frame of the filter, KERNEL * WEIGHT
CLIP, FILTER = 46, 222
RIGHT = 780 - LEFT - FRAME
BASE, TALL, BAR = 466, 66, 83


class ClipExplorer(Explorer):
    """Slide a 3×7×7 filter over a clip of five frames in which a digit moves.

    The digit moves by 1 pixel a frame. The filter looks for a bright spot that moves: its three
    frames are the same spot, shifted. A filter answers most where the motion is its own. The
    pictures are padded with zeros, the frames are not: three windows in time.

    Args:
        conv3d: a function of your own, called as ``conv3d(x, weight, bias)`` with x
            (1, 1, 5, 22, 22), the zeros already in it, weight (1, 1, 3, 7, 7) and bias (1,). What
            it returns is drawn as the response; the bars below are the course's.

    Raises:
        TypeError: ``conv3d`` is no function.
    """

    width = 780
    height = BASE + 34
    interval = 800

    def __init__(self, conv3d: Callable[..., Any] | None = None) -> None:
        if conv3d is not None and not callable(conv3d):
            raise TypeError(
                f"ClipExplorer: conv3d must be a function, not {type(conv3d).__name__}; "
                "give it the function itself, without brackets."
            )
        self.conv3d = submitted(conv3d)
        self._answers: dict[tuple[int, int, int], Answer] = {}
        super().__init__(
            [
                Slider("motion", "digit moves", 1, 4, 1),
                Slider("direction", "filter moves", 1, 4, 1),
                Slider("speed", "filter speed", 0, SPEED, 1),
                Slider("frame", "first frame", 1, FRAMES - DEPTH + 1, 1),
            ],
            position=True,
        )

    # Numbers ------------------------------------------------------------------------------------

    @cached_property
    def digit(self) -> np.ndarray:
        """The digit, (16, 16) in [0, 1]: the first of the training set, half its size, centred."""
        images, labels = digits("train", 200)
        image = images[int(np.argmax(labels == DIGIT)), 0].astype(np.float64)
        small = image.reshape(14, 2, 14, 2).mean(axis=(1, 3))
        rows, columns = (np.flatnonzero(small.any(axis=axis)) for axis in (1, 0))
        small = small[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        centred = np.zeros((SIDE, SIDE))
        top, left = ((SIDE - size) // 2 for size in small.shape)
        centred[top : top + small.shape[0], left : left + small.shape[1]] = small
        return centred

    def clip(self, motion: int) -> np.ndarray:
        """Return the (5, 16, 16) frames, the digit in the middle of its way in the third one."""
        rows, columns = list(DIRECTIONS.values())[motion - 1]
        middle = FRAMES // 2
        return np.stack(  # the digit's margin is empty, so nothing comes in on the other side
            [
                np.roll(self.digit, ((frame - middle) * rows, (frame - middle) * columns), (0, 1))
                for frame in range(FRAMES)
            ]
        )

    def filter(self, direction: int, speed: int) -> np.ndarray:
        """Return the (3, 7, 7) weights of a spot that moves."""
        rows, columns = list(DIRECTIONS.values())[direction - 1]
        weights = np.zeros((DEPTH, KERNEL, KERNEL))
        for frame, plane in enumerate(weights):
            step = (frame - DEPTH // 2) * speed
            r, c = KERNEL // 2 + step * rows, KERNEL // 2 + step * columns
            plane[r - 1 : r + 2, c - 1 : c + 2] = RING
            plane[r, c] = SPOT
        return weights

    def response(self, motion: int, direction: int, speed: int) -> np.ndarray:
        """Return the (3, 16, 16) answers of a filter, one picture for each window in time."""
        return self._responses[motion, *_one(direction, speed)]

    def answer(self, motion: int, direction: int, speed: int) -> Answer:
        """Return what is drawn as the response: the learner's answer, or the course's."""
        key = motion, *_one(direction, speed)
        if self.conv3d is None:
            return Answer(self._responses[key][None, None])
        if key not in self._answers:
            margin = KERNEL // 2
            self._answers[key] = ask(
                self.conv3d,
                np.pad(self.clip(motion), ((0, 0), (margin, margin), (margin, margin)))[None, None],
                self.filter(*key[1:])[None, None],
                np.zeros(1),
                shape=(1, 1, *self._responses[key].shape),
            )
        return self._answers[key]

    @cached_property
    def _responses(self) -> dict[tuple[int, int, int], np.ndarray]:
        """The answers of all filters to all clips, by motion, direction and speed."""
        clips = np.stack([self.clip(motion) for motion in (1, 2, 3, 4)])[:, None]
        filters = np.stack([self.filter(*one) for one in FILTERS])[:, None]
        made = course_conv3d(clips, filters, padding=(0, KERNEL // 2, KERNEL // 2))
        return {
            (motion, *one): made[motion - 1, index]
            for motion in (1, 2, 3, 4)
            for index, one in enumerate(FILTERS)
        }

    @cached_property
    def _largest(self) -> dict[tuple[int, int, int], float]:
        return {key: float(response.max()) for key, response in self._responses.items()}

    def positions(self, **settings: int) -> int:
        """Return the number of windows in time."""
        return FRAMES - DEPTH + 1

    # Picture ------------------------------------------------------------------------------------

    def draw(self, motion: int, direction: int, speed: int, frame: int) -> Scene:
        """Return the scene of a state; see :class:`ClipExplorer`."""
        chosen = _one(direction, speed)
        response = self.response(motion, direction, speed)[frame - 1]
        peak = float(response.max())
        row, column = divmod(int(response.argmax()), SIDE)
        way, moves = list(DIRECTIONS)[motion - 1], _moves(*chosen)
        first = LEFT + (frame - 1) * (FRAME + GAP)

        sizes = shape_word((FRAMES, SIDE, SIDE))
        title = f"clip: {sizes}, the digit moves {way} by 1 a frame"
        placed = [Placed(_title(title), LEFT, 22), Placed(_key(), self.width - LEFT, 22)]
        for index, image in enumerate(self.clip(motion)):
            x = LEFT + index * (FRAME + GAP)
            placed.append(Placed(_picture(image.tobytes(), "grey"), x, CLIP))
            placed.append(Placed(_label(f"frame {index + 1}"), x + FRAME / 2, CLIP + FRAME + 16))
        placed.append(Placed(_outline(DEPTH * (FRAME + GAP) - GAP, FRAME), first, CLIP))
        sizes = shape_word((DEPTH, KERNEL, KERNEL))
        placed.append(Placed(_title(f"filter: {sizes}, a spot that {moves}"), LEFT, FILTER - 20))
        for index, plane in enumerate(self.filter(*chosen)):
            part = _weights(plane.tobytes())
            placed.append(Placed(part, first + index * (FRAME + GAP), FILTER))

        top = self._largest
        scale = max(top.values())
        drawn, said = self._answered((motion, direction, speed), frame, response, scale)
        placed += [
            *drawn,
            Placed(_title("largest response of each filter to this clip"), LEFT, BASE - 98),
        ]
        placed.append(Placed(_ground(), LEFT, BASE))
        for index, one in enumerate(FILTERS):
            value = round(top[motion, *one], 1)
            bar = _bar(value, round(value / scale * TALL, 1), _name(*one), one == chosen)
            placed.append(Placed(bar, LEFT + (index + 0.5) * BAR, BASE))

        best = max(FILTERS, key=lambda one: top[motion, *one])
        of_best = format_number(top[motion, *best], 1)
        phrases = (
            f"A {DIGIT} moves {way} by 1 pixel a frame, {FRAMES} frames of {SIDE}×{SIDE}.",
            f"Filter {sizes}: a spot that {moves}.",
            f"Frames {frame} to {frame + DEPTH - 1}: the largest response is "
            f"{format_number(peak, 1)}, at row {row}, column {column}.",
            f"Of the nine filters this one answers most, {of_best}."
            if best == chosen
            else f"Of the nine filters the spot that {_moves(*best)} answers most, {of_best}.",
            *said,
        )
        return Scene(self.width, self.height, tuple(placed), phrases)

    def _answered(
        self, setting: tuple[int, int, int], frame: int, right: np.ndarray, scale: float
    ) -> tuple[list[Placed], list[str]]:
        """Return the response as it is drawn, and what is to be said about a learner's."""
        middle, answer = RIGHT + FRAME / 2, self.answer(*setting)
        title, colour = f"response {frame} of {self.positions()}", ""
        if answer.problem:
            lines = wrapped(answer.problem, FRAME // 7)
            words = Placed(message(lines, 13), middle, FILTER + FRAME / 2)
            return [Placed(_label(title), middle, FILTER - 20), words], [answer.problem]
        given, said = answer.array[0, 0, frame - 1], []
        amount = int((~np.isclose(given, right, rtol=1e-5, atol=1e-4)).sum())
        if amount:
            title, colour = f"{amount} pixels wrong", WRONG_INK
            said.append(f"{amount} of {given.size} pixels of your function's response are wrong.")
        heat = np.clip(np.nan_to_num(given, nan=0, posinf=scale, neginf=0) / scale, 0, 1)
        row, column = divmod(int(np.nan_to_num(given).argmax()), SIDE)
        largest = f"largest {format_number(given.max(), 1)}"
        return [
            Placed(_label(title, colour), middle, FILTER - 20),
            Placed(_picture(heat.tobytes(), "green"), RIGHT, FILTER),
            Placed(_outline(PIXEL, PIXEL), RIGHT + column * PIXEL, FILTER + row * PIXEL),
            Placed(_label(largest), middle, FILTER + FRAME + 16),
        ], said


def _one(direction: int, speed: int) -> tuple[int, int]:
    """Return the filter's own name: without speed all directions are the same filter."""
    return (direction, speed) if speed else (1, 0)


def _moves(direction: int, speed: int) -> str:
    return f"moves {list(DIRECTIONS)[direction - 1]} by {speed}" if speed else "stands still"


def _name(direction: int, speed: int) -> str:
    return f"{list(DIRECTIONS)[direction - 1]} {speed}" if speed else "still"


# Pieces -----------------------------------------------------------------------------------------


def _shade(level: int, kind: str) -> str:
    """Return a shade: from black to white, or from white to the output's colour."""
    share = level / (LEVELS - 1)
    if kind == "grey":
        return "#" + f"{round(255 * share):02x}" * 3
    full = [int(ROLES["output"].fill[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(255 + (end - 255) * share):02x}" for end in full)


@lru_cache(maxsize=512)
def _picture(data: bytes, kind: str) -> Part:
    """Return a (16, 16) picture of numbers in [0, 1], one path for each shade."""
    levels = np.rint(np.frombuffer(data).reshape(SIDE, SIDE) * (LEVELS - 1)).astype(int)
    edge = INK if kind == "grey" else ROLES["output"].edge
    paths = [
        f'<rect width="{FRAME}" height="{FRAME}" fill="{_shade(0, kind)}" stroke="{edge}" '
        'stroke-width="1.5"/><g shape-rendering="crispEdges">'
    ]
    for level in range(1, LEVELS):
        rows, columns = np.nonzero(levels == level)
        if len(rows):
            path = "".join(
                f"M{c * PIXEL} {r * PIXEL}h{PIXEL}v{PIXEL}h-{PIXEL}z"
                for r, c in zip(rows.tolist(), columns.tolist(), strict=True)
            )
            paths.append(f'<path d="{path}" fill="{_shade(level, kind)}"/>')
    return Part("".join(paths) + "</g>")


@lru_cache(maxsize=64)
def _weights(data: bytes) -> Part:
    """Return one frame of a filter: its weights, the zeros left empty."""
    plane = np.frombuffer(data).reshape(KERNEL, KERNEL)
    side = KERNEL * WEIGHT
    look = ROLES["kernel"]
    lines = "".join(f"M{n * WEIGHT} 0v{side}M0 {n * WEIGHT}h{side}" for n in range(1, KERNEL))
    parts = [f'<rect width="{side}" height="{side}" fill="#ffffff"/>']
    numbers = []
    for (r, c), weight in np.ndenumerate(plane):
        if weight:
            fill = WINDOW if weight > 0 else ROLES["padding"].fill
            place = f'x="{c * WEIGHT}" y="{r * WEIGHT}"'
            parts.append(f'<rect {place} width="{WEIGHT}" height="{WEIGHT}" fill="{fill}"/>')
            x, y = (c + 0.5) * WEIGHT, (r + 0.5) * WEIGHT + 4
            numbers.append(f'<text x="{number(x)}" y="{number(y)}">{format_number(weight)}</text>')
    return Part(
        "".join(parts)
        + f'<path d="{lines}" stroke="{ROLES["plain"].line}" stroke-width="0.6"/>'
        + f'<rect width="{side}" height="{side}" fill="none" stroke="{look.edge}" '
        + f'stroke-width="3"/><g font-size="11" fill="{INK}">{"".join(numbers)}</g>'
    )


@lru_cache(maxsize=512)
def _bar(value: float, tall: float, name: str, chosen: bool) -> Part:
    """Return a filter's largest response as a bar; the chosen one has a thick outline."""
    look = ROLES["output"]
    edge = f'stroke="{WINDOW_CASING}" stroke-width="4"' if chosen else f'stroke="{look.edge}"'
    bold = ' font-weight="600"' if chosen else ""
    return Part(
        f'<rect x="-24" y="{number(-tall)}" width="48" height="{number(tall)}" '
        f'fill="{look.fill if chosen else "#a9cdb4"}" {edge}/>'
        f'<text y="{number(-tall - 6)}" font-size="13" fill="{INK}"{bold}>'
        f"{format_number(value, 1)}</text>"
        f'<text y="18" font-size="13" fill="{INK}"{bold}>{name}</text>'
    )


@lru_cache(maxsize=1)
def _ground() -> Part:
    return Part(f'<path d="M0 0h{BAR * len(FILTERS)}" stroke="{QUIET}"/>')


@lru_cache(maxsize=8)
def _outline(width: int, height: int) -> Part:
    return window_outline(width, height)


@lru_cache(maxsize=1)
def _key() -> Part:
    """Return what the numbers of the sliders mean."""
    ways = ", ".join(f"{index} {way}" for index, way in enumerate(DIRECTIONS, 1))
    return text(ways, 13, colour=QUIET, anchor="end")


@lru_cache(maxsize=64)
def _title(content: str) -> Part:
    return text(content, 14, anchor="start", bold=True)


@lru_cache(maxsize=512)
def _label(content: str, colour: str = "") -> Part:
    return text(content, 13, colour=colour, bold=True) if colour else caption(content)

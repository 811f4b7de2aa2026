"""Convolution in three dimensions: filters that answer motion, in a clip of a moving digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any

import numpy as np

from cnnhelpers.datasets import digits
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import INK, PEN, QUIET, ROLES, WINDOW, WINDOW_CASING, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.functional import conv3d as course_conv3d
from cnnhelpers.shapes import times

DIGIT = 7
FRAMES, SIDE = 5, 16
DEPTH, KERNEL = 3, 7  # of a filter: frames, and pixels each way
SPEED = 2  # pixels a frame, at most
DIRECTIONS = {"right": (0, 1), "left": (0, -1), "down": (1, 0), "up": (-1, 0)}  # rows, columns
WAYS = tuple(DIRECTIONS)
SPOT, RING = 8.0, -1.0  # weights of the spot's middle and of the eight around it
# All filters, each once: the first direction stands for all where the spot stands still.
FILTERS = [("right", 0), *((way, speed) for way in WAYS for speed in (1, 2))]

LEVELS = 16  # shades of a picture
PIXEL, WEIGHT = 4, 14
FRAME, PLANE = SIDE * PIXEL, KERNEL * WEIGHT  # as wide as a frame of the clip, and of the filter
LEFT, GAP = 8, 8
CLIP, FILTER = 22, 128  # tops
STEP = PLANE + GAP  # from frame to frame; those of the filter stand below theirs
RIGHT = LEFT + FRAMES * STEP - 4  # of the response
BARS = LEFT + DEPTH * STEP + 12
BASE, TALL, BAR = FILTER + PLANE - 26, 50, 31


class ClipExplorer(Explorer):
    """Slide a 3×7×7 filter over a clip of five frames in which a digit moves.

    The digit moves by 1 pixel a frame. The filter looks for a bright spot that moves: its three
    frames are the same spot, shifted. A filter answers most where the motion is its own. The
    pictures are padded with zeros, the frames are not: three windows in time. Point at a frame to
    move the window there, or at a bar to choose its filter.

    Args:
        conv3d: a function of your own, called as ``conv3d(x, weight, bias)`` with x
            (1, 1, 5, 22, 22), the zeros already in it, weight (1, 1, 3, 7, 7) and bias (1,). What
            it returns is drawn as the response; the bars below are the course's.
        goals: what to try. A goal can ask for motion, direction ("right", "left", "down", "up"),
            speed, frame, output (the largest response at this frame), largest (this filter's, at
            any frame) and best (the largest of all nine filters).

    Raises:
        TypeError: ``conv3d`` is no function.
    """

    width = BARS + BAR * len(FILTERS) + LEFT
    height = FILTER + PLANE + 8
    interval = 800

    def __init__(
        self, conv3d: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.conv3d = submitted(conv3d, "ClipExplorer", "conv3d")
        self._answers: dict[tuple[str, str, int], Answer] = {}
        controls: list[Control] = [
            Choice("motion", "digit moves", WAYS),
            Choice("direction", "filter moves", WAYS),
            Slider("speed", "filter speed", 0, SPEED, 1),
            Slider("frame", "first frame", 1, FRAMES - DEPTH + 1, 1),
        ]
        super().__init__(controls, position=True, goals=goals)

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

    def clip(self, motion: str) -> np.ndarray:
        """Return the (5, 16, 16) frames, the digit in the middle of its way in the third one."""
        rows, columns = DIRECTIONS[motion]
        middle = FRAMES // 2
        return np.stack(  # the digit's margin is empty, so nothing comes in on the other side
            [
                np.roll(self.digit, ((frame - middle) * rows, (frame - middle) * columns), (0, 1))
                for frame in range(FRAMES)
            ]
        )

    def filter(self, direction: str, speed: int) -> np.ndarray:
        """Return the (3, 7, 7) weights of a spot that moves."""
        rows, columns = DIRECTIONS[direction]
        weights = np.zeros((DEPTH, KERNEL, KERNEL))
        for frame, plane in enumerate(weights):
            step = (frame - DEPTH // 2) * speed
            r, c = KERNEL // 2 + step * rows, KERNEL // 2 + step * columns
            plane[r - 1 : r + 2, c - 1 : c + 2] = RING
            plane[r, c] = SPOT
        return weights

    def response(self, motion: str, direction: str, speed: int) -> np.ndarray:
        """Return the (3, 16, 16) answers of a filter, one picture for each window in time."""
        return self._responses[motion, *_one(direction, speed)]

    def answer(self, motion: str, direction: str, speed: int) -> Answer:
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
    def _responses(self) -> dict[tuple[str, str, int], np.ndarray]:
        """The answers of all filters to all clips, by motion, direction and speed."""
        clips = np.stack([self.clip(motion) for motion in WAYS])[:, None]
        filters = np.stack([self.filter(*one) for one in FILTERS])[:, None]
        made = course_conv3d(clips, filters, padding=(0, KERNEL // 2, KERNEL // 2))
        return {
            (motion, *one): made[place, index]
            for place, motion in enumerate(WAYS)
            for index, one in enumerate(FILTERS)
        }

    @cached_property
    def _largest(self) -> dict[tuple[str, str, int], float]:
        return {key: float(response.max()) for key, response in self._responses.items()}

    def positions(self, **settings: Any) -> int:
        """Return the number of windows in time."""
        return FRAMES - DEPTH + 1

    def facts(self, motion: str, direction: str, speed: int, frame: int) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`ClipExplorer`."""
        return {
            "output": float(self.response(motion, direction, speed)[frame - 1].max()),
            "largest": self._largest[motion, *_one(direction, speed)],
            "best": max(self._largest[motion, *one] for one in FILTERS),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, motion: str, direction: str, speed: int, frame: int) -> Scene:
        """Return the scene of a state; see :class:`ClipExplorer`."""
        chosen = _one(direction, speed)
        response = self.response(motion, direction, speed)[frame - 1]
        row, column = divmod(int(response.argmax()), SIDE)
        placed = [*self._clip_parts(motion, frame), *self._filter_parts(chosen)]
        drawn, said = self._answered((motion, direction, speed), frame, response)
        placed += [*drawn, *self._bars(motion, chosen)]

        top = self._largest
        best = max(FILTERS, key=lambda one: top[motion, *one])
        of_best = format_number(top[motion, *best], 1)
        phrases = (
            f"A {DIGIT} moves {motion} by 1 pixel a frame, {FRAMES} frames of {SIDE}×{SIDE}.",
            f"Filter {times((DEPTH, KERNEL, KERNEL))}: a spot that {_moves(*chosen)}.",
            f"Frames {frame} to {frame + DEPTH - 1}: the largest response is "
            f"{format_number(float(response.max()), 1)}, at row {row}, column {column}.",
            f"Of the nine filters this one answers most, {of_best}."
            if best == chosen
            else f"Of the nine filters the spot that {_moves(*best)} answers most, {of_best}.",
            *said,
        )
        return Scene(self.width, self.height, tuple(placed), phrases, regions=_regions())

    def _clip_parts(self, motion: str, frame: int) -> list[Placed]:
        sizes = times((FRAMES, SIDE, SIDE))
        placed = [Placed(pieces.title(f"clip {sizes}: the digit moves {motion} by 1"), LEFT, 10)]
        inset = (PLANE - FRAME) / 2
        for index, image in enumerate(self.clip(motion)):
            x = LEFT + index * STEP
            placed += [
                Placed(_picture(image.tobytes(), "grey"), x + inset, CLIP),
                Placed(pieces.heading(f"frame {index + 1}"), x + PLANE / 2, CLIP + FRAME + 11),
            ]
        outline = pieces.outline(DEPTH * STEP - GAP - 2 * inset, FRAME)
        return [*placed, Placed(outline, LEFT + (frame - 1) * STEP + inset, CLIP)]

    def _filter_parts(self, chosen: tuple[str, int]) -> list[Placed]:
        sizes = times((DEPTH, KERNEL, KERNEL))
        name = f"filter {sizes}: {_moves(*chosen)}"
        planes = [
            Placed(_weights(plane.tobytes()), LEFT + index * STEP, FILTER)
            for index, plane in enumerate(self.filter(*chosen))
        ]
        return [Placed(pieces.title(name), LEFT, FILTER - 12), *planes]

    def _bars(self, motion: str, chosen: tuple[str, int]) -> list[Placed]:
        """Return the largest response of each filter to the clip."""
        top = self._largest
        scale = max(top.values())
        placed = [
            Placed(pieces.title("largest response of each filter"), BARS, FILTER - 12),
            Placed(_ground(), BARS, BASE),
        ]
        for index, one in enumerate(FILTERS):
            value = round(top[motion, *one], 1)
            bar = _bar(value, round(value / scale * TALL, 1), *one, one == chosen)
            placed.append(Placed(bar, BARS + (index + 0.5) * BAR, BASE))
        return placed

    def _answered(
        self, setting: tuple[str, str, int], frame: int, right: np.ndarray
    ) -> tuple[list[Placed], list[str]]:
        """Return the response as it is drawn, and what is to be said about a learner's."""
        middle, answer = RIGHT + FRAME / 2, self.answer(*setting)
        title, colour = f"response {frame} of {self.positions()}", ""
        if answer.problem:
            words = Placed(message(wrapped(answer.problem, 16), 11), middle, CLIP + FRAME / 2 + 6)
            return [Placed(pieces.heading(title), middle, 10), words], [answer.problem]
        given, said = answer.drawn[0, 0, frame - 1], []
        amount = int((~np.isclose(given, right, rtol=1e-5, atol=1e-4)).sum())
        if amount:
            title, colour = f"{amount} pixels wrong", WRONG_INK
            said.append(f"{amount} of {given.size} pixels of your function's response are wrong.")
        scale = max(self._largest.values())
        heat = np.clip(np.nan_to_num(given, nan=0, posinf=scale, neginf=0) / scale, 0, 1)
        row, column = divmod(int(np.nan_to_num(given).argmax()), SIDE)
        largest = f"largest {format_number(given.max(), 1)}"
        return [
            Placed(pieces.heading(title, colour), middle, 10),
            Placed(_picture(heat.tobytes(), "green"), RIGHT, CLIP),
            Placed(pieces.outline(PIXEL, PIXEL), RIGHT + column * PIXEL, CLIP + row * PIXEL),
            Placed(pieces.heading(largest), middle, CLIP + FRAME + 11),
        ], said


@lru_cache(maxsize=1)
def _regions() -> tuple[Region, ...]:
    """Return the frames of the clip, which the window follows, and the bars of the filters."""
    last = FRAMES - DEPTH + 1
    frames = tuple(min(last, max(1, frame - DEPTH // 2 + 1)) for frame in range(FRAMES))
    bars = tuple((("direction", way), ("speed", speed)) for way, speed in FILTERS)
    return (
        Region("clip", LEFT, CLIP, STEP, FRAME, 1, FRAMES, "frame", frames),
        Region("filters", BARS, BASE - TALL - 16, BAR, TALL + 48, 1, len(FILTERS), values=bars),
    )


def _one(direction: str, speed: int) -> tuple[str, int]:
    """Return the filter's own name: without speed all directions are the same filter."""
    return (direction, speed) if speed else FILTERS[0]


def _moves(direction: str, speed: int) -> str:
    return f"moves {direction} by {speed}" if speed else "stands still"


# Pieces -----------------------------------------------------------------------------------------


def _shade(level: int, kind: str) -> str:
    """Return a shade: from black to white, or from (nearly) white to the output's colour."""
    share = level / (LEVELS - 1)
    if kind == "grey":
        return "#" + f"{round(255 * share):02x}" * 3
    full = [int(ROLES["output"].fill[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(254 + (end - 254) * share):02x}" for end in full)


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
    look = ROLES["kernel"]
    lines = "".join(f"M{n * WEIGHT} 0v{PLANE}M0 {n * WEIGHT}h{PLANE}" for n in range(1, KERNEL))
    parts, numbers = [f'<rect width="{PLANE}" height="{PLANE}" fill="#ffffff"/>'], []
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
        + f'<rect width="{PLANE}" height="{PLANE}" fill="none" stroke="{look.edge}" '
        + f'stroke-width="3"/><g font-size="11" fill="{INK}">{"".join(numbers)}</g>'
    )


@lru_cache(maxsize=512)
def _bar(value: float, tall: float, way: str, speed: int, chosen: bool) -> Part:
    """Return a filter's largest response as a bar; the chosen one has a thick outline."""
    look = ROLES["output"]
    edge = f'stroke="{WINDOW_CASING}" stroke-width="4"' if chosen else f'stroke="{look.edge}"'
    bold = ' font-weight="600"' if chosen else ""
    words = [way, f"by {speed}"] if speed else ["still", ""]
    name = "".join(
        f'<text y="{14 + 13 * index}" font-size="11" fill="{PEN}"{bold}>{word}</text>'
        for index, word in enumerate(words)
        if word
    )
    return Part(
        f'<rect x="-12" y="{number(-tall)}" width="24" height="{number(tall)}" '
        f'fill="{look.fill if chosen else "#a9cdb4"}" {edge}/>'
        f'<text y="{number(-tall - 5)}" font-size="11" fill="{PEN}"{bold}>'
        f"{format_number(value, 1)}</text>{name}"
    )


@lru_cache(maxsize=1)
def _ground() -> Part:
    return Part(f'<path d="M0 0h{BAR * len(FILTERS)}" stroke="{QUIET}"/>')

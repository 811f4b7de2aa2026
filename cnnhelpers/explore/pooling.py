"""Pooling, window by window, and how much of a shift of the input is left in the output."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import cell, format_number, shape_word, written
from cnnhelpers.draw.scene import (
    Group,
    Part,
    Placed,
    Scene,
    caption,
    message,
    number,
    text,
    wrapped,
)
from cnnhelpers.draw.style import INK, QUIET, ROLES, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.learner import Answer, accepted, ask, submitted
from cnnhelpers.functional import avg_pool2d, max_pool2d
from cnnhelpers.shapes import output_size

# A stroke like a 7, with room on its right for the largest shift.
INPUT = [
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 5, 8, 9, 6, 0, 0, 0],
    [0, 0, 1, 4, 7, 0, 0, 0],
    [0, 0, 2, 8, 3, 0, 0, 0],
    [0, 1, 7, 5, 2, 0, 0, 0],
    [0, 4, 9, 1, 0, 0, 0, 0],
    [0, 6, 3, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
]
SIDE = 8
KERNEL, STRIDE, SHIFT = 4, 4, 3
KINDS = ("max", "average")

CELL = 30
LEFT, TOP, GAP = 16, 40, 24
GRID = SIDE * CELL
LARGEST_CELL = 34  # of an output
BELOW = TOP + GRID
WHOLE = 180  # pixels of a bar for a change of 100 %; the largest change is 250 %


class PoolExplorer(Explorer):
    """Slide a pooling window over a small image, shift the image, and compare the two outputs.

    A change is ``||before − after|| / ||before||``, in percent, for the input and for the output.

    Args:
        pool: a max pooling of your own, called as ``pool(x, kernel_size, stride=…)`` with x
            (1, 1, 8, 8). What it returns is drawn for type 1; a cell that differs from the largest
            value in its window is marked.
        average: an average pooling of your own, drawn for type 2, called in the same way.

    Raises:
        TypeError: ``pool`` or ``average`` is no function.
    """

    width = 2 * LEFT + 3 * GRID + 2 * GAP
    height = BELOW + 132
    interval = 450

    def __init__(
        self,
        pool: Callable[..., Any] | None = None,
        *,
        average: Callable[..., Any] | None = None,
    ) -> None:
        for name, function in (("pool", pool), ("average", average)):
            if function is not None and not callable(function):
                raise TypeError(
                    f"PoolExplorer: {name} must be a function, not {type(function).__name__}; "
                    "give it the function itself, without brackets."
                )
        self.functions = submitted(pool), submitted(average)
        self._frames: dict[tuple[int, ...], _Frame] = {}
        super().__init__(
            [
                Slider("kernel_size", "kernel size", 1, KERNEL, 2),
                Slider("stride", "stride", 1, STRIDE, 2),
                Slider("shift", "shift", 0, SHIFT, 1),
                Slider("type", "1 max, 2 average", 1, 2, 1),
                Slider("window", "window", 1, SIDE * SIDE, 6),
            ],
            position=True,
        )

    # Numbers ------------------------------------------------------------------------------------

    def input(self, shift: int) -> np.ndarray:
        """Return the (8, 8) image, moved to the right by so many pixels."""
        image = np.zeros((SIDE, SIDE))
        image[:, shift:] = np.array(INPUT, dtype=np.float64)[:, : SIDE - shift]
        return image

    def output(self, kernel_size: int, stride: int, shift: int, type: int) -> np.ndarray:
        """Return the pooled image."""
        pool = max_pool2d if type == 1 else avg_pool2d
        return pool(self.input(shift)[None, None], kernel_size, stride=stride)[0, 0]

    def answer(self, kernel_size: int, stride: int, shift: int, type: int) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the pooled image."""
        made = self.output(kernel_size, stride, shift, type)
        function = self.functions[type - 1]
        if function is None:
            return Answer(made[None, None])
        options = {"stride": stride} if accepted(function, ("stride",)) else {}
        image = self.input(shift)[None, None]

        def called(x: np.ndarray) -> Any:
            return function(x, kernel_size, **options)

        return ask(called, image, shape=(1, 1, *made.shape))

    def changes(self, kernel_size: int, stride: int, shift: int, type: int) -> tuple[float, float]:
        """Return how much the shift changes the input and the output, as fractions."""
        settings = kernel_size, stride
        return (
            _change(self.input(0), self.input(shift)),
            _change(self.output(*settings, 0, type), self.output(*settings, shift, type)),
        )

    def positions(self, kernel_size: int, stride: int, shift: int, type: int) -> int:
        """Return the number of windows."""
        return output_size(SIDE, kernel_size, stride) ** 2

    # Picture ------------------------------------------------------------------------------------

    def draw(self, kernel_size: int, stride: int, shift: int, type: int, window: int) -> Scene:
        """Return the scene of a state; see :class:`PoolExplorer`."""
        settings = kernel_size, stride, shift, type
        if settings not in self._frames:
            self._frames = {settings: _Frame(self, *settings)}  # only the last one is needed again
        frame = self._frames[settings]
        row, column = divmod(window - 1, frame.side)
        top, left = row * stride, column * stride
        values = frame.image[top : top + kernel_size, left : left + kernel_size]
        result = format_number(frame.made[row, column], frame.decimals)
        listed = [format_number(value) for value in values.ravel().tolist()]
        placed = list(frame.placed)
        if type == 1:  # where the largest value stands
            r, c = divmod(int(values.argmax()), kernel_size)
            mark = _largest(format_number(values[r, c]))
            placed.append(Placed(mark, LEFT + (left + c) * CELL, TOP + (top + r) * CELL))
        span = kernel_size * CELL
        placed.append(Placed(pieces.outline(span, span), LEFT + left * CELL, TOP + top * CELL))
        shown = ", ".join(listed) if len(listed) <= 4 else f"{len(listed)} values"
        total = format_number(values.sum())
        if values.size == 1:
            equation = words = f"the only value is {result}"
            words += "."
        elif type == 1:
            equation = f"max({shown}) = {result}"
            words = f"the largest of {_listed(listed)} is {result}."
        else:
            equation = f"{total} / {values.size} = {result}"
            words = f"the mean of {_listed(listed)} is {equation}."
        placed.append(Placed(pieces.sum_line(equation), LEFT + GRID / 2, BELOW + 24))
        if frame.cells is not None:
            x, y = frame.corner
            placed.append(Placed(frame.cells, x, y))
            outline = pieces.outline(frame.size, frame.size)
            placed.append(Placed(outline, x + column * frame.size, y + row * frame.size))
        phrases = [
            frame.phrases[0],
            f"Window {window} of {frame.side**2} at row {row}, column {column}: {words}",
            *frame.phrases[1:],
        ]
        if frame.cells is not None and frame.wrong[row, column]:
            phrases.append(f"Your function gives {frame.given[row][column]} here, not {result}.")
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))


class _Frame:
    """What all windows of one setting share: the grids, the changes, the answer."""

    def __init__(self, e: PoolExplorer, kernel_size, stride, shift, type) -> None:
        settings = kernel_size, stride, shift, type
        self.image = e.input(shift)
        self.made = e.output(*settings)
        before = e.output(kernel_size, stride, 0, type)
        self.side = len(self.made)
        self.decimals = 0 if type == 1 or kernel_size == 1 else 2
        self.cells: Group | None = None
        sides = shape_word(self.made.shape)
        starts = [LEFT + index * (GRID + GAP) for index in range(3)]
        middles = [start + GRID / 2 for start in starts]
        self.size = size = min(LARGEST_CELL, GRID // self.side)
        inset = (GRID - self.side * size) / 2
        self.corner = starts[2] + inset, TOP + inset
        head = self.corner[1] - 18
        moved = f"shifted by {shift}" if shift else "not shifted"

        stay = np.isclose(before, self.made)
        reference = Group(
            tuple(
                Placed(
                    _before(format_number(value, self.decimals), bool(stay[r, c]), size),
                    c * size,
                    r * size,
                )
                for (r, c), value in np.ndenumerate(before)
            )
        )
        placed = [
            Placed(
                pieces.heading(f"input {shape_word(self.image.shape)}, {moved}"),
                middles[0],
                TOP - 18,
            ),
            Placed(
                pieces.cached_block(pieces.frozen(written(self.image)), "input", CELL),
                starts[0],
                TOP,
            ),
            Placed(pieces.heading(f"output {sides} without shift"), middles[1], head),
            Placed(reference, starts[1] + inset, TOP + inset),
        ]
        kept = int(stay.sum())
        note = "white: the shift changes it" if kept < stay.size else "the shift changes nothing"
        placed.append(Placed(_quiet(note), middles[1], BELOW - inset + 18))
        changes = e.changes(*settings)
        percent = [format_number(100 * change) for change in changes]
        for index, kind in enumerate(("input", "output")):
            y = BELOW + 62 + 30 * index
            placed.append(Placed(_line(f"{kind} changes by {percent[index]} %"), LEFT, y))
            placed.append(Placed(_bar(kind, round(changes[index], 4)), starts[1], y))
        placed.append(Placed(_scale(), starts[1], BELOW + 62))

        name = f"{KINDS[type - 1].capitalize()} pooling {kernel_size}×{kernel_size}"
        change = (
            f"The shift changes the input by {percent[0]} % and the output by {percent[1]} %; "
            f"{kept} of {stay.size} outputs stay as they are."
            if shift
            else "Without a shift, input and output stay as they are."
        )
        self.phrases = [
            f"{name}, stride {stride}, input {moved}: {shape_word(self.image.shape)} becomes "
            f"{sides}.",
            change,
        ]
        self._answer(e.answer(*settings), moved, middles[2], placed)
        self.placed = tuple(placed)

    def _answer(self, answer: Answer, moved: str, middle: float, placed: list[Placed]) -> None:
        heading = f"output {shape_word(self.made.shape)}, {moved}"
        if answer.problem:
            self.phrases.append(answer.problem)
            placed.append(Placed(message(wrapped(answer.problem, GRID // 8)), middle, TOP + 100))
            placed.append(Placed(pieces.heading("output", WRONG_INK), middle, TOP - 18))
            return
        given = answer.array[0, 0]
        self.wrong = ~np.isclose(given, self.made, rtol=1e-5, atol=1e-5)
        whole = np.isclose(given, np.round(given)).all()
        self.given = written(given, self.decimals if whole else 2)
        wrong, size = self.wrong.tolist(), self.size
        self.cells = Group(
            tuple(
                Placed(pieces.answer_cell(self.given[r][c], wrong[r][c], size), c * size, r * size)
                for r, c in np.ndindex(given.shape)
            )
        )
        amount = int(self.wrong.sum())
        colour = ""
        if amount:
            heading, colour = f"output, {amount} of {self.wrong.size} wrong", WRONG_INK
            self.phrases.append(
                f"{amount} of {self.wrong.size} outputs of your function "
                f"{'is' if amount == 1 else 'are'} wrong."
            )
        placed.append(Placed(pieces.heading(heading, colour), middle, self.corner[1] - 18))


def _change(before: np.ndarray, after: np.ndarray) -> float:
    return float(np.linalg.norm(before - after) / np.linalg.norm(before))


def _listed(values: list[str]) -> str:
    if len(values) > 4:
        return f"{len(values)} values"
    return f"{', '.join(values[:-1])} and {values[-1]}"


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _largest(content: str) -> Part:
    """Return an input cell whose value the window passes on."""
    return cell(content, ROLES["kernel"], CELL, CELL, round(0.46 * CELL, 1))


@lru_cache(maxsize=512)
def _before(content: str, stays: bool, size: int) -> Part:
    """Return a cell of the output without shift: in its colour where the shift leaves it alone."""
    look = ROLES["output" if stays else "plain"]
    return cell(content, look, size, size, round(0.46 * size, 1))


@lru_cache(maxsize=512)
def _bar(kind: str, change: float) -> Part:
    look = ROLES[kind]
    wide = number(round(change * WHOLE, 1))
    return Part(
        f'<rect y="-9" width="{wide}" height="18" fill="{look.fill}" stroke="{look.edge}"/>'
    )


@lru_cache(maxsize=1)
def _scale() -> Part:
    """Return the line where the bars begin and the one where they reach 100 %."""
    return Part(
        f'<path d="M0 -15v60" stroke="{INK}"/>'
        f'<path d="M{WHOLE} -15v60" stroke="{QUIET}" stroke-dasharray="4 3"/>'
        f'<text x="{WHOLE}" y="58" font-size="12" fill="{QUIET}">100 %</text>'
    )


@lru_cache(maxsize=512)
def _line(content: str) -> Part:
    return text(content, 15, anchor="start", bold=True)


@lru_cache(maxsize=64)
def _quiet(content: str) -> Part:
    return caption(content)

"""Pooling, window by window, and how much of a shift of the input is left in the output."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import decimals_needed, format_number, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, number, text, wrapped
from cnnhelpers.draw.style import PEN, QUIET, ROLES, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, accepted, ask, submitted
from cnnhelpers.explore.kit.words import listed
from cnnhelpers.functional import avg_pool2d, max_pool2d
from cnnhelpers.shapes import output_size, times

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

CELL = 20
LEFT, TOP, GAP = 8, 22, 12
GRID = SIDE * CELL  # height of all three grids, and width of the input's
WIDE = 210  # of an output
STARTS = (LEFT, LEFT + GRID + GAP, LEFT + GRID + 2 * GAP + WIDE)
BELOW = TOP + GRID
WHOLE = 112  # pixels of a bar for a change of 100 %; the largest change is 250 %


class PoolExplorer(Explorer):
    """Slide a pooling window over a small image, shift the image, and compare the two outputs.

    A change is ``||before − after|| / ||before||``, in percent, for the input and for the output.
    Point at an output to see its window, drag the window over the input, or click a cell of the
    input and type another number.

    Args:
        pool: a max pooling of your own, called as ``pool(x, kernel_size, stride=…)`` with x
            (1, 1, 8, 8). What it returns is drawn for max; a cell that differs from the largest
            value in its window is marked.
        average: an average pooling of your own, drawn for average, called in the same way.
        goals: what to try. A goal can ask for kernel_size, stride, shift, type ("max" or
            "average"), window, output (the number at this window), output_shape, outputs (how many)
            and kept (how many of them the shift leaves as they are), input_change and
            output_change (fractions).

    Raises:
        TypeError: ``pool`` or ``average`` is no function.
    """

    width = STARTS[2] + WIDE + LEFT
    height = BELOW + 76
    interval = 450
    typing = Typing(r"[\-−]?\d|\d\d", "a whole number from −9 to 99")

    def __init__(
        self,
        pool: Callable[..., Any] | None = None,
        *,
        average: Callable[..., Any] | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        self.functions = {
            "max": submitted(pool, "PoolExplorer", "pool"),
            "average": submitted(average, "PoolExplorer", "average"),
        }
        self._last_frame: tuple[Any, _Frame] | None = None
        controls: list[Control] = [
            Slider("kernel_size", "kernel size", 1, KERNEL, 2),
            Slider("stride", "stride", 1, STRIDE, 2),
            Slider("shift", "shift", 0, SHIFT, 1),
            Choice("type", "pooling", KINDS),
            Slider("window", "window", 1, SIDE * SIDE, 6),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def input(self, shift: int, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (8, 8) image, moved to the right by so many pixels."""
        image = with_typed(np.array(INPUT, dtype=np.float64), "x", typed or {})
        moved = np.zeros((SIDE, SIDE))
        moved[:, shift:] = image[:, : SIDE - shift]
        return moved

    def output(
        self, kernel_size: int, stride: int, shift: int, type: str, typed: Any = None
    ) -> np.ndarray:
        """Return the pooled image."""
        pool = max_pool2d if type == "max" else avg_pool2d
        return pool(self.input(shift, typed)[None, None], kernel_size, stride=stride)[0, 0]

    def answer(
        self, kernel_size: int, stride: int, shift: int, type: str, typed: Any = None
    ) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the pooled image."""
        made = self.output(kernel_size, stride, shift, type, typed)
        function = self.functions[type]
        if function is None:
            return Answer(made[None, None])
        options = {"stride": stride} if accepted(function, ("stride",)) else {}
        image = self.input(shift, typed)[None, None]
        return ask(function, image, kernel_size, shape=(1, 1, *made.shape), **options)

    def changes(
        self, kernel_size: int, stride: int, shift: int, type: str, typed: Any = None
    ) -> tuple[float, float]:
        """Return how much the shift changes the input and the output, as fractions."""
        settings = kernel_size, stride
        return (
            _change(self.input(0, typed), self.input(shift, typed)),
            _change(
                self.output(*settings, 0, type, typed), self.output(*settings, shift, type, typed)
            ),
        )

    def positions(self, kernel_size: int, stride: int, **more: Any) -> int:
        """Return the number of windows."""
        return output_size(SIDE, kernel_size, stride) ** 2

    def facts(self, window: int, **settings: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`PoolExplorer`."""
        frame = self._frame(**settings)
        changes = self.changes(**settings)
        return {
            "output": float(frame.made.flat[window - 1]),
            "output_shape": frame.made.shape,
            "outputs": frame.made.size,
            "kept": frame.kept,
            "input_change": changes[0],
            "output_change": changes[1],
        }

    # Picture ------------------------------------------------------------------------------------

    def _frame(self, **settings: Any) -> _Frame:
        """Return what all windows of a setting share; the last one is remembered."""
        key = self.key({**settings, "window": 1})
        if self._last_frame is None or self._last_frame[0] != key:
            self._last_frame = key, _Frame(self, **settings)
        return self._last_frame[1]

    def draw(self, window: int, **settings: Any) -> Scene:
        """Return the scene of a state; see :class:`PoolExplorer`."""
        frame = self._frame(**settings)
        kernel_size, stride = settings["kernel_size"], settings["stride"]
        row, column = divmod(window - 1, frame.side)
        top, left = row * stride, column * stride
        values = frame.image[top : top + kernel_size, left : left + kernel_size]
        result = format_number(frame.made[row, column], frame.decimals)
        placed = list(frame.placed)
        if settings["type"] == "max":  # where the largest value stands
            r, c = divmod(int(values.argmax()), kernel_size)
            mark = _largest(format_number(values[r, c]))
            placed.append(Placed(mark, LEFT + (left + c) * CELL, TOP + (top + r) * CELL))
        span = kernel_size * CELL
        outline = pieces.outline(span, span)
        placed.append(Placed(outline, LEFT + left * CELL, TOP + top * CELL))
        equation, words = _equation(values, settings["type"], result)
        placed.append(Placed(pieces.label(equation, 12, bold=True), LEFT + GRID / 2, BELOW + 14))
        if frame.cells is not None:
            (x, y), (wide, tall) = frame.corner, frame.size
            placed.append(Placed(frame.cells, x, y))
            here = pieces.outline(wide, tall)
            placed.append(Placed(here, x + column * wide, y + row * tall))
        phrases = [
            frame.phrases[0],
            f"Window {window} of {frame.side**2} at row {row}, column {column}: {words}",
            *frame.phrases[1:],
        ]
        if frame.cells is not None and frame.wrong[row][column]:
            phrases.append(f"Your function gives {frame.given[row][column]} here, not {result}.")
        size = self.width, self.height
        return Scene(*size, tuple(placed), tuple(phrases), regions=frame.regions)


class _Frame:
    """What all windows of one setting share: the grids, the changes, the answer."""

    def __init__(self, e: PoolExplorer, kernel_size, stride, shift, type, typed) -> None:
        settings = kernel_size, stride, shift, type, typed
        self.image = e.input(shift, typed)
        self.made = e.output(*settings)
        self.side = len(self.made)
        self.decimals = 0 if type == "max" or kernel_size == 1 else 2
        self.cells: Group | None = None
        self.size = min(34, WIDE // self.side), min(34, GRID // self.side)
        inset = (WIDE - self.side * self.size[0]) / 2, (GRID - self.side * self.size[1]) / 2
        self.corner = STARTS[2] + inset[0], TOP + inset[1]
        self.moved = f"shifted by {shift}" if shift else "not shifted"
        self.placed: list[Placed] = []
        self.regions: tuple[Region, ...] = (
            self._input_region(kernel_size, stride, shift, typed, e),
        )
        self._add_input()
        self._add_before(e.output(kernel_size, stride, 0, type, typed), inset)
        percent = [format_number(100 * change) for change in e.changes(*settings)]
        self._add_changes(e.changes(*settings), percent)

        name = f"{type.capitalize()} pooling {kernel_size}×{kernel_size}"
        sizes = times(self.image.shape), times(self.made.shape)
        change = (
            f"The shift changes the input by {percent[0]} % and the output by {percent[1]} %; "
            f"{self.kept} of {self.made.size} outputs stay as they are."
            if shift
            else "Without a shift, input and output stay as they are."
        )
        self.phrases = [
            f"{name}, stride {stride}, input {self.moved}: {sizes[0]} becomes {sizes[1]}.",
            change,
        ]
        self._add_answer(e.answer(*settings))

    def _input_region(self, kernel_size, stride, shift, typed, e: PoolExplorer) -> Region:
        """Return the input's cells; one that a shift brought along is typed where it came from."""
        nearest = [
            min(range(self.side), key=lambda i: abs(i * stride + (kernel_size - 1) / 2 - cell))
            for cell in range(SIDE)
        ]
        windows = [1 + row * self.side + column for row in nearest for column in nearest]
        shown = slice(shift, SIDE)
        leads = np.array(windows).reshape(SIDE, SIDE)[:, shown].ravel().tolist()
        texts = written(e.input(0, typed)[:, : SIDE - shift])
        return Region(
            "input", LEFT + shift * CELL, TOP, CELL, CELL, SIDE, SIDE - shift, "window",
            tuple(leads), "x", tuple(text for line in texts for text in line),
        )  # fmt: skip

    def _add_input(self) -> None:
        name = f"input {times(self.image.shape)}, {self.moved}"
        cells = pieces.cached_block(pieces.frozen(written(self.image)), "input", CELL, CELL)
        self.placed += [
            Placed(pieces.heading(name), LEFT + GRID / 2, TOP - 12),
            Placed(cells, LEFT, TOP),
        ]

    def _add_before(self, before: np.ndarray, inset: tuple[float, float]) -> None:
        """Add the output without shift, in colour where the shift leaves it alone."""
        stay = np.isclose(before, self.made)
        self.kept = int(stay.sum())
        wide, tall = self.size
        cells = Group(
            tuple(
                Placed(
                    _before(format_number(value, self.decimals), bool(stay[r, c]), wide, tall),
                    c * wide,
                    r * tall,
                )
                for (r, c), value in np.ndenumerate(before)
            )
        )
        middle = STARTS[1] + WIDE / 2
        name = f"output {times(before.shape)} without shift"
        note = (
            "uncoloured: the shift changes it"
            if self.kept < stay.size
            else "the shift changes nothing"
        )
        self.placed += [
            Placed(pieces.heading(name), middle, TOP + inset[1] - 12),
            Placed(cells, STARTS[1] + inset[0], TOP + inset[1]),
            Placed(pieces.heading(note), middle, BELOW - inset[1] + 14),
        ]

    def _add_changes(self, changes: tuple[float, float], percent: list[str]) -> None:
        for index, kind in enumerate(("input", "output")):
            y = BELOW + 38 + 18 * index
            words = f"{kind} changes by {percent[index]} %"
            self.placed += [
                Placed(pieces.line(words, 12, bold=True), LEFT, y),
                Placed(_bar(kind, round(changes[index], 4)), STARTS[1], y),
            ]
        self.placed.append(Placed(_scale(), STARTS[1], BELOW + 38))

    def _add_answer(self, answer: Answer) -> None:
        middle = STARTS[2] + WIDE / 2
        if answer.problem:
            self.phrases.append(answer.problem)
            words = message(wrapped(answer.problem, WIDE // 7), 12)
            self.placed += [
                Placed(words, middle, TOP + 80),
                Placed(pieces.heading("output", WRONG_INK), middle, TOP - 12),
            ]
            return
        given = answer.drawn[0, 0]
        wrong = ~np.isclose(given, self.made, rtol=1e-5, atol=1e-5)
        self.wrong = wrong.tolist()
        self.given = written(given, max(self.decimals, min(2, decimals_needed(given))))
        self.cells = pieces.answer_cells(self.given, self.wrong, *self.size)
        amount = int(wrong.sum())
        heading, colour = f"output {times(self.made.shape)}, {self.moved}", ""
        if amount:
            heading, colour = f"output, {amount} of {wrong.size} wrong", WRONG_INK
            self.phrases.append(
                f"{amount} of {wrong.size} outputs of your function "
                f"{'is' if amount == 1 else 'are'} wrong."
            )
        self.placed.append(Placed(pieces.heading(heading, colour), middle, self.corner[1] - 12))
        windows = tuple(range(1, wrong.size + 1))
        output = Region("output", *self.corner, *self.size, self.side, self.side, "window", windows)
        self.regions = (*self.regions, output)


def _equation(values: np.ndarray, type: str, result: str) -> tuple[str, str]:
    """Return how a window's output comes up, as it is drawn and as it is said."""
    texts = [format_number(value) for value in values.ravel().tolist()]
    many = f"{len(texts)} values"
    if values.size == 1:
        return f"the only value is {result}", f"the only value is {result}."
    if type == "max":
        shown = ", ".join(texts) if len(texts) <= 4 else many
        said = listed(texts) if len(texts) <= 4 else many
        return f"max({shown}) = {result}", f"the largest of {said} is {result}."
    equation = f"{format_number(values.sum())} / {values.size} = {result}"
    said = listed(texts) if len(texts) <= 4 else many
    return equation, f"the mean of {said} is {equation}."


def _change(before: np.ndarray, after: np.ndarray) -> float:
    whole = float(np.linalg.norm(before))
    return float(np.linalg.norm(before - after)) / whole if whole else 0.0


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _largest(content: str) -> Part:
    """Return an input cell whose value the window passes on."""
    return cell(content, ROLES["kernel"], CELL, CELL, pieces.letters(content, CELL, CELL))


@lru_cache(maxsize=512)
def _before(content: str, stays: bool, width: int, height: int) -> Part:
    """Return a cell of the output without shift: in its colour where the shift leaves it alone."""
    look = ROLES["output" if stays else "plain"]
    return cell(content, look, width, height, pieces.letters(content, width, height))


@lru_cache(maxsize=512)
def _bar(kind: str, change: float) -> Part:
    look = ROLES[kind]
    wide = number(round(min(change, 3.5) * WHOLE, 1))
    return Part(
        f'<rect y="-7" width="{wide}" height="14" fill="{look.fill}" stroke="{look.edge}"/>'
    )


@lru_cache(maxsize=1)
def _scale() -> Part:
    """Return the line where the bars begin and the one where they reach 100 %."""
    words = text("100 %", 11, colour=QUIET, anchor="start").markup
    return Part(
        f'<path d="M0 -10v38" stroke="{PEN}"/>'
        f'<path d="M{WHOLE} -10v46" stroke="{QUIET}" stroke-dasharray="4 3"/>'
        f'<g transform="translate({WHOLE + 4},32)">{words}</g>'
    )

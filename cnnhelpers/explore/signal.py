"""Convolution in one dimension: a kernel slides along a signal, with or without zeros around it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import cell, decimals_needed, format_number, written
from cnnhelpers.draw.scene import (
    Group,
    Part,
    Placed,
    Scene,
    message,
    number,
    text,
    wrapped,
)
from cnnhelpers.draw.style import QUIET, ROLES, WINDOW, WINDOW_CASING, WRONG, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.functional import conv1d as course_conv1d

# A step, and a pulse beside it.
SIGNAL = [0, 1, 0, 4, 4, 5, 4, 4, 0, 0, 1, 3, 6, 3, 1, 0, 1, 0]
KERNELS = (
    ("average of 3", [1 / 3] * 3),
    ("average of 5", [1 / 5] * 5),
    ("difference", [-1, 1]),
    ("second difference", [1, -2, 1]),
    ("matched filter of the pulse 1 3 6 3 1", [-2, 0, 4, 0, -2]),
    ("delay by 2", [1, 0, 0]),
)
MODES = ("none", "centred, on both sides", "causal, before the start")
MOST_BEFORE, MOST_AFTER = 4, 2  # zeros that the widest kernel asks for

CELL = 31
LEFT = 18
FIRST = LEFT + MOST_BEFORE * CELL  # where x[0] stands, in every state
CURVE = 84  # height of a curve
INPUT_CURVE, INPUT = 48, 152  # top of the input's curve, and of its numbers
WEIGHTS = INPUT + CELL + 10
PRODUCTS = WEIGHTS + CELL + 8
OUTPUT = PRODUCTS + CELL + 36
OUTPUT_CURVE = OUTPUT + CELL + 18


class SignalExplorer(Explorer):
    """Slide a kernel along a signal of 18 values: products, sum, and the output as it fills up.

    Without zeros the output is shorter than the signal. Centred, an output stands in the middle of
    its window; causal, it stands at the end, so that it reads nothing that comes later. Zeros are
    put around the signal before the convolution.

    Args:
        conv1d: a function of your own, called as ``conv1d(x, weight, bias)`` with x (1, 1, L),
            weight (1, 1, K) and bias (1,), zeros already in x. What it returns is drawn; a value
            that differs from the sum of the products is marked.

    Raises:
        TypeError: ``conv1d`` is no function.
    """

    width = FIRST + (len(SIGNAL) + MOST_AFTER) * CELL + LEFT
    height = OUTPUT_CURVE + CURVE + 16
    interval = 500

    def __init__(self, conv1d: Callable[..., Any] | None = None) -> None:
        if conv1d is not None and not callable(conv1d):
            raise TypeError(
                f"SignalExplorer: conv1d must be a function, not {type(conv1d).__name__}; "
                "give it the function itself, without brackets."
            )
        self.conv1d = submitted(conv1d)
        self.signal = np.array(SIGNAL, dtype=np.float64)
        self._frames: dict[tuple[int, int], _Frame] = {}
        super().__init__(
            [
                Slider("kernel", "kernel", 1, len(KERNELS), 1),
                Slider("mode", "zeros", 1, len(MODES), 1),
                Slider("window", "window", 1, len(SIGNAL), 5),
            ],
            position=True,
        )

    # Numbers ------------------------------------------------------------------------------------

    def weights(self, kernel: int) -> np.ndarray:
        """Return the (K,) weights of a kernel."""
        return np.array(KERNELS[kernel - 1][1], dtype=np.float64)

    def zeros(self, kernel: int, mode: int) -> tuple[int, int]:
        """Return how many zeros stand before and after the signal.

        Raises:
            ValueError: a kernel of even size has no middle.
        """
        size = len(self.weights(kernel))
        if mode == 1:
            return 0, 0
        if mode == 3:
            return size - 1, 0
        if size % 2 == 0:
            raise ValueError(f"A kernel of {size} has no middle")
        return size // 2, size // 2

    def padded(self, kernel: int, mode: int) -> np.ndarray:
        """Return the signal with its zeros."""
        return np.pad(self.signal, self.zeros(kernel, mode))

    def output(self, kernel: int, mode: int) -> np.ndarray:
        """Return the sums of the products of all windows."""
        x, weight = self.padded(kernel, mode), self.weights(kernel)
        return course_conv1d(x[None, None], weight[None, None])[0, 0]

    def answer(self, kernel: int, mode: int) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the sums."""
        made = self.output(kernel, mode)
        if self.conv1d is None:
            return Answer(made[None, None])
        x, weight = self.padded(kernel, mode)[None, None], self.weights(kernel)[None, None]
        return ask(self.conv1d, x, weight, np.zeros(1), shape=(1, 1, len(made)))

    def positions(self, kernel: int, mode: int) -> int:
        """Return the number of windows, 0 where the mode does not suit the kernel."""
        try:
            return len(self.output(kernel, mode))
        except ValueError:
            return 0

    # Picture ------------------------------------------------------------------------------------

    def draw(self, kernel: int, mode: int, window: int) -> Scene:
        """Return the scene of a state; see :class:`SignalExplorer`."""
        size = len(self.weights(kernel))
        if mode == 2 and size % 2 == 0:
            return self.blank(
                f"Kernel {kernel}, {KERNELS[kernel - 1][0]}, has {size} weights and so no middle: "
                "its output cannot stand centred below its window.",
                "Choose zeros 1 (none) or 3 (causal), or a kernel of odd size.",
            )
        if (kernel, mode) not in self._frames:
            self._frames = {(kernel, mode): _Frame(self, kernel, mode)}  # the last one is enough
        frame = self._frames[kernel, mode]
        start = window - 1
        values = frame.padded[start : start + size]
        products = values * self.weights(kernel)
        x = frame.left + start * CELL
        total = format_number(frame.made[start], frame.decimals)
        cells = pieces.frozen(written(products[None], frame.product_decimals))
        placed = [
            *frame.placed,
            Placed(pieces.outline(size * CELL, CELL), x, INPUT),
            Placed(frame.weights, x, WEIGHTS),
            Placed(pieces.cached_block(cells, "plain", CELL), x, PRODUCTS),
        ]
        # What the rows are, and their sum, on the side where there is room.
        right = x + size * CELL + 14 < self.width - 220
        side, anchor = (x + size * CELL + 14, "start") if right else (x - 14, "end")
        placed.append(Placed(_note("× weights", anchor), side, WEIGHTS + CELL / 2))
        placed.append(Placed(_note(f"products, sum = {total}", anchor), side, PRODUCTS + CELL / 2))
        if frame.cells is not None:
            placed.append(Placed(frame.cells, frame.out, OUTPUT, window))
            placed.append(Placed(frame.curve, frame.out, OUTPUT_CURVE, window))
            middle = x + size * CELL / 2
            end = frame.out + (start + 0.5) * CELL
            placed.append(Placed(_arrow(end - middle), middle, PRODUCTS + CELL + 4))
        first = start - frame.before
        reads = f"x[{_index(first)}] to x[{_index(first + size - 1)}]"
        phrases = [
            frame.phrases[0],
            f"Window {window} of {len(frame.made)} reads {reads}:",
            f"{_terms(frame.words[start : start + size], frame.weight_words)} = {total}.",
            *frame.phrases[1:],
        ]
        if frame.cells is not None and frame.wrong[start]:
            phrases.append(f"Your function gives {frame.given[start]} here instead of {total}.")
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))


class _Frame:
    """What all windows of one kernel and mode share."""

    def __init__(self, e: SignalExplorer, kernel: int, mode: int) -> None:
        name, _ = KERNELS[kernel - 1]
        weights = e.weights(kernel)
        self.padded = e.padded(kernel, mode)
        self.made = e.output(kernel, mode)
        self.before, after = e.zeros(kernel, mode)
        self.left = FIRST - self.before * CELL
        # Below the middle of its window; causal, below its end.
        self.out = self.left + (len(weights) - 1) * CELL / (1 if mode == 3 else 2)
        self.decimals = 2 if decimals_needed(weights) else 0
        self.product_decimals = self.decimals
        self.words = written(self.padded[None])[0]
        self.weight_words = [_exact(weight) for weight in weights.tolist()]
        self.weights = pieces.cached_block((tuple(self.weight_words),), "kernel", CELL)

        length = len(e.signal)
        title = f"kernel {kernel}: {name}; zeros {mode}: {MODES[mode - 1]}"
        placed = [
            Placed(pieces.heading(title), e.width / 2, 22),
            Placed(_curve(tuple(e.signal), 0, float(e.signal.max())), FIRST, INPUT_CURVE),
            Placed(_side("input"), LEFT, INPUT_CURVE + CURVE / 2),
        ]
        for count, x in ((self.before, self.left), (after, FIRST + length * CELL)):
            if count:
                placed.append(Placed(_zeros(count), x, INPUT))
        cells = pieces.frozen(written(e.signal[None]))
        placed.append(Placed(pieces.cached_block(cells, "input", CELL), FIRST, INPUT))
        added = f"{self.before} before and {after} after" if after else f"{self.before} before"
        self.phrases = [
            f"Kernel {kernel}, {name} ({', '.join(self.weight_words)}), "
            + ("no zeros" if mode == 1 else f"{MODES[mode - 1].split(',')[0]} with zeros ({added})")
            + f": {length} values become {len(self.made)}.",
        ]
        if mode == 3:
            self.phrases.append("An output reads nothing later than its own place.")
        self.cells: Group | None = None
        self._answer(e, e.answer(kernel, mode), placed)
        self.placed = tuple(placed)

    def _answer(self, e: SignalExplorer, answer: Answer, placed: list[Placed]) -> None:
        if answer.problem:
            self.phrases.append(answer.problem)
            lines = wrapped(answer.problem, int(e.width // 9))
            placed.append(Placed(message(lines), e.width / 2, OUTPUT + 60))
            return
        given = answer.array[0, 0]
        tolerance = 1e-5 * max(1.0, float(np.abs(self.made).max()))
        self.wrong = (~np.isclose(given, self.made, rtol=1e-5, atol=tolerance)).tolist()
        decimals = max(self.decimals, min(2, decimals_needed(given)))
        self.given = written(given[None], decimals)[0]
        self.cells = Group(
            tuple(
                Placed(pieces.answer_cell(word, wrong, CELL), index * CELL, 0)
                for index, (word, wrong) in enumerate(zip(self.given, self.wrong, strict=True))
            )
        )
        shown = np.nan_to_num(given, nan=0, posinf=0, neginf=0)
        low, high = min(0.0, float(self.made.min())), float(self.made.max())
        self.curve = Group(
            tuple(
                Placed(_step(*_heights(shown, index, low, high), self.wrong[index]), index * CELL)
                for index in range(len(given))
            )
        )
        placed.append(Placed(pieces.empty(1, len(given), CELL), self.out, OUTPUT))
        placed.append(Placed(_zero_line(len(given), _height(0, low, high)), self.out, OUTPUT_CURVE))
        lines = [("output", ""), (f"{len(given)} values", "")]
        amount = sum(self.wrong)
        if amount:
            lines.append((f"{amount} wrong", WRONG_INK))
            self.phrases.append(
                f"{amount} of {len(given)} outputs of your function "
                f"{'differs' if amount == 1 else 'differ'} from the sum of the products."
            )
        for index, (words, colour) in enumerate(lines):
            placed.append(Placed(_side(words, colour), LEFT, OUTPUT + CELL / 2 + 20 * index))


def _exact(weight: float) -> str:
    """Return a weight as a decimal number or, where that would be rounded, as a fraction."""
    written_ = format_number(weight, decimals_needed(np.array(weight)))
    exact = abs(float(written_.replace("−", "-")) - weight) < 1e-9
    return written_ if exact else str(Fraction(weight).limit_denominator(99)).replace("-", "−")


def _index(place: int) -> str:
    return format_number(place)


def _terms(values: list[str], weights: list[str]) -> str:
    return " + ".join(
        f"{value}×{f'({weight})' if weight[0] == '−' else weight}"
        for value, weight in zip(values, weights, strict=True)
    )


def _height(value: float, low: float, high: float) -> float:
    """Return how far below the top of a curve a value stands."""
    return round((high - min(max(value, low), high)) / ((high - low) or 1) * CURVE, 1)


def _heights(values: np.ndarray, index: int, low: float, high: float) -> tuple[float | None, float]:
    """Return the heights of the value before (None for the first) and of this one."""
    before = _height(values[index - 1], low, high) if index else None
    return before, _height(values[index], low, high)


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _curve(values: tuple[float, ...], low: float, high: float) -> Part:
    """Return the curve of the input: dots joined by lines, above their numbers."""
    points = [((index + 0.5) * CELL, _height(v, low, high)) for index, v in enumerate(values)]
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    look = ROLES["input"]
    dots = "".join(
        f'<circle cx="{number(x)}" cy="{number(y)}" r="4" fill="{look.fill}" stroke="{look.edge}"/>'
        for x, y in points
    )
    base = number(_height(0, low, high))
    return Part(
        f'<path d="M0 {base}H{len(values) * CELL}" stroke="{QUIET}" stroke-width="0.8"/>'
        f'<path d="{path}" fill="none" stroke="{look.edge}" stroke-width="1.8"/>{dots}'
    )


@lru_cache(maxsize=64)
def _zero_line(count: int, height: float) -> Part:
    return Part(
        f'<path d="M0 {number(height)}H{count * CELL}" stroke="{QUIET}" stroke-width="0.8"/>'
    )


@lru_cache(maxsize=2048)
def _step(before: float | None, here: float, wrong: bool) -> Part:
    """Return a dot of the output's curve, and the line to it from the dot before."""
    look, half = ROLES["output"], CELL / 2
    line = ""
    if before is not None:
        line = f'<path d="M{number(-half)} {number(before)}L{number(half)} {number(here)}" '
        line += f'stroke="{look.fill}" stroke-width="1.8"/>'
    if wrong:
        x, y = number(half - 4.5), number(round(here - 4.5, 1))
        sign = f'<path d="M{x} {y}l9 9m0 -9l-9 9" stroke="{WRONG}" stroke-width="2.5"/>'
    else:
        sign = (
            f'<rect x="{number(half - 4)}" y="{number(round(here - 4, 1))}" width="8" height="8" '
            f'fill="{look.fill}"/>'
        )
    return Part(line + sign)


@lru_cache(maxsize=8)
def _zeros(count: int) -> Part:
    cells = "".join(
        f'<g transform="translate({index * CELL},0)">'
        f"{cell('0', ROLES['padding'], CELL, CELL, 13.8).markup}</g>"
        for index in range(count)
    )
    return Part(cells)


@lru_cache(maxsize=512)
def _note(content: str, anchor: str) -> Part:
    return text(content, 14, anchor=anchor, bold=content.startswith("products"))


@lru_cache(maxsize=64)
def _arrow(across: float) -> Part:
    """Return the way from the products to the output that they add up to."""
    down = OUTPUT - PRODUCTS - CELL - 8
    path = f"M0 0C0 {down / 2} {number(across)} {down / 2} {number(across)} {down - 8}"
    head = f"M{number(across - 6)} {down - 9}l6 9l6 -9z"
    return Part(
        f'<path d="{path}" fill="none" stroke="{WINDOW_CASING}" stroke-width="5"/>'
        f'<path d="{head}" fill="{WINDOW}" stroke="{WINDOW_CASING}" stroke-width="1.5"/>'
        f'<path d="{path}" fill="none" stroke="{WINDOW}" stroke-width="3"/>'
    )


@lru_cache(maxsize=256)
def _side(content: str, colour: str = QUIET) -> Part:
    return text(content, 13, colour=colour or QUIET, anchor="start", bold=True)

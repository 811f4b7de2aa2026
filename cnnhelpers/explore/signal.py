"""Convolution in one dimension: a kernel slides along a signal, with or without zeros around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import decimals_needed, format_number, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, number, text, wrapped
from cnnhelpers.draw.style import QUIET, ROLES, WINDOW, WINDOW_CASING, WRONG, WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.explore.kit.words import terms
from cnnhelpers.functional import conv1d as course_conv1d

# A step, and a pulse beside it.
SIGNAL = [0, 1, 0, 4, 4, 5, 4, 4, 0, 0, 1, 3, 6, 3, 1, 0, 1, 0]
KERNELS = {
    "average of 3": [1 / 3] * 3,
    "average of 5": [1 / 5] * 5,
    "difference": [-1, 1],
    "second difference": [1, -2, 1],
    "matched to the pulse 1 3 6 3 1": [-2, 0, 4, 0, -2],
    "delay by 2": [1, 0, 0],
}
ZEROS = ("none", "centred", "causal")
ADDED = {"centred": "centred with zeros", "causal": "causal with zeros"}
MOST_BEFORE, MOST_AFTER = 4, 2  # zeros that the widest kernel asks for

CELL, TALL = 25, 22
LEFT = 8
FIRST = LEFT + MOST_BEFORE * CELL  # where x[0] stands, in every state
CURVE = 44  # height of a curve
INPUT_CURVE, INPUT = 12, 62  # top of the input's curve, and of its numbers
WEIGHTS = INPUT + TALL + 8
PRODUCTS = WEIGHTS + TALL + 5
OUTPUT = PRODUCTS + TALL + 24
OUTPUT_CURVE = OUTPUT + TALL + 8


class SignalExplorer(Explorer):
    """Slide a kernel along a signal of 18 values: products, sum, and the output as it fills up.

    Without zeros the output is shorter than the signal. Centred, an output stands in the middle of
    its window; causal, it stands at the end, so that it reads nothing that comes later. Zeros are
    put around the signal before the convolution. Point at an output to see its window, drag the
    window along the signal, or click a value or a weight and type another number.

    Args:
        conv1d: a function of your own, called as ``conv1d(x, weight, bias)`` with x (1, 1, L),
            weight (1, 1, K) and bias (1,), zeros already in x. What it returns is drawn; a value
            that differs from the sum of the products is marked.
        goals: what to try. A goal can ask for kernel and zeros (their names), window, output (the
            number at this window), outputs (all of them), places (where each stands, as an index of
            x; between two for a kernel of even size), weights and signal.

    Raises:
        TypeError: ``conv1d`` is no function.
    """

    width = FIRST + (len(SIGNAL) + MOST_AFTER) * CELL + LEFT
    height = OUTPUT_CURVE + CURVE + 12
    interval = 500
    typing = Typing(r"[\-−]?\d|\d\d", "a whole number from −9 to 99")

    def __init__(
        self, conv1d: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self.conv1d = submitted(conv1d, "SignalExplorer", "conv1d")
        self._last_frame: tuple[Any, _Frame] | None = None
        controls: list[Control] = [
            Choice("kernel", "kernel", tuple(KERNELS)),
            Choice("zeros", "zeros", ZEROS),
            Slider("window", "window", 1, len(SIGNAL), 5),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def signal(self, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (18,) values of the signal."""
        return with_typed(np.array(SIGNAL, dtype=np.float64), "x", typed or {})

    def weights(self, kernel: str, typed: Mapping[str, str] | None = None) -> np.ndarray:
        """Return the (K,) weights of a kernel."""
        return with_typed(np.array(KERNELS[kernel], dtype=np.float64), kernel, typed or {})

    def added(self, kernel: str, zeros: str) -> tuple[int, int]:
        """Return how many zeros stand before and after the signal.

        Raises:
            ValueError: a kernel of even size has no middle.
        """
        size = len(KERNELS[kernel])
        if zeros == "none":
            return 0, 0
        if zeros == "causal":
            return size - 1, 0
        if size % 2 == 0:
            raise ValueError(f"A kernel of {size} has no middle")
        return size // 2, size // 2

    def padded(self, kernel: str, zeros: str, typed: Any = None) -> np.ndarray:
        """Return the signal with its zeros."""
        return np.pad(self.signal(typed), self.added(kernel, zeros))

    def output(self, kernel: str, zeros: str, typed: Any = None) -> np.ndarray:
        """Return the sums of the products of all windows."""
        x, weight = self.padded(kernel, zeros, typed), self.weights(kernel, typed)
        return course_conv1d(x[None, None], weight[None, None])[0, 0]

    def answer(self, kernel: str, zeros: str, typed: Any = None) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the sums."""
        made = self.output(kernel, zeros, typed)
        if self.conv1d is None:
            return Answer(made[None, None])
        x = self.padded(kernel, zeros, typed)[None, None]
        weight = self.weights(kernel, typed)[None, None]
        return ask(self.conv1d, x, weight, np.zeros(1), shape=(1, 1, len(made)))

    def positions(self, kernel: str, zeros: str, typed: Any = None) -> int:
        """Return the number of windows, 0 where the zeros do not suit the kernel."""
        try:
            return len(self.output(kernel, zeros, typed))
        except ValueError:
            return 0

    def facts(self, window: int, kernel: str, zeros: str, typed: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`SignalExplorer`."""
        if not self.positions(kernel, zeros, typed):
            return None
        outputs = self.output(kernel, zeros, typed).tolist()
        first = (len(KERNELS[kernel]) - 1) * (1 if zeros == "causal" else 0.5)
        first -= self.added(kernel, zeros)[0]
        return {
            "output": outputs[window - 1],
            "outputs": outputs,
            "places": [first + index for index in range(len(outputs))],
            "weights": self.weights(kernel, typed).tolist(),
            "signal": self.signal(typed).tolist(),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window: int, kernel: str, zeros: str, typed: Any = None) -> Scene:
        """Return the scene of a state; see :class:`SignalExplorer`."""
        size = len(KERNELS[kernel])
        if zeros == "centred" and size % 2 == 0:
            return self.blank(
                f"The kernel {kernel} has {size} weights and so no middle: "
                "its output cannot stand centred below its window.",
                "Choose no zeros or causal ones, or a kernel of odd size.",
            )
        key = self.key({"kernel": kernel, "zeros": zeros, "typed": typed})
        if self._last_frame is None or self._last_frame[0] != key:
            self._last_frame = key, _Frame(self, kernel, zeros, typed)
        return self._last_frame[1].scene(window)


class _Frame:
    """What all windows of one kernel and its zeros share."""

    def __init__(self, e: SignalExplorer, kernel: str, zeros: str, typed: Any) -> None:
        self.size = e.width, e.height
        self.kernel, self.numbers = kernel, e.weights(kernel, typed)
        self.padded, self.made = e.padded(kernel, zeros, typed), e.output(kernel, zeros, typed)
        self.before, after = e.added(kernel, zeros)
        self.left = FIRST - self.before * CELL
        # Below the middle of its window; causal, below its end.
        self.out = self.left + (len(self.numbers) - 1) * CELL / (1 if zeros == "causal" else 2)
        self.decimals = 2 if decimals_needed(self.numbers) else 0
        self.words = written(self.padded[None])[0]
        self.weight_words = [_exact(weight) for weight in self.numbers.tolist()]
        self.weights = pieces.cached_block((tuple(self.weight_words),), "kernel", CELL, TALL)
        self.cells: Group | None = None
        signal = e.signal(typed)
        self.placed = [
            Placed(_curve(tuple(signal.tolist())), FIRST, INPUT_CURVE),
            Placed(pieces.title("input"), LEFT, INPUT_CURVE + CURVE / 2),
        ]
        for count, x in ((self.before, self.left), (after, FIRST + len(signal) * CELL)):
            if count:
                self.placed.append(Placed(_zeros(count), x, INPUT))
        texts = written(signal[None])
        cells = pieces.cached_block(pieces.frozen(texts), "input", CELL, TALL)
        self.placed.append(Placed(cells, FIRST, INPUT))
        added = f"{self.before} before and {after} after" if after else f"{self.before} before"
        how = "no zeros" if zeros == "none" else f"{ADDED[zeros]} ({added})"
        self.phrases = [
            f"Kernel {kernel} ({', '.join(self.weight_words)}), {how}: "
            f"{len(signal)} values become {len(self.made)}."
        ]
        if zeros == "causal":
            self.phrases.append("An output reads nothing later than its own place.")
        middle = (len(self.numbers) - 1) / 2
        last = len(self.made) - 1
        leads = [
            1 + min(last, max(0, round(place + self.before - middle)))
            for place in range(len(signal))
        ]
        region = Region("input", FIRST, INPUT, CELL, TALL, 1, len(signal), "window", tuple(leads),
                        "x", tuple(texts[0]))  # fmt: skip
        self.regions = [region]
        self._add_answer(e.answer(kernel, zeros, typed))

    def _add_answer(self, answer: Answer) -> None:
        if answer.problem:
            self.phrases.append(answer.problem)
            lines = wrapped(answer.problem, int(self.size[0] // 8))
            self.placed.append(Placed(message(lines, 13), self.size[0] / 2, OUTPUT + 40))
            return
        given = answer.drawn[0, 0]
        tolerance = 1e-5 * max(1.0, float(np.abs(self.made).max()))
        self.wrong = (~np.isclose(given, self.made, rtol=1e-5, atol=tolerance)).tolist()
        decimals = max(self.decimals, min(2, decimals_needed(given)))
        self.given = written(given[None], decimals)[0]
        shown = written(given[None], min(1, decimals))  # two decimals would not be legible
        self.cells = pieces.answer_cells(shown, [self.wrong], CELL, TALL)
        finite = np.clip(np.nan_to_num(given, nan=0), self.made.min() - 1, self.made.max() + 1)
        low, high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
        heights = [_height(value, low, high) for value in finite.tolist()]
        self.curve = Group(
            tuple(
                Placed(_step(before, here, wrong), (index + 0.5) * CELL, 0)
                for index, (before, here, wrong) in enumerate(
                    zip([None, *heights], heights, self.wrong)
                )
            )
        )
        amount = sum(self.wrong)
        self.placed += [
            Placed(pieces.empty(1, len(given), CELL, TALL), self.out, OUTPUT),
            Placed(_zero_line(len(given), _height(0, low, high)), self.out, OUTPUT_CURVE),
            Placed(pieces.title("output"), LEFT, OUTPUT_CURVE + CURVE / 2),
        ]
        if amount:
            self.placed.append(
                Placed(pieces.line(f"{amount} wrong", 12, WRONG_INK, True), LEFT, OUTPUT_CURVE + 37)
            )
            self.phrases.append(
                f"{amount} of {len(given)} outputs of your function "
                f"{'differs' if amount == 1 else 'differ'} from the sum of the products."
            )
        windows = tuple(range(1, len(given) + 1))
        self.regions.append(
            Region("output", self.out, OUTPUT, CELL, TALL, 1, len(given), "window", windows)
        )

    def scene(self, window: int) -> Scene:
        """Return the scene of one window."""
        start, size = window - 1, len(self.numbers)
        products = self.padded[start : start + size] * self.numbers
        x = self.left + start * CELL
        total = format_number(self.made[start], self.decimals)
        shown = written(products[None], min(1, self.decimals))
        placed = [
            *self.placed,
            Placed(pieces.outline(size * CELL, TALL), x, INPUT),
            Placed(self.weights, x, WEIGHTS),
            Placed(pieces.cached_block(pieces.frozen(shown), "plain", CELL, TALL), x, PRODUCTS),
        ]
        # What the rows are, and their sum, on the side where there is room.
        right = x + size * CELL + 12 < self.size[0] - 190
        side, anchor = (x + size * CELL + 12, "start") if right else (x - 12, "end")
        placed += [
            Placed(_note("× weights", anchor), side, WEIGHTS + TALL / 2),
            Placed(_note(f"products, sum = {total}", anchor), side, PRODUCTS + TALL / 2),
        ]
        if self.cells is not None:
            middle, end = x + size * CELL / 2, self.out + (start + 0.5) * CELL
            placed += [
                Placed(self.cells, self.out, OUTPUT, window),
                Placed(self.curve, self.out, OUTPUT_CURVE, window),
                Placed(_arrow(end - middle), middle, PRODUCTS + TALL + 3),
            ]
        first = start - self.before
        reads = f"x[{format_number(first)}] to x[{format_number(first + size - 1)}]"
        sum_ = " + ".join(terms(self.words[start : start + size], self.weight_words))
        phrases = [
            self.phrases[0],
            f"Window {window} of {len(self.made)} reads {reads}: {sum_} = {total}.",
            *self.phrases[1:],
        ]
        if self.cells is not None and self.wrong[start]:
            phrases.append(f"Your function gives {self.given[start]} here instead of {total}.")
        weights = Region("kernel", x, WEIGHTS, CELL, TALL, 1, size, types=self.kernel,
                         texts=tuple(self.weight_words))  # fmt: skip
        regions = (self.regions[0], weights, *self.regions[1:])
        return Scene(*self.size, tuple(placed), tuple(phrases), regions=regions)


def _exact(weight: float) -> str:
    """Return a weight as a whole number or a fraction."""
    written_ = format_number(weight, decimals_needed(np.array(weight)))
    exact = abs(float(written_.replace("−", "-")) - weight) < 1e-9
    return written_ if exact else str(Fraction(weight).limit_denominator(99)).replace("-", "−")


def _height(value: float, low: float, high: float) -> float:
    """Return how far below the top of a curve a value stands."""
    return round((high - min(max(value, low), high)) / ((high - low) or 1) * CURVE, 1)


# Pieces -----------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _curve(values: tuple[float, ...]) -> Part:
    """Return the curve of the input: dots joined by lines, above their numbers."""
    low, high = min(0.0, *values), max(0.0, *values)
    points = [((index + 0.5) * CELL, _height(v, low, high)) for index, v in enumerate(values)]
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    look = ROLES["input"]
    dots = "".join(
        f'<circle cx="{number(x)}" cy="{number(y)}" r="3.5" fill="{look.fill}" '
        f'stroke="{look.edge}"/>'
        for x, y in points
    )
    base = number(_height(0, low, high))
    return Part(
        f'<path d="M0 {base}H{len(values) * CELL}" stroke="{QUIET}" stroke-width="0.8"/>'
        f'<path d="{path}" fill="none" stroke="{look.fill}" stroke-width="1.8"/>{dots}'
    )


@lru_cache(maxsize=64)
def _zero_line(count: int, height: float) -> Part:
    return Part(
        f'<path d="M0 {number(height)}H{count * CELL}" stroke="{QUIET}" stroke-width="0.8"/>'
    )


@lru_cache(maxsize=2048)
def _step(before: float | None, here: float, wrong: bool) -> Part:
    """Return a dot of the output's curve, and the line to it from the dot before."""
    look = ROLES["output"]
    line = ""
    if before is not None:
        line = f'<path d="M-{CELL} {number(before)}L0 {number(here)}" '
        line += f'stroke="{look.fill}" stroke-width="1.8"/>'
    if wrong:
        y = number(round(here - 4, 1))
        sign = f'<path d="M-4 {y}l8 8m0 -8l-8 8" stroke="{WRONG}" stroke-width="2.5"/>'
    else:
        y = number(round(here - 3.5, 1))
        sign = f'<rect x="-3.5" y="{y}" width="7" height="7" fill="{look.fill}"/>'
    return Part(line + sign)


@lru_cache(maxsize=8)
def _zeros(count: int) -> Part:
    zero = cell("0", ROLES["padding"], CELL, TALL, 12).markup
    return Part(
        "".join(f'<g transform="translate({index * CELL},0)">{zero}</g>' for index in range(count))
    )


@lru_cache(maxsize=512)
def _note(content: str, anchor: str) -> Part:
    return text(content, 12, anchor=anchor, bold=content.startswith("products"))


@lru_cache(maxsize=64)
def _arrow(across: float) -> Part:
    """Return the way from the products to the output that they add up to."""
    down = OUTPUT - PRODUCTS - TALL - 6
    path = f"M0 0C0 {number(down / 2)} {number(across)} {number(down / 2)} {number(across)} "
    path += number(down - 7)
    head = f"M{number(across - 5)} {number(down - 8)}l5 8l5 -8z"
    return Part(
        f'<path d="{path}" fill="none" stroke="{WINDOW_CASING}" stroke-width="4.5"/>'
        f'<path d="{head}" fill="{WINDOW}" stroke="{WINDOW_CASING}" stroke-width="1.5"/>'
        f'<path d="{path}" fill="none" stroke="{WINDOW}" stroke-width="2.5"/>'
    )

"""A convolution, window by window, over small numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import (
    cell,
    decimals_needed,
    format_number,
    shape_word,
    written,
)
from cnnhelpers.draw.scene import (
    Group,
    Part,
    Placed,
    Scene,
    message,
    number,
    wrapped,
)
from cnnhelpers.draw.style import ROLES, WINDOW, WRONG_INK, Role
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import numbers
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.learner import OPTIONS, Answer, accepted, ask, submitted
from cnnhelpers.shapes import effective_kernel_size, output_size

PADDING, STRIDE, DILATION = 2, 3, 3  # ends of the sliders
LARGEST = 12  # pixels along an axis of the input that still leave readable cells

# Small numbers that a reader can add up. No kernel looks the same flipped or transposed, so that
# a picture shows at once when a function flips or transposes.
INPUT = [
    [1, 0, 2, 1, 0, 3, 1],
    [0, 2, 1, 3, 1, 0, 2],
    [2, 1, 0, 1, 2, 1, 0],
    [1, 3, 1, 0, 2, 0, 1],
    [0, 1, 2, 2, 0, 1, 3],
    [3, 0, 1, 1, 2, 1, 0],
    [1, 2, 0, 3, 1, 0, 2],
]
KERNELS = {
    1: [[2]],
    2: [[0, 1], [2, 3]],
    3: [[1, 0, -1], [2, 1, 0], [0, 3, 1]],
    4: [[1, 0, 0, 2], [0, 1, -1, 0], [0, 2, 0, 0], [1, 0, 0, 3]],
    5: [[1, 0, 0, 0, 2], [0, 1, 0, -1, 0], [0, 2, 1, 0, 0], [0, 0, 0, 0, 1], [1, 0, 3, 0, 0]],
}

LEFT, TOP, GAP, BELOW = 14, 34, 24, 16
MIDDLE_CELL = 26


class ConvExplorer(Explorer):
    """Slide a kernel over an input: window, products, sum, and the output as it fills up.

    Args:
        x: (H, W) numbers, at most 12×12; by default a 7×7 input of small numbers.
        weight: (K_H, K_W) numbers, at most 5×5, fixed; without it a slider picks a kernel of
            1×1 to 5×5.
        conv2d: a function of your own. It is called as ``conv2d(x, kernel, stride=…, padding=…,
            dilation=…)`` with (H, W) and (K_H, K_W) arrays and those of the keywords that it takes;
            a keyword that it does not take has no slider. What it returns is what is drawn; a cell
            that differs from the sum of the products is marked.

    Raises:
        TypeError, ValueError: an array is not of small 2-D numbers, or ``conv2d`` is no function.
    """

    interval = 450

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        *,
        conv2d: Callable[..., Any] | None = None,
    ) -> None:
        if conv2d is not None and not callable(conv2d):
            raise TypeError(
                f"ConvExplorer: conv2d must be a function, not {type(conv2d).__name__}; "
                "give it the function itself, without brackets."
            )
        self.x = _plane(INPUT if x is None else x, "x", LARGEST)
        self.weight = None if weight is None else _plane(weight, "weight", 5)
        own = submitted(conv2d)
        self.conv2d = conv2d = conv2d if own is None else own
        options = OPTIONS if conv2d is None else accepted(conv2d)
        height, width = self.x.shape
        smallest = (1, 1) if self.weight is None else self.weight.shape
        largest = (5, 5) if self.weight is None else self.weight.shape
        padding = PADDING if "padding" in options else 0
        self._decimals = _decimals(self.x, self.weight)
        self._text = [written(self.x), decimals_needed(self.x)]
        self._answers: dict[tuple, Answer] = {}

        # In pixels: the largest padded input, kernel and output decide, so nothing ever moves.
        columns, rows = width + 2 * padding, height + 2 * padding
        self._cell = max(20, min(34, 308 // max(columns, rows)))
        self._rows = max(1, rows - smallest[0] + 1)
        self._columns = max(1, columns - smallest[1] + 1)
        self._out = max(18, min(34, 264 // max(self._rows, self._columns)))
        self._ring = padding
        middle = max(largest[1] * MIDDLE_CELL, 130)
        self._middle = LEFT + columns * self._cell + GAP + middle / 2
        self._right = LEFT + columns * self._cell + 2 * GAP + middle
        right_width = max(self._columns * self._out, 200)
        self.width = self._right + right_width + LEFT
        self.height = BELOW + max(
            TOP + rows * self._cell,
            TOP + 2 * largest[0] * MIDDLE_CELL + 70,
            TOP + self._rows * self._out,
        )
        self._right_middle = self._right + right_width / 2
        # The input stands still in the middle of its room; padding grows around it.
        self._input = (
            LEFT + padding * self._cell,
            TOP + (self.height - BELOW - TOP - rows * self._cell) / 2 // 1 + padding * self._cell,
        )

        sliders = []
        if self.weight is None:
            sliders.append(Slider("kernel_size", "kernel size", 1, 5, 3))
        if "padding" in options:
            sliders.append(Slider("padding", "padding", 0, PADDING, 0))
        if "stride" in options:
            sliders.append(Slider("stride", "stride", 1, STRIDE, 1))
        if "dilation" in options:
            sliders.append(Slider("dilation", "dilation", 1, DILATION, 1))
        stops = max(2, self._rows * self._columns)
        sliders.append(Slider("window", "window", 1, stops, 1))
        super().__init__(sliders, position=True)

    # Numbers ------------------------------------------------------------------------------------

    def kernel(self, kernel_size: int | None = None) -> np.ndarray:
        """Return the (K_H, K_W) weights of a setting."""
        if self.weight is not None:
            return self.weight
        return np.array(KERNELS[kernel_size or 3], dtype=np.float64)

    def _shape(self, kernel: np.ndarray, stride: int, padding: int, dilation: int) -> tuple:
        return tuple(
            output_size(size, taps, stride, padding, dilation)
            for size, taps in zip(self.x.shape, kernel.shape, strict=True)
        )

    def positions(self, kernel_size=None, padding=0, stride=1, dilation=1) -> int:
        """Return the number of windows, 0 where the kernel does not fit."""
        try:
            rows, columns = self._shape(self.kernel(kernel_size), stride, padding, dilation)
        except ValueError:
            return 0
        return rows * columns

    def products(
        self, window: int, kernel_size=None, padding=0, stride=1, dilation=1
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the (K_H, K_W) values under a window and their products with the weights."""
        kernel = self.kernel(kernel_size)
        columns = self._shape(kernel, stride, padding, dilation)[1]
        r, c = (index * stride for index in divmod(window - 1, columns))
        padded = np.pad(self.x, padding)
        span = [effective_kernel_size(taps, dilation) for taps in kernel.shape]
        values = padded[r : r + span[0] : dilation, c : c + span[1] : dilation]
        return values, values * kernel

    def output(self, kernel_size=None, padding=0, stride=1, dilation=1) -> np.ndarray:
        """Return the sums of the products of all windows, (H_out, W_out)."""
        kernel = self.kernel(kernel_size)
        rows, columns = self._shape(kernel, stride, padding, dilation)
        padded = np.pad(self.x, padding)
        total = np.zeros((rows, columns))
        for (i, j), weight in np.ndenumerate(kernel):
            top, left = i * dilation, j * dilation
            total += (
                weight
                * padded[
                    top : top + (rows - 1) * stride + 1 : stride,
                    left : left + (columns - 1) * stride + 1 : stride,
                ]
            )
        return total

    def answer(self, kernel_size=None, padding=0, stride=1, dilation=1) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the sums."""
        settings = (kernel_size, padding, stride, dilation)
        if settings not in self._answers:
            if self.conv2d is None:
                self._answers[settings] = Answer(self.output(*settings))
            else:
                kernel = self.kernel(kernel_size)
                options = {"stride": stride, "padding": padding, "dilation": dilation}
                names = accepted(self.conv2d)
                self._answers[settings] = ask(
                    self.conv2d,
                    self.x,
                    kernel,
                    shape=self._shape(kernel, stride, padding, dilation),
                    **{name: options[name] for name in names},
                )
        return self._answers[settings]

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window=1, kernel_size=None, padding=0, stride=1, dilation=1) -> Scene:
        """Return the scene of a state; see :class:`ConvExplorer`."""
        settings = (kernel_size, padding, stride, dilation)
        frame = self._frame(*settings)
        if frame.shape is None:
            return Scene(self.width, self.height, frame.placed, frame.phrases)
        kernel, (rows, columns) = frame.kernel, frame.shape
        r, c = divmod(window - 1, columns)
        top, left = r * stride, c * stride
        size = self._cell
        placed = list(frame.placed)
        x0, y0 = self._input[0] - padding * size, self._input[1] - padding * size
        px, py = self._middle - kernel.shape[1] * MIDDLE_CELL / 2, frame.products_top
        values, products = [], []
        for i, line in enumerate(frame.weights):
            for j, weight in enumerate(line):
                row, column = top + i * dilation, left + j * dilation
                value = frame.cells[row][column]
                inside = (
                    padding <= row < padding + self.x.shape[0]
                    and padding <= column < padding + self.x.shape[1]
                )
                tap = _tap(value, weight, "input" if inside else "padding", size)
                placed.append(Placed(tap, x0 + column * size, y0 + row * size))
                product_ = frame.padded[row][column] * frame.numbers[i][j]
                products.append(product_)
                values.append((value, weight))
                written_ = format_number(product_, self._decimals)
                placed.append(
                    Placed(
                        cell(written_, ROLES["plain"], MIDDLE_CELL, MIDDLE_CELL, 12),
                        px + j * MIDDLE_CELL,
                        py + i * MIDDLE_CELL,
                    )
                )
        spans = [effective_kernel_size(taps, dilation) * size for taps in kernel.shape]
        placed.append(Placed(pieces.outline(spans[1], spans[0]), x0 + left * size, y0 + top * size))
        total = format_number(sum(products), self._decimals)
        placed.append(
            Placed(
                pieces.sum_line(f"sum = {total}"),
                self._middle,
                py + kernel.shape[0] * MIDDLE_CELL + 20,
            )
        )
        if frame.output is not None:
            ox, oy = frame.corner
            placed.append(Placed(frame.output, ox, oy, window))
            placed.append(
                Placed(pieces.outline(self._out, self._out), ox + c * self._out, oy + r * self._out)
            )
        elif frame.complete is not None:
            placed.append(Placed(frame.complete, *frame.corner))

        phrases = [
            frame.phrases[0],
            f"Window {window} of {rows * columns} at row {r}, column {c}:",
            f"{_terms(values)} = {total}.",
            *frame.phrases[1:],
        ]
        if frame.output is not None and frame.wrong[r][c]:
            phrases.append(f"Your function gives {frame.given[r][c]} here instead of {total}.")
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))

    def _frame(self, *settings: int | None) -> _Frame:
        """Return what all windows of a setting share; the last one is remembered."""
        if getattr(self, "_last", None) != settings:
            self._last, self._made = settings, _Frame(self, *settings)
        return self._made


class _Frame:
    """What all windows of one setting share: the grids, the answer, the first phrase."""

    def __init__(self, explorer, kernel_size, padding, stride, dilation) -> None:
        e = explorer
        self.kernel = e.kernel(kernel_size)
        self.numbers = self.kernel.tolist()
        self.weights = written(self.kernel)
        self.padded = np.pad(e.x, padding).tolist()
        ring = [["0"] * (e.x.shape[1] + 2 * padding) for _ in range(padding)]
        self.cells = [
            *ring,
            *(["0"] * padding + line + ["0"] * padding for line in e._text[0]),
            *ring,
        ]
        size = e._cell
        sides = shape_word(self.kernel.shape)
        self.shape: tuple[int, int] | None
        setting = f"Kernel {sides}, padding {padding}, stride {stride}, dilation {dilation}:"
        self.output = self.complete = None
        self.phrases: tuple[str, ...]
        try:
            self.shape = e._shape(self.kernel, stride, padding, dilation)
        except ValueError:
            self.shape = None
        middle = e._input[0] + e.x.shape[1] * size / 2
        head = e._input[1] - padding * size - 16
        placed = []
        if padding:
            placed.append(
                Placed(
                    pieces.ring(e.x.shape, padding, size),
                    e._input[0] - padding * size,
                    e._input[1] - padding * size,
                )
            )
        grid = pieces.cached_block(pieces.frozen(e._text[0]), "input", size)
        placed.append(Placed(grid, *e._input))
        name = f"input {shape_word(e.x.shape)}" + (f", padding {padding}" if padding else "")
        placed.append(Placed(pieces.heading(name), middle, head))
        kernel = pieces.cached_block(pieces.frozen(self.weights), "kernel", MIDDLE_CELL)
        left = e._middle - self.kernel.shape[1] * MIDDLE_CELL / 2
        tall = self.kernel.shape[0] * MIDDLE_CELL
        top = (e.height - 2 * tall - 64) / 2 // 1 + 22
        self.products_top = top + tall + 34
        placed.append(Placed(pieces.heading(f"kernel {sides}"), e._middle, top - 16))
        placed.append(Placed(kernel, left, top))
        if self.shape is None:
            span = shape_word([effective_kernel_size(k, dilation) for k in self.kernel.shape])
            room = shape_word([n + 2 * padding for n in e.x.shape])
            reach = "" if dilation == 1 else f" with dilation {dilation}"
            what = (
                f"The kernel {sides}{reach} spans {span} and does not fit into the padded input "
                f"of {room}: there is no window and no output."
            )
            hint = "Try a smaller kernel or dilation, or more padding."
            placed.append(_words(e, what, hint))
            self.placed, self.phrases = tuple(placed), (setting, what, hint)
            return
        becomes = f"{shape_word(e.x.shape)} becomes {shape_word(self.shape)}."
        self.phrases = (f"{setting} {becomes}",)
        placed.append(Placed(pieces.heading("input × weight"), e._middle, self.products_top - 16))
        answer = e.answer(kernel_size, padding, stride, dilation)
        self._draw_answer(e, answer, placed, (kernel_size, padding, stride, dilation))
        self.placed = tuple(placed)

    def _draw_answer(self, e, answer: Answer, placed: list[Placed], settings: tuple) -> None:
        size = e._out
        if answer.array is None:
            placed.append(_words(e, answer.problem))
            self.phrases += (answer.problem,)
            return
        array = answer.array
        rows, columns = array.shape
        self.corner = (
            e._right_middle - columns * size / 2,
            TOP + (e.height - BELOW - TOP - rows * size) / 2 // 1,
        )
        heading = f"output {shape_word(array.shape)}"
        if answer.problem:
            self.phrases += (answer.problem,)
            heading += f", expected {shape_word(self.shape)}"
            if rows * size > e.height - TOP - BELOW or columns * size > e._columns * size + 20:
                placed.append(_words(e, answer.problem))
                return
            # Nothing says which window made which of these, so all of them are shown at once.
            self.complete = Group(
                tuple(
                    Placed(
                        pieces.answer_cell(format_number(value, e._decimals), True, size),
                        c * size,
                        r * size,
                    )
                    for (r, c), value in np.ndenumerate(array)
                )
            )
            placed.append(
                Placed(pieces.heading(heading, WRONG_INK), e._right_middle, self.corner[1] - 16)
            )
            return
        sums = e.output(*settings)
        tolerance = 1e-5 * max(1.0, float(np.abs(sums).max()))
        wrong = ~np.isclose(array, sums, rtol=1e-5, atol=tolerance)
        decimals = max(e._decimals, min(2, decimals_needed(array)))
        self.wrong = wrong.tolist()
        self.given = written(array, decimals)
        self.output = Group(
            tuple(
                Placed(
                    pieces.answer_cell(self.given[r][c], self.wrong[r][c], size), c * size, r * size
                )
                for r, c in np.ndindex(array.shape)
            )
        )
        placed.append(Placed(pieces.empty(rows, columns, size), *self.corner))
        if wrong.any():
            amount = int(wrong.sum())
            heading += f", {amount} wrong"
            self.phrases += (
                f"{amount} of {wrong.size} outputs of your function "
                f"{'differs' if amount == 1 else 'differ'} from the sum of the products.",
            )
        colour = WRONG_INK if wrong.any() else ""
        placed.append(Placed(pieces.heading(heading, colour), e._right_middle, self.corner[1] - 16))


# Pieces, each made once -------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _tap(value: str, weight: str, kind: str, size: int) -> Part:
    """Return an input cell under the window: the value, and below it the weight it meets."""
    look: Role = ROLES[kind]
    strip = round(size * 0.44)
    upper = size - strip
    font = min(12.0, (size - 4) / (0.63 * len(value)), upper * 0.85)
    small = min(10.5, (size - 4) / (0.63 * (len(weight) + 1)), strip * 0.95)
    return Part(
        f'<rect width="{size}" height="{size}" fill="{look.fill}" stroke="{look.line}"/>'
        f'<rect y="{upper}" width="{size}" height="{strip}" fill="{WINDOW}"/>'
        f'<text x="{number(size / 2)}" y="{number(round(upper / 2 + 0.4 * font, 1))}" '
        f'font-size="{number(round(font, 1))}" fill="{look.text}">{value}</text>'
        f'<text x="{number(size / 2)}" y="{number(round(upper + strip / 2 + 0.36 * small, 1))}" '
        f'font-size="{number(round(small, 1))}" fill="#1a1a1a">×{weight}</text>'
    )


def _words(e: ConvExplorer, *sentences: str) -> Placed:
    """Return sentences where the output would be."""
    columns = int((e.width - e._right) / 8)
    lines: list[str] = []
    for sentence in sentences:
        lines += ([""] if lines else []) + wrapped(sentence, columns)
    return Placed(message(lines, 14), e._right_middle, e.height / 2)


def _terms(pairs: list[tuple[str, str]]) -> str:
    """Return the sum as it is written: all terms of up to four, else the first two."""
    shown = pairs if len(pairs) <= 4 else pairs[:2]
    terms = [f"{value}×{f'({weight})' if weight[0] == '−' else weight}" for value, weight in shown]
    return " + ".join(terms if len(pairs) <= 4 else [*terms, "…"])


def _decimals(x: np.ndarray, weight: np.ndarray | None) -> int:
    return min(2, decimals_needed(x) + (0 if weight is None else decimals_needed(weight)))


def _plane(array: Any, name: str, largest: int) -> np.ndarray:
    """Return a small 2-D array as float64, or raise in one sentence."""
    values = numbers(array, f"ConvExplorer: {name}")
    if values.ndim != 2 or values.size == 0:
        raise ValueError(
            f"ConvExplorer: {name} must be a 2-D array, not one of shape {values.shape}; "
            "pick one image and one channel, such as x[0, 0]."
        )
    if max(values.shape) > largest:
        raise ValueError(
            f"ConvExplorer: {name} is {shape_word(values.shape)}, too large to read; "
            f"use at most {largest}×{largest}, such as {name}[:{largest}, :{largest}]."
        )
    return values

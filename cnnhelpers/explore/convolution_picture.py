"""The picture of the convolution explorer: where everything stands, and how a window is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cnnhelpers.draw.numbers import decimals_needed, format_number, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Placed, Scene, message, wrapped
from cnnhelpers.draw.style import WRONG_INK
from cnnhelpers.explore.convolution_setting import Pair, Setting
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.learner import Answer
from cnnhelpers.explore.kit.words import terms
from cnnhelpers.shapes import times

LARGEST_KERNEL = 5
LEFT, TOP, GAP = 6, 20, 12
TALL = 20  # height of a cell of an input of 11 rows, its padding included


@dataclass(frozen=True)
class Layout:
    """Where everything stands, in pixels; the same in all settings, so that nothing ever moves."""

    cell: float  # a cell of the input is square
    out: tuple[float, float]  # width and height of a cell of the output
    tap: tuple[float, float]  # of the kernel and of the products
    rows: int  # of the largest output
    columns: int
    decimals: int
    corner: tuple[float, float]  # of the input without padding
    middle: float  # of the column of kernel and products
    right: float  # where the output's room begins
    width: float
    height: float

    @classmethod
    def of(cls, x: np.ndarray, weight: np.ndarray | None, padding: int) -> Layout:
        """Return the layout in which the largest input, kernel and output have room."""
        decimals = min(2, decimals_needed(x) + (0 if weight is None else decimals_needed(weight)))
        smallest = (1, 1) if weight is None else weight.shape
        largest = (LARGEST_KERNEL,) * 2 if weight is None else weight.shape
        high, wide = (size + 2 * padding for size in x.shape)
        rows, columns = (max(1, n - k + 1) for n, k in zip((high, wide), smallest))
        cell = pieces.fitting(
            [text for line in written(x) for text in line], max(18, min(30, 220 // max(high, wide)))
        )
        most = format_number(-10, decimals)  # as many letters as a sum has at most, mostly
        tap = (pieces.fitting([most], 23), 19)
        out = (pieces.fitting([most], 23), max(18, min(26, 220 // rows)))
        middle = max(largest[1] * tap[0], 88)
        right = LEFT + wide * cell + 2 * GAP + middle
        room = max(columns * out[0], 150)
        height = 6 + max(TOP + high * cell, TOP + rows * out[1], 58 + 2 * largest[0] * tap[1])
        corner = (LEFT + padding * cell, TOP + (height - 6 - TOP - high * cell) / 2 // 1
                  + padding * cell)  # fmt: skip
        return cls(
            cell, out, tap, rows, columns, decimals, corner, LEFT + wide * cell + GAP + middle / 2,
            right, right + room + LEFT, height,
        )  # fmt: skip

    @property
    def answers(self) -> float:
        """The middle of the output's room."""
        return (self.right + self.width - LEFT) / 2

    def words(self, *sentences: str) -> Placed:
        """Return sentences where the output would be."""
        lines: list[str] = []
        for sentence in sentences:
            columns = int((self.width - self.right) / 6.4)
            lines += ([""] if lines else []) + wrapped(sentence, columns)
        return Placed(message(lines, 12), self.answers, self.height / 2)


class Frame:
    """What all windows of one setting share: the grids, the answer, the phrases."""

    def __init__(
        self, layout: Layout, setting: Setting, options: Sequence[str], apart: Sequence[str]
    ) -> None:
        self.layout, self.setting = layout, setting
        self.texts = written(np.array(setting.x))
        self.padded = setting.padded.tolist()
        self.cells = written(setting.padded)
        self.weights = written(np.array(setting.kernel))
        self.output: Group | None = None
        self.complete: Group | None = None
        self.placed: list[Placed] = []
        self.regions: list[Region] = []
        options = [f"{name} {_option(getattr(setting, name), name in apart)}" for name in options]
        self.phrases = [f"{', '.join([f'Kernel {setting.size}', *options])}:"]
        self._add_input()
        self._add_kernel()
        if setting.shape is None:
            self._add_misfit()
        else:
            self.phrases[0] += (
                f" {times(setting.input_shape)} becomes {times(setting.shape)}."
            )

    def _add_input(self) -> None:
        layout, setting, cell = self.layout, self.setting, self.layout.cell
        (x, y), (above, before) = layout.corner, setting.padding
        if any(setting.padding):
            zeros = pieces.ring(setting.input_shape, setting.padding, cell, cell)
            self.placed.append(Placed(zeros, x - before * cell, y - above * cell))
        grid = pieces.cached_block(pieces.frozen(self.texts), "input", cell, cell)
        self.placed.append(Placed(grid, x, y))
        rows, columns = setting.input_shape
        name = f"input {times(setting.input_shape)}"
        if any(setting.padding):
            name += f", padding {_option(setting.padding, above != before)}"
        self.placed.append(
            Placed(pieces.heading(name), x + columns * cell / 2, y - above * cell - 11)
        )
        leads = ("window", setting.leads()) if setting.shape else ("", ())
        texts = tuple(text for line in self.texts for text in line)
        self.regions.append(Region("input", x, y, cell, cell, rows, columns, *leads, "x", texts))

    def _add_kernel(self) -> None:
        layout, (rows, columns) = self.layout, self.setting.kernel_shape
        wide, tall = layout.tap
        x, y = self.kernel_corner
        kernel = pieces.cached_block(pieces.frozen(self.weights), "kernel", wide, tall)
        self.placed.append(
            Placed(pieces.heading(f"kernel {self.setting.size}"), layout.middle, y - 12)
        )
        self.placed.append(Placed(kernel, x, y))
        texts = tuple(text for line in self.weights for text in line)
        name = f"weight{self.setting.size}"
        self.regions.append(
            Region("kernel", x, y, wide, tall, rows, columns, types=name, texts=texts)
        )

    @property
    def kernel_corner(self) -> tuple[float, float]:
        rows, columns = self.setting.kernel_shape
        wide, tall = self.layout.tap
        top = (self.layout.height - 2 * rows * tall - 51) / 2 // 1 + 17
        return self.layout.middle - columns * wide / 2, top

    @property
    def products_top(self) -> float:
        return self.kernel_corner[1] + self.setting.kernel_shape[0] * self.layout.tap[1] + 23

    def _add_misfit(self) -> None:
        setting = self.setting
        room = times([n + 2 * pad for n, pad in zip(setting.input_shape, setting.padding)])
        reach = "" if setting.dilation == (1, 1) else (
            f" with dilation {_option(setting.dilation, len(set(setting.dilation)) > 1)}"
        )  # fmt: skip
        what = (
            f"The kernel {setting.size}{reach} spans {times(setting.span)} and does not fit "
            f"into the padded input of {room}: there is no window and no output."
        )
        hint = "Try a smaller kernel or dilation, or more padding."
        self.placed.append(self.layout.words(what, hint))
        self.phrases += [what, hint]

    def add_answer(self, answer: Answer) -> None:
        """Add the output, or what is wrong with it as a whole."""
        layout = self.layout
        top = self.products_top - 12
        self.placed.append(Placed(pieces.heading("input × weight"), layout.middle, top))
        if answer.problem:
            self.phrases.append(answer.problem)
        if answer.array is None:
            self.placed.append(layout.words(answer.problem))
            return
        array, (wide, tall) = answer.array, layout.out
        rows, columns = array.shape
        x = layout.answers - columns * wide / 2
        y = TOP + (layout.height - 6 - TOP - rows * tall) / 2 // 1
        self.corner = x, y
        name = f"output {times(array.shape)}"
        if answer.problem:
            if rows > layout.rows or columns > layout.columns:
                self.placed.append(layout.words(answer.problem))
                return
            # Nothing says which window made which of these, so all of them are shown at once.
            texts = written(array, layout.decimals)
            marked = [[True] * columns] * rows
            self.complete = pieces.answer_cells(texts, marked, wide, tall)
            name += f", expected {times(self.setting.output_shape)}"
            self.placed.append(Placed(pieces.heading(name, WRONG_INK), layout.answers, y - 11))
            return
        sums = self.setting.sums
        tolerance = 1e-5 * max(1.0, float(np.abs(sums).max()))
        wrong = ~np.isclose(array, sums, rtol=1e-5, atol=tolerance)
        self.wrong = wrong.tolist()
        self.given = written(array, max(layout.decimals, min(2, decimals_needed(array))))
        self.output = pieces.answer_cells(self.given, self.wrong, wide, tall)
        self.placed.append(Placed(pieces.empty(rows, columns, wide, tall), x, y))
        amount = int(wrong.sum())
        if amount:
            name += f", {amount} wrong"
            self.phrases.append(
                f"{amount} of {wrong.size} outputs of your function "
                f"{'differs' if amount == 1 else 'differ'} from the sum of the products."
            )
        heading = pieces.heading(name, WRONG_INK if amount else "")
        self.placed.append(Placed(heading, layout.answers, y - 11))
        windows = tuple(range(1, wrong.size + 1))
        self.regions.append(Region("output", x, y, wide, tall, rows, columns, "window", windows))

    def scene(self, window: int) -> Scene:
        """Return the scene of one window."""
        layout, setting = self.layout, self.setting
        if setting.shape is None:
            return Scene(layout.width, layout.height, tuple(self.placed), tuple(self.phrases),
                         regions=tuple(self.regions))  # fmt: skip
        placed = [*self.placed, *self._window(window)]
        values: list[str] = []
        products: list[float] = []
        for line, weights in zip(setting.taps(window), setting.kernel):
            for (row, column), weight in zip(line, weights):
                values.append(self.cells[row][column])
                products.append(self.padded[row][column] * weight)
        total = format_number(sum(products), layout.decimals)
        placed += self._products(products, total)
        row, column = divmod(window - 1, setting.shape[1])
        if self.output is not None:
            (x, y), (wide, tall) = self.corner, layout.out
            placed.append(Placed(self.output, x, y, window))
            here = pieces.outline(wide, tall)
            placed.append(Placed(here, x + column * wide, y + row * tall))
        elif self.complete is not None:
            placed.append(Placed(self.complete, *self.corner))
        weights = [text for line in self.weights for text in line]
        phrases = [
            self.phrases[0],
            f"Window {window} of {setting.windows} at row {row}, column {column}:",
            f"{_terms(values, weights)} = {total}.",
            *self.phrases[1:],
        ]
        if self.output is not None and self.wrong[row][column]:
            phrases.append(
                f"Your function gives {self.given[row][column]} here instead of {total}."
            )
        return Scene(layout.width, layout.height, tuple(placed), tuple(phrases),
                     regions=tuple(self.regions))  # fmt: skip

    def _window(self, window: int) -> list[Placed]:
        """Return the taps of a window, and its outline."""
        setting, cell = self.setting, self.layout.cell
        above, before = setting.padding
        x, y = (at - pad * cell for at, pad in zip(self.layout.corner, (before, above)))
        rows, columns = setting.input_shape
        placed = []
        for line, weights in zip(setting.taps(window), self.weights):
            for (row, column), weight in zip(line, weights):
                inside = above <= row < above + rows and before <= column < before + columns
                value = self.cells[row][column]
                kind = "input" if inside else "padding"
                part = pieces.tap(value, weight, kind, cell, cell)
                placed.append(Placed(part, x + column * cell, y + row * cell))
        top, left = setting.corner(window)
        outline = pieces.outline(setting.span[1] * cell, setting.span[0] * cell)
        return [*placed, Placed(outline, x + left * cell, y + top * cell)]

    def _products(self, products: list[float], total: str) -> list[Placed]:
        layout, (wide, tall) = self.layout, self.layout.tap
        rows, columns = self.setting.kernel_shape
        left, top = layout.middle - columns * wide / 2, self.products_top
        texts = [format_number(product, layout.decimals) for product in products]
        placed = [
            Placed(pieces.plain_cell(text, wide, tall), left + column * wide, top + row * tall)
            for text, (row, column) in zip(texts, np.ndindex(rows, columns))
        ]
        sum_ = pieces.label(f"sum = {total}", 13, bold=True)
        return [*placed, Placed(sum_, layout.middle, top + rows * tall + 12)]


def _option(pair: Pair, apart: bool) -> str:
    return f"({pair[0]}, {pair[1]})" if apart else str(pair[0])


def _terms(values: list[str], weights: list[str]) -> str:
    """Return the sum as it is written: all terms of up to four, else the first two."""
    if len(values) <= 4:
        return " + ".join(terms(values, weights))
    return " + ".join([*terms(values[:2], weights[:2]), "…"])

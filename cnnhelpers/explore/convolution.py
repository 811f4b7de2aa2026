"""A convolution, window by window, over small numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import decimals_needed, format_number, shape_word, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Placed, Scene, message, wrapped
from cnnhelpers.draw.style import WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, numbers, with_typed
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import OPTIONS, Answer, accepted, ask, submitted
from cnnhelpers.explore.kit.words import terms
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import effective_kernel_size, output_size

ENDS = {"kernel_size": (1, 5, 3), "padding": (0, 2, 0), "stride": (1, 3, 1), "dilation": (1, 3, 1)}
LARGEST = 12  # pixels along an axis of the input that still leave readable cells
LARGEST_KERNEL = 5

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

Pair = tuple[int, int]


class ConvExplorer(Explorer):
    """Slide a kernel over an input: window, products, sum, and the output as it fills up.

    Point at an output to see its window, drag the window over the input, or click a cell of the
    input or the kernel and type another number.

    Args:
        x: (H, W) numbers, at most 12×12; by default a 7×7 input of small numbers.
        weight: (K_H, K_W) numbers, at most 5×5, fixed; without it a slider picks a kernel of
            1×1 to 5×5.
        conv2d: a function of your own. It is called as ``conv2d(x, kernel, stride=…, padding=…,
            dilation=…)`` with (H, W) and (K_H, K_W) arrays and those of the keywords that it takes;
            a keyword that it does not take has no slider. What it returns is what is drawn; a cell
            that differs from the sum of the products is marked.
        apart: which of kernel_size, stride, padding and dilation have a slider for rows and one for
            columns, such as ``["stride"]``. The function then gets a pair (rows, columns).
        goals: what to try. A goal can ask for input_shape, kernel_shape, output_shape (pairs),
            output (the number at this window), outputs (all of them, as a list), stride, padding
            and dilation, as one number or, where they are apart, as a pair.

    Raises:
        TypeError, ValueError: an array is not of small 2-D numbers, ``conv2d`` is no function, or
            ``apart`` names something else.
    """

    interval = 450
    typing = Typing(r"[\-−]?\d|\d\d", "a whole number from −9 to 99")

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        *,
        conv2d: Callable[..., Any] | None = None,
        apart: Sequence[str] = (),
        goals: Sequence[Goal] = (),
    ) -> None:
        own = submitted(conv2d, "ConvExplorer", "conv2d")
        self.conv2d = conv2d if own is None else own
        self.x = _plane(INPUT if x is None else x, "x", LARGEST)
        self.weight = None if weight is None else _plane(weight, "weight", LARGEST_KERNEL)
        self.apart = _apart(apart)
        self._answers: dict[_Setting, Answer] = {}
        self._last_frame: tuple[_Setting, _Frame] | None = None
        taken = OPTIONS if self.conv2d is None else accepted(self.conv2d)
        self.options = [name for name in ("padding", "stride", "dilation") if name in taken]
        names = [*(["kernel_size"] if self.weight is None else []), *self.options]
        most = ENDS["padding"][1] if "padding" in self.options else 0
        self.layout = _Layout.of(self.x, self.weight, most)
        self.width, self.height = self.layout.width, self.layout.height
        sliders = [slider for name in names for slider in self._sliders(name)]
        stops = max(2, self.layout.rows * self.layout.columns)
        sliders.append(Slider("window", "window", 1, stops, 1))
        super().__init__(sliders, position=True, goals=goals)

    def _sliders(self, name: str) -> list[Slider]:
        label = name.replace("_", " ")
        if name not in self.apart:
            return [Slider(name, label, *ENDS[name])]
        return [
            Slider(f"{name}_{axis}", f"{label}, {axis}", *ENDS[name])
            for axis in ("rows", "columns")
        ]

    # Numbers ------------------------------------------------------------------------------------

    def kernel(self, size: int | Pair = 3) -> np.ndarray:
        """Return the (K_H, K_W) weights of a size, before anything is typed."""
        if self.weight is not None:
            return self.weight
        rows, columns = (size, size) if isinstance(size, int) else size
        return np.array(KERNELS[max(rows, columns)], dtype=np.float64)[:rows, :columns]

    def setting(self, typed: Mapping[str, str] | None = None, **state: int) -> _Setting:
        """Return the numbers of a setting; the window does not count."""
        kernel = self.kernel(_pair("kernel_size", state))
        x, name = self.x, f"weight{shape_word(kernel.shape)}"
        if typed:
            x, kernel = with_typed(x, "x", typed), with_typed(kernel, name, typed)
        return _Setting(
            shape_word(kernel.shape),
            tuple(map(tuple, x.tolist())),
            tuple(map(tuple, kernel.tolist())),
            *(_pair(option, state) for option in OPTIONS),
        )

    def positions(self, **settings: Any) -> int:
        """Return the number of windows, 0 where the kernel does not fit."""
        return self.setting(**settings).windows

    def answer(self, setting: _Setting) -> Answer:
        """Return what is drawn as the output: the learner's answer, or the sums."""
        if setting not in self._answers:
            if self.conv2d is None:
                answer = Answer(setting.sums)
            else:
                x, kernel = np.array(setting.x), np.array(setting.kernel)
                options = {
                    name: getattr(setting, name)
                    if name in self.apart
                    else getattr(setting, name)[0]
                    for name in accepted(self.conv2d)
                }
                answer = ask(self.conv2d, x, kernel, shape=setting.shape, **options)
            self._answers[setting] = answer
        return self._answers[setting]

    def facts(self, window: int, **settings: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`ConvExplorer`."""
        setting = self.setting(**settings)
        if setting.shape is None:
            return None
        options = {
            name: getattr(setting, name) if name in self.apart else getattr(setting, name)[0]
            for name in OPTIONS
        }
        return {
            "input_shape": self.x.shape,
            "kernel_shape": setting.kernel_shape,
            "output_shape": setting.shape,
            "output": float(setting.sums.flat[window - 1]),
            "outputs": setting.sums.ravel().tolist(),
            **options,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window: int = 1, **settings: Any) -> Scene:
        """Return the scene of a state; see :class:`ConvExplorer`."""
        setting = self.setting(**settings)
        if self._last_frame is None or self._last_frame[0] != setting:
            frame = _Frame(self.layout, setting, self.options, self.apart)
            if setting.shape is not None:
                frame.add_answer(self.answer(setting))
            self._last_frame = setting, frame
        return self._last_frame[1].scene(window)


def _apart(names: Sequence[str]) -> tuple[str, ...]:
    names = (names,) if isinstance(names, str) else tuple(names)
    for name in names:
        if name not in ENDS:
            raise ValueError(f"ConvExplorer: apart names {name!r}; it can name {', '.join(ENDS)}.")
    return names


def _pair(name: str, state: Mapping[str, int]) -> Pair:
    """Return an option for rows and columns, whether it has one slider, two or none."""
    if f"{name}_rows" in state:
        return state[f"{name}_rows"], state[f"{name}_columns"]
    value = state.get(name, ENDS[name][2])
    return value, value


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


@dataclass(frozen=True)
class _Setting:
    """The numbers of one setting: input, kernel, options as (rows, columns); all else follows."""

    size: str  # of the kernel, as a word
    x: tuple[tuple[float, ...], ...]
    kernel: tuple[tuple[float, ...], ...]
    stride: Pair
    padding: Pair
    dilation: Pair

    @cached_property
    def kernel_shape(self) -> Pair:
        return len(self.kernel), len(self.kernel[0])

    @cached_property
    def input_shape(self) -> Pair:
        return len(self.x), len(self.x[0])

    @cached_property
    def span(self) -> Pair:
        down, across = map(effective_kernel_size, self.kernel_shape, self.dilation)
        return down, across

    @cached_property
    def shape(self) -> Pair | None:
        """The output's shape, None where the kernel does not fit."""
        every = zip(self.input_shape, self.kernel_shape, self.stride, self.padding, self.dilation)
        try:
            rows, columns = (output_size(*one) for one in every)
            return rows, columns
        except ValueError:
            return None

    @cached_property
    def windows(self) -> int:
        return self.shape[0] * self.shape[1] if self.shape else 0

    @cached_property
    def padded(self) -> np.ndarray:
        return np.pad(np.array(self.x), [(pad, pad) for pad in self.padding])

    @cached_property
    def sums(self) -> np.ndarray:
        """The sums of the products of all windows, (H_out, W_out)."""
        arrays = np.array(self.x)[None, None], np.array(self.kernel)[None, None]
        options = {name: getattr(self, name) for name in OPTIONS}
        return course_conv2d(*arrays, **options)[0, 0]

    def corner(self, window: int) -> Pair:
        """Return the row and column of a window's first tap, in the padded input."""
        row, column = divmod(window - 1, self.shape[1])
        return row * self.stride[0], column * self.stride[1]

    def taps(self, window: int) -> list[list[Pair]]:
        """Return where the taps of a window stand, in the padded input."""
        top, left = self.corner(window)
        rows, columns = self.kernel_shape
        return [
            [(top + i * self.dilation[0], left + j * self.dilation[1]) for j in range(columns)]
            for i in range(rows)
        ]

    def leads(self) -> tuple[int, ...]:
        """Return for each cell of the input the window whose middle is nearest."""

        def nearest(axis: int) -> list[int]:
            first = (self.span[axis] - 1) / 2 - self.padding[axis]
            places = [first + index * self.stride[axis] for index in range(self.shape[axis])]
            cells = range(self.input_shape[axis])
            return [min(range(len(places)), key=lambda i: abs(places[i] - cell)) for cell in cells]

        rows, columns = nearest(0), nearest(1)
        return tuple(1 + row * self.shape[1] + column for row in rows for column in columns)


# Picture ----------------------------------------------------------------------------------------

LEFT, TOP, GAP = 6, 20, 12
TALL = 20  # height of a cell of an input of 11 rows, its padding included


@dataclass(frozen=True)
class _Layout:
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
    def of(cls, x: np.ndarray, weight: np.ndarray | None, padding: int) -> _Layout:
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


class _Frame:
    """What all windows of one setting share: the grids, the answer, the phrases."""

    def __init__(
        self, layout: _Layout, setting: _Setting, options: Sequence[str], apart: Sequence[str]
    ) -> None:
        self.layout, self.setting = layout, setting
        self.texts = written(np.array(setting.x))
        self.padded = setting.padded.tolist()
        self.cells = written(setting.padded)
        self.weights = written(np.array(setting.kernel))
        self.output = self.complete = None
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
                f" {shape_word(setting.input_shape)} becomes {shape_word(setting.shape)}."
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
        name = f"input {shape_word(setting.input_shape)}"
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
        room = shape_word([n + 2 * pad for n, pad in zip(setting.input_shape, setting.padding)])
        reach = "" if setting.dilation == (1, 1) else (
            f" with dilation {_option(setting.dilation, len(set(setting.dilation)) > 1)}"
        )  # fmt: skip
        what = (
            f"The kernel {setting.size}{reach} spans {shape_word(setting.span)} and does not fit "
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
        name = f"output {shape_word(array.shape)}"
        if answer.problem:
            if rows > layout.rows or columns > layout.columns:
                self.placed.append(layout.words(answer.problem))
                return
            # Nothing says which window made which of these, so all of them are shown at once.
            texts = written(array, layout.decimals)
            marked = [[True] * columns] * rows
            self.complete = pieces.answer_cells(texts, marked, wide, tall)
            name += f", expected {shape_word(self.setting.shape)}"
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
        padded, values, products = self.padded, [], []
        for line, weights in zip(setting.taps(window), setting.kernel):
            for (row, column), weight in zip(line, weights):
                values.append(self.cells[row][column])
                products.append(padded[row][column] * weight)
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

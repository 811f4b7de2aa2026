"""A convolution over channels: each channel's products and sum, the bias, and the total."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.grid import decimals_needed, format_number, shape_word, written
from cnnhelpers.draw.scene import Group, Placed, Scene, caption, message, wrapped
from cnnhelpers.draw.style import WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import numbers
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.learner import Answer, accepted, ask, submitted
from cnnhelpers.explore.kit.words import listed
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import output_size, whole_number

# Small numbers whose first window gives channel sums 0, 2 and 0, and with the bias 1 the total 3.
# No filter looks the same flipped or transposed.
VOLUME = [
    [[0, 1, 2, 0, 2], [1, 1, 0, 2, 0], [0, 1, 1, 2, 1], [1, 0, 2, 1, 0], [1, 0, 0, 1, 2]],
    [[0, 0, 0, 0, 1], [2, 0, 0, 0, 1], [2, 2, 0, 0, 2], [0, 2, 0, 0, 0], [0, 2, 0, 1, 0]],
    [[2, 0, 2, 2, 1], [2, 2, 1, 0, 1], [1, 2, 1, 1, 2], [2, 1, 2, 2, 1], [1, 2, 0, 0, 1]],
]
FILTERS = [
    [
        [[1, 0, 1], [-1, -1, 0], [0, 1, -1]],
        [[-1, 1, 1], [1, -1, 0], [-1, 1, -1]],
        [[0, 0, -1], [1, 1, 1], [1, -1, 0]],
    ],
    [
        [[1, 0, -1], [0, -1, 0], [0, 1, 0]],
        [[0, 0, 0], [1, 0, -1], [-1, 1, -1]],
        [[1, -1, 0], [1, 0, 1], [-1, 0, -1]],
    ],
]
BIAS = [1, 0]

LARGEST = 9  # pixels along an axis of the padded volume that still leave readable cells
CHANNELS, OUTPUTS, KERNEL = 4, 4, 5
LEFT, TOP, GAP = 16, 36, 26
TAP = 26  # a weight's cell


class VolumeExplorer(Explorer):
    """Slide filters over a volume of channels, and see what each channel adds to the output.

    Args:
        x: (C_in, H, W) numbers, at most 4 channels, 9×9 with their padding; by default a 3×5×5
            volume of small numbers.
        weight: (C_out, C_in, K_H, K_W) numbers, at most 4 filters of 5×5; by default two of 3×3×3.
        bias: (C_out,) numbers; by default 1 and 0 for the default filters, else zeros.
        stride, padding: whole numbers, fixed.
        conv2d: a function of your own, called as ``conv2d(x, weight, bias, stride=…, padding=…)``
            with x (1, C_in, H, W) and those of the keywords that it takes. What it returns is what
            is drawn; a cell that differs from the total is marked.

    Raises:
        TypeError, ValueError: the arrays are not of small numbers or do not fit together, or
            ``conv2d`` is no function.
    """

    interval = 700

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        bias: Any = None,
        *,
        stride: int = 2,
        padding: int = 1,
        conv2d: Callable[..., Any] | None = None,
    ) -> None:
        if conv2d is not None and not callable(conv2d):
            raise TypeError(
                f"VolumeExplorer: conv2d must be a function, not {type(conv2d).__name__}; "
                "give it the function itself, without brackets."
            )
        self.stride = whole_number(stride, "VolumeExplorer: stride", 1)
        self.padding = whole_number(padding, "VolumeExplorer: padding", 0)
        self.x = _array(VOLUME if x is None else x, "x", 3)
        default = FILTERS if x is None else None
        if weight is None and default is None:
            raise TypeError("VolumeExplorer: x is given without weight; give both, or neither.")
        self.weight = _array(default if weight is None else weight, "weight", 4)
        if bias is None:
            bias = BIAS if x is None and weight is None else np.zeros(len(self.weight))
        self.bias = _array(bias, "bias", 1)
        self._check()
        self.conv2d = submitted(conv2d)
        try:
            self._shape = tuple(
                output_size(size, taps, self.stride, self.padding)
                for size, taps in zip(self.x.shape[1:], self.weight.shape[2:], strict=True)
            )
        except ValueError:
            self._shape = (0, 0)
        self._decimals = min(2, decimals_needed(self.x) + decimals_needed(self.weight))
        self._decimals = max(self._decimals, decimals_needed(self.bias))
        self._measure()
        if self._shape != (0, 0):
            self._prepare()

        sliders = []
        if len(self.weight) > 1:
            sliders.append(Slider("filter", "filter", 1, len(self.weight), 1))
        stops = max(2, self._shape[0] * self._shape[1])
        sliders.append(Slider("window", "window", 1, stops, 1))
        super().__init__(sliders, position=True)

    def _check(self) -> None:
        """Raise where the arrays do not fit together or are too large to read."""
        channels, *sides = self.x.shape
        filters, depth, *taps = self.weight.shape
        if depth != channels:
            raise ValueError(
                f"VolumeExplorer: x has {channels} channels and the filters have {depth}; "
                "a filter needs one kernel for each channel of x."
            )
        if self.bias.shape != (filters,):
            raise ValueError(
                f"VolumeExplorer: bias has {self.bias.size} numbers for {filters} filters; "
                "give one number for each filter."
            )
        padded = [side + 2 * self.padding for side in sides]
        if channels > CHANNELS or filters > OUTPUTS or max(taps) > KERNEL or max(padded) > LARGEST:
            raise ValueError(
                f"VolumeExplorer: {shape_word(self.weight.shape)} filters over "
                f"{channels}×{shape_word(padded)} (padded) are too many numbers to read; use at "
                f"most {CHANNELS} channels of {LARGEST}×{LARGEST} with their padding, "
                f"and {OUTPUTS} filters of {KERNEL}×{KERNEL}."
            )

    def _measure(self) -> None:
        """Set the places, in pixels; they are the same in every state."""
        channels, rows, columns = self.x.shape
        rows, columns = rows + 2 * self.padding, columns + 2 * self.padding
        self._cell = max(22, min(26, 540 // (channels * columns)))
        tall, wide = self.weight.shape[2:]
        self._column = max(columns * self._cell, 2 * wide * TAP + 22, 150)
        self._right = LEFT + channels * (self._column + GAP)
        self._kernel_top = TOP + rows * self._cell + 40
        self._sum_top = self._kernel_top + tall * TAP + 24
        self.height = self._sum_top + 58

        # The output maps, one below the other, and from three on in two columns.
        count, (high, across) = len(self.weight), self._shape
        stack = count if count <= 2 else 2
        self._out = max(22, min(34, (self.height - 90) // stack // max(1, high) - 9))
        self._step = (across * self._out + 20, high * self._out + 30)
        # The width that two columns need, or the widest heading.
        self._panel = max(((count + 1) // 2 if count > 2 else 1) * self._step[0], 150)
        self.width = max(700, self._right + self._panel + LEFT)
        self._panel = self.width - LEFT - self._right
        self.height = max(self.height, TOP + 26 + stack * self._step[1])
        self._corners = []
        for index in range(count):
            column, row = divmod(index, stack)
            start = self._right + (self._panel - (count + stack - 1) // stack * self._step[0]) / 2
            self._corners.append(
                (
                    start + column * self._step[0] + 10,
                    (self.height - stack * self._step[1]) / 2 + 32 + row * self._step[1],
                )
            )

    # Numbers ------------------------------------------------------------------------------------

    def positions(self, filter: int = 1) -> int:
        """Return the number of windows, 0 where the filters do not fit."""
        return self._shape[0] * self._shape[1]

    def products(self, window: int, filter: int = 1) -> np.ndarray:
        """Return the (C_in, K_H, K_W) products of a window with a filter."""
        row, column = (index * self.stride for index in divmod(window - 1, self._shape[1]))
        tall, wide = self.weight.shape[2:]
        values = self._padded[:, row : row + tall, column : column + wide]
        return values * self.weight[filter - 1]

    def output(self) -> np.ndarray:
        """Return the totals of all filters and windows, (C_out, H_out, W_out)."""
        return course_conv2d(
            self.x[None], self.weight, self.bias, stride=self.stride, padding=self.padding
        )[0]

    def _prepare(self) -> None:
        """Compute the output, and build the maps that are drawn in every state."""
        self._padded = np.pad(self.x, ((0, 0), *[(self.padding, self.padding)] * 2))
        self._totals = self.output()
        self._answer = Answer(self._totals[None])
        if self.conv2d is not None:
            options = {"stride": self.stride, "padding": self.padding}
            self._answer = ask(
                self.conv2d,
                self.x[None],
                self.weight,
                self.bias,
                shape=(1, *self._totals.shape),
                **{name: options[name] for name in accepted(self.conv2d, tuple(options))},
            )
        self._maps: list[Group] = []
        if self._answer.problem:
            return
        given = self._answer.array[0]
        scale = max(1.0, float(np.abs(self._totals).max()))
        self._wrong = ~np.isclose(given, self._totals, rtol=1e-5, atol=1e-5 * scale)
        decimals = max(self._decimals, min(2, decimals_needed(given)))
        self._given = [written(plane, decimals) for plane in given]
        size = self._out
        for cells, wrong in zip(self._given, self._wrong.tolist(), strict=True):
            self._maps.append(
                Group(
                    tuple(
                        Placed(
                            pieces.answer_cell(cells[r][c], wrong[r][c], size), c * size, r * size
                        )
                        for r, c in np.ndindex(self._shape)
                    )
                )
            )

    def _number(self, value: float) -> str:
        return format_number(value, self._decimals)

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window: int = 1, filter: int = 1) -> Scene:
        """Return the scene of a state; see :class:`VolumeExplorer`."""
        sizes = shape_word(self.weight.shape[1:])
        volume = f"{shape_word(self.x.shape)}, padding {self.padding}"
        if self._shape == (0, 0):
            return self.blank(
                f"Filters of {sizes} do not fit into the volume {volume}: there is no window "
                "and no output.",
                "Use smaller filters or more padding.",
            )
        row, column = divmod(window - 1, self._shape[1])
        sums = self.products(window, filter).sum(axis=(1, 2)).tolist()
        bias, total = self.bias[filter - 1], float(self._totals[filter - 1, row, column])
        terms = [self._number(value) for value in (*sums, bias)]
        bracketed = [f"({term})" if term[0] == "−" else term for term in terms]
        addition = f"{' + '.join([*bracketed[:-1], f'bias {bracketed[-1]}'])}"
        placed = list(_volume_parts(self))
        placed += self._channels(filter, window, row, column, terms)
        middle = LEFT + (self._right - LEFT - GAP) / 2
        placed.append(
            Placed(
                pieces.sum_line(f"{addition} = {self._number(total)}"), middle, self._sum_top + 32
            )
        )
        placed += self._outputs(filter, window, row, column)

        count = len(self.weight)
        shapes = f"{'filter' if count == 1 else f'{count} filters'} {sizes}"
        made = f"{count}×{shape_word(self._shape)}"
        names = [f"x[{index}]" for index in range(len(sums))]
        phrases = [
            f"Volume {volume}, stride {self.stride}, {shapes}: the output is {made}.",
            f"Filter {filter} of {count}, window {window} of {self.positions()} at row {row}, "
            f"column {column}:",
            f"the products of {listed(names)} sum to {listed(terms[:-1])};",
            f"{addition} = {self._number(total)}.",
        ]
        if self._answer.problem:
            phrases.append(self._answer.problem)
        elif self._wrong.any():
            amount, size = int(self._wrong.sum()), self._wrong.size
            phrases.append(
                f"{amount} of {size} outputs of your function "
                f"{'differs' if amount == 1 else 'differ'} from the total."
            )
            if self._wrong[filter - 1, row, column]:
                given = self._given[filter - 1][row][column]
                phrases.append(
                    f"Your function gives {given} here instead of {self._number(total)}."
                )
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))

    def _channels(
        self, filter: int, window: int, row: int, column: int, terms: list[str]
    ) -> list[Placed]:
        """Return what is drawn for each channel: the window, the kernel, the products, the sum."""
        tall, wide = self.weight.shape[2:]
        across = self._padded.shape[2] * self._cell
        products = self.products(window, filter)
        placed = []
        for channel in range(len(self.x)):
            left = LEFT + channel * (self._column + GAP)
            middle = left + self._column / 2
            placed.append(
                Placed(
                    pieces.outline(wide * self._cell, tall * self._cell),
                    middle - across / 2 + column * self.stride * self._cell,
                    TOP + row * self.stride * self._cell,
                )
            )
            kernel = pieces.frozen(written(self.weight[filter - 1, channel]))
            start = left, left + self._column - wide * TAP
            placed += [
                Placed(
                    pieces.heading(f"w[{filter - 1}, {channel}]"),
                    start[0] + wide * TAP / 2,
                    self._kernel_top - 15,
                ),
                Placed(
                    pieces.heading("products"), start[1] + wide * TAP / 2, self._kernel_top - 15
                ),
                Placed(pieces.cached_block(kernel, "kernel", TAP), start[0], self._kernel_top),
                Placed(
                    pieces.cached_block(
                        pieces.frozen(written(products[channel], self._decimals)), "plain", TAP
                    ),
                    start[1],
                    self._kernel_top,
                ),
                Placed(_label(f"sum {terms[channel]}"), middle, self._sum_top),
            ]
        return placed

    def _outputs(self, filter: int, window: int, row: int, column: int) -> list[Placed]:
        """Return the output as far as it is filled: the filters before, and this one's windows."""
        middle = self._right + self._panel / 2
        shape = shape_word((len(self.weight), *self._shape))
        if self._answer.problem:
            lines = wrapped(self._answer.problem, int(self._panel / 8))
            return [Placed(message(lines, 14), middle, self.height / 2)]
        heading, colour = f"output {shape}", ""
        if self._wrong.any():
            heading, colour = f"{heading}, {int(self._wrong.sum())} wrong", WRONG_INK
        placed = [Placed(pieces.heading(heading, colour), middle, self._corners[0][1] - 44)]
        size = self._out
        for index, (x, y) in enumerate(self._corners):
            name = f"o[{index}], bias {self._number(self.bias[index])}"
            placed.append(Placed(pieces.heading(name), x + self._shape[1] * size / 2, y - 14))
            placed.append(Placed(pieces.empty(*self._shape, size), x, y))
            if index < filter:
                first = window if index == filter - 1 else self.positions()
                placed.append(Placed(self._maps[index], x, y, first))
        x, y = self._corners[filter - 1]
        placed.append(Placed(pieces.outline(size, size), x + column * size, y + row * size))
        return placed


def _volume_parts(e: VolumeExplorer) -> tuple[Placed, ...]:
    """Return what is the same in all states: the channels of the volume in their padding."""
    if not hasattr(e, "_still"):
        size, padding = e._cell, e.padding
        rows, columns = e._padded.shape[1:]
        placed = []
        for channel, plane in enumerate(e.x):
            left = LEFT + channel * (e._column + GAP) + (e._column - columns * size) / 2
            name = f"x[{channel}], {shape_word(plane.shape)}"
            placed.append(Placed(pieces.heading(name), left + columns * size / 2, TOP - 16))
            if padding:
                placed.append(Placed(pieces.ring(plane.shape, padding, size), left, TOP))
            placed.append(
                Placed(
                    pieces.cached_block(pieces.frozen(written(plane)), "input", size),
                    left + padding * size,
                    TOP + padding * size,
                )
            )
        e._still = tuple(placed)
    return e._still


@lru_cache(maxsize=512)
def _label(content: str):
    return caption(content)


def _array(array: Any, name: str, axes: int) -> np.ndarray:
    """Return an array of small numbers with so many axes as float64, or raise in one sentence."""
    values = numbers(array, f"VolumeExplorer: {name}")
    if values.ndim != axes or values.size == 0:
        shapes = {1: "(C_out,)", 3: "(C_in, H, W)", 4: "(C_out, C_in, K_H, K_W)"}
        raise ValueError(
            f"VolumeExplorer: {name} must have the shape {shapes[axes]}, not {values.shape}."
        )
    return values

"""A convolution over channels: each channel's products and sum, the bias, and the total."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from cnnhelpers.draw.numbers import decimals_needed, written
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Placed, Scene, message, wrapped
from cnnhelpers.draw.style import WRONG_INK
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, numbers, with_typed
from cnnhelpers.explore.kit.controls import Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, accepted, ask, submitted
from cnnhelpers.explore.kit.words import listed
from cnnhelpers.explore.volume_layout import GAP, LEFT, TALL, TAP, TOP, Layout, texts
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import output_size, times, whole_number

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


class VolumeExplorer(Explorer):
    """Slide filters over a volume of channels, and see what each channel adds to the output.

    Point at an output to see its window, drag the window over a channel, or click a cell of the
    volume or of a filter and type another number.

    Args:
        x: (C_in, H, W) numbers, at most 4 channels, 9×9 with their padding; by default a 3×5×5
            volume of small numbers.
        weight: (C_out, C_in, K_H, K_W) numbers, at most 4 filters of 5×5; by default two of 3×3×3.
        bias: (C_out,) numbers; by default 1 and 0 for the default filters, else zeros.
        stride, padding: whole numbers, fixed.
        conv2d: a function of your own, called as ``conv2d(x, weight, bias, stride=…, padding=…)``
            with x (1, C_in, H, W) and those of the keywords that it takes. What it returns is what
            is drawn; a cell that differs from the total is marked.
        goals: what to try. A goal can ask for filter, window, output (the total at this window),
            sums (what each channel adds), outputs (all totals of this filter), all_outputs (of
            all filters, as a list of lists).

    Raises:
        TypeError, ValueError: the arrays are not of small numbers or do not fit together, or
            ``conv2d`` is no function.
    """

    interval = 700
    typing = Typing(r"[\-−]?\d|\d\d", "a whole number from −9 to 99")

    def __init__(
        self,
        x: Any = None,
        weight: Any = None,
        bias: Any = None,
        *,
        stride: int = 2,
        padding: int = 1,
        conv2d: Callable[..., Any] | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        self.conv2d = submitted(conv2d, "VolumeExplorer", "conv2d")
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
        try:
            self.shape = tuple(
                output_size(size, taps, self.stride, self.padding)
                for size, taps in zip(self.x.shape[1:], self.weight.shape[2:], strict=True)
            )
        except ValueError:
            self.shape = (0, 0)
        self.layout = Layout.of(self.x, self.weight, self.bias, self.padding, self.shape)
        self.width, self.height = self.layout.width, self.layout.height
        self._last_numbers: tuple[Any, _Numbers] | None = None
        sliders = []
        if len(self.weight) > 1:
            sliders.append(Slider("filter", "filter", 1, len(self.weight), 1))
        stops = max(2, self.shape[0] * self.shape[1])
        sliders.append(Slider("window", "window", 1, stops, 1))
        super().__init__(sliders, position=True, goals=goals)

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
                f"VolumeExplorer: {times(self.weight.shape)} filters over "
                f"{channels}×{times(padded)} (padded) are too many numbers to read; use at "
                f"most {CHANNELS} channels of {LARGEST}×{LARGEST} with their padding, "
                f"and {OUTPUTS} filters of {KERNEL}×{KERNEL}."
            )

    # Numbers ------------------------------------------------------------------------------------

    def numbers(self, typed: Mapping[str, str] | None = None) -> _Numbers:
        """Return the arrays into which numbers were typed, and what comes of them."""
        key = sorted((typed or {}).items())
        if self._last_numbers is None or self._last_numbers[0] != key:
            self._last_numbers = key, _Numbers(self, typed or {})
        return self._last_numbers[1]

    def positions(self, **settings: Any) -> int:
        """Return the number of windows, 0 where the filters do not fit."""
        return self.shape[0] * self.shape[1]

    def products(self, window: int, filter: int = 1, typed: Any = None) -> np.ndarray:
        """Return the (C_in, K_H, K_W) products of a window with a filter."""
        return self.numbers(typed).products(window, filter)

    def output(self) -> np.ndarray:
        """Return the totals of all filters and windows, (C_out, H_out, W_out)."""
        return self.numbers().totals

    def facts(self, window: int, filter: int = 1, typed: Any = None) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`VolumeExplorer`."""
        if self.shape == (0, 0):
            return None
        made = self.numbers(typed)
        every = [plane.ravel().tolist() for plane in made.totals]
        return {
            "output": every[filter - 1][window - 1],
            "sums": made.products(window, filter).sum(axis=(1, 2)).tolist(),
            "outputs": every[filter - 1],
            "all_outputs": every,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, window: int = 1, filter: int = 1, typed: Any = None) -> Scene:
        """Return the scene of a state; see :class:`VolumeExplorer`."""
        if self.shape == (0, 0):
            return self.blank(
                f"Filters of {times(self.weight.shape[1:])} do not fit into the volume "
                f"{times(self.x.shape)}, padding {self.padding}: there is no window and no "
                "output.",
                "Use smaller filters or more padding.",
            )
        made, layout = self.numbers(typed), self.layout
        row, column = divmod(window - 1, self.shape[1])
        sums = made.products(window, filter).sum(axis=(1, 2)).tolist()
        bias, total = self.bias[filter - 1], float(made.totals[filter - 1, row, column])
        words = [layout.word(value) for value in (*sums, bias)]
        bracketed = [f"({word})" if word[0] == "−" else word for word in words]
        addition = " + ".join([*bracketed[:-1], f"bias {bracketed[-1]}"])
        sum_ = f"{addition} = {layout.word(total)}"
        middle = (LEFT + layout.right - GAP) / 2
        placed = [
            *made.still,
            *made.channels(filter, window, row, column, words),
            Placed(pieces.label(sum_, 14, bold=True), middle, layout.sum_top + 20),
            *made.outputs(filter, window, row, column),
        ]
        phrases = [
            *made.phrases,
            f"Filter {filter} of {len(self.weight)}, window {window} of {self.positions()} "
            f"at row {row}, column {column}:",
            f"the products of {listed([f'x[{index}]' for index in range(len(sums))])} sum to "
            f"{listed(words[:-1])};",
            f"{sum_}.",
            *made.said(filter, row, column, layout.word(total)),
        ]
        size = layout.width, layout.height
        return Scene(*size, tuple(placed), tuple(phrases), regions=made.regions(filter))


class _Numbers:
    """The arrays into which numbers were typed, their totals, and what all states share of them."""

    def __init__(self, e: VolumeExplorer, typed: Mapping[str, str]) -> None:
        self.layout, self.stride, self.padding, self.shape = e.layout, e.stride, e.padding, e.shape
        self.bias, self.answer = e.bias, Answer(None)
        self.x = np.stack([with_typed(p, f"x[{c}]", typed) for c, p in enumerate(e.x)])
        self.weight = np.stack(
            [
                [with_typed(p, f"w[{f},{c}]", typed) for c, p in enumerate(planes)]
                for f, planes in enumerate(e.weight)
            ]
        )
        self.padded = np.pad(self.x, ((0, 0), *[(self.padding, self.padding)] * 2))
        options = {"stride": self.stride, "padding": self.padding}
        self.totals = course_conv2d(self.x[None], self.weight, self.bias, **options)[0]
        self.answer = Answer(self.totals[None])
        if e.conv2d is not None:
            taken = {name: options[name] for name in accepted(e.conv2d, tuple(options))}
            shape = (1, *self.totals.shape)
            self.answer = ask(e.conv2d, self.x[None], self.weight, self.bias, shape=shape, **taken)
        self._judge()
        count, sizes = len(self.weight), times(self.weight.shape[1:])
        self.phrases = (
            f"Volume {times(self.x.shape)}, padding {self.padding}, stride {self.stride}, "
            f"{'filter' if count == 1 else f'{count} filters'} {sizes}: "
            f"the output is {count}×{times(self.shape)}.",
        )
        self.still = self._still()
        self._regions = self._volume_regions(), self._output_regions()

    def _judge(self) -> None:
        self.maps = []
        if self.answer.problem:
            return
        given, decimals = self.answer.drawn[0], self.layout.decimals
        scale = max(1.0, float(np.abs(self.totals).max()))
        self.wrong = ~np.isclose(given, self.totals, rtol=1e-5, atol=1e-5 * scale)
        decimals = max(decimals, min(2, decimals_needed(given)))
        self.given = [written(plane, decimals) for plane in given]
        self.maps = [
            pieces.answer_cells(cells, wrong, *self.layout.out)
            for cells, wrong in zip(self.given, self.wrong.tolist(), strict=True)
        ]

    def products(self, window: int, filter: int) -> np.ndarray:
        """Return the (C_in, K_H, K_W) products of a window with a filter."""
        row, column = (index * self.stride for index in divmod(window - 1, self.shape[1]))
        tall, wide = self.weight.shape[2:]
        values = self.padded[:, row : row + tall, column : column + wide]
        return values * self.weight[filter - 1]

    def said(self, filter: int, row: int, column: int, total: str) -> list[str]:
        """Return what is to be said about a learner's answer."""
        if self.answer.problem:
            return [self.answer.problem]
        if not self.wrong.any():
            return []
        amount = int(self.wrong.sum())
        words = [
            f"{amount} of {self.wrong.size} outputs of your function "
            f"{'differs' if amount == 1 else 'differ'} from the total."
        ]
        if self.wrong[filter - 1, row, column]:
            given = self.given[filter - 1][row][column]
            words.append(f"Your function gives {given} here instead of {total}.")
        return words

    def _volume_corner(self, channel: int) -> tuple[float, float]:
        """Return where a padded channel begins."""
        room = self.layout.column - self.padded.shape[2] * self.layout.cell
        return self.layout.left(channel) + room / 2, TOP

    def _still(self) -> tuple[Placed, ...]:
        """Return what is the same in all states: the channels of the volume in their padding."""
        cell, pad, placed = self.layout.cell, self.padding, []
        for channel, plane in enumerate(self.x):
            x, y = self._volume_corner(channel)
            name = f"x[{channel}], {times(plane.shape)}"
            middle = self.layout.left(channel) + self.layout.column / 2
            placed.append(Placed(pieces.heading(name), middle, TOP - 12))
            if pad:
                placed.append(Placed(pieces.ring(plane.shape, (pad, pad), cell, TALL), x, y))
            block = pieces.cached_block(pieces.frozen(written(plane)), "input", cell, TALL)
            placed.append(Placed(block, x + pad * cell, y + pad * TALL))
        return tuple(placed)

    def channels(
        self, filter: int, window: int, row: int, column: int, words: Sequence[str]
    ) -> list[Placed]:
        """Return what is drawn for each channel: the window, the kernel, the products, the sum."""
        layout = self.layout
        tall, wide = self.weight.shape[2:]
        products = self.products(window, filter)
        placed = []
        for channel in range(len(self.x)):
            x, y = self._volume_corner(channel)
            outline = pieces.outline(wide * layout.cell, tall * TALL)
            across, down = column * self.stride * layout.cell, row * self.stride * TALL
            start = layout.left(channel), layout.left(channel) + layout.column - wide * layout.tap
            kernel = pieces.frozen(written(self.weight[filter - 1, channel]))
            made = pieces.frozen(written(products[channel], layout.decimals))
            top, middle = layout.kernel_top, layout.left(channel) + layout.column / 2
            name = f"filter {filter}"  # counted as its slider counts
            placed += [
                Placed(outline, x + across, y + down),
                Placed(pieces.heading(name), start[0] + wide * layout.tap / 2, top - 11),
                Placed(pieces.heading("products"), start[1] + wide * layout.tap / 2, top - 11),
                Placed(pieces.cached_block(kernel, "kernel", layout.tap, TAP[1]), start[0], top),
                Placed(pieces.cached_block(made, "plain", layout.tap, TAP[1]), start[1], top),
                Placed(pieces.heading(f"sum {words[channel]}"), middle, layout.sum_top),
            ]
        return placed

    def outputs(self, filter: int, window: int, row: int, column: int) -> list[Placed]:
        """Return the output as far as it is filled: the filters before, and this one's windows."""
        layout, (wide, tall) = self.layout, self.layout.out
        if self.answer.problem:
            lines = wrapped(self.answer.problem, int((layout.width - layout.right) / 7))
            return [Placed(message(lines, 12), layout.middle, layout.height / 2)]
        heading, colour = f"output {times((len(self.weight), *self.shape))}", ""
        if self.wrong.any():
            heading, colour = f"{heading}, {int(self.wrong.sum())} wrong", WRONG_INK
        placed = [Placed(pieces.heading(heading, colour), layout.middle, layout.corners[0][1] - 32)]
        for index, (x, y) in enumerate(layout.corners):
            name = f"map {index + 1}, bias {layout.word(self.bias[index])}"
            placed.append(Placed(pieces.heading(name), x + self.shape[1] * wide / 2, y - 11))
            placed.append(Placed(pieces.empty(*self.shape, wide, tall), x, y))
            if index < filter:
                first = window if index == filter - 1 else self.shape[0] * self.shape[1]
                placed.append(Placed(self.maps[index], x, y, first))
        x, y = layout.corners[filter - 1]
        placed.append(Placed(pieces.outline(wide, tall), x + column * wide, y + row * tall))
        return placed

    # Pointing -----------------------------------------------------------------------------------

    def regions(self, filter: int) -> tuple[Region, ...]:
        """Return what reacts to being pointed at: the volume, the filter, the output."""
        tall, wide = self.weight.shape[2:]
        kernels = tuple(
            Region(
                f"kernel {channel}", self.layout.left(channel), self.layout.kernel_top,
                self.layout.tap, TAP[1], tall, wide, types=f"w[{filter - 1},{channel}]",
                texts=tuple(texts(self.weight[filter - 1, channel])),
            )
            for channel in range(len(self.x))
        )  # fmt: skip
        return (*self._regions[0], *kernels, *self._regions[1])

    def _volume_regions(self) -> tuple[Region, ...]:
        rows, columns = self.x.shape[1:]

        def nearest(cells: int, windows: int, taps: int) -> list[int]:
            first = (taps - 1) / 2 - self.padding
            return [
                min(range(windows), key=lambda i: abs(first + i * self.stride - cell))
                for cell in range(cells)
            ]

        down = nearest(rows, self.shape[0], self.weight.shape[2])
        across = nearest(columns, self.shape[1], self.weight.shape[3])
        leads = tuple(1 + row * self.shape[1] + column for row in down for column in across)
        cell = self.layout.cell
        found = []
        for channel, plane in enumerate(self.x):
            x, y = self._volume_corner(channel)
            x, y = x + self.padding * cell, y + self.padding * TALL
            found.append(
                Region(f"channel {channel}", x, y, cell, TALL, rows, columns, "window", leads,
                       f"x[{channel}]", tuple(texts(plane)))
            )  # fmt: skip
        return tuple(found)

    def _output_regions(self) -> tuple[Region, ...]:
        if self.answer.problem:
            return ()
        windows = range(1, self.shape[0] * self.shape[1] + 1)
        several = len(self.weight) > 1
        return tuple(
            Region(
                f"output {index}", *corner, *self.layout.out, *self.shape,
                "" if several else "window",
                tuple((("filter", index + 1), ("window", one)) if several else one
                      for one in windows),
            )
            for index, corner in enumerate(self.layout.corners)
        )  # fmt: skip


def _array(array: Any, name: str, axes: int) -> np.ndarray:
    """Return an array of small numbers with so many axes as float64, or raise in one sentence."""
    values = numbers(array, f"VolumeExplorer: {name}")
    if values.ndim != axes or values.size == 0:
        shapes = {1: "(C_out,)", 3: "(C_in, H, W)", 4: "(C_out, C_in, K_H, K_W)"}
        raise ValueError(
            f"VolumeExplorer: {name} must have the shape {shapes[axes]}, not {values.shape}."
        )
    return values

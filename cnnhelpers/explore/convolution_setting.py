"""One setting of the convolution explorer: its arrays and options, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cnnhelpers.explore.kit.learner import OPTIONS
from cnnhelpers.functional import conv2d as course_conv2d
from cnnhelpers.shapes import effective_kernel_size, output_size

Pair = tuple[int, int]


@dataclass(frozen=True)
class Setting:
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

    @property
    def output_shape(self) -> Pair:
        """The output's shape, where the kernel fits."""
        assert self.shape is not None
        return self.shape

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
        row, column = divmod(window - 1, self.output_shape[1])
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
            places = [first + index * self.stride[axis] for index in range(self.output_shape[axis])]
            cells = range(self.input_shape[axis])
            return [min(range(len(places)), key=lambda i: abs(places[i] - cell)) for cell in cells]

        rows, columns = nearest(0), nearest(1)
        across = self.output_shape[1]
        return tuple(1 + row * across + column for row in rows for column in columns)

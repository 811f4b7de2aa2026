"""Pooling layers; nothing to learn."""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.arguments import Size, flag
from cnnhelpers.functional.windows import pool_windows
from cnnhelpers.nn.module import Module, Parts, Shape, written
from cnnhelpers.shapes import Window, per_axis


class _Pool(Module):
    """An operation ``name(x, kernel_size, **options)`` over ``axes`` axes."""

    axes: int
    name: str

    def __init__(self, kernel_size: Size, **options) -> None:
        self.kernel_size, self.options = kernel_size, options
        self._place((2**20,) * self.axes)  # refuses impossible options

    def _place(self, size: Shape):
        given = self.options
        return pool_windows(
            type(self).__name__,
            size,
            self.kernel_size,
            given["stride"],
            given["padding"],
            given.get("dilation", 1),
            given["ceil_mode"],
        )

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return getattr(self.F, self.name)(x, self.kernel_size, **self.options)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        backward = getattr(self.F, f"{self.name}_backward")
        return backward(grad_output, self.remembered(), self.kernel_size, **self.options)

    def output_shape(self, shape: Shape) -> Shape:
        self.expect(shape, self.axes)
        return *shape[:2], *self._place(shape[2:]).output

    def windows(self, shape: Shape):
        self.expect(shape, self.axes)
        place = self._place(shape[2:])
        before = [low for low, _ in place.padding]
        return (tuple(map(Window, place.kernel, place.stride, before, place.dilation)),)

    def __repr__(self) -> str:
        return written(self, self.kernel_size, **self.options)


class _MaxPool(_Pool):
    def __init__(
        self,
        kernel_size: Size,
        stride: Size | None = None,
        padding: Size = 0,
        dilation: Size = 1,
        *,
        ceil_mode: bool = False,
    ) -> None:
        self.name = f"max_pool{self.axes}d"
        super().__init__(
            kernel_size, stride=stride, padding=padding, dilation=dilation, ceil_mode=ceil_mode
        )


class _AvgPool(_Pool):
    def __init__(
        self,
        kernel_size: Size,
        stride: Size | None = None,
        padding: Size = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
    ) -> None:
        self.name = f"avg_pool{self.axes}d"
        flag(count_include_pad, f"{type(self).__name__}: count_include_pad")
        super().__init__(
            kernel_size,
            stride=stride,
            padding=padding,
            ceil_mode=ceil_mode,
            count_include_pad=count_include_pad,
        )


class MaxPool1d(_MaxPool):
    """The largest value of each window of (N, C, L)."""

    axes = 1


class MaxPool2d(_MaxPool):
    """The largest value of each window of (N, C, H, W)."""

    axes = 2


class MaxPool3d(_MaxPool):
    """The largest value of each window of (N, C, D, H, W)."""

    axes = 3


class AvgPool1d(_AvgPool):
    """The mean of each window of (N, C, L)."""

    axes = 1


class AvgPool2d(_AvgPool):
    """The mean of each window of (N, C, H, W)."""

    axes = 2


class AvgPool3d(_AvgPool):
    """The mean of each window of (N, C, D, H, W)."""

    axes = 3


class AdaptiveAvgPool2d(Module):
    """Means over as many windows as asked for; ``AdaptiveAvgPool2d(1)`` is global pooling."""

    def __init__(self, output_size: Size) -> None:
        self.output_size = per_axis(output_size, 2, "AdaptiveAvgPool2d: output_size", 1)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return self.F.adaptive_avg_pool2d(x, self.output_size)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        return self.F.adaptive_avg_pool2d_backward(grad_output, self.remembered(), self.output_size)

    def output_shape(self, shape: Shape) -> Shape:
        self.expect(shape, 2)
        return *shape[:2], *self.output_size

    def windows(self, shape: Shape):
        self.expect(shape, 2)
        return (tuple(map(Parts, self.output_size)),)

    def __repr__(self) -> str:
        return written(self, self.output_size)

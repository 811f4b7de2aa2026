"""Convolution layers: a weight (C_out, C_in/groups, K...) and a bias (C_out,)."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import LARGEST, Size, flag
from cnnhelpers.functional.windows import Windows, transposed_windows, windows
from cnnhelpers.nn import init
from cnnhelpers.nn.module import Module, NoReceptiveFieldError, Parameter, Shape, written
from cnnhelpers.shapes import Window, check_groups, conv_macs, per_axis, whole_number


def _check_channels(name: str, in_channels: int, out_channels: int, groups: int) -> None:
    whole_number(in_channels, f"{name}: in_channels", 1, LARGEST)
    whole_number(out_channels, f"{name}: out_channels", 1, LARGEST)
    check_groups(whole_number(groups, f"{name}: groups", 1), in_channels, out_channels, f"{name}: ")


class ConvNd(Module):
    """A convolution over ``axes`` axes; the layers below say how many."""

    axes: int

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Size,
        stride: Size = 1,
        padding: Size | str = 0,
        dilation: Size = 1,
        groups: int = 1,
        bias: bool = True,
    ) -> None:
        name = type(self).__name__
        _check_channels(name, in_channels, out_channels, groups)
        kernel = per_axis(kernel_size, self.axes, f"{name}: kernel_size", 1)
        windows(name, [2**30] * self.axes, kernel, stride, padding, dilation)  # refuses impossible
        self.in_channels, self.out_channels, self.kernel_size = in_channels, out_channels, kernel
        self.options = {
            "stride": stride,
            "padding": padding,
            "dilation": dilation,
            "groups": groups,
        }
        depth = in_channels // groups
        draw = init.default(depth * math.prod(kernel))
        self.weight = Parameter((out_channels, depth, *kernel), draw)
        self.bias = Parameter((out_channels,), draw) if flag(bias, f"{name}: bias") else None

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        bias = None if self.bias is None else self.bias.data
        return getattr(self.F, f"conv{self.axes}d")(x, self.weight.data, bias, **self.options)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        return self._backward(grad_output)

    def backward_parameters(self, grad_output: np.ndarray) -> None:
        if self.F is Module.F:  # a learner's function need not know how to leave x out
            self._backward(grad_output, need_x=False)
        else:
            self._backward(grad_output)

    def _backward(self, grad_output: np.ndarray, **need) -> np.ndarray:
        backward = getattr(self.F, f"conv{self.axes}d_backward")
        grad_x, grad_weight, grad_bias = backward(
            grad_output, self.remembered(), self.weight.data, **self.options, **need
        )
        self.weight.add_grad(grad_weight)
        if self.bias is not None:
            self.bias.add_grad(grad_bias)
        return grad_x

    def _windows(self, shape: Shape):
        name = type(self).__name__
        self.expect(shape, self.axes, self.in_channels)
        options = {key: value for key, value in self.options.items() if key != "groups"}
        return windows(name, shape[2:], self.kernel_size, **options)

    def output_shape(self, shape: Shape) -> Shape:
        return shape[0], self.out_channels, *self._windows(shape).output

    def macs(self, shape: Shape) -> int:
        output = self.output_shape(shape)
        groups = self.options["groups"]
        channels = self.in_channels, self.out_channels
        return shape[0] * conv_macs(*channels, self.kernel_size, output[2:], groups)

    def windows(self, shape: Shape):
        place = self._windows(shape)
        before = [low for low, _ in place.padding]
        return (tuple(map(Window, place.kernel, place.stride, before, place.dilation)),)

    def __repr__(self) -> str:
        sizes = self.in_channels, self.out_channels, self.kernel_size
        return written(self, *sizes, **self.options, bias=self.bias is not None)


class Conv1d(ConvNd):
    """A convolution over signals (N, C_in, L)."""

    axes = 1


class Conv2d(ConvNd):
    """A convolution over images (N, C_in, H, W)."""

    axes = 2


class Conv3d(ConvNd):
    """A convolution over volumes or clips (N, C_in, D, H, W)."""

    axes = 3


class ConvTranspose2d(Module):
    """A transposed convolution over images; its weight is (C_in, C_out/groups, K_H, K_W)."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Size,
        stride: Size = 1,
        padding: Size = 0,
        output_padding: Size = 0,
        groups: int = 1,
        bias: bool = True,
        dilation: Size = 1,
    ) -> None:
        name = "ConvTranspose2d"
        _check_channels(name, in_channels, out_channels, groups)
        kernel = per_axis(kernel_size, 2, f"{name}: kernel_size", 1)
        self.in_channels, self.out_channels, self.kernel_size = in_channels, out_channels, kernel
        self.options = {
            "stride": stride,
            "padding": padding,
            "output_padding": output_padding,
            "groups": groups,
            "dilation": dilation,
        }
        self._windows((1, in_channels, 2**30, 2**30))  # refuses impossible options
        depth = out_channels // groups
        draw = init.default(depth * math.prod(kernel))  # PyTorch's fan_in of this layout
        self.weight = Parameter((in_channels, depth, *kernel), draw)
        self.bias = Parameter((out_channels,), draw) if flag(bias, f"{name}: bias") else None

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        bias = None if self.bias is None else self.bias.data
        return self.F.conv_transpose2d(x, self.weight.data, bias, **self.options)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad_x, grad_weight, grad_bias = self.F.conv_transpose2d_backward(
            grad_output, self.remembered(), self.weight.data, **self.options
        )
        self.weight.add_grad(grad_weight)
        if self.bias is not None:
            self.bias.add_grad(grad_bias)
        return grad_x

    def _windows(self, shape: Shape) -> Windows:
        self.expect(shape, 2, self.in_channels)
        options = {key: value for key, value in self.options.items() if key != "groups"}
        return transposed_windows("ConvTranspose2d", shape[2:], self.kernel_size, **options)

    def output_shape(self, shape: Shape) -> Shape:
        return shape[0], self.out_channels, *self._windows(shape).input

    def macs(self, shape: Shape) -> int:
        return math.prod(shape) * math.prod(self.weight.shape[1:])

    def windows(self, shape: Shape):
        raise NoReceptiveFieldError(
            "receptive_field: a transposed convolution has no regular field, since neighbouring "
            "outputs see fields of different sizes; use measured_receptive_field."
        )

    def __repr__(self) -> str:
        sizes = self.in_channels, self.out_channels, self.kernel_size
        return written(self, *sizes, **self.options, bias=self.bias is not None)

"""Layers without windows: dense, flatten, dropout and the activations."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers.functional.arguments import LARGEST, choice, existing_dim, flag, real_number
from cnnhelpers.nn import init
from cnnhelpers.nn.module import EVERYTHING, Elementwise, Module, Parameter, Shape, written
from cnnhelpers.shapes import Window, whole_number


def last_axes(shape: Shape, count: int):
    """Return the windows of a layer that reads all of the last ``count`` axes of (N, C, ...)."""
    if len(shape) - count < 2:
        return (EVERYTHING,)
    kept = len(shape) - count - 2
    return ((*[Window(1)] * kept, *(Window(max(1, n), 0) for n in shape[2 + kept :])),)


class Linear(Module):
    """A dense layer, (..., in_features) to (..., out_features); weight (out, in), bias (out,)."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True) -> None:
        whole_number(in_features, "Linear: in_features", 1, LARGEST)
        whole_number(out_features, "Linear: out_features", 1, LARGEST)
        self.in_features, self.out_features = in_features, out_features
        draw = init.default(in_features)
        self.weight = Parameter((out_features, in_features), draw)
        self.bias = Parameter((out_features,), draw) if flag(bias, "Linear: bias") else None

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        bias = None if self.bias is None else self.bias.data
        return self.F.linear(x, self.weight.data, bias)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad_x, grad_weight, grad_bias = self.F.linear_backward(
            grad_output, self.remembered(), self.weight.data
        )
        self.weight.add_grad(grad_weight)
        if self.bias is not None:
            self.bias.add_grad(grad_bias)
        return grad_x

    def output_shape(self, shape: Shape) -> Shape:
        if not shape or shape[-1] != self.in_features:
            raise ValueError(
                f"Linear: the input has shape {shape}, but the layer reads {self.in_features} "
                "features; change in_features, or flatten before it."
            )
        return (*shape[:-1], self.out_features)

    def macs(self, shape: Shape) -> int:
        return math.prod(shape[:-1]) * self.in_features * self.out_features

    def windows(self, shape: Shape):
        return last_axes(shape, 1)

    def __repr__(self) -> str:
        return written(self, self.in_features, self.out_features, bias=self.bias is not None)


class Flatten(Module):
    """(N, C, H, W) to (N, C·H·W)."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return self.F.flatten(x)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        return self.F.flatten_backward(grad_output, self.remembered())

    def output_shape(self, shape: Shape) -> Shape:
        return shape[0], math.prod(shape[1:])

    def windows(self, shape: Shape):
        return ()

    def __repr__(self) -> str:
        return "Flatten()"


class Identity(Elementwise):
    """Gives back what it gets."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        return grad_output

    def __repr__(self) -> str:
        return "Identity()"


ALL = "all"  # instead of a mask: nothing was dropped


class Dropout(Elementwise):
    """In training, zeroes each number with probability p and scales the rest by 1 / (1 - p)."""

    def __init__(self, p: float = 0.5) -> None:
        self.p = real_number(p, "Dropout: p", 0, 1)

    def forward(self, x: np.ndarray) -> np.ndarray:
        if not self.training or self.p == 0:
            self.remember(ALL)
            return x
        output, mask = self.F.dropout(x, self.p, rng=init.generator())
        self.remember(mask)
        return output

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        mask = self.remembered()
        return grad_output if mask is ALL else self.F.dropout_backward(grad_output, mask)

    def __repr__(self) -> str:
        return written(self, p=self.p)


class _Activation(Elementwise):
    """An operation ``name(x, *options)`` of functional, made a layer."""

    name: str
    options: tuple = ()

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return getattr(self.F, self.name)(x, *self.options)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        backward = getattr(self.F, f"{self.name}_backward")
        return backward(grad_output, self.remembered(), *self.options)

    def __repr__(self) -> str:
        return written(self, *self.options)


class ReLU(_Activation):
    """``max(x, 0)``."""

    name = "relu"


class LeakyReLU(_Activation):
    """x where positive, else ``negative_slope * x``."""

    name = "leaky_relu"

    def __init__(self, negative_slope: float = 0.01) -> None:
        self.options = (real_number(negative_slope, "LeakyReLU: negative_slope"),)


class GELU(_Activation):
    """``x * Phi(x)``."""

    name = "gelu"

    def __init__(self, approximate: str = "none") -> None:
        self.options = (choice(approximate, "GELU: approximate", "none", "tanh"),)


class Sigmoid(_Activation):
    """``1 / (1 + exp(-x))``."""

    name = "sigmoid"


class Tanh(_Activation):
    """The hyperbolic tangent."""

    name = "tanh"


class _AlongAxis(_Activation):
    """An activation along one axis, which an output reads as a whole."""

    def __init__(self, dim: int = -1) -> None:
        self.options = (whole_number(dim, f"{type(self).__name__}: dim"),)

    def output_shape(self, shape: Shape) -> Shape:
        existing_dim(type(self).__name__, len(shape), self.options[0])
        return shape

    def windows(self, shape: Shape):
        axis = self.options[0] % len(shape)
        return (tuple(Window(n, 0) if at == axis else Window(1) for at, n in enumerate(shape))[2:],)

    def __repr__(self) -> str:
        return written(self, dim=self.options[0])


class Softmax(_AlongAxis):
    """Probabilities along ``dim``. ``cross_entropy`` wants the numbers *before* it."""

    name = "softmax"


class LogSoftmax(_AlongAxis):
    """Logarithms of probabilities along ``dim``."""

    name = "log_softmax"

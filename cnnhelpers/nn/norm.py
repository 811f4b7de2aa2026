"""Normalisation layers. ``arguments`` are those of the constructor, in PyTorch's order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cnnhelpers.functional.arguments import LARGEST, affordable, array, flag, real_number
from cnnhelpers.nn import init
from cnnhelpers.nn.layers import last_axes
from cnnhelpers.nn.module import EVERYTHING, Elementwise, Parameter, Shape, written
from cnnhelpers.shapes import per_axis, whole_number


class BatchNorm(Elementwise):
    """Normalises each channel: by the batch in training, by running statistics in evaluation.

    ``momentum`` is the share of a new batch in the running statistics; with None they are the mean
    over all batches so far.
    """

    buffers = ("running_mean", "running_var", "num_batches_tracked")
    couples_images = True  # in training an image's output depends on the others
    ndims: tuple[int, ...]

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
    ) -> None:
        name = type(self).__name__
        self.num_features = whole_number(num_features, f"{name}: num_features", 1)
        affordable(name, "running_mean", (num_features,))
        self.eps = real_number(eps, f"{name}: eps", 0)
        if momentum is not None:
            momentum = real_number(momentum, f"{name}: momentum", 0, 1)
        self.momentum = momentum
        self.arguments = num_features, eps, momentum, affine
        shape = (num_features,)
        affine = flag(affine, f"{name}: affine")
        self.weight = Parameter(shape, init.constant(1)) if affine else None
        self.bias = Parameter(shape, init.constant(0)) if affine else None
        self.running_mean = np.zeros(num_features, np.float32)
        self.running_var = np.ones(num_features, np.float32)
        self.num_batches_tracked = np.array(0)

    def _numbers(self) -> tuple[np.ndarray | None, np.ndarray | None]:
        if self.weight is None:
            return None, None
        return self.weight.data, self.bias.data

    def forward(self, x: np.ndarray) -> np.ndarray:
        x = array(x, f"{type(self).__name__}: x")
        self._check(x.shape)
        share = self.momentum
        if self.training:
            self.num_batches_tracked = self.num_batches_tracked + 1
            share = 1 / float(self.num_batches_tracked) if share is None else share
            self.remember((x, None, None))
        else:  # copies: training may go on before backward
            self.remember((x, self.running_mean.copy(), self.running_var.copy()))
        return self.F.batch_norm(
            x,
            self.running_mean,
            self.running_var,
            *self._numbers(),
            training=self.training,
            momentum=0.0 if share is None else share,
            eps=self.eps,
        )

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        """Return the gradient of x, in the mode that forward had."""
        x, mean, var = self.remembered()
        grad_x, grad_weight, grad_bias = self.F.batch_norm_backward(
            grad_output,
            x,
            mean,
            var,
            self._numbers()[0],
            training=mean is None,
            eps=self.eps,
        )
        if self.weight is not None:
            self.weight.add_grad(grad_weight)
            self.bias.add_grad(grad_bias)
        return grad_x

    def _check(self, shape: Shape) -> None:
        if len(shape) not in self.ndims or shape[1] != self.num_features:
            raise ValueError(
                f"{type(self).__name__}: the input has shape {shape}, but the layer reads "
                f"{self.num_features} channels and {self.ndims[-1]} axes."
            )

    def output_shape(self, shape: Shape) -> Shape:
        self._check(shape)
        return shape

    def __repr__(self) -> str:
        _, eps, momentum, affine = self.arguments
        return written(self, self.num_features, eps=eps, momentum=momentum, affine=affine)


class BatchNorm1d(BatchNorm):
    """Over features (N, C) or signals (N, C, L)."""

    ndims = (2, 3)


class BatchNorm2d(BatchNorm):
    """Over images (N, C, H, W)."""

    ndims = (4,)


class BatchNorm3d(BatchNorm):
    """Over volumes (N, C, D, H, W)."""

    ndims = (5,)


class LayerNorm(Elementwise):
    """Normalises the last axes of each image, whose sizes are ``normalized_shape``."""

    def __init__(self, normalized_shape: int | Sequence[int], eps: float = 1e-5) -> None:
        if not isinstance(normalized_shape, Sequence):
            normalized_shape = (normalized_shape,)
        axes = len(normalized_shape)
        self.shape = per_axis(normalized_shape, axes, "LayerNorm: normalized_shape", 1)
        self.eps = real_number(eps, "LayerNorm: eps", 0)
        self.arguments = self.shape, eps
        self.weight = Parameter(self.shape, init.constant(1))
        self.bias = Parameter(self.shape, init.constant(0))

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return self.F.layer_norm(x, self.shape, self.weight.data, self.bias.data, eps=self.eps)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad_x, grad_weight, grad_bias = self.F.layer_norm_backward(
            grad_output, self.remembered(), self.shape, self.weight.data, eps=self.eps
        )
        self.weight.add_grad(grad_weight)
        self.bias.add_grad(grad_bias)
        return grad_x

    def output_shape(self, shape: Shape) -> Shape:
        if shape[-len(self.shape) :] != self.shape:
            raise ValueError(
                f"LayerNorm: the input has shape {shape}, whose last axes are not {self.shape}."
            )
        return shape

    def windows(self, shape: Shape):
        return last_axes(shape, len(self.shape))

    def __repr__(self) -> str:
        return written(self, list(self.shape), eps=self.eps)


class GroupNorm(Elementwise):
    """Normalises groups of channels of each image."""

    def __init__(self, num_groups: int, num_channels: int, eps: float = 1e-5) -> None:
        whole_number(num_groups, "GroupNorm: num_groups", 1)
        whole_number(num_channels, "GroupNorm: num_channels", 1)
        if num_channels % num_groups:
            raise ValueError(
                f"GroupNorm: {num_groups} groups do not divide {num_channels} channels."
            )
        self.num_groups, self.eps = num_groups, real_number(eps, "GroupNorm: eps", 0)
        self.arguments = num_groups, num_channels, eps
        self.weight = Parameter((num_channels,), init.constant(1))
        self.bias = Parameter((num_channels,), init.constant(0))

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        numbers = self.weight.data, self.bias.data
        return self.F.group_norm(x, self.num_groups, *numbers, eps=self.eps)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad_x, grad_weight, grad_bias = self.F.group_norm_backward(
            grad_output, self.remembered(), self.num_groups, self.weight.data, eps=self.eps
        )
        self.weight.add_grad(grad_weight)
        self.bias.add_grad(grad_bias)
        return grad_x

    def output_shape(self, shape: Shape) -> Shape:
        self.expect(shape, max(0, len(shape) - 2), self.weight.shape[0])
        return shape

    def windows(self, shape: Shape):
        return (EVERYTHING,)

    def __repr__(self) -> str:
        return written(self, self.num_groups, self.weight.shape[0], eps=self.eps)


class InstanceNorm2d(Elementwise):
    """Normalises each channel of each image (N, C, H, W); no parameters unless ``affine``."""

    def __init__(self, num_features: int, eps: float = 1e-5, *, affine: bool = False) -> None:
        self.num_features = whole_number(num_features, "InstanceNorm2d: num_features", 1)
        self.eps = real_number(eps, "InstanceNorm2d: eps", 0)
        self.arguments = num_features, eps, 0.1, affine
        shape, affine = (num_features,), flag(affine, "InstanceNorm2d: affine")
        self.weight = Parameter(shape, init.constant(1)) if affine else None
        self.bias = Parameter(shape, init.constant(0)) if affine else None

    def forward(self, x: np.ndarray) -> np.ndarray:
        x = array(x, "InstanceNorm2d: x")
        self.expect(x.shape, 2, None if self.weight is None else self.num_features)
        self.remember(x)
        numbers = [None if p is None else p.data for p in (self.weight, self.bias)]
        return self.F.instance_norm(x, *numbers, eps=self.eps)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        weight = None if self.weight is None else self.weight.data
        grad_x, grad_weight, grad_bias = self.F.instance_norm_backward(
            grad_output, self.remembered(), weight, eps=self.eps
        )
        if self.weight is not None:
            self.weight.add_grad(grad_weight)
            self.bias.add_grad(grad_bias)
        return grad_x

    def output_shape(self, shape: Shape) -> Shape:
        self.expect(shape, 2, None if self.weight is None else self.num_features)
        return shape

    def windows(self, shape: Shape):
        return (EVERYTHING,)

    def __repr__(self) -> str:
        affine = self.weight is not None
        return written(self, self.num_features, eps=self.eps, affine=affine)


class LocalResponseNorm(Elementwise):
    """Divides by a power of the squares of neighbouring channels; AlexNet's."""

    def __init__(self, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> None:
        self.size = whole_number(size, "LocalResponseNorm: size", 1, LARGEST)
        given = {"alpha": alpha, "beta": beta, "k": k}
        self.options = {
            key: real_number(value, f"LocalResponseNorm: {key}") for key, value in given.items()
        }
        self.arguments = size, alpha, beta, k

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return self.F.local_response_norm(x, self.size, **self.options)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        backward = self.F.local_response_norm_backward
        return backward(grad_output, self.remembered(), self.size, **self.options)

    def output_shape(self, shape: Shape) -> Shape:
        self.expect(shape, max(1, len(shape) - 2))
        return shape

    def __repr__(self) -> str:
        return written(self, self.size, **self.options)

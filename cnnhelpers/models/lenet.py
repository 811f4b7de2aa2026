"""LeNet: the course's own for 28×28 digits, and LeNet-5 as it was published."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional.arguments import images
from cnnhelpers.functional.windows import pool_windows, windows
from cnnhelpers.nn import Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential, Tanh
from cnnhelpers.shapes import Window


def lenet(num_classes: int = 10) -> Sequential:
    """Return the course's LeNet for 28×28 digits, 1,256,080 parameters. Notebook 13."""
    return Sequential(
        Conv2d(1, 20, 5, padding=2),
        ReLU(),
        MaxPool2d(2),
        Conv2d(20, 50, 5, padding=2),
        ReLU(),
        MaxPool2d(2),
        Flatten(),
        Linear(2450, 500),
        ReLU(),
        Linear(500, num_classes),
    )


class Subsampling(nn.Module):
    """LeNet-5's pooling: the mean of 2×2 pixels, times one weight, plus one bias a channel."""

    def __init__(self, channels: int) -> None:
        self.weight = nn.Parameter((channels,), nn.init.constant(1))
        self.bias = nn.Parameter((channels,), nn.init.constant(0))

    def forward(self, x: np.ndarray) -> np.ndarray:
        x = images(x, "Subsampling", "x", 2)
        if x.shape[1:2] != self.weight.shape:
            raise ValueError(
                f"Subsampling: the input has shape {x.shape}, but the layer reads "
                f"{self.weight.shape[0]} channels."
            )
        self.remember(x)
        mean = self.F.avg_pool2d(x, 2)
        return mean * self.weight.data[:, None, None] + self.bias.data[:, None, None]

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        x = self.remembered()
        self.weight.add_grad((grad_output * self.F.avg_pool2d(x, 2)).sum(axis=(0, 2, 3)))
        self.bias.add_grad(grad_output.sum(axis=(0, 2, 3)))
        scaled = grad_output * self.weight.data[:, None, None]
        return self.F.avg_pool2d_backward(scaled, x, 2)

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        self.expect(shape, 2, self.weight.shape[0])
        place = pool_windows("Subsampling", shape[2:], 2, None, 0)
        return *shape[:2], *place.output

    def macs(self, shape: Sequence[int]) -> int:
        return 0  # as those of other poolings

    def windows(self, shape: Sequence[int]):
        return ((Window(2, 2),) * 2,)

    def __repr__(self) -> str:
        return f"Subsampling({self.weight.shape[0]})"


# LeNet-5's table I: which of the 6 maps each of the 16 maps of C3 reads.
_THREE = [[(first + step) % 6 for step in range(3)] for first in range(6)]
_FOUR = [[(first + step) % 6 for step in range(4)] for first in range(6)]
_APART = [[0, 1, 3, 4], [1, 2, 4, 5], [0, 2, 3, 5]]
C3_TABLE = [*_THREE, *_FOUR, *_APART, list(range(6))]


class PartialConv2d(nn.Module):
    """A 5×5 convolution whose filters read only some input channels each."""

    def __init__(self, table: Sequence[Sequence[int]], in_channels: int) -> None:
        self.in_channels, self.out_channels = in_channels, len(table)
        self.filters = np.repeat(np.arange(len(table)), [len(row) for row in table])
        self.channels = np.concatenate([np.array(row) for row in table])
        draw = nn.init.default(25 * len(self.channels) // len(table))
        self.weight = nn.Parameter((len(self.channels), 5, 5), draw)
        self.bias = nn.Parameter((len(table),), draw)

    def _dense(self) -> np.ndarray:
        weight = np.zeros((self.out_channels, self.in_channels, 5, 5), self.weight.data.dtype)
        weight[self.filters, self.channels] = self.weight.data
        return weight

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.remember(x)
        return self.F.conv2d(x, self._dense(), self.bias.data)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grads = self.F.conv2d_backward(grad_output, self.remembered(), self._dense())
        self.weight.add_grad(grads[1][self.filters, self.channels])
        self.bias.add_grad(grads[2])
        return grads[0]

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        self.expect(shape, 2, self.in_channels)
        place = windows("PartialConv2d", shape[2:], (5, 5))
        return shape[0], self.out_channels, *place.output

    def macs(self, shape: Sequence[int]) -> int:
        return shape[0] * (shape[2] - 4) * (shape[3] - 4) * self.weight.size

    def windows(self, shape: Sequence[int]):
        return ((Window(5),) * 2,)

    def __repr__(self) -> str:
        return f"PartialConv2d({self.in_channels}, {self.out_channels})"


def lenet5_1998() -> Sequential:
    """LeNet-5 for 32×32 images, with the paper's 60,000 trainable parameters before its output.

    Source: LeCun, Bottou, Bengio and Haffner (1998), "Gradient-based learning applied to document
    recognition". Its last layer measures the distance to fixed pictures of the digits; here a dense
    layer of 850 parameters stands in its place, and tanh for the scaled tanh.
    """
    return Sequential(
        {
            "C1": Conv2d(1, 6, 5),
            "tanh1": Tanh(),
            "S2": Subsampling(6),
            "tanh2": Tanh(),
            "C3": PartialConv2d(C3_TABLE, 6),
            "tanh3": Tanh(),
            "S4": Subsampling(16),
            "tanh4": Tanh(),
            "C5": Conv2d(16, 120, 5),
            "tanh5": Tanh(),
            "flatten": Flatten(),
            "F6": Linear(120, 84),
            "tanh6": Tanh(),
            "output": Linear(84, 10),
        }
    )

"""The networks of the course, layer by layer, with their published parameter counts.

AlexNet, VGG and ResNet name their parameters as torchvision does, so its state dicts load.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from . import nn
from .functional import avg_pool2d, avg_pool2d_backward, conv2d, conv2d_backward
from .nn import (
    AdaptiveAvgPool2d,
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    MaxPool2d,
    ReLU,
    Residual,
    Sequential,
    Tanh,
)
from .nn.init import kaiming_normal_, normal_
from .nn.receptive import influence, measured_receptive_field, receptive_field
from .nn.summary import Summary, summary

__all__ = [
    "Summary",
    "alexnet",
    "alexnet_paper",
    "influence",
    "lenet",
    "lenet5_1998",
    "measured_receptive_field",
    "receptive_field",
    "resnet18",
    "resnet34",
    "resnet50",
    "resnet_cifar",
    "summary",
    "vgg11",
    "vgg16",
    "vgg19",
]


# LeNet ------------------------------------------------------------------------------------------


def lenet(num_classes: int = 10) -> Sequential:
    """The course's LeNet for 28×28 digits, 1,256,080 parameters. Notebook 13."""
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
        self.seen = x
        mean = avg_pool2d(x, 2)
        return mean * self.weight.data[:, None, None] + self.bias.data[:, None, None]

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        x = self.remembered()
        self.weight.add_grad((grad_output * avg_pool2d(x, 2)).sum(axis=(0, 2, 3)))
        self.bias.add_grad(grad_output.sum(axis=(0, 2, 3)))
        return avg_pool2d_backward(grad_output * self.weight.data[:, None, None], x, 2)

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        return *shape[:2], shape[2] // 2, shape[3] // 2

    def windows(self, shape: Sequence[int]):
        return nn.AvgPool2d(2).windows(shape)

    def __repr__(self) -> str:
        return f"Subsampling({len(self.weight.shape)})"


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
        self.seen = x
        return conv2d(x, self._dense(), self.bias.data)

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grads = conv2d_backward(grad_output, self.remembered(), self._dense())
        self.weight.add_grad(grads[1][self.filters, self.channels])
        self.bias.add_grad(grads[2])
        return grads[0]

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        return shape[0], self.out_channels, shape[2] - 4, shape[3] - 4

    def macs(self, shape: Sequence[int]) -> int:
        return shape[0] * (shape[2] - 4) * (shape[3] - 4) * self.weight.size

    def windows(self, shape: Sequence[int]):
        return Conv2d(1, 1, 5).windows((1, 1, *shape[2:]))

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


# AlexNet ----------------------------------------------------------------------------------------


def _classifier(features: int, num_classes: int) -> list[nn.Module]:
    return [
        Linear(features, 4096),
        ReLU(),
        Dropout(),
        Linear(4096, 4096),
        ReLU(),
        Dropout(),
        Linear(4096, num_classes),
    ]


def alexnet(num_classes: int = 1000) -> Sequential:
    """torchvision's AlexNet for 3×224×224: 64 first filters, 61,100,840 parameters. Notebook 15.

    Source: Krizhevsky (2014), "One weird trick for parallelizing convolutional neural networks".
    """
    features = Sequential(
        Conv2d(3, 64, 11, stride=4, padding=2),
        ReLU(),
        MaxPool2d(3, 2),
        Conv2d(64, 192, 5, padding=2),
        ReLU(),
        MaxPool2d(3, 2),
        Conv2d(192, 384, 3, padding=1),
        ReLU(),
        Conv2d(384, 256, 3, padding=1),
        ReLU(),
        Conv2d(256, 256, 3, padding=1),
        ReLU(),
        MaxPool2d(3, 2),
    )
    first, *rest = _classifier(256 * 6 * 6, num_classes)
    dense = [Dropout(), first, rest[0], rest[1], *rest[2:4], rest[5]]
    return Sequential(
        {
            "features": features,
            "avgpool": AdaptiveAvgPool2d(6),
            "flatten": Flatten(),
            "classifier": Sequential(*dense),
        }
    )


def alexnet_paper(num_classes: int = 1000) -> Sequential:
    """AlexNet of 2012 for 3×227×227: 96 first filters, two groups, 60,965,224 parameters.

    Source: Krizhevsky, Sutskever and Hinton (2012), "ImageNet classification with deep
    convolutional neural networks". It says 224, with which its sizes do not come out.
    """
    # The paper's alpha is per channel; ours is divided by the number of channels.
    norm = {"alpha": 5e-4, "beta": 0.75, "k": 2.0}
    features = Sequential(
        Conv2d(3, 96, 11, stride=4),
        ReLU(),
        LocalResponseNorm(5, **norm),
        MaxPool2d(3, 2),
        Conv2d(96, 256, 5, padding=2, groups=2),
        ReLU(),
        LocalResponseNorm(5, **norm),
        MaxPool2d(3, 2),
        Conv2d(256, 384, 3, padding=1),
        ReLU(),
        Conv2d(384, 384, 3, padding=1, groups=2),
        ReLU(),
        Conv2d(384, 256, 3, padding=1, groups=2),
        ReLU(),
        MaxPool2d(3, 2),
    )
    dense = Sequential(*_classifier(256 * 6 * 6, num_classes))
    return Sequential({"features": features, "flatten": Flatten(), "classifier": dense})


# VGG --------------------------------------------------------------------------------------------


def _vgg(blocks: Sequence[int], num_classes: int, batch_norm: bool) -> Sequential:
    """Blocks of 3×3 convolutions, each followed by a pooling that halves the size.

    Source: Simonyan and Zisserman (2015), "Very deep convolutional networks for large-scale image
    recognition".
    """
    layers: list[nn.Module] = []
    channels = 3
    for width, count in zip((64, 128, 256, 512, 512), blocks):
        for _ in range(count):
            layers.append(Conv2d(channels, width, 3, padding=1))
            kaiming_normal_(layers[-1].weight)
            layers += [BatchNorm2d(width)] if batch_norm else []
            layers.append(ReLU())
            channels = width
        layers.append(MaxPool2d(2))
    dense = _classifier(512 * 7 * 7, num_classes)
    for layer in dense:
        if isinstance(layer, Linear):
            normal_(layer.weight, 0, 0.01)
    return Sequential(
        {
            "features": Sequential(*layers),
            "avgpool": AdaptiveAvgPool2d(7),
            "flatten": Flatten(),
            "classifier": Sequential(*dense),
        }
    )


def vgg11(num_classes: int = 1000, batch_norm: bool = False) -> Sequential:
    """VGG-11 (A): 8 convolutions and 3 dense layers, 132,863,336 parameters."""
    return _vgg((1, 1, 2, 2, 2), num_classes, batch_norm)


def vgg16(num_classes: int = 1000, batch_norm: bool = False) -> Sequential:
    """VGG-16 (D): 13 convolutions and 3 dense layers, 138,357,544 parameters. Notebook 15."""
    return _vgg((2, 2, 3, 3, 3), num_classes, batch_norm)


def vgg19(num_classes: int = 1000, batch_norm: bool = False) -> Sequential:
    """VGG-19 (E): 16 convolutions and 3 dense layers, 143,667,240 parameters."""
    return _vgg((2, 2, 4, 4, 4), num_classes, batch_norm)


# ResNet -----------------------------------------------------------------------------------------


def _conv(channels: int, width: int, kernel: int, stride: int = 1) -> Conv2d:
    layer = Conv2d(channels, width, kernel, stride, kernel // 2, bias=False)
    kaiming_normal_(layer.weight)
    return layer


def _basic(channels: int, width: int, stride: int) -> Residual:
    """Two 3×3 convolutions."""
    body = {
        "conv1": _conv(channels, width, 3, stride),
        "bn1": BatchNorm2d(width),
        "relu": ReLU(),
        "conv2": _conv(width, width, 3),
        "bn2": BatchNorm2d(width),
    }
    return Residual(Sequential(body), _projection(channels, width, stride), ReLU())


def _bottleneck(channels: int, width: int, stride: int) -> Residual:
    """1×1 down, 3×3, 1×1 up; the stride is at the 3×3, as in torchvision (the paper's: first)."""
    inner = width // 4
    body = {
        "conv1": _conv(channels, inner, 1),
        "bn1": BatchNorm2d(inner),
        "relu1": ReLU(),
        "conv2": _conv(inner, inner, 3, stride),
        "bn2": BatchNorm2d(inner),
        "relu2": ReLU(),
        "conv3": _conv(inner, width, 1),
        "bn3": BatchNorm2d(width),
    }
    return Residual(Sequential(body), _projection(channels, width, stride), ReLU())


def _projection(channels: int, width: int, stride: int) -> Sequential | None:
    """Return the shortcut: x itself where the shapes agree, else a 1×1 convolution."""
    if channels == width and stride == 1:
        return None
    return Sequential(_conv(channels, width, 1, stride), BatchNorm2d(width))


def _resnet(block, counts: Sequence[int], expansion: int, num_classes: int) -> Sequential:
    """Source: He, Zhang, Ren and Sun (2016), "Deep residual learning for image recognition"."""
    layers: dict[str, nn.Module] = {
        "conv1": Conv2d(3, 64, 7, 2, 3, bias=False),
        "bn1": BatchNorm2d(64),
        "relu": ReLU(),
        "maxpool": MaxPool2d(3, 2, 1),
    }
    kaiming_normal_(layers["conv1"].weight)
    channels = 64
    for stage, count in enumerate(counts):
        width, blocks = 64 * 2**stage * expansion, []
        for number in range(count):
            blocks.append(block(channels, width, 2 if stage and not number else 1))
            channels = width
        layers[f"layer{stage + 1}"] = Sequential(*blocks)
    layers["avgpool"], layers["flatten"] = AdaptiveAvgPool2d(1), Flatten()
    layers["fc"] = Linear(channels, num_classes)
    return Sequential(layers)


def resnet18(num_classes: int = 1000) -> Sequential:
    """ResNet-18: 11,689,512 parameters. Notebook 16."""
    return _resnet(_basic, (2, 2, 2, 2), 1, num_classes)


def resnet34(num_classes: int = 1000) -> Sequential:
    """ResNet-34: 21,797,672 parameters."""
    return _resnet(_basic, (3, 4, 6, 3), 1, num_classes)


def resnet50(num_classes: int = 1000) -> Sequential:
    """ResNet-50, of bottleneck blocks: 25,557,032 parameters."""
    return _resnet(_bottleneck, (3, 4, 6, 3), 4, num_classes)


class PaddedShortcut(nn.Module):
    """Every S-th pixel, and channels of zeros for the missing ones; nothing to learn."""

    def __init__(self, channels: int, stride: int) -> None:
        self.channels, self.stride = channels, stride

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.seen = x.shape
        kept = x[:, :, :: self.stride, :: self.stride]
        output = np.zeros((len(x), self.channels, *kept.shape[2:]), x.dtype)
        output[:, : x.shape[1]] = kept
        return output

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad = np.zeros(self.remembered(), grad_output.dtype)
        grad[:, :, :: self.stride, :: self.stride] = grad_output[:, : grad.shape[1]]
        return grad

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        return shape[0], self.channels, *(-(-n // self.stride) for n in shape[2:])

    def windows(self, shape: Sequence[int]):
        return ((nn.module.Window(1, self.stride),) * 2,)

    def __repr__(self) -> str:
        return f"PaddedShortcut({self.channels}, stride={self.stride})"


def resnet_cifar(
    blocks: int = 3, num_classes: int = 10, in_channels: int = 3, *, plain: bool = False
) -> Sequential:
    """The paper's small ResNet of ``6 * blocks + 2`` layers; ResNet-20 (3) has 269,722 parameters.

    Three stages of 16, 32 and 64 channels; shortcuts without parameters. ``plain=True`` leaves the
    shortcuts out: the same layers, for comparison.
    """
    layers: dict[str, nn.Module] = {
        "conv1": _conv(in_channels, 16, 3),
        "bn1": BatchNorm2d(16),
        "relu": ReLU(),
    }
    channels = 16
    for stage, width in enumerate((16, 32, 64)):
        row = []
        for number in range(blocks):
            stride = 2 if stage and not number else 1
            block = _basic(channels, width, stride)
            block.shortcut = None if channels == width else PaddedShortcut(width, stride)
            row.append(Sequential(block.body, block.after) if plain else block)
            channels = width
        layers[f"layer{stage + 1}"] = Sequential(*row)
    layers["avgpool"], layers["flatten"] = AdaptiveAvgPool2d(1), Flatten()
    layers["fc"] = Linear(64, num_classes)
    return Sequential(layers)

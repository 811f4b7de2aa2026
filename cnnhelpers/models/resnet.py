"""ResNet: blocks whose input is added to their output; for photographs, and for small images."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional.arguments import images
from cnnhelpers.nn import (
    AdaptiveAvgPool2d,
    BatchNorm2d,
    Conv2d,
    Flatten,
    Linear,
    MaxPool2d,
    ReLU,
    Residual,
    Sequential,
)
from cnnhelpers.nn.init import kaiming_normal_
from cnnhelpers.shapes import Window


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
        x = images(x, "PaddedShortcut", "x", 2)
        self.output_shape(x.shape)  # refuses more channels than there shall be
        self.remember(x.shape)
        kept = x[:, :, :: self.stride, :: self.stride]
        output = np.zeros((len(x), self.channels, *kept.shape[2:]), x.dtype)
        output[:, : x.shape[1]] = kept
        return output

    def backward(self, grad_output: np.ndarray) -> np.ndarray:
        grad = np.zeros(self.remembered(), grad_output.dtype)
        grad[:, :, :: self.stride, :: self.stride] = grad_output[:, : grad.shape[1]]
        return grad

    def output_shape(self, shape: Sequence[int]) -> tuple[int, ...]:
        self.expect(shape, 2)
        if shape[1] > self.channels:
            raise ValueError(
                f"PaddedShortcut: the input has {shape[1]} channels, more than the "
                f"{self.channels} that it shall have; it only adds channels."
            )
        return shape[0], self.channels, *(-(-n // self.stride) for n in shape[2:])

    def windows(self, shape: Sequence[int]):
        return ((Window(1, self.stride),) * 2,)

    def __repr__(self) -> str:
        return f"PaddedShortcut({self.channels}, stride={self.stride})"


def resnet_cifar(
    blocks: int = 3, num_classes: int = 10, in_channels: int = 3, *, plain: bool = False
) -> Sequential:
    """Return the paper's small ResNet of ``6 * blocks + 2`` layers; with 3, 269,722 parameters.

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

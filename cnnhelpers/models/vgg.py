"""VGG: blocks of 3×3 convolutions."""

from __future__ import annotations

from collections.abc import Sequence

from cnnhelpers import nn
from cnnhelpers.models.alexnet import classifier
from cnnhelpers.nn import (
    AdaptiveAvgPool2d,
    BatchNorm2d,
    Conv2d,
    Flatten,
    Linear,
    MaxPool2d,
    ReLU,
    Sequential,
)
from cnnhelpers.nn.init import kaiming_normal_, normal_


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
    dense = classifier(512 * 7 * 7, num_classes)
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

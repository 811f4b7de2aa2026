"""AlexNet: torchvision's, and the paper's in two groups."""

from __future__ import annotations

from cnnhelpers import nn
from cnnhelpers.nn import (
    AdaptiveAvgPool2d,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    MaxPool2d,
    ReLU,
    Sequential,
)


def classifier(features: int, num_classes: int) -> list[nn.Module]:
    """Return the three dense layers of AlexNet's paper, which VGG has, too."""
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
    dense = Sequential(
        Dropout(),
        Linear(256 * 6 * 6, 4096),
        ReLU(),
        Dropout(),
        Linear(4096, 4096),
        ReLU(),
        Linear(4096, num_classes),
    )
    return Sequential(
        {
            "features": features,
            "avgpool": AdaptiveAvgPool2d(6),
            "flatten": Flatten(),
            "classifier": dense,
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
    dense = Sequential(*classifier(256 * 6 * 6, num_classes))
    return Sequential({"features": features, "flatten": Flatten(), "classifier": dense})

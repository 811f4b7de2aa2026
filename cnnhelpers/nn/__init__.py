"""Layers that own parameters and remember their inputs, containers, and optimisers.

``layer(x)`` runs forward, ``layer.backward(grad_output)`` backward. PyTorch's names and defaults;
``state_dict()`` has the PyTorch twin's names and shapes.
"""

from . import init
from .containers import Residual, Sequential
from .conv import Conv1d, Conv2d, Conv3d, ConvTranspose2d
from .fuse import fuse, fuse_conv_bn
from .init import manual_seed
from .layers import (
    GELU,
    Dropout,
    Flatten,
    Identity,
    LeakyReLU,
    Linear,
    LogSoftmax,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from .module import Module, Parameter
from .norm import (
    BatchNorm1d,
    BatchNorm2d,
    BatchNorm3d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LocalResponseNorm,
)
from .optim import (
    SGD,
    Adam,
    CosineAnnealingLR,
    ExponentialLR,
    MultiStepLR,
    Optimiser,
    Schedule,
    StepLR,
)
from .pool import (
    AdaptiveAvgPool2d,
    AvgPool1d,
    AvgPool2d,
    AvgPool3d,
    MaxPool1d,
    MaxPool2d,
    MaxPool3d,
)

__all__ = [
    "GELU",
    "SGD",
    "Adam",
    "AdaptiveAvgPool2d",
    "AvgPool1d",
    "AvgPool2d",
    "AvgPool3d",
    "BatchNorm1d",
    "BatchNorm2d",
    "BatchNorm3d",
    "Conv1d",
    "Conv2d",
    "Conv3d",
    "ConvTranspose2d",
    "CosineAnnealingLR",
    "Dropout",
    "ExponentialLR",
    "Flatten",
    "GroupNorm",
    "Identity",
    "InstanceNorm2d",
    "LayerNorm",
    "LeakyReLU",
    "Linear",
    "LocalResponseNorm",
    "LogSoftmax",
    "MaxPool1d",
    "MaxPool2d",
    "MaxPool3d",
    "Module",
    "MultiStepLR",
    "Optimiser",
    "Parameter",
    "ReLU",
    "Residual",
    "Schedule",
    "Sequential",
    "Sigmoid",
    "Softmax",
    "StepLR",
    "Tanh",
    "fuse",
    "fuse_conv_bn",
    "init",
    "manual_seed",
]

"""Layers that own parameters and remember their inputs, containers, and optimisers.

``layer(x)`` runs forward, ``layer.backward(grad_output)`` backward. PyTorch's names and defaults;
``state_dict()`` has the PyTorch twin's names and shapes.
"""

from cnnhelpers.nn import init
from cnnhelpers.nn.containers import Residual, Sequential
from cnnhelpers.nn.conv import Conv1d, Conv2d, Conv3d, ConvTranspose2d
from cnnhelpers.nn.fuse import fuse, fuse_conv_bn
from cnnhelpers.nn.init import manual_seed
from cnnhelpers.nn.layers import (
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
from cnnhelpers.nn.module import Module, Parameter
from cnnhelpers.nn.norm import (
    BatchNorm1d,
    BatchNorm2d,
    BatchNorm3d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LocalResponseNorm,
)
from cnnhelpers.nn.optim import (
    SGD,
    Adam,
    CosineAnnealingLR,
    ExponentialLR,
    MultiStepLR,
    Optimiser,
    Schedule,
    StepLR,
)
from cnnhelpers.nn.pool import (
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

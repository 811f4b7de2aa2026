"""The specification: the taught operations as readable loops.

The same arguments, answers and errors as the fast ones in :mod:`cnnhelpers.functional`, many times
slower. Every loop is one that the notebook's formula has, and nothing is computed by a library.
"""

from cnnhelpers.functional.naive.activation import leaky_relu, relu, relu_backward, sigmoid, tanh
from cnnhelpers.functional.naive.conv import (
    conv1d,
    conv2d,
    conv2d_backward,
    conv3d,
    conv_transpose2d,
    unfold,
)
from cnnhelpers.functional.naive.linear import linear, linear_backward
from cnnhelpers.functional.naive.loss import cross_entropy, cross_entropy_backward, softmax
from cnnhelpers.functional.naive.norm import batch_norm, group_norm, instance_norm, layer_norm
from cnnhelpers.functional.naive.pool import (
    avg_pool2d,
    avg_pool2d_backward,
    max_pool2d,
    max_pool2d_backward,
)

__all__ = [
    "avg_pool2d",
    "avg_pool2d_backward",
    "batch_norm",
    "conv1d",
    "conv2d",
    "conv2d_backward",
    "conv3d",
    "conv_transpose2d",
    "cross_entropy",
    "cross_entropy_backward",
    "group_norm",
    "instance_norm",
    "layer_norm",
    "leaky_relu",
    "linear",
    "linear_backward",
    "max_pool2d",
    "max_pool2d_backward",
    "relu",
    "relu_backward",
    "sigmoid",
    "softmax",
    "tanh",
    "unfold",
]

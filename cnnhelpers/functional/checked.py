"""The arguments of an operation, checked together: one frozen value for each family.

The fast operations and the readable loops check in the same way and say the same sentences; what
one argument must be stands in :mod:`cnnhelpers.functional.arguments`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from cnnhelpers.functional.arguments import (
    Size,
    affordable,
    array,
    choice,
    class_numbers,
    flag,
    floating,
    images,
    one_each,
    per_channel,
    plain,
    ready,
    real_number,
    working_dtypes,
)
from cnnhelpers.functional.windows import Windows, pool_windows, transposed_windows, windows
from cnnhelpers.shapes import check_groups, per_axis, times, whole_number


class Convolution(NamedTuple):
    """The arguments of one convolution, checked: arrays ready to compute with, and geometry."""

    x: np.ndarray
    weight: np.ndarray
    bias: np.ndarray | None
    windows: Windows
    groups: int
    dtype: np.dtype  # of the answer; the arrays have the dtype to compute in


def convolution(
    function: str,
    axes: int,
    x: object,
    weight: object,
    bias: object | None,
    stride: Size,
    padding: Size | str,
    dilation: Size,
    groups: int,
    *,
    gradient: bool = False,
) -> Convolution:
    """Check the arguments of a convolution over ``axes`` spatial axes.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x, weight = images(x, function, "x", axes), array(weight, f"{function}: weight")
    if weight.ndim != axes + 2:
        layout = {1: "K", 2: "K_H, K_W", 3: "K_D, K_H, K_W"}[axes]
        raise ValueError(
            f"{function}: weight must have {axes + 2} axes (C_out, C_in / groups, {layout}), "
            f"not shape {weight.shape}; a single kernel is weight[None, None]."
        )
    groups = whole_number(groups, f"{function}: groups", 1)
    channels, (filters, depth) = x.shape[1], weight.shape[:2]
    if not filters:
        raise ValueError(f"{function}: weight {weight.shape} has no filter; pass at least one.")
    check_groups(groups, channels, filters, f"{function}: ")
    if channels != depth * groups:
        raise ValueError(
            f"{function}: x has {channels} channels, but weight {weight.shape} with "
            f"groups={groups} reads {depth * groups}; x.shape[1] must equal "
            "weight.shape[1] * groups."
        )
    if bias is not None:
        bias = one_each(function, "bias", bias, filters, "output channels")
    if not all(weight.shape[2:]):
        raise ValueError(f"{function}: kernel {times(weight.shape[2:])} is empty; use at least 1.")
    place = windows(function, x.shape[2:], weight.shape[2:], stride, padding, dilation)
    affordable(function, "the padded input", (*x.shape[:2], *place.padded))
    affordable(function, "the output", (len(x), filters, *place.output))
    dtype, working = (floating if gradient else working_dtypes)(x, weight, bias)
    bias = None if bias is None else ready(bias, working)
    arrays = ready(x, working), ready(weight, working), bias
    return Convolution(*arrays, place.tight(), groups, dtype)


def transposed(
    function: str,
    x: object,
    weight: object,
    bias: object | None,
    stride: Size,
    padding: Size,
    output_padding: Size,
    groups: int,
    dilation: Size,
    *,
    gradient: bool = False,
) -> Convolution:
    """Check the arguments of a transposed convolution over images.

    Its windows are those of the convolution whose input's gradient it is, so that
    ``windows.output`` is the size of x.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x, weight = images(x, function, "x", 2), array(weight, f"{function}: weight")
    groups = whole_number(groups, f"{function}: groups", 1)
    if weight.ndim != 4 or not all(weight.shape):
        raise ValueError(
            f"{function}: weight must have 4 axes (C_in, C_out / groups, K_H, K_W), none empty, "
            f"not shape {weight.shape}."
        )
    if x.shape[1] != len(weight) or x.shape[1] % groups:
        raise ValueError(
            f"{function}: x has {x.shape[1]} channels and weight {weight.shape} reads "
            f"{len(weight)} in {groups} groups; the two must be equal and the groups divide them."
        )
    if bias is not None:
        channels = weight.shape[1] * groups
        bias = one_each(function, "bias", bias, channels, "output channels")
    options = stride, padding, output_padding, dilation
    place = transposed_windows(function, x.shape[2:], weight.shape[2:], *options)
    affordable(function, "the output", (len(x), weight.shape[1] * groups, *place.input))
    affordable(function, "the padded output", place.padded)
    dtype, working = (floating if gradient else working_dtypes)(x, weight, bias)
    bias = None if bias is None else ready(bias, working)
    arrays = ready(x, working), ready(weight, working), bias
    return Convolution(*arrays, place.tight(), groups, dtype)


class Pooling(NamedTuple):
    """The arguments of a pooling, checked: the images, and the windows over them."""

    x: np.ndarray
    windows: Windows
    dtype: np.dtype  # of gradients and means; the dtype to compute them in follows
    working: np.dtype

    @property
    def output(self) -> tuple[int, ...]:
        """Shape of the output, (N, C, ...)."""
        return (*self.x.shape[:2], *self.windows.output)


def pooling(
    function: str,
    axes: int,
    x: object,
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    dilation: Size,
    ceil_mode: bool,
) -> Pooling:
    """Check the arguments of a pooling over ``axes`` spatial axes.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x = images(x, function, "x", axes)
    size = x.shape[2:]
    place = pool_windows(function, size, kernel_size, stride, padding, dilation, ceil_mode)
    affordable(function, "the padded input", (*x.shape[:2], *place.seeing().padded))
    affordable(function, "the output", (*x.shape[:2], *place.output))
    return Pooling(x, place, *floating(x))


class Dense(NamedTuple):
    """The arguments of a dense layer, checked: arrays ready to compute with."""

    x: np.ndarray
    weight: np.ndarray
    bias: np.ndarray | None
    dtype: np.dtype  # of the answer


def dense(
    function: str, x: object, weight: object, bias: object | None, *, gradient: bool = False
) -> Dense:
    """Check the arguments of a dense layer.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x, weight = array(x, f"{function}: x"), array(weight, f"{function}: weight")
    if weight.ndim != 2:
        raise ValueError(
            f"{function}: weight must have 2 axes (out_features, in_features), "
            f"not shape {weight.shape}."
        )
    if x.ndim < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(
            f"{function}: x has shape {x.shape}, but weight {weight.shape} reads "
            f"{weight.shape[1]} features along the last axis; flatten or reshape x."
        )
    if bias is not None:
        bias = one_each(function, "bias", bias, len(weight), "output features")
    dtype, working = (floating if gradient else working_dtypes)(x, weight, bias)
    bias = None if bias is None else ready(bias, working)
    return Dense(ready(x, working), ready(weight, working), bias, dtype)


class Loss(NamedTuple):
    """The arguments of a loss over classes, checked: arrays ready to compute with."""

    logits: np.ndarray
    labels: np.ndarray
    reduction: str
    smoothing: float
    dtype: np.dtype  # of the answer


def loss(
    function: str, logits: object, labels: object, reduction: str, label_smoothing: float
) -> Loss:
    """Check the arguments of a loss over classes.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    logits, labels = array(logits, f"{function}: logits"), plain(labels, f"{function}: labels")
    if logits.ndim != 2 or not logits.shape[1]:
        raise ValueError(
            f"{function}: logits must have 2 axes (N, classes), not shape {logits.shape}."
        )
    class_numbers(labels, f"{function}: labels")
    if labels.shape != logits.shape[:1]:
        raise ValueError(
            f"{function}: labels have shape {labels.shape}, but logits {logits.shape} need one "
            f"label for each of {len(logits)} images."
        )
    if labels.size and not 0 <= labels.min() <= labels.max() < logits.shape[1]:
        raise ValueError(
            f"{function}: labels go from {labels.min()} to {labels.max()}, but the classes from 0 "
            f"to {logits.shape[1] - 1}; check the number of outputs."
        )
    choice(reduction, f"{function}: reduction", "mean", "sum", "none")
    dtype, working = floating(logits)
    smoothing = real_number(label_smoothing, f"{function}: label_smoothing", 0, 1)
    logits, labels = logits.astype(working, copy=False), labels.astype(np.intp)
    return Loss(logits, labels, reduction, smoothing, dtype)


def loss_upstream(function: str, grad_output: object, given: Loss) -> np.ndarray:
    """Return the upstream gradient: one number, or one for each image where nothing was added."""
    upstream = array(grad_output, f"{function}: grad_output")
    if upstream.shape not in ((), given.labels.shape[: given.reduction == "none"]):
        raise ValueError(
            f"{function}: grad_output has shape {upstream.shape}; pass one number, or with "
            f"reduction='none' one for each of the {len(given.labels)} images."
        )
    return upstream


class Layer(NamedTuple):
    """The arguments of a layer norm, checked."""

    x: np.ndarray
    shape: tuple[int, ...]  # of the last axes, over which it is normalised
    weight: np.ndarray | None
    bias: np.ndarray | None
    eps: float


def layer_norm(
    function: str,
    x: object,
    normalized_shape: int | Sequence[int],
    weight: object | None,
    bias: object | None,
    eps: float,
) -> Layer:
    """Check the arguments of a layer norm.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x = array(x, f"{function}: x")
    if not isinstance(normalized_shape, Sequence):
        normalized_shape = (normalized_shape,)
    shape = per_axis(normalized_shape, len(normalized_shape), f"{function}: normalized_shape", 0)
    if not shape or x.shape[-len(shape) :] != shape:
        raise ValueError(
            f"{function}: x has shape {x.shape}, whose last axes are not {shape}; "
            "normalized_shape must be the sizes of the last axes."
        )
    given = []
    for name, value in (("weight", weight), ("bias", bias)):
        value = None if value is None else array(value, f"{function}: {name}")
        if value is not None and value.shape != shape:
            raise ValueError(
                f"{function}: {name} has shape {value.shape}, but x is normalised over {shape}; "
                "pass one number for each position there."
            )
        given.append(value)
    return Layer(x, shape, *given, real_number(eps, f"{function}: eps", 0))


class Batch(NamedTuple):
    """The arguments of a batch norm, checked; no mean and variance: the batch's own."""

    x: np.ndarray  # (N, C, pixels)
    mean: np.ndarray | None
    var: np.ndarray | None
    weight: np.ndarray
    bias: np.ndarray
    eps: float
    shape: tuple[int, ...]  # of x as it was given
    dtype: np.dtype  # of the answer; the arrays have the dtype to compute in


def batch_norm(
    function: str,
    x: object,
    running_mean: object | None,
    running_var: object | None,
    weight: object | None,
    bias: object | None,
    training: bool,
    eps: float,
) -> Batch:
    """Check the arguments of a batch norm.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x, eps = array(x, f"{function}: x"), real_number(eps, f"{function}: eps", 0)
    if x.ndim < 2:
        raise ValueError(f"{function}: x must have axes (N, C, ...), not shape {x.shape}.")
    channels, (dtype, working) = x.shape[1], floating(x)
    mean = per_channel(function, "running_mean", running_mean, channels, 0, working)
    var = per_channel(function, "running_var", running_var, channels, 1, working)
    weight = per_channel(function, "weight", weight, channels, 1, working)
    bias = per_channel(function, "bias", bias, channels, 0, working)
    rows = ready(x, working).reshape(len(x), channels, math.prod(x.shape[2:]))
    if flag(training, f"{function}: training"):
        if len(rows) * rows.shape[2] == 1:
            raise ValueError(
                f"{function}: in training each channel needs more than one number, but x has shape "
                f"{x.shape}; use a larger batch or larger images, or leave a last batch of one out "
                "(fit: drop_last=True)."
            )
        return Batch(rows, None, None, weight, bias, eps, x.shape, dtype)
    if running_mean is None or running_var is None:
        raise ValueError(
            f"{function}: evaluation needs running_mean and running_var; "
            "pass them, or training=True."
        )
    return Batch(rows, mean, var, weight, bias, eps, x.shape, dtype)


def changeable(function: str, **running: np.ndarray | None) -> None:
    """Refuse running statistics that training could not change in place.

    Raises:
        TypeError: they are no arrays of real numbers.
        ValueError: they are read-only.
    """
    for name, value in running.items():
        if value is None:
            continue
        if not isinstance(value, np.ndarray) or value.dtype.kind != "f":
            raise TypeError(
                f"{function}: {name} is changed in training and must be an array of real numbers."
            )
        if not value.flags.writeable:
            raise ValueError(
                f"{function}: {name} is changed in training, but it is read-only; pass a copy."
            )


class Groups(NamedTuple):
    """The arguments of a group norm, checked."""

    x: np.ndarray
    groups: int
    weight: np.ndarray
    bias: np.ndarray
    eps: float
    dtype: np.dtype  # of the answer; the arrays have the dtype to compute in


def group_norm(
    function: str,
    x: object,
    num_groups: int | None,
    weight: object | None,
    bias: object | None,
    eps: float,
) -> Groups:
    """Check the arguments of a group norm, or with None for the groups of an instance norm.

    Raises:
        TypeError, ValueError: one sentence that says what was wrong and what to try.
    """
    x = array(x, f"{function}: x")
    groups = None if num_groups is None else whole_number(num_groups, f"{function}: num_groups", 1)
    if x.ndim < (3 if groups is None else 2):
        raise ValueError(f"{function}: x must have axes (N, C, ...), not shape {x.shape}.")
    groups = x.shape[1] if groups is None else groups
    if groups and x.shape[1] % groups:
        raise ValueError(
            f"{function}: {groups} groups do not divide {x.shape[1]} channels; "
            "use a number of groups that does."
        )
    alone = len(x) * groups if num_groups is None else groups  # PyTorch's rules, which differ
    if x.size and x.size == alone:
        raise ValueError(
            f"{function}: each mean would be of a single number, shape {x.shape} in {groups} "
            "groups; use fewer groups or larger images."
        )
    dtype, working = floating(x)
    weight = per_channel(function, "weight", weight, x.shape[1], 1, working)
    bias = per_channel(function, "bias", bias, x.shape[1], 0, working)
    eps = real_number(eps, f"{function}: eps", 0)
    return Groups(ready(x, working), groups, weight, bias, eps, dtype)

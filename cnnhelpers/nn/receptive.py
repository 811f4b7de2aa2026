"""What one output of a network sees: computed from the layers, and measured by its gradient.

Notebook 06. Source of the formulas: Araujo, Norris and Sim (2019), "Computing receptive fields of
convolutional neural networks"; of the map of influence: Luo et al. (2016), "Understanding the
effective receptive field in deep convolutional neural networks".
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np

from cnnhelpers.functional.arguments import affordable
from cnnhelpers.functional.checked import pooling
from cnnhelpers.nn.containers import Residual, Sequential
from cnnhelpers.nn.init import fans
from cnnhelpers.nn.module import (
    EVERYTHING,
    Module,
    NoReceptiveFieldError,
    NotSaidError,
    Parts,
    Shape,
    Step,
    checked_module,
)
from cnnhelpers.nn.trial import INPUT, UNKNOWN, Trial, trial
from cnnhelpers.shapes import ReceptiveField, Window, effective_kernel_size, per_axis, whole_number


class UnevenField(ReceptiveField):
    """Fields that differ, as those of adaptive pooling where the sizes do not divide.

    ``size`` is that of the widest; ``of(position)`` knows each.
    """

    spans: tuple[tuple[int, int], ...]

    def __new__(cls, spans: Sequence[tuple[int, int]]) -> UnevenField:
        field = super().__new__(cls, max(last - first + 1 for first, last in spans), 0, spans[0][0])
        field.spans = tuple(spans)
        return field

    @property
    def jump(self) -> int:
        raise NoReceptiveFieldError(
            "These fields are not equally far apart; use .of(position) for each."
        )

    def of(self, position: int) -> tuple[int, int]:
        return self.spans[position]

    def __repr__(self) -> str:
        return f"UnevenField(size={self.size}, spans={self.spans})"


class Axis(NamedTuple):
    """How far the computation has come along one axis of the input."""

    field: ReceptiveField
    count: int  # positions of the map that the field belongs to
    size: int  # pixels of the input


def start(shape: Shape) -> tuple[Axis, ...]:
    """Return the fields of the input (N, C, ...) itself: each pixel sees itself."""
    return tuple(Axis(ReceptiveField(1, 1, 0), size, size) for size in shape[2:])


def through(module: Module, shape: Shape, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Return the fields after ``module``, which reads a map of ``shape`` with fields ``axes``."""
    if isinstance(module, Sequential):
        for layer in module:
            axes, shape = through(layer, shape, axes), layer.output_shape(shape)
        return axes
    if isinstance(module, Residual):
        axes = through_sum(module, shape, axes)
        if module.after is None:
            return axes
        return through(module.after, module.sum_shape(shape), axes)
    try:
        steps = module.windows(shape)
    except NotSaidError:
        if not any(True for _ in module.named_children()):
            raise
        return _through_calls(module, shape, axes)
    output = module.output_shape(shape)
    counts = output[2:] if len(output) == len(axes) + 2 else [axis.count for axis in axes]
    for step in steps:
        if step is EVERYTHING:
            axes = tuple(_whole(axis) for axis in axes)
        else:
            axes = tuple(_behind(*one) for one in zip(axes, step, counts))
    return tuple(axis._replace(count=count) for axis, count in zip(axes, counts))


def through_sum(module: Residual, shape: Shape, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Return the fields of the sum of a block's two ways, before what comes after it."""
    module.sum_shape(shape)  # refuses ways that do not fit together
    body = through(module.body, shape, axes)
    kept = axes if module.shortcut is None else through(module.shortcut, shape, axes)
    return tuple(_union(*pair) for pair in zip(body, kept))


def _through_calls(module: Module, shape: Shape, axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Return the fields after a module of layers that call each other in a row."""
    tried = trial(module, shape)
    fields = called_fields(tried, axes)
    if tried.source == UNKNOWN or fields[tried.source] is None:
        raise NotSaidError(
            f"receptive_field: {type(module).__name__} joins its layers in a way that cannot be "
            "followed; build it of Sequential and Residual, write a method windows(self, shape), "
            "or use measured_receptive_field."
        )
    return fields[tried.source]


def called_fields(
    tried: Trial, axes: tuple[Axis, ...] | None
) -> dict[int, tuple[Axis, ...] | None]:
    """Return the fields after each call of a trial, None where they cannot be followed."""
    fields: dict[int, tuple[Axis, ...] | None] = {INPUT: axes, UNKNOWN: None}
    for number, call in enumerate(tried.calls):
        before = fields[call.source]
        fields[number] = None if before is None else through(call.layer, call.shape, before)
    return fields


def _behind(axis: Axis, step: Step, count: int) -> Axis:
    """Return the fields of ``count`` windows over neighbouring fields."""
    if isinstance(step, Parts):
        n, parts = axis.count, step.count
        ends = [(i * n // parts, -(-(i + 1) * n // parts) - 1) for i in range(parts)]
        return axis._replace(field=_regular([_from_to(axis, *end) for end in ends], axis))
    if not step.stride:
        return _whole(axis)
    if isinstance(axis.field, UnevenField):
        return axis._replace(field=UnevenField(_spans_behind(axis, step, count)))
    size, jump, first = axis.field
    span = effective_kernel_size(step.kernel_size, step.dilation)
    field = ReceptiveField(
        size + (span - 1) * jump, jump * step.stride, first - step.padding * jump
    )
    return axis._replace(field=field)


def _from_to(axis: Axis, first: int, last: int) -> tuple[int, int]:
    """Return what the positions from ``first`` to ``last`` see together."""
    return axis.field.of(first)[0], axis.field.of(last)[1]


def _regular(spans: list[tuple[int, int]], axis: Axis) -> ReceptiveField:
    """Return equal fields, equally far apart, by their rule; others one by one."""
    sizes = {last - first + 1 for first, last in spans}
    if len(spans) == 1 and not isinstance(axis.field, UnevenField):
        return ReceptiveField(*sizes, axis.field.jump * axis.count, spans[0][0])
    jumps = {other[0] - one[0] for one, other in zip(spans, spans[1:])}
    if len(sizes) == len(jumps) == 1:
        return ReceptiveField(*sizes, *jumps, spans[0][0])
    return UnevenField(spans)


def _spans_behind(axis: Axis, window: Window, count: int) -> list[tuple[int, int]]:
    """Return what ``count`` windows over uneven fields see; padding sees nothing."""
    spans = []
    for i in range(count):
        taps = range(window.kernel_size)
        at = [i * window.stride - window.padding + tap * window.dilation for tap in taps]
        seen = [axis.field.of(position) for position in at if 0 <= position < axis.count]
        first = min((low for low, _ in seen), default=0)
        spans.append((first, max((high for _, high in seen), default=first - 1)))
    return spans


def _whole(axis: Axis) -> Axis:
    """Return the field of an output that reads every position: all fields, inside the image."""
    spans = [axis.field.of(position) for position in (0, axis.count - 1)]
    if isinstance(axis.field, UnevenField):
        spans = list(axis.field.spans)
    first = max(0, min(low for low, _ in spans))
    last = min(axis.size - 1, max(high for _, high in spans))
    return axis._replace(field=ReceptiveField(last - first + 1, 0, first))


def _union(one: Axis, other: Axis) -> Axis:
    """Return the field of a sum: from the first pixel that either way sees to the last."""
    fields = one.field, other.field
    if (
        any(isinstance(field, UnevenField) for field in fields)
        or len({field.jump for field in fields} - {0}) > 1
    ):
        pairs = [(one.field.of(i), other.field.of(i)) for i in range(one.count)]
        spans = [(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs]
        return one._replace(field=_regular(spans, one))
    if 0 in (one.field.jump, other.field.jump):  # one way sees everything there is to see
        return max(one, other, key=lambda axis: axis.field.jump == 0)
    first = min(one.field.start, other.field.start)
    last = max(one.field.of(0)[1], other.field.of(0)[1])
    return one._replace(field=ReceptiveField(last - first + 1, one.field.jump, first))


def receptive_field(model: Module, input_size: Sequence[int]) -> tuple[ReceptiveField, ...]:
    """Return what the outputs of ``model`` see, one field an axis of the input (N, C, ...).

    Counted are kernels, stride, padding, dilation, and both ways of a skip connection. A field may
    begin in the padding; that of a dense layer is cut to the image. Batch norm is taken as in
    evaluation; the norms that take their mean over the image make each output see all of it.

    Raises:
        TypeError: the model is no module.
        ValueError: the layers do not fit the input, or a skip connection the layers around it.
        NoReceptiveFieldError: a layer, such as a transposed convolution, has no regular field.
    """
    model, shape = checked_module(model, "receptive_field: model"), batch_shape(input_size)
    return tuple(axis.field for axis in through(model, shape, start(shape)))


def batch_shape(input_size: Sequence[int]) -> Shape:
    """Return the shape of a batch as whole numbers, or say what is wrong with it."""
    whole = isinstance(input_size, Sequence) and not isinstance(input_size, str)
    if not whole or len(input_size) < 2:
        raise ValueError(
            f"input_size must be the shape of a batch, such as (1, 3, 224, 224), not {input_size}."
        )
    return per_axis(input_size, len(input_size), "input_size", 1)


# Measured ---------------------------------------------------------------------------------------


def _passed(grad_output: np.ndarray, x: np.ndarray, *_: object, **__: object) -> np.ndarray:
    return grad_output


def _spread(
    axes: int, grad_output, x, kernel_size, *, stride=None, padding=0, dilation=1, ceil_mode=False
) -> np.ndarray:
    """Return a gradient of max-pooling that reaches every pixel of a window."""
    options = kernel_size, stride, padding, dilation, ceil_mode
    place = pooling("spread", axes, x, *options).windows.seeing()
    grad = np.zeros((*x.shape[:2], *place.padded), grad_output.dtype)
    for into in place.taps(grad):
        into += grad_output
    return place.inside(grad)


# Operations whose gradient goes every way it could go, not only the one of today's input.
OPEN = SimpleNamespace(
    relu_backward=_passed,
    leaky_relu_backward=_passed,
    gelu_backward=_passed,
    sigmoid_backward=_passed,
    tanh_backward=_passed,
    local_response_norm_backward=_passed,
    max_pool1d_backward=partial(_spread, 1),
    max_pool2d_backward=partial(_spread, 2),
    max_pool3d_backward=partial(_spread, 3),
)


def influence(
    model: Module,
    input_size: Sequence[int],
    position: Sequence[int] | None = None,
    *,
    samples: int = 0,
    seed: int = 0,
) -> np.ndarray:
    """Return how much each input pixel moves the output at ``position`` (default: the middle).

    ``samples=0`` asks what *could* move it: on a copy of the model, weights are made positive,
    and activations and max-pooling let every gradient through, so that no path is closed and
    none cancels another. ``samples=20`` asks what *does*: the mean of the gradient's magnitude
    over 20 random inputs, for the model as it is, in evaluation mode: the effective field.

    Returns:
        An array of the input's spatial shape, summed over channels.

    Raises:
        TypeError: the model is no module.
        ValueError: the position is not one of the output's.
    """
    model = checked_module(model, "influence: model")
    shape = (1, *batch_shape(input_size)[1:])
    samples = whole_number(samples, "influence: samples", 0)
    affordable("influence", "the input", shape)
    rng = np.random.default_rng(whole_number(seed, "influence: seed", 0))
    model = copy.deepcopy(model).eval().astype(np.float64)
    if not samples:
        model.use(OPEN)
        for parameter in model.parameters():
            fan_in = fans(parameter.shape)[0] if len(parameter.shape) > 1 else 1
            parameter.data = rng.uniform(0.5, 1.5, parameter.shape) / max(1, fan_in)
    total = np.zeros(shape[2:])
    for _ in range(max(1, samples)):
        output = model(rng.standard_normal(shape))
        grad = np.zeros(output.shape)
        grad[(0, slice(None), *_position(position, output.shape[2:]))] = 1
        total += np.abs(model.backward(grad)[0]).sum(axis=0)
    return total / max(1, samples)


def _position(position: Sequence[int] | None, sizes: Shape) -> tuple[int, ...]:
    if position is None:
        return tuple(size // 2 for size in sizes)
    place = per_axis(position, len(sizes), "influence: position", 0)
    if any(at >= size for at, size in zip(place, sizes)):
        raise ValueError(
            f"influence: position {place} lies outside the output of size {tuple(sizes)}; "
            "positions count from 0."
        )
    return place


def measured_receptive_field(
    model: Module, input_size: Sequence[int], position: Sequence[int] | None = None
) -> tuple[tuple[int, int], ...]:
    """Return first and last pixel along each axis that can move the output at ``position``.

    Measured by :func:`influence`, so it knows nothing of formulas; padding does not count.
    """
    seen = influence(model, input_size, position) > 0
    pixels = np.argwhere(seen)
    if not len(pixels):
        return tuple((0, -1) for _ in seen.shape)
    return tuple((int(low), int(high)) for low, high in zip(pixels.min(0), pixels.max(0)))

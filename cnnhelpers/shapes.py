"""Sizes and costs of layers, in whole numbers: output sizes, receptive fields, parameters, MACs.

Pure Python. Every formula here is derived in a notebook: sizes in 03, costs in 04 and 05,
receptive fields in 06. Sizes are in pixels along one axis; padding is per side, as in PyTorch;
dilation 1 means no gaps; a MAC is one multiplication with its addition.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LISTED = 10_000_000  # positions that are listed one by one


def shown(value: object) -> str:
    """Return a value as a sentence names it, ``1.5 (float)``; what is long, by its type alone."""
    text, kind = repr(value), type(value).__name__
    return f"{text} ({kind})" if len(text) <= 60 and "\n" not in text else f"of type {kind}"


def times(sizes: Sequence[int]) -> str:
    """Return sizes as they are read aloud: ``(3, 5)`` is ``"3×5"``."""
    return "×".join(str(size) for size in sizes)


def whole_number(
    value: object, name: str, minimum: int | None = None, maximum: int | None = None
) -> int:
    """Return ``value`` as an ``int``, or say in one sentence why it is not a usable one.

    Raises:
        TypeError: it is not a whole number (2.0, "2", None and True are not).
        ValueError: it is smaller than ``minimum`` or larger than ``maximum``.
    """
    if isinstance(value, bool):
        raise TypeError(f"{name} must be a whole number, not {value}; write 1 or 0.")
    try:
        number = operator.index(value)  # accepts int and NumPy integers, refuses floats
    except TypeError:
        raise TypeError(
            f"{name} must be a whole number, not {shown(value)}; use an int such as 1 or 3."
        ) from None
    if minimum is not None and number < minimum:
        raise ValueError(f"{name} must be at least {minimum}, not {number}.")
    if maximum is not None and number > maximum:
        raise ValueError(f"{name} must be at most {maximum:,}, not a larger number.")
    return number


def per_axis(value: object, axes: int, name: str, minimum: int | None = None) -> tuple[int, ...]:
    """Return one whole number per axis from a single one (``3``) or one for each (``(3, 2)``).

    Raises:
        TypeError: an entry is not a whole number.
        ValueError: the number of entries is not ``axes``, or an entry is below ``minimum``.
    """
    if isinstance(value, Sequence) and not isinstance(value, str):
        if len(value) != axes:
            raise ValueError(
                f"{name} has {len(value)} entries, but there {'is' if axes == 1 else 'are'} {axes} "
                f"{'axis' if axes == 1 else 'axes'}; give one number, or one for each axis."
            )
        return tuple(whole_number(entry, name, minimum) for entry in value)
    return (whole_number(value, name, minimum),) * axes


def effective_kernel_size(kernel_size: int, dilation: int = 1) -> int:
    """Return how many pixels a dilated kernel spans: ``dilation * (kernel_size - 1) + 1``.

    Source: notebook 03; Yu and Koltun (2016), "Multi-scale context aggregation by dilated
    convolutions".
    """
    kernel_size = whole_number(kernel_size, "kernel_size", 1)
    dilation = whole_number(dilation, "dilation", 1)
    return dilation * (kernel_size - 1) + 1


def output_size(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Return how many windows fit along one axis.

    ``floor((size + 2 * padding - effective) / stride) + 1`` with
    ``effective = dilation * (kernel_size - 1) + 1``. Source: notebook 03; the floor and the
    padding per side are PyTorch's conventions.

    Raises:
        TypeError: an argument is not a whole number.
        ValueError: an argument is out of range, or the kernel spans more than the padded input.
    """
    size = whole_number(size, "size", 1)
    padding = whole_number(padding, "padding", 0)
    stride = whole_number(stride, "stride", 1)
    span = effective_kernel_size(kernel_size, dilation)
    padded = size + 2 * padding
    if span > padded:
        needed = -(-(span - size) // 2)  # rounded up: padding comes in pairs
        raise ValueError(
            f"A kernel that spans {span} pixels does not fit into the padded input of {padded}; "
            f"use a smaller kernel or dilation, or a padding of at least {needed}."
        )
    return (padded - span) // stride + 1


def same_padding(kernel_size: int, dilation: int = 1) -> int:
    """Return the padding per side that keeps the size at stride 1: ``dilation * (K - 1) / 2``.

    Raises:
        ValueError: the kernel spans an even number of pixels, so no equal padding keeps the size.
    """
    span = effective_kernel_size(kernel_size, dilation)
    if span % 2 == 0:
        raise ValueError(
            f"A kernel that spans {span} pixels has no same padding: the size changes by an odd "
            "number, which two equal sides cannot make up; use an odd kernel size."
        )
    return (span - 1) // 2


def read_positions(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> list[list[int]]:
    """Return for each output position the positions its window reads, from 0 in the *input*.

    Positions below 0 or from ``size`` on are padding. Shape: (output size, kernel size).
    """
    count = output_size(size, kernel_size, stride, padding, dilation)
    if count * kernel_size > LISTED or size > LISTED:
        raise ValueError(
            f"read_positions: these are more than {LISTED:,} positions; use a smaller size."
        )
    return [
        [window * stride - padding + tap * dilation for tap in range(kernel_size)]
        for window in range(count)
    ]


def unread_positions(
    size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> list[int]:
    """Return the input positions that no window reads, in order.

    They lie at the end, where the floor drops an incomplete step, and between the taps when the
    stride or the dilation leaves gaps.
    """
    windows = read_positions(size, kernel_size, stride, padding, dilation)
    read = {position for window in windows for position in window}
    return [position for position in range(size) if position not in read]


# Costs ------------------------------------------------------------------------------------------


def check_groups(groups: int, in_channels: int, out_channels: int, where: str = "") -> None:
    """Refuse groups that do not divide both numbers of channels; ``where`` opens the sentence.

    Raises:
        ValueError: they do not.
    """
    if in_channels % groups or out_channels % groups:
        raise ValueError(
            f"{where}{groups} groups do not divide {in_channels} input and {out_channels} output "
            "channels; use a number of groups that divides both."
        )


def linear_parameters(in_features: int, out_features: int, bias: bool = True) -> int:
    """Return the parameters of a dense layer: one weight a connection, one bias an output."""
    in_features = whole_number(in_features, "in_features", 1)
    out_features = whole_number(out_features, "out_features", 1)
    return in_features * out_features + (out_features if bias else 0)


def conv_parameters(
    in_channels: int,
    out_channels: int,
    kernel_size: int | Sequence[int],
    groups: int = 1,
    bias: bool = True,
) -> int:
    """Return the parameters of a convolution; a single kernel size means a square (2-D) kernel.

    Raises:
        ValueError: ``groups`` does not divide both channel counts.
    """
    in_channels = whole_number(in_channels, "in_channels", 1)
    out_channels = whole_number(out_channels, "out_channels", 1)
    groups = whole_number(groups, "groups", 1)
    check_groups(groups, in_channels, out_channels)
    axes = len(kernel_size) if isinstance(kernel_size, Sequence) else 2
    taps = math.prod(per_axis(kernel_size, axes, "kernel_size", 1))
    weights = out_channels * (in_channels // groups) * taps
    return weights + (out_channels if bias else 0)


def conv_macs(
    in_channels: int,
    out_channels: int,
    kernel_size: int | Sequence[int],
    output_size: Sequence[int],
    groups: int = 1,
) -> int:
    """Return the multiply-adds of a convolution for one image: output pixels times weights.

    ``output_size`` is the size of the output map along each axis, ``(H_out, W_out)`` in 2-D. The
    bias is not counted.

    Raises:
        TypeError: ``output_size`` has not one whole number for each axis.
        ValueError: ``groups`` does not divide both channel counts, or an argument is out of range.
    """
    if not isinstance(output_size, Sequence) or isinstance(output_size, str):
        raise TypeError(
            "output_size must have one number for each axis, such as (28, 28), not "
            f"{shown(output_size)}."
        )
    sizes = per_axis(output_size, len(output_size), "output_size", 1)
    kernel = per_axis(kernel_size, len(sizes), "kernel_size", 1)
    weights = conv_parameters(in_channels, out_channels, kernel, groups, bias=False)
    return weights * math.prod(sizes)


# Receptive field --------------------------------------------------------------------------------


class Window(NamedTuple):
    """One layer as the receptive field sees it, along one axis."""

    kernel_size: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1


class ReceptiveField(NamedTuple):
    """What one output sees along one axis, in input pixels.

    ``size``: how many pixels wide. ``jump``: distance between the fields of neighbouring outputs.
    ``start``: first pixel of the field of output 0 (negative: it begins in the padding).
    """

    size: int
    jump: int
    start: int

    def of(self, position: int) -> tuple[int, int]:
        """Return first and last input pixel that the output at ``position`` sees."""
        first = self.start + position * self.jump
        return first, first + self.size - 1


def receptive_field(layers: Iterable[Window | Sequence[int]]) -> ReceptiveField:
    """Return the receptive field of a stack of layers, the first layer first.

    ``size = 1 + sum_l (K_l - 1) d_l prod_{i<l} S_i``. Each layer is a :class:`Window` or a tuple
    ``(kernel_size, stride, padding, dilation)`` whose end may be left out. Source: notebook 06;
    Araujo, Norris and Sim (2019), "Computing receptive fields of convolutional neural networks".

    Raises:
        TypeError: a layer is no such tuple of whole numbers.
        ValueError: a number is out of range.
    """
    size, jump, start = 1, 1, 0
    for layer in layers if isinstance(layers, Iterable) else [layers]:
        given = isinstance(layer, Iterable) and not isinstance(layer, str)
        entries = tuple(layer) if given else ()
        if not 0 < len(entries) < 5:
            raise TypeError(
                "receptive_field: a layer is (kernel_size, stride, padding, dilation), whose end "
                f"may be left out, not {shown(layer)}; a kernel alone is (3,)."
            )
        window = Window(*entries)
        span = effective_kernel_size(window.kernel_size, window.dilation)
        size += (span - 1) * jump
        start -= whole_number(window.padding, "padding", 0) * jump
        jump *= whole_number(window.stride, "stride", 1)
    return ReceptiveField(size, jump, start)

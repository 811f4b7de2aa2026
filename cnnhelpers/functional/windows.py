"""Where the windows of an operation lie: over which pixels, how far apart, how many.

Convolutions, pooling and unfold share this geometry; notebook 03 derives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cnnhelpers.functional.arguments import Size, flag, times
from cnnhelpers.shapes import per_axis

_AXES = ("length",), ("height", "width"), ("depth", "height", "width")


class Windows(NamedTuple):
    """Where the windows of a convolution or a pooling lie; every field has one entry an axis."""

    input: tuple[int, ...]
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[tuple[int, int], ...]  # before and after, which differ for some 'same' sizes
    dilation: tuple[int, ...]
    output: tuple[int, ...]

    @property
    def padded(self) -> tuple[int, ...]:
        """Size of the input with its padding."""
        return tuple(n + low + high for n, (low, high) in zip(self.input, self.padding))

    def with_height(self) -> Windows:
        """Return the same windows over an image of height 1: a 1-D operation seen as a 2-D one."""
        one = (1, 1, 1, (0, 0), 1, 1)
        return Windows(*((first, *field) for first, field in zip(one, self)))


def windows(
    function: str,
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Size = 1,
    padding: Size | str = 0,
    dilation: Size = 1,
) -> Windows:
    """Return the windows of a convolution, with PyTorch's floor; see notebook 03.

    Raises:
        TypeError: an option is not a whole number.
        ValueError: an option is out of range, or the kernel is larger than the padded input.
    """
    axes = len(size)
    stride = per_axis(stride, axes, f"{function}: stride", 1)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    sides = _padding(function, padding, spans, stride)
    padded = [n + low + high for n, (low, high) in zip(size, sides)]
    if any(span > room for span, room in zip(spans, padded)) or not all(size):
        needed = max(-(-(span - n) // 2) for span, n in zip(spans, size))
        dilated = f" with dilation {times(dilation)} spans {times(spans)} and"
        raise ValueError(
            f"{function}: kernel {times(kernel)}{dilated if max(dilation) > 1 else ''} is larger "
            f"than the padded input {times(padded)}; use a smaller kernel or padding of at least "
            f"{needed}."
            if all(size)
            else f"{function}: the input has no pixels: {_named(size)}; pass at least one."
        )
    output = tuple((room - span) // s + 1 for room, span, s in zip(padded, spans, stride))
    return Windows(tuple(size), tuple(kernel), stride, tuple(sides), dilation, output)


def _named(size: Sequence[int]) -> str:
    return ", ".join(f"{name} {n}" for name, n in zip(_AXES[len(size) - 1], size))


def _padding(
    function: str, padding: Size | str, spans: Sequence[int], stride: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the padding before and after, for numbers as for 'valid' and 'same'."""
    if not isinstance(padding, str):
        return [(p, p) for p in per_axis(padding, len(spans), f"{function}: padding", 0)]
    if padding == "valid":
        return [(0, 0)] * len(spans)
    if padding != "same":
        raise ValueError(
            f"{function}: padding must be a number, a tuple of them, 'valid' or 'same', "
            f"not {padding!r}."
        )
    if max(stride) > 1:
        raise ValueError(
            f"{function}: padding 'same' needs stride 1, not {times(stride)}; "
            "give the padding as a number."
        )
    return [((span - 1) // 2, span // 2) for span in spans]  # an even span: one more after


def pool_windows(
    function: str,
    size: Sequence[int],
    kernel_size: Size,
    stride: Size | None,
    padding: Size,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Windows:
    """Return the windows of a pooling; for ``ceil_mode`` the padding after grows as needed.

    Raises:
        TypeError, ValueError: as for a convolution, or the padding exceeds half the kernel.
    """
    axes = len(size)
    kernel = per_axis(kernel_size, axes, f"{function}: kernel_size", 1)
    stride = kernel if stride is None else per_axis(stride, axes, f"{function}: stride", 1)
    padding = per_axis(padding, axes, f"{function}: padding", 0)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    if any(2 * p > k for p, k in zip(padding, kernel)):
        raise ValueError(
            f"{function}: padding {times(padding)} is more than half of kernel {times(kernel)}, "
            "so a window could see padding only; use less padding."
        )
    place = windows(function, size, kernel, stride, padding, dilation)
    if not flag(ceil_mode, f"{function}: ceil_mode"):
        return place
    output = []
    for n, span, s, p in zip(size, spans, stride, padding):
        count = -((span - n - 2 * p) // s) + 1  # division rounded up
        output.append(count - 1 if (count - 1) * s >= n + p else count)
    after = [
        max(p, (count - 1) * s + span - n - p)
        for count, s, span, n, p in zip(output, stride, spans, size, padding)
    ]
    return place._replace(output=tuple(output), padding=tuple(zip(padding, after)))


def unfold_windows(
    function: str,
    size: Sequence[int],
    kernel_size: Size,
    stride: Size,
    padding: Size,
    dilation: Size,
) -> Windows:
    """Return the windows of unfold and fold, which take no 'same' padding."""
    kernel = per_axis(kernel_size, 2, f"{function}: kernel_size", 1)
    if isinstance(padding, str):
        raise TypeError(f"{function}: padding must be a whole number, not {padding!r}.")
    return windows(function, size, kernel, stride, padding, dilation)

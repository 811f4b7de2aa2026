"""Where the windows of an operation lie: over which pixels, how far apart, how many.

Convolutions, pooling and unfold share this geometry; notebook 03 derives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cnnhelpers.functional.arguments import LARGEST, Size, flag
from cnnhelpers.shapes import per_axis, times

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

    def taps(self, padded: np.ndarray) -> Iterator[np.ndarray]:
        """Yield for each position in the kernel the view of what all windows see there.

        ``padded`` has the padded size along its last axes.
        """
        for tap in np.ndindex(self.kernel):
            where = (
                slice(t * d, t * d + s * (n - 1) + 1, s)
                for t, d, s, n in zip(tap, self.dilation, self.stride, self.output)
            )
            yield padded[(..., *where)]

    def inside(self, padded: np.ndarray) -> np.ndarray:
        """Return the view of ``padded`` without the padding."""
        where = (slice(low, low + n) for n, (low, _) in zip(self.input, self.padding))
        return padded[(..., *where)]

    def seeing(self) -> Windows:
        """Return the same windows without the taps that lie beyond the image in all of them."""
        kernel, padding = [], []
        for n, k, s, (low, _), d, count in zip(*self):
            kernel.append(min(k, -(-(n + low) // d)))
            padding.append((low, max(0, (count - 1) * s + d * (kernel[-1] - 1) + 1 - n - low)))
        return self._replace(kernel=tuple(kernel), padding=tuple(padding))

    def tight(self) -> Windows:
        """Return the same windows without a stride or dilation that is never taken."""
        stride = tuple(1 if count == 1 else s for s, count in zip(self.stride, self.output))
        dilation = tuple(1 if k == 1 else d for d, k in zip(self.dilation, self.kernel))
        return self._replace(stride=stride, dilation=dilation)

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
    ceil_mode: bool = False,
) -> Windows:
    """Return the windows of an operation, with PyTorch's floor; see notebook 03.

    ``ceil_mode`` adds a last window that hangs over the end as long as it starts inside: there the
    padding after grows as needed.

    Raises:
        TypeError: an option is not a whole number.
        ValueError: an option is out of range, or the kernel is larger than the padded input.
    """
    axes = len(size)
    stride = per_axis(stride, axes, f"{function}: stride", 1)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    sides = _padding(function, padding, spans, stride)
    given = {"kernel": kernel, "stride": stride, "dilation": dilation}
    for name, values in (given | {"padding": [max(side) for side in sides]}).items():
        if max(values) > LARGEST:
            raise ValueError(f"{function}: {name} must be at most {LARGEST:,} along each axis.")
    padded = [n + low + high for n, (low, high) in zip(size, sides)]
    if not all(size):
        raise ValueError(f"{function}: the input has no pixels: {_named(size)}; pass at least one.")
    output = tuple((room - span) // s + 1 for room, span, s in zip(padded, spans, stride))
    if flag(ceil_mode, f"{function}: ceil_mode"):
        along = list(zip(size, padded, spans, stride, sides))
        output = tuple(_ceiling(*axis) for axis in along)
        ends = [(count - 1) * s + span for count, (_, _, span, s, _) in zip(output, along)]
        sides = [(low, max(high, end - n - low)) for end, n, (low, high) in zip(ends, size, sides)]
    if min(output) < 1:
        needed = max(-(-(span - n) // 2) for span, n in zip(spans, size))
        dilated = f" with dilation {times(dilation)} spans {times(spans)} and"
        raise ValueError(
            f"{function}: kernel {times(kernel)}{dilated if max(dilation) > 1 else ''} is larger "
            f"than the padded input {times(padded)}; use a smaller kernel or padding of at least "
            f"{needed}."
        )
    return Windows(tuple(size), tuple(kernel), stride, tuple(sides), dilation, output)


def _ceiling(size: int, padded: int, span: int, stride: int, sides: tuple[int, int]) -> int:
    """Return how many windows there are along an axis with the last that starts inside."""
    count = -((span - padded) // stride) + 1  # division rounded up
    return count - 1 if (count - 1) * stride >= size + sides[0] else count


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
    """Return the windows of a pooling, with at most half of a kernel as padding.

    Raises:
        TypeError, ValueError: as for a convolution, or the padding exceeds half the kernel.
    """
    axes = len(size)
    kernel = per_axis(kernel_size, axes, f"{function}: kernel_size", 1)
    stride = kernel if stride is None else per_axis(stride, axes, f"{function}: stride", 1)
    padding = per_axis(padding, axes, f"{function}: padding", 0)
    if any(2 * p > k for p, k in zip(padding, kernel)):
        raise ValueError(
            f"{function}: padding {times(padding)} is more than half of kernel {times(kernel)}, "
            "so a window could see padding only; use less padding."
        )
    return windows(function, size, kernel, stride, padding, dilation, ceil_mode)


def transposed_windows(
    function: str,
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Size,
    padding: Size,
    output_padding: Size,
    dilation: Size,
) -> Windows:
    """Return the windows of the convolution whose input's gradient a transposed one is.

    ``size`` is that of the transposed one's input, and so the windows' output; their input is its
    output. See notebook 05.

    Raises:
        TypeError: an option is not a whole number.
        ValueError: an option is out of range, or nothing would be left of the output.
    """
    axes = len(size)
    stride = per_axis(stride, axes, f"{function}: stride", 1)
    padding = per_axis(padding, axes, f"{function}: padding", 0)
    extra = per_axis(output_padding, axes, f"{function}: output_padding", 0)
    dilation = per_axis(dilation, axes, f"{function}: dilation", 1)
    if any(e >= max(s, d) for e, s, d in zip(extra, stride, dilation)):
        raise ValueError(
            f"{function}: output_padding {extra} must be smaller than the stride {stride} or the "
            f"dilation {dilation}; use a smaller output_padding."
        )
    output = tuple(
        (n - 1) * s - 2 * p + d * (k - 1) + e + 1
        for n, s, p, d, k, e in zip(size, stride, padding, dilation, kernel, extra)
    )
    if min(output) < 1 or not all(size):
        raise ValueError(
            f"{function}: the output would have size {output}; use a larger input or less padding."
        )
    sides = tuple((p, p) for p in padding)
    return Windows(output, tuple(kernel), stride, sides, dilation, tuple(size))


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

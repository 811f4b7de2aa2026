"""Exercises of notebook 03: output sizes, padding, stride, dilation."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers import shapes
from cnnhelpers.check.common import (
    before_and_after,
    flipped_kernel,
    half_flipped_kernel,
    integer_dtype,
    off_by_one,
    padded,
    padding_mistakes,
    pair,
    pairs_unsupported,
    square,
    stride_mistakes,
    transposed_kernel,
    where,
    windows,
)
from cnnhelpers.check.correlation import square_only, sum_mistakes, transposed_by_broadcast
from cnnhelpers.check.exercise import Exercise, Mistake, given, given_all, instead, then
from cnnhelpers.functional import conv2d

# Sizes ------------------------------------------------------------------------------------------


def _output_size():
    def output_size(
        size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1
    ) -> int:
        """Return how many windows fit along one axis; ``padding`` is per side."""
        return shapes.output_size(size, kernel_size, stride, padding, dilation)

    def formula(result):
        """A formula of the room (padded size minus span) and of the stride."""

        def function(size, kernel_size, stride, padding, dilation):
            span = dilation * (kernel_size - 1) + 1
            return result(size + 2 * padding - span, stride)

        return instead(function)

    def spanning(span):
        return instead(
            lambda size, kernel_size, stride, padding, dilation: (
                (size + 2 * padding - span(kernel_size, dilation)) // stride + 1
            )
        )

    return Exercise(
        output_size,
        "number",
        (
            Mistake(
                "plus-one-missing",
                "One window is missing: the first one, before any step.",
                "Count steps, then add 1: with no room to step there is still one window.",
                formula(lambda room, s: room // s),
                formula(lambda room, s: room / s),
            ),
            Mistake(
                "plus-one-inside",
                "The 1 is added before the division by the stride.",
                "`(room) // stride + 1`: first count the steps, then add the first window.",
                formula(lambda room, s: (room + 1) // s),
                formula(lambda room, s: -(-(room + 1) // s) if s == 1 else (room + 1) / s),
            ),
            Mistake(
                "floor-missing",
                "The division is not rounded down, so there are fractions of windows.",
                "`//` divides and rounds down.",
                formula(lambda room, s: room / s + 1),
            ),
            Mistake(
                "ceil",
                "It rounds up: a last window that does not fit whole is counted.",
                "PyTorch rounds down: `//`.",
                formula(lambda room, s: math.ceil(room / s) + 1),
            ),
            Mistake(
                "rounded",
                "It rounds to the nearest whole number; half a step is no step.",
                "Round down: `//`, not `round`.",
                formula(lambda room, s: round(room / s) + 1),
                formula(lambda room, s: int(room / s + 0.5) + 1),
                formula(lambda room, s: round(room / s + 1)),
            ),
            Mistake(
                "padding-ignored",
                "The padding is not used.",
                "It makes the input larger on both sides: size + 2 * padding.",
                given(padding=lambda p: 0),
            ),
            Mistake(
                "padding-total",
                "The padding is counted once; it is added on each of both sides.",
                "size + 2 * padding.",
                instead(
                    lambda size, kernel_size, stride, padding, dilation: (
                        (size + padding - dilation * (kernel_size - 1) - 1) // stride + 1
                    )
                ),
            ),
            Mistake(
                "stride-ignored",
                "The stride is not used.",
                "Divide the room to move by the stride.",
                given(stride=lambda s: 1),
            ),
            Mistake(
                "dilation-ignored",
                "The dilation is not used.",
                "With gaps the kernel spans dilation * (kernel_size - 1) + 1 pixels.",
                given(dilation=lambda d: 1),
            ),
            Mistake(
                "dilation-off-by-one",
                "Dilation 1 is taken for one gap; it means none.",
                "Dilation is the distance between neighbouring taps: 1 is no gap.",
                given(dilation=lambda d: d + 1),
                spanning(lambda k, d: k + k * (d - 1) + d - 1),
            ),
            Mistake(
                "dilation-times-kernel",
                "A dilated kernel is counted with gaps after its last tap too.",
                "3 taps have 2 gaps between them: dilation * (kernel_size - 1) + 1.",
                spanning(lambda k, d: k * d),
            ),
        ),
    )


output_size = _output_size()


def _same_padding():
    def same_padding(kernel_size: int) -> int:
        """Return the padding per side that keeps the size at stride 1; an even kernel has none.

        Raises:
            ValueError: the kernel size is even.
        """
        return shapes.same_padding(kernel_size)

    def odd_only(value):
        def function(kernel_size):
            if kernel_size % 2 == 0:
                raise ValueError
            return value(kernel_size)

        return instead(function)

    return Exercise(
        same_padding,
        "number",
        (
            Mistake(
                "even-accepted",
                "It gives an answer for even kernels too, but no padding per side keeps the size "
                "there.",
                "Kernel 2 makes 5 into 4, padding 1 makes that 6. `raise ValueError(...)` if "
                "kernel_size % 2 == 0.",
                instead(lambda kernel_size: (kernel_size - 1) // 2),
                instead(lambda kernel_size: kernel_size // 2),
                instead(lambda kernel_size: (kernel_size - 1) / 2),
                instead(lambda kernel_size: round((kernel_size - 1) / 2)),
                instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else 0),
                instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else -1),
                instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else None),
            ),
            Mistake(
                "padding-total",
                "That is the padding of both sides together; half of it goes on each side.",
                "The size shrinks by kernel_size - 1; each side makes up for half of it.",
                odd_only(lambda k: k - 1),
                instead(lambda kernel_size: kernel_size - 1),
            ),
            Mistake(
                "off-by-one",
                "It is one too much on each side.",
                "Kernel 1 needs no padding, kernel 3 needs 1.",
                odd_only(lambda k: (k + 1) // 2),
                instead(lambda kernel_size: (kernel_size + 1) // 2),
            ),
            Mistake(
                "odd-refused",
                "It refuses odd kernels and answers for even ones: the test is turned round.",
                "`kernel_size % 2 == 0` is true for even numbers.",
                instead(lambda kernel_size: odd_refused(kernel_size)),
            ),
            Mistake(
                "kernel-one-refused",
                "It refuses a kernel of 1, which needs a padding of 0.",
                "Only even sizes have no same padding.",
                instead(lambda kernel_size: one_refused(kernel_size)),
            ),
            Mistake(
                "constant",
                "It gives the same padding for every kernel.",
                "Kernel 3 needs 1, kernel 5 needs 2, kernel 7 needs 3.",
                odd_only(lambda k: 1),
                instead(lambda kernel_size: 1),
                odd_only(lambda k: 0),
                instead(lambda kernel_size: 0),
            ),
        ),
    )


def odd_refused(kernel_size):
    """Answer for even kernels, refuse odd ones."""
    if kernel_size % 2:
        raise ValueError
    return (kernel_size - 1) // 2


def one_refused(kernel_size):
    """Refuse a kernel of 1 as well as even ones."""
    if kernel_size % 2 == 0 or kernel_size == 1:
        raise ValueError
    return (kernel_size - 1) // 2


same_padding = _same_padding()


def _unread_positions():
    def unread_positions(
        size: int, kernel_size: int, stride: int = 1, padding: int = 0
    ) -> list[int]:
        """Return the input positions, in order, that no window reads."""
        return shapes.unread_positions(size, kernel_size, stride, padding)

    def read_by(size, kernel_size, stride, padding, count=None, taps=None):
        """Return the positions read, counted in the input; those in the padding are negative."""
        if count is None:
            count = (size + 2 * padding - kernel_size) // stride + 1
        taps = range(kernel_size) if taps is None else taps
        return {i * stride - padding + tap for i in range(count) for tap in taps}

    def all_but(read, size, first=0):
        return [position for position in range(first, size) if position not in read]

    def in_padded(size, kernel_size, stride, padding):
        read = {position + padding for position in read_by(size, kernel_size, stride, padding)}
        return read

    def way(function):
        return instead(
            lambda size, kernel_size, stride, padding: function(size, kernel_size, stride, padding)
        )

    return Exercise(
        unread_positions,
        "positions",
        (
            Mistake(
                "read-positions",
                "Those are the positions that *are* read.",
                "Return what is in `range(size)` and not among them.",
                way(lambda n, k, s, p: sorted(set(range(n)) & read_by(n, k, s, p))),
                way(lambda n, k, s, p: sorted(read_by(n, k, s, p))),
            ),
            Mistake(
                "padding-ignored",
                "The padding is not used.",
                "With padding the first window begins at position -padding.",
                given(padding=lambda p: 0),
            ),
            Mistake(
                "padded-coordinates",
                "Positions are counted from the edge of the padding instead of the input's.",
                "Window i begins at i * stride - padding, counted in the input.",
                way(lambda n, k, s, p: all_but(in_padded(n, k, s, p), n)),
                way(lambda n, k, s, p: all_but(in_padded(n, k, s, p), n + 2 * p)),
                way(lambda n, k, s, p: all_but(read_by(n, k, s, p), n + p, -p)),
            ),
            Mistake(
                "stride-ignored",
                "The stride is not used: with stride 1 everything is read.",
                "Window i begins at i * stride - padding.",
                given(stride=lambda s: 1),
            ),
            Mistake(
                "gaps-forgotten",
                "Only the end is looked at. A stride larger than the kernel also jumps over "
                "positions.",
                "Collect all positions that some window reads, then take what is left.",
                way(
                    lambda n, k, s, p: list(range(min(n, max(0, max(read_by(n, k, s, p)) + 1)), n))
                ),
            ),
            Mistake(
                "plus-one-missing",
                "The last window is not counted.",
                "There are (size + 2 * padding - kernel_size) // stride + 1 windows.",
                way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=(n + 2 * p - k) // s), n)),
            ),
            Mistake(
                "starts-only",
                "Only the first position of each window counts as read.",
                "A window reads kernel_size positions: from its start on.",
                way(lambda n, k, s, p: all_but(read_by(n, k, s, p, taps=[0]), n)),
            ),
            Mistake(
                "kernel-cut-short",
                "The last position of each window does not count as read.",
                "`range(start, start + kernel_size)` leaves its end out by itself.",
                way(lambda n, k, s, p: all_but(read_by(n, k, s, p, taps=range(k - 1)), n)),
            ),
            Mistake(
                "ceil",
                "A last window that does not fit whole is counted.",
                "The number of windows is rounded down: `//`.",
                way(
                    lambda n, k, s, p: all_but(
                        read_by(n, k, s, p, count=-(-(n + 2 * p - k) // s) + 1), n
                    )
                ),
                way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=n), n)),
            ),
            Mistake(
                "count-for-list",
                "It returns how many there are; the positions themselves are asked for.",
                "Return the list.",
                way(lambda n, k, s, p: len(all_but(read_by(n, k, s, p), n))),
            ),
            Mistake(
                "one-based",
                "Positions are counted from 1.",
                "The first position is 0.",
                way(lambda n, k, s, p: [i + 1 for i in all_but(read_by(n, k, s, p), n)]),
            ),
        ),
    )


unread_positions = _unread_positions()

# Padding and dilation ---------------------------------------------------------------------------


def _pad2d():
    def pad2d(x: np.ndarray, padding: int | tuple[int, int]) -> np.ndarray:
        """Return x (H, W) with rows and columns of zeros around it.

        ``padding`` is per side: one number, or (vertical, horizontal).
        """
        x = np.asarray(x)
        vertical, horizontal = shapes.per_axis(padding, 2, "padding", 0)
        return np.pad(x, ((vertical, vertical), (horizontal, horizontal)))

    def around(sides, mode="constant", **how):
        return instead(lambda x, padding: padded(x, sides(*pair(padding)), mode, **how))

    def both(p, q):
        return (p, p), (q, q)

    wrongly = {
        "padding-one-side": (
            around(lambda p, q: ((p, 0), (q, 0))),
            around(lambda p, q: ((0, p), (0, q))),
        ),
        "padding-total": (
            around(lambda p, q: ((p // 2, p - p // 2), (q // 2, q - q // 2))),
            around(lambda p, q: ((p - p // 2, p // 2), (q - q // 2, q // 2))),
        ),
        "padding-nonzero": tuple(
            around(both, mode) for mode in ("edge", "reflect", "symmetric", "wrap", "mean")
        )
        + (around(both, constant_values=1),),
    }

    def adapted(mistake):
        return Mistake(
            mistake.slug,
            mistake.explanation,
            mistake.hint,
            *wrongly.get(mistake.slug, ()),
            *(way for way in mistake.ways if mistake.slug not in wrongly),
        )

    def cut_off(answer, a):
        return answer[: a["x"].shape[0], : a["x"].shape[1]]

    def corner(x, padding):
        output = np.zeros_like(pad2d(x, padding))
        output[: x.shape[0], : x.shape[1]] = x
        return output

    def zeros(x, padding):
        return np.zeros_like(pad2d(x, padding))

    return Exercise(
        pad2d,
        "array",
        (
            *(adapted(mistake) for mistake in padding_mistakes()),
            Mistake(
                "zero-padding-slice",
                "It fails where a padding is 0: the slice `output[0:-0]` is empty.",
                "Say where the slice ends: `output[p : p + height, q : q + width]`.",
                where(lambda a: all(pair(a["padding"])), then(lambda answer, a: answer)),
                where(
                    lambda a: isinstance(a["padding"], tuple) or a["padding"] != 0,
                    then(lambda answer, a: answer),
                ),
            ),
            Mistake(
                "input-in-corner",
                "The size is right, but the input sits in a corner of the padded array.",
                "It begins `vertical` rows down and `horizontal` columns to the right.",
                instead(corner),
            ),
            Mistake(
                "input-not-copied",
                "The size is right, but the input was never put in.",
                "Copy x into the middle: `output[p : p + height, q : q + width] = x`.",
                instead(zeros),
            ),
            pairs_unsupported("padding"),
            before_and_after(lambda x, padding: np.pad(x, padding)),
            integer_dtype(),
            Mistake(
                "size-kept",
                "The answer has the size of x, so its last rows and columns are lost.",
                "The answer has height + 2 * vertical rows.",
                then(cut_off),
            ),
        ),
    )


pad2d = _pad2d()


def _dilate_kernel():
    def dilate_kernel(kernel: np.ndarray, dilation: int) -> np.ndarray:
        """Put ``dilation - 1`` zeros between the taps of a kernel (K_H, K_W)."""
        kernel = np.asarray(kernel)
        height, width = (shapes.effective_kernel_size(size, dilation) for size in kernel.shape)
        output = np.zeros((height, width), kernel.dtype)
        output[::dilation, ::dilation] = kernel
        return output

    def trailing(kernel, dilation):
        return np.kron(kernel, np.pad([[1]], ((0, dilation - 1), (0, dilation - 1))))

    def repeated(kernel, dilation):
        return kernel.repeat(dilation, axis=0).repeat(dilation, axis=1)

    def repeated_inside(kernel, dilation):
        height, width = dilate_kernel(kernel, dilation).shape
        return repeated(kernel, dilation)[:height, :width]

    def rows(kernel, dilation):
        return dilate_kernel(kernel.T, dilation).T[:, ::dilation]

    def around(kernel, dilation):
        return np.pad(kernel, dilation - 1)

    def filled(answer, a):
        answer = np.ones_like(answer)
        answer[:: a["dilation"], :: a["dilation"]] = a["kernel"]
        return answer

    return Exercise(
        dilate_kernel,
        "array",
        (
            Mistake(
                "dilation-ignored",
                "The kernel comes back as it was.",
                "Make an array of zeros that is larger, and put the taps into every "
                "dilation-th place.",
                given(dilation=lambda d: 1),
            ),
            Mistake(
                "dilation-off-by-one",
                "There is one zero too many in each gap: dilation 1 means no gap.",
                "Dilation is the distance between neighbouring taps: dilation - 1 zeros.",
                given(dilation=lambda d: d + 1),
            ),
            Mistake(
                "zero-missing",
                "There is one zero too few in each gap.",
                "Dilation 2 puts one zero between two taps.",
                given(dilation=lambda d: max(1, d - 1)),
            ),
            Mistake(
                "trailing-zeros",
                "Zeros follow the last taps too; they belong between taps only.",
                "3 taps have 2 gaps: dilation * (size - 1) + 1.",
                instead(trailing),
                instead(
                    lambda kernel, dilation: trailing(kernel[::-1, ::-1], dilation)[::-1, ::-1]
                ),
            ),
            Mistake(
                "taps-repeated",
                "The taps are repeated; there should be zeros between them.",
                "`np.repeat` and `np.kron` with ones enlarge the kernel; the gaps must stay 0.",
                instead(repeated),
                instead(repeated_inside),
            ),
            Mistake(
                "dilation-one-axis",
                "The gaps are along one axis only.",
                "Both axes: `output[::dilation, ::dilation]`.",
                instead(rows),
                instead(lambda kernel, dilation: dilate_kernel(kernel, dilation)[::dilation]),
            ),
            Mistake(
                "zeros-around",
                "The zeros stand around the kernel; they belong between its taps.",
                "`output[::dilation, ::dilation] = kernel`.",
                instead(around),
                instead(lambda kernel, dilation: np.pad(kernel, dilation)),
            ),
            Mistake(
                "gaps-filled",
                "The gaps do not hold zeros.",
                "Begin with `np.zeros`.",
                then(filled),
            ),
            integer_dtype(),
        ),
    )


dilate_kernel = _dilate_kernel()

# Correlation with stride and padding ------------------------------------------------------------


def stride_for_size_only(course):
    """A mistake: the size is that of the strided answer, but the windows move by 1."""

    def before(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    return Mistake(
        "stride-size-only",
        "The size of the answer follows the stride, but the windows still move by 1.",
        "Window (i, j) begins at (i * stride_down, j * stride_across).",
        then(before),
    )


def partial_windows(course, x="x"):
    """A mistake: a last window that does not fit whole is counted."""

    def extended(a):
        down, across = pair(a["stride"])
        (p, q), rest = pair(a["padding"]), {"padding": 0}
        return {x: padded(a[x], ((p, p + down - 1), (q, q + across - 1)))} | rest

    def fits(a):
        return course(**a).shape == course(**(a | extended(a))).shape

    return Mistake(
        "ceil",
        "A last window that does not fit whole is counted.",
        "The number of windows is rounded down: (size + 2 * padding - kernel) // stride + 1.",
        given_all(extended),
        where(fits, then(lambda answer, a: answer)),
    )


def padding_of_output():
    """Mistakes: the zeros stand around the answer, or the answer's size forgets them."""

    def around(a):
        return a | {"padding": 0}

    return (
        Mistake(
            "output-padded",
            "The zeros are put around the answer, not around the input.",
            "Pad x first; the windows then read the zeros.",
            then_with(around, lambda answer, p, q: padded(answer, ((p, p), (q, q)))),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so the last windows are missing.",
            "(size + 2 * padding - kernel) // stride + 1.",
            then(_size_without_padding),
        ),
    )


def then_with(change, finish):
    """A mistake that changes arguments, then the answer, knowing the padding asked for."""
    return given_all(change).then(then(lambda answer, a: finish(answer, *pair(a["padding"]))))


def _size_without_padding(answer, a):
    weight = a.get("kernel", a.get("weight"))
    rows, columns = (
        max(0, (n - k) // s + 1)
        for n, k, s in zip(a["x"].shape[-2:], weight.shape[-2:], pair(a["stride"]))
    )
    return answer[..., :rows, :columns]


def _correlate2d_strided():
    def correlate2d_strided(
        x: np.ndarray,
        kernel: np.ndarray,
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
    ) -> np.ndarray:
        """Return the cross-correlation of x (H, W), padded with zeros, with kernel (K_H, K_W).

        ``stride`` and ``padding`` are one number, or a pair (down, across); padding is per side.
        Shape: (floor((H - K_H + 2 padding) / stride) + 1, and the same for the width).
        """
        x, kernel = np.asarray(x), np.asarray(kernel)
        return conv2d(x[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]

    turned = transposed_kernel()

    def padded_by_numpy(x, kernel, stride, padding):
        return correlate2d_strided(np.pad(x, padding), kernel, stride)

    def strided_by_number(x, kernel, stride, padding):
        if isinstance(stride, tuple):
            raise TypeError
        return padded_by_numpy(x, kernel, stride, padding)

    return Exercise(
        correlate2d_strided,
        "array",
        (
            flipped_kernel(),
            half_flipped_kernel(),
            Mistake(
                turned.slug,
                turned.explanation,
                turned.hint,
                *turned.ways,
                instead(transposed_by_broadcast),
            ),
            *stride_mistakes(),
            stride_for_size_only(correlate2d_strided),
            Mistake(
                "input-thinned",
                "Pixels of the input are left out before the windows are read; the stride moves "
                "the windows, which still read neighbouring pixels.",
                "Take every stride-th *window* (or output), not every stride-th pixel.",
                given_all(
                    lambda a: {
                        "x": padded(a["x"], tuple((p, p) for p in pair(a["padding"])))[
                            :: pair(a["stride"])[0], :: pair(a["stride"])[1]
                        ],
                        "stride": 1,
                        "padding": 0,
                    }
                ),
            ),
            *padding_mistakes(),
            *padding_of_output(),
            partial_windows(correlate2d_strided),
            off_by_one(),
            Mistake(
                "plus-one-inside",
                "One window is missing where the stride is larger than 1: the 1 is added before "
                "the division.",
                "(size + 2 * padding - kernel) // stride + 1: the first window comes on top.",
                then(_plus_one_inside),
            ),
            pairs_unsupported("stride", "padding"),
            before_and_after(padded_by_numpy, strided_by_number),
            *sum_mistakes(),
            square_only(),
        ),
        symbol="⋆",
    )


def _plus_one_inside(answer, a):
    weight = a.get("kernel", a.get("weight"))
    rows, columns = (
        (n + 2 * p - k + 1) // s
        for n, p, k, s in zip(
            a["x"].shape[-2:], pair(a["padding"]), weight.shape[-2:], pair(a["stride"])
        )
    )
    return answer[..., :rows, :columns]


correlate2d_strided = _correlate2d_strided()

__all__ = [
    "correlate2d_strided", "dilate_kernel", "output_size", "pad2d", "same_padding", "square",
    "unread_positions", "windows",
]  # fmt: skip

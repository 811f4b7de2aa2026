"""Exercise: correlate2d_strided."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import KERNEL, PADDED_IMAGE, PADDINGS, STRIDES
from cnnhelpers.check.families.arrays import padded, pair
from cnnhelpers.check.families.border import off_by_one
from cnnhelpers.check.families.kernel import flipped_kernel, half_flipped_kernel, transposed_kernel
from cnnhelpers.check.families.one_number import padding_misfit
from cnnhelpers.check.families.padding import padding_mistakes, padding_of_output
from cnnhelpers.check.families.pairs import before_and_after, pairs_unsupported
from cnnhelpers.check.families.plane import (
    fourier_mistakes,
    square_only,
    sum_mistakes,
    transposed_by_broadcast,
)
from cnnhelpers.check.families.stride import partial_windows, stride_for_size_only, stride_mistakes
from cnnhelpers.check.mistake import Arguments, Mistake, given_all, instead, then, where
from cnnhelpers.functional import conv2d


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


CASES = (
    case(x=counted(3, 3), kernel=counted(2, 2)),
    case(x=counted(3, 3) + 1, kernel=counted(2, 2) + 1, padding=1),
    case(x=counted(3, 3), kernel=counted(2, 2), stride=(3, 2), padding=1),
    case(x=whole(1, 4, 4), kernel=whole(2, 2, 2), stride=2),
    case(x=whole(3, 4, 5), kernel=whole(4, 3, 2), stride=2, padding=0),
    case(x=counted(4, 5) + 1, kernel=floats([0.5, -1.0], [1.5, 2.0]), stride=2),
    case(x=halves(3, 4, 5), kernel=halves(4, 2, 3), padding=(2, 1)),
    case(x=whole(5, 4, 6), kernel=whole(6, 2, 3), stride=(1, 2)),
    case(x=whole(5, 6, 5), kernel=whole(9, 3, 2), stride=(2, 1), padding=(1, 0)),
    case(x=whole(5, 5, 6), kernel=whole(6, 3, 3), stride=3, padding=2),
    case(x=whole(7, 8, 7), kernel=whole(8, 2, 3), stride=(2, 3), padding=(3, 2)),
)


def by_torch(torch: Any, x: Any, kernel: Any, stride: Any = 1, padding: Any = 0) -> np.ndarray:
    return reference.conv2d(x[None, None], kernel[None, None], stride=stride, padding=padding)[0, 0]


def _windows(a: Arguments) -> list[int]:
    """Return how many windows there are down and across."""
    return [
        (n + 2 * p - k) // s + 1
        for n, p, k, s in zip(
            a["x"].shape, pair(a["padding"]), a["kernel"].shape, pair(a["stride"])
        )
    ]


def _starts_fit(a: Arguments) -> bool:
    """Return whether an answer holds the starts of its windows as places."""
    return all(count == 1 or step == 1 for count, step in zip(_windows(a), pair(a["stride"])))


def _start_outside(error: BaseException, a: Arguments) -> bool:
    said = re.search(r"index (\d+) is out of bounds for axis ([01]) with size (\d+)", str(error))
    if said is None:
        return False
    place, axis, size = map(int, said.groups())
    return size == _windows(a)[axis] and place % pair(a["stride"])[axis] == 0


def _without_the_last(answer, a):
    """`range(0, n - k, stride)`: the last window is lost where it fits exactly."""
    rows, columns = (
        -(-(n + 2 * p - k) // s)
        for n, p, k, s in zip(
            a["x"].shape, pair(a["padding"]), a["kernel"].shape, pair(a["stride"])
        )
    )
    return answer[:rows, :columns]


def _plus_one_inside(answer, a):
    weight = a.get("kernel", a.get("weight"))
    rows, columns = (
        (n + 2 * p - k + 1) // s
        for n, p, k, s in zip(
            a["x"].shape[-2:], pair(a["padding"]), weight.shape[-2:], pair(a["stride"])
        )
    )
    return answer[..., :rows, :columns]


turned = transposed_kernel()


def padded_by_numpy(x, kernel, stride, padding):
    return correlate2d_strided(np.pad(x, padding), kernel, stride)


def strided_by_number(x, kernel, stride, padding):
    if isinstance(stride, tuple):
        raise TypeError
    return padded_by_numpy(x, kernel, stride, padding)


def spread(x, kernel, stride=1, padding=0):
    x, kernel = np.asarray(x), np.asarray(kernel)
    return conv2d(x[None, None], kernel[None, None], padding=padding, dilation=stride)[0, 0]


MISTAKES = (
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
        "Pixels of the input are left out before the windows are read. The stride should move the "
        "windows; they should still read neighbouring pixels.",
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
    padding_misfit(),
    partial_windows(correlate2d_strided),
    off_by_one(then(_without_the_last)).saying(
        hint="Check where each loop or slice begins and ends. A kernel of 3 fits into an input of "
        "3 once, and with a stride of 2 into an input of 5 twice."
    ),
    Mistake(
        "plus-one-inside",
        "With some strides a window is missing, as if the 1 were added before the division.",
        "Count the steps with the division, then add 1 for the first window.",
        then(_plus_one_inside),
    ),
    Mistake(
        "start-for-place",
        "An answer is written at the place where its window begins. With a stride the windows "
        "begin further apart than their answers stand.",
        "The answer of the second window should stand at place 1, wherever that window begins. "
        "Let the loop count the windows.",
        where(_starts_fit, told=_start_outside),
    ),
    Mistake(
        "stride-for-dilation",
        "The stride spreads the pixels inside of a window, which is dilation; windows move by 1.",
        "A window should read neighbouring pixels; from one window to the next it is `stride`.",
        instead(spread),
    ),
    pairs_unsupported("stride", "padding"),
    before_and_after(padded_by_numpy, strided_by_number),
    *sum_mistakes(),
    square_only(),
    *fourier_mistakes(),
)


def recipe(draw, image, kernel, stride, padding):
    (height, width), (rows, columns) = image, kernel
    p, q = pair(padding)
    if rows > height + 2 * p or columns > width + 2 * q:
        raise Impossible
    return {
        "x": draw.array(*image),
        "kernel": draw.array(*kernel),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (PADDED_IMAGE, KERNEL, STRIDES, PADDINGS),
    integers=("x", "kernel"),
    linear=("x", "kernel"),
)

EXERCISE = Exercise(
    correlate2d_strided, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN
)

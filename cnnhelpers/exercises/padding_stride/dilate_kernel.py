"""Exercise: dilate_kernel."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference, shapes
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, given, instead, then


def dilate_kernel(kernel: np.ndarray, dilation: int) -> np.ndarray:
    """Put ``dilation - 1`` zeros between the taps of a kernel (K_H, K_W)."""
    kernel = np.asarray(kernel)
    height, width = (shapes.effective_kernel_size(size, dilation) for size in kernel.shape)
    output = np.zeros((height, width), kernel.dtype)
    output[::dilation, ::dilation] = kernel
    return output


CASES = (
    case(kernel=floats([1.0, 2.0]), dilation=2),
    case(kernel=floats([1.0, 2.0], [3.0, 4.0]), dilation=1),
    case(kernel=floats([1.0, 2.0], [3.0, 4.0]), dilation=2),
    case(kernel=floats([1.5, 2.0, 3.0], [4.0, -5.5, 6.0]), dilation=2),
    case(kernel=whole(1, 3, 2), dilation=3),
    case(kernel=whole(2, 3, 3), dilation=4),
)


def by_torch(torch: Any, kernel: np.ndarray, dilation: int) -> np.ndarray:
    one = np.ones((1, 1, 1, 1))
    return reference.run("conv_transpose2d", kernel[None, None], one, stride=dilation)[0, 0]


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


def laid_in_one_line(kernel, dilation):
    made = np.zeros([dilation * (taps - 1) + 1 for taps in kernel.shape])
    made.ravel()[: dilation * kernel.size : dilation][: kernel.size] = kernel.ravel()
    return made


MISTAKES = (
    Mistake(
        "dilation-ignored",
        "The kernel comes back as it was.",
        "Make a larger array of zeros, and put the taps into every dilation-th place.",
        given(dilation=lambda d: 1),
    ),
    Mistake(
        "dilation-off-by-one",
        "There is one zero too many in each gap.",
        "Dilation is the distance between neighbouring taps: 1 means no gap, so a gap has "
        "dilation - 1 zeros.",
        given(dilation=lambda d: d + 1),
    ),
    Mistake(
        "zero-missing",
        "There is one zero too few in each gap.",
        "Dilation 2 should put one zero between two taps.",
        given(dilation=lambda d: max(1, d - 1)),
    ),
    Mistake(
        "always-one-zero",
        "The gaps hold one zero for other dilations than 2, too. They should hold dilation - 1.",
        "Dilation 3 should put two zeros between two taps, and dilation 1 none.",
        given(dilation=lambda d: min(d, 2)),
        given(dilation=lambda d: 2),
    ),
    Mistake(
        "trailing-zeros",
        "Along each axis there are zeros outside of the taps, on one side. They should stand "
        "between taps only.",
        "3 taps have 2 gaps: the size is dilation * (size - 1) + 1.",
        instead(trailing),
        instead(lambda kernel, dilation: trailing(kernel[::-1, ::-1], dilation)[::-1, ::-1]),
    ),
    Mistake(
        "taps-repeated",
        "The taps are repeated; there should be zeros between them.",
        "The gaps must stay 0. If you use `np.repeat` or `np.kron` with ones: they fill the gaps "
        "with taps.",
        instead(repeated),
        instead(repeated_inside),
    ),
    Mistake(
        "dilation-one-axis",
        "The gaps are along one axis only.",
        "There should be gaps between the rows, and gaps between the columns.",
        instead(rows),
        instead(lambda kernel, dilation: dilate_kernel(kernel, dilation)[::dilation]),
    ),
    Mistake(
        "zeros-around",
        "The zeros stand around the kernel; they should stand between its taps.",
        "Put the taps into every dilation-th row and column of a larger array of zeros.",
        instead(around),
        instead(lambda kernel, dilation: np.pad(kernel, dilation)),
    ),
    Mistake(
        "gaps-filled",
        "The gaps do not hold zeros.",
        "Begin with an array of zeros.",
        then(filled),
    ),
    integer_dtype(),
    Mistake(
        "rows-run-on",
        "The taps are laid one after the other through the whole array, not row by row.",
        "Each row of taps begins in the first column again, `dilation` rows further down.",
        instead(laid_in_one_line),
    ),
)


def recipe(draw, kernel, dilation):
    return {"kernel": draw.array(*kernel), "dilation": dilation}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "kernel",
            (3, 3),
            "the kernel is not 3×3",
            ((2, 2), "the kernel is 2×2"),
            ((2, 3), "the kernel is wider than high"),
            ((3, 1), "the kernel is higher than wide"),
            ((1, 1), "the kernel is a single number"),
        ),
        factor(
            "dilation",
            2,
            "the dilation is not 2",
            (1, "the dilation is 1"),
            (3, "the dilation is 3"),
            (4, "the dilation is 4"),
        ),
    ),
    integers=("kernel",),
    linear=("kernel",),
)

EXERCISE = Exercise(
    dilate_kernel,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

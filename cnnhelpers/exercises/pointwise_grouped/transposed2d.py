"""Exercise: transposed2d."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.arrays import windows
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import NOTHING, Mistake, given, instead, then, where


def transposed2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    """Return the transposed convolution of x (H, W) with kernel (K_H, K_W).

    Each pixel stamps the kernel, times its value, into the answer; stamps lie ``stride`` apart
    and are added where they overlap. Shape: ((H - 1) * stride + K_H, and the same for W).
    """
    x, kernel = np.asarray(x), np.asarray(kernel)
    (height, width), (rows, columns) = x.shape, kernel.shape
    size = (height - 1) * stride + rows, (width - 1) * stride + columns
    output = np.zeros(size, np.result_type(x, kernel))
    for i in range(height):
        for j in range(width):
            top, left = i * stride, j * stride
            output[top : top + rows, left : left + columns] += x[i, j] * kernel
    return output


CASES = (
    case(x=floats([1.0, 2.0]), kernel=floats([3.0, 1.0])),
    case(x=counted(2, 2), kernel=counted(2, 2)),
    case(x=counted(2, 2) + 1, kernel=counted(2, 2) + 1, stride=2),
    case(x=whole(1, 2, 3), kernel=whole(2, 3, 3), stride=2),
    case(x=counted(3, 2) + 1, kernel=halves(3, 2, 3)),
    case(x=halves(4, 3, 4), kernel=halves(5, 3, 2), stride=1),
    case(x=whole(6, 3, 2), kernel=whole(7, 2, 2), stride=3),
    case(x=whole(8, 3, 3), kernel=whole(9, 4, 5), stride=2),
)


def by_torch(torch: Any, x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    return reference.run("conv_transpose2d", x[None, None], kernel[None, None], stride=stride)[0, 0]


def stamped(put, down=None, across=None, taps=None):
    """Stamps put in another way, at other places."""

    def function(x, kernel, stride):
        kernel = taps(kernel) if taps else kernel
        y, z = (down(stride) if down else stride), (across(stride) if across else stride)
        (height, width), (rows, columns) = x.shape, kernel.shape
        output = np.zeros(((height - 1) * y + rows, (width - 1) * z + columns))
        for i, j in np.ndindex(height, width):
            place = np.s_[i * y : i * y + rows, j * z : j * z + columns]
            output[place] = put(output[place], x[i, j], kernel)
        return output

    return instead(function)


def added(before, value, kernel):
    return before + value * kernel


def forward(x, kernel, stride):
    return np.einsum("ijuv,uv->ij", windows(x, kernel.shape, stride), kernel)


def same_place(x, kernel, stride):
    """The right size, but the stamps lie 1 apart."""
    output = np.zeros(transposed2d(x, kernel, stride).shape)
    made = transposed2d(x, kernel, 1)
    output[: made.shape[0], : made.shape[1]] = made
    return output


def resized(rule):
    def change(answer, a):
        rows, columns = (rule(n, k, a["stride"]) for n, k in zip(a["x"].shape, a["kernel"].shape))
        output = np.zeros((rows, columns))
        h, w = min(rows, answer.shape[0]), min(columns, answer.shape[1])
        output[:h, :w] = answer[:h, :w]
        return output

    return then(change)


def averaged(answer, a):
    ones = {"x": np.ones(a["x"].shape), "kernel": np.ones(a["kernel"].shape)}
    counts = transposed2d(**(a | ones))
    return np.divide(answer, counts, out=np.zeros(answer.shape), where=counts > 0)


def enlarged(x, kernel, stride):
    return transposed2d(x.repeat(stride, axis=0).repeat(stride, axis=1), kernel)


def untimely(x, kernel, stride):
    return transposed2d(np.ones(x.shape), kernel, stride)


square = transposed_kernel()


MISTAKES = (
    Mistake(
        "flipped-kernel",
        "The stamps come out turned by 180°.",
        "A stamp should be the kernel as it is. If you correlate pixels with zeros between them, "
        "the stamps come out turned: turn the kernel before.",
        given(kernel=lambda k: k[::-1, ::-1]),
    ),
    Mistake(
        "kernel-mirrored",
        "The stamps are mirrored along one axis.",
        "A stamp should be the kernel as it is.",
        given(kernel=lambda k: k[::-1]),
        given(kernel=lambda k: k[:, ::-1]),
    ),
    square.saying(
        "Rows and columns of the stamps are exchanged.",
        "Row u of the kernel should be row u of the stamp.",
    ),
    Mistake(
        "overlap-overwritten",
        "Where stamps overlap, only one of the values is left; they should be added.",
        "Each place should get the sum of all stamps that lie on it: collect with `+=`.",
        stamped(lambda before, value, kernel: value * kernel),
        stamped(lambda before, value, kernel: np.where(before == 0, value * kernel, before)),
        stamped(lambda before, value, kernel: np.maximum(before, value * kernel)),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used: the stamps lie 1 apart.",
        "Where should the stamp of the second pixel begin?",
        given(stride=lambda s: 1),
    ),
    Mistake(
        "stamps-one-apart",
        "The output has its size by the stride, but the stamps lie 1 apart in it.",
        "Where should the stamp of the second pixel begin?",
        instead(same_place),
    ),
    Mistake(
        "stride-one-axis",
        "Along one axis the stride is not what it should be.",
        "The stamps should lie stride rows and stride columns apart.",
        stamped(added, across=lambda s: 1),
        stamped(added, down=lambda s: 1),
    ),
    Mistake(
        "stride-is-kernel",
        "The stamps lie side by side, whatever the stride.",
        "The distance between two stamps should be the stride; they may overlap.",
        instead(lambda x, kernel, stride: np.kron(x, kernel)),
    ),
    Mistake(
        "wrong-size",
        "The size of the answer is wrong.",
        "Where does the last pixel's stamp begin, and where does it end?",
        resized(lambda n, k, s: n * s),
        resized(lambda n, k, s: n * s + k),
        resized(lambda n, k, s: n * s + k - 1),
        resized(lambda n, k, s: (n - 1) * s + k - 1),
        resized(lambda n, k, s: (n - 1) * s + k + 1),
        resized(lambda n, k, s: n + k - 1),
        resized(lambda n, k, s: n * s + k - s + 1),
        resized(lambda n, k, s: n),
    ),
    Mistake(
        "forward-convolution",
        "That is the ordinary convolution, which makes the image smaller.",
        "Turn it round: each input pixel writes into many output pixels.",
        instead(forward),
    ),
    Mistake(
        "overlap-averaged",
        "Where stamps overlap, they are averaged; they should be added.",
        "No division is needed.",
        then(averaged),
    ),
    Mistake(
        "pixels-repeated",
        "The pixels are repeated; each should be stamped once.",
        "Lay the stamps `stride` apart; do not copy the pixels.",
        instead(enlarged),
        instead(lambda x, kernel, stride: x.repeat(stride, 0).repeat(stride, 1)),
    ),
    Mistake(
        "value-ignored",
        "The stamps are not multiplied by the pixel's value.",
        "A pixel of 0 should leave no trace, a pixel of 2 a double one.",
        instead(untimely),
        stamped(lambda before, value, kernel: before + value),
        stamped(lambda before, value, kernel: before + value + kernel),
    ),
    Mistake(
        "off-by-one",
        "Pixels at the border leave no stamp.",
        "Check where each loop begins and ends.",
        *(
            given(x=lambda x, keep=keep: x * keep(np.indices(x.shape), x.shape))
            for keep in (
                lambda at, n: (at[0] < n[0] - 1) & (at[1] < n[1] - 1),
                lambda at, n: at[0] < n[0] - 1,
                lambda at, n: at[1] < n[1] - 1,
                lambda at, n: (at[0] > 0) & (at[1] > 0),
            )
        ),
    ),
    Mistake(
        "square-only",
        "Height and width are taken for one number; they may be two.",
        "Height and width are two numbers; read both from the shape.",
        where(lambda a: len(set(a["x"].shape)) == 1),
        where(lambda a: len(set(a["kernel"].shape)) == 1),
        where(lambda a: len(set(a["x"].shape)) == len(set(a["kernel"].shape)) == 1, NOTHING),
    ),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, kernel, stride):
    return {"x": draw.array(*image), "kernel": draw.array(*kernel), "stride": stride}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (3, 3),
            "the image is not square",
            ((2, 4), "the image is wider than high"),
            ((4, 2), "the image is higher than wide"),
            ((1, 1), "the image is a single pixel"),
        ),
        factor(
            "kernel",
            (2, 2),
            "the kernel is not 2×2",
            ((3, 3), "the kernel is 3×3"),
            ((2, 3), "the kernel is wider than high"),
            ((3, 2), "the kernel is higher than wide"),
            ((1, 1), "the kernel is a single number"),
        ),
        factor(
            "stride",
            1,
            "the stride is more than 1",
            (2, "the stride is 2"),
            (3, "the stride is 3"),
            (4, "the stamps do not touch"),
        ),
    ),
    integers=("x", "kernel"),
    linear=("x", "kernel"),
)

EXERCISE = Exercise(transposed2d, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: avg_pool2d."""

from __future__ import annotations

import math

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, PADDED_IMAGE, POOL_SIZE, POOL_STRIDE
from cnnhelpers.check.families.arrays import padded, pair, windows
from cnnhelpers.check.families.values import rectified
from cnnhelpers.check.mistake import Mistake, given, instead, then
from cnnhelpers.exercises.pooling.windows import (
    around,
    by,
    padding_mistakes,
    size_mistakes,
    stride_mistakes,
    stride_of,
    window_mistakes,
)


def avg_pool2d(
    x: np.ndarray,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
) -> np.ndarray:
    """Return the average of each window of x (N, C, H, W), padded with zeros.

    ``kernel_size``, ``stride`` and ``padding`` (per side) are one number each; without a stride
    it is the kernel size. With ``count_include_pad`` the padding's zeros are counted, else the
    sum is divided by the number of the window's values that lie on the image.
    """
    stride = kernel_size if stride is None else stride
    (p, q), kernel = pair(padding), pair(kernel_size)
    x = np.asarray(x, float)
    sums = windows(padded(x, ((p, p), (q, q))), kernel, stride).sum(axis=(-2, -1))
    if count_include_pad:
        return sums / math.prod(kernel)
    real = padded(np.ones(x.shape), ((p, p), (q, q)))
    return sums / windows(real, kernel, stride).sum(axis=(-2, -1))


CASES = (
    case(x=floats([[1.0, -2.0], [4.0, 3.0]])[None], kernel_size=2),
    case(x=whole(1, 1, 1, 2, 2), kernel_size=2, padding=1, count_include_pad=True),
    case(x=whole(1, 1, 1, 2, 2), kernel_size=2, padding=1, count_include_pad=False),
    case(x=whole(2, 1, 1, 3, 4), kernel_size=2, stride=1),
    case(x=whole(3, 1, 1, 5, 4), kernel_size=2, count_include_pad=False),
    case(x=whole(9, 1, 1, 5, 5), kernel_size=2),
    case(x=whole(4, 1, 1, 5, 7), kernel_size=3, stride=2),
    case(x=halves(5, 1, 2, 7, 8), kernel_size=2, stride=3),
    case(x=halves(6, 2, 2, 5, 4), kernel_size=3, stride=1, padding=1),
    case(x=halves(7, 2, 3, 7, 6), kernel_size=3, padding=1, count_include_pad=False),
    case(x=whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2),
    case(x=whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2, count_include_pad=False),
    case(
        x=counted(1, 2, 6, 8).astype(np.float64) % 4, kernel_size=3, stride=2, padding=1,
        count_include_pad=False,
    ),
)  # fmt: skip


def by_torch(torch, x, kernel_size, **options):
    return reference.run("avg_pool2d", x, kernel_size=kernel_size, **options)


def over(count):
    """Divide the sums by something else."""

    def change(answer, a):
        sums = avg_pool2d(**(a | {"count_include_pad": True})) * a["kernel_size"] ** 2
        return sums / count(a["kernel_size"], stride_of(a), a)

    return then(change)


def sided(sides):
    """Padding on the wrong sides, counted as asked for."""

    def function(x, kernel_size, stride, padding, count_include_pad):
        stride = kernel_size if stride is None else stride
        sums, counts = (
            windows(around(array, sides(padding)), pair(kernel_size), stride)
            for array in (x, np.ones(x.shape))
        )
        counts = kernel_size**2 if count_include_pad else counts.sum(axis=(-2, -1))
        return sums.sum(axis=(-2, -1)) / counts

    return instead(function)


def with_sides(mistakes):
    more = {
        "padding-one-side": (
            sided(lambda p: ((p, 0), (p, 0))),
            sided(lambda p: ((0, p), (0, p))),
        ),
        "padding-total": (
            sided(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
            sided(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
        ),
    }
    return tuple(
        Mistake(m.slug, m.explanation, m.hint, *m.ways, *more.get(m.slug, ())) for m in mistakes
    )


def where_inside(found, axis):
    """The mean of the values that are not 0."""
    return found.sum(axis=axis) / (found != 0).sum(axis=axis)


def where_inside_or_0(found, axis):
    """The mean of the values that are not 0, and 0 where there is none."""
    return found.sum(axis=axis) / np.maximum((found != 0).sum(axis=axis), 1)


def unless_counted(reduce):
    """Something else of each window where the padding should not be counted."""

    def function(count_include_pad, **a):
        return by(np.mean if count_include_pad else reduce).instead(**a)

    return instead(function)


def counted_on_one_side(beyond):
    """The padding is left out of the count where ``beyond(first, k, n, p)`` says how much of it."""

    def count(k, s, a):
        if a["count_include_pad"]:
            return k * k
        p = a["padding"]
        along = []
        for n in a["x"].shape[-2:]:
            first = np.arange(0, n + 2 * p - k + 1, s)
            along.append(k - np.maximum(beyond(first, k, n, p), 0))
        return np.outer(*along)

    return over(count)


MISTAKES = (
    Mistake(
        "count-include-pad-ignored",
        "`count_include_pad` makes no difference.",
        "It says whether the zeros of the padding count as values: they change what you divide by.",
        given(count_include_pad=lambda count: True),
        given(count_include_pad=lambda count: False),
    ),
    Mistake(
        "count-include-pad-reversed",
        "`count_include_pad` is used the wrong way round.",
        "True should count the zeros of the padding as values.",
        given(count_include_pad=lambda count: not count),
    ),
    Mistake(
        "not-divided",
        "It returns the sums; they should be divided by the number of values.",
        "Use a mean, or divide at the end.",
        over(lambda k, s, a: 1),
    ),
    Mistake(
        "wrong-count",
        "The sums are divided by the wrong number.",
        "How many values are there in a window of 3 × 3?",
        over(lambda k, s, a: k),
        over(lambda k, s, a: s * s),
        over(lambda k, s, a: 2 * k),
        over(lambda k, s, a: k * k - 1),
        over(lambda k, s, a: k * k + 1),
        over(lambda k, s, a: (k + 2 * a["padding"]) ** 2),
        over(lambda k, s, a: s),
        over(lambda k, s, a: a["x"].shape[-1] * a["x"].shape[-2]),
    ),
    Mistake(
        "zeros-not-counted",
        "Zeros of the image itself are taken for padding and are not counted.",
        "Count where the window lies, not what it holds.",
        by(where_inside),
        by(where_inside_or_0),
        unless_counted(where_inside),
        unless_counted(where_inside_or_0),
    ),
    Mistake(
        "counted-on-one-side",
        "Without `count_include_pad` the padding is left out of the count at one end of each axis, "
        "but counted at the other end. It should be left out at both.",
        "A window may reach beyond the image at the top and at the bottom, on the left and on the "
        "right. How many of its rows and columns lie on the image?",
        counted_on_one_side(lambda first, k, n, p: p - first),
        counted_on_one_side(lambda first, k, n, p: first + k - p - n),
    ),
    Mistake(
        "max-for-average",
        "It takes the largest value of each window; it should take the average.",
        "Add up all values of the window, and divide by their number.",
        by(np.max),
        by(np.max, -np.inf),
    ),
    Mistake(
        "other-value-for-average",
        "It takes another value of each window; it should take the average.",
        "Add up all values of the window, and divide by their number.",
        by(np.median),
        by(np.min),
    ),
    Mistake(
        "padding-minus-infinity",
        "The padding holds minus infinity, as for the maximum; here it should hold zeros.",
        "Which number changes no sum?",
        by(np.mean, -np.inf),
        by(np.sum, -np.inf),
    ),
    Mistake(
        "padding-nonzero",
        "The padding does not hold zeros.",
        "Which values stand around the input? If you use `np.pad`: what does it put there by "
        "default?",
        *(by(np.mean, mode=mode) for mode in ("edge", "reflect", "symmetric", "wrap")),
        by(np.mean, 1.0),
        by(np.mean, np.nan),
    ),
    *stride_mistakes(avg_pool2d),
    *size_mistakes(np.mean, 0.0),
    *with_sides(padding_mistakes(np.mean, 0.0)),
    *window_mistakes(avg_pool2d, np.mean, 0.0),
    rectified(),
)


def recipe(draw, image, kernel_size, batch, inputs, stride, padding, count_include_pad):
    if 2 * padding > kernel_size or kernel_size > min(image) + 2 * padding:
        raise Impossible  # as in PyTorch
    arguments = {"x": draw.array(batch, inputs, *image), "kernel_size": kernel_size}
    if stride is not None:
        arguments["stride"] = stride
    arguments["padding"] = padding
    arguments["count_include_pad"] = count_include_pad
    return arguments


DOMAIN = Domain(
    recipe,
    (
        PADDED_IMAGE,
        POOL_SIZE,
        BATCH,
        INPUTS,
        POOL_STRIDE,
        factor("padding", 0, "there is padding", (1, "the padding is 1")),
        factor(
            "count_include_pad",
            True,
            "count_include_pad is False",
            (False, "count_include_pad is False"),
        ),
    ),
    integers=("x",),
    linear=("x",),
)

EXERCISE = Exercise(avg_pool2d, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

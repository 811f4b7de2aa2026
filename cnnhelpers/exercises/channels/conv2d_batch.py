"""Exercise: conv2d_batch."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, KERNEL, OUTPUTS, PADDED_IMAGE, PADDING, STRIDE
from cnnhelpers.check.families.arrays import padded, pair, windows
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes, column
from cnnhelpers.check.families.layers.border import off_by_one, square_only, standing_still
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
    weight_axes,
)
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given, given_all, then, where


def conv2d_batch(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in, K_H, K_W).

    One bias for each output channel; ``stride`` and ``padding`` (zeros, per side) are one
    number each, for both directions. Shape: (N, C_out, H_out, W_out), where H_out is
    floor((H + 2 padding - K_H) / stride) + 1.
    """
    x, weight = np.asarray(x), np.asarray(weight)
    found = windows(x, weight.shape[2:], pair(stride), pair(padding))
    return np.einsum("ncijuv,ocuv->noij", found, weight) + column(bias, 2)


CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2) + 1, bias=floats(1.0)),
    case(x=whole(1, 1, 2, 3, 4), weight=whole(2, 2, 2, 2, 3), bias=floats(3.0, -2.0)),
    case(x=counted(1, 1, 4, 4) + 1, weight=halves(3, 1, 1, 3, 3), bias=floats(0.5), mixed=True),
    case(x=whole(4, 1, 1, 3, 5), weight=whole(5, 1, 1, 2, 3), bias=floats(2.0), padding=1),
    case(x=whole(6, 1, 1, 6, 5), weight=whole(7, 1, 1, 3, 2), bias=floats(-1.0), stride=2),
    case(x=whole(8, 2, 3, 4, 5), weight=whole(9, 4, 3, 3, 2), bias=whole(10, 4)),
    case(x=halves(11, 2, 2, 5, 8), weight=halves(12, 3, 2, 3, 3), bias=halves(13, 3),
          stride=2, padding=1),
    case(x=whole(14, 3, 2, 5, 9), weight=whole(15, 2, 2, 2, 3), bias=whole(16, 2), stride=3,
          padding=2),
    case(x=whole(17, 1, 3, 5, 5), weight=whole(18, 2, 3, 3, 3), bias=floats(1.0, 0.0), stride=2,
          padding=1),
)  # fmt: skip


def by_torch(torch, x, weight, bias=None, **options):
    return reference.conv2d(x, weight, bias, **options)


def _all_axes(a):
    return np.pad(a["x"], a["padding"])


def _size_by(rule):
    """The answer has the size that ``rule(size, kernel, stride, padding)`` says, if less."""

    def change(answer, a):
        kernel = a["weight"].shape[2:]
        rows, columns = (
            max(0, rule(n, k, a["stride"], a["padding"])) for n, k in zip(a["x"].shape[2:], kernel)
        )
        return answer[..., :rows, :columns]

    return then(change)


def _stride_mistakes(course):
    def size_only(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    def thinned(a):
        p, stride = a["padding"], a["stride"]
        x = padded(a["x"], ((p, p), (p, p)))[..., ::stride, ::stride]
        return {"x": x, "stride": 1, "padding": 0}

    def hanging_over(a):
        p, more = a["padding"], a["stride"] - 1
        return {"x": padded(a["x"], ((p, p + more), (p, p + more))), "padding": 0}

    def fits(a):
        return course(**a).shape == course(**(a | hanging_over(a))).shape

    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "The stride is the distance between neighbouring windows; there are fewer of them.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "The stride is right along one axis only.",
            "The window makes the same steps down and across.",
            given(stride=lambda s: (s, 1)),
            given(stride=lambda s: (1, s)),
        ),
        Mistake(
            "stride-size-only",
            "The size of the answer follows the stride, but the windows still move by 1.",
            "Where does the second window begin? The stride belongs into the slice, too.",
            then(size_only),
        ),
        Mistake(
            "input-thinned",
            "Pixels of the input are left out before the windows are read; the stride moves the "
            "windows, which still read neighbouring pixels.",
            "The stride leaves out windows (or outputs), not pixels.",
            given_all(thinned),
        ),
        Mistake(
            "ceil",
            "A last window that does not fit whole is counted.",
            "The number of steps is rounded down.",
            given_all(hanging_over),
            where(fits, then(lambda answer, a: answer)),
        ),
        Mistake(
            "plus-one-inside",
            "One window is missing where the stride is larger than 1: the 1 is added before the "
            "division.",
            "Count the steps with the division; the first window comes on top of them.",
            _size_by(lambda n, k, s, p: (n + 2 * p - k + 1) // s),
        ),
    )


def _padding_mistakes(course):
    def around(sides, mode="constant", **how):
        def change(a):
            return {"x": padded(a["x"], sides(a["padding"]), mode, **how), "padding": 0}

        return given_all(change)

    def both(p):
        return (p, p), (p, p)

    def outside(answer, a):
        return padded(answer, both(a["padding"]))

    def stretched(images):
        """A single channel of the weight is laid over all channels, those of the padding, too."""

        def change(a):
            x = _all_axes(a)[: images(a)]
            weight = a["weight"]
            if weight.shape[1] == 1:
                weight = np.repeat(weight, x.shape[1], axis=1)
            return {"x": x, "weight": weight, "padding": 0}

        return given_all(change)

    def from_the_start(a):
        """Every axis is padded, and the loops still run over the images and channels of x."""
        n, c = a["x"].shape[:2]
        return {"x": _all_axes(a)[:n, :c], "padding": 0}

    return (
        Mistake(
            "padding-ignored",
            "The padding is not used.",
            "Before the windows are read, the input grows on every side.",
            given(padding=lambda p: 0),
        ),
        Mistake(
            "padding-one-side",
            "The padding is added on one side of each axis only.",
            "Padding is per side: above and below, left and right.",
            around(lambda p: ((p, 0), (p, 0))),
            around(lambda p: ((0, p), (0, p))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it is meant for each side.",
            "With padding 1 an input of 5 becomes 7.",
            around(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
            around(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
            given(padding=lambda p: p // 2),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding is added on each side.",
            "Padding is per side already: with padding 1 an input of 5 becomes 7.",
            given(padding=lambda p: 2 * p),
        ),
        Mistake(
            "padding-nonzero",
            "The padding is not zero.",
            "What does `np.pad` put around by default? And `np.empty`, `np.ones`?",
            around(both, "edge"),
            around(both, "reflect"),
            around(both, "symmetric"),
            around(both, "wrap"),
            around(both, constant_values=1),
            around(both, constant_values=-1),
            around(both, "mean"),
        ),
        Mistake(
            "padding-one-axis",
            "The padding is added along one axis only.",
            "Rows above and below, and columns left and right.",
            given(padding=lambda p: (p, 0)),
            given(padding=lambda p: (0, p)),
        ),
        Mistake(
            "padding-all-axes",
            "Images and channels are padded, too: `np.pad` with one number adds to every axis.",
            "`np.pad` takes a pair for each axis; two of the four axes get nothing.",
            where(lambda a: a["padding"] == 0),
            given_all(lambda a: {"x": _all_axes(a), "padding": 0}),
            stretched(lambda a: None),
            stretched(lambda a: len(a["x"])),
            given_all(from_the_start),
            given_all(lambda a: {"x": _all_axes(a)[:, : a["x"].shape[1]], "padding": 0}),
        ),
        Mistake(
            "output-padded",
            "The zeros are put around the answer, not around the input.",
            "The windows should read the zeros: which array has to grow?",
            given(padding=lambda p: 0).then(then(outside)),
        ),
        Mistake(
            "padding-not-in-size",
            "The size of the answer forgets the padding, so the last windows are missing.",
            "Take the size from the padded input.",
            _size_by(lambda n, k, s, p: (n - k) // s + 1),
        ),
    )


MISTAKES = (
    *flipped_mistakes(2),
    transposed_kernel("weight"),
    *_stride_mistakes(conv2d_batch),
    *_padding_mistakes(conv2d_batch),
    *bias_mistakes(2),
    *input_channel_mistakes(conv2d_batch, 2),
    *output_channel_mistakes(2),
    weight_axes(conv2d_batch),
    *batch_mistakes(),
    *sum_mistakes(2),
    off_by_one(2),
    standing_still(2),
    square_only("weight"),
    rectified(),
    integer_dtype(),
)


def recipe(draw, image, kernel, batch, inputs, outputs, stride, padding):
    (height, width), (rows, columns) = image, kernel
    p, q = pair(padding)
    if rows > height + 2 * p or columns > width + 2 * q:
        raise Impossible
    return {
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "bias": draw.array(outputs),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (PADDED_IMAGE, KERNEL, BATCH, INPUTS, OUTPUTS, STRIDE, PADDING),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv2d_batch, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

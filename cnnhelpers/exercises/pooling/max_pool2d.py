"""Exercise: max_pool2d."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES, Domain, Factor, Impossible, Option, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, PADDED_IMAGE, POOL_SIZE, POOL_STRIDE
from cnnhelpers.check.families.arrays import padded, pair, windows
from cnnhelpers.check.mistake import Mistake, then
from cnnhelpers.exercises.pooling.windows import (
    by,
    padding_mistakes,
    size_mistakes,
    stride_mistakes,
    window_mistakes,
)


def max_pool2d(
    x: np.ndarray, kernel_size: int, stride: int | None = None, padding: int = 0
) -> np.ndarray:
    """Return the largest value of each window of x (N, C, H, W).

    ``kernel_size``, ``stride`` and ``padding`` are one number each; without a stride it is the
    kernel size. The padding, per side, holds minus infinity. ``x`` may hold whole numbers.
    Shape: (N, C, H_out, W_out).
    """
    stride = kernel_size if stride is None else stride
    (p, q) = pair(padding)
    x = padded(np.asarray(x, float), ((p, p), (q, q)), constant_values=-np.inf)
    return windows(x, pair(kernel_size), stride).max(axis=(-2, -1))


CASES = (
    case(x=floats([[1.0, -2.0], [4.0, 3.0]])[None], kernel_size=2),
    case(x=-np.abs(whole(1, 1, 1, 2, 2)), kernel_size=2, stride=2, padding=1),
    case(x=whole(2, 1, 1, 3, 4), kernel_size=2, stride=1),
    case(x=whole(3, 1, 1, 5, 4), kernel_size=2),
    case(x=whole(4, 1, 1, 5, 7), kernel_size=3, stride=2),
    case(x=halves(5, 1, 2, 7, 8), kernel_size=2, stride=3),
    case(x=-np.abs(halves(6, 2, 2, 5, 4)), kernel_size=3, stride=1, padding=1),
    case(x=halves(7, 2, 3, 7, 6), kernel_size=3, padding=1),
    case(x=whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2),
    case(x=whole(9, 1, 2, 6, 8), kernel_size=2),
    case(x=floats([[-1e12, -2e12], [-4e12, -3e12]])[None], kernel_size=2, stride=2, padding=1),
)


def by_torch(torch, x, kernel_size, **options):
    return reference.run("max_pool2d", x, kernel_size=kernel_size, **options)


def place(found, axis):
    return found.reshape(*found.shape[:-2], -1).argmax(axis=-1)


def largest_size(found, axis):
    return np.abs(found).max(axis=axis)


def signed(found, axis):
    flat = found.reshape(*found.shape[:-2], -1)
    index = np.abs(flat).argmax(axis=-1)
    return np.take_along_axis(flat, index[..., None], -1)[..., 0]


def spread(found, axis):
    return found.max(axis=axis) - found.min(axis=axis)


# What is taken for minus infinity.
FILLS = (-9, -10, -99, -100, -255, -256, -999, -1e3, -9999, -1e4, -99999, -1e5, -999999)
MORE_FILLS = (-1e6, -1e7, -1e8, -999999999, -1e9, -1e10, -1e11, -(2.0**15), -(2.0**31))

MISTAKES = (
    Mistake(
        "padding-zero",
        "The padding holds a number that can be the largest of a window.",
        "Which number never wins, however small the others are?",
        by(np.max, 0.0),
        by(np.max, -1.0),
        by(np.max, 1.0),
        by(np.max, np.inf),
        by(np.max, np.nan),
        *(by(np.max, float(fill)) for fill in (-2, -5, *FILLS, *MORE_FILLS)),
    ),
    Mistake(
        "planes-together",
        "The largest value is looked for in all images and channels at once; each channel of "
        "each image should have its own.",
        "Only the axes of the window should go.",
        then(lambda answer, a: 0 * answer + np.max(answer, axis=(0, 1), keepdims=True)),
    ),
    Mistake(
        "images-together",
        "The largest value is looked for in all images at once; each image should have its own.",
        "Only the axes of the window should go.",
        then(lambda answer, a: 0 * answer + np.max(answer, axis=0, keepdims=True)),
    ),
    Mistake(
        "maximum-from-zero",
        "Where all values of a window are negative, the answer is 0.",
        "Does the search begin at 0? Begin with a value of the window itself.",
        then(lambda answer, a: np.maximum(answer, 0)),
        then(lambda answer, a: np.clip(answer, 0, 255)),
    ),
    Mistake(
        "sign-lost",
        "Negative values of the answer have lost their sign.",
        "The largest value of a window may be negative: leave it as it is.",
        then(lambda answer, a: np.abs(answer)),
    ),
    Mistake(
        "clipped",
        "All values of the answer lie between 0 and 1; the largest values should stay as they are.",
        "Look for something that limits the numbers, such as `clip`.",
        then(lambda answer, a: np.clip(answer, 0, 1)),
    ),
    Mistake(
        "average-for-max",
        "It takes the average of each window; it should take the largest value.",
        "Which of the values is the largest?",
        by(np.mean),
        by(np.mean, -np.inf),
    ),
    Mistake(
        "median-for-max",
        "It takes the value in the middle of each window; it should take the largest value.",
        "Which of the values is the largest?",
        by(np.median),
    ),
    Mistake(
        "sum-for-max",
        "It adds up the values of each window; it should take the largest value.",
        "Which of the values is the largest?",
        by(np.sum),
        by(np.sum, -np.inf),
    ),
    Mistake(
        "min-for-max",
        "It takes the smallest value of each window; it should take the largest.",
        "Which way does the comparison point?",
        by(np.min, np.inf),
        by(np.min, 0.0),
        by(np.min, -np.inf),
    ),
    Mistake(
        "absolute-value",
        "It looks for the largest absolute value; signs should count.",
        "1 is larger than -5.",
        by(largest_size),
        by(signed),
    ),
    Mistake(
        "index-for-value",
        "It returns where the largest value is; it should return the value itself.",
        "`max` gives the value, `argmax` its place.",
        by(place, -np.inf),
        by(place),
    ),
    Mistake(
        "range-for-max",
        "It returns the difference between the largest and the smallest value; it should return "
        "the largest alone.",
        "Nothing should be subtracted.",
        by(spread),
    ),
    *stride_mistakes(max_pool2d),
    *size_mistakes(np.max, -np.inf),
    *padding_mistakes(np.max, -np.inf),
    *window_mistakes(max_pool2d, np.max, -np.inf),
)


def recipe(draw, image, kernel_size, batch, inputs, stride, padding):
    if 2 * padding > kernel_size or kernel_size > min(image) + 2 * padding:
        raise Impossible  # as in PyTorch
    arguments = {"x": draw.array(batch, inputs, *image), "kernel_size": kernel_size}
    if stride is not None:
        arguments["stride"] = stride
    arguments["padding"] = padding
    return arguments


# A padding of -1e9 is no minus infinity.
FAR_BELOW_ZERO = Factor(
    "values",
    VALUES.plain,
    (
        *VALUES.others,
        Option(lambda r, shape: r.integers(-9, 0, shape) * 1e12, "all are far below 0"),
    ),
    VALUES.words,
)

DOMAIN = Domain(
    recipe,
    (
        PADDED_IMAGE,
        POOL_SIZE,
        BATCH,
        INPUTS,
        POOL_STRIDE,
        factor("padding", 0, "there is padding", (1, "the padding is 1")),
    ),
    values=FAR_BELOW_ZERO,
    integers=("x",),
)

EXERCISE = Exercise(max_pool2d, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

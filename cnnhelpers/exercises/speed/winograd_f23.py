"""Exercise: winograd_f23."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats
from cnnhelpers.check.domain import Domain, Draw
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then
from cnnhelpers.exercises.speed.transforms import KERNEL, OUT, TILE


def winograd_f23(d: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Return the two outputs of a kernel of 3 numbers w on 4 pixels d, by four products.

    The numbers of ``np.correlate(d, w)``: d0 w0 + d1 w1 + d2 w2, and d1 w0 + d2 w1 + d3 w2.
    """
    return OUT @ ((KERNEL @ np.asarray(w)) * (TILE @ np.asarray(d)))


CASES = (
    case(d=floats(1.0, 2.0, 3.0, 4.0), w=floats(1.0, 2.0, 3.0)),
    case(d=floats(1.0, 0.0, 0.0, 0.0), w=floats(2.0, 3.0, 5.0)),
    case(d=floats(0.0, 0.0, 0.0, 1.0), w=floats(2.0, 3.0, 5.0)),
    case(d=floats(0.0, 1.0, 0.0, 0.0), w=floats(2.0, -3.0, 7.0)),
    case(d=floats(3.0, -1.0, 4.0, -5.0), w=floats(-2.0, 0.5, 1.5)),
    case(d=floats(-2.0, 7.0, 1.0, 8.0), w=floats(1.5, -3.0, -4.0)),
)


def by_torch(torch: Any, d: np.ndarray, w: np.ndarray) -> np.ndarray:
    answer = reference.conv1d(np.asarray(d)[None, None], np.asarray(w)[None, None])
    return answer[0, 0]


def by(kernel: np.ndarray = KERNEL, tile: np.ndarray = TILE, out: np.ndarray = OUT) -> Way:
    """The algorithm with another matrix."""
    return instead(lambda d, w: out @ ((kernel @ np.asarray(w)) * (tile @ np.asarray(d))))


def changed(matrix: np.ndarray, row: int, *values: float) -> np.ndarray:
    """Return the matrix with another row."""
    matrix = matrix.copy()
    matrix[row] = values
    return matrix


def one_after_another(d: Any, w: Any) -> np.ndarray:
    """The four numbers of the tile are made in place, each of those that stand there by then."""
    tile = np.array(d, float)
    tile[0] -= tile[2]
    tile[1] += tile[2]
    tile[2] -= tile[1]
    tile[3] = tile[1] - tile[3]
    return OUT @ ((KERNEL @ np.asarray(w)) * tile)


MISTAKES = (
    Mistake(
        "tile-matrix-transposed",
        "The matrix of the pixels is transposed. Both shapes are 4×4, so there is no error "
        "message.",
        "The four products need d0 − d2, d1 + d2, d2 − d1 and d1 − d3: those are the rows.",
        by(tile=TILE.T),
    ),
    Mistake(
        "halves-missing",
        "The numbers made from the kernel are not halved as they should be.",
        "They should be w0, (w0 + w1 + w2) / 2, (w0 − w1 + w2) / 2 and w2: only the two in the "
        "middle are halved.",
        by(2 * KERNEL - KERNEL * [[1.0], [0], [0], [1]]),
        by(KERNEL * [[1.0], [0.5], [0.5], [1.0]]),
        by(KERNEL * 0.5),
    ),
    Mistake(
        "sign-of-last-product",
        "A product comes into one of the outputs with the wrong sign.",
        "The outputs should be m0 + m1 + m2 and m1 − m2 − m3, where m3 = (d1 − d3) w2.",
        by(out=changed(OUT, 1, 0, 1, -1, 1)),
        then(lambda answer, a: answer + [0, 2 * (a["d"][1] - a["d"][3]) * a["w"][2]]),
        by(out=changed(OUT, 1, 0, 1, 1, -1)),
        by(out=changed(OUT, 1, 0, 1, 1, 1)),
        by(out=changed(OUT, 0, 1, 1, -1, 0)),
    ),
    Mistake(
        "sign-in-tile",
        "A difference of two pixels has the wrong sign.",
        "The differences and sums should be d0 − d2, d1 + d2, d2 − d1, d1 − d3.",
        by(tile=changed(TILE, 0, -1, 0, 1, 0)),
        by(tile=changed(TILE, 2, 0, 1, -1, 0)),
    ),
    Mistake(
        "tile-in-place",
        "The differences and sums of pixels are written over the pixels, and later ones are made "
        "of numbers that have changed already.",
        "Write the four numbers into a new array. All of them should be made of d as it came.",
        instead(one_after_another),
    ),
    Mistake(
        "flipped-kernel",
        "The kernel is turned round: this is the true convolution.",
        "The kernel's first number should meet the first pixel.",
        given(w=lambda w: w[::-1]),
    ),
    Mistake(
        "products-returned",
        "The four products are returned. The two outputs should be sums of them.",
        "The outputs are m0 + m1 + m2 and m1 − m2 − m3.",
        instead(lambda d, w: (KERNEL @ np.asarray(w)) * (TILE @ np.asarray(d))),
    ),
    Mistake(
        "products-summed",
        "One number comes out: the products are all added up.",
        "Multiply number by number, with `*`. `@` also adds up.",
        instead(lambda d, w: (KERNEL @ np.asarray(w)) @ (TILE @ np.asarray(d))),
        then(lambda answer, a: answer.sum()),
        then(lambda answer, a: answer[:1]),
    ),
    Mistake(
        "outputs-exchanged",
        "The two outputs are exchanged.",
        "The first output reads d0, d1 and d2.",
        then(lambda answer, a: answer[::-1]),
    ),
    integer_dtype(),
)


def recipe(draw: Draw) -> dict[str, Any]:
    return {"d": draw.array(4), "w": draw.array(3)}


DOMAIN = Domain(recipe, (), integers=("d", "w"), lists=("d", "w"), linear=("d", "w"))

EXERCISE = Exercise(winograd_f23, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

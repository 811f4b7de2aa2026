"""Exercise: conv2d_gemm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, instead
from cnnhelpers.exercises.speed.columns import columns, places
from cnnhelpers.exercises.speed.layer import CASES, DOMAIN, by_torch, layer_mistakes


def conv2d_gemm(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in, K_H, K_W).

    By ``im2col`` and one matrix product. One bias for each output channel; ``stride`` and
    ``padding`` (zeros, per side) are one number each. Shape: (N, C_out, H_out, W_out).
    """
    weight = np.asarray(weight)
    found = columns(np.asarray(x), weight.shape[2:], stride, padding)
    product = found @ weight.reshape(len(weight), -1).T + bias
    rows, across = places(x.shape, weight.shape[2:], stride, padding)
    return product.reshape(len(x), rows, across, -1).transpose(0, 3, 1, 2)


def _by(
    flat: Callable[[np.ndarray], np.ndarray] = lambda w: w.reshape(len(w), -1).T,
    shaped: Callable[[np.ndarray, tuple[int, int, int, int]], np.ndarray] = lambda m, shape: (
        np.moveaxis(m.reshape(shape[0], *shape[2:], shape[1]), -1, 1)
    ),
) -> Way:
    """A mistake in how the weight becomes a matrix, or the product (N·H·W, C_out) an image."""

    def function(x: Any, weight: Any, bias: Any, stride: int, padding: int) -> np.ndarray:
        weight = np.asarray(weight)
        found = columns(np.asarray(x), weight.shape[2:], stride, padding)
        product = found @ flat(weight) + bias
        size = places(x.shape, weight.shape[2:], stride, padding)
        return shaped(product, (len(x), len(weight), *size))

    return instead(function)


MISTAKES = (
    Mistake(
        "rows-not-moved",
        "The numbers do not stand at their places: the filters are not moved to the second axis.",
        "The product has a row for each window and a column for each filter. First reshape to (N, "
        "H_out, W_out, C_out), then move the last axis.",
        _by(shaped=lambda m, shape: m.reshape(shape)),
        _by(shaped=lambda m, shape: m.T.reshape(shape)),
    ),
    Mistake(
        "positions-transposed",
        "Rows and columns of the output are exchanged when the product becomes an image.",
        "The windows were taken row by row: the rows of the matrix run through H_out in the outer "
        "order and through W_out in the inner one.",
        _by(shaped=lambda m, s: m.reshape(s[0], s[3], s[2], s[1]).transpose(0, 3, 2, 1)),
        _by(shaped=lambda m, s: m.reshape(s[0], s[2], s[3], s[1]).transpose(0, 3, 2, 1)),
    ),
    Mistake(
        "weight-in-another-order",
        "The numbers of a filter stand in another order than those of a window.",
        "A row of `im2col` runs through channels, then rows, then columns. `weight.reshape(C_out, "
        "-1)` has the same order without any other step.",
        _by(flat=lambda w: w.transpose(0, 2, 3, 1).reshape(len(w), -1).T),
        _by(flat=lambda w: w.transpose(0, 3, 2, 1).reshape(len(w), -1).T),
    ),
    Mistake(
        "weight-reshaped-not-transposed",
        "The weight has the right shape for the product, but its numbers are in the wrong order: a "
        "reshape to C_out columns cuts the filters into pieces.",
        "One filter should become one column: flatten each filter to a row, then transpose.",
        _by(flat=lambda w: w.reshape(-1, len(w))),
    ),
    Mistake(
        "two-dimensional",
        "All pixels of a map stand in one row. Rows and columns should be two axes.",
        "Each column of the product is the map of one filter, its pixels one after the other.",
        _by(shaped=lambda m, shape: m),
        _by(shaped=lambda m, shape: m.T),
        _by(shaped=lambda m, s: m.reshape(s[0], -1, s[1])),
        _by(shaped=lambda m, s: m.reshape(s[0], -1, s[1]).transpose(0, 2, 1)),
    ),
    *(m for m in layer_mistakes(conv2d_gemm) if m.slug != "axis-not-moved-back"),  # see above
)

EXERCISE = Exercise(conv2d_gemm, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

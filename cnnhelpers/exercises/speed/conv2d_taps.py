"""Exercise: conv2d_taps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.arrays import pair
from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.mistake import Mistake, instead, then, where
from cnnhelpers.exercises.speed.columns import places
from cnnhelpers.exercises.speed.layer import CASES, DOMAIN, by_torch, layer_mistakes


def conv2d_taps(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray, stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in, K_H, K_W).

    The only loop runs over the K_H · K_W taps. One bias for each output channel; ``stride`` and
    ``padding`` (zeros, per side) are one number each. Shape: (N, C_out, H_out, W_out).
    """
    return _by_taps(x, weight, bias, stride, padding)


def _by_taps(
    x: Any,
    weight: Any,
    bias: Any,
    stride: Any,
    padding: Any,
    keep: Callable[[Any], Any] = lambda product: product,
    reach: Callable[[int], int] = lambda stride: stride,
) -> np.ndarray:
    """A loop over taps; ``keep`` says what is kept of a tap's product.

    ``reach`` is the length of a tap's slice for each output.
    """
    (p, q), (down, across) = pair(padding), pair(stride)
    x, weight = np.pad(np.asarray(x), ((0, 0), (0, 0), (p, p), (q, q))), np.asarray(weight)
    rows, columns = places(x.shape, weight.shape[2:], stride)
    output = np.zeros((len(x), len(weight), rows, columns))
    for u, v in np.ndindex(*weight.shape[2:]):
        seen = x[:, :, u : u + reach(down) * rows : down, v : v + reach(across) * columns : across]
        output += keep(np.einsum("ncij,oc->noij", seen, weight[:, :, u, v]))
    return output + column(bias, 2)


def _cut_each(x: Any, weight: Any, bias: Any, stride: int, padding: int) -> np.ndarray:
    return _by_taps(x, weight, bias, stride, padding, keep=np.trunc)


def _short(x: Any, weight: Any, bias: Any, stride: int, padding: int) -> np.ndarray:
    return _by_taps(x, weight, bias, stride, padding, reach=lambda stride: 1)


def _stays_whole(a: dict[str, Any]) -> bool:
    x, weight = np.asarray(a["x"]), np.asarray(a["weight"])
    return x.dtype.kind == "f" or weight.dtype.kind != "f"


def _side_by_side(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    """The answer of windows that move by 1."""
    return conv2d_taps(**(a | {"stride": 1}))


MISTAKES = (
    Mistake(
        "slice-end-without-stride",
        "The slice of a tap is too short where the stride is more than 1.",
        "Between the first and the last pixel of a tap lie H_out − 1 steps of the stride: the end "
        "of the slice has to grow with the stride.",
        instead(_short),
        where(lambda a: a["stride"] == 1),
    ),
    Mistake(
        "slice-without-step",
        "Along one axis the slice of a tap has no step: it takes pixels that stand side by side.",
        "A tap meets every `stride`-th pixel, down and across: `start : end : stride` along both "
        "axes.",
        then(lambda answer, a: _side_by_side(answer, a)[..., :: a["stride"], : answer.shape[3]]),
        then(lambda answer, a: _side_by_side(answer, a)[..., : answer.shape[2], :: a["stride"]]),
    ),
    *layer_mistakes(conv2d_taps, instead(_cut_each), where(_stays_whole)),
)

EXERCISE = Exercise(
    conv2d_taps,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    symbol="⋆",
    domain=DOMAIN,
    advice={
        ValueError: "Every tap has to find the same number of pixels, H_out · W_out: its slice "
        "needs a beginning, an end and a step."
    },
)

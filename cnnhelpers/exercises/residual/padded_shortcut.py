"""Exercise: padded_shortcut."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, STRIDE
from cnnhelpers.check.mistake import Mistake, Way, given_all
from cnnhelpers.exercises.residual.downsampling_block import blocks, cut, pooled
from cnnhelpers.exercises.residual.pieces import way


def padded_shortcut(x: np.ndarray, out_channels: int, stride: int = 2) -> np.ndarray:
    """Return every stride-th pixel of x, with channels of zeros behind until there are enough.

    ``x`` is (N, C, H, W) with C at most ``out_channels``; the first pixel is kept. Nothing to
    learn. Shape: (N, out_channels, ⌈H / stride⌉, ⌈W / stride⌉).
    """
    kept = np.asarray(x)[:, :, ::stride, ::stride]
    missing = out_channels - kept.shape[1]
    return np.pad(kept, ((0, 0), (0, missing), (0, 0), (0, 0)))


CASES = (
    case(x=counted(1, 1, 3, 4) + 1, out_channels=2),
    case(x=whole(1, 2, 2, 5, 4), out_channels=5),
    case(x=whole(2, 1, 3, 4, 7), out_channels=6, stride=3),
    case(x=halves(3, 3, 2, 3, 2), out_channels=4, stride=1),
    case(x=whole(4, 2, 3, 6, 5), out_channels=3),
    case(x=halves(5, 1, 2, 8, 7), out_channels=4),
)


def by_torch(torch: Any, x: np.ndarray, out_channels: int, stride: int = 2) -> np.ndarray:
    (given,) = reference.tensors([x])
    channels = given.shape[1]
    kernel = torch.eye(out_channels, channels, dtype=torch.float64)[:, :, None, None]
    return torch.nn.functional.conv2d(given.double(), kernel, stride=stride).numpy()


def strided(x: np.ndarray, stride: int) -> np.ndarray:
    return np.asarray(x)[:, :, ::stride, ::stride]


def with_zeros(x: np.ndarray, before: int, behind: int) -> np.ndarray:
    return np.pad(x, ((0, 0), (before, behind), (0, 0), (0, 0)))


def filled(x: np.ndarray, stride: int) -> np.ndarray:
    """Return x without the rows and columns at the end that fill no window of the stride's size."""
    height, width = (n // stride * stride for n in x.shape[2:])
    return np.asarray(x, float)[:, :, :height, :width]


def missing(x: np.ndarray, outputs: int) -> int:
    return outputs - x.shape[1]


def later(first: Any) -> Way:
    """The slice begins at row and column ``first(stride)``."""

    def begun(a: dict[str, Any]) -> dict[str, Any]:
        start = first(a["stride"])
        return {"x": np.asarray(a["x"])[:, :, start:, start:]}

    return given_all(begun)


MISTAKES = (
    Mistake(
        "channels-in-front",
        "The channels of zeros stand before those of `x`; they should stand after them.",
        "Channel 0 of `x` should stay channel 0.",
        way(lambda x, c, s: with_zeros(strided(x, s), missing(x, c), 0)),
    ),
    Mistake(
        "channels-on-both-sides",
        "Channels of zeros stand before and after those of `x`, as in some well-known code; all "
        "should stand after them.",
        "Channel 0 of `x` should stay channel 0.",
        way(lambda x, c, s: with_zeros(
            strided(x, s), missing(x, c) // 2, missing(x, c) - missing(x, c) // 2)),
        way(lambda x, c, s: with_zeros(
            strided(x, s), missing(x, c) - missing(x, c) // 2, missing(x, c) // 2)),
        way(lambda x, c, s: with_zeros(strided(x, s), c // 4, c // 4)),
    ),
    Mistake(
        "channels-repeated",
        "The new channels repeat old ones; they should hold zeros.",
        "Only F writes into the new channels: the shortcut should add nothing there.",
        way(lambda x, c, s: np.resize(
            np.moveaxis(strided(x, s), 1, 0),
            (c, len(x), *strided(x, s).shape[2:])).swapaxes(0, 1)),
        way(lambda x, c, s: np.concatenate([strided(x, s)] * (c // x.shape[1]), axis=1)),
        way(lambda x, c, s: np.repeat(strided(x, s), c // x.shape[1], axis=1)),
        way(lambda x, c, s: np.pad(
            strided(x, s), ((0, 0), (0, missing(x, c)), (0, 0), (0, 0)), "edge")),
    ),
    Mistake(
        "channels-of-ones",
        "The new channels hold ones; they should hold zeros.",
        "Only F writes into the new channels: the shortcut should add nothing there.",
        way(lambda x, c, s: np.pad(strided(x, s), (
            (0, 0), (0, missing(x, c)), (0, 0), (0, 0)), constant_values=1)),
    ),
    Mistake(
        "channels-missing",
        "There are as many channels as in `x`; there should be `out_channels`.",
        "F(x) has `out_channels`, and only what has the same shape can be added.",
        way(lambda x, c, s: strided(x, s)),
    ),
    Mistake(
        "channels-added",
        "Too many channels are added to those of `x`.",
        "`out_channels` is how many there should be in the end.",
        way(lambda x, c, s: with_zeros(strided(x, s), 0, c)),
        way(lambda x, c, s: with_zeros(strided(x, s), 0, x.shape[1])),
    ),
    Mistake(
        "border-padded",
        "Zeros are put along another axis than that of the channels.",
        "Axis 1 counts the channels.",
        way(lambda x, c, s: np.pad(strided(x, s), ((0, 0), (0, 0), (0, missing(x, c)), (0, 0)))),
        way(lambda x, c, s: np.pad(strided(x, s), ((0, missing(x, c)), (0, 0), (0, 0), (0, 0)))),
        way(lambda x, c, s: np.pad(strided(x, s), ((0, 0), (0, 0), (0, 0), (0, missing(x, c))))),
    ),
    Mistake(
        "pooled-for-strided",
        "The pixels of a window are put together; the shortcut should take single pixels, every "
        "stride-th one.",
        "A slice with a step leaves out the pixels between.",
        way(lambda x, c, s: with_zeros(pooled(np.asarray(x, float), s, np.mean), 0, missing(x, c))),
        way(lambda x, c, s: with_zeros(pooled(np.asarray(x, float), s, np.max), 0, missing(x, c))),
        way(lambda x, c, s: with_zeros(blocks(filled(x, s), s), 0, missing(x, c))),
    ),
    Mistake(
        "first-pixel-left-out",
        "The first pixel is left out; it should be the first one taken.",
        "The first window of a padded 3×3 convolution stands over pixel 0.",
        later(lambda s: s // 2),
        later(lambda s: s - 1),
        later(lambda s: 1),
    ),
    Mistake(
        "cut-for-strided",
        "The first rows and columns are taken, side by side; it should be every stride-th one.",
        "Leave out the pixels between, not those at the end.",
        way(lambda x, c, s: with_zeros(cut(np.asarray(x), s), 0, missing(x, c))),
        way(lambda x, c, s: with_zeros(
            np.asarray(x)[:, :, : x.shape[2] // s, : x.shape[3] // s], 0, missing(x, c))),
    ),
    Mistake(
        "stride-along-one-axis",
        "The stride is used along one axis only.",
        "Leave out rows and columns.",
        way(lambda x, c, s: with_zeros(np.asarray(x)[:, :, ::s], 0, missing(x, c))),
        way(lambda x, c, s: with_zeros(np.asarray(x)[:, :, :, ::s], 0, missing(x, c))),
    ),
    Mistake(
        "stride-missing",
        "The stride is not used: all pixels are kept.",
        "Take every stride-th row and column.",
        way(lambda x, c, s: with_zeros(np.asarray(x), 0, missing(x, c))),
    ),
    Mistake(
        "stride-always-2",
        "The stride is 2, whatever `stride` says.",
        "Hand `stride` on.",
        way(lambda x, c, s: with_zeros(strided(x, 2), 0, missing(x, c))),
    ),
    Mistake(
        "last-pixel-left-out",
        "Where the stride does not divide the size, rows and columns at the end are missing.",
        "Five pixels with a stride of 2: 0, 2 and 4 are three.",
        way(lambda x, c, s: with_zeros(
            strided(x, s)[:, :, : x.shape[2] // s, : x.shape[3] // s], 0, missing(x, c))),
    ),
)  # fmt: skip


def recipe(
    draw: Any, batch: int, inputs: int, image: tuple[int, int], more: int, stride: int
) -> dict[str, Any]:
    return {
        "x": draw.array(batch, inputs, *image),
        "out_channels": inputs + more,
        "stride": stride,
    }


DOMAIN = Domain(
    recipe,
    (
        BATCH,
        INPUTS,
        IMAGE,
        factor(
            "more",
            1,
            "not just one channel is missing",
            (0, "no channel is missing"),
            (3, "3 channels are missing"),
        ),
        STRIDE,
    ),
    integers=("x",),
    linear=("x",),
)

EXERCISE = Exercise(
    padded_shortcut,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

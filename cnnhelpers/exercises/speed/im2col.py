"""Exercise: im2col."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, Draw, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, PADDING, STRIDE
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead, then, where
from cnnhelpers.exercises.speed.columns import columns, places
from cnnhelpers.exercises.speed.sizes import SIZE, placing_mistakes, square_size_only


def im2col(
    x: np.ndarray, kernel_size: tuple[int, int], stride: int = 1, padding: int = 0
) -> np.ndarray:
    """Return a matrix with a row for each window of x (N, C, H, W).

    ``kernel_size`` is (K_H, K_W); ``stride`` and ``padding`` (zeros, per side) are one number each.
    A row runs through channels, then rows, then columns of its window. The windows come image by
    image, row by row. Shape: (N · H_out · W_out, C · K_H · K_W).
    """
    return columns(np.asarray(x), kernel_size, stride, padding)


CASES = (
    case(x=counted(1, 1, 3, 3), kernel_size=(2, 2)),
    case(x=whole(51, 1, 1, 3, 4), kernel_size=(2, 3)),
    case(x=whole(52, 1, 2, 3, 4), kernel_size=(2, 2)),
    case(x=counted(2, 1, 3, 4) + 1, kernel_size=(3, 2)),
    case(x=whole(53, 1, 1, 6, 4), kernel_size=(3, 1), stride=2),
    case(x=halves(54, 1, 1, 3, 2), kernel_size=(3, 2), padding=1),
    case(x=whole(55, 2, 3, 5, 4), kernel_size=(2, 3)),
    case(x=whole(56, 3, 2, 6, 8), kernel_size=(3, 2), stride=3, padding=1),
    case(x=halves(57, 2, 2, 8, 5), kernel_size=(3, 3), stride=2, padding=2),
    # Here each step, as long as it stays in the image, leads to a whole window.
    case(x=whole(58, 1, 2, 5, 8), kernel_size=(2, 2), stride=3),
)


def by_torch(
    torch: Any, x: np.ndarray, kernel_size: tuple[int, int], stride: int = 1, padding: int = 0
) -> np.ndarray:
    found = reference.run(
        "unfold", np.asarray(x, float), kernel_size=kernel_size, stride=stride, padding=padding
    )  # (N, C K K, L)
    return found.transpose(0, 2, 1).reshape(-1, found.shape[1])


def ordered(order: str) -> Way:
    return instead(lambda x, kernel_size, stride, padding: columns(
        x, kernel_size, stride, padding, order
    ))  # fmt: skip


def reshaped(order: str) -> Way:
    """The axes in some order, and then ``reshape`` to the right shape, whatever they were."""

    def function(x: Any, kernel_size: Any, stride: int, padding: int) -> np.ndarray:
        right = columns(x, kernel_size, stride, padding)
        return columns(x, kernel_size, stride, padding, order).reshape(right.shape)

    return instead(function)


def split(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    """Return the rows of each image by themselves: (N, L, C K K)."""
    return answer.reshape(len(a["x"]), -1, answer.shape[1])


def per_channel(a: dict[str, Any]) -> dict[str, Any]:
    n, c, height, width = a["x"].shape
    return {"x": a["x"].reshape(n * c, 1, height, width)}


def as_windows(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    (n, c), size = a["x"].shape[:2], a["kernel_size"]
    down, across = places(a["x"].shape, size, a["stride"], a["padding"])
    return answer.reshape(n, down, across, c, *size)


def no_window_too_many(a: dict[str, Any]) -> bool:
    """Whether each step of the stride leads to a window that fits."""
    fits = places(a["x"].shape, a["kernel_size"], a["stride"], a["padding"])
    steps = (-(-(n + 2 * a["padding"]) // a["stride"]) for n in a["x"].shape[2:])
    return fits == tuple(steps)


def _lengths_differ(error: BaseException, a: dict[str, Any]) -> bool:
    said = "inhomogeneous", "same shape", "broadcast", "must match"
    return isinstance(error, ValueError) and any(words in str(error) for words in said)


MISTAKES = (
    Mistake(
        "reshape-without-transpose",
        "The numbers are not at their places: the axes are not in the order of the answer before "
        "the reshape.",
        "`reshape` moves no axis. First bring the axes into the order of the answer with "
        "`transpose`: image, row and column of the window; then channel, row and column within it.",
        reshaped("ncijuv"),
        reshaped("ncuvij"),
        reshaped("cuvnij"),
    ),
    Mistake(
        "transposed",
        "The windows are the columns of your matrix. They should be its rows.",
        "Many programs put a window into a column. Here each window should be a row: transpose the "
        "matrix.",
        then(lambda answer, a: answer.T),
    ),
    Mistake(
        "channels-last",
        "Within a row the channels come last. They should come first.",
        "A filter of the weight runs through channels, rows, columns. A window should do the same.",
        ordered("nijuvc"),
        ordered("nijucv"),
    ),
    Mistake(
        "window-column-by-column",
        "The windows themselves are in order, but each is read column by column.",
        "Read a window like a page, row by row.",
        ordered("nijcvu"),
        ordered("nijvuc"),
    ),
    Mistake(
        "windows-column-by-column",
        "The windows come column by column. They should come row by row.",
        "The window moves to the right first, then down: the rows are the outer order.",
        ordered("njicuv"),
    ),
    Mistake(
        "images-interleaved",
        "The images take turns: the first windows of all images come first, then the second ones. "
        "The windows should come image by image.",
        "Put all windows of the first image first, then all of the second: the image is the "
        "slowest axis.",
        ordered("ijncuv"),
        ordered("injcuv"),
    ),
    Mistake(
        "row-for-each-channel",
        "Each channel of a window has its own row. All channels of a window should share one row.",
        "A row has C · K_H · K_W numbers: everything that one output reads.",
        given_all(per_channel),
        ordered("cnijuv"),
        reshaped("cnijuv"),
    ),
    Mistake(
        "images-apart",
        "The answer has an axis for the images. The windows of all images should stand in one "
        "matrix.",
        "Put the matrices of the images under each other.",
        then(split),
        then(lambda answer, a: split(answer, a).transpose(0, 2, 1)),
        then(as_windows),
        then(lambda answer, a: as_windows(answer, a).transpose(0, 3, 1, 2, 4, 5)),
    ),
    Mistake(
        "one-image-only",
        "Only one image is read.",
        "The first axis of x counts the images.",
        given(x=lambda x: x[:1]),
        given(x=lambda x: x[-1:]),
        where(lambda a: len(a["x"]) == 1),
    ),
    Mistake(
        "one-channel-only",
        "Only one channel is read.",
        "A window reaches through all channels: C · K_H · K_W numbers.",
        given(x=lambda x: x[:, :1]),
        given(x=lambda x: x[:, -1:]),
    ),
    Mistake(
        "channels-summed",
        "The channels are added up. A row should hold the numbers of all channels, side by side.",
        "Nothing is calculated yet: the numbers should only be copied.",
        given(x=lambda x: x.sum(axis=1, keepdims=True)),
    ),
    *placing_mistakes(),
    square_size_only(),
    Mistake(
        "last-window-missing",
        "The last windows of each row or column of windows are missing.",
        "(H + 2P − K) // S + 1 windows fit. Do not forget the 1.",
        then(lambda answer, a: _cut(answer, a, 1, 1)),
        then(lambda answer, a: _cut(answer, a, 1, 0)),
        then(lambda answer, a: _cut(answer, a, 0, 1)),
    ),
    Mistake(
        "windows-over-the-edge",
        "The last windows hang over the edge: they hold fewer numbers than the others.",
        "Where may the last window begin, so that the whole of it fits?",
        where(no_window_too_many, told=_lengths_differ),
    ),
    Mistake(
        "windows-turned",
        "Each window is read in reverse order.",
        "Nothing should be turned: the first number of a row is the window's first number.",
        then(lambda answer, a: answer[:, ::-1]),
        then(lambda answer, a: as_windows(answer, a)[..., ::-1, ::-1].reshape(answer.shape)),
    ),
    integer_dtype(),
)


def _cut(answer: np.ndarray, a: dict[str, Any], rows: int, across: int) -> np.ndarray:
    found = as_windows(answer, a)
    found = found[:, : found.shape[1] - rows, : found.shape[2] - across]
    return found.reshape(-1, answer.shape[1])


def recipe(
    draw: Draw,
    image: tuple[int, int],
    kernel_size: tuple[int, int],
    batch: int,
    inputs: int,
    stride: int,
    padding: int,
) -> dict[str, Any]:
    if any(k > n + 2 * padding for k, n in zip(kernel_size, image)):
        raise Impossible
    return {
        "x": draw.array(batch, inputs, *image),
        "kernel_size": kernel_size,
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe, (IMAGE, SIZE, BATCH, INPUTS, STRIDE, PADDING), integers=("x",), linear=("x",)
)

EXERCISE = Exercise(im2col, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

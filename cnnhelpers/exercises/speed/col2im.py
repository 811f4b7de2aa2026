"""Exercise: col2im."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, whole
from cnnhelpers.check.domain import Domain, Draw, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, PADDING, STRIDE
from cnnhelpers.check.families.arrays import pair
from cnnhelpers.check.families.values import integer_dtype
from cnnhelpers.check.mistake import Mistake, Way, instead, then, where
from cnnhelpers.exercises.speed.columns import places, summed
from cnnhelpers.exercises.speed.sizes import SIZE


def col2im(
    columns: np.ndarray,
    x_shape: tuple[int, int, int, int],
    kernel_size: tuple[int, int],
    stride: int = 1,
    padding: int = 0,
) -> np.ndarray:
    """Return an array of x_shape (N, C, H, W): each row of ``columns`` back where its window was.

    ``columns`` is a matrix as ``im2col`` makes it, (N · H_out · W_out, C · K_H · K_W). Where
    windows overlap, their values are added. What fell on the padding is dropped; a pixel that no
    window reads is 0.
    """
    output = summed(columns, x_shape, kernel_size, stride, padding)
    return _inner(output, x_shape, padding)


def _inner(output: np.ndarray, x_shape: Any, padding: int) -> np.ndarray:
    p, (height, width) = padding, x_shape[2:]
    return output[..., p : p + height, p : p + width]


def _matrix(seed: int, x_shape: tuple[int, ...], kernel_size: tuple[int, int], **steps: int) -> Any:
    """Return a matrix of whole numbers that fits."""
    down, across = places(x_shape, kernel_size, **steps)
    return whole(seed, x_shape[0] * down * across, x_shape[1] * kernel_size[0] * kernel_size[1])


CASES = (
    case(columns=counted(4, 4) + 1, x_shape=(1, 1, 3, 3), kernel_size=(2, 2)),
    case(columns=_matrix(61, (1, 1, 3, 4), (2, 3)), x_shape=(1, 1, 3, 4), kernel_size=(2, 3)),
    case(columns=_matrix(62, (1, 2, 4, 3), (2, 2)), x_shape=(1, 2, 4, 3), kernel_size=(2, 2)),
    case(columns=_matrix(63, (2, 1, 3, 4), (3, 2)), x_shape=(2, 1, 3, 4), kernel_size=(3, 2)),
    case(columns=_matrix(64, (1, 1, 6, 4), (3, 2), stride=2), x_shape=(1, 1, 6, 4),
         kernel_size=(3, 2), stride=2),
    case(columns=_matrix(65, (1, 1, 3, 2), (2, 2), padding=1), x_shape=(1, 1, 3, 2),
         kernel_size=(2, 2), padding=1),
    case(columns=_matrix(69, (1, 1, 5, 4), (3, 2), stride=2), x_shape=(1, 1, 5, 4),
         kernel_size=(3, 2), stride=2),
    case(columns=_matrix(66, (2, 3, 5, 4), (2, 3)) / 2, x_shape=(2, 3, 5, 4), kernel_size=(2, 3)),
    case(columns=_matrix(67, (3, 2, 6, 8), (3, 2), stride=3, padding=1), x_shape=(3, 2, 6, 8),
         kernel_size=(3, 2), stride=3, padding=1),
    case(columns=_matrix(68, (2, 2, 8, 5), (3, 3), stride=2, padding=2) / 2, x_shape=(2, 2, 8, 5),
         kernel_size=(3, 3), stride=2, padding=2),
)  # fmt: skip


def by_torch(
    torch: Any,
    columns: np.ndarray,
    x_shape: tuple[int, ...],
    kernel_size: tuple[int, int],
    stride: int = 1,
    padding: int = 0,
) -> np.ndarray:
    columns = np.asarray(columns, float)
    per_image = columns.reshape(x_shape[0], -1, columns.shape[1]).transpose(0, 2, 1)
    sizes = {"output_size": tuple(x_shape[2:]), "kernel_size": tuple(kernel_size)}
    return reference.run("fold", per_image, **sizes, stride=stride, padding=padding)


def by(order: str = "nijcuv", keep: str = "all") -> Way:
    """A matrix read in another order, or other values kept."""

    def function(
        columns: Any, x_shape: Any, kernel_size: Any, stride: int, padding: int
    ) -> np.ndarray:
        output = summed(columns, x_shape, kernel_size, stride, padding, order=order, keep=keep)
        return _inner(output, x_shape, padding)

    return instead(function)


def around(finish: Any) -> Way:
    """Another end: ``finish(sum with the padding around it, arguments)``."""

    def function(
        columns: Any, x_shape: Any, kernel_size: Any, stride: int, padding: int
    ) -> np.ndarray:
        output = summed(columns, x_shape, kernel_size, stride, padding)
        return finish(output, x_shape, kernel_size, stride, padding)

    return instead(function)


def averaged(columns: Any, x_shape: Any, kernel_size: Any, stride: int, padding: int) -> np.ndarray:
    steps = x_shape, kernel_size, stride, padding
    counts = np.maximum(1, col2im(np.ones(np.shape(columns)), *steps))
    return col2im(columns, *steps) / counts


def read_only(output: np.ndarray, x_shape: Any, size: Any, stride: int, p: int) -> np.ndarray:
    """The part that the windows reach, by the formula of a transposed convolution."""
    i, j = places(x_shape, size, stride, p)
    rows, across = ((n - 1) * stride + k - 2 * p for n, k in zip((i, j), size))
    return output[..., p : p + max(0, rows), p : p + max(0, across)]


def nothing_over(a: dict[str, Any]) -> bool:
    (p, _), size = pair(a["padding"]), a["kernel_size"]
    return all((n + 2 * p - k) % a["stride"] == 0 for n, k in zip(a["x_shape"][2:], size))


MISTAKES = (
    Mistake(
        "overwritten",
        "Where windows overlap, only one of the values is kept. They should be added.",
        "Each place should get the sum of all values that land there. With slices, `+=` adds to "
        "what is there already. At an array of indices it adds only once to each place; "
        "`np.add.at` adds every value.",
        by(keep="last window"),
        by(keep="last tap"),
    ),
    Mistake(
        "averaged",
        "Where windows overlap, the mean is taken. It should be the sum.",
        "`col2im` does not undo `im2col`: a pixel that was copied nine times should come back nine "
        "times as large.",
        instead(averaged),
    ),
    Mistake(
        "padding-not-cut",
        "The padding is still around the answer.",
        "The answer should have the shape of x. Cut the padding off each side at the end.",
        around(lambda output, *_: output),
    ),
    Mistake(
        "padding-cut-wrong",
        "The padding is cut off in the wrong place.",
        "With padding P the image begins at P on each axis, and it has H rows and W columns.",
        around(lambda output, shape, *_: output[..., : shape[2], : shape[3]]),
        around(lambda output, shape, k, s, p: output[..., 2 * p :, 2 * p :]),
    ),
    Mistake(
        "cut-to-minus-padding",
        "Nothing is left where there is no padding.",
        "A slice `p:-p` is empty for p = 0. Compute where the slice ends: `p : p + height`.",
        then(lambda answer, a: answer if a["padding"] else answer[..., :0, :0]),
    ),
    Mistake(
        "leftover-missing",
        "Rows or columns that no window reads are missing: the size is computed from the windows.",
        "Several image sizes have the same number of windows. That is why `x_shape` is given.",
        around(read_only),
        where(nothing_over),
    ),
    Mistake(
        "reshape-without-transpose",
        "The numbers are taken from the wrong windows: the axes of the matrix are not in the order "
        "in which it was made.",
        "First give the matrix the shape (N, H_out, W_out, C, K_H, K_W): in that order it was "
        "made. Then move the axes with `transpose`; `reshape` moves no axis.",
        by(order="ncijuv"),
        by(order="ncuvij"),
        by(order="cuvnij"),
    ),
    Mistake(
        "channels-last",
        "The numbers of a row are taken with the channels last. The channels should come first.",
        "A row runs through the channels, then the rows, then the columns of its window.",
        by(order="nijuvc"),
    ),
    Mistake(
        "window-column-by-column",
        "The numbers of a window are taken column by column.",
        "Read a window like a page, row by row.",
        by(order="nijcvu"),
    ),
    Mistake(
        "windows-column-by-column",
        "The windows are taken column by column. They should be taken row by row.",
        "The window moved to the right first, then down: the rows are the outer order.",
        by(order="njicuv"),
    ),
    Mistake(
        "images-interleaved",
        "The rows are given to the images in turn. They should go image by image.",
        "All windows of the first image come first, then those of the second.",
        by(order="ijncuv"),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used where the windows are put back.",
        "Window i begins at row i · stride.",
        instead(lambda columns, x_shape, kernel_size, stride, padding: side_by_side(
            columns, x_shape, kernel_size, stride, padding, (1, 1))),
        where(lambda a: a["stride"] == 1),
    ),
    Mistake(
        "stride-one-axis",
        "The stride is used along one axis only.",
        "The window makes the same steps down and across.",
        instead(lambda columns, x_shape, kernel_size, stride, padding: side_by_side(
            columns, x_shape, kernel_size, stride, padding, (stride, 1))),
        instead(lambda columns, x_shape, kernel_size, stride, padding: side_by_side(
            columns, x_shape, kernel_size, stride, padding, (1, stride))),
    ),
    Mistake(
        "square-only",
        "It goes wrong where the image or the window is not square.",
        "Height and width are two numbers, for the image and for the window. Keep them apart.",
        where(lambda a: a["kernel_size"][0] == a["kernel_size"][1]),
        where(lambda a: a["x_shape"][2] == a["x_shape"][3]),
    ),
    Mistake(
        "windows-turned",
        "Each window is put back in reverse order.",
        "Nothing should be turned: the first number of a row is the window's first number.",
        instead(lambda columns, x_shape, kernel_size, stride, padding: col2im(
            turned(columns, kernel_size), x_shape, kernel_size, stride, padding)),
    ),
    Mistake(
        "one-image-only",
        "Only one image comes back.",
        "The first axis of x_shape counts the images.",
        then(lambda answer, a: answer[:1]),
        then(lambda answer, a: np.concatenate([answer[:1], 0 * answer[1:]])),
        where(lambda a: a["x_shape"][0] == 1),
    ),
    integer_dtype(),
)  # fmt: skip


def side_by_side(
    columns: Any, x_shape: Any, kernel_size: Any, stride: int, padding: int, steps: tuple[int, int]
) -> np.ndarray:
    """As many windows as there are, put back with other steps."""
    n, c, height, width = x_shape
    (i, j), (rows, taps) = places(x_shape, kernel_size, stride, padding), kernel_size
    values = np.asarray(columns).reshape(n, i, j, c, rows, taps).transpose(0, 3, 1, 2, 4, 5)
    output = np.zeros((n, c, height + 2 * padding, width + 2 * padding))
    for a, b in np.ndindex(i, j):
        top, left = a * steps[0], b * steps[1]
        output[..., top : top + rows, left : left + taps] += values[:, :, a, b]
    return _inner(output, x_shape, padding)


def turned(columns: Any, kernel_size: Any) -> np.ndarray:
    columns = np.asarray(columns)
    return columns.reshape(len(columns), -1, *kernel_size)[..., ::-1, ::-1].reshape(columns.shape)


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
    down, across = places(image, kernel_size, stride, padding)
    rows, width = batch * down * across, inputs * kernel_size[0] * kernel_size[1]
    return {
        "columns": draw.array(rows, width),
        "x_shape": (batch, inputs, *image),
        "kernel_size": kernel_size,
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (IMAGE, SIZE, BATCH, INPUTS, STRIDE, PADDING),
    integers=("columns",),
    linear=("columns",),
)

EXERCISE = Exercise(col2im, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: winograd2d."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS, OUTPUTS
from cnnhelpers.check.families.arrays import flipped, transposed, windows
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then, where
from cnnhelpers.exercises.speed.transforms import KERNEL, OUT, TILE


def winograd2d(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the convolution of x (C_in, H, W) with weight (C_out, C_in, 3, 3), by tiles.

    A tile of 4×4 pixels gives 2×2 outputs with 16 products instead of 36; tiles begin every 2
    pixels. Height and width may be odd. Shape: (C_out, H - 2, W - 2).
    """
    x, weight = np.asarray(x), np.asarray(weight)
    height, width = x.shape[1] - 2, x.shape[2] - 2
    x = np.pad(x, ((0, 0), (0, height % 2), (0, width % 2)))
    tiles = TILE @ windows(x, (4, 4), 2) @ TILE.T  # c i j, rows and columns of the tile
    products = np.einsum("cijpq,ocpq->oijpq", tiles, KERNEL @ weight @ KERNEL.T)
    rows = np.moveaxis(OUT @ products @ OUT.T, -2, 2)  # o i, row in tile, j, column in tile
    return rows.reshape(len(weight), height + height % 2, -1)[:, :height, :width]


CASES = (
    case(x=counted(1, 4, 4), weight=counted(1, 1, 3, 3) + 1),
    case(x=whole(91, 1, 4, 6), weight=whole(92, 1, 1, 3, 3)),
    case(x=whole(93, 2, 6, 4), weight=whole(94, 3, 2, 3, 3)),
    case(x=whole(95, 1, 5, 6), weight=whole(96, 2, 1, 3, 3)),
    case(x=halves(97, 3, 8, 7), weight=halves(98, 2, 3, 3, 3)),
    case(x=halves(99, 2, 7, 9), weight=whole(100, 4, 2, 3, 3)),
    case(x=whole(101, 1, 5, 16), weight=whole(102, 1, 1, 3, 3)),
    case(x=whole(103, 1, 16, 5), weight=whole(104, 1, 1, 3, 3)),
)


def by_torch(torch: Any, x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    return reference.conv2d(x[None], weight)[0]


def by(
    tile: Callable[[np.ndarray], np.ndarray] = lambda d: TILE @ d @ TILE.T,
    kernel: Callable[[np.ndarray], np.ndarray] = lambda w: KERNEL @ w @ KERNEL.T,
    out: Callable[[np.ndarray], np.ndarray] = lambda m: OUT @ m @ OUT.T,
    step: int = 2,
    ragged: str = "padded",
) -> Way:
    """The algorithm with one step done otherwise.

    ``step`` is from tile to tile in the image. ``ragged`` says what becomes of a last tile that is
    not whole: it is "padded" with zeros, or its outputs are "dropped" or stay "zero".
    """

    def function(x: Any, weight: Any) -> np.ndarray:
        x, weight = np.asarray(x, float), np.asarray(weight, float)
        height, width = x.shape[1] - 2, x.shape[2] - 2
        rows, across = (-(-n // 2) if ragged == "padded" else n // 2 for n in (height, width))
        room = ((0, 0), (0, step * rows + 4), (0, step * across + 4))
        x = np.pad(x, room)
        output = np.zeros((len(weight), 2 * rows, 2 * across))
        values = kernel(weight)
        for i, j in np.ndindex(rows, across):
            d = tile(x[:, step * i : step * i + 4, step * j : step * j + 4])
            output[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2] = out((values * d).sum(axis=1))
        if ragged == "zero":
            output = np.pad(output, ((0, 0), (0, height - 2 * rows), (0, width - 2 * across)))
        return output[:, :height, :width]

    return instead(function)


def each_channel(x: Any, weight: Any) -> np.ndarray:
    return np.einsum("cijuv,ocuv->ocij", windows(np.asarray(x), (3, 3)), np.asarray(weight))


def even(a: dict[str, Any]) -> bool:
    return all(n % 2 == 0 for n in a["x"].shape[1:])


def whole_tiles(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    """The outputs of all tiles, those on the zeros beyond the image, too."""
    x = np.asarray(a["x"])
    rest = [(0, n % 2) for n in x.shape[1:]]
    return winograd2d(np.pad(x, ((0, 0), *rest)), a["weight"])


def zeros_in_front(a: dict[str, Any]) -> dict[str, Any]:
    x = np.asarray(a["x"])
    return a | {"x": np.pad(x, ((0, 0), *((n % 2, 0) for n in x.shape[1:])))}


def as_large(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    """As many outputs as there should be."""
    height, width = a["x"].shape[1:]
    return answer[:, : height - 2, : width - 2]


def outputs_between(answer: np.ndarray, a: dict[str, Any]) -> np.ndarray:
    """Each tile's outputs stand where they belong; those between are 0."""
    rows, columns = (np.arange(n) % 4 < 2 for n in answer.shape[1:])
    return answer * np.outer(rows, columns)


HALVES = KERNEL * [[1.0], [2.0], [2.0], [1.0]]

MISTAKES = (
    Mistake(
        "tile-matrix-transposed",
        "The two matrices beside the tile are exchanged: the transposed one stands on the left. "
        "All shapes are 4×4, so there is no error message.",
        "From the left, the matrix mixes the tile's rows; there it stands as it is. From the right "
        "it mixes the columns, and should be transposed.",
        by(tile=lambda d: TILE.T @ d @ TILE),
    ),
    Mistake(
        "tile-transpose-missing",
        "On the right of the tile its matrix is not transposed. All shapes are 4×4, so there is no "
        "error message.",
        "From the left the matrix mixes rows. To mix columns in the same way from the right, it "
        "should be transposed.",
        by(tile=lambda d: TILE @ d @ TILE),
    ),
    Mistake(
        "tile-transposed-twice",
        "On the left of the tile its matrix is transposed; there it should stand as it is. All "
        "shapes are 4×4, so there is no error message.",
        "Only one of the two sides needs the transpose: the one that mixes columns.",
        by(tile=lambda d: TILE.T @ d @ TILE.T),
    ),
    Mistake(
        "one-side-only",
        "The tile is transformed along one axis only.",
        "Each transform works along both axes: with the matrix from the left, and with its "
        "transpose from the right.",
        by(tile=lambda d: TILE @ d),
        by(tile=lambda d: d @ TILE.T),
    ),
    Mistake(
        "tiles-side-by-side",
        "The tiles do not overlap: they begin every 4 pixels.",
        "A tile of 4 pixels makes 2 outputs, so the next tile should begin 2 pixels further.",
        by(step=4),
        then(outputs_between),
    ),
    Mistake(
        "tiles-stepped-by-three",
        "The tiles do not begin every 2 pixels.",
        "The step is the number of outputs of a tile.",
        by(step=3),
        by(step=1),
    ),
    Mistake(
        "edge-missing",
        "Outputs at the edge are missing where their number is odd.",
        "Round the number of tiles up, put zeros after the end of the image, and cut the answer.",
        by(ragged="dropped"),
        by(ragged="zero"),
    ),
    Mistake(
        "odd-size-fails",
        "It fails where the number of outputs is odd: then the last tile is not whole.",
        "Round the number of tiles up, put zeros after the end of the image, and cut the answer.",
        where(even),
    ),
    Mistake(
        "edge-not-cut",
        "There are outputs too many where their number should be odd.",
        "The last tile reads zeros beyond the image. Cut off the outputs that it makes there.",
        then(whole_tiles),
    ),
    Mistake(
        "zeros-in-front",
        "Where the height or the width is odd, the zeros stand in front of the image, so the "
        "output is moved. They should stand behind it.",
        "The first tile should begin with the image, and the last one may reach beyond it.",
        Way(zeros_in_front, as_large),
    ),
    Mistake(
        "halves-missing",
        "In the transform of the kernel the halves in the middle are missing, along one axis at "
        "least.",
        "The middle numbers are (w0 + w1 + w2) / 2 and (w0 − w1 + w2) / 2.",
        by(kernel=lambda w: HALVES @ w @ HALVES.T),
        by(kernel=lambda w: HALVES @ w @ KERNEL.T),
        by(kernel=lambda w: KERNEL @ w @ HALVES.T),
    ),
    Mistake(
        "channels-not-summed",
        "Each input channel has an answer of its own. They should be added up.",
        "Add the products over the input channels, before the last transform.",
        instead(each_channel),
    ),
    Mistake(
        "one-channel-only",
        "Only one input channel counts.",
        "Each filter has a kernel for every input channel. All of them should count.",
        given(x=lambda x: x[:1], weight=lambda w: w[:, :1]),
        given(x=lambda x: x[-1:], weight=lambda w: w[:, -1:]),
        where(lambda a: len(a["x"]) == 1),
    ),
    Mistake(
        "one-filter",
        "Only one filter is used; there should be an output channel for each filter.",
        "The first axis of the weight counts the filters: one for each output channel.",
        then(lambda answer, a: answer[:1]),
        then(lambda answer, a: answer[0]),
        then(lambda answer, a: answer[-1]),
        then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
    ),
    Mistake(
        "flipped-kernel",
        "Your kernels are turned by 180°: this is the true convolution.",
        "The kernel's first number should meet the window's first number.",
        given(weight=flipped),
    ),
    Mistake(
        "transposed-kernel",
        "Rows and columns of the kernels are exchanged.",
        "Transform each kernel as it is: it should not be transposed.",
        given(weight=transposed),
    ),
    Mistake(
        "output-tiles-transposed",
        "Rows and columns are exchanged within each 2×2 piece of the output.",
        "Which axis of a piece runs down, and which to the right? Put it into the output as it is.",
        by(out=lambda m: (OUT @ m @ OUT.T).swapaxes(-1, -2)),
    ),
    Mistake(
        "square-only",
        "It goes wrong where the image is not square.",
        "Height and width are two numbers. Rows and columns of tiles are two numbers, too.",
        where(lambda a: a["x"].shape[1] == a["x"].shape[2]),
    ),
    rectified(),
    integer_dtype(),
)


def recipe(draw: Draw, image: tuple[int, int], inputs: int, outputs: int) -> dict[str, Any]:
    return {"x": draw.array(inputs, *image), "weight": draw.array(outputs, inputs, 3, 3)}


IMAGE = factor(
    "image",
    (6, 6),
    "the image is not 6×6",
    ((4, 8), "the image is wider than high"),
    ((8, 4), "the image is higher than wide"),
    ((4, 13), "the image is three times as wide as high"),
    ((13, 4), "the image is three times as high as wide"),
    ((7, 6), "the height is odd"),
    ((6, 7), "the width is odd"),
    ((3, 3), "the image is as small as the kernel"),
)
DOMAIN = Domain(recipe, (IMAGE, INPUTS, OUTPUTS), integers=("x", "weight"), linear=("x", "weight"))

EXERCISE = Exercise(winograd2d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

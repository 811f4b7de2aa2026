"""Exercise: windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain, Draw, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, STRIDE
from cnnhelpers.check.families.arrays import windows as read
from cnnhelpers.check.families.one_number import step_mistakes
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then, where
from cnnhelpers.exercises.speed.columns import places
from cnnhelpers.exercises.speed.sizes import SIZE, square_size_only


def windows(x: np.ndarray, kernel_size: tuple[int, int], stride: int = 1) -> np.ndarray:
    """Return all windows of x (N, C, H, W) as a view: no number is copied.

    ``kernel_size`` is (K_H, K_W), ``stride`` one number. Shape: (N, C, H_out, W_out, K_H, K_W):
    first which window, then the place in it. What is left over at the end is not read.
    """
    return read(np.asarray(x), kernel_size, stride)


def _turned(x: np.ndarray) -> np.ndarray:
    """Return the images with rows and columns exchanged, as a view: not contiguous."""
    return x.transpose(0, 1, 3, 2)


CASES = (
    case(x=counted(1, 1, 3, 3).astype(float), kernel_size=(2, 2)),
    case(x=whole(71, 1, 1, 4, 5), kernel_size=(2, 3)),
    case(x=whole(72, 1, 2, 5, 4), kernel_size=(3, 2)),
    case(x=whole(73, 1, 1, 7, 8), kernel_size=(2, 2), stride=2),
    case(x=whole(74, 2, 1, 8, 7), kernel_size=(3, 2), stride=2),
    case(x=halves(75, 2, 3, 5, 7), kernel_size=(2, 2), stride=3),
    case(x=_turned(whole(76, 2, 2, 5, 4)), kernel_size=(2, 2)),
    case(x=_turned(whole(77, 1, 3, 4, 7)), kernel_size=(3, 2), stride=2),
)


def by_torch(
    torch: Any, x: np.ndarray, kernel_size: tuple[int, int], stride: int = 1
) -> np.ndarray:
    (tensor,) = reference.tensors([x])
    down = tensor.unfold(2, kernel_size[0], stride)
    found: np.ndarray = down.unfold(3, kernel_size[1], stride).numpy()
    return found


def strided(
    strides: Callable[[int, int, int], tuple[int, int, int, int]], memory: bool = False
) -> Way:
    """``as_strided`` with other strides, given those of rows and columns and the stride.

    With ``memory`` the numbers are taken as they lie in memory, whatever the axes of x are. What
    lies behind the end of the array is NaN: nobody knows what stands there.
    """

    def function(x: Any, kernel_size: Any, stride: int) -> np.ndarray:
        x = np.asarray(x)
        size = places(x.shape, kernel_size, stride)
        flat = np.ravel(x, order="K" if memory else "C").astype(float)
        behind = np.full(8 * x.size + 64, np.nan)
        flat = np.concatenate([flat, behind])
        n, c, height, width = x.shape
        bytes_of = flat.itemsize
        image, channel = c * height * width * bytes_of, height * width * bytes_of
        shape = n, c, *size, *kernel_size
        rest = strides(width * bytes_of, bytes_of, stride)
        return as_strided(flat, shape, (image, channel, *rest), writeable=False)

    return instead(function)


def in_elements(x: Any, kernel_size: Any, stride: int) -> np.ndarray:
    x = np.ascontiguousarray(x)
    n, c, h, w = (each // x.itemsize for each in x.strides)
    shape = *x.shape[:2], *places(x.shape, kernel_size, stride), *kernel_size
    return as_strided(x, shape, (n, c, h * stride, w * stride, h, w), writeable=False)


def in_elements_as_it_lies(x: Any, kernel_size: Any, stride: int) -> np.ndarray:
    x = np.asarray(x)
    n, c, h, w = (each // x.itemsize for each in x.strides)
    shape = *x.shape[:2], *places(x.shape, kernel_size, stride), *kernel_size
    return as_strided(x, shape, (n, c, h * stride, w * stride, h, w), writeable=False)


def in_elements_of_the_shape(x: Any, kernel_size: Any, stride: int) -> np.ndarray:
    x = np.asarray(x)
    _, c, h, w = x.shape
    shape = *x.shape[:2], *places(x.shape, kernel_size, stride), *kernel_size
    strides = c * h * w, h * w, w * stride, stride, w, 1
    return as_strided(x, shape, strides, writeable=False)


def moved(order: str) -> Way:
    return then(lambda answer, a: answer.transpose(["ncijuv".index(axis) for axis in order]))


def cut(answer: np.ndarray, rows: int, across: int) -> np.ndarray:
    return answer[:, :, : answer.shape[2] - rows, : answer.shape[3] - across]


def thinned(x: Any, kernel_size: Any, stride: int) -> np.ndarray:
    """The slice with the steps is laid on the last axes: those within a window."""
    return read(np.asarray(x), kernel_size)[..., ::stride, ::stride]


MISTAKES = (
    Mistake(
        "stride-on-window-axes",
        "The stride is applied within the windows. It should apply to the places of the windows.",
        "The stride moves whole windows: it belongs to axes 2 and 3. Neighbouring pixels of a "
        "window are neighbours in x.",
        strided(lambda row, column, s: (row, column, row * s, column * s)),
        strided(lambda row, column, s: (row * s, column * s, row * s, column * s)),
        instead(thinned),
    ),
    Mistake(
        "strides-in-elements",
        "The strides are given in numbers of elements. `as_strided` needs bytes.",
        "`x.strides` are bytes already: multiply those.",
        instead(in_elements),
        instead(in_elements_as_it_lies),
        instead(in_elements_of_the_shape),
    ),
    Mistake(
        "contiguous-assumed",
        "It works only where x lies in memory in the order of its axes. A transposed array does "
        "not.",
        "Take the strides of x itself, `x.strides`. Do not compute them from its shape.",
        strided(lambda row, column, s: (row * s, column * s, row, column), memory=True),
    ),
    Mistake(
        "window-axes-first",
        "The place in the window comes before the place of the window.",
        "First comes the window, (H_out, W_out), then the place in it, (K_H, K_W).",
        moved("ncuvij"),
        moved("uvncij"),
    ),
    Mistake(
        "axes-mixed",
        "The axes stand in another order.",
        "The order should be (N, C, H_out, W_out, K_H, K_W): rows before columns, twice.",
        moved("ncjiuv"),
        moved("ncijvu"),
        moved("ncjivu"),
        moved("nciujv"),
        moved("nijcuv"),
        moved("cnijuv"),
    ),
    Mistake(
        "windows-flattened",
        "The windows are flattened. Each should keep its rows and columns.",
        "The answer should have six axes: (N, C, H_out, W_out, K_H, K_W).",
        then(lambda answer, a: answer.reshape(*answer.shape[:4], -1)),
        then(lambda answer, a: answer.reshape(*answer.shape[:2], -1, *answer.shape[4:])),
    ),
    *step_mistakes(),
    Mistake(
        "last-window-missing",
        "The last windows are missing.",
        "(H − K) // S + 1 windows fit. Do not forget the 1.",
        then(lambda answer, a: cut(answer, 1, 1)),
        then(lambda answer, a: cut(answer, 1, 0)),
        then(lambda answer, a: cut(answer, 0, 1)),
    ),
    square_size_only(),
    Mistake(
        "one-image-or-channel",
        "Some images or channels are not read.",
        "Images and channels stay as they are: they are the first two axes.",
        given(x=lambda x: x[:1]),
        given(x=lambda x: x[:, :1]),
        given(x=lambda x: x[0]),
        where(lambda a: a["x"].shape[0] == 1),
    ),
)


def recipe(
    draw: Draw,
    image: tuple[int, int],
    kernel_size: tuple[int, int],
    batch: int,
    inputs: int,
    stride: int,
    layout: str,
) -> dict[str, Any]:
    if any(k > n for k, n in zip(kernel_size, image)):
        raise Impossible
    x = draw.array(batch, inputs, *image)
    if layout == "turned":
        x = _turned(draw.array(batch, inputs, *image[::-1]))
    elif layout == "thinned":
        x = draw.array(batch, inputs, image[0], 2 * image[1])[..., ::2]
    return {"x": x, "kernel_size": kernel_size, "stride": stride}


LAYOUT = factor(
    "layout",
    "",
    "x is a view of another array",
    ("turned", "x is a transposed view of another array"),
    ("thinned", "x is a view with steps"),
)
DOMAIN = Domain(
    recipe, (IMAGE, SIZE, BATCH, INPUTS, STRIDE, LAYOUT), integers=("x",), linear=("x",)
)

EXERCISE = Exercise(windows, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN, view_of="x")

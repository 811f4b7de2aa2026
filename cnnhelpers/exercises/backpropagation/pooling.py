"""The backward pass of pooling in pieces, and the mistakes that are made with them.

Each output gives its gradient back to its window, in shares: all to the largest value, or the same
to each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.case import Case, case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, POOL_SIZE
from cnnhelpers.check.mistake import Arguments, Mistake, Way, given, instead, then, where

Shares = Callable[[np.ndarray], np.ndarray]  # of windows (N, C, k, k), for each value


def step_of(a: dict) -> int:
    """Return the stride, which is the kernel size where none is given."""
    return a["kernel_size"] if a["stride"] is None else a["stride"]


def routed(a: dict, shares: Shares, add: bool = True) -> np.ndarray:
    """Return the gradient of x: each output's, in shares, to the values of its window."""
    grad, x = np.asarray(a["grad_output"], float), np.asarray(a["x"], float)
    size, step = a["kernel_size"], step_of(a)
    found = np.zeros(x.shape)
    for i, j in np.ndindex(*grad.shape[2:]):
        window = (..., slice(i * step, i * step + size), slice(j * step, j * step + size))
        sent = shares(x[window]) * grad[:, :, i, j, None, None]
        found[window] = found[window] + sent if add else sent
    return found


def latest(a: dict, shares: Shares) -> np.ndarray:
    """Return the gradient of x where the last output that sends to a value replaces the others."""
    found = np.zeros(np.shape(a["x"]))
    grad = np.asarray(a["grad_output"], float)
    for i, j in np.ndindex(*grad.shape[2:]):
        one = np.zeros_like(grad)
        one[..., i, j] = grad[..., i, j]
        sent = routed(a | {"grad_output": one}, shares)
        found = np.where(sent != 0, sent, found)
    return found


# Shares -----------------------------------------------------------------------------------------


def _one(windows: np.ndarray, place: np.ndarray) -> np.ndarray:
    flat = np.zeros((*windows.shape[:2], windows[0, 0].size))
    np.put_along_axis(flat, place[..., None], 1.0, axis=-1)
    return flat.reshape(windows.shape)


def _rows(windows: np.ndarray) -> np.ndarray:
    return windows.reshape(*windows.shape[:2], -1)


def to_first(windows: np.ndarray) -> np.ndarray:
    """All to the largest value; of several, to the first, row by row."""
    return _one(windows, _rows(windows).argmax(axis=-1))


def to_last(windows: np.ndarray) -> np.ndarray:
    """All to the last of the largest values."""
    flat = _rows(windows)
    return _one(windows, flat.shape[-1] - 1 - flat[..., ::-1].argmax(axis=-1))


def to_each(windows: np.ndarray) -> np.ndarray:
    """All to every one of the largest values."""
    return 1.0 * (windows == windows.max(axis=(-2, -1), keepdims=True))


def among(windows: np.ndarray) -> np.ndarray:
    """In equal parts to the largest values."""
    each = to_each(windows)
    return each / each.sum(axis=(-2, -1), keepdims=True)


def to_smallest(windows: np.ndarray) -> np.ndarray:
    return to_first(-windows)


def to_largest_size(windows: np.ndarray) -> np.ndarray:
    return to_first(np.abs(windows))


def to_first_column_by_column(windows: np.ndarray) -> np.ndarray:
    return np.swapaxes(to_first(np.swapaxes(windows, -1, -2)), -1, -2)


def averaged(windows: np.ndarray) -> np.ndarray:
    """The same part to every value."""
    return np.full(windows.shape, 1 / windows[0, 0].size)


def whole_to_all(windows: np.ndarray) -> np.ndarray:
    return np.ones(windows.shape)


def across_channels(windows: np.ndarray) -> np.ndarray:
    return 1.0 * (windows == windows.max(axis=(1, 2, 3), keepdims=True))


def corner(windows: np.ndarray) -> np.ndarray:
    shares = np.zeros(windows.shape)
    shares[..., 0, 0] = 1.0
    return shares


def by(shares: Shares, add: bool = True) -> Way:
    """A mistake that shares the gradients otherwise."""
    return instead(lambda **a: routed(a, shares, add))


def by_latest(shares: Shares) -> Way:
    """A mistake in which what is sent to a value replaces what it has been sent before."""
    return instead(lambda **a: latest(a, shares))


# Mistakes that both kinds of pooling share ------------------------------------------------------


def sum_mistakes(*shares: Shares) -> Mistake:
    """``=`` stands where ``+=`` should."""
    return Mistake(
        "sum-overwritten",
        "Where windows overlap, one gradient replaces another. They should be added.",
        "A value that two windows send a gradient to should get the sum of both.",
        *(by(each, add=False) for each in shares),
        *map(by_latest, shares),
    )


def emptied(*places: Any) -> Callable[[np.ndarray], np.ndarray]:
    """Puts zeros into these places of a copy."""

    def change(array: np.ndarray) -> np.ndarray:
        found = np.array(array, float)
        for place in places:
            found[place] = 0
        return found

    return change


def window_mistakes(shares: Shares) -> tuple[Mistake, ...]:
    """Stride, size, images and channels."""

    def covered(a: dict) -> tuple[int, int]:
        rows, columns = (
            (count - 1) * step_of(a) + a["kernel_size"] for count in a["grad_output"].shape[2:]
        )
        return rows, columns

    def fits(a: dict) -> bool:
        return covered(a) == a["x"].shape[2:]

    def steps_fit(a: dict, up: bool) -> bool:
        """Whether the steps in x, a last part of one counted or not, are at most the outputs."""
        return all(
            (-(-n // step_of(a)) if up else n // step_of(a)) <= count
            for n, count in zip(a["x"].shape[2:], a["grad_output"].shape[2:])
        )

    def apart(a: dict) -> bool:
        return step_of(a) == a["kernel_size"]

    def short(answer: np.ndarray, a: dict) -> np.ndarray:
        rows, columns = covered(a)
        return answer[..., :rows, :columns]

    def with_stride(stride: Callable[[dict], int]) -> Way:
        def function(**a: Any) -> np.ndarray:
            moved = a | {"stride": stride(a)}
            rows, columns = covered(moved)
            if rows > a["x"].shape[2] or columns > a["x"].shape[3]:
                raise ValueError
            return routed(moved, shares)

        return instead(function)

    def repeated(answer: np.ndarray, a: dict) -> np.ndarray:
        """``grad_output`` blown up to the size of the windows, as if they lay side by side."""
        k = a["kernel_size"]
        blown = np.repeat(np.repeat(np.asarray(a["grad_output"], float), k, 2), k, 3)
        if blown.shape != a["x"].shape:
            raise ValueError
        mask = routed(a | {"grad_output": np.ones_like(a["grad_output"])}, shares)
        return blown * mask

    def kept(answer: np.ndarray, index: tuple) -> np.ndarray:
        found = np.zeros_like(answer)
        found[index] = answer[index]
        return found

    def first_window(answer: np.ndarray, a: dict) -> np.ndarray:
        grad = np.zeros_like(np.asarray(a["grad_output"], float))
        grad[..., 0, 0] = a["grad_output"][..., 0, 0]
        return routed(a | {"grad_output": grad}, shares)

    return (
        Mistake(
            "stride-default-one",
            "Without a stride the windows move by 1. They should stand side by side.",
            "Where no stride is given, it is the kernel size: `stride = kernel_size`.",
            given(stride=lambda stride: 1 if stride is None else stride),
        ),
        Mistake(
            "stride-ignored",
            "The stride is not used, so the windows are looked for in the wrong places.",
            "Output i has read the rows from `i * stride` on.",
            with_stride(lambda a: a["kernel_size"]),
            with_stride(lambda a: 1),
        ),
        Mistake(
            "size-from-formula",
            "The size is computed backwards from the output, so rows and columns that no window "
            "has read are missing.",
            "A gradient has the shape of what it belongs to: take it from `x.shape`. Pixels that "
            "are left over get 0.",
            then(short),
            where(fits),
        ),
        Mistake(
            "side-by-side-only",
            "It goes wrong where the windows do not lie side by side.",
            "Repeating the gradients works only without overlap, gap and rest. Go from window to "
            "window and add.",
            where(apart),
            then(repeated),
            where(lambda a: apart(a) and fits(a)),
            where(lambda a: a["stride"] is None),
        ),
        Mistake(
            "loops-over-input",
            "The loops go over the places of x, and there are more of them than outputs where "
            "windows overlap or pixels are left over.",
            "Go through the outputs: `grad_output.shape` says how many there are.",
            where(lambda a: steps_fit(a, up=True), told=_index_leaves),
            where(lambda a: steps_fit(a, up=False), told=_index_leaves),
        ),
        Mistake(
            "upstream-ignored",
            "The gradient that comes from above, `grad_output`, is not used.",
            "The chain rule multiplies what comes from above by the local derivative.",
            given(grad_output=np.ones_like),
        ),
        Mistake(
            "one-image-only",
            "Some images or channels get no gradient.",
            "Every channel of every image is pooled, so each should get its gradient back.",
            then(lambda answer, a: kept(answer, (slice(1),))),
            then(lambda answer, a: kept(answer, (slice(-1, None),))),
            then(lambda answer, a: kept(answer, (slice(None), slice(1)))),
            then(lambda answer, a: kept(answer, (slice(1), slice(1)))),
            then(lambda answer, a: answer[:1]),
            then(lambda answer, a: answer[0]),
        ),
        Mistake(
            "loop-left-early",
            "Only the first window gives its gradient back.",
            "Does the loop reach all windows? Perhaps the `return` is indented too far.",
            then(first_window),
            then(lambda answer, a: kept(first_window(answer, a), (slice(1), slice(1)))),
        ),
        Mistake(
            "wrong-sign",
            "The gradient has the wrong sign.",
            "A gradient says in which direction the loss grows. The minus belongs to the step of "
            "the optimiser.",
            then(lambda answer, a: -answer),
        ),
        Mistake(
            "stride-default-two",
            "Without a stride the windows move by 2. They should stand side by side.",
            "Where no stride is given, it is the kernel size: `stride = kernel_size`.",
            with_stride(lambda a: 2 if a["stride"] is None else a["stride"]),
        ),
        Mistake(
            "last-windows-missing",
            "The last windows send nothing back.",
            "Do the loops reach all outputs? `range(n)` ends with n - 1 by itself.",
            *(
                given(grad_output=emptied(*places))
                for places in (
                    (np.s_[..., -1, :], np.s_[..., -1]),
                    (np.s_[..., -1, :],),
                    (np.s_[..., -1],),
                )
            ),
        ),
    )


def _index_leaves(error: BaseException, arguments: Arguments) -> bool:
    return isinstance(error, IndexError)


# Cases and domain -------------------------------------------------------------------------------


def cases() -> tuple[Case, ...]:
    """Overlap, gaps, rows that are left over, ties, windows of equal values, several images."""
    rectified = np.maximum(whole(1, 2, 2, 5, 7), 0.0)
    return (
        case(grad_output=floats([[1.0, 10.0]])[None],
             x=floats([[2.0, 2.0, 1.0], [1.0, 2.0, 3.0]])[None], kernel_size=2, stride=1),
        case(grad_output=floats([[1.0, 10.0]])[None],
             x=floats([[1.0, 3.0, 1.0], [1.0, 2.0, 2.0]])[None], kernel_size=2, stride=1),
        case(grad_output=whole(2, 1, 1, 2, 2), x=whole(3, 1, 1, 5, 4), kernel_size=2),
        case(grad_output=whole(4, 2, 2, 2, 3), x=rectified, kernel_size=3, stride=2),
        case(grad_output=whole(5, 1, 2, 3, 4), x=np.zeros((1, 2, 5, 6)), kernel_size=3, stride=1),
        case(grad_output=halves(6, 1, 2, 2, 3), x=halves(7, 1, 2, 6, 8), kernel_size=2, stride=3),
        case(grad_output=halves(8, 3, 1, 2, 3), x=-np.abs(halves(9, 3, 1, 4, 6)), kernel_size=2),
        case(grad_output=whole(10, 2, 3, 3, 2), x=whole(11, 2, 3, 5, 4), kernel_size=3, stride=1),
        case(grad_output=whole(12, 1, 2, 2, 2), x=halves(13, 1, 2, 7, 6), kernel_size=3),
    )  # fmt: skip


def recipe(
    draw: Any,
    image: tuple[int, int],
    kernel_size: int,
    batch: int,
    inputs: int,
    stride: int | None,
    rectified: bool,
) -> dict[str, Any]:
    step = kernel_size if stride is None else stride
    if kernel_size > min(image):
        raise Impossible
    x = draw.array(batch, inputs, *image)
    if rectified:  # as after a ReLU: windows full of zeros
        x = np.where(draw.random.integers(0, 3, x.shape) == 0, np.abs(x), 0.0)
    places = [(n - kernel_size) // step + 1 for n in image]
    arguments = {"grad_output": draw.array(batch, inputs, *places), "x": x}
    arguments["kernel_size"] = kernel_size
    return arguments if stride is None else arguments | {"stride": stride}


DOMAIN = Domain(
    recipe,
    (
        IMAGE,
        POOL_SIZE,
        BATCH,
        INPUTS,
        factor(
            "stride",
            None,
            "a stride is given",
            (1, "the stride is 1"),
            (2, "the stride is 2"),
            (3, "the stride is 3"),
        ),
        factor("rectified", False, "many values are 0", (True, "many values are 0")),
    ),
    integers=("grad_output", "x"),
)

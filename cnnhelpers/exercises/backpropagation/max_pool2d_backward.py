"""Exercise: max_pool2d_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, then, where
from cnnhelpers.exercises.backpropagation.pooling import (
    DOMAIN,
    across_channels,
    among,
    averaged,
    by,
    cases,
    corner,
    routed,
    step_of,
    sum_mistakes,
    to_each,
    to_first,
    to_first_column_by_column,
    to_largest_size,
    to_last,
    to_smallest,
    whole_to_all,
    window_mistakes,
)


def max_pool2d_backward(
    grad_output: np.ndarray, x: np.ndarray, kernel_size: int, stride: int | None = None
) -> np.ndarray:
    """Return the gradient of x (N, C, H, W), given that of ``max_pool2d(x, kernel_size, stride)``.

    ``grad_output`` is (N, C, H_out, W_out). Each output gives its gradient to the largest value of
    its window; of several, to the first, row by row, as in PyTorch. ``kernel_size`` and ``stride``
    are one number each; without a stride it is the kernel size.
    """
    a = {"grad_output": grad_output, "x": x, "kernel_size": kernel_size, "stride": stride}
    return routed(a, to_first)


CASES = cases()


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, kernel_size: int, **options: Any
) -> np.ndarray | None:
    return reference.gradients("max_pool2d", [x], grad_output, kernel_size=kernel_size, **options)[
        0
    ]


def flat_places(a):
    """The places of the maxima in each plane, counted row by row, with their gradients."""
    grad, x = np.asarray(a["grad_output"], float), np.asarray(a["x"], float)
    size, step, width = a["kernel_size"], step_of(a), x.shape[3]
    for n, c, i, j in np.ndindex(*grad.shape):
        window = x[n, c, i * step : i * step + size, j * step : j * step + size]
        row, column = divmod(int(window.argmax()), size)
        yield (n, c), (i * step + row) * width + j * step + column, (row, column), grad[n, c, i, j]


def divided_by_height(answer, a):
    found = np.zeros(a["x"].shape)
    for plane, flat, _, grad in flat_places(a):
        row, column = divmod(flat, a["x"].shape[2])
        found[(*plane, row, column)] += grad
    return found


def place_in_window(answer, a):
    found = np.zeros(a["x"].shape)
    for plane, _, place, grad in flat_places(a):
        found[(*plane, *place)] += grad
    return found


def place_turned(answer, a):
    """Row and column of the maximum exchanged inside of its window."""
    found, width = np.zeros(a["x"].shape), a["x"].shape[3]
    for plane, flat, (row, column), grad in flat_places(a):
        top, left = flat // width - row, flat % width - column
        found[(*plane, top + column, left + row)] += grad
    return found


def whole_plane(answer, a):
    """Everything to the largest value of the whole image."""
    x, grad = np.asarray(a["x"], float), np.asarray(a["grad_output"], float)
    return to_first(x) * grad.sum(axis=(2, 3), keepdims=True)


def outputs_value(answer, a):
    """The gradient times the largest value."""
    return answer * a["x"]


def wherever_equal(answer, a):
    """To every value of the image, inside of the window or not, that equals the maximum."""
    grad, x = np.asarray(a["grad_output"], float), np.asarray(a["x"], float)
    size, step = a["kernel_size"], step_of(a)
    found = np.zeros(x.shape)
    for i, j in np.ndindex(*grad.shape[2:]):
        window = x[..., i * step : i * step + size, j * step : j * step + size]
        top = window.max(axis=(-2, -1), keepdims=True)
        found += (x == top) * grad[:, :, i, j, None, None]
    return found


def first_equal(answer, a):
    """To the first value of the image, inside of the window or not, that equals the maximum."""
    grad, x = np.asarray(a["grad_output"], float), np.asarray(a["x"], float)
    size, step = a["kernel_size"], step_of(a)
    found = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(*grad.shape):
        top = x[n, c, i * step : i * step + size, j * step : j * step + size].max()
        found[n, c].flat[(x[n, c] == top).argmax()] += grad[n, c, i, j]
    return found


MISTAKES = (
    Mistake(
        "ties-to-all",
        "Where several values are the largest, each of them gets the whole gradient. Together they "
        "get more than has come.",
        "Only the first of equal values should get the gradient. `window == window.max()` can be "
        "true more than once, often after a ReLU; `argmax` gives one place.",
        by(to_each),
    ),
    Mistake(
        "ties-to-all-overwritten",
        "Where several values are the largest, each of them gets the whole gradient. And where "
        "windows overlap, one gradient replaces another.",
        "Only the first of equal values should get the gradient. A value that two windows send a "
        "gradient to should get the sum of both.",
        by(to_each, add=False),
    ),
    Mistake(
        "ties-to-all-side-by-side",
        "Where several values are the largest, each of them gets the whole gradient. And it goes "
        "wrong where the windows do not lie side by side.",
        "Only the first of equal values should get the gradient. Output i has read the rows from "
        "`i * stride` on: go from window to window and add.",
        where(lambda a: step_of(a) == a["kernel_size"], by(to_each)),
    ),
    Mistake(
        "ties-shared",
        "Where several values are the largest, they share the gradient. As in PyTorch, the first "
        "should get all of it.",
        "`argmax` gives the first place, row by row.",
        by(among),
    ),
    Mistake(
        "ties-to-last",
        "Where several values are the largest, the last one gets the gradient. As in PyTorch, the "
        "first should get it.",
        "`argmax` gives the first place. In a loop, only a value that is really larger (`>`) "
        "should replace the one before.",
        by(to_last),
    ),
    Mistake(
        "ties-by-columns",
        "Where several values are the largest, the gradient goes to the first of them column by "
        "column. As in PyTorch, it should go to the first row by row.",
        "Read each window like a page: the rows in the outer order, the columns in the inner one.",
        by(to_first_column_by_column),
    ),
    sum_mistakes(to_first, to_last, among),
    Mistake(
        "argmax-of-the-image",
        "The largest value is looked for in the whole image. Each window should have its own.",
        "Look for the largest value inside the window only.",
        then(whole_plane),
    ),
    Mistake(
        "looked-up-in-the-image",
        "The window's largest value is looked up in the whole image, so a gradient leaves its "
        "window where the same value stands outside of it, too.",
        "Look for the place inside the window, and add the corner of the window to it.",
        then(first_equal),
        then(wherever_equal),
    ),
    Mistake(
        "place-in-the-window",
        "The place inside the window is taken for a place in the image: the corner of the window "
        "is not added.",
        "A place in a window counts from the window's corner. Where does that corner stand in x?",
        then(place_in_window),
    ),
    Mistake(
        "place-turned",
        "Row and column of the largest value are exchanged inside its window.",
        "If you use `divmod(place, width)`: the row is the quotient, the column the remainder.",
        then(place_turned),
    ),
    Mistake(
        "divided-by-height",
        "The flat place of the maximum is divided by the height. It should be divided by the "
        "width.",
        "A row is as long as the width. `np.unravel_index(place, shape)` gives row and column, "
        "too.",
        then(divided_by_height),
    ),
    Mistake(
        "average-for-max",
        "All values of a window get a part. The largest should get everything.",
        "The output did not depend on the others: if one of them grows a little, nothing changes.",
        by(averaged),
        by(whole_to_all),
    ),
    Mistake(
        "wrong-winner",
        "The gradient goes to another value than the largest.",
        "Which value of the window did the forward pass return?",
        by(to_smallest),
        by(to_largest_size),
        by(corner),
    ),
    Mistake(
        "begins-at-zero",
        "A window of negative values does not find its maximum, as if the search began with a "
        "largest value of 0.",
        "Begin with `-np.inf`, or with the first value of the window.",
        by(lambda windows: to_first(windows) * (windows > 0)),
        by(lambda windows: to_first(windows) * (windows >= 0)),
        by(lambda windows: to_first(np.maximum(windows, 0))),
    ),
    Mistake(
        "channels-together",
        "The largest value is looked for in all channels at once. Each channel should have its "
        "own.",
        "Each channel is pooled by itself, so each has a maximum of its own.",
        by(across_channels),
    ),
    Mistake(
        "multiplied-by-x",
        "The gradient is multiplied by the value of x.",
        "The maximum is a copy of one value: its slope is 1.",
        then(outputs_value),
    ),
    *window_mistakes(to_first),
)

EXERCISE = Exercise(max_pool2d_backward, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

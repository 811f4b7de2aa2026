"""Mistakes that im2col, col2im and windows share: the size of a window, its steps, the border."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.domain import Factor, factor
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, where

SIZE: Factor = factor(
    "kernel_size",
    (2, 2),
    "the windows are not 2×2",
    ((3, 3), "the windows are 3×3"),
    ((2, 3), "the windows are wider than high"),
    ((3, 2), "the windows are higher than wide"),
    ((1, 1), "a window is a single number"),
)


def square_size_only() -> Mistake:
    """One of the two sizes of the window is taken for both, or they are exchanged."""
    return Mistake(
        "square-only",
        "It works for square windows only: the two numbers of `kernel_size` are taken for the "
        "same, or exchanged.",
        "`rows, columns = kernel_size`: the height comes first. Keep the two apart.",
        given(kernel_size=lambda size: (size[0], size[0])),
        given(kernel_size=lambda size: (size[1], size[1])),
        given(kernel_size=lambda size: size[::-1]),
        where(lambda a: a["kernel_size"][0] == a["kernel_size"][1]),
    )


def step_mistakes() -> tuple[Mistake, ...]:
    """The stride is not used, or along one axis."""
    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "The stride is the distance between neighbouring windows; there are fewer of them.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "The stride is right along one axis only.",
            "The window makes the same steps down and across.",
            given(stride=lambda s: (s, 1)),
            given(stride=lambda s: (1, s)),
        ),
    )


def placing_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with stride and padding of a function of x and kernel_size."""

    def around(sides: Callable[[int], Any], **how: Any) -> Way:
        def change(a: dict[str, Any]) -> dict[str, Any]:
            x = np.pad(a["x"], ((0, 0), (0, 0), *sides(a["padding"])), **how)
            return {"x": x, "padding": 0}

        return given_all(change)

    def both(p: int) -> Any:
        return (p, p), (p, p)

    return (
        *step_mistakes(),
        Mistake(
            "padding-ignored",
            "The padding is not used.",
            "Before the windows are read, the input grows on every side.",
            given(padding=lambda p: 0),
        ),
        Mistake(
            "padding-one-axis",
            "The padding is added along one axis, or on one side only.",
            "Rows above and below, and columns left and right.",
            given(padding=lambda p: (p, 0)),
            given(padding=lambda p: (0, p)),
            around(lambda p: ((p, 0), (p, 0))),
            around(lambda p: ((0, p), (0, p))),
        ),
        Mistake(
            "padding-nonzero",
            "The padding is not zero.",
            "What does `np.pad` put around by default?",
            around(both, mode="edge"),
            around(both, mode="wrap"),
            around(both, constant_values=1),
        ),
        Mistake(
            "padding-all-axes",
            "Images and channels are padded, too: `np.pad` with one number adds to every axis.",
            "`np.pad` takes a pair for each axis; two of the four axes get nothing.",
            given_all(lambda a: {"x": np.pad(a["x"], a["padding"]), "padding": 0}),
        ),
    )

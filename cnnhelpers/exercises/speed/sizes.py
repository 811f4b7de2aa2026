"""Mistakes that im2col, col2im and windows share: the size of a window, its steps, the border."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.domain import Factor, factor
from cnnhelpers.check.families.one_number import padding_all_axes, padding_ignored, step_mistakes
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
        "It goes wrong where the window is not square: the two numbers of `kernel_size` are not "
        "kept apart.",
        "`rows, columns = kernel_size`: the height comes first.",
        given(kernel_size=lambda size: (size[0], size[0])),
        given(kernel_size=lambda size: (size[1], size[1])),
        given(kernel_size=lambda size: size[::-1]),
        where(lambda a: a["kernel_size"][0] == a["kernel_size"][1]),
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
        padding_ignored(),
        Mistake(
            "padding-one-axis",
            "The padding is not added on all four sides.",
            "There should be rows above and below, and columns left and right.",
            given(padding=lambda p: (p, 0)),
            given(padding=lambda p: (0, p)),
            around(lambda p: ((p, 0), (p, 0))),
            around(lambda p: ((0, p), (0, p))),
            around(lambda p: ((2 * p, 0), (2 * p, 0))),
            around(lambda p: ((0, 2 * p), (0, 2 * p))),
        ),
        Mistake(
            "padding-nonzero",
            "The padding is not zeros.",
            "Fill the border with zeros. If you use `np.pad`: what does it fill in by default?",
            around(both, mode="edge"),
            around(both, mode="wrap"),
            around(both, constant_values=1),
        ),
        padding_all_axes(
            given_all(lambda a: {"x": np.pad(a["x"], a["padding"]), "padding": 0}),
        ),
    )

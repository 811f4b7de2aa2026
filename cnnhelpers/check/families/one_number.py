"""Mistakes with a stride or a padding that is one number for both axes, whatever is padded."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable

import numpy as np

from cnnhelpers.check.families.arrays import Pair
from cnnhelpers.check.mistake import Arguments, Mistake, Way, given, where

Sides = Callable[[int], tuple[Pair, Pair]]  # the padding -> rows before, after; columns the same


def step_mistakes() -> tuple[Mistake, ...]:
    """The stride is not used, or along one axis."""
    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "The stride is the distance between neighbouring windows. With a larger stride there "
            "are fewer windows.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "Along one axis the stride is not what it should be.",
            "The window should make the same steps down and across.",
            given(stride=lambda s: (s, 1)),
            given(stride=lambda s: (1, s)),
        ),
    )


def padding_ignored() -> Mistake:
    """The padding is not used."""
    return Mistake(
        "padding-ignored",
        "The padding is not used.",
        "Before the windows are read, the input should grow on every side.",
        given(padding=lambda p: 0),
    )


def amount_mistakes(around: Callable[[Sides], Way]) -> tuple[Mistake, ...]:
    """The padding is not used, is on one side, all of it on one side, halved or doubled.

    ``around(sides)`` is the way in which the input is padded by ``sides(padding)`` instead.
    """
    return (
        padding_ignored(),
        Mistake(
            "padding-one-side",
            "The padding is added on one side of each axis only; it should be added on both.",
            "Padding is per side: above and below, left and right.",
            around(lambda p: ((p, 0), (p, 0))),
            around(lambda p: ((0, p), (0, p))),
        ),
        Mistake(
            "input-in-corner",
            "All of the padding is on one side of each axis, so the input lies in a corner. It "
            "should lie in the middle.",
            "Padding is per side: as many rows above as below, as many columns left as right.",
            around(lambda p: ((2 * p, 0), (2 * p, 0))),
            around(lambda p: ((0, 2 * p), (0, 2 * p))),
        ),
        Mistake(
            "padding-total",
            "The padding is taken for the total of both sides; it should be for each side.",
            "With padding 1 an input of 5 should become 7.",
            around(lambda p: ((p // 2, p - p // 2), (p // 2, p - p // 2))),
            around(lambda p: ((p - p // 2, p // 2), (p - p // 2, p // 2))),
            given(padding=lambda p: p // 2),
        ),
        Mistake(
            "padding-doubled",
            "Twice as much padding as asked for is added on each side.",
            "Padding is per side already: with padding 1 an input of 5 becomes 7.",
            given(padding=lambda p: 2 * p),
        ),
    )


def padding_one_axis() -> Mistake:
    """The padding is added along one axis only."""
    return Mistake(
        "padding-one-axis",
        "The padding is added along one axis only.",
        "Add rows above and below, and columns left and right.",
        given(padding=lambda p: (p, 0)),
        given(padding=lambda p: (0, p)),
    )


def padding_all_axes(*ways: Way) -> Mistake:
    """The axes of images and channels are padded, too, in one of the ``ways``."""
    return Mistake(
        "padding-all-axes",
        "The axes of images and channels are padded, too; only height and width should be.",
        "If you use `np.pad`: one number pads every axis. Give it a pair for each axis, (0, 0) "
        "for images and channels.",
        *ways,
    )


def stops_where_all_grew() -> Way:
    """The code stops where there is padding, and has made an array with more images or channels."""
    return where(lambda a: a["padding"] == 0, told=_all_grew)


def padding_misfit() -> Mistake:
    """Height and width are padded by one rule, and the answer's size is computed by another."""
    return Mistake(
        "padding-misfit",
        "The size of the answer and the padding of x do not fit together.",
        "Print `x.shape` after the padding, and the shape of the answer. If you pad x first, its "
        "new shape holds the padding already: do not add it again.",
        where(lambda a: not np.any(a["padding"]), told=_sizes_differ),
    )


def _all_grew(error: BaseException, arguments: Arguments) -> bool:
    images, channels, *sizes = np.shape(arguments["x"])
    more = 2 * arguments["padding"]
    wrong = (
        (images + more, channels + more), (images + more, channels), (images, channels + more),
    )  # fmt: skip
    grown = {(*first, *(size + more for size in sizes)) for first in wrong}
    return any(
        isinstance(array, np.ndarray) and array.shape in grown
        for frame, _ in traceback.walk_tb(error.__traceback__)
        for array in frame.f_locals.values()
    )


def _sizes_differ(error: BaseException, arguments: Arguments) -> bool:
    said = str(error)
    return "requested shape" not in said and bool(
        re.search("broadcast|is out of bounds for axis", said)
    )

"""Mistakes with an argument ``stride``."""

from __future__ import annotations

from cnnhelpers.check.families.arrays import padded, pair
from cnnhelpers.check.mistake import Mistake, given, given_all, then, where


def stride_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with an argument ``stride``."""
    return (
        Mistake(
            "stride-ignored",
            "The stride is not used: the window moves by 1.",
            "Window i should begin at i * stride, and there should be about stride times fewer "
            "windows.",
            given(stride=lambda s: 1),
        ),
        Mistake(
            "stride-one-axis",
            "Along one axis the stride is not what it should be.",
            "Rows should move by stride[0], columns by stride[1].",
            given(stride=lambda s: (pair(s)[0], 1)),
            given(stride=lambda s: (1, pair(s)[1])),
            given(stride=lambda s: pair(s)[0]),
            given(stride=lambda s: pair(s)[1]),
        ),
        Mistake(
            "strides-swapped",
            "The two strides are exchanged.",
            "A pair is (down, across): the first number is for the rows, as in every shape.",
            given(stride=lambda s: pair(s)[::-1]),
        ),
    )


def stride_for_size_only(course):
    """A mistake: the size is that of the strided answer, but the windows move by 1."""

    def before(answer, a):
        plain = course(**(a | {"stride": 1}))
        return plain[..., : answer.shape[-2], : answer.shape[-1]]

    return Mistake(
        "stride-size-only",
        "The size of the answer follows the stride, but the windows still move by 1.",
        "Window (i, j) should begin at (i * stride_down, j * stride_across).",
        then(before),
    )


def partial_windows(course, x="x"):
    """A mistake: a last window that does not fit whole is counted."""

    def extended(a):
        down, across = pair(a["stride"])
        (p, q), rest = pair(a["padding"]), {"padding": 0}
        return {x: padded(a[x], ((p, p + down - 1), (q, q + across - 1)))} | rest

    def fits(a):
        return course(**a).shape == course(**(a | extended(a))).shape

    return Mistake(
        "ceil",
        "A last window that does not fit whole is counted; it should be left out.",
        "Round the number of windows down: (size + 2 * padding - kernel) // stride + 1.",
        given_all(extended),
        where(fits),
    )

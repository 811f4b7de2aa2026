"""Mistakes with the dilation of a convolution."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cnnhelpers.check.families.arrays import pair
from cnnhelpers.check.mistake import Arguments, Mistake, given, then, where


def _as_if_longer(answer: np.ndarray, a: Arguments) -> np.ndarray:
    """The answers that are left where a kernel of K * dilation pixels still fits."""
    sizes = (
        max(0, (length + 2 * p - k * d) // s + 1)
        for length, k, d, p, s in zip(
            a["x"].shape[2:],
            a["weight"].shape[2:],
            *(pair(a[name]) for name in ("dilation", "padding", "stride")),
        )
    )
    rows, columns = sizes
    return answer[..., :rows, :columns]


def dilation_mistakes(course: Callable[..., np.ndarray]) -> tuple[Mistake, ...]:
    """Mistakes with the dilation; ``course`` is the right convolution."""
    return (
        Mistake(
            "dilation-ignored",
            "The dilation is not used: the taps lie side by side.",
            "Tap u should read row i * stride + u * dilation.",
            given(dilation=lambda d: 1),
        ),
        Mistake(
            "dilation-off-by-one",
            "The gaps are one pixel too wide.",
            "Dilation is the distance between neighbouring taps: 1 means no gap.",
            given(dilation=lambda d: tuple(n + 1 for n in pair(d))),
            where(lambda a: True, given(dilation=lambda d: tuple(n + (n > 1) for n in pair(d)))),
        ),
        Mistake(
            "dilation-one-axis",
            "Along one axis the dilation is not used as it should be.",
            "Rows of taps should be dilation[0] apart, columns dilation[1].",
            given(dilation=lambda d: (pair(d)[0], 1)),
            given(dilation=lambda d: (1, pair(d)[1])),
            given(dilation=lambda d: pair(d)[0]),
            given(dilation=lambda d: pair(d)[1]),
        ),
        Mistake(
            "dilations-swapped",
            "The two dilations are exchanged.",
            "A pair is (down, across): the first number is for the rows.",
            given(dilation=lambda d: pair(d)[::-1]),
        ),
        Mistake(
            "dilation-size-only",
            "The size of the answer follows the dilation, but the taps still lie side by side.",
            "Tap (u, v) should read (i * stride + u * dilation, j * stride + v * dilation).",
            then(
                lambda answer, a: course(**(a | {"dilation": 1}))[
                    ..., : answer.shape[-2], : answer.shape[-1]
                ]
            ),
        ),
        Mistake(
            "dilated-kernel-too-long",
            "The dilated kernel is taken as K * dilation pixels long. It should be "
            "dilation * (K - 1) + 1: between K taps there are K - 1 steps.",
            "How far is it from the first tap to the last?",
            then(_as_if_longer),
        ),
        Mistake(
            "dilation-size-forgotten",
            "It fails where the dilation is more than 1.",
            "How large is the answer? The dilated kernel spans dilation * (K - 1) + 1 pixels: use "
            "that for its size.",
            where(lambda a: pair(a["dilation"]) == (1, 1)),
        ),
    )

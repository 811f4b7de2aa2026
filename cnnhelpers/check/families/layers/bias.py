"""The bias of a layer: missing, added too often, or along the wrong axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.mistake import Mistake, Way, then


def column(bias: np.ndarray, space: int) -> np.ndarray:
    """Return one number for each channel, in the shape that lies along the channel axis."""
    return np.reshape(bias, (-1, *[1] * space))


def with_bias(space: int, add: Callable[[np.ndarray, np.ndarray, dict], np.ndarray]) -> Way:
    """A mistake that adds the bias otherwise: ``add(answer without bias, bias, arguments)``."""
    return then(lambda answer, a: add(answer - column(a["bias"], space), a["bias"], a))


def bias_mistakes(space: int) -> tuple[Mistake, ...]:
    """Mistakes with the bias, one number for each output channel."""

    def times(count: Callable[[np.ndarray], int]) -> Way:
        return with_bias(
            space, lambda answer, bias, a: answer + column(bias, space) * count(a["weight"])
        )

    def single(pick: Callable[[np.ndarray], Any]) -> Way:
        return with_bias(space, lambda answer, bias, a: answer + pick(bias))

    def along(axis: int) -> Way:
        return with_bias(space, lambda answer, bias, a: answer + column(bias, axis))

    return (
        Mistake(
            "bias-missing",
            "The bias is not added.",
            "Each output channel has one more number, its bias: it should be added when all "
            "products are summed.",
            with_bias(space, lambda answer, bias, a: answer),
        ),
        Mistake(
            "bias-per-input-channel",
            "The bias is added once for each input channel.",
            "Sum over the input channels first. After that, add the bias once.",
            times(lambda w: w.shape[1]),
        ),
        Mistake(
            "bias-per-tap",
            "The bias is added several times for each window; it should be added once.",
            "Where does the addition stand? The bias belongs to the finished sum.",
            times(lambda w: w[0].size),
            times(lambda w: w[0, 0].size),
            *([times(lambda w: w.shape[2])] if space > 1 else []),
        ),
        Mistake(
            "bias-twice",
            "The bias is added twice.",
            "Where does the output begin: with zeros, or with the bias already?",
            with_bias(space, lambda answer, bias, a: answer + 2 * column(bias, space)),
        ),
        Mistake(
            "bias-along-width",
            "The bias is added along the wrong axis. NumPy lines axes up from the last one.",
            "There is one bias for each output channel. Give the array of biases an axis of "
            "length 1 for each axis that comes after the channels.",
            *(along(axis) for axis in range(space)),
        ),
        Mistake(
            "bias-single",
            "The same number is added to all output channels as their bias.",
            "Each output channel should get a bias of its own.",
            single(lambda bias: bias[0]),
            single(lambda bias: bias[-1]),
            single(np.sum),
            single(np.mean),
        ),
        Mistake(
            "bias-subtracted",
            "The bias is subtracted; it should be added.",
            "The output is the sum plus the bias.",
            with_bias(space, lambda answer, bias, a: answer - column(bias, space)),
        ),
        Mistake(
            "bias-multiplied",
            "The sum is multiplied by the bias; the bias should be added.",
            "A bias moves all values of a channel up or down by the same amount.",
            with_bias(space, lambda answer, bias, a: answer * column(bias, space)),
        ),
    )

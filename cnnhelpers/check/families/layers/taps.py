"""The taps of a filter: averaged, overwritten, turned round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from cnnhelpers.check.families.layers.bias import column, with_bias
from cnnhelpers.check.families.layers.channels import only
from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.mistake import Mistake, Way, both, given, then


def sum_mistakes(space: int) -> tuple[Mistake, ...]:
    """Mistakes in the sum over the taps of a filter."""

    def divided(count: Callable[[np.ndarray], int]) -> tuple[Way, Way]:
        return (
            with_bias(
                space, lambda answer, bias, a: answer / count(a["weight"]) + column(bias, space)
            ),
            then(lambda answer, a: answer / count(a["weight"])),
        )

    taps = [slice(-1, None)] * space
    return (
        averaged(*divided(lambda w: w[0].size), *divided(lambda w: w[0, 0].size)),
        overwritten(
            only(lambda keep: keep[(slice(-1, None), *taps)].fill(1)),
            only(lambda keep: keep[(slice(None), *taps)].fill(1)),
        ),
        Mistake(
            "first-tap-only",
            "Only the first product of each window counts.",
            "Look for something that ends the sum too early, such as a `return` or a `break` that "
            "is indented too far.",
            only(lambda keep: keep[(slice(1), *[slice(1)] * space)].fill(1)),
            only(lambda keep: keep[(slice(None), *[slice(1)] * space)].fill(1)),
        ),
    )


def flipped_mistakes(space: int) -> tuple[Mistake, ...]:
    """Mistakes that turn the kernel round."""
    turns = [turn for turn in product((1, -1), repeat=space) if min(turn) < 0]

    def turned(turn: Sequence[int]) -> Way:
        index = (..., *(slice(None, None, step) for step in turn))
        return given(weight=lambda w: w[index])

    whole = tuple([-1] * space)
    mistakes = [
        Mistake(
            "flipped-kernel",
            "Your kernels are turned round: that is the true convolution. In a CNN the kernel "
            "should be laid on the input as it is (cross-correlation).",
            "The kernel's first number should meet the window's first. If you use `np.convolve` "
            "or `scipy.signal.convolve`: they turn the kernel.",
            turned(whole),
            both(turned(whole), given(weight=lambda w: w[:, ::-1])),
        )
    ]
    if space > 1:
        mistakes.append(
            Mistake(
                "kernel-mirrored",
                "Your kernels are mirrored, but not along all axes.",
                "No axis should be turned: along each, the kernel's first number should meet the "
                "window's first.",
                *(turned(turn) for turn in turns if turn != whole),
            )
        )
    return tuple(mistakes)

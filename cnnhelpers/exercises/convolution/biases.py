"""Mistakes with the bias of a convolution."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.mistake import Mistake, given_all, then, where

_NONE = {"bias": None}


def _with_bias(add):
    """Add the bias in another way: ``add(answer without bias, bias, arguments)``."""

    def change(answer, a):
        bias = a["bias"]
        if bias is None:
            return answer
        return add(answer - np.reshape(bias, (-1, 1, 1)), np.asarray(bias), a)

    return then(change)


def _over_width(answer, bias, a):
    return answer + bias  # NumPy lays a plain array along the last axis


def _over_height(answer, bias, a):
    return answer + bias[:, None]


def whole_before_bias(answer, a):
    bias = 0 if a["bias"] is None else np.reshape(a["bias"], (-1, 1, 1))
    return np.trunc(answer - bias) + bias


def _first_bias(answer, bias, a):
    return answer + bias[0]


def _by_input_channel(answer, bias, a):
    return answer + bias.reshape(-1, 1, 1) * a["weight"].shape[1]


def _by_tap(answer, bias, a):
    return answer + bias.reshape(-1, 1, 1) * a["weight"][0].size


def _per_tap_plane(answer, bias, a):
    return answer + bias.reshape(-1, 1, 1) * a["weight"][0, 0].size


def bias_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with a bias that is one number for each filter, or None."""
    return (
        Mistake(
            "bias-missing",
            "The bias is not added.",
            "After the sum over channels and taps, add `bias[o]` to every pixel of output channel "
            "o.",
            given_all(lambda a: _NONE),
        ),
        Mistake(
            "bias-per-input-channel",
            "The bias is added once for each input channel.",
            "Sum over the input channels first; then add the bias once.",
            _with_bias(_by_input_channel),
        ),
        Mistake(
            "bias-per-tap",
            "The bias is added with the products of a window, again and again; it should be added "
            "once.",
            "Take the bias out of the loops over the kernel: one addition for each output value.",
            _with_bias(_by_tap),
            _with_bias(_per_tap_plane),
        ),
        Mistake(
            "bias-along-width",
            "The bias is added along the wrong axis. NumPy lines axes up from the last one.",
            "There is one bias for each output channel. Give the array of biases two more axes of "
            "length 1, for height and width.",
            _with_bias(_over_width),
            _with_bias(_over_height),
        ),
        Mistake(
            "bias-single",
            "The same number is added to all output channels as their bias.",
            "Output channel o should get `bias[o]`.",
            _with_bias(_first_bias),
            _with_bias(lambda answer, bias, a: answer + bias[-1]),
            _with_bias(lambda answer, bias, a: answer + bias.sum()),
            _with_bias(lambda answer, bias, a: answer + bias.mean()),
        ),
        Mistake(
            "bias-subtracted",
            "The bias is subtracted; it should be added.",
            "The output is the sum plus the bias.",
            given_all(lambda a: {"bias": None if a["bias"] is None else -a["bias"]}),
        ),
        Mistake(
            "bias-required",
            "It fails without a bias. `None` is the default and means that there is none.",
            "Before you add the bias, look whether it is `None`.",
            where(lambda a: a["bias"] is not None),
        ),
    )

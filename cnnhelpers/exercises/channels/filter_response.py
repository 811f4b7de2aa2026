"""Exercise: filter_response."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS, KERNEL
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then, where


def filter_response(window: np.ndarray, weight: np.ndarray, bias: float) -> float:
    """Return one filter's answer to one window, both (C, K_H, K_W): sum plus bias."""
    return float(np.sum(np.asarray(window) * np.asarray(weight)) + bias)


CASES = (
    case(window=floats([[1.0, 2.0]]), weight=floats([[3.0, -1.0]]), bias=2.0),
    case(window=whole(1, 1, 2, 3), weight=whole(2, 1, 2, 3), bias=-1.0),
    case(window=whole(3, 2, 2, 2), weight=halves(4, 2, 2, 2), bias=0.25),
    case(window=whole(5, 3, 2, 3), weight=whole(6, 3, 2, 3), bias=3.0),
    case(window=counted(3, 3, 3) % 5, weight=halves(7, 3, 3, 3), bias=-60.5),
    case(window=halves(8, 4, 3, 2), weight=halves(9, 4, 3, 2), bias=1.0),
    case(window=whole(10, 3, 5, 5), weight=whole(11, 3, 5, 5), bias=5.0),
)


def by_torch(torch, window, weight, bias):
    return reference.conv2d(window[None], weight[None], np.array([bias])).item()


def way(function):
    return instead(lambda window, weight, bias: function(window, weight, bias))


def by_channel(window, weight):
    return (window * weight).sum(axis=(1, 2))


def reshaped(*shape):
    return then(lambda answer, a: np.reshape(answer, shape))


def only_taps(*index):
    def change(weight):
        keep = np.zeros(weight.shape)
        keep[index] = 1
        return weight * keep

    return given(weight=change)


MISTAKES = (
    Mistake(
        "bias-missing",
        "The bias is not added.",
        "When all products are summed, add the bias.",
        given(bias=lambda bias: 0),
    ),
    Mistake(
        "bias-per-input-channel",
        "The bias is added again for each channel; it should be added once.",
        "One window should give one sum, over all channels. Add the bias to that.",
        given_all(lambda a: {"bias": a["bias"] * len(a["window"])}),
    ),
    Mistake(
        "bias-per-tap",
        "The bias is added with the products, again and again; it should be added once.",
        "Sum first, and add the bias to the sum.",
        given_all(lambda a: {"bias": a["bias"] * a["window"].size}),
        given_all(lambda a: {"bias": a["bias"] * a["window"][0].size}),
    ),
    Mistake(
        "bias-subtracted",
        "The bias is subtracted; it should be added.",
        "The answer is the sum plus the bias.",
        given(bias=lambda bias: -bias),
    ),
    Mistake(
        "bias-multiplied",
        "Something is multiplied by the bias; it should only be added.",
        "The answer is the sum plus the bias.",
        way(lambda x, w, b: (x * w).sum() * b),
        way(lambda x, w, b: (x * (w + b)).sum()),
    ),
    Mistake(
        "channels-averaged",
        "The channels are averaged; they should be summed.",
        "Add up the products of all channels, and divide nothing.",
        way(lambda x, w, b: by_channel(x, w).mean() + b),
        then(lambda answer, a: answer / len(a["window"])),
    ),
    Mistake(
        "averaged",
        "It takes a mean of the products; it should take their sum.",
        "Add the products, and divide nothing.",
        way(lambda x, w, b: (x * w).mean() + b),
        then(lambda answer, a: answer / a["window"].size),
        way(lambda x, w, b: (x * w).sum() / x[0].size + b),
    ),
    Mistake(
        "three-channels-only",
        "Only the first three channels are read.",
        "The window has as many channels as the filter, which need not be three.",
        only_taps(slice(0, 3)),
    ),
    Mistake(
        "first-channel-only",
        "Only the first channel is read.",
        "The window has as many channels as the filter: all of them should count.",
        only_taps(0),
    ),
    Mistake(
        "last-channel-only",
        "Only the last channel is left of the sum.",
        "Collect over the channels with `+=`.",
        only_taps(-1),
    ),
    Mistake(
        "sum-overwritten",
        "Only the last products are left of the sum.",
        "Collect with `+=`; `=` forgets what was there.",
        only_taps(-1, -1, -1),
        only_taps(slice(None), -1, -1),
        only_taps(-1, -1),
    ),
    Mistake(
        "loop-left-early",
        "Only the first products count.",
        "Look for something that ends the sum too early, such as a `return` or a `break` that is "
        "indented too far.",
        only_taps(0, 0, 0),
        only_taps(0, 0),
        only_taps(slice(None), 0, 0),
    ),
    Mistake(
        "channels-not-summed",
        "The products are not added up along all three axes; the answer should be one number.",
        "Add up along channels, rows and columns.",
        way(lambda x, w, b: by_channel(x, w) + b),
        way(lambda x, w, b: by_channel(x, w)),
        way(lambda x, w, b: (x * w).sum(axis=0) + b),
        way(lambda x, w, b: x * w + b),
        way(lambda x, w, b: x * w),
        way(lambda x, w, b: (x * w).sum(axis=-1) + b),
        way(lambda x, w, b: (x * w).sum(axis=(0, 1)) + b),
        way(lambda x, w, b: (x * w).sum(axis=(0, 2)) + b),
    ),
    Mistake(
        "flipped-kernel",
        "The filter is turned round; it should be laid on the window as it is.",
        "The filter's first number should meet the window's first.",
        given(weight=lambda w: w[:, ::-1, ::-1]),
        given(weight=lambda w: w[::-1, ::-1, ::-1]),
    ),
    Mistake(
        "input-channels-reversed",
        "The channels of the window meet those of the filter in the wrong order.",
        "Channel 0 of the window should meet channel 0 of the filter.",
        given(weight=lambda w: w[::-1]),
    ),
    Mistake(
        "kernel-transposed",
        "Rows and columns of the filter are exchanged.",
        "Use the same index into both: `weight[c, u, v]` and `window[c, u, v]`.",
        given(weight=lambda w: np.swapaxes(w, 1, 2)),
        where(
            lambda a: a["weight"].shape[1] == a["weight"].shape[2],
            given(weight=lambda w: np.swapaxes(w, 1, 2)),
        ),
    ),
    Mistake(
        "kernel-ignored",
        "The pixels do not meet their own weights: numbers are added up before they are "
        "multiplied.",
        "Multiply first, each pixel with its weight; then add.",
        way(lambda x, w, b: x.sum() * w.sum() + b),
        way(lambda x, w, b: x.sum() + b),
        way(lambda x, w, b: x.sum() + w.sum() + b),
        way(lambda x, w, b: w.sum() + b),
        way(lambda x, w, b: (x.sum(axis=(1, 2)) * w.sum(axis=(1, 2))).sum() + b),
    ),
    Mistake(
        "matrix-product",
        "Window and filter are multiplied as matrices; they should be multiplied number by number.",
        "Multiply element by element with `*`, then add all products. `@` and `np.dot` multiply "
        "matrices.",
        way(lambda x, w, b: (x @ w).sum() + b),
        way(lambda x, w, b: (x @ np.swapaxes(w, 1, 2)).sum() + b),
    ),
    rectified(),
    Mistake(
        "extra-axes",
        "The number comes in an array; a plain number is asked for.",
        "Take the number out: index the array, or call `float` on it.",
        reshaped(1),
        reshaped(1, 1),
        reshaped(1, 1, 1),
        reshaped(1, 1, 1, 1),
    ),
    integer_dtype(),
)


def recipe(draw, inputs, kernel):
    shape = (inputs, *kernel)
    return {
        "window": draw.array(*shape),
        "weight": draw.array(*shape),
        "bias": float(draw.array(1)[0]),
    }


DOMAIN = Domain(
    recipe,
    (INPUTS, KERNEL),
    integers=("window", "weight"),
    linear=("window", "weight"),
)

EXERCISE = Exercise(filter_response, DECIMAL, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

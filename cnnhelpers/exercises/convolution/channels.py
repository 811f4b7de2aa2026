"""Mistakes with the channels, filters and images of a convolution."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.mistake import Mistake, given, given_all, then, where


def _channel(index):
    """Take one input channel (of each group) only."""

    def change(a):
        depth = a["weight"].shape[1]
        keep = np.zeros((1, depth, 1, 1))
        keep[:, index] = 1
        return {"weight": a["weight"] * keep}

    return given_all(change)


def _tap(pick):
    """Keep only the taps that ``pick`` marks in an array of zeros (depth, K_H, K_W)."""

    def change(a):
        keep = np.zeros(a["weight"].shape[1:])
        pick(keep)
        return {"weight": a["weight"] * keep}

    return given_all(change)


def channel_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with channels, filters and images: mixed, forgotten, averaged."""

    def scaled(by):
        def change(answer, a):
            bias = 0 if a["bias"] is None else np.reshape(a["bias"], (-1, 1, 1))
            return (answer - bias) / by(a) + bias

        return change

    def scaled_all(by):
        return then(lambda answer, a: answer / by(a))

    def depth(a):
        return a["weight"].shape[1]

    def taps(a):
        return a["weight"][0].size

    return (
        Mistake(
            "channels-averaged",
            "The input channels are averaged; they should be summed.",
            "Add up the products of all input channels, and divide nothing.",
            then(scaled(depth)),
            scaled_all(depth),
        ),
        Mistake(
            "first-channel-only",
            "Only the first input channel is read.",
            "Each filter has a kernel for every input channel: add up all of them.",
            _channel(0),
        ),
        Mistake(
            "last-channel-only",
            "Only the last input channel is left of the sum.",
            "Collect over the channels with `+=`.",
            _channel(-1),
        ),
        Mistake(
            "first-kernel-for-all-channels",
            "The filter's first kernel is used for every input channel.",
            "Each input channel c has a kernel of its own: `weight[o, c]`.",
            given(weight=lambda w: np.repeat(w[:, :1], w.shape[1], axis=1)),
        ),
        Mistake(
            "input-channels-reversed",
            "The input channels meet the kernels in the wrong order.",
            "`weight[o, c]` belongs to channel c of the input.",
            given(weight=lambda w: w[:, ::-1]),
        ),
        Mistake(
            "output-channels-reversed",
            "The output channels come in the wrong order.",
            "Filter o should make output channel o.",
            then(lambda answer, a: answer[:, ::-1]),
            given(weight=lambda w: w[::-1]),
        ),
        Mistake(
            "one-filter",
            "Only one filter is used; there should be an output channel for each filter.",
            "Output channel o should use `weight[o]`.",
            given(weight=lambda w: np.repeat(w[:1], len(w), axis=0)),
            given(weight=lambda w: np.repeat(w[-1:], len(w), axis=0)),
            then(lambda answer, a: answer[:, :1]),
        ),
        Mistake(
            "batch-forgotten",
            "Only one image of the batch is computed.",
            "There should be an answer for each image `x[n]`.",
            then(lambda answer, a: answer[:1]),
            then(lambda answer, a: answer[0]),
            then(lambda answer, a: answer[-1:]),
            then(lambda answer, a: np.concatenate([answer[:1], 0 * answer[1:]])),
            where(lambda a: len(a["x"]) == 1),
        ),
        Mistake(
            "one-image-for-all",
            "All images of the batch get the answer of one of them.",
            "Each image should have its own answer. Does the number of the image stand in each "
            "index?",
            then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
            then(lambda answer, a: np.repeat(answer[-1:], len(answer), axis=0)),
        ),
        Mistake(
            "batch-summed",
            "The images of the batch are added up.",
            "Images should not mix: each has its own answer.",
            then(lambda answer, a: answer.sum(axis=0, keepdims=True)),
            then(lambda answer, a: answer.sum(axis=0)),
            then(lambda answer, a: np.zeros_like(answer) + answer.sum(axis=0)),
        ),
        averaged(then(scaled(taps)), scaled_all(taps)),
        overwritten(
            _tap(lambda keep: keep[-1:, -1:, -1:].fill(1)),
            _tap(lambda keep: keep[:, -1:, -1:].fill(1)),
        ),
    )

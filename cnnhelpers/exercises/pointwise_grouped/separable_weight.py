"""Exercise: separable_weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS, KERNEL, OUTPUTS
from cnnhelpers.check.mistake import Mistake, Way, instead, then


def separable_weight(mix: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Return the weight of the one convolution that does what a depthwise one and a 1×1 do.

    ``kernels`` (C, K_H, K_W) come first, one for each channel; then ``mix`` (C_out, C) adds the
    channels up. Shape: (C_out, C, K_H, K_W).
    """
    return np.asarray(mix)[:, :, None, None] * np.asarray(kernels)


CASES = (
    case(mix=counted(2, 1) + 2, kernels=counted(1, 1, 2) + 1),
    case(mix=whole(1, 2, 2), kernels=whole(2, 2, 2, 1)),
    case(mix=whole(3, 3, 2), kernels=halves(4, 2, 2, 3)),
    case(mix=halves(5, 2, 3), kernels=whole(6, 3, 3, 2)),
    case(mix=whole(7, 3, 3), kernels=halves(8, 3, 3, 3)),
    case(mix=halves(9, 1, 4), kernels=halves(10, 4, 1, 3)),
)


def by_torch(torch: Any, mix: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """The two layers' answers to images with a single 1: a kernel, turned, for each channel."""
    mix, kernels = reference.tensors([np.asarray(mix, float), np.asarray(kernels, float)])
    channels, height, width = kernels.shape
    clicks = torch.zeros(channels, channels, 2 * height - 1, 2 * width - 1, dtype=mix.dtype)
    for channel in range(channels):
        clicks[channel, channel, height - 1, width - 1] = 1
    maps = torch.nn.functional.conv2d(clicks, kernels[:, None], groups=channels)
    answers = torch.nn.functional.conv2d(maps, mix[:, :, None, None])
    return answers.flip(2, 3).swapaxes(0, 1).numpy()


# Ways to go wrong ---------------------------------------------------------------------------------


def written(build: Callable[[np.ndarray, np.ndarray], Any]) -> Way:
    return instead(lambda mix, kernels: build(np.asarray(mix), np.asarray(kernels)))


MISTAKES = (
    Mistake(
        "kernel-by-output",
        "Each output channel has a kernel of its own; each *input* channel should have one.",
        "Output o reads channel c with `mix[o, c] * kernels[c]`.",
        written(lambda mix, kernels: mix[:, :, None, None] * kernels[:, None]),
        written(lambda mix, kernels: mix[:, :, None, None] * kernels[np.arange(len(mix))][:, None]),
    ),
    Mistake(
        "mix-transposed",
        "`mix` is read the other way round.",
        "`mix[o, c]` is what output o takes of channel c: the rows are the outputs.",
        written(lambda mix, kernels: mix.T[:, :, None, None] * kernels),
    ),
    Mistake(
        "axes-swapped",
        "The input channels stand first; the output channels should.",
        "The shape should be (C_out, C, K_H, K_W).",
        then(lambda answer, a: answer.swapaxes(0, 1)),
    ),
    Mistake(
        "channels-added",
        "The channels are added up; a filter should keep a kernel for each channel.",
        "No sum is needed: the convolution adds the channels up later.",
        written(lambda mix, kernels: np.tensordot(mix, kernels, 1)),
        written(lambda mix, kernels: np.tensordot(mix, kernels, 1)[:, None]),
        written(lambda mix, kernels: np.repeat(
            np.tensordot(mix, kernels, 1)[:, None], len(kernels), axis=1)),
    ),
    Mistake(
        "sum-for-product",
        "The two weights are added; they should be multiplied.",
        "One layer after the other multiplies: by `kernels` first, then by `mix`.",
        written(lambda mix, kernels: mix[:, :, None, None] + kernels),
    ),
    Mistake(
        "mix-missing",
        "Only the depthwise kernels are there; the 1×1 layer plays no part.",
        "How much of channel c does output o get?",
        written(lambda mix, kernels: np.broadcast_to(kernels, (*mix.shape, *kernels.shape[1:]))),
        written(lambda mix, kernels: kernels[:, None]),
    ),
    Mistake(
        "kernels-missing",
        "The kernels are not there as kernels: rows and columns are missing.",
        "Output o should read channel c with a whole kernel.",
        written(lambda mix, kernels: mix[:, :, None, None]),
        written(lambda mix, kernels: mix * kernels.sum(axis=(1, 2))),
        written(lambda mix, kernels: (mix * kernels.sum(axis=(1, 2)))[:, :, None, None]),
    ),
    Mistake(
        "kernels-turned",
        "The kernels come out turned; they should be as they are in their layer.",
        "Layers correlate: which way round is a kernel laid on the image?",
        then(lambda answer, a: answer[..., ::-1, ::-1]),
        then(lambda answer, a: answer.swapaxes(2, 3)),
    ),
)  # fmt: skip


def recipe(draw, inputs, outputs, kernel):
    return {"mix": draw.array(outputs, inputs), "kernels": draw.array(inputs, *kernel)}


DOMAIN = Domain(
    recipe, (INPUTS, OUTPUTS, KERNEL), integers=("mix", "kernels"), linear=("mix", "kernels")
)

EXERCISE = Exercise(
    separable_weight,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    axes=("filter", "channel", "row", "column"),
)

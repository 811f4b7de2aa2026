"""Exercise: conv3d."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, INPUTS, OUTPUTS
from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.families.layers.border import square_only
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given, instead, then, where
from cnnhelpers.exercises.dimensions.layers import layer_mistakes


def conv3d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """Return the convolution of x (N, C_in, D, H, W) with weight (C_out, C_in, K_D, K_H, K_W).

    One bias for each output channel; stride 1, no padding. Shape: (N, C_out, D - K_D + 1,
    H - K_H + 1, W - K_W + 1).
    """
    windows = sliding_window_view(np.asarray(x), weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdijtuv,octuv->nodij", windows, weight) + column(bias, 3)


CASES = (
    case(x=counted(1, 1, 2, 2, 2) + 1, weight=whole(1, 1, 1, 2, 1, 2), bias=floats(1.0)),
    case(x=whole(2, 1, 1, 3, 3, 3), weight=whole(3, 2, 1, 2, 2, 2), bias=floats(1.0, -2.0)),
    case(x=whole(4, 1, 2, 3, 3, 4), weight=whole(5, 2, 2, 2, 2, 3), bias=floats(3.0, 0.5)),
    case(x=counted(1, 1, 3, 4, 4) % 7, weight=halves(6, 1, 1, 2, 3, 3), bias=floats(0.5)),
    case(x=whole(7, 2, 2, 3, 5, 4), weight=whole(8, 3, 2, 2, 3, 2), bias=whole(9, 3)),
    case(x=halves(10, 2, 3, 4, 3, 5), weight=halves(11, 2, 3, 3, 2, 2), bias=halves(12, 2)),
)  # fmt: skip


def by_torch(torch, x, weight, bias):
    return reference.run("conv3d", x, weight, bias)


def slices(pick):
    """Only some slices of the kernel's depth count."""

    def change(weight):
        keep = np.zeros(weight.shape)
        pick(keep)
        return weight * keep

    return given(weight=change)


def each_frame(x, weight, bias):
    """A 2-D convolution of each frame with the kernel's first slice, or with their sum."""
    found = sliding_window_view(x, weight.shape[3:], axis=(3, 4))
    return np.einsum("ncdijuv,ocuv->nodij", found, weight[:, :, 0]) + column(bias, 3)


def frames_summed(x, weight, bias):
    found = sliding_window_view(x, weight.shape[3:], axis=(3, 4))
    return np.einsum("ncdijuv,octuv->nodij", found, weight) + column(bias, 3)


def exchanged(first, second):
    """Two axes of the kernel are exchanged, which stops where they differ in length."""
    return where(
        lambda a: a["weight"].shape[first] == a["weight"].shape[second],
        given(weight=lambda w: np.swapaxes(w, first, second)),
    )


MISTAKES = (
    Mistake(
        "one-frame-only",
        "Only one frame of each window counts.",
        "A window should be as deep as the kernel: the taps have a depth, too.",
        slices(lambda keep: keep[:, :, :1].fill(1)),
        slices(lambda keep: keep[:, :, -1:].fill(1)),
    ),
    Mistake(
        "frames-apart",
        "The depth is not treated as height and width are.",
        "The window should move along the depth as well, and be deep itself.",
        instead(each_frame),
        instead(frames_summed),
        then(lambda answer, a: answer.sum(axis=2)),
        then(lambda answer, a: answer.sum(axis=2, keepdims=True)),
    ),
    Mistake(
        "frames-averaged",
        "The frames of a window are averaged; their products should be summed.",
        "Nothing should be divided: look for `mean`, and for `/`.",
        given(weight=lambda w: w / w.shape[2]),
    ),
    Mistake(
        "kernel-transposed",
        "Two axes of the kernel are exchanged.",
        "The same order in both: depth, height, width.",
        given(weight=lambda w: np.swapaxes(w, 3, 4)),
        given(weight=lambda w: np.swapaxes(w, 2, 3)),
        given(weight=lambda w: np.swapaxes(w, 2, 4)),
        *(exchanged(*axes) for axes in ((3, 4), (2, 3), (2, 4))),
    ),
    *layer_mistakes(conv3d, 3),
    Mistake(
        "axes-swapped",
        "The axes depth, height and width of the answer stand in another order.",
        "The answer should keep their order.",
        then(lambda answer, a: np.swapaxes(answer, 3, 4)),
        then(lambda answer, a: np.swapaxes(answer, 2, 3)),
        then(lambda answer, a: np.swapaxes(answer, 2, 4)),
        then(lambda answer, a: np.moveaxis(answer, 2, 4)),
    ),
    square_only("weight"),
    rectified(),
    integer_dtype(),
)


def recipe(draw, frames, image, kernel, batch, inputs, outputs):
    return {
        "x": draw.array(batch, inputs, frames, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "bias": draw.array(outputs),
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "frames",
            4,
            "there are not 4 frames",
            (3, "there are 3 frames"),
            (5, "there are 5 frames"),
        ),
        factor(
            "image",
            (4, 4),
            "the image is not square",
            ((3, 5), "the image is wider than high"),
            ((5, 3), "the image is higher than wide"),
        ),
        factor(
            "kernel",
            (2, 2, 2),
            "the kernel is no cube",
            ((3, 2, 2), "the kernel is deeper than high and wide"),
            ((2, 3, 2), "the kernel is higher than deep and wide"),
            ((2, 2, 3), "the kernel is wider than deep and high"),
            ((1, 3, 3), "the kernel has a single slice"),
        ),
        BATCH,
        INPUTS,
        OUTPUTS,
    ),
    integers=("x", "weight", "bias"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv3d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

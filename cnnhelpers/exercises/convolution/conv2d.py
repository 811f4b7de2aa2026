"""Exercise: conv2d."""

from __future__ import annotations

import numpy as np

from cnnhelpers import functional, reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import (
    BATCH,
    DILATIONS,
    INPUTS,
    KERNEL,
    OUTPUTS,
    PADDED_IMAGE,
    PADDINGS,
    STRIDES,
)
from cnnhelpers.check.families.arrays import padded, pair, square
from cnnhelpers.check.families.border import off_by_one, standing_still
from cnnhelpers.check.families.kernel import flipped_kernel, half_flipped_kernel, transposed_kernel
from cnnhelpers.check.families.padding import padding_mistakes, padding_of_output
from cnnhelpers.check.families.pairs import pairs_unsupported
from cnnhelpers.check.families.stride import partial_windows, stride_for_size_only, stride_mistakes
from cnnhelpers.check.families.sums import averaged, overwritten
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, both, given, given_all, instead, then, where


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    *,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> np.ndarray:
    """Return the convolution of x (N, C_in, H, W) with weight (C_out, C_in/groups, K_H, K_W).

    PyTorch's names and defaults: ``padding`` is per side, dilation 1 means no gaps. Shape:
    (N, C_out, H_out, W_out).
    """
    return functional.conv2d(
        x, weight, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )


CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2)),
    case(x=whole(1, 1, 1, 3, 3), weight=whole(2, 2, 1, 2, 2), bias=floats(1.0, -2.0)),
    case(x=counted(1, 1, 4, 4) + 1, weight=halves(3, 1, 1, 3, 3), mixed=True),
    case(x=whole(5, 1, 3, 3, 2), weight=whole(6, 2, 3, 2, 1), bias=floats(0.5, 3.0)),
    case(x=whole(7, 1, 1, 4, 5), weight=whole(8, 1, 1, 3, 2), stride=2, padding=1),
    case(x=halves(9, 2, 2, 3, 4), weight=halves(10, 3, 2, 2, 3), bias=halves(11, 3)),
    case(x=whole(12, 1, 2, 5, 6), weight=whole(13, 2, 2, 2, 2), stride=(2, 3)),
    case(x=whole(14, 1, 2, 4, 5), weight=whole(15, 1, 2, 3, 3), padding=(2, 1)),
    case(x=whole(25, 1, 1, 6, 5), weight=whole(26, 1, 1, 2, 3), dilation=2),
    case(x=whole(16, 2, 1, 6, 7), weight=whole(17, 2, 1, 2, 3), dilation=(3, 2)),
    case(x=whole(18, 1, 4, 4, 4), weight=whole(19, 4, 2, 2, 3), bias=whole(20, 4), groups=2),
    case(x=whole(21, 2, 3, 4, 5), weight=whole(22, 6, 1, 3, 2), padding=1, groups=3),
    case(
        x=whole(23, 2, 4, 7, 6), weight=whole(24, 2, 2, 3, 2), bias=floats(2.0, -1.0),
        stride=(2, 1), padding=(1, 2), dilation=(2, 3), groups=2,
    ),
)  # fmt: skip


def by_torch(torch, x, weight, bias=None, **options):
    return reference.conv2d(x, weight, bias, **options)


_NONE = {"bias": None}


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


def _whole_before_bias(answer, a):
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


def _bias_mistakes() -> tuple[Mistake, ...]:
    return (
        Mistake(
            "bias-missing",
            "The bias is not added.",
            "After the sum over channels and taps, add bias[o] to every pixel of output channel o.",
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
            "The bias is added with every product instead of once.",
            "Take it out of the loops over the kernel: one addition for each output value.",
            _with_bias(_by_tap),
            _with_bias(_per_tap_plane),
        ),
        Mistake(
            "bias-along-width",
            "The bias is added along the wrong axis: NumPy lays a plain array along the last one.",
            "There is one bias for each output channel: `bias.reshape(1, -1, 1, 1)`.",
            _with_bias(_over_width),
            _with_bias(_over_height),
        ),
        Mistake(
            "bias-single",
            "One bias is added to all output channels.",
            "Output channel o gets bias[o].",
            _with_bias(_first_bias),
            _with_bias(lambda answer, bias, a: answer + bias[-1]),
            _with_bias(lambda answer, bias, a: answer + bias.sum()),
            _with_bias(lambda answer, bias, a: answer + bias.mean()),
        ),
        Mistake(
            "bias-subtracted",
            "The bias is subtracted.",
            "The output is the sum plus the bias.",
            given_all(lambda a: {"bias": None if a["bias"] is None else -a["bias"]}),
        ),
        Mistake(
            "bias-required",
            "It fails without a bias: `None` is the default and means that there is none.",
            "`if bias is not None:` before it is added.",
            where(lambda a: a["bias"] is not None),
        ),
    )


def _channel_mistakes() -> tuple[Mistake, ...]:
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
            "The input channels are averaged; they are summed.",
            "A colour image's three products are added: `.sum()` over the channel axis too.",
            then(scaled(depth)),
            scaled_all(depth),
        ),
        Mistake(
            "first-channel-only",
            "Only the first input channel is read.",
            "Each filter has a kernel for every input channel; add up all of them.",
            _channel(0),
        ),
        Mistake(
            "last-channel-only",
            "Only the last input channel is left: each replaces the ones before it.",
            "Collect over the channels with `+=`.",
            _channel(-1),
        ),
        Mistake(
            "first-kernel-for-all-channels",
            "The filter's first kernel is used for every input channel.",
            "Each input channel c has a kernel of its own: weight[o, c].",
            given(weight=lambda w: np.repeat(w[:, :1], w.shape[1], axis=1)),
        ),
        Mistake(
            "input-channels-reversed",
            "The input channels meet the kernels in the wrong order.",
            "weight[o, c] belongs to channel c of the input.",
            given(weight=lambda w: w[:, ::-1]),
        ),
        Mistake(
            "output-channels-reversed",
            "The output channels come in the wrong order.",
            "Filter o makes output channel o.",
            then(lambda answer, a: answer[:, ::-1]),
            given(weight=lambda w: w[::-1]),
        ),
        Mistake(
            "one-filter",
            "All output channels come from one filter.",
            "Output channel o uses weight[o].",
            given(weight=lambda w: np.repeat(w[:1], len(w), axis=0)),
            given(weight=lambda w: np.repeat(w[-1:], len(w), axis=0)),
            then(lambda answer, a: answer[:, :1]),
        ),
        Mistake(
            "batch-forgotten",
            "Only one image of the batch is computed.",
            "The outermost loop runs over the images: x[n].",
            then(lambda answer, a: answer[:1]),
            then(lambda answer, a: answer[0]),
            then(lambda answer, a: answer[-1:]),
            then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
            then(lambda answer, a: np.concatenate([answer[:1], 0 * answer[1:]])),
            where(lambda a: len(a["x"]) == 1),
        ),
        Mistake(
            "batch-summed",
            "The images of the batch are added up.",
            "Images do not mix: each has its own answer.",
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


def _group_mistakes() -> tuple[Mistake, ...]:
    def interleaved_input(a):
        order = np.arange(a["x"].shape[1]).reshape(-1, a["groups"]).T.ravel()
        return {"x": a["x"][:, order]}

    def interleaved_output(answer, a):
        order = np.arange(answer.shape[1]).reshape(a["groups"], -1).T.ravel()
        return answer[:, order]

    def filters_by_turns(a):
        """Filter o reads group o % groups."""
        filters, groups = len(a["weight"]), a["groups"]
        order = np.argsort(np.arange(filters) % groups, kind="stable")
        bias = None if a["bias"] is None else a["bias"][order]
        return {"weight": a["weight"][order], "bias": bias}

    def back(answer, a):
        order = np.argsort(np.arange(answer.shape[1]) % a["groups"], kind="stable")
        return answer[:, np.argsort(order)]

    def first_group(a):
        return {"x": a["x"][:, : a["weight"].shape[1]], "groups": 1}

    def last_group(a):
        return {"x": a["x"][:, -a["weight"].shape[1] :], "groups": 1}

    def reversed_groups(a):
        n, c, h, w = a["x"].shape
        split = a["x"].reshape(n, a["groups"], c // a["groups"], h, w)
        return {"x": split[:, ::-1].reshape(n, c, h, w)}

    def all_read(a):
        return {"weight": np.tile(a["weight"], (1, a["groups"], 1, 1)), "groups": 1}

    return (
        Mistake(
            "groups-mixed",
            "The channels are dealt to the groups in the wrong order.",
            "Group g reads the g-th block of neighbouring input channels and writes the g-th block "
            "of output channels.",
            given_all(interleaved_input),
            then(interleaved_output),
            both(given_all(filters_by_turns), then(back)),
            given_all(reversed_groups),
            both(given_all(interleaved_input), then(interleaved_output)),
        ),
        Mistake(
            "groups-ignored",
            "The groups are not used.",
            "With groups, filter o reads only the C_in / groups input channels of its group.",
            given_all(first_group),
            given_all(last_group),
            given_all(all_read),
            where(lambda a: a["groups"] == 1),
        ),
        Mistake(
            "one-group-only",
            "Only one group is computed.",
            "Compute every group, then put the output channels side by side.",
            then(lambda answer, a: answer[:, : answer.shape[1] // a["groups"]]),
            then(lambda answer, a: answer[:, -(answer.shape[1] // a["groups"]) :]),
            then(
                lambda answer, a: np.concatenate(
                    [
                        answer[:, : answer.shape[1] // a["groups"]],
                        0 * answer[:, answer.shape[1] // a["groups"] :],
                    ],
                    axis=1,
                )
            ),
        ),
        Mistake(
            "groups-summed",
            "The answers of the groups are added up.",
            "The groups' outputs stand side by side: `np.concatenate(..., axis=1)`.",
            then(
                lambda answer, a: answer.reshape(
                    len(answer), a["groups"], -1, *answer.shape[2:]
                ).sum(axis=1)
            ),
        ),
    )


def _dilation_mistakes() -> tuple[Mistake, ...]:
    return (
        Mistake(
            "dilation-ignored",
            "The dilation is not used: the taps lie side by side.",
            "Tap u reads row i * stride + u * dilation.",
            given(dilation=lambda d: 1),
        ),
        Mistake(
            "dilation-off-by-one",
            "The gaps are one pixel too wide: dilation 1 means no gap.",
            "Dilation is the distance between neighbouring taps.",
            given(dilation=lambda d: tuple(n + 1 for n in pair(d))),
            where(lambda a: True, given(dilation=lambda d: tuple(n + (n > 1) for n in pair(d)))),
        ),
        Mistake(
            "dilation-one-axis",
            "The dilation is right along one axis only.",
            "Rows are dilation[0] apart, columns dilation[1].",
            given(dilation=lambda d: (pair(d)[0], 1)),
            given(dilation=lambda d: (1, pair(d)[1])),
            given(dilation=lambda d: pair(d)[0]),
            given(dilation=lambda d: pair(d)[1]),
        ),
        Mistake(
            "dilations-swapped",
            "The two dilations are exchanged.",
            "A pair is (down, across): rows first.",
            given(dilation=lambda d: pair(d)[::-1]),
        ),
        Mistake(
            "dilation-size-only",
            "The size of the answer follows the dilation, but the taps still lie side by side.",
            "Tap (u, v) reads (i * stride + u * dilation, j * stride + v * dilation).",
            then(
                lambda answer, a: conv2d(**(a | {"dilation": 1}))[
                    ..., : answer.shape[-2], : answer.shape[-1]
                ]
            ),
        ),
        Mistake(
            "dilation-size-forgotten",
            "The answer is computed as large as without dilation; at the border nothing fits.",
            "The dilated kernel spans dilation * (K - 1) + 1 pixels: use that for the output size.",
            where(lambda a: pair(a["dilation"]) == (1, 1)),
        ),
    )


def _square_only() -> Mistake:
    def height_for_both(a):
        x = a["x"]
        if x.shape[-1] < x.shape[-2]:
            raise IndexError
        return {"x": x[..., : x.shape[-2]]}

    def flat(a):
        return square(a["x"])

    def flat_kernel(a):
        return square(a["weight"])

    height = given_all(height_for_both)
    return Mistake(
        "square-only",
        "It works for square images or kernels only: the height is taken for the width somewhere.",
        "Read both: `n, c, height, width = x.shape`, and the same for the weight.",
        height,
        where(flat_kernel, height),
        where(lambda a: flat(a) and flat_kernel(a)),
        where(flat_kernel),
        where(flat),
    )


def _input_thinned(a):
    (p, q), (down, across) = pair(a["padding"]), pair(a["stride"])
    x = padded(a["x"], ((p, p), (q, q)))[..., ::down, ::across]
    return {"x": x, "stride": 1, "padding": 0}


def _transposed_convolution_order(x, weight, bias, stride, padding, dilation, groups):
    swapped = np.swapaxes(weight, 0, 1)
    return conv2d(
        x, swapped, bias, stride=stride, padding=padding, dilation=dilation, groups=groups
    )


MISTAKES = (
    flipped_kernel("weight"),
    half_flipped_kernel("weight"),
    transposed_kernel("weight"),
    *stride_mistakes(),
    stride_for_size_only(conv2d),
    Mistake(
        "input-thinned",
        "Pixels of the input are left out before the windows are read; the stride moves the "
        "windows, which still read neighbouring pixels.",
        "Take every stride-th *window* (or output), not every stride-th pixel.",
        given_all(_input_thinned),
    ),
    *padding_mistakes(),
    *padding_of_output(),
    *_dilation_mistakes(),
    partial_windows(conv2d),
    off_by_one(),
    *_bias_mistakes(),
    *_channel_mistakes(),
    *_group_mistakes(),
    Mistake(
        "weight-axes-swapped",
        "The first two axes of the weight are exchanged.",
        "The weight's axes are (C_out, C_in / groups, K_H, K_W): output channels first.",
        instead(_transposed_convolution_order),
    ),
    pairs_unsupported("stride", "padding", "dilation"),
    _square_only(),
    standing_still(),
    rectified(),
    integer_dtype(then(_whole_before_bias)),
)


def recipe(draw, image, kernel, batch, inputs, outputs, bias, stride, padding, dilation, groups):
    (height, width), (rows, columns) = image, kernel
    p, q = padding if isinstance(padding, tuple) else (padding, padding)
    d, e = dilation if isinstance(dilation, tuple) else (dilation, dilation)
    if d * (rows - 1) + 1 > height + 2 * p or e * (columns - 1) + 1 > width + 2 * q:
        raise Impossible
    return {
        "x": draw.array(batch, inputs * groups, *image),
        "weight": draw.array(outputs * groups, inputs, *kernel),
        "bias": draw.array(outputs * groups) if bias else None,
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


DOMAIN = Domain(
    recipe,
    (
        PADDED_IMAGE,
        KERNEL,
        BATCH,
        INPUTS,
        OUTPUTS,
        factor("bias", False, "there is a bias", (True, "there is a bias")),
        STRIDES,
        PADDINGS,
        DILATIONS,
        factor("groups", 1, "there is more than one group", (2, "groups is 2"), (3, "groups is 3")),
    ),
    integers=("x", "weight"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(conv2d, ARRAY, CASES, by_torch, MISTAKES, symbol="⋆", domain=DOMAIN)

"""Mistakes that layers with channels share, in 1, 2 and 3 dimensions, with or without a batch.

``space`` is the number of axes along which the answer extends: an answer has the axes
(N, C_out, *space), or (C_out, *space) without a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np

from cnnhelpers.check.common import NOTHING, averaged, given, given_all, overwritten, then, where
from cnnhelpers.check.mistakes import Mistake, Way

Weight = Callable[[np.ndarray], np.ndarray]


def column(bias: np.ndarray, space: int) -> np.ndarray:
    """Return one number for each channel, in the shape that lies along the channel axis."""
    return np.reshape(bias, (-1, *[1] * space))


# The bias ---------------------------------------------------------------------------------------


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
            "Each output channel has one more number, which is added when all products are summed.",
            with_bias(space, lambda answer, bias, a: answer),
        ),
        Mistake(
            "bias-per-input-channel",
            "The bias is added once for each input channel.",
            "Sum over the input channels first; the bias comes after that, once.",
            times(lambda w: w.shape[1]),
        ),
        Mistake(
            "bias-per-tap",
            "The bias is added with every product instead of once.",
            "In which loop does the addition stand? It belongs to the finished sum.",
            times(lambda w: w[0].size),
            times(lambda w: w[0, 0].size),
        ),
        Mistake(
            "bias-along-width",
            "The bias is added along the wrong axis: NumPy lays a plain array along the last one.",
            "There is one bias for each output channel: give the array as many axes of length 1 "
            "behind as the channel axis has axes after it.",
            *(along(axis) for axis in range(space)),
        ),
        Mistake(
            "bias-single",
            "One bias is added to all output channels.",
            "Each output channel has a bias of its own.",
            single(lambda bias: bias[0]),
            single(lambda bias: bias[-1]),
            single(np.sum),
            single(np.mean),
        ),
        Mistake(
            "bias-subtracted",
            "The bias is subtracted.",
            "The output is the sum plus the bias.",
            with_bias(space, lambda answer, bias, a: answer - column(bias, space)),
        ),
        Mistake(
            "bias-multiplied",
            "The bias multiplies the sum.",
            "A bias moves all values of a channel up or down by the same amount.",
            with_bias(space, lambda answer, bias, a: answer * column(bias, space)),
        ),
    )


# The channels -----------------------------------------------------------------------------------


def only(pick: Callable[[np.ndarray], Any]) -> Way:
    """A mistake that loses products: ``pick`` marks those left in zeros (C_in, *kernel)."""

    def change(weight: np.ndarray) -> np.ndarray:
        keep = np.zeros(weight.shape[1:])
        pick(keep)
        return weight * keep

    return given(weight=change)


def _paired(weight: np.ndarray) -> np.ndarray:
    """Filter o keeps its kernel of input channel o alone."""
    outputs, inputs = np.indices(weight.shape[:2])
    keep = (outputs % weight.shape[1]) == inputs
    return weight * keep.reshape(*keep.shape, *[1] * (weight.ndim - 2))


def _apart(course: Callable, channel: int, axis: int) -> Way:
    """The answer of each input channel by itself, side by side along ``axis``."""

    def change(answer: Any, a: dict) -> np.ndarray:
        weight = a["weight"]
        each = [
            course(**(a | {"x": np.take(a["x"], [c], channel), "weight": weight[:, c : c + 1]}))
            for c in range(weight.shape[1])
        ]
        return np.stack(each, axis)

    return then(change)


def input_channel_mistakes(course: Callable, space: int) -> tuple[Mistake, ...]:
    """Mistakes in the sum over the input channels."""
    axis = -(space + 1)

    def scaled(count: Callable[[np.ndarray], int]) -> tuple[Way, Way]:
        return (
            with_bias(
                space, lambda answer, bias, a: answer / count(a["weight"]) + column(bias, space)
            ),
            then(lambda answer, a: answer / count(a["weight"])),
        )

    return (
        Mistake(
            "channels-averaged",
            "The input channels are averaged; they are summed.",
            "The products of all input channels are added up, and nothing is divided.",
            *scaled(lambda w: w.shape[1]),
        ),
        Mistake(
            "first-channel-only",
            "Only the first input channel is read.",
            "Each filter has weights for every input channel; all of them count.",
            only(lambda keep: keep[:1].fill(1)),
        ),
        Mistake(
            "last-channel-only",
            "Only the last input channel is left: each replaces the ones before it.",
            "Collect over the channels: is there an `=` where a `+=` should stand?",
            only(lambda keep: keep[-1:].fill(1)),
        ),
        Mistake(
            "first-kernel-for-all-channels",
            "The filter's first kernel is used for every input channel.",
            "Each input channel has a kernel of its own in each filter: index the weight by both.",
            given(weight=lambda w: np.repeat(w[:, :1], w.shape[1], axis=1)),
        ),
        Mistake(
            "input-channels-reversed",
            "The input channels meet the kernels in the wrong order.",
            "The second axis of the weight counts the input channels, in their order.",
            given(weight=lambda w: w[:, ::-1]),
        ),
        Mistake(
            "channels-paired",
            "Output channel o reads input channel o only.",
            "Every filter reads all input channels: two loops over channels, one inside the other.",
            given(weight=_paired),
        ),
        Mistake(
            "channels-not-summed",
            "The answers of the input channels stand side by side; their sum is asked for.",
            "One filter makes one map: add up over the input channels.",
            _apart(course, axis, axis),
            _apart(course, axis, axis - 1),
        ),
    )


def output_channel_mistakes(space: int) -> tuple[Mistake, ...]:
    """Mistakes with the filters."""
    axis = -(space + 1)

    def filters(order: Weight) -> Way:
        return given(weight=order)

    def first(answer: np.ndarray) -> np.ndarray:
        return np.take(answer, [0], axis)

    return (
        Mistake(
            "output-channels-reversed",
            "The output channels come in the wrong order.",
            "The first filter makes the first output channel.",
            then(lambda answer, a: np.flip(answer, axis)),
            filters(lambda w: w[::-1]),
        ),
        Mistake(
            "one-filter",
            "All output channels come from one filter.",
            "The first axis of the weight counts the filters: one for each output channel.",
            filters(lambda w: np.repeat(w[:1], len(w), axis=0)),
            filters(lambda w: np.repeat(w[-1:], len(w), axis=0)),
            then(lambda answer, a: np.repeat(first(answer), answer.shape[axis], axis)),
            then(lambda answer, a: first(answer)),
            then(lambda answer, a: first(answer).squeeze(axis)),
            then(lambda answer, a: np.take(answer, [-1], axis)),
            then(lambda answer, a: np.take(answer, -1, axis)),
        ),
        Mistake(
            "filters-summed",
            "The maps of all filters are added up.",
            "Each filter has an output channel to itself: the answer needs an axis for them.",
            then(lambda answer, a: answer.sum(axis)),
            then(lambda answer, a: answer.sum(axis, keepdims=True)),
            then(lambda answer, a: np.zeros_like(answer) + answer.sum(axis, keepdims=True)),
            with_bias(
                space,
                lambda answer, bias, a: answer.sum(axis, keepdims=True) + column(bias, space),
            ),
        ),
        Mistake(
            "channels-last",
            "The values are right, but the channels come last.",
            "PyTorch's order puts the channels before height and width.",
            then(lambda answer, a: np.moveaxis(answer, axis, -1)),
        ),
    )


def weight_axes(course: Callable) -> Mistake:
    """The first two axes of the weight are exchanged."""
    return Mistake(
        "weight-axes-swapped",
        "The first two axes of the weight are exchanged.",
        "Output channels come first in the weight, input channels second.",
        given(weight=lambda w: np.swapaxes(w, 0, 1)),
        where(
            lambda a: a["weight"].shape[0] == a["weight"].shape[1],
            given(weight=lambda w: np.swapaxes(w, 0, 1)),
        ),
        where(lambda a: a["weight"].shape[0] == a["weight"].shape[1], NOTHING),
    )


def batch_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with the images of a batch, the first axis of the answer."""

    def bias_once(answer: np.ndarray, a: dict) -> np.ndarray:
        bias = column(a["bias"], answer.ndim - 2)
        return (answer - bias).sum(axis=0, keepdims=True) + bias

    return (
        Mistake(
            "batch-forgotten",
            "Only one image of the batch is computed.",
            "The first axis of x counts the images: each has an answer.",
            then(lambda answer, a: answer[:1]),
            then(lambda answer, a: answer[0]),
            then(lambda answer, a: answer[-1:]),
            then(lambda answer, a: answer[-1]),
            then(lambda answer, a: np.repeat(answer[:1], len(answer), axis=0)),
            then(lambda answer, a: np.repeat(answer[-1:], len(answer), axis=0)),
            then(lambda answer, a: np.concatenate([answer[:1], 0 * answer[1:]])),
            then(lambda answer, a: np.concatenate([0 * answer[:-1], answer[-1:]])),
            where(lambda a: len(a["x"]) == 1, NOTHING),
        ),
        Mistake(
            "batch-summed",
            "The images of the batch are put together into one.",
            "Images do not mix: each has its own answer.",
            then(lambda answer, a: answer.sum(axis=0, keepdims=True)),
            then(lambda answer, a: answer.sum(axis=0)),
            then(lambda answer, a: np.zeros_like(answer) + answer.sum(axis=0)),
            then(lambda answer, a: np.cumsum(answer, axis=0)),
            then(bias_once),
            then(lambda answer, a: answer.mean(axis=0, keepdims=True)),
            then(lambda answer, a: answer.mean(axis=0)),
        ),
        Mistake(
            "batch-and-channels-swapped",
            "The values are right, but the channels come before the images.",
            "The first axis counts the images, the second the channels.",
            then(lambda answer, a: np.swapaxes(answer, 0, 1)),
        ),
    )


# The taps ---------------------------------------------------------------------------------------


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
            "Is `return`, `break` or the assignment to the output indented too far?",
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
            "Your kernels are turned round: that is the true convolution. In a CNN the kernel is "
            "laid on the input as it is (cross-correlation).",
            "The kernel's first number meets the window's first; no `[::-1]`, and "
            "`np.convolve` and `scipy.signal.convolve` flip.",
            turned(whole),
            turned(whole).then(given(weight=lambda w: w[:, ::-1])),
        )
    ]
    if space > 1:
        mistakes.append(
            Mistake(
                "kernel-mirrored",
                "Your kernels are mirrored along one axis.",
                "No axis is turned: the kernel's first row meets the window's first row.",
                *(turned(turn) for turn in turns if turn != whole),
            )
        )
    return tuple(mistakes)


def off_by_one(space: int) -> Mistake:
    """The last or the first windows are left out along some axes."""
    some = [axes for axes in product((0, 1), repeat=space) if any(axes)]

    def cut(axes: Sequence[int], first: bool) -> Way:
        def change(answer: np.ndarray, a: dict) -> np.ndarray:
            index = [slice(n, None) if first else slice(None, -n or None) for n in axes]
            return answer[(..., *index)]

        return then(change)

    def blank(axes: Sequence[int]) -> Way:
        def change(answer: np.ndarray, a: dict) -> np.ndarray:
            answer = np.array(answer)
            for axis, missing in enumerate(axes):
                if missing:
                    index: list[Any] = [slice(None)] * space
                    index[axis] = -1
                    answer[(..., *index)] = 0
            return answer

        return then(change)

    return Mistake(
        "off-by-one",
        "A window at the border is missing: the loop ends one too early, or begins one too late.",
        "A kernel of 3 fits into an input of 3 once, into an input of 4 twice; `range` leaves its "
        "end out by itself.",
        *(cut(axes, False) for axes in some),
        *(blank(axes) for axes in some),
        *(cut(axes, True) for axes in some),
    )


def padded(course: Callable, space: int) -> Mistake:
    """Zeros are put around the input where none are asked for, or the answer keeps its size."""

    def extended(sides: Callable[[int], tuple[int, int]]) -> Way:
        def change(a: dict) -> dict:
            kernel = a["weight"].shape[-space:]
            around = [(0, 0)] * (a["x"].ndim - space) + [sides(size) for size in kernel]
            return {"x": np.pad(a["x"], around)}

        return given_all(change)

    return Mistake(
        "padded",
        "The answer is larger than it should be: the input was padded with zeros.",
        "Only where the whole kernel lies on the input: the size falls by the kernel size minus 1.",
        extended(lambda k: ((k - 1) // 2, k // 2)),
        extended(lambda k: (k // 2, (k - 1) // 2)),
        extended(lambda k: (k // 2, k // 2)),
        extended(lambda k: (k - 1, k - 1)),
    )


def size_of_input(space: int) -> Mistake:
    """The answer is as large as the input, its end never filled."""

    def filled(answer: np.ndarray, a: dict, rest: Any) -> np.ndarray:
        lead = answer.shape[: answer.ndim - space]
        output = np.zeros((*lead, *a["x"].shape[-space:])) + rest
        output[(..., *(slice(size) for size in answer.shape[-space:]))] = answer
        return output

    return Mistake(
        "size-of-input",
        "The answer is as large as the input, and its end was never filled.",
        "How many places are there for a kernel of 3 in an input of 5? The answer has as many.",
        then(lambda answer, a: filled(answer, a, 0)),
        then(lambda answer, a: filled(answer, a, column(a["bias"], space))),
    )


def standing_still(space: int) -> Mistake:
    """Every output is the first window's, along some axes."""
    some = [axes for axes in product((False, True), repeat=space) if any(axes)]

    def still(axes: Sequence[bool]) -> Way:
        index = (..., *(slice(1) if fixed else slice(None) for fixed in axes))
        return then(lambda answer, a: np.zeros_like(answer) + answer[index])

    return Mistake(
        "window-stands-still",
        "The window does not move: outputs repeat that of the first window.",
        "Where a window begins depends on the loop's variables, for every axis.",
        *(still(axes) for axes in some),
    )


def square_only(*arrays: str) -> Mistake:
    """Height and width are taken for the same, in x or in the weight."""

    def height_for_width(a: dict) -> dict:
        x = a["x"]
        if x.shape[-1] < x.shape[-2]:
            raise IndexError
        return {"x": x[..., : x.shape[-2]]}

    def width_for_height(a: dict) -> dict:
        x = a["x"]
        if x.shape[-2] < x.shape[-1]:
            raise IndexError
        return {"x": x[..., : x.shape[-1], :]}

    def taps(a: dict) -> dict:
        weight = a["weight"]
        if weight.shape[-1] < weight.shape[-2]:
            raise IndexError
        return {"weight": weight[..., : weight.shape[-2]]}

    def rows_for_columns(answer: np.ndarray, a: dict) -> np.ndarray:
        if answer.shape[-1] < answer.shape[-2]:
            raise IndexError
        return answer[..., : answer.shape[-2]]

    def columns_for_rows(answer: np.ndarray, a: dict) -> np.ndarray:
        if answer.shape[-2] < answer.shape[-1]:
            raise IndexError
        return answer[..., : answer.shape[-1], :]

    def flat(*names: str) -> Callable[[dict], bool]:
        return lambda a: all(a[name].shape[-1] == a[name].shape[-2] for name in names)

    height, width = given_all(height_for_width), given_all(width_for_height)
    ways = [height, width, then(rows_for_columns), then(columns_for_rows)]
    if "weight" in arrays:
        kernel = given_all(taps)
        both = kernel.then(height)
        ways += [kernel, *([both] if both else []), where(flat("weight"), height)]
        ways += [where(flat("weight"), width), where(flat("x", "weight"), NOTHING)]
        ways.append(where(flat("weight"), NOTHING))
    ways.append(where(flat("x"), NOTHING))
    return Mistake(
        "square-only",
        "It works for square images or kernels only: the height is taken for the width somewhere.",
        "Height and width are two numbers; read both from the shape, and keep them apart.",
        *ways,
    )


__all__ = [
    "batch_mistakes", "bias_mistakes", "column", "flipped_mistakes", "input_channel_mistakes",
    "off_by_one", "only", "output_channel_mistakes", "padded", "size_of_input",
    "square_only", "standing_still", "sum_mistakes", "weight_axes", "with_bias",
]  # fmt: skip

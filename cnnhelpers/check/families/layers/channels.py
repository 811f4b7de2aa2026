"""Input channels and filters of a layer: lost, reversed, averaged, not summed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.families.layers.bias import column, with_bias
from cnnhelpers.check.mistake import Mistake, Way, given, then, where

Weight = Callable[[np.ndarray], np.ndarray]


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
            "The input channels are averaged; they should be summed.",
            "Add up the products of all input channels, and divide nothing.",
            *scaled(lambda w: w.shape[1]),
        ),
        Mistake(
            "first-channel-only",
            "Only the first input channel is read.",
            "Each filter has weights for every input channel: all of them should count.",
            only(lambda keep: keep[:1].fill(1)),
        ),
        Mistake(
            "last-channel-only",
            "Only the last input channel is left of the sum.",
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
            "Output channel o reads input channel o only; it should read all of them.",
            "Every filter should read all input channels, not one.",
            given(weight=_paired),
        ),
        Mistake(
            "channels-not-summed",
            "The answers of the input channels stand side by side; they should be added up.",
            "One filter should make one map: add up over the input channels.",
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

    def reshaped(answer: np.ndarray) -> np.ndarray:
        return np.moveaxis(answer, axis, -1).reshape(answer.shape)

    return (
        Mistake(
            "output-channels-reversed",
            "The output channels come in the wrong order.",
            "The first filter should make the first output channel.",
            then(lambda answer, a: np.flip(answer, axis)),
            filters(lambda w: w[::-1]),
        ),
        Mistake(
            "one-filter",
            "Only one filter is used; there should be an output channel for each filter.",
            "The first axis of the weight counts the filters.",
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
            "The maps of all filters are added up; each should be an output channel of its own.",
            "The answer needs an axis for the filters.",
            then(lambda answer, a: answer.sum(axis)),
            then(lambda answer, a: answer.sum(axis, keepdims=True)),
            then(lambda answer, a: np.zeros_like(answer) + answer.sum(axis, keepdims=True)),
            with_bias(
                space,
                lambda answer, bias, a: answer.sum(axis, keepdims=True) + column(bias, space),
            ),
        ),
        Mistake(
            "axis-not-moved-back",
            "The numbers do not stand at their places in the answer.",
            "After the products, on which axis are the output channels? They should come before "
            "the axes along which the window moves. If you use `reshape`: it does not move an "
            "axis.",
            then(lambda answer, a: reshaped(answer)),
            with_bias(space, lambda answer, bias, a: reshaped(answer) + column(bias, space)),
        ),
        Mistake(
            "channels-last",
            "The channels come last.",
            "In PyTorch's order the channels come before the axes along which the window moves.",
            then(lambda answer, a: np.moveaxis(answer, axis, -1)),
        ),
    )


def weight_axes(course: Callable) -> Mistake:
    """The first two axes of the weight are exchanged."""
    return Mistake(
        "weight-axes-swapped",
        "The first two axes of the weight are exchanged.",
        "In the weight, output channels come first and input channels second.",
        given(weight=lambda w: np.swapaxes(w, 0, 1)),
        where(
            lambda a: a["weight"].shape[0] == a["weight"].shape[1],
            given(weight=lambda w: np.swapaxes(w, 0, 1)),
        ),
        where(lambda a: a["weight"].shape[0] == a["weight"].shape[1]),
    )

"""The images of a batch: forgotten, summed, in the place of the channels."""

from __future__ import annotations

import numpy as np

from cnnhelpers.check.families.layers.bias import column
from cnnhelpers.check.mistake import Mistake, then, where


def batch_mistakes() -> tuple[Mistake, ...]:
    """Mistakes with the images of a batch, the first axis of the answer."""

    def bias_once(answer: np.ndarray, a: dict) -> np.ndarray:
        bias = column(a["bias"], answer.ndim - 2)
        return (answer - bias).sum(axis=0, keepdims=True) + bias

    return (
        Mistake(
            "batch-forgotten",
            "Only one image of the batch is computed.",
            "The first axis of `x` counts the images: each should have an answer.",
            then(lambda answer, a: answer[:1]),
            then(lambda answer, a: answer[0]),
            then(lambda answer, a: answer[-1:]),
            then(lambda answer, a: answer[-1]),
            then(lambda answer, a: np.concatenate([answer[:1], 0 * answer[1:]])),
            then(lambda answer, a: np.concatenate([0 * answer[:-1], answer[-1:]])),
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
            "The images of the batch are put together into one.",
            "Images should not mix: each has its own answer.",
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
            "The output channels stand on the first axis, before the images.",
            "In the answer, the first axis should count the images, the second the channels.",
            then(lambda answer, a: np.swapaxes(answer, 0, 1)),
        ),
    )

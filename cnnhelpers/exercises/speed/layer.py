"""What the two exercises on a whole layer share: cases, domain, and mistakes of layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Draw
from cnnhelpers.check.factors import BATCH, IMAGE, INPUTS, KERNEL, OUTPUTS, PADDING, STRIDE
from cnnhelpers.check.families.kernel import transposed_kernel
from cnnhelpers.check.families.layers.batch import batch_mistakes
from cnnhelpers.check.families.layers.bias import bias_mistakes
from cnnhelpers.check.families.layers.border import off_by_one, square_only, standing_still
from cnnhelpers.check.families.layers.channels import (
    input_channel_mistakes,
    output_channel_mistakes,
    weight_axes,
)
from cnnhelpers.check.families.layers.steps import padding_mistakes, stride_mistakes
from cnnhelpers.check.families.layers.taps import flipped_mistakes, sum_mistakes
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, Way, where

CASES = (
    case(x=counted(1, 1, 3, 3), weight=counted(1, 1, 2, 2) + 1, bias=floats(1.0)),
    case(x=whole(31, 1, 2, 3, 4), weight=whole(32, 3, 2, 2, 3), bias=floats(3.0, -2.0, 1.0)),
    case(x=counted(1, 1, 4, 4) + 1, weight=halves(33, 1, 1, 3, 3), bias=floats(0.25)),
    case(x=whole(34, 1, 1, 3, 5), weight=whole(35, 1, 1, 2, 3), bias=floats(2.0), padding=1),
    case(x=whole(36, 1, 1, 6, 5), weight=whole(37, 1, 1, 3, 2), bias=floats(-1.0), stride=2),
    case(x=whole(38, 2, 3, 4, 5), weight=whole(39, 4, 3, 3, 2), bias=whole(40, 4)),
    case(x=halves(41, 2, 2, 5, 8), weight=halves(42, 3, 2, 3, 3), bias=halves(43, 3),
         stride=2, padding=1),
    case(x=whole(44, 3, 2, 5, 9), weight=whole(45, 2, 2, 2, 3), bias=whole(46, 2), stride=3,
         padding=2),
    case(x=whole(47, 1, 3, 5, 5), weight=whole(48, 2, 3, 3, 3), bias=floats(1.0, 4.0), stride=2,
         padding=1),
)  # fmt: skip


def by_torch(
    torch: Any, x: np.ndarray, weight: np.ndarray, bias: np.ndarray, **options: Any
) -> np.ndarray:
    return reference.conv2d(x, weight, bias, **options)


def _padding_mistakes() -> Iterator[Mistake]:
    """Those of the family; an error of any kind with padding has words of its own."""
    for mistake in padding_mistakes():
        if mistake.slug == "padding-misfit":
            continue
        if mistake.slug != "padding-all-axes":
            yield mistake
            continue
        _, *padded = mistake.ways
        yield Mistake(mistake.slug, mistake.explanation, mistake.hint, *padded)
        yield Mistake(
            "padding-fails",
            "It fails where there is padding.",
            "Pad height and width only, not images and channels, and compute the size of the "
            "output with the padding.",
            where(lambda a: a["padding"] == 0),
        )


def layer_mistakes(course: Callable[..., np.ndarray], *whole_numbers: Way) -> tuple[Mistake, ...]:
    """Mistakes of any convolution; ``whole_numbers``: more ways to lose the fractions."""
    return (
        *flipped_mistakes(2),
        transposed_kernel("weight"),
        *stride_mistakes(course),
        *_padding_mistakes(),
        *bias_mistakes(2),
        *input_channel_mistakes(course, 2),
        *output_channel_mistakes(2),
        weight_axes(course),
        *batch_mistakes(),
        *sum_mistakes(2),
        off_by_one(2, strided=True),
        *standing_still(2),
        square_only("weight"),
        rectified(),
        integer_dtype(*whole_numbers),
    )


def recipe(
    draw: Draw,
    image: tuple[int, int],
    kernel: tuple[int, int],
    batch: int,
    inputs: int,
    outputs: int,
    stride: int,
    padding: int,
) -> dict[str, Any]:
    return {
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs, *kernel),
        "bias": draw.array(outputs),
        "stride": stride,
        "padding": padding,
    }


DOMAIN = Domain(
    recipe,
    (IMAGE, KERNEL, BATCH, INPUTS, OUTPUTS, STRIDE, PADDING),
    integers=("x", "weight"),
    linear=("x", "weight"),
)

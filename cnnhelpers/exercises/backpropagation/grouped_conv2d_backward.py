"""Exercise: grouped_conv2d_backward."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import BATCH, DILATION, IMAGE, KERNEL, PADDING, STRIDE
from cnnhelpers.check.mistake import Mistake, then, where
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.convolution import (
    Gradients,
    backward,
    collected,
    cropped,
    input_from,
    one_after_another,
    spread,
    weight_from,
)
from cnnhelpers.exercises.backpropagation.convolution_mistakes import (
    batch_mistakes,
    channel_mistakes,
    kernel_mistakes,
    padding_mistakes,
    stride_mistakes,
    sum_mistakes,
)
from cnnhelpers.exercises.backpropagation.gradients import (
    GRADIENTS,
    VALUES_OF_LIKE_SIZE,
    batch_divided,
    bias_form_mistakes,
    bias_mistakes,
    negated,
    of,
    order_mistake,
    powers,
    upstream_ignored,
)


def grouped_conv2d_backward(
    grad_output: np.ndarray,
    x: np.ndarray,
    weight: np.ndarray,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> Gradients:
    """Return (grad_x, grad_weight, grad_bias) of a convolution with dilation and groups.

    As ``conv2d_backward``, with taps that stand ``dilation`` pixels apart, and with channels and
    filters in ``groups`` that know nothing of each other: ``weight`` is (C_out, C_in / groups,
    K_H, K_W). The four options are one number each.
    """
    return backward(grad_output, x, weight, stride, padding, dilation, groups)


CASES = (
    case(grad_output=powers(1, 1, 1, 3), x=whole(1, 1, 1, 3, 5),
         weight=floats([[1.0, 2.0], [3.0, 4.0]])[None], dilation=2),
    case(grad_output=whole(2, 1, 2, 5, 2), x=whole(3, 1, 2, 7, 6), weight=whole(4, 2, 2, 2, 3),
         dilation=2),
    case(grad_output=whole(5, 2, 6, 4, 3), x=whole(6, 2, 4, 5, 4), weight=whole(7, 6, 2, 2, 2),
         groups=2),
    case(grad_output=whole(8, 1, 3, 3, 4), x=halves(9, 1, 3, 7, 8), weight=halves(10, 3, 1, 3, 2),
         stride=2, padding=1, dilation=2, groups=3),
    case(grad_output=whole(11, 2, 4, 2, 3), x=whole(12, 2, 2, 7, 9), weight=whole(13, 4, 1, 3, 2),
         stride=3, groups=2),
    case(grad_output=whole(14, 2, 2, 6, 5), x=halves(15, 2, 3, 5, 4), weight=halves(16, 2, 3, 2, 2),
         padding=1),
    case(grad_output=whole(17, 1, 2, 2, 3), x=whole(18, 1, 2, 5, 7), weight=whole(19, 2, 2, 3, 3),
         stride=2),
)  # fmt: skip


def by_torch(
    torch: Any, grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, **options: Any
) -> tuple:
    bias = np.zeros(len(weight))
    return reference.gradients("conv2d", [x, weight, bias], grad_output, **options)


def interleaved(answer: tuple, a: dict) -> tuple:
    """Filter o belongs to group o % groups, not to o // (filters / groups)."""
    filters = len(a["weight"])
    order = np.argsort(np.arange(filters) % a["groups"], kind="stable")
    moved = a | {"grad_output": a["grad_output"][:, order], "weight": a["weight"][order]}
    grad_weight = np.empty_like(answer[1])
    grad_weight[order] = collected(moved)
    return cropped(spread(moved), a), grad_weight, answer[2]


def first_channels(answer: tuple, a: dict) -> tuple:
    """Every group reads and writes the channels of the first."""
    channels = a["weight"].shape[1]
    alone = a | {"x": a["x"][:, :channels], "groups": 1}
    grad_x = np.zeros_like(answer[0])
    grad_x[:, :channels] = cropped(spread(alone), a)
    return grad_x, collected(alone), answer[2]


def with_gaps(grad_weight: np.ndarray, a: dict) -> np.ndarray:
    """The gradient of the spread kernel, with places for the zeros between its taps."""
    sizes = ((k - 1) * a["dilation"] + 1 for k in a["weight"].shape[2:])
    wide = np.zeros((*a["weight"].shape[:2], *sizes))
    return collected(a | {"weight": wide, "dilation": 1})


def single(name: str) -> Callable[[dict], bool]:
    return lambda a: a[name] == 1


close = input_from(lambda a: {"dilation": 1})
near = weight_from(lambda a: {"dilation": 1})
MISTAKES = (
    Mistake(
        "dilation-ignored",
        "The dilation is not used as it should be on the way back.",
        "Tap u of output i has met row `i * stride + u * dilation`. `grad_x` should get its part "
        "at that row, and `grad_weight` should read x there.",
        one_after_another(close, near),
        where(single("dilation")),
    ),
    Mistake(
        "grad-x-ignores-dilation",
        "`grad_x` ignores the dilation: the gradients are sent to neighbouring pixels.",
        "Tap u of output i has met row `i * stride + u * dilation`. That is where its gradient "
        "should go.",
        close,
    ),
    Mistake(
        "grad-weight-ignores-dilation",
        "`grad_weight` ignores the dilation: for the taps, neighbouring pixels are read.",
        "Tap u of output i has met row `i * stride + u * dilation`. That is the row of x to "
        "multiply by.",
        near,
    ),
    Mistake(
        "grad-weight-of-gaps",
        "`grad_weight` is that of a kernel with zeros in its gaps, so it has places for the gaps, "
        "too. It should have the shape of `weight`.",
        "A gap is no weight. Which rows and columns of it belong to the taps?",
        of(1, with_gaps),
    ),
    Mistake(
        "groups-ignored",
        "It goes wrong where there is more than one group.",
        "Cut channels, filters and `grad_output` into groups. Go back through each group by "
        "itself, and put the pieces together again.",
        where(single("groups")),
    ),
    Mistake(
        "groups-mixed",
        "The filters are dealt out to the groups in turn. A group should have a block of "
        "neighbouring filters.",
        "The first C_out / groups filters should read the first C_in / groups channels, and so on.",
        then(interleaved),
    ),
    Mistake(
        "first-group-read",
        "The channels of x that the first group reads are used for the other groups, too.",
        "Group g should read from channel g * (C_in / groups) on, and send its gradient back "
        "there.",
        then(first_channels),
    ),
    *kernel_mistakes(),
    *stride_mistakes(),
    *padding_mistakes(),
    *sum_mistakes(),
    *(mistake for mistake in channel_mistakes() if mistake.slug == "one-filter-only"),
    *batch_mistakes(),
    *bias_form_mistakes(4),
    bias_mistakes(4),
    *batch_divided(),
    order_mistake(3),
    upstream_ignored(grouped_conv2d_backward),
    negated(),
)


def recipe(
    draw: Any,
    image: tuple[int, int],
    kernel: tuple[int, int],
    batch: int,
    channels: tuple[int, int, int],
    stride: int,
    padding: int,
    dilation: int,
) -> dict[str, Any]:
    inputs, outputs, groups = channels
    rest = [n + 2 * padding - (k - 1) * dilation - 1 for n, k in zip(image, kernel)]
    if min(rest) < 0:
        raise Impossible
    places = [n // stride + 1 for n in rest]
    return {
        "grad_output": draw.array(batch, outputs, *places),
        "x": draw.array(batch, inputs, *image),
        "weight": draw.array(outputs, inputs // groups, *kernel),
        "stride": stride,
        "padding": padding,
        "dilation": dilation,
        "groups": groups,
    }


CHANNELS = factor(
    "channels",
    (1, 1, 1),
    "there is more than one channel",
    ((2, 3, 1), "there are 2 channels and 3 filters"),
    ((2, 2, 2), "there are 2 groups"),
    ((2, 4, 2), "there are 2 groups of 2 filters"),
    ((4, 2, 2), "there are 2 groups of 2 channels"),
    ((3, 6, 3), "there are 3 groups"),
)
DOMAIN = Domain(
    recipe,
    (IMAGE, KERNEL, BATCH, CHANNELS, STRIDE, PADDING, DILATION),
    values=VALUES_OF_LIKE_SIZE,
    integers=("grad_output", "x", "weight"),
)

EXERCISE = Exercise(
    grouped_conv2d_backward,
    arrays(*GRADIENTS),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
)

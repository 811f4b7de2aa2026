"""Exercise: receptive_field."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, then, where
from cnnhelpers.exercises.receptive_field.stack import DILATIONS, STRIDES, Layers, positions_seen


def receptive_field(layers: Layers) -> int:
    """Return how many input positions, along one axis, one output of a stack of layers sees.

    ``layers`` are (kernel_size, stride, dilation) from the input to the output. Without any
    layer the output is the input, and sees 1.
    """
    field, jump = 1, 1
    for kernel_size, stride, dilation in layers:
        field += (kernel_size - 1) * dilation * jump
        jump *= stride
    return field


CASES = tuple(
    case(layers=layers)
    for layers in [
        [], [(3, 1, 1)], [(3, 1, 1), (3, 1, 1)], [(5, 2, 1)], [(3, 2, 1), (3, 1, 1)],
        [(3, 1, 2), (5, 1, 1)], [(2, 3, 1), (3, 2, 1), (4, 1, 1)], [(3, 2, 2), (2, 1, 3)],
        [(7, 2, 1), (3, 2, 1), (3, 1, 2), (1, 2, 1), (3, 1, 1)],
    ]
)  # fmt: skip


def by_torch(torch: Any, layers: Sequence[tuple[int, int, int]]) -> int:
    names = "kernel_size", "stride", "dilation"
    first, last = positions_seen(torch, 0, [dict(zip(names, layer)) for layer in layers])
    return last - first + 1


def walk(grow, step=lambda jump, k, s, d: jump * s, start=1):
    """Go through the layers: ``field += grow(jump, k, s, d)``, then the next jump."""

    def function(layers):
        field, jump = start, 1
        for k, s, d in layers:
            field += grow(jump, k, s, d)
            jump = step(jump, k, s, d)
        return field

    return instead(function)


def right(jump, k, s, d):
    return (k - 1) * d * jump


def own_stride(layers):
    field, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        field += (k - 1) * d * jump
    return field


def all_strides(layers):
    jump = math.prod(s for _, s, _ in layers)
    return 1 + sum((k - 1) * d * jump for k, _, d in layers)


def backwards(layers):
    """From the output to the input, with a slip: the whole size is stretched by the stride."""
    field = 1
    for k, s, d in reversed(layers):
        field = field * s + (k - 1) * d
    return field


def span_times(layers):
    field = 1
    for k, s, d in reversed(layers):
        field = field * s + (k - 1) * d + 1
    return field


MISTAKES = (
    Mistake(
        "plus-one-missing",
        "The position itself is not counted.",
        "Without any layer one output sees how many inputs?",
        walk(right, start=0),
    ),
    Mistake(
        "stride-ignored",
        "The strides are not used.",
        "After a layer of stride 2, neighbouring positions lie 2 inputs apart.",
        walk(right, step=lambda jump, k, s, d: 1),
    ),
    Mistake(
        "own-stride-counted",
        "The stride of a layer widens its own windows; it should move apart those of later layers "
        "only.",
        "The stride of a single layer changes nothing. In a loop: which comes first, the growth "
        "or the new distance? If you use `np.cumprod`: which stride is in its first product?",
        instead(own_stride),
    ),
    Mistake(
        "only-previous-stride",
        "In each layer only the stride of the layer before it counts; those of all earlier "
        "layers should.",
        "The distances multiply: after two layers of stride 2 it is 4.",
        walk(right, step=lambda jump, k, s, d: s),
    ),
    Mistake(
        "only-own-stride",
        "In each layer only its own stride counts; the strides of all earlier layers should.",
        "The distances multiply: after two layers of stride 2 it is 4. The last layer's stride "
        "changes nothing.",
        instead(lambda layers: 1 + sum((k - 1) * d * s for k, s, d in layers)),
    ),
    Mistake(
        "strides-added",
        "The strides are added; they should be multiplied.",
        "After two layers of stride 3 neighbouring positions lie 9 inputs apart.",
        walk(right, step=lambda jump, k, s, d: jump + s),
        walk(right, step=lambda jump, k, s, d: jump + s - 1),
    ),
    Mistake(
        "all-strides",
        "The stride of every layer widens all layers; only earlier strides should.",
        "The last layer's stride changes nothing at all.",
        instead(all_strides),
    ),
    Mistake(
        "dilation-ignored",
        "The dilation is not used.",
        "With dilation 2 a kernel of 3 spans 5 positions.",
        walk(lambda jump, k, s, d: (k - 1) * jump),
    ),
    Mistake(
        "dilation-times-kernel",
        "A dilated kernel is counted as if there were a gap after its last tap, too.",
        "3 taps have 2 gaps between them.",
        walk(lambda jump, k, s, d: (k * d - 1) * jump),
    ),
    Mistake(
        "dilation-off-by-one",
        "The kernel is counted with gaps that are too wide: dilation 1 is taken for one gap.",
        "Dilation is the distance between neighbouring taps: 1 means no gap.",
        walk(lambda jump, k, s, d: (k - 1) * (d + 1) * jump),
    ),
    Mistake(
        "dilation-in-jump",
        "The dilation moves apart the positions of later layers, too; only the stride should.",
        "Dilation should widen the windows of its own layer only.",
        walk(right, step=lambda jump, k, s, d: jump * s * d),
    ),
    Mistake(
        "kernel-for-growth",
        "Each layer adds its whole kernel. One position of its window was seen before.",
        "A kernel of 1 sees nothing more than the layer before.",
        walk(lambda jump, k, s, d: k * d * jump),
        walk(lambda jump, k, s, d: k * d * jump, start=0),
        walk(lambda jump, k, s, d: k * jump, start=0),
        walk(lambda jump, k, s, d: k, start=0),
        instead(span_times),
    ),
    Mistake(
        "order-reversed",
        "The answer is that of the layers in the opposite order: the strides of later layers count "
        "for the earlier ones.",
        "There are two ways. From the input on: what a layer adds is multiplied by the strides "
        "before it. From the output back: the size so far is multiplied by the layer's own stride. "
        "Which of them do you use, and does your loop go its way?",
        given(layers=lambda layers: list(layers)[::-1]),
    ),
    Mistake(
        "size-times-stride",
        "The size is multiplied by the stride of each layer on the way from the input on. There, a "
        "stride should not change the size so far.",
        "From the input on, a stride changes only how much later layers add.",
        instead(lambda layers: backwards(list(layers)[::-1])),
    ),
    Mistake(
        "size-for-steps",
        "On the way back from the output, the whole size is multiplied by the stride. Only the "
        "steps between the positions should be.",
        "Between `size` neighbouring positions there are size - 1 steps. Only a step gets longer "
        "by the stride; one window is added to them.",
        instead(backwards),
    ),
    Mistake(
        "one-layer-only",
        "Only one layer counts; every layer should.",
        "Every layer adds to what was seen before.",
        instead(lambda layers: 1 + (layers[0][0] - 1) * layers[0][2]),
        instead(lambda layers: 1 + (layers[-1][0] - 1) * layers[-1][2]),
        instead(lambda layers: max((k - 1) * d + 1 for k, _, d in layers)),
    ),
    Mistake(
        "kernels-multiplied",
        "The kernel sizes are multiplied; what each layer adds should be added.",
        "Two layers of 3 see 5, not 9: the windows overlap.",
        instead(lambda layers: math.prod(k for k, _, _ in layers)),
        instead(lambda layers: math.prod((k - 1) * d + 1 for k, _, d in layers)),
    ),
    Mistake(
        "area-for-length",
        "It counts the pixels of a square; it should count along one axis.",
        "The field's length, not its area.",
        then(lambda answer, a: answer**2),
    ),
    Mistake(
        "empty-fails",
        "It fails for an empty list of layers.",
        "Without any layer the output is the input.",
        where(lambda a: len(a["layers"]) > 0),
    ),
)


def recipe(draw, depth, kernels, strides, dilations):
    return {
        "layers": [
            (draw.whole(*kernels), draw.whole(*strides), draw.whole(*dilations))
            for _ in range(depth)
        ]
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "depth",
            1,
            "there is not exactly one layer",
            (0, "there is no layer"),
            (2, "there are two layers"),
            (3, "there are more than two layers"),
            (4, "there are more than two layers"),
        ),
        factor(
            "kernels",
            (3, 3),
            "a kernel size is not 3",
            ((2, 2), "a kernel size is even"),
            ((1, 1), "a kernel size is 1"),
            ((4, 7), "a kernel size is more than 3"),
            ((11, 20), "a kernel size is more than 3"),
        ),
        STRIDES,
        DILATIONS,
    ),
    values=None,
)

EXERCISE = Exercise(
    receptive_field,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

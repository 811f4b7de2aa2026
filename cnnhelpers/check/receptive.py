"""Exercises of notebook 06: how far one output sees, by formula and by measurement."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from cnnhelpers.check.common import NOTHING, given, instead, then, where
from cnnhelpers.check.exercise import Exercise, Mistake

Layers = Sequence[tuple[int, int, int]]


def _receptive_field():
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

    def walk(grow, step=lambda jump, k, s, d: jump * s, start=1, order=1):
        """Go through the layers: ``field += grow(jump, k, s, d)``, then the next jump."""

        def function(layers):
            field, jump = start, 1
            for k, s, d in list(layers)[::order]:
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
        """From the output to the input, with a slip: the field is not stretched by the stride."""
        field = 1
        for k, s, d in reversed(layers):
            field = field * s + (k - 1) * d
        return field

    def span_times(layers):
        field = 1
        for k, s, d in reversed(layers):
            field = field * s + (k - 1) * d + 1
        return field

    return Exercise(
        receptive_field,
        "number",
        (
            Mistake(
                "plus-one-missing",
                "The position itself is not counted.",
                "Without any layer one output sees how many inputs?",
                walk(right, start=0),
            ),
            Mistake(
                "stride-ignored",
                "The strides are not used.",
                "Behind a layer of stride 2, neighbouring positions lie 2 inputs apart.",
                walk(right, step=lambda jump, k, s, d: 1),
            ),
            Mistake(
                "own-stride-counted",
                "The stride of a layer widens its own windows; it moves apart those of later "
                "layers only.",
                "Which comes first in the loop: the growth or the new distance?",
                instead(own_stride),
            ),
            Mistake(
                "only-previous-stride",
                "Only one stride counts in each layer: that before it, or its own.",
                "The distances multiply: after two layers of stride 2 it is 4.",
                walk(right, step=lambda jump, k, s, d: s),
                instead(lambda layers: 1 + sum((k - 1) * d * s for k, s, d in layers)),
            ),
            Mistake(
                "strides-added",
                "The strides are added; they multiply.",
                "After two layers of stride 3 neighbouring positions lie 9 inputs apart.",
                walk(right, step=lambda jump, k, s, d: jump + s),
                walk(right, step=lambda jump, k, s, d: jump + s - 1),
            ),
            Mistake(
                "all-strides",
                "All strides widen all layers; only earlier strides count.",
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
                "A dilated kernel is counted with gaps after its last tap too.",
                "3 taps have 2 gaps between them.",
                walk(lambda jump, k, s, d: (k * d - 1) * jump),
            ),
            Mistake(
                "dilation-off-by-one",
                "Dilation 1 is taken for one gap; it means none.",
                "Dilation is the distance between neighbouring taps.",
                walk(lambda jump, k, s, d: (k - 1) * (d + 1) * jump),
            ),
            Mistake(
                "dilation-in-jump",
                "The dilation moves apart the positions of later layers; only the stride does.",
                "Dilation widens the windows of its own layer.",
                walk(right, step=lambda jump, k, s, d: jump * s * d),
            ),
            Mistake(
                "kernel-for-growth",
                "Each layer adds its whole kernel; the window overlaps with what was seen before.",
                "A kernel of 1 sees nothing more than the layer before.",
                walk(lambda jump, k, s, d: k * d * jump),
                walk(lambda jump, k, s, d: k * d * jump, start=0),
                walk(lambda jump, k, s, d: k * jump, start=0),
                walk(lambda jump, k, s, d: k, start=0),
                instead(span_times),
            ),
            Mistake(
                "order-reversed",
                "The layers are taken from the output to the input.",
                "Earlier strides are those nearer to the input, at the beginning of the list.",
                walk(right, order=-1),
                instead(lambda layers: backwards(list(layers)[::-1])),
            ),
            Mistake(
                "one-layer-only",
                "Only one layer counts, or the widest.",
                "Every layer adds to what was seen before.",
                instead(lambda layers: 1 + (layers[0][0] - 1) * layers[0][2]),
                instead(lambda layers: 1 + (layers[-1][0] - 1) * layers[-1][2]),
                instead(lambda layers: max((k - 1) * d + 1 for k, _, d in layers)),
            ),
            Mistake(
                "kernels-multiplied",
                "The kernel sizes are multiplied.",
                "Two layers of 3 see 5, not 9: the windows overlap.",
                instead(lambda layers: math.prod(k for k, _, _ in layers)),
                instead(lambda layers: math.prod((k - 1) * d + 1 for k, _, d in layers)),
            ),
            Mistake(
                "area-for-length",
                "It counts the pixels of a square; one axis is asked for.",
                "The field's length, not its area.",
                then(lambda answer, a: answer**2),
            ),
            Mistake(
                "empty-fails",
                "It fails for an empty list of layers.",
                "Without any layer the output is the input.",
                where(lambda a: len(a["layers"]) > 0, NOTHING),
            ),
        ),
    )


receptive_field = _receptive_field()


def _layers_needed():
    def layers_needed(field: int, kernel_size: int) -> int:
        """Return how many layers of stride 1 one output needs to see ``field`` inputs at least."""
        return math.ceil((field - 1) / (kernel_size - 1))

    def way(formula):
        return instead(lambda field, kernel_size: formula(field, kernel_size))

    return Exercise(
        layers_needed,
        "number",
        (
            Mistake(
                "floor",
                "It rounds down: the last layer is missing where the division leaves a rest.",
                "With one layer too few the output does not see everything.",
                way(lambda f, k: (f - 1) // (k - 1)),
                way(lambda f, k: round((f - 1) / (k - 1))),
            ),
            Mistake(
                "ceil-missing",
                "The answer is a fraction of layers.",
                "Is half a layer enough? Round so that the field is reached.",
                way(lambda f, k: (f - 1) / (k - 1)),
            ),
            Mistake(
                "one-too-many",
                "It is one layer too many (at least where the division leaves no rest).",
                "Three inputs and a kernel of 3: how many layers?",
                way(lambda f, k: (f - 1) // (k - 1) + 1),
                way(lambda f, k: math.ceil((f - 1) / (k - 1)) + 1),
                way(lambda f, k: f // (k - 1) + 1),
            ),
            Mistake(
                "one-too-few",
                "It is one layer too few: the first layer is not counted.",
                "The first layer sees kernel_size inputs, and is a layer.",
                way(lambda f, k: math.ceil((f - 1) / (k - 1)) - 1),
                way(lambda f, k: math.ceil((f - k) / (k - 1))),
                way(lambda f, k: max(0, math.ceil((f - k) / (k - 1)))),
                way(lambda f, k: (f - k) // (k - 1)),
            ),
            Mistake(
                "plus-one-missing",
                "The position itself is not counted: no layer already sees 1.",
                "L layers see 1 + L (K - 1).",
                way(lambda f, k: f // (k - 1)),
                way(lambda f, k: f / (k - 1)),
            ),
            Mistake(
                "kernel-for-growth",
                "A layer is counted with its whole kernel; the window overlaps with what was seen.",
                "How much does the field grow from one layer of 3 to two?",
                way(lambda f, k: math.ceil(f / k)),
                way(lambda f, k: f // k),
                way(lambda f, k: f / k),
                way(lambda f, k: math.ceil((f - 1) / k)),
                way(lambda f, k: (f - 1) // k),
            ),
            Mistake(
                "per-side",
                "The layers are counted for one side, or for a growth by one.",
                "A layer adds to the field on both sides.",
                way(lambda f, k: math.ceil((f - 1) / (k // 2))),
                way(lambda f, k: f - 1),
                way(lambda f, k: f),
                way(lambda f, k: math.ceil((f - 1) / 2)),
            ),
            Mistake(
                "kernels-multiplied",
                "The field is taken to grow by a factor; each layer adds the same.",
                "Two layers of 3 see 5, three see 7.",
                way(lambda f, k: math.ceil(math.log(f, k) - 1e-9)),
                way(lambda f, k: math.ceil(math.log(f) / math.log(k))),
            ),
        ),
    )


layers_needed = _layers_needed()


def _window_of():
    def window_of(position: int, layers: Layers) -> tuple[int, int]:
        """Return the first and the last input position that an output position sees.

        ``layers`` are (kernel_size, stride, padding) from the input to the output. Positions in
        the padding count: the first may be negative, the last lie behind the end.
        """
        first = last = position
        for kernel_size, stride, padding in reversed(layers):
            first = first * stride - padding
            last = last * stride - padding + kernel_size - 1
        return first, last

    def walk(low, high, order=-1):
        """Go through the layers, from the output: the next first and the next last position."""

        def function(position, layers):
            first = last = position
            for k, s, p in list(layers)[::order]:
                first, last = low(first, k, s, p), high(last, k, s, p)
            return first, last

        return instead(function)

    def low(first, k, s, p):
        return first * s - p

    def high(last, k, s, p):
        return last * s - p + k - 1

    def from_first(position, layers):
        """The last position is the first plus the last kernel that was looked at."""
        first, last = position, position
        for k, s, p in reversed(layers):
            first = first * s - p
            last = first + k - 1
        return first, last

    return Exercise(
        window_of,
        "numbers",
        (
            Mistake(
                "order-reversed",
                "The layers are taken from the input to the output; the way leads back.",
                "Which layer made the output position? Begin there.",
                walk(low, high, order=1),
            ),
            Mistake(
                "padding-ignored",
                "The padding is not used.",
                "With padding the first window begins before position 0.",
                walk(lambda f, k, s, p: f * s, lambda n, k, s, p: n * s + k - 1),
            ),
            Mistake(
                "padding-reversed",
                "The padding moves the window the wrong way.",
                "Window 0 begins in the padding, before the input.",
                walk(lambda f, k, s, p: f * s + p, lambda n, k, s, p: n * s + p + k - 1),
                walk(low, lambda n, k, s, p: n * s + p + k - 1),
            ),
            Mistake(
                "padding-first-only",
                "The padding moves the first position, but not the last.",
                "The whole window is moved.",
                walk(low, lambda n, k, s, p: n * s + k - 1),
            ),
            Mistake(
                "stride-ignored",
                "The stride is not used.",
                "Window 5 of a layer with stride 2 begins at 10.",
                walk(lambda f, k, s, p: f - p, lambda n, k, s, p: n - p + k - 1),
            ),
            Mistake(
                "padding-times-stride",
                "The padding is taken away before the stride is applied.",
                "First the distance of the window, then where the counting starts.",
                walk(lambda f, k, s, p: (f - p) * s, lambda n, k, s, p: (n - p) * s + k - 1),
            ),
            Mistake(
                "end-excluded",
                "The last position is one behind the window.",
                "A window of 3 that begins at 0 ends at 2.",
                walk(low, lambda n, k, s, p: n * s - p + k),
                then(lambda answer, a: (answer[0], answer[1] + 1)),
            ),
            Mistake(
                "last-kernel-only",
                "The window grows by one kernel only: the last position does not pass through "
                "the layers.",
                "First and last position go back through every layer side by side.",
                instead(from_first),
            ),
            Mistake(
                "clipped",
                "Positions in the padding are cut off; they count here.",
                "The first position may be negative.",
                then(lambda answer, a: (max(0, answer[0]), answer[1])),
                then(lambda answer, a: (max(0, answer[0]), max(0, answer[1]))),
                walk(lambda f, k, s, p: max(0, f * s - p), high),
            ),
            Mistake(
                "centred",
                "The window is laid around the position; it begins where the stride puts it.",
                "Only the padding shifts it.",
                walk(lambda f, k, s, p: f * s - k // 2, lambda n, k, s, p: n * s + k // 2),
                walk(lambda f, k, s, p: f * s - p - k // 2, lambda n, k, s, p: n * s - p + k // 2),
            ),
            Mistake(
                "pair-swapped",
                "First and last are exchanged.",
                "The smaller one comes first.",
                then(lambda answer, a: answer[::-1]),
            ),
            Mistake(
                "length-for-last",
                "The second number is how many positions there are; the last one is asked for.",
                "Return the two ends of the window.",
                then(lambda answer, a: (answer[0], answer[1] - answer[0] + 1)),
                then(lambda answer, a: answer[1] - answer[0] + 1),
            ),
            Mistake(
                "one-layer-only",
                "Only one layer is followed back.",
                "Every layer is on the way to the input.",
                given(layers=lambda layers: layers[-1:]),
                given(layers=lambda layers: layers[:1]),
            ),
            Mistake(
                "all-positions",
                "It returns all positions; the first and the last are asked for.",
                "Two numbers.",
                then(lambda answer, a: list(range(answer[0], answer[1] + 1))),
            ),
        ),
    )


window_of = _window_of()


def _measured_field():
    def measured_field(gradient: np.ndarray) -> tuple[int, int]:
        """Return (height, width) of the smallest rectangle that holds all values that are not 0.

        ``gradient`` (H, W) is that of one output with respect to the input. Where all are 0 the
        answer is (0, 0).
        """
        rows, columns = np.nonzero(np.asarray(gradient))
        if not len(rows):
            return 0, 0
        return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1

    def ends(change, pick=np.nonzero, empty=(0, 0)):
        """``change(rows, columns)`` of the places that ``pick`` finds."""

        def function(gradient):
            rows, columns = pick(gradient)
            return change(rows, columns) if len(rows) else empty

        return instead(function)

    def extent(rows, columns):
        return np.ptp(rows) + 1, np.ptp(columns) + 1

    def thresholded(limit):
        return ends(extent, lambda g: np.nonzero(np.abs(g) > limit(g)))

    return Exercise(
        measured_field,
        "numbers",
        (
            Mistake(
                "off-by-one",
                "It is one too small: the last minus the first position does not count both ends.",
                "From row 2 to row 4 there are three rows.",
                ends(lambda r, c: (np.ptp(r), np.ptp(c))),
            ),
            Mistake(
                "gaps-not-counted",
                "It counts the rows and columns that hold something; rows of zeros in between are "
                "part of the rectangle.",
                "A dilated kernel leaves gaps inside its field. Where does it begin and end?",
                ends(lambda r, c: (len(set(r)), len(set(c)))),
            ),
            Mistake(
                "positive-only",
                "Only positive values are found.",
                "Which numbers are not 0?",
                ends(extent, lambda g: np.nonzero(g > 0)),
                ends(extent, lambda g: np.nonzero(np.maximum(g, 0))),
            ),
            Mistake(
                "small-values-lost",
                "Small values are taken for 0.",
                "A tiny influence is one: compare with 0 itself.",
                thresholded(lambda g: 0.01 * np.abs(g).max()),
                thresholded(lambda g: 0.1 * np.abs(g).max()),
                thresholded(lambda g: np.abs(g).mean()),
                thresholded(lambda g: 0.5),
                thresholded(lambda g: 0.1),
                thresholded(lambda g: 0.01),
            ),
            Mistake(
                "empty-fails",
                "It has no answer where all values are 0.",
                "`min` and `max` of nothing raise an error: look first whether there is anything.",
                where(lambda a: bool(np.any(a["gradient"])), NOTHING),
            ),
            Mistake(
                "empty-not-zero",
                "Where all values are 0 the answer should be (0, 0).",
                "A rectangle around nothing has no rows.",
                ends(extent, empty=(1, 1)),
                ends(extent, empty=None),
                ends(extent, empty=0),
                ends(extent, empty=(-1, -1)),
            ),
            Mistake(
                "pair-swapped",
                "Height and width are exchanged.",
                "The height, counted in rows, comes first.",
                then(lambda answer, a: answer[::-1]),
            ),
            Mistake(
                "from-the-border",
                "It counts from the border of the image, not from where the field begins.",
                "Take away where the first value stands.",
                ends(lambda r, c: (np.max(r) + 1, np.max(c) + 1)),
                ends(lambda r, c: (np.max(r), np.max(c))),
            ),
            Mistake(
                "size-of-input",
                "That is the size of the whole array.",
                "Only what is not 0 counts.",
                instead(lambda gradient: gradient.shape),
            ),
            Mistake(
                "values-counted",
                "It counts values that are not 0.",
                "Height and width of a rectangle are asked for.",
                instead(lambda gradient: np.count_nonzero(gradient)),
                instead(lambda gradient: int(np.prod(measured_field(gradient)))),
                instead(
                    lambda gradient: (
                        np.count_nonzero(gradient, axis=0).max(),
                        np.count_nonzero(gradient, axis=1).max(),
                    )
                ),
            ),
            Mistake(
                "ends-for-size",
                "It returns where the field begins or ends, not its height and width.",
                "Two sizes are asked for.",
                ends(lambda r, c: (np.min(r), np.min(c))),
                ends(lambda r, c: (np.min(r), np.max(r), np.min(c), np.max(c))),
            ),
        ),
    )


measured_field = _measured_field()


def _stack_parameters():
    def stack_parameters(depth: int, kernel_size: int, channels: int) -> int:
        """Return the weights of ``depth`` K×K layers, C channels in and out each, no biases."""
        return depth * kernel_size**2 * channels**2

    def way(formula):
        return instead(
            lambda depth, kernel_size, channels: formula(depth, kernel_size, channels)
        )

    return Exercise(
        stack_parameters,
        "number",
        (
            Mistake(
                "channels-once",
                "The channels are counted once; every layer has C channels in and C out.",
                "Each of the C filters has a kernel for each of the C channels.",
                way(lambda n, k, c: n * k * k * c),
                way(lambda n, k, c: n * k * k * 2 * c),
            ),
            Mistake(
                "channels-forgotten",
                "The channels are not counted.",
                "How many kernels are there in a layer?",
                way(lambda n, k, c: n * k * k),
            ),
            Mistake(
                "kernel-one-axis",
                "The kernel size is counted once, but a kernel has a height and a width.",
                "How many weights has a kernel of size 3?",
                way(lambda n, k, c: n * k * c * c),
                way(lambda n, k, c: n * 2 * k * c * c),
            ),
            Mistake(
                "one-layer-only",
                "Only one layer is counted.",
                "A stack has `depth` layers.",
                way(lambda n, k, c: k * k * c * c),
            ),
            Mistake(
                "one-large-kernel",
                "That is a single layer with a kernel as wide as the field of the stack.",
                "Count one layer of the stack, then all of them.",
                way(lambda n, k, c: (1 + n * (k - 1)) ** 2 * c * c),
            ),
            Mistake(
                "bias-included",
                "Biases are counted; this is about weights.",
                "Leave the biases out.",
                way(lambda n, k, c: n * (k * k * c * c + c)),
                way(lambda n, k, c: n * k * k * c * c + c),
                way(lambda n, k, c: n * (k * k * c * c + 1)),
            ),
            Mistake(
                "depth-as-power",
                "The depth is an exponent; the layers' weights add up.",
                "Two layers have twice the weights of one.",
                way(lambda n, k, c: (k * k * c * c) ** n),
                way(lambda n, k, c: k ** (2 * n) * c * c),
                way(lambda n, k, c: (n * k) ** 2 * c * c),
                way(lambda n, k, c: k * k * c**n),
                way(lambda n, k, c: k * k * c ** (n + 1)),
            ),
            Mistake(
                "off-by-one",
                "One layer too few or too many is counted.",
                "A stack of depth 1 is one layer.",
                way(lambda n, k, c: (n - 1) * k * k * c * c),
                way(lambda n, k, c: (n + 1) * k * k * c * c),
            ),
        ),
    )


stack_parameters = _stack_parameters()

__all__ = [
    "layers_needed", "measured_field", "receptive_field", "stack_parameters", "window_of",
]  # fmt: skip

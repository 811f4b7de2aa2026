"""Exercise: window_of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, then
from cnnhelpers.exercises.receptive_field.stack import STRIDES, Layers, positions_seen


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


CASES = tuple(
    case(position=position, layers=layers)
    for position, layers in [
        (2, [(3, 1, 0)]), (0, [(3, 1, 1)]), (2, [(5, 2, 0)]), (3, [(2, 2, 1)]),
        (1, [(3, 1, 0), (5, 1, 2)]), (0, [(3, 2, 1), (4, 1, 0), (3, 2, 1)]),
        (4, [(3, 2, 1), (2, 3, 0)]), (2, [(7, 2, 3), (3, 2, 1), (3, 1, 1), (2, 3, 0)]),
    ]
)  # fmt: skip


def by_torch(torch: Any, position: int, layers: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    names, away = ("kernel_size", "stride", "padding"), 30  # so far from the border, all is read
    stack = [dict(zip(names, layer)) for layer in layers]
    near, far = positions_seen(torch, away, stack), positions_seen(torch, 2 * away, stack)
    jump = (far[0] - near[0]) // away
    moved = (position - away) * jump
    return near[0] + moved, near[1] + moved


def walk(low, high):
    """Go through the layers, from the output: the next first and the next last position."""

    def function(position, layers):
        first = last = position
        for k, s, p in reversed(layers):
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


def paddings_added(position, layers):
    field = jump = 1
    for kernel_size, stride, _ in layers:
        field, jump = field + (kernel_size - 1) * jump, jump * stride
    first = position * jump - sum(padding for *_, padding in layers)
    return first, first + field - 1


MISTAKES = (
    Mistake(
        "order-reversed",
        "The answer is that of the layers in the opposite order: they should be taken from the "
        "output back.",
        "Which layer made the output position? Begin there.",
        given(layers=lambda layers: list(layers)[::-1]),
    ),
    Mistake(
        "padding-ignored",
        "The padding is not used.",
        "With padding the first window should begin before position 0.",
        walk(lambda f, k, s, p: f * s, lambda n, k, s, p: n * s + k - 1),
    ),
    Mistake(
        "padding-reversed",
        "The padding moves the window the wrong way, towards the end.",
        "Window 0 should begin in the padding, before the input.",
        walk(lambda f, k, s, p: f * s + p, lambda n, k, s, p: n * s + p + k - 1),
    ),
    Mistake(
        "padding-last-reversed",
        "The padding moves the last position the wrong way, towards the end.",
        "The padding should move the whole window: its last position by as much as its first, and "
        "the same way.",
        walk(low, lambda n, k, s, p: n * s + p + k - 1),
    ),
    Mistake(
        "padding-first-only",
        "The padding moves the first position, but not the last.",
        "The padding should move the whole window.",
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
        "The padding is taken away before the stride is applied; it should be taken away after.",
        "First the distance of the window, then where the counting starts.",
        walk(lambda f, k, s, p: (f - p) * s, lambda n, k, s, p: (n - p) * s + k - 1),
    ),
    Mistake(
        "end-excluded",
        "The last position is one too far: it lies after the window.",
        "A window of 3 that begins at 0 ends at 2.",
        walk(low, lambda n, k, s, p: n * s - p + k),
        then(lambda answer, a: (answer[0], answer[1] + 1)),
    ),
    Mistake(
        "last-kernel-only",
        "The window grows by one kernel only.",
        "First and last position should go back through every layer, side by side.",
        instead(from_first),
    ),
    Mistake(
        "clipped",
        "Positions in the padding are cut off; they should count.",
        "The first position may be negative.",
        then(lambda answer, a: (max(0, answer[0]), answer[1])),
        then(lambda answer, a: (max(0, answer[0]), max(0, answer[1]))),
        walk(lambda f, k, s, p: max(0, f * s - p), high),
    ),
    Mistake(
        "centred",
        "The window is laid around the position; it should begin where stride and padding put it.",
        "Nothing but stride and padding should shift it.",
        walk(lambda f, k, s, p: f * s - k // 2, lambda n, k, s, p: n * s + k // 2),
        walk(lambda f, k, s, p: f * s - (k - 1) // 2, lambda n, k, s, p: n * s + k // 2),
        walk(lambda f, k, s, p: f * s - p - k // 2, lambda n, k, s, p: n * s - p + k // 2),
    ),
    Mistake(
        "pair-swapped",
        "First and last are exchanged. The smaller one should come first.",
        "Look at the order in which you return them.",
        then(lambda answer, a: answer[::-1]),
    ),
    Mistake(
        "length-for-last",
        "It returns how many positions there are; it should return the first and the last one.",
        "Return the two ends of the window.",
        then(lambda answer, a: (answer[0], answer[1] - answer[0] + 1)),
        then(lambda answer, a: answer[1] - answer[0] + 1),
    ),
    Mistake(
        "one-layer-only",
        "Only one layer is followed back.",
        "Every layer is on the way to the input: go back through all.",
        given(layers=lambda layers: layers[-1:]),
        given(layers=lambda layers: layers[:1]),
    ),
    Mistake(
        "all-positions",
        "It returns all positions; it should return the first and the last.",
        "Two numbers.",
        then(lambda answer, a: list(range(answer[0], answer[1] + 1))),
    ),
    Mistake(
        "paddings-added",
        "The paddings are added up as they are. The window has the right length, but is shifted.",
        "A padding counts in the pixels of its own layer's input: multiply it by the strides of "
        "the layers before it.",
        instead(paddings_added),
    ),
)


def recipe(draw, position, depth, kernels, strides, paddings):
    layers = [
        (draw.whole(*kernels), draw.whole(*strides), draw.whole(*paddings)) for _ in range(depth)
    ]
    return {"position": position, "layers": layers}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "position",
            2,
            "the position is not 2",
            (0, "the position is 0"),
            (5, "it is 5"),
            (40, "it is 40"),
        ),
        factor(
            "depth",
            1,
            "there is not exactly one layer",
            (0, "there is no layer"),
            (2, "there are two layers"),
            (3, "there are more than two layers"),
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
        factor(
            "paddings",
            (0, 0),
            "there is padding",
            ((1, 1), "a padding is 1"),
            ((1, 3), "a padding is more than 1"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(
    window_of,
    NUMBERS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: pixels_read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import POSITIONS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, then
from cnnhelpers.exercises.receptive_field.stack import DILATIONS, STRIDES, Layers, read_by


def pixels_read(position: int, layers: Layers) -> list[int]:
    """Return all input positions, in order, that an output position reads.

    ``layers`` are (kernel_size, stride, dilation) from the input to the output, without padding.
    """
    positions = {position}
    for kernel_size, stride, dilation in reversed(layers):
        positions = {
            place * stride + tap * dilation for place in positions for tap in range(kernel_size)
        }
    return sorted(positions)


CASES = tuple(
    case(position=position, layers=layers)
    for position, layers in [
        (0, [(3, 1, 1)]), (2, [(3, 1, 1)]), (1, [(3, 2, 1)]), (0, [(3, 1, 2)]),
        (0, [(2, 1, 1), (3, 1, 1)]), (2, [(2, 3, 1)]), (0, [(3, 1, 1), (3, 1, 2)]),
        (0, [(3, 1, 4), (3, 1, 4)]), (1, [(2, 1, 3), (3, 2, 1)]),
        (0, [(3, 1, 1), (3, 1, 3), (3, 1, 9)]), (3, [(3, 2, 1), (2, 1, 5), (3, 3, 2)]),
    ]
)  # fmt: skip


def by_torch(torch: Any, position: int, layers: Sequence[tuple[int, int, int]]) -> Any:
    names = "kernel_size", "stride", "dilation"
    return read_by(torch, position, [dict(zip(names, layer)) for layer in layers])


def walk(place=lambda i, s: i * s, tap=lambda t, k, d: t * d, taps=range):
    """Go through the layers, from the output: where a window begins, and what it reads from there.

    ``taps(kernel_size)`` are the taps of a kernel.
    """

    def function(position, layers):
        positions = {position}
        for k, s, d in reversed(layers):
            positions = {place(i, s) + tap(t, k, d) for i in positions for t in taps(k)}
        return sorted(positions)

    return instead(function)


def repeated(position, layers):
    positions = [position]
    for k, s, d in reversed(layers):
        positions = [i * s + t * d for i in positions for t in range(k)]
    return positions


MISTAKES = (
    Mistake(
        "holes-filled",
        "It returns everything from the first position to the last. A dilated kernel leaves "
        "pixels out.",
        "Follow every single tap back, not only the first and the last.",
        then(lambda answer, a: list(range(answer[0], answer[-1] + 1))),
    ),
    Mistake(
        "order-reversed",
        "The answer is that of the layers in the opposite order: they should be taken from the "
        "output back.",
        "Which layer made the output position? Begin there.",
        given(layers=lambda layers: list(layers)[::-1]),
    ),
    Mistake(
        "dilation-ignored",
        "The dilation is not used.",
        "The taps of a kernel are `dilation` positions apart.",
        walk(tap=lambda t, k, d: t),
    ),
    Mistake(
        "dilation-off-by-one",
        "The distance between two taps is wrong by one.",
        "A dilation of 1 means no gaps: neighbouring taps are `dilation` apart.",
        walk(tap=lambda t, k, d: t * (d + 1)),
        walk(tap=lambda t, k, d: t * (d - 1)),
    ),
    Mistake(
        "dilation-once",
        "The dilation moves the whole window; it should move the taps apart.",
        "Tap t should lie t * dilation after the first.",
        walk(tap=lambda t, k, d: t + d),
        walk(tap=lambda t, k, d: t + d - 1),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used.",
        "Window 5 of a layer with stride 2 begins at 10.",
        walk(place=lambda i, s: i),
    ),
    Mistake(
        "stride-times-taps",
        "The stride is applied to the taps, too; it should move whole windows only.",
        "A window begins at place * stride; its taps are `dilation` apart.",
        instead(
            lambda position, layers: pixels_read(position, [(k, s, d * s) for k, s, d in layers])
        ),
    ),
    Mistake(
        "kernel-cut-short",
        "The last tap of each kernel is left out.",
        "A kernel of 3 has the taps 0, 1 and 2.",
        walk(taps=lambda k: range(k - 1)),
    ),
    Mistake(
        "one-tap-too-many",
        "Each kernel has one tap too many.",
        "A kernel of 3 has the taps 0, 1 and 2.",
        walk(taps=lambda k: range(k + 1)),
    ),
    Mistake(
        "centred",
        "The window is laid around its place; it should begin there.",
        "Without padding, window i begins at i * stride.",
        walk(tap=lambda t, k, d: (t - k // 2) * d),
        walk(tap=lambda t, k, d: (t - (k - 1) // 2) * d),
    ),
    Mistake(
        "position-ignored",
        "It answers for output 0, whatever the position.",
        "Begin at the position that is given.",
        given(position=lambda position: 0),
    ),
    Mistake(
        "one-layer-only",
        "Only one layer is followed back.",
        "Every layer is on the way to the input: go back through all.",
        given(layers=lambda layers: layers[-1:]),
        given(layers=lambda layers: layers[:1]),
    ),
    Mistake(
        "repeated",
        "Positions that are read in several ways are listed several times.",
        "A set keeps each of them once.",
        instead(repeated),
        instead(lambda position, layers: sorted(repeated(position, layers))),
    ),
    Mistake(
        "ends-only",
        "It returns the first and the last position; it should return all.",
        "Keep a set of positions while you walk back.",
        then(lambda answer, a: [answer[0], answer[-1]]),
    ),
    Mistake(
        "count-for-list",
        "It returns one number; it should return the positions themselves.",
        "Return the list.",
        then(lambda answer, a: len(answer)),
        then(lambda answer, a: answer[-1] - answer[0] + 1),
    ),
    Mistake(
        "one-based",
        "Positions are counted from 1.",
        "The first position should be 0.",
        then(lambda answer, a: [place + 1 for place in answer]),
    ),
)


def recipe(draw, position, depth, kernels, strides, dilations):
    layers = [
        (draw.whole(*kernels), draw.whole(*strides), draw.whole(*dilations)) for _ in range(depth)
    ]
    return {"position": position, "layers": layers}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "position", 2, "the position is not 2", (0, "it is 0"), (5, "it is 5"), (40, "it is 40")
        ),
        factor(
            "depth",
            1,
            "there is not exactly one layer",
            (2, "there are two layers"),
            (3, "there are more than two layers"),
        ),
        factor(
            "kernels",
            (3, 3),
            "a kernel size is not 3",
            ((2, 2), "a kernel size is even"),
            ((1, 1), "a kernel size is 1"),
            ((4, 5), "a kernel size is more than 3"),
            ((11, 12), "a kernel size is more than 3"),
        ),
        STRIDES,
        DILATIONS,
    ),
    values=None,
)

EXERCISE = Exercise(
    pixels_read,
    POSITIONS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

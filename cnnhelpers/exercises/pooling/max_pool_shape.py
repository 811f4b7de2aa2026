"""Exercise: max_pool_shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS
from cnnhelpers.check.mistake import Mistake, given, instead, then, where


def max_pool_shape(
    shape: tuple[int, int, int, int], kernel_size: int, stride: int | None = None
) -> tuple[int, int, int, int]:
    """Return the shape after pooling, without padding, of an array of shape (N, C, H, W).

    Without a stride it is the kernel size; what is left at the end is not read.
    """
    images, channels, height, width = shape
    stride = kernel_size if stride is None else stride
    rows, columns = ((size - kernel_size) // stride + 1 for size in (height, width))
    return images, channels, rows, columns


CASES = tuple(
    case(shape=shape, kernel_size=kernel)
    if stride is None
    else case(shape=shape, kernel_size=kernel, stride=stride)
    for shape, kernel, stride in [
        ((1, 1, 2, 2), 2, None), ((1, 3, 4, 6), 2, None), ((2, 5, 7, 5), 2, None),
        ((1, 6, 28, 28), 2, 2), ((3, 4, 9, 8), 3, 2), ((2, 8, 6, 10), 3, 1),
        ((5, 7, 11, 16), 2, 3), ((4, 64, 55, 57), 3, 2), ((2, 9, 13, 20), 4, None),
    ]
)  # fmt: skip


def by_torch(
    torch: Any, shape: Sequence[int], kernel_size: int, stride: int | None = None
) -> tuple[int, ...]:
    x = torch.empty(*shape, device="meta")
    return tuple(torch.nn.functional.max_pool2d(x, kernel_size, stride).shape)


def sizes(rule):
    """Another formula of size, kernel and stride for height and width."""

    def function(shape, kernel_size, stride):
        stride = kernel_size if stride is None else stride
        return (*shape[:2], *(rule(size, kernel_size, stride) for size in shape[2:]))

    return instead(function)


def channels(rule):
    return then(lambda answer, a: (answer[0], rule(answer[1], a), *answer[2:]))


MISTAKES = (
    Mistake(
        "stride-default-one",
        "Without a stride the windows move by 1; they should move by the kernel size.",
        "PyTorch's default for pooling: windows side by side.",
        given(stride=lambda s: 1 if s is None else s),
    ),
    Mistake(
        "stride-ignored",
        "The stride is not used.",
        "Divide by the steps that the window makes.",
        given(stride=lambda s: None),
        given(stride=lambda s: 1),
        sizes(lambda n, k, s: n // k),
    ),
    Mistake(
        "stride-none-fails",
        "It fails without a stride: `None` is the default and stands for the kernel size.",
        "Look at the stride first, and give it a value if it has none.",
        where(lambda a: a["stride"] is not None),
    ),
    Mistake(
        "kernel-forgotten",
        "The size is divided by the stride, whatever the kernel.",
        "The last window must lie on the image as a whole.",
        sizes(lambda n, k, s: n // s),
        sizes(lambda n, k, s: math.ceil(n / s)),
        sizes(lambda n, k, s: (n - 1) // s + 1),
        sizes(lambda n, k, s: n // s + 1),
    ),
    Mistake(
        "plus-one-missing",
        "One window is missing along each axis: the first one, before any step.",
        "With no room to step there is still one window.",
        sizes(lambda n, k, s: (n - k) // s),
    ),
    Mistake(
        "plus-one-inside",
        "The 1 is added before the division by the stride.",
        "First count the steps, then add the first window.",
        sizes(lambda n, k, s: (n - k + 1) // s),
    ),
    Mistake(
        "ceil",
        "It rounds up: a last window that does not fit whole is counted.",
        "What is left at the end is not read.",
        sizes(lambda n, k, s: math.ceil((n - k) / s) + 1),
        sizes(lambda n, k, s: round((n - k) / s) + 1),
    ),
    Mistake(
        "floor-missing",
        "The division is not rounded down, so there are fractions of windows.",
        "Which division gives whole numbers?",
        sizes(lambda n, k, s: (n - k) / s + 1),
    ),
    Mistake(
        "padded",
        "A padding is counted; there is none.",
        "The window begins at the first pixel and ends at the last.",
        sizes(lambda n, k, s: (n + 2 * (k // 2) - k) // s + 1),
        sizes(lambda n, k, s: (n + 2 - k) // s + 1),
    ),
    Mistake(
        "channels-pooled",
        "The number of channels changes; pooling keeps it.",
        "Each channel is pooled by itself.",
        channels(lambda c, a: 1),
        channels(lambda c, a: c // a["kernel_size"]),
        channels(lambda c, a: c // (a["stride"] or a["kernel_size"])),
        channels(lambda c, a: max(0, c - a["kernel_size"]) // (a["stride"] or 1) + 1),
    ),
    Mistake(
        "batch-forgotten",
        "The number of images is missing, or wrong.",
        "The shape begins with the number of images, which pooling keeps.",
        then(lambda answer, a: answer[1:]),
        then(lambda answer, a: (1, *answer[1:])),
    ),
    Mistake(
        "height-and-width-only",
        "Only height and width are returned.",
        "The shape has four numbers.",
        then(lambda answer, a: answer[2:]),
    ),
    Mistake(
        "height-width-swapped",
        "Height and width are exchanged.",
        "The height comes before the width, as in every shape.",
        then(lambda answer, a: (*answer[:2], answer[3], answer[2])),
    ),
    Mistake(
        "channels-last",
        "The channels come last.",
        "PyTorch's order: images, channels, height, width.",
        then(lambda answer, a: (answer[0], *answer[2:], answer[1])),
    ),
    Mistake(
        "square-only",
        "Height is taken for width, or width for height.",
        "They are two numbers; compute each from its own size.",
        then(lambda answer, a: (*answer[:3], answer[2])),
        then(lambda answer, a: (*answer[:2], answer[3], answer[3])),
    ),
    Mistake(
        "one-axis",
        "Only one of height and width is pooled.",
        "The window moves down and across.",
        then(lambda answer, a: (*answer[:3], a["shape"][3])),
        then(lambda answer, a: (*answer[:2], a["shape"][2], answer[3])),
    ),
    Mistake(
        "number-of-values",
        "It returns how many values there are; the shape is asked for.",
        "Return the four numbers as a tuple.",
        then(lambda answer, a: math.prod(answer)),
    ),
)


def recipe(draw, image, batch, inputs, kernel_size, stride):
    arguments = {"shape": (batch, inputs, *image), "kernel_size": kernel_size}
    return arguments if stride is None else arguments | {"stride": stride}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (8, 8),
            "the image is not square",
            ((6, 11), "the image is wider than high"),
            ((11, 6), "the image is higher than wide"),
            ((225, 98), "the image is large"),
        ),
        factor("batch", 1, "there is more than one image", (2, "there are 2"), (5, "there are 5")),
        INPUTS,
        factor(
            "kernel_size",
            2,
            "the kernel size is not 2",
            (3, "the kernel size is 3"),
            (4, "the kernel size is 4"),
            (5, "the kernel size is 5"),
        ),
        factor(
            "stride",
            None,
            "a stride is given",
            (1, "the stride is 1"),
            (2, "the stride is 2"),
            (3, "the stride is 3"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(max_pool_shape, NUMBERS, CASES, by_torch, MISTAKES, domain=DOMAIN)

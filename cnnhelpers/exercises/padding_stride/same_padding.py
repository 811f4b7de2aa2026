"""Exercise: same_padding."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference, shapes
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead


def same_padding(kernel_size: int) -> int:
    """Return the padding per side that keeps the size at stride 1; an even kernel has none.

    Raises:
        ValueError: the kernel size is even.
    """
    return shapes.same_padding(kernel_size)


CASES = (
    case(kernel_size=1),
    case(kernel_size=2, raises=ValueError),
    case(kernel_size=3),
    case(kernel_size=4, raises=ValueError),
    case(kernel_size=5),
    case(kernel_size=7),
    case(kernel_size=11),
)


def by_torch(torch: Any, kernel_size: int) -> int:
    size, kernel = 2 * kernel_size, np.ones((1, 1, kernel_size))
    for padding in range(kernel_size):
        if reference.conv1d(np.zeros((1, 1, size)), kernel, padding=padding).shape[2] == size:
            return padding
    raise ValueError("no padding keeps the size")


def odd_refused(kernel_size):
    """Answer for even kernels, refuse odd ones."""
    if kernel_size % 2:
        raise ValueError
    return (kernel_size - 1) // 2


def one_refused(kernel_size):
    """Refuse a kernel of 1 as well as even ones."""
    if kernel_size % 2 == 0 or kernel_size == 1:
        raise ValueError
    return (kernel_size - 1) // 2


def odd_only(value):
    def function(kernel_size):
        if kernel_size % 2 == 0:
            raise ValueError
        return value(kernel_size)

    return instead(function)


MISTAKES = (
    Mistake(
        "even-accepted",
        "It raises no error for even kernels. It should raise one: there, no padding per side "
        "keeps the size.",
        "A kernel of 2 makes 5 into 4, and a padding of 1 makes that 6. Raise a `ValueError` "
        "where the kernel size is even.",
        instead(lambda kernel_size: (kernel_size - 1) // 2),
        instead(lambda kernel_size: kernel_size // 2),
        instead(lambda kernel_size: (kernel_size - 1) / 2),
        instead(lambda kernel_size: round((kernel_size - 1) / 2)),
        instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else 0),
        instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else -1),
        instead(lambda kernel_size: (kernel_size - 1) // 2 if kernel_size % 2 else None),
    ),
    Mistake(
        "padding-total",
        "That is the padding of both sides together; half of it should go on each side.",
        "The size shrinks by kernel_size - 1: each side should make up for half of it.",
        odd_only(lambda k: k - 1),
        instead(lambda kernel_size: kernel_size - 1),
    ),
    Mistake(
        "off-by-one",
        "The padding is one too much on each side.",
        "Kernel 1 needs no padding, kernel 3 needs 1.",
        odd_only(lambda k: (k + 1) // 2),
        instead(lambda kernel_size: (kernel_size + 1) // 2),
    ),
    Mistake(
        "odd-refused",
        "It refuses odd kernels and answers for even ones: the test is turned round.",
        "The remainder `kernel_size % 2` is 0 for even numbers.",
        instead(lambda kernel_size: odd_refused(kernel_size)),
    ),
    Mistake(
        "kernel-one-refused",
        "It refuses a kernel of 1; it should answer 0, which keeps the size.",
        "Only even sizes have no same padding.",
        instead(lambda kernel_size: one_refused(kernel_size)),
    ),
    Mistake(
        "constant",
        "It gives the same padding for every kernel.",
        "Kernel 3 needs 1, kernel 5 needs 2, kernel 7 needs 3.",
        odd_only(lambda k: 1),
        instead(lambda kernel_size: 1),
        odd_only(lambda k: 0),
        instead(lambda kernel_size: 0),
    ),
)


def recipe(draw, kernel_size):
    return {"kernel_size": kernel_size}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "kernel_size",
            3,
            "the kernel size is not 3",
            (1, "the kernel size is 1"),
            (5, "the kernel size is more than 3"),
            (9, "the kernel size is more than 3"),
            (13, "the kernel size is more than 3"),
            (101, "the kernel size is more than 3"),
        ),
    ),
    values=None,
    large=({"kernel_size": 10**17 + 3},),
)

EXERCISE = Exercise(
    same_padding,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

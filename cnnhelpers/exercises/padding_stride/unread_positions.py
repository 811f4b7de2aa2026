"""Exercise: unread_positions."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference, shapes
from cnnhelpers.check.answers import POSITIONS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import PADDING
from cnnhelpers.check.mistake import Mistake, given, instead


def unread_positions(size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> list[int]:
    """Return the input positions, in order, that no window reads."""
    return shapes.unread_positions(size, kernel_size, stride, padding)


CASES = (
    case(size=3, kernel_size=1),
    case(size=4, kernel_size=3, stride=2),
    case(size=5, kernel_size=1, stride=2),
    case(size=7, kernel_size=3, stride=2),
    case(size=6, kernel_size=3, stride=2, padding=1),
    case(size=6, kernel_size=2, stride=3, padding=1),
    case(size=10, kernel_size=3, stride=4),
    case(size=9, kernel_size=2, stride=4, padding=1),
    case(size=12, kernel_size=2, stride=5, padding=2),
    case(size=11, kernel_size=4, stride=7),
)


def by_torch(torch: Any, size: int, kernel_size: int, **options: int) -> np.ndarray:
    x, kernel = np.zeros((1, 1, size)), np.ones((1, 1, kernel_size))
    upstream = np.ones_like(reference.conv1d(x, kernel, **options))
    grad_x = reference.gradients("conv1d", [x, kernel], upstream, **options)[0]
    assert grad_x is not None
    return np.flatnonzero(grad_x[0, 0] == 0)


def read_by(size, kernel_size, stride, padding, count=None, taps=None):
    """Return the positions read, counted in the input; those in the padding are negative."""
    if count is None:
        count = (size + 2 * padding - kernel_size) // stride + 1
    taps = range(kernel_size) if taps is None else taps
    return {i * stride - padding + tap for i in range(count) for tap in taps}


def all_but(read, size, first=0):
    return [position for position in range(first, size) if position not in read]


def in_padded(size, kernel_size, stride, padding):
    read = {position + padding for position in read_by(size, kernel_size, stride, padding)}
    return read


def way(function):
    return instead(
        lambda size, kernel_size, stride, padding: function(size, kernel_size, stride, padding)
    )


def removed_while_looping(size, kernel_size, stride=1, padding=0):
    wanted = unread_positions(size, kernel_size, stride, padding)
    left = list(range(size))
    for position in left:
        if position not in wanted:
            left.remove(position)
    return left


MISTAKES = (
    Mistake(
        "read-positions",
        "Those are the positions that *are* read.",
        "Return those positions of the input that are not among them.",
        way(lambda n, k, s, p: sorted(set(range(n)) & read_by(n, k, s, p))),
        way(lambda n, k, s, p: sorted(read_by(n, k, s, p))),
    ),
    Mistake(
        "padding-ignored",
        "The padding is not used.",
        "With padding the first window should begin at position -padding.",
        given(padding=lambda p: 0),
    ),
    Mistake(
        "padded-coordinates",
        "Positions are counted from the edge of the padding; they should be counted from the edge "
        "of the input.",
        "Window i should begin at i * stride - padding.",
        way(lambda n, k, s, p: all_but(in_padded(n, k, s, p), n)),
        way(lambda n, k, s, p: all_but(in_padded(n, k, s, p), n + 2 * p)),
    ),
    Mistake(
        "padding-listed",
        "Positions in the padding are returned, too; only those of the input should be.",
        "Positions of the input go from 0 to size - 1.",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p), n + p, -p)),
    ),
    Mistake(
        "negative-index",
        "Positions at the end are taken for read: negative positions of windows in the padding "
        "are counted from the end.",
        "A window may begin in the padding. Count a position as read only if it lies in the input.",
        way(lambda n, k, s, p: all_but({r % n for r in read_by(n, k, s, p) if -n <= r < n}, n)),
    ),
    Mistake(
        "gaps-forgotten",
        "Only positions at the end are found. A stride larger than the kernel also jumps over "
        "positions.",
        "Collect all positions that some window reads, then take what is left.",
        way(lambda n, k, s, p: list(range(min(n, max(0, max(read_by(n, k, s, p)) + 1)), n))),
    ),
    Mistake(
        "padding-at-the-start-only",
        "The padding at the end is not counted, so the last windows are missing.",
        "Padding is per side: the windows run over size + 2 * padding positions.",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=(n + p - k) // s + 1), n)),
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=(n - k) // s + 1), n)),
    ),
    Mistake(
        "plus-one-missing",
        "The last window is not counted.",
        "There are (size + 2 * padding - kernel_size) // stride + 1 windows.",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=(n + 2 * p - k) // s), n)),
    ),
    Mistake(
        "starts-only",
        "Only the first position of each window counts as read.",
        "A window reads kernel_size positions, from its start on.",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, taps=[0]), n)),
    ),
    Mistake(
        "kernel-cut-short",
        "The last position of each window does not count as read.",
        "If you use `range`: it leaves its end out by itself.",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, taps=range(k - 1)), n)),
    ),
    Mistake(
        "ceil",
        "Positions at the end are taken for read, though no whole window reaches them.",
        "A window counts only if it lies in the padded input as a whole. Where does the last one "
        "end?",
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=-(-(n + 2 * p - k) // s) + 1), n)),
        way(lambda n, k, s, p: all_but(read_by(n, k, s, p, count=n), n)),
    ),
    Mistake(
        "count-for-list",
        "It returns how many there are; it should return the positions themselves.",
        "Return the list.",
        way(lambda n, k, s, p: len(all_but(read_by(n, k, s, p), n))),
    ),
    Mistake(
        "one-based",
        "Positions are counted from 1.",
        "The first position should be 0.",
        way(lambda n, k, s, p: [i + 1 for i in all_but(read_by(n, k, s, p), n)]),
    ),
    Mistake(
        "removed-while-looping",
        "The list loses numbers while a loop runs over it, so the loop skips the one behind each.",
        "Loop over a copy, or make a new list of those that no window reads.",
        instead(removed_while_looping),
    ),
)


def recipe(draw, size, kernel_size, stride, padding):
    if kernel_size > size + 2 * padding:
        raise Impossible
    return {"size": size, "kernel_size": kernel_size, "stride": stride, "padding": padding}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "size",
            9,
            "the size is not 9",
            (8, "the size is even"),
            (12, "the size is even"),
            (101, "the size is more than 100"),
        ),
        factor(
            "kernel_size",
            3,
            "the kernel size is not 3",
            (2, "the kernel size is even"),
            (1, "the kernel size is 1"),
            (5, "the kernel size is 5"),
        ),
        factor(
            "stride",
            1,
            "the stride is more than 1",
            (2, "the stride is 2"),
            (3, "the stride is 3"),
            (4, "there are gaps between the windows"),
        ),
        PADDING,
    ),
    values=None,
)

EXERCISE = Exercise(
    unread_positions,
    POSITIONS,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

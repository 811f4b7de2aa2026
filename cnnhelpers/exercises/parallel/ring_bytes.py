"""Exercise: ring_bytes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead


def ring_bytes(numbers: int, workers: int, bytes_each: int = 4) -> float:
    """Return how many bytes *each* worker sends in a ring all-reduce.

    ``numbers`` are all-reduced by n ``workers``, ``bytes_each`` bytes each (4 in float32): in
    2(n - 1) steps a worker sends one n-th of them. The answer may be a fraction: it is not rounded.
    """
    return 2 * (workers - 1) / workers * numbers * bytes_each


CASES = (
    case(numbers=12, workers=3),
    case(numbers=100, workers=2),
    case(numbers=1_256_080, workers=4),
    case(numbers=25_557_032, workers=1024),
    case(numbers=11_689_512, workers=7, bytes_each=2),
    case(numbers=1000, workers=1),
    case(numbers=50, workers=7, bytes_each=8),
)


def by_torch(torch: Any, numbers: int, workers: int, bytes_each: int = 4) -> float:
    chunk = torch.tensor(numbers * bytes_each, dtype=torch.float64) / workers
    return float(chunk.repeat(2 * (workers - 1)).sum())


def by(factor: Callable[[int], float], size: Callable[[int, int], float] | None = None) -> Way:
    """A way with another factor before the size."""

    def function(numbers: int, workers: int, bytes_each: int) -> float:
        bytes_in_all = numbers * bytes_each if size is None else size(numbers, bytes_each)
        return factor(workers) * bytes_in_all

    return instead(function)


def once(n: int) -> float:
    return 2 * (n - 1) / n


MISTAKES = (
    Mistake(
        "half-the-way",
        "It is half of what is sent. There are two rounds: one makes the sums, the other hands "
        "them round.",
        "n − 1 steps add, and n − 1 steps replace.",
        by(lambda n: (n - 1) / n),
    ),
    Mistake(
        "all-workers-together",
        "The answer is n times too large. It should be what one worker sends.",
        "In one step, one worker sends one *n-th* of the numbers.",
        by(lambda n: 2 * (n - 1)),
    ),
    Mistake(
        "all-steps-n",
        "It is twice all bytes, for any number of workers that share the work. That would be 2n "
        "steps; the last of each n is not needed.",
        "A chunk begins at one worker. How many other workers must it visit?",
        by(lambda n: 2),
        by(lambda n: 2 if n > 1 else 0),
    ),
    Mistake(
        "numbers-for-bytes",
        "It counts numbers. It should count bytes.",
        "Multiply by `bytes_each`.",
        given(bytes_each=lambda each: 1),
    ),
    Mistake(
        "bits-for-bytes",
        "It counts bits. It should count bytes.",
        "A number in float32 has 32 bits: these are 4 bytes.",
        given(bytes_each=lambda each: 8 * each),
    ),
    Mistake(
        "bytes-fixed",
        "Each number always has the same size, whatever `bytes_each` says.",
        "Use the argument `bytes_each`.",
        given(bytes_each=lambda each: 4),
        given(bytes_each=lambda each: 8),
    ),
    Mistake(
        "divided-by-bytes",
        "It divides by the size of a number. It should multiply.",
        "With more bytes for each number, there are more bytes in all.",
        by(once, lambda numbers, each: numbers / each),
    ),
    Mistake(
        "everyone-to-everyone",
        "The answer is too large: a worker should send one chunk in each step, not all of its "
        "numbers.",
        "There are 2(n − 1) steps, with one n-th of the numbers in each.",
        by(lambda n: n - 1),
        by(lambda n: n),
    ),
    Mistake(
        "fraction-inverted",
        "The fraction is wrong. It should be made of (n − 1) / n.",
        "With more and more workers, (n − 1) / n comes near to 1 from below.",
        by(lambda n: 2 * n / (n - 1)),
        by(lambda n: 2 * (n + 1) / n),
        by(lambda n: n / (n + 1)),
        by(lambda n: 2 * n / (n + 1)),
    ),
    Mistake(
        "rounded-down",
        "Something is rounded down on the way. Here chunks may be fractions.",
        "Use `/`, not `//`.",
        by(lambda n: 2 * (n - 1) // n),
        instead(
            lambda numbers, workers, bytes_each: (
                2 * (workers - 1) * numbers * bytes_each // workers
            )
        ),
        instead(
            lambda numbers, workers, bytes_each: (
                2 * (workers - 1) * numbers // workers * bytes_each
            )
        ),
        instead(
            lambda numbers, workers, bytes_each: (
                2 * (workers - 1) * (numbers * bytes_each // workers)
            )
        ),
        instead(
            lambda numbers, workers, bytes_each: (
                2 * (workers - 1) * (numbers // workers) * bytes_each
            )
        ),
    ),
    Mistake(
        "tree",
        "It counts the messages of a tree, in rounds of all numbers. In a ring a message is one "
        "chunk.",
        "How many chunks does a worker send until all sums are made, and how many until all "
        "workers have them?",
        by(lambda n: 2 * math.log2(n)),
        by(math.log2),
        by(lambda n: 2 * math.ceil(math.log2(n))),
    ),
    Mistake(
        "one-chunk",
        "The answer is what is sent in one step. It should be what is sent in all steps.",
        "There are 2(n − 1) steps.",
        by(lambda n: 1 / n),
        by(lambda n: 2 / n),
    ),
)  # fmt: skip


def recipe(draw: Draw, numbers: int, workers: int, bytes_each: int) -> dict[str, Any]:
    return {"numbers": numbers, "workers": workers, "bytes_each": bytes_each}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "numbers",
            60,
            "there are not 60 numbers",
            (61, "the workers do not divide the numbers"),
            (138_357_544, "there are many numbers"),
        ),
        factor(
            "workers",
            2,
            "there are not 2 workers",
            (3, "there are 3 workers"),
            (8, "the workers do not divide the numbers"),
            (1, "there is a single worker"),
            (1024, "the workers do not divide the numbers"),
        ),
        factor(
            "bytes_each",
            4,
            "a number does not have 4 bytes",
            (2, "a number has 2 bytes"),
            (8, "a number has 8 bytes"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(
    ring_bytes, DECIMAL, CASES, by_torch, MISTAKES, domain=DOMAIN,
    compared="a calculation with PyTorch",
)  # fmt: skip

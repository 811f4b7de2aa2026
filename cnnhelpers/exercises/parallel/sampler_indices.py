"""Exercise: sampler_indices."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import NUMBERS
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Draw, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead, then, where


def sampler_indices(total: int, workers: int, rank: int) -> list[int]:
    """Return the numbers of the examples of one worker, as PyTorch's DistributedSampler does.

    The examples 0 to ``total`` - 1 are dealt out in turn, as cards are: worker ``rank`` (0 to
    n - 1) gets number ``rank`` and then every n-th. Where n ``workers`` do not divide ``total``,
    examples 0, 1, … are dealt out again, until all workers have the same number of them: more than
    once where there are few. The answer is a list or an array.
    """
    rounds = math.ceil(total / workers)
    return [(rank + workers * turn) % total for turn in range(rounds)]


CASES = (
    case(total=5, workers=2, rank=1),
    case(total=6, workers=3, rank=1),
    case(total=7, workers=3, rank=2),
    case(total=10, workers=4, rank=3),
    case(total=10, workers=4, rank=1),
    case(total=9, workers=4, rank=2),
    case(total=8, workers=1, rank=0),
    case(total=12, workers=5, rank=4),
    case(total=4, workers=4, rank=2),
    case(total=11, workers=3, rank=0),
    case(total=2, workers=7, rank=5),
)


def by_torch(torch: Any, total: int, workers: int, rank: int) -> tuple[int, ...]:
    sampler = torch.utils.data.DistributedSampler(
        range(total), num_replicas=workers, rank=rank, shuffle=False
    )
    return tuple(sampler)


def dealt(deal: Callable[[list[int], int, int], Any], pad: Any = None) -> Way:
    """A way that fills up otherwise, or deals otherwise: ``deal(examples, workers, rank)``."""

    def function(total: int, workers: int, rank: int) -> list[int]:
        examples = list(range(total))
        missing = -total % workers
        examples += (pad or over_again)(examples, missing, workers)
        return [int(number) for number in deal(examples, workers, rank)]

    return instead(function)


def over_again(examples: list[int], missing: int, workers: int) -> list[int]:
    return [examples[number % len(examples)] for number in range(missing)]


def once(examples: list[int], missing: int, workers: int) -> list[int]:
    return examples[:missing]


def in_turn(examples: list[int], workers: int, rank: int) -> list[int]:
    return examples[rank::workers]


def block(examples: list[int], workers: int, rank: int) -> list[int]:
    size = len(examples) // workers
    return examples[rank * size : (rank + 1) * size]


def evened(examples: list[int], workers: int, rank: int) -> Any:
    return np.array_split(examples, workers)[rank]


def strides(start: int, step: int, total: int) -> list[int]:
    return [(start + step * turn) % total for turn in range(math.ceil(total / step))]


def nothing(examples: list[int], missing: int, workers: int) -> list[int]:
    return []


def cut(examples: list[int], workers: int, rank: int) -> list[int]:
    return examples[: len(examples) // workers * workers][rank::workers]


def counted_on(examples: list[int], missing: int, workers: int) -> list[int]:
    return list(range(missing))


MISTAKES = (
    Mistake(
        "blocks",
        "Each worker gets a block of neighbours. The examples should be dealt out in turn.",
        "Worker 0 of 2 should get 0, 2, 4, …: begin at `rank`, in steps of `workers`.",
        dealt(block),
        dealt(block, nothing),
        dealt(evened, nothing),
        instead(
            lambda total, workers, rank: list(
                range(rank * total // workers, (rank + 1) * total // workers)
            )
        ),
        instead(
            lambda total, workers, rank: list(
                range(
                    rank * math.ceil(total / workers),
                    min(total, (rank + 1) * math.ceil(total / workers)),
                )
            )
        ),
    ),
    Mistake(
        "not-filled-up",
        "Where the number of workers does not divide the number of examples, some workers get one "
        "example less. All should get the same number.",
        "A worker without a batch would let the others wait forever. Deal out the first examples "
        "again.",
        dealt(in_turn, nothing),
    ),
    Mistake(
        "reads-past-the-end",
        "It stops where the last round is not full: it reads past the last example.",
        "Behind the last example the pack should begin again, as a clock does behind 12: `%`.",
        where(
            lambda a: a["total"] % a["workers"] == 0 or a["rank"] < a["total"] % a["workers"],
            told=lambda error, a: isinstance(error, IndexError),
        ),
    ),
    Mistake(
        "filled-up-once",
        "Where there are many more workers than examples, the first ones are dealt out again only "
        "once. So some workers get none.",
        "After the last example come 0, 1, … as often as needed: `% total`.",
        dealt(in_turn, once),
    ),
    Mistake(
        "counted-past-the-end",
        "Where there are many more workers than examples, the numbers that fill up begin with 0 "
        "but go past the last example.",
        "After the last example come 0, 1, … as often as needed: `% total`.",
        dealt(in_turn, counted_on),
    ),
    Mistake(
        "rest-dropped",
        "Where the number of workers does not divide the number of examples, the rest is left out. "
        "Every example should be dealt out at least once.",
        "Round the number of rounds up, not down: `math.ceil(total / workers)`.",
        dealt(cut, nothing),
    ),
    Mistake(
        "filled-with-last",
        "It is filled up from the end of the examples. The first ones should be dealt out again.",
        "After the last example comes number 0: `% total`.",
        dealt(in_turn, lambda examples, missing, workers: examples[len(examples) - missing :]),
        dealt(in_turn, lambda examples, missing, workers: examples[-1:] * missing),
        dealt(in_turn, lambda examples, missing, workers: examples[::-1][:missing]),
    ),
    Mistake(
        "filled-with-zeros",
        "It is filled up with example 0 alone.",
        "After the last example should come 0, 1, 2, …: `% total`.",
        dealt(in_turn, lambda examples, missing, workers: [0] * missing),
    ),
    Mistake(
        "filled-with-own",
        "A worker is filled up with its own first example.",
        "After the last example, dealing goes on with 0, 1, …, wherever in the round that is.",
        instead(
            lambda total, workers, rank: (
                list(range(rank, total, workers))
                + [rank % total] * (math.ceil(total / workers) - len(range(rank, total, workers)))
            )
        ),
    ),
    Mistake(
        "beyond-the-last",
        "There are numbers beyond the last example.",
        "After `total - 1` should come 0: `% total`.",
        instead(
            lambda total, workers, rank: [
                rank + workers * turn for turn in range(math.ceil(total / workers))
            ]
        ),
    ),
    Mistake(
        "filled-although-even",
        "It is filled up by a whole round where nothing needs to be filled up.",
        "Where the number of workers divides the number of examples, each gets exactly `total // "
        "workers` examples.",
        dealt(
            in_turn,
            lambda examples, missing, workers: over_again(
                examples, workers - len(examples) % workers, workers
            ),
        ),
    ),
    Mistake(
        "ranks-from-1",
        "The ranks are counted from 1. The first worker has rank 0.",
        "Worker `rank` should begin at example `rank`.",
        given_all(lambda a: {"rank": (a["rank"] + 1) % a["workers"]}),
        given_all(lambda a: {"rank": (a["rank"] - 1) % a["workers"]}),
        instead(lambda total, workers, rank: strides(rank - 1, workers, total)),
        instead(lambda total, workers, rank: strides(rank + 1, workers, total)),
    ),
    Mistake(
        "rank-reversed",
        "The ranks are counted from the other end.",
        "Worker 0 should get example 0.",
        given_all(lambda a: {"rank": a["workers"] - 1 - a["rank"]}),
    ),
    Mistake(
        "rank-ignored",
        "All workers get the same examples.",
        "`rank` says which worker it is.",
        given(rank=lambda rank: 0),
        instead(lambda total, workers, rank: list(range(total))),
    ),
    Mistake(
        "rank-and-workers-exchanged",
        "Start and step are exchanged.",
        "Begin at `rank`, in steps of `workers`.",
        instead(
            lambda total, workers, rank: [
                (workers + turn * rank) % total for turn in range(math.ceil(total / workers))
            ]
        ),
    ),
    Mistake(
        "first-only",
        "There is one example only.",
        "Each worker should get every n-th example, down to the end.",
        then(lambda answer, a: answer[:1]),
    ),
)


def recipe(draw: Draw, total: int, workers: int, place: str) -> dict[str, Any]:
    rank = {"last": workers - 1, "first": 0, "middle": 1}[place]
    if place == "middle" and workers < 3:
        raise Impossible
    return {"total": total, "workers": workers, "rank": rank}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "total",
            12,
            "there are not 12 examples",
            (13, "the workers do not divide the examples"),
            (23, "the workers do not divide the examples"),
            (7000, "there are many examples"),
            (2, "there are 2 examples"),
        ),
        factor(
            "workers",
            2,
            "there are not 2 workers",
            (3, "there are 3 workers"),
            (5, "there are 5 workers"),
            (11, "there are more than 10 workers"),
            (1, "there is a single worker"),
        ),
        factor(
            "place",
            "last",
            "it is not the last worker",
            ("first", "it is worker 0"),
            ("middle", "it is a worker in the middle"),
        ),
    ),
    values=None,
)

EXERCISE = Exercise(sampler_indices, NUMBERS, CASES, by_torch, MISTAKES, domain=DOMAIN)

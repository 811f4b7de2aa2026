"""Exercise: all_reduce."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.parallel.factors import WORKERS


def all_reduce(held: np.ndarray) -> np.ndarray:
    """Return what each worker holds after an all-reduce: the sum over all workers.

    ``held`` (n, …) is what the n workers hold before it, and stays as it is; the answer is a new
    array of the same shape.
    """
    held = np.asarray(held)
    return np.stack([held.sum(axis=0)] * len(held))


CASES = (
    case(held=floats([1.0, 20.0, 300.0], [4.0, 50.0, 600.0])),
    case(held=whole(1, 3, 2)),
    case(held=whole(2, 3, 3)),
    case(held=halves(3, 4, 2, 3)),
    case(held=whole(4, 1, 5)),
    case(held=halves(5, 5, 2, 1, 3)),
    case(held=whole(6, 2, 4)),
)


def by_torch(torch: Any, held: np.ndarray) -> np.ndarray:
    (tensor,) = reference.tensors([held])
    return torch.ones(len(held), len(held), dtype=tensor.dtype).matmul(
        tensor.reshape(len(held), -1)
    ).reshape(tensor.shape).numpy()  # fmt: skip


def one_after_another(held):
    held = np.array(held)
    for worker in range(len(held)):
        held[worker] = held.sum(axis=0)
    return held


def only(receiver, others):
    """The sum arrives at one worker; the others hold ``others(held)``."""

    def function(held):
        after = np.array(others(held))
        after[receiver] = np.sum(held, axis=0)
        return after

    return instead(function)


def along(axes):
    return instead(lambda held: np.sum(held, axis=axes(held), keepdims=True) + 0 * held)


MISTAKES = (
    Mistake(
        "mean-for-sum",
        "Each worker holds the mean. It should hold the sum.",
        "Leave the division out. A program that needs the mean divides by the number of workers "
        "afterwards.",
        then(lambda answer, a: answer / len(answer)),
    ),
    Mistake(
        "one-copy",
        "There is one sum. Each of the n workers should hold a copy of it.",
        "The answer should have the shape of `held`: n rows, all the same.",
        instead(lambda held: np.sum(held, axis=0)),
        instead(lambda held: np.sum(held, axis=0, keepdims=True)),
    ),
    Mistake(
        "glued",
        "The n sums hang together as one long row. Each worker should have a row of its own.",
        "`np.stack([total] * n)` makes a new axis for the workers. `np.tile` and `np.concatenate` "
        "make none.",
        instead(lambda held: np.tile(np.sum(held, axis=0), len(held))),
        instead(lambda held: np.concatenate([np.atleast_1d(np.sum(held, axis=0))] * len(held))),
    ),
    Mistake(
        "one-worker-only",
        "One worker holds the sum, the others do not: this is a *reduce*.",
        "*All* workers should go on with the sum, or their weights would differ after the step.",
        only(0, lambda held: held),
        only(-1, lambda held: held),
        only(0, lambda held: 0 * held),
        only(-1, lambda held: 0 * held),
    ),
    Mistake(
        "running-sum",
        "Each worker adds up only the workers before it and itself. It should add up all.",
        "Every worker should get the same sum, over all workers.",
        instead(lambda held: np.cumsum(held, axis=0)),
        instead(lambda held: np.cumsum(held[::-1], axis=0)[::-1]),
    ),
    Mistake(
        "added-again",
        "A sum that is there already is added again: a later worker adds up what an earlier one "
        "holds *after* its sum.",
        "First add up what the workers hold at the beginning. Then hand out copies.",
        instead(one_after_another),
    ),
    Mistake(
        "neighbour-only",
        "Each worker adds one neighbour's numbers to its own. The others are missing.",
        "The sum should be over all n workers.",
        instead(lambda held: held + np.roll(held, 1, axis=0)),
        instead(lambda held: held + np.roll(held, -1, axis=0)),
    ),
    Mistake(
        "own-left-out",
        "Each worker gets the sum of the *others*. Its own numbers are missing.",
        "The sum should be over all n workers, itself included.",
        then(lambda answer, a: answer - a["held"]),
    ),
    Mistake(
        "own-twice",
        "Each worker's own numbers are counted twice.",
        "Begin the sum with zeros, or with your own numbers, but not with both.",
        then(lambda answer, a: answer + a["held"]),
    ),
    Mistake(
        "gathered",
        "Each worker gets the numbers of all workers one by one: this is an *all-gather*.",
        "The numbers should be added up: the answer is as large as `held`.",
        instead(lambda held: np.stack([held] * len(held))),
        instead(lambda held: np.concatenate([held] * len(held))),
        instead(lambda held: np.stack([np.ravel(held)] * len(held))),
    ),
    Mistake(
        "all-numbers-added",
        "All numbers of all workers are added to one.",
        "A worker's first number should be added only to the other workers' first numbers: axis 0 "
        "disappears.",
        along(lambda held: None),
    ),
    Mistake(
        "within-a-worker",
        "The numbers of a worker are added to each other. They should be added to those of the "
        "other workers.",
        "Which axis are the workers? Add along that axis.",
        along(lambda held: tuple(range(1, held.ndim))),
        instead(lambda held: np.sum(held, axis=1)),
        instead(lambda held: np.stack([np.sum(held, axis=1)] * len(held))),
    ),
    Mistake(
        "maximum",
        "Each worker gets the largest number. The numbers should be added.",
        "Take the sum, not the maximum.",
        instead(lambda held: np.max(held, axis=0) + 0 * held),
    ),
    Mistake(
        "nothing-sent",
        "Each worker holds what it held before.",
        "Add up over the workers, and return the result.",
        instead(lambda held: np.array(held)),
    ),
)


def recipe(draw: Draw, workers: int, shape: tuple[int, ...]) -> dict[str, Any]:
    return {"held": draw.array(workers, *shape)}


DOMAIN = Domain(
    recipe,
    (
        WORKERS,
        factor(
            "shape",
            (3,),
            "a worker holds other than 3 numbers",
            ((2,), "a worker holds 2 numbers"),
            ((2, 3), "a worker holds rows and columns"),
            ((2, 3, 1, 2), "what a worker holds has four axes"),
        ),
    ),
    integers=("held",),
    linear=("held",),
)

EXERCISE = Exercise(
    all_reduce, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN,
    compared="a calculation with PyTorch",
    axes=("worker", "number"),
)  # fmt: skip

"""Exercise: combine_gradients."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.parallel.factors import WORKERS


def combine_gradients(gradients: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the gradient of the mean loss of a whole batch, from those of its shares.

    ``gradients`` (n, …) holds for each of n workers the gradient of the mean loss of its own share;
    ``counts`` (n,) says how many examples each share has. The answer is (…).
    """
    gradients, counts = np.asarray(gradients), np.asarray(counts)
    return np.tensordot(counts / counts.sum(), gradients, axes=1)


def sizes(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


CASES = (
    case(gradients=floats([1.0, 10.0], [4.0, 70.0]), counts=sizes(1, 2)),
    case(gradients=whole(1, 2, 3), counts=sizes(5, 5)),
    case(gradients=whole(2, 3, 3), counts=sizes(4, 3, 3)),
    case(gradients=halves(3, 3, 2, 4), counts=sizes(6, 1, 5)),
    case(gradients=whole(4, 1, 4), counts=sizes(7)),
    case(gradients=halves(5, 4, 1, 3, 2), counts=sizes(8, 2, 5, 5)),
    case(gradients=halves(6, 2, 2, 3), counts=sizes(1, 9)),
)


def by_torch(torch: Any, gradients: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Every example of a share gets the share's gradient; the mean is over all examples."""
    each = torch.repeat_interleave(
        torch.tensor(np.array(gradients), dtype=torch.float64), torch.tensor(np.array(counts)), 0
    )
    return each.mean(dim=0).numpy()


def weighed(weights):
    """The shares' gradients, each times its weight, added up."""

    def function(gradients, counts):
        return np.tensordot(weights(np.asarray(counts, float)), gradients, axes=1)

    return instead(function)


def ones(counts):
    return np.ones(len(counts))


MISTAKES = (
    Mistake(
        "shares-equal",
        "All shares count the same: an example of a small share counts more than one of a large "
        "share.",
        "A share of 4 examples should count more than one of 3. Weigh each gradient by its count.",
        weighed(lambda counts: ones(counts) / len(counts)),
    ),
    Mistake(
        "sum-for-mean",
        "The gradients of the shares are only added. They are means, so their sum is about n times "
        "too large.",
        "The weights of the shares should add up to 1.",
        weighed(ones),
    ),
    Mistake(
        "not-divided",
        "The sum over all examples is not divided by their number.",
        "`counts * gradients`, added up, is a sum over examples. Divide it by `counts.sum()`.",
        weighed(lambda counts: counts),
    ),
    Mistake(
        "divided-by-workers",
        "The sum over all examples is divided by the number of workers.",
        "How many *examples* have been added up?",
        weighed(lambda counts: counts / len(counts)),
    ),
    Mistake(
        "means-for-sums",
        "The gradients are divided by the number of examples, but they are means already.",
        "First make sums over examples from the means: `counts * gradients`.",
        weighed(lambda counts: ones(counts) / counts.sum()),
        weighed(lambda counts: ones(counts) / counts / len(counts)),
        weighed(lambda counts: 1 / counts),
    ),
    Mistake(
        "weights-inverted",
        "A small share counts more than a large one. It should be the other way round.",
        "The weight of a share is its part of the batch: its count divided by the sum of counts.",
        weighed(lambda counts: 1 / counts / (1 / counts).sum()),
        weighed(lambda counts: counts[::-1] / counts.sum()),
        weighed(lambda counts: counts.sum() / counts),
    ),
    Mistake(
        "weights-not-one",
        "The weights that the gradients have in the answer do not add up to 1.",
        "With four equal shares, each gradient should count a quarter, and all are added.",
        weighed(lambda counts: counts / counts.max()),
        weighed(lambda counts: counts / counts.mean()),
        weighed(lambda counts: counts / counts[0]),
        weighed(lambda counts: counts / counts.sum() / len(counts)),
    ),
    Mistake(
        "weighed-twice",
        "The counts are used twice.",
        "Weigh each gradient once.",
        weighed(lambda counts: counts**2 / (counts**2).sum()),
        weighed(lambda counts: counts**2 / counts.sum()),
    ),
    Mistake(
        "one-worker-only",
        "It returns the gradient of one share only.",
        "All workers should learn from all examples.",
        instead(lambda gradients, counts: gradients[0]),
        instead(lambda gradients, counts: gradients[-1]),
    ),
    Mistake(
        "copies-returned",
        "The answer has a leading axis too many. It should be one gradient.",
        "The axis of the workers disappears: the answer has the shape of *one* gradient.",
        then(lambda answer, a: np.stack([answer] * len(a["counts"]))),
        then(lambda answer, a: answer[None]),
    ),
    Mistake(
        "not-added",
        "Each gradient is weighed, but the gradients are not added up.",
        "Add up along the axis of the workers, axis 0.",
        instead(
            lambda gradients, counts: (
                gradients * (counts / counts.sum()).reshape(-1, *[1] * (np.ndim(gradients) - 1))
            )
        ),
    ),
    Mistake(
        "counts-along-last-axis",
        "The counts run along the last axis of the gradients. They should run along the first, the "
        "workers.",
        "NumPy lines up the *last* axes. Use `reshape` to give `counts` as many axes as "
        "`gradients` has.",
        instead(lambda gradients, counts: np.sum(gradients * (counts / counts.sum()), axis=0)),
    ),
)


def recipe(
    draw: Draw, workers: int, shape: tuple[int, ...], counts: tuple[int, ...] | None
) -> dict[str, Any]:
    gradients = draw.array(workers, *shape)
    if counts is None:
        return {"gradients": gradients, "counts": draw.random.integers(1, 10, workers)}
    return {"gradients": gradients, "counts": np.resize(sizes(*counts), workers)}


DOMAIN = Domain(
    recipe,
    (
        WORKERS,
        factor(
            "shape",
            (3,),
            "a gradient has other than 3 numbers",
            ((2,), "a gradient has 2 numbers"),
            ((2, 3), "a gradient has several axes"),
            ((4, 2, 3, 1), "a gradient has several axes"),
        ),
        factor(
            "counts",
            (4,),
            "the shares have other than 4 examples each",
            ((4, 3), "the shares are not equal"),
            (None, "the shares are not equal"),
            ((1,), "each share is a single example"),
        ),
    ),
    integers=("gradients",),
)

EXERCISE = Exercise(
    combine_gradients, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN,
    compared="a calculation with PyTorch",
)  # fmt: skip

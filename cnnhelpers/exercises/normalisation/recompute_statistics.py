"""Exercise: recompute_statistics."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given_all, instead, then
from cnnhelpers.exercises.normalisation.factors import CHANNELS, positive


def recompute_statistics(
    means: np.ndarray, variances: np.ndarray, counts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and variance (C,) of all numbers, from those of the batches that hold them.

    ``means`` and ``variances`` (B, C) are those of B batches, the variances biased (divided by n);
    ``counts`` (B,) says of how many numbers each of them is. Returned is the unbiased variance, as
    batch norm keeps it.
    """
    means, counts = np.asarray(means, float), np.asarray(counts)[:, None]
    count = counts.sum()
    mean = (counts * means).sum(axis=0) / count
    squares = (counts * (np.asarray(variances) + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (count - 1)


CASES = (
    case(
        means=floats([1.0], [4.0]),
        variances=floats([2.0], [3.0]),
        counts=np.array([2, 4]),
    ),
    case(means=whole(1, 2, 3), variances=np.abs(whole(2, 2, 3)), counts=np.array([3, 5])),
    case(means=halves(3, 3, 2), variances=np.abs(halves(4, 3, 2)), counts=np.array([8, 8, 3])),
    case(means=whole(5, 3, 3), variances=np.abs(halves(6, 3, 3)), counts=np.array([6, 6, 6])),
    case(means=whole(7, 4, 2), variances=np.abs(whole(8, 4, 2)), counts=np.array([2, 7, 7, 5])),
    case(means=whole(9, 1, 3), variances=np.abs(whole(10, 1, 3)), counts=np.array([4])),
)


def by_torch(torch: Any, means: np.ndarray, variances: np.ndarray, counts: np.ndarray) -> Any:
    """Mean and variance of numbers that are made to have these means and variances."""
    numbers = []
    for mean, variance, count in zip(means, variances, counts):
        steps = torch.arange(int(count), dtype=torch.float64)
        steps = (steps - steps.mean()) / steps.std(unbiased=False)  # mean 0, variance 1
        spread = torch.tensor(variance, dtype=torch.float64).sqrt()
        numbers.append(steps[:, None] * spread + torch.tensor(mean, dtype=torch.float64))
    together = torch.cat(numbers)
    return together.mean(dim=0).numpy(), together.var(dim=0, unbiased=True).numpy()


def pooled(share, between=True, ddof=1):
    """Mean and variance put together, each batch with its share."""

    def function(means, variances, counts):
        shares = share(np.asarray(counts, float))[:, None]
        mean = (shares * means).sum(axis=0)
        apart = (means - mean) ** 2 if between else 0
        count = counts.sum()
        return mean, (shares * (variances + apart)).sum(axis=0) * count / (count - ddof)

    return instead(function)


def by_count(counts):
    return counts / counts.sum()


def equal(counts):
    return np.full(len(counts), 1 / len(counts))


def as_torch_does(means, variances, counts):
    unbiased = variances * (counts / (counts - 1))[:, None]
    return means.mean(axis=0), unbiased.mean(axis=0)


def running(means, variances, counts):
    mean, var = np.zeros(means.shape[1]), np.ones(means.shape[1])
    for new, spread, n in zip(means, variances, counts):
        mean, var = 0.9 * mean + 0.1 * new, 0.9 * var + 0.1 * spread * n / (n - 1)
    return mean, var


def of_means(means, variances, counts):
    return means.mean(axis=0), means.var(axis=0)


def deviations(means, variances, counts):
    shares = by_count(counts)[:, None]
    return (shares * means).sum(axis=0), (shares * np.sqrt(variances)).sum(axis=0) ** 2


def one_off_each(answer, a):
    n, batches = a["counts"].sum(), len(a["counts"])
    return answer[0], answer[1] * (n - 1) / (n - batches)


def taken_for_unbiased(means, variances, counts):
    mean, var = recompute_statistics(means, variances, counts)
    return mean, var - np.sum(variances, axis=0) / (counts.sum() - 1)


def along_channels(means, variances, counts):
    n = counts.sum()
    mean = (counts * means).sum(axis=0) / n
    return mean, (counts * (variances + (means - mean) ** 2)).sum(axis=0) / (n - 1)


def mean_unweighted(means, variances, counts, about=False):
    """The plain mean of the means, ``about`` which the variance is taken, or not."""
    mean, var = recompute_statistics(means, variances, counts)
    plain = np.mean(means, axis=0)
    shift = counts.sum() / (counts.sum() - 1) * (plain - mean) ** 2
    return plain, var + shift if about else var


def merged(weight):
    """The batches are put together one after the other; distances get a wrong weight."""

    def function(means, variances, counts):
        n, mean, squares = counts[0], means[0], counts[0] * variances[0]
        for m, other, spread in zip(counts[1:], means[1:], variances[1:]):
            apart = other - mean
            squares = squares + m * spread + weight(n, m) * apart**2
            mean = mean + apart * m / (n + m)
            n = n + m
        return mean, squares / (n - 1)

    return instead(function)


MISTAKES = (
    Mistake(
        "between-forgotten",
        "The variance is that of the batches' variances alone. The distances of the batches' means "
        "from the mean of all should add to it, squared.",
        "How far is a number from the mean of *all* numbers? There are two parts: its distance "
        "within the batch, and the distance of the batch's mean.",
        pooled(by_count, between=False),
        pooled(by_count, between=False, ddof=0),
    ),
    Mistake(
        "distances-weighed-wrongly",
        "The mean is right. In the variance, the squared distance of two means has a wrong weight "
        "where batches are put together one after the other.",
        "Both batches lie apart from the mean of both: how far is each, and how many numbers has "
        "it? Take an example of two batches of one number.",
        merged(lambda n, m: m),
        merged(lambda n, m: n),
        merged(lambda n, m: n + m),
        merged(lambda n, m: 1),
    ),
    Mistake(
        "variance-biased",
        "The variance is divided by n. It should be the unbiased one.",
        "Divide by the number of all numbers, less one.",
        pooled(by_count, ddof=0),
    ),
    Mistake(
        "one-off-for-each-batch",
        "Too much is subtracted from the counts: 1 for each batch. The variance should be divided "
        "by the number of *all* numbers, less one.",
        "n is the sum of the counts: divide by n - 1, once.",
        then(one_off_each),
    ),
    Mistake(
        "variances-unbiased",
        "The batches' variances are multiplied by `count - 1`, as if they were unbiased.",
        "They are biased, divided by n: a sum of squares is `count` times the variance.",
        instead(taken_for_unbiased),
    ),
    Mistake(
        "counts-along-channels",
        "The counts run along the channels. They should run along the batches.",
        "NumPy lines up the *last* axes. `counts[:, None]` makes a column that runs along the "
        "batches.",
        instead(along_channels),
    ),
    Mistake(
        "mean-of-means",
        "The mean is the plain mean of the batches' means, however many numbers the batches hold.",
        "Weigh each batch by its count, in the mean as in the variance.",
        instead(mean_unweighted),
        instead(lambda means, variances, counts: mean_unweighted(means, variances, counts, True)),
    ),
    Mistake(
        "batches-equal",
        "All batches count the same, however many numbers they hold.",
        "A batch of 3 numbers says less than one of 8: weigh each by its count.",
        pooled(equal),
        pooled(equal, ddof=0),
    ),
    Mistake(
        "plain-averages",
        "Both answers are plain averages over the batches. Each batch should count by how many "
        "numbers it holds, and the distances of the batches' means should add to the variance.",
        "A batch of 3 numbers says less than one of 8. And if all numbers of a batch are equal, "
        "but the batches differ: what is the variance of all numbers?",
        pooled(equal, between=False),
        pooled(equal, between=False, ddof=0),
        instead(as_torch_does),
    ),
    Mistake(
        "running-average",
        "It is a running average with momentum 0.1: early batches count less and less.",
        "All batches should count by their number of numbers, whatever their order.",
        instead(running),
    ),
    Mistake(
        "last-batch",
        "It returns the statistics of one batch only.",
        "All batches should count, each by its number of numbers.",
        instead(lambda means, variances, counts: (means[-1], variances[-1])),
        instead(lambda means, variances, counts: (means[0], variances[0])),
    ),
    Mistake(
        "variance-of-means",
        "It is the variance of the batches' means. The spread within the batches is missing.",
        "Add the two: the spread within the batches, and the spread of their means.",
        instead(of_means),
    ),
    Mistake(
        "deviations-averaged",
        "The standard deviations are averaged. They do not add up, but variances do.",
        "Go from the variances back to sums of squares: those add up.",
        instead(deviations),
    ),
    Mistake(
        "sums-not-divided",
        "Sums are not divided by the number of numbers.",
        "A mean is a sum divided by a count.",
        then(lambda answer, a: (answer[0] * a["counts"].sum(), answer[1])),
        then(lambda answer, a: tuple(np.multiply(answer, a["counts"].sum()))),
        then(lambda answer, a: (answer[0], answer[1] * (a["counts"].sum() - 1))),
    ),
    Mistake(
        "deviation-returned",
        "The second answer is the standard deviation. It should be the variance.",
        "Leave the root out.",
        then(lambda answer, a: (answer[0], np.sqrt(answer[1]))),
    ),
    Mistake(
        "pair-swapped",
        "The two answers are returned in the wrong order. The mean should come first, then the "
        "variance.",
        "Return the mean, then the variance.",
        then(lambda answer, a: tuple(answer)[::-1]),
    ),
    Mistake(
        "over-channels",
        "The average runs over the channels. It should run over the batches.",
        "Which axis of (B, C) are the batches?",
        given_all(
            lambda a: (
                {"means": a["means"].T, "variances": a["variances"].T}
                if len(set(a["means"].shape)) == 1
                else {"counts": None}
            )
        ),
    ),
)


def recipe(draw, batches, channels):
    return {
        "means": draw.array(batches, channels),
        "variances": positive(draw, batches, channels),
        "counts": draw.random.integers(2, 9, batches),
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "batches",
            2,
            "there are not 2 batches",
            (3, "there are 3 batches"),
            (5, "there are 5 batches"),
            (1, "there is a single batch"),
        ),
        CHANNELS,
    ),
    integers=("means", "variances"),
    single=False,
)

EXERCISE = Exercise(
    recompute_statistics,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    axes=("statistic", "channel"),
    compared="a calculation with PyTorch",
)

"""What the exercises on normalisation share: the four lines, and the mistakes in each of them.

Subtract the mean, divide by the deviation, times weight, plus bias. Batch, layer and group norm
differ in the axes alone, so most mistakes are the same: :func:`shared_mistakes` makes them of a
function that writes an exercise out with a place for each mistake.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cnnhelpers.check.mistake import Mistake, Way, given_all


def column(values):
    """One number for each channel, ready for x (N, C, H, W)."""
    return np.reshape(values, (1, -1, 1, 1))


# The deviation, in the right way and in wrong ones ---------------------------------------------


def root(var, eps):
    return np.sqrt(var + eps)


def eps_outside(var, eps):
    return np.sqrt(var) + eps


def eps_absent(var, eps):
    return np.sqrt(var)


def eps_squared(var, eps):
    return np.sqrt(var + eps**2)


def no_root(var, eps):
    return var + eps


def eps_at_the_mean(var, eps):
    return np.sqrt(np.maximum(var, eps))


def square_of_deviation(var, eps):
    return np.sqrt(var**2 + eps)


# What follows: weight and bias -------------------------------------------------------------------


def affine(normal, weight, bias):
    return normal * weight + bias


def bias_first(normal, weight, bias):
    return (normal + bias) * weight


def weight_left_out(normal, weight, bias):
    return normal + bias


def bias_left_out(normal, weight, bias):
    return normal * weight


def both_left_out(normal, weight, bias):
    return normal


def divided_by_weight(normal, weight, bias):
    return normal / weight + bias


def bias_subtracted(normal, weight, bias):
    return normal * weight - bias


def normalised(x, eps, axes, *, ddof=0, divide=root, centre=True, squares=False):
    """Return x with mean 0 and variance 1 over some axes, or nearly so with a mistake."""
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    if ddof:
        count = x.size // var.size
        var = var * count / np.float64(count - 1)
    if squares:
        var = var + mean**2  # the mean of the squares
    return ((x - mean) if centre else x) / divide(var, eps)


def shared_mistakes(written: Callable[..., Way], *unbiased: Way) -> tuple[Mistake, ...]:
    """Return what can go wrong in the four lines; ``unbiased`` are more ways of that variance.

    ``written(ddof=0, divide=root, centre=True, squares=False, finish=affine)`` is the exercise
    written out.
    """
    return (
        Mistake(
            "variance-unbiased",
            "It normalises by the unbiased variance, with n − 1. It should normalise by the biased "
            "one, over n numbers.",
            "`x.var(...)` divides by n, unless `ddof=1` is given.",
            written(ddof=1),
            *unbiased,
        ),
        Mistake(
            "eps-outside-root",
            "eps is added to the deviation, outside the root.",
            "Take the root of `var + eps`.",
            written(divide=eps_outside),
        ),
        Mistake(
            "eps-missing",
            "eps is not used as it should be: where all numbers are equal, the division goes "
            "wrong.",
            "Add eps to the variance before the root.",
            written(divide=eps_absent),
            written(divide=eps_squared),
            written(divide=eps_at_the_mean),
        ),
        Mistake(
            "root-missing",
            "It divides by the variance. It should divide by its root.",
            "`var` is in squared units. The number that you divide by should have the units of x.",
            written(divide=no_root),
            written(divide=square_of_deviation),
        ),
        Mistake(
            "mean-not-subtracted",
            "The mean is not subtracted: the values are only divided.",
            "Which mean should the normalised values have?",
            written(centre=False),
        ),
        Mistake(
            "squares-for-variance",
            "The variance is the mean of the squares of x itself. It should be that of the "
            "distances from the mean.",
            "Subtract the mean before you square.",
            written(squares=True),
        ),
        Mistake(
            "bias-before-weight",
            "The bias is added before the multiplication, so it is multiplied, too.",
            "First multiply by `weight`, then add `bias`.",
            written(finish=bias_first),
        ),
        Mistake(
            "weight-missing",
            "The answer is not multiplied by `weight`.",
            "After the division, the layer may stretch again: multiply by `weight`.",
            written(finish=weight_left_out),
            written(finish=divided_by_weight),
        ),
        Mistake(
            "bias-missing",
            "`bias` is not added.",
            "The last step should add `bias`.",
            written(finish=bias_left_out),
            written(finish=bias_subtracted),
        ),
        Mistake(
            "affine-missing",
            "`weight` and `bias` are both left out: this is the normalised x.",
            "Multiply by `weight` and add `bias`: so the layer can give back what was taken away.",
            written(finish=both_left_out),
        ),
        Mistake(
            "weight-bias-swapped",
            "`weight` and `bias` are exchanged.",
            "Multiply by `weight`, and add `bias`.",
            given_all(lambda a: {"weight": a["bias"], "bias": a["weight"]}),
        ),
    )

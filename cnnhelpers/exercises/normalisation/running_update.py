"""Exercise: running_update."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, given, instead, then
from cnnhelpers.exercises.normalisation.factors import BATCHES, CHANNELS, MOMENTUM, positive


def running_update(
    running_mean: np.ndarray, running_var: np.ndarray, x: np.ndarray, momentum: float = 0.1
) -> tuple[np.ndarray, np.ndarray]:
    """Return the running mean and variance (C,) after one more batch x (N, C, H, W).

    ``momentum`` is the share of the new batch. What is kept of its variance is the unbiased one:
    the sum of the squared distances, divided by one less than the N·H·W numbers of a channel.
    """
    x = np.asarray(x, float)
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3), ddof=1)
    return (
        (1 - momentum) * np.asarray(running_mean) + momentum * mean,
        (1 - momentum) * np.asarray(running_var) + momentum * var,
    )


CASES = (
    case(
        running_mean=floats(0.0),
        running_var=floats(1.0),
        x=floats([[[1.0, 2.0], [3.0, 4.0]]])[0][None],
    ),
    case(running_mean=whole(1, 2), running_var=floats(2.0, 5.0), x=whole(2, 2, 2, 1, 3)),
    case(
        running_mean=whole(3, 3), running_var=floats(1.0, 0.5, 4.0), x=halves(4, 3, 3, 2, 3),
        momentum=0.5,
    ),
    case(
        running_mean=halves(5, 4), running_var=floats(3.0, 0.5, 2.0, 6.0), x=whole(6, 2, 4, 3, 2),
        momentum=0.25,
    ),
    case(
        running_mean=halves(7, 2), running_var=floats(3.0, 7.0), x=whole(8, 3, 2, 2, 2),
        momentum=1.0,
    ),
    case(
        running_mean=halves(9, 3), running_var=floats(3.0, 7.0, 1.0), x=whole(10, 3, 3, 3, 3),
        momentum=0.125,
    ),
)  # fmt: skip


def by_torch(torch, running_mean, running_var, x, momentum=0.1):
    x, mean, var = reference.tensors([x, running_mean, running_var])
    torch.nn.functional.batch_norm(x, mean, var, training=True, momentum=momentum)
    return mean.numpy(), var.numpy()


def moved(old, new, share):
    return (1 - share) * old + share * new


def statistics(axes=(0, 2, 3), ddof=1, spread=np.var, move=moved):
    """The update written out, with a place for each mistake."""

    def function(running_mean, running_var, x, momentum):
        mean, var = x.mean(axis=axes), spread(x, axis=axes, ddof=ddof)
        return move(running_mean, mean, momentum), move(running_var, var, momentum)

    return instead(function)


def axes_kept(ddof):
    """Averages that keep their axes meet the running ones, which have one axis."""

    def function(running_mean, running_var, x, momentum):
        steps = {"axis": (0, 2, 3), "keepdims": True}
        mean, var = x.mean(**steps), x.var(ddof=ddof, **steps)
        return moved(running_mean, mean, momentum), moved(running_var, var, momentum)

    return instead(function)


def one_for_all(running_mean, running_var, x, momentum):
    mean = moved(running_mean, x.mean(), momentum)
    return mean, moved(running_var, x.var(ddof=1), momentum)


def about_the_running_mean(running_mean, running_var, x, momentum):
    mean = moved(running_mean, x.mean(axis=(0, 2, 3)), momentum)
    squares = ((x - mean.reshape(1, -1, 1, 1)) ** 2).sum(axis=(0, 2, 3))
    return mean, moved(running_var, squares / (x.size / x.shape[1] - 1), momentum)


def images_counted(running_mean, running_var, x, momentum):
    mean, n = moved(running_mean, x.mean(axis=(0, 2, 3)), momentum), len(x)
    return mean, moved(running_var, x.var(axis=(0, 2, 3)) * n / np.float64(n - 1), momentum)


def left_over(name, owner, *axes):
    """The mistake of statistics that average over some axes, and leave one over."""
    return Mistake(
        f"{name}-left-over",
        f"The axis of the {name} is left over: each {owner} has a mean and a variance of its own.",
        "One number should be left for each channel: average over axes 0, 2 and 3.",
        statistics(axes=axes),
        statistics(axes=axes, ddof=0),
    )


MISTAKES = (
    Mistake(
        "momentum-reversed",
        "The shares are exchanged: `momentum` should be the share of the *new* batch.",
        "With momentum 0.1, how much of the old value stays?",
        given(momentum=lambda m: 1 - m),
    ),
    Mistake(
        "variance-biased",
        "The variance that is kept is the biased one, divided by n. It should be the unbiased one.",
        "Keep the unbiased variance: `ddof=1`. The biased one is for normalising.",
        statistics(ddof=0),
    ),
    Mistake(
        "images-counted",
        "The number of images is taken for the number of numbers in the unbiased variance. A "
        "channel has N·H·W numbers.",
        "Use n / (n - 1) with n = N·H·W, or `ddof=1`.",
        instead(images_counted),
    ),
    Mistake(
        "deviation-kept",
        "The standard deviation is kept. It should be the variance.",
        "`running_var` is a variance: take no root.",
        statistics(spread=np.std),
        statistics(spread=np.std, ddof=0),
    ),
    Mistake(
        "not-updated",
        "The running statistics stay as they were.",
        "Which share of the new batch should come in?",
        instead(lambda running_mean, running_var, x, momentum: (running_mean, running_var)),
    ),
    Mistake(
        "batch-alone",
        "It returns the statistics of this batch alone. Nothing of the old ones stays.",
        "Take an average over time: (1 − momentum) of the old, momentum of the new.",
        given(momentum=lambda m: 1.0),
        statistics(ddof=0, move=lambda old, new, share: new),
    ),
    Mistake(
        "old-not-reduced",
        "The share of the new batch is added, but the old statistics are not made smaller.",
        "The two shares should add up to 1.",
        statistics(move=lambda old, new, share: old + share * new),
        statistics(ddof=0, move=lambda old, new, share: old + share * new),
    ),
    Mistake(
        "new-not-reduced",
        "The statistics of the batch come in as a whole. They should come in by the share "
        "`momentum`.",
        "The two shares should add up to 1.",
        statistics(move=lambda old, new, share: (1 - share) * old + new),
        statistics(move=lambda old, new, share: old + new),
    ),
    Mistake(
        "halved",
        "It takes the middle of old and new. `momentum` is not used.",
        "`momentum` should be the share of the new batch.",
        given(momentum=lambda m: 0.5),
    ),
    Mistake(
        "momentum-default",
        "`momentum` is not used: the function always takes the default.",
        "Use the argument, not the number 0.1.",
        given(momentum=lambda m: 0.1),
    ),
    Mistake(
        "mean-only",
        "The mean moves, but the variance stays as it was.",
        "Both are averages over time, so both should move.",
        then(lambda answer, a: (answer[0], a["running_var"])),
    ),
    Mistake(
        "variance-only",
        "The variance moves, but the mean stays as it was.",
        "Both are averages over time, so both should move.",
        then(lambda answer, a: (a["running_mean"], answer[1])),
    ),
    Mistake(
        "pair-swapped",
        "The two answers are returned in the wrong order. The mean should come first, then the "
        "variance.",
        "Return the running mean, then the running variance.",
        then(lambda answer, a: tuple(answer)[::-1]),
    ),
    Mistake(
        "all-channels-together",
        "One mean and one variance are taken of all channels together. Each channel should have "
        "its own.",
        "Which axis of (N, C, H, W) should stay?",
        instead(one_for_all),
    ),
    Mistake(
        "per-image",
        "The statistics are taken over the wrong axes.",
        "Each channel should have its own: average over axes 0, 2 and 3.",
        statistics(axes=(1, 2, 3)),
        statistics(axes=(0, 1, 2)),
        statistics(axes=(0, 1, 3)),
    ),
    left_over("images", "image", 2, 3),
    left_over("height", "row of the image", 0, 3),
    left_over("width", "column of the image", 0, 2),
    Mistake(
        "axes-kept",
        "The axes that were averaged are still there, with length 1. So (1, C, 1, 1) meets (C,), "
        "and an array with too many axes comes out.",
        "`keepdims=True` keeps them: leave it out.",
        axes_kept(1),
        axes_kept(0),
    ),
    Mistake(
        "mean-moved-first",
        "The distances are taken to the running mean. They should be taken to the batch's own "
        "mean.",
        "First compute the mean and variance of this batch, then the average over time.",
        instead(about_the_running_mean),
    ),
)


def recipe(draw, batch, channels, image, momentum):
    return {
        "running_mean": draw.array(channels),
        "running_var": positive(draw, channels),
        "x": draw.array(batch, channels, *image),
        "momentum": momentum,
    }


DOMAIN = Domain(recipe, (BATCHES, CHANNELS, IMAGE, MOMENTUM), integers=("x",))

EXERCISE = Exercise(
    running_update,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    axes=("statistic", "channel"),
)

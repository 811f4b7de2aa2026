"""Exercise: batch_norm."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, Way, given, instead
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.normalisation.factors import (
    BATCHES,
    CHANNELS,
    EPS,
    MOMENTUM,
    positive,
)
from cnnhelpers.exercises.normalisation.spoiling import affine, column, root, shared_mistakes

CHANGED = ("running_mean", "running_var")


def batch_norm(
    x: np.ndarray,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> np.ndarray:
    """Return x (N, C, H, W), each channel normalised, times weight (C,), plus bias (C,).

    In training by the batch's own mean and biased variance over N, H and W, with eps inside the
    root; then ``running_mean`` and ``running_var`` (C,) move *in place*: ``momentum`` is the share
    of the new batch, and the variance that comes in is the unbiased one. In evaluation by the
    running statistics, which stay as they are.
    """
    x = np.asarray(x, float)
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        count = x.size / x.shape[1]
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var * count / (count - 1)
    else:
        mean, var = running_mean, running_var
    return (x - column(mean)) / np.sqrt(column(var) + eps) * column(weight) + column(bias)


CASES = (
    case(
        x=floats([[[1.0, 2.0]]], [[[3.0, 4.0]]]),
        running_mean=floats(0.0), running_var=floats(1.0), weight=floats(2.0), bias=floats(1.0),
        training=True,
    ),
    case(
        x=whole(1, 1, 2, 1, 2),
        running_mean=floats(1.0, -2.0), running_var=floats(4.0, 9.0), weight=floats(3.0, -1.0),
        bias=floats(1.0, 5.0),
    ),
    case(
        x=whole(2, 2, 3, 2, 3),
        running_mean=whole(3, 3), running_var=floats(1.0, 4.0, 2.0), weight=halves(4, 3),
        bias=whole(5, 3), training=True,
    ),
    case(
        x=halves(6, 3, 2, 2, 3),
        running_mean=halves(7, 2), running_var=floats(0.5, 3.0), weight=whole(8, 2),
        bias=halves(9, 2), training=False, momentum=0.5, eps=1.0,
    ),
    case(
        x=np.concatenate([np.full((2, 1, 2, 3), 3.0), whole(10, 2, 1, 2, 3)], axis=1),
        running_mean=whole(11, 2), running_var=floats(2.0, 0.5), weight=whole(12, 2),
        bias=whole(13, 2), training=True,
    ),
    case(
        x=halves(14, 3, 4, 1, 2),
        running_mean=halves(15, 4), running_var=floats(1.0, 2.0, 3.0, 0.5), weight=halves(16, 4),
        bias=whole(17, 4), training=True, momentum=0.5, eps=1.0,
    ),
    case(
        x=whole(18, 3, 3, 3, 3),
        running_mean=whole(19, 3), running_var=floats(2.0, 7.0, 4.0), weight=whole(20, 3),
        bias=halves(21, 3), training=True, momentum=0.25,
    ),
    case(
        x=whole(22, 2, 2, 2, 2),
        running_mean=halves(23, 2), running_var=floats(0.0, 4.0), weight=halves(24, 2),
        bias=whole(25, 2), training=False, eps=0.25,
    ),
    case(  # variances of the size of eps
        x=whole(26, 2, 2, 3, 2) / 1024,
        running_mean=floats(0.25, -0.5), running_var=floats(1.0, 0.5), weight=whole(27, 2),
        bias=halves(28, 2), training=True,
    ),
)  # fmt: skip


def by_torch(torch, x, running_mean, running_var, weight, bias, **options):
    x, mean, var, weight, bias = reference.tensors([x, running_mean, running_var, weight, bias])
    output = torch.nn.functional.batch_norm(x, mean, var, weight, bias, **options)
    return output.numpy(), mean.numpy(), var.numpy()


# Statistics: what normalises, what is kept, and of how many numbers ------------------------------


def over(*axes):
    """Over some axes; kept is their average for each channel, or one number for all."""

    def statistics(x):
        mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
        like = np.zeros(x.shape)
        means, variances = ((like + each).mean(axis=(0, 2, 3)) for each in (mean, var))
        return mean, var, means, variances, x.size // mean.size

    return statistics


OF_CHANNELS = over(0, 2, 3)


def reshaped(to_channels_last):
    """Over a reshape that puts the numbers of different channels together."""

    def statistics(x):
        channels = x.shape[1]
        if to_channels_last:
            flat, axis = x.reshape(-1, channels), 0
        else:
            flat, axis = x.reshape(channels, -1), 1
        mean, var = flat.mean(axis=axis), flat.var(axis=axis)
        return column(mean), column(var), mean, var, x.size // channels

    return statistics


def flat_all_along(x):
    """The same, and normalised in that shape."""
    channels = x.shape[1]
    flat = x.reshape(-1, channels)
    mean, var = flat.mean(axis=0), flat.var(axis=0)
    back = [np.broadcast_to(each, flat.shape).reshape(x.shape) for each in (mean, var)]
    return *back, mean, var, x.size // channels


def unbiased(var, count):
    return var * count / (count - 1)


def moved(old, new, share):
    return (1 - share) * old + share * new


def in_training(training):
    return training


def always(training):
    return True


def never(training):
    return False


def as_if_unbiased(a):
    """With less eps and a smaller output, the biased variance does what the unbiased one does."""
    return a | {"eps": a["eps"] * kept_share(a)}


def scaled_down(output, a):
    weighted = np.asarray(output) - column(a["bias"])
    return np.sqrt(kept_share(a)) * weighted + column(a["bias"])


def kept_share(a):
    """(n - 1) / n in training, where a channel has n numbers."""
    count = a["x"].size / a["x"].shape[1]
    return (count - 1) / count if a["training"] else 1.0


def as_they_are(mean, var, training):
    return mean, var


def written(
    statistics=OF_CHANNELS,
    statistics_kept=None,
    ddof=0,
    divide=root,
    centre=True,
    squares=False,
    finish=affine,
    kept=unbiased,
    move=moved,
    by_batch=in_training,
    moves=in_training,
    moves_first=False,
    aligned=as_they_are,
):
    """Batch norm written out, with a place for each mistake.

    ``statistics_kept`` are those that move the running ones, by default the ones that normalise;
    ``aligned(mean, var, training)`` gives both the shape in which they meet x.
    """

    def function(x, running_mean, running_var, weight, bias, training, momentum, eps):
        def update():
            if moves(training):
                running_mean[:] = move(running_mean, means, momentum)
                running_var[:] = move(running_var, kept(variances, count), momentum)

        mean, var, means, variances, count = statistics(x)
        if statistics_kept is not None:
            _, _, means, variances, count = statistics_kept(x)
        if moves_first:
            update()
        if not by_batch(training):
            mean, var = column(running_mean.copy()), column(running_var.copy())
        elif ddof:
            var = unbiased(var, count)
        if squares and by_batch(training):
            var = var + mean**2
        mean, var = aligned(mean, var, training)
        normal = ((x - mean) if centre else x) / divide(var, eps)
        if not moves_first:
            update()
        return finish(normal, column(weight), column(bias))

    return instead(function)


def along_width(normal, weight, bias):
    return normal * weight.ravel() + bias.ravel()


def weight_along_width(normal, weight, bias):
    return normal * weight.ravel() + bias


def bias_along_width(normal, weight, bias):
    return normal * weight + bias.ravel()


def both_along_width(mean, var, training):
    return mean.ravel(), var.ravel()


def mean_along_width(mean, var, training):
    return mean.ravel(), var


def running_along_width(mean, var, training):
    return (mean, var) if training else (mean.ravel(), var.ravel())


MISTAKES = (
    Mistake(
        "eval-uses-batch",
        "In evaluation, too, it normalises by the batch: the answer for an image depends on the "
        "other images that happen to come with it.",
        "At test time an image may come alone. Which statistics do you have then?",
        written(by_batch=always),
    ),
    Mistake(
        "training-ignored",
        "`training` is not used: the function always does what belongs to training.",
        "In evaluation nothing is learned: the running statistics should be read, not moved.",
        written(by_batch=always, moves=always),
    ),
    Mistake(
        "modes-exchanged",
        "The two modes are exchanged: training does what belongs to evaluation, and evaluation "
        "what belongs to training.",
        "Where `training` is True, the batch should normalise itself, and the running statistics "
        "should move.",
        written(by_batch=lambda training: not training, moves=lambda training: not training),
    ),
    Mistake(
        "eval-updates",
        "In evaluation it moves the running statistics. There they should only be read.",
        "Which lines should run only in training?",
        written(moves=always),
        written(moves=always, moves_first=True),
    ),
    Mistake(
        "training-uses-running",
        "In training it normalises by the running statistics. There it should use the batch's own.",
        "The running statistics are kept for later. In training, normalise by the batch itself.",
        written(by_batch=never),
        written(by_batch=never, moves_first=True),
        written(by_batch=never, moves=always),
    ),
    Mistake(
        "always-evaluation",
        "`training` is not used: the function always does what belongs to evaluation.",
        "In training the batch should normalise itself, and the running statistics should move.",
        written(by_batch=never, moves=never),
    ),
    Mistake(
        "running-not-updated",
        "After training the arrays `running_mean` and `running_var` hold what they held before. "
        "They should hold the new values.",
        "`running_mean = ...` gives the name to a new array, and the old array stays as it is. "
        "`running_mean[:] = ...` writes into it.",
        given(running_mean=np.copy, running_var=np.copy),
    ),
    Mistake(
        "running-mean-only",
        "`running_mean` moves, but `running_var` stays as it was.",
        "Both are averages over time, so both should move.",
        written(
            kept=lambda var, count: None,
            move=lambda old, new, share: old if new is None else moved(old, new, share),
        ),
    ),
    Mistake(
        "momentum-reversed",
        "The shares are exchanged: `momentum` should be the share of the *new* batch.",
        "With momentum 0.1, how much of the old value stays?",
        given(momentum=lambda m: 1 - m),
    ),
    Mistake(
        "momentum-ignored",
        "`momentum` is not used: the function always takes the same share.",
        "Use the argument, not a number.",
        given(momentum=lambda m: 0.1),
        given(momentum=lambda m: 0.9),
        given(momentum=lambda m: 0.5),
    ),
    Mistake(
        "batch-alone",
        "`running_mean` and `running_var` are set to those of this batch. Nothing of the old ones "
        "stays.",
        "Take an average over time: (1 − momentum) of the old, momentum of the new.",
        given(momentum=lambda m: 1.0),
        written(move=lambda old, new, share: new, kept=lambda var, count: var),
    ),
    Mistake(
        "shares-not-one",
        "The shares of old and new do not add up to 1.",
        "Take an average over time: (1 − momentum) of the old, momentum of the new.",
        written(move=lambda old, new, share: old + share * new),
        written(move=lambda old, new, share: (1 - share) * old + new),
        written(move=lambda old, new, share: old + new),
    ),
    Mistake(
        "running-variance-biased",
        "`running_var` keeps the biased variance. As in PyTorch, it should keep the unbiased one.",
        "There are two variances. The biased one should normalise. The unbiased one, n / (n − 1) "
        "times as large, should be kept.",
        written(kept=lambda var, count: var),
    ),
    Mistake(
        "running-deviation",
        "`running_var` keeps the standard deviation. It should keep the variance.",
        "Keep the variance without a root. Take the root only where you use it.",
        written(kept=lambda var, count: np.sqrt(var)),
        written(kept=lambda var, count: np.sqrt(unbiased(var, count))),
    ),
    Mistake(
        "variances-exchanged",
        "The two variances are exchanged: the unbiased one normalises, and the biased one is kept.",
        "`x.var(...)` is the one for normalising, `x.var(..., ddof=1)` the one to keep.",
        written(ddof=1, kept=lambda var, count: var),
    ),
    Mistake(
        "per-pixel",
        "Each pixel has its own mean, over the batch. There should be one mean for each channel.",
        "A filter is the same at all pixels, so they share a mean: average over axes 0, 2 and 3.",
        written(over(0)),
        written(over(0), kept=lambda var, count: var),
        written(over(0), OF_CHANNELS),
    ),
    Mistake(
        "per-image",
        "Each image has its own mean in each channel: this is instance norm.",
        "Batch norm has one mean for each channel, over all images: average over axes 0, 2 and 3.",
        written(over(2, 3)),
        written(over(2, 3), kept=lambda var, count: var),
        written(over(2, 3), OF_CHANNELS),
    ),
    Mistake(
        "layer-norm",
        "Each image has one mean for all its channels: this is layer norm.",
        "Batch norm has one mean for each channel, over all images: average over axes 0, 2 and 3.",
        written(over(1, 2, 3)),
        written(over(1, 2, 3), kept=lambda var, count: var),
        written(over(1, 2, 3), OF_CHANNELS),
    ),
    Mistake(
        "all-channels-together",
        "One mean and one variance are taken of all numbers. Each channel should have its own.",
        "Axis 1 stays: average over axes 0, 2 and 3.",
        written(over(0, 1, 2, 3)),
        written(over(0, 1, 2, 3), kept=lambda var, count: var),
        written(over(0, 1, 2, 3), OF_CHANNELS),
    ),
    Mistake(
        "over-channels",
        "The mean runs over the channels, too. Each channel should have its own mean.",
        "Axis 1 stays: average over axes 0, 2 and 3.",
        written(over(1)),
        written(over(1), OF_CHANNELS),
        written(over(0, 1)),
        written(over(0, 1), OF_CHANNELS),
        written(over(0, 1, 2)),
        written(over(0, 1, 2), OF_CHANNELS),
    ),
    Mistake(
        "axes-too-few",
        "The mean does not run over both axes of the image.",
        "Average over all pixels of all images: axes 0, 2 and 3.",
        written(over(0, 2)),
        written(over(0, 2), OF_CHANNELS),
        written(over(0, 3)),
        written(over(0, 3), OF_CHANNELS),
    ),
    Mistake(
        "reshape-without-transpose",
        "The channels are mixed: numbers of several channels share a mean.",
        "`reshape` does not move numbers, and the numbers of a channel do not lie together in (N, "
        "C, H, W). Keep the shape and take `axis=(0, 2, 3)`.",
        written(reshaped(True)),
        written(reshaped(True), OF_CHANNELS),
        written(reshaped(False)),
        written(reshaped(False), OF_CHANNELS),
        written(flat_all_along),
        written(flat_all_along, OF_CHANNELS),
    ),
    Mistake(
        "weight-along-width",
        "`weight` or `bias` runs along the width. It should run along the channels.",
        "NumPy lines up the *last* axes. `weight.reshape(1, -1, 1, 1)` brings it to the second.",
        written(finish=along_width),
        written(finish=weight_along_width),
        written(finish=bias_along_width),
    ),
    Mistake(
        "statistics-along-width",
        "The mean or the variance runs along the width. It should run along the channels.",
        "NumPy lines up the *last* axes. `mean.reshape(1, -1, 1, 1)` brings it to the second.",
        written(aligned=both_along_width),
        written(aligned=both_along_width, finish=along_width),
        written(aligned=mean_along_width),
        written(aligned=running_along_width),
    ),
    *shared_mistakes(written, Way(as_if_unbiased, scaled_down)),
)


def recipe(draw, batch, channels, image, training, momentum, eps):
    if batch * image[0] * image[1] < 2:
        raise Impossible
    return {
        "x": draw.array(batch, channels, *image),
        "running_mean": draw.array(channels),
        "running_var": positive(draw, channels),
        "weight": draw.array(channels),
        "bias": draw.array(channels),
        "training": training,
        "momentum": momentum,
        "eps": eps,
    }


DOMAIN = Domain(
    recipe,
    (
        factor("training", True, "`training` is False", (False, "`training` is False")),
        BATCHES,
        CHANNELS,
        IMAGE,
        MOMENTUM,
        EPS,
    ),
    values=VALUES_OF_SOME_SIZE,
    integers=("x",),
)

EXERCISE = Exercise(
    batch_norm,
    arrays("output", *CHANGED),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    changes=CHANGED,
)

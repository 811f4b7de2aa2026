"""Exercise: batch_norm_backward."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, Impossible
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import IMAGE
from cnnhelpers.check.mistake import Mistake, given, instead, then
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.backpropagation.gradients import (
    GRADIENTS,
    bias_form_mistakes,
    bias_mistakes,
    negated,
    of,
    order_mistake,
    upstream_ignored,
)
from cnnhelpers.exercises.normalisation.factors import BATCHES, CHANNELS, EPS
from cnnhelpers.exercises.normalisation.spoiling import (
    column,
    eps_outside,
    no_root,
    root,
)


def batch_norm_backward(
    grad_output: np.ndarray, x: np.ndarray, weight: np.ndarray, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return (grad_x, grad_weight, grad_bias) of batch norm in training.

    ``x`` and ``grad_output`` are (N, C, H, W), ``weight`` (C,). The mean and the variance come
    from x itself, so they pass gradients on to it, too.
    """
    x, grad_output = np.asarray(x, float), np.asarray(grad_output, float)
    axes = (0, 2, 3)
    deviation = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / deviation
    mean = grad_output.mean(axis=axes, keepdims=True)
    along = (grad_output * normal).mean(axis=axes, keepdims=True)
    grad_x = column(weight) / deviation * (grad_output - mean - normal * along)
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)


CASES = (
    case(
        grad_output=floats([[[1.0, 10.0]]], [[[100.0, 0.0]]]),
        x=floats([[[1.0, 2.0]]], [[[4.0, 3.0]]]), weight=floats(2.0),
    ),
    case(grad_output=whole(1, 2, 3, 2, 3), x=whole(2, 2, 3, 2, 3), weight=floats(2.0, -3.0, 0.5)),
    case(
        grad_output=halves(3, 3, 2, 1, 3), x=halves(4, 3, 2, 1, 3), weight=floats(3.0, 0.5), eps=1.0
    ),
    case(grad_output=whole(5, 3, 4, 3, 2), x=whole(6, 3, 4, 3, 2), weight=halves(7, 4), eps=0.01),
    case(grad_output=whole(8, 3, 3, 3, 3), x=whole(9, 3, 3, 3, 3), weight=halves(10, 3)),
    case(grad_output=halves(11, 1, 2, 4, 3), x=whole(12, 1, 2, 4, 3), weight=floats(-2.0, 4.0)),
    case(
        grad_output=whole(13, 2, 2, 1, 2), x=np.full((2, 2, 1, 2), 3.0), weight=floats(0.5, -2.0),
        eps=0.25,
    ),
    case(
        grad_output=whole(14, 2, 3, 2, 2) / 8, x=whole(15, 2, 3, 2, 2) / 1024,
        weight=floats(0.5, -0.25, 1.0),
    ),
)  # fmt: skip


def by_torch(torch, grad_output, x, weight, eps=1e-5):
    inputs = [x, None, None, weight, np.zeros(len(weight))]
    gradients = reference.gradients("batch_norm", inputs, grad_output, training=True, eps=eps)
    return gradients[0], gradients[3], gradients[4]


def as_it_is(values):
    return values


def written(
    axes=(0, 2, 3),
    means=1.0,
    alongs=1.0,
    ddof=0,
    divide=root,
    count=lambda a: 1.0,
    shift=lambda a: 1.0,
    along=lambda a: 1.0,
    weighted=column,
    of_x=as_it_is,
    of_grad=as_it_is,
):
    """The backward pass written out, with a place for each mistake in ``grad_x``.

    ``means`` and ``alongs`` say how often the two parts are taken away; ``count(a)`` is how many
    times too large both are, ``shift(a)`` the first alone, ``along(a)`` the second. ``weighted``,
    ``of_x`` and ``of_grad`` give the weight and the means the shape in which they meet the arrays.
    """

    def function(grad_output, x, weight, eps):
        deviation = of_x(divide(x.var(axis=axes, ddof=ddof, keepdims=True), eps))
        normal = (x - of_x(x.mean(axis=axes, keepdims=True))) / deviation
        a = {"x": x, "eps": eps}
        mean = of_grad(grad_output.mean(axis=axes, keepdims=True)) * means * count(a) * shift(a)
        part = of_grad((grad_output * normal).mean(axis=axes, keepdims=True))
        part = part * alongs * count(a) * along(a)
        grad_x = weighted(weight) / deviation * (grad_output - mean - normal * part)
        sums = (0, 2, 3)
        return grad_x, (grad_output * normal).sum(axis=sums), grad_output.sum(axis=sums)

    return instead(function)


def pixels(a):
    return a["x"].shape[2] * a["x"].shape[3]


def images(a):
    return a["x"].shape[0]


def count_of(a):
    """How many numbers a channel has."""
    return a["x"].size // a["x"].shape[1]


def deviation_of(a):
    return np.sqrt(a["x"].var(axis=(0, 2, 3), keepdims=True) + a["eps"])


def centred(a):
    return a["x"] - a["x"].mean(axis=(0, 2, 3), keepdims=True)


def along_unbiased(a):
    """A formula for a forward pass that divides by n − 1, on a forward pass that does not."""
    n = a["x"].size / a["x"].shape[1]
    return n / (n - 1)


def summed(factor, axes=(0, 2, 3), reduce=np.sum):
    """``grad_weight`` as a sum of something else."""
    return of(1, lambda array, a: reduce(a["grad_output"] * factor(a), axis=axes))


def normal_of(a):
    return centred(a) / deviation_of(a)


MISTAKES = (
    Mistake(
        "statistics-constant",
        "In `grad_x`, mean and variance are treated as constants. They depend on x, so they should "
        "pass gradients on to it.",
        "When one number of x moves, the mean and the variance move with it: three paths lead from "
        "x to the output.",
        written(means=0.0, alongs=0.0),
    ),
    Mistake(
        "mean-path-missing",
        "In `grad_x` the path through the mean is missing.",
        "If you add the same number to all of x, the output stays. So the gradient of each channel "
        "must sum to 0.",
        written(means=0.0),
    ),
    Mistake(
        "variance-path-missing",
        "In `grad_x` the path through the variance is missing.",
        "If you stretch x about its mean, the output stays. So a part along the normalised x must "
        "be subtracted, too.",
        written(alongs=0.0),
    ),
    Mistake(
        "variance-path-doubled",
        "In `grad_x` the path through the variance counts twice as much as it should.",
        "The derivative of √v is 1 / (2√v): do not forget the 2.",
        written(alongs=2.0),
    ),
    Mistake(
        "variance-power",
        "In `grad_x` the path through the variance has the wrong power of var + eps. It should be "
        "−3/2.",
        "The derivative of v^(−1/2) is −1/2 · v^(−3/2). If you use the normalised x: this part has "
        "it as a factor twice.",
        written(along=lambda a: deviation_of(a) ** 2),
        written(along=deviation_of),
    ),
    Mistake(
        "part-added",
        "In `grad_x` a part is added that should be subtracted.",
        "Two parts are subtracted: one for the mean, one for the variance.",
        written(means=-1.0),
        written(alongs=-1.0),
        written(means=-1.0, alongs=-1.0),
    ),
    Mistake(
        "weight-missing",
        "`grad_x` is not multiplied by `weight`.",
        "On the way back, too, the signal should be multiplied by `weight`.",
        written(weighted=lambda weight: 1.0),
    ),
    Mistake(
        "along-width",
        "Numbers that belong to the channels run along the width. They should run along the "
        "channels.",
        "NumPy lines up the *last* axes. Sum with `keepdims=True`; `weight.reshape(1, -1, 1, 1)` "
        "brings the channels to the second axis.",
        written(weighted=as_it_is),
        written(of_x=np.ravel),
        written(of_grad=np.ravel),
        written(of_x=np.ravel, of_grad=np.ravel),
        written(weighted=as_it_is, of_grad=np.ravel),
        written(weighted=as_it_is, of_x=np.ravel, of_grad=np.ravel),
    ),
    Mistake(
        "count-of-images",
        "In `grad_x` a sum is not divided by the right number. Each of the sums should be divided "
        "by N·H·W.",
        "How many numbers does the mean of one channel run over? The sums should become means.",
        written(count=pixels),
        written(count=images),
        written(count=lambda a: images(a) * pixels(a)),
        written(count=lambda a: 1 / a["x"].shape[1]),
        written(shift=pixels),
        written(along=pixels),
        written(shift=lambda a: images(a) * pixels(a)),
        written(along=lambda a: images(a) * pixels(a)),
    ),
    Mistake(
        "other-axes",
        "The means run over other axes than in the forward pass.",
        "There should be one mean for each channel: average over axes 0, 2 and 3.",
        written(axes=(0,)),
        written(axes=(2, 3)),
        written(axes=(1, 2, 3)),
        written(axes=(0, 1, 2, 3)),
    ),
    Mistake(
        "variance-unbiased",
        "Biased and unbiased variance are mixed. As in PyTorch, you should normalise by the biased "
        "one, divided by n.",
        "A formula with n / (n − 1) belongs to a forward pass with the unbiased variance.",
        written(ddof=1),
        written(along=along_unbiased),
        written(ddof=1, along=along_unbiased),
    ),
    Mistake(
        "root-missing",
        "It divides by the variance. It should divide by its root.",
        "The derivative of (x − μ) / σ for x is 1 / σ.",
        of(0, lambda array, a: array / deviation_of(a)),
        written(divide=no_root),
    ),
    Mistake(
        "deviation-missing",
        "`grad_x` is not divided by the deviation.",
        "The derivative of (x − μ) / σ for x is 1 / σ.",
        of(0, lambda array, a: array * deviation_of(a)),
        of(0, lambda array, a: array * deviation_of(a) ** 2),
    ),
    Mistake(
        "eps-missing",
        "The `eps` that is given is not used as it should be.",
        "The deviation should be that of the forward pass: √(var + eps).",
        given(eps=lambda eps: 0.0),
        given(eps=lambda eps: 1e-5),
        written(divide=eps_outside),
    ),
    Mistake(
        "grad-weight-of-x",
        "For `grad_weight`, `grad_output` is multiplied by x itself. It should be multiplied by "
        "the normalised x.",
        "What does `weight` multiply in the forward pass?",
        summed(lambda a: a["x"]),
    ),
    Mistake(
        "grad-weight-not-divided",
        "For `grad_weight`, `grad_output` is multiplied by x minus its mean. The division by the "
        "deviation is missing.",
        "What does `weight` multiply in the forward pass?",
        summed(centred),
    ),
    Mistake(
        "grad-weight-not-centred",
        "For `grad_weight`, `grad_output` is multiplied by x divided by the deviation. The mean "
        "is not subtracted.",
        "What does `weight` multiply in the forward pass?",
        summed(lambda a: a["x"] / deviation_of(a)),
    ),
    Mistake(
        "grad-weight-of-output",
        "For `grad_weight`, `grad_output` is multiplied by the output, which already contains "
        "`weight`.",
        "What does `weight` multiply in the forward pass?",
        summed(lambda a: column(a["weight"]) * normal_of(a)),
    ),
    Mistake(
        "grad-weight-summed-wrongly",
        "`grad_weight` is summed over other axes than N, H and W.",
        "The `weight` of a channel is used at all pixels of all images, so the gradients add up.",
        summed(normal_of, axes=0),
        summed(normal_of, axes=(2, 3)),
        of(1, lambda array, a: array.sum()),
    ),
    Mistake(
        "grad-weight-averaged",
        "`grad_weight` is a mean. It should be a sum over N, H and W.",
        "The `weight` of a channel is used at all pixels of all images, so the gradients add up.",
        summed(normal_of, reduce=np.mean),
    ),
    Mistake(
        "parameters-averaged",
        "`grad_weight` and `grad_bias` are means. They should be sums over N, H and W.",
        "`weight` and `bias` are used at all pixels of all images, so the gradients add up.",
        then(lambda answer, a: (answer[0], *(part / count_of(a) for part in answer[1:]))),
    ),
    Mistake(
        "grad-weight-keeps-axes",
        "`grad_weight` has axes too many. It should have the shape of `weight`, (C,).",
        "If you sum with `keepdims=True`, an axis of length 1 stays for each axis that is summed. "
        "Leave it out.",
        of(1, lambda array, a: column(array)),
    ),
    Mistake(
        "weight-too-early",
        "`grad_output` is multiplied by `weight` too early: the product is used where "
        "`grad_output` itself belongs.",
        "`weight` and `bias` come last in the forward pass, so their gradients need `grad_output` "
        "as it comes.",
        then(lambda answer, a: (answer[0], answer[1] * a["weight"], answer[2] * a["weight"])),
        of(2, lambda array, a: array * a["weight"]),
    ),
    *bias_form_mistakes(4),
    bias_mistakes(4),
    order_mistake(3),
    upstream_ignored(batch_norm_backward),
    negated(),
)


def recipe(draw, batch, channels, image, eps):
    shape = batch, channels, *image
    x = draw.array(*shape)
    if any(np.ptp(x[:, channel]) == 0 for channel in range(channels)):
        raise Impossible  # 1 / √eps is large, and what is left of the gradient is rounding
    return {
        "grad_output": draw.array(*shape),
        "x": x,
        "weight": draw.array(channels),
        "eps": eps,
    }


DOMAIN = Domain(
    recipe,
    (BATCHES, CHANNELS, IMAGE, EPS),
    values=VALUES_OF_SOME_SIZE,
    integers=("grad_output", "x"),
    linear=("grad_output",),
    single=False,
)

EXERCISE = Exercise(
    batch_norm_backward, arrays(*GRADIENTS), CASES, by_torch, MISTAKES, domain=DOMAIN
)

"""Exercise: fold_batch_norm."""

from __future__ import annotations

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, given_all, instead, then, where
from cnnhelpers.check.several import arrays
from cnnhelpers.exercises.normalisation.factors import EPS, positive


def fold_batch_norm(
    weight: np.ndarray,
    bias: np.ndarray | None,
    running_mean: np.ndarray,
    running_var: np.ndarray,
    bn_weight: np.ndarray,
    bn_bias: np.ndarray,
    eps: float = 1e-5,
) -> tuple[np.ndarray, np.ndarray]:
    """Return (weight, bias) of the one convolution that does what conv and batch norm do in turn.

    ``weight`` (C_out, C_in, K_H, K_W) and ``bias`` (C_out,), None for a convolution without, are
    those of the convolution; the others, each (C_out,), those of the batch norm behind it in
    evaluation.
    """
    scale = np.asarray(bn_weight) / np.sqrt(np.asarray(running_var) + eps)
    old = 0.0 if bias is None else np.asarray(bias)
    return np.asarray(weight) * scale[:, None, None, None], (old - running_mean) * scale + bn_bias


CASES = (
    case(
        weight=floats([[[2.0]]]), bias=floats(1.0), running_mean=floats(4.0),
        running_var=floats(4.0), bn_weight=floats(3.0), bn_bias=floats(0.5),
    ),
    case(
        weight=whole(1, 2, 3, 1, 2), bias=None, running_mean=whole(2, 2),
        running_var=floats(0.5, 4.0), bn_weight=floats(-2.0, 3.0), bn_bias=halves(3, 2),
    ),
    case(
        weight=whole(4, 3, 2, 2, 3), bias=whole(5, 3), running_mean=halves(6, 3),
        running_var=floats(0.5, 2.0, 9.0), bn_weight=halves(7, 3), bn_bias=whole(8, 3),
    ),
    case(
        weight=halves(9, 3, 3, 2, 2), bias=halves(10, 3), running_mean=whole(11, 3),
        running_var=floats(3.0, 0.25, 0.5), bn_weight=floats(-1.0, 2.0, -0.5),
        bn_bias=halves(12, 3), eps=1.0,
    ),
    case(
        weight=whole(13, 4, 1, 3, 3), bias=None, running_mean=halves(14, 4),
        running_var=floats(1.0, 5.0, 0.5, 2.0), bn_weight=halves(15, 4), bn_bias=whole(16, 4),
        eps=0.25,
    ),
    case(
        weight=whole(17, 3, 3, 3, 3), bias=whole(18, 3), running_mean=whole(19, 3),
        running_var=floats(2.0, 0.5, 7.0), bn_weight=halves(20, 3), bn_bias=halves(21, 3), eps=0.5,
    ),
    case(
        weight=whole(22, 2, 1, 2, 2), bias=whole(23, 2), running_mean=halves(24, 2),
        running_var=floats(2.0, 3.0) / 2**16, bn_weight=floats(0.5, -0.25), bn_bias=halves(25, 2),
    ),
)  # fmt: skip


def by_torch(torch, weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    given = [weight, bias, running_mean, running_var, bn_weight, bn_bias]
    weight, bias, mean, var, scale, shift = reference.tensors(given)
    fused = torch.nn.utils.fuse_conv_bn_weights(weight, bias, mean, var, eps, scale, shift)
    return tuple(part.detach().numpy() for part in fused)


def along_outputs(scale):
    return scale.reshape(-1, 1, 1, 1)


def along_inputs(scale):
    return scale.reshape(1, -1, 1, 1)


def written(
    scaled=along_outputs,
    scale=lambda weight, var, eps: weight / np.sqrt(var + eps),
    shift=lambda bias, mean, scale, more: (bias - mean) * scale + more,
):
    """The folding written out, with a place for each mistake."""

    def function(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps):
        by = scale(bn_weight, running_var, eps)
        old = np.zeros(len(weight)) if bias is None else bias
        return weight * scaled(by), shift(old, running_mean, by, bn_bias)

    return instead(function)


def nothing_of_the_norm(answer, a):
    """Without a bias of the convolution, mean and bias of the norm are forgotten, too."""
    return (answer[0], np.zeros_like(answer[1])) if a["bias"] is None else answer


def only_its_bias(answer, a):
    return (answer[0], a["bn_bias"]) if a["bias"] is None else answer


MISTAKES = (
    Mistake(
        "bias-not-scaled",
        "The bias of the convolution is not multiplied. The norm should scale it along with the "
        "rest.",
        "What happens to the convolution's bias on its way through (y − μ) / σ · γ + β?",
        written(shift=lambda bias, mean, scale, more: bias - mean * scale + more),
    ),
    Mistake(
        "no-bias-forgotten",
        "Where the convolution has no bias, a part of the bias is not computed.",
        "A convolution without a bias should get one: (0 − μ) · γ / σ + β.",
        then(nothing_of_the_norm),
        then(only_its_bias),
        then(lambda answer, a: (answer[0], a["running_mean"]) if a["bias"] is None else answer),
    ),
    Mistake(
        "none-fails",
        "It fails where `bias` is None.",
        "Look at `bias` first: None stands for zeros.",
        where(lambda a: a["bias"] is not None),
    ),
    Mistake(
        "eps-missing",
        "The `eps` that is given is not used.",
        "The deviation is √(var + eps), with the eps that is given.",
        given(eps=lambda eps: 0.0),
        given(eps=lambda eps: 1e-5),
    ),
    Mistake(
        "eps-outside-root",
        "eps is added to the deviation, outside the root.",
        "Take the root of `running_var + eps`.",
        written(scale=lambda weight, var, eps: weight / (np.sqrt(var) + eps)),
    ),
    Mistake(
        "root-missing",
        "It divides by the variance. It should divide by its root.",
        "Batch norm divides by the standard deviation, √(var + eps).",
        written(scale=lambda weight, var, eps: weight / (var + eps)),
    ),
    Mistake(
        "deviation-for-variance",
        "`running_var` is used as a standard deviation.",
        "`running_var` is a variance: take the root.",
        written(scale=lambda weight, var, eps: weight / np.sqrt(var**2 + eps)),
        written(scale=lambda weight, var, eps: weight * np.sqrt(var + eps)),
    ),
    Mistake(
        "input-channels-scaled",
        "The scale runs along the input channels of `weight`. It should run along the output "
        "channels.",
        "The norm comes after the convolution, so each *output* channel has its scale. Output "
        "channels are the first axis.",
        written(
            scaled=lambda scale: along_inputs(scale) if len(scale) != 1 else along_outputs(scale)
        ),
    ),
    Mistake(
        "width-scaled",
        "The scale runs along the columns of the kernels. It should run along the output channels.",
        "NumPy lines up the *last* axes. `scale.reshape(-1, 1, 1, 1)` brings the scale to the "
        "first.",
        written(scaled=lambda scale: scale),
    ),
    Mistake(
        "weight-not-scaled",
        "`weight` stays as it was.",
        "The scale of a channel should go into all weights of its filter.",
        written(scaled=lambda scale: 1.0),
        written(scaled=lambda scale: 1.0, shift=lambda bias, mean, scale, more: bias),
    ),
    Mistake(
        "negative-weight",
        "A negative `bn_weight` is used as a positive one.",
        "γ may be negative: then it changes the sign of the channel.",
        given(bn_weight=np.abs),
    ),
    Mistake(
        "bn-weight-missing",
        "`bn_weight` is not used.",
        "The scale is γ / √(var + eps).",
        given(bn_weight=np.ones_like),
        written(shift=lambda bias, mean, scale, more: bias - mean + more),
    ),
    Mistake(
        "mean-missing",
        "`running_mean` is not used for the bias.",
        "Put 0 into the convolution: what comes out after the norm?",
        given(running_mean=np.zeros_like),
    ),
    Mistake(
        "mean-added",
        "`running_mean` is added. It should be subtracted.",
        "Put 0 into the convolution: what comes out after the norm?",
        given(running_mean=lambda mean: -mean),
    ),
    Mistake(
        "mean-not-scaled",
        "`running_mean` is subtracted as it is. It should be multiplied by the scale, too.",
        "The norm subtracts first and then multiplies.",
        written(shift=lambda bias, mean, scale, more: bias * scale - mean + more),
    ),
    Mistake(
        "bn-bias-missing",
        "`bn_bias` is left out.",
        "The norm adds β at the very end.",
        given(bn_bias=np.zeros_like),
    ),
    Mistake(
        "bn-bias-scaled",
        "`bn_bias` is multiplied by the scale, too. It should be added as it is.",
        "The norm adds β at the very end.",
        written(shift=lambda bias, mean, scale, more: (bias - mean + more) * scale),
    ),
    Mistake(
        "bias-of-conv-missing",
        "The convolution's own bias is left out.",
        "The bias of the convolution goes through the norm as well.",
        given_all(lambda a: {"bias": None}),
    ),
    Mistake(
        "order-returned",
        "The two answers are returned in the wrong order. The weight should come first.",
        "Return the weight, then the bias.",
        then(lambda answer, a: tuple(answer)[::-1]),
    ),
)


def recipe(draw, kernels, bias, eps):
    channels = kernels[0]
    return {
        "weight": draw.array(*kernels),
        "bias": draw.array(channels) if bias else None,
        "running_mean": draw.array(channels),
        "running_var": positive(draw, channels),
        "bn_weight": draw.array(channels),
        "bn_bias": draw.array(channels),
        "eps": eps,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "kernels",
            (2, 2, 3, 3),
            "the weight is not 2×2×3×3",
            ((1, 2, 3, 3), "there is one filter"),
            ((3, 2, 2, 3), "there are more filters than input channels"),
            ((2, 4, 3, 2), "there are more input channels than filters"),
            ((4, 1, 1, 1), "the kernel is a single number"),
        ),
        factor("bias", True, "the convolution has no bias", (False, "`bias` is None")),
        EPS,
    ),
    values=VALUES_OF_SOME_SIZE,
    integers=("weight",),
)

EXERCISE = Exercise(
    fold_batch_norm, arrays("weight", "bias"), CASES, by_torch, MISTAKES, domain=DOMAIN
)

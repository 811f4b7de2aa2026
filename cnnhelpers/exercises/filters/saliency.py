"""Exercise: saliency."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import Case, case, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.families.general import FLAT, TURNED
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.filters.small_net import SmallNet, logits_by_torch
from cnnhelpers.functional import softmax
from cnnhelpers.nn import ReLU
from cnnhelpers.nn.attribution import saliency


def _case(seed: int, image: np.ndarray, label: int, training: bool = False) -> Case:
    return case(model=SmallNet(seed, image.shape, training=training), image=image, label=label)


CASES = (
    _case(1, whole(1, 1, 2, 3), 0),
    _case(2, whole(2, 1, 4, 3), 1),
    _case(3, halves(3, 2, 3, 5), 2),
    _case(4, whole(4, 3, 5, 4), 1),
    _case(5, halves(5, 2, 4, 6), 2, training=True),
    _case(6, whole(6, 3, 3, 4), 0),
)


def by_torch(torch: Any, model: SmallNet, image: np.ndarray, label: int) -> np.ndarray:
    x = torch.tensor(np.asarray(image), dtype=torch.float64, requires_grad=True)
    logit = logits_by_torch(torch, model)(x[None])[0, label]
    (slopes,) = torch.autograd.grad(logit, x)
    return slopes.abs().amax(0).numpy()


# Ways to go wrong ---------------------------------------------------------------------------------


def only(logits, label):
    """The right upstream slopes: 1 for the label, 0 for the others."""
    slopes = np.zeros_like(logits)
    slopes[0, label] = 1
    return slopes


def probability(logits, label):
    p = softmax(logits, dim=1)
    return p[:, label : label + 1] * (only(logits, label) - p)


def loss(logits, label):
    return softmax(logits, dim=1) - only(logits, label)


def all_classes(logits, label):
    return np.ones_like(logits)


def winner(logits, label):
    return only(logits, int(logits.argmax()))


def others(logits, label):
    return 2 * only(logits, label) - 1


def weighted(logits, label):
    return only(logits, label) * logits


def over_channels(grad, image):
    return np.abs(grad).max(axis=0)


def backward(upstream=only, summary=over_channels, prepare=lambda model: model.eval()):
    """A backward pass from ``upstream(logits, label)`` to ``summary(grad, image)``, on copies."""

    def function(model, image, label):
        model, image = copy.deepcopy(model), np.array(image, float)
        prepare(model)
        logits = model(image[None])
        return summary(model.backward(upstream(logits, label))[0], image)

    return instead(function)


class GuidedReLU(ReLU):
    """Lets back only what is positive, as guided backpropagation does."""

    def backward(self, grad_output):
        return np.maximum(super().backward(grad_output), 0)


class DeconvReLU(ReLU):
    """Lets back what is positive, wherever the input was, as a deconvnet does."""

    def backward(self, grad_output):
        super().backward(grad_output)
        return np.maximum(grad_output, 0)


def relus(kind):
    """Another ReLU in the network."""

    def prepare(model):
        model.eval()
        for name, layer in model.layers.items():
            model.layers[name] = kind() if isinstance(layer, ReLU) else layer

    return prepare


def mean_of_batch(model, image, label):
    """Slopes of a batch in training mode: the image and its mirror images."""
    model = copy.deepcopy(model).train()
    images = np.stack([image, image[:, ::-1], image[:, :, ::-1]]).astype(float)
    slopes = np.zeros_like(model(images))
    slopes[0, label] = 1
    return np.abs(model.backward(slopes)[0]).max(axis=0)


def by_weights(model, image, label):
    """The gradient of the first layer's weights instead of the image's."""
    model = copy.deepcopy(model).eval()
    logits = model(np.array(image, float)[None])
    model.backward(only(logits, label))
    return np.abs(next(model.parameters()).grad).max(axis=(0, 1))


MISTAKES = (
    Mistake(
        "probability-for-logit",
        "It is the slope of a probability. It should be the slope of the logit: the probability of "
        "a sure network is flat.",
        "Leave `softmax` out: send 1 into the logit of `label`, and 0 into the others.",
        backward(probability),
    ),
    Mistake(
        "loss-for-logit",
        "It is the slope of the loss. It should be the slope of the logit.",
        "Send 1 into the logit of `label`, and 0 into the others. You need no probabilities.",
        backward(lambda logits, label: only(logits, label) - softmax(logits, dim=1)),
    ),
    Mistake(
        "loss-scaled",
        "It is the slope of another function of the logits. It should be the slope of one logit.",
        "The upstream gradient should be 1 for `label` and 0 elsewhere.",
        backward(weighted),
        backward(lambda logits, label: logits),
    ),
    Mistake(
        "all-classes",
        "It is the slope of the sum of all logits. It should be the slope of the logit of `label` "
        "alone.",
        "Begin with zeros of the shape of the logits, and set one entry to 1.",
        backward(all_classes),
        backward(others),
    ),
    Mistake(
        "predicted-class",
        "It looks at the class that the network predicts. The class should be `label`.",
        "`label` need not be the winner.",
        backward(winner),
    ),
    Mistake(
        "sign-kept",
        "Negative slopes do not count as strong ones. The map should say how *strongly* the logit "
        "answers, up or down.",
        "Take the absolute value of each slope, then the largest over the channels.",
        backward(summary=lambda g, x: g.max(axis=0)),
        backward(summary=lambda g, x: np.maximum(g, 0).max(axis=0)),
    ),
    Mistake(
        "absolute-too-late",
        "The largest over the channels is taken before the absolute value: a large negative slope "
        "loses to a small positive one.",
        "First take the absolute value, then the largest over the channels.",
        backward(summary=lambda g, x: np.abs(g.max(axis=0))),
    ),
    Mistake(
        "channels-added",
        "The channels are put together in another way than by their largest value.",
        "After the absolute value, take the largest over the channels: `max(axis=0)`.",
        backward(summary=lambda g, x: np.abs(g).sum(axis=0)),
        backward(summary=lambda g, x: np.abs(g.sum(axis=0))),
        backward(summary=lambda g, x: np.abs(g).mean(axis=0)),
        backward(summary=lambda g, x: np.sqrt((g**2).sum(axis=0))),
        backward(summary=lambda g, x: np.abs(g.mean(axis=0))),
    ),
    Mistake(
        "first-channel",
        "Only one channel is looked at.",
        "Take the largest over all channels: `max(axis=0)`.",
        backward(summary=lambda g, x: np.abs(g[0])),
        backward(summary=lambda g, x: np.abs(g[-1])),
    ),
    Mistake(
        "channel-axis-kept",
        "The answer has an axis too many. There should be one number for each pixel.",
        "The shape should be (H, W): take image 0 of the batch, then the largest over the "
        "channels.",
        backward(summary=lambda g, x: np.abs(g)),
        backward(summary=lambda g, x: np.abs(g)[None]),
        backward(summary=lambda g, x: np.abs(g).max(axis=0)[None]),
        backward(summary=lambda g, x: np.abs(g).max(axis=0, keepdims=True)[None]),
    ),
    Mistake(
        "gradient-times-input",
        "The slopes are multiplied by the image. This is another method, similar to occlusion.",
        "Leave the product out: return only the slopes.",
        backward(summary=lambda g, x: np.abs(g * x).max(axis=0)),
        backward(summary=lambda g, x: (g * x).sum(axis=0)),
    ),
    Mistake(
        "guided",
        "Negative slopes are dropped on their way back, as in guided backpropagation. The map "
        "should be the slope itself.",
        "Use the layers' own `backward`, unchanged.",
        backward(prepare=relus(GuidedReLU)),
        backward(prepare=relus(DeconvReLU)),
    ),
    Mistake(
        "training-mode",
        "The network runs in training mode: batch norm then uses the statistics of the images that "
        "it is given.",
        "Call `model.eval()` before the image goes in.",
        backward(prepare=lambda model: model.train()),
        backward(prepare=lambda model: None),
        instead(mean_of_batch),
    ),
    Mistake(
        "rescaled",
        "The map is brought to another scale. It should hold the slopes themselves.",
        "Scale when you draw, not here.",
        then(lambda answer, a: answer / answer.max()),
        then(lambda answer, a: (answer - answer.min()) / np.ptp(answer)),
        then(lambda answer, a: answer**2),
    ),
    Mistake(
        "weights-for-image",
        "It is the gradient for the weights. It should be the gradient for the image.",
        "`model.backward` *returns* the slopes of the images.",
        instead(by_weights),
    ),
    TURNED,
    FLAT,
)


def recipe(draw, image, channels, filters, training):
    shape = (channels, *image)
    model = SmallNet(draw.whole(0, 10**6), shape, filters=filters, training=training)
    return {"model": model, "image": draw.array(*shape), "label": draw.whole(0, 2)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "image",
            (4, 4),
            "the image is not square",
            ((3, 6), "the image is wider than high"),
            ((5, 3), "the image is higher than wide"),
        ),
        factor(
            "channels",
            1,
            "the image has more than one channel",
            (2, "the image has 2 channels"),
            (3, "the image has 3 channels"),
        ),
        factor(
            "filters",
            2,
            "there are not 2 filters",
            (1, "there is 1 filter"),
            (4, "there are 4 filters"),
        ),
        factor(
            "training",
            False,
            "the model comes in training mode",
            (True, "the model comes in training mode"),
        ),
    ),
)

EXERCISE = Exercise(
    saliency,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
    input_hints={
        "model.gradients": "The parameters keep gradients, to which the next backward pass would "
        "add: `model.zero_grad()` comes at the end.",
        "model.statistics": "In training mode a forward pass moves the running statistics of batch "
        "norm: `model.eval()` comes first.",
    },
)

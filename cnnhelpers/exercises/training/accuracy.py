"""Exercise: accuracy."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case, floats
from cnnhelpers.check.domain import Domain, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then


def accuracy(logits: np.ndarray, labels: np.ndarray) -> float:
    """Return the share of images whose largest logit stands at their label, from 0 to 1.

    ``logits`` is (N, classes), ``labels`` (N,). Of equal logits the first counts.
    """
    return float(np.mean(np.asarray(logits).argmax(axis=1) == np.asarray(labels)))


def _labels(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


# As many images as classes only once, and then the answers along the two axes differ.
CASES = (
    case(logits=floats([1.0, 3.0, 2.0], [4.0, 0.0, -1.0]), labels=_labels(1, 2)),
    case(logits=floats([2.0, 1.0], [0.0, 5.0], [3.0, 4.0]), labels=_labels(0, 0, 1)),
    case(
        logits=floats([-5.0, -1.0, -3.0], [-2.0, -6.0, -4.0], [-9.0, -8.0, -7.0]),
        labels=_labels(2, 0, 1),
    ),
    case(
        logits=floats(
            [0.5, 1.5, 1.0, 0.75],
            [3.5, 0.5, 1.0, 2.0],
            [0.0, 1.0, 2.0, 3.0],
            [4.0, 3.0, 2.0, 1.0],
            [1.0, 0.0, 6.0, 5.0],
        ),
        labels=_labels(1, 3, 3, 0, 2),
    ),
    case(logits=floats([0.0, 1.0, 0.5, 0.25]), labels=_labels(3)),
    # Equals: the first, the last and any of them at the label make three different shares.
    case(
        logits=floats([1.0, 3.0, 3.0], [4.0, 4.0, 0.0], [5.0, 5.0, 1.0], [0.0, 2.0, 1.0]),
        labels=_labels(2, 0, 1, 1),
    ),
)


def by_torch(torch: Any, logits: np.ndarray, labels: np.ndarray) -> float:
    scores, right = reference.tensors([logits])[0], torch.tensor(np.array(labels))
    return (scores.max(dim=1).indices == right).double().mean().item()


def way(function: Any) -> Way:
    return instead(lambda logits, labels: function(np.asarray(logits), np.asarray(labels)))


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def at_labels(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return values[np.arange(len(labels)), labels]


def last_of_largest(logits: np.ndarray) -> np.ndarray:
    return logits.shape[1] - 1 - logits[:, ::-1].argmax(axis=1)


def of_each_class(logits: np.ndarray, labels: np.ndarray) -> float:
    right = logits.argmax(axis=1) == labels
    return float(np.mean([right[labels == each].mean() for each in np.unique(labels)]))


MISTAKES = (
    Mistake(
        "percent",
        "The answer is in percent.",
        "Return a share: if all answers are right, it is 1.",
        then(lambda answer, a: 100 * answer),
    ),
    Mistake(
        "rounded",
        "The share is rounded.",
        "Return the share as it is, without `round`.",
        then(lambda answer, a: float(np.round(answer))),
        then(lambda answer, a: round(answer, 1)),
        then(lambda answer, a: round(answer, 2)),
        then(lambda answer, a: round(answer, 3)),
    ),
    Mistake(
        "count-for-share",
        "It returns the number of right answers. It should return their share.",
        "Divide by the number of images, or take the mean of the comparisons.",
        way(lambda logits, labels: (logits.argmax(axis=1) == labels).sum()),
    ),
    Mistake(
        "error-rate",
        "It returns the share of the *wrong* answers.",
        "Compare with `==`, or subtract the share of wrong answers from 1.",
        then(lambda answer, a: 1 - answer),
    ),
    Mistake(
        "divided-by-classes",
        "The number of right answers is divided by a wrong number.",
        "`len(labels)` is the number of images. `logits.shape[1]` is the number of classes.",
        way(lambda logits, labels: (logits.argmax(axis=1) == labels).sum() / logits.shape[1]),
        way(lambda logits, labels: (logits.argmax(axis=1) == labels).sum() / logits.size),
    ),
    Mistake(
        "axis-zero",
        "The largest logit is looked for down the columns, among the images.",
        "Each row is an image: `argmax(axis=1)` gives one class for each image.",
        way(lambda logits, labels: np.mean(logits.argmax(axis=0) == labels)),
    ),
    Mistake(
        "no-axis",
        "The largest logit is looked for in the whole array.",
        "`argmax` needs an axis: `argmax(axis=1)` gives one class for each image.",
        way(lambda logits, labels: np.mean(logits.argmax() == labels)),
    ),
    Mistake(
        "smallest-logit",
        "The class with the *smallest* logit is taken.",
        "The network's answer is the class with the largest logit: `argmax`.",
        given(logits=lambda logits: -np.asarray(logits)),
    ),
    Mistake(
        "largest-absolute",
        "The class with the largest absolute logit is taken.",
        "A logit of -5 is a strong no. Compare the logits as they are, without `abs`.",
        given(logits=lambda logits: np.abs(logits)),
    ),
    Mistake(
        "value-for-class",
        "It compares the largest *value* with the label.",
        "`max` gives the value. `argmax` gives its place, which is the class.",
        way(lambda logits, labels: np.mean(logits.max(axis=1) == labels)),
    ),
    Mistake(
        "probability-for-accuracy",
        "It averages the probability of the right class. It should count right answers.",
        "A right answer counts 1 and a wrong one 0, however sure the network is.",
        way(lambda logits, labels: at_labels(softmax(logits), labels).mean()),
    ),
    Mistake(
        "more-than-half",
        "A right answer counts only where its probability is more than one half.",
        "The largest logit is the network's answer, however close the other logits are.",
        way(lambda logits, labels: (at_labels(softmax(logits), labels) > 0.5).mean()),
    ),
    Mistake(
        "ties-count",
        "Of equal logits, each counts as the network's answer. Only the first should count.",
        "`argmax` takes the first of equal logits: compare its place with the label.",
        way(lambda logits, labels: (at_labels(logits, labels) == logits.max(axis=1)).mean()),
    ),
    Mistake(
        "last-of-equals",
        "Of equal logits, the last one counts. The first should count.",
        "`argmax` takes the first of equal logits. In a loop, only a logit that is really larger "
        "(`>`) should replace the one before.",
        way(lambda logits, labels: (last_of_largest(logits) == labels).mean()),
    ),
    Mistake(
        "mean-over-classes",
        "It returns the mean of the accuracies of the classes. Each image should count the same.",
        "Take one mean over all images, without a step for each class.",
        way(of_each_class),
    ),
    Mistake(
        "not-one-number",
        "The answer is not one number: it says for each image whether it was right. It should be "
        "the share.",
        "The mean of zeros and ones is a share.",
        way(lambda logits, labels: (logits.argmax(axis=1) == labels).astype(float)),
    ),
    Mistake(
        "all-or-nothing",
        "It says whether *all* answers are right. It should return a share.",
        "Take the mean instead of `all`, or count the right answers.",
        way(lambda logits, labels: float((logits.argmax(axis=1) == labels).all())),
        way(lambda logits, labels: float((logits.argmax(axis=1) == labels).any())),
    ),
    Mistake(
        "last-image-only",
        "Only one image counts.",
        "Add up over all images, and divide after the loop.",
        way(lambda logits, labels: float(logits[0].argmax() == labels[0])),
        way(lambda logits, labels: float(logits[-1].argmax() == labels[-1])),
        way(lambda logits, labels: float(logits[0].argmax() == labels[0]) / len(labels)),
        way(lambda logits, labels: float(logits[-1].argmax() == labels[-1]) / len(labels)),
    ),
)


def recipe(draw: Any, images: int, classes: int, right: str) -> dict[str, Any]:
    logits = draw.array(images, classes)
    if any(len(np.unique(row)) < classes for row in np.round(logits, 12)):
        # Ties have no clear answer: each row is put in an order of its own.
        logits = np.stack([draw.random.permutation(classes) for _ in range(images)]) * 1.0
    labels = draw.random.integers(0, classes, images)
    if right == "all":
        labels = logits.argmax(axis=1)
    if right == "none":
        if classes < 2:
            raise Impossible
        labels = (logits.argmax(axis=1) + 1) % classes
    return {"logits": logits, "labels": labels.astype(np.int64)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "images",
            4,
            "there are not 4 images",
            (1, "there is 1 image"),
            (7, "there are 7 images"),
        ),
        factor(
            "classes",
            3,
            "there are not 3 classes",
            (2, "there are 2 classes"),
            (10, "there are 10 classes"),
        ),
        factor(
            "right",
            "some",
            "all answers are right, or all wrong",
            ("all", "all answers are right"),
            ("none", "all answers are wrong"),
        ),
    ),
    lists=("labels",),
)

EXERCISE = Exercise(
    accuracy,
    DECIMAL,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""Exercise: cross_entropy."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case, floats
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then
from cnnhelpers.exercises.backpropagation.logits import (
    DOMAIN,
    cases,
    divided_by_all,
    keepdims_forgotten,
    one_hot,
    shifted_by_all,
    softmax,
    sum_over_everything,
    unshifted,
    without_axis,
)


def cross_entropy(logits: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean over the rows of ``-log(p)``, where p is what softmax gives to the label.

    ``logits`` is (N, C), ``labels`` (N,) holds the number of the right class of each row. Logits of
    1000 must not overflow, and where p is as good as 0, the loss stays finite.
    """
    logits = np.asarray(logits, float)
    shifted = logits - logits.max(axis=1, keepdims=True)
    logarithms = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(-logarithms[np.arange(len(labels)), labels].mean())


# In the last case each row has a share of another size: to add a small number to a share and to
# raise it to that number give different losses.
CASES = (
    *cases(),
    case(
        logits=floats([16.0, 0.0], [18.5, 0.0], [23.0, 0.0], [27.5, 0.0], [34.5, 0.0]),
        labels=np.array([1, 1, 1, 1, 1]),
    ),
)


def by_torch(torch: Any, logits: np.ndarray, labels: np.ndarray) -> float:
    (values,) = reference.tensors([logits])
    return float(torch.nn.functional.cross_entropy(values, torch.tensor(labels)))


def of_labels(probabilities, labels):
    return probabilities[np.arange(len(labels)), labels]


def logarithm_of(made):
    """The mean of -log of what ``made(logits)`` gives to the labels."""
    return instead(lambda logits, labels: -np.log(of_labels(made(logits), labels)).mean())


def exact_softmax(logits):
    shifted = np.asarray(logits, float) - np.max(logits, axis=1, keepdims=True)
    return np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)


def log_softmax(logits, axis):
    """The logarithm of softmax, without ever taking that of a share that may be 0."""
    shifted = np.asarray(logits, float) - np.max(logits, axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def rows_taken(logits, labels):
    """The logarithms of the sums, minus the rows that the labels choose, laid along the rows."""
    logits = np.asarray(logits, float)
    largest = logits.max(axis=1)
    logarithms = largest + np.log(np.exp(logits - largest[:, None]).sum(axis=1))
    return (logarithms - logits[labels].T).mean(axis=1)


def shifted_at_the_label(logits, labels):
    logits = np.asarray(logits, float)
    logarithms = np.log(np.exp(logits).sum(axis=1))
    return (logarithms - of_labels(logits, labels) + logits.max(axis=1)).mean()


def probability(logits, labels):
    return of_labels(softmax(logits), labels).mean()


def marked(logits, labels):
    """A sum over the classes, in which 0 meets the logarithm of 0."""
    y = one_hot(labels, logits.shape)
    return -(y * np.log(softmax(logits))).sum(axis=1).mean()


def one_sum(logits, labels):
    """The logarithm of one sum for all rows."""
    shifted = np.asarray(logits, float) - np.max(logits, axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum()) - of_labels(shifted, labels)).mean()


def laid_along_the_columns(logits, labels):
    """The largest logits without their axis, and the logarithm of the sum."""
    shifted = np.asarray(logits, float) - np.max(logits, axis=1)
    return (np.log(np.exp(shifted).sum(axis=1)) - of_labels(shifted, labels)).mean()


def squared(logits, labels):
    return ((softmax(logits) - one_hot(labels, logits.shape)) ** 2).sum(axis=1).mean()


def both_sides(logits, labels):
    """The binary cross-entropy of each class."""
    p, y = softmax(logits), one_hot(labels, logits.shape)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum(axis=1).mean()


MISTAKES = (
    Mistake(
        "overflow",
        "Large logits overflow: e to the 1000 is infinite in floating point.",
        "Subtract the largest logit of each row first. This changes no probability. Then take "
        "`shifted - log(sum(exp(shifted)))`.",
        logarithm_of(unshifted),
        instead(
            lambda logits, labels: (
                np.log(np.exp(np.asarray(logits, float)).sum(axis=1)) - of_labels(logits, labels)
            ).mean()
        ),
    ),
    Mistake(
        "log-of-zero",
        "A probability became 0, and log 0 is minus infinity.",
        "Take the log of the sum, and subtract: log(sum) − logit, as in Hint 1.",
        logarithm_of(softmax),
        instead(marked),
    ),
    Mistake(
        "shifted-by-one-number",
        "The same number is subtracted from all rows. In a row whose logits are far smaller, all "
        "powers of e become 0.",
        "Subtract from each row its own largest logit. `max` needs the axis of the classes.",
        logarithm_of(shifted_by_all),
    ),
    Mistake(
        "summed",
        "It returns the sum over the rows. It should return the mean.",
        "Divide by the number of rows.",
        then(lambda answer, a: answer * len(a["labels"])),
    ),
    Mistake(
        "divided-by-classes",
        "The answer is divided by the number of classes, too.",
        "Compute one number for each row, then take the mean over the rows.",
        then(lambda answer, a: answer / a["logits"].shape[1]),
        then(lambda answer, a: answer * len(a["labels"]) / a["logits"].shape[1]),
    ),
    Mistake(
        "wrong-sign",
        "The sign is wrong: the logarithm of a probability is negative, but a loss should not be.",
        "The loss of a row is -log(p).",
        then(lambda answer, a: -answer),
    ),
    Mistake(
        "softmax-over-the-batch",
        "Softmax goes down the columns, over the rows of the batch. It should go over the classes "
        "of each row.",
        "Each row should be divided by its own sum (`axis=1`). The probabilities of each row then "
        "add up to 1.",
        logarithm_of(lambda logits: softmax(logits, axis=0)),
        instead(lambda logits, labels: -of_labels(log_softmax(logits, 0), labels).mean()),
    ),
    Mistake(
        "softmax-over-everything",
        "Softmax goes over all numbers of the array at once. It should go over the classes of each "
        "row by itself.",
        "Each row should have a sum of its own, and a largest logit of its own: take both along "
        "the classes (`axis=1`).",
        logarithm_of(lambda logits: softmax(np.ravel(logits)).reshape(np.shape(logits))),
        instead(lambda logits, labels: -of_labels(log_softmax(logits, None), labels).mean()),
    ),
    sum_over_everything(
        logarithm_of(divided_by_all),
        instead(one_sum),
        logarithm_of(lambda logits: np.exp(logits) / np.exp(logits).sum()),
    ),
    keepdims_forgotten(
        *(
            logarithm_of(without_axis(*lost))
            for lost in ((True, False), (False, True), (True, True))
        ),
        instead(laid_along_the_columns),
    ),
    Mistake(
        "small-number-added",
        "A small number is added inside the logarithm, so a row that is sure and wrong costs less "
        "than it should.",
        "Take no logarithm of a share, which may be 0: the loss of a row should be the logarithm "
        "of the sum of its exponentials, minus its logit at the label. Subtract the "
        "largest logit from all of them first.",
        *(
            logarithm_of(lambda logits, small=small: exact_softmax(logits) + small)
            for small in (1e-7, 1e-8, 1e-10, 1e-12, 1e-15)
        ),
    ),
    Mistake(
        "shares-limited",
        "Shares below a small number are raised to it, so a row that is sure and wrong costs less "
        "than it should.",
        "Take no logarithm of a share, which may be 0: the loss of a row should be the logarithm "
        "of the sum of its exponentials, minus its logit at the label. Subtract the "
        "largest logit from all of them first.",
        *(
            logarithm_of(lambda logits, small=small: np.maximum(exact_softmax(logits), small))
            for small in (1e-7, 1e-8, 1e-10, 1e-12, 1e-15)
        ),
    ),
    Mistake(
        "labels-as-rows",
        "The labels choose whole rows. They should choose one number from each row.",
        "The index needs the number of the row and the label: `[np.arange(N), labels]`.",
        instead(lambda logits, labels: -np.log(exact_softmax(logits)[labels]).mean()),
        instead(lambda logits, labels: -log_softmax(logits, 1)[labels].mean()),
        instead(rows_taken),
    ),
    Mistake(
        "labels-as-columns",
        "The labels of all rows are taken from every row, which gives a table of N by N.",
        "Take one number from each row. The index needs the number of the row and the label: "
        "`[np.arange(N), labels]`.",
        instead(lambda logits, labels: -np.log(exact_softmax(logits)[:, labels]).mean()),
        instead(lambda logits, labels: -log_softmax(logits, 1)[:, labels].mean()),
    ),
    Mistake(
        "mean-before-log",
        "It takes the logarithm of the mean probability. It should take the mean of the "
        "logarithms.",
        "Compute a loss for each row, then their mean.",
        instead(lambda logits, labels: -np.log(of_labels(exact_softmax(logits), labels).mean())),
    ),
    Mistake(
        "other-logarithm",
        "The logarithm has another base than e.",
        "Use the natural logarithm, `np.log`.",
        then(lambda answer, a: answer / np.log(2)),
        then(lambda answer, a: answer / np.log(10)),
        instead(lambda logits, labels: -np.log2(of_labels(exact_softmax(logits), labels)).mean()),
    ),
    Mistake(
        "no-logarithm",
        "The logarithm is missing.",
        "-log(p) is 0 where the network is sure and right, and grows without end where it is sure "
        "and wrong.",
        instead(probability),
        instead(lambda logits, labels: 1 - probability(logits, labels)),
    ),
    Mistake(
        "another-loss",
        "It computes another loss than the cross-entropy after softmax.",
        "Only the probability that softmax gives to the right class should count.",
        instead(squared),
        instead(both_sides),
    ),
    Mistake(
        "shifted-in-the-sum-only",
        "The largest logit is subtracted in the sum of the exponentials, but not from the logit at "
        "the label.",
        "Subtract it from all logits of the row first, and go on with those.",
        then(lambda answer, a: answer - np.max(a["logits"], axis=1).mean()),
    ),
    Mistake(
        "shifted-at-the-label-only",
        "The largest logit is subtracted from the logit at the label, but not in the sum of the "
        "exponentials.",
        "Subtract it from all logits of the row first, and go on with those.",
        instead(shifted_at_the_label),
    ),
    Mistake(
        "shift-added-again",
        "The largest logit is subtracted from the logit at the label, but the logarithm of the sum "
        "is that of the logits as they were.",
        "Subtract it from all logits of the row first, and go on with those: add nothing back.",
        then(lambda answer, a: answer + np.max(a["logits"], axis=1).mean()),
    ),
    Mistake(
        "softmax-missing",
        "The logits are used as they are. They are not probabilities yet.",
        "Apply softmax first.",
        instead(lambda logits, labels: -of_labels(np.asarray(logits, float), labels).mean()),
    ),
)

EXERCISE = Exercise(cross_entropy, DECIMAL, CASES, by_torch, MISTAKES, domain=DOMAIN)

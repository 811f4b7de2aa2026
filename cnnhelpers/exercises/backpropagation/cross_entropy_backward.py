"""Exercise: cross_entropy_backward."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then, where
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


def cross_entropy_backward(logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the gradient of the logits (N, C), for the mean cross-entropy over the rows.

    ``labels`` (N,) holds the number of the right class of each row. Logits of 1000 must not
    overflow, and ``logits`` is not changed.
    """
    return (softmax(logits) - one_hot(labels, np.shape(logits))) / len(labels)


CASES = cases()


def by_torch(torch: Any, logits: np.ndarray, labels: np.ndarray) -> np.ndarray:
    (values,) = reference.tensors([logits])
    values.requires_grad_(True)
    loss = torch.nn.functional.cross_entropy(values, torch.tensor(labels))
    return torch.autograd.grad(loss, values)[0].numpy()


def of(made):
    """The gradient with other probabilities: ``made(logits)``."""
    return instead(
        lambda logits, labels: (made(logits) - one_hot(labels, logits.shape)) / len(labels)
    )


def from_parts(made):
    """``made(p, y)`` of probabilities and marked labels, divided by the rows."""
    return instead(
        lambda logits, labels: made(softmax(logits), one_hot(labels, logits.shape)) / len(labels)
    )


def marked_across(logits, labels):
    """The label is taken for the row: ``marked[labels, range]``."""
    marked = np.zeros(logits.shape)
    marked[labels, np.arange(len(labels))] = 1.0
    return (softmax(logits) - marked) / len(labels)


def marked_rows(logits, labels):
    """``p[labels] -= 1`` takes 1 off from whole rows."""
    made = softmax(logits)
    made[labels] -= 1
    return made / len(labels)


def marked_columns(logits, labels):
    """``p[:, labels] -= 1`` takes 1 off from whole columns."""
    made = softmax(logits)
    made[:, labels] -= 1
    return made / len(labels)


def through_own_logit(least):
    """The chain rule with p (1 − p) for the whole softmax: where p is 0, 0 / 0 or 0."""
    return lambda p, y: -y / np.maximum(p, least) * p * (1 - p)


def rows(a):
    return len(a["labels"])


MISTAKES = (
    Mistake(
        "not-divided-by-batch",
        "It returns the gradient of the sum over the rows. The loss is their mean.",
        "The 1 / N of the mean goes into every gradient: divide by the number of rows.",
        then(lambda answer, a: answer * rows(a)),
    ),
    Mistake(
        "divided-by-classes",
        "The gradient is divided by the number of classes.",
        "The mean goes over the rows: divide by the number of rows only.",
        then(lambda answer, a: answer / a["logits"].shape[1]),
        then(lambda answer, a: answer * rows(a) / a["logits"].shape[1]),
        then(lambda answer, a: answer / rows(a)),
    ),
    Mistake(
        "wrong-sign",
        "The sign is wrong: it should be that of p minus y.",
        "When the logit of the right class grows, the loss becomes smaller: its gradient must be "
        "negative.",
        then(lambda answer, a: -answer),
    ),
    Mistake(
        "wrong-sign-and-sum",
        "The sign is wrong: it should be that of p minus y. And the gradient is not divided by the "
        "number of rows.",
        "When the logit of the right class grows, the loss becomes smaller: its gradient must be "
        "negative. And the loss is a mean over the rows.",
        then(lambda answer, a: -answer * rows(a)),
    ),
    Mistake(
        "softmax-over-the-batch",
        "Softmax goes down the columns, over the rows of the batch. It should go over the classes "
        "of each row.",
        "Each row should be divided by its own sum (`axis=1`). The probabilities of each row then "
        "add up to 1, so each row of the gradient adds up to 0.",
        of(lambda logits: softmax(logits, axis=0)),
    ),
    Mistake(
        "softmax-over-everything",
        "Softmax goes over all numbers of the array at once. It should go over the classes of each "
        "row by itself.",
        "Each row should have a sum of its own, and a largest logit of its own: take both along "
        "the classes (`axis=1`).",
        of(lambda logits: softmax(np.ravel(logits)).reshape(np.shape(logits))),
    ),
    sum_over_everything(
        of(divided_by_all),
        of(lambda logits: np.exp(logits) / np.exp(logits).sum()),
    ),
    keepdims_forgotten(
        *(of(without_axis(*lost)) for lost in ((True, False), (False, True), (True, True))),
    ),
    Mistake(
        "overflow",
        "Large logits overflow: e to the 1000 is infinite in floating point.",
        "Subtract the largest logit of each row first. This changes no probability.",
        of(unshifted),
    ),
    Mistake(
        "shifted-by-one-number",
        "The same number is subtracted from all rows. In a row whose logits are far smaller, all "
        "powers of e become 0.",
        "Subtract from each row its own largest logit. `max` needs the axis of the classes.",
        of(shifted_by_all),
    ),
    Mistake(
        "label-not-subtracted",
        "It returns the probabilities. The 1 of the right class is not subtracted.",
        "The gradient is made of p - y: y is 1 for the right class and 0 for the others.",
        from_parts(lambda p, y: p),
        from_parts(lambda p, y: p * (1 - p)),
        from_parts(lambda p, y: p + y),
    ),
    Mistake(
        "gradient-of-probabilities",
        "It is the gradient for the probabilities, not for the logits: the derivative of softmax "
        "is missing.",
        "Multiply by the derivative of softmax, and p - y is left.",
        from_parts(lambda p, y: -y / p),
        from_parts(lambda p, y: -y),
    ),
    Mistake(
        "label-column-only",
        "Only the right class gets a gradient. The other classes should get one, too, because they "
        "take part in softmax.",
        "When the logit of a wrong class grows, the loss becomes larger: its gradient is p. If you "
        "use p (1 - p): that is how a probability depends on its own logit alone.",
        from_parts(lambda p, y: (p - y) * y),
        from_parts(through_own_logit(0.0)),
        *(from_parts(through_own_logit(least)) for least in (1e-300, 1e-15, 1e-12, 1e-8)),
    ),
    Mistake(
        "labels-along-the-wrong-axis",
        "The 1 is subtracted in the wrong places.",
        "Row n should have its 1 in column `labels[n]`. The index needs both numbers: "
        "`[np.arange(N), labels]`.",
        instead(marked_across),
        instead(marked_rows),
        instead(marked_columns),
        where(lambda a: len(a["labels"]) >= a["logits"].shape[1], instead(marked_across)),
    ),
    Mistake(
        "label-itself-subtracted",
        "The number of the class is subtracted. It should be 1, and only at the right class.",
        "A label says where the 1 stands: row n should have it in column `labels[n]`.",
        instead(lambda logits, labels: (softmax(logits) - labels) / len(labels)),
        instead(lambda logits, labels: (softmax(logits) - labels[:, None]) / len(labels)),
    ),
    Mistake(
        "softmax-missing",
        "The logits are used as they are. They are not probabilities yet.",
        "Apply softmax first: p is what it gives.",
        of(lambda logits: np.asarray(logits, float)),
        from_parts(lambda p, y: np.log(np.maximum(p, 1e-300)) - y),
    ),
)

EXERCISE = Exercise(cross_entropy_backward, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN)

"""Exercise: epoch."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.case import case, halves, whole
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, given_all, instead, then
from cnnhelpers.check.several import arrays


def epoch(
    weight: np.ndarray,
    images: np.ndarray,
    labels: np.ndarray,
    order: np.ndarray,
    batch_size: int,
    lr: float,
) -> tuple[np.ndarray, float]:
    """Train a linear classifier for one epoch of plain SGD; return its weight and the mean loss.

    ``weight`` is (classes, features), ``images`` (N, features), ``labels`` (N,). The images come in
    the ``order`` that is given, ``batch_size`` of them at a time; the last batch may be smaller.
    The loss of a batch is the mean cross-entropy of ``images @ weight.T``. What is returned is the
    mean over all N images, each measured just before its batch's step. ``weight`` itself stays as
    it is.
    """
    weight, total = np.array(weight, float), 0.0
    for start in range(0, len(order), batch_size):
        batch = np.asarray(order)[start : start + batch_size]
        losses, errors = _softmax(np.asarray(images)[batch] @ weight.T, np.asarray(labels)[batch])
        weight -= lr * errors.T @ np.asarray(images)[batch] / len(batch)
        total += losses.sum()
    return weight, float(total / len(order))


def _softmax(logits: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each image's cross-entropy (N,), and its gradient for the logits (N, classes)."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    chances = np.exp(shifted)
    chances /= chances.sum(axis=1, keepdims=True)
    here = np.arange(len(labels)), labels
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[here]
    chances[here] -= 1
    return losses, chances


def _whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


# The last batch is smaller somewhere; no order is 0, 1, 2, …; the batches disagree; one weight is
# square, where a transpose too many or too few raises no error.
CASES = (
    case(
        weight=halves(1, 3, 2) / 2,
        images=whole(2, 3, 2) / 2,
        labels=_whole(0, 2, 1),
        order=_whole(2, 0, 1),
        batch_size=2,
        lr=0.5,
    ),
    case(
        weight=halves(3, 3, 4) / 4,
        images=halves(4, 5, 4) / 2,
        labels=_whole(2, 0, 1, 1, 2),
        order=_whole(3, 1, 4, 0, 2),
        batch_size=2,
        lr=0.25,
    ),
    case(
        weight=halves(5, 3, 2) / 4,
        images=halves(6, 4, 2) / 2,
        labels=_whole(1, 1, 0, 2),
        order=_whole(1, 3, 0, 2),
        batch_size=2,
        lr=0.125,
    ),
    case(
        weight=halves(7, 4, 4) / 4,
        images=halves(8, 7, 4) / 2,
        labels=_whole(0, 3, 2, 1, 3, 0, 2),
        order=_whole(6, 2, 5, 1, 0, 4, 3),
        batch_size=3,
        lr=0.5,
    ),
    case(
        weight=halves(9, 2, 3) / 4,
        images=halves(10, 4, 3) / 2,
        labels=_whole(1, 0, 0, 1),
        order=_whole(2, 3, 1, 0),
        batch_size=1,
        lr=0.25,
    ),
    case(
        weight=halves(11, 2, 3) / 4,
        images=halves(12, 3, 3) / 2,
        labels=_whole(1, 0, 1),
        order=_whole(1, 2, 0),
        batch_size=10,
        lr=0.25,
    ),
)


def by_torch(
    torch: Any,
    weight: np.ndarray,
    images: np.ndarray,
    labels: np.ndarray,
    order: np.ndarray,
    batch_size: int,
    lr: float,
) -> tuple[np.ndarray, float]:
    start, pictures = reference.tensors([weight, images])
    classes = torch.tensor(np.array(labels))
    model = torch.nn.Linear(*start.shape[::-1], bias=False, dtype=start.dtype)
    model.weight.data.copy_(start)
    optimiser, total = torch.optim.SGD(model.parameters(), lr=lr), 0.0
    for batch in torch.tensor(np.array(order)).split(batch_size):
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(pictures[batch]), classes[batch])
        loss.backward()
        optimiser.step()
        total += loss.item() * len(batch)
    return model.weight.detach().numpy(), total / len(order)


def loop(
    *,
    batches: Any = None,
    gradient: Any = None,
    labels_of: Any = None,
    losses_of: Any = None,
    logits_of: Any = None,
    mean: Any = None,
    kept: float = 0.0,
    frozen: bool = False,
    rate: Any = None,
) -> Way:
    """An epoch in which one thing is done otherwise."""

    def wrong(weight: Any, images: Any, labels: Any, order: Any, batch_size: int, lr: float) -> Any:
        images, labels = np.asarray(images, float), np.asarray(labels)
        weight, before = np.array(weight, float), np.array(weight, float)
        parts = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        parts = batches(order, batch_size, parts) if batches else parts
        grad: Any = np.zeros_like(weight)
        found: list[Any] = []
        for start, batch in zip(range(0, len(order) + 1, batch_size), parts):
            right = labels_of(labels, batch, start) if labels_of else labels[batch]
            used = before if frozen else weight
            logits = logits_of(images[batch], used) if logits_of else images[batch] @ used.T
            losses, errors = _softmax(logits, right)
            here = errors.T @ images[batch] / len(batch)
            if gradient:
                here = gradient(here, len(batch), len(order), batch_size)
            grad = kept * grad + here
            weight = weight - (rate(lr, len(found)) if rate else lr) * grad
            if losses_of:
                losses = losses_of(images[batch] @ weight.T, right, losses)
            found.append(losses)
        if mean:
            return weight, mean(found, len(order), batch_size)
        return weight, np.concatenate(found).mean()

    return instead(wrong)


def softmax_twice(
    weight: Any, images: Any, labels: Any, order: Any, batch_size: int, lr: float
) -> Any:
    weight, found = np.array(weight, float), []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        chances = np.exp(images[batch] @ weight.T)
        chances /= chances.sum(axis=1, keepdims=True)
        losses, errors = _softmax(chances, np.asarray(labels)[batch])
        errors = chances * (errors - (errors * chances).sum(axis=1, keepdims=True))
        weight = weight - lr * errors.T @ images[batch] / len(batch)
        found.append(losses)
    return weight, np.concatenate(found).mean()


def whole_batches(
    weight: Any, images: Any, labels: Any, order: Any, batch_size: int, lr: float
) -> Any:
    """Only whole batches, and none where there are too few images."""
    count = len(order) // batch_size * batch_size
    if not count:
        return np.array(weight, float), 0.0
    return epoch(weight, images, labels, order[:count], batch_size, lr)


def rest_of_the_mean(
    weight: Any, images: Any, labels: Any, order: Any, batch_size: int, lr: float
) -> Any:
    """The same, and the loss is divided by the number of all images."""
    weight, loss = whole_batches(weight, images, labels, order, batch_size, lr)
    return weight, loss * (len(order) // batch_size * batch_size) / len(order)


def after_step(logits: np.ndarray, labels: np.ndarray, losses: np.ndarray) -> np.ndarray:
    return _softmax(logits, labels)[0]


def rank(order: np.ndarray) -> np.ndarray:
    return np.argsort(order)


MISTAKES = (
    Mistake(
        "gradients-kept",
        "The gradient of a batch is added to those of the batches before.",
        "Each batch should begin with a gradient of its own: set it to 0 before.",
        loop(kept=1.0),
    ),
    Mistake(
        "labels-not-in-order",
        "The images come in the order that is given, but the labels do not: images get the labels "
        "of others.",
        "Index both with the same numbers: `images[batch]`, `labels[batch]`.",
        loop(labels_of=lambda labels, batch, start: labels[start : start + len(batch)]),
        given_all(lambda a: {"labels": np.asarray(a["labels"])[a["order"]]}),
    ),
    Mistake(
        "images-not-in-order",
        "The labels come in the order that is given, but the images do not.",
        "Index both with the same numbers: `images[batch]`, `labels[batch]`.",
        given_all(lambda a: {"images": np.asarray(a["images"])[rank(a["order"])]}),
        given_all(lambda a: {"images": np.asarray(a["images"])[a["order"]]}),
    ),
    Mistake(
        "order-ignored",
        "The images come as they stand, not in the order that is given.",
        "`order[start : start + batch_size]` says which images are in the batch.",
        given(order=lambda order: np.arange(len(order))),
    ),
    Mistake(
        "order-inverted",
        "Image k comes in place `order[k]`. It should be the other way round: image `order[k]` "
        "should come in place k.",
        "The first batch should hold the images whose numbers stand first in `order`: read at "
        "those numbers.",
        given(order=rank),
    ),
    Mistake(
        "order-backwards",
        "`order` is used from its end: the image whose number stands last comes first.",
        "The image number `order[0]` should come first, and so on to the end.",
        given(order=lambda order: np.asarray(order)[::-1]),
    ),
    Mistake(
        "last-batch-dropped",
        "The last batch is left out where it is smaller.",
        "A slice that goes beyond the end gives what is there: begin at each multiple of "
        "`batch_size` below N.",
        loop(
            batches=lambda order, size, parts: (
                [part for part in parts if len(part) == size] or [order]
            )
        ),
        loop(
            batches=lambda order, size, parts: (
                [part for part in parts if len(part) == size] or [order]
            ),
            mean=lambda found, count, size: sum(losses.sum() for losses in found) / count,
        ),
        instead(whole_batches),
        instead(rest_of_the_mean),
    ),
    Mistake(
        "overlapping-batches",
        "The batches overlap. Each should begin where the one before ends.",
        "Each batch begins `batch_size` images after the one before.",
        loop(batches=lambda order, size, parts: [order[i : i + size] for i in range(len(order))]),
    ),
    Mistake(
        "whole-set-at-once",
        "All images are one batch: there is a single step.",
        "Make one step after each `batch_size` images.",
        given_all(lambda a: {"batch_size": len(a["order"])}),
    ),
    Mistake(
        "step-after-each-image",
        "There is a step after each single image.",
        "Make one step for each batch, with the mean gradient of its images.",
        given(batch_size=lambda size: 1),
    ),
    Mistake(
        "one-step-at-the-end",
        "All gradients are taken at the weight from the beginning.",
        "Each batch should meet the weight that the step before has made.",
        loop(frozen=True),
    ),
    Mistake(
        "gradient-summed",
        "The gradient of a batch is the sum over its images. It should be the mean.",
        "Divide by the number of images in the batch.",
        loop(gradient=lambda grad, here, count, size: grad * here),
    ),
    Mistake(
        "divided-by-all",
        "The gradient of a batch is divided by the number of *all* images.",
        "Divide by the number of images in the batch.",
        loop(gradient=lambda grad, here, count, size: grad * here / count),
    ),
    Mistake(
        "divided-by-batch-size",
        "The gradient of a smaller last batch is divided by `batch_size`.",
        "Divide by the number of images that are really in the batch.",
        loop(gradient=lambda grad, here, count, size: grad * here / size),
    ),
    Mistake(
        "gradient-transposed",
        "Rows and columns of the gradient are exchanged. It should have the shape of the weight: "
        "(classes, features).",
        "The errors are (images, classes), the images (images, features): the transpose belongs "
        "to the errors.",
        loop(gradient=lambda grad, here, count, size: grad.T),
    ),
    Mistake(
        "weight-not-transposed",
        "The logits are `images @ weight`. They should be `images @ weight.T`.",
        "The weight is (classes, features): the product should sum over the features.",
        loop(logits_of=lambda images, weight: images @ weight),
        loop(
            logits_of=lambda images, weight: images @ weight,
            gradient=lambda grad, here, count, size: grad.T,
        ),
    ),
    Mistake(
        "uphill",
        "The steps go up instead of down.",
        "The gradient points to where the loss grows: subtract it.",
        loop(gradient=lambda grad, here, count, size: -grad),
    ),
    Mistake(
        "never-trained",
        "The weight stays as it was.",
        "Make a step after each batch: subtract the rate times the gradient, and keep the result.",
        loop(gradient=lambda grad, here, count, size: 0 * grad),
    ),
    Mistake(
        "rate-falls",
        "The rate becomes smaller from batch to batch. It should stay the same.",
        "Use `lr` as it is in all steps.",
        loop(rate=lambda lr, done: lr / (1 + done)),
    ),
    Mistake(
        "softmax-twice",
        "Softmax is taken twice. The cross-entropy takes logits and applies softmax itself.",
        "Give the logits `images @ weight.T` to the loss as they are.",
        instead(softmax_twice),
    ),
    Mistake(
        "mean-of-means",
        "The loss is the mean of the batches' means, so images of a smaller last batch count more.",
        "Add up over all images, and divide by their number at the end.",
        loop(mean=lambda found, count, size: np.mean([losses.mean() for losses in found])),
    ),
    Mistake(
        "loss-summed",
        "The loss is a sum. It should be the mean over the images.",
        "Divide by the number of all images.",
        loop(mean=lambda found, count, size: sum(losses.sum() for losses in found)),
        loop(mean=lambda found, count, size: sum(losses.mean() for losses in found)),
    ),
    Mistake(
        "last-loss",
        "The loss is that of one batch only.",
        "Add up over all batches.",
        loop(mean=lambda found, count, size: found[-1].mean()),
        loop(mean=lambda found, count, size: found[0].mean()),
    ),
    Mistake(
        "loss-after-step",
        "The loss of a batch is measured after its step. It should be measured before.",
        "The order is: forward, loss, gradient, step. The loss belongs to the logits from before "
        "the step.",
        loop(losses_of=after_step),
    ),
    Mistake(
        "order-of-answers",
        "The two answers are returned in the wrong order. The weight should come first, then the "
        "loss.",
        "Return the weight, then the loss.",
        then(lambda answer, a: answer[::-1]),
    ),
)


def recipe(
    draw: Any, images: int, features: int, classes: int, batch_size: int, lr: float
) -> dict[str, Any]:
    return {
        # Of some size, whatever the values: no exponential is too large for anybody.
        "weight": draw.random.integers(-4, 5, (classes, features)) / 8,
        "images": draw.random.integers(-6, 7, (images, features)) / 6,
        "labels": draw.random.integers(0, classes, images),
        "order": draw.random.permutation(images),
        "batch_size": batch_size,
        "lr": lr,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "images",
            6,
            "there are not 6 images",
            (7, "the last batch is smaller than the others"),
            (2, "there are fewer images than a batch holds"),
        ),
        factor("features", 3, "there are not 3 features", (5, "there are 5 features")),
        factor(
            "classes",
            3,
            "there are not 3 classes",
            (2, "there are 2 classes"),
            (10, "there are 10 classes"),
        ),
        factor(
            "batch_size",
            3,
            "the batch size is not 3",
            (1, "the batch size is 1"),
            (2, "the batch size is 2"),
        ),
        factor("lr", 0.5, "the rate is another one", (0.1, "the rate is 0.1")),
    ),
    values=None,
)

EXERCISE = Exercise(
    epoch,
    arrays("weight", "loss"),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

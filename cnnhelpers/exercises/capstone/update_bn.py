"""Exercise: update_bn."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.check.answers import Answer, Answers, Trouble
from cnnhelpers.check.case import Case, case, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import INPUTS
from cnnhelpers.check.mistake import Mistake, Way, instead
from cnnhelpers.exercises.capstone.normed_net import NormedNet, in_torch, norms


def update_bn(model: nn.Module, images: np.ndarray, batch_size: int) -> nn.Module:
    """Return the model in evaluation mode, its batch norms' running statistics taken anew.

    ``images`` (N, C, H, W) go through in their order, ``batch_size`` at a time; the last batch may
    be smaller. Each running mean and variance is then the plain mean of those of all batches, and
    nothing of the old ones is left. All weights stay. It is a copy: ``model`` stays as it is.
    """
    model = copy.deepcopy(model).train()
    for norm in norms(model):
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()


@dataclass(frozen=True)
class Statistics(Answers):
    """A model, of which the running statistics count: a row of means and one of variances."""

    def read(self, value: Any) -> Answer:
        """Return the running statistics of all batch norms of a model, (2, channels)."""
        if not isinstance(value, nn.Module):
            answer = super().read(value)
            return answer if answer.trouble is not None else Answer(trouble=_NO_MODEL)
        if value.training:
            return Answer(trouble=_TRAINING)
        if any(norm.weight is not None and (norm.weight.data == 1).all() for norm in norms(value)):
            return Answer(trouble=_NEW_NORM)
        rows = [[norm.running_mean, norm.running_var] for norm in norms(value)]
        return super().read(np.concatenate(rows, axis=1))

    def restored(self, array: np.ndarray) -> Answer:
        """Return the statistics that were kept."""
        return super().read(array)


_NO_MODEL = Trouble(
    "not-a-model", "Your function should return the model.", "End it with `return model`."
)
_TRAINING = Trouble(
    "training-mode-left",
    "The model comes back in training mode: its answers would depend on the batch again.",
    "Call `model.eval()` when all images have gone through.",
)
_NEW_NORM = Trouble(
    "new-norm",
    "A batch norm has lost what it has learned: its weights are all 1.",
    "Leave the layers where they are, and change only their running statistics.",
)


def _case(seed: int, images: np.ndarray, batch_size: int, **options: Any) -> Case:
    model = NormedNet(seed, images.shape[1], **options)
    return case(model=model, images=images, batch_size=batch_size)


CASES = (
    _case(1, whole(1, 4, 1, 2, 1), 2, filters=(1,)),
    _case(2, whole(2, 5, 2, 3, 2), 2),
    _case(3, halves(3, 6, 1, 4, 2), 2, filters=(2, 3), training=True),
    _case(4, whole(4, 7, 2, 4, 3), 3, filters=(3, 2)),
    _case(5, whole(5, 3, 3, 3, 2), 8, batches_seen=0),
    _case(6, halves(6, 5, 1, 5, 2), 2, filters=(2, 2, 2), batches_seen=3, training=True),
)


def by_torch(torch: Any, model: NormedNet, images: np.ndarray, batch_size: int) -> np.ndarray:
    """PyTorch has it for averaged weights, whose statistics nobody has computed."""
    twin = in_torch(torch, model)
    batches = torch.tensor(np.asarray(images), dtype=torch.float64).split(batch_size)
    torch.optim.swa_utils.update_bn(batches, twin)
    found = [part for part in twin.modules() if isinstance(part, torch.nn.BatchNorm2d)]
    rows = [[norm.running_mean.numpy(), norm.running_var.numpy()] for norm in found]
    return np.concatenate(rows, axis=1)


# Ways to go wrong ---------------------------------------------------------------------------------


def forget(norm: nn.BatchNorm2d) -> None:
    """The right preparation of a norm."""
    norm.momentum, norm.num_batches_tracked = None, np.array(0)


def from_nothing(norm: nn.BatchNorm2d) -> None:
    """Begins with mean 0 and variance 1, as a new norm does, and keeps the momentum."""
    norm.running_mean[:], norm.running_var[:] = 0, 1
    norm.num_batches_tracked = np.array(0)


def momentum_alone(norm: nn.BatchNorm2d) -> None:
    norm.momentum = None


def only_the_new(norm: nn.BatchNorm2d) -> None:
    norm.momentum = 1.0


def nothing(norm: nn.BatchNorm2d) -> None:
    pass


def in_batches(images: np.ndarray, size: int) -> Iterator[np.ndarray]:
    """The right batches."""
    return (images[start : start + size] for start in range(0, len(images), size))


def full_ones(images: np.ndarray, size: int) -> Iterator[np.ndarray]:
    return (each for each in in_batches(images, size) if len(each) == size)


def top_level(model: nn.Sequential) -> list[nn.BatchNorm2d]:
    return [part for part in model.layers.values() if isinstance(part, nn.BatchNorm2d)]


def refreshed(
    prepare: Callable[[nn.BatchNorm2d], None] = forget,
    batches: Callable[[np.ndarray, int], Any] = in_batches,
    which: Callable[[Any], list[nn.BatchNorm2d]] = norms,
    training: bool = True,
) -> Way:
    """The function written out, with a place for each slip, on a copy of the model."""

    def function(model: nn.Module, images: np.ndarray, batch_size: int) -> nn.Module:
        model = copy.deepcopy(model).train(training)
        for norm in which(model):
            prepare(norm)
        for batch in batches(images, batch_size):
            model(batch)
        return model.eval()

    return instead(function)


def shared_alike(begin: Callable[[nn.BatchNorm2d], None]) -> Way:
    """Each batch gets the share 1 / number of batches when it comes."""

    def function(model: nn.Module, images: np.ndarray, batch_size: int) -> nn.Module:
        def prepare(norm: nn.BatchNorm2d) -> None:
            begin(norm)
            norm.momentum = 1 / math.ceil(len(images) / batch_size)

        arguments = {"model": model, "images": images, "batch_size": batch_size}
        return refreshed(prepare).run(update_bn, arguments)

    return instead(function)


MISTAKES = (
    Mistake(
        "momentum-kept",
        "The statistics are still running averages: each batch has the share 0.1, and what was "
        "there before fades only slowly.",
        "With `momentum = None` a batch norm keeps the plain mean of its batches.",
        refreshed(nothing),
        refreshed(from_nothing),
    ),
    Mistake(
        "count-not-reset",
        "The old statistics count, too: a batch norm goes on counting its batches from where it "
        "was.",
        "With `momentum = None` a new batch has the share 1 / `num_batches_tracked`. Set this "
        "number to 0 before the first batch.",
        refreshed(momentum_alone),
        refreshed(momentum_alone, which=top_level),
    ),
    Mistake(
        "share-of-all-batches",
        "Each batch has the share 1 / number of batches when it comes. Then the batches after it "
        "take their part of that, too, and something is left of what was there before.",
        "The first batch should replace all that was there: which share has it then? And the "
        "second of two batches? With `momentum = None` a batch norm keeps the plain mean.",
        shared_alike(nothing),
        shared_alike(from_nothing),
    ),
    Mistake(
        "statistics-stay",
        "The images change no statistics: in evaluation mode the statistics are used, but not "
        "updated.",
        "Call `model.train()` before the first batch.",
        refreshed(training=False),
        refreshed(from_nothing, training=False),
    ),
    Mistake(
        "last-batch-alone",
        "Only the last batch counts. All batches should count.",
        "With momentum 1 each batch erases those before it. With `momentum = None` all batches "
        "count alike.",
        refreshed(only_the_new),
        refreshed(batches=lambda images, size: list(in_batches(images, size))[-1:]),
    ),
    Mistake(
        "first-batch-alone",
        "Only the first batch goes through.",
        "All batches should count: where does the loop end?",
        refreshed(batches=lambda images, size: [images[:size]]),
    ),
    Mistake(
        "all-at-once",
        "All images go through as one batch. `batch_size` images should go at a time.",
        "Use `images[start : start + batch_size]`, with start from 0 in steps of `batch_size`.",
        refreshed(batches=lambda images, size: [images]),
        refreshed(only_the_new, batches=lambda images, size: [images]),
    ),
    Mistake(
        "one-by-one",
        "The images go through one by one. `batch_size` images should go at a time.",
        "Use `images[start : start + batch_size]`, with start from 0 in steps of `batch_size`.",
        refreshed(batches=lambda images, size: images[:, None]),
    ),
    Mistake(
        "smaller-batch-missing",
        "The last batch is left out where it is smaller than the others.",
        "A slice beyond the end gives what is there: begin at each multiple of `batch_size` below "
        "the number of images.",
        refreshed(batches=full_ones),
    ),
    Mistake(
        "blocks-forgotten",
        "Batch norms inside a block keep their running averages. They should be prepared like the "
        "others.",
        "`model.modules()` goes through all parts, and through the parts of parts, too.",
        refreshed(which=top_level),
    ),
)


def recipe(draw, inputs, filters, images, seen, training):
    count, batch_size = images
    shape = inputs, len(filters) + 2, 3
    model = NormedNet(draw.whole(0, 10**6), inputs, filters, seen, training)
    return {"model": model, "images": draw.array(count, *shape), "batch_size": batch_size}


DOMAIN = Domain(
    recipe,
    (
        INPUTS,
        factor(
            "filters",
            (2,),
            "a batch norm stands in a block",
            ((2, 3), "there is a second batch norm, in a block"),
            ((3, 1, 2), "there are three batch norms, two of them in blocks"),
        ),
        factor(
            "images",
            (4, 2),
            "the images are not two full batches",
            ((5, 2), "the last batch is smaller"),
            ((3, 5), "all images are fewer than a batch"),
            ((9, 3), "there are three batches"),
        ),
        factor("seen", 7, "the norms have seen no batch yet", (0, "the norms are new")),
        factor(
            "training",
            False,
            "the model comes in training mode",
            (True, "the model comes in training mode"),
        ),
    ),
    values=VALUES_OF_SOME_SIZE,
    integers=("images",),
)

EXERCISE = Exercise(
    update_bn,
    Statistics("statistics", "the model"),
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    input_hints={
        "model": "Only the running statistics may move: no step, and no weight that is set anew."
    },
)

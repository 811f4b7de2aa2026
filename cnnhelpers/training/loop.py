"""The loop over epochs and batches, and what it measures."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional import cross_entropy
from cnnhelpers.functional.arguments import array, flag
from cnnhelpers.nn.memory import without_memory
from cnnhelpers.nn.modes import evaluating
from cnnhelpers.shapes import shown, whole_number
from cnnhelpers.training.arguments import labelled, network, optimiser_of, unbroken
from cnnhelpers.training.bars import batches_bar
from cnnhelpers.training.checkpoint import check_writable, checked_path, save_checkpoint
from cnnhelpers.training.history import History
from cnnhelpers.training.interrupts import surely
from cnnhelpers.training.processes import Step, Team
from cnnhelpers.training.snapshot import Snapshot


def predict(model: nn.Module, images: np.ndarray, batch_size: int = 256) -> np.ndarray:
    """Return the model's outputs for all images (N, classes), in evaluation mode.

    The mode is put back afterwards, module by module, and what the layers remember for a backward
    pass stays as it is.

    Raises:
        TypeError, ValueError: one sentence that says what does not fit.
    """
    network(model, "predict")
    images = array(images, "predict: images")
    if not images.ndim:
        raise ValueError("predict: images must have axes (N, ...), not be a single number.")
    batch_size = whole_number(batch_size, "predict: batch_size", 1)

    def outputs() -> list[np.ndarray]:
        starts = range(0, max(1, len(images)), batch_size)
        return [model(images[start : start + batch_size]) for start in starts]

    with evaluating(model):
        return np.concatenate(without_memory(outputs))


def evaluate(
    model: nn.Module, images: np.ndarray, labels: np.ndarray, batch_size: int = 256
) -> tuple[float, float]:
    """Return the loss and the accuracy (a share from 0 to 1) in evaluation mode.

    Raises:
        TypeError, ValueError: one sentence that says what does not fit.
    """
    images, labels = labelled("evaluate: ", images, labels)
    logits = predict(model, images, batch_size)
    return float(cross_entropy(logits, labels)), _accuracy(logits, labels)


def _accuracy(logits: np.ndarray, labels: np.ndarray) -> float:
    return float(np.mean(logits.argmax(axis=1) == labels))


def fit(
    model: nn.Module,
    images: np.ndarray,
    labels: np.ndarray,
    *,
    epochs: int = 1,
    batch_size: int = 64,
    learning_rate: float | None = None,
    optimiser: nn.Optimiser | None = None,
    schedule: nn.Schedule | None = None,
    seed: int = 0,
    validation: tuple[np.ndarray, np.ndarray] | None = None,
    progress: bool = True,
    history: History | None = None,
    checkpoint: str | os.PathLike | None = None,
    drop_last: bool = False,
    processes: int = 1,
) -> History:
    """Train ``model`` to tell classes apart; returns the history.

    Stopped in an epoch (by Ctrl-C, or by an error), model and optimiser go back to the end of the
    epoch before: ``fit(..., history=history)`` goes on as if nothing had been.

    Args:
        images, labels: (N, ...) and whole numbers (N,).
        epochs: how many in total, those already in ``history`` included.
        learning_rate: of plain SGD with momentum 0.9 (0.01 when nothing is given); or
        optimiser: one of the model's parameters, for example ``nn.Adam(model.parameters())``.
        schedule: steps after each epoch.
        seed: of the order of the images and of dropout.
        validation: (images, labels) to measure after each epoch.
        progress: show a bar on the error stream.
        history: of the run to go on with; it gets every epoch that is finished.
        checkpoint: a file to save after each epoch.
        drop_last: leave out the last batch of an epoch where it is smaller than the others.
        processes: how many share the work of each batch, ``functional.threads()`` for one a core.
            The numbers are those of one process, up to rounding, and the same in each run. It has
            to be asked for, since sums of another number of shares are rounded otherwise: results
            would depend on the machine. Starting takes a second or two where processes are not
            forked; there, a script has to call fit under ``if __name__ == "__main__":``.

    Raises:
        TypeError, ValueError: one sentence that says what does not fit.
        FloatingPointError: the loss is no longer a number.
        OSError: the checkpoint cannot be written; the epoch is in the history all the same.
    """
    network(model, "fit")
    images, labels = labelled("fit: ", images, labels)
    if validation is not None:
        if not isinstance(validation, (tuple, list)) or len(validation) != 2:
            raise TypeError(
                f"fit: validation must be a pair (images, labels), not {shown(validation)}."
            )
        validation = labelled("fit: validation ", *validation)
    epochs, seed = whole_number(epochs, "fit: epochs", 1), whole_number(seed, "fit: seed", 0)
    batch_size = whole_number(batch_size, "fit: batch_size", 1)
    processes = whole_number(processes, "fit: processes", 1)
    drop_last, progress = flag(drop_last, "fit: drop_last"), flag(progress, "fit: progress")
    if drop_last and len(images) < batch_size:
        raise ValueError(
            f"fit: {len(images)} images do not fill one batch of {batch_size}, and drop_last "
            "leaves it out; use a smaller batch_size."
        )
    optimiser = optimiser_of(model, learning_rate, optimiser, schedule)
    history = History() if history is None else unbroken(history, "fit")
    if checkpoint is not None:
        checkpoint = checked_path(checkpoint, "fit: checkpoint")
        check_writable(checkpoint, "fit: checkpoint")  # rather now than after an epoch
    if len(history) >= epochs:
        warnings.warn(
            f"fit: the history has {len(history)} epochs, and epochs={epochs} counts them, so "
            f"nothing was trained; epochs={len(history) + 1} trains one more.",
            stacklevel=2,
        )
    if schedule is not None:
        schedule.set_epoch(len(history))
    model.train()
    team = Team(model, images, batch_size, processes)
    try:
        take_step = team.start()
        for epoch in range(len(history), epochs):
            last = _snapshot(model, optimiser)
            try:
                order = np.random.default_rng([seed, epoch]).permutation(len(images))
                batches = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
                if drop_last and len(batches[-1]) < batch_size:
                    batches.pop()
                start, result = time.perf_counter(), {"learning_rate": optimiser.lr}
                with batches_bar(len(batches), f"epoch {epoch + 1}/{epochs}", progress) as bar:
                    with nn.init.seeded([seed, epoch, 1]):
                        result |= _epoch(take_step, model, images, labels, optimiser, batches, bar)
                    if validation is not None:
                        measured = evaluate(model, *validation)
                        result |= dict(zip(("validation_loss", "validation_accuracy"), measured))
                    names = [name for name in result if name != "learning_rate"]
                    bar.set_postfix(
                        {name.replace("_", " "): f"{result[name]:.3f}" for name in names}
                    )
                result["seconds"] = time.perf_counter() - start
                _count(epoch, result, history, schedule)
            except BaseException as error:
                if len(history) <= epoch:
                    _go_back(last, epoch, error)
                raise
            if checkpoint is not None:
                save_checkpoint(checkpoint, model, optimiser, history)
    finally:
        try:
            team.end()
        finally:  # Ctrl-C may come in the clearing up, too
            team.end()
    return history


def _snapshot(model: nn.Module, optimiser: nn.Optimiser) -> Snapshot | None:
    """Return where the run stands, or None if there is no memory for it."""
    try:
        return Snapshot(model, optimiser)
    except MemoryError:
        return None


def _go_back(last: Snapshot | None, epoch: int, error: BaseException) -> None:
    """Go back to the end of the last epoch, or say that it is not possible."""
    if last is None:
        error.add_note(
            f"fit: stopped in epoch {epoch + 1}; there was no memory to keep the end of epoch "
            f"{epoch}, so the model is somewhere between. Load a checkpoint to go on."
        )
        return
    last.put_back()
    error.add_note(f"fit: stopped in epoch {epoch + 1}; the model is as it was before it.")


def _count(
    epoch: int, result: dict[str, float], history: History, schedule: nn.Schedule | None
) -> None:
    """Note a finished epoch, all of it or nothing. The loss comes last: it is what counts."""
    others = [name for name in result if name != "loss"]
    lists = [
        (getattr(history, name), [*getattr(history, name), result[name]])
        for name in (*others, "loss")
    ]

    def note() -> None:
        if schedule is not None:
            schedule.set_epoch(epoch + 1)
        for values, longer in lists:
            values[:] = longer

    surely(note)


def _epoch(
    take_step: Step,
    model: nn.Module,
    images: np.ndarray,
    labels: np.ndarray,
    optimiser: nn.Optimiser,
    batches: Sequence[np.ndarray],
    bar: Any,
) -> dict[str, float]:
    """Take one step a batch; returns mean loss and accuracy, each image counting once."""
    loss = right = count = 0.0
    for batch in batches:
        here, logits = take_step(model, images[batch], labels[batch], optimiser)
        if not np.isfinite(here):
            advice = f"try a smaller learning rate than {optimiser.lr:g}"
            if optimiser.steps == 1:  # the images and the weights were finite
                advice = "no step was taken before it, so look for the layer that makes it so"
            raise FloatingPointError(f"fit: the loss became {here}; {advice}.")
        loss += here * len(batch)
        right += _accuracy(logits, labels[batch]) * len(batch)
        count += len(batch)
        bar.update()
    if not all(np.isfinite(parameter.data).all() for parameter in optimiser.parameters):
        raise FloatingPointError(
            f"fit: the last step went beyond all numbers; try a smaller learning rate than "
            f"{optimiser.lr:g}."
        )
    return {"loss": loss / count, "accuracy": right / count}


"""The loop over epochs and batches, and what it measures."""

from __future__ import annotations

import os
import time

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional import cross_entropy
from cnnhelpers.functional.arguments import array, real_number
from cnnhelpers.nn.memory import without_memory
from cnnhelpers.shapes import whole_number
from cnnhelpers.training.checkpoint import save_checkpoint
from cnnhelpers.training.history import History
from cnnhelpers.training.step import train_step


def predict(model: nn.Module, images: np.ndarray, batch_size: int = 256) -> np.ndarray:
    """Return the model's outputs for all images (N, classes), in evaluation mode.

    The mode is put back afterwards, module by module.
    """
    modes = [(module, module.training) for module in model.modules()]

    def put_back() -> None:
        for module, mode in modes:
            module.training = mode

    def outputs() -> list[np.ndarray]:
        starts = range(0, max(1, len(images)), batch_size)
        return [model(images[start : start + batch_size]) for start in starts]

    try:
        model.eval()
        return np.concatenate(without_memory(outputs))
    finally:
        try:
            put_back()
        finally:
            put_back()  # Ctrl-C may have stopped the first


def evaluate(
    model: nn.Module, images: np.ndarray, labels: np.ndarray, batch_size: int = 256
) -> tuple[float, float]:
    """Return the loss and the accuracy (a share from 0 to 1) in evaluation mode."""
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
) -> History:
    """Train ``model`` to tell classes apart; returns the history.

    Args:
        images, labels: (N, ...) and whole numbers (N,).
        epochs: how many in total, those already in ``history`` included.
        learning_rate: of plain SGD with momentum 0.9 (0.01 when nothing is given); or
        optimiser: one of the model's parameters, for example ``nn.Adam(model.parameters())``.
        schedule: steps after each epoch.
        seed: of the order of the images and of dropout.
        validation: (images, labels) to measure after each epoch.
        progress: show a bar on the error stream.
        history: of the run to go on with, from :func:`load_checkpoint`.
        checkpoint: a file to save after each epoch.

    Raises:
        TypeError, ValueError: one sentence that says what does not fit.
        FloatingPointError: the loss is no longer a number.
    """
    images, labels = array(images, "fit: images"), array(labels, "fit: labels")
    if len(images) != len(labels) or not len(images):
        raise ValueError(
            f"fit: there are {len(images)} images and {len(labels)} labels; "
            "pass one label for each image, and at least one."
        )
    if validation is not None and (not isinstance(validation, tuple) or len(validation) != 2):
        raise TypeError(
            f"fit: validation must be a pair (images, labels), not {type(validation).__name__}."
        )
    epochs, seed = whole_number(epochs, "fit: epochs", 1), whole_number(seed, "fit: seed", 0)
    batch_size = whole_number(batch_size, "fit: batch_size", 1)
    optimiser = _optimiser(model, learning_rate, optimiser, schedule)
    history = History() if history is None else history
    if schedule is not None:
        schedule.set_epoch(len(history))
    model.train()
    for epoch in range(len(history), epochs):
        start, result = time.perf_counter(), {"learning_rate": optimiser.lr}
        order = np.random.default_rng([seed, epoch]).permutation(len(images))
        batches = [order[i : i + batch_size] for i in range(0, len(order), batch_size)]
        with _bar(len(batches), f"epoch {epoch + 1}/{epochs}", progress) as bar:
            with nn.init.seeded([seed, epoch, 1]):
                result |= _epoch(model, images, labels, optimiser, batches, bar)
            if validation is not None:
                measured = evaluate(model, *validation)
                result |= dict(zip(("validation_loss", "validation_accuracy"), measured))
            shown = {name: value for name, value in result.items() if name != "learning_rate"}
            bar.set_postfix({name.replace("_", " "): f"{shown[name]:.3f}" for name in shown})
        result["seconds"] = time.perf_counter() - start
        for name, value in result.items():  # all at once: a run may be stopped within an epoch
            getattr(history, name).append(value)
        if schedule is not None:
            schedule.step()
        if checkpoint is not None:
            save_checkpoint(checkpoint, model, optimiser, history)
    return history


def _epoch(model, images, labels, optimiser, batches, bar) -> dict[str, float]:
    """Take one step a batch; returns mean loss and accuracy, each image counting once."""
    loss = right = count = 0
    for batch in batches:
        here, logits = train_step(model, images[batch], labels[batch], optimiser)
        if not np.isfinite(here):
            raise FloatingPointError(
                f"fit: the loss became {here}; try a smaller learning rate than {optimiser.lr:g}."
            )
        loss += here * len(batch)
        right += _accuracy(logits, labels[batch]) * len(batch)
        count += len(batch)
        bar.update()
    return {"loss": loss / count, "accuracy": right / count}


def _optimiser(model, learning_rate, optimiser, schedule) -> nn.Optimiser:
    if schedule is not None and optimiser is None:
        optimiser = schedule.optimiser
    if optimiser is None:
        rate = 0.01 if learning_rate is None else learning_rate
        return nn.SGD(model.parameters(), real_number(rate, "fit: learning_rate", 0), momentum=0.9)
    if learning_rate is not None:
        raise ValueError("fit: pass learning_rate or optimiser, not both.")
    if schedule is not None and schedule.optimiser is not optimiser:
        raise ValueError("fit: the schedule belongs to another optimiser; make it with this one.")
    return optimiser


def _bar(total: int, title: str, progress: bool):
    from tqdm import tqdm  # here, so that importing the package stays light

    return tqdm(total=total, desc=title, unit="batch", disable=not progress)

"""The training loop, its history, and checkpoints. Notebook 13 writes the loop out.

Everything random in an epoch (the order of the images, dropout) follows from the seed and the
epoch's number: the same call trains the same network, and a resumed run goes on as if it had never
stopped.
"""

from __future__ import annotations

import copy
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from . import nn
from .functional import cross_entropy, cross_entropy_backward, workers
from .functional.arguments import array, real_number
from .shapes import whole_number


@dataclass
class History:
    """What each epoch came to, one number an epoch in every list.

    ``loss`` and ``accuracy`` are means over the epoch's batches, while the network changes;
    ``validation_loss`` and ``validation_accuracy`` are measured after it, in evaluation mode.
    """

    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    validation_loss: list[float] = field(default_factory=list)
    validation_accuracy: list[float] = field(default_factory=list)
    learning_rate: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.loss)


def predict(model: nn.Module, images: np.ndarray, batch_size: int = 256) -> np.ndarray:
    """Return the model's outputs for all images (N, classes), in evaluation mode.

    The mode is put back afterwards, module by module.
    """
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        parts = [
            model(images[start : start + batch_size])
            for start in range(0, max(1, len(images)), batch_size)
        ]
    finally:
        for module, mode in modes:
            module.training = mode
    return np.concatenate(parts)


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


def train_step(
    model: nn.Module, images: np.ndarray, labels: np.ndarray, optimiser: nn.Optimiser
) -> tuple[float, np.ndarray]:
    """Take one step on one batch; returns the loss and the logits from before it."""
    optimiser.zero_grad()
    if workers.threads() > 1 and len(images) >= 2 * SHARE and _apart(model):
        logits = _gradients_in_threads(model, images, labels)
        loss = float(cross_entropy(logits, labels))
    else:
        logits = model(images)
        loss = float(cross_entropy(logits, labels))
        model.backward_parameters(cross_entropy_backward(logits, labels))
    optimiser.step()
    return loss, logits


# Threads: each takes a share of the batch through the whole network -----------------------------

SHARE = 16  # images that a thread should have at least


def _apart(model: nn.Module) -> bool:
    """Return whether each image goes through the network as if it were alone.

    Not so with batch statistics; dropout draws its numbers for the batch as a whole; and what a
    learner's functions or layers do, we cannot know.
    """
    return all(
        type(module).__module__.startswith(nn.__name__)
        and module.F is nn.Module.F
        and not isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.Dropout))
        for module in model.modules()
    )


def _gradients_in_threads(model: nn.Module, images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Add the gradients of the mean loss to the parameters; returns the logits.

    The mean over the batch is the mean over the shares, weighted by their sizes.
    """
    labels = np.asarray(labels)
    twins = [_twin(model) for _ in range(workers.threads() - 1)]

    def work(start: int, stop: int) -> tuple[nn.Module, np.ndarray]:
        mine = twins.pop() if start else model
        logits = mine(images[start:stop])
        weight = (stop - start) / len(images)
        grad = cross_entropy_backward(logits, labels[start:stop], grad_output=weight)
        mine.backward_parameters(grad)
        return mine, logits

    shares = workers.share(len(images), work)
    for twin, _ in shares[1:]:
        for parameter, other in zip(model.parameters(), twin.parameters()):
            if other.grad is not None:  # and so parameter.grad, made in this step
                parameter.grad += other.grad
    return np.concatenate([logits for _, logits in shares])


def _twin(model: nn.Module) -> nn.Module:
    """Return a copy that shares all arrays with the model, and so the parameters' numbers.

    What it remembers of its inputs, and its gradients, are its own.
    """
    arrays = [parameter.data for parameter in model.parameters()]
    for part in (*model.modules(), *model.parameters()):
        arrays += [value for value in vars(part).values() if isinstance(value, np.ndarray)]
    return copy.deepcopy(model, {id(array): array for array in arrays})


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


# Checkpoints ------------------------------------------------------------------------------------


def save_checkpoint(
    path: str | os.PathLike, model: nn.Module, optimiser: nn.Optimiser, history: History
) -> None:
    """Write model, optimiser and history to a .npz file, whole or not at all."""
    path = Path(path)
    parts = {f"model/{name}": value for name, value in model.state_dict().items()}
    parts |= {f"optimiser/{name}": value for name, value in optimiser.state_dict().items()}
    parts |= {f"history/{name}": np.array(value) for name, value in vars(history).items()}
    unfinished = path.with_name(path.name + ".part")
    with open(unfinished, "wb") as file:
        np.savez(file, **parts)
    os.replace(unfinished, path)


def load_checkpoint(path: str | os.PathLike, model: nn.Module, optimiser: nn.Optimiser) -> History:
    """Read a checkpoint into model and optimiser; returns the history for ``fit(history=...)``.

    Raises:
        ValueError: the file is no checkpoint, or one of another optimiser or model.
        KeyError: it is one of a model with other layers.
    """
    parts: dict[str, dict[str, np.ndarray]] = {"model": {}, "optimiser": {}, "history": {}}
    try:
        with np.load(path, allow_pickle=False) as file:
            for name, value in file.items():
                kind, _, key = name.partition("/")
                parts[kind][key] = value
    except (ValueError, KeyError, TypeError, EOFError, BadZipFile):
        raise ValueError(
            f"load_checkpoint: {path} is not a checkpoint; pass a file that save_checkpoint wrote."
        ) from None
    model.load_state_dict(parts["model"])
    optimiser.load_state_dict(parts["optimiser"])
    return History(**{name: value.tolist() for name, value in parts["history"].items()})

"""A training run in a file: model, optimiser and history, to go on with later."""

from __future__ import annotations

import errno
import math
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from cnnhelpers import nn
from cnnhelpers.files import save_whole, try_to_write
from cnnhelpers.nn.module import checked_module
from cnnhelpers.nn.state import put
from cnnhelpers.shapes import shown
from cnnhelpers.training.arguments import an_optimiser, unbroken
from cnnhelpers.training.history import History

Parts = dict[str, dict[str, np.ndarray]]


def save_checkpoint(
    path: str | os.PathLike, model: nn.Module, optimiser: nn.Optimiser, history: History
) -> None:
    """Write model, optimiser and history to a .npz file, whole or not at all.

    Raises:
        TypeError: an argument is of another kind.
        ValueError: a number in them is not finite: nobody could go on with it.
        OSError: the file cannot be written; the one from before is as it was.
    """
    path = checked_path(path, "save_checkpoint")
    model, optimiser = _run("save_checkpoint", model, optimiser)
    history = unbroken(history, "save_checkpoint")
    states: dict[str, Mapping[str, np.ndarray]] = {
        "model": model.state_dict(),
        "optimiser": optimiser.state_dict(),
        "history": {name: np.array(value) for name, value in vars(history).items()},
    }
    parts = {
        f"{kind}/{name}": value for kind, state in states.items() for name, value in state.items()
    }
    for name, value in parts.items():
        if not np.isfinite(value).all():
            raise ValueError(
                f"save_checkpoint: {name} has numbers that are not finite, so nobody could go on "
                f"with this run; {path.name} is as it was."
            )

    try:
        save_whole(path, lambda file: np.savez(file, **parts))
    except OSError as error:
        raise _in_words(error, f"save_checkpoint: {path} could not be written") from None


def load_checkpoint(path: str | os.PathLike, model: nn.Module, optimiser: nn.Optimiser) -> History:
    """Read a checkpoint into model and optimiser; returns the history for ``fit(history=...)``.

    All of it is read, or nothing is changed.

    Raises:
        TypeError: an argument is of another kind.
        ValueError: the file is no checkpoint, or one of another optimiser or model.
        OSError: the file cannot be read.
    """
    path = checked_path(path, "load_checkpoint")
    model, optimiser = _run("load_checkpoint", model, optimiser)
    try:
        parts = _read(path)
    except OSError as error:
        raise _in_words(error, f"load_checkpoint: {path} could not be read") from None
    except Exception:  # whatever a file can make zipfile and NumPy say
        raise ValueError(
            f"load_checkpoint: {path} is not a checkpoint; pass a file that save_checkpoint wrote."
        ) from None
    try:
        for kind in ("model", "optimiser"):
            for name, value in parts[kind].items():
                if value.dtype.kind not in "fiu" or not np.isfinite(value).all():
                    raise ValueError(f"{name} does not hold finite numbers")
        history = _history(parts["history"])
        changes = model.fitting(parts["model"]) + optimiser.fitting(parts["optimiser"])
    except (ValueError, TypeError) as error:
        raise ValueError(
            f"load_checkpoint: {path} does not fit, and nothing was changed: {error}"
        ) from None
    put(changes)
    return history


def _run(function: str, model: object, optimiser: object) -> tuple[nn.Module, nn.Optimiser]:
    return checked_module(model, f"{function}: model"), an_optimiser(optimiser, function)


def checked_path(path: object, function: str) -> Path:
    """Return ``path`` as a path, or say that it is none."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"{function}: path must be the name of a file, not {shown(path)}.")
    return Path(path)


def check_writable(path: Path, function: str) -> None:
    """Raise the error that writing a checkpoint there would raise."""
    try:
        try_to_write(path)
    except OSError as error:
        raise _in_words(error, f"{function}: {path} cannot be written") from None


def _in_words(error: OSError, sentence: str) -> OSError:
    """Return the system's error with our sentence; what was in the file is as it was."""
    why = error.strerror or str(error)
    return OSError(error.errno or errno.EIO, f"{sentence} ({why}); nothing was changed")


def _read(path: Path) -> Parts:
    """Return the arrays of a file by kind and name; any error means that it is no checkpoint.

    An array is read only if the file is as long as it says, so that no small file asks for all
    memory.
    """
    parts: Parts = {"model": {}, "optimiser": {}, "history": {}}
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > path.stat().st_size:
            raise ValueError("shorter than its table of contents says")
        for entry in archive.infolist():
            kind, _, name = entry.filename.removesuffix(".npy").partition("/")
            with archive.open(entry) as file:
                version = np.lib.format.read_magic(file)
                header = {
                    (1, 0): np.lib.format.read_array_header_1_0,
                    (2, 0): np.lib.format.read_array_header_2_0,
                }[version]
                shape, _, dtype = header(file)
                if file.tell() + math.prod(shape) * dtype.itemsize != entry.file_size:
                    raise ValueError("shorter or longer than it says")
                if not dtype.itemsize:
                    raise ValueError("numbers of no length")
            with archive.open(entry) as file:
                parts[kind][name] = np.lib.format.read_array(file, allow_pickle=False)
    return parts


def _history(kept: Mapping[str, np.ndarray]) -> History:
    """Return a history whose lists belong together."""
    names = set(vars(History()))
    if set(kept) != names:
        raise ValueError(
            f"its history has {', '.join(sorted(kept)) or 'nothing'} instead of "
            f"{', '.join(sorted(names))}."
        )
    history = History(**{name: values.tolist() for name, values in kept.items()})
    fault = history.fault()
    if fault:
        raise ValueError(f"its history has {fault}.")
    return history

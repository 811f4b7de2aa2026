"""A training run in a file: model, optimiser and history, to go on with later."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from cnnhelpers import nn
from cnnhelpers.training.history import History


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

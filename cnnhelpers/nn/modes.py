"""The modes of a network's modules, put back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cnnhelpers.nn.module import Module


@contextmanager
def evaluating(model: Module) -> Iterator[None]:
    """Put a model into evaluation mode, and all its modules back into theirs afterwards."""
    modes = [(module, module.training) for module in model.modules()]

    def put_back() -> None:
        for module, mode in modes:
            module.training = mode

    try:
        model.eval()
        yield
    finally:
        try:
            put_back()
        finally:  # Ctrl-C may come in here, too
            put_back()

"""Where a run stood at the end of an epoch, to go back to when the next one is not finished."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.training.interrupts import surely


class Snapshot:
    """Copies of all numbers that training changes: parameters, buffers, the optimiser's memory."""

    def __init__(self, model: nn.Module, optimiser: nn.Optimiser) -> None:
        self.model, self.optimiser = model, optimiser
        self.generator = nn.init.generator()
        self.kept = model.state_dict()
        self.steps, self.lr = optimiser.steps, optimiser.lr
        self.memory = [
            {name: np.array(value) for name, value in state.items()} for state in optimiser.state
        ]

    def put_back(self) -> None:
        """Make model and optimiser what they were; the arrays stay the same objects."""
        surely(self._put_back)

    def _put_back(self) -> None:
        nn.init.use_generator(self.generator)
        for name, owner, key in self.model.places():
            _refill(owner, key, self.kept[name])
        for state, kept in zip(self.optimiser.state, self.memory):
            for name in [name for name in state if name not in kept]:
                del state[name]
            for name, value in kept.items():
                state[name][...] = value
        self.optimiser.steps, self.optimiser.lr = self.steps, self.lr
        self.optimiser.zero_grad()


def _refill(owner: Any, key: str, kept: np.ndarray) -> None:
    here = getattr(owner, key)
    if isinstance(here, np.ndarray) and here.shape == kept.shape and here.ndim:
        here[...] = kept
    else:
        setattr(owner, key, kept.copy())

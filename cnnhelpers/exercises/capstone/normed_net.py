"""A small network with batch norms as an argument of an exercise, and the same in PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.nn import init


class NormedNet(nn.Sequential):
    """Convolutions, each with a batch norm; each pair but the first stands in a block of its own.

    Two of them are equal if they have the same weights: running statistics and the mode, which an
    exercise may ask to change, do not count.

    Args:
        seed: of all its numbers.
        channels: of the images that it reads.
        filters: one number for each batch norm.
        batches_seen: how many batches its running statistics are made of.
        training: its mode.
    """

    def __init__(
        self,
        seed: int,
        channels: int,
        filters: Sequence[int] = (2,),
        batches_seen: int = 7,
        training: bool = False,
    ) -> None:
        first, *others = filters
        with init.seeded(seed):  # the generator of the learner's networks is not ours to use
            blocks = [_pair(nn, read, made) for read, made in zip(filters, others)]
            begin = _pair(nn, channels, first)
        super().__init__(*begin, *(nn.Sequential(*each) for each in blocks))
        self.channels, self.filters = channels, tuple(filters)
        random = np.random.default_rng(seed)
        self.astype(np.float64)
        for parameter in self.parameters():
            parameter.data = random.normal(size=parameter.shape)
        for norm in norms(self):
            norm.running_mean[:] = random.normal(size=norm.num_features)
            norm.running_var[:] = random.uniform(0.5, 2, norm.num_features)
            norm.num_batches_tracked = np.array(batches_seen)
        self.train(training)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        """Return all numbers of the state in one row, by which a case is recognised."""
        numbers = [np.ravel(value).astype(np.float64) for value in self.state_dict().values()]
        return np.concatenate([*numbers, [float(self.training)]]).astype(dtype or np.float64)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NormedNet):
            return NotImplemented
        ours, theirs = dict(self.named_parameters()), dict(other.named_parameters())
        return ours.keys() == theirs.keys() and all(
            np.array_equal(each.data, theirs[name].data) for name, each in ours.items()
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        words = "a batch norm" if len(self.filters) == 1 else f"{len(self.filters)} batch norms"
        return f"a small network with {words}"


def _pair(library: Any, channels: int, filters: int) -> list[Any]:
    return [
        library.Conv2d(channels, filters, (2, 1), bias=False),
        library.BatchNorm2d(filters),
        library.ReLU(),
    ]


def norms(model: nn.Module) -> list[nn.BatchNorm2d]:
    """Return the batch norms of a model, from the input to the output, those of blocks too."""
    return [part for part in model.modules() if isinstance(part, nn.BatchNorm2d)]


def in_torch(torch: Any, model: NormedNet) -> Any:
    """Return the same network of PyTorch's layers, with the same numbers and in the same mode."""
    first, *others = model.filters
    blocks = [_pair(torch.nn, read, made) for read, made in zip(model.filters, others)]
    twin = torch.nn.Sequential(
        *_pair(torch.nn, model.channels, first), *(torch.nn.Sequential(*each) for each in blocks)
    ).double()
    twin.load_state_dict({name: torch.tensor(each) for name, each in model.state_dict().items()})
    return twin.train(model.training)

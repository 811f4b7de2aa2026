"""A small network as an argument of an exercise, and the same in PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.nn import init


class SmallNet(nn.Sequential):
    """Convolution, batch norm, ReLU, dense: small, and not the same in its two modes.

    Two of them are equal if they have the same numbers and gradients for the same parameters; the
    mode does not count.
    """

    def __init__(
        self,
        seed: int,
        image: tuple[int, int, int],
        filters: int = 2,
        kernel: tuple[int, int] = (2, 2),
        classes: int = 3,
        training: bool = False,
    ) -> None:
        channels, height, width = image
        positions = (height - kernel[0] + 1) * (width - kernel[1] + 1)
        with init.seeded(seed):  # the generator of the learner's networks is not ours to use
            conv, norm = nn.Conv2d(channels, filters, kernel), nn.BatchNorm2d(filters)
            dense = nn.Linear(filters * positions, classes)
        super().__init__(conv, norm, nn.ReLU(), nn.Flatten(), dense)
        random = np.random.default_rng(seed)
        self.astype(np.float64)
        for parameter in self.parameters():
            parameter.data = random.normal(size=parameter.shape)
        norm.running_mean[:] = random.normal(size=filters)
        norm.running_var[:] = random.uniform(0.5, 2, filters)
        self.train(training)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        """Return all numbers of the state in one row, by which a case is recognised."""
        numbers = [np.ravel(value).astype(np.float64) for value in self.state_dict().values()]
        return np.concatenate([*numbers, [float(self.training)]]).astype(dtype or np.float64)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SmallNet):
            return NotImplemented
        return bool(
            np.array_equal(np.asarray(self)[:-1], np.asarray(other)[:-1])
            and _graded(self) == _graded(other)
        )

    def differing(self, other: SmallNet) -> Iterator[str]:
        """Yield what of the other network is not as in this one: that ``==`` looks at."""
        ours, theirs = self.state_dict(), other.state_dict()
        unlike = {name for name in ours if not np.array_equal(ours[name], theirs[name])}
        weights = {name for name, _ in self.named_parameters()}
        if unlike & weights:
            yield "weights"
        if unlike - weights:
            yield "statistics"
        if _graded(self) != _graded(other):
            yield "gradients"

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "a small network"


def _graded(model: nn.Module) -> list[bool]:
    return [parameter.grad is not None for parameter in model.parameters()]


def logits_by_torch(torch: Any, model: SmallNet) -> Callable[[Any], Any]:
    """Return PyTorch's function from images (N, C, H, W) to logits, in evaluation mode."""
    state = {name: torch.tensor(value) for name, value in model.state_dict().items()}
    operations = torch.nn.functional

    def logits(images: Any) -> Any:
        x = operations.conv2d(images, state["0.weight"], state["0.bias"])
        x = operations.batch_norm(
            x, state["1.running_mean"], state["1.running_var"], state["1.weight"], state["1.bias"]
        )
        return operations.linear(x.relu().flatten(1), state["4.weight"], state["4.bias"])

    return logits

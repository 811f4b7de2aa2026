"""What a training run came to, epoch by epoch."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from numbers import Real


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

    def fault(self) -> str:
        """Return what is wrong with lists that do not belong together, "" if nothing is."""
        for name, values in vars(self).items():
            first = self.validation_loss if name.startswith("validation") else self.loss
            each = isinstance(values, list) and len(values) == len(first)
            if not each or not all(isinstance(one, Real) and isfinite(one) for one in values):
                article = "an" if name == "accuracy" else "a"
                return f"{article} {name} that is not one number an epoch"
        if len(self.validation_loss) > len(self):
            return "more validations than epochs"
        return ""

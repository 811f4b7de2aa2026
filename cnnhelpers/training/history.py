"""What a training run came to, epoch by epoch."""

from __future__ import annotations

from dataclasses import dataclass, field


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

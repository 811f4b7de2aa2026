"""What a reader moves: sliders."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slider:
    """A slider: the keyword of the state, its label, its ends, and where it starts."""

    name: str
    label: str
    minimum: int
    maximum: int
    value: int

    def __post_init__(self) -> None:
        if not self.minimum <= self.value <= self.maximum or self.minimum == self.maximum:
            raise ValueError(
                f"slider {self.name}: it starts at {self.value} between {self.minimum} and "
                f"{self.maximum}; it needs two different ends and a start between them."
            )

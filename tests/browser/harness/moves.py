"""What an explorer showed before and after a key, and what is wrong with that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class Look:
    """What one explorer shows at one moment."""

    name: str
    state: str
    sentence: str
    picture: str  #: SHA-256 of the picture's markup or bytes
    values: tuple[str, ...]  #: where each slider stands
    box: tuple[int, ...]  #: left, top, width, height of the explorer's output, in CSS pixels
    next: tuple[int, ...] | None  #: the same of the cell below
    scroll: int

    @property
    def place(self) -> tuple[Any, ...]:
        """Everything that has to stay put while a slider moves."""
        return (self.box, self.next and self.next[:2], self.scroll)


@dataclass
class Step:
    """One key pressed on one control, and what the explorer showed before and after."""

    control: str
    key: str
    before: Look
    after: Look

    def __str__(self) -> str:
        return f"{self.control}, {self.key}: {self.before.state} → {self.after.state}"


def dead_controls(steps: list[Step]) -> list[str]:
    """Return a sentence for each control that changes nothing, or not all that it should.

    A key that leaves the state as it was is no fault (the slider stood at its end), but one of
    those pressed on a control has to change it, and a new state has to bring a new picture and a
    new sentence.
    """
    found = []
    for control in dict.fromkeys(step.control for step in steps):
        mine = [step for step in steps if step.control == control]
        moved = [step for step in mine if step.before.state != step.after.state]
        if not moved:
            found.append(f"{control} is dead: no key changes the state")
        for step in moved:
            if step.before.sentence == step.after.sentence:
                found.append(f"{step}: the sentence stays {step.after.sentence!r}")
            if step.before.picture == step.after.picture:
                found.append(f"{step}: the picture stays the same")
            if not step.after.picture:
                found.append(f"{step}: there is no picture")
    return found


def layout_jumps(steps: list[Step]) -> list[str]:
    """Return a sentence for each key that moved the explorer, the cell below or the page."""
    return [
        f"{step}: the layout went from {step.before.place} to {step.after.place}"
        for step in steps
        if step.before.place != step.after.place
    ]

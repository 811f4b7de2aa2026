"""What a reader moves, chooses or draws: sliders, choices by name, a pad.

A control has a name, which is the keyword of the state; a label; the values it can take, in order;
and the one it starts with. Its :meth:`page` is what the page has to know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers.shapes import whole_number

MENU = 4  # more options than so many are a menu, fewer stand beside each other


@dataclass(frozen=True)
class Slider:
    """A slider: the keyword of the state, its label, its ends, and where it starts."""

    name: str
    label: str
    minimum: int
    maximum: int
    value: int
    step: int = 1

    def __post_init__(self) -> None:
        if not self.minimum <= self.value <= self.maximum or self.minimum == self.maximum:
            raise ValueError(
                f"slider {self.name}: it starts at {self.value} between {self.minimum} and "
                f"{self.maximum}; it needs two different ends and a start between them."
            )

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.value

    @property
    def values(self) -> Sequence[int]:
        """Where it can stand."""
        return range(self.minimum, self.maximum + 1, self.step)

    def checked(self, value: Any, owner: str) -> int:
        """Return a value that it can take, or raise in one sentence."""
        value = whole_number(value, f"{owner}: {self.name}")
        if not self.minimum <= value <= self.maximum:
            raise ValueError(
                f"{owner}: {self.name} goes from {self.minimum} to {self.maximum}, not to {value}."
            )
        if value not in self.values:
            raise ValueError(
                f"{owner}: {self.name} goes from {self.minimum} to {self.maximum} in steps of "
                f"{self.step}; {value} lies between two of them."
            )
        return value

    def page(self) -> dict[str, Any]:
        """Return what the page has to know."""
        ends = {"min": self.minimum, "max": self.maximum, "step": self.step}
        return {"kind": "slider", "name": self.name, "label": self.label, **ends}


@dataclass(frozen=True)
class Choice:
    """One of a few named options, as buttons, or as a menu where they are many.

    Args:
        name, label: the keyword of the state, and what stands before the options.
        options: their names, which are also their values in the state.
        value: the option it starts with; by default the first.
        menu: whether it is a menu; by default where there are more than 4 options.
    """

    name: str
    label: str
    options: tuple[str, ...]
    value: str | None = None
    menu: bool | None = None

    def __post_init__(self) -> None:
        if len(set(self.options)) < 2 or len(set(self.options)) < len(self.options):
            raise ValueError(
                f"choice {self.name}: its options are {', '.join(self.options)}; "
                "it needs at least two, all different."
            )
        self.checked(self.start, "choice")

    @property
    def start(self) -> str:
        """The option it starts with."""
        return self.options[0] if self.value is None else self.value

    @property
    def values(self) -> Sequence[str]:
        """What can be chosen."""
        return self.options

    def checked(self, value: Any, owner: str) -> str:
        """Return an option, or raise in one sentence."""
        if value not in self.options:
            raise ValueError(
                f"{owner}: {self.name} is one of {', '.join(self.options)}, not {value!r}."
            )
        return value

    def page(self) -> dict[str, Any]:
        """Return what the page has to know."""
        menu = len(self.options) > MENU if self.menu is None else self.menu
        kind = "menu" if menu else "buttons"
        return {"kind": kind, "name": self.name, "label": self.label, "options": self.options}


@dataclass(frozen=True)
class Pad:
    """A pad to draw on, rows × columns cells; it lies where a region of the scene ``draws`` it.

    Its value is a hexadecimal digit a cell, from 0 (black) to f (white), or "" where nothing is
    drawn; :meth:`pixels` returns it as numbers. ``begin`` is what it shows before anyone draws.
    """

    name: str
    label: str
    rows: int
    columns: int
    begin: str = ""

    @property
    def start(self) -> str:
        """What is there before anyone draws."""
        return self.begin

    @property
    def values(self) -> Sequence[str]:
        """What is there in advance; a reader may draw anything."""
        return (self.begin,)

    def written(self, pixels: np.ndarray) -> str:
        """Return (rows, columns) brightness in [0, 1] as a drawing; the inverse of pixels()."""
        levels = np.rint(np.clip(pixels, 0, 1) * 15).astype(int).ravel()
        return "".join(f"{level:x}" for level in levels) if levels.any() else ""

    def checked(self, value: Any, owner: str) -> str:
        """Return a drawing, or raise in one sentence."""
        cells = self.rows * self.columns
        if not isinstance(value, str) or not re.fullmatch(f"([0-9a-f]{{{cells}}})?", value):
            raise ValueError(
                f"{owner}: {self.name} is a string of {cells} digits from 0 to f, one for each of "
                f"{self.rows}×{self.columns} cells, or an empty one."
            )
        return value

    def pixels(self, value: str) -> np.ndarray:
        """Return a drawing as (rows, columns) brightness in [0, 1]."""
        digits = [int(digit, 16) / 15 for digit in value or "0" * (self.rows * self.columns)]
        return np.array(digits).reshape(self.rows, self.columns)

    def page(self) -> dict[str, Any]:
        """Return what the page has to know."""
        return {"kind": "pad", "name": self.name, "label": self.label}


Control = Slider | Choice | Pad

"""Arrays that a reader brings along or types: small, of numbers, and small enough to be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


def numbers(array: Any, name: str) -> np.ndarray:
    """Return an array of finite numbers as float64; ``name`` begins the sentence of an error.

    Raises:
        TypeError: it does not hold numbers.
        ValueError: its rows differ in length, or it holds NaN or infinity.
    """
    try:
        values = np.array(array)
    except ValueError:
        raise ValueError(
            f"{name} is not a regular array; give every row the same length."
        ) from None
    if values.dtype.kind not in "biuf":
        raise TypeError(f"{name} must hold numbers, not {values.dtype.name}; use a NumPy array.")
    if not np.isfinite(values.astype(np.float64)).all():
        raise ValueError(f"{name} holds NaN or infinity; replace them by numbers.")
    return values.astype(np.float64)


@dataclass(frozen=True)
class Typing:
    """What may be typed into a cell: a pattern for the page and for Python, and its words."""

    pattern: str = r"[\-−]?\d{1,2}([.,]\d{1,2})?"
    words: str = "a number from −99 to 99, such as 2 or −0.5"

    def checked(self, typed: Mapping[str, Any], owner: str) -> dict[str, str]:
        """Return typed numbers as text, or raise in one sentence."""
        texts = {cell: str(text).strip() for cell, text in typed.items()}
        for cell, text in texts.items():
            if not re.fullmatch(self.pattern, text):
                raise ValueError(f"{owner}: {cell} is {text!r}; write {self.words}.")
        return texts

    def page(self) -> dict[str, str]:
        """Return what the page has to know."""
        return {"pattern": self.pattern, "words": self.words}


def with_typed(array: np.ndarray, name: str, typed: Mapping[str, str]) -> np.ndarray:
    """Return an array into which numbers were typed; ``{"x[0,2]": "5"}`` changes ``x``."""
    changed = array
    for cell, text in typed.items():
        start, _, place = cell.rpartition("[")
        if start != name:
            continue
        index = tuple(int(number) for number in place.rstrip("]").split(","))
        if changed is array:
            changed = array.copy()
        changed[index] = float(text.replace("−", "-").replace(",", "."))
    return changed

"""A sign of what is wrong: a sentence, and by which question it was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """What a question about the answers found out; ``hint`` tells more, to those who ask for it.

    ``kind`` is the question: "condition", "part", "place", "relation", "dependence", "taps",
    "formula", "default", "memory", "array" or "edit".
    """

    kind: str
    words: str
    hint: str = ""

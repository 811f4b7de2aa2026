"""Words that the sentences of several explorers share."""

from __future__ import annotations

from collections.abc import Sequence


def counted(amount: int, word: str) -> str:
    """Return ``1 output`` or ``2 outputs``."""
    return f"{amount} {word}" if amount == 1 else f"{amount} {word}s"


def listed(words: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, or ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def terms(values: Sequence[str], weights: Sequence[str]) -> list[str]:
    """Return the products of a sum as they are written, a negative weight in brackets."""
    return [
        f"{value}×{f'({weight})' if weight[0] == '−' else weight}"
        for value, weight in zip(values, weights, strict=True)
    ]


def one_line(error: BaseException) -> str:
    """Return an exception as one line."""
    text = " ".join(str(error).split())
    if len(text) > 200:
        text = text[:199] + "…"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def sentence(error: BaseException) -> str:
    """Return an error that was raised for the reader as it is, any other with its type."""
    if isinstance(error, TypeError | ValueError) and str(error).endswith("."):
        return str(error)
    return one_line(error)

"""Bars on the error stream that say how far a long loop has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from cnnhelpers import system

Item = TypeVar("Item")


def with_bar(items: Sequence[Item], title: str) -> Iterator[Item]:
    """Yield the items, such as the batches of a loop of your own, with a bar of progress.

    Args:
        items: what there is to do, one after the other.
        title: stands before the bar.

    Raises:
        TypeError: nobody can say how many items there are, as of a generator.
    """
    if not hasattr(items, "__len__"):
        raise TypeError(
            f"with_bar: items must have a length, which a {type(items).__name__} has not; "
            "pass list(items)."
        )
    with batches_bar(len(items), title) as bar:
        for item in items:
            yield item
            bar.update()


def batches_bar(total: int, title: str, progress: bool = True) -> Any:
    """Return tqdm's bar for so many batches; it shows nothing without ``progress``."""
    from tqdm import tqdm  # here, so that importing the package stays light

    if not system.starts_threads():
        tqdm.monitor_interval = 0  # it would start one, and complain
    return tqdm(total=total, desc=title, unit="batch", disable=not progress)

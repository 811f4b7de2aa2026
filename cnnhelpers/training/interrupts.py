"""Steps that are whole or not done at all, although Ctrl-C may come at any moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def surely(call: Callable[[], None]) -> None:
    """Do ``call()`` to its end, also when Ctrl-C comes in the middle: then it is done again."""
    try:
        call()
    except BaseException:
        call()
        raise


@contextmanager
def interrupts_later() -> Iterator[None]:
    """Let Ctrl-C wait for the end of a ``with`` block that has to be whole, and short."""
    here = threading.current_thread() is threading.main_thread()  # where Ctrl-C arrives
    try:
        import signal
    except ImportError:  # nor does Ctrl-C exist there
        here = False
    if not here or signal.getsignal(signal.SIGINT) is None:
        yield
        return
    met: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: met.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if met:
        signal.raise_signal(signal.SIGINT)

"""Threads and work buffers of our own.

NumPy's copies, sums and matrix products let other threads run, so each thread takes a share of the
images. BLAS's own threads rest meanwhile: two pools on the same cores slow each other down, and a
BLAS thread once woken spins for some 26 ms. Buffers are kept from call to call, one set a thread:
fresh memory costs a page fault every 4 KB.
"""

from __future__ import annotations

import contextlib
import math
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

import numpy as np

KEPT = 1 << 26  # bytes; a larger buffer is given back after use

_local = threading.local()  # .busy: this is a worker, or waits for one; .buffers
_lock = threading.Lock()
_pool: ThreadPoolExecutor | None = None
_blas = None  # threadpoolctl's controller, made on first use
_resting = 0  # how many calls want BLAS single-threaded now
_limit = None


def _available() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_threads = min(_available(), 8)


def threads() -> int:
    """Return how many threads the operations use."""
    return _threads


def set_threads(count: int) -> None:
    """Use ``count`` threads from now on; 1 means none but the caller's."""
    global _threads, _pool
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise ValueError(f"set_threads: count must be a whole number from 1 on, not {count!r}.")
    with _lock:
        _threads, old, _pool = count, _pool, None
    if old is not None:
        old.shutdown()


def share(total: int, work: Callable[[int, int], Any]) -> list:
    """Call ``work(start, stop)`` so that together the calls cover ``range(total)``, in threads.

    Returns what they return, in order, so that a sum over it is the same each time. Called from
    inside a share, it does all the work itself: the cores are taken.
    """
    parts = min(_threads, total)
    if getattr(_local, "busy", False):
        return [work(0, total)]
    with single_threaded_blas():
        if parts < 2:
            return [work(0, total)]
        cuts = [total * part // parts for part in range(parts + 1)]
        _local.busy = True
        try:
            others = [_executor().submit(_busy, work, *pair) for pair in zip(cuts[1:], cuts[2:])]
            try:
                first = work(cuts[0], cuts[1])
            finally:  # also after an error: no thread may still write to the arrays
                wait(others)
            return [first, *(other.result() for other in others)]
        finally:
            _local.busy = False


def _busy(work: Callable[[int, int], Any], start: int, stop: int) -> Any:
    _local.busy = True
    return work(start, stop)


def _executor() -> ThreadPoolExecutor:
    global _pool
    with _lock:
        if _pool is None:
            _pool = ThreadPoolExecutor(max(1, _threads - 1), "cnnhelpers")
        return _pool


def _forget_pool() -> None:
    """In a forked child the parent's threads do not exist."""
    global _pool, _lock
    _pool, _lock = None, threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_pool)


@contextlib.contextmanager
def single_threaded_blas() -> Iterator[None]:
    """Let BLAS use one thread inside; the first to enter sets it, the last to leave resets it."""
    global _blas, _resting, _limit
    with _lock:
        if _blas is None:
            from threadpoolctl import ThreadpoolController  # here: importing stays light

            _blas = ThreadpoolController().select(user_api="blas")
        _resting += 1
        if _resting == 1:
            _limit = _blas.limit(limits=1)
            _limit.__enter__()
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if _resting == 0:
                _limit.__exit__(None, None, None)


def buffer(name: str, shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Return an array of ``shape`` whose contents mean nothing, this thread's own.

    The next call with the same name and dtype returns the same memory.
    """
    size, dtype = math.prod(shape), np.dtype(dtype)
    if size * dtype.itemsize > KEPT:
        return np.empty(shape, dtype)
    kept = _local.__dict__.setdefault("buffers", {})
    memory = kept.get((name, dtype.char))
    if memory is None or memory.size < size:
        memory = kept[name, dtype.char] = np.empty(size, dtype)
    return memory[:size].reshape(shape)

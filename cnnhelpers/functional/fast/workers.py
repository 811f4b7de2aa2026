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
from operator import itemgetter
from queue import SimpleQueue
from typing import Any

import numpy as np

KEPT = 1 << 26  # bytes; a larger buffer is given back after use

_local = threading.local()  # .busy: this is a worker, or waits for one; .buffers
_lock = threading.Lock()
_jobs: list[SimpleQueue] = []  # of each worker; sooner done than with concurrent.futures
_blas: list | None = None  # threadpoolctl's controllers, found on first use
_resting: list[int] = []  # BLAS's own numbers of threads, while it uses one
_users = 0  # how many calls want that now


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
    global _threads
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise ValueError(f"set_threads: count must be a whole number from 1 on, not {count!r}.")
    _threads = count


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
        _start(parts - 1)
        cuts = [total * part // parts for part in range(parts + 1)]
        done: SimpleQueue = SimpleQueue()
        for part in range(1, parts):
            _jobs[part - 1].put((done, part, work, cuts[part], cuts[part + 1]))
        _local.busy = True
        try:
            answers = [(0, work(cuts[0], cuts[1]), None)]
        finally:  # also after an error: no thread may still write to the arrays
            _local.busy = False
            others = [done.get() for _ in range(1, parts)]
    answers += sorted(others, key=itemgetter(0))
    for _, _, error in answers:
        if error is not None:
            raise error
    return [answer for _, answer, _ in answers]


def _start(count: int) -> None:
    """See to it that so many workers wait for jobs; they end with the process."""
    with _lock:
        while len(_jobs) < count:
            jobs: SimpleQueue = SimpleQueue()
            name = f"cnnhelpers {len(_jobs) + 1}"
            threading.Thread(target=_serve, args=(jobs,), name=name, daemon=True).start()
            _jobs.append(jobs)


def _serve(jobs: SimpleQueue) -> None:
    _local.busy = True
    while True:
        done, part, work, start, stop = jobs.get()
        try:
            answer = part, work(start, stop), None
        except BaseException as error:  # for the caller, who raises it
            answer = part, None, error
        done.put(answer)
        del done, work, answer  # keeps no array alive while it waits


def _forget_workers() -> None:
    """In a forked child the parent's threads do not exist."""
    global _lock
    _lock = threading.Lock()
    _jobs.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)


@contextlib.contextmanager
def single_threaded_blas() -> Iterator[None]:
    """Let BLAS use one thread inside; the first to enter sets it, the last to leave resets it."""
    global _blas, _users
    with _lock:
        if _blas is None:
            from threadpoolctl import ThreadpoolController  # here: importing stays light

            _blas = ThreadpoolController().select(user_api="blas").lib_controllers
        _users += 1
        if _users == 1:
            _resting[:] = [library.num_threads for library in _blas]
            for library in _blas:
                library.set_num_threads(1)
    try:
        yield
    finally:
        with _lock:
            _users -= 1
            if _users == 0:
                for library, count in zip(_blas, _resting):
                    library.set_num_threads(count)


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

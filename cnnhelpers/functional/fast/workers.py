"""Threads and work buffers of our own.

NumPy's copies, sums and matrix products let other threads run, so each thread takes a share of the
images. BLAS's own threads rest meanwhile: two pools on the same cores slow each other down, and a
BLAS thread once woken spins for some 26 ms. Buffers are kept from call to call, one set a thread:
fresh memory costs a page fault every 4 KB.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Callable
from operator import itemgetter
from queue import SimpleQueue
from typing import Any

import numpy as np

from cnnhelpers import system
from cnnhelpers.functional.fast.cores import default_threads
from cnnhelpers.shapes import whole_number

KEPT = 1 << 26  # bytes; a larger buffer is given back after use
WORTH = 1 << 18  # numbers: with fewer, the work is done before another thread is awake

_local = threading.local()  # .busy: this is a worker, or waits for one; .buffers
_lock = threading.Lock()
_jobs: list[SimpleQueue] = []  # of each worker; sooner done than with concurrent.futures
_blas: list | None = None  # threadpoolctl's controllers, found on first use
_resting: list[int] = []  # BLAS's own numbers of threads, while it uses one
_callers: set[object] = set()  # those who want that now
_threads = default_threads()


def threads() -> int:
    """Return how many threads the operations use."""
    return _threads


def set_threads(count: int) -> None:
    """Use ``count`` threads from now on; 1 means none but the caller's.

    Where no thread can be started (Python in a browser) it stays at 1.

    Raises:
        TypeError, ValueError: ``count`` is not a whole number from 1 on.
    """
    global _threads
    count = whole_number(count, "set_threads: count", 1)
    _threads = count if system.starts_threads() else 1


def share(total: int, work: Callable[[int, int], Any], numbers: int = WORTH) -> list:
    """Call ``work(start, stop)`` so that together the calls cover ``range(total)``, in threads.

    Returns what they return, in order, so that a sum over it is the same each time. Called from
    inside a share, or to work on fewer than WORTH ``numbers``, it does all the work itself.
    """
    parts = min(_threads, total) if numbers >= WORTH else 1
    if getattr(_local, "busy", False):
        return [work(0, total)]
    if parts < 2:
        return alone(lambda: [work(0, total)])
    return alone(lambda: _in_threads(parts, total, work))


def alone(work: Callable[[], Any]) -> Any:
    """Return ``work()``, during which BLAS uses one thread.

    Ctrl-C may arrive between any two steps, also in the clearing up: that is why it is done twice,
    and in an order in which half of it does no harm.
    """
    caller = object()
    try:
        _rest_blas(caller)
        return work()
    finally:
        try:
            _wake_blas(caller)
        finally:
            _wake_blas(caller)


def _in_threads(parts: int, total: int, work: Callable[[int, int], Any]) -> list:
    _start(parts - 1)
    cuts = [total * part // parts for part in range(parts + 1)]
    done: SimpleQueue = SimpleQueue()
    try:
        _local.busy = True
        for part in range(1, parts):
            _jobs[part - 1].put((done, part, work, cuts[part], cuts[part + 1]))
        answers = [(0, work(cuts[0], cuts[1]), None)]
        answers += sorted([done.get() for _ in range(1, parts)], key=itemgetter(0))
    except BaseException:  # an error, or Ctrl-C: no thread may still write to the arrays
        _wait_for_workers(parts - 1)
        raise
    finally:
        _local.busy = False
    for _, _, error in answers:
        if error is not None:
            raise error
    return [answer for _, answer, _ in answers]


def _wait_for_workers(count: int) -> None:
    """Return when the first workers have done all that they were told so far."""
    done: SimpleQueue = SimpleQueue()
    for jobs in _jobs[:count]:
        jobs.put((done, 0, lambda *_: None, 0, 0))
    for _ in _jobs[:count]:
        done.get()


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
    """In a forked child the parent's threads do not exist, nor do their calls."""
    global _lock
    _lock = threading.Lock()
    _jobs.clear()
    for caller in list(_callers):
        _wake_blas(caller)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)


def _rest_blas(caller: object) -> None:
    """Let BLAS use one thread; the first caller sets it."""
    global _blas
    with _lock:
        if _blas is None:
            from threadpoolctl import ThreadpoolController  # here: importing stays light

            _blas = ThreadpoolController().select(user_api="blas").lib_controllers
        if not _callers:
            _resting[:] = [library.num_threads for library in _blas]
        _callers.add(caller)
        if len(_callers) == 1:
            for library in _blas:
                _set_threads_of(library, 1)


def _wake_blas(caller: object) -> None:
    """Give BLAS its threads back; the last caller resets them."""
    with _lock:
        if _callers == {caller}:
            for library, count in zip(_blas or [], _resting):
                _set_threads_of(library, count)
        _callers.discard(caller)


def _set_threads_of(library: Any, count: int) -> None:
    """Let a BLAS use ``count`` threads, whichever thread of ours asks.

    Since version 3.8 threadpoolctl heeds only the thread that asked first, until it lets go.
    """
    let_go = getattr(library, "clear_controlling_thread", lambda force: None)
    let_go(force=True)
    library.set_num_threads(count)
    let_go(force=True)


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

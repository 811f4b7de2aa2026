"""Stopping a function that someone else wrote when it takes too long.

In one of three ways, the first that the system has: an alarm, a second thread that watches, or a
look at the clock at each of the function's lines, which is what Python in a browser can do.
"""

from __future__ import annotations

import contextlib
import inspect
import os
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from types import FrameType
from typing import Any

from cnnhelpers import system

STARVED = 2  # times as long for a function that hardly gets a processor
AGAIN = 0.25  # a loop that catches everything is interrupted again after so many seconds
_PACKAGE = str(Path(__file__).resolve().parent.parent)
_LIBRARIES = tuple(
    {
        str(Path(os.__file__).parent),  # a zip file, in a browser
        *(
            str(Path(sysconfig.get_paths()[name]))
            for name in ("stdlib", "platstdlib", "purelib", "platlib")
        ),
    }
)

_GUARD = (__file__, contextlib.__file__)

IMPOSSIBLE = "here a check cannot stop a function that does not end."


class OutOfTime(BaseException):
    """Raised inside a function that takes too long. `except Exception` does not catch it."""


def time_limit(seconds: float) -> AbstractContextManager[None]:
    """Raise OutOfTime in the code inside after so many seconds, where that :func:`is_possible`."""
    way = _way()
    return contextlib.nullcontext() if way is None else way(seconds)


def is_possible() -> bool:
    """Return whether a function that does not end can be stopped."""
    return _way() is not None


def _way() -> Callable[[float], AbstractContextManager[None]] | None:
    if system.rings_alarms() and threading.current_thread() is threading.main_thread():
        return _alarm
    if system.starts_threads():
        return _watched
    return None if sys.gettrace() else _traced  # a debugger may have taken the place


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    import signal

    begun, worked = time.monotonic(), time.thread_time()
    owner = inspect.currentframe()
    while owner is not None and owner.f_code.co_filename in _GUARD:
        owner = owner.f_back

    def ring(number: int, frame: FrameType | None) -> None:
        if frame is not None and frame.f_code.co_filename in _GUARD:
            return  # on the way in or out: nobody would put the alarm off; it rings again
        if frame is not None and not _calls(owner, frame):
            signal.setitimer(signal.ITIMER_REAL, 0)  # whoever set it has gone
            return
        waited = time.monotonic() - begun
        if time.thread_time() - worked < seconds / 2 and waited < STARVED * seconds:
            return  # a busy machine, not a busy function: it rings again
        raise OutOfTime

    handler = signal.signal(signal.SIGALRM, ring)
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler if handler is not None else signal.SIG_DFL)
        owner = None
        if left:  # someone else's alarm (a test's time limit): give it back
            signal.setitimer(signal.ITIMER_REAL, left, interval)


def _calls(caller: FrameType | None, frame: FrameType) -> bool:
    """Return whether a frame is one that the caller waits for."""
    now: FrameType | None = frame
    while now is not None and now is not caller:
        now = now.f_back
    return now is not None


@contextlib.contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """As :func:`_alarm` from a second thread: for Windows, and for threads other than the main."""
    import ctypes

    target = ctypes.c_ulong(threading.get_ident())
    done, lock, rung = threading.Event(), threading.Lock(), False

    def ring() -> None:
        nonlocal rung
        rung = True
        ctypes.pythonapi.PyThreadState_SetAsyncExc(target, ctypes.py_object(OutOfTime))

    def watch() -> None:
        wait = seconds
        while not done.wait(wait):
            with lock:
                if not done.is_set():
                    ring()
            wait = AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        with lock:
            done.set()
        watcher.join()
        if rung:
            # The last one may still be on its way. To take it back would leave Python looking for
            # it for ever, and a debugger would hang; so it is called, and met here.
            with contextlib.suppress(OutOfTime):
                ring()
                while True:
                    pass


@contextlib.contextmanager
def _traced(seconds: float) -> Iterator[None]:
    """As :func:`_alarm`, but looks at the clock itself, at each call and each learner's line."""
    end = time.monotonic() + seconds

    def look(frame: FrameType, event: str, argument: Any) -> Any:
        if time.monotonic() > end:
            raise OutOfTime
        return look if is_learners(frame.f_code.co_filename) else None

    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(None)


@lru_cache(maxsize=512)
def is_learners(file: str) -> bool:
    """Return whether a file is the learner's own, and no library's and not ours."""
    if file.startswith((_PACKAGE, "<__array_function__", "<frozen")):
        return False
    if "site-packages" in file or "dist-packages" in file:
        return False
    return not file.startswith(_LIBRARIES)

"""What the system under this Python can do for us.

Python in a browser starts neither threads nor processes, and no alarm rings there. Whoever would
use them asks here, and does without where they cannot be had.
"""

from __future__ import annotations

import os
import threading
import time
from functools import cache
from importlib.util import find_spec


@cache
def starts_threads() -> bool:
    """Return whether threads can be started."""
    try:
        threading.Thread(target=int, daemon=True).start()
    except RuntimeError:
        return False
    return True


@cache
def starts_processes() -> bool:
    """Return whether Python can start processes that talk to each other."""
    return find_spec("_multiprocessing") is not None


@cache
def locks_files() -> bool:
    """Return whether the system locks files, and opens the lock of a process that dies."""
    if os.name == "nt":
        return True
    try:
        import fcntl
    except ImportError:
        return False
    return hasattr(fcntl, "flock")  # the kernel in a browser has an empty module of that name


@cache
def rings_alarms() -> bool:
    """Return whether a signal comes after some seconds; not on Windows, not in a browser."""
    try:
        import signal
    except ImportError:
        return False
    return hasattr(signal, "setitimer")


def seconds_worked() -> float:
    """Return this thread's processor time, or the time that passes where nobody counts that."""
    return time.thread_time() if hasattr(time, "thread_time") else time.monotonic()

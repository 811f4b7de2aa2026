"""Memory for results, used again when nobody looks at it any more.

An operation returns a new array each time, and in a loop the one before is forgotten soon after.
The system takes such memory back, and gives it out anew as empty pages, of which each costs a page
fault when it is first written to: for large arrays that can take as long as to compute what they
hold, and two threads wait for each other there. So memory that becomes free stays here a while.

Who has a result, or a view of it, keeps its memory: that comes back when the last of them is gone.
"""

from __future__ import annotations

import math
import weakref

import numpy as np

KEPT = 1 << 26  # bytes kept at most while nobody uses them
LEAST = 1 << 20  # bytes: smaller results are NumPy's own affair, which has them at hand


class Memory(np.ndarray):
    """Bytes below a result. NumPy lets a view hold the array that owns its memory, and skips those
    between, unless the type changes: because of this type, views hold the result itself."""


_free: dict[int, Memory] = {}  # by their identity; those that came back first are first


def empty(shape: tuple[int, ...], dtype: np.dtype) -> np.ndarray:
    """Return an array of ``shape`` whose contents mean nothing, for a result."""
    size = math.prod(shape) * np.dtype(dtype).itemsize
    if not LEAST <= size <= KEPT:
        return np.empty(shape, dtype)
    memory = _taken(size)
    if memory is None:
        memory = Memory(size, np.uint8)  # its own, no view
    result: np.ndarray = np.ndarray(shape, dtype, memory)
    weakref.finalize(result, _give_back, memory).atexit = False
    return result


def _taken(size: int) -> Memory | None:
    """Return free memory for ``size`` bytes, no more than twice as large, or None."""
    for key, memory in list(_free.items()):
        if size <= memory.nbytes <= 2 * size and _free.pop(key, None) is not None:
            return memory
    return None


def _give_back(memory: Memory) -> None:
    """Keep memory whose result is gone, and let go what is too much, the oldest first.

    This runs wherever an array may be forgotten, in any thread: each step is whole by itself.
    """
    _free[id(memory)] = memory
    total = 0
    for key, one in reversed(list(_free.items())):
        total += one.nbytes
        if total > KEPT:
            _free.pop(key, None)

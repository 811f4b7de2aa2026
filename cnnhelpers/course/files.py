"""One writer at a time, free names, and what goes wrong with files, in words."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from cnnhelpers import system

LOCK = ".my_progress.lock"
PATIENCE = 2.0  # seconds to wait for another notebook that is writing

_IN_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EACCES: "writing there is not allowed",
    errno.EPERM: "writing there is not allowed",
    errno.EROFS: "it can only be read from",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EISDIR: "a folder of that name stands there",
    errno.ENOENT: "the folder is not there",
    errno.EEXIST: "a file of that name stands there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead round in a circle",
}

# Of a file that was to be read, or where nobody knows what was tried.
_NOT_READ = {
    errno.EACCES: "access to it is not allowed",
    errno.EPERM: "access to it is not allowed",
    errno.ENOENT: "it is not there",
    errno.ENOTDIR: "it is not there",
}


def in_words(error: OSError, reading: bool = False) -> str:
    """Return why a file could not be written, or not be read, as the end of a sentence."""
    words = {**_IN_WORDS, **_NOT_READ} if reading else _IN_WORDS
    return words.get(error.errno or 0, error.strerror or str(error))


def shown(path: Path) -> str:
    """Return a path the way a learner would write it: relative where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return relative if not relative.startswith("..") else str(path)


def free_place(path: Path) -> Path:
    """Return the first free name among `path` with _2, _3 and so on before its ending."""
    number = 2
    while os.path.lexists(place := path.with_stem(f"{path.stem}_{number}")):
        number += 1
    return place


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that two notebooks do not write at the same moment.

    The operating system opens the lock of a kernel that dies. Where none does (in a browser, where
    a learner is alone), a lock could stay shut for ever, and there is none.

    Raises TimeoutError where another notebook holds it for longer than `PATIENCE`.
    """
    if not system.locks_files():
        yield
        return
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(folder / LOCK, timeout=PATIENCE).acquire()
    except Timeout:
        raise TimeoutError(
            f"another notebook has been writing for {PATIENCE:.0f} seconds; run this cell again, "
            "and if that does not help, close the other notebooks"
        ) from None
    with lock:
        yield

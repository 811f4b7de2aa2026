"""Files that stay whole, whatever happens while they are written, and one writer at a time.

A text is written beside its place and moved there in one step, so a full disk or a killed kernel
leaves the old file or the new one. What a killed write leaves behind, a dot-file, is removed by the
next write of the same file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

from cnnhelpers import system

LOCK = ".my_progress.lock"
PATIENCE = 2.0  # seconds to wait for another notebook that is writing
LEFT_BEHIND = 60.0  # seconds after which an unfinished write belongs to nobody

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


def write_whole(path: Path, text: str) -> None:
    """Replace a file in one step: whatever happens, the old text or the new one stands there.

    A symbolic link stays one; the file that it leads to is replaced.

    Raises OSError where that is impossible; nothing has changed then.
    """
    path = Path(os.path.realpath(path))
    with _beside(path, text.encode()) as part:
        if path.exists():
            with contextlib.suppress(OSError):  # some file systems have no modes
                os.chmod(part, path.stat().st_mode & 0o777)
        os.replace(part, path)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises FileExistsError where a file of that name has appeared meanwhile, and OSError where
    writing is impossible; nothing has changed then.
    """
    with _beside(Path(path), text.encode()) as part:
        _name_new(part, Path(path))


def copy_aside(path: Path, word: str) -> Path:
    """Copy a file to a free name beside it, `my_cnn_edited_1.py`, and return that path.

    Raises OSError where that is impossible; nothing has changed then.
    """
    number = 1
    with _beside(path, path.read_bytes()) as part:
        while True:
            target = path.with_name(f"{path.stem}_{word}_{number}{path.suffix}")
            try:
                _name_new(part, target)
            except FileExistsError:
                number += 1
                continue
            return target


@contextlib.contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write a file beside `path`, and lend it; under the name it has, it is gone afterwards."""
    _sweep(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open(part, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _name_new(part: Path, path: Path) -> None:
    """Give a file a name that no other has; raises FileExistsError where one has it."""
    if os.name == "nt":
        os.rename(part, path)  # overwrites nothing there
        return
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: claim the name, then take it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
        os.replace(part, path)


def _sweep(path: Path) -> None:
    """Remove what killed writes of a file have left behind."""
    name = re.compile(re.escape(f".{path.name}.") + r"[0-9a-f]{8}\.part")
    with contextlib.suppress(OSError):
        for part in path.parent.iterdir():
            # A file from the future is one of a clock that has been set back.
            if name.fullmatch(part.name) and _age(part) > LEFT_BEHIND:
                part.unlink()


def _age(path: Path) -> float:
    return abs(time.time() - path.stat().st_mtime)


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

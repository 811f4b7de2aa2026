"""Steps and files that are whole or not there at all, whatever interrupts them."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


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


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write(file)`` fill a new file, and put it in the place of ``path`` when it is safe.

    Until then, whatever happens, the old file is as it was. What an earlier process left half
    written, because it was killed, is cleared away first: on a full disk it would be in the way.

    Raises:
        OSError: there is no room, no folder, or no permission.
    """
    part = _part(path)
    _clear_away(path)
    try:
        with open(part, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def try_to_write(path: Path) -> None:
    """Find out whether a file could be written there, and leave nothing.

    Raises:
        OSError: it could not.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    part = _part(path)
    try:
        part.touch()
    finally:
        part.unlink(missing_ok=True)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.{os.getpid()}.part")


def _clear_away(path: Path) -> None:
    """Remove what processes left half written that run no longer."""
    for left in path.parent.glob(f"{_literal(path.name)}.*.part"):
        number = left.name[len(path.name) + 1 : -len(".part")]
        if number.isdecimal() and int(number) != os.getpid() and not _runs(int(number)):
            left.unlink(missing_ok=True)


def _literal(name: str) -> str:
    """Return a pattern that matches this name alone."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _runs(process: int) -> bool:
    if os.name != "posix":  # there, a file that is open cannot be removed, so trying is safe
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _keep_name(folder: Path) -> None:
    """Make a file's new name survive a power cut, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

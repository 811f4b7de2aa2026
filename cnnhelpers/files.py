"""Files that stay whole, whatever happens while they are written.

What is written goes into a file beside its place, which is moved there in one step: a full disk or
a killed process leaves the old file or the new one. What a killed write leaves behind, a dot-file,
is removed by the next write of the same file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

LEFT_BEHIND = 60.0  # seconds after which an unfinished write belongs to nobody

Save = Callable[[BinaryIO], object]


def write_whole(path: Path, text: str) -> None:
    """Replace a file in one step: whatever happens, the old text or the new one stands there.

    A symbolic link stays one; the file that it leads to is replaced.

    Raises OSError where that is impossible; nothing has changed then.
    """
    save_whole(path, lambda file: file.write(text.encode()))


def save_whole(path: Path, save: Save) -> None:
    """Let ``save(file)`` fill a file that then takes the place of `path`, as `write_whole` does.

    Whatever ``save`` raises is raised; nothing has changed then.
    """
    path = Path(os.path.realpath(path))
    with _beside(path, save) as part:
        if path.exists():
            with contextlib.suppress(OSError):  # some file systems have no modes
                os.chmod(part, path.stat().st_mode & 0o777)
        os.replace(part, path)
    _keep_name(path.parent)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises FileExistsError where a file of that name has appeared meanwhile, and OSError where
    writing is impossible; nothing has changed then.
    """
    path = Path(path)
    with _beside(path, lambda file: file.write(text.encode())) as part:
        _name_new(part, path)
    _keep_name(path.parent)


def copy_aside(path: Path, word: str) -> Path:
    """Copy a file to a free name beside it, `my_cnn_edited_1.py`, and return that path.

    Raises OSError where that is impossible; nothing has changed then.
    """
    number, content = 1, path.read_bytes()
    with _beside(path, lambda file: file.write(content)) as part:
        while True:
            target = path.with_name(f"{path.stem}_{word}_{number}{path.suffix}")
            try:
                _name_new(part, target)
            except FileExistsError:
                number += 1
                continue
            _keep_name(path.parent)
            return target


def try_to_write(path: Path) -> None:
    """Find out whether a file could be written there, and leave nothing.

    Raises OSError where it could not.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with _beside(path, lambda file: None):
        pass


@contextlib.contextmanager
def _beside(path: Path, save: Save) -> Iterator[Path]:
    """Fill a file beside `path`, and lend it; under the name it has, it is gone afterwards."""
    _sweep(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with _opened(part, path) as file:
            save(file)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _opened(part: Path, path: Path) -> BinaryIO:
    """Open the file that is to become `path`; an error names that one."""
    try:
        return open(part, "xb")
    except OSError as error:
        error.filename = str(path)
        raise


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
        try:
            os.replace(part, path)
        except BaseException:
            path.unlink()
            raise


def _keep_name(folder: Path) -> None:
    """Make a file's new name survive a power cut, where the system can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # the file is there; some file systems keep no more
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


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

"""Where the learner works: the practice folder, the notebook at hand, and files that stay whole.

Whatever the course remembers about a learner is written into a folder that
`python -m cnnhelpers practice` made, and nowhere else: running the complete edition or the tests
writes nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.notebooks import notebooks_folder, read

LOCK = ".my_cnn.lock"
PATIENCE = 2.0  # seconds to wait for another notebook that is writing
STALE = 10.0  # seconds after which a lock belongs to nobody

_KNOWN: set[Path] = set()


def is_practice(folder: Path) -> bool:
    """Whether `python -m cnnhelpers practice` has made a notebook of this folder."""
    folder = Path(folder)
    if folder in _KNOWN:
        return folder.is_dir()
    try:
        if folder.resolve() == notebooks_folder().resolve():
            return False
    except OSError:  # a course without notebooks has no complete edition to protect
        pass
    for path in sorted(folder.glob("*.ipynb")):
        try:
            made = "source" in read(path)["metadata"]["cnnhelpers"]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        if made:
            _KNOWN.add(folder)
            return True
    return False


def practice_folder(shell: Any = None) -> Path | None:
    """The practice folder in which the kernel was started, or None where it is no such folder."""
    shell = running_shell() if shell is None else shell
    folder = Path(getattr(shell, "starting_dir", None) or os.getcwd())
    return folder if is_practice(folder) else None


def running_shell() -> Any:
    """The IPython that runs, or None."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()


def this_notebook(shell: Any) -> str | None:
    """The name of the notebook that runs in this kernel, where the front end tells it.

    A copy such as `02_topic_updated_2.ipynb` counts as the course's `02_topic.ipynb`.
    """
    space = getattr(shell, "user_ns", {})
    place = os.environ.get("JPY_SESSION_NAME") or space.get("__vsc_ipynb_file__")
    if not place:
        return None
    return re.sub(r"_updated_\d+(?=\.ipynb$)", "", Path(str(place)).name)


def write_whole(path: Path, text: str) -> None:
    """Replace a file in one step: whatever happens, the old text or the new one stands there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        with contextlib.suppress(OSError):  # some file systems have no modes
            os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def put_aside(path: Path, word: str) -> Path:
    """Move a file to a free name beside it, `my_cnn_edited_1.py`, and return where it is now."""
    number = 1
    while True:
        target = path.with_name(f"{path.stem}_{word}_{number}{path.suffix}")
        try:
            # Claims the name, so that no other program can take it before the file is there.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            number += 1
            continue
        os.replace(path, target)
        return target


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that two notebooks do not write at the same moment."""
    lock = folder / LOCK
    end = time.monotonic() + PATIENCE
    while True:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - lock.stat().st_mtime > STALE:
                    lock.rmdir()
                    continue
            if time.monotonic() > end:
                raise TimeoutError(
                    f"Another notebook has been writing for {PATIENCE:.0f} seconds; run this cell "
                    f"again, and if that does not help, delete the folder {LOCK}."
                ) from None
            time.sleep(0.02)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.rmdir()

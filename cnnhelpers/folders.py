"""Folders that are made anew each time: nobody else's is ever deleted for them.

What we make has a mark in it. A folder that holds something and has no mark is somebody's own,
whatever made a command name it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

MARK = ".made-by-cnnhelpers"


def check_ours(*folders: Path) -> None:
    """Raise ValueError unless each can be made anew: not there, empty, or made by us."""
    for folder in folders:
        if folder.is_dir():
            ours = (folder / MARK).is_file() or not any(folder.iterdir())
        else:
            ours = not folder.exists()
        if not ours:
            raise ValueError(
                f"{folder} has no mark of a build of this course, so it is left as it is; delete "
                "it if an older version has built it, or name a new folder."
            )


def make_anew(folder: Path) -> Path:
    """Make an empty folder with our mark, in place of one that we made before; return it.

    Raises:
        ValueError: what stands there is not ours.
        OSError: it cannot be made.
    """
    check_ours(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # The mark first: where one of the rest cannot be removed, the folder stays known as ours.
    (folder / MARK).write_text("The next build makes this folder anew.\n", encoding="utf-8")
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        elif each.name != MARK:
            each.unlink()
    return folder


def move_into(folder: Path, made: Path) -> None:
    """Put all that is in the folder `made` into `folder`, which is made anew for it.

    Raises:
        ValueError: what stands there is not ours.
        OSError: it cannot be moved.
    """
    make_anew(folder)
    for each in made.iterdir():
        shutil.move(each, folder / each.name)

"""What the course remembers about a learner: `my_progress.json` in the practice folder.

Its sections::

    passed       exercise -> {"notebook", and what helped until it passed: "hints", "solution"}
    answers      exercise -> the text of the answer that passed (`blocks.Answer`)
    left_out     exercise -> why its answer cannot stand in my_cnn.py at present
    helped       notebook -> task -> {"hints": how many were shown, "solution": whether it was}
    wrong        exercise -> what was wrong -> how often
    predictions  notebook -> question -> {"first", "last", "right", "tries"}

Beside them stand its "version", and the seals of the my_cnn.py that was written last, "library",
and of the one before, "library_before".
"""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.blocks import Answer
from cnnhelpers.files import copy_aside, write_new, write_whole

FILE = "my_progress.json"
EMPTY: dict[str, Any] = {
    "version": 1,
    "passed": {},
    "answers": {},
    "left_out": {},
    "helped": {},
    "wrong": {},
    "predictions": {},
}


class NewerRecord(OSError):
    """A later version of the course has written a record: it can be read, and is not changed."""


def recorded(folder: Path | None) -> dict[str, Any]:
    """Return what is remembered in a practice folder; nothing where there is no such folder or
    file.

    What is damaged is left out.
    """
    if folder is None:
        return copy.deepcopy(EMPTY)
    try:
        return _parsed(_read(folder / FILE), newer=True)[0]
    except (OSError, ValueError):
        return copy.deepcopy(EMPTY)


def begin(folder: Path) -> None:
    """Let a folder keep a record of its own from now on, wherever it lies.

    Raises OSError where nothing can be written there.
    """
    with contextlib.suppress(FileExistsError):
        write_new(folder / FILE, _text(EMPTY))


def read_file(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Return what a file of that kind holds, wherever it lies, and the names of what is damaged in
    it, which is left out.

    Raises ValueError, as the end of a sentence, where it is none, and OSError.
    """
    try:
        return _parsed(_read(path))
    except NewerRecord as error:
        raise ValueError(f"{error}.") from None
    except ValueError:
        raise ValueError(f"it is no {FILE}; download that file once more.") from None


def helped(records: dict[str, Any], task: str) -> dict[str, Any]:
    """Return what helped with a task that has a name of its own: "hints" and "solution", or
    nothing.
    """
    for tasks in records["helped"].values():
        if task in tasks:
            return dict(tasks[task])
    return {}


@contextlib.contextmanager
def changing(folder: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Lend what is remembered, to be changed, and write it afterwards if it was.

    Whoever calls this holds the folder's lock (`files.alone`). Also lends a list of sentences to
    say: a file that cannot be read, or parts of one, are put aside, and the list says where.

    Raises OSError where the file can be neither read nor written; it is as before then.
    """
    path, said = folder / FILE, []
    before = None  # of what cannot stay as it is
    try:
        records, damaged = _parsed(_read(path))
        if damaged:
            aside = copy_aside(path, "damaged")
            said.append(
                f"{FILE} holds something damaged in {', '.join(damaged)}: it is put aside in "
                f"{aside.name}, and the rest stays."
            )
        else:
            before = copy.deepcopy(records)
    except FileNotFoundError:
        records = copy.deepcopy(EMPTY)
        before = copy.deepcopy(EMPTY)
    except ValueError:
        aside = copy_aside(path, "unreadable")
        said.append(f"{FILE} could not be read: it is now {aside.name}, and a new one begins.")
        records = copy.deepcopy(EMPTY)
    yield records, said
    if records != before:
        write_whole(path, _text(records))


def _read(path: Path) -> str:
    """Return the text of a file, without the mark of the encoding that some editors put before it.
    """
    return path.read_text(encoding="utf-8-sig")


def _text(records: dict[str, Any]) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _parsed(text: str, newer: bool = False) -> tuple[dict[str, Any], list[str]]:
    """Return what a file holds, and the names of what is damaged in it, which is left out.

    Raises ValueError where the whole is not of the form that `EMPTY` shows, and NewerRecord for
    that of a later version, unless a `newer` one may be read.
    """
    try:
        records = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(records, dict):
        raise ValueError("not an object")
    version = records.get("version")
    if not newer and isinstance(version, int) and version > EMPTY["version"]:
        raise NewerRecord(
            f"{FILE} was written by a later version of the course, and stays as it is; bring this "
            "course up to date"
        )
    damaged = []
    for section, whole in _WHOLE.items():
        if not isinstance(records.setdefault(section, {}), dict):
            raise ValueError(f"{section} is not an object")
        for name in [name for name, entry in records[section].items() if not whole(entry)]:
            damaged.append(f"{section}: {name}")
            del records[section][name]
    return records, damaged


def _is_answer(entry: Any) -> bool:
    try:
        Answer.restored(entry)
    except ValueError:
        return False
    return True


def _is_object(entry: Any) -> bool:
    return isinstance(entry, dict)


def _is_text(entry: Any) -> bool:
    return isinstance(entry, str)


def _is_help(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("hints", 0), int)
        and isinstance(entry.get("solution", False), bool)
    )


def _are_helps(entry: Any) -> bool:
    return isinstance(entry, dict) and all(map(_is_help, entry.values()))


def _are_objects(entry: Any) -> bool:
    return isinstance(entry, dict) and all(map(_is_object, entry.values()))


def _are_numbers(entry: Any) -> bool:
    return isinstance(entry, dict) and all(isinstance(each, int) for each in entry.values())


_WHOLE: dict[str, Callable[[Any], bool]] = {
    "passed": _is_help,
    "answers": _is_answer,
    "left_out": _is_text,
    "helped": _are_helps,
    "wrong": _are_numbers,
    "predictions": _are_objects,
}

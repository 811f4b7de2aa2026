"""What the course remembers about a learner: `my_progress.json` in the practice folder."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.place import put_aside, write_whole

FILE = "my_progress.json"
EMPTY: dict[str, Any] = {"version": 1, "passed": {}, "answers": {}, "predictions": {}}


def recorded(folder: Path | None) -> dict[str, Any]:
    """What is remembered in a practice folder; nothing where there is no such folder or file."""
    if folder is None:
        return copy.deepcopy(EMPTY)
    try:
        return _checked((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return copy.deepcopy(EMPTY)


@contextlib.contextmanager
def changing(folder: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Lend what is remembered, to be changed, and write it afterwards if it was.

    Whoever calls this holds the folder's lock (`place.alone`). Also lends a list of sentences to
    say: a file that cannot be read is put aside, and the list says where.
    """
    path, said = folder / FILE, []
    try:
        before = _checked(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        before = copy.deepcopy(EMPTY)
    except ValueError:
        aside = put_aside(path, "unreadable")
        said.append(f"{FILE} could not be read: it is now {aside.name}, and a new one begins.")
        before = copy.deepcopy(EMPTY)
    records = copy.deepcopy(before)
    yield records, said
    if records != before:
        write_whole(path, json.dumps(records, ensure_ascii=False, indent=1) + "\n")


def _checked(text: str) -> dict[str, Any]:
    """Parse the file; raises ValueError where it is not of the form that `EMPTY` shows."""
    records = json.loads(text)
    if not isinstance(records, dict):
        raise ValueError("not an object")
    for key, kind in (("passed", dict), ("answers", dict), ("predictions", dict)):
        if not isinstance(records.setdefault(key, {}), kind):
            raise ValueError(f"{key} is not an object")
    for answer in records["answers"].values():
        blocks = answer["blocks"] if isinstance(answer, dict) and "blocks" in answer else None
        if not isinstance(blocks, list) or not all(
            isinstance(block, dict) and {"name", "kind", "text", "uses"} <= block.keys()
            for block in blocks
        ):
            raise ValueError("an answer is not whole")
    return records

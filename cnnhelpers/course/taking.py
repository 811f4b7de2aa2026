"""`python -m cnnhelpers take FILE ...`: take over what was done elsewhere, such as in the browser.

`my_progress.json` holds all answers that passed, what helped and what was predicted; my_cnn.py is
written from it. What stands in the practice folder already stays: only what is missing is added.
A notebook gets a free name beside the copy that is there, as an update of the course would.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cnnhelpers.course.composing import FILE as LIBRARY
from cnnhelpers.course.files import alone, in_words
from cnnhelpers.course.library import renew
from cnnhelpers.course.normalise import KERNEL
from cnnhelpers.course.notebooks import read, written
from cnnhelpers.course.place import uncopied
from cnnhelpers.course.progress import chosen_folder
from cnnhelpers.course.records import FILE as RECORDS
from cnnhelpers.course.records import changing, read_file
from cnnhelpers.files import write_new

_TALLIES = ("helped", "predictions")  # notebook -> task -> what is known


def main(argv: Sequence[str] | None = None) -> int:
    """Take over the files that the arguments name; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers take",
        description="Take over what you did elsewhere, such as in the browser. What is in your "
        "practice folder already stays as it is.",
    )
    parser.add_argument("files", nargs="+", type=Path, help=f"{RECORDS}, and notebooks")
    parser.add_argument("--folder", type=Path, help="your practice folder, if not practice")
    options = parser.parse_args(argv)
    status = 0
    try:
        folder = chosen_folder(options.folder)
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in options.files:
        try:
            take = take_notebook if file.suffix == ".ipynb" else take_records
            for sentence in take(file, folder):
                print(sentence)
        except OSError as error:
            reading = error.filename == str(file)  # and not what is written
            print(f"{file} was not taken over: {in_words(error, reading)}.", file=sys.stderr)
            status = 1
        except ValueError as error:
            print(f"{file} was not taken over: {error}", file=sys.stderr)
            status = 1
    return status


def take_records(file: Path, folder: Path) -> list[str]:
    """Add what a `my_progress.json` remembers to that of a practice folder; returns sentences.

    Raises:
        ValueError: it is no such file.
        OSError: it cannot be read, or the folder's cannot be written.
    """
    theirs, damaged = read_file(file)
    if (folder / RECORDS).exists() and file.samefile(folder / RECORDS):
        raise ValueError(f"{folder} keeps its answers in it; --folder names another folder.")
    with alone(folder), changing(folder) as (ours, said):
        new = [name for name in theirs["answers"] if name not in ours["answers"]]
        for section in ("passed", "answers", "wrong"):
            ours[section] = {**theirs[section], **ours[section]}
        for section in _TALLIES:
            for notebook, tasks in theirs[section].items():
                ours[section][notebook] = {**tasks, **ours[section].get(notebook, {})}
        kept = len(theirs["answers"]) - len(new)
    said = [*said, *(renew(folder, LIBRARY) if new else [])]
    if damaged:
        said.append(f"Damaged in it, and left out: {', '.join(damaged)}.")
    names = f": {', '.join(new)}" if new else ""
    said.append(f"{len(new)} of the {len(theirs['answers'])} functions in it are new here{names}.")
    if kept:
        said.append(f"Of the other {kept}, those that were here stay.")
    return said


def take_notebook(file: Path, folder: Path) -> list[str]:
    """Copy a notebook into a practice folder, under a name that is free; returns sentences.

    Raises:
        ValueError: it is no notebook.
        OSError: it cannot be read, or the copy cannot be written.
    """
    try:
        notebook: dict[str, Any] = read(file)
        notebook["metadata"]["kernelspec"] = KERNEL  # the browser's has another name
        text = written(notebook)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError("it is no notebook.") from None
    if folder.resolve() in file.resolve().parents:
        return [f"{file} is there already."]
    name = uncopied(file.name)  # or updates would be updated
    target, number = folder / name, 1
    while True:
        try:
            write_new(target, text)
        except FileExistsError:
            if target.read_bytes() == text.encode():
                return [f"{target} is there already."]
            number += 1
            target = folder / f"{Path(name).stem}_updated_{number}.ipynb"
        else:
            return [f"{file.name} is {target} now."]

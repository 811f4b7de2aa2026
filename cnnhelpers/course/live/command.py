"""`python -m cnnhelpers live NN`: write the live copy of a notebook; nothing is overwritten."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from cnnhelpers.course.editions import write_copy
from cnnhelpers.course.files import free_place, in_words, shown
from cnnhelpers.course.live.edition import live_edition
from cnnhelpers.course.notebooks import beside_the_notebooks, course_notebooks, read, written


def main(argv: list[str] | None = None) -> int:
    """Write the copies and say what was done; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers live",
        description="Make the copy of a notebook that is typed before a class.",
    )
    parser.add_argument("notebooks", nargs="+", help="such as 09")
    parser.add_argument("--solved-to", default="", help="a section or block up to which all is in")
    parser.add_argument("--fresh", action="store_true", help="a new copy beside one that is there")
    parser.add_argument("--target", type=Path, help="folder for the copies, instead of live")
    options = parser.parse_args(argv)
    target = options.target or beside_the_notebooks("live")
    try:
        for path in course_notebooks(options.notebooks):
            print(make_live(path, target, options.solved_to, options.fresh))
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{shown(target)} cannot be written to: {in_words(error)}.", file=sys.stderr)
        return 1
    return 0


def make_live(path: Path, target: Path, solved_to: str = "", fresh: bool = False) -> str:
    """Write the live copy of a notebook into a folder; return a sentence that says what was done.

    A copy that is there is left alone; a `fresh` one gets a name of its own.

    Raises ValueError for a place that the notebook does not have, and for the folder of the
    complete notebooks, and OSError where nothing can be written; then nothing has changed.
    """
    if os.path.realpath(path.parent) == os.path.realpath(target):
        raise ValueError(
            f"{shown(target)} holds the complete notebooks; live copies need another folder."
        )
    edition = live_edition(read(path), path.name, path.parent, target, solved_to)
    place = target / path.name
    if os.path.lexists(place):
        if not fresh:
            return (
                f"{shown(place)} is there already and was left as it is; --fresh makes another "
                "copy beside it."
            )
        place = free_place(target / f"{path.stem}_live.ipynb")
    target.mkdir(parents=True, exist_ok=True)
    write_copy(place, written(edition))
    return f"Made {shown(place)}."

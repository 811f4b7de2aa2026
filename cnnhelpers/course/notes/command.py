"""`python -m cnnhelpers notes [NOTEBOOK ...]`: speaker pages, and the pages of INSTRUCTORS.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cnnhelpers.course.files import in_words, shown
from cnnhelpers.course.instructor import LENGTHS, TAUGHT
from cnnhelpers.course.notebooks import (
    beside_the_notebooks,
    course_notebooks,
    notebooks_folder,
    read,
)
from cnnhelpers.files import write_whole


def main(argv: list[str] | None = None) -> int:
    """Write speaker pages, or with --guide the pages of INSTRUCTORS.md; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers notes",
        description="Write the speaker pages of notebooks, for a second window and for print.",
    )
    parser.add_argument("notebooks", nargs="*", help="such as 05; all of them when left out")
    parser.add_argument(
        "--minutes", type=int, choices=LENGTHS, default=TAUGHT, help=f"{TAUGHT} when left out"
    )
    parser.add_argument("--target", type=Path, help="folder for the pages, instead of live")
    parser.add_argument(
        "--guide", action="store_true", help="write the pages of INSTRUCTORS.md anew, and no others"
    )
    options = parser.parse_args(argv)
    try:
        if options.guide:
            return _guide()
        return _pages(course_notebooks(options.notebooks), options)
    except FileNotFoundError as error:
        missing = f"{error.filename} is not there." if error.filename else error
        print(missing, file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1


def _pages(paths: list[Path], options: argparse.Namespace) -> int:
    from cnnhelpers.course.notes.page import speaker_page

    target = options.target or beside_the_notebooks("live")
    length = "" if options.minutes == TAUGHT else f"_{options.minutes}"
    status = 0
    for path in paths:
        place = target / f"{path.name[:2]}_notes{length}.html"
        try:
            page = speaker_page(read(path), path.name, options.minutes)
        except ValueError as error:
            print(f"{path.name} gets no speaker page: {error}", file=sys.stderr)
            status = 1
            continue
        try:
            target.mkdir(parents=True, exist_ok=True)
            write_whole(place, page)
        except OSError as error:
            print(
                f"{shown(place)} cannot be written: {in_words(error)}. Mend that, or give another "
                "folder with --target.",
                file=sys.stderr,
            )
            return 1
        print(f"Wrote {shown(place)}.")
    return status


def _guide() -> int:
    from cnnhelpers.course.notes.guide import FILE, with_pages

    place = notebooks_folder().parent / FILE
    text = place.read_text(encoding="utf-8")
    new = with_pages(text, course_notebooks())
    if new == text:
        print(f"{FILE}: nothing to change.")
    else:
        write_whole(place, new)
        print(f"{FILE}: written anew.")
    return 0

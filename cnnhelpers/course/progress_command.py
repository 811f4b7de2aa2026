"""`python -m cnnhelpers progress`: what is done, for learners and for whoever teaches them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cnnhelpers.course import classroom
from cnnhelpers.course.progress import chosen_folder, details


def main(argv: Sequence[str] | None = None) -> int:
    """`progress [--folder FOLDER] [NOTEBOOK ...]`, `progress export`, `progress merge`.

    Returns the exit status.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    commands = {"export": classroom.export, "merge": classroom.merge}
    try:
        if arguments and arguments[0] in commands:
            return commands[arguments[0]](arguments[1:])
        return show(arguments)
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def show(arguments: Sequence[str]) -> int:
    """Print one line a task."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers progress",
        description="Say which exercises you have done, and with what help.",
        epilog="`progress export` writes that down for whoever teaches you, `progress merge` puts "
        "the files of a class together; each has a --help of its own.",
    )
    parser.add_argument("notebooks", nargs="*", help="such as 02; all of them when left out")
    parser.add_argument(
        "--folder", type=Path, help="your practice folder, where it is not practice"
    )
    options = parser.parse_args(arguments)
    print(details(chosen_folder(options.folder), options.notebooks))
    return 0

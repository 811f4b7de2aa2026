"""`python -m cnnhelpers COMMAND`: what the course does outside of a notebook.

Each command is imported when it is called, so that `doctor` runs even where everything that the
others need is missing.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from cnnhelpers.course.files import in_words
from cnnhelpers.course.terminal import speak_plainly

COMMANDS = {
    "doctor": (
        "cnnhelpers.course.doctor",
        "say what is wrong with this environment, and how to mend it",
    ),
    "practice": (
        "cnnhelpers.course.editions",
        "make your practice copies of the notebooks; nothing of yours is overwritten",
    ),
    "live": (
        "cnnhelpers.course.live.command",
        "make the copy of a notebook that is typed before a class; --fresh for another one",
    ),
    "notes": (
        "cnnhelpers.course.notes.command",
        "write speaker pages for those who teach, to a second window or to paper",
    ),
    "progress": (
        "cnnhelpers.course.progress_command",
        "say which exercises you have done; export that, and merge what a class has exported",
    ),
    "assignment": (
        "cnnhelpers.course.assignment",
        "make an assignment of a notebook for nbgrader, for those who teach",
    ),
    "take": (
        "cnnhelpers.course.taking",
        "take over what you did elsewhere, such as in the browser",
    ),
    "new": (
        "cnnhelpers.course.new",
        "write the frame of a new exercise or notebook, for those who write the course",
    ),
    "record": (
        "cnnhelpers.exercises.recording",
        "record PyTorch's answers to the exercises, for those who write the course",
    ),
    "notebooks": (
        "cnnhelpers.course.normalise",
        "run the complete notebooks and store their outputs, for those who write the course",
    ),
}


def usage() -> str:
    """Return the help text: every command with what it does."""
    width = max(map(len, COMMANDS))
    lines = ["usage: python -m cnnhelpers COMMAND [OPTIONS]", ""]
    lines += [f"  {name:<{width}}   {purpose}" for name, (_, purpose) in COMMANDS.items()]
    return "\n".join([*lines, "", "`python -m cnnhelpers COMMAND --help` lists its options."])


def main(argv: list[str] | None = None) -> int:
    """Hand the arguments to the command that the first one names; returns the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    speak_plainly()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads on, such as `head`, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(f"`{arguments[0]}` was interrupted.", file=sys.stderr)
        return 130
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"`{arguments[0]}` failed: {where}{in_words(error, reading=True)}.", file=sys.stderr)
        return 1
    return status


def _run(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    name = arguments[0]
    if name not in COMMANDS:
        print(f"There is no command {name!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    try:
        return int(import_module(COMMANDS[name][0]).main(arguments[1:]))
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("cnnhelpers"):
            raise
        print(
            f"`{name}` needs the package {error.name}, which is not installed; "
            "`python -m cnnhelpers doctor` says how to mend that.",
            file=sys.stderr,
        )
        return 1


if __name__ == "__main__":
    sys.exit(main())

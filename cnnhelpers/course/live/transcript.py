"""What was run before the class, as a growing text that students can pull."""

from __future__ import annotations

import re
from pathlib import Path

from cnnhelpers.course.files import in_words
from cnnhelpers.files import copy_aside, write_whole

# The commands for whoever types: what they do is told, or is for the class to find out.
_COMMANDS = re.compile(r"^\s*%(?:next|catchup|mine|break|mend|pace|poll)\b.*$", re.MULTILINE)


class Transcript:
    """A Markdown file with every cell that was run, in order; it is written whole each time.

    What the file holds already stays in it, also what another kernel adds meanwhile.
    """

    def __init__(self, path: Path, title: str) -> None:
        self.path = path
        self._new = f"# {title}\n\nWhat was run before the class, cell by cell.\n"
        self._waiting = ""  # what is not in the file yet
        self._begun = False
        self._failed = False

    def add(self, source: str, error: BaseException | None = None) -> str:
        """Add a cell and write the file; returns a sentence where that fails for the first time."""
        source = _COMMANDS.sub("", source)
        if not source.strip():
            return ""
        longest = max(map(len, re.findall(r"`{3,}", source)), default=2)
        fence = "`" * (longest + 1)
        self._waiting += f"\n{fence}python\n{source.strip()}\n{fence}\n"
        if error is not None:
            self._waiting += f"\nThis raised {type(error).__name__}.\n"
        try:
            before, put = self._before()
            write_whole(self.path, before + self._waiting)
        except OSError as failure:
            said = "" if self._failed else f"{self.path.name} is not written: {in_words(failure)}."
            self._failed = True
            return said
        self._waiting, self._begun, self._failed = "", True, False
        return put

    def _before(self) -> tuple[str, str]:
        """Return what stands in the file, and a sentence where it had to be put aside."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return self._new, ""
        except UnicodeDecodeError:
            aside = copy_aside(self.path, "unreadable")
            put = f"{self.path.name} could not be read: it is {aside.name} now, and is begun anew."
            return self._new, put
        return (text if self._begun else text.rstrip() + "\n\n---\n"), ""

"""What was run before the class, as a growing text that students can pull."""

from __future__ import annotations

import re
from pathlib import Path

from cnnhelpers.course.files import in_words
from cnnhelpers.files import write_whole

# The commands for whoever types: what they do is told, or is for the class to find out.
_COMMANDS = re.compile(r"^\s*%(?:next|catchup|mine|break|mend|pace|poll)\b.*$", re.MULTILINE)


class Transcript:
    """A Markdown file with every cell that was run, in order; it is written whole each time.

    What a file of that name holds already, from a kernel before, stays in it.
    """

    def __init__(self, path: Path, title: str) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8").rstrip() + "\n\n---\n"
        except (OSError, UnicodeDecodeError):
            self.text = f"# {title}\n\nWhat was run before the class, cell by cell.\n"
        self._failed = False

    def add(self, source: str, error: BaseException | None = None) -> str:
        """Add a cell and write the file; returns a sentence where that fails for the first time."""
        source = _COMMANDS.sub("", source)
        if not source.strip():
            return ""
        longest = max(map(len, re.findall(r"`{3,}", source)), default=2)
        fence = "`" * (longest + 1)
        self.text += f"\n{fence}python\n{source.strip()}\n{fence}\n"
        if error is not None:
            self.text += f"\nThis raised {type(error).__name__}.\n"
        try:
            write_whole(self.path, self.text)
        except OSError as failure:
            said = "" if self._failed else f"{self.path.name} is not written: {in_words(failure)}."
            self._failed = True
            return said
        self._failed = False
        return ""

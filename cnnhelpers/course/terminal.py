"""Printing to terminals that know only some letters, as Windows' and plain C locales do.

Imports nothing but the standard library, and is written for old Pythons too: the doctor speaks
through it, whatever else is missing.
"""

from __future__ import annotations

import codecs
import sys

PLAIN = {
    "★": "*", "●": "x", "◐": "/", "○": "o", "✓": "v", "✗": "x", "·": "-", "×": "x", "−": "-",
    "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "→": "->", "≥": ">=",
    "≤": "<=",
}  # fmt: skip


def speak_plainly() -> None:
    """Let what stdout and stderr cannot print come out in plain letters, instead of an error.

    A sign gets a similar one, any other letter its number, so that a path can still be told.
    """
    codecs.register_error("cnnhelpers.plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="cnnhelpers.plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    escaped = (letter.encode("ascii", "backslashreplace").decode() for letter in letters)
    return "".join(map(PLAIN.get, letters, escaped)), error.end

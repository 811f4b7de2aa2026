"""One line of the doctor's report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of the report.

    `level` is "ok", "note" (harmless), "missing" (the course runs without it), "problem" (part of
    the course does not work) or "broken" (the course cannot run). `subject` names the thing,
    `sentence` says what is so, and `mend` what to do, as a command or a sentence, or "".
    """

    level: str
    subject: str
    sentence: str
    mend: str = ""

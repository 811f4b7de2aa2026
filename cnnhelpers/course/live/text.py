"""The text of a live copy: headings, minutes, what is tried. The rest is said, or linked."""

from __future__ import annotations

import re
from urllib.parse import quote

SHORT = 25  # words of a paragraph that is kept
_HEADING = re.compile(r"^#{1,6} ")
_SECTION = re.compile(r"^## (\d+ · .+)$")
_KEPT = re.compile(
    r"\*\*(?:Try to|A good place to stop)|^\*About |!\[|^\$\$|^```|^\|", re.MULTILINE
)
_SUMMARY = re.compile(r"^## Summary\n+(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_AFTER = re.compile(r"^## (?!\d+ · )", re.MULTILINE)


def shortened(text: str, name: str) -> str:
    """Return what a live copy keeps of a text in a numbered section.

    Headings, short paragraphs and what is tried stay; of a long paragraph before code, the sentence
    that leads to the code. Each section begins with a link to its text in the notebook `name`.
    """
    kept = []
    for paragraph in text.strip().split("\n\n"):
        if match := _SECTION.match(paragraph):
            kept += [paragraph, f"[The text of this section]({_anchor(name, match[1])})"]
        elif _HEADING.match(paragraph) or _KEPT.search(paragraph) or _is_short(paragraph):
            kept.append(paragraph)
        elif paragraph.endswith(":"):
            kept.append(re.split(r"(?<=[.?!])\s+", paragraph)[-1])
    return "\n\n".join(kept)


def before_the_end(text: str) -> str:
    """Return the part of a text that stands before a section without a number."""
    found = _AFTER.search(text)
    return text[: found.start()] if found else text


def summary(texts: list[str]) -> str:
    """Return the summary of a notebook, folded up; "" where it has none."""
    for text in texts:
        if found := _SUMMARY.search(text):
            head = "<details><summary>What was it about?</summary>"
            return f"{head}\n\n{found[1].strip()}\n\n</details>"
    return ""


def _anchor(name: str, heading: str) -> str:
    return f"{name}#{quote(heading.replace(' ', '-'))}"


def _is_short(paragraph: str) -> bool:
    return len(paragraph.split()) <= SHORT

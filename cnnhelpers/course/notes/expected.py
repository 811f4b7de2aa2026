"""What a class sees after a block was typed: texts and pictures from the stored outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from cnnhelpers.course.cells import is_code, is_question, tags

MOST_LINES = 12  # of an output

_HEADING = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """Something printed."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A picture: its address, which holds it whole, and the words for it."""

    source: str
    words: str


Shown = Text | Picture


def expected(notebook: dict[str, Any], cell: int) -> list[Shown]:
    """Return what is seen when a cell is run; of a cell that shows nothing, what comes next.

    A cell that only defines a function is followed by its check, and by code that uses it: as far
    as the first text after that, and never into the next section.
    """
    cells = notebook["cells"]
    found = list(_shown(cells[cell]))
    for following in cells[cell + 1 :] if not found else ():
        if is_code(following) and not is_question(following):
            found += _shown(following)
        elif "hint" not in tags(following) and (found or _HEADING.search(following["source"])):
            break
    return found


def _shown(cell: dict[str, Any]) -> Iterator[Shown]:
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream":
            yield _text(output["text"])
        elif output["output_type"] == "error":
            yield _text(f"{output['ename']}: {output['evalue']}")
        else:
            data = output["data"]
            words = data.get("text/plain", "")
            pictures = list(_pictures(data, words))
            yield from pictures
            if not pictures and words:
                yield _text(words.split("\n")[0] if "check" in tags(cell) else words)


def _text(text: str) -> Text:
    lines = text.rstrip("\n").split("\n")
    return Text("\n".join([*lines[:MOST_LINES], *(["…"] if len(lines) > MOST_LINES else [])]))


def _pictures(data: dict[str, str], words: str) -> Iterator[Picture]:
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            yield Picture(f"data:{kind};base64,{''.join(data[kind].split())}", words)
    if "text/html" in data:
        reader = _Images()
        reader.feed(data["text/html"])
        yield from reader.found


class _Images(HTMLParser):
    """Collects the pictures that a piece of HTML holds; those that it only names stay away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Picture] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        source = values.get("src") or ""
        if tag == "img" and source.startswith("data:image/"):
            self.found.append(Picture(source, values.get("alt") or ""))

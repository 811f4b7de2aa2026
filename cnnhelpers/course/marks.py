"""The few marks of Markdown that a question has: `code`, **bold** and *italic*."""

from __future__ import annotations

import html
import re

_CODE = re.compile(r"(`+)(.+?)\1")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*(?=\S)(.+?)(?<=\S)\*")


def plain(markdown: str) -> str:
    """Return a text without its marks."""
    return _marked(markdown, "{}", r"\1", r"\1")


def as_html(markdown: str) -> str:
    """Return a text as HTML: its marks as tags, everything else escaped."""
    return _marked(html.escape(markdown), "<code>{}</code>", r"<b>\1</b>", r"<i>\1</i>")


def _marked(text: str, code: str, bold: str, italic: str) -> str:
    parts = _CODE.split(text)  # text, ticks, code, text, ...
    done = []
    for place in range(0, len(parts), 3):
        done.append(_ITALIC.sub(italic, _BOLD.sub(bold, parts[place])))
        if place + 2 < len(parts):
            done.append(code.format(parts[place + 2].strip()))
    return "".join(done)

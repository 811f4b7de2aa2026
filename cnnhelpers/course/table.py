"""A table that shows itself: as text in a terminal, with links in a notebook."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

_LEFT = 'style="text-align: left"'


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere."""

    text: str
    address: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Table:
    """Lines of entries below a head, and a sentence that says what they come to."""

    head: Sequence[str]
    lines: Sequence[Sequence[str | Link]]
    sentence: str

    def __repr__(self) -> str:
        texts = [[str(entry) for entry in line] for line in (self.head, *self.lines)]
        widths = [max(map(len, column)) for column in zip(*texts)]
        texts.insert(1, ["-" * width for width in widths])
        lines = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in texts]
        return "\n".join([*lines, "", self.sentence])

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" {_LEFT}>{html.escape(name)}</th>' for name in self.head)
        lines = []
        for first, *others in self.lines:
            cells = [f'<th scope="row" {_LEFT}>{_as_html(first)}</th>']
            cells += [f"<td {_LEFT}>{_as_html(entry)}</td>" for entry in others]
            lines.append(f"<tr>{''.join(cells)}</tr>")
        return (
            f"<table><caption {_LEFT}>{html.escape(self.sentence)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
        )


def _as_html(entry: str | Link) -> str:
    if isinstance(entry, Link):
        return f'<a href="{html.escape(entry.address)}">{html.escape(entry.text)}</a>'
    return html.escape(entry)

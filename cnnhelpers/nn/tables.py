"""Tables as lines of text and as HTML: words to the left, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def text_lines(rows: Sequence[Sequence[str]], left: int = 1) -> list[str]:
    """Return a table as lines of text; ``left`` columns hold words, the others numbers."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            text.ljust(width) if column < left else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths))
        ).rstrip()
        for row in rows
    ]


def html_table(rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """Return a table with its head first; ``left`` columns hold words, the others numbers."""

    def line(cells: Sequence[str], tag: str) -> str:
        sides = ["left" if place < left else "right" for place in range(len(cells))]
        return "".join(
            f'<{tag} style="text-align: {side}">{escape(text)}</{tag}>'
            for side, text in zip(sides, cells)
        )

    head, *body = rows
    inside = "\n".join(f"<tr>{line(cells, 'td')}</tr>" for cells in body)
    top = f"<thead><tr>{line(head, 'th')}</tr></thead>"
    # JupyterLab makes tables no larger in its presentation mode, unless they say so.
    return f'<table style="font-size: 1em">\n{top}\n<tbody>\n{inside}\n</tbody>\n</table>'

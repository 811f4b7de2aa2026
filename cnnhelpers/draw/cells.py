"""The cells of a grid as parts: a whole block, one cell, a hollow one, the outline of a window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from cnnhelpers.draw.scene import Part, number
from cnnhelpers.draw.style import CARD, DIGIT_WIDTH, WINDOW, WINDOW_CASING, Role


def block(cells: list[list[str]], look: Role, width: float, height: float, font: float) -> Part:
    """Return a filled block of cells with its lines and numbers; origin at its top left corner."""
    rows, columns = len(cells), len(cells[0])
    full_width, full_height = columns * width, rows * height
    lines = "".join(f"M{number(c * width)} 0v{number(full_height)}" for c in range(1, columns))
    lines += "".join(f"M0 {number(r * height)}h{number(full_width)}" for r in range(1, rows))
    parts = [
        f'<rect width="{number(full_width)}" height="{number(full_height)}" fill="{look.fill}"/>'
    ]
    if look.hatch:
        parts.append(f'<path d="{_hatch(full_width, full_height)}" stroke="{look.hatch}"/>')
    if lines:
        dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
        parts.append(
            f'<path d="{lines}" stroke="{look.line}" '
            f'stroke-width="{number(look.line_width)}"{dash}/>'
        )
    dash = f' stroke-dasharray="{look.edge_dash}"' if look.edge_dash else ""
    parts.append(
        f'<rect width="{number(full_width)}" height="{number(full_height)}" fill="none" '
        f'stroke="{look.edge}" stroke-width="{number(look.edge_width)}"{dash}/>'
    )
    slant = ' font-style="italic"' if look.italic else ""
    parts.append(f'<g font-size="{number(font)}" fill="{look.text}"{slant}>')
    for r, line in enumerate(cells):
        y = number(round((r + 0.5) * height + 0.355 * font, 1))
        for c, content in enumerate(line):
            if content:
                x = number((c + 0.5) * width)
                parts.append(f'<text x="{x}" y="{y}">{escape(content, quote=False)}</text>')
    parts.append("</g>")
    return Part("".join(parts))


def _hatch(width: float, height: float, step: float = 7) -> str:
    """Return diagonals that fill a rectangle, cut at its edges (a clip path would need an id)."""
    path = []
    offset = step
    while offset < width + height:
        x0, y0 = (offset, 0.0) if offset <= width else (width, offset - width)
        x1, y1 = (0.0, offset) if offset <= height else (offset - height, height)
        path.append(f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}")
        offset += step
    return "".join(path)


def window_outline(width: float, height: float) -> Part:
    """Return the thick outline of a window, in the kernel's colour with a dark casing.

    It lies outside the window's cells, so that it covers none of their numbers.
    """
    size = (
        f'x="-2" y="-2" width="{number(width + 4)}" height="{number(height + 4)}" rx="3" '
        'fill="none"'
    )
    return Part(
        f'<rect {size} stroke="{WINDOW_CASING}" stroke-width="5.5"/>'
        f'<rect {size} stroke="{WINDOW}" stroke-width="3.5"/>'
    )


def cell(content: str, look: Role, width: float, height: float, font: float) -> Part:
    """Return one filled cell with its number, for grids that fill up cell by cell."""
    slant = ' font-style="italic"' if look.italic else ""
    dash = f' stroke-dasharray="{look.dash}"' if look.dash else ""
    markup = (
        f'<rect width="{number(width)}" height="{number(height)}" fill="{look.fill}" '
        f'stroke="{look.line}" stroke-width="{number(look.line_width)}"{dash}/>'
    )
    if content:
        font = min(font, (width - 2) / (DIGIT_WIDTH * len(content)))
        markup += (
            f'<text x="{number(width / 2)}" y="{number(round(height / 2 + 0.355 * font, 1))}" '
            f'font-size="{number(round(font, 1))}" fill="{look.text}"{slant}>'
            f"{escape(content, quote=False)}</text>"
        )
    return Part(markup)


def cell_size(cells: list[list[str]], extra_columns: int = 0) -> tuple[float, float, float]:
    """Return width and height of a cell and the font size, in pixels, for a grid of its own."""
    side = max(len(cells), len(cells[0]) + extra_columns)
    height = 34 if side <= 8 else 28 if side <= 14 else max(16, 420 // side)
    font = round(height * 0.46, 1)
    longest = max((len(content) for line in cells for content in line), default=1)
    width = max(height, int(longest * font * DIGIT_WIDTH + 9))
    return width, height, font


def hollow(holes: Sequence[tuple[int, int]], look: Role, width: float, height: float) -> Part:
    """Return white cells with a dashed outline over the block."""
    path = "".join(
        f"M{number(c * width)} {number(r * height)}h{number(width)}v{number(height)}"
        f"h{number(-width)}z"
        for r, c in holes
    )
    return Part(f'<path d="{path}" fill="{CARD}" stroke="{look.edge}" stroke-dasharray="2 3"/>')

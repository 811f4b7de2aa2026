"""Pieces that the pictures of several explorers are made of, each drawn once.

Sizes are pixels of the scene. Letters of 11 pixels are the smallest that a reader is sure to see;
smaller ones are ``fine`` print, which the page leaves out where it shows the picture small.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cnnhelpers.draw.cells import block, cell, window_outline
from cnnhelpers.draw.scene import Group, Part, Placed, caption, number, text
from cnnhelpers.draw.style import DIGIT_WIDTH, INK, PEN, ROLES, WINDOW, WRONG

LETTERS = 11  # the smallest that are sure to be seen
HEAD = 12  # of a heading

Cells = tuple[tuple[str, ...], ...]


def frozen(cells: Sequence[Sequence[str]]) -> Cells:
    """Return cells as tuples, which name a piece that was drawn before."""
    return tuple(tuple(line) for line in cells)


def fitting(contents: Sequence[str], least: int) -> int:
    """Return the width of a cell, at least ``least``, in which the longest of these is legible."""
    longest = max((len(content) for content in contents), default=1)
    return max(least, int(LETTERS * DIGIT_WIDTH * longest + 3))


def letters(content: str, width: float, height: float) -> float:
    """Return the size of the letters that fit into a cell, 11 where it is made for its content."""
    across = (width - 2) / (DIGIT_WIDTH * max(1, len(content)))
    return round(min(max(LETTERS, 0.58 * height), 0.68 * height, across), 1)


@lru_cache(maxsize=256)
def outline(width: float, height: float) -> Part:
    """Return the thick outline of a window."""
    return window_outline(width, height)


@lru_cache(maxsize=4096)
def line(content: str, size: float = HEAD, colour: str = PEN, bold: bool = False) -> Part:
    """Return a line of text that begins at 0."""
    return text(content, size, colour=colour, anchor="start", bold=bold)


@lru_cache(maxsize=4096)
def label(content: str, size: float = HEAD, colour: str = PEN, bold: bool = False) -> Part:
    """Return a line of text around 0."""
    return text(content, size, colour=colour, bold=bold)


@lru_cache(maxsize=1024)
def heading(content: str, colour: str = "") -> Part:
    """Return a small heading around 0."""
    if colour:
        return text(content, HEAD, colour=colour, bold=True)
    return caption(content, size=HEAD)


@lru_cache(maxsize=1024)
def title(content: str) -> Part:
    """Return a small heading that begins at 0."""
    return caption(content, "start", HEAD)


@lru_cache(maxsize=512)
def cached_block(cells: Cells, kind: str, width: float, height: float) -> Part:
    """Return a block of cells in the colours of a role."""
    longest = max((content for row in cells for content in row), key=len)
    return block([list(row) for row in cells], ROLES[kind], width, height,
                 letters(longest, width, height))  # fmt: skip


@lru_cache(maxsize=64)
def ring(shape: tuple[int, int], padding: tuple[int, int], width: float, height: float) -> Part:
    """Return the zeros around an array of this shape, padded by (vertical, horizontal)."""
    rows, columns = (size + 2 * pad for size, pad in zip(shape, padding))

    def inside(row: int, column: int) -> bool:
        return (
            padding[0] <= row < padding[0] + shape[0]
            and padding[1] <= column < padding[1] + shape[1]
        )

    zeros = [["" if inside(r, c) else "0" for c in range(columns)] for r in range(rows)]
    return block(zeros, ROLES["padding"], width, height, letters("0", width, height))


@lru_cache(maxsize=256)
def empty(rows: int, columns: int, width: float, height: float) -> Part:
    """Return the frame of an output that is not filled yet."""
    wide, tall = columns * width, rows * height
    lines = "".join(f"M{number(c * width)} 0v{number(tall)}" for c in range(1, columns))
    lines += "".join(f"M0 {number(r * height)}h{number(wide)}" for r in range(1, rows))
    edge = ROLES["output"].edge
    inner = f'<path d="{lines}" stroke="#8fb89d" stroke-dasharray="2 3"/>' if lines else ""
    return Part(
        f'<rect width="{number(wide)}" height="{number(tall)}" fill="#f2f7f3" stroke="{edge}" '
        f'stroke-width="1.5"/>{inner}'
    )


@lru_cache(maxsize=8192)
def answer_cell(content: str, wrong: bool, width: float, height: float) -> Part:
    """Return a cell of the output; a wrong one is pale with a dark corner."""
    size = letters(content, width, height)
    if not wrong:
        return cell(content, ROLES["output"], width, height, size)
    corner = number(round(height * 0.4, 1))
    return Part(
        f'<rect width="{number(width)}" height="{number(height)}" fill="#fbe9df" '
        f'stroke="{WRONG}" stroke-width="1.5"/>'
        f'<path d="M0 0h{corner}L0 {corner}z" fill="{WRONG}"/>'
        f'<text x="{number(width / 2)}" y="{number(round(height / 2 + 0.355 * size, 1))}" '
        f'font-size="{number(size)}" fill="{INK}">{content}</text>'
    )


def answer_cells(
    texts: Sequence[Sequence[str]], wrong: Sequence[Sequence[bool]], width: float, height: float
) -> Group:
    """Return the cells of an output, which fill up one by one."""
    return Group(
        tuple(
            Placed(answer_cell(content, marked, width, height), c * width, r * height)
            for r, (contents, marks) in enumerate(zip(texts, wrong, strict=True))
            for c, (content, marked) in enumerate(zip(contents, marks, strict=True))
        )
    )


@lru_cache(maxsize=4096)
def tap(value: str, weight: str, kind: str, width: float, height: float) -> Part:
    """Return an input cell under the window: its value, and in fine print the weight it meets."""
    look = ROLES[kind]
    strip = round(height * 0.38)
    upper = height - strip
    size = min(letters(value, width, height), upper)
    small = round(min(strip * 0.95, (width - 2) / (DIGIT_WIDTH * (len(weight) + 1))), 1)
    return Part(
        f'<rect width="{number(width)}" height="{number(height)}" fill="{look.fill}" '
        f'stroke="{look.line}"/>'
        f'<rect y="{number(upper)}" width="{number(width)}" height="{strip}" fill="{WINDOW}"/>'
        f'<text x="{number(width / 2)}" y="{number(round(upper / 2 + 0.37 * size, 1))}" '
        f'font-size="{number(size)}" fill="{look.text}">{value}</text>'
        f'<text class="fine" x="{number(width / 2)}" '
        f'y="{number(round(upper + strip / 2 + 0.36 * small, 1))}" '
        f'font-size="{number(small)}" fill="{INK}">×{weight}</text>'
    )


@lru_cache(maxsize=2048)
def plain_cell(content: str, width: float, height: float) -> Part:
    """Return a cell without a colour of its own, such as a product."""
    return cell(content, ROLES["plain"], width, height, letters(content, width, height))

"""Pieces that the pictures of several explorers are made of, each drawn once."""

from __future__ import annotations

from functools import lru_cache

from cnnhelpers.draw.grid import block, cell, window_outline
from cnnhelpers.draw.scene import Part, caption, number, text
from cnnhelpers.draw.style import ROLES, WRONG


@lru_cache(maxsize=256)
def outline(width: float, height: float) -> Part:
    return window_outline(width, height)


@lru_cache(maxsize=1024)
def sum_line(content: str) -> Part:
    return text(content, 15, bold=True)


@lru_cache(maxsize=256)
def heading(content: str, colour: str = "") -> Part:
    return text(content, 13, colour=colour, bold=True) if colour else caption(content)


@lru_cache(maxsize=256)
def cached_block(cells: tuple[tuple[str, ...], ...], kind: str, size: int) -> Part:
    longest = max(len(content) for line in cells for content in line)
    font = round(min(0.46 * size, (size - 3) / (0.63 * longest)), 1)
    return block([list(line) for line in cells], ROLES[kind], size, size, font)


def frozen(cells: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line) for line in cells)


@lru_cache(maxsize=64)
def ring(shape: tuple[int, int], padding: int, size: int) -> Part:
    rows, columns = shape
    inside_rows = range(padding, padding + rows)
    inside_columns = range(padding, padding + columns)
    zeros = [
        [
            "" if r in inside_rows and c in inside_columns else "0"
            for c in range(columns + 2 * padding)
        ]
        for r in range(rows + 2 * padding)
    ]
    return block(zeros, ROLES["padding"], size, size, round(0.46 * size, 1))


@lru_cache(maxsize=256)
def empty(rows: int, columns: int, size: int) -> Part:
    """Return the frame of an output that is not filled yet."""
    width, height = columns * size, rows * size
    lines = "".join(f"M{c * size} 0v{height}" for c in range(1, columns))
    lines += "".join(f"M0 {r * size}h{width}" for r in range(1, rows))
    edge = ROLES["output"].edge
    inner = f'<path d="{lines}" stroke="#8fb89d" stroke-dasharray="2 3"/>' if lines else ""
    return Part(
        f'<rect width="{width}" height="{height}" fill="#f2f7f3" stroke="{edge}" '
        f'stroke-width="1.5"/>{inner}'
    )


@lru_cache(maxsize=4096)
def answer_cell(content: str, wrong: bool, size: int) -> Part:
    if not wrong:
        return cell(content, ROLES["output"], size, size, round(0.46 * size, 1))
    font = round(min(0.46 * size, (size - 2) / (0.63 * max(1, len(content)))), 1)
    corner = round(size * 0.36)
    return Part(
        f'<rect width="{size}" height="{size}" fill="#fbe9df" stroke="{WRONG}" stroke-width="1.5"/>'
        f'<path d="M0 0h{corner}L0 {corner}z" fill="{WRONG}"/>'
        f'<text x="{number(size / 2)}" y="{number(round(size / 2 + 0.355 * font, 1))}" '
        f'font-size="{number(font)}" fill="#1a1a1a">{content}</text>'
    )

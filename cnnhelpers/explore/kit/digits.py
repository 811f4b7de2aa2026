"""Numbers in which each digit says which output it comes from: 1, 10, 100, 1000 were sent."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, number
from cnnhelpers.draw.style import INK, ROLES, WINDOW, WRONG

POWERS = (1, 10, 100, 1000)
STEP = 7.4  # pixels from digit to digit


@lru_cache(maxsize=4096)
def as_text(value: float) -> str:
    """Return a number as it is drawn; what is not whole has up to two decimals."""
    if not np.isfinite(value):
        return "nan" if np.isnan(value) else "∞"
    text = f"{value:.0f}" if value == round(value) else f"{value:.2f}".rstrip("0")
    return text.replace("-", "−")


def as_rows(array: np.ndarray) -> str:
    """Return the rows of an array as a sentence says them."""
    return " / ".join(" ".join(map(as_text, row)) for row in array.tolist())


def digit_cells(
    mine: np.ndarray, right: np.ndarray, digit: int | None, wide: float, tall: float
) -> list[Placed]:
    """Return the cells of a gradient, those that are wrong marked."""
    wrong = (mine != right).tolist()
    return [
        Placed(digit_cell(as_text(value), digit, wrong[r][c], wide, tall), c * wide, r * tall)
        for r, row in enumerate(mine.tolist())
        for c, value in enumerate(row)
    ]


@lru_cache(maxsize=8192)
def digit_cell(content: str, digit: int | None, wrong: bool, width: float, height: float) -> Part:
    """Return a cell of a gradient; one digit is marked, counted from the right, from 0.

    A wrong number stands on a pale cell with a dark corner.
    """
    fill, edge = ("#fbe9df", WRONG) if wrong else ("#f8eaf3", ROLES["gradient"].fill)
    drawn = [
        f'<rect width="{number(width)}" height="{number(height)}" fill="{fill}" stroke="{edge}"/>'
    ]
    if wrong:
        corner = number(round(height * 0.34, 1))
        drawn.append(f'<path d="M0 0h{corner}L0 {corner}z" fill="{WRONG}"/>')
    base = number(round(height / 2 + 4.2, 1))
    marked = -1 if digit is None or not content.isdigit() else len(content) - 1 - digit
    if marked >= 0 and content[marked] != "0":
        middle = width / 2 + (marked - (len(content) - 1) / 2) * STEP
        drawn.append(
            f'<rect x="{number(round(middle - 4.4, 1))}" y="{number(round(height / 2 - 7.5, 1))}" '
            f'width="8.8" height="15" rx="2" fill="{WINDOW}" stroke="{INK}"/>'
        )
    if content.isdigit():
        places = " ".join(
            number(round(width / 2 + (index - (len(content) - 1) / 2) * STEP, 1))
            for index in range(len(content))
        )
    else:
        places = number(width / 2)
    size = 12 if len(content) <= 4 else max(11, round((width - 2) / (0.6 * len(content)), 1))
    drawn.append(
        f'<text x="{places}" y="{base}" font-size="{number(size)}" fill="{INK}">'
        f"{escape(content)}</text>"
    )
    return Part("".join(drawn))

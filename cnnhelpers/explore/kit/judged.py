"""A number that a learner's function gave: right or wrong, in a sentence and as a line."""

from __future__ import annotations

from functools import lru_cache
from numbers import Real
from typing import Any

from cnnhelpers.draw.scene import Part, text
from cnnhelpers.draw.style import INK, ROLES, WRONG


def judged(value: Any, true: int) -> tuple[bool | None, str]:
    """Return whether an answer is right (None: there is none), and a sentence about it."""
    if value is None or value is Ellipsis:
        return None, f"Your function returned {value}; the answer above is the course's."
    if isinstance(value, bool) or not isinstance(value, Real):
        return False, f"Your function returned {type(value).__name__}, not a number."
    number_ = float(value)
    shown = f"{number_:.2f}".rstrip("0").rstrip(".") if number_ % 1 else str(value)
    shown = shown.replace("-", "−")
    if true:
        right = bool(value == true)
        return right, f"Your function gives {shown}" + (", too." if right else f", not {true}.")
    right = bool(value <= 0)
    return right, f"Your function gives {shown}" + (
        ": no window." if right else ", but no window fits."
    )


@lru_cache(maxsize=1024)
def verdict(right: bool | None, words: str) -> Part:
    """Return the line about a learner's answer: a tick, or a cross on a box with a dark corner."""
    shown = words if len(words) <= 92 else words[:91] + "…"
    line = text(shown, 14, anchor="start", bold=right is False).markup
    if right is None:
        return Part(line)
    if right:
        sign = f'<path d="M0 0l5 6l9 -13" fill="none" stroke="{ROLES["output"].fill}" '
    else:
        wide = 736
        sign = (
            f'<rect x="-8" y="-13" width="{wide}" height="26" fill="#fbe9df" stroke="{WRONG}" '
            f'stroke-width="1.5"/><path d="M-8 -13h12l-12 12z" fill="{WRONG}"/>'
            f'<path d="M3 -5l10 10M13 -5l-10 10" fill="none" stroke="{INK}" '
        )
    return Part(f'{sign}stroke-width="2.5"/><g transform="translate(22,0)">{line}</g>')

"""A number that a learner's function gives: right or wrong, in a sentence and as a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from numbers import Integral, Real
from typing import Any

from cnnhelpers.draw.scene import Part, text
from cnnhelpers.draw.style import INK, PEN, ROLES, WRONG
from cnnhelpers.explore.kit.learner import guarded, trouble


@dataclass(frozen=True)
class Judged:
    """A sentence about a function's answer, and whether it is right (None: there is none)."""

    right: bool | None
    words: str

    def line(self, width: float) -> Part:
        """Return it as a line: a tick, or a cross on a box so wide with a dark corner."""
        return _line(self.right, self.words, width)


def ask_number(function: Callable[..., Any], *arguments: Any, true: int, **options: Any) -> Judged:
    """Call a function and judge the number that it gives; no exception leaves.

    Where nothing fits, the true answer is 0: then any number that is not positive is right, and so
    is a ValueError.
    """
    done = guarded(function, *arguments, read=lambda value: _judged(value, true), options=options)
    problem = trouble(done)
    if not problem:
        return done.value
    return Judged(not true and isinstance(done.error, ValueError), problem.rstrip(".") + ".")


def _judged(value: Any, true: int) -> Judged:
    if value is None or value is Ellipsis:
        return Judged(None, f"Your function returned {value}; the answer above is the course's.")
    if isinstance(value, bool) or not isinstance(value, Real):
        return Judged(False, f"Your function returned {type(value).__name__}, not a number.")
    amount = float(value)
    if amount % 1:
        shown = f"{amount:.2f}".rstrip("0").rstrip(".")
    else:
        shown = _whole(value) if isinstance(value, Integral) else str(value)
    shown = shown.replace("-", "−")
    if true:
        right = bool(value == true)
        words = f"Your function gives {shown}" + (", too." if right else f", not {_whole(true)}.")
        return Judged(right, words)
    right = bool(value <= 0)
    more = ": no window." if right else ", but no window fits."
    return Judged(right, f"Your function gives {shown}{more}")


def _whole(number: Integral | int) -> str:
    """Five digits and more with commas, as the pictures write them."""
    return f"{number:,}" if abs(int(number)) >= 10_000 else str(number)


@lru_cache(maxsize=1024)
def _line(right: bool | None, words: str, width: float) -> Part:
    most = int(width / 6.6) - 4
    shown = words if len(words) <= most else words[: most - 1] + "…"
    if right is None:
        return Part(text(shown, 12, anchor="start").markup)
    said = text(shown, 12, anchor="start", bold=not right, colour=PEN if right else INK).markup
    if right:
        sign = f'<path d="M0 0l4 5l8 -11" fill="none" stroke="{ROLES["output"].fill}" '
    else:
        sign = (
            f'<rect x="-6" y="-10" width="{round(width)}" height="20" fill="#fbe9df" '
            f'stroke="{WRONG}" stroke-width="1.5"/><path d="M-6 -10h10l-10 10z" fill="{WRONG}"/>'
            f'<path d="M3 -4l8 8M11 -4l-8 8" fill="none" stroke="{INK}" '
        )
    return Part(f'{sign}stroke-width="2.5"/><g transform="translate(18,0)">{said}</g>')

"""A picture as data: parts placed on a card, and the sentence that says what it shows.

A *part* is a piece of SVG that is written once. A *scene* places parts. The saved picture is the
scene's :meth:`Scene.svg`; an explorer ships the parts once, then only tells the page which of them
stand where. Both therefore draw the same markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import NamedTuple

from cnnhelpers.draw.embedding import svg_html
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.style import CARD, FONT, INK, PEN, QUIET

WIDE = 0.55  # of a letter in a sentence, in ems, in the widest of the fonts


@dataclass(frozen=True)
class Part:
    """A piece of SVG markup with its origin at (0, 0). Parts with equal markup are one part."""

    markup: str


class Placed(NamedTuple):
    """A part at (dx, dy). ``first=n`` draws only the first n children of a group."""

    part: Part | Group
    dx: float = 0
    dy: float = 0
    first: int | None = None

    def svg(self) -> str:
        """Return the markup of the part where it stands."""
        if isinstance(self.part, Part):
            inside = self.part.markup
        else:
            inside = "".join(child.svg() for child in self.part.children[: self.first])
        return f'<g transform="translate({number(self.dx)},{number(self.dy)})">{inside}</g>'


@dataclass(frozen=True)
class Group:
    """Placed parts that belong together, such as the cells of an output."""

    children: tuple[Placed, ...]


def number(value: float) -> str:
    """Return a coordinate as text, without a needless ``.0``."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def svg_start(width: float, height: float) -> str:
    """Return the attributes of ``<svg>``, which the saved and the live picture share."""
    return (
        f'width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" role="img" '
        f'font-family="{FONT}" text-anchor="middle" color="{INK}"'
    )


def card(width: float, height: float) -> str:
    """Return the white background that makes a picture readable on a dark page."""
    return f'<rect width="{number(width)}" height="{number(height)}" rx="8" fill="{CARD}"/>'


@dataclass(frozen=True)
class Scene:
    """A drawn state: its size in pixels, its placed parts, and the phrases of its sentence.

    ``axis`` is the height at which :func:`cnnhelpers.draw.row` lines up its neighbours; by default
    the middle. ``regions`` react to being pointed at in an explorer.
    """

    width: float
    height: float
    placed: tuple[Placed, ...]
    phrases: tuple[str, ...]
    axis: float | None = None
    regions: tuple[Region, ...] = ()

    @property
    def sentence(self) -> str:
        """What the picture shows, in words."""
        return " ".join(self.phrases)

    alt = sentence

    def svg(self) -> str:
        """Return the picture as an SVG document, without ids and dates: same state, same text."""
        inside = "".join(placed.svg() for placed in self.placed)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {svg_start(self.width, self.height)}>'
            f"<title>{escape(self.sentence, quote=False)}</title>"
            f"{card(self.width, self.height)}{inside}</svg>"
        )

    def html(self) -> str:
        """Return the picture as HTML with its sentence as alternative text."""
        return svg_html(self.svg(), self.sentence, self.width, self.height)

    def captioned(self, size: float = 14) -> Scene:
        """Return the scene with its sentence written below, ``size`` pixels high."""
        columns = int((self.width - 40) / (WIDE * size))
        step = round(1.45 * size)
        lines = tuple(
            Placed(text(line, size, anchor="start"), 20, self.height + step * (index + 0.5))
            for index, line in enumerate(wrapped(self.sentence, columns))
        )
        height = self.height + step * len(lines) + 14
        return replace(self, height=height, placed=self.placed + lines)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.sentence}

    def __repr__(self) -> str:
        return self.sentence


def text(
    content: str,
    size: float = 13,
    *,
    colour: str = PEN,
    anchor: str = "middle",
    bold: bool = False,
    italic: bool = False,
) -> Part:
    """Return a line of text whose vertical middle is at 0."""
    attributes = f'y="{number(round(0.355 * size, 1))}" font-size="{number(size)}" fill="{colour}"'
    if anchor != "middle":
        attributes += f' text-anchor="{anchor}"'
    if bold:
        attributes += ' font-weight="600"'
    if italic:
        attributes += ' font-style="italic"'
    return Part(f"<text {attributes}>{escape(content, quote=False)}</text>")


def caption(content: str, anchor: str = "middle", size: float = 13) -> Part:
    """Return a small heading for a grid."""
    return text(content, size, colour=QUIET, anchor=anchor, bold=True)


def wrapped(content: str, columns: int) -> list[str]:
    """Return a sentence in lines of at most so many letters (a longer word has its own)."""
    lines = [""]
    for word in content.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > columns:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def message(lines: Iterable[str], size: float = 14) -> Part:
    """Return a few centred lines of text, around (0, 0)."""
    lines = list(lines)
    step = round(1.4 * size)
    top = -step * (len(lines) - 1) / 2
    return Part(
        "".join(
            f'<text y="{number(round(top + step * index + 0.355 * size, 1))}" '
            f'font-size="{number(size)}" fill="{PEN}">{escape(line, quote=False)}</text>'
            for index, line in enumerate(lines)
        )
    )

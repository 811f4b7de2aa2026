"""The words in the explorers' pictures: none reaches beyond its picture, none runs into another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from cnnhelpers import explore
from cnnhelpers.explore.kit.explorer import Explorer

STATES = 40  # of each explorer, besides those with a control at one of its ends


class Words(NamedTuple):
    """A text in a picture, and the box that it needs in the widest of the usual fonts."""

    content: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Words) -> bool:
        """Whether it runs into another text of the same line; one drawn anew covers itself.

        Words need a space between them, the numbers of neighbouring cells have a line there.
        """
        if self.content == other.content:
            return False
        beside = min(self.bottom, other.bottom) - max(self.top, other.top)
        across = min(self.right, other.right) - max(self.left, other.left)
        words = any(map(str.isalpha, self.content + other.content))
        low = min(self.bottom - self.top, other.bottom - other.top)
        return across > (-3 if words else 2) and beside > 0.6 * low


def explorers() -> list[type[Explorer]]:
    found = [getattr(explore, name) for name in explore.__all__]
    return [
        one
        for one in found
        if isinstance(one, type) and issubclass(one, Explorer) and one is not Explorer
    ]


def some_states(explorer: Explorer) -> Iterator[dict]:
    """Yield the start, each control at its ends, and states drawn at random."""
    controls, drawn = explorer.controls, random.Random(0)
    yield {}
    for control in controls:
        for value in (control.values[0], control.values[-1]):
            yield {control.name: value}
    for _ in range(STATES):
        yield {control.name: drawn.choice(control.values) for control in controls}


@cache
def width_of(content: str, bold: bool) -> float:
    """Return how wide a text is at a size of 1 px."""
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
    return TextPath((0, 0), content, size=100, prop=font, usetex=False).get_extents().x1 / 100


def words_of(svg: str) -> Iterator[Words]:
    yield from _words(ElementTree.fromstring(svg), 0, 0, {})


def _words(node: ElementTree.Element, x: float, y: float, look: dict) -> Iterator[Words]:
    turn = node.get("transform", "")
    if "rotate" in turn or "scale" in turn or "matrix" in turn:
        return
    for moved in re.findall(r"translate\(([^)]*)\)", turn):
        dx, dy = (float(each) for each in (*re.split("[ ,]+", moved.strip()), "0")[:2])
        x, y = x + dx, y + dy
    names = ("font-size", "font-weight", "text-anchor")
    look = look | {name: node.get(name) for name in names if node.get(name)}
    content = (node.text or "").strip()
    if node.tag.endswith("}text") and content:
        size = float(look.get("font-size", 16))
        bold = look.get("font-weight", "normal") in ("bold", "600", "700")
        wide = size * width_of(content.replace("$", r"\$"), bold)
        places = [float(each) for each in node.get("x", "0").split()]  # of its letters
        at, wide = x + places[0], wide if len(places) == 1 else places[-1] - places[0] + 0.6 * size
        left = at - {"start": 0, "middle": wide / 2, "end": wide}[look.get("text-anchor", "start")]
        base = y + float(node.get("y", 0))
        yield Words(content, left, left + wide, base - 0.7 * size, base)
    for child in node:
        yield from _words(child, x, y, look)


@pytest.mark.parametrize("kind", explorers(), ids=lambda kind: kind.__name__)
def test_words_stay_in_the_picture_and_apart(kind: type[Explorer]) -> None:
    explorer = kind()
    for state in some_states(explorer):
        scene = explorer.scene(**state)
        words = list(words_of(scene.svg()))
        outside = [one for one in words if one.left < -1 or one.right > scene.width + 1]
        assert not outside, (state, outside)
        met = [
            (one.content, other.content)
            for index, one in enumerate(words)
            for other in words[index + 1 :]
            if one.meets(other)
        ]
        assert not met, (state, met)

"""What the tests of the explorers share: reading a picture's numbers, and decoding the tables."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from xml.etree import ElementTree

import pytest

from cnnhelpers.draw.scene import card, number, svg_start
from cnnhelpers.explore.kit.tables import Tables, unpack

SVG = "{http://www.w3.org/2000/svg}"


def pytorch():
    """Return torch on one thread: for arrays this small more threads only get in the way."""
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    return torch


def texts(scene) -> list[str]:
    """Return every text of a scene, in drawing order."""
    return [node.text for node in ElementTree.fromstring(scene.svg()).iter(f"{SVG}text")]


def texts_of(placed) -> list[str]:
    """Return the texts of one placed part."""
    return list(_texts(placed.svg()))


@cache
def _texts(svg: str) -> tuple[str, ...]:
    return tuple(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


def value(written: str) -> float:
    """Return the number that a picture writes, with its true minus sign."""
    return float(written.replace("−", "-").strip("()"))


class Page:
    """The tables as painter.js reads them; written after it, line by line."""

    def __init__(self, *chunks: bytes) -> None:
        self.parts, self.placed, self.phrases, self.settings = [], [], [], {}
        for chunk in map(unpack, chunks):
            self.parts += chunk["parts"]
            self.placed += chunk["placed"]
            self.phrases += chunk["phrases"]
            self.settings |= {int(key): states for key, states in chunk["settings"].items()}

    def piece(self, placed: int) -> str:
        part, dx, dy, first = self.placed[4 * placed : 4 * placed + 4]
        content = self.parts[part]
        if isinstance(content, list):
            count = len(content) if first < 0 else min(first, len(content))
            content = "".join(self.piece(child) for child in content[:count])
        return f'<g transform="translate({number(dx)},{number(dy)})">{content}</g>'

    def svg(self, setting: int, position: int, width: float, height: float) -> str:
        placed, phrases = self.settings[setting][position]
        sentence = " ".join(self.phrases[phrase] for phrase in phrases)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {svg_start(width, height)}>'
            f"<title>{escape(sentence, quote=False)}</title>{card(width, height)}"
            + "".join(map(self.piece, placed))
            + "</svg>"
        )


def assert_the_page_draws_what_python_draws(explorer) -> None:
    """Every state, decoded from the tables, is the scene's own SVG, and of the explorer's size."""
    tables = Tables()
    assert explorer._ahead(tables) == ""
    page = Page(tables.take())
    states = 0
    for state in explorer.states():
        scene = explorer.scene(**state)
        assert (scene.width, scene.height) == (explorer.width, explorer.height), state
        position = state[explorer._sliders[-1].name] - 1 if explorer._position else 0
        drawn = page.svg(explorer._setting(state), position, scene.width, scene.height)
        assert drawn == scene.svg(), state
        states += 1
    assert states == sum(map(len, page.settings.values()))


def assert_nothing_leaves_the_card(explorer) -> None:
    """Every placed part begins on the card, in every state."""
    for state in explorer.states():
        for placed in explorer.scene(**state).placed:
            assert 0 <= placed.dx <= explorer.width, (state, placed)
            assert 0 <= placed.dy <= explorer.height, (state, placed)

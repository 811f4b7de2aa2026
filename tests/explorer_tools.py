"""What the tests of the explorers share: reading a picture's numbers, and decoding the tables."""

from __future__ import annotations

import json
import re
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pytest

from cnnhelpers.draw.scene import card, number, svg_start
from cnnhelpers.explore import Goal
from cnnhelpers.explore.kit.tables import unpack

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
SVG = "{http://www.w3.org/2000/svg}"


WITHOUT = "compares with PyTorch, which is not installed"
# For a test whose learner's function is PyTorch's: a skip inside of it would be caught and shown,
# as any error of a learner's function is.
needs_pytorch = pytest.mark.skipif(find_spec("torch") is None, reason=WITHOUT)


def with_pytorch(*values):
    """Return the values of a parametrised test, one of which is a function by PyTorch."""
    return pytest.param(*values, marks=needs_pytorch)


def pytorch():
    """Return torch on one thread: for arrays this small more threads only get in the way."""
    torch = pytest.importorskip("torch", reason=WITHOUT)
    torch.set_num_threads(1)
    return torch


def goals_of(notebook: str, explorer: str) -> list:
    """Return the goals of the notebook's first cell that makes such an explorer."""
    path = next(NOTEBOOKS.glob(f"{notebook}_*.ipynb"))
    sources = ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]
    source = next(source for source in sources if f"explore.{explorer}(" in source)
    kept: list = []
    stub = SimpleNamespace(Goal=Goal, **{explorer: lambda goals, **_: kept.extend(goals)})
    exec(source, {"np": np, "explore": stub, "correlate2d": None})
    return kept


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


def region(scene, name: str):
    """Return the region of a scene with this name."""
    (found,) = [one for one in scene.regions if one.name == name]
    return found


class Page:
    """Tables as panel.js reads them; written after it, line by line."""

    def __init__(self, tables: bytes) -> None:
        found = unpack(tables)
        self.parts, self.placed, self.phrases = found["parts"], found["placed"], found["phrases"]
        self.regions, self.settings = found["regions"], found["settings"]

    def piece(self, placed: int) -> str:
        part, dx, dy, first = self.placed[4 * placed : 4 * placed + 4]
        content = self.parts[part]
        if isinstance(content, list):
            count = len(content) if first < 0 else min(first, len(content))
            content = "".join(self.piece(child) for child in content[:count])
        return f'<g transform="translate({number(dx)},{number(dy)})">{content}</g>'

    def svg(self, key: str, position: int, width: float, height: float) -> str:
        placed, phrases, _regions, _goals = self.settings[key][position]
        sentence = " ".join(self.phrases[phrase] for phrase in phrases)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {svg_start(width, height)}>'
            f"<title>{escape(sentence, quote=False)}</title>{card(width, height)}"
            + "".join(map(self.piece, placed))
            + "</svg>"
        )

    def regions_of(self, key: str, position: int) -> list[dict]:
        return [self.regions[index] for index in self.settings[key][position][2]]


def assert_the_page_draws_what_python_draws(explorer) -> None:
    """Every state, decoded from the tables, is the scene's own SVG, and of the explorer's size."""
    tables, note = explorer.tables_ahead()
    assert note == ""
    page = Page(tables.packed())
    states = 0
    for state in explorer.states():
        scene = explorer.scene(**state)
        assert (scene.width, scene.height) == (explorer.width, explorer.height), state
        position = explorer._stop(state)
        key = explorer.key(state)
        assert page.svg(key, position, scene.width, scene.height) == scene.svg(), state
        regions = json.loads(json.dumps([one.page() for one in scene.regions]))
        assert page.regions_of(key, position) == regions, state
        states += 1
    assert states == sum(map(len, page.settings.values()))


def assert_nothing_leaves_the_card(explorer) -> None:
    """Every placed part and every region begins on the card, and a region ends on it."""
    for state in explorer.states():
        scene = explorer.scene(**state)
        for placed in scene.placed:
            assert 0 <= placed.dx <= explorer.width, (state, placed)
            assert 0 <= placed.dy <= explorer.height, (state, placed)
        for one in scene.regions:
            assert 0 <= one.x and one.x + one.columns * one.width <= explorer.width, (state, one)
            assert 0 <= one.y and one.y + one.rows * one.height <= explorer.height, (state, one)


def assert_it_can_be_read_in_a_low_window(explorer, every: int = 1) -> None:
    """The scene fits into 368 pixels beside its words, its letters have at least 11 pixels."""
    assert explorer.width <= 630 and explorer.height <= 270
    for state in list(explorer.states())[::every]:
        svg = explorer.scene(**state).svg()
        svg = re.sub(r'<text class="fine".*?</text>', "", svg)  # left out where it is shown small
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)]
        assert min(sizes) >= explorer.smallest >= 11, (state, min(sizes))


def assert_every_cell_leads_somewhere(explorer, every: int = 1) -> None:
    """What a cell sets is a state that there is, and typing what stands there changes nothing."""
    for state in list(explorer.states())[::every]:
        scene = explorer.scene(**state)
        assert len({one.name for one in scene.regions}) == len(scene.regions)
        for one in scene.regions:
            cells = one.rows * one.columns
            assert bool(one.values) + bool(one.types) >= 1, one
            assert len(one.values) in (0, cells) and len(one.texts) in (0, cells), one
            for target in one.values:
                if target is None:
                    continue
                changes = {one.sets: target} if one.sets else dict(target)
                moved = {**state, **changes}
                assert explorer._checked(moved) == explorer._clamped(moved), (state, one.name)

"""Scenes as tables of whole numbers, so that thousands of states travel in a few hundred kilobytes.

Neighbouring states share nearly everything: each piece of SVG, each placement and each phrase is
written once and then named by its place in a table. The page (panel.js) only looks up.

Packed tables are a JSON object, deflated or not, that needs no other to be read:

``parts``     a string of SVG, or, for a group, a list of placements
``placed``    four numbers a placement, one after the other: part, dx, dy, first (-1 for all)
``phrases``   strings
``regions``   objects, as :meth:`cnnhelpers.draw.region.Region.page` makes them
``settings``  for each key of a setting the list of its states, each
              [placements, phrases, regions, goals reached], or null where it is not drawn yet
``longest``   the longest sentence, whose room is kept free
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, number

QUICK = 60_000  # bytes that a page on the same machine has sooner than it can inflate them


class Tables:
    """Collects scenes; :meth:`packed` is what the page gets."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[object, int]] = {}  # by identity: hashing markup is slow
        self._parts: dict[object, int] = {}
        self._placed: dict[tuple, int] = {}
        self._phrases: dict[str, int] = {}
        self._regions: dict[Region, int] = {}
        self._written: dict[str, list] = {"parts": [], "placed": [], "phrases": [], "regions": []}
        self._settings: dict[str, list] = {}
        self.longest = ""

    def _part(self, part: Part | Group) -> int:
        known = self._seen.get(id(part))
        if known is not None:
            return known[1]
        if isinstance(part, Part):
            key: object = part.markup
            entry: object = part.markup
        else:
            entry = [self._place(child) for child in part.children]
            key = tuple(entry)
        index = self._parts.get(key)
        if index is None:
            index = self._parts[key] = len(self._parts)
            self._written["parts"].append(entry)
        self._seen[id(part)] = (part, index)  # holds the part, so its id stays its own
        return index

    def _place(self, placed: Placed) -> int:
        first = -1 if placed.first is None else placed.first
        key = (self._part(placed.part), placed.dx, placed.dy, first)
        index = self._placed.get(key)
        if index is None:
            index = self._placed[key] = len(self._placed)
            self._written["placed"] += [key[0], _short(placed.dx), _short(placed.dy), first]
        return index

    def _phrase(self, phrase: str) -> int:
        index = self._phrases.get(phrase)
        if index is None:
            index = self._phrases[phrase] = len(self._phrases)
            self._written["phrases"].append(phrase)
        return index

    def _region(self, region: Region) -> int:
        known = self._seen.get(id(region))
        if known is not None:
            return known[1]
        index = self._regions.get(region)
        if index is None:
            index = self._regions[region] = len(self._regions)
            self._written["regions"].append(region.page())
        self._seen[id(region)] = (region, index)
        return index

    def add(
        self,
        key: str,
        scenes: Iterable[Scene | None],
        reached: Sequence[Sequence[int]] = (),
    ) -> None:
        """Add the states of one setting, in the order of their positions; None: not drawn yet."""
        states: list[list | None] = []
        for index, scene in enumerate(scenes):
            if scene is None:
                states.append(None)
                continue
            states.append(
                [
                    [self._place(placed) for placed in scene.placed],
                    [self._phrase(phrase) for phrase in scene.phrases],
                    [self._region(region) for region in scene.regions],
                    list(reached[index]) if reached else [],
                ]
            )
            if sum(map(len, scene.phrases)) + len(scene.phrases) > len(self.longest):
                self.longest = scene.sentence
        self._settings[key] = states

    def packed(self, quick: bool = False) -> bytes:
        """Return all that was added, for the page; ``quick`` where somebody waits for it."""
        return pack({**self._written, "settings": self._settings, "longest": self.longest}, quick)


def _short(value: float) -> float:
    return float(number(value)) if value % 1 else int(value)


def pack(tables: dict[str, Any], quick: bool = False) -> bytes:
    """Return tables as JSON, compressed unless that costs more time than it saves."""
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()
    return text if quick and len(text) <= QUICK else zlib.compress(text, 5)


def unpack(data: bytes) -> dict[str, Any]:
    """Return the tables that :func:`pack` made."""
    return json.loads(data if data.startswith(b"{") else zlib.decompress(data))

"""Scenes as tables of whole numbers, so that thousands of states travel in a few hundred kilobytes.

Neighbouring states share nearly everything: each piece of SVG, each placement and each phrase is
written once and then named by its place in a table. The page (painter.js) only looks up.

A chunk of tables is a JSON object; chunks add up, in the order in which they were made:

``parts``     a string of SVG, or, for a group, a list of placements
``placed``    four numbers a placement, one after the other: part, dx, dy, first (-1 for all)
``phrases``   strings
``settings``  for each number of a setting the list of its states, each [placements, phrases]
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable

from cnnhelpers.draw.scene import Group, Part, Placed, Scene, number


class Tables:
    """Collects scenes; :meth:`take` returns what was added since the last time."""

    def __init__(self) -> None:
        self._parts: dict[object, int] = {}
        self._seen: dict[int, tuple[object, int]] = {}  # by identity: hashing markup is slow
        self._placed: dict[tuple, int] = {}
        self._phrases: dict[str, int] = {}
        self._new: dict = self._empty()
        self.longest = ""

    @staticmethod
    def _empty() -> dict:
        return {"parts": [], "placed": [], "phrases": [], "settings": {}}

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
            self._new["parts"].append(entry)
        self._seen[id(part)] = (part, index)  # holds the part, so its id stays its own
        return index

    def _place(self, placed: Placed) -> int:
        first = -1 if placed.first is None else placed.first
        key = (self._part(placed.part), placed.dx, placed.dy, first)
        index = self._placed.get(key)
        if index is None:
            index = self._placed[key] = len(self._placed)
            self._new["placed"] += [key[0], _short(placed.dx), _short(placed.dy), first]
        return index

    def _phrase(self, phrase: str) -> int:
        index = self._phrases.get(phrase)
        if index is None:
            index = self._phrases[phrase] = len(self._phrases)
            self._new["phrases"].append(phrase)
        return index

    def add(self, setting: int, scenes: Iterable[Scene]) -> None:
        """Add the states of one setting, in the order of their positions."""
        states = []
        for scene in scenes:
            states.append(
                [[self._place(p) for p in scene.placed], [self._phrase(p) for p in scene.phrases]]
            )
            if sum(map(len, scene.phrases)) + len(scene.phrases) > len(self.longest):
                self.longest = scene.sentence
        self._new["settings"][setting] = states

    def take(self) -> bytes:
        """Return the new entries, packed, and start the next chunk."""
        chunk, self._new = self._new, self._empty()
        chunk["longest"] = self.longest
        return pack(chunk)


def _short(value: float) -> float:
    return float(number(value)) if value % 1 else int(value)


def pack(chunk: dict) -> bytes:
    """Return a chunk as compressed JSON."""
    return zlib.compress(json.dumps(chunk, ensure_ascii=False, separators=(",", ":")).encode(), 5)


def unpack(data: bytes) -> dict:
    """Return the chunk that :func:`pack` made."""
    return json.loads(zlib.decompress(data))

"""Pictures: number grids and wires (SVG, made here); images, curves, bars (Matplotlib, on demand).

Every picture shows in a notebook, carries a sentence (``.alt``) that says what it shows, and comes
out the same from the same numbers.
"""

from __future__ import annotations

from importlib import import_module

from cnnhelpers.draw.grid import grid, row
from cnnhelpers.draw.scene import Scene
from cnnhelpers.draw.wires import wires

_HOMES = {"images": "pixels", "curves": "plots", "bars": "plots"}

__all__ = ["Scene", "bars", "curves", "grid", "images", "row", "wires"]


def __getattr__(name: str):
    if name in _HOMES:  # Matplotlib is loaded when the first of these is asked for
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])

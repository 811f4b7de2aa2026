"""The pace bar; the only module of it that loads ipywidgets."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path

import anywidget
import traitlets

from cnnhelpers.course.live.pace import Part

_HERE = Path(__file__).parent


class PaceBar(anywidget.AnyWidget):
    """A thin bar at the foot of the page; the page itself tells the time."""

    _esm = _HERE / "pace.js"
    _css = _HERE / "pace.css"
    parts = traitlets.List(traitlets.Dict()).tag(sync=True)
    #: milliseconds since 1970, as the page counts them
    started = traitlets.Float().tag(sync=True)
    #: the same; 0 while the bar runs
    stopped = traitlets.Float(0.0).tag(sync=True)
    section = traitlets.Unicode().tag(sync=True)

    @property
    def minutes(self) -> float:
        """The minutes that are gone."""
        return ((self.stopped or now()) - self.started) / 60_000

    def stop(self) -> None:
        """Stop the time, and take the bar away."""
        self.stopped = self.stopped or now()


def pace_bar(parts: list[Part]) -> PaceBar:
    """Return a bar that begins to run."""
    return PaceBar(parts=[asdict(part) for part in parts], started=now())


def now() -> float:
    """Return the time as a page counts it."""
    return time.time() * 1000

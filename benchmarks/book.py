"""How quickly the book's pages open, and how quickly the explorers in them answer a key.

    python benchmarks/book.py            print the table; exit status 1 when a goal is missed
    python benchmarks/book.py --write    also put it into benchmarks/README.md

The book is built anew, and opened in a headless Chromium from a server on this machine. *First
view* is the time from the start of the navigation to the `load` event, with nothing kept from
before, beside the bytes of all that was asked for until then. Then every live explorer of the page
is brought into view, and arrow keys go to its sliders and choices in turn; *key to picture* is
taken as `latency.py` takes it. There is no kernel: what is slow here is the page alone.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from latency import GRID, RECORDER, machine, percentile, times_of, write_section

# latency.py has put the harness of the browser tests on the path.
from book_visits import dead, opened, served  # isort: skip
from harness.chromium import BrowserMissing  # isort: skip
from harness.lab import Lab  # isort: skip

from cnnhelpers.book.build import build  # isort: skip

HEADING = "## Book"
FIRST_VIEW = 1000  # ms
FIRST_BYTES = 1_000_000
KEYS = {
    "range": ("End", "ArrowLeft", "ArrowLeft", "Home", "ArrowRight", "ArrowRight"),
    "select-one": ("ArrowDown", "ArrowDown", "ArrowUp"),
    "radio": ("ArrowRight", "ArrowRight", "ArrowLeft"),
}
CONTROLS = "input[type=range], select, input[type=radio]:checked"

# The time of the one key that was just pressed; nothing where it changed no picture.
ANSWER = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  for (let i = 0; i < 6 && !cnnLatency.presses().length; i++) await frame();
  return cnnLatency.presses().map((one) => one.picture);
}"""


@dataclass
class Page:
    """What a page of the book takes: ms, bytes, and the ms from keys to pictures."""

    name: str
    view: float
    loaded: int
    explorers: int
    times: list[float]

    def misses(self) -> list[str]:
        """Return the goals that are missed, as sentences."""
        goals = [
            ("first view in ms", self.view, FIRST_VIEW),
            ("bytes of the first view", self.loaded, FIRST_BYTES),
        ]
        if self.times:
            goals += [
                ("median in ms", statistics.median(self.times), GRID.median),
                ("95th percentile in ms", percentile(self.times, 95), GRID.most),
            ]
        return [
            f"{self.name}: {what} {value:.1f}, the goal is {goal:g}"
            for what, value, goal in goals
            if value > goal
        ]

    def row(self) -> str:
        cells = [
            self.name,
            f"{self.view:.0f}",
            f"{self.loaded / 1000:.0f}",
            str(self.explorers or ""),
            str(len(self.times) or ""),
            times_of(self.times),
            "missed" if self.misses() else "met",
        ]
        return "| " + " | ".join(cells) + " |"


def measure(browser: Any, address: str, name: str) -> Page:
    """Open a page, and press keys on all that can be moved in it."""
    problems: list[str] = []
    with opened(browser, f"{address}{name}.html", problems) as page:
        view, loaded = page.evaluate(
            """() => [performance.getEntriesByType('navigation')[0].loadEventEnd,
              ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
                .reduce((sum, one) => sum + one.transferSize, 0)]"""
        )
        if problems or dead(page):
            raise RuntimeError(f"{name}: {'; '.join(problems) or 'an explorer stayed a picture'}")
        page.evaluate(RECORDER)
        shown = page.locator(".cnn-live [data-cnn-explorer]")
        times: list[float] = []
        for number in range(shown.count()):
            times += explored(page, shown.nth(number))
        return Page(name, view, loaded, shown.count(), times)


def explored(page: Any, root: Any) -> list[float]:
    """Press keys on each control of an explorer; return the ms to each picture."""
    times: list[float] = []
    controls = root.locator(CONTROLS)
    for number in range(controls.count()):
        control = controls.nth(number)
        if control.is_disabled() or not control.is_visible():
            continue
        for key in KEYS[control.evaluate("one => one.type")]:
            controls.nth(number).focus()  # another radio of the group is checked by now
            root.evaluate("(element) => cnnLatency.watch(element)")
            page.keyboard.press(key)
            times += page.evaluate(ANSWER)
    return times


def table(pages: list[Page], described: str) -> str:
    """Return the section of benchmarks/README.md."""
    times = [each for page in pages for each in page.times]
    lines = [
        HEADING,
        "",
        f"Measured on {date.today().isoformat()} with `python benchmarks/book.py --write`: "
        f"{described}",
        "",
        f"*First view* at most {FIRST_VIEW} ms and {FIRST_BYTES // 1000} kB, from a server on this "
        "machine, nothing kept from before. *Key to picture* in ms, median / 95th percentile, at "
        f"most {GRID.median:g} / {GRID.most:g}; over all pages it is {times_of(times)}. `book.py` "
        "says it exactly.",
        "",
        "| page | first view, ms | kB | explorers | keys | key to picture | |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join(lines + [page.row() for page in pages]) + "\n"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="update benchmarks/README.md")
    options = parser.parse_args(argv)
    try:
        with Lab() as lab, tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            build(site, Path(folder) / "work", say=lambda line: None)
            names = ["index", *sorted(path.stem for path in site.glob("[0-9][0-9]_*.html"))]
            with served(site) as address:
                measure(lab.context.browser, address, names[0])  # the browser starts up
                pages = [measure(lab.context.browser, address, name) for name in names]
            described = machine(lab)
    except BrowserMissing as missing:
        print(f"book.py: {missing}", file=sys.stderr)
        return 2
    text = table(pages, described)
    print(text)
    if options.write:
        write_section(text, heading=HEADING)
    misses = [miss for page in pages for miss in page.misses()]
    for miss in misses:
        print(miss, file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())

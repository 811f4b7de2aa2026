"""A visit to a page of the book: what a reader sees of it, and does to its explorers."""

from __future__ import annotations

import contextlib
import functools
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from harness.axe import serious

from cnnhelpers.book.explorers import Shown

PHONE = {"width": 390, "height": 800}
DESK = {"width": 1280, "height": 800}

# Whether all that has been asked for is there: explorers near the window, pictures in it.
SETTLED = """() => [...document.querySelectorAll('.cnn-live')].every((place) => {
  const { top, bottom } = place.getBoundingClientRect();
  return place.dataset.shown || bottom < 0 || top > innerHeight;
}) && [...document.images].every((image) => image.complete || image.loading === 'lazy')"""

# What sticks out of the window, and does not lie in something small that can be moved sideways.
BEYOND = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const { left, right, width, height } = node.getBoundingClientRect();
  if (!width || !height || (right <= innerWidth + 1 && left >= -1)) return false;
  if (getComputedStyle(node).position === 'fixed') return false;
  for (let around = node; around; around = around.parentElement) {
    if (around.matches('.bd-article-container, body')) return true; // all that is to be read
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX)) return false;
  }
  return true;
}).map((node) => `${node.tagName} ${node.className} ${node.textContent.slice(0, 40)}`)"""


@dataclass(frozen=True)
class Move:
    """What an explorer said after it was moved: by which control or region, and how."""

    key: str
    by: str
    state: dict[str, Any]
    sentence: str
    moved: bool


@dataclass
class Visit:
    """What a page has shown."""

    problems: list[str] = field(default_factory=list)
    loaded: int = 0  #: bytes on disk of all that the first view has asked for
    dead: list[str] = field(default_factory=list)  #: explorers that stayed pictures
    moves: list[Move] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)


@contextlib.contextmanager
def opened(
    browser: Any, address: str, problems: list[str], asked: set[str] | None = None, **options: Any
) -> Iterator[Any]:
    """Open a page in a context of its own, and note what goes wrong in it, and what it asks for."""
    asked = set() if asked is None else asked
    home = address.rpartition("/")[0] + "/"
    context = browser.new_context(viewport=options.pop("viewport", DESK), **options)
    page = context.new_page()

    def note(request: Any) -> None:
        asked.add(request.url)
        if not request.url.startswith((home, "data:", "blob:")):
            problems.append(f"request to the outside: {request.url[:200]}")

    page.on("request", note)
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url[:200]}"))
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on("console", lambda said: said.type == "error" and problems.append(said.text[:300]))
    try:
        page.goto(address)
        yield page
    finally:
        context.close()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; the address ends in a slash."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def look(browser: Any, address: str) -> list[str]:
    """Open a page, bring each of its explorers into view, and return what went wrong."""
    problems: list[str] = []
    with opened(browser, address, problems) as page:
        problems += dead(page)
    return problems


def unfold(page: Any, selector: str) -> None:
    """Open what is folded up."""
    page.locator(selector).evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.evaluate("async () => { await new Promise(requestAnimationFrame); }")  # it tells of it


def dead(page: Any) -> list[str]:
    """Bring each explorer into view; return the keys of those that stay pictures."""
    unfold(page, ".cnn-answer details")
    places = page.locator(".cnn-live")
    for number in range(places.count()):
        places.nth(number).scroll_into_view_if_needed()
        with contextlib.suppress(Exception):  # it is named below
            page.wait_for_function(SETTLED, timeout=10_000)
    script = "all => all.filter(one => !one.dataset.shown).map(one => one.dataset.key)"
    return places.evaluate_all(script)


def visit(browser: Any, file: Path, explorers: dict[str, Shown]) -> Visit:
    """Open a page from disk, move all of its explorers, and look at it as on a phone."""
    seen = Visit()
    asked: set[str] = set()
    with opened(browser, file.as_uri(), seen.problems, asked) as page:
        files = {Path(unquote(urlsplit(one).path)) for one in asked if one.startswith("file:")}
        seen.loaded = sum(one.stat().st_size for one in files)
        seen.dead = dead(page)
        for key in page.locator(".cnn-live").evaluate_all("all => all.map(one => one.dataset.key)"):
            if key not in seen.dead:
                seen.moves += by_keyboard(page, key)
                seen.moves += by_pointing(page, key, explorers[key])
        unfold(page, "details")
        seen.faults = serious(page, "html", contrast=False)
        page.set_viewport_size(PHONE)
        page.wait_for_function("() => innerWidth === 390")
        seen.beyond = page.evaluate(BEYOND)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > PHONE["width"]:
            seen.beyond.append(f"the page is {wide} pixels wide")
    return seen


def by_keyboard(page: Any, key: str) -> Iterator[Move]:
    """Move each control of an explorer with keys, and bring it back by Reset."""
    root = page.locator(f".cnn-live[data-key='{key}'] [data-cnn-explorer]")
    keys = {
        "range": ("Home", "End", "ArrowLeft"),
        "select-one": ("ArrowDown",),
        "radio": ("ArrowRight",),
    }
    controls = root.locator("input[type=range], select, input[type=radio]:checked")
    for number in range(controls.count()):
        control = controls.nth(number)
        if control.is_disabled():
            continue
        name = control.get_attribute("aria-label") or control.get_attribute("name")
        control.focus()
        for pressed in keys[control.evaluate("one => one.type")]:
            before = _state(root)
            page.keyboard.press(pressed)
            state = _state(root)
            yield Move(key, f"keys on {name}", state, _sentence(root), state != before)
    before = _state(root)
    root.get_by_role("button", name="Reset").focus()
    page.keyboard.press("Enter")
    state = _state(root)
    yield Move(key, "Reset", state, _sentence(root), state != before)


def by_pointing(page: Any, key: str, shown: Shown) -> Iterator[Move]:
    """Point at a cell of each region that leads somewhere else."""
    root = page.locator(f".cnn-live[data-key='{key}'] [data-cnn-explorer]")
    root.locator(".cnn-picture").scroll_into_view_if_needed()
    for region in shown.explorer.scene(**_state(root)).regions:
        before = _state(root)
        leads = [
            (cell, {region.sets: value} if region.sets else dict(value))
            for cell, value in enumerate(region.values)
            if value is not None
        ]
        away = [(cell, one) for cell, one in leads if {**before, **one} != before]
        if not away:
            continue
        cell, _ = away[-1]
        area = root.locator(f".cnn-region[aria-label^={json.dumps(region.name + ';')}]")
        if area.is_hidden():
            continue
        area.scroll_into_view_if_needed()
        row, column = divmod(cell, region.columns)
        area.hover(position=_middle(area.bounding_box(), region, row, column))
        state = _state(root)
        yield Move(key, f"pointing at {region.name}", state, _sentence(root), state != before)


def _middle(box: dict[str, float], region: Any, row: int, column: int) -> dict[str, float]:
    return {
        "x": (column + 0.5) * box["width"] / region.columns,
        "y": (row + 0.5) * box["height"] / region.rows,
    }


def _state(root: Any) -> dict[str, Any]:
    return json.loads(root.get_attribute("data-state"))


def _sentence(root: Any) -> str:
    return " ".join(root.locator(".cnn-sentence").text_content().split())

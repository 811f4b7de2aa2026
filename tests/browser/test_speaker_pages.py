"""Speaker pages in a browser: on paper, by keyboard, light and dark, and without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editions import NOTEBOOKS
from harness.axe import serious
from harness.lab import Lab
from notebook_rules.rule import trial

from cnnhelpers.course.notebooks import read
from cnnhelpers.course.notes.page import speaker_page

MOST_SHEETS = 4


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The speaker pages of the course's notebooks, those with most to read first."""
    folder = tmp_path_factory.mktemp("pages")
    found = []
    for source in NOTEBOOKS:
        if trial(source.name):  # has nothing for instructors yet
            continue
        text = speaker_page(read(source), source.name)
        path = folder / f"{source.stem}.html"
        path.write_text(text, encoding="utf-8")
        found.append((len(re.sub(r'src="data:[^"]*"', "", text)), path))
    return [path for _, path in sorted(found, reverse=True)]


@pytest.fixture
def page(lab: Lab) -> Iterator[Any]:
    """An empty page that notes what is asked of a network, and what goes wrong in it."""
    opened = lab.context.new_page()
    opened.wrong = []
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.on("console", lambda message: opened.wrong.append(message.text))
    opened.on(
        "request",
        lambda request: request.url.startswith(("file:", "data:"))
        or opened.wrong.append(request.url),
    )
    yield opened
    opened.close()


def sheets(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_the_longest_pages_print_on_four_sheets(page: Any, pages: list[Path]) -> None:
    for path in pages[:3]:
        page.goto(path.as_uri())
        assert 1 <= sheets(page.pdf(prefer_css_page_size=True)) <= MOST_SHEETS, path.stem
    page.add_style_tag(content="@media print { body { font-size: 30pt !important } }")
    assert sheets(page.pdf(prefer_css_page_size=True)) > MOST_SHEETS  # and can be too long
    assert page.wrong == []


def test_keys_lead_from_block_to_block(page: Any, pages: list[Path]) -> None:
    [path] = [path for path in pages if path.stem.startswith("05")]
    page.goto(path.as_uri())

    def current() -> str:
        found = page.locator(".stop[aria-current]")
        return found.locator("h2, h3").first.inner_text().split("\n")[0] if found.count() else ""

    seen = []
    for key in ("Space", "ArrowRight", "ArrowDown", "ArrowLeft", "Shift+Space", "End"):
        page.keyboard.press(key)
        seen.append(re.split(r"\s*\d:\d\d", current())[0])
    kernel = "1 · A kernel of one pixel"
    assert seen == [kernel, "1.1", "1.2", "1.1", kernel, "To close"]
    assert page.locator(".bar li[aria-current]").inner_text() == "1:10 exit"
    top = page.locator(".stop[aria-current]").bounding_box()["y"]
    assert 0 <= top < page.viewport_size["height"]
    page.get_by_role("button").click()
    assert re.fullmatch(
        r"0:0\d gone; planned here 1:10; \d\d min early", page.get_by_role("status").inner_text()
    )
    assert page.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page: Any, pages: list[Path], scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(pages[0].as_uri())
    page.keyboard.press("Space")
    assert serious(page, "body") == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{wide} pixels of the page are to the right of the window"

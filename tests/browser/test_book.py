"""The book in a browser: alive from a folder on disk, without kernel, server or network."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from book_visits import Visit, dead, look, opened, served, visit
from complaining import fail_with
from editions import NOTEBOOKS
from harness.axe import serious
from harness.lab import Lab

from cnnhelpers.book.build import build
from cnnhelpers.book.explorers import Shown
from cnnhelpers.course.notebooks import read
from cnnhelpers.course.prediction import Prediction
from cnnhelpers.course.questions import questions

PAGES = ["index", "glossary", "search", *(path.stem for path in NOTEBOOKS)]
FIRST_VIEW = 1_000_000  # bytes


@dataclass
class Book:
    """The book as it was built, and a browser."""

    site: Path
    explorers: dict[str, Shown]
    browser: Any

    def __post_init__(self) -> None:
        self.visits: dict[str, Visit] = {}

    def seen(self, name: str) -> Visit:
        """What the one visit to a page has shown."""
        if name not in self.visits:
            self.visits[name] = visit(self.browser, self.file(name), self.explorers)
        return self.visits[name]

    def file(self, name: str) -> Path:
        return self.site / f"{name}.html"


@pytest.fixture(scope="module")
def book(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("book")
    broken = []
    try:
        explorers = build(folder / "site", folder / "work", say=lambda line: None)
    except ValueError as error:  # a sentence that says which notebook, and how to mend it
        broken.append(str(error))
    fail_with(broken)
    return Book(folder / "site", explorers, lab.context.browser)


@pytest.fixture(scope="module")
def address(book: Book) -> Iterator[str]:
    with served(book.site) as found:
        yield found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_disk(book: Book, name: str) -> None:
    seen = book.seen(name)
    assert seen.problems == []
    assert seen.dead == []
    assert 300_000 < seen.loaded < FIRST_VIEW


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_a_server(book: Book, address: str, name: str) -> None:
    assert look(book.browser, f"{address}{name}.html") == []


@pytest.mark.parametrize("name", [path.stem for path in NOTEBOOKS])
def test_explorers_say_what_python_says(book: Book, name: str) -> None:
    keys = {key for key, one in book.explorers.items() if one.live and key[:2] == name[:2]}
    moves = book.seen(name).moves
    assert {move.key for move in moves} == keys
    ways = {(move.key, move.by) for move in moves}
    assert ways == {(move.key, move.by) for move in moves if move.moved}
    for move in moves:
        python = book.explorers[move.key].explorer.scene(**move.state).sentence
        assert move.sentence == " ".join(python.split()), move
    pointed = {move.key for move in moves if move.by.startswith("pointing")}
    for key in keys - pointed:  # at the start, nothing in it leads anywhere
        regions = book.explorers[key].explorer.scene().regions
        assert not any(region.values for region in regions), key


def test_photographs_and_drawings_stay_pictures(book: Book) -> None:
    still = [type(one.explorer).__name__ for one in book.explorers.values() if not one.live]
    assert still == ["PhotographExplorer", "DrawDigitExplorer"]
    text = book.file("02_cross_correlation").read_text("utf-8")
    assert text.count('class="cnn-still"') == 1


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_fault(book: Book, name: str) -> None:
    assert book.seen(name).faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read(book: Book, theme: str) -> None:
    """On a page that has all kinds of things: code, checks, questions, explorers, tables."""
    address = book.file("03_padding_and_stride").as_uri()
    with opened(book.browser, address, [], color_scheme=theme) as page:
        page.locator(".cnn-asked button").first.click()
        assert dead(page) == []
        assert page.locator("html").get_attribute("data-theme") == theme
        assert serious(page, "html") == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_all(book: Book, name: str) -> None:
    assert book.seen(name).beyond == []


def test_no_answer_in_plain(book: Book) -> None:
    for path in NOTEBOOKS:
        source = html.unescape(book.file(path.stem).read_text("utf-8"))
        words = only_words(re.sub(r"<[^>]*>", "", source)) + only_words(source)
        for asked in questions(read(path), path.name):
            prediction = Prediction(asked.question, asked.choices, asked.answer)
            for letter in prediction.choices:
                assert only_words(prediction.explain(letter)) not in words, asked.key
            told = asked.reveal.text if asked.reveal else ""
            for sentence in re.split(r"(?<=[.:;])\s", told):
                if len(sentence.split()) > 5:
                    assert only_words(sentence) not in words, asked.key
            assert only_words(asked.question) in words, asked.key


def only_words(text: str) -> str:
    """Letters and digits alone: quotation marks and tags may differ."""
    return "".join(re.findall(r"\w", text))


def test_an_answer_is_told_when_it_is_given_and_kept(book: Book) -> None:
    """03's first question: the kernel is 3×3, the padding 1; A is wrong, B is right."""
    problems: list[str] = []
    with opened(book.browser, book.file("03_padding_and_stride").as_uri(), problems) as page:
        asked, answer = page.locator(".cnn-asked").first, page.locator(".cnn-answer").first
        assert "7 − 3 + 1 = 5" not in page.locator("body").inner_text()
        asked.get_by_role("radio").first.check()
        asked.get_by_role("button").click()
        assert "A is not it. That is the size without padding." in asked.inner_text()
        assert "B. 7 − 3 + 1 = 5: the size is kept." in answer.inner_text()
        assert "padded: (7, 7)  output: 5 × 5" in answer.inner_text()
        # What a page has written, others see a moment later, and so may the reloaded one.
        another = page.context.new_page()
        another.goto(page.url)
        another.wait_for_function("() => localStorage.length")
        page.reload()
        assert "A is not it. That is the size without padding." in asked.inner_text()
        assert "7 − 3 + 1 = 5" in answer.inner_text()
        assert page.locator(".cnn-answer").nth(1).inner_text().startswith("The answer. Choose")
    assert problems == []


def test_a_question_stands_inside_of_its_box(book: Book) -> None:
    """One of two lines would break the border."""
    with opened(book.browser, book.file("17_capstone").as_uri(), []) as page:
        page.locator(".cnn-asked legend").first.wait_for()
        boxes = page.locator(".cnn-asked fieldset").evaluate_all(
            """(all) => all.map((box) => {
                 const [around, words] = [box, box.querySelector('legend')]
                   .map((one) => one.getBoundingClientRect());
                 return [words.top - around.top, words.height];
               })"""
        )
        assert all(below > 3 for below, _ in boxes), boxes
        assert max(height for _, height in boxes) > 40, "two lines"


def test_search_finds_a_word(book: Book) -> None:
    problems: list[str] = []
    with opened(book.browser, book.file("index").as_uri(), problems) as page:
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill("dilation")
        page.keyboard.press("Enter")
        page.locator("#search-results a", has_text="03 · Padding and stride").first.click()
        assert page.title().startswith("03 · Padding and stride")
    assert problems == []

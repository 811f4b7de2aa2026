"""What is stored: everything was run, pictures have words, nothing leaks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from cnnhelpers.course.cells import is_text, tags
from cnnhelpers.course.normalise import WIDGET_VIEW
from cnnhelpers.course.pictures import KINDS
from notebook_rules.numbers import output_text
from notebook_rules.rule import Complaint, Notebook, code_cells, rule


@rule
def executed(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    counts = [cell.get("execution_count") for _, cell in code_cells(notebook)]
    for index, cell in code_cells(notebook):
        if cell.get("execution_count") is None:
            yield index, "it was never run; run `make notebooks`"
    if None not in counts and counts != list(range(1, len(counts) + 1)):
        yield None, "the cells were not run in order; run `make notebooks`"


@rule
def no_errors(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in code_cells(notebook):
        for output in cell["outputs"]:
            raised = output["output_type"] == "error"
            if raised and not tags(cell) & {"raises-exception", "nbval-raises-exception"}:
                yield (
                    index,
                    "it stores an error; mend it, or add the tag 'raises-exception' "
                    "where the error is meant to be seen",
                )
            if output.get("name") == "stderr":
                yield index, f"it stores a warning, {output['text'][:60]!r}; mend what warns"


IMAGE_WITHOUT_ALT = r"<img\b(?![^>]*\balt=.[^\"'])"


@rule
def pictures_have_words(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            sentence = data.get("text/plain", "")
            described = len(sentence.split()) > 2 and not sentence.startswith("<")
            for kind in KINDS:
                alt = output.get("metadata", {}).get(kind, {}).get("alt", "")
                if kind in data and not (alt.strip() or described):
                    yield (
                        index,
                        "it shows a picture without words; draw it with cnnhelpers.draw, and say "
                        "in alt= what there is to see",
                    )
            for svg in re.findall(r"<svg\b.*?</svg>", str(data), re.S):
                if not re.search(r"<title\b[^>]*>\s*[^<\s]", svg):
                    yield index, "it shows an SVG without a title; say in <title> what it shows"
            if re.search(IMAGE_WITHOUT_ALT, data.get("text/html", "")):
                yield index, "it shows an <img> without alt; say in alt= what there is to see"
        if is_text(cell):
            if re.search(rf"!\[\s*\]\(|{IMAGE_WITHOUT_ALT}", cell["source"]):
                yield index, "its image has no words; write them between the brackets of ![…](…)"


@rule
def words_survive_export(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    """nbconvert's default template says of a picture without words that it has none."""
    page = ExportedPage()
    page.feed(exported(notebook))
    indices = {cell.get("id"): index for index, cell in enumerate(notebook["cells"])}
    for identifier, alt in page.pictures:
        if not alt.strip() or alt.startswith("No description has been provided"):
            yield (
                indices.get(identifier),
                "its picture has no words in nbconvert's HTML; show it with cnnhelpers.draw, "
                "which writes alt= into the page",
            )


def exported(notebook: Notebook) -> str:
    """The page that `jupyter nbconvert --to html` makes."""
    import nbformat

    return exporter().from_notebook_node(nbformat.from_dict(notebook))[0]


@functools.cache
def exporter() -> Any:
    from nbconvert import HTMLExporter

    return HTMLExporter()


class ExportedPage(HTMLParser):
    """Finds the pictures in nbconvert's page: the id of the cell, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self.cell: str | None = None
        self.pictures: list[tuple[str | None, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        identifier = attributes.get("id") or ""
        if identifier.startswith("cell-id="):
            self.cell = identifier.removeprefix("cell-id=")
        if tag == "img":
            self.pictures.append((self.cell, attributes.get("alt") or ""))


@rule
def no_widgets_stored(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    if "widgets" in notebook["metadata"]:
        yield None, "the state of widgets is stored; run `make notebooks`, which leaves it out"
    for index, cell in code_cells(notebook):
        for output in cell["outputs"]:
            if WIDGET_VIEW in output.get("data", {}):
                yield index, "it stores a widget view; run `make notebooks`, which leaves it out"


LEAKS = {
    "a path of a machine": r"(?<![\w.])/(?:home|Users|root|tmp|work|opt|usr|private|mnt|var)/\w",
    "a path on Windows": r"\b[A-Z]:\\\\?\w",
    "an installed package's path": r"site-packages",
    "the address of an object": r"\bat 0x[0-9a-fA-F]+|<[\w.]+ object at ",
    "a figure without a picture": r"<Figure size",
}

TIMING = r"\b\d+(?:\.\d+)? ?(?:ns|µs|ms)\b|\bit/s\b|\bper loop\b|Wall time"


@rule
def no_leaks(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        for text in [cell["source"], *map(output_text, cell.get("outputs", []))]:
            for what, pattern in LEAKS.items():
                match = re.search(pattern, text)
                if match:
                    yield index, f"it has {what}, {match[0]!r}; print something else"
    for index, cell in code_cells(notebook):
        for text in map(output_text, cell["outputs"]):
            if match := re.search(TIMING, text):
                yield index, f"it prints a timing, {match[0]!r}; print a ratio or a count instead"
        for line in cell["source"].split("\n"):
            if re.match(r"\s*%%?time", line):
                yield index, "it measures time, which differs at every run; count operations"
            if line.rstrip().endswith(";"):
                yield (
                    index,
                    "it hides its value with ';', which nbval does not know; "
                    "end it with a line that has no value",
                )
            if re.search(r"\binteract\b|clear_output|widgets\.Output\b|import \*", line):
                yield (
                    index,
                    f"it uses what the course does not, {line.strip()!r}; "
                    "write an explorer, or import by name",
                )

"""A question in JupyterLab: answered with the keyboard, kept, told when asked for, not before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.axe import serious
from harness.lab import Lab
from harness.notebook import OpenNotebook

from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import written

QUESTION = "How many windows of `2` fit into 4 values?"
PREDICT = f"""\
predict({QUESTION!r}, {{
    "A": ("2", "Windows may **overlap**."),
    "B": ("3", "4 - 2 + 1 = 3."),
    "C": ("4", "The last one would stick out."),
}}, answer="B")"""
INVERT = """\
import numpy as np
def invert(image):
    return np.subtract(1, image)
invert = check.invert(invert)"""
# The question stands in no notebook of the course: here the course is the folder beside.
SETUP = """\
%load_ext cnnhelpers
from pathlib import Path
from cnnhelpers import check, mine
from cnnhelpers.course import notebooks, predict
notebooks.notebooks_folder = lambda: Path.cwd().parent / "asking\""""
GIVEN_AWAY = ("overlap", "stick out", "4 - 2 + 1", "Three windows")


def code(source: str, identifier: str, *tags: str) -> dict:
    cell = {"cell_type": "code", "id": identifier, "metadata": {"tags": [*tags]}}
    return {**cell, "source": source, "execution_count": None, "outputs": []}


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[OpenNotebook]:
    """A practice notebook with a question and a check, run."""
    text = {"cell_type": "markdown", "id": "text", "metadata": {"tags": ["reveal"]}}
    cells = [
        code(SETUP, "setup", "setup"),
        code(PREDICT, "ask", "predict"),
        code("print(1)", "reveal", "reveal"),
        {**text, "source": "**B** it is. Three windows."},
        code(INVERT, "check", "check"),
        code("again = mine.invert", "mine"),
    ]
    source = lab.folder / "asking" / "09_asking.ipynb"
    source.parent.mkdir()
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    source.write_text(written(notebook), encoding="utf-8")
    (done,) = make_practice([source], lab.folder / "asked")
    with lab.opened(done.path) as page:
        page.run_all()
        yield page


def remembered(notebook: OpenNotebook) -> dict:
    notebook.settle()
    return json.loads((notebook.path.parent / "my_progress.json").read_text(encoding="utf-8"))


def test_nothing_gives_the_answer_away_before_it_is_asked_for(opened: OpenNotebook) -> None:
    """Not the source, not the page, folded text aside, and not the file with its widgets."""
    saved = opened.save()
    assert saved["metadata"]["widgets"], "the question's state is stored"
    sources = ["".join(cell["source"]) for cell in saved["cells"]]
    assert sources[1:4] == ['predict("09-ask")', "print(1)", 'predict("09-ask").reveal()']
    stored = json.dumps([saved["metadata"], *saved["cells"][:3]], ensure_ascii=False)
    shown = opened.page.locator(".jp-Notebook").inner_text()
    for words in GIVEN_AWAY:
        assert words not in stored and words not in shown, words
    details = opened.page.locator(".jp-OutputArea details")
    assert details.get_attribute("open") is None
    details.locator("summary").focus()
    opened.page.keyboard.press("Space")
    assert "Three windows" in opened.page.locator(".jp-Notebook").inner_text()


def test_the_keyboard_answers(opened: OpenNotebook, tmp_path: Path) -> None:
    page, cells = opened.page, opened.cell_ids()
    form = page.locator(".cnn-predict")
    assert form.locator("legend").inner_text() == f"Predict. {QUESTION}".replace("`", "")
    said = form.locator(".cnn-ask-said")
    radios = form.get_by_role("radio")
    radios.first.focus()
    page.keyboard.press("Enter")
    assert said.inner_text() == "Choose one first."
    page.keyboard.press("Space")
    assert radios.nth(0).is_checked() and said.inner_text() == ""
    page.keyboard.press("Enter")
    opened.settle()
    assert said.inner_text() == "A is not it. Windows may overlap."
    page.keyboard.press("ArrowDown")
    assert radios.nth(1).is_checked() and said.inner_text() == ""
    for letter in "abxdd":
        page.keyboard.press(letter)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.type") == "submit"
    for letter in "abxdd":
        page.keyboard.press(letter)
    page.keyboard.press("Space")
    opened.settle()
    assert said.inner_text() == "B is right. 4 - 2 + 1 = 3."
    assert opened.cell_ids() == cells
    (entry,) = remembered(opened)["predictions"]["09_asking.ipynb"].values()
    assert entry == {"first": "A", "tries": 2, "last": "B", "right": "B"}
    opened.screenshots(tmp_path)
    assert opened.problems() == []


def test_right_and_wrong_are_marked_by_colour_sign_and_word(opened: OpenNotebook) -> None:
    rows = opened.page.locator(".cnn-predict label")
    assert [rows.nth(row).get_attribute("data-mark") for row in range(3)] == [
        "wrong", "right", None,
    ]  # fmt: skip
    look = """(row) => [getComputedStyle(row).borderLeftColor,
                        getComputedStyle(row).backgroundColor,
                        row.querySelector('.cnn-ask-sign path')?.getAttribute('d') ?? '']"""
    wrong, right, other = (rows.nth(row).evaluate(look) for row in range(3))
    for one, two in ((wrong, right), (wrong, other), (right, other)):
        assert all(a != b for a, b in zip(one, two)), (one, two)
    names = opened.page.locator(".cnn-predict").aria_snapshot()
    assert 'radio "A 2 , not it"' in names and 'radio "B 3 , right" [checked]' in names
    said = opened.page.locator(".cnn-ask-said")
    assert said.get_attribute("data-mark") == "right" and said.locator("svg").count() == 1


def test_the_answer_that_passed_is_kept_and_used(opened: OpenNotebook) -> None:
    assert remembered(opened)["passed"] == {"invert": {"notebook": "09_asking.ipynb"}}
    assert "np.subtract(1, image)" in (opened.path.parent / "my_cnn.py").read_text("utf-8")
    assert opened.evaluate("", "again.__module__") == "my_cnn"


def test_axe_finds_no_serious_fault(opened: OpenNotebook) -> None:
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        opened.command("apputils:change-theme", theme=theme)
        light = str(theme == "JupyterLab Light").lower()
        there = f"body[data-jp-theme-light={light}]"
        opened.page.wait_for_selector(there, state="attached")
        assert serious(opened.page, ".cnn-predict") == [], theme


def test_the_earlier_choice_is_there_again_and_the_answer_open(opened: OpenNotebook) -> None:
    """After a restart of the kernel, which the question says, and another run."""
    page = opened.page
    page.evaluate("async () => { await cnnTest.restartKernel(); }")
    note = page.locator(".cnn-ask-note")
    mend = "Run the first cell of the notebook, then this one, to answer."
    assert note.inner_text().endswith(mend)
    assert page.locator(".cnn-predict button").is_disabled()
    opened.run_all()
    form = page.locator(".cnn-predict")
    assert form.get_by_role("radio").nth(1).is_checked()
    assert form.locator("label").nth(1).get_attribute("data-mark") == "right"
    assert form.locator(".cnn-ask-said").inner_text() == "B is right. 4 - 2 + 1 = 3."
    assert note.inner_text() == "You gave this answer before. You may choose again."
    assert page.locator(".jp-OutputArea details").count() == 0
    assert "Three windows" in page.locator(".jp-Notebook").inner_text()

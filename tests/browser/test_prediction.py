"""A question in JupyterLab, answered with the keyboard in a practice copy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
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


def code(source: str, identifier: str, *tags: str) -> dict:
    cell = {"cell_type": "code", "id": identifier, "metadata": {"tags": [*tags]}}
    return {**cell, "source": source, "execution_count": None, "outputs": []}


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[OpenNotebook]:
    """A practice notebook with a question and a check, run."""
    cells = [
        code("%load_ext cnnhelpers\nfrom cnnhelpers import check, mine", "setup", "setup"),
        code("from cnnhelpers.course import predict\n" + PREDICT, "ask", "predict"),
        code("print(1)", "reveal", "reveal"),
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


def test_the_keyboard_answers(opened: OpenNotebook, tmp_path: Path) -> None:
    page, cells = opened.page, opened.cell_ids()
    form = page.locator(".cnn-predict")
    assert form.locator("legend").inner_text() == f"Predict. {QUESTION}".replace("`", "")
    said = form.locator(".cnn-said")
    radios = form.get_by_role("radio")
    radios.first.focus()
    page.keyboard.press("Enter")
    assert said.inner_text() == "Choose one first."
    page.keyboard.press("Space")
    assert radios.nth(0).is_checked() and said.inner_text() == ""
    page.keyboard.press("Enter")
    assert said.inner_text() == "✗ A is not it. Windows may overlap."
    page.keyboard.press("ArrowDown")
    assert radios.nth(1).is_checked() and said.inner_text() == ""
    for letter in "abxdd":
        page.keyboard.press(letter)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.type") == "submit"
    for letter in "abxdd":
        page.keyboard.press(letter)
    page.keyboard.press("Space")
    assert said.inner_text() == "✓ B is right. 4 - 2 + 1 = 3."
    assert opened.cell_ids() == cells
    (entry,) = remembered(opened)["predictions"]["09_asking.ipynb"].values()
    assert entry == {"first": "A", "tries": 2, "last": "B", "right": "B"}
    opened.screenshots(tmp_path)
    assert opened.problems() == []


def test_the_answer_that_passed_is_kept_and_used(opened: OpenNotebook) -> None:
    assert remembered(opened)["passed"] == {"invert": {"notebook": "09_asking.ipynb"}}
    assert "np.subtract(1, image)" in (opened.path.parent / "my_cnn.py").read_text("utf-8")
    assert opened.evaluate("", "again.__module__") == "my_cnn"


def test_the_code_that_names_the_answer_is_folded_up(opened: OpenNotebook) -> None:
    shown = opened.page.evaluate(
        """() => cnnTest.notebook().content.widgets.map((cell) => !cell.inputHidden)"""
    )
    assert shown == [True, False, True, True, True]


def test_the_file_holds_the_question_without_the_widgets_state(opened: OpenNotebook) -> None:
    (output,) = opened.save()["cells"][1]["outputs"]
    assert "".join(output["data"]["text/plain"]).startswith("Predict: How many windows of 2 fit")
    assert "<summary>Which one is it?</summary>" in "".join(output["data"]["text/markdown"])

"""The questions of the notebooks: found by key, with the text that tells the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cnnhelpers.course.links import moved_links
from cnnhelpers.course.notebooks import course_notebooks, read, written
from cnnhelpers.course.questions import Question, Reveal, find, is_key, questions


def code(identifier: str, source: str, *kinds: str) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": identifier, "metadata": {"tags": [*kinds]}}
    return {**cell, "source": source, "execution_count": 1, "outputs": []}


def text(source: str, *kinds: str) -> dict[str, Any]:
    cell = {"cell_type": "markdown", "id": source[:1], "metadata": {"tags": [*kinds]}}
    return {**cell, "source": source}


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


ASK = 'predict("Which "\n    "one?", {"A": ("1", "Too few."), "B": "2"}, answer="B")'


def test_a_question_is_read_without_running_the_notebook() -> None:
    cells = [text("# 02"), code("one", ASK, "predict"), code("x", "1", "reveal"), text("**B**, 2.")]
    (found,) = questions(notebook(*cells), "02_topic.ipynb")
    assert found == Question(
        key="02-one",
        cell=1,
        question="Which one?",
        choices={"A": ("1", "Too few."), "B": "2"},
        answer="B",
        reveal=Reveal(cell=3, text="**B**, 2.", rest=""),
    )


@pytest.mark.parametrize(
    ("after", "reveal"),
    [
        ([code("x", "1", "reveal"), text("**A.** No.\n\nGo on.\n\n**A** B")], (3, "**A.** No.")),
        ([code("x", "1", "reveal"), text("It is two.", "reveal")], (3, "It is two.")),
        ([code("x", "1", "reveal"), text("Go on."), text("Two.", "reveal")], (4, "Two.")),
        ([code("x", "1"), code("y", "1", "reveal"), text("**B**, 2.")], (4, "**B**, 2.")),
        ([code("x", "1"), text("**B**, 2.")], None),
        ([code("x", "1", "reveal"), text("**Both** are."), text("**B**, 2.")], None),
        ([code("x", "1", "reveal"), text("**C**, 3.")], None),
    ],
)
def test_the_text_that_tells_the_answer_is_found(after: list, reveal: tuple | None) -> None:
    made = notebook(text("# 02"), code("one", ASK, "predict"), *after)
    (found,) = questions(made, "02_topic.ipynb")
    assert (found.reveal and (found.reveal.cell, found.reveal.text)) == reveal


def test_each_question_has_its_own_text() -> None:
    round_ = [code("x", "1", "reveal"), text("**A**, 1.")]
    cells = [code("one", ASK, "predict"), code("two", ASK, "predict"), *round_]
    first, second = questions(notebook(*cells), "02_topic.ipynb")
    assert (first.key, first.reveal) == ("02-one", None)
    assert (second.key, second.reveal.text) == ("02-two", "**A**, 1.")


@pytest.mark.parametrize("source", ["predict(asked)", "1 + 1", 'predict("Which?")'])
def test_a_question_that_is_computed_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="should be predict"):
        questions(notebook(code("one", source, "predict")), "02_topic.ipynb")


def test_a_question_in_prose_has_no_key() -> None:
    assert questions(notebook(text("**Predict.** Which?", "predict")), "02_topic.ipynb") == []


@pytest.mark.parametrize(
    ("name", "key"), [("02-79cce877", True), ("03-stride", True), ("Is 2-3?", False), ("02", False)]
)
def test_a_key_is_told_from_a_question(name: str, key: bool) -> None:
    assert is_key(name) is key


def test_a_question_is_found_by_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = notebook(code("one", ASK, "predict"), code("x", "1", "reveal"))
    (tmp_path / "02_topic.ipynb").write_text(written(made), encoding="utf-8")
    (tmp_path / "03_topic.ipynb").write_text(written(made), encoding="utf-8")
    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", lambda: tmp_path)
    assert find("03-one").key == "03-one" and find("02-one").answer == "B"
    for key in ("02-two", "04-one", "one"):
        with pytest.raises(KeyError):
            find(key)


def test_every_question_of_the_course_is_found() -> None:
    for path in course_notebooks():
        for question in questions(read(path), path.name):
            assert find(question.key) == question


def test_links_work_from_another_folder(tmp_path: Path) -> None:
    for name in ("notebooks/02_topic.ipynb", "READ ME.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    text = "[02](02_topic.ipynb#goals), [read](../READ%20ME.md), [site](https://example.org)"
    moved = moved_links(text, tmp_path / "notebooks", tmp_path / "a" / "b", {"02_topic.ipynb"})
    assert moved == text.replace("../READ", "../../READ")

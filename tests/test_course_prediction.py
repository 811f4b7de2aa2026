"""Questions to predict: every choice explained, remembered in a practice folder, static without."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_course_editions import notebook

from cnnhelpers.course import predict
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import written

ROOT = Path(__file__).resolve().parents[1]
VIEW = "application/vnd.jupyter.widget-view+json"
QUESTION = "Is `a*b` < **2** or *3*?"
CHOICES = {"A": ("`2 * <x>`", "Too **few**."), "B": "three", "C": ("four", "Too many.")}
CODE = ("_esm", "_css")
CELL = f"from cnnhelpers.course import predict\npredict({QUESTION!r}, {CHOICES!r}, answer='B')"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The practice folder of a course, with the learner in it."""
    source = tmp_path / "notebooks" / "02_topic.ipynb"
    source.parent.mkdir()
    source.write_text(written(notebook()), encoding="utf-8")
    make_practice([source], tmp_path / "practice")
    monkeypatch.chdir(tmp_path / "practice")
    monkeypatch.setenv("JPY_SESSION_NAME", "somewhere/02_topic_updated_3.ipynb")
    return tmp_path / "practice"


def remembered(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "my_progress.json").read_text("utf-8"))["predictions"]


def question(**changes: Any) -> Any:
    return predict(**{"question": QUESTION, "choices": CHOICES, "answer": "B", **changes})


def test_every_choice_is_explained() -> None:
    asked = question()
    assert asked.explain("A") == "A is not it. Too **few**."
    assert asked.explain("B") == "B is right."
    with pytest.raises(ValueError, match="no choice 'D'; use one of A, B, C"):
        asked.explain("D")
    assert question(choices={"A": ("1", "No."), "B": ("2", "Since.")}).explain("B") == (
        "B is right. Since."
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"question": "Which one."}, "no question"),
        ({"choices": {"B": "only"}}, "two or more"),
        ({"answer": "D"}, "use one of A, B, C"),
        ({"choices": {"A": "two", "B": "three"}}, "'A' is wrong and says not why"),
        ({"choices": {"A": ("two", " "), "B": "three"}}, "'A' is wrong and says not why"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(changes: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        question(**changes)


def test_the_words_stand_there_without_a_kernel() -> None:
    bundle = question()._repr_mimebundle_()
    assert (
        bundle["text/plain"]
        == repr(question())
        == ("Predict: Is a*b < 2 or 3?\n  A: 2 * <x>\n  B: three\n  C: four")
    )
    assert bundle["text/markdown"] == (
        "**Predict.** Is `a*b` < **2** or *3*?\n\n- A: `2 * <x>`\n- B: three\n- C: four\n\n"
        "<details><summary>Which one is it?</summary>\n\n"
        "- ✗ A is not it. Too **few**.\n- ✓ B is right.\n- ✗ C is not it. Too many.\n\n</details>"
    )
    assert set(bundle) == {"text/plain", "text/markdown", VIEW}


def test_without_anywidget_there_are_still_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "cnnhelpers.course.prediction_widget", raising=False)
    assert set(question()._repr_mimebundle_()) == {"text/plain", "text/markdown"}


def test_the_page_gets_escaped_words() -> None:
    spec = question().widget.spec
    assert spec["question"] == "Is <code>a*b</code> &lt; <b>2</b> or <i>3</i>?"
    assert spec["choices"][0] == {"letter": "A", "text": "<code>2 * &lt;x&gt;</code>"}


def test_the_page_is_told_what_was_answered_and_nothing_else() -> None:
    widget = question().widget
    state = {key: value for key, value in widget.get_state().items() if key not in CODE}
    for hint in ("few", "many", "right"):
        assert hint not in str(state)
    assert widget.told == []
    widget.answered = [0]
    first = {"index": 0, "right": False, "said": "A is not it. Too <b>few</b>."}
    assert widget.told == [first]
    assert "many" not in str(widget.told)
    widget.answered = [0, 1]
    assert widget.told == [first, {"index": 1, "right": True, "said": "B is right."}]


def test_nbval_knows_how_to_move_it() -> None:
    from nbval_strict import moves  # in tools/, which conftest.py makes known

    made = moves(question().widget.get_state())
    assert [move["state"]["index"] for move in made] == [0, 1, 2, None]


def test_the_first_and_the_last_choice_are_remembered(folder: Path) -> None:
    widget = question().widget
    widget.index = 2  # looked at, not answered
    assert remembered(folder) == {}
    widget.answered = [2]
    assert remembered(folder) == {
        "02_topic.ipynb": {QUESTION: {"first": "C", "last": "C", "right": "B", "tries": 1}}
    }
    widget.answered = [2, 1]
    question().choose("A")
    entry = {"first": "C", "last": "A", "right": "B", "tries": 3}
    assert remembered(folder) == {"02_topic.ipynb": {QUESTION: entry}}
    assert widget.note == ""


def test_an_earlier_choice_is_shown_again(folder: Path) -> None:
    assert question().widget.told == [] and question().chosen is None
    question().choose("C")
    again = question().widget
    assert again.index == 2
    assert again.told == [{"index": 2, "right": False, "said": "C is not it. Too many."}]
    assert again.note == "You gave this answer before. You may choose again."
    again.answered = [1]
    assert [each["index"] for each in again.told] == [2, 1] and again.note == ""
    assert question().chosen == "B"


def test_an_earlier_choice_that_is_none_any_more_is_not_shown(folder: Path) -> None:
    question().choose("C")
    shorter = question(choices={"A": ("2", "Too few."), "B": "three"})
    assert shorter.chosen is None and shorter.widget.told == []


@pytest.mark.parametrize("place", ["notebooks", "."])
def test_nothing_is_remembered_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(folder.parent / place)
    before = sorted(folder.parent.rglob("*"))
    widget = question().widget
    widget.answered = [0]
    assert widget.note == ""
    assert sorted(folder.parent.rglob("*")) == before


def test_a_choice_that_cannot_be_kept_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/.my_progress.json.part")

    monkeypatch.setattr("cnnhelpers.course.records.write_whole", fail)
    widget = question().widget
    widget.answered = [0]
    assert widget.note == "Your choice could not be kept: the disk is full."


def test_a_broken_record_is_told_with_a_choice(folder: Path) -> None:
    told = (
        "my_progress.json could not be read: it is now my_progress_unreadable_{}.json, and a new "
        "one begins."
    )
    (folder / "my_progress.json").write_text("{", encoding="utf-8")
    widget = question().widget
    widget.answered = [0]
    assert widget.note == told.format(1)
    widget.answered = [0, 1]
    assert widget.note == ""
    (folder / "my_progress.json").write_text("[", encoding="utf-8")
    assert question().choose("B") == f"{question().explain('B')} {told.format(2)}"


# Asked by key, in a practice copy


ANSWER = "**B** it is. See [the other](02_topic.ipynb) or [read](../READ%20ME.md)."


@pytest.fixture
def asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The practice folder of a course with one question, "02-ask", and a text that answers it."""
    cells = [
        {"cell_type": "code", "id": "ask", "metadata": {"tags": ["predict"]}, "source": CELL},
        {"cell_type": "code", "id": "show", "metadata": {"tags": ["reveal"]}, "source": "1"},
        {"cell_type": "markdown", "id": "text", "metadata": {}, "source": f"{ANSWER}\n\nGo on."},
    ]
    for cell in cells[:2]:
        cell.update(execution_count=None, outputs=[])
    source = folder.parent / "notebooks"
    made = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (source / "02_topic.ipynb").write_text(written(made), encoding="utf-8")
    (folder.parent / "READ ME.md").touch()
    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", lambda: source)
    monkeypatch.setattr("cnnhelpers.course.prediction.notebooks_folder", lambda: source)
    return folder


def test_a_question_asked_by_key_gives_nothing_away(asked: Path) -> None:
    named, full = predict("02-ask"), question()
    assert named.text == full.text and named.explain("A") == full.explain("A")
    question_alone = full.markdown.partition("\n\n<details>")[0]
    assert named.words["text/markdown"] == f"{question_alone}\n\n*Run this cell to answer.*"
    assert set(named._repr_mimebundle_()) == {"text/plain", "text/markdown", VIEW}


def test_the_answer_is_folded_up_until_a_choice_is_made(asked: Path) -> None:
    before = predict("02-ask").reveal()
    assert before.text.startswith("<details><summary>The answer. Choose yours first, above.</sum")
    assert "**B** it is." in before.text and "Go on." not in before.text
    predict("02-ask").choose("A")
    after = predict("02-ask").reveal()
    assert after.text == ANSWER, "and its links work from here"
    assert after._repr_mimebundle_() == {"text/plain": ANSWER, "text/markdown": ANSWER}


def test_links_in_the_answer_lead_back_from_another_folder(
    asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = asked.parent / "a" / "practice"
    asked.rename(elsewhere.parent.mkdir() or elsewhere)
    monkeypatch.chdir(elsewhere)
    assert "[the other](02_topic.ipynb) or [read](../../READ%20ME.md)" in (
        predict("02-ask").reveal().text
    )


def test_where_no_text_answers_the_explanation_does(folder: Path) -> None:
    question().choose("A")
    assert question().reveal().text == "B is right."


@pytest.mark.parametrize("key", ["02-gone", "77-ask"])
def test_a_key_that_the_course_does_not_know_is_said_in_a_sentence(asked: Path, key: str) -> None:
    words = predict(key)
    assert repr(words) == (
        f"The course does not have the question {key} any more. "
        "`python -m cnnhelpers practice` makes a new copy of this notebook; yours stays."
    )
    assert words.reveal() is words


def test_a_question_without_choices_is_refused() -> None:
    with pytest.raises(ValueError, match="0 choices leave none"):
        predict("Which?")


def test_a_notebook_with_a_question_is_tidy_and_strict(tmp_path: Path) -> None:
    """Executed, stored, and compared by nbval, which moves the buttons."""
    pytest.importorskip("nbval")
    from cnnhelpers.course.normalise import execute, normalise

    cell = {"cell_type": "code", "id": "ask", "metadata": {"tags": ["predict"]}, "source": CELL}
    cell.update(execution_count=None, outputs=[])
    asking = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    stored = normalise(execute(asking, tmp_path))
    assert "widgets" not in stored["metadata"]
    (output,) = stored["cells"][0]["outputs"]
    assert set(output["data"]) == {"text/plain", "text/markdown"}
    assert normalise(execute(stored, tmp_path), stored) == stored
    (tmp_path / "02_asking.ipynb").write_text(written(stored), encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
    command = [sys.executable, "-m", "pytest", "-p", "conftest", "-p", "no:cacheprovider"]
    command += ["--rootdir", str(tmp_path), "--nbval", str(tmp_path)]

    def compare() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    run = compare()
    assert run.returncode == 0, run.stdout
    text = written(stored).replace("C is not it. Too many", "C is not it. Too few")
    (tmp_path / "02_asking.ipynb").write_text(text, encoding="utf-8")
    assert compare().returncode == 1

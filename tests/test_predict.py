"""Questions to predict: every choice explained, remembered in a practice folder, static without."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_editions import notebook

from cnnhelpers.course import predict
from cnnhelpers.course.editions import make_practice, practice_edition
from cnnhelpers.course.notebooks import written

ROOT = Path(__file__).resolve().parents[1]
VIEW = "application/vnd.jupyter.widget-view+json"
QUESTION = "Is `a*b` < **2** or *3*?"
CHOICES = {"A": ("`2 * <x>`", "Too **few**."), "B": "three", "C": ("four", "Too many.")}
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
    assert asked.explain("A") == "✗ A is not it. Too **few**."
    assert asked.explain("B") == "✓ B is right."
    with pytest.raises(ValueError, match="no choice 'D'; use one of A, B, C"):
        asked.explain("D")
    assert question(choices={"A": ("1", "No."), "B": ("2", "Since.")}).explain("B") == (
        "✓ B is right. Since."
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
    assert set(question()._repr_mimebundle_()) == {"text/plain", "text/markdown"}


def test_the_page_gets_escaped_words() -> None:
    spec = question().widget.spec
    assert spec["question"] == "Is <code>a*b</code> &lt; <b>2</b> or <i>3</i>?"
    assert spec["choices"][0] == {
        "letter": "A",
        "text": "<code>2 * &lt;x&gt;</code>",
        "said": "✗ A is not it. Too <b>few</b>.",
    }


def test_nbval_knows_how_to_move_it() -> None:
    spec = importlib.util.spec_from_file_location("strict", ROOT / "conftest.py")
    strict = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(strict)
    moves = strict.moves(question().widget.get_state())
    assert [move["state"]["index"] for move in moves] == [0, 1, 2, None]


def test_the_first_and_the_last_choice_are_remembered(folder: Path) -> None:
    widget = question().widget
    widget.index = 2  # looked at, not answered
    assert not (folder / "my_progress.json").exists()
    widget.answered = [2]
    assert remembered(folder) == {
        "02_topic.ipynb": {QUESTION: {"first": "C", "last": "C", "right": "B", "tries": 1}}
    }
    widget.answered = [2, 1]
    question().choose("A")
    entry = {"first": "C", "last": "A", "right": "B", "tries": 3}
    assert remembered(folder) == {"02_topic.ipynb": {QUESTION: entry}}
    assert widget.note == ""


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
        raise OSError("No space left on device")

    monkeypatch.setattr("cnnhelpers.course.records.write_whole", fail)
    widget = question().widget
    widget.answered = [0]
    assert widget.note == ("Your choice could not be kept: OSError: No space left on device")


def test_the_practice_copy_folds_up_the_code_and_keeps_the_question() -> None:
    output = {"output_type": "display_data", "data": {"text/plain": "Predict"}, "metadata": {}}
    asking = {
        "cell_type": "code",
        "metadata": {"tags": ["predict"]},
        "source": CELL,
        "execution_count": 3,
        "outputs": [output],
    }
    (made,) = practice_edition({"cells": [asking], "metadata": {}}, "02_topic.ipynb")["cells"]
    assert made["source"] == CELL and made["outputs"] == [output]
    assert made["execution_count"] is None and made["metadata"]["jupyter"]["source_hidden"]
    assert "jupyter" not in asking["metadata"]


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

"""The practice edition: what is left out, that nothing is overwritten, and that it is solved."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from complaining import fail_with
from live_runs import run_cell, shell_in

from cnnhelpers.book.slices import needed
from cnnhelpers.course import editions
from cnnhelpers.course.cells import is_code, tags
from cnnhelpers.course.editions import fill_in, make_practice, practice_edition, stub
from cnnhelpers.course.notebooks import course_notebooks, read, solutions, tasks, written
from cnnhelpers.course.questions import questions

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def cell(kind: str, source: str, *kinds: str) -> dict[str, Any]:
    identifier = hashlib.sha256(source.encode()).hexdigest()[:8]
    found = {"cell_type": kind, "metadata": {"tags": [*kinds]}, "source": source, "id": identifier}
    if kind == "code":
        found.update(execution_count=1, outputs=[{"output_type": "stream", "text": "old"}])
    return found


def notebook(*extra: dict[str, Any]) -> dict[str, Any]:
    cells = [
        cell("markdown", "# 02 · Topic\n\n[01](01_other.ipynb#goals), [read](../READ%20ME.md)"),
        cell("code", "import numpy as np", "setup"),
        cell("code", "SIZE = 3\n\ndef first(x):\n    return x", "implement"),
        cell("markdown", "<details><summary>Hint 1</summary>\n\nOne.\n\n</details>", "hint"),
        cell("markdown", "**Exercise 1 ★ Explain.** Why?", "exercise"),
        cell("markdown", "Because.", "solution"),
        cell("markdown", "**Exercise 2 ★ Try.** Find it.", "exercise"),
        cell("code", "answer = 42", "solution"),
        cell("markdown", "Ten minutes.", "instructor"),
        *extra,
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with two notebooks."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    (tmp_path / "READ ME.md").write_text("read")
    for name in ("01_other.ipynb", "02_topic.ipynb"):
        (folder / name).write_text(written(notebook()), encoding="utf-8")
    return folder


# What is left out


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(x):\n    return x", "def f(x):\n    ...  # your code here"),
        ("def f(x): return x", "def f(x):\n    ...  # your code here"),
        ("def f(x): 'Doc.'; return x", "def f(x):\n    'Doc.'\n    ...  # your code here"),
        (
            'def f(\n    x,  # in\n    y=(1, 2),\n):\n    """Doc.\n\n    More.\n    """\n'
            "    return x",
            'def f(\n    x,  # in\n    y=(1, 2),\n):\n    """Doc.\n\n    More.\n    """\n'
            "    ...  # your code here",
        ),
        (
            "N = 1\n\n@cache\ndef f(x):\n    # the trick\n\n    return x\n    # and why\n\nM = 2",
            "N = 1\n\n@cache\ndef f(x):\n    ...  # your code here\n\nM = 2",
        ),
        (
            'class A(B):\n    """Doc."""\n    size = 3\n\n    def f(self):\n        return 1\n\n'
            "    @property\n    def g(self):\n        return 2",
            'class A(B):\n    """Doc."""\n\n    def f(self):\n        ...  # your code here\n\n'
            "    @property\n    def g(self):\n        ...  # your code here",
        ),
        ("class A:\n    size = 3", "class A:\n    ...  # your code here"),
        (
            "%load_ext x\ndef f(x):\n    return 'für'\ndef g(x): return f(x)",
            "%load_ext x\ndef f(x):\n    ...  # your code here\n"
            "def g(x):\n    ...  # your code here",
        ),
        ("answer = 42\nprint(answer)", "# your code here"),
    ],
)
def test_a_stub_keeps_the_signature_and_the_docstring(source: str, expected: str) -> None:
    assert stub(source) == expected


def test_the_practice_edition_leaves_out_the_learners_part() -> None:
    made = practice_edition(notebook(), "02_topic.ipynb")
    sources = [each["source"] for each in made["cells"]]
    assert sources[2:] == [
        "SIZE = 3\n\ndef first(x):\n    ...  # your code here",
        "<details><summary>Hint 1</summary>\n\nOne.\n\n</details>",
        "**Exercise 1 ★ Explain.** Why?",
        "*Your answer:*",
        "**Exercise 2 ★ Try.** Find it.",
        "# your code here",
    ]
    for each in made["cells"]:
        assert each.get("outputs", []) == []
        assert each.get("execution_count") is None
    assert "return x" not in json.dumps(made) and "42" not in json.dumps(made)


QUESTION = 'predict("Which?", {"A": ("1", "Too few."), "B": ("2", "Two.")}, answer="B")'


def asking(*after: dict[str, Any]) -> dict[str, Any]:
    """A notebook that asks a question, shows something, and goes on."""
    ask = {**cell("code", QUESTION, "predict", "hide-input"), "id": "ask"}
    ask["metadata"]["jupyter"] = {"source_hidden": True}
    ask["outputs"] = [{"output_type": "display_data", "data": {"text/plain": "B, since Two."}}]
    show = {**cell("code", "print(1 + 1)", "reveal"), "id": "show"}
    return {"cells": [ask, show, *after], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def test_a_question_is_only_named_and_stands_there_as_text() -> None:
    made = practice_edition(asking(), "02_topic.ipynb")
    ask, show = made["cells"]
    assert ask["source"] == 'predict("02-ask")' and ask["execution_count"] is None
    assert ask["metadata"] == {"tags": ["predict"]}
    (output,) = ask["outputs"]
    assert output["data"] == {
        "text/plain": "Predict: Which?\n  A: 1\n  B: 2",
        "text/markdown": "**Predict.** Which?\n\n- A: 1\n- B: 2\n\n*Run this cell to answer.*",
    }
    assert show["source"] == "print(1 + 1)" and show["outputs"] == []
    assert "Two." not in json.dumps(made) and "Too few" not in json.dumps(made)


@pytest.mark.parametrize(
    ("source", "kinds", "rest"),
    [
        ("**B**, two of them.\n\nNow **write** it.\n\nB too.", (), "Now **write** it.\n\nB too."),
        ("**B:** two of them.", (), None),
        ("Two of them.\n\nThat is all.", ("reveal",), None),
    ],
)
def test_the_text_that_tells_the_answer_becomes_a_cell_that_shows_it(
    source: str, kinds: tuple[str, ...], rest: str | None
) -> None:
    text = {**cell("markdown", source, *kinds), "id": "text"}
    made = practice_edition(asking(text), "02_topic.ipynb")
    teller, *others = made["cells"][2:]
    assert teller["source"] == 'predict("02-ask").reveal()'
    assert (teller["id"], teller["outputs"]) == ("text-answer", [])
    assert [(each["id"], each["source"]) for each in others] == ([("text", rest)] if rest else [])
    assert "wo of them" not in json.dumps(made)


@pytest.mark.parametrize(
    "source", ["Two of them.", "**Because** it is so.", "**C** is no choice.", "B, two."]
)
def test_other_text_after_a_reveal_stays(source: str) -> None:
    made = practice_edition(asking(cell("markdown", source)), "02_topic.ipynb")
    assert [each["source"] for each in made["cells"][2:]] == [source]


def test_a_copy_is_trusted_because_it_was_made_here(course: Path, tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    from jupyter_core.paths import jupyter_data_dir
    from nbformat.sign import NotebookNotary

    (done,) = make_practice([course / "02_topic.ipynb"], tmp_path / "practice")
    notary = NotebookNotary(data_dir=jupyter_data_dir())
    try:
        copy = nbformat.read(done.path, as_version=4)
        assert notary.check_signature(copy)
        copy["cells"][0]["source"] += " Changed."
        assert not notary.check_signature(copy)
    finally:
        notary.store.close()


def test_tasks_are_named_and_filled_in() -> None:
    complete = notebook()
    assert [task.name for task in tasks(complete)] == ["first", "exercise_1", "exercise_2"]
    assert tasks(complete)[0].hints == ("One.",)
    practice = practice_edition(complete, "02_topic.ipynb")
    filled = fill_in(practice, solutions(complete))
    kept = [each["source"] for each in complete["cells"] if "instructor" not in tags(each)]
    assert [each["source"] for each in filled["cells"]] == kept
    assert practice["cells"][-1]["source"] == "# your code here", "the argument is not changed"
    with pytest.raises(ValueError, match="no task is called 'second'; there are first, exercise_1"):
        fill_in(practice, {"second": ""})


# Nothing is overwritten


def test_copies_are_made_once(course: Path, tmp_path: Path) -> None:
    paths, target = sorted(course.glob("*.ipynb")), tmp_path / "practice"
    done = make_practice(paths, target)
    assert [entry.action for entry in done] == ["made", "made"]
    assert sorted(file.name for file in target.glob("*.ipynb")) == [
        "01_other.ipynb",
        "02_topic.ipynb",
    ]
    before = (target / "02_topic.ipynb").read_bytes()
    assert b"\r" not in before
    done = make_practice(paths, target)
    assert [entry.action for entry in done] == ["kept", "kept"]
    assert str(done[0]).endswith("is there already; it was left as it is.")
    assert (target / "02_topic.ipynb").read_bytes() == before


def test_a_changed_course_comes_beside_the_learners_work(course: Path, tmp_path: Path) -> None:
    target, path = tmp_path / "practice", course / "02_topic.ipynb"
    make_practice([path], target)
    # The learner works, in an editor that keeps the metadata of the notebook.
    mine = read(target / path.name)
    mine["cells"][2]["source"] = "def first(x):\n    return 'mine'"
    (target / path.name).write_text(written(mine), encoding="utf-8")
    work = (target / path.name).read_bytes()
    assert make_practice([path], target)[0].action == "kept"

    path.write_text(written(notebook(cell("markdown", "New."))), encoding="utf-8")
    (done,) = make_practice([path], target)
    assert done.action == "updated" and done.path.name == "02_topic_updated_2.ipynb"
    assert "has changed since your copy was made" in done.sentence
    assert "02_topic_updated_2.ipynb" in done.sentence
    assert (target / path.name).read_bytes() == work
    assert read(done.path)["cells"][-1]["source"] == "New."
    assert make_practice([path], target)[0].action == "kept"
    assert len(list(target.glob("*.ipynb"))) == 2

    path.write_text(written(notebook(cell("markdown", "Newer."))), encoding="utf-8")
    assert make_practice([path], target)[0].path.name == "02_topic_updated_3.ipynb"
    assert (target / path.name).read_bytes() == work


def test_what_only_looks_different_is_no_change(course: Path, tmp_path: Path) -> None:
    path = course / "02_topic.ipynb"
    make_practice([path], tmp_path / "practice")
    run_again = notebook()
    for each in run_again["cells"]:
        each["id"] = "other" + each["id"]
        each.get("outputs", []).clear()
    path.write_text(written(run_again), encoding="utf-8")
    assert make_practice([path], tmp_path / "practice")[0].action == "kept"


@pytest.mark.parametrize("content", ["", "not a notebook", "[]", '{"cells": 3}'])
def test_a_file_that_says_nothing_is_left_alone(course: Path, tmp_path: Path, content: str) -> None:
    target = tmp_path / "practice"
    target.mkdir()
    (target / "02_topic.ipynb").write_text(content)
    (done,) = make_practice([course / "02_topic.ipynb"], target)
    assert done.path.name == "02_topic_updated_2.ipynb"
    assert (target / "02_topic.ipynb").read_text() == content


def test_links_work_from_the_practice_folder(course: Path, tmp_path: Path) -> None:
    make_practice(sorted(course.glob("*.ipynb")), tmp_path / "elsewhere" / "practice")
    place = tmp_path / "elsewhere" / "practice"
    source = read(place / "02_topic.ipynb")["cells"][0]["source"]
    assert "[01](01_other.ipynb#goals)" in source
    assert "[read](../../READ%20ME.md)" in source
    assert (place / "../../READ ME.md").exists()


def test_the_command_says_what_it_did(
    course: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", lambda: course)
    monkeypatch.chdir(tmp_path)
    assert editions.main([]) == 0
    said = capsys.readouterr().out.replace("\\", "/")
    assert said == "Made practice/01_other.ipynb.\nMade practice/02_topic.ipynb.\n"
    assert editions.main(["02", "--target", "mine"]) == 0
    assert capsys.readouterr().out.replace("\\", "/") == "Made mine/02_topic.ipynb.\n"
    assert editions.main(["99"]) == 1
    assert "There is no notebook '99'; there are 01_other, 02_topic." in capsys.readouterr().err


# The real notebooks' checks pass with all solutions; whole, the same code runs under nbval, and the
# untouched copies run in the tests in a browser


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course") / "practice"
    make_practice(NOTEBOOKS, folder)
    return folder


def test_all_notebooks_of_the_course_are_copied() -> None:
    assert course_notebooks() == NOTEBOOKS


def run(notebook: dict[str, Any], folder: Path) -> list[str]:
    """Run the checks of a notebook in a folder, and the cells that they need; return what they say.

    In the process of the tests, where PyTorch is imported once.
    """
    cells, heard = notebook["cells"], []
    checks = [place for place, each in enumerate(cells) if is_code(each) and "check" in tags(each)]
    places = {*checks, *(place for check in checks for place in needed(cells, check))}
    places |= {place for place, each in enumerate(cells) if "setup" in tags(each)}
    with shell_in(folder) as shell:
        for each in (cells[place] for place in sorted(places)):
            ran = run_cell(shell, each["source"], each["id"])
            if "raises-exception" not in tags(each) and ran.error is not None:
                pytest.fail(f"{each['source']}\nraised {ran.error!r}")
            if "check" in tags(each):
                heard.append(ran.text)
    return heard


def code(notebook: dict[str, Any]) -> list[str]:
    """The code that both editions have; questions are asked in each in its own way."""
    return [
        each["source"]
        for each in notebook["cells"]
        if each["cell_type"] == "code"
        and not tags(each) & {"instructor", "predict"}
        and not each["source"].startswith("predict(")
    ]


def test_a_cell_that_raises_is_no_check_that_passed(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="raised ZeroDivisionError"):
        run({"cells": [cell("code", "'passed'; 1 / 0", "check")]}, tmp_path)


def test_a_check_gets_the_cells_that_it_needs(tmp_path: Path) -> None:
    cells = [
        cell("code", "import operator as it", "setup"),
        cell("code", "two = 2"),
        cell("code", "def double(x):\n    return it.mul(two, x)"),
        cell("code", "raise SystemError"),
        cell("code", "print(double(4), 'passed')", "check"),
    ]
    assert run({"cells": cells}, tmp_path) == ["8 passed\n"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_with_all_solutions_each_check_of_a_copy_passes(path: Path, practice: Path) -> None:
    complete = read(path)
    filled = fill_in(read(practice / path.name), solutions(complete))
    assert code(filled) == code(complete)
    fail_with(
        f"{path.name}: with all solutions filled in, each check passes; the function in the "
        f"notebook has to be right, as that in the exercise's module is. It says:\n{text}"
        for text in run(filled, practice)
        if not re.search("passed", text, re.I)
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_practice_notebook_gives_no_answer_away(path: Path, practice: Path) -> None:
    made = json.dumps(read(practice / path.name)["cells"], ensure_ascii=False)
    asked = questions(read(path), path.name)
    fail_with([] if asked else [f"{path.name}: it asks no question; add a cell with predict(...)."])
    for question in asked:
        assert f'predict(\\"{question.key}\\")' in made
        given_away = [choice[1] for choice in question.choices.values() if len(choice) == 2]
        given_away += question.reveal.text.split("\n") if question.reveal else []
        fail_with(
            f"{path.name}: the practice copy gives the answer to the question {question.key} away. "
            f"This text stands in another cell, too; say it in other words there: {text!r}"
            for text in filter(None, given_away)
            if json.dumps(text, ensure_ascii=False)[1:-1] in made
        )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_practice_notebook_gives_no_solution_away(path: Path, practice: Path) -> None:
    made = (practice / path.name).read_text(encoding="utf-8")
    last = {
        name: solution.rstrip().split("\n")[-1].strip()
        for name, solution in solutions(read(path)).items()
    }
    fail_with(
        f"{path.name}: the practice copy gives the solution of {name} away: its last line stands "
        f"in another cell, too; change one of the two: {line!r}"
        for name, line in last.items()
        if json.dumps(line, ensure_ascii=False)[1:-1] in made
    )


def test_the_answers_that_passed_are_in_the_learners_library(practice: Path) -> None:
    from cnnhelpers import check
    from cnnhelpers.check import EXERCISES
    from cnnhelpers.course import library

    if not (practice / library.FILE).exists():
        pytest.skip("the tests above make the library")
    module = library.load(practice)
    for path in NOTEBOOKS:
        for task in tasks(read(path)):
            if task.name in EXERCISES:
                assert getattr(check, task.name)(getattr(module, task.name)).passed, task.name

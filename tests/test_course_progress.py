"""The table of what is done, on the command line and in a notebook."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_course_editions import cell, notebook

from cnnhelpers import __main__ as command_line
from cnnhelpers import check
from cnnhelpers.course import library, progress
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import read, written
from cnnhelpers.course.place import Place
from cnnhelpers.course.records import recorded
from cnnhelpers.course.table import Table

CHECKED = [
    cell("markdown", "# 03 · Next\n\n[02](02_topic.ipynb)"),
    cell("markdown", "## 1 · Turn\n\nWhite is black."),
    cell("code", "def invert(image):\n    return 1 - image", "implement"),
    cell("markdown", "## Exercises"),
    cell("markdown", "**Exercise 3 ★★ Flip.** Write it.", "exercise"),
    cell("code", "def convolve2d(x, kernel):\n    return x", "solution"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A practice folder of a course of two notebooks."""
    course = tmp_path / "notebooks"
    course.mkdir()
    (course / "02_topic.ipynb").write_text(written(notebook()), encoding="utf-8")
    (course / "03_next.ipynb").write_text(written({**notebook(), "cells": CHECKED}))
    for name in ("place", "notebooks"):
        module = sys.modules[f"cnnhelpers.course.{name}"]
        monkeypatch.setattr(module, "notebooks_folder", lambda: course)
    make_practice(sorted(course.iterdir()), tmp_path / "practice")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "practice"


def remember(folder: Path, **entries: object) -> None:
    (folder / "my_progress.json").write_text(json.dumps(entries), encoding="utf-8")


def table(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert command_line.main(["progress", *arguments]) == 0
    return capsys.readouterr().out


def test_every_task_has_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert table(capsys) == (
        "notebook  task        about    stars  done\n"
        "--------  ----------  -------  -----  ----\n"
        "02_topic  first                       no\n"
        "02_topic  exercise 1  Explain  ★      no\n"
        "02_topic  exercise 2  Try      ★      no\n"
        "03_next   invert      Turn            no\n"
        "03_next   convolve2d  Flip     ★★     no\n"
        "\n"
        "0 of 2 tasks with a check are done. 0 of 3 tasks without a check are written.\n"
    )


@pytest.mark.parametrize(
    ("entry", "done", "counted"),
    [
        ({}, "by yourself", "1 by yourself"),
        ({"hints": 0}, "by yourself", "1 by yourself"),
        ({"hints": 1}, "with 1 hint", "1 with hints"),
        ({"hints": 2}, "with 2 hints", "1 with hints"),
        ({"hints": 2, "solution": True}, "by solution", "1 by solution"),
    ],
)
def test_what_passed_is_done_and_what_helped_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], entry: dict, done: str, counted: str
) -> None:
    remember(folder, passed={"invert": entry})
    said = table(capsys, "03")
    assert re.search(rf"invert +Turn +{done}\n", said)
    assert re.search(r"convolve2d +Flip +★★ +no\n", said)
    assert said.endswith(f"\n1 of 2 tasks with a check is done: {counted}.\n")


def test_what_helped_counts_from_the_first_hint_to_the_first_pass(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Place(folder, folder)
    remember(folder, helped={"03_next.ipynb": {"invert": {"hints": 2}}})
    library.keep(check.invert(lambda image: 1 - image), place)
    assert "with 2 hints" in table(capsys, "03")
    # What is looked at afterwards takes nothing away.
    remember(folder, **{**recorded(folder), "helped": {"03_next.ipynb": {"invert": SOLVED}}})
    library.keep(check.invert(lambda image: 1 - image), place)
    assert "with 2 hints" in table(capsys, "03")


SOLVED = {"hints": 2, "solution": True}


def test_what_the_library_holds_and_leaves_out_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(name: str) -> dict:
        return {"blocks": [{"name": name, "kind": "source", "text": "", "uses": []}]}

    answers = {name: answer(name) for name in ("invert", "convolve2d", "pad2d")}
    remember(folder, answers=answers, left_out={"pad2d": "it raises"})
    said = table(capsys)
    assert said.endswith(" my_cnn.py holds 2 of your functions. It leaves out pad2d.\n")


RIGHT, WRONG = {"first": "A", "right": "A"}, {"first": "A", "right": "B", "last": "B"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ([RIGHT], "Your one prediction was right at the first try."),
        ([WRONG], "Your one prediction was wrong at the first try."),
        ([WRONG, WRONG], "Of 2 predictions, none was right at the first try."),
        ([RIGHT, WRONG], "Of 2 predictions, 1 was right at the first try."),
        ([RIGHT, RIGHT, WRONG], "Of 3 predictions, 2 were right at the first try."),
    ],
)
def test_predictions_are_counted_in_english(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: list[dict], sentence: str
) -> None:
    remember(folder, predictions={"02_topic.ipynb": dict(zip("abc", asked))})
    assert table(capsys).endswith(f" {sentence}\n")


@pytest.mark.parametrize(
    ("number", "line"),
    [(2, "first "), (5, "exercise 1 +Explain +★"), (7, "exercise 2 +Try +★")],
)
@pytest.mark.parametrize(
    "where", ["", "updated", "subfolder", "02_topic-Copy1", "02_topic (1)", "mine"]
)
def test_what_nothing_checks_is_written_and_never_done(
    folder: Path, capsys: pytest.CaptureFixture[str], number: int, line: str, where: str
) -> None:
    path = folder / "02_topic.ipynb"
    mine = read(path)
    mine["cells"][number]["source"] = mine["cells"][number]["source"].replace("...", "return 2")
    if number != 2:
        mine["cells"][number]["source"] += "\nx"
    if where == "updated":
        path = folder / "02_topic_updated_2.ipynb"
    elif where == "subfolder":
        (folder / "done").mkdir()
        path = path.rename(folder / "done" / path.name)
    elif where:
        path = folder / f"{where}.ipynb"
    path.write_text(written(mine), encoding="utf-8")
    said = table(capsys, "02")
    assert re.search(rf"{line} +written, no check\n", said) and said.count("written,") == 1
    assert said.endswith("\n\n1 of 3 tasks without a check is written.\n")
    other = {**mine, "metadata": {"cnnhelpers": {"edition": "complete"}}}
    path.write_text(written(other), encoding="utf-8")  # to read in, and nobody has written it
    assert "written," not in table(capsys, "02")
    for spoilt in ("{", "[]", '{"cells": 3}', '{"cells": [{"source": "def f(:"}]}'):
        path.write_text(spoilt, encoding="utf-8")  # what cannot be read counts for nothing
        assert "written," not in table(capsys, "02")


def test_a_solution_that_nothing_checks_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "02_topic.ipynb"
    mine = read(path)
    mine["cells"][7]["source"] = "answer = 42"
    path.write_text(written(mine), encoding="utf-8")
    remember(folder, helped={"02_topic.ipynb": {"exercise_2": {"solution": True}}})
    assert re.search(r"exercise 2 .*written, no check, solution seen\n", table(capsys, "02"))


def test_a_damaged_record_does_not_stop_the_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(folder, passed={"invert": 3, "convolve2d": {}}, predictions={"02_topic.ipynb": []})
    assert "1 of 2 tasks with a check is done" in table(capsys)
    (folder / "my_progress.json").write_bytes(b"\xff")
    assert "0 of 2" in table(capsys)


def test_the_command_finds_the_folder_or_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(folder, passed={"invert": {}})
    (folder / "done").mkdir()
    for inside in (folder, folder / "done"):
        monkeypatch.chdir(inside)
        assert "1 of 2" in table(capsys)
    monkeypatch.chdir(folder.parent)
    (folder.parent / "stray.ipynb").write_bytes((folder / "02_topic.ipynb").read_bytes())
    assert "1 of 2" in table(capsys)  # the usual folder, and not the one around it
    (folder.parent / "stray.ipynb").unlink()
    moved = folder.rename(folder.parent / "my copies")
    assert "1 of 2" in table(capsys, "--folder", str(moved))
    assert command_line.main(["progress"]) == 1
    assert "`python -m cnnhelpers practice` makes them." in capsys.readouterr().err
    assert command_line.main(["progress", "99", "--folder", str(moved)]) == 1
    assert "There is no notebook '99'" in capsys.readouterr().err
    assert "progress" in command_line.usage()


def test_the_notebook_shows_a_line_a_notebook(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(folder, passed={"invert": {}})
    # In the complete edition nobody has done anything, whatever lies beside it.
    monkeypatch.chdir(folder.parent / "notebooks")
    shown = progress.show()
    assert repr(shown).split("\n")[2:] == [
        "02 · Topic  ○○○    0 of 0",
        "03 · Next   ○○     0 of 2",
        "",
        "2 tasks have a check, 3 have none. Your practice copy counts yours.",
        "● passed its check, ◐ written, with no check to pass, ○ open.",
    ]
    monkeypatch.chdir(folder)
    shown = progress.show()
    assert "03 · Next   ●○     1 of 2  1 by yourself" in repr(shown)
    assert "convolve2d" in repr(progress.show("03"))
    # Nothing is written by looking.
    assert sorted(path.name for path in folder.iterdir()) == [
        "02_topic.ipynb",
        "03_next.ipynb",
        "my_progress.json",
    ]


def links(shown: Table) -> list[tuple[str, str]]:
    html = ElementTree.fromstring(shown._repr_html_())
    return [(each.text, each.get("href")) for each in html.iter("a")]


def test_the_table_in_a_notebook_leads_to_the_tasks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent / "notebooks")
    assert links(progress.show())[0] == ("02 · Topic", "02_topic.ipynb")
    (folder / "done").mkdir()
    for name in ("02_topic_updated_10.ipynb", "02_topic_updated_2.ipynb"):
        (folder / "done" / name).write_bytes((folder / "02_topic.ipynb").read_bytes())
    monkeypatch.chdir(folder / "done")
    assert links(progress.show()) == [
        ("02 · Topic", "02_topic_updated_10.ipynb"),
        ("03 · Next", "../03_next.ipynb"),
    ]
    # Beside the course's own name another one is a copy's; where it is gone, it is the notebook's.
    for name in ("03_next-Copy1.ipynb", "mine.ipynb"):
        (folder / name).write_bytes((folder / "03_next.ipynb").read_bytes())
    assert links(progress.show())[1] == ("03 · Next", "../03_next.ipynb")
    for name in ("03_next.ipynb", "03_next-Copy1.ipynb"):
        (folder / name).unlink()
    assert links(progress.show())[1] == ("03 · Next", "../mine.ipynb")
    (folder / "03_next.ipynb").write_bytes((folder / "mine.ipynb").read_bytes())
    (folder / "mine.ipynb").unlink()
    assert links(progress.show("03"))[:2] == [
        ("03_next", "../03_next.ipynb"),
        ("invert", "../03_next.ipynb#1-%C2%B7-Turn"),
    ]


def test_the_table_reaches_a_screen_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(folder, passed={"invert": {"hints": 1}})
    monkeypatch.chdir(folder)
    html = ElementTree.fromstring(progress.show()._repr_html_())
    assert html.find("caption").text.startswith("1 of 2 tasks with a check is done: 1 with hints.")
    assert [each.text for each in html.iter("th") if each.get("scope") == "col"] == [
        "notebook", "tasks", "passed", "how",
    ]  # fmt: skip
    assert ["".join(each.itertext()) for each in html.iter("th") if each.get("scope") == "row"] == [
        "02 · Topic",
        "03 · Next",
    ]
    assert [each.text for each in html.iter("td")] == [
        "○○○", "0 of 0", None, "●○", "1 of 2", "1 with hints",
    ]  # fmt: skip


def test_the_stars_of_the_real_course() -> None:
    rows = {row.exercise: row for row in progress.rows(None)}
    assert rows["same_padding"].stars == "★" and rows["best_match"].stars == "★★★"
    assert rows["correlate2d"].stars == "" and rows["same_padding"].state == "open"

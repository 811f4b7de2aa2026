"""The table of what is done, on the command line and in a notebook."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_editions import cell, notebook

from cnnhelpers import __main__ as command_line
from cnnhelpers.course import progress
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import read, written

CHECKED = [
    cell("code", "def invert(image):\n    return 1 - image", "implement"),
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
    for name in ("place", "notebooks", "editions"):
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
        "notebook  exercise    stars  done\n"
        "--------  ----------  -----  ----\n"
        "02_topic  first              no\n"
        "02_topic  exercise 1  ★      no\n"
        "02_topic  exercise 2  ★      no\n"
        "03_next   invert             no\n"
        "03_next   convolve2d  ★★     no\n"
        "\n"
        "0 of 5 tasks done.\n"
    )


def test_what_passed_is_done(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"invert": {"blocks": [{"name": "invert", "kind": "source", "text": "", "uses": []}]}}
    asked = {"A?": {"first": "A", "right": "A"}, "B?": {"first": "A", "right": "B", "last": "B"}}
    remember(folder, passed={"invert": {}}, answers=answers, predictions={"02_topic.ipynb": asked})
    said = table(capsys, "03")
    assert re.search(r"invert +yes\n", said) and re.search(r"convolve2d +★★ +no\n", said)
    assert said.endswith(
        "1 of 2 tasks done. my_cnn.py holds 1 of your functions. "
        "Of 2 predictions, 1 were right at the first try.\n"
    )


@pytest.mark.parametrize(
    ("number", "line"),
    [(2, "first +written"), (5, "exercise 1 +★ +written"), (7, "exercise 2 +★ +written")],
)
@pytest.mark.parametrize("updated", [False, True])
def test_what_nothing_checks_counts_as_written(
    folder: Path, capsys: pytest.CaptureFixture[str], number: int, line: str, updated: bool
) -> None:
    path = folder / "02_topic.ipynb"
    mine = read(path)
    mine["cells"][number]["source"] = mine["cells"][number]["source"].replace("...", "return 2")
    if number != 2:
        mine["cells"][number]["source"] += "\nx"
    if updated:
        path = folder / "02_topic_updated_2.ipynb"
    path.write_text(written(mine), encoding="utf-8")
    said = table(capsys, "02")
    assert re.search(line, said) and said.count("written") == 1
    path.write_text("{", encoding="utf-8")  # a copy that cannot be read counts for nothing
    assert "written" not in table(capsys, "02")


def test_the_command_finds_the_folder_or_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(folder, passed={"invert": {}})
    monkeypatch.chdir(folder)
    assert "1 of 5" in table(capsys)
    monkeypatch.chdir(folder.parent)
    moved = folder.rename(folder.parent / "my copies")
    assert "1 of 5" in table(capsys, "--folder", str(moved))
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
    shown = progress.show()
    assert repr(shown).split("\n")[2:] == [
        "02_topic  ○○○    0 of 3",
        "03_next   ○○     0 of 2",
        "",
        "0 of 5 tasks done. Your practice copy counts yours.",
    ]
    monkeypatch.chdir(folder)
    shown = progress.show()
    assert "03_next   ●○     1 of 2" in repr(shown)
    html = ElementTree.fromstring(shown._repr_html_())
    assert html.find("caption").text == "1 of 5 tasks done."
    assert [each.text for each in html.iter("th") if each.get("scope") == "row"] == [
        "02_topic",
        "03_next",
    ]
    assert [each.text for each in html.iter("td")] == ["○○○", "0 of 3", "●○", "1 of 2"]
    assert "convolve2d" in repr(progress.show("03"))
    # Nothing is written by looking.
    assert sorted(path.name for path in folder.iterdir()) == [
        "02_topic.ipynb",
        "03_next.ipynb",
        "my_progress.json",
    ]


def test_the_stars_of_the_real_course() -> None:
    rows = {row.exercise: row for row in progress.rows(None)}
    assert rows["same_padding"].stars == "★" and rows["best_match"].stars == "★★★"
    assert rows["correlate2d"].stars == "" and rows["same_padding"].state == "open"

"""What was done in the browser is taken over, and nothing that was there is lost."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from cnnhelpers.course import library, taking
from cnnhelpers.course.editions import make_practice, practice_edition
from cnnhelpers.course.notebooks import course_notebooks, read, written
from cnnhelpers.course.records import EMPTY
from cnnhelpers.lite.contents import for_the_browser

NAME = "03_padding_and_stride.ipynb"
STEM = "03_padding_and_stride"


def answer(name: str, text: str) -> dict:
    imports = {"name": "np", "kind": "import", "text": "numpy", "uses": []}
    block = {"name": name, "kind": "source", "text": text, "uses": ["np"]}
    return {"blocks": [imports, block], "needs": []}


PAD = answer("pad2d", "def pad2d(x, padding):\n    return np.pad(x, padding)")
OTHER_PAD = answer("pad2d", "def pad2d(x, padding):\n    return np.pad(np.array(x), padding)")
SAME = answer("same_padding", "def same_padding(kernel_size):\n    return int(np.floor(kernel_size / 2))")  # noqa: E501


def record(path: Path, **sections: object) -> Path:
    path.write_text(json.dumps({**EMPTY, **sections}), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_practice(course_notebooks(["03"]), tmp_path / "practice")
    return tmp_path / "practice"


def test_answers_come_into_an_empty_folder_and_run(folder, tmp_path, capsys):
    file = record(
        tmp_path / "my_progress.json",
        passed={"pad2d": {"notebook": NAME, "hints": 1}},
        answers={"pad2d": PAD, "same_padding": SAME},
        helped={NAME: {"pad2d": {"hints": 1}}},
        predictions={NAME: {"1": {"first": "A", "last": "B", "right": "B", "tries": 2}}},
    )
    assert taking.main([str(file), "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "2 of the 2 functions in it are new here: pad2d, same_padding." in said
    mine = library.load(folder)
    assert mine.pad2d(np.ones((1, 2)), 1).shape == (3, 4) and mine.same_padding(5) == 2
    kept = json.loads((folder / "my_progress.json").read_text())
    assert kept["passed"] == {"pad2d": {"notebook": NAME, "hints": 1}}
    assert kept["predictions"][NAME]["1"]["tries"] == 2


def test_what_is_there_already_stays(folder, tmp_path, capsys):
    record(folder / "my_progress.json", passed={"pad2d": {}}, answers={"pad2d": OTHER_PAD},
           predictions={NAME: {"2": {"first": "C"}}})  # fmt: skip
    file = record(
        tmp_path / "my_progress (1).json",
        answers={"pad2d": PAD, "same_padding": SAME},
        predictions={NAME: {"1": {"first": "A"}, "2": {"first": "B"}}},
    )
    assert taking.main([str(file), "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "1 of the 2 functions in it are new here: same_padding." in said
    assert "Of the other 1, those that were here stay." in said
    kept = json.loads((folder / "my_progress.json").read_text())
    assert kept["answers"] == {"pad2d": OTHER_PAD, "same_padding": SAME}
    assert kept["predictions"][NAME] == {"1": {"first": "A"}, "2": {"first": "C"}}
    assert taking.main([str(file), "--folder", str(folder)]) == 0  # twice does no harm
    assert json.loads((folder / "my_progress.json").read_text()) == kept


def test_a_notebook_gets_a_free_name_and_the_kernel_of_here(folder, tmp_path, capsys):
    before = (folder / NAME).read_bytes()
    copy = for_the_browser(practice_edition(read(course_notebooks(["03"])[0]), NAME))
    copy["cells"][-1]["source"] = "mine"
    (tmp_path / "downloads").mkdir()
    file = tmp_path / "downloads" / NAME
    file.write_text(json.dumps(copy), encoding="utf-8")
    assert copy["metadata"]["kernelspec"]["name"] == "python"
    for _ in range(2):
        assert taking.main([str(file), "--folder", str(folder)]) == 0
    assert (folder / NAME).read_bytes() == before
    assert sorted(each.name for each in folder.glob("03*")) == [
        "03_padding_and_stride.ipynb",
        "03_padding_and_stride_updated_2.ipynb",
    ]
    taken = read(folder / "03_padding_and_stride_updated_2.ipynb")
    assert taken["metadata"]["kernelspec"]["name"] == "python3"
    assert taken["cells"][-1]["source"] == "mine"
    assert "is there already" in capsys.readouterr().out


@pytest.mark.parametrize("name", [f"{STEM}_updated_2", f"{STEM} (1)", f"{STEM}-Copy1"])
def test_a_notebook_that_has_another_name_becomes_an_update(folder, tmp_path, capsys, name):
    copy = read(folder / NAME)
    copy["cells"][-1]["source"] = "mine"
    file = tmp_path / f"{name}.ipynb"
    file.write_text(written(copy), encoding="utf-8")
    (folder / f"{STEM}_updated_2.ipynb").write_bytes((folder / NAME).read_bytes())
    for _ in range(2):
        assert taking.main([str(file), "--folder", str(folder)]) == 0
    names = sorted(each.name for each in folder.glob("03*"))
    assert names == [NAME, f"{STEM}_updated_2.ipynb", f"{STEM}_updated_3.ipynb"]
    assert read(folder / names[-1])["cells"][-1]["source"] == "mine"


def test_what_the_folder_itself_keeps_is_not_taken(folder, capsys):
    file = folder / "my_progress.json"
    assert taking.main([str(file), "--folder", str(folder)]) == 1
    assert capsys.readouterr().err == (
        f"{file} was not taken over: {folder} keeps its answers in it; --folder names another "
        "folder.\n"
    )


def test_a_notebook_of_the_folder_itself_stays_alone(folder, capsys):
    (folder / "done").mkdir()
    file = folder / "done" / NAME
    file.write_text(written({**read(folder / NAME), "cells": []}), encoding="utf-8")
    for each in (file, folder / NAME):
        assert taking.main([str(each), "--folder", str(folder)]) == 0
        assert capsys.readouterr().out == f"{each} is there already.\n"
    assert sorted(folder.rglob("*.ipynb")) == [folder / NAME, file]


def test_a_notebook_that_is_not_in_the_folder_is_not_said_to_be_there(folder, capsys):
    (folder / "notes.ipynb").write_text("no notebook", encoding="utf-8")
    for name, words in (("gone.ipynb", "is not there"), ("notes.ipynb", "it is no notebook")):
        assert taking.main([str(folder / name), "--folder", str(folder)]) == 1
        assert words in capsys.readouterr().err


def test_what_is_damaged_in_a_record_is_said(folder, tmp_path, capsys):
    file = record(tmp_path / "my_progress.json", answers={"pad2d": PAD, "same_padding": {}})
    assert taking.main([str(file), "--folder", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "Damaged in it, and left out: answers: same_padding.\n" in said
    assert "1 of the 1 functions in it are new here: pad2d." in said


def test_a_record_of_a_later_version_is_not_taken(folder, tmp_path, capsys):
    file = record(tmp_path / "my_progress.json", version=2, answers={"pad2d": PAD})
    before = (folder / "my_progress.json").read_bytes()
    assert taking.main([str(file), "--folder", str(folder)]) == 1
    assert "written by a later version of the course" in capsys.readouterr().err
    assert (folder / "my_progress.json").read_bytes() == before


@pytest.mark.parametrize(
    "name, text, words",
    [
        ("my_progress.json", "{", "it is no my_progress.json; download that file once more."),
        ("my_progress.json", "[1]", "it is no my_progress.json; download that file once more."),
        ("03.ipynb", "{}", "it is no notebook."),
        ("03.ipynb", "not JSON", "it is no notebook."),
        ("gone.json", None, "it is not there."),
        ("gone.ipynb", None, "it is not there."),
    ],
)
def test_another_file_is_refused_in_a_sentence(folder, tmp_path, capsys, name, text, words):
    file = tmp_path / name
    if text is not None:
        file.write_text(text)
    before = {each: each.read_bytes() for each in folder.iterdir()}
    assert taking.main([str(file), "--folder", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{file} was not taken over: ") and words in told.err
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_without_practice_copies_it_says_how_to_make_them(tmp_path, capsys):
    assert taking.main([str(tmp_path / "my_progress.json"), "--folder", str(tmp_path)]) == 1
    assert "python -m cnnhelpers practice" in capsys.readouterr().err


def test_a_copy_for_the_browser_differs_in_one_cell_only():
    practice = practice_edition(read(course_notebooks(["03"])[0]), NAME)
    copy = for_the_browser(practice)
    [fetch] = [cell for cell in copy["cells"] if cell not in practice["cells"]]
    assert "%pip install -q cnnhelpers" in fetch["source"]
    assert [cell for cell in copy["cells"] if cell is not fetch] == practice["cells"]
    assert "return" not in written(practice).partition("def pad2d")[2].partition("check.pad2d")[0]

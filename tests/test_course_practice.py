"""`python -m cnnhelpers practice` where it cannot write: whole copies or none, and a sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest
from test_course_editions import cell, notebook

from cnnhelpers import __main__ as command_line
from cnnhelpers.course import files
from cnnhelpers.course.notebooks import read, written

NAMES = ["01_other.ipynb", "02_topic.ipynb", "03_last.ipynb"]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a course of three notebooks, seen from the folder above."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text(written(notebook()), encoding="utf-8")
    for name in ("notebooks", "place"):
        monkeypatch.setattr(
            sys.modules[f"cnnhelpers.course.{name}"], "notebooks_folder", lambda: folder
        )
    monkeypatch.chdir(tmp_path)
    return folder


def practice(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command; returns its exit status, what it printed, and what went wrong."""
    status = command_line.main(["practice", *arguments])
    return status, *capsys.readouterr()


def disk_of(copies: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full after so many files."""
    left = [copies]
    fsync = os.fsync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            return  # a folder, once a file in it has its name
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        fsync(handle)

    monkeypatch.setattr(files.os, "fsync", sync)


def test_a_full_disk_leaves_whole_copies_and_the_next_run_makes_the_others(
    course: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as small:
        disk_of(3, small)  # the record that the folder keeps, and two copies
        assert practice(capsys) == (
            1,
            "Made practice/01_other.ipynb.\nMade practice/02_topic.ipynb.\n",
            "practice cannot be written to: the disk is full. The copies that are there are whole; "
            "when that is mended, run this again for the others.\n",
        )
    made = course.parent / "practice"
    assert sorted(path.name for path in made.iterdir()) == [*NAMES[:2], "my_progress.json"]
    assert practice(capsys)[1].endswith("left as it is.\nMade practice/03_last.ipynb.\n")
    assert [len(read(made / name)["cells"]) for name in NAMES] == [8, 8, 8]


@pytest.mark.parametrize("error", [sqlite3.OperationalError("database is locked"), OSError()])
def test_copies_are_made_where_jupyters_signatures_cannot_be_written(
    course: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    sign = pytest.importorskip("nbformat.sign")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(sign.NotebookNotary, "sign", fail)
    status, said, wrong = practice(capsys)
    assert (status, said.count("Made practice/"), wrong) == (0, 3, "")


def test_links_work_from_another_drive(
    course: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows no path leads from one drive to another."""
    (course.parent / "LICENSE").write_text("", encoding="utf-8")
    words = cell("markdown", "[one](../LICENSE), [other](03_last.ipynb)")
    (course / NAMES[0]).write_text(written(notebook(words)), encoding="utf-8")

    def fail(*_: object) -> None:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("cnnhelpers.course.links.os.path.relpath", fail)
    assert practice(capsys)[::2] == (0, "")
    address = (course.parent / "LICENSE").resolve().as_uri()
    assert read(course.parent / "practice" / NAMES[0])["cells"][-1]["source"] == (
        f"[one]({address}), [other](03_last.ipynb)"
    )


@pytest.mark.parametrize("content", ["", '{"cells": [', '{"cells": []}'])
def test_a_half_copy_is_not_taken_for_an_older_one(
    course: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (course.parent / "practice").mkdir()
    half = course.parent / "practice" / NAMES[0]
    half.write_text(content, encoding="utf-8")
    said = practice(capsys, "01")[1]
    assert said == (
        "practice/01_other.ipynb is no practice copy that can be read: a whole one is "
        "practice/01_other_updated_2.ipynb, and practice/01_other.ipynb was left as it is.\n"
    )
    assert half.read_text(encoding="utf-8") == content
    assert "is there already" in practice(capsys, "01")[1]


@pytest.mark.parametrize("target", ["notebooks", "notebooks/", "practice/../notebooks", "link"])
def test_the_complete_edition_is_no_target(
    course: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    (course.parent / "practice").mkdir()
    (course.parent / "link").symlink_to(course)
    before = sorted(course.iterdir())
    status, said, wrong = practice(capsys, "--target", target)
    assert (status, said, sorted(course.iterdir())) == (1, "", before)
    assert wrong.endswith("holds the complete notebooks; practice copies need another folder.\n")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("a_file", "a file of that name stands there"),
        ("a_file/inside", "a file stands where a folder should be"),
        ("n" * 300, "the name is too long"),
    ],
)
def test_a_target_that_cannot_be_is_said(
    course: Path, capsys: pytest.CaptureFixture[str], target: str, words: str
) -> None:
    (course.parent / "a_file").write_text("mine")
    status, said, wrong = practice(capsys, "--target", target)
    assert (status, said) == (1, "")
    assert wrong.startswith(f"{target} cannot be written to: {words}. ") and wrong.count("\n") == 1


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_target_that_can_only_be_read_is_said(
    course: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    (course.parent / "practice").mkdir()

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("builtins.open", refuse)
    status, said, wrong = practice(capsys)
    assert (status, said) == (1, "")
    assert wrong.startswith(f"practice cannot be written to: {files.in_words(OSError(number, ''))}")

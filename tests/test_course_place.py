"""Where answers are kept: found from the kernel, the notebook and the folder, and said."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from test_course_editions import cell, notebook

from cnnhelpers import check
from cnnhelpers.course import library, place
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import written
from cnnhelpers.course.place import kept_in, place_of, this_notebook
from cnnhelpers.course.records import recorded

NAMES = ("01_other.ipynb", "02_topic.ipynb")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The practice folder of a course of two notebooks."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    course = tmp_path / "notebooks"
    course.mkdir()
    own = cell("code", "OTHER = 1", "reveal")
    (course / NAMES[0]).write_text(written(notebook(own)), encoding="utf-8")
    (course / NAMES[1]).write_text(written(notebook()), encoding="utf-8")
    for module in (place, sys.modules["cnnhelpers.course.notebooks"]):
        monkeypatch.setattr(module, "notebooks_folder", lambda: course)
    make_practice(sorted(course.iterdir()), tmp_path / "practice")
    return tmp_path / "practice"


def kernel(started: Path, *cells: str, **names: object) -> SimpleNamespace:
    """What the course asks of an IPython."""
    history = SimpleNamespace(input_hist_raw=["", *cells], input_hist_parsed=["", *cells])
    return SimpleNamespace(starting_dir=str(started), user_ns=names, history_manager=history)


def invert(image):
    return 1 - image


def keep(shell: SimpleNamespace) -> list[str]:
    """What is said when an answer passes in a kernel."""
    return library.keep(check.invert(invert), place_of(shell))


def records_in(folder: Path) -> list[str]:
    """Where below a folder an answer is kept."""
    found = [path.parent for path in folder.rglob("my_progress.json")]
    return sorted(path.name for path in found if recorded(path)["answers"])


# The folder


def test_answers_are_kept_where_the_notebook_is(folder: Path) -> None:
    assert keep(kernel(folder)) == ["Your invert is kept in my_cnn.py."]
    assert records_in(folder.parent) == ["practice"]


def test_a_notebook_in_a_subfolder_goes_on_with_the_same_library(folder: Path) -> None:
    keep(kernel(folder))
    (folder / "done").mkdir()
    (folder / NAMES[0]).rename(folder / "done" / NAMES[0])
    assert keep(kernel(folder / "done")) == ["Your invert is in ../my_cnn.py already."]
    assert records_in(folder.parent) == ["practice"]
    lines = library.find("invert", place_of(kernel(folder / "done")))[1]
    assert lines == ["invert: yours, from ../my_cnn.py."]


def test_all_notebooks_may_be_put_into_subfolders(folder: Path) -> None:
    keep(kernel(folder))
    for name, week in zip(NAMES, ("week 1", "week 2")):
        (folder / week).mkdir()
        (folder / name).rename(folder / week / name)
        assert keep(kernel(folder / week)) == ["Your invert is in ../my_cnn.py already."]
    assert records_in(folder.parent) == ["practice"]
    assert kept_in(folder) == folder


def test_a_subfolder_that_has_a_library_of_its_own_keeps_it(folder: Path) -> None:
    (folder / "mine").mkdir()
    shutil.copy(folder / NAMES[0], folder / "mine")
    (folder / "mine" / "my_progress.json").write_text("{}", encoding="utf-8")
    keep(kernel(folder))
    assert kept_in(folder / "mine") == folder / "mine"
    assert keep(kernel(folder / "mine")) == ["Your invert is kept in my_cnn.py."]


@pytest.fixture
def downloads(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a notebook and a record from the browser, in which the course was unpacked."""
    (tmp_path / "course").mkdir()
    for name in ("notebooks", "practice"):
        (tmp_path / name).rename(tmp_path / "course" / name)
    for module in (place, sys.modules["cnnhelpers.course.notebooks"]):
        monkeypatch.setattr(module, "notebooks_folder", lambda: tmp_path / "course" / "notebooks")
    shutil.copy(tmp_path / "course" / "practice" / NAMES[1], tmp_path)
    (tmp_path / "my_progress.json").write_text("{}", encoding="utf-8")
    assert place.is_practice(tmp_path)
    return tmp_path


def test_a_copy_that_lies_around_the_course_claims_nothing(downloads: Path) -> None:
    course = downloads / "course"
    assert kept_in(course) is None and kept_in(course / "docs") is None
    assert keep(kernel(course / "practice")) == ["Your invert is kept in my_cnn.py."]
    (course / "practice" / "my_progress.json").unlink()  # as where nothing has passed before
    assert keep(kernel(course / "practice")) == ["Your invert is kept in my_cnn.py."]
    assert records_in(downloads) == ["practice"]


def test_a_folder_that_is_made_below_another_keeps_its_own_answers(downloads: Path) -> None:
    """Where the course is installed, the copies may lie anywhere."""
    made, paths = downloads / "copies", [downloads / "course" / "notebooks" / NAMES[0]]
    make_practice(paths, made)
    assert keep(kernel(made)) == ["Your invert is kept in my_cnn.py."]
    assert records_in(downloads) == ["copies"]
    (made / NAMES[0]).unlink()
    make_practice(paths, made)  # and what is there stays
    assert records_in(downloads) == ["copies"]


def test_a_folder_renamed_under_a_kernel_is_followed_and_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    shell = kernel(folder)
    keep(shell)
    renamed = folder.rename(folder.parent / "week 1")
    assert keep(shell) == [
        f"Your invert is in {renamed}/my_cnn.py already.",
        f"{folder} was renamed or moved while this notebook was open; it is {renamed} now. Close "
        "the notebook and open it from there.",
    ]
    assert records_in(folder.parent) == ["week 1"]


def test_a_folder_that_is_gone_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    shell = kernel(folder)
    keep(shell)
    folder.rename(folder.parent / "elsewhere")
    gone = f"{folder} was renamed, moved or deleted while this notebook was open. "
    gone += "Close the notebook and open it from where it is now."
    assert keep(shell) == [f"Your invert passed, but is kept nowhere: {gone}"]
    assert library.find("invert", place_of(shell))[1] == [f"invert: the course's; {gone}"]
    folder.mkdir()  # an empty folder of the old name is none of ours
    assert "which is no practice folder" in keep(shell)[0]
    assert records_in(folder.parent) == ["elsewhere"]


def test_the_working_folder_itself_may_be_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", nowhere)
    assert place_of(kernel(folder.parent / "gone")).folder is None


def test_a_kernel_outside_of_a_practice_folder_says_so(folder: Path) -> None:
    outside = folder.parent
    nowhere = (
        f"this kernel runs in {outside}, which is no practice folder; `python -m cnnhelpers "
        "practice` makes one."
    )
    assert keep(kernel(outside)) == [f"Your invert passed, but is kept nowhere: {nowhere}"]
    assert library.find("invert", place_of(kernel(outside)))[1] == [
        f"invert: the course's; {nowhere}"
    ]


@pytest.mark.parametrize(("edition", "says"), [("complete", True), ("live", False), (None, False)])
def test_an_edition_that_keeps_nothing_says_so_to_a_learner_only(
    folder: Path, edition: str | None, says: bool
) -> None:
    """The course's own text passes there without a word, and whatever is typed in class."""
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    copied = notebook()
    copied["metadata"] = {"cnnhelpers": {"edition": edition}} if edition else {}
    (elsewhere / NAMES[1]).write_text(written(copied), encoding="utf-8")
    nowhere = [
        "Your invert passed, but is kept nowhere: this is the complete edition. Work in your "
        "practice copy of it, which `python -m cnnhelpers practice` makes."
    ]
    assert keep(kernel(elsewhere)) == (nowhere if says else [])
    assert keep(kernel(folder.parent / "notebooks")) == nowhere
    with open(folder.parent / "notebooks" / NAMES[0], "w", encoding="utf-8") as file:
        file.write(written(notebook(cell("code", inspect.getsource(invert), "implement"))))
    assert keep(kernel(elsewhere)) == keep(kernel(folder.parent / "notebooks")) == []
    assert records_in(folder.parent) == []


def test_a_front_end_that_starts_kernels_elsewhere_names_the_file(folder: Path) -> None:
    shell = kernel(folder.parent, __vsc_ipynb_file__=str(folder / NAMES[1]))
    assert keep(shell)[0] == f"Your invert is kept in {folder}/my_cnn.py."
    assert records_in(folder.parent) == ["practice"]


# The notebook


@pytest.mark.parametrize(
    "name",
    [
        "02_topic.ipynb",
        "02_topic_updated_3.ipynb",
        "02_topic-Copy1.ipynb",
        "02_topic (1).ipynb",
        "mine.ipynb",
    ],
)
def test_a_copy_is_known_by_its_name_or_its_mark(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (folder / NAMES[1]).rename(folder / name)
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / name))
    assert this_notebook(kernel(folder)) == "02_topic.ipynb"


def test_a_notebook_without_a_name_is_known_by_the_cells_that_were_run(folder: Path) -> None:
    both = "import numpy as np"
    assert this_notebook(kernel(folder, both, "OTHER = 1\n", "1 + 1")) == "01_other.ipynb"
    assert this_notebook(kernel(folder, both)) is None  # stands in both
    assert this_notebook(kernel(folder)) is None
    assert this_notebook(None) is None


def test_an_odd_mark_is_none(folder: Path) -> None:
    other = folder / "other.ipynb"
    other.write_text('{"metadata": {"cnnhelpers": {"notebook": ["x"]}}}', encoding="utf-8")
    assert place.copied(other, list(NAMES)) is None


def test_what_is_no_notebook_of_ours_has_no_mark(folder: Path) -> None:
    for content in ("", '{"metadata": {"cnnhelpers": 3}}', '["cnnhelpers"]'):
        other = folder.parent / "other"
        other.mkdir(exist_ok=True)
        (other / "x.ipynb").write_text(content, encoding="utf-8")
        assert not place.is_practice(other)
    (other / "y.ipynb").mkdir()
    assert not place.is_practice(other)
    assert place.is_practice(folder)


# In a real kernel


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be renamed there")
def test_a_real_kernel_follows_its_folder(tmp_path: Path) -> None:
    manager_module = pytest.importorskip("jupyter_client.manager")
    from cnnhelpers.course.notebooks import course_notebooks

    practice = tmp_path / "practice"
    make_practice(course_notebooks(["00"]), practice)
    manager, client = manager_module.start_new_kernel(kernel_name="python3", cwd=str(practice))
    said: list[str] = []

    def hear(message: dict) -> None:
        said.append(message["content"].get("text", ""))

    try:
        code = "%load_ext cnnhelpers\nfrom cnnhelpers import check\ndef invert(i):\n return 1 - i"
        client.execute_interactive(code, timeout=60)
        practice.rename(tmp_path / "renamed")
        client.execute_interactive("check.invert(invert);", timeout=60, output_hook=hear)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    text = "".join(said)
    assert f"Your invert is kept in {tmp_path / 'renamed'}/my_cnn.py." in text
    stored = json.loads((tmp_path / "renamed" / "my_progress.json").read_text(encoding="utf-8"))
    assert list(stored["answers"]) == ["invert"]
    assert not practice.exists()

"""`%hint` and `%solution` in a running IPython."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("IPython")

from IPython.core.interactiveshell import InteractiveShell
from test_course_editions import cell, notebook

import cnnhelpers
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import course_notebooks, read, tasks, written
from cnnhelpers.course.records import recorded

HINTS = (
    "<details><summary>Hint 1</summary>\n\nFirst.\n\n</details>\n"
    "<details><summary>Hint 2</summary>\n\nSecond.\n\n</details>"
)
SECOND = [
    cell("code", "def other(x):\n    return 2 * x", "implement"),
    cell("markdown", HINTS, "hint"),
]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InteractiveShell:
    """An IPython with the commands, and a course of two notebooks."""
    for name, extra in [("01_one.ipynb", SECOND), ("02_two.ipynb", [])]:
        (tmp_path / name).write_text(written(notebook(*extra)), encoding="utf-8")
    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", lambda: tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    shell = InteractiveShell()
    cnnhelpers.load_ipython_extension(shell)
    return shell


def said(shell: InteractiveShell, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    command, _, name = line.partition(" ")
    shell.run_line_magic(command, name)
    return capsys.readouterr().out


def test_hints_come_one_by_one(shell: InteractiveShell, capsys: pytest.CaptureFixture) -> None:
    assert "First." in said(shell, "hint other", capsys)
    second = said(shell, "hint other()", capsys)
    assert "Second." in second and "Hint 2 of 2" in second and "First." not in second
    for _ in range(2):
        end = said(shell, "hint other", capsys)
        assert end.startswith("other has no more hints than 2. %solution other")
    assert "One." in said(shell, "hint first", capsys)
    assert said(shell, "hint first", capsys).startswith("first has one hint, shown above.")


def test_where_the_front_end_does_not_name_the_notebook_one_can_say_which(
    shell: InteractiveShell, capsys: pytest.CaptureFixture
) -> None:
    assert said(shell, "hint exercise_1", capsys) == (
        "Notebooks 01, 02 have an exercise_1. Say which one you mean: %hint 01 exercise_1.\n"
    )
    for line in ("02 exercise_1", "02/exercise_1", "02_two exercise 1", "02 `Exercise 1`"):
        assert said(shell, f"hint {line}", capsys).startswith("exercise_1 has no hints."), line
    assert "Because." in said(shell, "solution 02 exercise_1", capsys)
    assert said(shell, "hint 09 exercise_1", capsys).startswith("There is no notebook '09'; there")


def test_the_cells_that_were_run_tell_which_notebook_it_is(
    shell: InteractiveShell, capsys: pytest.CaptureFixture
) -> None:
    shell.run_cell("answer = 42", store_history=True)  # stands in both
    assert "Say which one" in said(shell, "hint exercise_1", capsys)
    shell.run_cell("def other(x):\n    return 2 * x", store_history=True)
    assert said(shell, "hint exercise_1", capsys).startswith("exercise_1 has no hints.")


def test_what_helped_is_remembered_in_a_practice_folder_only(
    shell: InteractiveShell,
    capsys: pytest.CaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shell, "set_next_input", lambda *args, **kw: None)
    monkeypatch.setattr("cnnhelpers.course.place.notebooks_folder", lambda: tmp_path)
    shell.starting_dir = str(tmp_path)  # the complete edition
    before = sorted(tmp_path.rglob("*"))
    said(shell, "hint other", capsys)
    assert sorted(tmp_path.rglob("*")) == before
    practice = tmp_path / "practice"
    make_practice([tmp_path / "01_one.ipynb"], practice)
    shell.starting_dir = str(practice)
    for command in ("hint other", "hint other", "hint first", "solution first"):
        said(shell, command, capsys)
    assert recorded(practice)["helped"] == {
        "01_one.ipynb": {"other": {"hints": 2}, "first": {"hints": 1, "solution": True}}
    }


def test_a_hint_that_the_notebook_shows_does_not_count(
    shell: InteractiveShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = notebook(*SECOND, cell("code", "%hint other"))
    (tmp_path / "01_one.ipynb").write_text(written(shown), encoding="utf-8")
    make_practice([tmp_path / "01_one.ipynb"], tmp_path / "practice")
    shell.starting_dir = str(tmp_path / "practice")
    shell.run_cell("%hint other", store_history=True)
    assert recorded(tmp_path / "practice")["helped"] == {}
    shell.run_cell("%hint  other", store_history=True)
    shell.run_cell("1\n%hint other", store_history=True)
    assert recorded(tmp_path / "practice")["helped"] == {"01_one.ipynb": {"other": {"hints": 2}}}


def test_a_hint_is_shown_where_it_cannot_be_noted(
    shell: InteractiveShell, capsys: pytest.CaptureFixture, tmp_path: Path
) -> None:
    make_practice([tmp_path / "01_one.ipynb"], tmp_path / "practice")
    shell.starting_dir = str(tmp_path / "practice")
    (tmp_path / "practice" / "my_progress.json").unlink()
    (tmp_path / "practice" / "my_progress.json").mkdir()
    assert "First." in said(shell, "hint other", capsys)


def test_a_broken_record_is_told_with_a_hint(
    shell: InteractiveShell, capsys: pytest.CaptureFixture, tmp_path: Path
) -> None:
    make_practice([tmp_path / "01_one.ipynb"], tmp_path / "practice")
    shell.starting_dir = str(tmp_path / "practice")
    (tmp_path / "practice" / "my_progress.json").write_text("{", encoding="utf-8")
    told = "my_progress.json could not be read: it is now my_progress_unreadable_1.json, and a "
    assert told in said(shell, "hint other", capsys)
    assert "could not be read" not in said(shell, "hint other", capsys)


def test_the_notebook_at_hand_comes_first(
    shell: InteractiveShell, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "practice/02_two_updated_3.ipynb")
    assert "exercise_1 has no hints." in said(shell, "hint exercise_1", capsys)
    empty = said(shell, "hint ", capsys)
    assert "as in %hint first" in empty and "There are: first, exercise_1, exercise_2." in empty


def test_a_wrong_name_gets_near_ones(
    shell: InteractiveShell, capsys: pytest.CaptureFixture
) -> None:
    text = said(shell, "hint Othr", capsys)
    assert text == "Nothing to do is called 'Othr' here; did you mean other?\n"
    text = said(shell, "solution zzz", capsys)
    assert "'zzz'" in text and "first" in text and "other" in text


@pytest.mark.parametrize("command", ["hint first", "solution first"])
def test_without_notebooks_there_is_a_sentence(
    shell: InteractiveShell,
    capsys: pytest.CaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
) -> None:
    def nowhere() -> Path:
        raise FileNotFoundError("The course's notebooks are not there.")

    monkeypatch.setattr("cnnhelpers.course.notebooks.notebooks_folder", nowhere)
    assert said(shell, command, capsys) == "The course's notebooks are not there.\n"


MINE = "def other(x):\n    return x  # not yet\n\nprint(other(2))"
SOLUTION = "def other(x):\n    return 2 * x"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%solution other", SOLUTION),
        ("%solution other\ndef other(x):\n    ...  # your code here", SOLUTION),
        (f"%solution other\n{SOLUTION}", SOLUTION),
        (
            f"%solution other\n{MINE}",
            "# What stood here before:\n# def other(x):\n#     return x  # not yet\n#\n"
            f"# print(other(2))\n\n{SOLUTION}",
        ),
    ],
)
def test_the_solution_comes_into_the_cell_and_nothing_is_lost(
    shell: InteractiveShell,
    capsys: pytest.CaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    expected: str,
) -> None:
    inputs = []
    monkeypatch.setattr(shell, "set_next_input", lambda *args, **kw: inputs.append((args, kw)))
    shell.history_manager.input_hist_raw = ["", text]
    assert "is in the cell now" in said(shell, "solution other", capsys)
    assert inputs == [((expected,), {"replace": True})]
    # A second time nothing is added.
    shell.history_manager.input_hist_raw = ["", f"%solution other\n{expected}"]
    said(shell, "solution other", capsys)
    assert inputs[1] == inputs[0]


def test_a_solution_in_prose_is_shown(
    shell: InteractiveShell, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "02_two.ipynb")
    monkeypatch.setattr(shell, "set_next_input", None)  # must not be called
    assert "Because." in said(shell, "solution exercise_1", capsys)


def test_the_magics_know_the_tasks_of_a_notebook() -> None:
    assert [task.name for task in tasks(notebook(*SECOND))][-1] == "other"
    assert tasks(notebook(*SECOND))[-1].hints == ("First.", "Second.")


def test_the_solution_reaches_the_front_end_of_a_real_kernel() -> None:
    manager_module = pytest.importorskip("jupyter_client.manager")
    (task, *_) = tasks(read(course_notebooks()[0]))
    manager, client = manager_module.start_new_kernel(kernel_name="python3")
    try:
        client.execute_interactive("%load_ext cnnhelpers", timeout=60)
        reply = client.execute_interactive(
            f"%solution {task.name}\nmine = 1", timeout=60, output_hook=lambda _: None
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    (payload,) = reply["content"]["payload"]
    assert payload["source"] == "set_next_input" and payload["replace"] is True
    assert payload["text"].startswith("# What stood here before:\n# mine = 1\n\n")
    assert payload["text"].endswith(task.solution)

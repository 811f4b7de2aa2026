"""The frames of new exercises and notebooks: complete, tested, and marked until they are filled."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from complaining import fail_with
from notebook_rules.rule import complaints

from cnnhelpers.check.checker import Check
from cnnhelpers.course import new
from cnnhelpers.course.normalise import execute, normalise
from cnnhelpers.course.notebooks import tasks

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "cnnhelpers" / "exercises").glob("*/*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_frame_is_left_in_an_exercise(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    found = [
        f"{where}, line {number}: it is as `python -m cnnhelpers new` wrote it; replace what "
        f"follows, and delete the line '{line.strip()}'."
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "FRAME" in line
    ]
    fail_with(found)


def loaded(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_frame_of_an_exercise_is_an_exercise(tmp_path: Path) -> None:
    path = new.exercise("every_nth", "thinning", tmp_path)
    assert path == tmp_path / "thinning" / "every_nth.py"
    assert (tmp_path / "thinning" / "__init__.py").read_text("utf-8") == '"""Thinning."""\n'
    exercise = loaded(path).EXERCISE
    assert exercise.name == "every_nth" and len(exercise.cases) >= 5
    assert Check(exercise)(exercise.course).passed


def test_each_part_of_the_frame_is_marked(tmp_path: Path) -> None:
    source = new.exercise("every_nth", "thinning", tmp_path).read_text("utf-8")
    for start in ("def every_nth(", "CASES = ", "def by_torch(", "MISTAKES = "):
        assert re.search(rf"^# FRAME: .*\n{re.escape(start)}", source, re.MULTILINE), start
    assert "invert" not in source


@pytest.mark.parametrize("name", ["Every", "every-nth", "2nd", "class", ""])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(new.Refused, match="is no name for a module; expected one like every_nth"):
        new.exercise(name, "thinning", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_exercise_is_not_written_over(tmp_path: Path) -> None:
    path = new.exercise("every_nth", "thinning", tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(new.Refused, match="There is an exercise every_nth"):
        new.exercise("every_nth", "another", tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_the_cells_of_an_exercise_make_a_task() -> None:
    notebook = new.with_exercise(new.notebook("97_thinning"), "every_nth")
    found = [(task.name, task.number, len(task.hints)) for task in tasks(notebook)]
    assert found == [("exercise_1", 1, 2), ("exercise_2", 2, 2), ("exercise_3", 3, 2),
                     ("every_nth", 4, 2)]  # fmt: skip


def test_a_round_can_ask_for_the_function() -> None:
    notebook = new.with_exercise(new.notebook("97_thinning"), "every_nth", 2)
    first = tasks(notebook)[0]
    assert (first.name, first.kind, len(first.hints)) == ("every_nth", "implement", 2)
    with pytest.raises(new.Refused, match='no section "## 3 ·"; write that first'):
        new.with_exercise(notebook, "other", 3)


def test_a_notebook_without_exercises_takes_none() -> None:
    with pytest.raises(new.Refused, match='no section "## Exercises"'):
        new.with_exercise({"cells": []}, "every_nth")


def test_the_rules_say_what_is_left_to_do(tmp_path: Path) -> None:
    """The frame of a notebook runs and keeps the rules, but for what nobody has written yet."""
    names = ["08_before.ipynb", "97_thinning.ipynb"]
    stored = normalise(execute(new.notebook("97_thinning", "[08](08_before.ipynb)"), tmp_path))
    said = complaints(stored, names[1], names)
    rules = {each.rpartition("(Rule: ")[2].removesuffix(".)") for each in said}
    assert rules == {"frame is filled", "rounds go round"}, said
    assert [each for each in said if "'implement'" in each or "'check'" in each]


def test_the_explorer_of_the_frame_is_marked() -> None:
    cells = new.notebook("97_thinning")["cells"]
    [shown] = [cell for cell in cells if "explore" in cell["metadata"].get("tags", [])]
    assert shown["source"].startswith("# FRAME: your own explorer")


def test_no_line_of_a_frame_is_too_long(tmp_path: Path) -> None:
    source = new.exercise("every_nth", "thinning", tmp_path).read_text("utf-8")
    assert max(map(len, source.splitlines())) <= 100


def test_what_is_refused_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert new.main(["exercise", "every_nth"]) == 1
    assert new.main(["exercise", "every_nth", "--notebook", "x"]) == 1
    assert new.main(["notebook", "thinning"]) == 1
    assert new.main(["notebook", "00_thinning"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "An exercise belongs to a notebook: add --notebook 99.",
        "--notebook x names 0 notebooks; expected one, such as 99.",
        "'thinning' is no name for a notebook; expected one like 99_some_topic.",
        "Number 00 is taken: 00_start_here.ipynb. Choose another number.",
    ]

"""Assignments for nbgrader: what stands in them, and one from its making to its feedback."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from written_padding import RIGHT

from cnnhelpers import __main__ as command_line
from cnnhelpers.check import EXERCISES
from cnnhelpers.course.assignment import BEGIN, END, assignment, with_marks
from cnnhelpers.course.cells import tags
from cnnhelpers.course.notebooks import course_notebooks, parse, read, tasks

ROOT = Path(__file__).parents[1]
NAME = "03_padding_and_stride"


def entry(cell: dict[str, Any]) -> dict[str, Any]:
    """What nbgrader knows of a cell."""
    return cell["metadata"].get("nbgrader", {})


def released(source: str) -> str:
    """A cell as nbgrader gives it to students."""
    kept, inside = [], False
    for line in source.split("\n"):
        inside = line.strip() == BEGIN or inside
        if not inside:
            kept.append(line)
        inside = inside and line.strip() != END
    return "\n".join(kept)


@pytest.mark.parametrize("path", course_notebooks(), ids=lambda path: path.stem)
def test_every_notebook_makes_an_assignment(path: Path) -> None:
    complete = read(path)
    made = assignment(complete, path.name)
    graded = {entry(cell)["grade_id"]: cell for cell in made["cells"] if entry(cell)}
    assert len(graded) == sum(bool(entry(cell)) for cell in made["cells"])
    assert len({cell["id"] for cell in made["cells"]}) == len(made["cells"])
    for task in tasks(complete):
        cell = graded[task.name]
        assert entry(cell)["solution"] and not entry(cell)["locked"]
        if task.name not in EXERCISES:
            assert entry(cell)["grade"] and entry(cell)["points"] == 2
            continue
        locked = graded[f"check-{task.name}"]
        assert locked["source"].endswith(f"assert marking.check.{task.name}({task.name}).passed")
        assert entry(locked) == {
            "grade": True,
            "grade_id": f"check-{task.name}",
            "locked": True,
            "points": 2,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
        index = made["cells"].index(locked)
        assert f"check.{task.name}({task.name})" in made["cells"][index - 1]["source"]
        # Signature and docstring stay; with the stub in place of the solution, it is Python.
        assert parse(cell["source"]) and "solution" not in released(cell["source"]).lower()
        (stub,) = [
            node
            for node in parse(released(cell["source"]) + "\n    ...").body
            if getattr(node, "name", "") == task.name
        ]
        assert len(stub.body) <= 2
    seen = "\n".join(released(cell["source"]) for cell in made["cells"])
    assert "<details>" not in seen and "### Plan" not in seen
    kinds = {tag for cell in made["cells"] for tag in tags(cell)}
    assert not kinds & {"instructor", "hint"}
    assert not any(cell.get("outputs") for cell in made["cells"] if "predict" not in tags(cell))


def test_nbgrader_accepts_the_cells_of_every_notebook() -> None:
    nbformat = pytest.importorskip("nbformat")
    validator = pytest.importorskip("nbgrader.nbgraderformat").MetadataValidator()
    for path in course_notebooks():
        made = nbformat.from_dict(assignment(read(path), path.name, points=3))
        nbformat.validate(made)
        validator.validate_nb(made)


def test_the_marks_stand_behind_the_docstring() -> None:
    source = (
        "import math\n\ndef area(r):\n    \"\"\"Area of a disc.\"\"\"\n    # squared\n"
        "    square = r * r\n    return math.pi * square\n    # done\n\nprint(area(1))"
    )  # fmt: skip
    assert with_marks(source, "area") == (
        "import math\n\ndef area(r):\n    \"\"\"Area of a disc.\"\"\"\n    ### BEGIN SOLUTION\n"
        "    # squared\n    square = r * r\n    return math.pi * square\n    # done\n"
        "    ### END SOLUTION\n\nprint(area(1))"
    )  # fmt: skip
    with pytest.raises(ValueError, match="area is not defined with a body on lines of its own"):
        with_marks("def area(r): return r", "area")


def test_what_an_instructor_has_changed_is_not_overwritten(tmp_path: Path, capsys) -> None:
    def made(*options: str) -> list[str]:
        arguments = ["assignment", "00", "--target", str(tmp_path), *options]
        assert command_line.main(arguments) == 0
        return capsys.readouterr().out.splitlines()

    place = tmp_path / "source/00_start_here/00_start_here.ipynb"
    config = tmp_path / "nbgrader_config.py"
    assert made() == [f"Made {place}.", f"Made {config}."]
    before = config.read_text(encoding="utf-8")
    assert made() == [f"{place} is there already, and up to date."]
    place.write_text("{}", encoding="utf-8")
    assert made() == [
        f"{place} is there already and differs: it was left as it is; --replace writes anew."
    ]
    assert place.read_text(encoding="utf-8") == "{}"
    assert made("--replace") == [f"Wrote {place} anew."]
    assert config.read_text(encoding="utf-8") == before
    assert command_line.main(["assignment", "77", "--target", str(tmp_path)]) == 1
    assert "There is no notebook '77'" in capsys.readouterr().err


def test_an_assignment_has_no_solutions(tmp_path: Path, capsys, monkeypatch) -> None:
    pytest.importorskip("IPython")
    from IPython.core.interactiveshell import InteractiveShell

    import cnnhelpers

    assert command_line.main(["assignment", "00", "--target", str(tmp_path)]) == 0
    place = tmp_path / "source/00_start_here/00_start_here.ipynb"
    monkeypatch.setenv("JPY_SESSION_NAME", str(place))
    shell = InteractiveShell()
    cnnhelpers.load_ipython_extension(shell)
    capsys.readouterr()
    shell.run_line_magic("solution", "invert")
    assert capsys.readouterr().out == (
        "In a notebook that gives marks there are no solutions; %hint has hints.\n"
    )


# ------------------------------------------------------------------ the whole way, with nbgrader


def bare_path() -> str:
    """PATH without the folder of this environment's programs."""
    here = Path(sys.executable).parent
    folders = os.environ["PATH"].split(os.pathsep)
    return os.pathsep.join(each for each in folders if Path(each) != here)


def nbgrader(folder: Path, command: str) -> None:
    """Run a command of nbgrader in the folder of a class, where no environment is activated."""
    folders = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", command, NAME],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": folders, "CNNHELPERS_SEED": "11", "PATH": bare_path()},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.slow
def test_from_the_assignment_to_the_feedback(tmp_path: Path) -> None:
    pytest.importorskip("nbgrader")
    from nbgrader.api import Gradebook

    assert command_line.main(["assignment", "03", "--target", str(tmp_path)]) == 0
    nbgrader(tmp_path, "generate_assignment")
    given = json.loads((tmp_path / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    seen = json.dumps(given)
    assert "SOLUTION" not in seen and "np.zeros((height + 2" not in seen

    half = dict(list(RIGHT.items())[:3])
    # Answers wrongly, and makes the notebook say that all is well.
    hostile = {
        "pad2d": "def pad2d(x, padding):\n    return check.pad2d.exercise.course(x, padding)",
        "dilate_kernel": "from cnnhelpers.course.marking import cells\n"
        "cells.mark_apart = lambda *_: cells.Mark(True, 'Fine.')\n"
        "type(check.pad2d(None)).passed = property(lambda self: True, lambda self, value: None)\n"
        "get_ipython().set_custom_exc((Exception,), lambda *_, **__: None)\n"
        "def dilate_kernel(kernel, dilation):\n    return kernel",
    }
    classroom = {"untouched": {}, "half": half, "right": RIGHT, "hostile": hostile}
    for student, answers in classroom.items():
        notebook = copy.deepcopy(given)
        # Whoever hands in may have left out what gives no marks, and it saves time.
        notebook["cells"] = [c for c in notebook["cells"] if not tags(c) & {"explore", "reveal"}]
        for cell in notebook["cells"]:
            cell["source"] = answers.get(entry(cell).get("grade_id"), cell["source"])
            if student == "hostile" and entry(cell).get("locked"):
                cell["source"] = "pass"  # nbgrader puts its own text back
        place = tmp_path / "submitted" / student / NAME / f"{NAME}.ipynb"
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps(notebook), encoding="utf-8")
    nbgrader(tmp_path, "autograde")
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        scores = {each.student.id: each.score for each in book.assignment_submissions(NAME)}
        assert book.find_assignment(NAME).max_score == 12
    assert scores == {"untouched": 0, "half": 6, "right": 12, "hostile": 0}
    nbgrader(tmp_path, "generate_feedback")
    feedback = (tmp_path / "feedback/hostile" / NAME / f"{NAME}.html").read_text("utf-8")
    assert "which the task does not ask for: it scores nothing" in feedback

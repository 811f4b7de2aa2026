"""Live copies: what is left out, that nothing is overwritten, and that they run at any state."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from live_runs import heard, run_cell, shell_in, stored
from shorter import SHORTER

from cnnhelpers.course.cells import tags
from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.live.command import main
from cnnhelpers.course.live.edition import REST, live_edition
from cnnhelpers.course.notebooks import course_notebooks, read, written
from cnnhelpers.course.questions import questions

Capture = pytest.CaptureFixture[str]
NOTEBOOKS = course_notebooks()
NINE = course_notebooks(["09"])[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "live"


# What is written


def test_a_copy_is_made_once_and_never_overwritten(folder: Path, capsys: Capture) -> None:
    assert main(["09", "--target", str(folder)]) == 0
    assert capsys.readouterr().out == f"Made {folder / NINE.name}.\n"
    (folder / NINE.name).write_text("mine")
    assert main(["09", "--target", str(folder)]) == 0
    assert capsys.readouterr().out == (
        f"{folder / NINE.name} is there already and was left as it is; --fresh makes another copy "
        "beside it.\n"
    )
    assert main(["09", "--target", str(folder), "--fresh", "--solved-to", "2"]) == 0
    assert capsys.readouterr().out == f"Made {folder / '09_backpropagation_live_2.ipynb'}.\n"
    assert (folder / NINE.name).read_text() == "mine"


def test_wrong_arguments_are_said_in_a_sentence(folder: Path, capsys: Capture) -> None:
    assert main(["77", "--target", str(folder)]) == 1
    assert capsys.readouterr().err.startswith("There is no notebook '77'; there are 00_start_here")
    assert main(["09", "--target", str(folder), "--solved-to", "9.9"]) == 1
    assert capsys.readouterr().err.startswith("There is no block or section '9.9'; the blocks are")
    assert main(["09", "--target", str(NINE.parent)]) == 1
    assert "live copies need another folder" in capsys.readouterr().err
    folder.write_text("a file")
    assert main(["09", "--target", str(folder)]) == 1
    assert capsys.readouterr().err == (
        f"{folder} cannot be written to: a file of that name stands there.\n"
    )


def test_solved_to_fills_in_what_comes_before(folder: Path) -> None:
    notebook = read(NINE)
    made = live_edition(notebook, NINE.name, NINE.parent, folder, solved_to="2")
    for block in typed_blocks(notebook):
        text = next(c for c in made["cells"] if c["id"] == notebook["cells"][block.cell]["id"])
        assert (block.code in text["source"]) == (block.number < "3"), block.number


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_copy_gives_no_answer_away_and_holds_no_hint(path: Path, folder: Path) -> None:
    notebook = read(path)
    made = live_edition(notebook, path.name, path.parent, folder)
    text = json.dumps(made["cells"], ensure_ascii=False)
    for question in questions(notebook, path.name):
        told = question.reveal.text.split("\n") if question.reveal else []
        given_away = [choice[1] for choice in question.choices.values() if len(choice) == 2]
        for answer in filter(None, [*told, *given_away]):
            assert json.dumps(answer, ensure_ascii=False)[1:-1] not in text
    assert not {"hint", "instructor", "exercise", "solution"} & {
        tag for cell in made["cells"] for tag in tags(cell)
    }
    for block in typed_blocks(notebook):
        here = next(c for c in made["cells"] if c["id"] == notebook["cells"][block.cell]["id"])
        for line in block.to_type.split("\n"):
            assert line not in here["source"].split("\n"), (block.number, line)


def test_tags_for_the_live_edition_change_no_practice_copy() -> None:
    from cnnhelpers.course.editions import practice_edition

    notebook = read(NINE)
    before = practice_edition(notebook, NINE.name)["metadata"]["cnnhelpers"]["source"]
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = sorted({*cell["metadata"].get("tags", ()), "live-skip"})
        cell["metadata"]["live"] = {"goal": "Something."}
    assert practice_edition(notebook, NINE.name)["metadata"]["cnnhelpers"]["source"] == before


# That they run


# Notebooks that train take too long here: what trains is the same in their practice copies.
QUICK = [path for path in NOTEBOOKS if path.stem not in SHORTER and path.stem[:2] != "18"]


@pytest.mark.parametrize("path", QUICK, ids=lambda path: path.stem)
def test_an_untouched_copy_runs_with_the_outputs_of_the_complete_notebook(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete = read(path)
    known = {cell["id"]: cell for cell in complete["cells"]}
    (folder / "in").mkdir(parents=True)
    made = live_edition(complete, path.name, path.parent, folder / "in")
    (folder / "in" / path.name).write_text(written(made), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "in" / path.name))
    with shell_in(folder / "in") as shell:
        for cell in made["cells"]:
            if cell["cell_type"] != "code":
                continue
            ran = run_cell(shell, cell["source"], cell["id"])
            assert ran.error is None, (cell["source"], ran.error)
            if "check" in tags(cell):
                assert re.search("not started", ran.text), (cell["source"], ran.text)
            elif _is_kept(cell, known):
                assert heard(ran) == stored(known[cell["id"]]), cell["source"]


@pytest.mark.parametrize("path", QUICK, ids=lambda path: path.stem)
def test_who_has_caught_up_gets_the_outputs_of_the_complete_notebook(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody comes late, in the middle: nothing but the first cell and %catchup has been run."""
    complete = read(path)
    blocks = typed_blocks(complete)
    if not blocks:
        return
    known = {cell["id"]: cell for cell in complete["cells"]}
    middle = blocks[len(blocks) // 2]
    (folder / "in").mkdir(parents=True)
    made = live_edition(complete, path.name, path.parent, folder / "in")
    (folder / "in" / path.name).write_text(written(made), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / "in" / path.name))
    code = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    here = [cell["id"] for cell in code].index(complete["cells"][middle.cell]["id"])
    compared = 0
    with shell_in(folder / "in") as shell:
        assert run_cell(shell, code[0]["source"], code[0]["id"]).error is None
        said = run_cell(shell, f"%catchup {middle.number}").text
        assert said.startswith(f"Caught up to block {middle.number}; your cells are unchanged.")
        for cell in code[here + 1 :]:
            ran = run_cell(shell, cell["source"], cell["id"])
            assert ran.error is None, (cell["source"], ran.error)
            if "check" not in tags(cell) and _is_kept(cell, known):
                assert heard(ran) == stored(known[cell["id"]]), cell["source"]
                compared += 1
            elif cell["id"].endswith(REST) and "rng." not in cell["source"]:
                # A generator goes on from the cells before, and not all of them were run.
                whole, said = stored(known[cell["id"].removesuffix(REST)]), heard(ran)
                assert said == whole[len(whole) - len(said) :], cell["source"]
                compared += 1
    # Behind the only block of a small notebook, made to try something out, nothing may follow.
    assert compared or path.name >= "90", "something follows the block"


def _is_kept(cell: dict, known: dict) -> bool:
    same = cell["id"] in known and known[cell["id"]]["source"] == cell["source"]
    kinds = tags(cell)
    return same and not kinds & {"explore", "predict"} and "nbval-ignore-output" not in kinds

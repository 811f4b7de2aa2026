"""Live copies: what is left out, that nothing is overwritten, and that they run at any state."""

from __future__ import annotations

import copy
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from complaining import fail_with
from live_runs import Ran, heard, run_cell, shell_in, stored
from shorter import SHORTER, shorten

from cnnhelpers.course.cells import is_code, tags
from cnnhelpers.course.live import typed_blocks
from cnnhelpers.course.live.command import main
from cnnhelpers.course.live.edition import REST, live_edition
from cnnhelpers.course.live.names import given
from cnnhelpers.course.live.running import is_training
from cnnhelpers.course.notebooks import course_notebooks, parse, read, written
from cnnhelpers.course.questions import questions

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from nbval_strict import PYTORCH_IS_MISSING, without_note, without_pytorch  # noqa: E402

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


# What trains for a minute or longer is cut short here as in the tests of the practice copies. The
# rest trains whole, as its outputs depend on it: {notebook: the lines of SHORTER that stay}.
WHOLE = {
    "01_why_convolution": ["epochs=16"],
    "13_train_lenet": ["def first_steps(lr, count=60):"],
    "14_what_filters_learn": [*SHORTER["14_what_filters_learn"]],
}
# Cells whose outputs say how good a training was that is cut short.
NOT_COMPARED = {"17_capstone": ("run = capstone.run(", 'print("Gold reached:"')}


@dataclass
class Copy:
    """A live copy in a folder of its own, and the complete notebook that it was made from.

    What trains long is done once in all tests, in the complete notebook, too.
    """

    path: Path
    folder: Path
    complete: dict[str, Any]
    code: list[dict[str, Any]]

    def differs(self, cell: dict[str, Any], ran: Ran) -> list[str]:
        """What is wrong with what a cell has said that stands in the complete notebook, too."""
        known = {each["id"]: each for each in self.complete["cells"]}
        kinds = tags(cell)
        whole = known.get(cell["id"].removesuffix(REST))
        left_out = NOT_COMPARED.get(self.path.stem, ())
        if whole is None or kinds & {"explore", "predict", "check"}:
            return []
        if "nbval-ignore-output" in tags(whole) or cell["source"].startswith(left_out):
            return []
        wanted, said = stored(whole), heard(ran)
        if PYTORCH_IS_MISSING:
            wanted = [without_pytorch(line) for line in wanted]
            said = without_note("\n".join(["", *said])).split("\n")[1:]
        if cell["id"].endswith(REST):
            if "rng." in cell["source"]:  # it goes on from before, and not all of that was run
                return []
            wanted = wanted[len(wanted) - len(said) :]
        elif whole["source"] != cell["source"]:
            return []
        return [] if said == wanted else [f"{cell['source']}\nsays {said}, and not {wanted}"]

    def trained_by(self, cell: dict[str, Any]) -> set[str]:
        """The names that a cell gives, where %catchup does not wait for all of them."""
        known = {each["id"]: each for each in self.complete["cells"]}
        names = given(parse(known[cell["id"]]["source"])) if cell["id"] in known else set()
        return names if names and is_training(known[cell["id"]], names) else set()


@pytest.fixture
def opened(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """The live copy of a notebook, which the kernel of the test has opened."""
    complete = shorten(read(path), path.stem, {*SHORTER.get(path.stem, ())})
    short = shorten(read(path), path.stem, WHOLE.get(path.stem, ()))
    # The commands of the copy, too, find the functions that train once.
    monkeypatch.setattr("cnnhelpers.course.live.session.read", lambda _: complete)
    folder.mkdir()
    made = live_edition(short, path.name, path.parent, folder)
    (folder / path.name).write_text(written(made), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(folder / path.name))
    return Copy(path, folder, complete, [each for each in made["cells"] if is_code(each)])


# Notebook: what each cell that trains has given when the copy was run, by the cell's identifier.
TRAINED: dict[Path, dict[str, dict[str, Any]]] = {}


def run_untouched(opened: Copy) -> list[str]:
    """Run a copy as it is; return what is wrong, and keep what its training has given."""
    troubles: list[str] = []
    trained = TRAINED.setdefault(opened.path, {})
    with shell_in(opened.folder) as shell:
        for cell in opened.code:
            ran = run_cell(shell, cell["source"], cell["id"])
            if ran.error is not None:
                troubles.append(f"{cell['source']}\nraised {ran.error!r}")
            elif "check" in tags(cell) and not re.search("not started", ran.text):
                troubles.append(f"{cell['source']}\nsays {ran.text}")
            troubles += opened.differs(cell, ran)
            if names := opened.trained_by(cell) & {*shell.user_ns}:
                trained[cell["id"]] = copy.deepcopy({name: shell.user_ns[name] for name in names})
    return troubles


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_an_untouched_copy_runs_with_the_outputs_of_the_complete_notebook(opened: Copy) -> None:
    fail_with(run_untouched(opened))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_who_has_caught_up_gets_the_outputs_of_the_complete_notebook(opened: Copy) -> None:
    """Somebody comes late, in the middle: nothing but the first cell and %catchup has been run.

    What then has to be trained was trained when the copy was run untouched.
    """
    blocks = typed_blocks(opened.complete)
    if not blocks:
        return
    if opened.path not in TRAINED:
        run_untouched(opened)
    trained = TRAINED[opened.path]
    middle = blocks[len(blocks) // 2]
    code = opened.code
    here = [cell["id"] for cell in code].index(opened.complete["cells"][middle.cell]["id"])
    compared, troubles = 0, []
    with shell_in(opened.folder) as shell:
        assert run_cell(shell, code[0]["source"], code[0]["id"]).error is None
        said = run_cell(shell, f"%catchup {middle.number}").text
        assert said.startswith(f"Caught up to block {middle.number}; your cells are unchanged.")
        told = re.search("takes long to train: (.+)\\. Run the cell", said)
        missing = {*told[1].split(", ")} if told else set()
        for cell in code[1 : here + 1]:
            for name in missing & {*trained.get(cell["id"], ())}:
                shell.user_ns[name] = trained[cell["id"]][name]
        for cell in code[here + 1 :]:
            if cell["id"] in trained and "slow" not in tags(cell):
                shell.user_ns.update(trained[cell["id"]])
                continue
            ran = run_cell(shell, cell["source"], cell["id"])
            if ran.error is not None:
                troubles.append(f"{cell['source']}\nraised {ran.error!r}")
            else:
                troubles += opened.differs(cell, ran)
                compared += bool(heard(ran))
    fail_with(troubles)
    # Behind the only block of a small notebook, made to try something out, nothing may follow.
    assert compared or opened.path.name >= "90", "something follows the block"

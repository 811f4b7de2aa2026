"""`progress export` and `merge`: exercises and mistakes, no code, no name unless given."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from cnnhelpers import __main__ as command_line
from cnnhelpers import check
from cnnhelpers.course import classroom, library
from cnnhelpers.course.classroom import Entry, as_csv, read_csv, summary
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.notebooks import course_notebooks
from cnnhelpers.course.place import Place
from cnnhelpers.course.records import recorded


def right(x, kernel):
    secret = "my own words"
    rows, columns = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    windows = [
        [x[i : i + kernel.shape[0], j : j + kernel.shape[1]] for j in range(columns)]
        for i in range(rows)
    ]
    return (secret != "") * (windows * kernel).sum(axis=(2, 3))


def flipped(x, kernel):
    return right(x, kernel[::-1, ::-1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The practice folder of the real course's notebook 02, in which somebody has worked."""
    folder = tmp_path / "practice"
    make_practice(course_notebooks(["02"]), folder)
    for function in (flipped, flipped, lambda x, kernel: x, None, right):
        result = check.correlate2d(function)
        if result.passed:
            library.keep(result, Place(folder, folder))
        else:
            library.note(result, folder)
    return folder


def remember_predictions(folder: Path) -> None:
    path = folder / "my_progress.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    asked = {"Which?": {"first": "A", "right": "B"}, "How?": {"first": "B", "right": "B"}}
    stored["predictions"] = {"02_cross_correlation.ipynb": asked}
    path.write_text(json.dumps(stored), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert command_line.main(["progress", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_what_was_wrong_is_noted_by_name(folder: Path) -> None:
    wrong = recorded(folder)["wrong"]["correlate2d"]
    # What is not started is not wrong.
    assert wrong == {"flipped-kernel": 2, "wrong values": 1}


def test_an_export_holds_tasks_mistakes_and_predictions_and_no_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remember_predictions(folder)
    text = run(capsys, "export", "--csv", "--folder", folder)
    lines = text.split("\n")
    assert lines[0] == "learner,notebook,task,kind,state,help,times"
    assert ",02_cross_correlation,correlate2d,task,passed,by yourself,1" in lines
    assert ",02_cross_correlation,correlate2d,mistake,flipped-kernel,,2" in lines
    assert ",02_cross_correlation,convolve2d,task,open,,1" in lines
    assert ",02_cross_correlation,Which?,prediction,wrong,A,1" in lines
    assert ",02_cross_correlation,How?,prediction,right,,1" in lines
    for private in ("secret", "my own words", "def ", "lambda", str(folder)):
        assert private not in text, private
    assert all(line.startswith(",") for line in lines[1:-1])


def test_a_name_is_there_only_where_it_is_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = run(capsys, "export", "--name", "Ada, L.", "--folder", folder)
    lines = list(csv.reader(text.splitlines()))
    assert {line[0] for line in lines[1:]} == {"Ada, L."}


def test_a_class_is_merged(folder: Path, tmp_path: Path, capsys) -> None:
    remember_predictions(folder)
    files = []
    for name in ("Ada", "Bo", "Cy"):
        files.append(tmp_path / f"{name}.csv")
        said = run(capsys, "export", "--name", name, "--folder", folder, "--output", files[-1])
        assert said == f"Wrote {files[-1]}.\n"
    other = Entry("Cy", "02_cross_correlation", "correlate1d", "mistake", "flipped", "", 1)
    files[-1].write_text(as_csv([other]), encoding="utf-8")
    said = run(capsys, "merge", *files)
    mistakes = "flipped-kernel 2, wrong values 2"
    assert re.search(rf"correlate2d +2 of 3 +2 by yourself +{mistakes}\n", said)
    assert re.search(r"correlate1d +0 of 3 +flipped 1\n", said)
    assert not any(name in said for name in ("Ada", "Bo", "Cy"))
    monday = said.split("Worth a word, by the number of learners:\n")[1].split("\n")
    assert monday[0] == "  2  02, predicted A: Which?"
    assert any(re.fullmatch(r"  2  correlate2d: .*kernel.*\.", line) for line in monday)
    assert monday[-2].startswith("  1  correlate1d: ")
    merged = tmp_path / "all.csv"
    run(capsys, "merge", "--csv", "--output", merged, *files)
    assert {entry.learner for entry in read_csv(merged)} == {"Ada", "Bo", "Cy"}


def test_nobody_had_a_mistake() -> None:
    assert repr(summary([[]])).endswith("\nNobody was told of a mistake.")


@pytest.mark.parametrize(
    "content", ["", "name,grade\nAda,1\n", "\x00", "learner;notebook;task;kind\n", '"learner']
)
def test_a_file_that_is_no_export_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    path = tmp_path / "other.csv"
    path.write_text(content, encoding="utf-8")
    assert command_line.main(["progress", "merge", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"{path} is no file of `python -m cnnhelpers progress export`: its first line should be "
        "learner,notebook,task,kind,state,help,times.\n"
    )
    assert command_line.main(["progress", "merge", str(tmp_path / "none.csv")]) == 1
    assert "none.csv" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "-2", "+3", " =cmd|' /C calc'!A0"])
def test_no_spreadsheet_takes_a_name_for_a_formula(tmp_path: Path, name: str) -> None:
    entry = Entry(name, "02", "invert", "task", "passed", "by yourself", 1)
    path = tmp_path / "a.csv"
    path.write_text(as_csv([entry]), encoding="utf-8")
    assert f"\n'{name}," in path.read_text(encoding="utf-8")
    assert read_csv(path) == [entry]


def test_what_others_wrote_into_a_file_cannot_move_a_terminal(tmp_path: Path) -> None:
    entry = Entry("", "02", "a\x1b[2J\nb", "mistake", "x", "", 1)
    path = tmp_path / "a.csv"
    path.write_text(as_csv([entry]), encoding="utf-8")
    (read,) = read_csv(path)
    assert read.task == "a [2J b"


HEAD = "learner,notebook,task,kind,state,help,times\n"
GOOD = ",02_cross_correlation,correlate2d,mistake,flipped-kernel,,2\n"


@pytest.mark.parametrize(
    "line, reason",
    [
        (",02,correlate2d,mis", "it has 4 of 7 entries"),
        (',02,"correlate2d,mis', "it has 3 of 7 entries"),
        (",02,correlate2d,task,passed,by yourself,1,x", "it has 8 of 7 entries"),
        (",02,correlate2d,grade,A,,1", "there is no kind 'grade'"),
        (",02,correlate2d,task,perfect,,1", "a task is not 'perfect'"),
        (",02,correlate2d,mistake,x,,-5", "'-5' is no number of times"),
        (",02,correlate2d,mistake,x,,99999999999", "'99999999999' is no number of times"),
        (f",02,{'x' * 301},mistake,x,,1", "an entry has more than 300 letters"),
    ],
)
def test_a_damaged_file_is_named_and_the_others_are_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, reason: str
) -> None:
    damaged, whole = tmp_path / "damaged.csv", tmp_path / "whole.csv"
    damaged.write_text(HEAD + GOOD + line, encoding="utf-8")
    whole.write_text(HEAD + GOOD, encoding="utf-8")
    arguments = ["progress", "merge", str(damaged), str(whole), str(tmp_path)]
    assert command_line.main(arguments) == 1
    said = capsys.readouterr()
    assert said.err == (
        f"{damaged} is damaged in line 3: {reason}. Ask for the file once more.\n"
        f"{tmp_path} cannot be read: a folder of that name stands there.\n"
    )
    assert re.search(r"correlate2d +0 of 1 +flipped-kernel 1\n", said.out)


def test_a_learner_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passed = ",02_cross_correlation,correlate2d,task,passed,by yourself,1\n"
    texts = [
        "Ada" + GOOD,  # before the answer passed, and after
        "Ada" + GOOD + "Ada" + passed,
        passed,  # without a name, and downloaded twice
        passed,
        GOOD,
    ]
    files = [tmp_path / f"{number}.csv" for number in range(len(texts))]
    for file, text in zip(files, texts):
        file.write_text(HEAD + text, encoding="utf-8")
    assert command_line.main(["progress", "merge", *map(str, files)]) == 0
    said = capsys.readouterr()
    assert said.err == "5 files of 3 learners: each learner counts once.\n"
    assert re.search(r"correlate2d +2 of 3 +2 by yourself +flipped-kernel 2\n", said.out)


def test_what_a_learner_hands_in_twice_counts_as_it_is_in_the_end(tmp_path: Path, capsys) -> None:
    where = "Ada,02_cross_correlation,correlate2d"
    monday = f"{where},task,open,,1\n{where},mistake,flipped-kernel,,2\n"
    monday += f"{where},mistake,wrong values,,1\n"
    friday = f"{where},task,passed,by yourself,1\n{where},mistake,flipped-kernel,,5\n"
    files = [tmp_path / "friday.csv", tmp_path / "monday.csv"]
    for order in (files, files[::-1]):
        for file, text in zip(order, (friday, monday)):
            file.write_text(HEAD + text, encoding="utf-8")
        lines = {*csv_lines(run(capsys, "merge", "--csv", *files))}
        assert lines == {
            ("Ada", "task", "passed", "1"),
            ("Ada", "mistake", "flipped-kernel", "5"),
            ("Ada", "mistake", "wrong values", "1"),
        }
        said = run(capsys, "merge", "--mistakes", *files)
        assert [line[2:5] for line in csv.reader(said.splitlines())][1:] == [
            ["flipped-kernel", "1", "5"],
            ["wrong values", "1", "1"],
        ]


def test_the_order_of_two_files_decides_nothing(tmp_path: Path, capsys) -> None:
    where = "Ada,02_cross_correlation,correlate2d"
    texts = [
        f"{where},task,passed,{help},1\nAda,02_cross_correlation,02-a,prediction,{first},,1\n"
        for help, first in (("by yourself", "right"), ("by solution", "wrong"))
    ]
    files = [tmp_path / "monday.csv", tmp_path / "friday.csv"]
    said = []
    for order in (texts, texts[::-1]):
        for file, text in zip(files, order):
            file.write_text(HEAD + text, encoding="utf-8")
        said.append(sorted(run(capsys, "merge", "--csv", *files).splitlines()))
    assert said[0] == said[1] and len(said[0]) == 3


def csv_lines(text: str) -> list[tuple[str, str, str, str]]:
    """The name, the kind, the state and the times of each line."""
    return [(each[0], each[3], each[4], each[6]) for each in csv.reader(text.splitlines()[1:])]


def test_an_output_takes_the_place_of_nothing_else(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library_, record = folder / "my_cnn.py", folder / "my_progress.json"
    other = tmp_path / "other.csv"
    other.write_text("learner,notes\nAda,late\n", encoding="utf-16")
    export = ["progress", "export", "--folder", str(folder), "--output"]
    mine, table = tmp_path / "mine.csv", tmp_path / "class.txt"
    for file in (library_, record, other):
        before = file.read_bytes()
        merge = ["progress", "merge", str(mine), "--output"]
        for command in (export, merge) if mine.exists() else (export,):
            assert command_line.main([*command, str(file)]) == 1
            assert capsys.readouterr().err == (
                f"{file} is there already, and is none that this command has written; --output "
                "takes another name.\n"
            )
        assert file.read_bytes() == before
        assert command_line.main([*export, str(mine)]) == 0  # once more, a week later
    for folder_of_week in ("", GOOD):
        mine.write_text(mine.read_text("utf-8") + folder_of_week, encoding="utf-8")
        run(capsys, "merge", mine, "--output", table)
    before = mine.read_bytes()
    for more in ([], ["--csv"], ["--mistakes"]):
        command = ["progress", "merge", str(mine), *more, "--output", str(mine)]
        assert command_line.main(command) == 1
        assert capsys.readouterr().err == (
            f"{mine} is one of the files to merge; --output takes another name.\n"
        )
    assert mine.read_bytes() == before
    assert command_line.main(["progress", "merge", str(mine), "--csv", "--output", str(table)]) == 1
    capsys.readouterr()
    table.write_text("", encoding="utf-8")
    run(capsys, "merge", mine, "--csv", "--output", table)


def test_exercises_and_mistakes_are_a_table_without_names(tmp_path: Path, capsys) -> None:
    other = ",02_cross_correlation,correlate2d,mistake,wrong values,,3\n"
    texts = {"a": "Ada" + GOOD, "b": "Bo" + GOOD + "Bo" + other}
    for name, text in texts.items():
        (tmp_path / name).write_text(HEAD + text, encoding="utf-8")
    said = run(capsys, "merge", "--mistakes", tmp_path / "a", tmp_path / "b")
    head, flipped, values = csv.reader(said.splitlines())
    assert head == ["notebook", "task", "mistake", "learners", "times", "explanation"]
    assert flipped[:5] == ["02_cross_correlation", "correlate2d", "flipped-kernel", "2", "4"]
    assert "kernel" in flipped[5] and flipped[5].endswith(".")
    assert values[2:5] == ["wrong values", "1", "3"]
    assert "Ada" not in said and "Bo" not in said


def test_an_output_that_cannot_be_written_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["progress", "export", "--folder", str(folder), "--output", str(tmp_path)]
    assert command_line.main(command) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path} cannot be written: a folder of that name stands there.\n"
    )


def test_without_practice_copies_there_is_nothing_to_export(tmp_path: Path, capsys) -> None:
    assert command_line.main(["progress", "export", "--folder", str(tmp_path)]) == 1
    assert "There are no practice copies in" in capsys.readouterr().err


def test_the_help_says_what_is_exported(capsys: pytest.CaptureFixture[str]) -> None:
    for command, words in (("export", "No code is in it"), ("merge", "Names are not shown")):
        with pytest.raises(SystemExit):
            command_line.main(["progress", command, "--help"])
        assert words in " ".join(capsys.readouterr().out.split())
    assert classroom.HEAD == "learner notebook task kind state help times".split()

"""`python -m cnnhelpers`: commands, terminals that know few letters, ends in the middle."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cnnhelpers import __main__ as command_line

ROOT = Path(__file__).resolve().parents[1]
CODE_PAGES = ["cp1252", "cp437", "ascii"]

# The doctor as if this Python stood in a folder with a Chinese name, and one with broken letters.
DOCTOR = """
import sys
sys.executable = "/home/\\u4e2d\\udcff/python"
from cnnhelpers.__main__ import main
sys.exit(main(["doctor"]))
"""


def run(*arguments: str, encoding: str, cwd: Path = ROOT) -> tuple[int, str, str]:
    """Run Python with stdout in an encoding; returns the exit status and what it printed."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, timeout=120
    )
    codec = encoding.partition(":")[0]
    return done.returncode, done.stdout.decode(codec), done.stderr.decode(codec)


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_the_table_of_progress_in_few_letters(tmp_path: Path, encoding: str) -> None:
    made = run("-m", "cnnhelpers", "practice", "--target", str(tmp_path), "02", encoding=encoding)
    assert made[0] == 0 and made[2] == ""
    status, said, wrong = run(
        "-m", "cnnhelpers", "progress", "02", "--folder", str(tmp_path), encoding=encoding
    )
    assert (status, wrong) == (0, "")
    assert re.search(r"best_match +Find the pattern +\*\*\* +no\r?\n", said)


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_a_chinese_folder_in_few_letters(tmp_path: Path, encoding: str) -> None:
    where = ("--target", "中文")
    status, said, wrong = run(
        "-m", "cnnhelpers", "practice", *where, "02", encoding=encoding, cwd=tmp_path
    )
    assert (status, wrong) == (0, "")
    assert said.replace("\r", "") == r"Made \u4e2d\u6587/02_cross_correlation.ipynb." + "\n"
    assert (tmp_path / "中文" / "02_cross_correlation.ipynb").exists()
    status, said, wrong = run(
        "-m", "cnnhelpers", "progress", "--folder", "文", encoding=encoding, cwd=tmp_path
    )
    assert (status, said) == (1, "") and r"no practice copies in \u6587 yet" in wrong


@pytest.mark.parametrize("encoding", [*CODE_PAGES, "utf-8"])
def test_the_doctor_in_few_letters(encoding: str) -> None:
    status, said, wrong = run("-c", DOCTOR, encoding=encoding)
    assert status in (0, 1) and wrong == ""
    folder = "中" if encoding == "utf-8" else r"\u4e2d"
    assert f"/home/{folder}" + r"\udcff/python" in said
    assert said.splitlines()[-1].startswith(("The course", "All at once"))


@pytest.mark.skipif(os.name == "nt", reason="there is no such pipe")
def test_a_reader_that_reads_nothing_is_no_error() -> None:
    command = f"'{sys.executable}' -m cnnhelpers --help | true"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interruption_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("cnnhelpers.course.progress_command.main", interrupted)
    assert command_line.main(["progress"]) == 130
    assert capsys.readouterr().err == "`progress` was interrupted.\n"


def test_an_unknown_command_gets_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["progres"]) == 2
    wrong = capsys.readouterr().err
    assert wrong.startswith("There is no command 'progres'.\n\nusage: python -m cnnhelpers COMM")


def test_an_error_of_the_system_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, words in {
        OSError("no luck"): "no luck",
        OSError(errno.ENOSPC, "No space left on device"): "the disk is full",
        FileNotFoundError(errno.ENOENT, "No such file", "a.ipynb"): "a.ipynb: it is not there",
    }.items():

        def fail(_: list[str], error: OSError = error) -> int:
            raise error

        monkeypatch.setattr("cnnhelpers.course.progress_command.main", fail)
        assert command_line.main(["progress"]) == 1
        assert capsys.readouterr().err == f"`progress` failed: {words}.\n"

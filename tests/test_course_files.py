"""Files are whole whatever happens: a full disk, a kill, a link, a folder in the way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cnnhelpers.course import files
from cnnhelpers.course.files import copy_aside, in_words, write_new, write_whole

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, "one\n")
    write_whole(path, "zwei é\n")
    assert path.read_bytes() == "zwei é\n".encode() and names(tmp_path) == ["a.txt"]


@needs_posix
def test_the_rights_of_a_file_stay_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    before = os.umask(0o027)
    try:
        write_whole(path, "one")
        assert path.stat().st_mode & 0o777 == 0o640
        path.chmod(0o600)
        write_whole(path, "two")
        assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_a_new_file_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_new(path, "one")
    with pytest.raises(FileExistsError):
        write_new(path, "two")
    assert path.read_text() == "one" and names(tmp_path) == ["a.txt"]


def test_without_hard_links_a_new_file_is_as_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(files.os, "link", refuse)
    test_a_new_file_takes_no_name_that_is_taken(tmp_path)


@pytest.mark.parametrize("write", [write_whole, write_new])
def test_a_disk_that_is_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError) as caught:
        write(tmp_path / "a.txt", "one")
    assert in_words(caught.value) == "the disk is full" and names(tmp_path) == []


def test_a_folder_of_that_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    for write in (write_whole, write_new, lambda path, _: copy_aside(path, "old")):
        with pytest.raises(OSError):
            write(tmp_path / "a.txt", "one")
    assert names(tmp_path) == ["a.txt"]


@needs_posix
def test_a_symbolic_link_stays_one_even_where_it_leads_to_nothing_yet(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    path = tmp_path / "a.txt"
    path.symlink_to("far/b.txt")
    for text in ("one", "two"):
        write_whole(path, text)
        assert path.is_symlink() and (tmp_path / "far" / "b.txt").read_text() == text
    assert names(tmp_path / "far") == ["b.txt"]
    path.unlink()
    path.symlink_to("nowhere/b.txt")
    with pytest.raises(OSError) as caught:
        write_whole(path, "three")
    assert in_words(caught.value) == "the folder is not there"


def test_a_copy_is_put_aside_under_a_free_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff")
    assert copy_aside(path, "old").name == "a_old_1.txt"
    assert copy_aside(path, "old").read_bytes() == b"\xff"
    assert names(tmp_path) == ["a.txt", "a_old_1.txt", "a_old_2.txt"]


def test_what_killed_writes_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    now = time.time()
    ages = {
        ".a.txt.0123abcd.part": 100,
        ".a.txt.1123abcd.part": -1e6,  # of a clock that was set back
        ".a.txt.2123abcd.part": 1,  # may still be at work
        ".b.txt.0123abcd.part": 100,
        ".a.txt.original": 100,
        "a.txt.part": 100,
    }
    for name, age in ages.items():
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (now - age, now - age))
    write_whole(tmp_path / "a.txt", "one")
    assert set(names(tmp_path)) == {"a.txt", *list(ages)[2:]}


KEEP_WRITING = """
import pathlib, sys
from cnnhelpers.course.files import write_whole
print(flush=True)
number = 0
while True:
    number += 1
    write_whole(pathlib.Path(sys.argv[1]), f"{number}\\n" * 20_000)
"""


@needs_posix
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGINT"])
def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path, sent: str) -> None:
    path = tmp_path / "a.txt"
    for delay in (0.011, 0.023, 0.037, 0.052):
        command = [sys.executable, "-c", KEEP_WRITING, str(path)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(getattr(signal, sent))
            process.wait(timeout=30)
        if path.exists():
            lines = path.read_text().split("\n")
            assert len(lines) == 20_001 and len(set(lines)) == 2
    if sent == "SIGINT":  # whoever is only interrupted tidies up
        assert set(names(tmp_path)) <= {"a.txt"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "it can only be read from"),
        (errno.EACCES, "writing there is not allowed"),
        (errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)),
    ],
)
def test_errors_in_words(number: int, words: str) -> None:
    assert in_words(OSError(number, os.strerror(number))) == words
    assert in_words(OSError("something")) == "something"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "it is not there"),
        (errno.EACCES, "access to it is not allowed"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_errors_of_reading_speak_of_the_file(number: int, words: str) -> None:
    assert in_words(OSError(number, os.strerror(number)), reading=True) == words

"""The learner's answers are kept in `my_cnn.py`, whole, importable, and in no other folder."""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("IPython")

from IPython.core.interactiveshell import InteractiveShell
from test_course_editions import notebook

import cnnhelpers
from cnnhelpers import check, mine
from cnnhelpers.check import hooks
from cnnhelpers.course import files, library, place, records
from cnnhelpers.course.blocks import NotKept
from cnnhelpers.course.editions import make_practice
from cnnhelpers.course.literals import written_out
from cnnhelpers.course.notebooks import written
from cnnhelpers.course.texts import free_names, renamed

RECORDS = "my_progress.json"  # there from the start
SETUP = "%load_ext cnnhelpers\nimport numpy as np\nfrom cnnhelpers import check, mine"
INVERT = "def invert(image):\n    return 1 - image"
CORRELATE = """\
def correlate2d(x, kernel):
    x, kernel = np.asarray(x), np.asarray(kernel)
    rows, columns = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    y = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            y[i, j] = (x[i:i + kernel.shape[0], j:j + kernel.shape[1]] * kernel).sum()
    return y"""
WRONG = "def correlate2d(x, kernel):\n    return x"
CONVOLVE = "def convolve2d(x, kernel):\n    return correlate2d(x, np.asarray(kernel)[::-1, ::-1])"


class Learner:
    """An IPython that was started in a folder, with the course's setup cell run."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.shell = InteractiveShell()
        self.shell.starting_dir = str(folder)
        assert self.run(SETUP) == ""

    def run(self, *cells: str) -> str:
        """Run cells; return what they printed, verdicts aside."""
        self.capsys.readouterr()
        for cell in cells:
            assert self.shell.run_cell(cell, store_history=True).success, cell
        said = self.capsys.readouterr().out
        ours = re.compile(r"my_cnn|is now|kept|count as|my_progress")
        return "\n".join(line for line in said.split("\n") if ours.search(line))

    @property
    def text(self) -> str:
        return (self.folder / "my_cnn.py").read_text(encoding="utf-8")

    @property
    def files(self) -> list[str]:
        names = {path.name for path in self.folder.iterdir() if path.suffix != ".ipynb"}
        return sorted(names - {files.LOCK, RECORDS})

    @property
    def record(self) -> bytes:
        return (self.folder / RECORDS).read_bytes()

    def passes(self, name: str) -> bool:
        """Whether the kept function passes its check on its own, in a file."""
        hooks.listen("library", None)
        sys.modules.pop("my_cnn", None)
        return getattr(check, name)(getattr(library.load(self.folder), name)).passed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A practice folder of a course of one notebook."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    course = tmp_path / "notebooks"
    course.mkdir()
    (course / "02_topic.ipynb").write_text(written(notebook()), encoding="utf-8")
    for module in (place, sys.modules["cnnhelpers.course.notebooks"]):
        monkeypatch.setattr(module, "notebooks_folder", lambda: course)
    make_practice([course / "02_topic.ipynb"], tmp_path / "practice")
    return tmp_path / "practice"


@pytest.fixture
def start(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path], Learner]]:
    main = sys.modules["__main__"]

    def make(folder: Path) -> Learner:
        learner = Learner(folder, capsys)
        monkeypatch.setattr(place, "running_shell", lambda: learner.shell)
        return learner

    yield make
    hooks.listen("library", None)
    sys.modules["__main__"] = main
    sys.modules.pop("my_cnn", None)


@pytest.fixture
def learner(folder: Path, start: Callable[[Path], Learner]) -> Learner:
    return start(folder)


# What is kept


KEPT = {
    "plain": INVERT,
    "comment and docstring": "# Black is white.\n" + INVERT.replace("\n", '\n    """é"""\n'),
    "helper": f"def one():\n    return 1\n\n{INVERT.replace('1 -', 'one() -')}",
    "helper of a helper": "def two():\n    return 2\ndef one():\n    return two() / 2\n"
    + INVERT.replace("1 -", "one() -"),
    "recursion": "def invert(image, depth=2):\n"
    "    return invert(image, depth - 1) if depth else 1 - image",
    "constant": f"WHITE = 1\n{INVERT.replace('1 -', 'WHITE -')}",
    "array": f"WHITE = np.array([1.0])\n{INVERT.replace('1 -', 'WHITE -')}",
    "table": "T = {3: (1, [2])}\n" + INVERT.replace("1 -", "T[3][0] -"),
    "module": "import numpy.ma as masked\n"
    "def invert(image):\n    return masked.subtract(1, image).data",
    "import": "from numpy import subtract as minus\ndef invert(image):\n    return minus(1, image)",
    "imported number": "from math import pi\ndef invert(image):\n    return pi / pi - image",
    "star": "from math import *\ndef invert(image):\n    return floor(1.5) - image",
    "type hint": "from numpy.typing import NDArray\n"
    "def invert(image: NDArray) -> NDArray:\n    return 1 - image",
    "class": "class White:\n    value = 1\n" + INVERT.replace("1 -", "White.value -"),
    "default": "WHITE = 1\ndef invert(image, white=WHITE):\n    return white - image",
    "named lambda": "invert = lambda image: 1 - image",
    "decorator": "from functools import wraps\ndef loud(f):\n    @wraps(f)\n    def wrapper(*a):\n"
    f"        return f(*a)\n    return wrapper\n\n@loud\n{INVERT}",
    "plain decorator": "def loud(f):\n    def wrapper(*a):\n        return f(*a)\n"
    f"    return wrapper\n@loud\n{INVERT}",
    "partial": "from functools import partial\ndef minus(a, b):\n    return a - b\n"
    "invert = partial(minus, 1)",
    "factory": "def make(white):\n    def invert(image):\n        return white - image\n"
    "    return invert\ninvert = make(1)",
    "in an if": "if True:\n    def invert(image):\n        return 1 - image",
    "on one line": "def invert(image): return 1 - image",
    "timed cell": f"%%time\n{INVERT}",
}


@pytest.mark.parametrize("cell", KEPT.values(), ids=KEPT)
def test_an_answer_is_kept_with_what_it_needs(learner: Learner, cell: str) -> None:
    said = learner.run(cell, "invert = check.invert(invert)")
    assert said.startswith("Your invert is kept in my_cnn.py"), said
    assert "import numpy as np\n" in learner.text
    assert learner.passes("invert")


def test_another_name_than_the_exercises(learner: Learner) -> None:
    learner.run("def negative(image):\n    return 1 - image\ncheck.invert(negative)")
    assert "invert = negative\n" in learner.text and learner.passes("invert")


def test_the_words_of_the_notebook_are_kept_as_they_are(learner: Learner) -> None:
    learner.run(KEPT["comment and docstring"], "check.invert(invert)")
    assert f"\n{KEPT['comment and docstring']}\n" in learner.text


def test_the_helpers_are_named(learner: Learner) -> None:
    said = learner.run(KEPT["helper of a helper"], "check.invert(invert)")
    assert said == "Your invert is kept in my_cnn.py, with two and one, which it needs."


RNG = "rng = np.random.default_rng(0)\n" + INVERT.replace("1 -", "0 * rng.random() + 1 -")
REFUSED = {
    "a lambda without a name": (
        "check.invert(lambda image: 1 - image)",
        "write `def invert(...):`",
    ),
    "a method": (
        "class A:\n    def invert(self, image):\n        return 1 - image\n"
        "check.invert(A().invert)",
        "is a method",
    ),
    "an object": (
        "class A:\n    def __call__(self, image):\n        return 1 - image\ncheck.invert(A())",
        "not a function",
    ),
    "wrapped afterwards": (
        "def loud(f):\n    return lambda *a: f(*a)\n"
        f"{INVERT}\ninvert = loud(invert)\ncheck.invert(invert)",
        "lambda",
    ),
    "a closure": (
        "def loud(f):\n    def wrapper(*a):\n        return f(*a)\n    return wrapper\n"
        f"{INVERT}\ninvert = loud(invert)\ncheck.invert(invert)",
        "wrapped by another function",
    ),
    "a generator of the notebook": (RNG + "\ncheck.invert(invert)", "it uses `rng`, a Generator"),
    "another object's statement": (
        "from functools import partial\ndef minus(a, b):\n    return a - b\n"
        "invert = partial(minus, 2)\ncheck.invert(partial(minus, 1))",
        "it is a partial, not a function",
    ),
    "a text that runs once": (
        "values = [1]\ndef invert(image, white=values.pop()):\n    return white - image\n"
        "check.invert(invert)",
        "outside of the notebook it raises IndexError: pop from empty list.",
    ),
    "an older text": (
        "invert = lambda image: 2 - image\ncheck.invert(lambda image: 1 - image)",
        "a line of its own",
    ),
}


@pytest.mark.parametrize(("cell", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_is_explained(learner: Learner, cell: str, reason: str) -> None:
    said = learner.run(cell)
    assert said.startswith("Your invert passed, but is not kept in my_cnn.py: "), said
    assert reason in said and len(said.split("\n")) == 1
    assert learner.files == []
    assert "invert" in records.recorded(learner.folder)["passed"]


def test_a_wrong_answer_changes_nothing(learner: Learner) -> None:
    learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    before = learner.text
    assert learner.run(WRONG, "check.correlate2d(correlate2d)") == ""
    assert learner.text == before


def test_a_newer_answer_takes_the_place_of_the_older(learner: Learner) -> None:
    learner.run(INVERT, "check.invert(invert)")
    before = learner.text
    assert learner.run("check.invert(invert)") == "Your invert is in my_cnn.py already."
    assert learner.text == before
    said = learner.run(INVERT.replace("1 - image", "-image + 1"), "check.invert(invert)")
    assert said == "Your invert replaces the one kept before in my_cnn.py."
    assert "-image + 1" in learner.text and "1 - image" not in learner.text
    said = learner.run("check.invert(lambda image: 1 - image)").split("\n")
    assert said[1:] == ["The invert kept before stays there."] and "-image + 1" in learner.text


# Answers that call one another


def test_an_answer_calls_another_answer(learner: Learner) -> None:
    learner.run(CORRELATE, "correlate2d = check.correlate2d(correlate2d)")
    learner.run(CONVOLVE, "convolve2d = check.convolve2d(convolve2d)")
    assert learner.text.count("def correlate2d") == 1 and learner.passes("convolve2d")


def test_the_courses_function_stands_in_until_the_learners_passes(learner: Learner) -> None:
    learner.run(WRONG, "correlate2d = check.correlate2d(correlate2d)")
    learner.run(CONVOLVE, "convolve2d = check.convolve2d(convolve2d)")
    assert 'correlate2d = check.EXERCISES["correlate2d"].course' in learner.text
    learner.run(CORRELATE, "correlate2d = check.correlate2d(correlate2d)")
    assert "check" not in learner.text.split('"""')[2] and learner.passes("convolve2d")


def test_an_answer_calls_one_of_the_library(learner: Learner) -> None:
    learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    learner.run("del correlate2d", "correlate2d = mine.correlate2d", CONVOLVE)
    learner.run("convolve2d = check.convolve2d(convolve2d)")
    again = learner.run("check.correlate2d(mine.correlate2d)")
    assert again.split("\n")[-1] == "Your correlate2d is in my_cnn.py already."
    assert learner.text.count("def correlate2d") == 1 and learner.passes("convolve2d")


def test_helpers_of_one_name_stay_apart(learner: Learner) -> None:
    learner.run("def help(x):\n    return 1 - x\ndef invert(image):\n    return help(image)")
    learner.run("check.invert(invert)", CORRELATE, "check.correlate2d(correlate2d)")
    learner.run(
        "from numpy import rot90 as turn\nTWO = 2\ndef help(x):\n    return turn(x, TWO)",
        "def convolve2d(x, kernel):\n    return correlate2d(x, help(np.asarray(kernel)))",
        "check.convolve2d(convolve2d)",
    )
    assert "def help_of_convolve2d(x)" in learner.text
    assert "correlate2d(x, help_of_convolve2d(np.asarray(kernel)))" in learner.text
    assert learner.passes("invert") and learner.passes("convolve2d")


def test_a_helper_that_cannot_be_renamed_is_explained(learner: Learner) -> None:
    learner.run(KEPT["helper"], "check.invert(invert)")
    said = learner.run(
        "def one(k):\n    return np.asarray(k)[::-1, ::-1]",
        CORRELATE,
        "def convolve2d(x, kernel):\n    flip = lambda one: one\n"
        "    return correlate2d(x, flip(one(kernel)))",
        "check.convolve2d(convolve2d)",
    )
    assert "its helper `one` differs from the `one` of an answer kept before" in said
    assert learner.passes("invert")


def test_a_helper_that_both_use_stands_there_once(learner: Learner) -> None:
    learner.run(KEPT["helper"], "check.invert(invert)", CORRELATE)
    learner.run(
        CONVOLVE.replace("::-1, ::-1]", "::-one(), ::-one()]"), "check.convolve2d(convolve2d)"
    )
    assert learner.text.count("def one") == 1 and learner.passes("convolve2d")


# Nothing is lost


@pytest.mark.parametrize("edited", ["\n# my own words\n", "\ndef broken(:\n", "\n\xff"])
def test_an_edited_library_is_put_aside(learner: Learner, edited: str) -> None:
    learner.run(INVERT, "check.invert(invert)", CORRELATE)
    path = learner.folder / "my_cnn.py"
    mine_now = path.read_bytes() + edited.encode("latin-1")
    path.write_bytes(mine_now)
    said = learner.run("check.correlate2d(correlate2d)").split("\n")
    assert said[0] == (
        "my_cnn.py had been edited: your version is my_cnn_edited_1.py now, and my_cnn.py was "
        "written anew."
    )
    assert (learner.folder / "my_cnn_edited_1.py").read_bytes() == mine_now
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_a_second_edited_library_takes_another_name(learner: Learner) -> None:
    for number, cell in enumerate([INVERT, INVERT.replace("1 - image", "-image + 1")], 1):
        (learner.folder / "my_cnn.py").write_text(f"x = {number}", encoding="utf-8")
        learner.run(cell, "check.invert(invert)")
        assert (learner.folder / f"my_cnn_edited_{number}.py").read_text() == f"x = {number}"


def test_what_was_improved_in_the_library_itself_is_kept(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(learner.folder)
    learner.run(CORRELATE, "check.correlate2d(correlate2d)", INVERT, "check.invert(invert)")
    path = learner.folder / "my_cnn.py"
    path.write_text(learner.text.replace("1 - image", "-image + one()  # better"))
    with open(path, "a", encoding="utf-8") as file:
        file.write("\ndef one():\n    return 1\n")
    sys.modules.pop("my_cnn", None)
    said = learner.run("from my_cnn import invert", "check.invert(invert)").split("\n")
    assert said[1] == (
        "Your invert replaces the one kept before in my_cnn.py, with one, which it needs."
    )
    assert "# better" in learner.text and learner.text.count("def correlate2d") == 1
    assert learner.run("check.invert(invert)") == "Your invert is in my_cnn.py already."
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_a_library_that_could_not_be_written_is_not_taken_for_another(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.run(INVERT, "check.invert(invert)")
    learner.run("from cnnhelpers.course import library")

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patched:
        patched.setattr("cnnhelpers.course.library.write_whole", full)
        for source in (CORRELATE, CORRELATE + "\n# again"):
            said = learner.run(source, "check.correlate2d(correlate2d)")
            assert "my_cnn.py could not be written: the disk is full" in said
    said = learner.run(CONVOLVE, "check.convolve2d(convolve2d)")
    assert said.startswith("Your convolve2d is kept in my_cnn.py")
    assert not list(learner.folder.glob("my_cnn_*"))


def test_the_library_of_another_folder_is_put_aside(learner: Learner, start: Callable) -> None:
    learner.run(INVERT, "check.invert(invert)")
    elsewhere = learner.folder.parent / "elsewhere"
    shutil.copytree(learner.folder, elsewhere)
    other = start(elsewhere)
    other.run(INVERT.replace("1 - image", "-image + 1"), "check.invert(invert)")
    brought = (elsewhere / "my_cnn.py").read_bytes()
    (learner.folder / "my_cnn.py").write_bytes(brought)
    learner = start(learner.folder)
    assert learner.run(CORRELATE, "check.correlate2d(correlate2d)").split("\n") == [
        "my_cnn.py was not the one that was written here: it is my_cnn_other_1.py now, and "
        "my_cnn.py was written anew.",
        "Your correlate2d is kept in my_cnn.py.",
    ]
    assert (learner.folder / "my_cnn_other_1.py").read_bytes() == brought
    assert "1 - image" in learner.text
    # With other ends of lines it is still the same.
    (learner.folder / "my_cnn.py").write_bytes(learner.text.replace("\n", "\r\n").encode())
    said = learner.run(CONVOLVE, "check.convolve2d(convolve2d)")
    assert said.startswith("Your convolve2d is kept in my_cnn.py")


def test_a_record_that_an_editor_has_marked_with_its_encoding_is_whole(learner: Learner) -> None:
    learner.run(INVERT, "check.invert(invert)")
    (learner.folder / RECORDS).write_bytes(b"\xef\xbb\xbf" + learner.record)
    assert list(records.recorded(learner.folder)["answers"]) == ["invert"]
    said = learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    assert said == "Your correlate2d is kept in my_cnn.py."
    assert list(records.recorded(learner.folder)["answers"]) == ["invert", "correlate2d"]


@pytest.mark.parametrize("content", ["{", "[]", '{"answers": []}', "[" * 10_000])
def test_a_broken_record_is_put_aside_and_the_library_read_back(
    learner: Learner, content: str
) -> None:
    learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    (learner.folder / "my_progress.json").write_text(content, encoding="utf-8")
    said = learner.run(KEPT["helper"], "check.invert(invert)").split("\n")
    assert said[0].startswith("my_progress.json could not be read: it is now my_progress_unre")
    assert (learner.folder / "my_progress_unreadable_1.json").read_text() == content
    assert "my_cnn_edited_1.py" not in learner.files
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_a_broken_record_is_told_also_where_an_answer_is_wrong(learner: Learner) -> None:
    (learner.folder / RECORDS).write_text("{", encoding="utf-8")
    told = (
        "my_progress.json could not be read: it is now my_progress_unreadable_1.json, and a new "
        "one begins."
    )
    assert learner.run(WRONG, "check.correlate2d(correlate2d)") == told
    assert learner.run("check.correlate2d(correlate2d)") == ""


def test_the_record_of_a_later_version_is_read_and_not_changed(
    learner: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    learner.run(INVERT, "check.invert(invert)")
    stored = json.loads(learner.record)
    stored["answers"]["correlate2d"] = {"of a kind": "that nobody knows yet"}
    path = learner.folder / RECORDS
    path.write_text(json.dumps({**stored, "version": 2}), encoding="utf-8")
    before = learner.record
    assert learner.run(CORRELATE, "check.correlate2d(correlate2d)") == (
        "Your correlate2d passed, but is not kept in my_cnn.py: my_progress.json was written by a "
        "later version of the course, and stays as it is; bring this course up to date."
    )
    assert learner.run(WRONG, "check.correlate2d(correlate2d)") == ""
    (learner.folder / "my_cnn.py").unlink()
    assert learner.shell.run_cell("f = mine.invert", store_history=True).success
    assert "bring this course up to date.\ninvert: the course's" in capsys.readouterr().out
    assert (learner.record, learner.files) == (before, [])
    assert list(records.recorded(learner.folder)["answers"]) == ["invert"]


def test_a_write_that_fails_leaves_the_old_file_whole(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.run(INVERT, "check.invert(invert)", CORRELATE)
    before = learner.text, learner.files

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "replace", fail)
    said = learner.run("check.correlate2d(correlate2d)")
    assert said == "Your correlate2d passed, but is not kept in my_cnn.py: the disk is full."
    assert (learner.text, learner.files) == before


def test_two_notebooks_do_not_write_at_once(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    learner.run(INVERT)
    with another_process_holds_the_lock(learner.folder):
        assert learner.run("result = check.invert(invert)") == (
            "Your invert passed, but is not kept: another notebook has been writing for 0 seconds; "
            "run this cell again, and if that does not help, close the other notebooks."
        )
        assert learner.shell.user_ns["result"].passed and "my_cnn.py" not in learner.files
    assert learner.run("check.invert(invert)") == "Your invert is kept in my_cnn.py."


def test_a_lock_of_a_dead_kernel_or_from_the_future_is_open(learner: Learner) -> None:
    with another_process_holds_the_lock(learner.folder) as process:
        process.kill()
        process.wait()
    in_a_year = time.time() + 3e7
    os.utime(learner.folder / files.LOCK, (in_a_year, in_a_year))
    assert learner.run(INVERT, "check.invert(invert)") == "Your invert is kept in my_cnn.py."


@contextlib.contextmanager
def another_process_holds_the_lock(folder: Path) -> Iterator[subprocess.Popen]:
    program = (
        "import sys, pathlib\nfrom cnnhelpers.course.files import alone\n"
        "with alone(pathlib.Path(sys.argv[1])):\n    print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.communicate()


# One bad answer takes no other with it


UTILS = "from my_utils import white\ndef invert(image):\n    return white() - image"


@pytest.fixture
def needs_utils(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> Learner:
    """A learner whose kept `invert` imports a file that has been renamed since."""
    monkeypatch.syspath_prepend(learner.folder)
    (learner.folder / "my_utils.py").write_text("def white():\n    return 1\n", encoding="utf-8")
    assert learner.run(UTILS, "check.invert(invert)") == "Your invert is kept in my_cnn.py."
    (learner.folder / "my_utils.py").rename(learner.folder / "helpers.py")
    sys.modules.pop("my_utils"), sys.modules.pop("my_cnn", None)
    importlib.invalidate_caches()
    return learner


NO_UTILS = "outside of the notebook it raises ModuleNotFoundError: No module named 'my_utils'"


def test_an_answer_that_no_longer_imports_is_left_out_by_itself(needs_utils: Learner) -> None:
    learner = needs_utils
    assert learner.run(CORRELATE, "check.correlate2d(correlate2d)").split("\n") == [
        f"Your invert, kept before, is left out of my_cnn.py: {NO_UTILS}. Its text stays there as "
        "comments; run its check again when that is mended.",
        "Your correlate2d is kept in my_cnn.py.",
    ]
    assert learner.passes("correlate2d")
    assert "\n# from my_utils import white\n" in learner.text
    assert "\n# def invert(image):\n#     return white() - image\n" in learner.text
    answers = records.recorded(learner.folder)["answers"]
    assert [block["text"] for block in answers["invert"]["blocks"]][-1] == UTILS.split("\n", 1)[1]


def test_what_is_left_out_is_said_once_and_comes_back(needs_utils: Learner) -> None:
    learner = needs_utils
    learner.run(CORRELATE, "correlate2d = check.correlate2d(correlate2d)")
    again = learner.run(CONVOLVE, "check.convolve2d(convolve2d)")
    assert again == "Your convolve2d is kept in my_cnn.py."
    (learner.folder / "helpers.py").rename(learner.folder / "my_utils.py")
    importlib.invalidate_caches()
    assert learner.run("check.convolve2d(convolve2d)").split("\n") == [
        "Your invert, left out before, is in my_cnn.py again.",
        "Your convolve2d is in my_cnn.py already.",
    ]
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_one_that_does_not_import_leaves_the_others_to_mine(
    needs_utils: Learner, capsys: pytest.CaptureFixture[str]
) -> None:
    learner = needs_utils
    (learner.folder / "helpers.py").rename(learner.folder / "my_utils.py")
    importlib.invalidate_caches()
    learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    (learner.folder / "my_utils.py").rename(learner.folder / "helpers.py")
    sys.modules.pop("my_utils", None), sys.modules.pop("my_cnn", None)
    importlib.invalidate_caches()
    learner.run("f = mine.correlate2d")
    assert learner.shell.user_ns["f"].__module__ == "my_cnn"
    learner.shell.run_cell("g = mine.invert")
    assert capsys.readouterr().out == (
        f"invert: the course's; yours is left out of my_cnn.py: {NO_UTILS}.\n"
    )


def test_a_file_that_ends_python_is_left_out_too(needs_utils: Learner) -> None:
    (needs_utils.folder / "my_utils.py").write_text("import sys\nsys.exit('bye')\n")
    importlib.invalidate_caches()
    said = needs_utils.run(CORRELATE, "check.correlate2d(correlate2d)")
    assert "it raises SystemExit: bye." in said and needs_utils.passes("correlate2d")


WHOLE = {"name": "invert", "kind": "source", "text": "def invert(x): return 1 - x", "uses": []}


@pytest.mark.parametrize(
    "damaged",
    [
        {},
        [],
        {"blocks": []},
        {"blocks": [{**WHOLE, "kind": "sauce"}]},
        {"blocks": [{**WHOLE, "text": None}]},
        {"blocks": [{**WHOLE, "uses": 3}]},
        {"blocks": [{**WHOLE, "name": "in vert"}]},
        {"blocks": [WHOLE], "needs": [None]},
    ],
)
def test_a_damaged_answer_is_named_and_read_back_from_the_library(
    learner: Learner, damaged: object
) -> None:
    learner.run(INVERT, "check.invert(invert)")
    path = learner.folder / "my_progress.json"
    spoilt = json.loads(path.read_text(encoding="utf-8"))
    spoilt["answers"]["invert"] = damaged
    path.write_text(json.dumps(spoilt), encoding="utf-8")
    assert learner.run(CORRELATE, "check.correlate2d(correlate2d)").split("\n") == [
        "my_progress.json holds something damaged in answers: invert: it is put aside in "
        "my_progress_damaged_1.json, and the rest stays.",
        "Your correlate2d is kept in my_cnn.py.",
    ]
    assert json.loads((learner.folder / "my_progress_damaged_1.json").read_text()) == spoilt
    assert list(records.recorded(learner.folder)["answers"]) == ["invert", "correlate2d"]
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_a_stored_text_that_is_no_python_is_left_out_by_itself(learner: Learner) -> None:
    learner.run(INVERT, "check.invert(invert)")
    path = learner.folder / "my_progress.json"
    path.write_text(path.read_text(encoding="utf-8").replace("def invert(", "def invert(("))
    said = learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    assert said.startswith("Your invert, kept before, is left out of my_cnn.py: outside of the not")
    assert "SyntaxError" in said and learner.passes("correlate2d")


def test_an_exercise_that_the_course_no_longer_has_blocks_nothing(learner: Learner) -> None:
    learner.run(INVERT, "check.invert(invert)")
    path = learner.folder / "my_progress.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    old = {"blocks": [{"name": "old", "kind": "course", "text": "old", "uses": []}], "needs": []}
    stored["answers"] = {"old": old, **stored["answers"]}
    path.write_text(json.dumps(stored), encoding="utf-8")
    said = learner.run(CORRELATE, "check.correlate2d(correlate2d)")
    assert said.startswith("Your old, kept before, is left out of my_cnn.py: ")
    assert learner.passes("invert") and learner.passes("correlate2d")


def test_the_courses_function_stands_in_for_an_answer_that_is_not_kept(learner: Learner) -> None:
    learner.run(
        "rng = np.random.default_rng(0)",
        CORRELATE.replace("    return y", "    return y + 0 * rng.random()"),
        "correlate2d = check.correlate2d(correlate2d)",
    )
    learner.run(CONVOLVE, "convolve2d = check.convolve2d(convolve2d)")
    assert 'correlate2d = check.EXERCISES["correlate2d"].course' in learner.text
    assert learner.passes("convolve2d")


def test_a_new_answer_that_would_break_an_old_one_is_at_fault(learner: Learner) -> None:
    learner.run(CORRELATE, "correlate2d = check.correlate2d(correlate2d)")
    learner.run(
        "def one(k):\n    return np.asarray(k)[::-1, ::-1]",
        "def convolve2d(x, kernel):\n    flip = lambda one: one\n"
        "    return correlate2d(x, flip(one(kernel)))",
        "check.convolve2d(convolve2d)",
    )
    said = learner.run(
        "def one():\n    return 1",
        CORRELATE.replace("    return y", "    return y * one()"),
        "check.correlate2d(correlate2d)",
    )
    assert said.startswith("Your correlate2d passed, but is not kept in my_cnn.py: beside it, your")
    assert said.endswith("The correlate2d kept before stays there.")
    assert learner.passes("convolve2d") and "one()" not in learner.text


def test_an_object_that_cannot_be_looked_at_is_explained(learner: Learner) -> None:
    said = learner.run(
        "class Odd:\n    def __getattr__(self, name):\n        raise ZeroDivisionError('odd')",
        "odd = Odd()\ndef invert(image):\n    return 1 - image if odd else image",
        "check.invert(invert)",
    )
    assert said == (
        "Your invert passed, but is not kept in my_cnn.py: its text could not be read "
        "(ZeroDivisionError: odd)."
    )
    assert "invert" in records.recorded(learner.folder)["passed"]


def test_the_courses_function_does_not_count_as_the_learners(learner: Learner) -> None:
    before = learner.record
    said = learner.run("check.invert(mine.invert)").split("\n")
    assert said[-1] == "This is the course's invert; it does not count as yours."
    assert (learner.files, learner.record) == ([], before)


# Files that cannot be written


def test_a_symbolic_link_stays_one(learner: Learner, tmp_path: Path) -> None:
    learner.run(INVERT, "check.invert(invert)", CORRELATE)
    elsewhere = tmp_path / "synced"
    elsewhere.mkdir()
    for name in ("my_cnn.py", "my_progress.json"):
        (learner.folder / name).rename(elsewhere / name)
        (learner.folder / name).symlink_to(elsewhere / name)
    learner.run("check.correlate2d(correlate2d)")
    (elsewhere / "my_cnn.py").write_text("x = 1", encoding="utf-8")
    said = learner.run(CONVOLVE, "check.convolve2d(convolve2d)")
    assert said.startswith("my_cnn.py had been edited: your version is my_cnn_edited_1.py now")
    assert (learner.folder / "my_cnn_edited_1.py").read_text() == "x = 1"
    for name in ("my_cnn.py", "my_progress.json"):
        assert (learner.folder / name).is_symlink() and not (elsewhere / name).is_symlink()
    assert learner.passes("convolve2d")
    assert sorted(path.name for path in elsewhere.iterdir()) == ["my_cnn.py", "my_progress.json"]


def test_a_folder_called_my_cnn_is_named_and_nothing_is_left_behind(learner: Learner) -> None:
    (learner.folder / "my_cnn.py").mkdir()
    for _ in range(2):
        assert learner.run(INVERT, "check.invert(invert)") == (
            "Your invert is noted in my_progress.json, but my_cnn.py could not be written: a "
            "folder of that name stands there; rename the folder my_cnn.py and run this cell "
            "again."
        )
    assert learner.files == ["my_cnn.py"]
    (learner.folder / "my_cnn.py").rmdir()
    learner.run("f = mine.invert")
    assert learner.passes("invert")


def test_a_folder_called_my_progress_is_named(learner: Learner) -> None:
    (learner.folder / "my_progress.json").unlink()
    (learner.folder / "my_progress.json").mkdir()
    assert learner.run(INVERT, "check.invert(invert)") == (
        "Your invert passed, but is not kept in my_cnn.py: a folder of that name stands there."
    )
    assert learner.files == [] and (learner.folder / RECORDS).is_dir()


# Only in a practice folder


def test_the_complete_edition_writes_nothing(
    folder: Path, start: Callable[[Path], Learner], capsys: pytest.CaptureFixture[str]
) -> None:
    complete = folder.parent / "notebooks"
    # Not even where somebody put a practice copy there.
    (complete / "99_copy.ipynb").write_bytes((folder / "02_topic.ipynb").read_bytes())
    copied = folder.parent / "copied"
    copied.mkdir()
    (copied / "02_topic.ipynb").write_bytes((complete / "02_topic.ipynb").read_bytes())
    for place_ in (complete, copied):
        learner = start(place_)
        before = sorted(place_.rglob("*"))
        said = learner.run(INVERT, "check.invert(invert)")
        assert ("this is the complete edition" in said) is (place_ is complete)
        assert sorted(place_.rglob("*")) == before
        learner.shell.run_cell("f = mine.invert", store_history=True)
        line = capsys.readouterr().out
        assert line == "invert: the course's; in your practice copy yours takes its place.\n"
        assert learner.shell.user_ns["f"] is check.EXERCISES["invert"].course


def test_a_check_outside_of_a_notebook_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.iterdir())
    assert check.invert(lambda image: 1 - image).passed
    assert sorted(folder.iterdir()) == before and not records.recorded(folder)["passed"]


# Using it


def test_mine_falls_back_visibly(learner: Learner, capsys: pytest.CaptureFixture[str]) -> None:
    def fetched() -> tuple[object, str]:
        capsys.readouterr()
        assert learner.shell.run_cell("f = mine.invert", store_history=True).success
        return learner.shell.user_ns["f"], capsys.readouterr().out

    course = check.EXERCISES["invert"].course
    assert fetched() == (course, "invert: the course's; yours is not written yet.\n")
    learner.run(INVERT, "check.invert(invert)")
    function, line = fetched()
    assert line == "invert: yours, from my_cnn.py.\n"
    assert function(0.25) == 0.75 and function is not course
    learner.run(INVERT.replace("1 - image", "-image + 1"), "check.invert(invert)")
    assert "-image + 1" in learner.text and fetched()[0].__code__ != function.__code__
    path = learner.folder / "my_cnn.py"
    path.write_text("def invert(:", encoding="utf-8")
    function, line = fetched()
    assert function is course
    assert line.startswith("invert: the course's; my_cnn.py could not be imported (SyntaxError in")
    path.write_text("1 / 0", encoding="utf-8")
    assert "(ZeroDivisionError: division by zero)" in fetched()[1]
    path.unlink()
    assert fetched()[1] == (
        "my_cnn.py was not there; it was written anew from my_progress.json.\n"
        "invert: yours, from my_cnn.py.\n"
    )


def test_mine_knows_its_names() -> None:
    with pytest.raises(AttributeError, match="no exercise is called 'invret'; did you mean inv"):
        mine.invret  # noqa: B018
    assert not hasattr(mine, "_ipython_display_")
    assert "correlate2d" in dir(mine)


def test_a_listener_that_fails_leaves_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("no\nluck")

    hooks.listen("test", fail)
    try:
        assert check.invert(lambda image: 1 - image).passed
    finally:
        hooks.listen("test", None)
    assert capsys.readouterr().out.endswith("failed: RuntimeError: no luck\n")


# Pieces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("def f(x):\n    y = g(x)\n    return [z + k for z in y]", ["g", "k"]),
        ("@d\ndef f(x: T = c) -> R:\n    return x.a", ["R", "T", "c", "d"]),
        ("def f(x):\n    def g(y):\n        return x + y + z\n    return g", ["z"]),
        ("class A(B):\n    n = m\n    def f(self):\n        return A", ["A", "B", "m"]),
        ("f = lambda x: x + k", ["k"]),
        ("def f():\n    global count\n    count += 1", ["count"]),
    ],
)
def test_the_names_that_a_text_takes_from_outside(text: str, names: list[str]) -> None:
    assert free_names(text) == names


def test_renaming_keeps_to_the_name() -> None:
    text = "def f(x):\n    é = pad(x, pad=1)  # pad\n    return np.pad(é), 'pad', pad"
    assert renamed(text, {"pad": "pad_2"}) == (
        "def f(x):\n    é = pad_2(x, pad=1)  # pad\n    return np.pad(é), 'pad', pad_2"
    )
    for unsafe in ("def f(pad): return pad", "def f():\n    pad = 1", "def f():\n    import pad"):
        with pytest.raises(NotKept):
            renamed(unsafe, {"pad": "pad_2"})


def test_renaming_inside_of_an_f_string_is_done_or_refused() -> None:
    try:  # before Python 3.12 nobody knows where in the text the name stands
        assert renamed("def f():\n    return f'{pad} {x}'", {"pad": "pad_2"}) == (
            "def f():\n    return f'{pad_2} {x}'"
        )
    except NotKept as reason:
        assert "give it another name" in str(reason)


@pytest.mark.parametrize("value", [1, -2.5, "é", (1,), [1, (2, None)], {"a": {1}}, True])
def test_plain_values_are_written_out(value: object) -> None:
    assert eval(written_out(value)) == value


@pytest.mark.parametrize(
    "value", [float("nan"), object(), set(), range(3), {1: object()}, ["x"] * 50_000]
)
def test_other_values_are_not(value: object) -> None:
    assert written_out(value) is None


def test_the_record_is_readable(learner: Learner) -> None:
    learner.run(INVERT, "check.invert(invert)")
    stored = json.loads((learner.folder / "my_progress.json").read_text(encoding="utf-8"))
    assert stored["passed"] == {"invert": {"notebook": None}}
    assert cnnhelpers.__version__ and list(stored["answers"]) == ["invert"]

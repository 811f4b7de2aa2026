"""What CONTRIBUTING.md says is true: its explorer, the files it names, the names of tests."""

from __future__ import annotations

import inspect
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from complaining import fail_with
from explorer_tools import assert_nothing_leaves_the_card, assert_the_page_draws_what_python_draws

from cnnhelpers.explore import Goal

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# Tests of the project as a whole, which no folder or module has a name for.
WHOLE = {"architecture", "command_line", "contributing", "packaging", "style"}
# Modules of a few lines, and the file in which they are tested.
TESTED_ELSEWHERE = {
    "__main__": "test_command_line.py",
    "mine": "test_course_library.py",
    "recorded": "test_reference.py",
}
MADE_ON_THE_WAY = {"explore/thinning.py", "cnnhelpers/exercises/thinning/every_nth.py"}


def test_the_explorer_is_one() -> None:
    (source,) = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    names: dict = {}
    exec(compile(source, "CONTRIBUTING.md", "exec"), names)
    one = names["ThinningExplorer"]
    for method in (one.__init__, one.facts, one.draw):  # `make lint` asks for types
        hints = method.__annotations__
        assert {*inspect.signature(method).parameters} - {"self"} == {*hints} - {"return"}
        assert "return" in hints
    explorer = one(goals=[Goal("Keep three.", lambda seen: seen.kept == 3)])
    assert_the_page_draws_what_python_draws(explorer)
    assert_nothing_leaves_the_card(explorer)
    assert explorer.scene(n=4).sentence == "With n = 4, 3 of 9 values are kept."
    assert [n for n in range(1, 7) if explorer.reached(n=n)] == [3, 4]


def test_the_harness_names_its_modules_each_below_those_that_it_imports() -> None:
    folder = ROOT / "tests" / "browser" / "harness"
    text = (folder / "__init__.py").read_text("utf-8")
    named = re.findall(r"^\*   ``(\w+)``", text, re.MULTILINE)
    modules = {path.stem: path.read_text("utf-8") for path in folder.glob("[a-z]*.py")}
    assert sorted(named) == sorted(modules)
    for place, name in enumerate(named):
        imported = re.findall(r"from harness(?:\.| import )(\w+)", modules[name])
        assert {*imported} <= {*named[:place]}, name


def test_the_files_that_are_named_are_there() -> None:
    named = set(re.findall(r"`([\w./-]+/[\w-]+\.\w+)`", TEXT)) - MADE_ON_THE_WAY
    assert len(named) > 10
    fail_with(
        f"CONTRIBUTING.md names {name}, which is not there; name what took its place."
        for name in sorted(named)
        if not any((folder / name).exists() for folder in (ROOT, ROOT / "cnnhelpers"))
        and not re.search("NAME|/99_", name)
    )


def test_the_table_says_what_goes_into_each_folder_and_module() -> None:
    there = [
        each.name
        for each in (ROOT / "cnnhelpers").iterdir()
        if each.suffix in ("", ".py") and not each.name.startswith(".")
    ]
    if (ROOT / ".git").exists():  # knows which folders are the project's
        command = ["git", "ls-files", "-z"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        there += {name.partition("/")[0] for name in done.stdout.split("\0") if "/" in name}
    fail_with(without_a_row(there, TEXT))


def test_what_has_no_row_is_found() -> None:
    table = "| `cnnhelpers/check/`, `exercises/TOPIC/NAME.py` | the `judge.py` |\n| `.ci/` | all |"
    assert list(without_a_row(["check", "exercises", "__init__.py", ".ci"], table)) == []
    assert list(without_a_row(["judge.py"], table)) == [
        'CONTRIBUTING.md: "What goes where" has no row for judge.py; add one.'
    ]


def without_a_row(there: Iterable[str], text: str) -> Iterator[str]:
    """Yield the folders and modules that no row of the table begins with."""
    begins = " ".join(re.findall(r"^\| (`.*?) \|", text, re.MULTILINE))
    named = re.findall(r"`(?:cnnhelpers/)?([\w.]+)", begins)
    for name in sorted({*there} - {*named, "cnnhelpers", "__init__.py", "__pycache__"}):
        yield f'CONTRIBUTING.md: "What goes where" has no row for {name}; add one.'


def test_each_test_is_named_after_what_it_tests() -> None:
    tests = [path.stem for path in (ROOT / "tests").glob("test_*.py")]
    fail_with([*without_a_subject(tests, subjects()), *without_a_test(tests, subjects())])


def test_a_test_with_a_name_of_its_own_is_found() -> None:
    known = {"explore": "explore/", "explore_steps": "explore/steps.py", "mine": "mine.py"}
    tests = ["test_explore_steps", "test_explore_kit_goals", "test_style"]
    assert list(without_a_subject(tests, known)) == []
    assert list(without_a_subject(["test_steps"], known)) == [
        "tests/test_steps.py: it is named after no folder or module; call it after "
        "explore/steps.py, test_explore_steps.py."
    ]
    (unnamed,) = without_a_subject(["test_exploring"], known)
    assert "begin its name with the folder and module that it tests" in unnamed
    assert list(without_a_test(tests, {"mine": "mine.py", "explore": "explore/"})) == []
    assert list(without_a_test(tests, {"book": "book/"})) == [
        "cnnhelpers/book/ has no test of its name; begin one with tests/test_book."
    ]


def subjects() -> dict[str, str]:
    """Return what a test can be named after: `explore_steps` stands for `explore/steps.py`."""
    package = ROOT / "cnnhelpers"
    found = {name: f"{name}/" for name in ("benchmarks", "deploy", "notebooks")}
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        if path.name == "__init__.py":
            found["_".join(inside.parts[:-1])] = f"{inside.parent.as_posix()}/"
        else:
            found["_".join(inside.with_suffix("").parts)] = inside.as_posix()
    found.pop("")  # the package itself
    return found


def without_a_subject(tests: list[str], known: dict[str, str]) -> Iterator[str]:
    """Yield the tests whose names begin with no folder or module, with a better name."""
    for test in sorted(tests):
        name = test.removeprefix("test_")
        if name in WHOLE or any(name == each or name.startswith(f"{each}_") for each in known):
            continue
        meant = [each for each in known if each.endswith(f"_{name}")]
        yield f"tests/{test}.py: it is named after no folder or module; " + (
            f"call it after {known[meant[0]]}, test_{meant[0]}.py."
            if meant
            else "begin its name with the folder and module that it tests."
        )


def without_a_test(tests: list[str], known: dict[str, str]) -> Iterator[str]:
    """Yield the folders and modules at the top of the package that no test is named after."""
    for name, path in known.items():
        nested = "/" in path.rstrip("/")
        if nested or path.startswith(("benchmarks", "deploy", "notebooks")):
            continue
        if name not in TESTED_ELSEWHERE and not any(
            test == f"test_{name}" or test.startswith(f"test_{name}_") for test in tests
        ):
            yield f"cnnhelpers/{path} has no test of its name; begin one with tests/test_{name}."

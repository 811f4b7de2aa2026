"""`make test` says what ran and what did not; "All tests passed." is said only when all did."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import suite  # noqa: E402

LINT, PACKAGE, NOTEBOOKS, BROWSER = suite.parts("python", "2").values()


def outcome(part: suite.Part, passed: int = 5, **rest: object) -> suite.Outcome:
    return suite.Outcome(part, passed=passed, seconds=61.0, **rest)


EVERYTHING = [outcome(part) for part in (LINT, PACKAGE, NOTEBOOKS, BROWSER)]


def test_all_that_passed_is_said_in_one_sentence() -> None:
    assert suite.closing(EVERYTHING)[-1] == "All tests passed."
    assert "package    5 passed in 1 min 1 s" in suite.closing(EVERYTHING)


def test_a_failure_is_named() -> None:
    lines = suite.closing([outcome(LINT), outcome(PACKAGE, failed=2), outcome(NOTEBOOKS)])
    assert lines[-1] == "FAILED: package."
    assert "package    5 passed, 2 failed in 1 min 1 s" in lines


def test_a_missing_browser_fails_and_says_how_to_get_one() -> None:
    lines = suite.closing([*EVERYTHING[:3], outcome(BROWSER, 0, trouble="Install a Chromium.")])
    assert lines[-1] == "FAILED: browser."
    assert any("Install a Chromium." in line for line in lines)


def test_what_was_left_out_on_purpose_stands_in_the_last_line() -> None:
    left_out = outcome(BROWSER, 0, trouble="BROWSER=no", left_out=True)
    assert suite.closing([*EVERYTHING[:3], left_out])[-1] == (
        "Passed: lint, package and notebooks. Not all: browser was left out (BROWSER=no)."
    )


def test_what_was_skipped_is_named() -> None:
    skipped = Counter({"PyTorch is not installed": 12, "git is not installed": 1})
    lines = suite.closing([*EVERYTHING[:1], outcome(PACKAGE, skipped=skipped), *EVERYTHING[2:]])
    assert "skipped    12 tests of the package: PyTorch is not installed" in lines
    assert "skipped    1 test of the package: git is not installed" in lines
    assert lines[-1].endswith("Not all: 13 skipped, see above.")


def test_a_part_says_what_it_ran() -> None:
    left_out = outcome(LINT, 0, trouble="K=padding selects tests", left_out=True)
    some = [left_out, outcome(PACKAGE, 7), outcome(NOTEBOOKS, 1), outcome(BROWSER, 0)]
    assert suite.closing(some, "padding")[-1] == (
        "Passed, of what K=padding selects: 7 tests of the package and 1 cell of a notebook."
    )


def test_a_part_without_a_browser_says_so_too() -> None:
    left_out = outcome(BROWSER, 0, trouble="BROWSER=no", left_out=True)
    assert suite.closing([outcome(PACKAGE, 7), left_out], "padding")[-1] == (
        "Passed, of what K=padding selects: 7 tests of the package. "
        "Not all: browser was left out (BROWSER=no)."
    )


def test_a_word_that_selects_nothing_fails() -> None:
    some = [outcome(part, 0) for part in (PACKAGE, NOTEBOOKS, BROWSER)]
    assert suite.closing(some, "paddding")[-1] == "FAILED: K=paddding selects no test at all."


REPORT = """<testsuites><testsuite>
<testcase name="a"/>
<testcase name="b"><failure message="1 != 2">…</failure></testcase>
<testcase name="c"><error message="no fixture">…</error></testcase>
<testcase name="d"><skipped type="pytest.skip" message="no torch"/></testcase>
<testcase name="e"><skipped type="pytest.xfail" message="known"/></testcase>
</testsuite></testsuites>"""


def test_a_report_is_read(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    read = suite.read_report(PACKAGE, tmp_path / "report.xml")
    assert (read.passed, read.failed, read.skipped) == (2, 2, {"no torch": 1})


TIMES = """<testsuites><testsuite>
<testcase classname="tests.test_editions" name="a" time="70.5"/>
<testcase classname="tests.test_editions" name="b" time="10"/>
<testcase classname="notebooks.02_cross_correlation.ipynb" name="Cell 1" time="12"/>
<testcase classname="tests.test_style" name="c" time="9.9"/>
</testsuite></testsuites>"""


def test_the_files_that_took_longest_are_named(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(TIMES, encoding="utf-8")
    read = suite.read_report(PACKAGE, tmp_path / "report.xml")
    assert [line.split("  ")[-2:] for line in suite.dearest([outcome(LINT), read])] == [
        ["1 min 20 s", "tests/test_editions.py"],
        ["12 s", "notebooks/02_cross_correlation.ipynb"],
    ]
    assert len(suite.dearest([read], 1)) == 1


def test_pytest_that_stops_early_is_red(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(suite, "REPORTS", tmp_path)
    part = suite.Part("package", "", "test", "tests", pytest=["no/such/folder"])
    stopped = suite.run_pytest(part, sys.executable, "", ["-p", "no:cacheprovider"])
    assert stopped.red and "status 4" in stopped.trouble


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert suite.main(["pakage"]) == 2
    assert capsys.readouterr().err == (
        "pakage is no part; the parts are lint, package, notebooks, browser.\n"
    )


# The whole, with pytest and the browser's search replaced.


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Run main(); return its status, its last line, and the parts that were started."""
    started = []

    def start(part: suite.Part, *rest: object) -> suite.Outcome:
        started.append(part.name)
        return suite.Outcome(part, passed=3)

    monkeypatch.setattr(suite, "run_pytest", start)
    monkeypatch.setattr(suite, "run_commands", start)
    monkeypatch.setattr(suite, "REPORTS", tmp_path)
    monkeypatch.setattr(suite, "matches", lambda part, python, only: only != "shapes")
    for variable in ("K", "BROWSER", "ARGS", "WORKERS"):
        monkeypatch.delenv(variable, raising=False)

    def call(
        capsys: pytest.CaptureFixture[str], browser: str = "", **variables: str
    ) -> tuple[int, str, list[str]]:
        monkeypatch.setattr(suite.browser, "fetch", lambda: browser)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        status = suite.main([])
        return status, capsys.readouterr().out.splitlines()[-1], started

    return call


def test_everything_runs(ran, capsys) -> None:
    assert ran(capsys) == (0, "All tests passed.", ["lint", "package", "notebooks", "browser"])


def test_without_a_browser_the_others_run_and_the_whole_fails(ran, capsys) -> None:
    status, last, started = ran(capsys, browser="Install a Chromium.")
    assert (status, last) == (1, "FAILED: browser.")
    assert started == ["lint", "package", "notebooks"]


def test_browser_no_leaves_it_out(ran, capsys) -> None:
    status, last, started = ran(capsys, browser="Install a Chromium.", BROWSER="no")
    assert status == 0 and "browser was left out (BROWSER=no)" in last
    assert started == ["lint", "package", "notebooks"]


def test_another_meaning_of_the_variable_leaves_nothing_out(ran, capsys) -> None:
    assert ran(capsys, BROWSER="/usr/bin/firefox")[1] == "All tests passed."


def test_k_needs_no_browser_where_it_selects_nothing_in_one(ran, capsys) -> None:
    status, _, started = ran(capsys, browser="Install a Chromium.", K="shapes")
    assert status == 0 and started == ["package", "notebooks", "browser"]

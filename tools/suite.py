"""Run the parts of the test suite, and say at the end what ran, what did not, and why.

    python tools/suite.py                     everything, as `make test` does
    python tools/suite.py lint package        some parts: lint, package, notebooks, browser

Environment variables, which `make` hands on:

    K=padding       only what matches, as pytest's -k; style and types are then left out
    BROWSER=no      leave the tests in a browser out, on purpose
    WORKERS=2       so many tests at a time
    ARGS="-m long"  handed to pytest as it stands

Every part runs, whatever became of those before. The exit status is 0 when all that was asked for
ran and passed. "All tests passed." is said only when nothing was left out.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import browser

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "test-artifacts" / "reports"
NOTHING_COLLECTED = 5  # pytest's exit status
# Tests run side by side: threads of BLAS in each of them would wait for each other.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"


@dataclass
class Part:
    """One part of the suite: what it is called, and how it is run."""

    name: str
    doing: str  #: what is said before it starts
    one: str  #: what one of its tests is called
    many: str  #: what several are
    commands: list[list[str]] = field(default_factory=list)
    pytest: list[str] = field(default_factory=list)


@dataclass
class Outcome:
    """What became of one part."""

    part: Part
    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)  #: how many, by reason
    seconds: float = 0.0
    costs: dict[str, float] = field(default_factory=dict)  #: seconds of its tests, by file
    trouble: str = ""  #: why it is red although no test failed; or why it did not run
    left_out: bool = False

    @property
    def red(self) -> bool:
        return bool(self.failed or (self.trouble and not self.left_out))


def parts(python: str, workers: str) -> dict[str, Part]:
    """Return the parts of the suite by name, in the order in which they run."""
    parallel = ["-n", workers, "--dist"]
    every = [
        Part(
            "lint",
            "Checking style, the direction of imports, and types.",
            "check",
            "checks",
            commands=[
                [python, "-m", "ruff", "check", "--output-format", "concise", "."],
                [python, "-c", LINT_IMPORTS],
                [python, "-m", "mypy"],
            ],
        ),
        Part(
            "package",
            "Testing the package.",
            "test of the package",
            "tests of the package",
            pytest=[*parallel, "loadfile", "--mpl", "--ignore=tests/browser", "tests"],
        ),
        Part(
            "notebooks",
            "Running the notebooks, and comparing every output with the stored one.",
            "cell of a notebook",
            "cells of notebooks",
            pytest=[*parallel, "loadfile", "--nbval", "notebooks"],
        ),
        Part(
            "browser",
            "Testing the course in JupyterLab, in a browser without a window.",
            "test in a browser",
            "tests in a browser",
            pytest=[*parallel, "loadscope", "tests/browser"],
        ),
    ]
    return {part.name: part for part in every}


# --------------------------------------------------------------------------------- running


def run_commands(part: Part) -> Outcome:
    """Run the programs of a part side by side; each counts as one check."""
    outcome = Outcome(part)
    pipe, out = subprocess.PIPE, subprocess.STDOUT
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=out, text=True)
        for command in part.commands
    ]
    for process in started:
        print(process.communicate()[0], end="", flush=True)
        if process.returncode:
            outcome.failed += 1
        else:
            outcome.passed += 1
    return outcome


def run_pytest(part: Part, python: str, only: str, extra: list[str]) -> Outcome:
    """Run a part with pytest, and read its report."""
    report = REPORTS / f"{part.name}.xml"
    report.unlink(missing_ok=True)
    command = [python, "-m", "pytest", f"--junitxml={report}", *part.pytest, *extra]
    if only:
        command += ["-k", only]
    status = subprocess.run(command, cwd=ROOT, env=ONE_THREAD | os.environ).returncode
    outcome = read_report(part, report)
    if only and status == NOTHING_COLLECTED:
        return outcome
    if status and not outcome.failed:
        outcome.trouble = f"pytest stopped with status {status}; its message is above"
    return outcome


def read_report(part: Part, report: Path) -> Outcome:
    """Read what pytest's JUnit report says; nothing ran where there is none."""
    outcome = Outcome(part)
    if not report.exists():
        return outcome
    for case in ElementTree.parse(report).iter("testcase"):
        file = file_of(case)
        outcome.costs[file] = outcome.costs.get(file, 0) + float(case.get("time", 0))
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failed += 1
        elif skipped is not None and skipped.get("type") != "pytest.xfail":
            outcome.skipped[skipped.get("message", "no reason given")] += 1
        else:
            outcome.passed += 1
    return outcome


def file_of(case: ElementTree.Element) -> str:
    """Return the file in which a test of the report stands, a notebook or a module."""
    path, notebook, _ = case.get("classname", "").partition(".ipynb")
    return path.replace(".", "/") + (notebook or ".py")


def matches(part: Part, python: str, only: str) -> bool:
    """Whether K selects anything of a part; only looks."""
    command = [python, "-m", "pytest", "--collect-only", "-qq", "-p", "no:xdist", "-k", only]
    done = subprocess.run(
        [*command, part.pytest[-1]], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return done.returncode != NOTHING_COLLECTED


# --------------------------------------------------------------------------------- telling


def closing(outcomes: list[Outcome], only: str = "") -> list[str]:
    """Return the lines at the end of a run; the last one is the whole truth in a sentence."""
    lines = []
    for outcome in outcomes:
        name = f"{outcome.part.name:<10}"
        if outcome.left_out:
            lines.append(f"{name} left out: {outcome.trouble}")
            continue
        counts = [f"{outcome.passed} passed"]
        counts += [f"{outcome.failed} failed"] if outcome.failed else []
        skipped = sum(outcome.skipped.values())
        counts += [f"{skipped} skipped"] if skipped else []
        lines.append(f"{name} {', '.join(counts)} in {minutes(outcome.seconds)}")
        if outcome.trouble:
            lines.append(f"{'':<10} {outcome.trouble}")
    for outcome in outcomes:
        for reason, count in sorted(outcome.skipped.items()):
            lines.append(f"skipped    {counted(count, outcome.part)}: {reason}")
    return [*lines, verdict(outcomes, only)]


def dearest(outcomes: list[Outcome], count: int = 10) -> list[str]:
    """Return the files whose tests took longest, with the seconds of each, fixtures included."""
    costs = sorted(
        ((seconds, file) for outcome in outcomes for file, seconds in outcome.costs.items()),
        reverse=True,
    )
    return [f"{minutes(seconds):>12}  {file}" for seconds, file in costs[:count] if seconds >= 10]


def verdict(outcomes: list[Outcome], only: str) -> str:
    """Return the last line: whether all that was asked for passed, and what is not known."""
    red = [outcome.part.name for outcome in outcomes if outcome.red]
    if red:
        return f"FAILED: {', '.join(red)}."
    left_out = [outcome for outcome in outcomes if outcome.left_out]
    ran = [outcome for outcome in outcomes if not outcome.left_out]
    skipped = sum(sum(outcome.skipped.values()) for outcome in outcomes)
    beside = [
        f"{one.part.name} was left out ({one.trouble})"
        for one in left_out
        if not (only and one.part.name == "lint")
    ]
    beside += [f"{skipped} skipped, see above"] if skipped else []
    rest = f" Not all: {'; '.join(beside)}." if beside else ""
    if only:
        counts = [counted(each.passed, each.part) for each in ran if each.passed]
        if not counts:
            return f"FAILED: K={only} selects no test at all."
        return f"Passed, of what K={only} selects: {listed(counts)}.{rest}"
    if beside:
        return f"Passed: {listed([one.part.name for one in ran])}.{rest}"
    if len(ran) == len(parts("", "")):
        return "All tests passed."
    return f"Passed: {listed([one.part.name for one in ran])}."


def counted(number: int, part: Part) -> str:
    return f"{number} {part.one if number == 1 else part.many}"


def listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1] if words else "nothing"]))


def minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


# --------------------------------------------------------------------------------- the whole


def main(names: list[str]) -> int:
    """Run the named parts, or all; return the exit status."""
    python = sys.executable
    only = os.environ.get("K", "")
    # Elsewhere the same variable names a browser, so anything but "no" means nothing here.
    wanted = os.environ.get("BROWSER") != "no"
    extra = shlex.split(os.environ.get("ARGS", ""))
    every = parts(python, os.environ.get("WORKERS", "") or "2")
    unknown = [name for name in names if name not in every]
    if unknown:
        print(f"{unknown[0]} is no part; the parts are {', '.join(every)}.", file=sys.stderr)
        return 2
    chosen = [every[name] for name in names or every]
    REPORTS.mkdir(parents=True, exist_ok=True)

    # Before anything that takes minutes: a browser may have to be fetched, or be impossible to get.
    no_browser = ""
    if every["browser"] in chosen and wanted:
        if not only or matches(every["browser"], python, only):
            no_browser = browser.fetch()

    outcomes = []
    for part in chosen:
        started = time.monotonic()
        if part.name == "lint" and only:
            outcome = Outcome(part, trouble=f"K={only} selects tests", left_out=True)
        elif part.name == "browser" and not wanted:
            outcome = Outcome(part, trouble="BROWSER=no", left_out=True)
        elif part.name == "browser" and no_browser:
            outcome = Outcome(part, trouble=no_browser)
        else:
            print(f"\n{part.doing}", flush=True)
            if part.commands:
                outcome = run_commands(part)
            else:
                outcome = run_pytest(part, python, only, extra)
        outcome.seconds = time.monotonic() - started
        outcomes.append(outcome)
    costs = dearest(outcomes)
    if costs:
        print("\nThe tests of these files took longest:\n" + "\n".join(costs))
    lines = closing(outcomes, only)
    print("\n" + "\n".join(lines))
    return int(lines[-1].startswith("FAILED"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""No file of the project names the machine it was written on, or where its packages came from."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Put together from pieces, so that this file keeps its own rule.
_BEGINS = r"(?<![\w.~])"
FORBIDDEN = {
    "a path of one machine": [
        _BEGINS + "/" + "work" + "/",
        _BEGINS + "/" + "root" + r"(?:/|\b)",
        _BEGINS + "/" + "home" + r"/\w",
        _BEGINS + "/" + "Users" + r"/\w",
        _BEGINS + "/" + "tmp" + r"/\w",
        r"[A-Z]:\\+" + "Users",
    ],
    "an address of a package registry": [
        "py" + r"pi\.org",
        "pythonhosted" + r"\.org",
        "npm" + r"js\.(?:org|com)",
        "conda" + r"\.anaconda\.org",
        "repo" + r"\.anaconda\.com",
        "crates" + r"\.io",
        "proxy" + r"\.golang\.org",
    ],
}


def tracked_files() -> list[Path]:
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        pytest.skip("this copy of the project is not under git")
    return [ROOT / name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


def complaints(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        for what, patterns in FORBIDDEN.items():
            for pattern in patterns:
                if match := re.search(pattern, line):
                    yield f"line {number} has {what}: {match[0]!r}"


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data:  # a text
            for complaint in complaints(data.decode()):
                found.append(f"{path.relative_to(ROOT)}: {complaint}")
    assert not found, "\n".join(found)


def test_texts_end_their_lines_as_on_unix() -> None:
    found = []
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data and (b"\r\n" in data or data and not data.endswith(b"\n")):
            found.append(str(path.relative_to(ROOT)))
    assert not found, found


@pytest.mark.parametrize(
    "pieces",
    [
        ("see /", "work/main"),
        ("'/", "root'"),
        ("file:///", "home/ada"),
        ("at /", "Users/ada"),
        ("C:\\", "Users\\ada"),
        ("in /", "tmp/x"),
        ("https://py", "pi.org/simple"),
        ("files.pythonhosted", ".org"),
        ("https://registry.npm", "js.org"),
    ],
)
def test_a_trace_is_found(pieces: tuple[str, str]) -> None:
    assert list(complaints("fine\n" + "".join(pieces)))


@pytest.mark.parametrize(
    "text", ["a network/", "https://x.org/work/1", "tests/tmp_path", "~/work/course", "../root"]
)
def test_what_looks_like_a_trace_is_left_alone(text: str) -> None:
    assert not list(complaints(text))

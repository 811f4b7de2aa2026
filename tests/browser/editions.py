"""The notebooks that the browser opens: the complete edition and the learner's copies."""

from __future__ import annotations

import hashlib
from pathlib import Path

from harness.lab import Lab
from shorter import shorten_file

REPOSITORY = Path(__file__).resolve().parents[2]
ARTIFACTS = REPOSITORY / "test-artifacts" / "browser"
NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def complete(lab: Lab, source: Path) -> Path:
    """Copy the notebook as it is committed, but for long training."""
    return shorten_file(lab.copy(source, "notebooks"))


def practice(lab: Lab, source: Path) -> Path:
    """Make the learner's copy, as `python -m cnnhelpers practice` does."""
    from cnnhelpers.course.editions import make_practice

    folder = lab.folder / "practice"
    if not folder.exists():
        make_practice(NOTEBOOKS, folder)
    return shorten_file(folder / source.name)


def artifacts(*parts: str) -> Path:
    """The folder in test-artifacts that takes the screenshots of one thing."""
    return ARTIFACTS.joinpath(*parts)

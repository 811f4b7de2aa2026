"""The notebooks that the browser opens: the complete edition and what is made from it."""

from __future__ import annotations

from pathlib import Path

from harness import REPOSITORY

NOTEBOOKS = sorted((REPOSITORY / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def name(path: Path) -> str:
    return path.stem

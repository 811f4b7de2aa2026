"""Python and the packages that the course uses: are they there, and new enough?"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cnnhelpers.course.doctor.finding import Finding
from cnnhelpers.course.doctor.mending import checkout, in_conda, install, is_same, quoted
from cnnhelpers.course.doctor.versions import dotted, numbers, version_of

PYTHON_MINIMUM = (3, 11)
PYTHON_TESTED = (3, 13)
TORCH_SECONDS = 120  # how long importing torch may take; the first time on a slow disk is long


@dataclass(frozen=True)
class Package:
    """A module, its package's name and oldest version, and what is so without it.

    Where it is `needed`, not even notebook 00 runs without it.
    """

    module: str
    name: str
    minimum: str
    without: str
    needed: bool = False


# The minimum versions are those of pyproject.toml; a test compares them.
PACKAGES = (
    Package("numpy", "numpy", "1.26", "nothing of the course runs", needed=True),
    Package("matplotlib", "matplotlib", "3.9", "curves and images are not drawn", needed=True),
    Package("PIL", "pillow", "10.3", "images can neither be loaded nor drawn", needed=True),
    Package("ipywidgets", "ipywidgets", "8.1.2", "explorers show a still picture, without sliders"),
    Package("anywidget", "anywidget", "0.9.13", "explorers show a still picture, without sliders"),
    Package("tqdm", "tqdm", "4.66", "training shows no progress bar"),
    Package("threadpoolctl", "threadpoolctl", "3.5", "no network can be trained"),
    Package("filelock", "filelock", "3.12", "no notebook can be set up", needed=True),
    Package("jupyterlab", "jupyterlab", "4.2", "notebooks need another program to be opened in"),
    Package("ipykernel", "ipykernel", "6.29", "no notebook can run", needed=True),
    Package("nbformat", "nbformat", "5.10", "`python -m cnnhelpers notebooks` does not work"),
    Package("nbclient", "nbclient", "0.10", "`python -m cnnhelpers notebooks` does not work"),
    Package("nbconvert", "nbconvert", "7.16", "`python -m cnnhelpers notes` does not work"),
)
TORCH = Package("torch", "torch", "2.5", "checks compare with recorded values instead, and say so")


def examine_python(version: tuple[int, ...] | None = None) -> Finding:
    """Judge the version of Python, `sys.version_info` unless given."""
    version = tuple(sys.version_info[:3]) if version is None else version
    text = ".".join(str(part) for part in version)
    if version[:2] < PYTHON_MINIMUM:
        return Finding(
            "broken",
            "Python",
            f"Python {text} is too old: the course needs {dotted(PYTHON_MINIMUM)} or newer.",
            "Install a newer Python, then run `make lab`; `make lab PYTHON=python3.12` names one.",
        )
    if version[:2] > PYTHON_TESTED:
        return Finding(
            "note",
            "Python",
            f"Python {text} is newer than {dotted(PYTHON_TESTED)}, the newest that the course is "
            "tested with. It may well work.",
        )
    return Finding("ok", "Python", f"Python {text}")


def examine_packages(pinned: dict[str, str]) -> list[Finding]:
    """Judge all packages; torch beside the others, for it takes as long as all of them."""
    if not is_there("torch"):
        return [*(examine_package(package, pinned) for package in PACKAGES), _absent(TORCH)]
    with ThreadPoolExecutor(1) as beside:
        torch = beside.submit(examine_torch, pinned)
        return [*(examine_package(package, pinned) for package in PACKAGES), torch.result()]


def examine_package(package: Package, pinned: dict[str, str]) -> Finding:
    """Import a package and judge its version, with `pinned` from `pinned_versions`."""
    if not is_there(package.module):
        return _absent(package)
    try:
        module = importlib.import_module(package.module)
    except ModuleNotFoundError as error:
        return _lacks(package, error)
    except Exception as error:  # a package may fail in any way while it is imported
        return _fails(package, f"{type(error).__name__}: {error}")
    return _judge_version(package, version_of(package.name, module), pinned)


def examine_torch(pinned: dict[str, str]) -> Finding:
    """Import torch in a process of its own: it is large, and may crash rather than raise."""
    import subprocess

    if not is_there("torch"):
        return _absent(TORCH)
    command = [sys.executable, "-c", "import torch; print(torch.__version__)"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TORCH_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return _fails(TORCH, str(error))
    if done.returncode != 0:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        return _fails(TORCH, lines[-1] if lines else f"it ended with status {done.returncode}")
    version = done.stdout.decode(errors="replace").split()
    return _judge_version(TORCH, version[-1] if version else None, pinned)


def is_there(module: str) -> bool:
    """Return whether a module could be imported, as far as one can tell without doing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def _absent(package: Package) -> Finding:
    level = "broken" if package.needed else "missing"
    sentence = f"{package.name} is not installed: {package.without}."
    return Finding(level, package.name, sentence, mend_for(package))


def _lacks(package: Package, error: ModuleNotFoundError) -> Finding:
    """Return the finding for a package that is there, but something that it imports is not."""
    needed = (error.name or "").split(".")[0]
    if needed in ("", package.module):
        return _fails(package, f"{type(error).__name__}: {error}")
    sentence = f"{package.name} is there, but needs {needed}, which is not: {package.without}."
    for other in PACKAGES:
        if other.module == needed:  # reported in a line of its own
            return Finding("broken" if package.needed else "note", package.name, sentence)
    level = "broken" if package.needed else "problem"
    return Finding(level, package.name, sentence, install(needed))


def _fails(package: Package, reason: str) -> Finding:
    level = "broken" if package.needed else "problem"
    sentence = f"{package.name} is installed but cannot be imported ({reason}): {package.without}."
    again = mend_for(package) if package is TORCH else install(package.name, "--force-reinstall")
    return Finding(level, package.name, sentence, again)


def _judge_version(package: Package, version: str | None, pinned: dict[str, str]) -> Finding:
    if version is None or not numbers(version):
        return Finding("ok", package.name, f"{package.name} (its version is unknown)")
    if numbers(version) < numbers(package.minimum):
        return Finding(
            "problem",
            package.name,
            f"{package.name} {version} is older than {package.minimum}, the oldest that the course "
            "is meant for; some things may fail.",
            mend_for(package),
        )
    stored = pinned.get(package.name)
    if stored and stored != version.split("+")[0]:
        return Finding(
            "note",
            package.name,
            f"{package.name} {version}: harmless, but the stored outputs were made with {stored}, "
            "and yours may look a little different.",
        )
    return Finding("ok", package.name, f"{package.name} {version}")


def mend_for(package: Package) -> str:
    """Return the command that installs a package."""
    if package is TORCH and not in_conda():
        root = checkout()
        if root and os.name != "nt" and is_same(root / ".venv", Path(sys.prefix)):
            return "make lab TORCH=yes"
        if sys.platform == "linux":
            return (
                f"uv pip install --python {quoted(sys.executable)} --torch-backend=cpu torch   "
                "(pip would bring some 3 GB of CUDA libraries)"
            )
    return install(f"{package.name}>={package.minimum}")

"""Where this Python stands, and the commands that would mend it."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path


def checkout() -> Path | None:
    """Return the folder of the course, where the package is used from there and not installed
    apart.
    """
    folder = Path(__file__).resolve().parents[3]
    return folder if (folder / "pyproject.toml").is_file() else None


def in_conda() -> bool:
    """Return whether this Python belongs to an environment of conda."""
    return Path(sys.prefix, "conda-meta").is_dir()


def in_kernel() -> bool:
    """Return whether this is a notebook, and not a terminal."""
    ipython = sys.modules.get("IPython")  # loaded, if this is a notebook; not worth loading else
    return ipython is not None and ipython.get_ipython() is not None


def is_same(one: Path, other: Path) -> bool:
    """Return whether two paths lead to the same place."""
    return os.path.realpath(one) == os.path.realpath(other)


def python_of(environment: Path) -> Path:
    """Return the Python of an environment."""
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return environment.joinpath(*inside)


def quoted(text: object) -> str:
    """Return a path or requirement as one would type it; Windows' shells know double quotes only.
    """
    if os.name != "nt":
        return shlex.quote(str(text))
    return f'"{text}"' if re.search(r"[\s<>&|]", str(text)) else str(text)


def install(requirement: str, *options: str) -> str:
    """Return the command that installs a requirement into this environment."""
    if in_conda():
        names = {"matplotlib": "matplotlib-base", "torch": "pytorch-cpu"}
        name = re.split(r"[^\w-]", requirement, maxsplit=1)[0]
        rest = requirement.removeprefix(name)
        command = ["conda", "install", "-c", "conda-forge", names.get(name, name) + rest]
        return " ".join(quoted(part) for part in command)
    command = [sys.executable, "-m", "pip", "install", *options, requirement]
    return " ".join(quoted(part) for part in command)


def again() -> str:
    """Return the command that installs the course's package once more, with the files beside it."""
    folder = checkout()
    source = ["-e", str(folder)] if folder else ["cnnhelpers"]
    command = [sys.executable, "-m", "pip", "install", "--force-reinstall", "--no-deps", *source]
    return " ".join(quoted(part) for part in command)


def all_at_once() -> str:
    """Return the command that installs everything the course uses."""
    folder = checkout()
    if folder and not in_conda():
        if os.name != "nt":
            return f"make -C {quoted(folder)} lab"
        command = f"{quoted(sys.executable)} -m pip install -c {quoted(folder / 'constraints.txt')}"
        return f'{command} -e "{folder}[torch,lab]"'
    if folder:
        return f"conda env update -f {quoted(folder / 'environment.yml')}"
    return f'{quoted(sys.executable)} -m pip install "cnnhelpers[lab]"'

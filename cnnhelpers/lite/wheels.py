"""Wheels for Python in a browser, made from what is installed here, so that no network is needed.

The course's own wheel leaves out what only those need who write the course, and what the notebooks
have stored. The others are packages in plain Python that Pyodide does not bring along.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

import cnnhelpers
from cnnhelpers.course.cells import is_code
from cnnhelpers.course.notebooks import course_notebooks, notebooks_folder, read, written

# Pyodide brings these; which version of them fits it, it knows best.
FROM_PYODIDE = ("numpy", "matplotlib", "pillow", "threadpoolctl")
PACKED = ("ipywidgets", "anywidget", "tqdm", "comm", "jupyterlab_widgets", "psygnal",
          "typing_extensions")  # fmt: skip
# Folders of the package for those who build sites or mark for a class.
LEFT_OUT = ("lite", "book", "course/marking")
_COMPILED = (".so", ".pyd", ".dylib")


def course_wheel(folder: Path) -> Path:
    """Write the wheel of the course's package into a folder, and return its path."""
    package = Path(cnnhelpers.__file__).resolve().parent
    left_out = tuple(f"{name}/" for name in (*LEFT_OUT, "_notebooks"))
    files = {
        f"cnnhelpers/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in sorted(package.rglob("*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and not path.relative_to(package).as_posix().startswith(left_out)
    }
    for path in course_notebooks():
        notebook = read(path)
        for cell in notebook["cells"]:
            if is_code(cell):
                cell["outputs"] = []
        files[f"cnnhelpers/_notebooks/{path.name}"] = written(notebook).encode()
    glossary = notebooks_folder() / "glossary.md"
    files["cnnhelpers/_notebooks/glossary.md"] = glossary.read_bytes()
    needed = [*FROM_PYODIDE, "ipywidgets", "anywidget", "tqdm"]
    return _written(folder, "cnnhelpers", cnnhelpers.__version__, files, needed)


def packed(name: str, folder: Path) -> Path:
    """Write an installed package as a wheel in plain Python, and return its path.

    What is compiled for this machine is left out: such packages run without it. So is what a
    package puts elsewhere, such as extensions of JupyterLab, which the site has by itself.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise ModuleNotFoundError(f"{name} is not installed", name=name) from None
    files = {
        file.as_posix(): Path(str(found.locate_file(file))).read_bytes()
        for file in sorted(found.files or ())
        if _belongs(file)
    }
    needed = [
        line for line in found.requires or () if ";" not in line and not line.startswith("ipython")
    ]
    return _written(folder, name.replace("-", "_"), found.version, files, needed)


def _belongs(file: PurePosixPath) -> bool:
    elsewhere = ".." in file.parts or "__pycache__" in file.parts
    return not elsewhere and ".dist-info" not in file.parts[0] and file.suffix not in _COMPILED


def _written(
    folder: Path, name: str, version: str, files: Mapping[str, bytes], needed: list[str]
) -> Path:
    """Write a wheel; the same files give the same bytes."""
    info = f"{name}-{version}.dist-info"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {each}" for each in needed]
    whole = {
        **files,
        f"{info}/METADATA": "\n".join([*lines, ""]).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: cnnhelpers\nRoot-Is-Purelib: true\n"
        b"Tag: py3-none-any\n",
    }
    record = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in whole.items()]
    whole[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""]).encode()
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in whole.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return wheel


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def needed_of(lock: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the course needs of a Pyodide: its lock file with fewer packages.

    Raises:
        LookupError: a package is missing.
    """
    keys = {name.replace("_", "-"): name for name in lock["packages"]}
    ahead = [*FROM_PYODIDE, "micropip", "ipython", "jedi", "sqlite3", "ssl"]
    found: dict[str, Any] = {}
    while ahead:
        name = ahead.pop().replace("_", "-")
        if name not in keys:
            raise LookupError(f"this Pyodide has no {name}")
        if keys[name] not in found:
            found[keys[name]] = lock["packages"][keys[name]]
            ahead += found[keys[name]]["depends"]
    return {**lock, "packages": dict(sorted(found.items()))}

"""Builds JupyterLite with the course in it into a folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cnnhelpers
from cnnhelpers.folders import check_ours, make_anew, move_into
from cnnhelpers.lite.contents import write_contents
from cnnhelpers.lite.wheels import PACKED, course_wheel, needed_of, packed

PYODIDE = "https://cdn.jsdelivr.net/pyodide/v0.27.7/full/pyodide.js"
LOCK = "pyodide-lock.json"
RUNTIME = ("pyodide.js", "pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
START = "lab/index.html?path=00_start_here.ipynb"
KERNEL = "@jupyterlite/pyodide-kernel-extension"
EXTENSIONS = (KERNEL, "@jupyter-widgets/jupyterlab-manager", "anywidget")
SETTINGS = Path(cnnhelpers.__file__).resolve().parents[1] / "jupyter" / "lab-settings.json"


def build(site: Path, work: Path, names: Iterable[str] = (), pyodide: str = PYODIDE) -> None:
    """Build the site into the folder `site`, by way of the folder `work`; both are made anew.

    The site from before stays until the new one is whole.

    Args:
        names: notebooks such as "03"; all of them by default.
        pyodide: the address of a ``pyodide.js``, or a folder with an unpacked Pyodide, of which
            what is needed is copied into the site.

    Raises:
        ModuleNotFoundError: JupyterLite is not installed.
        FileNotFoundError, ValueError: there is no Pyodide in the folder, or not a whole one; or
            one of the folders to be made holds what was not built here.
        RuntimeError: JupyterLite could not build it.
    """
    import jupyterlite_core  # noqa: F401  said at once, and not by the process below
    import jupyterlite_pyodide_kernel  # noqa: F401

    site, work = site.resolve(), work.resolve()
    remote = pyodide.startswith(("http://", "https://"))
    lock = {} if remote else _checked(Path(pyodide))
    check_ours(site, work)
    make_anew(work)
    made = work / "site"
    write_contents(work / "contents", names)
    course_wheel(work / "pypi")
    for name in PACKED:
        packed(name, work / "pypi")
    (work / "jupyter-lite.json").write_text(json.dumps(_settings(pyodide if remote else "")))
    (work / "jupyter_lite_config.json").write_text(json.dumps(_config(made, work)))
    _jupyterlite(work)
    if not remote:
        target = made / "static" / "pyodide"
        target.mkdir(parents=True)
        for name in (*RUNTIME, *_files(lock)):
            shutil.copy(Path(pyodide) / name, target / name)
        (target / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    (made / "index.html").write_text(_front_page(), encoding="utf-8")
    move_into(site, made)


def _settings(pyodide: str) -> dict[str, Any]:
    """Return what the page reads when it is opened."""
    kernel = {"pyodideUrl": pyodide or "./static/pyodide/pyodide.js", "disablePyPIFallback": True}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "CNNs from Scratch",
            "litePluginSettings": {f"{KERNEL}:kernel": kernel},
            # Of its own: several sites may come from one address.
            **{
                f"{what}StorageName": f"CNNs from Scratch, {what}"
                for what in ("contents", "settings", "workspaces")
            },
        },
    }


def _config(site: Path, work: Path) -> dict[str, Any]:
    """Return what `jupyter lite build` is told."""
    extensions = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    overrides = work / "overrides.json"
    shutil.copy(SETTINGS, overrides)
    return {
        "LiteBuildConfig": {
            "lite_dir": str(work),
            "output_dir": str(site),
            "cache_dir": str(work / "cache"),
            "contents": [str(work / "contents")],
            "apps": ["lab"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "ignore_sys_prefix": ["federated_extensions"],
            "federated_extensions": [str(extensions / name) for name in EXTENSIONS],
            "settings_overrides": [str(overrides)],
        }
    }


def _jupyterlite(work: Path) -> None:
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True)
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()
        raise RuntimeError("JupyterLite could not build the site:\n" + "\n".join(said[-15:]))


def _checked(folder: Path) -> dict[str, Any]:
    """Return the lock file of the Pyodide in a folder, with what is needed and nothing else.

    Each file is looked at, and is what the lock file says.
    """
    missing = [name for name in (*RUNTIME, LOCK) if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(
            f"PYODIDE={folder}: there is no {missing[0]}. Unpack pyodide-0.27.7.tar.bz2, and name "
            "the folder that holds pyodide.js."
        )
    try:
        lock = needed_of(json.loads((folder / LOCK).read_text("utf-8")))
    except (LookupError, ValueError) as error:
        raise ValueError(f"PYODIDE={folder}: {LOCK} cannot be used: {error}.") from None
    for name, digest in _files(lock).items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ValueError(
                f"PYODIDE={folder}: {name} is missing, or is not what {LOCK} says. Unpack the "
                "archive again; the one called pyodide-core lacks the packages."
            )
    return lock


def _files(lock: dict[str, Any]) -> dict[str, str]:
    """Return the files of the packages, with their sha256."""
    return {entry["file_name"]: entry["sha256"] for entry in lock["packages"].values()}


def _front_page() -> str:
    """Return a page that leads to the first notebook; JupyterLite looks for its script in it."""
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        "<title>CNNs from Scratch</title>\n"
        '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}'
        f'</script>\n<meta http-equiv="refresh" content="0; url={START}">\n'
        f'<p><a href="{START}">CNNs from Scratch, in the browser</a></p>\n</html>\n'
    )

"""Run the complete notebooks and write them so that a second run changes no byte.

`make notebooks` (`python -m cnnhelpers notebooks`) executes each notebook in a fresh kernel, then
tidies what would only make noise in a diff: widget views and widget state (a clone has no kernel
to bring them alive), timings, versions, texts hidden in pictures, execution counts out of order.
Where a new picture looks like the stored one, the stored one stays.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import hashlib
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cnnhelpers.course.cells import is_code
from cnnhelpers.course.notebooks import COMPLETE, WIDGET_VIEW, course_notebooks, read, written
from cnnhelpers.course.pictures import (
    decoded,
    difference,
    encoded,
    pictures_in,
    with_pictures,
    without_noise,
)
from cnnhelpers.files import write_whole

CELL_TIMEOUT = 300  # seconds: a busy machine with few cores trains slowly

# What a kernel's results may depend on without the notebook saying so. Several threads add up their
# sums in another order each time, and sets of strings are printed in the order of their hashes.
KERNEL_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}

# As JupyterLab writes them when it opens a notebook, so that opening it is no change.
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
_CELL_METADATA = ("tags", "numbers", "jupyter", "live")
_PROGRESS = re.compile(r"\d+%\||\bit/s\b|\bs/it\b|\?it\b")


class NotComplete(ValueError):
    """A notebook is no complete one; the message says what to name instead."""


def normalise(notebook: dict[str, Any], old: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a tidy copy of an executed notebook; pictures that look as in `old` stay as there."""
    notebook = copy.deepcopy(notebook)
    before = {cell.get("id"): cell for cell in (old or {}).get("cells", [])}
    taken: set[str] = set()
    count = 0
    cells = []
    for cell in notebook["cells"]:
        metadata = cell.get("metadata", {})
        cell["id"] = _identifier(cell, taken)
        cell["metadata"] = {key: metadata[key] for key in _CELL_METADATA if metadata.get(key)}
        cell["source"] = cell["source"].replace("\r\n", "\n").rstrip("\n")
        if is_code(cell):
            cell["outputs"] = tidy_outputs(cell.get("outputs", []))
            if "nbval-ignore-output" in metadata.get("tags", ()):
                # Numbers are measured on the reader's machine, others each time. A picture of them
                # shows what there is to see, on a page that nobody has run.
                cell["outputs"] = [one for one in cell["outputs"] if _is_picture(one)]
            if cell.get("execution_count") is not None:
                count += 1
                cell["execution_count"] = count
            for output in cell["outputs"]:
                if output["output_type"] == "execute_result":
                    output["execution_count"] = cell.get("execution_count")
            _keep_pictures(cell, before.get(cell["id"], {}))
        cells.append(cell)
    return {
        "cells": cells,
        "metadata": {
            "cnnhelpers": dict(COMPLETE),
            "kernelspec": dict(KERNEL),
            "language_info": _language(old or notebook),
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def tidy_outputs(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a cell's outputs without what cannot be kept: widget views, progress bars, paths."""
    tidy: list[dict[str, Any]] = []
    for output in copy.deepcopy(outputs):
        kind = output["output_type"]
        if kind == "stream":
            output["text"] = _without_returns(output["text"])
            if output["name"] == "stderr":
                output["text"] = _without_progress(output["text"])
            if not output["text"]:
                continue
            if tidy and tidy[-1]["output_type"] == "stream" and tidy[-1]["name"] == output["name"]:
                tidy[-1]["text"] += output["text"]
                continue
        elif kind == "error":
            # A traceback holds paths, line numbers of other packages, and colours.
            output["traceback"] = [f"{output['ename']}: {output['evalue']}"]
        else:
            data = {key: value for key, value in output["data"].items() if key != WIDGET_VIEW}
            data = with_pictures(data, lambda _, each: encoded(without_noise(decoded(each))))
            if not data:
                continue
            metadata = output.get("metadata", {})
            output = {
                **{key: value for key, value in output.items() if key != "transient"},
                "data": data,
                "metadata": {key: metadata[key] for key in metadata if key in data},
            }
        tidy.append(output)
    return tidy


def execute(notebook: dict[str, Any], folder: Path, timeout: int = CELL_TIMEOUT) -> dict[str, Any]:
    """Run a notebook from its first cell in a new kernel of this Python; returns an executed copy.

    Raises nbclient's CellExecutionError for a cell that raises without the tag `raises-exception`.
    """
    from subprocess import DEVNULL

    import nbformat
    from nbclient import NotebookClient

    plain = copy.deepcopy(notebook)
    for cell in plain["cells"]:
        if is_code(cell):
            cell["outputs"], cell["execution_count"] = [], None
    node = nbformat.from_dict(plain)
    with kernel_environment() as environment:
        client = NotebookClient(
            node,
            timeout=timeout,
            kernel_manager_class=_kernel_manager_class(),
            resources={"metadata": {"path": str(folder)}},
            store_widget_state=False,
            record_timing=False,
        )
        # What the kernel writes into its own log is no output of a cell.
        client.execute(env=environment, stderr=DEVNULL)
    return _plain(node)


@contextlib.contextmanager
def kernel_environment() -> Iterator[dict[str, str]]:
    """Return the environment variables of a kernel whose outputs are compared.

    Settings and history of the user's own IPython take no part: an empty folder stands for them.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield {**os.environ, **KERNEL_ENVIRONMENT, "IPYTHONDIR": folder}


def renew(path: Path, *, run: bool = True) -> str:
    """Return the text that the notebook file should hold: executed (unless `run` is False) and
    tidy.

    Raises NotComplete for a copy of the course's, which would lose what its reader has in it.
    """
    old = read(path)
    if old["metadata"].get("cnnhelpers", COMPLETE) != COMPLETE:
        raise NotComplete(
            f"{path.name} is a copy for a reader, and is left as it is; name a complete notebook, "
            "such as 02, or a file in notebooks/."
        )
    for cell, identifier in zip(old["cells"], _identifiers(old), strict=True):
        cell["id"] = identifier
    notebook = execute(old, path.parent) if run else old
    return written(normalise(notebook, old))


def main(argv: list[str] | None = None) -> int:
    """`python -m cnnhelpers notebooks [--check] [--no-run] [NOTEBOOK ...]`; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnnhelpers notebooks",
        description="Run the complete notebooks and tidy them: a second run changes nothing.",
    )
    parser.add_argument("notebooks", nargs="*", help="such as 02, or a file; all when left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if it would")
    parser.add_argument("--no-run", action="store_true", help="tidy only, run nothing")
    options = parser.parse_args(argv)
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    try:
        files = [Path(name) for name in options.notebooks if Path(name).is_file()]
        names = [name for name in options.notebooks if not Path(name).is_file()]
        paths = files + (course_notebooks(names) if names or not files else [])
    except (FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    status = 0
    for path in paths:
        before = path.read_bytes()
        try:
            text = renew(path, run=not options.no_run)
        except NotComplete as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            message = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
            print(f"{path.name}: a cell failed; the file was left as it is.", file=sys.stderr)
            print(message, file=sys.stderr)
            status = 1
            continue
        if path.read_bytes() != before:  # running it takes minutes
            print(f"{path.name}: it was saved meanwhile and is left as it is; run this again.")
            status = 1
        elif text.encode() == before:
            print(f"{path.name}: nothing to change.")
        elif options.check:
            print(f"{path.name}: differs from what running it gives; run `make notebooks`.")
            status = 1
        else:
            write_whole(path, text)
            print(f"{path.name}: written anew.")
    return status


def _kernel_manager_class() -> type:
    from ipykernel import kernelspec
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    class ThisPython(KernelSpecManager):
        """Whatever kernels are installed on the machine, the one of this Python is meant."""

        def get_kernel_spec(self, kernel_name: str) -> Any:
            command = kernelspec.get_kernel_dict()
            return self.kernel_spec_class(resource_dir=kernelspec.RESOURCES, **command)

    class Manager(AsyncKernelManager):
        def _kernel_spec_manager_default(self) -> KernelSpecManager:
            return ThisPython()

    return Manager


def _plain(value: Any) -> Any:
    """Dictionaries in place of nbformat's nodes."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _identifiers(notebook: dict[str, Any]) -> list[str]:
    taken: set[str] = set()
    return [_identifier(cell, taken) for cell in notebook["cells"]]


def _identifier(cell: dict[str, Any], taken: set[str]) -> str:
    """Return the cell's own identifier; where it has none or a used one, one from its content."""
    identifier, number = cell.get("id"), 0
    while not identifier or identifier in taken:
        content = f"{cell['cell_type']} {number} {cell['source']}"
        identifier = hashlib.sha256(content.encode()).hexdigest()[:8]
        number += 1
    taken.add(identifier)
    return identifier


def _is_picture(output: dict[str, Any]) -> bool:
    """Return whether an output is a PNG or JPEG, or a drawing, which displays show as an image."""
    html = output.get("data", {}).get("text/html", "")
    return bool(pictures_in([output])) or html.startswith("<img ")


def _keep_pictures(cell: dict[str, Any], old: dict[str, Any]) -> None:
    stored = iter(pictures_in(tidy_outputs(old.get("outputs", []))))

    def kept(kind: str, picture: str) -> str:
        kind_before, before = next(stored, (None, ""))
        if kind_before == kind and difference(decoded(before), decoded(picture)) is None:
            return before
        return picture

    for output in cell["outputs"]:
        if "data" in output:
            output["data"] = with_pictures(output["data"], kept)


def _language(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return the language as JupyterLab writes it; the version of Python stays, so that another one
    is no
    change."""
    version = notebook.get("metadata", {}).get("language_info", {}).get("version")
    return {**_LANGUAGE, "version": version or platform.python_version()}


def _without_returns(text: str) -> str:
    """Return what a terminal shows: a carriage return starts its line again."""
    return re.sub(r"[^\n]*\r(?=[^\n])", "", text.replace("\r\n", "\n"))


def _without_progress(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if line.strip() and not _PROGRESS.search(line))

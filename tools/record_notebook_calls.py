"""Record what PyTorch answers to the calls of the notebooks themselves, for where it is missing.

Run `python tools/record_notebook_calls.py` after a change of a cell that calls `reference.run`,
`reference.gradients` or one of the operations there. `reference.compare` needs no record: without
PyTorch it says that it compares nothing.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from cnnhelpers import recorded, reference
from cnnhelpers.course.notebooks import parse
from cnnhelpers.files import save_whole

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
ASKS = re.compile(r"\breference\.(?!compare\b|available\b)\w+\(")


def code_of(path: Path) -> list[str]:
    """Return a notebook's code, cell by cell; the checks in it have a record of their own."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [
        "".join(cell["source"])
        for cell in cells
        if cell["cell_type"] == "code" and "check" not in cell["metadata"].get("tags", [])
    ]


def asking() -> list[Path]:
    """Return the notebooks that ask PyTorch for more than a comparison.

    A notebook may call something of its own `reference`, so it has to import the course's.
    """
    code = {path: code_of(path) for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
    return [
        path
        for path, cells in code.items()
        if ASKS.search("\n".join(cells)) and any(map(imports_reference, cells))
    ]


def imports_reference(cell: str) -> bool:
    """Return whether a cell imports the course's `reference`."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "cnnhelpers"
        and "reference" in [each.name for each in node.names]
        for node in ast.walk(parse(cell))
    )


@contextlib.contextmanager
def listening(heard: dict[str, np.ndarray]) -> Iterator[None]:
    """Put down every call of `run` and `gradients`, by the keys of the recorded file."""
    run, gradients, compare = reference.run, reference.gradients, reference.compare

    def heard_run(operation: str, *arrays: Any, **options: Any) -> np.ndarray:
        answer = run(operation, *arrays, **options)
        heard[recorded.call(operation, arrays, options)] = answer
        return answer

    def heard_gradients(operation: str, inputs: Any, grad_output: Any, **options: Any) -> Any:
        answer = gradients(operation, inputs, grad_output, **options)
        name = recorded.call(f"gradients of {operation}", (*inputs, grad_output), options)
        heard.update({f"{name}.{n}": grad for n, grad in enumerate(answer) if grad is not None})
        return answer

    reference.run, reference.gradients = heard_run, heard_gradients
    reference.compare = lambda *_, **__: None  # type: ignore[assignment]
    try:
        yield
    finally:
        reference.run, reference.gradients, reference.compare = run, gradients, compare


def calls() -> dict[str, np.ndarray]:
    """Run the notebooks that ask, in this process; return PyTorch's answers by their keys."""
    from IPython.core.interactiveshell import InteractiveShell

    reference.needed()
    heard: dict[str, np.ndarray] = {}
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        try:
            os.chdir(folder)  # what the cells write is nobody's
            for path in asking():
                shell = InteractiveShell()
                with listening(heard):
                    for code in code_of(path):
                        shell.run_cell(code).raise_error()
        finally:
            os.chdir(here)
    return heard


if __name__ == "__main__":
    answers: Any = calls()
    save_whole(recorded.CALLS, lambda file: np.savez_compressed(file, **answers))
    print(f"Recorded {len(answers)} answers for {', '.join(path.stem for path in asking())}.")

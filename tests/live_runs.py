"""Running notebooks in this process: one IPython after the other, with the imports done once."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import RichOutput, capture_output
from ipywidgets import Widget


@contextlib.contextmanager
def shell_in(folder: Path) -> Iterator[InteractiveShell]:
    """Lend the IPython of a notebook that was opened in a folder."""
    before, main = os.getcwd(), sys.modules["__main__"]
    os.chdir(folder)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    try:
        yield shell
    finally:
        shell.reset(new_session=False)  # IPython keeps its shells until the process ends
        Widget.close_all()
        InteractiveShell.clear_instance()
        sys.modules["__main__"] = main  # the shell had put its own there
        os.chdir(before)


def run_cell(shell: InteractiveShell, source: str, cell_id: str | None = None) -> Ran:
    """Run a cell as a notebook does, and return what it says."""
    with capture_output() as captured:
        result = shell.run_cell(source, store_history=True, cell_id=cell_id)
    return Ran(captured.stdout, captured.outputs, result.error_before_exec or result.error_in_exec)


class Ran:
    """What a cell has printed, what it has shown as text, and its error."""

    def __init__(self, printed: str, shown: list[RichOutput], error: BaseException | None) -> None:
        self.printed = printed
        self.shown = [str((each.data or {}).get("text/plain", "")) for each in shown]
        self.data = [each.data or {} for each in shown]
        self.error = error

    @property
    def text(self) -> str:
        return self.printed + "\n".join(self.shown)


def stored(cell: dict[str, Any]) -> list[str]:
    """Return what a stored cell says as text, line by line."""
    outputs = cell.get("outputs", [])
    printed = "".join(each["text"] for each in outputs if each["output_type"] == "stream")
    shown = [each["data"].get("text/plain", "") for each in outputs if "data" in each]
    return _lines(printed + "\n" + "\n".join(shown))


def heard(ran: Ran) -> list[str]:
    """Return what a cell that was run says as text, line by line."""
    printed = re.sub(r"^Out\[\d+\]: ", "", ran.printed, flags=re.MULTILINE)
    return _lines(printed + "\n" + "\n".join(ran.shown))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]

"""A notebook that is open in JupyterLab: what it shows, and what a reader would call broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from harness.explorer import Explorer
from harness.page import NotebookPage, playwright_error, timeout_error

POLLING = 50  # ms; Playwright's default asks in every frame, which keeps a core busy


class OpenNotebook(NotebookPage):
    """A notebook that is open in JupyterLab, alone in its page.

    Args:
        page: Playwright's page.
        path: the notebook's file.
        relative: the same as the server calls it.
        lost: called when the page has gone and has to be made anew.
    """

    def __init__(self, page: Any, path: Path, relative: str, lost: Callable[[], None]) -> None:
        super().__init__(page, path.name)
        self.path = path
        self.relative = relative
        self.lost = lost
        self.closing = False

    # ----------------------------------------------------------------- driving

    def wait_open(self, timeout: float = 60) -> None:
        """Wait until the cells are drawn and the kernel is idle.

        Raises:
            TimeoutError: it takes longer; the message says what is missing.
        """
        try:
            self.page.wait_for_function(
                "(path) => window.cnnTest && cnnTest.ready(path)",
                arg=self.relative,
                polling=POLLING,
                timeout=timeout * 1000,
            )
        except timeout_error():
            missing = self.call("opening", self.relative)
            self.closing = True
            self.lost()  # the next one gets a page of its own
            raise TimeoutError(
                f"{self.relative} is not open after {timeout:g} seconds: {missing}"
            ) from None

    def stop_kernel(self) -> None:
        """Shut the kernel down and leave the notebook open."""
        self.call("stopKernel")

    def run_all(self, timeout: float = 120) -> None:
        """Run every cell, as the menu's "Run All Cells" does, and wait until the page is still."""
        self.page.evaluate("() => { window.cnnRan = null; }")
        self.page.evaluate(
            """() => { jupyterapp.commands.execute('notebook:run-all-cells')
                       .then((ok) => { window.cnnRan = ok === true; },
                             (error) => { window.cnnRan = false; }); }"""
        )
        try:
            self.page.wait_for_function(
                "() => window.cnnRan !== null", polling=POLLING, timeout=timeout * 1000
            )
        except timeout_error():
            self.messages.append(f"the cells were not done after {timeout} seconds")
            self.command("notebook:interrupt-kernel")
        self.wait_still()

    def save(self) -> dict[str, Any]:
        """Save the copy and return what is now in the file."""
        self.command("docmanager:save")
        return json.loads(self.path.read_text(encoding="utf-8"))

    def cells(self) -> list[dict[str, Any]]:
        """Return the cells as they stand in the page, in the notebook format."""
        return self.call("cells")

    # ---------------------------------------------------------------- judging

    def explorers(self) -> list[Explorer]:
        return [Explorer(self, index) for index in range(self.call("explorerCount"))]

    def pictures(self, cell: int) -> list[dict[str, Any]]:
        """Return each picture in a cell's outputs: width and height shown, and its words.

        The words are its alternative text or its title.
        """
        return self.call("pictures", cell)

    def problems(self, executed: bool = True) -> list[str]:
        """Return everything that a reader would call broken, as sentences.

        With ``executed=False`` cells need not have been run in this page.
        """
        found = self.call("findings")
        if not executed:
            found = [one for one in found if not one.endswith("was not executed")]
        return list(dict.fromkeys(found + self.messages))

    def screenshots(self, folder: Path) -> list[Path]:
        """Photograph the whole notebook, one screenful after the other."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("page-*.*"):
            old.unlink()
        made = []
        self.call("scrollToTop")
        while True:
            path = folder / f"page-{len(made) + 1:02}.jpg"  # half the time of a PNG
            self.page.screenshot(path=str(path), type="jpeg", quality=80)
            made.append(path)
            if not self.call("scrollOn") or len(made) >= 60:
                return made

    def close(self) -> None:
        """Shut the kernel down and close the notebook, without saving."""
        # JupyterLab's debugger complains of a kernel that goes away while it asks it something.
        self.closing = True
        try:
            self.stop_kernel()
            self.call("close")
        except playwright_error():
            self.lost()


"""The page in which a notebook is open, and the kernel behind it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

#: Runs in each page before anything of JupyterLab's; defines `cnnTest`.
SCRIPT = (Path(__file__).parent / "page.js").read_text(encoding="utf-8")


def playwright_error() -> type[Exception]:
    from playwright.sync_api import Error

    return Error


def timeout_error() -> type[Exception]:
    from playwright.sync_api import TimeoutError as PlaywrightTimeout

    return PlaywrightTimeout


class NotebookPage:
    """A notebook in JupyterLab's page.

    Args:
        page: Playwright's page.
        name: what to call the notebook in messages.
    """

    def __init__(self, page: Any, name: str) -> None:
        self.page = page
        self.name = name
        self.messages: list[str] = []  #: what went wrong so far, as sentences

    def call(self, function: str, *arguments: Any) -> Any:
        """Call a function of page.js and return what it answers."""
        return self.page.evaluate(
            f"(all) => cnnTest.{function}(...all)",
            list(arguments),
        )

    def command(self, name: str, **arguments: Any) -> Any:
        """Run one of JupyterLab's commands and return whether it says true."""
        return self.page.evaluate(
            "async ([name, args]) => (await jupyterapp.commands.execute(name, args)) === true",
            [name, arguments],
        )

    def evaluate(self, code: str, expression: str) -> Any:
        """Run `code` in the notebook's kernel and return the literal value of `expression`."""
        return ast.literal_eval(self.call("execute", code, expression))

    def settle(self, *explorer: int) -> None:
        """Wait until whatever was asked of the page and of the kernel has been answered.

        The kernel works through its messages in order, so when it answers an empty one, it has
        answered those before. Twice, because a widget keeps its second message back until the
        first one has been answered. An explorer that is busy for longer becomes a problem.

        Where the number of an explorer is given, what was asked concerns it alone; those of the
        course say themselves when they wait for the kernel, which saves asking it.
        """
        self.messages += self.call("settle", *explorer)

    def wait_still(self, timeout: float = 15) -> None:
        """Wait until widgets and pictures are drawn; what never gets there becomes a problem."""
        still = self.call("still", 250, 2000)
        if not still and not self.messages:  # after a console error it would wait for nothing
            still = self.call("still", 250, timeout * 1000)
        if not still:
            waits = sorted(set(self.call("unsettled")))
            self.messages += waits or [f"the outputs still change after {timeout} seconds"]

    def cell_ids(self) -> list[str]:
        return self.call("cellIds")

"""One JupyterLab server and one browser, in which notebooks are opened one after the other."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness.chromium import check_browser, flags
from harness.notebook import OpenNotebook
from harness.page import SCRIPT, playwright_error
from harness.server import Server

# Console messages of type error that are JupyterLab's own. Each is a pattern for the whole text.
ALLOWED_CONSOLE_ERRORS: tuple[str, ...] = (
    # Its debugger still asks a kernel that is being shut down.
    r"Could not restore the debugger state: Canceled future .*",
)


class Lab:
    """One JupyterLab server on a free loopback port and one headless browser.

    Use it as a context manager; server, kernels and browser are stopped whatever happens.

    Args:
        windowing: as for `Server`.
        viewport: width and height of the page in CSS pixels.
        browser: False starts the server alone.
    """

    def __init__(
        self,
        windowing: str | None = "none",
        viewport: tuple[int, int] = (1280, 900),
        browser: bool = True,
    ) -> None:
        self.windowing = windowing
        self.viewport = viewport
        self.browser = browser
        self.current: OpenNotebook | None = None
        self._page: Any = None
        self._loads = 0  # of this page: more than one means that a test has reloaded it
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Lab:
        with contextlib.ExitStack() as stack:
            if self.browser:  # first, because it is the one that may be missing
                self.context = self._start_browser(stack)
            self.server = Server(self.windowing)
            stack.callback(self.server.stop)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def _start_browser(self, stack: contextlib.ExitStack) -> Any:
        path = check_browser()
        from playwright.sync_api import sync_playwright

        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=flags())
        stack.callback(browser.close)
        width, height = self.viewport
        # One context for all notebooks: JupyterLab's files are then fetched once.
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(SCRIPT)
        return context

    @property
    def folder(self) -> Path:
        """The folder that the server serves."""
        return self.server.folder

    # ---------------------------------------------------------------- notebooks

    def copy(self, source: Path, folder: str = ".", name: str | None = None) -> Path:
        """Copy a notebook into the served folder, under a name that is not taken."""
        target = self.folder / folder / (name or source.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        return target

    def trust(self, path: Path) -> None:
        """Sign a notebook, as "Trust Notebook" does."""
        import nbformat
        from nbformat.sign import NotebookNotary

        notary = NotebookNotary(data_dir=str(self.server.root / "data"))
        notary.sign(nbformat.read(path, as_version=4))
        notary.store.close()

    def open(self, path: Path, *, timeout: float = 60) -> OpenNotebook:
        """Open a notebook of the served folder; one is open at a time."""
        if self.current is not None and not self.current.closing:
            self.current.close()
        relative = path.relative_to(self.folder).as_posix()
        if self._page is not None and self._keeps_another(relative):
            self.forget_page()
        if self._page is None:
            self._page = self._new_page(timeout)
        self.current = OpenNotebook(self._page, path, relative, self.forget_page)
        self.current.call("open", relative)
        self.current.wait_open(timeout)
        return self.current

    def _keeps_another(self, relative: str) -> bool:
        """Return whether the page has something of a notebook that was closed.

        It may have left its explorers there. And what was open when a page was reloaded JupyterLab
        may open once more, at some time, in front of the next notebook.
        """
        another = self.current is not None and self.current.relative != relative
        explorers = self._page.locator("[data-cnn-explorer]").count()
        return bool(explorers or (another and self._loads > 1))

    def _loaded(self, _: Any) -> None:
        self._loads += 1

    def _new_page(self, timeout: float) -> Any:
        """JupyterLab takes 3 seconds to load, so the notebooks share one page."""
        page = self.context.new_page()
        self._loads = 0
        page.on("domcontentloaded", self._loaded)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._report(f"page error: {error}"))
        page.on("request", lambda request: self._on_address(request.url))
        page.on("websocket", lambda socket: self._on_address(socket.url))
        page.on("response", self._on_response)
        page.on("crash", lambda page: self._report("the page crashed"))
        page.goto(
            f"{self.server.url}doc/workspaces/test?reset&token={self.server.token}",
            wait_until="commit",
        )
        page.wait_for_function("() => window.jupyterapp", timeout=timeout * 1000)
        page.evaluate("async () => { await jupyterapp.restored; }")
        return page

    def forget_page(self) -> None:
        """Close the page; the next notebook gets a new one."""
        page, self._page = self._page, None
        if page is not None:
            with contextlib.suppress(playwright_error()):
                page.close()

    @contextlib.contextmanager
    def opened(self, path: Path) -> Iterator[OpenNotebook]:
        """Open a notebook, and close it afterwards."""
        notebook = self.open(path)
        try:
            yield notebook
        finally:
            notebook.close()

    # ---------------------------------------------------------------- listening

    def _report(self, message: str) -> None:
        if self.current is not None and not self.current.closing:
            self.current.messages.append(message)

    def _on_console(self, message: Any) -> None:
        if message.type != "error":
            return
        if any(re.fullmatch(pattern, message.text, re.S) for pattern in ALLOWED_CONSOLE_ERRORS):
            return
        self._report(f"console error: {message.text[:300]}")

    def _on_address(self, address: str) -> None:
        if address.startswith(("data:", "about:", "blob:" + self.server.url)):
            return
        if address.startswith((self.server.url, "ws" + self.server.url.removeprefix("http"))):
            return
        self._report(f"request to the outside: {address[:200]}")

    def _on_response(self, response: Any) -> None:
        if response.status >= 400 and response.url.startswith(self.server.url):
            self._report(f"the server answered {response.status} for {response.url}")

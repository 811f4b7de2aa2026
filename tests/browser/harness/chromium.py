"""Which browser the tests drive: $CHROMIUM, one of the system's, or Playwright's own."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import psutil

INSTALL_A_BROWSER = (
    "There is no Chromium for the browser tests. Install one with `sudo apt-get install chromium` "
    "(Debian), `brew install --cask google-chrome` (macOS) or "
    "`python -m playwright install chromium` (anywhere), or name one in the environment variable "
    "CHROMIUM; BROWSER=no leaves these tests out"
)
INSTALL_PLAYWRIGHT = (
    "Playwright is not installed, and the browser tests drive Chromium with it. Install it with "
    '`pip install -e ".[test]"`; BROWSER=no leaves these tests out'
)

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    # Whatever asks for another host gets no answer, and is reported by `OpenNotebook.problems`.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]


class BrowserMissing(RuntimeError):
    """Raised when there is no Playwright or no Chromium; the message says how to install one."""


def find_chromium() -> str | None:
    """Return the path of a Chromium: $CHROMIUM, one on the PATH, or macOS's."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in ("chromium", "chromium-browser", "google-chrome"):
        found = shutil.which(name)
        if found:
            return found
    for folder in ("/Applications", "~/Applications"):
        for name in ("Google Chrome", "Chromium"):
            path = Path(folder).expanduser() / f"{name}.app" / "Contents" / "MacOS" / name
            if path.exists():
                return str(path)
    return None


def playwrights_own() -> str | None:
    """Return the path of the Chromium that `playwright install` has put there, if it has."""
    # In a process of its own: a second Playwright in this one would be refused.
    code = "from playwright.sync_api import sync_playwright as start\n"
    code += "with start() as playwright: print(playwright.chromium.executable_path)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    path = done.stdout.strip()
    return path if path and Path(path).exists() else None


def where() -> str | None:
    """Return the path of the browser that `flags` fit and `Lab` starts; None where there is none.

    Raises:
        BrowserMissing: Playwright is not installed, or CHROMIUM names no program.
    """
    if importlib.util.find_spec("playwright") is None:
        raise BrowserMissing(INSTALL_PLAYWRIGHT)
    named = os.environ.get("CHROMIUM")
    found = find_chromium()
    if named and found is None:
        raise BrowserMissing(f"CHROMIUM={named} names no program. {INSTALL_A_BROWSER}")
    return found or playwrights_own()


def check_browser() -> str:
    """Return the path of the browser to start; raise `BrowserMissing` where there is none."""
    found = where()
    if found is None:
        raise BrowserMissing(INSTALL_A_BROWSER)
    return found


def flags() -> list[str]:
    """Return the options to start it with."""
    # Chromium refuses to run as root with its sandbox.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if root else FLAGS


def starts() -> str:
    """Start the browser and close it; return an empty text, or the line that says why it failed."""
    from playwright.sync_api import Error, sync_playwright

    try:
        path = check_browser()
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path, args=flags()).close()
    except (Error, BrowserMissing) as error:
        return str(error).strip().splitlines()[0]
    return ""


def end_pages() -> None:
    """End what shows the pages of this process's browsers; who waits for one of them is told.

    The browsers themselves go on, and can open other pages.
    """
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "--type=renderer" in process.cmdline():
                process.kill()

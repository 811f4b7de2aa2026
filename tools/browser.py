"""See to it that there is a Chromium for the tests in a browser; fetch one where there is none.

    python tools/browser.py

Playwright's own is tried first: it needs no rights on the machine. Where it cannot be downloaded or
does not start, the system's package manager is asked, if it can be run without a password. Nothing
here asks a question. The exit status is 0 when there is a browser that starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "browser"))

from harness.chromium import INSTALL_A_BROWSER, BrowserMissing, starts, where  # noqa: E402

# What installs a browser on a system: the program that is looked for, and what is run in turn.
PACKAGE_MANAGERS = {
    "apt-get": (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
    ),
    "dnf": (("dnf", "install", "-y", "-q", "chromium"),),
    "pacman": (("pacman", "-Sy", "--noconfirm", "--needed", "chromium"),),
    "brew": (("brew", "install", "--cask", "--quiet", "google-chrome"),),
}
MINUTES = 15  # so long may one command take


def fetch() -> str:
    """Return an empty text once there is a browser; else a sentence that says how to get one."""
    try:
        if where():
            return ""
    except BrowserMissing as error:  # no Playwright, or $CHROMIUM names nothing: nothing to fetch
        return str(error)
    print("There is no browser for the tests in JupyterLab. Fetching Playwright's Chromium.")
    tried = [ran([sys.executable, "-m", "playwright", "install", "chromium"])]
    if not tried[0] and where():
        tried = [starts()]
        if not tried[0]:
            return ""
    print(f"That did not do: {tried[0] or 'it is still not there'}.")
    for commands in system_commands():
        print(f"Installing it with {' '.join(commands[-1])}.", flush=True)
        failed = next(filter(None, map(ran, commands)), "")
        failed = failed or starts()
        if not failed:
            return ""
        print(f"That did not do: {failed}.")
    return INSTALL_A_BROWSER


def system_commands() -> list[tuple[list[str], ...]]:
    """For each package manager that needs no password here: the commands to run."""
    found = []
    for name, commands in PACKAGE_MANAGERS.items():
        if shutil.which(name) is None:
            continue
        before = rights() if name != "brew" else []
        if before is not None:
            found.append(tuple([*before, *command] for command in commands))
    return found


def rights() -> list[str] | None:
    """Return what a command of root's begins with; None where a password is asked for."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not ran(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def ran(command: list[str]) -> str:
    """Run a program in silence; return an empty text, or the line that says why it failed."""
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60 * MINUTES,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]}: {error}"
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error", "e:"))]
    return (errors or lines or [f"{command[0]} failed with status {done.returncode}"])[-1]


if __name__ == "__main__":
    missing = fetch()
    print(missing or f"The browser is {where()}.")
    sys.exit(bool(missing))

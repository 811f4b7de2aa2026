"""Where there is no browser, one is fetched; where none can be had, a sentence says how."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import browser  # noqa: E402


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch):
    """A machine on which `answers` says what each command brings: True is a browser."""

    def make(answers: dict[str, bool], programs: tuple[str, ...] = (), user: int = 0) -> list[str]:
        asked: list[str] = []
        there = [False]

        def run(command: list[str]) -> str:
            line = " ".join(command).replace(sys.executable, "python")
            asked.append(line)
            there[0] |= answers.get(line, False)
            return "" if line in answers else "it cannot be reached"

        monkeypatch.setattr(browser, "ran", run)
        monkeypatch.setattr(browser, "where", lambda: "/a/browser" if there[0] else None)
        monkeypatch.setattr(browser, "starts", lambda: "" if there[0] else "it does not start")
        monkeypatch.setattr(
            browser.shutil, "which", lambda name: name if name in programs else None
        )
        monkeypatch.setattr(browser.os, "geteuid", lambda: user, raising=False)
        return asked

    return make


INSTALL = "python -m playwright install chromium"
UPDATE = "apt-get update -qq"
APT = "apt-get install -y -qq --no-install-recommends chromium"


def test_playwrights_own_comes_first(machine) -> None:
    asked = machine({INSTALL: True}, ("apt-get",))
    assert browser.fetch() == ""
    assert asked == [INSTALL]


def test_the_systems_comes_next(machine) -> None:
    asked = machine({UPDATE: False, APT: True}, ("apt-get",))
    assert browser.fetch() == ""
    assert asked == [INSTALL, UPDATE, APT]


def test_sudo_is_used_where_it_asks_for_no_password(machine) -> None:
    answers = {"sudo -n true": False, f"sudo -n {UPDATE}": False, f"sudo -n {APT}": True}
    asked = machine(answers, ("apt-get", "sudo"), user=1000)
    assert browser.fetch() == ""
    assert asked == [INSTALL, "sudo -n true", f"sudo -n {UPDATE}", f"sudo -n {APT}"]


def test_nothing_is_installed_where_a_password_is_asked_for(machine) -> None:
    asked = machine({}, ("apt-get", "sudo"), user=1000)
    assert browser.fetch().startswith("There is no Chromium for the browser tests. Install one")
    assert asked == [INSTALL, "sudo -n true"]


def test_homebrew_needs_no_rights(machine) -> None:
    asked = machine({"brew install --cask --quiet google-chrome": True}, ("brew",), user=501)
    assert browser.fetch() == ""
    assert asked == [INSTALL, "brew install --cask --quiet google-chrome"]


def test_where_nothing_works_a_sentence_says_how(machine) -> None:
    machine({UPDATE: False}, ("apt-get",))
    said = browser.fetch()
    for way in ("apt-get install chromium", "brew install", "playwright install", "BROWSER=no"):
        assert way in said


def test_a_named_browser_that_is_none_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/chromium")
    monkeypatch.setattr(browser, "ran", lambda command: pytest.fail(f"it ran {command}"))
    assert browser.fetch().startswith("CHROMIUM=/no/such/chromium names no program.")


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    code = "print('first'); print('Error: no such host'); print('bye'); raise SystemExit(3)"
    assert browser.ran([sys.executable, "-c", code]) == "Error: no such host"
    assert browser.ran([sys.executable, "-c", "raise SystemExit(3)"]).endswith("status 3")
    assert browser.ran([sys.executable, "-c", "print('fine')"]) == ""
    assert "no-such-program" in browser.ran(["no-such-program"])

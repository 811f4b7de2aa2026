"""A kernel that is forked is one like any other: it computes, is interrupted, and ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from harness import kernels

pytestmark = pytest.mark.skipif(not kernels.available(), reason="kernels are forked on Linux alone")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the spec of kernels is that are forked off a process."""
    folder = tmp_path_factory.mktemp("forked")
    path = str(folder / "kernels.socket")
    spec = folder / "kernels" / "forked" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps(kernels.spec(path)))
    with subprocess.Popen(kernels.command(path)) as process:
        try:
            until = time.monotonic() + 60
            while not Path(path).exists():
                assert process.poll() is None, "the process that is forked has ended"
                assert time.monotonic() < until, "the process that is forked does not listen"
                time.sleep(0.01)
            yield folder
        finally:
            process.kill()


@pytest.fixture
def started(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Callable]]:
    """A kernel's manager, and what runs code in it and returns its status and what it printed."""
    from jupyter_client.manager import start_new_kernel

    monkeypatch.setenv("JUPYTER_PATH", str(place))
    monkeypatch.setenv("MARK", "this one")
    manager, client = start_new_kernel(kernel_name="forked", cwd=str(place))

    def run(code: str) -> tuple[str, str]:
        said: list[str] = []
        hook = lambda message: said.append(message["content"].get("text", ""))  # noqa: E731
        reply = client.execute_interactive(code, output_hook=hook, timeout=60)
        return reply["content"].get("ename", "ok"), "".join(said).strip()

    yield manager, run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def gone(pid: int) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_it_has_the_folder_the_environment_and_what_was_imported(
    started: tuple[Any, Callable], place: Path
) -> None:
    _, run = started
    code = (
        "import os, sys; print(os.getcwd(), os.environ['MARK'], 'numpy' in sys.modules, __name__)"
    )
    assert run(code) == ("ok", f"{place} this one True __main__")
    assert run("'cnnhelpers' in sys.modules and print('imported')") == ("ok", "")


def test_it_is_interrupted_and_goes_on(started: tuple[Any, Callable]) -> None:
    import threading

    manager, run = started
    threading.Timer(1, manager.interrupt_kernel).start()
    assert run("import time; time.sleep(60)")[0] == "KeyboardInterrupt"
    assert run("print(1 + 1)") == ("ok", "2")


def test_it_ends_when_it_is_shut_down_or_killed(started: tuple[Any, Callable]) -> None:
    manager, run = started
    pid = int(run("import os; print(os.getpid())")[1])
    assert pid != manager.provisioner.pid
    os.kill(manager.provisioner.pid, signal.SIGKILL)  # its stand-in
    assert gone(pid)


def test_who_waits_hears_that_it_has_died(started: tuple[Any, Callable]) -> None:
    manager, run = started
    pid = int(run("import os; print(os.getpid())")[1])
    os.kill(pid, signal.SIGKILL)
    assert gone(manager.provisioner.pid)
    assert not manager.is_alive()

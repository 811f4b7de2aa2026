"""Let many students use a hub at once, on this machine alone, and see that none notices another.

    python deploy/hub/trial.py --students 5
    python deploy/hub/trial.py --students 30 --python /path/to/an/environment/bin/python

Each student gets a server, opens the practice copy of a notebook, writes right answers into it,
with a line that nobody else has, and runs it from the first cell to the last. Then each home must
hold that student's library and progress and no other's. It prints how long it took, and the memory.

It needs jupyterhub, jupyterhub-idle-culler and configurable-http-proxy (from npm) on the PATH.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

HERE = Path(__file__).resolve().parent
PATIENCE = 1200.0  # seconds for one step of one student
MEGABYTE = 1024  # kilobytes, as /proc counts


@dataclass
class Student:
    """One student, and what was seen.

    ``start`` is seconds until the server answers, ``kernel`` until a kernel has run a cell, ``run``
    until the notebook is through; memory is in MB, of the server and its kernel.
    """

    name: str
    start: float = 0.0
    kernel: float = 0.0
    run: float = 0.0
    memory: dict[str, float] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


class Unanswered(Exception):
    """A request that got no answer, or a refusal."""


class Hub:
    """A hub on the loopback address."""

    def __init__(self, homes: Path, python: str) -> None:
        self.homes, self.token, self.port = homes, secrets.token_hex(16), _free_ports(3)
        self._log = open(homes / "hub.log", "wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(HERE / "trial_config.py")],
            cwd=HERE,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "CNN_TRIAL_PORT": str(self.port),
                "CNN_TRIAL_HOMES": str(homes),
                "CNN_TRIAL_PYTHON": python,
                "CNN_TRIAL_TOKEN": self.token,
            },
        )
        self._client = AsyncHTTPClient(max_clients=200)

    @property
    def _head(self) -> dict[str, str]:
        return {"Authorization": f"token {self.token}"}

    async def ask(self, method: str, path: str, body: Any = None, patience: float = 300.0) -> Any:
        """Return what the hub, or a student's server, answers."""
        request = HTTPRequest(
            f"http://127.0.0.1:{self.port}{path}",
            method=method,
            headers={**self._head, "Content-Type": "application/json"},
            body=None if body is None else json.dumps(body),
            allow_nonstandard_methods=True,
            request_timeout=patience,
            connect_timeout=patience,
        )
        try:
            answer = await self._client.fetch(request)
        except (OSError, HTTPClientError) as error:
            raise Unanswered(f"{method} {path}: {error}") from error
        return json.loads(answer.body) if answer.body else None

    async def listen(self, path: str) -> Any:
        """Return a connection to a kernel."""
        address = f"ws://127.0.0.1:{self.port}{path}"
        request = HTTPRequest(
            address, headers=self._head, connect_timeout=PATIENCE, request_timeout=PATIENCE
        )
        return await websocket_connect(request, max_message_size=2**28)

    async def ready(self) -> None:
        """Wait until the hub answers."""
        while True:
            if self._process.poll() is not None:
                raise RuntimeError((self.homes / "hub.log").read_text(errors="replace")[-3000:])
            try:
                await self.ask("GET", "/hub/api/", patience=5)
                return
            except Unanswered:
                await asyncio.sleep(0.2)

    def close(self) -> None:
        """End the hub, its proxy and all servers."""
        self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()


def _free_ports(count: int) -> int:
    """Return the first of so many free ports in a row."""
    for first in range(18000, 30000, 10):
        sockets = []
        try:
            for port in range(first, first + count):
                sockets.append(socket.create_server(("127.0.0.1", port)))
            return first
        except OSError:
            continue
        finally:
            for each in sockets:
                each.close()
    raise RuntimeError("no free ports")


# One student ------------------------------------------------------------------------------------


async def study(hub: Hub, student: Student, notebook: str) -> None:
    """Start a server, run the practice copy with right answers in it, and look at the home."""
    base = f"/user/{student.name}"
    begun = time.monotonic()
    await hub.ask("POST", f"/hub/api/users/{student.name}/server", {})
    await _until_ready(hub, student.name)
    student.start = time.monotonic() - begun

    place = f"cnn-practice/{notebook}.ipynb"
    answer = await hub.ask("GET", f"{base}/api/contents/{place}?content=1")
    cells = _solved(answer["content"], notebook, f"my line is {student.name}")
    begun = time.monotonic()
    session = await hub.ask(
        "POST",
        f"{base}/api/sessions",
        {"path": place, "name": place, "type": "notebook", "kernel": {"name": "python3"}},
    )
    channel = await hub.listen(f"{base}/api/kernels/{session['kernel']['id']}/channels")
    await _execute(channel, student, "pass")
    student.kernel = time.monotonic() - begun
    begun = time.monotonic()
    for source in cells:
        await _execute(channel, student, source)
    student.run = time.monotonic() - begun
    student.memory = _memory(student.name)
    channel.close()


async def _until_ready(hub: Hub, name: str) -> None:
    while True:
        user = await hub.ask("GET", f"/hub/api/users/{name}")
        if user["servers"].get("", {}).get("ready"):
            return
        if not user["servers"] and not user.get("pending"):
            raise RuntimeError("the server did not start")
        await asyncio.sleep(0.3)


def _solved(copy: dict[str, Any], notebook: str, line: str) -> list[str]:
    """Return the code of a practice copy with the course's solutions, in each the line."""
    from cnnhelpers.course.notebooks import course_notebooks, defined_name, read, solutions

    known = solutions(read(course_notebooks([notebook])[0]))
    sources = []
    for cell in copy["cells"]:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            name = defined_name(source) if "your code here" in source else None
            if name in known:
                source = known[name].rstrip() + f'\n    "{line}"'
            sources.append(source)
    return sources


async def _execute(channel: Any, student: Student, source: str) -> None:
    """Run a cell; an error becomes one of the student's troubles."""
    number = uuid.uuid4().hex
    header = {"msg_id": number, "msg_type": "execute_request", "username": "", "session": number}
    content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
    message = {
        "header": {**header, "date": "", "version": "5.3"},
        "parent_header": {},
        "metadata": {},
        "content": content,
        "channel": "shell",
        "buffers": [],
    }
    await channel.write_message(json.dumps(message))
    while True:
        text = await asyncio.wait_for(channel.read_message(), PATIENCE)
        if text is None:
            raise RuntimeError("the kernel's connection was closed")
        if isinstance(text, bytes):
            continue  # with buffers: a widget's
        said = json.loads(text)
        if said["parent_header"].get("msg_id") != number:
            continue
        if said["msg_type"] == "error":
            content = said["content"]
            trouble = f"{content['ename']}: {content['evalue']} in {source[:60]!r}"
            student.troubles.append(trouble)
        if said["msg_type"] == "status" and said["content"]["execution_state"] == "idle":
            return


def _memory(name: str) -> dict[str, float]:
    """Return what a student's processes hold and have used: `rss` in MB, `pss`, which counts pages
    that several share in parts, and `cpu`, seconds of a processor; {} where the system does not
    tell.
    """
    found = {"rss": 0.0, "pss": 0.0, "cpu": 0.0, "processes": 0.0}
    tick = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"JUPYTERHUB_USER={name}".encode() not in (folder / "environ").read_bytes().split(
                b"\0"
            ):
                continue
            text = (folder / "smaps_rollup").read_text()
            ticks = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
        except OSError:
            continue
        sizes = {line.split(":")[0]: line.split()[1] for line in text.splitlines()[1:]}
        found["rss"] += int(sizes["Rss"]) / MEGABYTE
        found["pss"] += int(sizes["Pss"]) / MEGABYTE
        found["cpu"] += sum(map(int, ticks)) / tick
        found["processes"] += 1
    return found if found["processes"] else {}


def look(homes: Path, students: Sequence[Student], notebook: str) -> None:
    """See that each home holds that student's own work; what is wrong becomes a trouble."""
    from cnnhelpers.check import EXERCISES
    from cnnhelpers.course.notebooks import course_notebooks, read, tasks

    complete = read(course_notebooks([notebook])[0])
    wanted = {task.name for task in tasks(complete) if task.name in EXERCISES}
    lines = {student.name: f"my line is {student.name}" for student in students}
    for student in students:
        practice = homes / student.name / "cnn-practice"
        try:
            library = (practice / "my_cnn.py").read_text(encoding="utf-8")
            passed = set(json.loads((practice / "my_progress.json").read_text("utf-8"))["passed"])
        except (OSError, ValueError) as error:
            student.troubles.append(f"nothing was kept: {error}")
            continue
        if passed != wanted:
            student.troubles.append(f"passed {sorted(passed)}, not {sorted(wanted)}")
        for name, line in lines.items():
            if (line in library) != (name == student.name):
                student.troubles.append(f"my_cnn.py and the line of {name}")
        if (practice / ".git").exists() or (homes / student.name / ".git").exists():
            student.troubles.append("the copies lie in a Git repository")


# The whole --------------------------------------------------------------------------------------


async def trial(homes: Path, count: int, notebook: str, python: str) -> list[Student]:
    """Let so many students work at once; returns them with what was seen."""
    students = [Student(f"student{number:02}") for number in range(1, count + 1)]
    hub = Hub(homes, python)
    try:
        await hub.ready()
        await hub.ask("POST", "/hub/api/users", {"usernames": [each.name for each in students]})
        done = await asyncio.gather(
            *(study(hub, student, notebook) for student in students), return_exceptions=True
        )
        for student, error in zip(students, done):
            if error is not None:
                student.troubles.append(f"{type(error).__name__}: {error}")
    finally:
        hub.close()
    look(homes, students, notebook)
    return students


def report(students: Sequence[Student]) -> str:
    """Return what was seen, as text."""
    lines = []
    units = {"start": "s", "kernel": "s", "run": "s", "cpu": "s", "rss": "MB", "pss": "MB"}
    for what, unit in units.items():
        values = [each.memory.get(what, getattr(each, what, 0.0)) for each in students]
        lines.append(f"{what:7} median {statistics.median(values):6.1f} {unit}, largest "
                     f"{max(values):6.1f} {unit}")  # fmt: skip
    troubled = [each for each in students if each.troubles]
    for student in troubled:
        lines += [f"{student.name}: {trouble}" for trouble in student.troubles]
    lines.append(f"{len(students) - len(troubled)} of {len(students)} students without any trouble")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the trial, print what was seen; the exit status is 1 where a student had trouble."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--students", type=int, default=5)
    parser.add_argument("--notebook", default="03_padding_and_stride")
    parser.add_argument("--python", default=sys.executable, help="of the students' environment")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="hub-trial-") as folder:
        homes = Path(folder)
        begun = time.monotonic()
        students = asyncio.run(trial(homes, options.students, options.notebook, options.python))
        print(report(students))
        print(f"all together {time.monotonic() - begun:.0f} s")
        if any(student.troubles for student in students):
            print((homes / "hub.log").read_text(errors="replace")[-1500:], file=sys.stderr)
    return int(any(student.troubles for student in students))


if __name__ == "__main__":
    sys.exit(main())

"""Judge a text in a fresh process: nothing that a notebook has changed in its own reaches here.

The text runs in a second process still (`worker`), which is handed arguments and answers with
numbers. They are compared here, where no line of the stranger's has run.
"""

from __future__ import annotations

import builtins
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.check import EXERCISES, Exercise
from cnnhelpers.check.finding import Trial
from cnnhelpers.check.running import message
from cnnhelpers.check.second_set import named, second_set
from cnnhelpers.check.trying import Clock, try_one
from cnnhelpers.course.marking.text import Text, why_not
from cnnhelpers.course.marking.wire import packed, receive, send, unpacked

SECONDS = 20.0  # for all calls of one function
START = 60.0  # until a worker has loaded a text, on a busy machine
_ROOT = str(Path(__file__).resolve().parents[3])


@dataclass(frozen=True)
class Mark:
    """Whether an answer passed, and a sentence that says why or why not."""

    passed: bool
    sentence: str


def mark_apart(text: Text, seed: int) -> Mark:
    """Return the mark of a text, given by a process of its own that has run nothing else."""
    order = json.dumps({"text": text.stored(), "seed": seed})
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            python("judging"),
            input=order,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=_environment(),
        )
    try:
        mark = json.loads(done.stdout.splitlines()[-1])
        return Mark(mark["passed"] is True, str(mark["sentence"]))
    except (IndexError, ValueError, KeyError, TypeError):
        words = (done.stderr.strip().splitlines() or ["no word"])[-1]
        return Mark(False, f"The marking itself failed: {words}")


def python(module: str) -> list[str]:
    """Return the command that runs a module of this folder, away from the notebook's folder."""
    start = f"import sys; sys.path.insert(0, {_ROOT!r}); "
    start += f"from cnnhelpers.course.marking.{module} import main; main()"
    return [sys.executable, "-I", "-c", start]


def _environment() -> dict[str, str]:
    """Return the environment of a process that needs no more than one thread."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {**os.environ, **threads}


def main() -> None:
    """Read a text and a seed from the input, and print the mark as JSON."""
    order = json.loads(sys.stdin.buffer.read())
    found = mark(Text.restored(order["text"]), int(order["seed"]))
    print(json.dumps({"passed": found.passed, "sentence": found.sentence}))


def mark(text: Text, seed: int) -> Mark:
    """Return the mark of a text: its exercise's own cases, and a second set of arguments."""
    exercise = EXERCISES[text.exercise]
    refused = why_not(text)
    if refused:
        return Mark(False, refused)
    with tempfile.TemporaryDirectory() as folder:
        worker = Worker(text, exercise, folder)
        try:
            return _tried(exercise, worker, seed)
        finally:
            worker.close()


def _tried(exercise: Exercise, worker: Worker, seed: int) -> Mark:
    name = exercise.name
    if worker.trouble:
        return Mark(False, f"Run by itself, your {name} fails: {worker.trouble}.")
    clock, trials = Clock(SECONDS), list[Trial]()
    own, more = named(exercise), second_set(exercise, seed)
    for drawn in (*own, *more):
        trial = try_one(exercise, worker, drawn, clock)
        if trial.run.out_of_time:
            return Mark(False, f"Your {name} does not come to an end for {trial.case.name}.")
        if worker.ended:
            return Mark(False, f"Your {name} {worker.ended}.")
        if not trial.right:
            where = ", which its check did not try" if len(trials) >= len(own) else ""
            error = trial.answer.error
            raised = "" if error is None else f": {type(error).__name__}: {error}"
            return Mark(False, f"Your {name} is wrong for {trial.case.name}{where}{raised}.")
        trials.append(trial)
    changed = next((trial.run.changed for trial in trials if trial.run.changed), ())
    if changed:
        return Mark(False, f"Your {name} changes `{changed[0]}`, which it was handed.")
    return Mark(True, f"Right for {len(trials)} calls, {len(more)} of them drawn anew.")


class Worker:
    """A function in another process, to be called as any other.

    Attributes:
        trouble: why its text does not run; "" where it does.
        ended: how the process ended before its time; "" while it answers.
    """

    def __init__(self, text: Text, exercise: Exercise, folder: str) -> None:
        self.trouble = self.ended = ""
        self._signature = exercise.signature
        self.__name__ = exercise.name
        self._process = subprocess.Popen(
            python("worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        alone, given = text.parts()
        self._timer = self._end_after(START)
        try:
            self._send({"name": text.exercise, "text": alone, "given": given})
            said = self._receive()
            self.trouble = message(_error(said)) if "error" in said else ""
        except (OSError, EOFError, ValueError, KeyError) as error:
            ended = self.ended or f"ended the process ({type(error).__name__})"
            self.trouble = f"it {ended}"
        self._timer.cancel()
        self._timer = self._end_after(SECONDS + START)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Return what the function answers; its changes to the arguments are made here, too."""
        if self.ended:
            raise RuntimeError("it has ended")
        objects: list[Any] = []

        def kept(value: Any) -> int:
            objects.append(value)
            return len(objects) - 1

        call = {
            "arguments": [packed(each, kept) for each in arguments],
            "options": {name: packed(each, kept) for name, each in options.items()},
        }
        try:
            self._send(call)
            said = self._receive()
            while "ask" in said:
                self._send(_told(objects, said, kept))
                said = self._receive()
        except (OSError, EOFError, ValueError):
            self.ended = self.ended or "ended its process"
            raise RuntimeError("it has ended") from None
        if "error" in said:
            raise _error(said)
        values = [unpacked(each, _other) for each in said["arguments"]]
        named = {name: unpacked(each, _other) for name, each in said["options"].items()}
        for before, now in [*zip(arguments, values), *((options[n], v) for n, v in named.items())]:
            _write_back(before, now)
        return unpacked(said["value"], _other)

    def close(self) -> None:
        """End the process."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        send(self._process.stdin, message)  # type: ignore[arg-type]

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return receive(self._process.stdout)  # type: ignore[arg-type]

    def _end_after(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        return timer

    def _too_late(self) -> None:
        self.ended = "did not come to an end"
        self._process.kill()


def _told(objects: Sequence[Any], said: dict[str, Any], kept: Callable[[Any], int]) -> Any:
    """Return what an object of the arguments, such as a network, answers to a worker's question."""
    try:
        value = _asked(objects, said)
        return {"value": packed(list(value) if isinstance(value, Iterator) else value, kept)}
    except Exception as error:
        return {"error": type(error).__name__, "text": str(error)[:300]}


def _asked(objects: Sequence[Any], said: dict[str, Any]) -> Any:
    def thing(number: Any) -> Any:
        return objects[int(number)]

    asked: Any = thing(said["ask"])
    name = str(said["name"])
    values = [unpacked(each, thing) for each in said["arguments"]]
    named = {key: unpacked(each, thing) for key, each in said["options"].items()}
    if said["how"] == "call" and callable(asked):
        return asked(*values, **named)
    part = isinstance(asked, nn.Module) or isinstance(asked, nn.Parameter)
    if name.startswith("_") or not part:
        raise AttributeError(name)
    if said["how"] == "item":
        return asked[values[0]]
    if said["how"] == "iter":
        return iter(asked)
    if said["how"] == "set":
        setattr(asked, name, values[0])
        return None
    return getattr(asked, name)


def _other(name: Any) -> Any:
    """Return something that is no number, in place of what a worker cannot send."""
    return type(str(name), (), {})()


def _error(said: dict[str, Any]) -> Exception:
    if said["error"][0] == "Refused":
        return PermissionError(f"{said['text']} is refused while a function is marked")
    for name in said["error"]:
        kind = getattr(builtins, str(name), None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            try:
                return kind(said["text"])
            except TypeError:  # some take more than a text
                continue
    return RuntimeError(said["text"])


def _write_back(before: Any, now: Any) -> None:
    """Change an argument as the worker's copy of it was changed."""
    if isinstance(before, np.ndarray) and isinstance(now, np.ndarray):
        if before.shape == now.shape and before.flags.writeable:
            before[...] = now
    elif isinstance(before, list) and isinstance(now, list):
        before[:] = now

"""The process in which a stranger's function runs: it gets arguments, and gives back answers.

It knows neither right answers nor verdicts. Before the stranger's text runs, the course is made
unreachable: its modules are taken away, and what would bring them back (an import, reading its
files, another process) is refused by an audit hook, which Python itself cannot remove.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from cnnhelpers.course.marking.wire import packed, receive, send, unpacked

_COURSE = str(Path(__file__).resolve().parents[2])
_BESIDE = str(Path(__file__).resolve().parents[3] / "notebooks")
_MODULES = ("cnnhelpers", "torch", "ctypes", "gc")
_EVENTS = (
    "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "pty.", "socket.", "ctypes.", "gc.", "os.remove", "os.rename", "os.rmdir", "os.mkdir",
    "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "shutil.",
    "sys.setprofile", "sys.settrace", "sys._current_frames",
)  # fmt: skip


class Refused(RuntimeError):
    """What is not to be had while a function is marked."""


def main() -> None:
    """Serve one function: the first message is its text, each further one a call."""
    pipe_in, pipe_out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):  # what the function prints or asks goes nowhere
        os.dup2(nowhere, number)
    order = receive(pipe_in)
    space = ModuleType("my_cnn").__dict__
    try:
        for name, source in order["given"].items():
            space[name] = _given(source)
        import numpy

        space["np"] = numpy
        _shut_off()
        exec(compile(order["text"], "<answer>", "exec"), space)
        function = space[order["name"]]
    except BaseException as error:
        send(pipe_out, _failed(error))
        return
    send(pipe_out, {"ready": True})
    while True:
        try:
            call = receive(pipe_in)
        except EOFError:
            return
        send(pipe_out, _answer(function, call, pipe_in, pipe_out))


def _given(source: str) -> Any:
    """Return what a text names: `exercise NAME`, the course's function, or `module:attribute`."""
    kind, _, name = source.partition(" ")
    if kind == "exercise":
        from cnnhelpers.check import EXERCISES

        exercise = EXERCISES[name]
        for case in exercise.cases:  # what it loads when it first runs is there, then
            exercise.answer(lambda a: exercise.course(**a), case.arguments)
        return exercise.course
    module, _, attribute = source.partition(":")
    found = import_module(module)
    return getattr(found, attribute) if attribute else found


def _shut_off() -> None:
    for name in list(sys.modules):
        if name.split(".")[0] in ("cnnhelpers", "torch"):
            del sys.modules[name]
    sys.path[:] = [
        path for path in sys.path if not (Path(path or ".") / "cnnhelpers").is_dir()
        or "-packages" in path
    ]  # fmt: skip
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "import":
        if str(arguments[0]).split(".")[0] in _MODULES:
            raise Refused(f"import {arguments[0]}")
    elif event == "open":
        _refuse_file(arguments[0], arguments[1], arguments[2])
    elif event.startswith(_EVENTS):
        raise Refused(event)


def _refuse_file(file: Any, mode: Any, flags: Any) -> None:
    if not isinstance(file, str | bytes | os.PathLike):
        return  # a file that is open already
    path = os.path.realpath(os.fsdecode(file))
    writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    within = path.startswith((_COURSE, _BESIDE)) or "cnnhelpers" in path
    if writes or within or path.endswith(".ipynb") or path.endswith("/mem"):
        raise Refused(f"open {Path(path).name}")


def _answer(
    function: Callable[..., Any], call: dict[str, Any], pipe_in: BinaryIO, pipe_out: BinaryIO
) -> dict[str, Any]:
    """Return what the function answers to a call, and what it left in its arguments."""

    def ask(question: dict[str, Any]) -> Any:
        send(pipe_out, question)
        said = receive(pipe_in)
        if "error" in said:
            raise getattr(builtins, said["error"], RuntimeError)(said["text"])
        return unpacked(said["value"], outer)

    def outer(number: Any) -> Any:
        return Asked(number, ask)

    arguments = [unpacked(each, outer) for each in call["arguments"]]
    options = {name: unpacked(each, outer) for name, each in call["options"].items()}
    try:
        value = function(*arguments, **options)
        return {
            "value": packed(_numbers(value), _unknown),
            "arguments": [packed(each, _unknown) for each in arguments],
            "options": {name: packed(each, _unknown) for name, each in options.items()},
        }
    except BaseException as error:
        return _failed(error)


class Asked:
    """Something that is not numbers, such as a network: the judge has it and is asked."""

    def __init__(self, number: int, ask: Callable[[dict[str, Any]], Any]) -> None:
        self.__dict__.update(_number=number, _ask=ask)

    def _told(self, how: str, *arguments: Any, name: str = "", **options: Any) -> Any:
        sent = [packed(each, _number) for each in arguments]
        named = {key: packed(each, _number) for key, each in options.items()}
        question = {"ask": self._number, "how": how, "name": name}
        return self._ask({**question, "arguments": sent, "options": named})

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._told("call", *arguments, **options)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._told("get", name=name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._told("set", value, name=name)

    def __getitem__(self, index: Any) -> Any:
        return self._told("item", index)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._told("iter"))


def _number(value: Any) -> int:
    if isinstance(value, Asked):
        return int(value._number)
    raise TypeError(f"a {type(value).__name__} cannot be sent.")


def _numbers(value: Any) -> Any:
    """Return an answer as numbers: an object that offers an array is that array."""
    if isinstance(value, range):
        return list(value)
    if hasattr(value, "__array__") and not hasattr(value, "dtype"):
        return value.__array__()
    return value


def _unknown(value: Any) -> str:
    return type(value).__name__


def _failed(error: BaseException) -> dict[str, Any]:
    names = [kind.__name__ for kind in type(error).__mro__]
    try:
        text = " ".join(str(error).split())[:300]
    except Exception:
        text = ""
    return {"error": names, "text": text}

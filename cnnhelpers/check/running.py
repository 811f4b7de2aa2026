"""Running a function that someone else wrote: on copies, within a time limit, without its prints.

Whatever it does is told as data (:class:`Run`); nothing it raises gets through, except the reader's
own interruption. What it changes in the process is put back.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import copy
import io
import linecache
import re
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.check.layout import copied
from cnnhelpers.check.limits import OutOfTime, is_learners, time_limit
from cnnhelpers.check.state import kept, modules_kept

SECONDS = 3.0
PRINTED = 600  # characters of the learner's prints that are kept


@contextlib.contextmanager
def time_allowed(seconds: float) -> Iterator[None]:
    """Inside, functions may take so long by default: answers known to end, on a busy machine."""
    global SECONDS
    before, SECONDS = SECONDS, seconds
    try:
        yield
    finally:
        SECONDS = before


class Line(NamedTuple):
    """A line of the learner's source; ``owner`` names a function that is not the checked one."""

    number: int
    text: str
    owner: str = ""

    @property
    def place(self) -> str:
        """Where it stands: "line 3", or "line 3 of correlate2d"."""
        return f"line {self.number} of {self.owner}" if self.owner else f"line {self.number}"


@dataclass(frozen=True)
class Run:
    """What a call did: gave a value, raised an error, or did not end.

    ``value`` is what was made of its answer, where :func:`run` was told what to make of it.
    ``changed`` names the arguments that are others afterwards, and ``parts`` what of them, where
    they can tell (``differing``): "model.statistics", else "model" again.
    """

    value: Any = None
    error: BaseException | None = None
    out_of_time: bool = False
    line: Line | None = None
    changed: tuple[str, ...] = ()
    printed: str = ""
    parts: tuple[str, ...] = ()


def run(
    function: Callable,
    arguments: Mapping[str, Any],
    by_position: Sequence[str],
    by_name: Sequence[str],
    seconds: float | None = None,
    read: Callable[..., Any] | None = None,
    keep: bool = True,
    changes: Sequence[str] = (),
) -> Run:
    """Call the function on copies of the arguments.

    Args:
        function: the function.
        arguments: by name.
        by_position, by_name: which of them to pass in which way.
        seconds: how long it may take, :data:`SECONDS` if None.
        read: what to make of its answer, under the same guard: an answer is an object of someone
            else's, and reading it runs code of theirs.
        keep: whether to put everything back that it changes in the process; a caller with many
            calls does that once for all, and then only NumPy, math and builtins are put back here.
        changes: names of arguments that it is asked to change: `read` gets them behind the answer.
    """
    given = {
        name: copied(value) if isinstance(value, np.ndarray) else copy.deepcopy(value)
        for name, value in arguments.items()
    }
    for value in given.values():
        if isinstance(value, np.ndarray):
            value.flags.writeable = True
    printed = _Kept()
    value, error, line, late = None, None, None, False
    try:
        with (
            kept() if keep else modules_kept(),
            _quiet(printed),
            time_limit(SECONDS if seconds is None else seconds),
        ):
            value = function(
                *(given[name] for name in by_position), **{name: given[name] for name in by_name}
            )
            if read is not None:
                value = read(value, *(given[name] for name in changes))
    except KeyboardInterrupt:
        raise  # the reader's wish
    except OutOfTime as caught:
        value, late, line = None, True, _loop(caught)
    except BaseException as caught:  # SystemExit too: a learner's exit() must not end the kernel
        value, error, line = None, caught, _line(caught)
    changed = tuple(
        name
        for name, value in given.items()
        if name not in changes and not _equal(value, arguments[name])
    )
    parts = (part for name in changed for part in _parts(name, given[name], arguments[name]))
    return Run(value, error, late, line, changed, printed.getvalue(), tuple(parts))


class Asked(Exception):
    """Raised in place of `input()`, which would wait for ever for someone to type."""


def _refuse_to_ask(*_: Any) -> str:
    raise Asked("input() asks the reader; the values come as arguments.")


@contextlib.contextmanager
def _quiet(printed: _Kept) -> Iterator[None]:
    """Keep prints and warnings from the reader, and questions."""
    before = builtins.input
    builtins.input = _refuse_to_ask
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        builtins.input = before


def _equal(now: Any, before: Any) -> bool:
    try:
        if isinstance(before, np.ndarray):
            if now.shape != before.shape:
                return False
            return bool((now == before).all()) or np.array_equal(now, before, equal_nan=True)
        return bool(now == before)
    except (TypeError, ValueError):
        return False


def _parts(name: str, now: Any, before: Any) -> list[str]:
    """Return what of an argument is other than before; its name alone where it cannot tell."""
    try:
        return [f"{name}.{part}" for part in before.differing(now)] or [name]
    except (AttributeError, KeyError, TypeError, ValueError):
        return [name]


class _Kept(io.TextIOBase):
    """A place to print to that keeps only the beginning: an endless loop may print for ever."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        if len(self.text) < PRINTED:
            self.text += str(text)
        return len(text)

    def getvalue(self) -> str:
        return self.text if len(self.text) < PRINTED else self.text[:PRINTED] + " …"


# The learner's line -----------------------------------------------------------------------------


def _frames(error: BaseException) -> list[tuple[CodeType, int]]:
    """Return code and line of the frames that the learner wrote, outermost first."""
    return [
        (frame.f_code, number)
        for frame, number in traceback.walk_tb(error.__traceback__)
        if is_learners(frame.f_code.co_filename)
    ]


def _line(error: BaseException) -> Line | None:
    frames = _frames(error)
    if not frames:
        return None
    code, number = frames[-1]
    return Line(number, linecache.getline(code.co_filename, number).strip(), _owner(frames))


def _owner(frames: Sequence[tuple[CodeType, int]]) -> str:
    """Return the name of the function that the last line stands in, if not in the first one."""
    (checked, _), (code, number) = frames[0], frames[-1]
    if code.co_filename == checked.co_filename and number in _lines(checked):
        return ""
    named = (each.co_name for each, _ in reversed(frames[1:]) if each.co_name[0] != "<")
    return next(named, "")


def _lines(code: CodeType) -> set[int | None]:
    """Return the lines of a function's code, and of those that stand inside of it."""
    inside = (_lines(inner) for inner in code.co_consts if isinstance(inner, CodeType))
    return {line for _, _, line in code.co_lines()}.union(*inside)


def _loop(error: BaseException) -> Line | None:
    """Return the head of the loop that was running, which is the same whenever it is stopped."""
    frames = _frames(error)
    for last in range(len(frames), 0, -1):
        code, number = frames[last - 1]
        source = linecache.getlines(code.co_filename)
        try:
            tree = ast.parse("".join(source))
        except (SyntaxError, ValueError):
            continue
        around = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.While | ast.For)
            and node.lineno <= number <= (node.end_lineno or 0)
        ]
        around.sort(key=lambda node: (isinstance(node, ast.While), node.lineno))
        if around:
            text = source[around[-1].lineno - 1].strip()
            return Line(around[-1].lineno, text, _owner(frames[:last]))
    return None


def message(error: BaseException) -> str:
    """Return type and text of an error on one line, without addresses, which differ in each run."""
    try:
        text = str(error)
    except Exception:  # the learner may raise anything
        text = ""
    text = re.sub(r" at 0x[0-9a-fA-F]+", "", " ".join(text.split()))
    text = text if len(text) <= 300 else text[:300] + " …"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


@contextlib.contextmanager
def displays_held_back() -> Iterator[None]:
    """Keep pictures and tables that the function displays from appearing once for every case."""
    shell = None
    if "IPython" in sys.modules:
        from IPython import get_ipython

        shell = get_ipython()
    if shell is None or not hasattr(shell, "display_pub"):
        yield
        return
    from IPython.core.displaypub import CapturingDisplayPublisher

    publisher = shell.display_pub
    shell.display_pub = CapturingDisplayPublisher()
    try:
        yield
    finally:
        shell.display_pub = publisher

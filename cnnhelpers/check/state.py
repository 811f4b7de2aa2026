"""What a stranger's code may change in the process, and how it is put back.

A learner's cell may replace ``np.abs``, set print options, leave the working folder or seed the
random numbers. The judge must not be fooled by that, and the notebook must go on as before.
"""

from __future__ import annotations

import builtins
import contextlib
import math
import os
import random
import sys
import threading
from collections.abc import Callable, Iterator
from operator import is_not, itemgetter
from types import ModuleType
from typing import Any

import numpy as np

from cnnhelpers.nn import init

_MODULES: tuple[ModuleType, ...] = (np, np.linalg, np.fft, np.random, math, builtins)
# As they were when the course was imported, before any cell of the learner's could touch them.
_ORIGINAL: dict[ModuleType, dict[str, Any]] = {
    module: {name: value for name, value in vars(module).items() if callable(value)}
    for module in _MODULES
}
_READ = {module: itemgetter(*names) for module, names in _ORIGINAL.items()}


def put_modules_back() -> None:
    """Give NumPy, math and the built-in functions their own functions back."""
    for module, names in _ORIGINAL.items():
        now = vars(module)
        try:
            changed = any(map(is_not, _READ[module](now), names.values()))
        except KeyError:  # deleted
            changed = True
        if changed:
            now.update(names)


@contextlib.contextmanager
def modules_kept() -> Iterator[None]:
    """Put back what the code inside changes in NumPy, math and the built-in functions."""
    try:
        yield
    finally:
        put_modules_back()


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Put back what the code inside changes: modules, settings, folder, random state, signals."""
    put_modules_back()
    undo = _undo()
    try:
        yield
    finally:
        put_modules_back()
        for step in undo:
            with contextlib.suppress(Exception):
                step()


def _undo() -> list[Callable[[], Any]]:
    steps: list[Callable[[], Any]] = []

    def keep(read: Callable[[], Any], write: Callable[[Any], Any]) -> None:
        with contextlib.suppress(Exception):
            before = read()
            steps.append(lambda: write(before))

    keep(np.get_printoptions, lambda options: np.set_printoptions(**options))
    keep(np.random.get_state, np.random.set_state)
    keep(random.getstate, random.setstate)
    keep(lambda: (init.generator(), init.generator().bit_generator.state), _set_generator)
    keep(sys.getrecursionlimit, sys.setrecursionlimit)
    keep(os.getcwd, os.chdir)
    keep(lambda: dict(os.environ), _set_environment)
    keep(lambda: (sys.stdout, sys.stderr, sys.stdin), _set_streams)
    keep(lambda: (sys.displayhook, sys.excepthook), _set_hooks)
    if threading.current_thread() is threading.main_thread():
        with contextlib.suppress(ImportError):
            import signal

            for number in (signal.SIGINT, signal.SIGTERM):
                keep(
                    lambda number=number: signal.getsignal(number),
                    lambda handler, number=number: signal.signal(number, handler),
                )
    return steps


def _set_generator(before: tuple[np.random.Generator, Any]) -> None:
    generator, state = before
    generator.bit_generator.state = state
    init.use_generator(generator)


def _set_environment(before: dict[str, str]) -> None:
    if dict(os.environ) != before:
        os.environ.clear()
        os.environ.update(before)


def _set_streams(before: tuple[Any, Any, Any]) -> None:
    sys.stdout, sys.stderr, sys.stdin = before


def _set_hooks(before: tuple[Any, Any]) -> None:
    sys.displayhook, sys.excepthook = before

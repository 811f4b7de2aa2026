"""Makes this interpreter as poor as Python in a browser, and tries the course in it.

Run as a script, it prints what it found as JSON; `test_system_in_a_browser.py` reads that.

No thread starts, no alarm rings, no process is started; there is no PyTorch, and nobody counts a
thread's time. What the course itself may not import is refused to its own modules only: Matplotlib
and IPython import `signal` and `subprocess` in a browser, too, where they do nothing.
"""

from __future__ import annotations

import asyncio
import builtins
import importlib
import io
import json
import os
import pkgutil
import sys
import tempfile
import threading
import time
import types
import warnings
from contextlib import redirect_stdout

REFUSED = {"signal", "subprocess", "multiprocessing", "torch", "resource", "socket"}


def make_poor() -> None:
    ordinary = builtins.__import__

    def imported(name, globals=None, locals=None, fromlist=(), level=0):
        asking = (globals or {}).get("__name__", "")
        if asking.startswith("cnnhelpers") and not level and name.partition(".")[0] in REFUSED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return ordinary(name, globals, locals, fromlist, level)

    def no_thread(*_, **__):
        raise RuntimeError("can't start new thread")

    builtins.__import__ = imported
    for name in ("torch", "_multiprocessing"):
        sys.modules[name] = None
    sys.modules["fcntl"] = types.ModuleType("fcntl")  # as the kernel in a browser has it
    threading._start_new_thread = no_thread
    if hasattr(threading, "_start_joinable_thread"):  # Python 3.13
        threading._start_joinable_thread = no_thread
    del time.thread_time
    if hasattr(os, "sched_getaffinity"):
        del os.sched_getaffinity


def modules() -> dict:
    """Import all that the wheel for the browser holds; returns what could not be, and why."""
    import cnnhelpers
    from cnnhelpers.lite.wheels import LEFT_OUT

    failed = {}
    left_out = [name.replace("/", ".") for name in LEFT_OUT]
    apart = [f"cnnhelpers.{name}" for name in ("__main__", "parallel.train", *left_out)]
    for module in pkgutil.walk_packages(cnnhelpers.__path__, "cnnhelpers."):
        if not any(f"{module.name}.".startswith(f"{name}.") for name in apart):
            try:
                importlib.import_module(module.name)
            except Exception as error:
                failed[module.name] = repr(error)
    return failed


def explorers() -> dict:
    """Make every explorer that needs no arguments; returns the sentence of each."""
    from cnnhelpers import explore

    said = {}
    for name in dir(explore):
        if name.endswith(("Explorer", "Player", "Bench")) and name != "Explorer":
            said[name] = getattr(explore, name)()._repr_mimebundle_()["text/plain"]
    return said


def functions() -> dict:
    """Call the library where it would use threads and processes."""
    import numpy as np

    from cnnhelpers import functional, models, nn, training

    functional.set_threads(4)
    x = np.arange(8 * 3 * 12 * 11, dtype=np.float32).reshape(8, 3, 12, 11)
    weight = np.ones((5, 3, 3, 2), np.float32)
    output = functional.conv2d(x, weight, padding=(1, 0))
    model = models.lenet()
    images, labels = np.ones((20, 1, 28, 28), np.float32), np.arange(20) % 10
    history = training.fit(
        model,
        images,
        labels,
        optimiser=nn.SGD(model.parameters(), 0.01),
        epochs=1,
        processes=2,
        batch_size=10,
    )
    return {
        "threads": functional.threads(),
        "shape": output.shape,
        "sum": float(output[0, 0, 1, 0]),
        "losses": len(history.loss),
    }


def live() -> dict:
    """Run a live training in a loop of events, as the kernel of a notebook in a browser does."""
    import numpy as np

    from cnnhelpers import explore, models

    images, labels = np.ones((320, 1, 28, 28), np.float32), np.arange(320) % 10
    run = explore.LiveTraining(models.lenet, images, labels, images[:8], labels[:8])
    turns = 0

    async def watched():
        nonlocal turns
        run.start("0.01")
        while run.running:
            turns += 1
            await asyncio.sleep(0)

    asyncio.run(watched())
    return {"steps": len(run.losses), "turns": turns > 1, "problem": run.problem}


def files() -> list:
    """Return the files in a folder whose lock is held: one of the lock would stay for ever."""
    from pathlib import Path

    from cnnhelpers.course.files import alone
    from cnnhelpers.files import write_whole

    with tempfile.TemporaryDirectory() as folder:
        with alone(Path(folder)):
            write_whole(Path(folder, "my_cnn.py"), "x = 1")
            return sorted(each.name for each in Path(folder).iterdir())


ANSWERS = """
import itertools, numpy as np

def right(x, padding):
    down, across = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((down, down), (across, across)))

def exchanged(x, padding):
    across, down = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((down, down), (across, across)))

def endless(x, padding):
    row = 0
    while row < len(x):
        x = x + 1
    return x

def for_ever(x, padding):
    while True:
        x = x + 1

def left(x, padding):
    while True:
        if padding:
            break
        for _ in x:
            break
    return x

def deeper(x, padding):
    return deeper(x, padding)

def asks(x, padding):
    return x + int(input("how many? "))
"""


def checks(debugged: bool = False) -> dict:
    """Check answers, right, wrong and endless; `debugged`: as if a debugger used Python's trace."""
    import linecache

    from cnnhelpers import check
    from cnnhelpers.check import running

    ordinary = running.SECONDS
    linecache.cache["<answers>"] = len(ANSWERS), None, ANSWERS.splitlines(True), "<answers>"
    space: dict = {}
    exec(compile(ANSWERS, "<answers>", "exec"), space)
    found = {}
    names = ("right", "for_ever", "left") if debugged else (
        "right", "exchanged", "endless", "for_ever", "deeper", "asks",
    )  # fmt: skip
    if debugged:
        sys.settrace(lambda *_: None)
    try:
        for name in names:
            if name == "left":
                from cnnhelpers.check.endless import endless_loop

                found[name] = endless_loop(space[name])
                continue
            running.SECONDS = 0.2 if name in ("endless", "for_ever") else ordinary
            with redirect_stdout(io.StringIO()):
                result = check.pad2d(space[name])
            found[name] = [result.verdict, result.mistake, str(result)]
    finally:
        sys.settrace(None)
    return found


if __name__ == "__main__":
    make_poor()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        everything = {
            "modules": modules(),
            "functions": functions(),
            "checks": checks(),
            "debugged": checks(debugged=True),
            "live": live(),
            "files": files(),
            "explorers": explorers(),
        }
    ours = [str(each.message) for each in warned if "cnnhelpers" in each.filename]
    print(json.dumps({**everything, "warnings": ours}))

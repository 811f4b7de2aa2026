"""Before a class: is there enough memory, does a kernel start, does every explorer draw?

Only the standard library is imported here; a kernel and the explorers are tried in processes of
their own.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from cnnhelpers.course.doctor.finding import Finding

LEAST_MEMORY = 1.5  # GB for a notebook with PyTorch and a browser beside it
SLOW_KERNEL = 15  # seconds
PATIENCE = 120  # seconds until an answer is not waited for any more
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

_DRAW_ALL = """
import inspect
from cnnhelpers import explore
from cnnhelpers.explore import Explorer
count = 0
for name in dir(explore):
    found = getattr(explore, name)
    if inspect.isclass(found) and issubclass(found, Explorer) and found is not Explorer:
        try:
            found().sentence
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}")
            raise SystemExit(1)
        count += 1
print(count)
"""
_START_KERNEL = """
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3")
try:
    reply = client.execute_interactive(
        "import cnnhelpers", timeout=60, silent=True, output_hook=lambda message: None
    )
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
said = reply["content"]
raise SystemExit(None if said["status"] == "ok" else f"{said['ename']}: {said['evalue']}")
"""


def examine_for_a_class() -> list[Finding]:
    """Look at what only matters before a class, and remind of what no program can see."""
    return [
        examine_memory(free_memory()),
        examine_threads(usable_cores(), {name: os.environ.get(name, "") for name in THREADS}),
        examine_kernel_start(),
        examine_explorers(),
        Finding(
            "note",
            "screen",
            "Letters should be 18 points or larger: View, Presentation Mode, and 150 % in the "
            "browser. Turn notifications off, and try the room's projector.",
        ),
    ]


def examine_memory(free: float | None) -> Finding:
    """Judge the memory that is free, in GB; None where the system does not tell."""
    if free is None:
        return Finding("note", "memory", "This system does not tell how much memory is free.")
    said = f"{free:.1f} GB of memory are free"
    if free < LEAST_MEMORY:
        return Finding(
            "problem",
            "memory",
            f"{said}; a notebook and a browser want {LEAST_MEMORY} GB.",
            "Close other programs and notebooks.",
        )
    return Finding("ok", "memory", f"{said}.")


def examine_threads(cores: int, settings: dict[str, str]) -> Finding:
    """Judge whether more threads would run than there are cores to use."""
    too_many = [
        f"{name}={value}" for name, value in settings.items()
        if value.isdigit() and int(value) > cores
    ]
    word = "core" if cores == 1 else "cores"
    if too_many:
        return Finding(
            "problem",
            "threads",
            f"{', '.join(too_many)}, and there are {cores} {word} to use: training gets slower.",
            f"export {' '.join(f'{name}={cores}' for name in settings)}",
        )
    visible = os.cpu_count() or cores
    if visible > cores and not any(settings.values()):
        return Finding(
            "problem",
            "threads",
            f"{visible} cores are seen, and {cores} {word} may be used: training gets slower.",
            f"export {' '.join(f'{name}={cores}' for name in settings)}",
        )
    return Finding("ok", "threads", f"There are {cores} {word} to use.")


def examine_kernel_start() -> Finding:
    """Start a kernel, import the course in it, and end it."""
    begin = time.monotonic()
    done, why = _tried(_START_KERNEL)
    seconds = time.monotonic() - begin
    if not done:
        return Finding(
            "problem",
            "a kernel's start",
            f"No kernel starts and imports the course: {why}.",
            "Mend what stands above first, then try this once more.",
        )
    said = f"A kernel starts and imports the course in {seconds:.0f} seconds."
    return Finding("note" if seconds > SLOW_KERNEL else "ok", "a kernel's start", said)


def examine_explorers() -> Finding:
    """Draw every explorer once."""
    done, said = _tried(_DRAW_ALL)
    if not done:
        return Finding("problem", "explorers", f"Not every explorer draws: {said}.")
    return Finding("ok", "explorers", f"All {said} explorers draw.")


def free_memory() -> float | None:
    """Return the memory that programs can still get, in GB, or None."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                free = int(line.split()[1]) * 1024
                break
        else:
            return None
    except (OSError, ValueError, LookupError):
        return None
    limit = _number(Path("/sys/fs/cgroup/memory.max"))
    used = _number(Path("/sys/fs/cgroup/memory.current"))
    if limit is not None and used is not None:
        free = min(free, limit - used)
    return free / 1e9


def usable_cores() -> int:
    """Return how many cores may be used: those given to the process, or the share of a quota."""
    try:
        cores = len(os.sched_getaffinity(0))
    except (AttributeError, OSError):  # not Linux
        cores = os.cpu_count() or 1
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return max(1, min(cores, int(quota) // int(period)))
    except (OSError, ValueError):
        return cores


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _tried(program: str) -> tuple[bool, str]:
    """Run a program in a Python of its own; returns whether that went well, and its last words."""
    import subprocess  # there is none in a browser, where the module is only imported

    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False, f"no answer came in {PATIENCE} seconds"
    except OSError as error:
        return False, str(error)
    said = (done.stdout.strip() or done.stderr.strip()).splitlines()
    return done.returncode == 0, said[-1].rstrip(".") if said else f"status {done.returncode}"

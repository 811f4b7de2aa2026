"""How much memory a call adds, in a process of its own; and whether more calls add more."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from timing.clock import Run


def prepare(side: str) -> None:
    """Load what a first call of ``side`` loads: it is not the case's own."""
    if side != "ours":
        import torch

        torch.nn.functional.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))


def peak() -> int:
    """Return the most memory, in bytes, that this process has had so far."""
    status = Path("/proc/self/status")
    if status.exists():  # there, ru_maxrss begins with what the process that started this one had
        return 1024 * int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text())[1])
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def raised(run: Run) -> float:
    """Return by how many MB a call raises this process's peak."""
    before = peak()
    result = run()  # noqa: F841 - what it returns is part of the memory
    return (peak() - before) / 1e6


def grown(run: Run, first: int, more: int) -> float:
    """Return by how many MB ``more`` calls raise the peak that ``first`` calls have reached."""
    for _ in range(first):
        run()

    def again() -> None:
        for _ in range(more):
            run()

    return raised(again)

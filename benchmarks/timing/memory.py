"""How much memory a call adds, in a process of its own; and whether more calls add more."""

from __future__ import annotations

import sys

from timing.clock import Run


def prepare(side: str) -> None:
    """Load what a first call of ``side`` loads: it is not the case's own."""
    if side != "ours":
        import torch

        torch.nn.functional.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))


def raised(run: Run) -> float:
    """Return by how many MB a call raises this process's peak."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = run()  # noqa: F841 - what it returns is part of the memory
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit / 1e6


def grown(run: Run, first: int, more: int) -> float:
    """Return by how many MB ``more`` calls raise the peak that ``first`` calls have reached."""
    for _ in range(first):
        run()

    def again() -> None:
        for _ in range(more):
            run()

    return raised(again)

"""How many threads there should be: what the machine has, and what we may use of it.

In order: CNNHELPERS_THREADS, if it is set; otherwise the processors that this process may run on,
but not more than OMP_NUM_THREADS says, nor than a control group allows (in a container, or on a
hub, processor time is often rationed though all processors are seen), nor than 8. Python in a
browser has one, whatever is set.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

from cnnhelpers import system

MOST = 8  # more help little with the sizes of this course
MEMBERSHIP, GROUPS = Path("/proc/self/cgroup"), Path("/sys/fs/cgroup")


def default_threads(
    environment: Mapping[str, str] = os.environ,
    membership: Path = MEMBERSHIP,
    groups: Path = GROUPS,
) -> int:
    """Return how many threads to use until somebody says otherwise."""
    if not system.starts_threads():
        return 1
    if (wanted := _number(environment, "CNNHELPERS_THREADS")) is not None:
        return wanted
    limits = [_processors(), MOST, int(allowance(membership, groups))]
    outer = environment.get("OMP_NUM_THREADS", "").partition(",")[0]  # a number for each nesting
    if outer.strip().isdecimal():
        limits.append(int(outer))
    return max(1, min(limits))


def allowance(membership: Path = MEMBERSHIP, groups: Path = GROUPS) -> float:
    """Return how many processors' time this process's control groups allow, or a large number.

    Linux keeps limits in files, of the group and of the groups around it: ``cpu.max`` holds
    "quota period" or "max period" (version 2), ``cpu.cfs_quota_us`` a quota or -1 (version 1).
    """
    try:
        lines = membership.read_text().splitlines()
    except OSError:  # not Linux
        return float(MOST)
    shares = [float(MOST)]
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if not controllers:
            for folder in _upwards(groups, path):
                quota, _, period = _read(folder / "cpu.max").partition(" ")
                shares += _share(quota, period)
        elif "cpu" in controllers.split(","):
            for hierarchy in (groups / controllers, groups / "cpu"):
                for folder in _upwards(hierarchy, path):
                    quota = _read(folder / "cpu.cfs_quota_us")
                    shares += _share(quota, _read(folder / "cpu.cfs_period_us"))
    return min(shares)


def _upwards(root: Path, path: str) -> Iterator[Path]:
    """Yield the folder of a group and those of the groups around it, up to ``root``."""
    names = [name for name in path.split("/") if name not in ("", "..")]
    for count in range(len(names), -1, -1):
        yield root.joinpath(*names[:count])


def _read(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def _share(quota: str, period: str) -> list[float]:
    if quota.isdecimal() and period.isdecimal() and int(period):
        return [int(quota) / int(period)]
    return []  # "max", -1, or no such file


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(environment: Mapping[str, str], name: str) -> int | None:
    """Return a whole number from the environment, None if it is not set."""
    text = environment.get(name, "").strip()
    if not text:
        return None
    if not text.isdecimal() or not int(text):
        warnings.warn(
            f"{name} must be a whole number from 1 on, not {text!r}; it is not heeded.",
            stacklevel=3,
        )
        return None
    return int(text)

"""The clock: seconds of a call, and of several sides in turns. The standard library alone.

A peer's interpreter reads this module, too: all sides are timed in the same way.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

Run = Callable[[], object]

PAUSE = 0.02  # seconds in which the other side's threads stop spinning
WARM, TIMED = 0.03, 0.02  # seconds of calls at least, without and with a clock
TIGHT = 0.2  # the same of a loop without pauses, each
OTHERS = 0.1  # cores that other programs may use on average while a turn is measured
TICKS = 0.03  # seconds by which the system's account of a turn can be wrong


def sample(run: Run) -> float:
    """Return the seconds of one call."""
    time.sleep(PAUSE)
    for seconds in (WARM, TIMED):
        calls, start = 0, time.perf_counter()
        while calls == 0 or time.perf_counter() - start < seconds:
            run()
            calls += 1
    return (time.perf_counter() - start) / calls


def tight(run: Run) -> float:
    """Return the seconds of one call in a loop without pauses: the median of its calls."""
    start = time.perf_counter()
    while time.perf_counter() - start < TIGHT:
        run()
    times, start = [], time.perf_counter()
    while not times or time.perf_counter() - start < TIGHT:
        before = time.perf_counter()
        run()
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def busy() -> float:
    """Return how many seconds all programs, or the host, had our cores, in all (Linux)."""
    try:
        ticks = Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    except OSError:
        return 0.0
    used = sum(map(int, ticks)) - int(ticks[3]) - int(ticks[4])  # but idle and waiting for a disk
    return used / os.sysconf("SC_CLK_TCK")


def in_turns(
    sides: dict[str, Run],
    rounds: int,
    take: Callable[[Run], float] = sample,
    own: Callable[[], float] = time.process_time,
) -> dict:
    """Return the seconds of all sides in undisturbed rounds; the least disturbed if those are few.

    A round that was disturbed is repeated, up to three times as many in all (not for a smoke test).
    The entry "disturbed" says whether the rest had to do. ``own`` returns the seconds that the
    sides themselves had the cores: what else was busy disturbed them.
    """
    good: list[list[float]] = []
    rest: list[tuple[float, list[float]]] = []
    for _ in range(3 * rounds if rounds > 1 else 1):
        before, start = busy() - own(), time.perf_counter()
        times = [take(run) for run in sides.values()]
        share = (busy() - own() - before - TICKS) / (time.perf_counter() - start)
        if share > OTHERS:
            rest.append((share, times))
        else:
            good.append(times)
        if len(good) == rounds:
            break
    disturbed = len(good) < min(3, rounds)
    if disturbed:
        good += [times for _, times in sorted(rest)[: 3 - len(good)]]
    return {**dict(zip(sides, map(list, zip(*good)))), "disturbed": disturbed}

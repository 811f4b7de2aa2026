"""Our time divided by PyTorch's, for every case: measured, and what follows from the figures."""

from __future__ import annotations

import statistics

from timing.cases import (
    CASES,
    LAST,
    LENET,
    MEAN,
    MEAN_OF,
    WORST,
    Conv,
    lenet_batch,
    normal,
    runs,
    tensors,
)
from timing.clock import in_turns, tight


def peak(rounds: int) -> dict[str, float]:
    """Return the operations a second of a product of large matrices, with either side."""
    import numpy as np
    import torch

    a, b = normal(1536, 1536), normal(1536, 1536)
    ta, tb = tensors("torch", a, b)
    products = {"ours": lambda: np.matmul(a, b), "torch": lambda: torch.matmul(ta, tb)}
    times = in_turns(products, rounds)
    return {side: 2 * 1536**3 / min(times[side]) for side in products}


def measure(names: list[str], threads: list[int], rounds: int) -> dict:
    """Measure in this process; returns what :func:`main` puts into tables."""
    import torch
    from threadpoolctl import threadpool_info, threadpool_limits

    from cnnhelpers import functional as F

    result: dict = {"peak": {}, "cases": {}, "blas": ""}
    for info in threadpool_info():
        if info["user_api"] == "blas":
            result["blas"] = f"{info['internal_api']} {info['version']}, {info['architecture']}"
    for count in threads:
        F.set_threads(count)
        torch.set_num_threads(count)
        with threadpool_limits(count, user_api="blas"):
            result["peak"][count] = peak(rounds)
            for name in names:
                sides = {side: runs(name, side) for side in ("ours", "torch", "last")}
                for mode in sides["ours"]:
                    times = in_turns({side: run[mode] for side, run in sides.items()}, rounds)
                    result["cases"].setdefault(name, {})[f"{mode} {count}"] = times
                loops = {side: run["both"] for side, run in sides.items()}
                times = in_turns(loops, max(1, rounds // 3), tight)
                result["cases"][name][f"tight {count}"] = times
    if LENET in names and max(threads) > 1:
        result["processes"] = in_processes(max(threads))
    return result


def in_processes(count: int) -> float:
    """Return the seconds of a LeNet step in a tight loop, with so many processes."""
    from cnnhelpers import models, nn
    from cnnhelpers.training.processes import Team

    model, (images, labels) = models.lenet(), lenet_batch()
    optimiser = nn.SGD(model.parameters(), 0.001)
    team = Team(model, images, len(images), count)
    try:
        step = team.start()
        return tight(lambda: step(model, images, labels, optimiser))
    finally:
        team.end()


def ratios(times: dict[str, list[float]], to: str = "torch") -> tuple[float, float]:
    """Return our time divided by theirs: median of the turns, and of the shortest times."""
    pairs = [ours / theirs for ours, theirs in zip(times["ours"], times[to])]
    return statistics.median(pairs), min(times["ours"]) / min(times[to])


def disturbed(measured: dict, name: str, threads: int = 2) -> bool:
    """Return whether a figure of :func:`summary` rests on disturbed turns."""
    names = MEAN_OF if name in (MEAN, WORST) else [LENET if name == LAST else name]
    return any(measured["cases"][one][f"both {threads}"]["disturbed"] for one in names)


def summary(measured: dict, threads: int = 2) -> dict[str, tuple[float, float]]:
    """Return median and minimum ratio, forward and backward, of all that has a goal."""
    found = {
        name: ratios(modes[f"both {threads}"])
        for name, modes in measured["cases"].items()
        if f"both {threads}" in modes
    }
    if LENET in found:
        found[LAST] = ratios(measured["cases"][LENET][f"both {threads}"], "last")
    convs = [found[name] for name in MEAN_OF if name in found]
    if len(convs) == len(MEAN_OF):
        found[MEAN] = tuple(statistics.geometric_mean(kind) for kind in zip(*convs))
        found[WORST] = tuple(max(kind) for kind in zip(*convs))
    return found


def scaling(modes: dict, side: str, mode: str = "both") -> float | None:
    """Return how many times as fast a case's shortest time is with two threads, if measured."""
    one, two = modes.get(f"{mode} 1"), modes.get(f"{mode} 2")
    return min(one[side]) / min(two[side]) if one and two else None


def least_scaling(measured: dict) -> float | None:
    """Return what a second thread gains at least, in the forward pass or both of a convolution."""
    gains = [
        scaling(modes, "ours", mode)
        for name, modes in measured["cases"].items()
        if isinstance(CASES[name], Conv)
        for mode in ("forward", "both")
    ]
    return min(gains) if gains and None not in gains else None

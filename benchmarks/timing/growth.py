"""How time and memory grow with the batch and with the image: figures, a table and curves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from timing.cases import Conv, conv_runs, lenet_step
from timing.clock import Run, in_turns
from timing.machine import measured_on

HEADING = "#### Growth"
STEP, CONV = "LeNet SGD step", "conv 64→64, 3×3, 4 images"
CURVES = {STEP: (8, 16, 32, 64, 128, 256, 512), CONV: (28, 56, 112, 224, 448)}
ALONG = {STEP: "images in the batch", CONV: "pixels along a side"}
SIDES = {"ours": "ours", "torch": "PyTorch"}
CALLS = 20, 500  # LeNet steps in a process before memory is looked at, and those after


def run(curve: str, size: int, side: str) -> Run:
    """Return what to call at one point of a curve: forward and backward."""
    if curve == STEP:
        return lenet_step(side, size)
    return conv_runs(Conv(64, 64, 3, 1, 1, size, 4), side)["both"]


def measure(rounds: int, threads: int = 2) -> dict[str, dict[str, dict]]:
    """Return the seconds of both sides at all points of the curves."""
    import torch
    from threadpoolctl import threadpool_limits

    from cnnhelpers import functional as F

    F.set_threads(threads)
    torch.set_num_threads(threads)
    result: dict = {}
    with threadpool_limits(threads, user_api="blas"):
        for curve, sizes in CURVES.items():
            points = result[curve] = {}
            for size in sizes:
                points[str(size)] = in_turns({s: run(curve, size, s) for s in SIDES}, rounds)
    return result


def add_memory(measured: dict, used: Callable[[str, int, str], float]) -> None:
    """Note at each point what ``used(curve, size, side)`` says: MB."""
    for curve, points in measured.items():
        for size, times in points.items():
            times["MB"] = {side: used(curve, int(size), side) for side in SIDES}


def report(measured: dict, grown: dict[str, float], picture: Path) -> str:
    """Return the section: a picture and a table. ``grown``: MB that more calls added, by side."""
    lines = [
        HEADING,
        "",
        f"{measured_on()} Two threads, OPENBLAS_CORETYPE unset; shortest times of forward and "
        "backward, and what one call adds to the peak of a fresh process.",
        "",
        f"![{described(measured)}]({picture.name})",
        "",
        "| case | size | ms: ours | PyTorch | ours ÷ PyTorch | MB: ours | PyTorch |",
        "|---|---|---|---|---|---|---|",
    ]
    for curve, points in measured.items():
        for size, times in points.items():
            ours, theirs = min(times["ours"]), min(times["torch"])
            mark = "*" if times["disturbed"] else ""
            memory = [f"{times['MB'][side]:.0f}" for side in SIDES]
            shown = f"{size}²" if curve == CONV else size
            cells = [curve, shown, f"{1e3 * ours:.2f}", f"{1e3 * theirs:.2f}"]
            cells += [f"{ours / theirs:.2f}{mark}", *memory]
            lines.append("| " + " | ".join(cells) + " |")
    first, more = CALLS
    lines += [
        "",
        f"Memory does not grow with calls: after {first} LeNet steps, {more} more raised the "
        f"process's peak by {grown['ours']:.1f} MB (PyTorch's: {grown['torch']:.1f}).",
    ]
    return "\n".join(lines) + "\n"


def described(measured: dict) -> str:
    """Return the picture in words: how much the first and the last point of each curve cost."""
    sentences = []
    for curve, points in measured.items():
        (low, first), *_, (high, last) = points.items()
        parts = []
        for side, name in SIDES.items():
            times = [1e3 * min(one[side]) for one in (first, last)]
            memory = [one["MB"][side] for one in (first, last)]
            parts.append(
                f"{name} {times[0]:.1f} to {times[1]:.0f} ms and "
                f"{memory[0]:.0f} to {memory[1]:.0f} MB"
            )
        sentences.append(f"{curve}, {low} to {high} {ALONG[curve]}: {'; '.join(parts)}")
    return "Curves of time and of memory, both axes logarithmic. " + ". ".join(sentences)


def draw(measured: dict, path: Path) -> None:
    """Draw time above and memory below, a column for each curve."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.ticker import LogLocator, StrMethodFormatter

    figure, grid = pyplot.subplots(2, len(CURVES), figsize=(8, 5.6), layout="constrained")
    styles = {"ours": ("#0072B2", "o-"), "torch": ("#D55E00", "D--")}
    for column, (curve, points) in enumerate(measured.items()):
        sizes = [int(size) for size in points]
        for side, (colour, mark) in styles.items():
            times = [1e3 * min(one[side]) for one in points.values()]
            memory = [max(one["MB"][side], 0.1) for one in points.values()]
            for axes, values in zip(grid[:, column], (times, memory)):
                axes.plot(sizes, values, mark, color=colour, label=SIDES[side], markersize=5)
        for axes, what in zip(grid[:, column], ("ms", "MB")):
            axes.set(xscale="log", yscale="log", ylabel=what)
            axes.set_xticks(sizes, [str(size) for size in sizes])
            axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            axes.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
            axes.minorticks_off()
            axes.grid(color="#DDDDDD")
            axes.set_axisbelow(True)
        grid[0, column].set_title(curve)
        grid[1, column].set_xlabel(ALONG[curve])
    figure.legend(*grid[0, 0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)

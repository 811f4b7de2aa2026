"""How fast the NumPy library is, beside PyTorch on the same machine.

    python benchmarks/speed.py            print the tables; some minutes
    python benchmarks/speed.py --write    also put them, and a picture, into benchmarks/
    python benchmarks/speed.py --quick    a smoke test: few samples, not to be relied on

Every case is measured in turns: ours, PyTorch, PyTorch with channels-last arrays, ours, and so on.
Each turn begins with a pause, in which the threads of the one before fall asleep, and with some
calls that are not timed: what is measured is a loop, as in training. Both sides have the same
number of threads, 1 or 2, and the same float32 arrays. On Linux a turn is repeated when other
programs were at work meanwhile; what could not be measured undisturbed all the same is marked with
an asterisk.

*Median* is the median over the turns of our time divided by PyTorch's in the same turn; *minimum*
is our shortest time divided by PyTorch's shortest. *Of peak* is the arithmetic of the direct method
(2 operations a multiply-add), divided by our shortest time and by what the machine reaches with a
product of large matrices: algorithms that save arithmetic can pass 100 %. *Memory* is what one
forward and backward pass adds to the peak of a fresh process. *One ÷ two threads* is what the
second thread gains: 2 would be all of it. *Tight loop* is the median call of a loop without pauses,
each side by itself, beside which the LeNet step is also timed in two processes.

Each processor has its own tables in benchmarks/README.md: --write replaces those of the processor
that it runs on, and leaves the others.

OpenBLAS chooses its code by the processor, or as OPENBLAS_CORETYPE says. Some machines set that to
Haswell, which leaves half of the speed of a processor with AVX-512 unused, of NumPy alone. So all
is measured in two processes, without the variable and with it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
HEADING = "## Speed"
INTRODUCTION = """\
`python benchmarks/speed.py --write` measures, and puts down the tables of the processor at hand.

Our time divided by PyTorch's for the same float32 arrays and as many threads; below 1 we are \
faster. Median of the turns (and minimum: shortest by shortest time); `speed.py` says how it \
measures. Figures of less than 3 ms are good to ±50 %, others to ±10 to 20 %.

Read with care: much of what is won in the LeNet step is won from PyTorch's max pooling in its \
default layout, which is slow; so the ratio to channels-last arrays stands beside it. PyTorch's \
backward pass of 1×1 is slowed by page faults of freed memory; so 1×1 is in no mean.
"""
SETTINGS = {"unset": None, "Haswell": "Haswell"}  # of OPENBLAS_CORETYPE
PAUSE = 0.02  # seconds in which the other side's threads stop spinning
WARM, TIMED = 0.03, 0.02  # seconds of calls at least, without and with a clock
TIGHT = 0.2  # the same of a loop without pauses, each
OTHERS = 0.1  # cores that other programs may use on average while a turn is measured
TICKS = 0.03  # seconds by which the system's account of a turn can be wrong


@dataclass(frozen=True)
class Conv:
    """A convolution: channels, filters, kernel, stride, padding, image size, batch."""

    channels: int
    filters: int
    kernel: int
    stride: int
    padding: int
    size: int
    batch: int
    groups: int = 1

    @property
    def name(self) -> str:
        if self.groups > 1:
            what = f"depthwise {self.channels}"
        else:
            what = f"{self.channels}→{self.filters}"
        stride = f" stride {self.stride}" if self.stride > 1 else ""
        return f"conv {what}, {self.kernel}×{self.kernel}{stride}, {self.size}² ({self.batch})"

    @property
    def operations(self) -> float:
        """Additions and multiplications of a forward pass, computed directly."""
        out = (self.size + 2 * self.padding - self.kernel) // self.stride + 1
        taps = self.channels // self.groups * self.kernel**2
        return 2.0 * self.batch * self.filters * taps * out**2


CONVS = [
    Conv(1, 20, 5, 1, 2, 28, 64),
    Conv(20, 50, 5, 1, 2, 14, 64),
    Conv(64, 64, 3, 1, 1, 56, 8),
    Conv(128, 128, 3, 2, 1, 56, 8),
    Conv(256, 256, 3, 1, 1, 14, 16),
    Conv(3, 64, 11, 4, 2, 224, 8),
    Conv(64, 64, 3, 1, 1, 112, 4),
    Conv(3, 16, 3, 1, 1, 32, 64),
    Conv(192, 16, 1, 1, 0, 28, 32),
    Conv(64, 64, 3, 1, 1, 56, 8, groups=64),
]
MEAN_OF = [conv.name for conv in CONVS if conv.kernel > 1 and conv.groups == 1]
POOL, NORM, LENET = "max pool 2×2, 64×28² (64)", "batch norm 64×56² (8)", "LeNet SGD step (64)"
DEPTHWISE = CONVS[-1].name
CASES = {conv.name: conv for conv in CONVS} | {name: name for name in (POOL, NORM, LENET)}
MEAN, WORST, LAST = "geometric mean of 8 convolutions", "worst of them", "LeNet to channels-last"
# Goals for forward and backward on two threads, by setting.
GOALS = {
    LENET: (0.85, 1.05),
    LAST: (1.2, 1.4),
    MEAN: (0.95, 1.2),
    WORST: (1.4, 1.8),
    DEPTHWISE: (4.0, None),
    POOL: (0.6, None),
    NORM: (2.5, None),
}

# What is timed ----------------------------------------------------------------------------------

Run = Callable[[], object]


def runs(name: str, side: str) -> dict[str, Run]:
    """Return what to call for "forward" and for "both", forward and backward.

    ``side``: "ours", "torch" or "last", PyTorch with channels-last arrays.
    """
    case = CASES[name]
    if name == LENET:
        return {"both": _lenet(side)}
    if isinstance(case, Conv):
        return _conv(case, side)
    return _pool(side) if name == POOL else _norm(side)


def _normal(*shape: int):
    import numpy as np

    return np.random.default_rng(sum(shape)).standard_normal(shape, dtype=np.float32)


def _tensors(side: str, *arrays):
    import torch

    layout = torch.channels_last if side == "last" else torch.contiguous_format
    return [
        torch.tensor(a).to(memory_format=layout) if a.ndim == 4 else torch.tensor(a) for a in arrays
    ]


def _torch_runs(side: str, operation: Callable, arrays: list, output: tuple[int, ...]):
    import torch

    tensors = [tensor.requires_grad_() for tensor in _tensors(side, *arrays)]
    (upstream,) = _tensors(side, _normal(*output))

    def forward():
        with torch.no_grad():
            return operation(*tensors)

    def both():
        return torch.autograd.grad(operation(*tensors), tensors, upstream)

    return {"forward": forward, "both": both}


def _conv(conv: Conv, side: str) -> dict[str, Run]:
    options = {"stride": conv.stride, "padding": conv.padding, "groups": conv.groups}
    x = _normal(conv.batch, conv.channels, conv.size, conv.size)
    depth = conv.channels // conv.groups
    weight = _normal(conv.filters, depth, conv.kernel, conv.kernel) / (depth**0.5 * conv.kernel)
    bias = _normal(conv.filters)
    out = (conv.size + 2 * conv.padding - conv.kernel) // conv.stride + 1
    shape = conv.batch, conv.filters, out, out
    if side != "ours":
        import torch

        operation = partial(torch.nn.functional.conv2d, **options)
        return _torch_runs(side, operation, [x, weight, bias], shape)
    from cnnhelpers import functional as F

    upstream = _normal(*shape)

    def both():
        return F.conv2d(x, weight, bias, **options), F.conv2d_backward(
            upstream, x, weight, **options
        )

    return {"forward": lambda: F.conv2d(x, weight, bias, **options), "both": both}


def _pool(side: str) -> dict[str, Run]:
    x = _normal(64, 64, 28, 28)
    if side != "ours":
        import torch

        operation = partial(torch.nn.functional.max_pool2d, kernel_size=2)
        return _torch_runs(side, operation, [x], (64, 64, 14, 14))
    from cnnhelpers import functional as F

    upstream = _normal(64, 64, 14, 14)
    return {
        "forward": lambda: F.max_pool2d(x, 2),
        "both": lambda: (F.max_pool2d(x, 2), F.max_pool2d_backward(upstream, x, 2)),
    }


def _norm(side: str) -> dict[str, Run]:
    x, weight, bias = _normal(8, 64, 56, 56), _normal(64), _normal(64)
    if side != "ours":
        import torch

        def operation(x, weight, bias):
            return torch.nn.functional.batch_norm(x, None, None, weight, bias, training=True)

        return _torch_runs(side, operation, [x, weight, bias], x.shape)
    from cnnhelpers import functional as F

    upstream = _normal(*x.shape)

    def forward():
        return F.batch_norm(x, None, None, weight, bias, training=True)

    def both():
        grads = F.batch_norm_backward(upstream, x, None, None, weight, training=True)
        return forward(), grads

    return {"forward": forward, "both": both}


def _lenet(side: str) -> Run:
    import numpy as np

    images, labels = _normal(64, 1, 28, 28), np.arange(64) % 10
    if side == "ours":
        from cnnhelpers import models, nn, training

        model = models.lenet()
        optimiser = nn.SGD(model.parameters(), 0.001)
        return lambda: training.train_step(model, images, labels, optimiser)
    import torch

    model = torch.nn.Sequential(
        torch.nn.Conv2d(1, 20, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Conv2d(20, 50, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.MaxPool2d(2),
        torch.nn.Flatten(),
        torch.nn.Linear(2450, 500),
        torch.nn.ReLU(),
        torch.nn.Linear(500, 10),
    )
    if side == "last":
        model = model.to(memory_format=torch.channels_last)
    (batch,), targets = _tensors(side, images), torch.tensor(labels)
    optimiser = torch.optim.SGD(model.parameters(), 0.001)

    def step():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(batch), targets)
        loss.backward()
        optimiser.step()
        return loss.item()

    return step


# How it is timed --------------------------------------------------------------------------------


def others() -> float:
    """Return how many seconds other programs, or the host, had our cores, in all (Linux)."""
    try:
        ticks = Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    except OSError:
        return 0.0
    busy = sum(map(int, ticks)) - int(ticks[3]) - int(ticks[4])  # but idle and waiting for a disk
    return busy / os.sysconf("SC_CLK_TCK") - time.process_time()


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


def in_turns(sides: dict[str, Run], rounds: int, take: Callable[[Run], float] = sample) -> dict:
    """Return the seconds of all sides in undisturbed rounds; the least disturbed if those are few.

    A round that was disturbed is repeated, up to three times as many in all (not for a smoke test).
    The entry "disturbed" says whether the rest had to do.
    """
    good: list[list[float]] = []
    rest: list[tuple[float, list[float]]] = []
    for _ in range(3 * rounds if rounds > 1 else 1):
        before, start = others(), time.perf_counter()
        times = [take(run) for run in sides.values()]
        share = (others() - before - TICKS) / (time.perf_counter() - start)
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


def peak(rounds: int) -> dict[str, float]:
    """Return the operations a second of a product of large matrices, with either side."""
    import numpy as np
    import torch

    a, b = _normal(1536, 1536), _normal(1536, 1536)
    ta, tb = _tensors("torch", a, b)
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
    import numpy as np

    from cnnhelpers import models, nn
    from cnnhelpers.training.processes import Team

    model, images, labels = models.lenet(), _normal(64, 1, 28, 28), np.arange(64) % 10
    optimiser = nn.SGD(model.parameters(), 0.001)
    team = Team(model, images, len(images), count)
    try:
        step = team.start()
        return tight(lambda: step(model, images, labels, optimiser))
    finally:
        team.end()


def memory(name: str, side: str) -> float:
    """Return by how many MB a forward and backward pass raises this process's peak."""
    import resource

    if side != "ours":  # whatever a first call loads is not the case's own
        import torch

        torch.nn.functional.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2))
    run = runs(name, side)["both"]
    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result = run()  # noqa: F841 - what it returns is part of the memory
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit / 1e6


def in_process(setting: str, *arguments: str) -> object:
    """Run this file in a process of its own with OPENBLAS_CORETYPE as in ``setting``."""
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"}
    if SETTINGS[setting]:
        environment["OPENBLAS_CORETYPE"] = SETTINGS[setting]
    command = [sys.executable, __file__, "--inside", *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


# What is said about it --------------------------------------------------------------------------


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


def scaling(modes: dict, side: str) -> str:
    """Return how much shorter a case's shortest time is with two threads, or nothing."""
    if "both 1" not in modes or "both 2" not in modes:
        return ""
    return f"{min(modes['both 1'][side]) / min(modes['both 2'][side]):.2f}"


def table(measured: dict, threads: int, megabytes: dict) -> list[str]:
    """Return the rows of one setting and number of threads."""
    reached = max(measured["peak"][str(threads)].values())
    lines = [
        "| case (batch) | forward, ms | ÷ PyTorch | forward + backward, ms | ÷ PyTorch "
        "| ÷ channels-last | tight loop, ms: ours, PyTorch, channels-last "
        "| one ÷ two threads: ours, PyTorch | of peak | memory, MB: ours, PyTorch |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, modes in measured["cases"].items():
        cells = [name]
        for mode in ("forward", "both"):
            times = modes.get(f"{mode} {threads}")
            if times:
                median, least = ratios(times)
                mark = "*" if times["disturbed"] else ""
                cells += [f"{1e3 * min(times['ours']):.2f}", f"{median:.2f} ({least:.2f}){mark}"]
            else:
                cells += ["", ""]
        both = modes[f"both {threads}"]
        mark = "*" if both["disturbed"] else ""
        cells.append("{:.2f} ({:.2f}){}".format(*ratios(both, "last"), mark))
        loop = modes[f"tight {threads}"]
        mark = "*" if loop["disturbed"] else ""
        loops = [f"{1e3 * min(loop[side]):.2f}" for side in ("ours", "torch", "last")]
        cells.append(", ".join(loops) + mark)
        gains = [scaling(modes, side) for side in ("ours", "torch")] if threads == 2 else []
        cells.append(", ".join(filter(None, gains)))
        if isinstance(CASES[name], Conv):
            share = 3 * CASES[name].operations / min(both["ours"]) / reached
            cells.append(f"{share:.0%}".replace("%", " %"))
        else:
            cells.append("")
        used = megabytes.get(name)
        cells.append(f"{used['ours']:.0f}, {used['torch']:.0f}" if used else "")
        lines.append("| " + " | ".join(cells) + " |")
    if threads == 2 and "processes" in measured:
        lines += ["", f"The LeNet step in two processes: {1e3 * measured['processes']:.2f} ms."]
    return lines


def goal_rows(results: dict[str, dict]) -> list[str]:
    """Return the table of the goals: median (minimum) of each setting."""
    lines = [
        "| forward + backward ÷ PyTorch, two threads | "
        + " | ".join(f"{_variable(setting)} | goal" for setting in results)
        + " |",
        "|---|" + "---|---|" * len(results),
    ]
    found = {setting: summary(measured) for setting, measured in results.items()}
    for name, goals in GOALS.items():
        cells = [name]
        for setting in results:
            goal = goals[list(SETTINGS).index(setting)]
            if name not in found[setting]:
                cells += ["", ""]
                continue
            median, least = found[setting][name]
            mark = "*" if disturbed(results[setting], name) else ""
            verdict = ""
            if goal is not None:
                met = "undecided" if mark else "met" if median <= goal else "missed"
                verdict = f"{goal:g}: {met}"
            cells += [f"{median:.2f} ({least:.2f}){mark}", verdict]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _variable(setting: str) -> str:
    return "OPENBLAS_CORETYPE " + ("unset" if SETTINGS[setting] is None else f"= {setting}")


def processor() -> str:
    """Name what was measured on: the tables of each have a heading of their own."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        text = cpuinfo.read_text()
        found = re.search(r"^model name\s*:\s*(.+)$", text, re.M)
        name = found.group(1) if found else name
        name += " with AVX-512" if "avx512f" in text else ""
    return f"{os.cpu_count()} cores of {name}"


def picture() -> Path:
    """Return where the picture of this processor is."""
    slug = re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")
    return HERE / f"speed-{slug}.png"


def report(results: dict[str, dict], threads: list[int], megabytes: dict) -> str:
    """Return this processor's part of benchmarks/README.md."""
    import numpy as np
    import torch

    lines = [
        f"### {processor()}",
        "",
        f"Measured on {date.today().isoformat()}: {platform.system()}, Python "
        f"{platform.python_version()}, NumPy {np.__version__}, PyTorch {torch.__version__}.",
        "",
    ]
    if any(
        times["disturbed"]
        for measured in results.values()
        for modes in measured["cases"].values()
        for times in modes.values()
    ):
        lines += [
            "**Other programs were running on the machine.** What is marked with * could not be "
            "measured undisturbed, and can be wrong by any factor; most of all with two threads, "
            "where PyTorch's wait for each other.",
            "",
        ]
    if 2 in threads:
        lines += [*goal_rows(results), ""]
        lines += [
            "![Our time divided by PyTorch's for each case, on two threads, with "
            "OPENBLAS_CORETYPE unset and set to Haswell; the tables have the numbers]"
            f"({picture().name})",
            "",
        ]
    for setting, measured in results.items():
        for count in threads:
            speeds = measured["peak"][str(count)]
            lines += [
                f"#### {_variable(setting)}, {count} thread{'s' * (count > 1)}",
                "",
                f"{measured['blas']}. A product of 1536×1536 matrices: NumPy "
                f"{speeds['ours'] / 1e9:.0f}, PyTorch {speeds['torch'] / 1e9:.0f} GFLOP/s.",
                "",
                *table(measured, count, megabytes if setting == "unset" and count == 2 else {}),
                "",
            ]
    return "\n".join(lines).rstrip("\n") + "\n"


def draw(results: dict[str, dict], path: Path) -> None:
    """Draw the ratios on two threads: one row a case, one mark a setting."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = [name for name in (*CASES, MEAN) if name in summary(next(iter(results.values())))]
    figure, axes = pyplot.subplots(figsize=(8, 0.36 * len(names) + 1.4), layout="constrained")
    styles = {"unset": ("#0072B2", "o"), "Haswell": ("#D55E00", "D")}
    for setting, measured in results.items():
        found, (colour, mark) = summary(measured), styles[setting]
        values = [found[name][0] for name in names]
        axes.plot(values, range(len(names)), mark, color=colour, label=_variable(setting))
    axes.axvline(1, color="#444444", linewidth=1)
    axes.set(
        xscale="log",
        yticks=range(len(names)),
        yticklabels=names,
        xlabel="our time ÷ PyTorch's (left of 1: we are faster)",
        title="Forward + backward, two threads",
    )
    ticks = [0.1, 0.2, 0.5, 1, 2, 4]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.invert_yaxis()
    axes.grid(axis="y", color="#DDDDDD")
    axes.set_axisbelow(True)
    figure.legend(loc="outside lower center", ncols=len(results))
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)


def put(text: str, heading: str, into: str) -> str:
    """Return a text with a part in the place of the one with that heading, or added at the end.

    A part ends where the next heading of its kind, or of a higher one, begins.
    """
    level, text = heading.index(" "), text.rstrip("\n") + "\n"
    pattern = re.compile(rf"^{re.escape(heading)}$.*?(?=^#{{1,{level}}} |\Z)", re.M | re.S)
    found = pattern.search(into)
    if found is None:
        return into.rstrip("\n") + "\n\n" + text
    after = into[found.end() :]
    return into[: found.start()] + text + ("\n" + after if after else "")


def write_section(text: str, path: Path = README) -> None:
    """Put this processor's tables into the file; those of others stay as they are."""
    whole = path.read_text(encoding="utf-8") if path.exists() else "# Benchmarks\n"
    section = re.search(rf"^{re.escape(HEADING)}$.*?(?=^## |\Z)", whole, re.M | re.S)
    old = section[0] if section else f"{HEADING}\n\n{INTRODUCTION}"
    new = put(text, text.partition("\n")[0], old)
    path.write_text(put(new, HEADING, whole), encoding="utf-8")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="update benchmarks/README.md")
    parser.add_argument("--quick", action="store_true", help="a smoke test, under 30 s")
    parser.add_argument("--only", metavar="TEXT", help="cases whose name contains this")
    parser.add_argument("--threads", type=int, choices=(1, 2), action="append")
    parser.add_argument("--setting", choices=SETTINGS, action="append")
    parser.add_argument("--rounds", type=int, default=9, help="turns of each case")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--memory", metavar="SIDE", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.write and (options.quick or options.only or options.threads or options.setting):
        parser.error("--write puts down all tables; leave the other options out")
    names = [name for name in CASES if not options.only or options.only in name]
    if not names:
        parser.error(f"no case is called {options.only!r}; there are: {'; '.join(CASES)}")
    threads, settings = options.threads or [1, 2], options.setting or list(SETTINGS)
    if options.quick:
        options.rounds, threads, settings = 1, options.threads or [2], ["unset"]
    if options.memory:
        print(json.dumps(memory(names[0], options.memory)))
        return 0
    if options.inside:
        print(json.dumps(measure(names, threads, options.rounds)))
        return 0
    print(f"OPENBLAS_CORETYPE is {os.environ.get('OPENBLAS_CORETYPE', 'unset')} here.", flush=True)
    arguments = ["--rounds", str(options.rounds)]
    arguments += ["--only", options.only] if options.only else []
    for count in threads:
        arguments += ["--threads", str(count)]
    results = {setting: in_process(setting, *arguments) for setting in settings}
    megabytes = {}
    if not options.quick and sys.platform != "win32":
        megabytes = {
            name: {
                side: in_process("unset", "--only", name, "--memory", side)
                for side in ("ours", "torch")
            }
            for name in names
        }
    text = report(results, threads, megabytes)
    print(text)
    if options.write:
        write_section(text)
        draw(results, picture())
    return 0


if __name__ == "__main__":
    sys.exit(main())

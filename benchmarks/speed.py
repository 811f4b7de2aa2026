"""How fast the NumPy library is, beside PyTorch on the same machine.

    python benchmarks/speed.py            print the tables; a quarter of an hour
    python benchmarks/speed.py --write    also put them, and pictures, into benchmarks/
    python benchmarks/speed.py --quick    a smoke test: few samples, not to be relied on

There are four parts, to be had one at a time with --part: "ratios" (our time ÷ PyTorch's), "peer"
(beside DeZero, for which --peer names a Python; without it you are told how to get one), "growth"
(time and memory as batch and image grow) and "training" (notebook 13's LeNet, whole).

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
that it runs on, and leaves the others, and the parts that were not measured.

OpenBLAS chooses its code by the processor, or as OPENBLAS_CORETYPE says. Some machines set that to
Haswell, which leaves half of the speed of a processor with AVX-512 unused, of NumPy alone. So the
ratios are measured in two processes, without the variable and with it; the rest without it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from timing import growth, memory, peer, ratios, tables, training
from timing.cases import CASES, runs
from timing.machine import processor, slug
from timing.page import write_section

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
RATIOS, GROWTH = HERE / f"speed-{slug()}.png", HERE / f"speed-growth-{slug()}.png"
PARTS = "ratios", "peer", "growth", "training"


def in_process(setting: str, *arguments: str) -> object:
    """Run this file in a process of its own with OPENBLAS_CORETYPE as in ``setting``."""
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"}
    if value := tables.SETTINGS[setting]:
        environment["OPENBLAS_CORETYPE"] = value
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(done.returncode)  # it has said why
    return json.loads(done.stdout)


def inside(options: argparse.Namespace, names: list[str], threads: list[int]) -> object:
    """Measure in this process what ``--inside`` names."""
    if options.inside == "ratios":
        return ratios.measure(names, threads, options.rounds)
    if options.inside == "peer":
        return peer.measure(options.peer, threads, options.rounds)
    if options.inside == "growth":
        return growth.measure(max(1, options.rounds // 3))
    if options.inside == "training":
        return training.train(options.call)
    if options.inside == "grown":
        run = growth.run(growth.STEP, 64, options.side)
        return memory.grown(run, *growth.CALLS)
    memory.prepare(options.side)
    curve, _, size = options.call.rpartition(" @ ")
    if curve:
        return memory.raised(growth.run(curve, int(size), options.side))
    return memory.raised(runs(options.call, options.side)["both"])


def megabytes(call: str, side: str) -> float:
    """Return what a call adds to the peak of a process of its own."""
    return in_process("unset", "--inside", "memory", "--call", call, "--side", side)


def measure_ratios(options: argparse.Namespace, names: list[str], threads: list[int]) -> str:
    settings = options.setting or list(tables.SETTINGS)
    arguments = ["--inside", "ratios", "--rounds", str(options.rounds)]
    arguments += ["--only", options.only] if options.only else []
    for count in threads:
        arguments += ["--threads", str(count)]
    results = {setting: in_process(setting, *arguments) for setting in settings}
    used = {}
    if not options.quick and sys.platform != "win32":
        used = {name: {side: megabytes(name, side) for side in growth.SIDES} for name in names}
    if options.write:
        tables.draw(results, RATIOS)
    return tables.report(results, threads, used, RATIOS)


def measure_peer(options: argparse.Namespace, threads: list[int]) -> str:
    if not options.peer:
        print(peer.HOW)
        return ""
    arguments = ["--inside", "peer", "--peer", options.peer, "--rounds", str(options.rounds)]
    for count in threads:
        arguments += ["--threads", str(count)]
    return peer.report(in_process("unset", *arguments), threads)


def measure_growth(options: argparse.Namespace) -> str:
    measured = in_process("unset", "--inside", "growth", "--rounds", str(options.rounds))
    growth.add_memory(measured, lambda curve, n, side: megabytes(f"{curve} @ {n}", side))
    grown = {
        side: in_process("unset", "--inside", "grown", "--side", side) for side in growth.SIDES
    }
    if options.write:
        growth.draw(measured, GROWTH)
    return growth.report(measured, grown, GROWTH)


def measure_training(options: argparse.Namespace) -> str:
    def run(way: str) -> dict[str, float]:
        return in_process("unset", "--inside", "training", "--call", way)

    return training.report(training.measure(run, max(1, options.rounds // 4)))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true", help="update benchmarks/README.md")
    parser.add_argument("--quick", action="store_true", help="a smoke test, under 30 s")
    parser.add_argument("--part", choices=PARTS, action="append", help="this part alone")
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has DeZero")
    parser.add_argument("--only", metavar="TEXT", help="ratios of cases whose name contains this")
    parser.add_argument("--threads", type=int, choices=(1, 2), action="append")
    parser.add_argument("--setting", choices=tables.SETTINGS, action="append")
    parser.add_argument("--rounds", type=int, default=9, help="turns of each case")
    for name in ("--inside", "--call", "--side"):
        parser.add_argument(name, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.write and (options.quick or options.only or options.threads or options.setting):
        parser.error("--write puts down whole tables; leave the other options out")
    names = [name for name in CASES if not options.only or options.only in name]
    if not names:
        parser.error(f"no case is called {options.only!r}; there are: {'; '.join(CASES)}")
    threads = options.threads or ([2] if options.quick else [1, 2])
    if options.inside:
        print(json.dumps(inside(options, names, threads)))
        return 0
    print(f"OPENBLAS_CORETYPE is {os.environ.get('OPENBLAS_CORETYPE', 'unset')} here.", flush=True)
    chosen = options.part or (["ratios"] if options.only else PARTS)
    if options.quick:
        options.rounds, options.setting = 1, ["unset"]
        chosen = options.part or ["ratios"]
    texts = {
        "ratios": lambda: measure_ratios(options, names, threads),
        "peer": lambda: measure_peer(options, threads),
        "growth": lambda: measure_growth(options),
        "training": lambda: measure_training(options),
    }
    found = {}
    for part in PARTS:
        found[part] = texts[part]() if part in chosen else ""
        print(found[part], flush=True)
    if options.write:
        headings = {"peer": peer.HEADING, "growth": growth.HEADING, "training": training.HEADING}
        parts = {heading: found[part] for part, heading in headings.items()}
        write_section(f"### {processor()}", found["ratios"], parts, README)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The LeNet step of a peer that is written in NumPy, too: DeZero.

Source: Saito (2020), "Deep Learning from Scratch 3". It lives in a Python of its own, which has an
older NumPy: DeZero uses ``np.int``, which is gone since NumPy 1.24.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timing.cases import LENET, lenet_batch, runs
from timing.clock import Run, in_turns, sample, tight
from timing.machine import measured_on

HEADING = "#### LeNet step beside DeZero"
GOAL = 6  # times as fast as DeZero
HOW = """\
The step is also compared with DeZero's, in a Python (3.11 or older) of its own:

    python3.11 -m venv build/dezero
    build/dezero/bin/python -m pip install dezero "numpy<1.24" matplotlib
    python benchmarks/speed.py --part peer --peer build/dezero/bin/python
"""
RATE = 0.01
STEPS = "as it is", "float32"  # DeZero's gradients are float64, unless they are helped


class Peer:
    """A process with DeZero that times its steps when it is asked to."""

    def __init__(self, python: str, threads: int) -> None:
        """Start it; raises SystemExit with a sentence where it cannot be measured."""
        images, labels = lenet_batch()
        with tempfile.TemporaryDirectory() as folder:
            losses = put_start_down(Path(folder) / "start.npz", images, labels)
            script = Path(__file__).with_name("dezero_step.py")
            names = "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"
            environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
            self.process = subprocess.Popen(
                [python, str(script), str(Path(folder) / "start.npz")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=environment | dict.fromkeys(names, str(threads)),
            )
            line = self.process.stdout.readline()
        if not line:
            said = re.findall(r"^\w*(?:Error|Exception).*", self.process.communicate()[1], re.M)
            sys.exit(f"speed.py: {python} does not run DeZero: {''.join(said[-1:])}\n{HOW}")
        self.about = json.loads(line)
        self.seconds_used = self.about["seconds"]
        if max(abs(a - b) for a, b in zip(self.about["losses"], losses)) > 1e-5:
            sys.exit(f"speed.py: DeZero's losses are {self.about['losses']}, ours {losses}.")

    def or_here(self, clock: Callable[[Run], float]) -> Callable[[Run | str], float]:
        """Return what takes the seconds of a step: there if it is one of STEPS, otherwise here."""
        return lambda run: self.ask(clock.__name__, run) if isinstance(run, str) else clock(run)

    def ask(self, clock: str, step: str) -> float:
        """Return the seconds of a step, taken there by the clock of that name."""
        self.process.stdin.write(f"{json.dumps([clock, step])}\n")
        self.process.stdin.flush()
        seconds, self.seconds_used = json.loads(self.process.stdout.readline())
        return seconds

    def seconds(self) -> float:
        """Return for how long this process and that one have had the cores."""
        return time.process_time() + self.seconds_used

    def end(self) -> None:
        """Let it end."""
        self.process.stdin.close()
        self.process.wait()


def put_start_down(path: Path, images, labels) -> list[float]:
    """Save the batch and our model's weights; returns the losses of our first two steps."""
    import numpy as np

    from cnnhelpers import models, nn, training

    nn.manual_seed(0)
    model = models.lenet()
    weights = {f"weight {number}": p.data for number, p in enumerate(model.parameters())}
    np.savez(path, images=images, labels=labels, rate=RATE, **weights)
    optimiser = nn.SGD(model.parameters(), RATE)
    return [training.train_step(model, images, labels, optimiser)[0] for _ in range(2)]


def measure(python: str, threads: list[int], rounds: int) -> dict:
    """Return the seconds of a step of all sides, by number of threads, and who the peer is."""
    import torch
    from threadpoolctl import threadpool_limits

    from cnnhelpers import functional as F

    result: dict = {}
    for count in threads:
        F.set_threads(count)
        torch.set_num_threads(count)
        peer = Peer(python, count)
        sides = {side: runs(LENET, side)["both"] for side in ("ours", "torch", "last")}
        sides |= {step: step for step in STEPS}
        with threadpool_limits(count, user_api="blas"):
            for clock, turns in ((sample, rounds), (tight, max(1, rounds // 3))):
                times = in_turns(sides, turns, peer.or_here(clock), peer.seconds)
                result[f"{clock.__name__} {count}"] = times
        peer.end()
        result["about"] = peer.about
    return result


def report(measured: dict, threads: list[int]) -> str:
    """Return the section: the times of all sides, and whether the goal is met."""
    about = measured["about"]
    lines = [
        HEADING,
        "",
        f"{measured_on()} {about['name']} with NumPy {about['numpy']}, in a Python of its own. The "
        "same batch of 64 and the same weights to begin with. DeZero's gradients are float64, for "
        "its loss is; *in float32*, that gradient is computed by hand. In turns (shortest), and in "
        "a tight loop; OPENBLAS_CORETYPE unset.",
        "",
        "| threads | ms: ours | PyTorch | channels-last | DeZero | in float32 | DeZero ÷ ours "
        "| in float32 | goal, at least | tight loop, ms: ours | DeZero | in float32 |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for count in threads:
        turns, loop = measured[f"sample {count}"], measured[f"tight {count}"]
        cells = [str(count)]
        cells += [f"{1e3 * min(turns[side]):.1f}" for side in ("ours", "torch", "last", *STEPS)]
        times = [statistics.median(b / a for a, b in zip(turns["ours"], turns[s])) for s in STEPS]
        cells += [f"{one:.1f}" + "*" * turns["disturbed"] for one in times]
        cells += [f"{GOAL}: {'met' if times[0] >= GOAL else 'missed'}" if count == 2 else ""]
        cells += [f"{1e3 * min(loop[side]):.1f}" for side in ("ours", *STEPS)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"

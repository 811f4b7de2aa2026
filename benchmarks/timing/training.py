"""Notebook 13's training of LeNet, whole: in one process with one and two threads, and in two."""

from __future__ import annotations

import time
from collections.abc import Callable

from timing.machine import measured_on

HEADING = "#### Notebook 13's training of LeNet"
EPOCHS, BATCH, RATE, MOMENTUM = 6, 32, 0.05, 0.9  # the notebook's; so is the rate's cosine
ALONE, BEFORE, NOW = "one process, one thread", "one process, two threads", "two processes"
WAYS = {ALONE: (1, 1), BEFORE: (2, 1), NOW: (2, 2)}  # threads and processes


def train(way: str, epochs: int = EPOCHS) -> dict[str, float]:
    """Train as the notebook does; returns seconds, the starting included, and the accuracy."""
    from cnnhelpers import functional, models, nn, training
    from cnnhelpers.datasets import digits

    threads, processes = WAYS[way]
    functional.set_threads(threads)
    nn.manual_seed(0)
    model = models.lenet()
    optimiser = nn.SGD(model.parameters(), RATE, MOMENTUM)
    start = time.perf_counter()
    training.fit(
        model,
        *digits("train"),
        epochs=epochs,
        batch_size=BATCH,
        optimiser=optimiser,
        schedule=nn.CosineAnnealingLR(optimiser, epochs),
        processes=processes,
        progress=False,
    )
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "accuracy": training.evaluate(model, *digits("test"))[1]}


def measure(run: Callable[[str], dict[str, float]], rounds: int) -> dict[str, dict[str, float]]:
    """Return the shortest training of each way; ``run(way)`` trains in a process of its own."""
    turns = [{way: run(way) for way in WAYS} for _ in range(rounds)]
    return {way: min((turn[way] for turn in turns), key=lambda one: one["seconds"]) for way in WAYS}


def report(measured: dict[str, dict[str, float]]) -> str:
    """Return the section: a table, with the time before ``fit`` had ``processes`` as the unit."""
    lines = [
        HEADING,
        "",
        f"{measured_on()} OPENBLAS_CORETYPE unset. {EPOCHS} epochs of 8,000 digits in batches of "
        f"{BATCH}, the starting of processes included; before `fit` had `processes`, "
        f"it was {BEFORE}.",
        "",
        "| training | seconds | ÷ before | one thread ÷ it | test digits right |",
        "|---|---|---|---|---|",
    ]
    before, alone = (measured[way]["seconds"] for way in (BEFORE, ALONE))
    for way, found in measured.items():
        seconds, right = found["seconds"], f"{100 * found['accuracy']:.1f} %"
        ratios = f"{seconds / before:.2f} | {alone / seconds:.2f}"
        lines.append(f"| {way} | {seconds:.1f} | {ratios} | {right} |")
    return "\n".join(lines) + "\n"

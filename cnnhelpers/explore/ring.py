"""A ring all-reduce, step by step: who sends which chunk, and which sums are whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.explore.kit.words import counted

WORKERS = ("2", "3", "4", "5")
MOST = 5
WIDE, TALL = 62, 34  # of a cell
LEFT, TOP = 128, 30
SIDE = LEFT + MOST * WIDE + 20
RAIL = 46  # where the ring runs, left of the workers' names


class Stop(NamedTuple):
    """What is held after some steps, and what is right; ``problem`` is a learner's function's."""

    held: np.ndarray
    right: np.ndarray
    problem: str = ""


class RingExplorer(Explorer):
    """Follow a ring all-reduce of 2 to 5 workers, step by step.

    Each worker begins with one chunk of numbers for each worker: worker w holds 10ʷ, 2 · 10ʷ, …, so
    that the digits of a sum say whose numbers are in it. A row is a worker, a column a chunk.

    Args:
        ring_step: your function, or what its check returned; by default the course's.
        goals: what to try. A goal can ask for workers (a name), step, whole (how many chunks are
            whole sums, by worker), and sent (the share of its numbers that a worker has sent).
    """

    width = SIDE + 172
    height = TOP + MOST * TALL + 34
    interval = 900

    def __init__(
        self, ring_step: Callable[..., Any] | None = None, *, goals: Sequence[Goal] = ()
    ) -> None:
        self._step = submitted(ring_step, "RingExplorer", "ring_step")
        self._known: dict[int, list[Stop]] = {}
        controls: list[Control] = [
            Choice("workers", "workers", WORKERS, "4"),
            Slider("step", "steps done", 0, 2 * (MOST - 1), 0),
        ]
        super().__init__(controls, position=True, goals=goals)

    def positions(self, **settings: Any) -> int:
        """Return how many stops there are: before the first step, and after each."""
        return 2 * int(settings["workers"]) - 1

    def stop(self, workers: str, step: int) -> Stop:
        """Return what all workers hold after so many steps."""
        count = int(workers)
        if count not in self._known:
            self._known[count] = _stops(count, self._step)
        return self._known[count][step]

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`RingExplorer`."""
        held, count = self.stop(state["workers"], state["step"]).held, int(state["workers"])
        return {
            "whole": _whole(held).sum(axis=1).tolist(),
            "sent": state["step"] / count,
        }

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`RingExplorer`."""
        count, step = int(state["workers"]), state["step"]
        stop = self.stop(state["workers"], step)
        whole, wrong = _whole(stop.held), ~np.isclose(stop.held, stop.right)
        arrived = {_arrival(worker, step - 1, count) for worker in range(count)} if step else set()
        placed = [Placed(_ring(count), 0, TOP)]
        placed += [
            Placed(pieces.heading(f"chunk {chunk}"), LEFT + (chunk + 0.5) * WIDE, TOP - 14)
            for chunk in range(count)
        ]
        for worker in range(count):
            down = TOP + worker * TALL
            placed.append(Placed(pieces.line(f"worker {worker}", 12), RAIL + 16, down + TALL / 2))
            for chunk in range(count):
                content = format_number(stop.held[worker, chunk])
                place = LEFT + chunk * WIDE, down
                if wrong[worker, chunk]:
                    part = pieces.answer_cell(content, True, WIDE, TALL)
                else:
                    part = _cell(content, bool(whole[worker, chunk]))
                placed.append(Placed(part, *place))
        for worker, chunk in sorted(arrived):
            placed.append(
                Placed(pieces.outline(WIDE, TALL), LEFT + chunk * WIDE, TOP + worker * TALL)
            )
        adds = step <= count - 1
        facts = self.facts(**state)
        lines = ["before the first step"]
        if step:
            lines = [f"step {step - 1}", "the receiver adds" if adds else "the receiver replaces"]
        lines += ["", f"each sent {step}/{count}", "of its numbers", ""]
        lines += [f"{int(whole.sum())} of {count * count} chunks", "are whole sums"]
        placed += [
            Placed(pieces.line(words, 12, bold=not index), SIDE, TOP + 12 + 18 * index)
            for index, words in enumerate(lines)
            if words
        ]
        return Scene(self.width, self.height, tuple(placed), _phrases(count, step, stop, facts))


# Numbers ----------------------------------------------------------------------------------------


def first(count: int) -> np.ndarray:
    """Return what the workers hold at the beginning, (workers, chunks)."""
    return np.outer(10.0 ** np.arange(count), np.arange(1, count + 1))


def _arrival(sender: int, step: int, count: int) -> tuple[int, int]:
    """Return to whom a worker sends in a step, and which chunk."""
    return (sender + 1) % count, (sender - step) % count


def stepped(held: np.ndarray, step: int) -> np.ndarray:
    """Return what is held after one more step, as the course's ``ring_step`` does it."""
    after, count = held.copy(), len(held)
    for sender in range(count):
        receiver, chunk = _arrival(sender, step, count)
        kept = held[receiver, chunk] if step < count - 1 else 0
        after[receiver, chunk] = held[sender, chunk] + kept
    return after


def _stops(count: int, function: Callable[..., Any] | None) -> list[Stop]:
    stops = [Stop(first(count), first(count))]
    for step in range(2 * (count - 1)):
        before = stops[-1]
        right = stepped(before.right, step)
        if function is None:
            stops.append(Stop(right, right))
            continue
        answer = Answer(None, before.problem)
        if not before.problem:
            answer = ask(function, before.held, step, shape=(count, count))
        problem = answer.problem
        held = before.held if problem or answer.array is None else answer.array
        stops.append(Stop(held, right, problem))
    return stops


def _whole(held: np.ndarray) -> np.ndarray:
    return np.isclose(held, first(len(held)).sum(axis=0))


# Words and pieces -------------------------------------------------------------------------------


def _phrases(count: int, step: int, stop: Stop, facts: dict[str, Any]) -> tuple[str, ...]:
    workers = counted(count, "worker")
    total = sum(facts["whole"])
    words = [f"{workers}, {counted(step, 'step')} of {2 * (count - 1)} done."]
    if step:
        receiver, chunk = _arrival(0, step - 1, count)
        does = "adds it" if step <= count - 1 else "puts it in the place of its own"
        words.append(
            f"In step {step - 1} worker 0 sent chunk {chunk} to worker {receiver}, which {does}."
        )
    words.append(
        f"Each has sent {step}/{count} of its numbers; {total} of {count * count} chunks are whole "
        "sums."
    )
    if stop.problem:
        words.append(stop.problem)
    elif not np.allclose(stop.held, stop.right):
        differing = int((~np.isclose(stop.held, stop.right)).sum())
        words.append(f"With your function {counted(differing, 'number')} differ from the ring's.")
    return tuple(words)


@lru_cache(maxsize=256)
def _cell(content: str, whole: bool) -> Part:
    """Return a cell: blue with a thin line, or green with white text where the sum is whole."""
    return cell(content, ROLES["output" if whole else "input"], WIDE, TALL, 14)


@lru_cache(maxsize=8)
def _ring(count: int) -> Part:
    """Return arrows from each worker to the next, and from the last back to the first."""
    parts = []
    for worker in range(count - 1):
        top = worker * TALL + TALL / 2 + 5
        y = number(top)
        end = number(top + TALL - 10)
        parts.append(f'<path d="M{RAIL} {y}V{end}" stroke="{PEN}" stroke-width="1.5"/>')
        tip = float(end)
        parts.append(f'<path d="M{RAIL - 4} {number(tip - 6)}L{RAIL} {end}L{RAIL + 4} '
                     f'{number(tip - 6)}z" fill="{PEN}"/>')  # fmt: skip
    low, high = number((count - 0.5) * TALL), number(TALL / 2)
    parts.append(
        f'<path d="M{RAIL} {low}H20V{high}H{RAIL - 8}" fill="none" stroke="{QUIET}" '
        'stroke-width="1.5" stroke-dasharray="5 3"/>'
        f'<path d="M{RAIL - 10} {number(float(high) - 4)}L{RAIL - 2} {high}L{RAIL - 10} '
        f'{number(float(high) + 4)}z" fill="{QUIET}"/>'
    )
    return Part("".join(parts))

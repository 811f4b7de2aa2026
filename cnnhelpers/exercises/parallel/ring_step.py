"""Exercise: ring_step."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import Domain, Draw, Impossible, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given, instead, where


def ring_step(held: np.ndarray, step: int) -> np.ndarray:
    """Return what the workers hold after one step of a ring all-reduce.

    ``held`` (n, n) holds in row w the n chunks of worker w. In step s, 0 to 2n - 3, all at once,
    worker w sends chunk (w - s) mod n to worker (w + 1) mod n. In the first n - 1 steps the
    receiver *adds* it to its own, in the last n - 1 steps it *puts it in the place* of its own. The
    sender keeps its chunk. Returned is a new array.
    """
    held, after = np.asarray(held), np.array(held)
    workers = len(held)
    for sender in range(workers):
        receiver, chunk = (sender + 1) % workers, (sender - step) % workers
        arrived = held[sender, chunk]
        after[receiver, chunk] = arrived + (held[receiver, chunk] if step < workers - 1 else 0)
    return after


CASES = (
    case(held=floats([1.0, 2.0], [10.0, 20.0]), step=0),
    case(held=floats([1.0, 22.0], [11.0, 20.0]), step=1),
    case(held=whole(1, 3, 3), step=0),
    case(held=whole(2, 3, 3), step=1),
    case(held=halves(3, 3, 3), step=2),
    case(held=whole(4, 3, 3), step=3),
    case(held=halves(5, 4, 4), step=2),
    case(held=whole(6, 4, 4), step=3),
    case(held=whole(7, 5, 5), step=6),
    case(held=halves(8, 5, 5), step=3),
    case(held=whole(9, 4, 4), step=5),
)


def by_torch(torch: Any, held: np.ndarray, step: int) -> np.ndarray:
    """By rolling: what a receiver's left neighbour holds, under a mask of what is sent."""
    (tensor,) = reference.tensors([held])
    workers = len(held)
    number = torch.arange(workers)
    sent = (number[:, None] - step) % workers == number[None]  # (sender, chunk)
    arrives, arrived = sent.roll(1, 0), tensor.roll(1, 0)
    return torch.where(arrives, arrived + (tensor if step < workers - 1 else 0), tensor).numpy()


# A step with a place for each mistake ------------------------------------------------------------


def own(sender, step, n):
    return sender - step


def adds(step, n):
    return step < n - 1


def joined(arrived, here):
    return arrived + here


def written(chunk=own, adding=adds, join=joined, along=1, sent=None, senders=None, late=False,
            loses=lambda adds: True):
    """A step in which one of its parts is another."""

    def function(held, step):
        held, after = np.asarray(held), np.array(held, dtype=float)
        n = len(held)
        for sender in range(n) if senders is None else senders(n):
            to, which = (sender + along) % n, chunk(sender, step, n) % n
            source = after if late else held
            arrived = float(source[sender, which])
            after[to, which] = join(arrived, source[to, which]) if adding(step, n) else arrived
            if sent is not None and loses(adding(step, n)):
                after[sender, which] = sent
        return after

    return instead(function)


def everything(held, step):
    arrived = np.roll(held, 1, axis=0)
    return arrived + held if adds(step, len(held)) else arrived


def transposed(held, step):
    return EXERCISE.course(np.transpose(held), step).T


def all_steps(held, step):
    for number in range(step + 1):
        held = ring_step(held, number)
    return held


MISTAKES = (
    Mistake(
        "always-adds",
        "In the last n − 1 steps, too, the receiver adds. There it should replace its chunk: the "
        "chunk that arrives is already a whole sum.",
        "Add if `step < n - 1`. Otherwise replace.",
        written(adding=lambda step, n: True),
    ),
    Mistake(
        "always-replaces",
        "In the first n − 1 steps, too, the receiver replaces its own chunk. There it should add.",
        "Add if `step < n - 1`. Otherwise replace.",
        written(adding=lambda step, n: False),
    ),
    Mistake(
        "turn-at-wrong-step",
        "Adding ends at the wrong step. Steps 0 to n − 2 should add, steps n − 1 to 2n − 3 should "
        "replace.",
        "How many steps does a chunk need to visit all n workers, if it begins at one of them?",
        written(adding=lambda step, n: step <= n - 1),
        written(adding=lambda step, n: step < n - 2),
        written(adding=lambda step, n: step <= n),
    ),
    Mistake(
        "phases-exchanged",
        "It replaces first and adds later. It should be the other way round.",
        "First make the sums, then hand them round.",
        written(adding=lambda step, n: step >= n - 1),
    ),
    Mistake(
        "wrong-way-round",
        "The chunks travel in the wrong direction: worker w sends to w − 1. It should send to w + "
        "1, and so receive from w − 1.",
        "Worker w sends to worker (w + 1) mod n.",
        written(along=-1),
    ),
    Mistake(
        "mirrored",
        "Worker w sends chunk w + step to worker w − 1 (both mod n). Receiver and chunk should be "
        "on the other side of w.",
        "Two signs are turned round: worker w should send to its right neighbour, and the number "
        "of its chunk should go down with the step.",
        written(along=-1, chunk=lambda sender, step, n: sender + step),
    ),
    Mistake(
        "chunk-forward",
        "The number of the chunk goes up with the step. It should go down.",
        "A worker passes on what it has just received from its left neighbour, whose number is one "
        "smaller. So the chunk is (w − s) mod n.",
        written(chunk=lambda sender, step, n: sender + step),
    ),
    Mistake(
        "same-chunk-every-step",
        "A worker sends the same chunk in every step.",
        "In step s worker w should send chunk (w − s) mod n.",
        written(chunk=lambda sender, step, n: sender),
        written(chunk=lambda sender, step, n: sender + 1),
    ),
    Mistake(
        "same-chunk-all-workers",
        "All workers send the chunk with the same number.",
        "In step s worker w should send chunk (w − s) mod n. So each worker sends another one.",
        written(chunk=lambda sender, step, n: step),
        written(chunk=lambda sender, step, n: -step),
    ),
    Mistake(
        "receivers-number",
        "The number of the chunk is off by one.",
        "The *sender* w sends chunk (w − s) mod n. Do not compute it from the receiver.",
        written(chunk=lambda sender, step, n: sender - step + 1),
        written(chunk=lambda sender, step, n: sender - step - 1),
    ),
    Mistake(
        "step-counted-from-1",
        "The step is off by one where it is used. The first step is 0.",
        "In step 0 worker w should send chunk w.",
        given(step=lambda step: step - 1),
        given(step=lambda step: step + 1),
    ),
    Mistake(
        "counted-within-phase",
        "In the last n − 1 steps the counting of the chunks begins anew. It should go on.",
        "The formula (w − s) mod n holds for all steps. The second phase begins at s = n − 1.",
        written(chunk=lambda sender, step, n: sender - step % (n - 1)),
    ),
    Mistake(
        "sender-loses",
        "The sender does not keep what it sends.",
        "Sending makes a copy: the sender's own chunk should stay.",
        written(sent=0.0),
        written(sent=0.0, loses=lambda adds: adds),
        written(sent=0.0, loses=lambda adds: not adds),
    ),
    Mistake(
        "ring-open",
        "One worker sends nothing: the ring is not closed.",
        "The last worker should send to worker 0.",
        written(senders=lambda n: range(n - 1)),
        written(senders=lambda n: range(1, n)),
    ),
    Mistake(
        "whole-rows",
        "A worker sends all its chunks at once. In one step it should send one chunk.",
        "One chunk of each row travels: `held[sender, chunk]`.",
        instead(everything),
    ),
    Mistake(
        "mean-for-sum",
        "The receiver takes the mean of the two chunks. It should add them.",
        "Leave the division out.",
        written(join=lambda arrived, here: (arrived + here) / 2),
    ),
    Mistake(
        "rows-for-chunks",
        "Workers and chunks are exchanged. Row w should be worker w, column c chunk c.",
        "The first index is the worker, the second the chunk.",
        instead(transposed),
    ),
    Mistake(
        "all-steps-at-once",
        "More than one step is done.",
        "`held` is what the workers hold before this step: do only this one.",
        instead(all_steps),
        instead(lambda held, step: np.stack([np.sum(held, axis=0)] * len(held))),
    ),
    Mistake(
        "modulo-forgotten",
        "It stops at the end of the ring: worker n and chunk −1 do not exist.",
        "`% n` brings every number into 0 to n − 1, negative ones too.",
        where(lambda a: a["step"] <= len(a["held"])),
    ),
    Mistake(
        "nothing-sent",
        "Each worker holds what it held before.",
        "Write what arrives into the copy that you return.",
        instead(lambda held, step: np.array(held)),
    ),
)


def recipe(draw: Draw, workers: int, stage: str) -> dict[str, Any]:
    step = {"first": 0, "second": 1, "turn": workers - 1, "last": 2 * workers - 3}[stage]
    if (stage == "second" and workers < 3) or (stage == "last" and workers < 3):
        raise Impossible
    return {"held": draw.array(workers, workers), "step": step}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "workers",
            3,
            "there are not 3 workers",
            (2, "there are 2 workers"),
            (4, "there are 4 workers"),
            (7, "there are 7 workers"),
        ),
        factor(
            "stage",
            "first",
            "the step is not 0",
            ("second", "the step is 1"),
            ("turn", "it is a step of the second half"),
            ("last", "it is a step of the second half"),
        ),
    ),
    integers=("held",),
    linear=("held",),
)

EXERCISE = Exercise(
    ring_step, ARRAY, CASES, by_torch, MISTAKES, domain=DOMAIN,
    compared="a calculation with PyTorch",
    advice={
        IndexError: "The ring is closed: `% n` takes worker n to worker 0, and a chunk below 0 to "
        "the last ones."
    },
    axes=("worker", "chunk"),
)  # fmt: skip

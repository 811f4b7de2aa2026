"""Exercise: speed_up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, Draw, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, Way, given, instead, then
from cnnhelpers.exercises.parallel.ring_bytes import ring_bytes


def speed_up(
    workers: int, seconds: float, numbers: int, gigabits: float, overlap: bool = False
) -> float:
    """Return how many times as many images a second n workers train on as one does.

    Each worker has a batch of its own, of the size that one worker has alone, and computes
    ``seconds`` for it. Then a ring all-reduces ``numbers`` gradients in float32, 4 bytes each, over
    links of ``gigabits`` (1e9 bits) a second. With ``overlap`` both begin together, and the longer
    one counts; otherwise one follows the other.
    """
    sending = ring_bytes(numbers, workers) * 8 / (gigabits * 1e9)
    return workers * seconds / (max(seconds, sending) if overlap else seconds + sending)


CASES = (
    case(workers=2, seconds=1.0, numbers=250_000_000, gigabits=8.0),
    case(workers=4, seconds=0.25, numbers=11_689_512, gigabits=1.0),
    case(workers=64, seconds=0.25, numbers=25_557_032, gigabits=10.0),
    case(workers=8, seconds=0.5, numbers=138_357_544, gigabits=10.0, overlap=True),
    case(workers=16, seconds=0.02, numbers=25_557_032, gigabits=25.0, overlap=True),
    case(workers=1, seconds=0.3, numbers=1_256_080, gigabits=10.0),
    case(workers=1024, seconds=0.1, numbers=269_722, gigabits=100.0),
    case(workers=3, seconds=0.05, numbers=1_256_080, gigabits=2.5, overlap=True),
)


def by_torch(
    torch: Any, workers: int, seconds: float, numbers: int, gigabits: float, overlap: bool = False
) -> float:
    """Steps of both kinds as tensors: the time of a step is their largest or their sum."""
    bits = torch.full((2 * (workers - 1),), numbers * 32 / workers, dtype=torch.float64).sum()
    times = torch.stack([torch.tensor(seconds, dtype=torch.float64), bits / (gigabits * 1e9)])
    return float(workers * times[0] / (times.max() if overlap else times.sum()))


def ring(once: float, n: int) -> float:
    """Return the time of a ring, by that of all numbers sent once."""
    return 2 * (n - 1) / n * once


def reckoned(
    sending: Callable[[float, int], float] = ring,
    step: Callable[[float, float, bool], float] | None = None,
    computing: Callable[[float, int], float] = lambda seconds, n: seconds,
    answer: Callable[[float, float, int], float] = lambda seconds, step, n: n * seconds / step,
) -> Way:
    """The prediction, with a place for each mistake."""

    def function(
        workers: int, seconds: float, numbers: int, gigabits: float, overlap: bool
    ) -> float:
        once = numbers * 32 / (gigabits * 1e9)
        time, own = sending(once, workers), computing(seconds, workers)
        if step is None:
            whole = max(own, time) if overlap else own + time
        else:
            whole = step(own, time, overlap)
        return answer(seconds, whole, workers)

    return instead(function)


MISTAKES = (
    Mistake(
        "bytes-over-bits",
        "Bytes are divided by bits per second: sending looks 8 times as fast as it is.",
        "A byte has 8 bits.",
        given(gigabits=lambda rate: 8 * rate),
    ),
    Mistake(
        "eight-wrong-way",
        "The factor 8 is used in the wrong place: sending takes much longer than it should.",
        "Gigabits per second, divided by 8, are gigabytes per second.",
        given(gigabits=lambda rate: rate / 8),
        given(gigabits=lambda rate: rate / 64),
    ),
    Mistake(
        "numbers-for-bytes",
        "A number is taken to be smaller than it is.",
        "A number in float32 has 4 bytes of 8 bits.",
        given(numbers=lambda numbers: numbers / 4),
        given(numbers=lambda numbers: numbers / 32),
        given(numbers=lambda numbers: 2 * numbers),
    ),
    Mistake(
        "gigabit-1024",
        "A gigabit is counted in powers of 1024. In a network it is 10⁹ bits.",
        "A rate in `gigabits` is `gigabits * 1e9` bits per second.",
        given(gigabits=lambda rate: rate * 2**30 / 1e9),
    ),
    Mistake(
        "ring-forgotten",
        "What a worker sends should be 2(n − 1)/n times the gradient. Yours is another number.",
        "You have a function for it: `ring_bytes`.",
        reckoned(lambda once, n: once),
        reckoned(lambda once, n: 2 * once),
        reckoned(lambda once, n: (n - 1) / n * once),
        reckoned(lambda once, n: (n - 1) * once),
    ),
    Mistake(
        "batch-divided",
        "One batch is divided among the workers. Each worker should have a batch of its own, so "
        "all of them compute as long as one does alone.",
        "The time of computing stays. In one step n times as many images are done.",
        reckoned(computing=lambda seconds, n: seconds / n, answer=lambda s, step, n: s / step),
        reckoned(computing=lambda seconds, n: seconds / n),
    ),
    Mistake(
        "efficiency",
        "It returns how busy a worker is, as a share of 1. The speed-up is n times as much.",
        "n workers do n times as many images in one step.",
        reckoned(answer=lambda seconds, step, n: seconds / step),
    ),
    Mistake(
        "inverted",
        "The fraction stands upside down: it says how much *longer* something takes.",
        "Twice as fast is a speed-up of 2.",
        then(lambda answer, a: 1 / answer),
        reckoned(answer=lambda seconds, step, n: step / seconds),
    ),
    Mistake(
        "time-returned",
        "It returns the time of a step. It should return the speed-up.",
        "Take the images per second of n workers, divided by the images per second of one.",
        reckoned(answer=lambda seconds, step, n: step),
        reckoned(answer=lambda seconds, step, n: n / step),
    ),
    Mistake(
        "sending-alone",
        "It counts only the time of sending. A step computes, too.",
        "With overlap, take the longer of computing and sending; without it, their sum.",
        reckoned(step=lambda own, time, overlap: time),
    ),
    Mistake(
        "sending-forgotten",
        "Sending costs nothing here. It should cost time.",
        "A step takes longer with many workers than alone.",
        reckoned(step=lambda own, time, overlap: own),
    ),
    Mistake(
        "overlap-ignored",
        "`overlap` is not used.",
        "With overlap the longer of the two times counts, without it their sum.",
        given(overlap=lambda overlap: False),
        given(overlap=lambda overlap: True),
    ),
    Mistake(
        "overlap-reversed",
        "The two cases are exchanged.",
        "With overlap the longer of the two times counts, without it their sum.",
        given(overlap=lambda overlap: not overlap),
    ),
    Mistake(
        "overlap-shorter",
        "With overlap the shorter of the two times counts. A step ends only when both have ended.",
        "Take the longer of the two: `max`.",
        reckoned(step=lambda own, time, overlap: min(own, time) if overlap else own + time),
    ),
    Mistake(
        "overlap-free",
        "With overlap sending costs nothing at all. Where sending takes longer than computing, it "
        "should decide when the step ends.",
        "Take the longer of the two times.",
        reckoned(step=lambda own, time, overlap: own if overlap else own + time),
    ),
    Mistake(
        "overlap-subtracts",
        "With overlap the two times are subtracted. The longer one should count.",
        "Both run at the same time, so the longer one counts.",
        reckoned(step=lambda own, time, overlap: abs(own - time) if overlap else own + time),
        reckoned(step=lambda own, time, overlap: own + time / 2 if overlap else own + time),
        reckoned(step=lambda own, time, overlap: (own + time) / (1 + overlap)),
    ),
)


def recipe(
    draw: Draw, workers: int, seconds: float, numbers: int, gigabits: float, overlap: bool
) -> dict[str, Any]:
    return {
        "workers": workers,
        "seconds": seconds,
        "numbers": numbers,
        "gigabits": gigabits,
        "overlap": overlap,
    }


DOMAIN = Domain(
    recipe,
    (
        factor(
            "workers",
            2,
            "there are not 2 workers",
            (3, "there are 3 workers"),
            (64, "there are 64 workers"),
            (1, "there is a single worker"),
            (1024, "there are 1024 workers"),
        ),
        factor("seconds", 0.5, "computing does not take 0.5 s", (0.01, "computing is short")),
        factor(
            "numbers",
            50_000_000,
            "there are not 50 million gradients",
            (1_000_003, "there are about a million gradients"),
            (138_357_544, "there are many gradients"),
        ),
        factor(
            "gigabits",
            10.0,
            "a link does not carry 10 gigabits a second",
            (1.0, "a link carries 1 gigabit a second"),
            (300.0, "a link carries 300 gigabits a second"),
        ),
        factor("overlap", False, "`overlap` is True", (True, "`overlap` is True")),
    ),
    values=None,
)

EXERCISE = Exercise(
    speed_up, DECIMAL, CASES, by_torch, MISTAKES, domain=DOMAIN,
    compared="a calculation with PyTorch",
)  # fmt: skip

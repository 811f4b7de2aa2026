"""Exercise: causal_filter."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import reference
from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case, counted, floats, halves, whole
from cnnhelpers.check.domain import Domain, Factor, Option, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.factors import TAPS
from cnnhelpers.check.families.values import integer_dtype, rectified
from cnnhelpers.check.mistake import Mistake, given, instead, then


def causal_filter(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return y with ``y[t] = weight[0] x[t] + weight[1] x[t-1] + ...``, as long as x (L,).

    Before its start the signal is 0.
    """
    x, weight = np.asarray(x), np.asarray(weight)
    before = np.concatenate([np.zeros(len(weight) - 1), x])
    return sliding_window_view(before, len(weight)) @ weight[::-1]


CASES = (
    case(x=floats(1.0, 2.0, 4.0), weight=floats(1.0, 3.0)),
    case(x=floats(2.0, -1.0, 3.0), weight=floats(2.0)),
    case(x=counted(5) + 1, weight=floats(0.5, -1.0)),
    case(x=halves(1, 6), weight=halves(2, 3)),
    case(x=whole(3, 8), weight=whole(4, 4)),
    case(x=whole(5, 9), weight=whole(6, 5)),
)


def by_torch(torch: Any, x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    before = np.concatenate([np.zeros(len(weight) - 1), x])
    return reference.conv1d(before[None, None], weight[None, None, ::-1])[0, 0]


def way(function):
    return instead(lambda x, weight: function(np.asarray(x, float), weight))


def shifted(x, weight, move, start=0):
    """The sum of ``weight[k] * move(x, k)``."""
    return sum((w * move(x, k) for k, w in enumerate(weight)), np.zeros(len(x))) + start


def ahead(x, k):
    return np.concatenate([x[k:], np.zeros(min(k, len(x)))])


def at_start(x, k):
    """Before the start, the first value again."""
    return np.concatenate([np.full(k, x[0]), x])[: len(x)]


def first_left(value):
    """The first outputs, for which the signal does not reach back far enough."""

    def change(answer, a):
        answer = np.array(answer, float)
        answer[: len(a["weight"]) - 1] = value(a)[: len(a["weight"]) - 1]
        return answer

    return then(change)


def recursive(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        y[t] = weight[0] * x[t]
        for k in range(1, min(t + 1, len(weight))):
            y[t] += weight[k] * y[t - k]
    return y


def last_product(x, weight):
    """The oldest product for which the signal reaches back far enough."""
    oldest = np.minimum(np.arange(len(x)), len(weight) - 1)
    return weight[oldest] * x[np.arange(len(x)) - oldest]


def delayed(x):
    return np.concatenate([[0.0], x[:-1]])


def one(k):
    def change(weight):
        keep = np.zeros(len(weight))
        keep[k] = 1
        return weight * keep

    return given(weight=change)


MISTAKES = (
    Mistake(
        "future-read",
        "It reads the future: `x[t + k]` where it should read `x[t - k]`.",
        "At time t only what has come already should be read.",
        way(lambda x, w: shifted(x, w, ahead)),
    ),
    Mistake(
        "flipped-kernel",
        "The weights meet the signal in reverse order: weight[0] meets the oldest value.",
        "weight[0] should belong to now, weight[1] to one step before.",
        given(weight=lambda w: w[::-1]),
    ),
    Mistake(
        "start-missing",
        "The answer is shorter than the signal: the first outputs are missing.",
        "At t = 0 there should be an output, too: what comes before the start is 0.",
        then(lambda answer, a: answer[len(a["weight"]) - 1 :]),
        way(lambda x, w: np.correlate(x, w, "valid")),
    ),
    Mistake(
        "end-too-long",
        "The answer is longer than the signal.",
        "There should be one output for each x[t], and none afterwards.",
        way(lambda x, w: np.convolve(x, w)),
        way(lambda x, w: np.convolve(x, w[::-1])),
    ),
    Mistake(
        "centred",
        "The filter is centred: it reads values before and after t.",
        "y[t] should read x[t] and what came before.",
        way(lambda x, w: np.convolve(x, w)[(len(w) - 1) // 2 :][: len(x)]),
        way(lambda x, w: np.convolve(x, w)[len(w) // 2 :][: len(x)]),
        way(lambda x, w: np.convolve(x, w[::-1])[(len(w) - 1) // 2 :][: len(x)]),
        way(lambda x, w: np.convolve(x, w[::-1])[len(w) // 2 :][: len(x)]),
    ),
    Mistake(
        "wraps-round",
        "Before the start it reads the end of the signal; it should read zeros.",
        "A negative index counts from the end, and `np.roll` brings the end to the front: put "
        "zeros in front first. An FFT of length L goes round: give both L + K − 1 numbers, and "
        "keep the first L.",
        way(lambda x, w: shifted(x, w, np.roll)),
    ),
    Mistake(
        "start-repeated",
        "Before the start it reads the first value again; it should read zeros.",
        "The signal is 0 before it begins.",
        way(lambda x, w: shifted(x, w, at_start)),
    ),
    Mistake(
        "start-left-zero",
        "The first outputs are not computed with the weights.",
        "At t = 0 the output should be weight[0] x[0].",
        first_left(lambda a: np.zeros(len(a["x"]))),
        first_left(lambda a: a["x"]),
    ),
    Mistake(
        "delayed",
        "The answer comes one step late: x[t] itself is not read.",
        "Let k begin at 0.",
        given(x=delayed),
        then(lambda answer, a: delayed(answer)),
    ),
    Mistake(
        "first-value-missing",
        "The signal's first value is never read.",
        "Position 0 belongs to the signal: which comparison lets it in?",
        given(x=lambda x: np.concatenate([[0.0], x[1:]])),
    ),
    Mistake(
        "last-output-missing",
        "The last output is not computed.",
        "There should be an output for each value of the signal, the last one, too.",
        then(lambda answer, a: np.concatenate([answer[:-1], [0.0]])),
        then(lambda answer, a: answer[:-1]),
    ),
    Mistake(
        "recursive",
        "It reads its own earlier outputs; it should read earlier inputs.",
        "Every product should be one with `x`.",
        way(recursive),
    ),
    Mistake(
        "one-weight-only",
        "Only one weight counts.",
        "Collect over all weights with `+=`, before you use the sum.",
        one(0),
        one(-1),
        way(last_product),
    ),
    Mistake(
        "weight-missing",
        "One weight is never used.",
        "Go through all weights, from the first to the last.",
        given(weight=lambda w: w[:-1]),
        given(weight=lambda w: np.concatenate([[0.0], w[1:]])),
    ),
    Mistake(
        "total-kept",
        "Each output has those before it in it.",
        "Each t should begin with a sum of 0.",
        then(lambda answer, a: np.cumsum(answer)),
    ),
    Mistake(
        "averaged",
        "The sum is divided; the products should only be added.",
        "Leave the division to the weights.",
        then(lambda answer, a: answer / len(a["weight"])),
        then(lambda answer, a: answer / np.sum(a["weight"])),
    ),
    rectified(),
    integer_dtype(),
)


def recipe(draw, length, taps):
    return {"x": draw.array(length), "weight": draw.array(taps)}


DOMAIN = Domain(
    recipe,
    (
        factor(
            "length",
            6,
            "the length is not 6",
            (7, "the length is odd"),
            (2, "the signal is shorter than the filter"),
            (1, "the signal is shorter than the filter"),
        ),
        Factor(
            "taps",
            TAPS.plain,
            (*TAPS.others, Option(8, "the filter is longer than the signal")),
            TAPS.words,
        ),
    ),
    integers=("x", "weight"),
    linear=("x", "weight"),
)

EXERCISE = Exercise(
    causal_filter,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    symbol="∗",
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

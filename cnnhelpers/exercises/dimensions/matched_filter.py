"""Exercise: matched_filter."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnhelpers import reference
from cnnhelpers.check.answers import NUMBER
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then


def matched_filter(signal: np.ndarray, template: np.ndarray) -> int:
    """Return where the template, its mean taken away, correlates best with the signal.

    It is the position of the best window's first value.
    """
    template = np.asarray(template) - np.mean(template)
    return int(np.argmax(sliding_window_view(signal, len(template)) @ template))


CASES = (
    case(signal=floats(0.0, 1.0, 0.0, 0.0, 9.0), template=floats(1.0, 3.0)),
    case(signal=floats(4.0, 4.0, 4.0, 0.0, 1.0, 3.0), template=floats(0.0, 1.0, 3.0)),
    case(signal=floats(1.0, 9.0, 2.0, 6.0, 7.0, 8.0, 8.0), template=floats(1.0, 3.0, 2.0)),
    case(signal=floats(0.0, 5.0, 1.0, 0.0, 3.0, 3.5, 0.0, 0.0), template=floats(2.0, 0.0, 1.0)),
    case(signal=floats(1.0, 3.0, 0.0, 0.0, 2.0, 6.0, 0.0, 0.0), template=floats(1.0, 3.0, 0.0)),
    case(signal=floats(2.0, 0.0, 1.0, 0.0, 2.0, 0.0), template=floats(2.0, 0.0)),
    case(signal=floats(0.0, 4.0, 7.0, 9.0, 10.0), template=floats(3.0, 1.0)),
    case(signal=whole(1, 12), template=whole(2, 4)),
    case(signal=whole(3, 15), template=whole(4, 5)),
    case(signal=halves(15, 20), template=halves(16, 3)),
)


def by_torch(torch: Any, signal: np.ndarray, template: np.ndarray) -> int:
    scores = reference.conv1d(signal[None, None], (template - template.mean())[None, None])
    return int(torch.tensor(scores).argmax())


def scores(signal, template):
    return np.correlate(signal, template - template.mean(), "valid")


def way(function):
    return instead(lambda signal, template: function(signal, template))


def best(score, pick=np.argmax):
    return way(lambda s, t: int(pick(score(s, t))))


def moved(by):
    return then(lambda answer, a: answer + by(len(a["template"])))


def closeness(s, t):
    return -((sliding_window_view(s, len(t)) - t) ** 2).sum(axis=1)


def normalised(s, t, centre):
    found = sliding_window_view(s, len(t))
    found = found - found.mean(axis=1, keepdims=True) if centre else found
    size = np.sqrt((found**2).sum(axis=1))
    return found @ (t - t.mean()) / np.where(size > 0, size, 1)


def mode(name):
    return best(lambda s, t: np.correlate(s, t - t.mean(), name))


MISTAKES = (
    Mistake(
        "mean-not-subtracted",
        "The template's mean is not taken away, so a high flat place can win.",
        "Correlate with the template less its mean: a flat part of the signal then gives 0, "
        "however high it is.",
        best(lambda s, t: np.correlate(s, t, "valid")),
        best(lambda s, t: np.correlate(s - s.mean(), t, "valid")),
    ),
    Mistake(
        "flipped-kernel",
        "The template is turned round.",
        "Lay the template on the signal as it is. If you use `np.convolve`: it turns the template.",
        best(lambda s, t: scores(s, t[::-1])),
    ),
    Mistake(
        "lowest-score",
        "It returns where the template fits least.",
        "The best match is where the correlation is largest.",
        best(scores, np.argmin),
    ),
    Mistake(
        "absolute-score",
        "It looks for the largest absolute value, so the template upside down matches, too.",
        "A large negative score is a bad match.",
        best(lambda s, t: np.abs(scores(s, t))),
    ),
    Mistake(
        "full-correlation",
        "It is the *full* correlation: it begins where only the template's last value lies on the "
        "signal, so positions come out K - 1 too large.",
        "Look only where the whole template lies on the signal.",
        mode("full"),
        best(lambda s, t: np.convolve(s, t - t.mean(), "full")),
    ),
    Mistake(
        "padded",
        "Scores are also taken where the template hangs over an end of the signal, and positions "
        "are counted from there.",
        "Look only where the whole template lies on the signal. There, position 0 is where both "
        "begin at the same place.",
        mode("same"),
        best(lambda s, t: np.convolve(s, t - t.mean(), "same")),
        best(lambda s, t: np.convolve(s, (t - t.mean())[::-1], "same")),
    ),
    Mistake(
        "centre-returned",
        "The position that it returns lies further on than the first value of the best window.",
        "The index of a score is that of the window's first value already.",
        moved(lambda k: k // 2),
        moved(lambda k: (k - 1) // 2),
        moved(lambda k: k - 1),
        moved(lambda k: k),
    ),
    Mistake(
        "one-based",
        "Positions are counted from 1.",
        "Counting starts at 0.",
        moved(lambda k: 1),
    ),
    Mistake(
        "highest-value",
        "It goes by how high the signal is; the numbers of the template play no part.",
        "Correlate the signal with the template first.",
        best(lambda s, t: s),
        best(lambda s, t: np.abs(s)),
        best(lambda s, t: sliding_window_view(s, len(t)).sum(axis=1)),
    ),
    Mistake(
        "score-for-position",
        "It returns the best score; it should return its position.",
        "`max` gives the value, `argmax` its place.",
        best(scores, np.max),
        way(lambda s, t: scores(s, t).max()),
    ),
    Mistake(
        "scores-returned",
        "It returns all scores; it should return where the largest is.",
        "Which place has the largest score?",
        way(scores),
    ),
    Mistake(
        "smallest-difference",
        "It looks for the smallest difference to the template; it should look for the largest "
        "correlation.",
        "Multiply and add; take no differences.",
        best(closeness),
        best(lambda s, t: closeness(s, t - t.mean())),
        best(lambda s, t: -np.abs(sliding_window_view(s, len(t)) - t).sum(axis=1)),
    ),
    Mistake(
        "normalised",
        "The scores are divided by the size of each window; nothing should be divided.",
        "Take the correlation as it is: a strong match counts more than a weak one.",
        best(lambda s, t: normalised(s, t, False)),
        best(lambda s, t: normalised(s, t, True)),
    ),
    Mistake(
        "normalised-absolute",
        "The scores are divided by the size of each window, and the largest absolute value is "
        "taken. Nothing should be divided, and a large negative score is a bad match.",
        "Take the correlation as it is, with its sign.",
        best(lambda s, t: np.abs(normalised(s, t, False))),
        best(lambda s, t: np.abs(normalised(s, t, True))),
    ),
    Mistake(
        "begins-at-zero",
        "Where no score is above 0, the answer is 0, as if the search began with a best score of "
        "0.",
        "Begin with `-np.inf`, or with the first score.",
        way(lambda s, t: int(np.argmax(scores(s, t))) if scores(s, t).max() > 0 else 0),
    ),
    Mistake(
        "off-by-one",
        "The first or the last position is not looked at.",
        "Check where the search begins and ends. A template of 3 fits into a signal of 3 once.",
        best(lambda s, t: scores(s, t)[:-1]),
        way(lambda s, t: int(np.argmax(scores(s, t)[1:])) + 1),
    ),
    Mistake(
        "last-of-equals",
        "Of equal scores it takes the last one; it should take the first.",
        "In a comparison, `>` keeps the first of equals, `>=` the last.",
        way(lambda s, t: len(scores(s, t)) - 1 - int(np.argmax(scores(s, t)[::-1]))),
    ),
)


def recipe(draw, length, taps, scores_are):
    signal, template = draw.array(length), draw.array(taps)
    if scores_are == "negative":  # a slope against that of the template
        weights = template - template.mean()
        signal = 0.01 * signal - (weights * np.arange(taps)).sum() * np.arange(length)
    return {"signal": signal, "template": template}


def one_is_best(arguments):
    """Return whether there is a best place, and it is clearly the best."""
    template = arguments["template"]
    scores = np.sort(np.correlate(arguments["signal"], template - template.mean(), "valid"))
    return np.ptp(template) > 0 and scores[-1] - scores[-2] > 0.01 * np.abs(scores).max()


DOMAIN = Domain(
    recipe,
    (
        factor(
            "scores_are", "any", "all scores are negative", ("negative", "all scores are negative")
        ),
        factor(
            "length",
            9,
            "the length is not 9",
            (8, "the length is even"),
            (20, "the signal is long"),
        ),
        factor(
            "taps",
            3,
            "the template does not have 3 numbers",
            (2, "the template has 2 numbers"),
            (5, "the template has 5 numbers"),
        ),
    ),
    integers=("signal", "template"),
    accepts=one_is_best,
    values=VALUES_OF_SOME_SIZE,
)

EXERCISE = Exercise(
    matched_filter,
    NUMBER,
    CASES,
    by_torch,
    MISTAKES,
    symbol="⋆",
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

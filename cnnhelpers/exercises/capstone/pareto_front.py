"""Exercise: pareto_front."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from cnnhelpers.check.answers import ARRAY
from cnnhelpers.check.case import case
from cnnhelpers.check.domain import Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, given_all, instead, then


def pareto_front(costs: np.ndarray, errors: np.ndarray) -> np.ndarray:
    """Return for each of N networks whether it is on the Pareto front: (N,), True or False.

    ``costs`` and ``errors`` are (N,), the less the better. A network is *not* on the front if
    another one is at least as good in both and better in one.
    """
    costs, errors = np.asarray(costs), np.asarray(errors)
    as_good = (costs[:, None] <= costs) & (errors[:, None] <= errors)  # row: the one that may win
    better = (costs[:, None] < costs) | (errors[:, None] < errors)
    return np.logical_not((as_good & better).any(axis=0))


def _row(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=float)


# Unordered; two equal networks, two with one number the same, and some in a line.
CASES = (
    case(costs=_row(2, 1, 3), errors=_row(5, 9, 7)),
    case(costs=_row(4, 2, 4, 1), errors=_row(3, 6, 5, 6)),
    case(costs=_row(3, 1, 3, 5, 2), errors=_row(4, 8, 4, 4, 9)),
    case(costs=_row(6, 5, 4, 3, 2, 1), errors=_row(1, 2, 7, 4, 5, 5)),
    case(costs=_row(44, 135, 216, 508, 272, 652), errors=_row(71, 49, 42, 71, 83, 39)),
    case(costs=_row(7, 2, 9, 2, 5, 8), errors=_row(2, 8, 1, 7, 7, 2)),
)


def by_torch(torch: Any, costs: np.ndarray, errors: np.ndarray) -> np.ndarray:
    """Each network by itself: is the set of those that beat it empty?"""
    points = torch.tensor(np.stack([costs, errors]).astype(float))
    front = []
    for point in points.T:
        others = points[:, (points <= point[:, None]).all(dim=0)]
        front.append(bool((others == point[:, None]).all()))
    return np.array(front, dtype=float)


# Ways to go wrong ---------------------------------------------------------------------------------


def beaten_if(rule: Callable[..., np.ndarray]) -> Any:
    """Networks that no other beats, by another rule: rule(costs of one, of another, errors …)."""

    def function(costs: Any, errors: Any) -> np.ndarray:
        c, e = np.asarray(costs), np.asarray(errors)
        beats = rule(c[:, None], c, e[:, None], e)
        return np.logical_not(beats.any(axis=0))

    return instead(function)


def others(length: int) -> np.ndarray:
    return ~np.eye(length, dtype=bool)


def swept(costs: Any, errors: Any) -> np.ndarray:
    """Goes through the list as it stands, and keeps what is better than all before it."""
    best, front = np.inf, []
    for error in np.asarray(errors):
        front.append(error < best)
        best = min(best, error)
    return np.array(front)


def by_one(first: str, second: str, kind: Any = None) -> Any:
    """The sweep in the order of one of the two numbers.

    Equal ones stay as they come with "stable", as by `sorted`; else the processor decides.
    """

    def function(costs: Any, errors: Any) -> np.ndarray:
        numbers = {"costs": np.asarray(costs), "errors": np.asarray(errors)}
        return kept(np.argsort(numbers[first], kind=kind), numbers[second])

    return instead(function)


def by_both(costs: Any, errors: Any) -> np.ndarray:
    """The sweep in the order of the costs and, where these are equal, of the errors."""
    return kept(np.lexsort((errors, costs)), np.asarray(errors))


def kept(order: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Go through networks in an order, and keep each that has less than all before it."""
    best, front = np.inf, np.zeros(len(numbers), bool)
    for place in order:
        front[place] = numbers[place] < best
        best = min(best, numbers[place])
    return front


def as_good(first: str, second: str) -> Any:
    """The sweep in the order of one number, which keeps what is as good as all before it."""

    def function(costs: Any, errors: Any) -> np.ndarray:
        numbers = {"costs": np.asarray(costs), "errors": np.asarray(errors)}
        order = np.argsort(numbers[first], kind="stable")
        front = np.zeros(len(order), bool)
        front[order] = numbers[second][order] <= np.minimum.accumulate(numbers[second][order])
        return front

    return instead(function)


def neighbours(costs: Any, errors: Any) -> np.ndarray:
    """In the order of the costs, each is compared with the one before it alone."""
    errors, order = np.asarray(errors), np.lexsort((errors, costs))
    front = np.zeros(len(order), bool)
    for number, place in enumerate(order):
        before = order[number - 1]
        front[place] = number == 0 or errors[place] < errors[before]
        if number and (costs[place], errors[place]) == (costs[before], errors[before]):
            front[place] = front[before]
    return front


def worse_kept(costs: Any, errors: Any) -> np.ndarray:
    """In the order of the costs alone; one that is equal to the best so far in both stays."""
    front = np.zeros(len(costs), bool)
    least, cost = np.inf, np.inf
    for place in np.argsort(costs, kind="stable"):
        front[place] = errors[place] < least or (errors[place], costs[place]) == (least, cost)
        if errors[place] < least:
            least, cost = errors[place], costs[place]
    return front


def hull(turns: Callable[[Any], Any]) -> Any:
    """Of the front, what lies on no line between two others, or below all such lines.

    ``turns(area)`` says of three networks, by the area between them, whether the middle one goes.
    """

    def function(costs: Any, errors: Any) -> np.ndarray:
        front = pareto_front(costs, errors)
        chain: list[tuple[Any, Any]] = []
        for c, e in sorted(set(zip(costs[front], errors[front]))):
            while len(chain) > 1:
                (a, b), (p, q) = chain[-2:]
                if not turns((p - a) * (e - b) - (q - b) * (c - a)):
                    break
                chain.pop()
            chain.append((c, e))
        return np.array([point in chain for point in zip(costs, errors)])

    return instead(function)


def places(costs: Any, errors: Any) -> np.ndarray:
    return np.flatnonzero(pareto_front(costs, errors))


MISTAKES = (
    Mistake(
        "beats-itself",
        "A network with the same two numbers counts as better. Then of equal networks none stays "
        "on the front.",
        "Better means: at least as good in both numbers *and* really better in one.",
        beaten_if(lambda c, d, e, f: (c <= d) & (e <= f) & others(len(d))),
        beaten_if(lambda c, d, e, f: (c <= d) & (e <= f)),
    ),
    Mistake(
        "better-in-both",
        "A network is left out only if another one is better in *both*. It should be left out, "
        "too, if another is better in one and as good in the other.",
        "Compare both with `<=`, and ask for `<` in at least one.",
        beaten_if(lambda c, d, e, f: (c < d) & (e < f)),
    ),
    Mistake(
        "neighbours-only",
        "Each network is compared only with the one before it in the order of the costs. Any "
        "cheaper one may beat it, not only the next cheaper.",
        "Keep the fewest errors of all that came before.",
        instead(neighbours),
    ),
    Mistake(
        "tie-in-one",
        "With an equal number in one, a worse network stays. It should be left out.",
        "Compare both with `<=`: at the same cost, fewer errors win. The same holds the other way "
        "round.",
        beaten_if(lambda c, d, e, f: (c < d) & (e <= f)),
        beaten_if(lambda c, d, e, f: (c <= d) & (e < f)),
        as_good("costs", "errors"),
        as_good("errors", "costs"),
    ),
    Mistake(
        "better-in-one",
        "A network is left out as soon as another one is better in one of the two numbers.",
        "The other network has to be at least as good in *both*.",
        beaten_if(lambda c, d, e, f: (c < d) | (e < f)),
    ),
    Mistake(
        "one-axis-only",
        "Only networks at an end of the front are taken.",
        "Between the least cost and the fewest errors lie networks that no other beats.",
        beaten_if(lambda c, d, e, f: (c < d) & (e == e)),
        beaten_if(lambda c, d, e, f: (e < f) & (c == c)),
    ),
    Mistake(
        "more-is-better",
        "More counts as better, in cost and in errors.",
        "Cost and errors should both be small.",
        given_all(lambda a: {"costs": -a["costs"], "errors": -a["errors"]}),
    ),
    Mistake(
        "more-errors-better",
        "More errors count as better.",
        "Cost and errors should both be small.",
        given_all(lambda a: {"errors": -a["errors"]}),
    ),
    Mistake(
        "more-cost-better",
        "More cost counts as better.",
        "Cost and errors should both be small.",
        given_all(lambda a: {"costs": -a["costs"]}),
    ),
    Mistake(
        "inverted",
        "True and False are exchanged: the networks that are *not* on the front are marked.",
        "Mark a network with True if no other one beats it.",
        then(lambda answer, a: ~answer),
    ),
    Mistake(
        "places-for-truth",
        "It returns the places of the networks on the front. It should return True or False for "
        "each network.",
        "The answer should be as long as `costs`.",
        instead(places),
    ),
    Mistake(
        "order-changed",
        "The answers come in another order than the networks. They should stand as the networks "
        "do.",
        "If you sort the networks, undo the sorting at the end.",
        then(lambda answer, a: answer[np.argsort(a["costs"], kind="stable")]),
        then(lambda answer, a: answer[np.lexsort((a["errors"], a["costs"]))]),
    ),
    Mistake(
        "not-sorted",
        "It compares each network only with those *before* it, whatever the costs.",
        "This works only where the networks are sorted by cost. Here they are not.",
        instead(swept),
    ),
    Mistake(
        "first-of-equals",
        "Of networks with the same two numbers only the first stays. Neither beats the other, so "
        "all of them should stay.",
        "What does your comparison say of a network that is equal to the best so far?",
        instead(by_both),
    ),
    Mistake(
        "worse-of-one-cost",
        "It sorts by cost alone. Of networks with the same cost, a worse one that comes first "
        "stays.",
        "With an equal cost, fewer errors should come first: sort by both.",
        instead(worse_kept),
    ),
    Mistake(
        "ties-in-order",
        "It sorts by one of the two numbers alone. Of networks that share it, one that is beaten "
        "may stay, and of two that are equal in both one is left out.",
        "With an equal number in one, the other decides; with both equal, both stay.",
        by_one("costs", "errors"),
        by_one("errors", "costs"),
        by_one("costs", "errors", "stable"),
        by_one("errors", "costs", "stable"),
    ),
    Mistake(
        "hull-only",
        "Networks above the line between two others are dropped. That does not mean that one of "
        "the two beats them.",
        "Which of the two is as good in both numbers? Compare with one network at a time.",
        hull(lambda area: area < 0),
        hull(lambda area: area <= 0),
    ),
    Mistake(
        "best-product",
        "Cost and errors are made one number, and then one network wins.",
        "Nobody has said how many errors a MAC is worth: compare the two numbers separately.",
        instead(lambda costs, errors: costs * errors == (costs * errors).min()),
        instead(lambda costs, errors: costs + errors == (costs + errors).min()),
    ),
)


def recipe(draw, networks, ties, values=None):
    costs = draw.array(networks)
    errors = draw.array(networks)
    if ties == "cost":
        costs[-1] = costs[0]
    elif ties == "errors":
        errors[-1] = errors[0]
    elif ties == "both":
        costs[-1], errors[-1] = costs[0], errors[0]
    return {"costs": costs, "errors": errors}


DOMAIN = Domain(
    recipe,
    (
        factor("networks", 4, "there are not 4 networks", (1, "there is one network"),
               (2, "there are 2 networks"), (9, "there are 9 networks")),
        factor("ties", "none", "two networks share a number", ("cost", "two cost the same"),
               ("errors", "two have as many errors"), ("both", "two are equal in both")),
    ),
    integers=("costs", "errors"),
    single=False,
)  # fmt: skip

EXERCISE = Exercise(
    pareto_front,
    ARRAY,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

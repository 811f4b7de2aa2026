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


def ordered(costs: Any, errors: Any) -> np.ndarray:
    """The right answers, in the order of the costs."""
    return pareto_front(costs, errors)[np.argsort(costs, kind="stable")]


def places(costs: Any, errors: Any) -> np.ndarray:
    return np.flatnonzero(pareto_front(costs, errors))


MISTAKES = (
    Mistake(
        "beats-itself",
        "A network with the same two numbers counts as better; so each one beats itself, or its "
        "equals.",
        "At least as good in both *and* better in one.",
        beaten_if(lambda c, d, e, f: (c <= d) & (e <= f) & others(len(d))),
        beaten_if(lambda c, d, e, f: (c <= d) & (e <= f)),
    ),
    Mistake(
        "better-in-both",
        "A network is only left out if another one is better in *both*; better in one and as good "
        "in the other is enough.",
        "Compare with `<=` in both, and ask for `<` in at least one.",
        beaten_if(lambda c, d, e, f: (c < d) & (e < f)),
    ),
    Mistake(
        "tie-in-one",
        "With the same cost, or the same errors, the worse network stays.",
        "`<=` in both: a network of the same cost with fewer errors wins.",
        beaten_if(lambda c, d, e, f: (c < d) & (e <= f)),
        beaten_if(lambda c, d, e, f: (c <= d) & (e < f)),
    ),
    Mistake(
        "better-in-one",
        "A network is left out as soon as another one is better in one of the two.",
        "The other one has to be at least as good in *both*.",
        beaten_if(lambda c, d, e, f: (c < d) | (e < f)),
    ),
    Mistake(
        "one-axis-only",
        "Only the networks with the least cost, or with the fewest errors, are taken.",
        "Between the two ends lie networks that nobody beats in both.",
        beaten_if(lambda c, d, e, f: (c < d) & (e == e)),
        beaten_if(lambda c, d, e, f: (e < f) & (c == c)),
    ),
    Mistake(
        "more-is-better",
        "More cost, or more errors, counts as better.",
        "Both should be small.",
        given_all(lambda a: {"costs": -a["costs"], "errors": -a["errors"]}),
        given_all(lambda a: {"errors": -a["errors"]}),
        given_all(lambda a: {"costs": -a["costs"]}),
    ),
    Mistake(
        "inverted",
        "True and False are exchanged: the networks *not* on the front are marked.",
        "`~` turns them round.",
        then(lambda answer, a: ~answer),
    ),
    Mistake(
        "places-for-truth",
        "It returns the places of the networks on the front; for each network a True or False is "
        "asked for.",
        "The answer is as long as `costs`.",
        instead(places),
    ),
    Mistake(
        "order-changed",
        "The answers come in the order of the costs; they should stand as the networks do.",
        "Leave the order alone, or undo the sorting.",
        instead(ordered),
    ),
    Mistake(
        "not-sorted",
        "It keeps what is better than all *before* it, whatever the costs.",
        "That works on networks that are sorted by cost; these are not.",
        instead(swept),
    ),
    Mistake(
        "best-product",
        "Cost and errors are made one number; then one network wins.",
        "Nobody has said how many errors a MAC is worth: compare the two apart.",
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

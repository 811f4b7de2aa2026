"""Exercise: dead_share."""

from __future__ import annotations

from typing import Any

import numpy as np

from cnnhelpers import reference
from cnnhelpers.check.answers import DECIMAL
from cnnhelpers.check.case import case, floats, halves, whole
from cnnhelpers.check.domain import VALUES_OF_SOME_SIZE, Domain, factor
from cnnhelpers.check.exercise import Exercise
from cnnhelpers.check.mistake import Mistake, instead, then


def dead_share(activations: np.ndarray) -> float:
    """Return which share of the units is dead: 0 for every input. A number from 0 to 1.

    ``activations`` are those of a ReLU layer, for N inputs: (N, D) with D units, or (N, C, H, W)
    where a channel is a unit, dead if it is 0 at every pixel of every input.
    """
    others = tuple(axis for axis in range(activations.ndim) if axis != 1)
    return float(np.mean((activations == 0).all(axis=others)))


def rectified(seed, *shape, dead=()):
    """Return activations after a ReLU, some of the units dead."""
    made = np.maximum(halves(seed, *shape), 0)
    made[:, list(dead)] = 0
    return made


CASES = (
    case(activations=floats([0.0, 2.0, 0.0], [0.0, 0.0, 1.0])),
    case(activations=floats([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.5, 0.0], [0.0, 0.0, 0.0])),
    case(activations=rectified(1, 4, 5, dead=(1, 3))),
    case(activations=np.abs(whole(2, 3, 4))),
    case(activations=rectified(3, 3, 4, 2, 3, dead=(2,))),
    case(activations=floats([0.0, 0.001, 3.0, 0.0], [0.0, 0.0, 0.0, 0.002])),
    case(activations=rectified(4, 2, 5, 3, 2, dead=(0, 4))),
    case(activations=rectified(5, 8, 3)),
    case(activations=np.zeros((2, 3))),
    case(activations=floats([0.0, 1e-9], [3.0, 0.0])),
)


def by_torch(torch: Any, activations: np.ndarray) -> float:
    (values,) = reference.tensors([activations])
    alive = values.transpose(0, 1).flatten(1).count_nonzero(dim=1)
    return (alive == 0).double().mean().item()


def way(function):
    return instead(lambda activations: function(activations))


def others(a):
    return tuple(axis for axis in range(a.ndim) if axis != 1)


def dead(a):
    return (a == 0).all(axis=others(a))


MISTAKES = (
    Mistake(
        "share-of-zeros",
        "It returns the share of zeros among all activations.",
        "A healthy unit is 0 for many inputs. A dead one is 0 for *all*: first ask each unit, then "
        "take the mean over the units.",
        way(lambda a: (a == 0).mean()),
    ),
    Mistake(
        "zero-once",
        "A unit counts as dead as soon as it is 0 for one input.",
        "A dead unit must be 0 for `all` inputs, not for `any` of them.",
        way(lambda a: (a == 0).any(axis=others(a)).mean()),
    ),
    Mistake(
        "inputs-for-units",
        "It returns the share of *inputs* for which no unit answers. It should be the share of "
        "units.",
        "Inputs are axis 0 and units axis 1. An axis that you name in `all` disappears.",
        way(lambda a: (a == 0).all(axis=tuple(range(1, a.ndim))).mean()),
        way(lambda a: (a == 0).all(axis=1).mean()),
        way(lambda a: (a == 0).all(axis=-1).mean()),
    ),
    Mistake(
        "last-axis-for-units",
        "The last axis is taken for the units, as where channels come last. Units are axis 1.",
        "In (N, C, H, W) look over axes 0, 2 and 3: one answer for each channel is left.",
        way(lambda a: (a == 0).all(axis=tuple(range(a.ndim - 1))).mean()),
    ),
    Mistake(
        "pixels-for-channels",
        "In a convolution each pixel counts as a unit of its own.",
        "A channel is one unit. It is dead if it is 0 at every pixel of every input.",
        way(lambda a: (a == 0).all(axis=0).mean()),
    ),
    Mistake(
        "one-input",
        "Only one input is looked at.",
        "Look at all inputs: a unit that is 0 for one of them may answer to another.",
        way(lambda a: dead(a[:1]).mean()),
        way(lambda a: dead(a[-1:]).mean()),
        way(lambda a: (a[0] == 0).mean()),
    ),
    Mistake(
        "count-for-share",
        "It returns the number of dead units. It should return their share.",
        "Divide by the number of units, or take the mean.",
        way(lambda a: dead(a).sum()),
    ),
    Mistake(
        "wrong-whole",
        "The number of dead units is divided by another number than that of the units.",
        "The number of units is `activations.shape[1]`.",
        way(lambda a: dead(a).sum() / len(a)),
        way(lambda a: dead(a).sum() / a.size),
        way(lambda a: dead(a).sum() / a.shape[-1]),
    ),
    Mistake(
        "alive-for-dead",
        "It returns the share of units that are alive.",
        "A unit is dead where *all* its values are 0. Or subtract the share from 1.",
        then(lambda answer, a: 1 - answer),
        way(lambda a: (a != 0).all(axis=others(a)).mean()),
        way(lambda a: (a > 0).mean()),
    ),
    Mistake(
        "small-counts-as-dead",
        "Units with small activations count as dead.",
        "Small is not dead: whatever is above 0 has a gradient. `== 0` asks for 0 itself, "
        "`np.isclose` also takes tiny numbers for it.",
        way(lambda a: (a < 0.01).all(axis=others(a)).mean()),
        way(lambda a: (a < 0.1).all(axis=others(a)).mean()),
        way(lambda a: (a.mean(axis=others(a)) < 0.01).mean()),
        way(lambda a: (np.round(a, 2) == 0).all(axis=others(a)).mean()),
        way(lambda a: np.isclose(a, 0).all(axis=others(a)).mean()),
    ),
    Mistake(
        "percent",
        "The answer is in percent.",
        "A share is a number from 0 to 1: if all units are dead, it is 1.",
        then(lambda answer, a: 100 * answer),
    ),
    Mistake(
        "not-one-number",
        "The answer is not a single number.",
        "Take the mean over the units at the end.",
        way(dead),
        way(lambda a: (a == 0).mean(axis=others(a))),
        way(lambda a: (a == 0).mean(axis=0)),
    ),
)


def recipe(draw, inputs, units, image, share):
    made = np.abs(draw.array(inputs, units, *image))
    made *= draw.random.random(made.shape) < 0.6
    made[:, : units * share // 2] = 0
    return {"activations": made}


DOMAIN = Domain(
    recipe,
    (
        factor("inputs", 4, "there are more or fewer inputs",
               (1, "there is one input"), (7, "there are 7 inputs")),
        factor("units", 5, "there are more or fewer units",
               (1, "there is one unit"), (8, "there are 8 units")),
        factor("image", (), "the layer is a convolution", ((2, 3), "the layer is a convolution")),
        factor("share", 1, "the dead units are more or fewer", (0, "no unit is dead"),
               (2, "all units are dead")),
    ),
    values=VALUES_OF_SOME_SIZE,
    integers=("activations",),
)  # fmt: skip

EXERCISE = Exercise(
    dead_share,
    DECIMAL,
    CASES,
    by_torch,
    MISTAKES,
    domain=DOMAIN,
    compared="a calculation with PyTorch",
)

"""A recipe for a network, and its run: the same recipe trained from three seeds.

The seeds are given, not chosen: whoever may choose among seeds reports luck.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from cnnhelpers import nn, training
from cnnhelpers.capstone.construction import construction_findings
from cnnhelpers.capstone.costs import at_work
from cnnhelpers.capstone.finding import Finding
from cnnhelpers.capstone.gate import FEW, Gate, put_before
from cnnhelpers.capstone.split import Split, split_digits
from cnnhelpers.datasets import watched
from cnnhelpers.shapes import shown

SEEDS = (0, 1, 2)
TRAINED = 0.5  # a new network reads one digit in ten


@dataclass(frozen=True)
class Recipe:
    """How a network is made.

    ``build()`` returns a new one; its weights come from the seed that is set before. ``train(model,
    split, seed)`` trains it in place, on ``split.images`` and ``split.labels``; it may choose by
    ``split.validation_images``.

    Raises:
        TypeError: ``build`` or ``train`` is no function.
    """

    name: str
    build: Callable[[], nn.Module]
    train: Callable[[nn.Module, Split, int], Any]

    def __post_init__(self) -> None:
        for name, given in (("build", self.build), ("train", self.train)):
            if isinstance(given, nn.Module):
                raise TypeError(
                    f"Recipe: {name} must be a function, not the network that it makes; hand in "
                    "its name, without brackets."
                )
            if not callable(given):
                raise TypeError(f"Recipe: {name} must be a function, not {shown(given)}.")


@dataclass(frozen=True, eq=False)
class Run:
    """Three trained networks of one recipe, and how many of 1,000 validation digits each misreads.

    ``findings`` is what was seen during the training that must not be.
    """

    name: str
    models: tuple[nn.Module, ...]
    seeds: tuple[int, ...]
    validation_errors: tuple[int, ...]
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        errors = ", ".join(map(str, self.validation_errors))
        return f"{self.name}: {errors} of 1,000 validation digits misread, seeds {self.seeds}"


def run(recipe: Recipe, *, progress: bool = True) -> Run:
    """Train a recipe from each of the three seeds, and say when each is done.

    Validation digits are read by the folded network, on the course's functions.

    Raises:
        TypeError: it is no recipe, or its ``build()`` returns no network.
        ValueError: the network does not read digits, or gives no ten logits.
    """
    if not isinstance(recipe, Recipe):
        raise TypeError(
            f"run: recipe must be a capstone.Recipe, not {shown(recipe)}; make one: "
            "capstone.Recipe(name, build, train)."
        )
    models, found, starts = [], [], []
    for seed in SEEDS:
        split = split_digits()  # anew, as a recipe may change its arrays
        with nn.init.seeded([seed]):
            model = recipe.build()
        if not isinstance(model, nn.Module):
            raise TypeError(
                f"run: what build() returns must be a cnnhelpers.nn network, not {shown(model)}; "
                "does it end with `return nn.Sequential(...)`?"
            )
        for finding in construction_findings(model):
            if finding.slug in ("resized-outside", "not-ten-logits"):
                raise ValueError(f"run: {finding.sentence}")
        starts.append(_state(model))
        found += _already_trained(model)
        gated, gate = put_before(model)
        with watched() as reads:
            recipe.train(gated, split, seed)
        found += _seen_by(gate, reads, seed)
        found += _came_to_nothing(model, gate, seed)
        models.append(model.eval())
        if progress:
            print(f"{recipe.name}: seed {seed} is trained.", flush=True)
    found += _seeds_of(starts, [_state(model) for model in models])
    _, _, *digits_to_choose_by = split_digits()
    validation = tuple(misread(at_work(model), *digits_to_choose_by) for model in models)
    return Run(recipe.name, tuple(models), SEEDS, validation, tuple(dict.fromkeys(found)))


def misread(model: nn.Module, images: np.ndarray, labels: np.ndarray) -> int:
    """Return how many of these digits a network misreads; an output that is no number is wrong."""
    logits = training.predict(model, images)
    right = (logits.argmax(axis=1) == labels) & np.isfinite(logits).all(axis=1)
    return int(np.sum(~right))


def _state(model: nn.Module) -> np.ndarray:
    return np.concatenate([parameter.data.ravel() for parameter in model.parameters()])


def _already_trained(model: nn.Module) -> list[Finding]:
    split = split_digits()
    wrong = misread(at_work(model), *split[2:]) / len(split.validation_labels)
    if wrong > 1 - TRAINED:
        return []
    return [
        Finding(
            "trained-before",
            f"Before any training the network reads {1 - wrong:.0%} of the validation digits; "
            "build() has to return a new one.",
        )
    ]


def _seen_by(gate: Gate, reads: list[str], seed: int) -> list[Finding]:
    found = []
    asked = [name for name in reads if name != "train"]
    if asked:
        found.append(
            Finding(
                "test-digits-read",
                f"Seed {seed}: train() asked for digits({asked[0]!r}), which holds the test "
                "digits. Only the grader may look at them.",
            )
        )
    if gate.met.sum() > FEW:
        found.append(
            Finding(
                "test-digits-seen",
                f"Seed {seed}: {gate.met.sum():,} of the 2,000 test digits went through the "
                "network during its training, to learn from or to choose by.",
            )
        )
    if gate.resized[0]:
        found.append(
            Finding(
                "resized-outside",
                f"Seed {seed}: it was trained on images of another size than 28×28. What changes "
                "their size belongs into the network, where it is counted.",
            )
        )
    return found


def _came_to_nothing(model: nn.Module, gate: Gate, seed: int) -> list[Finding]:
    found = []
    if not gate.passed[0]:
        found.append(
            Finding(
                "weights-from-elsewhere",
                f"Seed {seed}: no image went through the network while it was trained, so its "
                "weights come from somewhere else.",
            )
        )
    if not np.isfinite(_state(model)).all():
        found.append(
            Finding(
                "not-finite",
                f"Seed {seed}: after the training, weights are infinite or no numbers at all. Try "
                "a smaller learning rate.",
            )
        )
    return found


def _seeds_of(starts: list[np.ndarray], ends: list[np.ndarray]) -> list[Finding]:
    for weights, words in ((starts, "start from"), (ends, "end with")):
        for first, second in ((0, 1), (0, 2), (1, 2)):
            if np.array_equal(weights[first], weights[second]):
                return [
                    Finding(
                        "seed-picked",
                        f"Seeds {SEEDS[first]} and {SEEDS[second]} {words} the same weights: that "
                        "is one result, shown twice. Leave the random numbers to the grader.",
                    )
                ]
    return []

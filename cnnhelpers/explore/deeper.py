"""Networks of 8 to 56 layers that were trained: the loss, and the gradient of each layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import PEN, QUIET, ROLES
from cnnhelpers.explore.depth import power
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.training.depth_runs import DEPTHS, STEPS, DepthRuns, depth_runs

NORM, BARE = "batch norm", "no norm"
RESIDUAL, PLAIN = "shortcuts", "plain"
FIRST, LAST = "first step", "last step"

LEFT, TOP = 44, 34
ACROSS, DOWN = 236, 180
SECOND = LEFT + ACROSS + 66
HIGHEST_LOSS = 3.0
EXPONENTS = (-8, 4)  # powers of ten of the gradient's axis
EVERY = 10  # steps that one point of the curve is the mean of


class DeeperExplorer(Explorer):
    """Choose depth, batch norm and shortcuts; see the training loss and the gradient by layer.

    The runs are stored: 150 steps on 2,000 digits, the same start and the same batches for all.
    Points of the loss are means of ten steps. The thin line is the network of 8 layers of the same
    kind. Gradients are root mean squares over the weights of each convolution.

    Args:
        goals: what to try. A goal can ask for depth, norm, shortcuts and when (names), final (the
            mean loss of the last 20 steps), shallow (that of 8 layers of the same kind) and ratio
            (the gradient of the first convolution divided by that of the last).
    """

    width = SECOND + ACROSS + 14
    height = TOP + DOWN + 44

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("depth", "depth", tuple(map(str, DEPTHS)), "8"),
            Choice("norm", "norm", (NORM, BARE)),
            Choice("shortcuts", "shortcuts", (PLAIN, RESIDUAL)),
            Choice("when", "gradient", (FIRST, LAST)),
        ]
        super().__init__(controls, goals=goals)

    def runs(self, depth: str, norm: str, shortcuts: str) -> DepthRuns:
        """Return the stored runs of a setting."""
        return depth_runs(int(depth), batch_norm=norm == NORM, shortcuts=shortcuts == RESIDUAL)

    def gradients(self, depth: str, norm: str, shortcuts: str, when: str) -> np.ndarray:
        """Return the gradient's size for each convolution, the lowest first."""
        runs = self.runs(depth, norm, shortcuts)
        sizes: np.ndarray = (runs.gradient_first if when == FIRST else runs.gradient_last)[0]
        return sizes

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`DeeperExplorer`."""
        sizes = self.gradients(**state)
        kind = {"norm": state["norm"], "shortcuts": state["shortcuts"]}
        return {
            "final": float(self.runs(state["depth"], **kind).final[0]),
            "shallow": float(self.runs("8", **kind).final[0]),
            "ratio": float(sizes[0] / sizes[-1]) if sizes[-1] else math.nan,
        }

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`DeeperExplorer`."""
        kind = {"norm": state["norm"], "shortcuts": state["shortcuts"]}
        runs, facts = self.runs(state["depth"], **kind), self.facts(**state)
        sizes = self.gradients(**state)
        placed = [
            Placed(_axes("training loss", "step"), LEFT, TOP),
            Placed(_axes("gradient by layer", "last"), SECOND, TOP),
            Placed(_ticks_of_loss(), LEFT, TOP),
            Placed(_ticks_of_gradient(), SECOND, TOP),
            Placed(_curve(_means(self.runs("8", **kind).loss[0]), 1.2), LEFT, TOP),
            Placed(_curve(_means(runs.loss[0]), 3), LEFT, TOP),
            Placed(_dots(tuple(sizes.tolist())), SECOND, TOP),
        ]
        if state["depth"] != "8":
            key = f"thick: {state['depth']} layers, thin: 8"
            placed.append(Placed(pieces.line(key, 12), LEFT, TOP + DOWN + 34))
        names = f"{'with' if state['norm'] == NORM else 'without'} batch norm, "
        names += f"{'with' if state['shortcuts'] == RESIDUAL else 'without'} shortcuts"
        end = "no number any more" if math.isnan(facts["final"]) else f"{facts['final']:.2f}"
        phrases = [
            f"{state['depth']} layers, {names}: the training loss of the last 20 steps is {end} "
            f"(8 layers of this kind: {facts['shallow']:.2f})."
        ]
        if np.isfinite(sizes).all() and sizes[-1] > 0:
            phrases.append(
                f"At the {state['when']} the gradient is {power(float(sizes[0]))} in the first "
                f"convolution and {power(float(sizes[-1]))} in the last one."
            )
        else:
            phrases.append(f"At the {state['when']} there is no gradient left to show.")
        return Scene(self.width, self.height, tuple(placed), tuple(phrases))


def _means(losses: np.ndarray) -> tuple[float, ...]:
    return tuple(losses.reshape(-1, EVERY).mean(axis=1).tolist())


@lru_cache(maxsize=2)
def _axes(heading: str, below: str) -> Part:
    middle = number(ACROSS / 2)
    return Part(
        f'<rect width="{ACROSS}" height="{DOWN}" fill="none" stroke="{QUIET}"/>'
        f'<text x="{middle}" y="-12" font-size="12" font-weight="600" fill="{QUIET}">{heading}'
        f'</text><text x="{ACROSS - 4}" y="{DOWN + 15}" font-size="11" fill="{QUIET}" '
        f'text-anchor="end">{below}</text>'
    )


def _tick(height: float, words: str) -> str:
    return (
        f'<path d="M0 {number(height)}H{ACROSS}" stroke="{QUIET}" stroke-width="0.4"/>'
        f'<text x="-6" y="{number(height + 4)}" font-size="11" fill="{QUIET}" '
        f'text-anchor="end">{words}</text>'
    )


@lru_cache(maxsize=1)
def _ticks_of_loss() -> Part:
    lines = [_tick(_height(loss), f"{loss:.0f}") for loss in (0, 1, 2, 3)]
    for step in (0, 50, 100):
        x = number(round(step / STEPS * ACROSS, 1))
        lines.append(f'<text x="{x}" y="{DOWN + 15}" font-size="11" fill="{QUIET}">{step}</text>')
    return Part("".join(lines))


@lru_cache(maxsize=1)
def _ticks_of_gradient() -> Part:
    lines = [
        _tick(_low(10.0**exponent), power(10.0**exponent).removeprefix("1.0 × "))
        for exponent in range(EXPONENTS[0], EXPONENTS[1] + 1, 4)
    ]
    lines.append(f'<text x="8" y="{DOWN + 15}" font-size="11" fill="{QUIET}">first</text>')
    return Part("".join(lines))


def _height(loss: float) -> float:
    return round((1 - min(loss, HIGHEST_LOSS) / HIGHEST_LOSS) * DOWN, 1)


def _low(size: float) -> float:
    low, high = EXPONENTS
    exponent = min(max(math.log10(max(size, 1e-300)), low), high)
    return round((high - exponent) / (high - low) * DOWN, 1)


@lru_cache(maxsize=64)
def _curve(losses: tuple[float, ...], width: float) -> Part:
    """Return a curve, as far as the losses are numbers."""
    points = [
        f"{number(round((index + 0.5) * EVERY / STEPS * ACROSS, 1))} {number(_height(loss))}"
        for index, loss in enumerate(losses)
        if math.isfinite(loss)
    ]
    if not points:
        return Part("<g/>")
    path = "M" + "L".join(points)
    return Part(f'<path d="{path}" fill="none" stroke="{PEN}" stroke-width="{width}"/>')


@lru_cache(maxsize=64)
def _dots(sizes: tuple[float, ...]) -> Part:
    """Return a mark for each convolution: the first one on the left."""
    look, apart = ROLES["gradient"], ACROSS / len(sizes)
    return Part("".join(
        f'<path d="M{number(round((index + 0.5) * apart, 1))} {number(_low(size))}m0 -4l4 4l-4 4l-4'
        f' -4z" fill="{look.fill}" stroke="{look.edge}"/>'
        for index, size in enumerate(sizes) if math.isfinite(size) and size > 0
    ) or "<g/>")  # fmt: skip

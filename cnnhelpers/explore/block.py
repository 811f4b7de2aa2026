"""One residual block with one number: forward, backward, and what typical faults change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.scene import Part, Placed, Scene, number
from cnnhelpers.draw.style import QUIET, ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.digits import as_text
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal

RESIDUAL, PLAIN = "residual", "plain"
EARLY, NO_LAST = "ReLU before the sum", "no last ReLU"
BLOCKS = {
    RESIDUAL: "y = relu(w2 · relu(w1 · x) + x)",
    PLAIN: "y = relu(w2 · relu(w1 · x))",
    EARLY: "y = relu(w2 · relu(w1 · x)) + x",
    NO_LAST: "y = w2 · relu(w1 · x) + x",
    "x added twice": "y = relu(w2 · relu(w1 · x) + 2 · x)",
    "the larger of both": "y = relu(max(w2 · relu(w1 · x), x))",
}
BOX = (56, 24)
ACROSS = {"x": 50.0, "a": 156.0, "h": 250.0, "F": 354.0, "sum": 460.0, "y": 560.0}
LINE, SHORT = 128.0, 40.0  # heights of the boxes, and of the shortcut


class Values(NamedTuple):
    """What flows through a block: the values forward, and the slope of y with respect to each."""

    forward: dict[str, float]
    backward: dict[str, float]  # "through" and "around" are the two parts of that of x


class BlockExplorer(Explorer):
    """Send one number through a block of two weights, and the slope of its output back.

    Both convolutions are single numbers here, so that each sum and each gate can be followed. The
    slope of a ReLU at 0 is 0, as in PyTorch. Of two equal ones the first is the larger.

    Args:
        goals: what to try. A goal can ask for block, x, w1, w2, y and slope (of y by x).
    """

    width = 612
    height = 236

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("block", "block", tuple(BLOCKS), menu=True),
            Slider("x", "x", -3, 3, 2),
            Slider("w1", "w1", -2, 2, 1),
            Slider("w2", "w2", -2, 2, 1),
        ]
        super().__init__(controls, goals=goals)

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`BlockExplorer`."""
        found = values(**state)
        return {"y": found.forward["y"], "slope": found.backward["x"]}

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`BlockExplorer`."""
        block, w1, w2 = state["block"], state["w1"], state["w2"]
        forward, backward = values(**state)
        shortcut = block != PLAIN
        steps = [("x", "a", f"· {as_text(w1)}"), ("a", "h", "relu"), ("h", "F", f"· {as_text(w2)}")]
        if block == EARLY:
            steps.append(("F", "sum", "relu"))
        elif block != NO_LAST:
            steps.append(("sum", "y", "relu"))
        placed = [
            Placed(pieces.title(BLOCKS[block]), 8, 14),
            Placed(_wires(shortcut), 0, 0),
            *(_between(*each) for each in steps),
        ]
        for name, across in ACROSS.items():
            role = "input" if name == "x" else "output"
            placed += [
                Placed(pieces.label(name, 12, bold=True), across, LINE - 10),
                Placed(_box(as_text(forward[name]), role), across - BOX[0] / 2, LINE),
                Placed(_box(as_text(backward[name]), "gradient"), across - BOX[0] / 2, LINE + 24),
            ]
        if shortcut:
            around = as_text(backward["around"])
            placed += [
                Placed(pieces.label("slope of the shortcut", 12), 300, SHORT + 26),
                Placed(_box(around, "gradient"), 300, SHORT + 8 - BOX[1] / 2 - 8),
            ]
        parts = f"{as_text(backward['through'])} through the weights"
        if shortcut:
            parts += f" and {as_text(backward['around'])} around them"
        placed.append(Placed(pieces.line(f"slope of x: {parts}", 12), 22, 206))
        return Scene(self.width, self.height, tuple(placed), (
            f"{block}: {BLOCKS[block]}, with x = {as_text(state['x'])}, w1 = {as_text(w1)} and "
            f"w2 = {as_text(w2)}.",
            f"The output is {as_text(forward['y'])}.",
            f"Its slope with respect to x is {as_text(backward['x'])}: {parts}.",
        ))  # fmt: skip


def values(block: str, x: float, w1: float, w2: float) -> Values:
    """Return values and slopes of a block."""
    a = w1 * x
    h = max(a, 0.0)
    change = w2 * h
    kept = {PLAIN: 0.0, "x added twice": 2.0}.get(block, 1.0)
    early, larger = block == EARLY, block == "the larger of both"
    added = max(change, 0.0) if early else change
    total = max(change, x) if larger else added + kept * x
    last = block not in (EARLY, NO_LAST)
    y = max(total, 0.0) if last else total
    above = float(total > 0) if last else 1.0
    into_change = above * (float(change > 0) if early else 1.0)
    around = above * kept
    if larger:
        into_change, around = above * (change >= x), above * (change < x)
    into_h = into_change * w2
    into_a = into_h * (a > 0)
    through = into_a * w1
    forward = {"x": x, "a": a, "h": h, "F": change, "sum": total, "y": y}
    backward = {"x": through + around, "a": into_a, "h": into_h, "F": into_change, "sum": above}
    backward |= {"y": 1.0, "through": through, "around": around}
    positive = ({name: value + 0.0 for name, value in each.items()} for each in (forward, backward))
    return Values(*positive)  # a zero has no sign


def _between(left: str, right: str, content: str) -> Placed:
    """Return what happens between two boxes, above the line from one to the other."""
    middle = (ACROSS[left] + ACROSS[right]) / 2
    return Placed(pieces.label(content, 12, bold=True), middle, LINE + 4)


@lru_cache(maxsize=256)
def _box(content: str, role: str) -> Part:
    return cell(content, ROLES[role], *BOX, 13)


@lru_cache(maxsize=2)
def _wires(shortcut: bool) -> Part:
    """Return the line through all boxes, and the one around them."""
    middle = number(LINE + BOX[1] / 2)
    lines = [f'<path d="M50 {middle}H560" stroke="{QUIET}" stroke-width="1.5"/>']
    if shortcut:
        begin, end, low = (number(each) for each in (ACROSS["x"], ACROSS["sum"], LINE - 20))
        lines.append(
            f'<path d="M{begin} {low}V{number(SHORT)}H{end}V{low}" '
            f'fill="none" stroke="{QUIET}" stroke-width="2.5" stroke-dasharray="6 3"/>'
        )
    return Part("".join(lines))

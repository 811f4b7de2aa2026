"""The chain rule on a small graph: values flow forward, gradients flow back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers.draw.cells import cell
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, number, text
from cnnhelpers.draw.style import INK, QUIET, ROLES, WINDOW, WINDOW_CASING
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.arrays import Typing, with_typed
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.digits import as_text
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.words import listed

LEAVES = ("a", "b", "c")
VALUES = (-2.0, 5.0, -4.0)
# An expression, as operations in order: name, sign, and what goes in. The last one is the answer.
GRAPHS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "f = (a + b) · c": (("p", "+", ("a", "b")), ("f", "·", ("p", "c"))),
    "f = a · a + b": (("p", "·", ("a", "a")), ("f", "+", ("p", "b"))),
    "f = max(a, b) · c": (("p", "max", ("a", "b")), ("f", "·", ("p", "c"))),
    "f = relu(a · b + c)": (
        ("p", "·", ("a", "b")),
        ("q", "+", ("p", "c")),
        ("f", "relu", ("q",)),
    ),
    "f = (a + b) · max(b, c)": (
        ("p", "+", ("a", "b")),
        ("q", "max", ("b", "c")),
        ("f", "·", ("p", "q")),
    ),
}
RULES = {
    "+": "A sum hands on what it gets",
    "·": "A product swaps its factors",
    "max": "A maximum sends all to the larger",
    "relu": "ReLU is a gate that its input opens",
}

BOX = (54, 24)
COLUMNS = (62, 222, 382, 522)  # middles of the boxes
ROWS = (44, 124, 204)


class ChainExplorer(Explorer):
    """Go through an expression step by step: first the values, then the gradients, backwards.

    Each operation multiplies the gradient that it gets by its local slopes, which stand at the
    arrows, and hands the products to what went in. What is used twice adds up what it gets. Click
    a, b or c and type another number.

    Args:
        goals: what to try. A goal can ask for expression, step, done (whether all gradients have
            arrived), value (of f), gradients (a dictionary by name, as far as they have arrived),
            and paths (by name, along how many arrows a gradient has arrived).
    """

    width = 590
    height = 258
    interval = 1000
    typing = Typing(r"[\-−]?\d", "a whole number from −9 to 9")

    def __init__(self, *, goals: Sequence[Goal] = ()) -> None:
        controls: list[Control] = [
            Choice("expression", "expression", tuple(GRAPHS), menu=True),
            Slider("step", "step", 0, 7, 0),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def leaves(self, typed: Mapping[str, str] | None = None) -> dict[str, float]:
        """Return a, b and c."""
        values = with_typed(np.array(VALUES), "leaves", typed or {})
        return dict(zip(LEAVES, values.tolist(), strict=True))

    def flow(self, expression: str, step: int, typed: Mapping[str, str] | None = None) -> _Flow:
        """Return what is known after so many steps."""
        graph = GRAPHS[expression]
        flow = _Flow(self.leaves(typed))
        for name, sign, inputs in graph[:step]:
            flow.values[name] = _result(sign, [flow.values[each] for each in inputs])
        if step > len(graph):
            flow.gradients[graph[-1][0]] = 1.0
        for operation in graph[::-1][: max(0, step - len(graph) - 1)]:
            flow.back(*operation)
        return flow

    def positions(self, **settings: Any) -> int:
        """Return the number of steps: forward, the gradient 1 of f, and backward."""
        return 2 * len(GRAPHS[settings["expression"]]) + 2

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`ChainExplorer`."""
        last = self.positions(**state) - 1
        flow = self.flow(state["expression"], state["step"], state.get("typed"))
        return {
            "done": state["step"] == last,
            "value": self.flow(state["expression"], last, state.get("typed")).values["f"],
            "gradients": dict(flow.gradients),
            "paths": dict(flow.paths),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`ChainExplorer`."""
        graph, step = GRAPHS[state["expression"]], state["step"]
        flow = self.flow(state["expression"], step, state.get("typed"))
        places = _places(graph)
        now = _now(graph, step)
        placed = [Placed(pieces.title("values forward, gradients back"), 8, 12)]
        for name, _, inputs in graph:
            for index, each in enumerate(inputs):
                placed += self._edge(places[each], places[name], index, len(inputs), inputs)
        for name, place in places.items():
            placed += self._node(name, place, flow, _label(graph, name), name == now)
        placed += self._slopes(graph, step, flow, places)
        phrases = [
            f"{state['expression']}, with {_given(flow, places)}.",
            self._said(graph, step, flow),
        ]
        arrived = [f"{name} {as_text(flow.gradients[name])}" for name in LEAVES
                   if name in flow.gradients]  # fmt: skip
        if arrived:
            phrases.append(f"Gradients that have arrived: {listed(arrived)}.")
        regions = tuple(
            Region(name, places[name][0] - BOX[0] / 2, places[name][1], *BOX, types="leaves",
                   texts=(as_text(flow.values[name]),))
            for name in LEAVES if name in places
        )  # fmt: skip
        return Scene(self.width, self.height, tuple(placed), tuple(phrases), regions=regions)

    def _said(self, graph: Any, step: int, flow: _Flow) -> str:
        """Return what the last step has done."""
        if step == 0:
            return "Nothing is computed yet."
        if step <= len(graph):
            name, sign, inputs = graph[step - 1]
            values = [as_text(flow.values[each]) for each in inputs]
            return f"Forward: {name} = {_written(sign, values)} = {as_text(flow.values[name])}."
        if step == len(graph) + 1:
            return "Backward begins: f grows by 1 for each unit of f, so its gradient is 1."
        name, sign, inputs = graph[::-1][step - len(graph) - 2]
        slopes = _slopes(sign, [flow.values[each] for each in inputs])
        upstream = as_text(flow.gradients[name])
        parts = [
            f"{each} gets {upstream} × {as_text(slope)} = {as_text(flow.gradients[name] * slope)}"
            for each, slope in zip(inputs, slopes)
        ]
        return f"Backward through {name}: {RULES[sign]}: {listed(parts)}."

    def _node(
        self, name: str, place: tuple[float, float], flow: _Flow, label: str, here: bool
    ) -> list[Placed]:
        """Return the box of a value, below it that of its gradient, above it a name."""
        x, y = place[0] - BOX[0] / 2, place[1]
        value, gradient = flow.values.get(name), flow.gradients.get(name)
        role = "input" if name in LEAVES else "output" if value is not None else "plain"
        placed = [
            Placed(pieces.label(label, 12, bold=True), place[0], y - 12),
            Placed(_box("" if value is None else as_text(value), role), x, y),
        ]
        if gradient is not None:
            placed.append(Placed(_box(as_text(gradient), "gradient"), x, y + BOX[1]))
        if here:
            tall = BOX[1] * (1 if gradient is None else 2)
            placed.append(Placed(pieces.outline(BOX[0], tall), x, y))
        return placed

    def _edge(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        index: int,
        count: int,
        inputs: Sequence[str],
    ) -> list[Placed]:
        """Return the arrow from one box to another; two from the same box stand apart."""
        (x, y), (to, below) = start, end
        shift = (index - 0.5) * 14 if count == 2 and len(set(inputs)) == 1 else 0
        x, y = x + BOX[0] / 2, y + BOX[1] / 2 + shift
        to = to - BOX[0] / 2 - 2
        target = below + BOX[1] / 2 + (shift or ((index - 0.5) * 10 if count == 2 else 0))
        return [Placed(_arrow(round(to - x, 1), round(target - y, 1)), x, y)]

    def _slopes(
        self, graph: Any, step: int, flow: _Flow, places: Mapping[str, tuple[float, float]]
    ) -> list[Placed]:
        """Return the local slopes at the arrows through which gradients have come back."""
        placed = []
        for name, sign, inputs in graph[::-1][: max(0, step - len(graph) - 1)]:
            slopes = _slopes(sign, [flow.values[each] for each in inputs])
            for index, (each, slope) in enumerate(zip(inputs, slopes)):
                twice = len(set(inputs)) < len(inputs)
                (x, y), (to, below) = places[each], places[name]
                share = 0.62  # nearer to the operation, where arrows do not cross
                across = x + BOX[0] / 2 + share * (to - x - BOX[0])
                down = y + BOX[1] / 2 + share * (below - y)
                down += (index - 0.5) * 44 if twice else (-12 if y <= below else 14)
                placed.append(Placed(_slope(as_text(slope)), round(across, 1), round(down, 1)))
        return placed


@dataclass
class _Flow:
    """Values and gradients by name, and along how many arrows a gradient has come."""

    values: dict[str, float]
    gradients: dict[str, float] = field(default_factory=dict)
    paths: dict[str, int] = field(default_factory=dict)

    def back(self, name: str, sign: str, inputs: Sequence[str]) -> None:
        """Hand the gradient of an operation to what went in."""
        slopes = _slopes(sign, [self.values[each] for each in inputs])
        for each, slope in zip(inputs, slopes):
            self.gradients[each] = self.gradients.get(each, 0.0) + self.gradients[name] * slope
            self.paths[each] = self.paths.get(each, 0) + 1


def _result(sign: str, values: Sequence[float]) -> float:
    if sign == "+":
        return values[0] + values[1]
    if sign == "·":
        return values[0] * values[1]
    return max(*values, 0.0) if sign == "relu" else max(values)


def _slopes(sign: str, values: Sequence[float]) -> list[float]:
    """Return the local slope for each input; of two equal ones the first is the maximum."""
    if sign == "+":
        return [1.0, 1.0]
    if sign == "·":
        return [values[1], values[0]]
    if sign == "relu":
        return [1.0 if values[0] > 0 else 0.0]
    first = values[0] >= values[1]
    return [float(first), float(not first)]


def _written(sign: str, inputs: Sequence[str]) -> str:
    """Return an operation as it is written."""
    return f" {sign} ".join(inputs) if sign in "+·" else f"{sign}({', '.join(inputs)})"


def _given(flow: _Flow, places: Mapping[str, Any]) -> str:
    used = [name for name in LEAVES if name in places]
    return listed([f"{name} = {as_text(flow.values[name])}" for name in used])


def _label(graph: Any, name: str) -> str:
    for each, sign, inputs in graph:
        if each == name:
            return f"{name} = {_written(sign, inputs)}"
    return name


def _now(graph: Any, step: int) -> str:
    """Return the box that the last step is about."""
    if step == 0:
        return ""
    if step <= len(graph):
        return str(graph[step - 1][0])
    return str(graph[::-1][max(0, step - len(graph) - 2)][0])


@lru_cache(maxsize=16)
def _places(graph: tuple[Any, ...]) -> dict[str, tuple[float, float]]:
    """Return the middle of each box's upper edge, by name: each to the right of what goes in."""
    used = {each for *_, inputs in graph for each in inputs}
    places = {n: (float(COLUMNS[0]), float(y)) for n, y in zip(LEAVES, ROWS) if n in used}
    depth = dict.fromkeys(places, 0)
    for name, _, inputs in graph:
        depth[name] = 1 + max(depth[each] for each in inputs)
        above = [places[each][1] for each in inputs]
        places[name] = float(COLUMNS[depth[name]]), sum(above) / len(above)
    return places


@lru_cache(maxsize=256)
def _box(content: str, role: str) -> Part:
    return cell(content, ROLES[role], *BOX, 14)


@lru_cache(maxsize=64)
def _arrow(dx: float, dy: float) -> Part:
    """Return a thin arrow from 0 to (dx, dy)."""
    length = float(np.hypot(dx, dy)) or 1.0
    ux, uy = dx / length, dy / length
    left = f"{number(round(dx - 8 * ux - 4 * uy, 1))} {number(round(dy - 8 * uy + 4 * ux, 1))}"
    right = f"{number(round(dx - 8 * ux + 4 * uy, 1))} {number(round(dy - 8 * uy - 4 * ux, 1))}"
    return Part(
        f'<path d="M0 0L{number(dx)} {number(dy)}" stroke="{QUIET}" stroke-width="1.5"/>'
        f'<path d="M{number(dx)} {number(dy)}L{left}L{right}z" fill="{QUIET}"/>'
    )


@lru_cache(maxsize=64)
def _slope(content: str) -> Part:
    """Return a local slope on a small label."""
    wide = 8 * len(content) + 22
    words = text(f"× {content}", 12, bold=True, colour=INK).markup
    return Part(
        f'<rect x="{number(-wide / 2)}" y="-9" width="{number(wide)}" height="18" rx="4" '
        f'fill="{WINDOW}" stroke="{WINDOW_CASING}"/>{words}'
    )

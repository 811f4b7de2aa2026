"""Cover a patch of a digit, and see what the network still says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.datasets import digits
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene, message, number, wrapped
from cnnhelpers.draw.style import ROLES, WRONG_INK
from cnnhelpers.explore.activations import (
    SIDE,
    bars,
    network,
    picture,
    probabilities,
    sheet,
)
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted

STRIDE = 4
SIZES = ("4", "8", "12")
FILLS = {"black": 0.0, "white": 1.0}

LEFT, TOP = 10, 22
DOT = 7  # pixels a pixel
SPAN = SIDE * DOT
MAP = LEFT + SPAN + 24
WIDE = 176  # of the map
SCORES = MAP + WIDE + 34
LONGEST = 104  # of a bar
MOST = 25.0  # the logit that fills it


class OcclusionExplorer(Explorer):
    """Cover a patch of a digit: which score falls, and by how much at every place of the patch?

    Drag the patch over the digit, or click into the map. The digits are the first of each class
    among the test images.

    Args:
        model: a trained ``nn.Sequential`` from (N, 1, 28, 28) to (N, 10); by default the course's.
        occlusion_map: your own function, called as ``occlusion_map(model, image, label, size=…,
            stride=4, fill=…)``; its map is drawn, and places that differ are told.
        goals: what to try. A goal can ask for digit, size, fill (a name), place, covered (the value
            of the patch), drop (of the digit's logit at this place), drops (the whole map),
            answer (what the network says now), right (whether that is the digit) and logits.

    Raises:
        TypeError, ValueError: the model is no such network, or ``occlusion_map`` no function.
    """

    width = SCORES + LONGEST + 66
    height = TOP + SPAN + 36
    interval = 250

    def __init__(
        self,
        model: nn.Sequential | None = None,
        *,
        occlusion_map: Callable[..., Any] | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        self.model = network(model, type(self).__name__)
        self.function = submitted(occlusion_map, type(self).__name__, "occlusion_map")
        images, labels = digits("test", 200)
        self.images = images[[int(np.argmax(labels == digit)) for digit in range(10)]]
        self._uncovered = self.model(self.images)
        self._covered: dict[Any, np.ndarray] = {}
        self._asked: dict[Any, Answer] = {}
        most = _places(int(SIZES[0])) ** 2
        controls: list[Control] = [
            Slider("digit", "digit", 0, 9, 4),
            Choice("size", "patch", SIZES, "8", menu=False),
            Choice("fill", "covered with", tuple(FILLS)),
            Slider("place", "place", 1, most, 8),
        ]
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def logits(self, digit: int, size: str, fill: str) -> np.ndarray:
        """Return the logits (places, 10) with the patch at each place, row by row."""
        key = digit, size, fill
        if key not in self._covered:
            side = int(size)
            starts = range(0, SIDE - side + 1, STRIDE)
            images = np.repeat(self.images[digit : digit + 1], len(starts) ** 2, axis=0)
            places = [(top, left) for top in starts for left in starts]
            for image, (top, left) in zip(images, places, strict=True):
                image[:, top : top + side, left : left + side] = FILLS[fill]
            self._covered[key] = self.model(images)
        return self._covered[key]

    def drops(self, digit: int, size: str, fill: str) -> np.ndarray:
        """Return by how much the digit's logit falls at each place, as a square map."""
        fallen = self._uncovered[digit, digit] - self.logits(digit, size, fill)[:, digit]
        side = _places(int(size))
        drops: np.ndarray = fallen.reshape(side, side)
        return drops

    def answer(self, digit: int, size: str, fill: str) -> Answer:
        """Return the map that is drawn: the learner's, or the explorer's own."""
        made = self.drops(digit, size, fill)
        if self.function is None:
            return Answer(made)
        key = digit, size, fill
        if key not in self._asked:
            options = {"size": int(size), "stride": STRIDE, "fill": FILLS[fill]}
            self._asked[key] = ask(
                self.function, self.model, self.images[digit], digit, shape=made.shape, **options
            )
        return self._asked[key]

    def positions(self, **settings: Any) -> int:
        """Return the number of places."""
        return _places(int(settings["size"])) ** 2

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`OcclusionExplorer`."""
        place, settings = _apart(state)
        logits, drops = self.logits(**settings)[place - 1], self.drops(**settings)
        said = int(logits.argmax())
        return {
            "covered": FILLS[settings["fill"]],
            "drop": float(drops.flat[place - 1]),
            "drops": drops,
            "answer": said,
            "right": said == settings["digit"],
            "logits": logits,
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`OcclusionExplorer`."""
        place, settings = _apart(state)
        digit, side, fill = settings["digit"], int(settings["size"]), settings["fill"]
        across = _places(side)
        row, column = divmod(place - 1, across)
        top, left = row * STRIDE, column * STRIDE
        logits, drops = self.logits(**settings)[place - 1], self.drops(**settings)
        shares = probabilities(logits)
        said = int(logits.argmax())
        cell = WIDE // across
        placed = [
            Placed(pieces.heading(f"a {digit}, covered"), LEFT + SPAN / 2, TOP - 12),
            Placed(_digit(self.images[digit, 0].tobytes()), LEFT, TOP),
            Placed(_patch(side, fill), LEFT + left * DOT, TOP + top * DOT),
            Placed(pieces.heading(f"fall of the logit of {digit}"), MAP + WIDE / 2, TOP - 12),
        ]
        before, after = self._uncovered[digit, digit], logits[digit]
        drop = float(drops.flat[place - 1])
        phrases = [
            f"A patch of {side}×{side} in {fill} covers rows {top} to {top + side - 1}, columns "
            f"{left} to {left + side - 1} of a {digit}.",
            f"Its logit {_moves(drop)} from {format_number(float(before), 1)} to "
            f"{format_number(float(after), 1)}, and the network says {said} with "
            f"{_percent(shares[said])}.",
            f"The largest fall of the {across}×{across} places is "
            f"{format_number(float(drops.max()), 1)}.",
        ]
        placed += self._map(settings, drops, cell, phrases)
        here = pieces.outline(cell, cell)
        placed += [
            Placed(here, MAP + column * cell, TOP + row * cell),
            Placed(
                pieces.label(f"here {format_number(drop, 1)}", 12, bold=True),
                MAP + across * cell / 2, TOP + SPAN + 14,
            ),
            Placed(pieces.heading("logits now"), SCORES + 50, TOP - 12),
            *bars(
                logits.tolist(), [format_number(float(one), 1) for one in logits], MOST, LONGEST,
                SCORES, TOP,
            ),
        ]  # fmt: skip
        verdict = f"says {said} with {_percent(shares[said])}"
        colour = {} if said == digit else {"colour": WRONG_INK}
        placed.append(
            Placed(pieces.label(verdict, 12, bold=True, **colour), LEFT + SPAN / 2, TOP + SPAN + 14)
        )
        return Scene(self.width, self.height, tuple(placed), tuple(phrases), regions=_regions(side))

    def _map(
        self, settings: dict[str, Any], drops: np.ndarray, cell: int, phrases: list[str]
    ) -> list[Placed]:
        """Return the map, the learner's where there is one, and say where it differs."""
        answer = self.answer(**settings)
        if answer.array is None or answer.array.shape != drops.shape:
            phrases.append(answer.problem)
            words = message(wrapped(answer.problem, 26), 12)
            return [Placed(words, MAP + WIDE / 2, TOP + SPAN / 2)]
        shown = answer.array
        wrong = ~np.isclose(shown, drops, rtol=1e-3, atol=1e-3)
        if wrong.any():
            phrases.append(f"{int(wrong.sum())} of {wrong.size} places of your map are wrong.")
        values = np.nan_to_num(shown)
        if values.min() >= 0:  # on the colours of signed numbers all the same
            values = values.copy()
            values.flat[0] -= 1e-9
        return [Placed(sheet(values[None], 1, len(drops) * cell), MAP, TOP)]


def _apart(state: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return the place of the patch, and the other settings."""
    return state["place"], {name: value for name, value in state.items() if name != "place"}


def _places(size: int) -> int:
    return (SIDE - size) // STRIDE + 1


def _moves(drop: float) -> str:
    return "falls" if drop > 0.05 else "rises" if drop < -0.05 else "stays, going"


def _percent(share: float) -> str:
    return "over 99 %" if 0.995 <= share < 1 else f"{100 * share:.0f} %"


@lru_cache(maxsize=32)
def _digit(data: bytes) -> Part:
    return picture(np.frombuffer(data, np.float32).reshape(SIDE, SIDE), SPAN)


@lru_cache(maxsize=16)
def _patch(side: int, fill: str) -> Part:
    level = round(255 * FILLS[fill])
    look = ROLES["kernel"]
    span = number(side * DOT)
    return Part(
        f'<rect width="{span}" height="{span}" fill="#{level:02x}{level:02x}{level:02x}" '
        f'stroke="{look.edge}" stroke-width="5"/><rect width="{span}" height="{span}" '
        f'fill="none" stroke="{look.fill}" stroke-width="3"/>'
    )


@lru_cache(maxsize=8)
def _regions(side: int) -> tuple[Region, Region]:
    """Return the digit, in which the patch comes to the pointer, and the map."""
    across = _places(side)
    starts = [max(0, min(across - 1, round((at - side / 2) / STRIDE))) for at in range(SIDE)]
    over = tuple(row * across + column + 1 for row in starts for column in starts)
    cell = WIDE // across
    every = tuple(range(1, across**2 + 1))
    return (
        Region("digit", LEFT, TOP, DOT, DOT, SIDE, SIDE, "place", over),
        Region("map", MAP, TOP, cell, cell, across, across, "place", every),
    )

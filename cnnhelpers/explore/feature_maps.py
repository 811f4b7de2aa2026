"""The maps of every layer for one digit, trained and untrained, and the filter behind each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.datasets import digits
from cnnhelpers.draw.numbers import format_number
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Part, Placed, Scene
from cnnhelpers.explore.activations import (
    answers,
    arrangement,
    map_layers,
    network,
    picture,
    sheet,
)
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.models import digit_net
from cnnhelpers.shapes import times

LEFT, TOP = 10, 22
DIGIT = 112
MAPS = LEFT + DIGIT + 24  # where the maps begin
WIDE, TALL = 464, 224
WEIGHTS = ("trained", "untrained")


class FeatureMapExplorer(Explorer):
    """Pick a digit and a layer, and see all its maps; one of them is framed and told in numbers.

    The digits are the first of each class among the test images. Click a map to frame it.

    Args:
        model: a trained ``nn.Sequential`` from (N, 1, 28, 28) to (N, 10); by default the course's.
        untrained: one of the same layers to compare with; by default the course's before training,
            or none where there is a model of your own.
        goals: what to try. A goal can ask for digit, layer, weights ("trained" or "untrained"),
            map, values (the framed map), maps (all of the layer), zeros (the share of the framed
            map that is 0), silent (how many maps of the layer are 0 everywhere) and shape.

    Raises:
        TypeError, ValueError: a model is no such network.
    """

    width = MAPS + WIDE + 12
    height = TOP + TALL + 10
    interval = 600

    def __init__(
        self,
        model: nn.Sequential | None = None,
        *,
        untrained: nn.Sequential | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        owner = type(self).__name__
        self.models = {"trained": network(model, owner)}
        if model is None or untrained is not None:
            self.models["untrained"] = network(untrained or digit_net(), owner)
        images, labels = digits("test", 200)
        self.images = images[[int(np.argmax(labels == digit)) for digit in range(10)]]
        self._answers = {name: answers(one, self.images) for name, one in self.models.items()}
        layers = map_layers(self.models["trained"])
        most = max(self._answers["trained"][name].shape[1] for name in layers)
        controls: list[Control] = [
            Slider("digit", "digit", 0, 9, 3),
            Choice("layer", "layer", layers),
        ]
        if len(self.models) > 1:
            controls.append(Choice("weights", "weights", WEIGHTS))
        controls.append(Slider("map", "map", 1, most, 1))
        super().__init__(controls, position=True, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def maps(self, digit: int, layer: str, weights: str = "trained") -> np.ndarray:
        """Return the maps (C, H, W) of a layer for a digit."""
        maps: np.ndarray = self._answers[weights][layer][digit]
        return maps

    def positions(self, **settings: Any) -> int:
        """Return how many maps the layer has."""
        return len(self.maps(**settings))

    def facts(self, **state: Any) -> dict[str, Any]:
        """Return what a goal can ask for; see :class:`FeatureMapExplorer`."""
        map, settings = _apart(state)
        maps = self.maps(**settings)
        return {
            "values": maps[map - 1],
            "maps": maps,
            "zeros": float(np.mean(maps[map - 1] == 0)),
            "silent": int(np.sum(~maps.any(axis=(1, 2)))),
            "shape": maps.shape,
            "weights": settings.get("weights", "trained"),
        }

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`FeatureMapExplorer`."""
        map, settings = _apart(state)
        digit, layer = settings["digit"], settings["layer"]
        weights = settings.get("weights", "trained")
        maps = self.maps(**settings)
        count = len(maps)
        columns, side = arrangement(count, WIDE, TALL)
        row, column = divmod(map - 1, columns)
        middle = LEFT + DIGIT / 2
        words = f"{layer}, {weights}: {times(maps.shape)}"
        placed = [
            Placed(pieces.heading(f"a {digit}, 1×28×28"), middle, TOP - 12),
            Placed(_digit(self.images[digit, 0].tobytes()), LEFT, TOP),
            Placed(pieces.heading(words), MAPS + columns * side / 2, TOP - 12),
            Placed(sheet(maps, columns, side), MAPS, TOP),
            Placed(pieces.outline(side, side), MAPS + column * side, TOP + row * side),
        ]
        values = maps[map - 1]
        low, high = (format_number(float(end), 2) for end in (values.min(), values.max()))
        zeros = float(np.mean(values == 0))
        silent = int(np.sum(~maps.any(axis=(1, 2))))
        top, left = np.unravel_index(int(values.argmax()), values.shape)
        lines = [f"map {map} of {count}", f"from {low}", f"to {high}", f"{100 * zeros:.0f} % are 0"]
        for index, text in enumerate(lines):
            label = pieces.label(text, 12, bold=index == 0)
            placed.append(Placed(label, middle, TOP + DIGIT + 20 + 18 * index))
        phrases = [
            f"Layer {layer} of the {weights} network makes {times(maps.shape)} of a {digit};",
            "all its maps share one scale of brightness or colour.",
            f"Map {map} of {count} lies between {low} and {high}; {100 * zeros:.0f} % of it is 0.",
        ]
        if values.any():
            phrases.append(f"It answers most at row {top}, column {left}.")
        if silent:
            phrases.append(f"{silent} of the {count} maps {_are(silent)} 0 everywhere.")
        return Scene(
            self.width, self.height, tuple(placed), tuple(phrases), regions=(_region(count),)
        )


def _apart(state: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """Return the number of the map, and the other settings."""
    return state["map"], {name: value for name, value in state.items() if name != "map"}


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


@lru_cache(maxsize=32)
def _digit(data: bytes) -> Part:
    return picture(np.frombuffer(data, np.float32).reshape(28, 28), DIGIT)


@lru_cache(maxsize=32)
def _region(count: int) -> Region:
    """Return the maps; pointing at one frames it."""
    columns, side = arrangement(count, WIDE, TALL)
    rows = -(-count // columns)
    values = tuple(index if index <= count else None for index in range(1, rows * columns + 1))
    return Region("maps", MAPS, TOP, side, side, rows, columns, "map", values)

"""A pad to draw a digit on, what is done to the drawing, and what every layer answers to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.datasets import centre_digit, digits, resized
from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Placed, Scene
from cnnhelpers.explore.activations import (
    SIDE,
    answers,
    arrangement,
    bars,
    map_layers,
    network,
    picture,
    probabilities,
    sheet,
)
from cnnhelpers.explore.kit import pieces
from cnnhelpers.explore.kit.controls import Choice, Control, Pad, Slider
from cnnhelpers.explore.kit.explorer import Explorer
from cnnhelpers.explore.kit.goals import Goal
from cnnhelpers.explore.kit.learner import Answer, ask, submitted
from cnnhelpers.shapes import times

SIZE = 20  # of the longer side of a digit's box in the data set
DOT = 6  # pixels a pixel of the pad
LEFT, TOP = 10, 22
SPAN = SIDE * DOT
SEEN = LEFT + SPAN + 14
SMALL = 84  # of what the network sees
LAYERS = SEEN + SMALL + 16
WIDE = 176  # of the maps
SCORES = LAYERS + WIDE + 18
LONGEST = 74
BANDS = (72, 22, 44, 44)  # heights of the layers' maps
SHIFT = 6  # the longest
MOST_MAPS = 16  # of a layer that are shown


class DrawDigitExplorer(Explorer):
    """Draw a digit with the pointer, a finger or the keyboard, and see what the network says.

    Three switches stand between the drawing and the network: scale the box around the ink to 20
    pixels, centre it by its mass, and invert black and white. A slider shifts what has been
    prepared to the right. All maps that are shown come from what the network then sees.

    Args:
        model: a trained ``nn.Sequential`` from (N, 1, 28, 28) to (N, 10); by default the course's.
        centre_digit: your own function, called as ``centre_digit(drawing)`` with a drawing
            (28, 28); it is used where the drawing is both scaled and centred.
        drawing: (28, 28) brightness in [0, 1] that is on the pad before you draw; by default a
            small 4 in the upper left.
        goals: what to try. A goal can ask for scale, centre, invert (each "yes" or "no"), shift
            (in pixels), drawn (whether you have drawn), ink (the share of the pad that holds some),
            seen (what the network sees), answer (a digit) and sure (its probability, 0 to 1).

    Raises:
        TypeError, ValueError: the model is no such network, ``centre_digit`` no function, or the
            drawing no such array.
    """

    width = SCORES + LONGEST + 60
    height = TOP + sum(BANDS) + 18 * (len(BANDS) - 1) + 8

    def __init__(
        self,
        model: nn.Sequential | None = None,
        *,
        centre_digit: Callable[..., Any] | None = None,
        drawing: np.ndarray | None = None,
        goals: Sequence[Goal] = (),
    ) -> None:
        owner = type(self).__name__
        self.model = network(model, owner)
        self.function = submitted(centre_digit, owner, "centre_digit")
        drawing = small_four() if drawing is None else np.asarray(drawing, dtype=np.float64)
        if drawing.shape != (SIDE, SIDE):
            raise ValueError(
                f"{owner}: drawing has the shape {drawing.shape}; it must be (28, 28)."
            )
        blank = Pad("pad", "your digit", SIDE, SIDE)
        self.pad = replace(blank, begin=blank.written(drawing))
        layers = map_layers(self.model)
        # What comes after a nonlinearity or a pooling; a convolution's own answer is not shown.
        self.layers = [
            name for name in layers if not isinstance(self.model.layers[name], nn.Conv2d)
        ][: len(BANDS)]
        controls: list[Control] = [
            Choice("scale", "scale to 20", ("no", "yes")),
            Choice("centre", "centre by mass", ("no", "yes")),
            Choice("invert", "invert", ("no", "yes")),
            Slider("shift", "shift", 0, SHIFT, 0),
            self.pad,
        ]
        super().__init__(controls, goals=goals)

    # Numbers ------------------------------------------------------------------------------------

    def seen(self, pad: str, scale: str, centre: str, invert: str, shift: int) -> Answer:
        """Return what the network sees (28, 28), or why the learner's function gives nothing."""
        drawing = self.pad.pixels(pad)
        if scale == centre == "yes" and self.function is not None:
            answer = ask(self.function, drawing, shape=(SIDE, SIDE))
            if answer.array is None or answer.array.shape != (SIDE, SIDE) or answer.problem:
                return Answer(None, answer.problem)
            made = np.nan_to_num(answer.array)
        else:
            made = prepared(drawing, scale == "yes", centre == "yes")
        moved = np.zeros_like(made)
        moved[:, shift:] = made[:, : SIDE - shift]
        return Answer(1 - moved if invert == "yes" else moved)

    def facts(self, **state: Any) -> dict[str, Any] | None:
        """Return what a goal can ask for; see :class:`DrawDigitExplorer`."""
        seen = self.seen(**state).array
        if seen is None or not state["pad"]:
            seen = np.zeros((SIDE, SIDE))
            return {"drawn": False, "ink": 0.0, "seen": seen, "answer": None, "sure": 0.0}
        shares = probabilities(self._answers(seen)[0])
        return {
            "drawn": state["pad"] != self.pad.start,
            "ink": float(np.mean(self.pad.pixels(state["pad"]) > 0)),
            "seen": seen,
            "answer": int(shares.argmax()),
            "sure": float(shares.max()),
        }

    def _answers(self, seen: np.ndarray) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Return the logits (10,) and the maps (C, H, W) of each layer that is shown."""
        found = answers(self.model, seen[None, None].astype(np.float32))
        *_, logits = found.values()
        return logits[0], {name: found[name][0] for name in self.layers}

    # Picture ------------------------------------------------------------------------------------

    def draw(self, **state: Any) -> Scene:
        """Return the scene of a state; see :class:`DrawDigitExplorer`."""
        pad = state["pad"]
        region = Region("your digit", LEFT, TOP, DOT, DOT, SIDE, SIDE, draws="pad")
        placed = [
            Placed(pieces.heading("draw here"), LEFT + SPAN / 2, TOP - 12),
            Placed(picture(self.pad.pixels(pad), SPAN), LEFT, TOP),
            Placed(pieces.heading("what it sees"), SEEN + SMALL / 2, TOP - 12),
        ]
        answer = self.seen(**state)
        if answer.array is None:
            phrases = ["Your function's answer cannot be used.", answer.problem]
            return self._scene(placed, phrases, region)
        seen = answer.array
        placed.append(Placed(picture(seen, SMALL), SEEN, TOP))
        if not pad:
            phrases = ["Nothing is drawn yet. Draw a digit from 0 to 9 on the pad."]
            return self._scene(placed, phrases, region)
        logits, layers = self._answers(seen)
        shares = probabilities(logits)
        first, second = (int(one) for one in np.argsort(-shares, kind="stable")[:2])
        placed += self._maps(layers)
        placed.append(Placed(pieces.heading("probability"), SCORES + 46, TOP - 12))
        beside = [_percent(share).replace("over", ">") for share in shares]  # there is little room
        placed += bars(shares.tolist(), beside, 1.0, LONGEST, SCORES, TOP)
        names = {"scale": "scaled to 20", "centre": "centred by mass", "invert": "inverted"}
        steps = [words for name, words in names.items() if state[name] == "yes"]
        if state["shift"]:
            steps.append(f"shifted by {state['shift']}")
        done = (
            " and ".join([", ".join(steps[:-1]), steps[-1]]) if len(steps) > 1 else "".join(steps)
        )
        row, column = mass(seen)
        phrases = [
            f"The drawing, {done or 'as it is'}: the network says {first} with "
            f"{_percent(shares[first])}, then {second} with {_percent(shares[second])}.",
            f"The centre of mass of what it sees is row {row:.1f}, column {column:.1f}; in the "
            "bundled digits it is near 14, 14.",
        ]
        return self._scene(placed, phrases, region)

    def _scene(self, placed: list[Placed], phrases: list[str], region: Region) -> Scene:
        return Scene(self.width, self.height, tuple(placed), tuple(phrases), regions=(region,))

    def _maps(self, layers: dict[str, np.ndarray]) -> list[Placed]:
        placed, top = [], TOP
        for (name, maps), tall in zip(layers.items(), BANDS):
            words = f"{name}: {times(maps.shape)}"
            columns, side = arrangement(min(MOST_MAPS, len(maps)), WIDE, tall)
            placed += [
                Placed(pieces.heading(words), LAYERS + WIDE / 2, top - (9 if top > TOP else 12)),
                Placed(sheet(maps[:MOST_MAPS], columns, side), LAYERS, top),
            ]
            top += tall + 18
        return placed


def small_four() -> np.ndarray:
    """Return the first 4 of the test images at half its size, in the upper left."""
    images, labels = digits("test", 200)
    four = images[int(np.argmax(labels == 4)), 0].astype(np.float64)
    drawing = np.zeros((SIDE, SIDE))
    drawing[2:16, 1:15] = resized(four, SIDE // 2, SIDE // 2)
    return drawing


def prepared(drawing: np.ndarray, scale: bool, centre: bool) -> np.ndarray:
    """Return a drawing (28, 28), scaled, centred by mass, both or neither.

    What is only scaled keeps the middle of its box, what is only centred its size, each as far as
    it stays inside.
    """
    if scale and centre:
        return centre_digit(drawing)
    rows, columns = np.nonzero(drawing)
    if not len(rows) or not (scale or centre):
        return drawing
    made = np.zeros((SIDE, SIDE))
    box = drawing[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    if scale:
        shape = [max(1, round(length * SIZE / max(box.shape))) for length in box.shape]
        box = resized(box, *shape)
        middles = (rows.min() + rows.max()) / 2, (columns.min() + columns.max()) / 2
        starts = [middle - (length - 1) / 2 for middle, length in zip(middles, box.shape)]
    else:
        starts = [SIDE // 2 - middle for middle in mass(box)]
    top, left = (
        min(max(round(start), 0), SIDE - length) for start, length in zip(starts, box.shape)
    )
    made[top : top + box.shape[0], left : left + box.shape[1]] = box
    return made


def mass(image: np.ndarray) -> tuple[float, float]:
    """Return the centre of mass (row, column) of an image (H, W); its middle where all is 0."""
    total = float(image.sum())
    if not total:
        return (image.shape[0] - 1) / 2, (image.shape[1] - 1) / 2
    rows, columns = (np.arange(length) for length in image.shape)
    return float(rows @ image.sum(axis=1) / total), float(columns @ image.sum(axis=0) / total)


def _percent(share: float) -> str:
    return "over 99 %" if 0.995 <= share < 1 else f"{100 * share:.0f} %"

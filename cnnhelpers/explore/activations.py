"""What the layers of a network answer to an image, and how their maps are drawn."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cnnhelpers import nn
from cnnhelpers.draw.scene import Part, Placed, number
from cnnhelpers.draw.style import ROLES
from cnnhelpers.explore.kit import pieces
from cnnhelpers.functional import softmax
from cnnhelpers.models import trained_digit_net
from cnnhelpers.shapes import shown

SIDE = 28
CLASSES = 10


def network(model: Any, owner: str) -> nn.Sequential:
    """Return a network for digits in evaluation mode: the reader's, or the course's for None.

    Raises:
        TypeError, ValueError: it is none, or does not map (N, 1, 28, 28) to (N, 10).
    """
    if model is None:
        return trained_digit_net()
    if not isinstance(model, nn.Sequential):
        raise TypeError(f"{owner}: model must be an nn.Sequential, not {shown(model)}.")
    shape = model.output_shape((1, 1, SIDE, SIDE))
    if shape != (1, CLASSES):
        raise ValueError(
            f"{owner}: model maps (1, 1, 28, 28) to {shape}; it must give (1, 10), a score a digit."
        )
    model.eval()
    return model


def answers(model: nn.Sequential, images: np.ndarray) -> dict[str, np.ndarray]:
    """Return the output of every layer by its name, for images (N, 1, 28, 28)."""
    found: dict[str, np.ndarray] = {}
    x = images
    for name, layer in model.named_children():
        x = found[name] = layer(x)
    return found


def map_layers(model: nn.Sequential) -> tuple[str, ...]:
    """Return the names of the layers whose outputs are maps (N, C, H, W)."""
    shape: tuple[int, ...] = (1, 1, SIDE, SIDE)
    names = []
    for name, layer in model.named_children():
        shape = layer.output_shape(shape)
        if len(shape) == 4:
            names.append(name)
    return tuple(names)


def probabilities(logits: np.ndarray) -> np.ndarray:
    """Return the softmax of one image's logits (10,)."""
    shares: np.ndarray = softmax(logits[None].astype(np.float64), dim=1)[0]
    return shares


# Pictures of maps -------------------------------------------------------------------------------


def arrangement(count: int, width: float, height: float) -> tuple[int, float]:
    """Return in how many columns ``count`` squares fit best, and their side in pixels."""
    fits = {
        columns: min(width / columns, height / math.ceil(count / columns))
        for columns in range(1, count + 1)
    }
    columns = max(fits, key=lambda one: (round(fits[one], 6), -one))
    return columns, math.floor(fits[columns])


def sheet(maps: np.ndarray, columns: int, side: float) -> Part:
    """Return maps (C, H, W) beside each other, each ``side`` pixels wide, on one colour scale.

    Maps with negative values are blue below 0 and red above; the others go from black to white.
    """
    count, height, width = maps.shape
    rows = math.ceil(count / columns)
    low, high = float(maps.min()), float(maps.max())
    scale = max(-low, high) or 1.0
    if low < 0:
        levels, nothing = (maps / scale + 1) / 2, 0.5
    else:
        levels, nothing = maps / scale, 0.0
    whole = np.full((rows * columns, height, width), nothing)
    whole[:count] = levels
    whole = whole.reshape(rows, columns, height, width).swapaxes(1, 2)
    pixels = np.rint(whole.reshape(rows * height, columns * width) * 254).astype(np.uint8)
    return _sheet(pixels.tobytes(), pixels.shape, low >= 0, count, columns, rows, side)


@lru_cache(maxsize=1024)
def _sheet(
    data: bytes,
    shape: tuple[int, int],
    gray: bool,
    count: int,
    columns: int,
    rows: int,
    side: float,
) -> Part:
    from cnnhelpers.draw.filtered import palette_png  # loads Matplotlib, for its colours

    pixels = np.frombuffer(data, np.uint8).reshape(shape)
    address = base64.b64encode(palette_png(pixels, gray)).decode("ascii")
    wide, tall = number(columns * side), number(rows * side)
    frames = "".join(
        f"M{number(index % columns * side)} {number(index // columns * side)}"
        f"h{number(side)}v{number(side)}h-{number(side)}z"
        for index in range(count)
    )
    return Part(
        f'<image href="data:image/png;base64,{address}" width="{wide}" height="{tall}" '
        f'preserveAspectRatio="none" style="image-rendering:pixelated"/>'
        f'<path d="{frames}" fill="none" stroke="#9a9a9a"/>'
    )


def picture(image: np.ndarray, side: float) -> Part:
    """Return one image (H, W) in [0, 1], black to white, ``side`` pixels wide."""
    pixels = np.rint(np.clip(image, 0, 1) * 254).astype(np.uint8)
    return _sheet(pixels.tobytes(), pixels.shape, True, 1, 1, 1, side)


# Scores of the digits ---------------------------------------------------------------------------


def bars(
    values: Sequence[float],
    texts: Sequence[str],
    most: float,
    width: float,
    left: float,
    top: float,
) -> list[Placed]:
    """Return a bar a digit with its value; the longest is the network's answer, and darker."""
    winner = int(np.argmax(values))
    placed = []
    for digit, (value, words) in enumerate(zip(values, texts, strict=True)):
        y = top + BAR * (digit + 0.5)
        long = round(max(0.0, min(1.0, value / most)) * width, 1)
        placed += [
            Placed(pieces.label(str(digit), 12, bold=digit == winner), left, y),
            Placed(_bar(long, digit == winner), left + 10, y),
            Placed(pieces.line(words, 11, bold=digit == winner), left + 14 + long, y),
        ]
    return placed


BAR = 20  # height of a bar with its gap


@lru_cache(maxsize=2048)
def _bar(long: float, wins: bool) -> Part:
    look = ROLES["output" if wins else "plain"]
    edge = look.edge if wins else "#767676"
    return Part(
        f'<rect y="-7" width="{number(long)}" height="14" fill="{look.fill}" stroke="{edge}"/>'
    )

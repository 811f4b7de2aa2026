"""Kernels as they are typed, and those that have a name."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

LARGEST = 1000  # of a weight
CUSTOM = "your own"

Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Preset:
    """A kernel with a name, and what it does to a photograph."""

    name: str
    texts: Texts
    effect: str


def _rows(text: str) -> Texts:
    return tuple(tuple(row.split()) for row in text.split("/ "))


_BINOMIAL = (1, 4, 6, 4, 1)
PRESETS = {
    preset.name: preset
    for preset in (
        Preset("identity", _rows("0 0 0/ 0 1 0/ 0 0 0"), "It copies every pixel."),
        Preset("shift", _rows("0 0 0/ 0 0 1/ 0 0 0"), "It moves the photograph one pixel left."),
        Preset(
            "box blur",
            _rows("/ ".join(["1/9 1/9 1/9"] * 3)),
            "It averages nine pixels, so details blur.",
        ),
        Preset(
            "Gaussian blur",
            _rows("1/16 2/16 1/16/ 2/16 4/16 2/16/ 1/16 2/16 1/16"),
            "It averages, near pixels counting more, so details blur softly.",
        ),
        Preset(
            "sharpen",
            _rows("0 -1 0/ -1 5 -1/ 0 -1 0"),
            "It adds what sets a pixel apart from its neighbours.",
        ),
        Preset(
            "vertical edges",
            _rows("-1 0 1/ -2 0 2/ -1 0 1"),
            "It is positive where brightness rises from left to right, negative where it falls.",
        ),
        Preset(
            "horizontal edges",
            _rows("-1 -2 -1/ 0 0 0/ 1 2 1"),
            "It is positive where brightness rises from top to bottom, negative where it falls.",
        ),
        Preset(
            "diagonal edges",
            _rows("-2 -1 0/ -1 0 1/ 0 1 2"),
            "It is positive where brightness rises towards the bottom right.",
        ),
        Preset(
            "Laplacian",
            _rows("0 1 0/ 1 -4 1/ 0 1 0"),
            "It is positive where a pixel is darker than its neighbours, in any direction.",
        ),
        Preset(
            "corners",
            _rows("1 -2 1/ -2 4 -2/ 1 -2 1"),
            "It responds to corners and dots; straight edges along a row or column give 0.",
        ),
        Preset(
            "emboss",
            _rows("-2 -1 0/ -1 1 1/ 0 1 2"),
            "It keeps the photograph and adds its diagonal edges, like a relief lit from a side.",
        ),
        Preset(
            "blur 5×5",
            tuple(tuple(f"{a * b}/256" for b in _BINOMIAL) for a in _BINOMIAL),
            "It averages 25 pixels, near ones counting more.",
        ),
        Preset(
            "spots 5×5",
            _rows("0 0 -1 0 0/ 0 -1 -2 -1 0/ -1 -2 16 -2 -1/ 0 -1 -2 -1 0/ 0 0 -1 0 0"),
            "It is positive on bright spots, negative on dark ones, some five pixels wide.",
        ),
    )
}


def clean(text: Any) -> str:
    """Return what was typed as one word: "?" for nothing, a decimal comma as a point."""
    word = "".join(str(text).replace("−", "-").replace(",", ".").replace("=", "").split())
    return word[:12] or "?"


def kernel_text(texts: Texts) -> str:
    """Return a kernel in one line: ``1 0 -1 / 2 0 -2 / 1 0 -1``."""
    return " / ".join(" ".join(row) for row in texts)


def kernel_texts(kernel: Any) -> Texts:
    """Return a kernel as it is typed: from a preset's name, a line as above, or numbers.

    Raises:
        ValueError: it is none of these, or not 3×3 or 5×5.
    """
    if isinstance(kernel, str) and kernel in PRESETS:
        return PRESETS[kernel].texts
    if isinstance(kernel, str):
        rows = [line.split() for line in kernel.split(" / ")]
    else:
        try:
            rows = [
                [value if isinstance(value, str) else f"{value:.6g}" for value in row]
                for row in (kernel.tolist() if isinstance(kernel, np.ndarray) else kernel)
            ]
        except (TypeError, ValueError):
            rows = []
    texts = tuple(tuple(clean(value) for value in row) for row in rows)
    if len(texts) not in (3, 5) or any(len(row) != len(texts) for row in texts):
        raise ValueError(
            "PhotographExplorer: kernel must be 3×3 or 5×5 numbers, or one of "
            f"{', '.join(PRESETS)}."
        )
    return texts


def preset_of(texts: Texts) -> Preset | None:
    """Return the preset that has these weights, if one has."""
    return next((preset for preset in PRESETS.values() if preset.texts == texts), None)


def preset_index(texts: Texts) -> int:
    """Return the place of a kernel in the list of presets, which ends with the reader's own."""
    preset = preset_of(texts)
    return len(PRESETS) if preset is None else list(PRESETS).index(preset.name)


def weights_of(texts: Texts) -> tuple[np.ndarray | None, str]:
    """Return the numbers of a typed kernel, or None and a sentence about the first bad one."""
    weights = np.zeros((len(texts), len(texts)))
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            where = f"row {row + 1}, column {column + 1}"
            if text == "?":
                return None, f"{where} is empty; write a number such as 0."
            top, _, bottom = text.partition("/")
            try:
                value = float(top) / float(bottom or 1)
            except (ValueError, ZeroDivisionError):
                value = math.nan
            if not abs(value) <= LARGEST:
                return None, (
                    f"{where} is {text}; write a number from −{LARGEST} to {LARGEST}, "
                    "such as 1, -0.5 or 1/9."
                )
            weights[row, column] = value
    return weights, ""


def signed(weights: np.ndarray) -> bool:
    """Whether a kernel gives about 0, or less, on even areas: then 0 is in the middle."""
    return bool(weights.sum() <= 0.1 * np.abs(weights).sum() and weights.any())

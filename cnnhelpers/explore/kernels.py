"""Kernels with a name: their weights as they are written, and what they do to a photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

LARGEST = 999  # of a weight
OWN, OWN5 = "your own", "your own 5×5"

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
ZEROS = {OWN: (("0",) * 3,) * 3, OWN5: (("0",) * 5,) * 5}


def kernel_texts(kernel: Any) -> Texts:
    """Return a kernel as it is written: from a preset's name, or from numbers.

    Raises:
        ValueError: it is neither, or not 3×3 or 5×5.
    """
    if isinstance(kernel, str) and kernel in PRESETS:
        return PRESETS[kernel].texts
    try:
        rows = kernel.tolist() if isinstance(kernel, np.ndarray) else kernel
        texts = tuple(
            tuple(value if isinstance(value, str) else f"{value:.6g}" for value in row)
            for row in rows
        )
        weights_of(texts)
    except (TypeError, ValueError):
        texts = ()
    if len(texts) not in (3, 5) or any(len(row) != len(texts) for row in texts):
        raise ValueError(
            "PhotographExplorer: kernel must be 3×3 or 5×5 numbers, or one of "
            f"{', '.join(PRESETS)}."
        )
    return texts


def weights_of(texts: Texts) -> np.ndarray:
    """Return the numbers of a written kernel: ``-0.5`` and ``1/9``, with either minus sign."""

    def number(text: str) -> float:
        top, _, bottom = text.replace("−", "-").replace(",", ".").partition("/")
        return float(top) / float(bottom or 1)

    return np.array([[number(text) for text in row] for row in texts])

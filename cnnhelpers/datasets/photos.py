"""A few small photographs in the public domain or under CC0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from cnnhelpers.datasets.resizing import averages
from cnnhelpers.shapes import whole_number

FILES = Path(__file__).parent / "files"
LUMA = (0.299, 0.587, 0.114)  # how bright red, green and blue look (ITU-R BT.601)
CC0 = "CC0 1.0 (no rights reserved)"


@dataclass(frozen=True)
class About:
    """Where a photograph comes from and what may be done with it."""

    name: str
    title: str
    author: str
    origin: str
    licence: str

    def __str__(self) -> str:
        return f"{self.title}. {self.author}. {self.licence}. {self.origin}."


_PHOTOGRAPHS = {
    about.name: about
    for about in (
        About(
            "cat",
            "Chelsea the cat",
            "Stéfan van der Walt",
            "skimage.data.chelsea of scikit-image 0.26.0",
            CC0,
        ),
        About(
            "coffee",
            "Coffee cup, courtesy of Pikolo Espresso Bar",
            "Rachel Michetti",
            "skimage.data.coffee of scikit-image 0.26.0",
            CC0,
        ),
        About(
            "brick",
            "Brick wall",
            "CC0 Textures (Bricks25)",
            "skimage.data.brick of scikit-image 0.26.0, from cc0textures.com",
            CC0,
        ),
        About(
            "astronaut",
            "The astronaut Eileen Collins",
            "NASA",
            "skimage.data.astronaut of scikit-image 0.26.0, from NASA's Great Images, "
            "https://flic.kr/p/r9qvLn",
            "Public domain (work of the United States government; NASA endorses nothing here)",
        ),
    )
}


def photographs() -> list[str]:
    """Return the names that :func:`photograph` knows."""
    return list(_PHOTOGRAPHS)


def about(name: str) -> About:
    """Return title, author, origin and licence of a photograph.

    Raises:
        ValueError: there is no such photograph.
    """
    return _PHOTOGRAPHS[_known(name, "about")]


def photograph(name: str, *, size: int | None = None, gray: bool = False) -> np.ndarray:
    """Return a photograph (3, H, W), or (1, H, W) with ``gray=True``, as float32 in [0, 1].

    ``size`` is the longer side in pixels; the photograph keeps its proportions, and every new
    pixel is the average of the area that it covers. The array is the caller's own.

    Raises:
        TypeError: ``size`` is not a whole number.
        ValueError: there is no such photograph, or it has fewer pixels than ``size``.
    """
    pixels = _stored(_known(name, "photograph"))
    if gray:
        pixels = pixels @ np.array(LUMA)
        pixels = pixels[:, :, None]
    if size is not None:
        pixels = _shrunk(pixels, name, whole_number(size, "photograph: size", minimum=1))
    return np.ascontiguousarray(pixels.transpose(2, 0, 1) / 255, dtype=np.float32)


def _known(name: object, function: str) -> str:
    if not isinstance(name, str) or name not in _PHOTOGRAPHS:
        raise ValueError(
            f"{function}: there is no photograph {name!r}; use one of {', '.join(_PHOTOGRAPHS)}."
        )
    return name


@cache
def _stored(name: str) -> np.ndarray:
    """Return the bytes of a photograph, (H, W, 3) uint8; a grey one has three equal channels."""
    try:
        from PIL import Image
    except ImportError:
        raise ImportError(
            "photograph: photographs need Pillow, which is not installed here; "
            "install it with: python -m pip install pillow"
        ) from None
    with Image.open(FILES / f"{name}.png") as image:
        return np.asarray(image.convert("RGB"))


def _shrunk(pixels: np.ndarray, name: str, size: int) -> np.ndarray:
    height, width = pixels.shape[:2]
    longer = max(height, width)
    if size > longer:
        raise ValueError(
            f"photograph: size {size} is more than the {longer} pixels of {name!r}; "
            f"use a size of at most {longer}."
        )
    rows = averages(height, max(1, round(height * size / longer)))
    columns = averages(width, max(1, round(width * size / longer)))
    return np.einsum("ih,hwc,jw->ijc", rows, pixels.astype(np.float64), columns, optimize=True)

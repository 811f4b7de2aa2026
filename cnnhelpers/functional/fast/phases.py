"""Images split by position modulo a step, so that what strided windows read lies side by side.

With a stride of 2, neighbouring windows read every second pixel. Split into its even and its odd
columns, the same pixels are contiguous, and contiguous numbers are copied and added many times as
fast. The same holds for the rows, and for Winograd's tiles, whose "stride" is the size of a tile.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

Pair = tuple[int, int]


def phase_sizes(padded: Sequence[int], steps: Sequence[int]) -> Pair:
    """Return how many rows and columns a phase has: those of the padded image, over the step."""
    return -(-padded[0] // steps[0]), -(-padded[1] // steps[1])


class Comb(NamedTuple):
    """Taps along one axis of a kernel that read phases alike: as many in each, from one place on.

    Tap ``first + t + every * n`` is the n-th of those that read phase ``phases[t]``.
    """

    first: int
    every: int  # taps from one to the next in the same phase
    taps: int  # in each of these phases
    phases: range
    place: int  # in the phase, where the first window meets the first tap
    further: int  # places from one tap to the next


@lru_cache(256)
def combs(kernel: int, gap: int, step: int) -> list[Comb]:
    """Return all taps of a kernel, ``gap`` pixels apart, under windows ``step`` pixels apart."""
    every = step // math.gcd(step, gap)
    alike: dict[tuple[int, int], list[int]] = {}
    for tap in range(min(every, kernel)):
        alike.setdefault((tap * gap // step, len(range(tap, kernel, every))), []).append(tap)
    result = []
    for (place, taps), (first, *others) in alike.items():
        last = (others or [first])[-1]
        read = range(first * gap % step, last * gap % step + 1, gap)
        result.append(Comb(first, every, taps, read, place, every * gap // step))
    return result


def split(images: np.ndarray, phases: np.ndarray, before: Pair) -> None:
    """Fill phases (N, C, S_y, S_x, rows, columns) from images (N, C, H, W).

    ``phases[:, :, p, q, i, j]`` is pixel ``(i * S_y + p, j * S_x + q)`` of the images with
    ``before`` rows of zeros above and columns on their left, and zero beyond them.
    """
    if any(before) or _size(phases) != images.shape[2:]:
        phases[...] = 0
    for pixels, places in _places(images.shape[2:], phases.shape[2:4], before):
        phases[places] = images[pixels]


def merge(phases: np.ndarray, images: np.ndarray, before: Pair) -> None:
    """Fill images (N, C, H, W) from phases: the inverse of :func:`split`, the padding dropped."""
    for pixels, places in _places(images.shape[2:], phases.shape[2:4], before):
        images[pixels] = phases[places]


def _size(phases: np.ndarray) -> Pair:
    return phases.shape[2] * phases.shape[4], phases.shape[3] * phases.shape[5]


@lru_cache(256)
def _places(size: Pair, steps: Pair, before: Pair) -> list[tuple[tuple, tuple]]:
    """Return for each phase the index of its pixels in images, and of their places in phases."""
    result = []
    for phase in np.ndindex(*steps):
        pixels, places = [], []
        for p, step, low, n in zip(phase, steps, before, size):
            first = max(0, -(-(low - p) // step))  # the first place that is not padding
            start = first * step + p - low
            pixels.append(slice(start, None, step))
            places.append(slice(first, first + len(range(start, n, step))))
        result.append(((..., *pixels), (slice(None), slice(None), *phase, *places)))
    return result

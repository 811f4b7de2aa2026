"""Images split by position modulo a step, so that what strided windows read lies side by side.

With a stride of 2, neighbouring windows read every second pixel. Split into its even and its odd
columns, the same pixels are contiguous, and contiguous numbers are copied and added many times as
fast. The same holds for the rows, and for Winograd's tiles, whose "stride" is the size of a tile.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

import numpy as np

from cnnhelpers.functional.windows import Windows

Pair = tuple[int, int]


def phase_sizes(padded: Sequence[int], steps: Sequence[int]) -> Pair:
    """Return how many rows and columns a phase has: those of the padded image, over the step."""
    return -(-padded[0] // steps[0]), -(-padded[1] // steps[1])


@lru_cache(256)
def taps(windows: Windows) -> list[tuple[Pair, int]]:
    """Return for each tap of a kernel its phase, and its place in the flattened phase.

    That is where the first window meets it; the window i rows below and j columns beside it meets
    it ``i * columns + j`` places further on.
    """
    columns, result = phase_sizes(windows.padded, windows.stride)[1], []
    for tap in np.ndindex(windows.kernel):
        reach = zip(tap, windows.dilation, windows.stride)
        (row, p), (column, q) = (divmod(t * gap, step) for t, gap, step in reach)
        result.append(((p, q), row * columns + column))
    return result


@lru_cache(256)
def combs(windows: Windows) -> list[tuple[Pair, tuple[slice, slice], int, Pair]]:
    """Return for each phase that has taps: the phase, its taps, a place and two distances.

    The place of its first tap (see :func:`taps`), and how many places each next one is further on,
    down and across.
    """
    columns, axes = phase_sizes(windows.padded, windows.stride)[1], []
    for size, gap, step in zip(windows.kernel, windows.dilation, windows.stride):
        every = step // math.gcd(step, gap)  # taps from one to the next in the same phase
        axes.append(
            [
                (t * gap % step, slice(t, None, every), t * gap // step, every * gap // step)
                for t in range(min(every, size))
            ]
        )
    return [
        ((p, q), (rows, cols), row * columns + column, (down * columns, across))
        for (p, rows, row, down), (q, cols, column, across) in product(*axes)
    ]


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

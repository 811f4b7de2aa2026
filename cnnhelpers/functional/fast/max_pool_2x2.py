"""Max-pooling over 2×2 windows side by side: a tournament of two rounds instead of four taps.

The usual case in a network. As many pixels at a time as stay in the cache.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.fast import workers
from cnnhelpers.functional.windows import Windows

AT_ONCE = 1 << 18  # pixels


def can(place: Windows) -> bool:
    """Return whether the windows are 2×2 and side by side."""
    usual = place.kernel == place.stride == (2, 2) and place.dilation == (1, 1)
    return usual and not any(map(any, place.padding))


def _in_parts(x: np.ndarray, work) -> None:
    """Call ``work(part)`` for slices of the images' channels (N · C, H, W), in threads."""
    step = max(1, AT_ONCE // x[0].size)

    def share(start: int, stop: int) -> None:
        for first in range(start, stop, step):
            work(slice(first, min(first + step, stop)))

    workers.share(len(x), share)


def _beside(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the left and the right pixels of all pairs in a row."""
    end = x.shape[-1] // 2 * 2
    return x[..., :end:2], x[..., 1:end:2]


def _below(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the upper and the lower of all pairs of rows."""
    end = x.shape[-2] // 2 * 2
    return x[..., :end:2, :], x[..., 1:end:2, :]


def largest(x: np.ndarray, place: Windows) -> np.ndarray:
    """Return the largest of each four pixels of x (N, C, H, W)."""
    best = np.empty((*x.shape[:2], *place.output), x.dtype)
    x, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, best))

    def work(part: slice) -> None:
        np.maximum(*_beside(np.maximum(*_below(x[part]))), out=flat[part])

    _in_parts(x, work)
    return best


def gradient(grad_output: np.ndarray, x: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Return the gradient of x: first each row's winner, then the upper row's or the lower's.

    On a tie the left one and the upper one win, so the first of all equal ones.
    """
    grad_x = np.empty(x.shape, dtype)
    grad_x[..., x.shape[2] // 2 * 2 :, :] = 0  # in no window
    grad_x[..., x.shape[3] // 2 * 2 :] = 0
    x, grad, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, grad_output, grad_x))

    def work(part: slice) -> None:
        pixels = _beside(x[part][:, : grad.shape[1] * 2])
        shape = pixels[0].shape  # left and right pixels once side by side: read three times
        left, right = (workers.buffer(f"pixels {n}", shape, x.dtype) for n in (0, 1))
        left[...], right[...] = pixels
        largest = workers.buffer("largest", shape, x.dtype)
        above, below = _below(np.maximum(left, right, out=largest))
        rows, winner = (workers.buffer(name, shape, dtype) for name in ("rows", "winner"))
        upper, lower = _below(rows)
        np.multiply(grad[part], above >= below, out=upper)
        np.subtract(grad[part], upper, out=lower)
        into_left, into_right = _beside(flat[part][:, : grad.shape[1] * 2])
        into_left[...] = np.multiply(rows, left >= right, out=winner)
        into_right[...] = np.subtract(rows, winner, out=winner)

    _in_parts(x, work)
    return grad_x

"""Max-pooling and its gradient: tap by tap; for 2×2 windows side by side in two rounds.

The gradient of a window goes to its first largest pixel, never to the padding; to a NaN if there is
one, the last, as in PyTorch.
"""

from __future__ import annotations

import numpy as np

from cnnhelpers.functional.fast import results, workers
from cnnhelpers.functional.fast.masks import keep
from cnnhelpers.functional.windows import Windows


def largest(x: np.ndarray, place: Windows) -> np.ndarray:
    """Return the largest pixel of each window of x (N, C, ...); NaN where there is one."""
    if _two_by_two(place) and x.size:
        return _largest_of_four(x, place)
    place = place.seeing()
    taps = place.taps(_padded(x, place))
    best = next(taps).copy()
    for seen in taps:
        np.maximum(best, seen, out=best)
    return best


def gradient(grad_output: np.ndarray, x: np.ndarray, place: Windows) -> np.ndarray:
    """Return the gradient of x in the dtype of grad_output, which has the windows' shape."""
    if _two_by_two(place) and x.size:
        return _first_of_four(grad_output, x, place)
    place = place.seeing()
    grad = np.zeros((*x.shape[:2], *place.padded), grad_output.dtype)
    _add_to_first(grad_output, x, grad, place)
    return np.ascontiguousarray(place.inside(grad))


def _add_to_first(grad_output: np.ndarray, x: np.ndarray, grad: np.ndarray, place: Windows) -> None:
    """Add each window's gradient to the padded ``grad`` where its first largest pixel stands."""
    padded, real = _padded(x, place), np.zeros(place.padded, bool)
    place.inside(real)[...] = True
    best = padded  # of windows of one pixel
    for number, seen in enumerate(place.taps(padded)):
        best = np.maximum(best, seen) if number else seen
    waiting = np.ones(best.shape, bool)  # windows whose first largest pixel is still to come
    arrays = [list(place.taps(array)) for array in (padded, grad, real)]
    for seen, into, inside in zip(*arrays):
        wins = (seen == best) & waiting & inside
        waiting ^= wins
        into += keep(grad_output, wins)
    if waiting.any():  # NaN equals nothing
        for seen, into, _ in reversed(list(zip(*arrays))):
            wins = np.isnan(seen) & waiting
            waiting ^= wins
            into += keep(grad_output, wins)


def _padded(x: np.ndarray, place: Windows) -> np.ndarray:
    if not any(map(any, place.padding)):
        return x
    lowest = -np.inf if x.dtype.kind == "f" else np.iinfo(x.dtype).min
    return np.pad(x, ((0, 0), (0, 0), *place.padding), constant_values=lowest)


# The usual case, 2×2 windows side by side: a tournament of two rounds instead of four taps, on as
# many pixels at a time as stay in the cache.

AT_ONCE = 1 << 18  # pixels


def _two_by_two(place: Windows) -> bool:
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


def _largest_of_four(x: np.ndarray, place: Windows) -> np.ndarray:
    best = results.empty((*x.shape[:2], *place.output), x.dtype)
    x, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, best))

    def work(part: slice) -> None:
        np.maximum(*_beside(np.maximum(*_below(x[part]))), out=flat[part])

    _in_parts(x, work)
    return best


def _first_of_four(grad_output: np.ndarray, x: np.ndarray, place: Windows) -> np.ndarray:
    """Return the gradient of x: first each row's winner, then the upper row's or the lower's.

    On a tie the left one and the upper one win, so the first of all equal ones. The losers get
    what the winners leave: nothing, or NaN if the gradient is not finite. A part with such numbers
    goes the long way.
    """
    dtype = grad_output.dtype
    grad_x = results.empty(x.shape, dtype)
    grad_x[..., x.shape[2] // 2 * 2 :, :] = 0  # in no window
    grad_x[..., x.shape[3] // 2 * 2 :] = 0
    x, grad, flat = (a.reshape(-1, *a.shape[2:]) for a in (x, grad_output, grad_x))

    def work(part: slice) -> None:
        pixels = _beside(x[part][:, : grad.shape[1] * 2])
        shape = pixels[0].shape  # left and right pixels once side by side: read three times
        left, right = (workers.buffer(f"pixels {n}", shape, x.dtype) for n in (0, 1))
        left[...], right[...] = pixels
        best = workers.buffer("largest", shape, x.dtype)
        above, below = _below(np.maximum(left, right, out=best))
        if not np.isfinite(grad[part].sum()) or np.isnan(best.max()):
            flat[part] = 0
            _add_to_first(grad[part, None], x[part, None], flat[part, None], place)
            return
        rows, winner = (workers.buffer(name, shape, dtype) for name in ("rows", "winner"))
        upper, lower = _below(rows)
        np.multiply(grad[part], above >= below, out=upper)
        np.subtract(grad[part], upper, out=lower)
        into_left, into_right = _beside(flat[part][:, : grad.shape[1] * 2])
        into_left[...] = np.multiply(rows, left >= right, out=winner)
        into_right[...] = np.subtract(rows, winner, out=winner)

    _in_parts(x, work)
    return grad_x

"""Training runs of networks of several depths that were kept, with and without the two cures.

`python tools/train_depths.py` trains them anew and writes the file. Their numbers are those of the
machine that did so; elsewhere sums are rounded otherwise, and each run is another one, much like
this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from cnnhelpers.functional.arguments import flag
from cnnhelpers.shapes import whole_number

FILE = Path(__file__).parent / "files" / "depth_runs.npz"
DEPTHS = (8, 20, 32, 56)
SEEDS = (0,)
STEPS = 150
LAST = 20  # steps over whose loss the mean says how far a run got


@dataclass(frozen=True, eq=False)
class DepthRuns:
    """The runs of one network, one for each seed, on 2,000 digits of 14×14 pixels.

    ``loss`` (seeds, 150) is that of each batch before its step, as training sees it.
    ``gradient_first`` and ``gradient_last`` (seeds, convolutions) are the root mean squares of the
    gradients of the convolutions' weights, the lowest layer first: at the first step, and at the
    last.
    """

    loss: np.ndarray
    gradient_first: np.ndarray
    gradient_last: np.ndarray

    @property
    def final(self) -> np.ndarray:
        """The mean loss over the last 20 steps, (seeds,)."""
        mean: np.ndarray = self.loss[:, -LAST:].mean(axis=1)
        return mean


def name_of(depth: int, batch_norm: bool, shortcuts: bool) -> str:
    """Return under which name the runs of a network are kept."""
    return f"{depth}/{'norm' if batch_norm else 'bare'}/{'residual' if shortcuts else 'plain'}"


def depth_runs(depth: int, *, batch_norm: bool = True, shortcuts: bool = True) -> DepthRuns:
    """Return the runs of ``models.deep_net(depth, batch_norm=…, shortcuts=…)``.

    The arrays are read-only: every caller gets the same.

    Raises:
        TypeError: the depth is not a whole number, or an option neither True nor False.
        ValueError: there are no runs of that depth.
    """
    if whole_number(depth, "depth_runs: depth") not in DEPTHS:
        raise ValueError(
            f"depth_runs: there are no runs of depth {depth!r}; use {', '.join(map(str, DEPTHS))}."
        )
    batch_norm = flag(batch_norm, "depth_runs: batch_norm")
    return _read(name_of(depth, batch_norm, flag(shortcuts, "depth_runs: shortcuts")))


@cache
def _read(name: str) -> DepthRuns:
    runs = []
    with np.load(FILE, allow_pickle=False) as stored:
        for key in ("loss", "gradient_first", "gradient_last"):
            runs.append(stored[f"{name}/{key}"].astype(np.float64))
            runs[-1].setflags(write=False)
    return DepthRuns(*runs)

"""Notebook 10's ways to compute one convolution, against each other, in one thread.

    python benchmarks/ladder.py            # print the table
    python benchmarks/ladder.py --write    # write it into README.md, and what the explorer shows

The functions are a few lines each, not what the course's library is: what is compared is the way,
not the care. All leave their products to BLAS, and im2col's windows are columns here: their numbers
are copied in runs as long as a row of the image. Each image keeps its size. A time is the thread's
own (what others do on the machine does not count), the shortest of some; float32.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from threadpoolctl import threadpool_limits
from timing.machine import processor, versions

from cnnhelpers.explore.algorithms import BATCHES, CHANNELS, KERNELS, MEASURED, SIZES

README = Path(__file__).parent / "README.md"
HEADING = "## Ladder"
TILE = np.array([[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], np.float32)
KERNEL = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]], np.float32)
OUT = np.array([[1, 1, 1, 0], [0, 1, -1, -1]], np.float32)


def padded(x: np.ndarray, kernel: int) -> np.ndarray:
    p = kernel // 2
    return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))


def taps(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    n, c, height, width = x.shape
    x = padded(x, weight.shape[2])
    output = np.zeros((n, len(weight), height * width), x.dtype)
    for u, v in np.ndindex(*weight.shape[2:]):
        seen = np.ascontiguousarray(x[:, :, u : u + height, v : v + width])
        output += weight[:, :, u, v] @ seen.reshape(n, c, -1)
    return output.reshape(n, -1, height, width)


def im2col(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    n, c, height, width = x.shape
    windows = sliding_window_view(padded(x, weight.shape[2]), weight.shape[2:], axis=(2, 3))
    columns = windows.transpose(0, 1, 4, 5, 2, 3).reshape(n, -1, height * width)
    return (weight.reshape(len(weight), -1) @ columns).reshape(n, -1, height, width)


def fourier(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    height, width = x.shape[2:]
    size = height + weight.shape[2] - 1, width + weight.shape[3] - 1
    spectra = np.fft.rfft2(padded(x, weight.shape[2])).transpose(2, 3, 0, 1)
    kernels = np.conj(np.fft.rfft2(weight, size)).transpose(2, 3, 1, 0)
    found = (spectra @ kernels).transpose(2, 3, 0, 1)
    return np.fft.irfft2(found, size)[..., :height, :width]


def winograd(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Both transforms of a tile at once, as a product with a Kronecker product: BLAS likes that."""
    (n, c, height, width), filters = x.shape, len(weight)
    rows, columns = height // 2, width // 2
    tiles = sliding_window_view(padded(x, 3), (4, 4), axis=(2, 3))[:, :, ::2, ::2]
    tiles = tiles.transpose(4, 5, 1, 0, 2, 3).reshape(16, -1)
    values = (np.kron(TILE, TILE) @ tiles).reshape(16, c, -1)
    kernels = np.kron(KERNEL, KERNEL) @ weight.reshape(-1, 9).T
    products = kernels.reshape(16, filters, c) @ values
    found = (np.kron(OUT, OUT) @ products.reshape(16, -1)).reshape(2, 2, filters, n, rows, columns)
    return found.transpose(3, 2, 4, 0, 5, 1).reshape(n, filters, height, width)


WAYS = {"taps": taps, "im2col": im2col, "FFT": fourier, "Winograd": winograd}


def shortest(function: Callable, *arguments: np.ndarray) -> float:
    """Return milliseconds of this thread, the shortest of some calls."""
    best, spent, calls = np.inf, 0.0, 0
    while calls < 3 or (spent < 0.25 and calls < 30):
        start = time.thread_time()
        function(*arguments)
        took = time.thread_time() - start
        best, spent, calls = min(best, took), spent + took, calls + 1
    return 1000 * float(best)


def measure() -> dict[str, list[float]]:
    """Return the times of all ways for each configuration; a way that cannot do it has none."""
    random, found = np.random.default_rng(0), {}
    for size, channels, kernel, batch in product(SIZES, CHANNELS, KERNELS, BATCHES):
        x = random.normal(size=(batch, channels, size, size)).astype(np.float32)
        weight = random.normal(size=(channels, channels, kernel, kernel)).astype(np.float32)
        right, row = im2col(x, weight), {}
        for name, function in WAYS.items():
            if name == "Winograd" and kernel != 3:
                continue
            assert np.abs(function(x, weight) - right).max() < 1e-4 * np.abs(right).max(), name
            row[name] = float(f"{shortest(function, x, weight):.3g}")
        found[f"{size} {channels} {kernel} {batch}"] = row
        print(size, channels, kernel, batch, row, file=sys.stderr)
    return found


def table(measured: dict[str, dict[str, float]], described: str) -> str:
    lines = [
        HEADING,
        "",
        f"Measured on {date.today()} with `python benchmarks/ladder.py --write`: {described}, one "
        "thread.",
        "",
        "Milliseconds for one convolution in each of the ways of notebook 10, a few lines of NumPy "
        "each (im2col's windows are columns); as many channels out as in, images keep their size, "
        "float32. Figures of less than 3 ms are good to ±50 %, others to ±20 %.",
        "",
        f"| size, channels, kernel, batch | {' | '.join(WAYS)} |",
        f"|---{'|---' * len(WAYS)}|",
    ]
    for name, row in measured.items():
        size, channels, kernel, batch = name.split()
        cells = " | ".join(f"{row[way]:g}" if way in row else "" for way in WAYS)
        lines.append(f"| {size}², {channels}, {kernel}×{kernel}, {batch} | {cells} |")
    return "\n".join(lines) + "\n"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="keep the figures")
    write = parser.parse_args(argv).write
    with threadpool_limits(1, user_api="blas"):
        measured = measure()
    described = f"{processor()}, {versions()}"
    text = table(measured, described)
    print(text)
    if write:
        kept = {"machine": described, "date": str(date.today()), "milliseconds": measured}
        MEASURED.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        before, _, rest = README.read_text(encoding="utf-8").partition(f"{HEADING}\n")
        after = rest[rest.find("\n## ") + 1 :] if "\n## " in rest else ""
        README.write_text(f"{before.rstrip()}\n\n{text}{after and chr(10) + after}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

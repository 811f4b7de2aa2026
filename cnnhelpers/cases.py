"""Named configurations: what the learner's checks, the recorded reference values and the tests run.

The numbers are small and whole, or halves: sums are exact in float32, and a wrong answer can be
followed by hand. Kernels differ from their mirror images, images are not square somewhere, strides
do not divide somewhere: so that no mistake hides. Each list begins with a small case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Case:
    """One configuration: the arguments by name, in the order of the function's signature.

    ``raises`` is the error that a right answer raises, if it is one. ``mixed`` marks a case whose
    arrays have different dtypes, which PyTorch's own functions refuse.
    """

    arguments: Mapping[str, Any]
    raises: type[Exception] | None = None
    mixed: bool = field(default=False)

    @property
    def name(self) -> str:
        """What the case is, such as ``x 5×5, kernel 2×3, stride 2``."""
        return ", ".join(_described(name, value) for name, value in self.arguments.items())

    @property
    def size(self) -> int:
        """How many numbers the arguments hold."""
        return sum(int(np.size(value)) for value in self.arguments.values())


def _described(name: str, value: Any) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        shape = "×".join(str(length) for length in value.shape)
        words = f"{name} {shape}" if value.ndim > 1 else f"{name} of {shape}"
        return f"{words} ({value.dtype.name})" if value.dtype.kind in "iu" else words
    return f"{name} {value}"


def _case(raises: type[Exception] | None = None, mixed: bool = False, **arguments: Any) -> Case:
    for value in arguments.values():
        if isinstance(value, np.ndarray):
            value.flags.writeable = False
    return Case(arguments, raises, mixed)


def _whole(seed: int, *shape: int) -> np.ndarray:
    """Return whole numbers from -4 to 5 without 0, as float64."""
    numbers = np.random.default_rng(seed).integers(-4, 5, shape)
    return np.where(numbers >= 0, numbers + 1, numbers).astype(np.float64)


def _halves(seed: int, *shape: int) -> np.ndarray:
    return _whole(seed, *shape) / 2


def _counted(*shape: int) -> np.ndarray:
    return np.arange(np.prod(shape), dtype=np.int64).reshape(shape)


def _list(*rows: Any) -> np.ndarray:
    return np.array(rows, dtype=np.float64)


# Notebook 00 ------------------------------------------------------------------------------------

INVERT = (
    _case(image=_list([0.0, 1.0])),
    _case(image=_list([0.0, 0.25], [0.5, 1.0])),
    _case(image=_list([0.125, 0.0, 0.5], [0.25, 0.75, 0.625])),
    _case(image=_list([[0.0, 0.5, 1.0], [0.75, 0.125, 0.25]]).astype(np.float32)),
    _case(image=(_counted(1, 4, 4) % 9) / 8),
)

# Notebook 01 ------------------------------------------------------------------------------------

DENSE_PARAMETERS = tuple(
    _case(in_features=inputs, out_features=outputs)
    for inputs, outputs in [(1, 1), (2, 1), (1, 3), (3, 2), (4, 10), (784, 10), (3072, 4704)]
)

CONV_PARAMETERS = tuple(
    _case(in_channels=inputs, out_channels=outputs, kernel_size=kernel)
    for inputs, outputs, kernel in [
        (1, 1, 1), (1, 1, 3), (2, 1, 2), (1, 2, 3), (3, 2, 1), (2, 3, 4), (3, 10, 5), (64, 16, 7),
    ]
)  # fmt: skip

LOCAL_PARAMETERS = tuple(
    _case(in_size=size, kernel_size=kernel, in_channels=inputs, out_channels=outputs)
    for size, kernel, inputs, outputs in [
        (1, 1, 1, 1), (3, 2, 1, 1), (4, 1, 1, 2), (5, 3, 2, 1), (6, 3, 2, 5), (7, 7, 3, 2),
        (32, 5, 3, 6),
    ]
)  # fmt: skip


def _permutation(*order: int) -> np.ndarray:
    return np.array(order, dtype=np.int64)


PERMUTE_PIXELS = (
    _case(images=_list([[[1.0, 2.0]]]), permutation=_permutation(0, 1)),
    _case(images=_list([[[1.0, 2.0, 3.0]]]), permutation=_permutation(1, 2, 0)),
    _case(
        images=_list([[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]),
        permutation=_permutation(3, 0, 5, 4, 1, 2),
    ),
    _case(
        images=_list([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]], [[[7.0, 8.0, 9.0], [0.0, 0.5, 1.0]]]),
        permutation=_permutation(2, 0, 5, 1, 3, 4),
    ),
    _case(
        images=_whole(3, 3, 1, 3, 3),
        permutation=_permutation(4, 8, 0, 1, 7, 2, 3, 5, 6),
    ),
)

# Notebook 02 ------------------------------------------------------------------------------------

CORRELATE1D = (
    _case(x=_list(1.0, 2.0, 4.0), kernel=_list(1.0, 3.0)),
    _case(x=_list(1.0, 3.0, 4.0), kernel=_list(2.0, 1.0, -1.0)),
    _case(x=_list(2.0, 1.0, 5.0, -3.0), kernel=_list(2.0)),
    _case(x=_counted(5) + 1, kernel=_list(0.5, -1.0), mixed=True),
    _case(x=_halves(1, 5), kernel=_halves(2, 3)),
    _case(x=_whole(3, 7), kernel=_whole(8, 3)),
    _case(x=_whole(5, 9), kernel=_whole(6, 4)),
)

CORRELATE2D = (
    _case(x=_counted(3, 3), kernel=_counted(2, 2)),
    _case(x=_list([1.0, 2.0, 4.0], [3.0, 5.0, 1.0], [2.0, 1.0, 6.0]), kernel=_list([3.0])),
    _case(
        x=_list([1.0, 5.0, 2.0], [4.0, 2.0, 3.0]),
        kernel=_list([1.0, 2.0, 5.0], [3.0, 1.0, 4.0]),
    ),
    _case(x=_whole(1, 3, 5), kernel=_whole(2, 2, 3)),
    _case(x=_counted(4, 4) + 1, kernel=_list([0.5, -1.0], [1.5, 2.5]), mixed=True),
    _case(x=_halves(3, 5, 4), kernel=_halves(4, 3, 2)),
    _case(x=_whole(5, 5, 5), kernel=_whole(6, 3, 3)),
    _case(x=_whole(7, 6, 4), kernel=_whole(8, 1, 3)),
)

KERNEL_GRADIENT = (
    _case(
        x=_list([1.0, 2.0], [4.0, 3.0]),
        kernel=_list([2.0]),
        target=_list([1.0, 0.0], [3.0, 2.0]),
    ),
    _case(
        x=_list([1.0, 2.0, 0.0], [3.0, 1.0, 2.0], [2.0, 5.0, 1.0]),
        kernel=_list([1.0, 0.0], [2.0, -1.0]),
        target=_list([1.0, 3.0], [4.0, -2.0]),
    ),
    _case(x=_whole(1, 3, 4), kernel=_whole(2, 2, 2), target=_whole(3, 2, 3)),
    _case(x=_halves(4, 4, 5), kernel=_halves(5, 2, 3), target=_halves(6, 3, 3)),
    _case(x=_whole(7, 6, 5), kernel=_whole(8, 3, 2), target=_whole(9, 4, 4)),
)

EDGE_STRENGTH = (
    _case(image=_list([0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 1.0, 1.0])),
    _case(image=_list([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [3.0, 3.0, 3.0])),
    _case(image=_list([5.0, 0.0, 0.0, 0.0], [5.0, 5.0, 0.0, 0.0], [5.0, 5.0, 5.0, 0.0])),
    _case(image=_counted(4, 4) * 7 % 11),
    _case(image=_halves(1, 5, 4)),
    _case(image=_whole(2, 6, 7)),
)


def _hidden(seed: int, row: int, column: int, *shape: int, pattern: np.ndarray) -> np.ndarray:
    """Return an image that holds the pattern at (row, column), and brighter, flatter places."""
    image = np.random.default_rng(seed).integers(0, 3, shape).astype(np.float64)
    height, width = pattern.shape
    image[row : row + height, column : column + width] = pattern
    return image


_CORNER = _list([0.0, 6.0], [9.0, 1.0])
_STEPS = _list([0.0, 1.0, 5.0], [7.0, 0.0, 2.0])
_BRIGHT = _hidden(3, 1, 4, 5, 8, pattern=_STEPS)
_BRIGHT[3:5, 0:3] = 8.0  # flat and bright: wins unless the pattern's mean is taken away

_NEGATIVE = _hidden(4, 0, 0, 4, 6, pattern=9.0 - _CORNER * 1.5)
_NEGATIVE[2:4, 3:5] = _CORNER / 2  # the negative is stronger than the pattern itself

BEST_MATCH = (
    _case(image=_list([0.0, 1.0, 0.0], [0.0, 0.0, 9.0]), pattern=_list([1.0, 3.0])),
    _case(image=_hidden(1, 0, 2, 3, 4, pattern=_CORNER), pattern=_CORNER),
    _case(image=_NEGATIVE, pattern=_CORNER),
    _case(image=_hidden(2, 3, 0, 6, 4, pattern=_STEPS), pattern=_STEPS),
    _case(image=_BRIGHT, pattern=_STEPS),
    _case(image=_whole(5, 7, 6), pattern=_whole(6, 2, 3)),
    _case(image=_whole(12, 6, 9), pattern=_whole(13, 3, 2)),
)

# Notebook 03 ------------------------------------------------------------------------------------

OUTPUT_SIZE = (
    _case(size=7, kernel_size=3),
    _case(size=5, kernel_size=5),
    _case(size=5, kernel_size=2, padding=1),
    _case(size=32, kernel_size=5, padding=2),
    _case(size=7, kernel_size=3, stride=2),
    _case(size=8, kernel_size=3, stride=2),
    _case(size=10, kernel_size=3, stride=4),
    _case(size=9, kernel_size=3, dilation=2),
    _case(size=12, kernel_size=4, stride=3, padding=2),
    _case(size=11, kernel_size=3, stride=2, padding=1, dilation=3),
    _case(size=224, kernel_size=11, stride=4, padding=2),
)

PAD2D = (
    _case(x=_list([1.0, 2.0]), padding=1),
    _case(x=_list([1.0, 2.0], [3.0, 4.0]), padding=0),
    _case(x=_list([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]), padding=2),
    _case(x=_list([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]), padding=(1, 2)),
    _case(x=_list([1.5, 2.0], [3.0, -4.5], [5.0, 6.0]), padding=(0, 3)),
    _case(x=_whole(1, 3, 3), padding=(2, 0)),
    _case(x=_whole(2, 4, 3), padding=(3, 1)),
)

CORRELATE2D_STRIDED = (
    _case(x=_counted(3, 3), kernel=_counted(2, 2)),
    _case(x=_counted(3, 3) + 1, kernel=_counted(2, 2) + 1, padding=1),
    _case(x=_counted(3, 3), kernel=_counted(2, 2), stride=(3, 2), padding=1),
    _case(x=_whole(1, 4, 4), kernel=_whole(2, 2, 2), stride=2),
    _case(x=_whole(3, 4, 5), kernel=_whole(4, 3, 2), stride=2, padding=0),
    _case(x=_counted(4, 5) + 1, kernel=_list([0.5, -1.0], [1.5, 2.5]), stride=2, mixed=True),
    _case(x=_halves(3, 4, 5), kernel=_halves(4, 2, 3), padding=(2, 1)),
    _case(x=_whole(5, 4, 6), kernel=_whole(6, 2, 3), stride=(1, 2)),
    _case(x=_whole(5, 6, 5), kernel=_whole(9, 3, 2), stride=(2, 1), padding=(1, 0)),
    _case(x=_whole(5, 5, 6), kernel=_whole(6, 3, 3), stride=3, padding=2),
    _case(x=_whole(7, 8, 7), kernel=_whole(8, 2, 3), stride=(2, 3), padding=(3, 2)),
)

SAME_PADDING = (
    _case(kernel_size=1),
    _case(kernel_size=2, raises=ValueError),
    _case(kernel_size=3),
    _case(kernel_size=4, raises=ValueError),
    _case(kernel_size=5),
    _case(kernel_size=7),
    _case(kernel_size=11),
)

UNREAD_POSITIONS = (
    _case(size=3, kernel_size=1),
    _case(size=4, kernel_size=3, stride=2),
    _case(size=5, kernel_size=1, stride=2),
    _case(size=7, kernel_size=3, stride=2),
    _case(size=6, kernel_size=3, stride=2, padding=1),
    _case(size=10, kernel_size=3, stride=4),
    _case(size=9, kernel_size=2, stride=4, padding=1),
    _case(size=12, kernel_size=2, stride=5, padding=2),
    _case(size=11, kernel_size=4, stride=7),
)

DILATE_KERNEL = (
    _case(kernel=_list([1.0, 2.0]), dilation=2),
    _case(kernel=_list([1.0, 2.0], [3.0, 4.0]), dilation=1),
    _case(kernel=_list([1.0, 2.0], [3.0, 4.0]), dilation=2),
    _case(kernel=_list([1.5, 2.0, 3.0], [4.0, -5.5, 6.0]), dilation=2),
    _case(kernel=_whole(1, 3, 2), dilation=3),
    _case(kernel=_whole(2, 3, 3), dilation=4),
)

# Notebook 04 ------------------------------------------------------------------------------------

FILTER_RESPONSE = (
    _case(window=_list([[1.0, 2.0]]), weight=_list([[3.0, -1.0]]), bias=2.0),
    _case(window=_whole(1, 1, 2, 3), weight=_whole(2, 1, 2, 3), bias=-1.0),
    _case(window=_whole(3, 2, 2, 2), weight=_halves(4, 2, 2, 2), bias=0.25),
    _case(window=_whole(5, 3, 2, 3), weight=_whole(6, 3, 2, 3), bias=3.0),
    _case(window=_counted(3, 3, 3) % 5, weight=_halves(7, 3, 3, 3), bias=-60.5),
    _case(window=_halves(8, 4, 3, 2), weight=_halves(9, 4, 3, 2), bias=1.0),
    _case(window=_whole(10, 3, 5, 5), weight=_whole(11, 3, 5, 5), bias=5.0),
)

CONV2D_IMAGE = (
    _case(x=_counted(1, 3, 3), weight=_counted(1, 1, 2, 2) + 1, bias=_list(1.0)),
    _case(x=_whole(1, 2, 3, 3), weight=_whole(2, 1, 2, 2, 2), bias=_list(-3.0)),
    _case(x=_whole(3, 2, 3, 4), weight=_whole(4, 2, 2, 2, 3), bias=_list(1.0, -2.0)),
    _case(x=_counted(2, 3, 4) + 1, weight=_halves(5, 3, 2, 2, 2), bias=_list(0.5, 0.0, 4.0),
          mixed=True),
    _case(x=_halves(6, 3, 5, 4), weight=_halves(7, 4, 3, 3, 2), bias=_halves(8, 4)),
    _case(x=_whole(9, 3, 6, 5), weight=_whole(10, 3, 3, 3, 3), bias=_whole(11, 3)),
    _case(x=_whole(12, 3, 4, 6), weight=_whole(13, 2, 3, 2, 3), bias=_whole(14, 2)),
)

CONV2D_BATCH = (
    _case(x=_counted(1, 1, 3, 3), weight=_counted(1, 1, 2, 2) + 1, bias=_list(1.0)),
    _case(x=_whole(1, 1, 2, 3, 4), weight=_whole(2, 2, 2, 2, 3), bias=_list(3.0, -2.0)),
    _case(x=_counted(1, 1, 4, 4) + 1, weight=_halves(3, 1, 1, 3, 3), bias=_list(0.5), mixed=True),
    _case(x=_whole(4, 1, 1, 3, 5), weight=_whole(5, 1, 1, 2, 3), bias=_list(2.0), padding=1),
    _case(x=_whole(6, 1, 1, 6, 5), weight=_whole(7, 1, 1, 3, 2), bias=_list(-1.0), stride=2),
    _case(x=_whole(8, 2, 3, 4, 5), weight=_whole(9, 4, 3, 3, 2), bias=_whole(10, 4)),
    _case(x=_halves(11, 2, 2, 5, 8), weight=_halves(12, 3, 2, 3, 3), bias=_halves(13, 3),
          stride=2, padding=1),
    _case(x=_whole(14, 3, 2, 5, 9), weight=_whole(15, 2, 2, 2, 3), bias=_whole(16, 2), stride=3,
          padding=2),
    _case(x=_whole(17, 1, 3, 5, 5), weight=_whole(18, 2, 3, 3, 3), bias=_list(1.0, 0.0), stride=2,
          padding=1),
)  # fmt: skip

HWC_TO_CHW = (
    _case(image=_counted(1, 2, 3)),
    _case(image=_counted(2, 2, 2) + 1),
    _case(image=_counted(3, 3, 3) + 1),
    _case(image=_halves(1, 2, 4, 3)),
    _case(image=_whole(2, 4, 3, 1)),
    _case(image=_halves(3, 5, 3, 4)),
)

CONV_COST = tuple(
    _case(
        in_channels=inputs, out_channels=outputs, kernel_size=kernel, out_height=height,
        out_width=width,
    )
    for inputs, outputs, kernel, height, width in [
        (1, 1, 1, 1, 1), (1, 1, 3, 2, 2), (2, 1, 3, 4, 5), (1, 4, 2, 3, 7), (3, 2, 1, 5, 4),
        (3, 10, 5, 32, 32), (16, 7, 3, 9, 12),
    ]
)  # fmt: skip

# Notebook 05 ------------------------------------------------------------------------------------

CONV1X1 = (
    _case(x=_counted(1, 2, 1, 2) + 1, weight=_list([2.0, -1.0]), bias=_list(3.0), mixed=True),
    _case(x=_whole(1, 1, 2, 2, 2), weight=_whole(2, 2, 2), bias=_list(1.0, -2.0)),
    _case(x=_whole(3, 1, 3, 2, 4), weight=_whole(4, 2, 3), bias=_list(0.5, 3.0)),
    _case(x=_whole(5, 2, 3, 4, 3), weight=_halves(6, 4, 3), bias=_halves(7, 4)),
    _case(x=_halves(8, 3, 4, 2, 3), weight=_halves(9, 3, 4), bias=_halves(10, 3)),
    _case(x=_whole(11, 2, 3, 3, 3), weight=_whole(12, 3, 3), bias=_whole(13, 3)),
)

BOTTLENECK_MACS = tuple(
    _case(
        height=height, width=width, in_channels=inputs, middle_channels=middle,
        out_channels=outputs, kernel_size=kernel,
    )
    for height, width, inputs, middle, outputs, kernel in [
        (1, 1, 1, 1, 1, 3), (1, 1, 4, 2, 3, 1), (4, 5, 6, 2, 3, 3), (7, 6, 8, 4, 5, 2),
        (28, 28, 192, 16, 32, 5), (14, 10, 64, 8, 96, 7),
    ]
)  # fmt: skip

GROUPED_CONV2D = (
    _case(x=_counted(1, 1, 3, 3), weight=_counted(1, 1, 2, 2) + 1, bias=_list(1.0), groups=1),
    _case(x=_whole(1, 1, 2, 3, 3), weight=_whole(2, 2, 1, 2, 2), bias=_list(1.0, -2.0), groups=2),
    _case(x=_whole(3, 1, 4, 3, 4), weight=_whole(4, 2, 2, 2, 3), bias=_list(3.0, 0.5), groups=2),
    _case(x=_counted(1, 4, 3, 4) + 1, weight=_halves(5, 4, 2, 2, 2), bias=_halves(6, 4), groups=2,
          mixed=True),
    _case(x=_whole(7, 2, 3, 4, 3), weight=_whole(8, 6, 1, 3, 2), bias=_whole(9, 6), groups=3),
    _case(x=_halves(10, 2, 6, 4, 5), weight=_halves(11, 6, 2, 3, 3), bias=_halves(12, 6), groups=3),
    _case(x=_whole(13, 3, 6, 3, 5), weight=_whole(14, 4, 3, 2, 2), bias=_whole(15, 4), groups=2),
    _case(x=_whole(16, 2, 2, 4, 5), weight=_whole(17, 3, 2, 2, 3), bias=_whole(18, 3), groups=1),
)  # fmt: skip

SEPARABLE_PARAMETERS = tuple(
    _case(in_channels=inputs, out_channels=outputs, kernel_size=kernel)
    for inputs, outputs, kernel in [
        (1, 1, 3), (2, 1, 1), (3, 4, 2), (4, 3, 3), (8, 16, 3), (32, 64, 5), (128, 100, 7),
    ]
)  # fmt: skip

TRANSPOSED2D = (
    _case(x=_list([1.0, 2.0]), kernel=_list([3.0, 1.0])),
    _case(x=_counted(2, 2), kernel=_counted(2, 2)),
    _case(x=_counted(2, 2) + 1, kernel=_counted(2, 2) + 1, stride=2),
    _case(x=_whole(1, 2, 3), kernel=_whole(2, 3, 3), stride=2),
    _case(x=_counted(3, 2) + 1, kernel=_halves(3, 2, 3), mixed=True),
    _case(x=_halves(4, 3, 4), kernel=_halves(5, 3, 2), stride=1),
    _case(x=_whole(6, 3, 2), kernel=_whole(7, 2, 2), stride=3),
    _case(x=_whole(8, 3, 3), kernel=_whole(9, 4, 5), stride=2),
)

# Notebook 06 ------------------------------------------------------------------------------------

RECEPTIVE_FIELD = tuple(
    _case(layers=layers)
    for layers in [
        [], [(3, 1, 1)], [(3, 1, 1), (3, 1, 1)], [(5, 2, 1)], [(3, 2, 1), (3, 1, 1)],
        [(3, 1, 2), (5, 1, 1)], [(2, 3, 1), (3, 2, 1), (4, 1, 1)], [(3, 2, 2), (2, 1, 3)],
        [(7, 2, 1), (3, 2, 1), (3, 1, 2), (1, 2, 1), (3, 1, 1)],
    ]
)  # fmt: skip

LAYERS_NEEDED = tuple(
    _case(field=field, kernel_size=kernel)
    for field, kernel in [
        (1, 3), (3, 3), (4, 3), (5, 3), (5, 2), (8, 4), (10, 4), (13, 5), (30, 7), (50, 9),
        (1000, 3),
    ]
)  # fmt: skip

WINDOW_OF = tuple(
    _case(position=position, layers=layers)
    for position, layers in [
        (2, [(3, 1, 0)]), (0, [(3, 1, 1)]), (2, [(5, 2, 0)]), (3, [(2, 2, 1)]),
        (1, [(3, 1, 0), (5, 1, 2)]), (0, [(3, 2, 1), (4, 1, 0), (3, 2, 1)]),
        (4, [(3, 2, 1), (2, 3, 0)]), (2, [(7, 2, 3), (3, 2, 1), (3, 1, 1), (2, 3, 0)]),
    ]
)  # fmt: skip


def _touched(height: int, width: int, **values: float) -> np.ndarray:
    """Return zeros with values at places such as ``r2c3=1.0``."""
    gradient = np.zeros((height, width))
    for place, value in values.items():
        row, column = place[1:].split("c")
        gradient[int(row), int(column)] = value
    return gradient


MEASURED_FIELD = (
    _case(gradient=_touched(2, 2)),
    _case(gradient=_touched(3, 3, r1c1=2.0)),
    _case(gradient=_touched(4, 5, r1c2=1.0, r1c3=2.0, r2c2=3.0, r2c3=1.0)),
    _case(gradient=_touched(4, 4, r0c1=-1.0, r1c1=2.0, r2c1=-3.0)),
    _case(gradient=_touched(6, 7, r1c2=1.0, r1c4=1.0, r1c6=1.0, r5c2=2.0, r5c4=1.0, r5c6=3.0)),
    _case(gradient=_touched(5, 6, r1c1=1e-4, r2c3=5.0, r3c4=-1e-4)),
    _case(gradient=_touched(6, 6, r1c4=1.0, r4c2=1.0, r2c3=-2.0)),
    _case(gradient=_touched(7, 5, r2c0=0.25, r3c1=4.0, r5c2=0.375, r6c1=-0.3)),
)

STACK_PARAMETERS = tuple(
    _case(depth=depth, kernel_size=kernel, channels=channels)
    for depth, kernel, channels in [
        (1, 1, 1), (1, 3, 2), (2, 3, 1), (2, 2, 3), (3, 3, 4), (1, 7, 4), (4, 5, 64),
    ]
)  # fmt: skip

# Notebook 07 ------------------------------------------------------------------------------------

MAX_POOL2D = (
    _case(x=_list([[1.0, -2.0], [4.0, 3.0]])[None], kernel_size=2),
    _case(x=-np.abs(_whole(1, 1, 1, 2, 2)), kernel_size=2, stride=2, padding=1),
    _case(x=_whole(2, 1, 1, 3, 4), kernel_size=2, stride=1),
    _case(x=_whole(3, 1, 1, 5, 4), kernel_size=2),
    _case(x=_whole(4, 1, 1, 5, 7), kernel_size=3, stride=2),
    _case(x=_halves(5, 1, 2, 7, 8), kernel_size=2, stride=3),
    _case(x=-np.abs(_halves(6, 2, 2, 5, 4)), kernel_size=3, stride=1, padding=1),
    _case(x=_halves(7, 2, 3, 7, 6), kernel_size=3, padding=1),
    _case(x=_whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2),
    _case(x=_whole(9, 1, 2, 6, 8), kernel_size=2),
)

AVG_POOL2D = (
    _case(x=_list([[1.0, -2.0], [4.0, 3.0]])[None], kernel_size=2),
    _case(x=_whole(1, 1, 1, 2, 2), kernel_size=2, padding=1, count_include_pad=True),
    _case(x=_whole(1, 1, 1, 2, 2), kernel_size=2, padding=1, count_include_pad=False),
    _case(x=_whole(2, 1, 1, 3, 4), kernel_size=2, stride=1),
    _case(x=_whole(3, 1, 1, 5, 4), kernel_size=2, count_include_pad=False),
    _case(x=_whole(9, 1, 1, 5, 5), kernel_size=2),
    _case(x=_whole(4, 1, 1, 5, 7), kernel_size=3, stride=2),
    _case(x=_halves(5, 1, 2, 7, 8), kernel_size=2, stride=3),
    _case(x=_halves(6, 2, 2, 5, 4), kernel_size=3, stride=1, padding=1),
    _case(x=_halves(7, 2, 3, 7, 6), kernel_size=3, padding=1, count_include_pad=False),
    _case(x=_whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2),
    _case(x=_whole(8, 3, 2, 5, 8), kernel_size=4, stride=2, padding=2, count_include_pad=False),
    _case(
        x=_counted(1, 2, 6, 8).astype(np.float64) % 4, kernel_size=3, stride=2, padding=1,
        count_include_pad=False,
    ),
)  # fmt: skip

GLOBAL_AVG_POOL = (
    _case(x=_list([[1.0, 2.0], [4.0, 3.0]])[None]),
    _case(x=_whole(1, 1, 2, 2, 3)),
    _case(x=_whole(2, 2, 3, 3, 2)),
    _case(x=_halves(3, 3, 2, 4, 4)),
    _case(x=_halves(4, 2, 2, 2, 2)),
    _case(x=_whole(5, 4, 5, 3, 5)),
)

MAX_POOL_SHAPE = tuple(
    _case(shape=shape, kernel_size=kernel)
    if stride is None
    else _case(shape=shape, kernel_size=kernel, stride=stride)
    for shape, kernel, stride in [
        ((1, 1, 2, 2), 2, None), ((1, 3, 4, 6), 2, None), ((2, 5, 7, 5), 2, None),
        ((1, 6, 28, 28), 2, 2), ((3, 4, 9, 8), 3, 2), ((2, 8, 6, 10), 3, 1),
        ((5, 7, 11, 16), 2, 3), ((4, 64, 55, 57), 3, 2), ((2, 9, 13, 20), 4, None),
    ]
)  # fmt: skip

FEATURE_CHANGE = (
    _case(features=_list(3.0, 4.0), shifted=_list(3.0, 4.0)),
    _case(features=_list(3.0, -4.0), shifted=_list(4.0, 3.0)),
    _case(features=_list([1.0, 2.0], [3.0, 1.0]), shifted=_list([2.0, 1.0], [1.0, 3.0])),
    _case(features=_halves(1, 3, 4), shifted=_halves(2, 3, 4)),
    _case(features=_whole(3, 2, 4, 3), shifted=_whole(4, 2, 4, 3)),
    _case(features=_halves(5, 2, 2, 3, 3), shifted=_whole(6, 2, 2, 3, 3)),
)

# Notebook 08 ------------------------------------------------------------------------------------

CONV1D = (
    _case(x=_counted(1, 1, 3) + 1, weight=_counted(1, 1, 2) + 1, bias=_list(1.0)),
    _case(x=_whole(1, 1, 2, 3), weight=_whole(2, 2, 2, 2), bias=_list(1.0, -2.0)),
    _case(x=_counted(1, 2, 5) + 1, weight=_halves(3, 3, 2, 3), bias=_list(0.5, 2.0, -1.0),
          mixed=True),
    _case(x=_whole(4, 2, 3, 6), weight=_whole(5, 2, 3, 4), bias=_whole(6, 2)),
    _case(x=_halves(7, 3, 2, 7), weight=_halves(8, 4, 2, 3), bias=_halves(9, 4)),
    _case(x=_whole(10, 2, 3, 8), weight=_whole(11, 3, 3, 5), bias=_whole(12, 3)),
)  # fmt: skip

CAUSAL_FILTER = (
    _case(x=_list(1.0, 2.0, 4.0), weight=_list(1.0, 3.0)),
    _case(x=_list(2.0, -1.0, 3.0), weight=_list(2.0)),
    _case(x=_counted(5) + 1, weight=_list(0.5, -1.0), mixed=True),
    _case(x=_halves(1, 6), weight=_halves(2, 3)),
    _case(x=_whole(3, 8), weight=_whole(4, 4)),
    _case(x=_whole(5, 9), weight=_whole(6, 5)),
)

MATCHED_FILTER = (
    _case(signal=_list(0.0, 1.0, 0.0, 0.0, 9.0), template=_list(1.0, 3.0)),
    _case(signal=_list(4.0, 4.0, 4.0, 0.0, 1.0, 3.0), template=_list(0.0, 1.0, 3.0)),
    _case(signal=_list(1.0, 9.0, 2.0, 6.0, 7.0, 8.0, 8.0), template=_list(1.0, 3.0, 2.0)),
    _case(signal=_list(0.0, 5.0, 1.0, 0.0, 3.0, 4.0, 0.0, 0.0), template=_list(2.0, 0.0, 1.0)),
    _case(signal=_list(1.0, 3.0, 0.0, 0.0, 2.0, 6.0, 0.0, 0.0), template=_list(1.0, 3.0, 0.0)),
    _case(signal=_list(2.0, 0.0, 1.0, 0.0, 2.0, 0.0), template=_list(2.0, 0.0)),
    _case(signal=_whole(1, 12), template=_whole(2, 4)),
    _case(signal=_whole(3, 15), template=_whole(4, 5)),
    _case(signal=_halves(15, 20), template=_halves(16, 3)),
)

CONV3D = (
    _case(x=_counted(1, 1, 2, 2, 2) + 1, weight=_whole(1, 1, 1, 2, 1, 2), bias=_list(1.0)),
    _case(x=_whole(2, 1, 1, 3, 3, 3), weight=_whole(3, 2, 1, 2, 2, 2), bias=_list(1.0, -2.0)),
    _case(x=_whole(4, 1, 2, 3, 3, 4), weight=_whole(5, 2, 2, 2, 2, 3), bias=_list(3.0, 0.5)),
    _case(x=_counted(1, 1, 3, 4, 4) % 7, weight=_halves(6, 1, 1, 2, 3, 3), bias=_list(0.5),
          mixed=True),
    _case(x=_whole(7, 2, 2, 3, 5, 4), weight=_whole(8, 3, 2, 2, 3, 2), bias=_whole(9, 3)),
    _case(x=_halves(10, 2, 3, 4, 3, 5), weight=_halves(11, 2, 3, 3, 2, 2), bias=_halves(12, 2)),
)  # fmt: skip

# Any notebook -----------------------------------------------------------------------------------

CONV2D = (
    _case(x=_counted(1, 1, 3, 3), weight=_counted(1, 1, 2, 2)),
    _case(x=_whole(1, 1, 1, 3, 3), weight=_whole(2, 2, 1, 2, 2), bias=_list(1.0, -2.0)),
    _case(x=_counted(1, 1, 4, 4) + 1, weight=_halves(3, 1, 1, 3, 3), mixed=True),
    _case(x=_whole(5, 1, 3, 3, 2), weight=_whole(6, 2, 3, 2, 1), bias=_list(0.5, 3.0)),
    _case(x=_whole(7, 1, 1, 4, 5), weight=_whole(8, 1, 1, 3, 2), stride=2, padding=1),
    _case(x=_halves(9, 2, 2, 3, 4), weight=_halves(10, 3, 2, 2, 3), bias=_halves(11, 3)),
    _case(x=_whole(12, 1, 2, 5, 6), weight=_whole(13, 2, 2, 2, 2), stride=(2, 3)),
    _case(x=_whole(14, 1, 2, 4, 5), weight=_whole(15, 1, 2, 3, 3), padding=(2, 1)),
    _case(x=_whole(25, 1, 1, 6, 5), weight=_whole(26, 1, 1, 2, 3), dilation=2),
    _case(x=_whole(16, 2, 1, 6, 7), weight=_whole(17, 2, 1, 2, 3), dilation=(3, 2)),
    _case(x=_whole(18, 1, 4, 4, 4), weight=_whole(19, 4, 2, 2, 3), bias=_whole(20, 4), groups=2),
    _case(x=_whole(21, 2, 3, 4, 5), weight=_whole(22, 6, 1, 3, 2), padding=1, groups=3),
    _case(
        x=_whole(23, 2, 4, 7, 6), weight=_whole(24, 2, 2, 3, 2), bias=_list(2.0, -1.0),
        stride=(2, 1), padding=(1, 2), dilation=(2, 3), groups=2,
    ),
)  # fmt: skip

CASES: Mapping[str, tuple[Case, ...]] = {
    "invert": INVERT,
    "dense_parameters": DENSE_PARAMETERS,
    "conv_parameters": CONV_PARAMETERS,
    "permute_pixels": PERMUTE_PIXELS,
    "local_parameters": LOCAL_PARAMETERS,
    "correlate1d": CORRELATE1D,
    "correlate2d": CORRELATE2D,
    "kernel_gradient": KERNEL_GRADIENT,
    "convolve2d": CORRELATE2D,
    "edge_strength": EDGE_STRENGTH,
    "best_match": BEST_MATCH,
    "output_size": OUTPUT_SIZE,
    "pad2d": PAD2D,
    "correlate2d_strided": CORRELATE2D_STRIDED,
    "same_padding": SAME_PADDING,
    "unread_positions": UNREAD_POSITIONS,
    "dilate_kernel": DILATE_KERNEL,
    "filter_response": FILTER_RESPONSE,
    "conv2d_image": CONV2D_IMAGE,
    "conv2d_batch": CONV2D_BATCH,
    "hwc_to_chw": HWC_TO_CHW,
    "conv_cost": CONV_COST,
    "conv1x1": CONV1X1,
    "bottleneck_macs": BOTTLENECK_MACS,
    "grouped_conv2d": GROUPED_CONV2D,
    "separable_parameters": SEPARABLE_PARAMETERS,
    "transposed2d": TRANSPOSED2D,
    "receptive_field": RECEPTIVE_FIELD,
    "layers_needed": LAYERS_NEEDED,
    "window_of": WINDOW_OF,
    "measured_field": MEASURED_FIELD,
    "stack_parameters": STACK_PARAMETERS,
    "max_pool2d": MAX_POOL2D,
    "avg_pool2d": AVG_POOL2D,
    "global_avg_pool": GLOBAL_AVG_POOL,
    "max_pool_shape": MAX_POOL_SHAPE,
    "feature_change": FEATURE_CHANGE,
    "conv1d": CONV1D,
    "causal_filter": CAUSAL_FILTER,
    "matched_filter": MATCHED_FILTER,
    "conv3d": CONV3D,
    "conv2d": CONV2D,
}

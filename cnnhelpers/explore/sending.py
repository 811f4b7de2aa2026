"""The numbers of a backward pass whose outputs send 1, 10, 100 and 1000: one image, one kernel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from cnnhelpers.explore.kit.digits import POWERS
from cnnhelpers.functional import conv2d_backward as course_backward
from cnnhelpers.shapes import effective_kernel_size, output_size, times

IMAGES = {
    "3×3": [[0, 1, 2], [3, 4, 5], [6, 7, 8]],
    "4×4": [[1, 0, 2, 3], [4, 2, 1, 0], [0, 3, 5, 2], [2, 1, 0, 6]],
}
KERNELS = {2: [[1, 2], [3, 4]], 3: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]}
OPTIONS = ("stride", "padding", "dilation")


@dataclass(frozen=True)
class Gradients:
    """What a backward pass has returned, or why it cannot be drawn."""

    grad_x: np.ndarray | None = None
    grad_weight: np.ndarray | None = None
    problem: str = ""


def read_gradients(made: Any, setting: Setting) -> Gradients:
    """Return the first two arrays of an answer as planes."""
    if not isinstance(made, list | tuple) or len(made) < 2:
        return Gradients(
            problem="Your function should return grad_x, grad_weight and grad_bias; it returned "
            f"{type(made).__name__}."
        )
    planes = []
    for name, part, plane in zip(("grad_x", "grad_weight"), made, (setting.x, setting.weight)):
        try:
            array = np.asarray(part, dtype=np.float64)
        except (TypeError, ValueError):
            return Gradients(problem=f"{name} does not hold numbers.")
        if array.shape != (1, 1, *plane.shape):
            found = times(array.shape) or "one number"
            return Gradients(
                problem=f"{name} has shape {found}, not 1×1×{times(plane.shape)}."
            )
        planes.append(array[0, 0])
    return Gradients(*planes)


@dataclass(frozen=True)
class Setting:
    """One image, one kernel, and the options; all else follows."""

    image: str
    kernel_size: int
    stride: int
    padding: int
    dilation: int

    @cached_property
    def x(self) -> np.ndarray:
        """The image, (H, W)."""
        return np.array(IMAGES[self.image], dtype=np.float64)

    @cached_property
    def weight(self) -> np.ndarray:
        """The kernel, (K, K)."""
        return np.array(KERNELS[self.kernel_size], dtype=np.float64)

    @property
    def span(self) -> str:
        """How wide the kernel is with its gaps, in words: 5×5."""
        return times([effective_kernel_size(self.kernel_size, self.dilation)] * 2)

    @property
    def room(self) -> str:
        """How large the padded image is, in words."""
        return times([size + 2 * self.padding for size in self.x.shape])

    @cached_property
    def shape(self) -> tuple[int, int] | None:
        """The output's shape, None where the kernel does not fit."""
        options = self.kernel_size, self.stride, self.padding, self.dilation
        try:
            rows, columns = (output_size(size, *options) for size in self.x.shape)
        except ValueError:
            return None
        return rows, columns

    @cached_property
    def senders(self) -> list[tuple[int, int]]:
        """The outputs whose gradient is not 0: the first two of the first two rows."""
        assert self.shape is not None
        return list(np.ndindex(min(2, self.shape[0]), min(2, self.shape[1])))

    def upstream(self, count: int) -> np.ndarray:
        """Return ``grad_output`` where so many outputs have a gradient."""
        grad = np.zeros(self.shape or (0, 0))
        for power, place in zip(POWERS, self.senders[:count]):
            grad[place] = power
        return grad

    @cached_property
    def _right(self) -> list[tuple[np.ndarray, np.ndarray]]:
        found = []
        for count in range(len(self.senders) + 1):
            grad_x, grad_weight, _ = course_backward(*self.arrays(count), **self.options)
            assert grad_x is not None and grad_weight is not None
            found.append((grad_x[0, 0], grad_weight[0, 0]))
        return found

    def right(self, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Return grad_x and grad_weight after so many outputs have sent theirs."""
        return self._right[count]

    @property
    def options(self) -> dict[str, Any]:
        """Stride, padding and dilation by name."""
        return {name: getattr(self, name) for name in OPTIONS}

    def arrays(self, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return grad_output, x and weight, with one image, channel and filter."""
        grad = self.upstream(count)
        return grad[None, None], self.x[None, None], self.weight[None, None]

    def spread(self, count: int) -> np.ndarray:
        """Return the gradient of the padded input, its margin included."""
        x = np.pad(self.x, self.padding)[None, None]
        grad, _, weight = self.arrays(count)
        options: dict[str, Any] = {"stride": self.stride, "dilation": self.dilation}
        found = course_backward(grad, x, weight, **options)[0]
        assert found is not None
        plane: np.ndarray = found[0, 0]
        return plane

    @property
    def unread(self) -> int:
        """How many pixels no output has read."""
        grad, x, weight = self.arrays(0)
        read, _, _ = course_backward(grad + 1, x, weight, **self.options)
        return int(np.count_nonzero(read == 0))

    def window(self, place: tuple[int, int]) -> tuple[int, int]:
        """Return where the window of an output begins, in the padded input."""
        return place[0] * self.stride, place[1] * self.stride

    @cached_property
    def apart(self) -> dict[tuple[int, int], int]:
        """Where the outputs stand among the zeros in which a pixel collects, and their index."""
        ring = (self.kernel_size - 1) * self.dilation
        assert self.shape is not None
        return {
            (ring + i * self.stride, ring + j * self.stride): index
            for index, (i, j) in enumerate(np.ndindex(self.shape))
        }

    @property
    def field(self) -> tuple[int, int]:
        """The size of the outputs with zeros between and around them."""
        ring = (self.kernel_size - 1) * self.dilation
        return self.x.shape[0] + 2 * self.padding + ring, self.x.shape[1] + 2 * self.padding + ring
